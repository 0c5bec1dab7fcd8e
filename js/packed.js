// The program as a script of the old kind, with its WebAssembly in it: all that a frame can
// load which is kept from its own origin.

import init, { Articles, Explorer } from "page-program";
import wasm from "page-program.wasm.gz";
import { unpacked } from "./unpack.js";

globalThis.articleExplorerPacked = async (partText) => {
  const part = async (/** @type {string} */ name) => unpacked(await partText(name));
  await init({ module_or_path: await unpacked(wasm), part });
  return { Articles, Explorer };
};
