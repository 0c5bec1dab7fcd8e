// Records as folders of files: written, made small, and compared.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { toLines } from "./lines.mjs";

/** Where the golden files are kept. */
export const EXPECTED = path.join(path.dirname(fileURLToPath(import.meta.url)), "expected");

/** Articles whose exports are kept as they are; of the others, hashes are. */
const WHOLE = [
  "cybersecurity-package",
  "2022-07-06-griner-call",
  "2024-07-19-gershkovich-sentence",
  "markdown.md",
  "report.txt",
];

/** The file of those hashes. */
const HASHES = "exports.sha256.json";

/** How many lines that differ are told of a file. */
const TOLD = 6;

/** How much of a line is told. */
const LONGEST = 240;

/** A record as it is held in memory: its files by their names. */
export class Record {
  files = new Map();

  /** Notes a file: a text as it is, anything else as JSON. */
  write = (name, value) => {
    if (this.files.has(name)) throw new Error(`${name} is recorded twice`);
    this.files.set(name, typeof value === "string" ? value : toLines(value));
  };

  /** Writes all files into a folder, in place of what it held. */
  async writeInto(folder) {
    await rm(folder, { recursive: true, force: true });
    for (const [name, text] of this.files) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  /** The record as it is kept: of exports that are not kept, their hashes. */
  condensed() {
    const kept = new Record();
    const hashes = {};
    for (const [name, text] of this.files) {
      const [top, article, file] = name.split("/");
      const isWhole = top !== "exports" || file === undefined || file === "about.json" || WHOLE.includes(article);
      if (isWhole) kept.write(name, text);
      else hashes[`${article}/${file}`] = createHash("sha256").update(text).digest("hex");
    }
    if (Object.keys(hashes).length > 0) kept.write(HASHES, hashes);
    return kept;
  }
}

/** The record that a folder holds. */
export async function readRecord(folder) {
  const record = new Record();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"));
  for (const name of names.sort()) record.files.set(name, await readFile(path.join(folder, name), "utf8"));
  return record;
}

/** Which part of a record a file belongs to. */
export const partOf = (name) => (name === HASHES ? "exports" : name.split("/")[0]);

/** How a record differs from what is expected, a text for each file, in the order of their names. */
export function differences(found, expected) {
  const names = [...new Set([...found.files.keys(), ...expected.files.keys()])].sort();
  const differing = names.filter((name) => found.files.get(name) !== expected.files.get(name));
  return differing.map((name) => {
    if (!found.files.has(name)) return `${name}: no longer recorded`;
    if (!expected.files.has(name)) return `${name}: not expected`;
    const hint = name === HASHES ? " only hashes are kept of these; --out and --against of tests/golden/record.mjs tell the lines" : "";
    return `${name}:${hint}\n${firstDiffering(found.files.get(name), expected.files.get(name))}`;
  });
}

/** The first lines that differ, as `-` what is expected and `+` what was found. */
function firstDiffering(found, expected) {
  const [now, before] = [found, expected].map((text) => text.split("\n"));
  let start = 0;
  while (now[start] === before[start]) start += 1;
  let end = 0;
  const most = Math.min(now.length, before.length) - start;
  while (end < most && now.at(-1 - end) === before.at(-1 - end)) end += 1;
  const told = (mark, lines) => {
    const differing = lines.slice(start, lines.length - end);
    const shown = differing.slice(0, TOLD).map((line) => `  ${mark} ${line.slice(0, LONGEST)}`);
    const left = differing.length - shown.length;
    return left > 0 ? [...shown, `  ${mark} … ${left} more`] : shown;
  };
  return [`  line ${start + 1}`, ...told("-", before), ...told("+", now)].join("\n");
}
