// The script of the page in one file, which holds the programs as texts.

import initExports, { exportArticle } from "exports-program";
import init, { articlesOf, Explorer } from "page-program";
import { boot } from "./boot.js";
import { offerSaveAs } from "./save.js";
import { offerSaving } from "./saving.js";
import { unpacked } from "./unpack.js";

/** @param {string} id */
async function programIn(id) {
  const packed = document.getElementById(id);
  if (!packed) throw new Error("this file does not contain it");
  return unpacked(packed.textContent);
}

async function loadExports() {
  await initExports({ module_or_path: await programIn("article-explorer-exports") });
  return { exportArticle };
}

/** @type {ReturnType<typeof loadExports> | undefined} */
let loading;

boot(async () => {
  const part = (/** @type {string} */ name) => programIn(`article-explorer-part-${name}`);
  await init({ module_or_path: await programIn("article-explorer-program"), part });
  return { articlesOf, Explorer };
});
offerSaving(async () => (root, data) => offerSaveAs(root, data, () => (loading ??= loadExports())));
