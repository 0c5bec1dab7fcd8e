// The program of pages, with the loader of its parts.

import start from "page-bound";
import { begin } from "./parts.js";

/** @type {PageProgram["default"]} */
export default async function init({ module_or_path, part }) {
  begin(await start({ module_or_path }), part);
}

export { Articles, Explorer } from "page-bound";
