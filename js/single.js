// The script of the page in one file, which contains the program and its parts as texts.

import init, { Articles, Explorer } from "page-program";
import { boot } from "./boot.js";
import { unpacked } from "./unpack.js";

/** @param {string} id */
async function programIn(id) {
  const packed = document.getElementById(id);
  if (!packed) throw new Error("this file does not contain it");
  return unpacked(packed.textContent);
}

// A file with the editor can be edited and saved again; its skeleton is all that the document does
// not show as it was written.
const isEditable = document.getElementById("article-explorer-part-editor") !== null;
const skeleton = isEditable ? JSON.stringify(BUILD.skeleton) : "";

boot(async () => {
  const part = (/** @type {string} */ name) => programIn(`article-explorer-part-${name}`);
  await init({ module_or_path: await programIn("article-explorer-program"), part });
  return { Articles, Explorer };
}, { skeleton });
