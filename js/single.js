// The script of the page in one file, which holds the programs as texts.

import initExports, { exportArticle } from "exports-program";
import init, { Explorer } from "page-program";
import { boot } from "./boot.js";
import { offerSaveAs } from "./save.js";
import { offerSaving } from "./saving.js";
import { unpacked } from "./unpack.js";

/** @param {string} id */
const programIn = (id) => unpacked(document.getElementById(id)?.textContent ?? "");

async function loadExports() {
  await initExports({ module_or_path: await programIn("article-explorer-exports") });
  return { exportArticle };
}

/** @type {ReturnType<typeof loadExports> | undefined} */
let loading;

boot(async () => {
  await init({ module_or_path: await programIn("article-explorer-program") });
  return { Explorer };
});
offerSaving(async () => (root, data) => offerSaveAs(root, data, () => (loading ??= loadExports())));
