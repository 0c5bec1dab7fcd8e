// The parts of the program of pages: files that join the running program when it first asks
// for them.

/** @typedef {(callback: number, data: number) => Promise<void>} Loader as the program calls it */

/** @type {any} what the running program exports */
let main;
/** @type {LoadPart} */
let fileOf;
/** @type {Map<string, Promise<unknown>>} */
const files = new Map();

/** Says what the started program exports, and what gives the files of its parts. @param {unknown} program @param {LoadPart} load */
export function begin(program, load) {
  main = program;
  fileOf = load;
}

/** Lets a file join the program, once. What failed is tried again the next time. @param {string} name */
function joined(name) {
  let joining = files.get(name);
  if (!joining) {
    joining = join(name);
    files.set(name, joining);
    joining.catch(() => files.delete(name));
  }
  return joining;
}

/** @param {string} name */
async function join(name) {
  await WebAssembly.instantiate(await fileOf(name), { __wasm_split: main });
}

/** What loads a part that needs these files. @param {string[]} names @returns {Loader} */
export const part = (names) => async (callback, data) => {
  let isLoaded = true;
  try {
    await Promise.all(names.map(joined));
  } catch (error) {
    isLoaded = false;
    // The program reads it when it is called back.
    globalThis.articleExplorerFault = error instanceof Error ? error.message : String(error);
  }
  main.__indirect_function_table.get(callback)(data, isLoaded);
};
