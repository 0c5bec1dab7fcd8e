// A part of the program as a script of the old kind.

import wasm from "part.wasm.gz";

(globalThis.articleExplorerParts ??= {})[BUILD.part] = wasm;
