// Loads a program from files beside a page, and checks their integrity. A script element loads
// the module, because `import()` does not check integrity; `import()` then returns that module.

import { loadScript } from "./load_script.js";
import { partAt } from "./part_file.js";

/**
 * @param {ProgramFiles} files @param {string} base the base of the addresses of the files
 * @param {string[]} [early] names of the files of parts to fetch together with the program
 */
export async function served(files, base, early = []) {
  const fetched = (/** @type {string} */ name) => {
    const { wasm = "", integrity = "" } = files.parts[name] ?? {};
    return partAt(new URL(wasm, base), integrity);
  };
  const coming = new Map(early.map((name) => [name, fetched(name)]));
  // A failure is reported when the program needs the part.
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
