// Loads the programs beside this module, each once, in browsers and in Node. `places` says where
// their files are.

import { PARTS, WEIGHTS } from "places";
import { partAt } from "./part_file.js";

/** @typedef {(from: Parameters<Start>[0] & { part: LoadPart }) => Promise<unknown>} StartInParts */

/** The folder of the files that are not scripts; empty if they are beside this module. */
let base = "";

/** @param {string | URL} folder */
export function setBase(folder) {
  base = new URL(`${folder}`.replace(/[^/]$/, "$&/"), globalThis.document?.baseURI).href;
}

/** The address of a file of the bundle. @param {string} name */
export const fileBeside = (name) => new URL(name, base || import.meta.url).href;

/** @type {WeakMap<object, Promise<any>>} those that are loaded, and those that can find names too */
const loading = new WeakMap();
/** @type {WeakMap<object, Promise<any>>} */
const weighing = new WeakMap();

/**
 * What is made of a program, once. What could not be loaded now may be had later.
 * @template Module @param {WeakMap<object, Promise<any>>} known @param {Program<Module>} program
 * @param {() => Promise<Module>} make @returns {Promise<Module>}
 */
function once(known, program, make) {
  let made = known.get(program);
  if (!made) {
    made = make();
    known.set(program, made);
    made.catch(() => known.delete(program));
  }
  return made;
}

/**
 * Loads a program.
 * @template {{ default: StartInParts }} Module @param {Program<Module>} program
 */
export const loaded = (program) =>
  once(loading, program, async () => {
    const module = await program.script();
    await module.default({ module_or_path: await fileAt(program.wasm), part });
    return module;
  });

/**
 * Loads a program and gives it what finds names.
 * @template {AnnotatorProgram} Module @param {Program<Module>} program
 */
export const weighed = (program) =>
  once(weighing, program, async () => {
    const [finder, weights] = await Promise.all([loaded(program), fileAt(WEIGHTS)]);
    finder.loadWeights(weights instanceof Response ? await bytesOf(weights) : weights);
    return finder;
  });

/** @param {Response} file */
async function bytesOf(file) {
  if (!file.ok) throw new Error(`${file.url} answers ${file.status}`);
  return new Uint8Array(await file.arrayBuffer());
}

/** Fetches a file of a part of the page’s program. @type {LoadPart} */
async function part(name) {
  const file = PARTS[name];
  if (!file) throw new Error(`there is no part ${name}`);
  const url = addressOf(file);
  return partAt(url, integrityAt(url, file));
}

/** @param {ProgramFile} file */
const addressOf = ({ place, name }) => (base ? new URL(name, base) : place());

/**
 * The integrity of a file; empty if a bundler has renamed it, and so may have changed it.
 * @param {URL} url @param {ProgramFile} file
 */
const integrityAt = (url, { name, integrity }) => (url.pathname.endsWith(name.slice(1)) ? integrity : "");

/** Fetches a file. Returns a response, or in Node its bytes. @param {ProgramFile} file */
async function fileAt(file) {
  const url = addressOf(file);
  if (url.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import("#files");
    return readFile(url);
  }
  return fetch(url, { integrity: integrityAt(url, file) });
}
