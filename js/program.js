// The program of pages, with the loader of its parts.

import start, { Articles, Explorer } from "page-bound";
import { begin, takeFault } from "./parts.js";

/** @type {PageProgram["default"]} */
export default async function init({ module_or_path, part }) {
  begin(await start({ module_or_path }), part);
}

/** Adds the reason to an error: the program knows that a part is missing, but not why. @template Result @param {Promise<Result>} result */
const explained = (result) =>
  result.catch((error) => {
    throw takeFault() ?? error;
  });

/** @type {PageProgram["articlesOf"]} */
export const articlesOf = (data, files = {}) => explained(Articles.read(data, files));

/** @type {PageProgram["workspaceOf"]} */
export const workspaceOf = (root, host) => explained(Articles.workspace(root, host));

export { Explorer };
