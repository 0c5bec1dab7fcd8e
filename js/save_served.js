// The script that saves as a module of its own, beside the page. It loads its program by the
// page's `served`, since a policy for Trusted Types may be made once only.

import { offerSaveAs, saveAs } from "./save.js";

/** @typedef {typeof import("./served.js").served} Served */

/** @type {Promise<ExportsProgram> | undefined} */
let program;

/** @param {Served} served */
export const loadExports = (served) =>
  (program ??= served(BUILD.exports, import.meta.url).catch((error) => {
    program = undefined;
    throw error;
  }));

const pages = new URL("articles/", import.meta.url);

/** @param {ParentNode} root @param {string} data @param {Served} served */
export const offerForms = (root, data, served) => offerSaveAs(root, data, () => loadExports(served), pages);

/** @param {ParentNode} root @param {string} data @param {Served} served */
export const formsOf = (root, data, served) => saveAs(root, data, () => loadExports(served), pages);
