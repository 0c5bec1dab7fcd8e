// The parts of the program of pages: files that are added to the running program when it first
// needs them.

/** @typedef {(callback: number, data: number) => Promise<void>} Loader called by the program */

/** @type {any} the exports of the running program */
let main;
/** @type {LoadPart} */
let fileOf;
/** @type {Map<string, Promise<unknown>>} */
const files = new Map();

/** Sets the exports of the started program, and the function that fetches its parts. @param {unknown} program @param {LoadPart} load */
export function begin(program, load) {
  main = program;
  fileOf = load;
}

/** Adds a file to the program, once. After a failure, the next call tries again. @param {string} name */
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

/** Makes the function that loads a part with these files. @param {string[]} names @returns {Loader} */
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
