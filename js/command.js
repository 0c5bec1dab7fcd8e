#!/usr/bin/env node
// The command of the npm package, in Node: `article-explorer pack DIR [OUT]` makes a bundle of the
// articles of a folder. The programs decide what is read and written; this script does it.

import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from "node:zlib";
import { FILES, PUBLISHER } from "places";
import { loaded, weighed } from "./programs.js";

const USAGE = `usage: article-explorer pack DIR [OUT] [--parts] [--compress]

Makes a website of the articles (NAME.md) in the folder DIR, and writes it to the folder OUT, which
is dist if it is not named. An earlier website of this kind in OUT is replaced; pages of articles
that have not changed are not made again.

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

/** Says once a second how far a piece of work is. @param {number} of @param {string} what */
function progress(of, what) {
  let [done, said] = [0, Date.now()];
  return () => {
    done += 1;
    if (Date.now() - said < 1000) return;
    said = Date.now();
    console.error(`${done} of ${of} ${what}`);
  };
}

/** Whether two files have the same content. @param {Uint8Array} one @param {Uint8Array} other */
const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** The content of a file, if it is there. @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Takes the files of a bundle, which replace those of an earlier one. @param {string} folder @param {() => void} step */
function target(folder, step) {
  /** @type {Set<string>} */
  const names = new Set();
  /** Removes what is no folder, or no file, where there has to be one. @param {string} file @param {boolean} isFolder */
  const clear = (file, isFolder) => {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there && (isFolder ? !there.isDirectory() : !there.isFile())) rmSync(file, { recursive: true });
  };
  const write = (/** @type {string} */ name, /** @type {Uint8Array} */ content) => {
    const file = join(folder, name);
    names.add(name);
    if (name.startsWith("articles/")) step();
    if (name.includes("/")) clear(dirname(file), true);
    clear(file, false);
    const there = contentOf(file);
    if (there && same(there, content)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  /** The names of all files, and those of folders after what is in them. @param {string} prefix @returns {string[]} */
  const all = (prefix = "") =>
    readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [...all(`${prefix}${entry.name}/`), `${prefix}${entry.name}/`] : [prefix + entry.name],
    );
  /** Removes what is not in the bundle. @param {boolean} copiesStay whether compressed copies of its files may stay */
  const removeOthers = (copiesStay) => {
    for (const name of all()) {
      const file = join(folder, name);
      if (name.endsWith("/")) {
        if (readdirSync(file).length === 0) rmdirSync(file);
      } else if (!names.has(name) && !(copiesStay && /\.(br|gz)$/.test(name) && names.has(name.slice(0, -3)))) {
        rmSync(file, { recursive: false });
      }
    }
  };
  const packed = (/** @type {string} */ name) => contentOf(join(folder, name));
  const size = () => {
    const files = all().filter((name) => !name.endsWith("/"));
    return { files: files.length, bytes: files.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0) };
  };
  const files = () => [...names].map((name) => join(folder, name));
  return { write, packed, removeOthers, size, files };
}

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

/**
 * Whether a compressed copy is worth its place: it saves a tenth of a file that is larger than a
 * packet. `tools/src/bundle/assets.rs` has the same rule.
 * @param {Uint8Array} bytes @param {Uint8Array} compressed
 */
const pays = (bytes, compressed) => bytes.length > 1400 && compressed.length * 10 <= bytes.length * 9;

/** Whether a copy unpacks to a file. @param {Uint8Array} copy @param {(copy: Uint8Array) => Uint8Array} unpack @param {Uint8Array} bytes */
function isRight(copy, unpack, bytes) {
  try {
    return same(unpack(copy), bytes);
  } catch {
    return false;
  }
}

/** Writes a copy of each file in Brotli and in gzip if it becomes clearly smaller. @param {string[]} files */
async function compress(files) {
  const step = progress(files.length, "files compressed");
  const sizes = new Map(files.map((file) => [file, statSync(file, { throwIfNoEntry: false })?.size ?? 0]));
  // The largest first, so that none of them is the last.
  const rest = [...sizes.keys()].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
  const work = async () => {
    for (let file = rest.pop(); file; file = rest.pop()) {
      const bytes = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      for (const [ending, unpack, make] of /** @type {const} */ ([
        ["br", brotliDecompressSync, () => brotli(bytes, { params })],
        ["gz", gunzipSync, () => zipped(bytes, { level: 9 })],
      ])) {
        const name = `${file}.${ending}`;
        const there = contentOf(name);
        const copy = there && isRight(there, unpack, bytes) ? there : await make();
        if (pays(bytes, copy)) await writeFile(name, copy);
        else await rm(name, { force: true });
      }
      step();
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
  const begun = performance.now();
  const articleFiles = names.filter((name) => name.endsWith(".md"));
  const isRead = progress(articleFiles.length, "articles read");
  const read = (/** @type {string} */ name) => {
    if (name.endsWith(".md")) isRead();
    return readFileSync(join(articles, name));
  };
  const bundle = target(out, progress(articleFiles.length, "pages written"));
  const { packed } = bundle;
  const settings = names.includes("settings.json") ? new TextDecoder().decode(read("settings.json")) : undefined;
  // The description of the kit names its files by their hashes.
  const program = createHash("sha256").update(readFileSync(join(kit, "kit.json"))).update(settings ?? "").digest("hex");
  const source = { read, packed, tell: (/** @type {string} */ line) => console.error(line) };
  const [data, record] = reader.readFolder(names, source, program);
  const inKit = { read: (/** @type {string} */ name) => readFileSync(join(kit, name)) };
  const unchanged = await publisher.pack(inKit, data, record, settings, inParts, bundle);
  bundle.removeOthers(isCompressed);
  if (isCompressed) await compress(bundle.files());
  const { length } = JSON.parse(data).articles;
  const { files, bytes } = bundle.size();
  const facts = [`${files} files`, `${(bytes / 1e6).toFixed(1)} MB`, `${((performance.now() - begun) / 1000).toFixed(1)} s`];
  if (unchanged) facts.push(`${unchanged} unchanged`);
  console.log(`${length} ${length === 1 ? "article" : "articles"} of ${articles}: written to ${out} (${facts.join(", ")})`);
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
