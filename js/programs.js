// Loads the programs beside this module, each once, in browsers and in Node. esbuild replaces
// every address by a literal, so that bundlers find the files.

import { PARTS } from "page-places";
import { partAt } from "./part_file.js";

/** @typedef {(from: Parameters<Start>[0] & { part: LoadPart }) => Promise<unknown>} StartInParts */

/**
 * @template Module
 * @param {() => Promise<Module>} script @param {() => URL} wasm @param {string} name @param {string} integrity
 * @returns {Program<Module>}
 */
const program = (script, wasm, name, integrity) => ({ script, wasm, name, integrity });

/** @type {Program<PageProgram>} */
export const PAGE = program(
  () => import(BUILD.page.script),
  () => new URL(BUILD.page.wasm, import.meta.url),
  BUILD.page.wasm,
  BUILD.page.integrity,
);
/** @type {Program<SearchProgram>} */
export const SEARCH = program(
  () => import(BUILD.search.script),
  () => new URL(BUILD.search.wasm, import.meta.url),
  BUILD.search.wasm,
  BUILD.search.integrity,
);
/** @type {Program<AnnotatorProgram>} */
export const ANNOTATOR = program(
  () => import(BUILD.annotator.script),
  () => new URL(BUILD.annotator.wasm, import.meta.url),
  BUILD.annotator.wasm,
  BUILD.annotator.integrity,
);
/** @type {Program<FilesProgram>} */
export const FILES = program(
  () => import(BUILD.files.script),
  () => new URL(BUILD.files.wasm, import.meta.url),
  BUILD.files.wasm,
  BUILD.files.integrity,
);
/** @type {Program<ExportsProgram>} */
export const EXPORTS = program(
  () => import(BUILD.exports.script),
  () => new URL(BUILD.exports.wasm, import.meta.url),
  BUILD.exports.wasm,
  BUILD.exports.integrity,
);

/** The folder of the files that are not scripts; empty if they are beside this module. */
let base = "";

/** @param {string | URL} folder */
export function setBase(folder) {
  base = new URL(`${folder}`.replace(/[^/]$/, "$&/"), globalThis.document?.baseURI).href;
}

/**
 * Loads a program, once.
 * @template {{ default: StartInParts }} Module @param {Program<Module>} program @returns {Promise<Module>}
 */
export function loaded(program) {
  // After a failure, the next call tries again.
  program.loading ??= load(program).catch((error) => {
    program.loading = undefined;
    throw error;
  });
  return program.loading;
}

/** @template {{ default: StartInParts }} Module @param {Program<Module>} program */
async function load({ script, wasm, name, integrity }) {
  const module = await script();
  await module.default({ module_or_path: await fileAt(wasm, name, integrity), part });
  return module;
}

/** Fetches a file of a part of the page’s program. @type {LoadPart} */
async function part(name) {
  const file = PARTS[name];
  if (!file) throw new Error(`there is no part ${name}`);
  const url = addressOf(file.place, file.name);
  return partAt(url, integrityAt(url, file.name, file.integrity));
}

/** @param {() => URL} beside the address beside this module @param {string} name */
const addressOf = (beside, name) => (base ? new URL(name, base) : beside());

/**
 * The integrity of a file; empty if a bundler has renamed it, and so may have changed it.
 * @param {URL} file @param {string} name @param {string} integrity
 */
const integrityAt = (file, name, integrity) => (file.pathname.endsWith(name.slice(1)) ? integrity : "");

/**
 * Fetches a file. Returns a response, or in Node its bytes.
 * @param {() => URL} beside the address beside this module @param {string} name @param {string} [integrity]
 */
async function fileAt(beside, name, integrity = "") {
  const file = addressOf(beside, name);
  if (file.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import("#files");
    return readFile(file);
  }
  return fetch(file, { integrity: integrityAt(file, name, integrity) });
}

async function weights() {
  const file = await fileAt(() => new URL(BUILD.weights, import.meta.url), BUILD.weights);
  if (!(file instanceof Response)) return file;
  if (!file.ok) throw new Error(`${file.url} answers ${file.status}`);
  return new Uint8Array(await file.arrayBuffer());
}

/** @type {WeakMap<object, Promise<any>>} */
const weighing = new WeakMap();

/**
 * Loads a program, and once the weights with which it finds names.
 * @template {AnnotatorProgram} Module @param {Program<Module>} program @returns {Promise<Module>}
 */
export function weighed(program) {
  const known = weighing.get(program);
  if (known) return known;
  const made = Promise.all([loaded(program), weights()]).then(([finder, bytes]) => {
    finder.loadWeights(bytes);
    return finder;
  });
  weighing.set(program, made);
  made.catch(() => weighing.delete(program));
  return made;
}
