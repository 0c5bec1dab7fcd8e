// The script of a page of its own, which may be in a subfolder of the bundle.

import { boot } from "./boot.js";
import { served } from "./served.js";

boot(() => served(BUILD.page, import.meta.url, BUILD.early));
