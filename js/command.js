#!/usr/bin/env node
// The command of the npm package, in Node: `article-explorer pack DIR [OUT]` makes a bundle of the
// articles of a folder. The programs decide what is read and written; this script does it.

import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { FILES, PUBLISHER } from "places";
import { loaded, weighed } from "./programs.js";

const USAGE = `usage: article-explorer pack DIR [OUT] [--parts] [--compress]

Makes a website of the articles (NAME.md) in the folder DIR, and writes it to the folder OUT, which
is dist if it is not named. An earlier website of this kind in OUT is replaced.

  --parts       make files of a few articles too that pages load one by one
  --compress    add copies compressed with Brotli and gzip, for servers that send such files
  -h, --help    print this text`;

/** The folder of the package. */
const kit = dirname(fileURLToPath(import.meta.url));

/** @param {string} name */
const isFolder = (name) => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The names of the files of a folder, and of its folders with `/` at the end. @param {string} folder */
const namesIn = (folder) => readdirSync(folder).map((name) => (isFolder(join(folder, name)) ? `${name}/` : name));

/** Whether a folder that exists is another one or inside it. @param {string} inner @param {string} outer */
function isWithin(inner, outer) {
  const way = relative(realpathSync(outer), realpathSync(inner));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Throws if the files of a folder must not be replaced.
 * @param {string} out @param {string} articles @param {(names: string[]) => boolean} isBundle
 */
function checkOut(out, articles, isBundle) {
  if (!existsSync(out)) return;
  if (!isFolder(out)) throw new Error(`${out} is not a folder`);
  const names = namesIn(out);
  if (names.length && !isBundle(names)) {
    throw new Error(
      `${out} holds other files, which would be lost; name an empty folder, or one that was packed before`,
    );
  }
  for (const [what, folder] of [["the articles are", articles], ["this program is", kit]]) {
    if (folder && isWithin(folder, out)) {
      throw new Error(`${what} in ${out}, whose files would be replaced; name another folder`);
    }
  }
}

/** Takes the files of a bundle; the first one replaces all that were there. @param {string} folder */
function target(folder) {
  let isEmptied = false;
  /** @type {string[]} */
  const files = [];
  const write = (/** @type {string} */ name, /** @type {Uint8Array} */ content) => {
    // The folder itself may be one that cannot be removed.
    const old = isEmptied || !existsSync(folder) ? [] : readdirSync(folder);
    for (const entry of old) rmSync(join(folder, entry), { recursive: true });
    isEmptied = true;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    files.push(file);
  };
  return { write, files };
}

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

/** Writes a compressed copy of each file in Brotli and gzip. @param {string[]} files */
async function compress(files) {
  const sizes = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0]));
  // The largest first, so that none of them is the last.
  const rest = [...sizes.keys()].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
  const work = async () => {
    for (let file = rest.pop(); file; file = rest.pop()) {
      const bytes = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      await writeFile(`${file}.br`, await brotli(bytes, { params }));
      await writeFile(`${file}.gz`, await zipped(bytes, { level: 9 }));
    }
  };
  // Node compresses on four threads.
  await Promise.all([work(), work(), work(), work()]);
}

/** @param {string} articles @param {string} out @param {{ inParts: boolean, isCompressed: boolean }} options */
async function pack(articles, out, { inParts, isCompressed }) {
  if (!isFolder(articles)) throw new Error(`${articles} is not a folder that can be read`);
  const names = namesIn(articles);
  const [reader, publisher] = await Promise.all([weighed(FILES), loaded(PUBLISHER)]);
  checkOut(out, articles, publisher.isBundle);
  const read = (/** @type {string} */ name) => readFileSync(join(articles, name));
  const data = reader.readFolder(names, { read, tell: (line) => console.error(line) });
  const settings = names.includes("settings.json") ? new TextDecoder().decode(read("settings.json")) : undefined;
  const bundle = target(out);
  await publisher.pack({ read: (name) => readFileSync(join(kit, name)) }, data, settings, inParts, bundle);
  if (isCompressed) await compress(bundle.files);
  const { length } = JSON.parse(data).articles;
  console.log(`${length} ${length === 1 ? "article" : "articles"} of ${articles}: written to ${out}`);
}

/** Runs the command of a line, and returns its exit code. @param {string[]} words */
async function run(words) {
  const options = words.filter((word) => word.startsWith("-"));
  const [command, ...folders] = words.filter((word) => !word.startsWith("-"));
  if (options.some((option) => option === "--help" || option === "-h")) {
    console.log(USAGE);
    return 0;
  }
  const unknown = options.find((option) => !["--parts", "--compress"].includes(option));
  const [articles, out = "dist"] = folders;
  if (command !== "pack" || unknown !== undefined || articles === undefined || folders.length > 2) {
    const told = unknown !== undefined && `unknown option ${unknown}`;
    console.error([told, command && command !== "pack" && `unknown command ${command}`, USAGE].filter(Boolean).join("\n\n"));
    return 2;
  }
  try {
    await pack(articles, out, { inParts: options.includes("--parts"), isCompressed: options.includes("--compress") });
    return 0;
  } catch (error) {
    console.error(`error: ${messageOf(error)}`);
    return 1;
  }
}

if (process) process.exitCode = await run(process.argv.slice(2));
