// A part of the program as a classic script.

import wasm from "part.wasm.gz";

(globalThis.articleExplorerParts ??= {})[BUILD.part] = wasm;
