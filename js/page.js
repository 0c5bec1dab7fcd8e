// The script of a page of its own, which may lie in a folder below.

import { boot } from "./boot.js";
import { offerSaving, savingServed, upgradingServed } from "./saving.js";
import { served } from "./served.js";

boot(() => served(BUILD.page, import.meta.url), () => upgradingServed(import.meta.url));
offerSaving(() => savingServed(import.meta.url));
