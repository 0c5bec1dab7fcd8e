// A program from files beside a page, each checked. The script is loaded by an element,
// since `import()` checks nothing; it then finds the module there.

import { loadScript } from "./load_script.js";

/** @param {ProgramFiles} files @param {string} base what the addresses of the files are relative to */
export async function served(files, base) {
  const url = new URL(files.script, base).href;
  const [program] = await Promise.all([
    fetch(new URL(files.wasm, base), { integrity: files.integrity }),
    loadScript(url, { type: "module", integrity: files.scriptIntegrity }),
  ]);
  const module = await import(url);
  await module.default({ module_or_path: program });
  return module;
}
