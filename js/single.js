// The script of the page in one file, which holds the programs as texts.

import initExports, { exportArticle, upgradeBundle } from "exports-program";
import init, { Explorer } from "page-program";
import { boot } from "./boot.js";
import { offerSaveAs } from "./save.js";
import { offerSaving } from "./saving.js";
import { unpacked } from "./unpack.js";

/** @param {string} id */
const programIn = (id) => unpacked(document.getElementById(id)?.textContent ?? "");

async function loadExports() {
  await initExports({ module_or_path: await programIn("article-explorer-exports") });
  return { exportArticle, upgradeBundle };
}

/** @type {ReturnType<typeof loadExports> | undefined} */
let loading;
const exportsOnce = () => (loading ??= loadExports());

boot(async () => {
  await init({ module_or_path: await programIn("article-explorer-program") });
  return { Explorer };
}, exportsOnce);
offerSaving(async () => (root, data) => offerSaveAs(root, data, exportsOnce));
