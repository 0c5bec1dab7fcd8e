// The program as a classic script that contains its WebAssembly: a frame without an origin can
// load nothing else.

import init, { Articles, Explorer } from "page-program";
import wasm from "page-program.wasm.gz";
import { unpacked } from "./unpack.js";

globalThis.articleExplorerPacked = async (partText) => {
  const part = async (/** @type {string} */ name) => unpacked(await partText(name));
  await init({ module_or_path: await unpacked(wasm), part });
  return { Articles, Explorer };
};
