// A program from files beside a page, each checked. The script is loaded by an element,
// since `import()` checks nothing; it then finds the module there.

import { loadScript } from "./load_script.js";
import { partAt } from "./part_file.js";

/**
 * @param {ProgramFiles} files @param {string} base what the addresses of the files are relative to
 * @param {string[]} [early] files of parts that are fetched together with the program
 */
export async function served(files, base, early = []) {
  const fetched = (/** @type {string} */ name) => {
    const { wasm = "", integrity = "" } = files.parts[name] ?? {};
    return partAt(new URL(wasm, base), integrity);
  };
  const coming = new Map(early.map((name) => [name, fetched(name)]));
  // What goes wrong is said when the program asks for the part.
  for (const file of coming.values()) file.catch(() => {});
  const part = (/** @type {string} */ name) => {
    const file = coming.get(name) ?? fetched(name);
    coming.delete(name);
    return file;
  };
  const url = new URL(files.script, base).href;
  const [program] = await Promise.all([
    fetch(new URL(files.wasm, base), { integrity: files.integrity }),
    loadScript(url, { type: "module", integrity: files.scriptIntegrity }),
  ]);
  const module = await import(url);
  await module.default({ module_or_path: program, part });
  return module;
}
