// The program of pages, with what loads its parts.

import start, { Articles, Explorer } from "page-bound";
import { begin, takeFault } from "./parts.js";

/** @type {PageProgram["default"]} */
export default async function init({ module_or_path, part }) {
  begin(await start({ module_or_path }), part);
}

/** @type {PageProgram["articlesOf"]} */
export async function articlesOf(data, files = {}) {
  try {
    return await Articles.read(data, files);
  } catch (error) {
    // The program knows that a part is missing, and not why.
    throw takeFault() ?? error;
  }
}

export { Explorer };
