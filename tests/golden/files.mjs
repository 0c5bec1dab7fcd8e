// Records as folders of files: written, condensed, and compared.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { toLines } from "./lines.mjs";

/** The folder of the golden files. */
export const EXPECTED = path.join(path.dirname(fileURLToPath(import.meta.url)), "expected");

/** Articles whose exports are stored in full; for the others, only hashes are stored. */
const WHOLE = [
  "cybersecurity-package",
  "2022-07-06-griner-call",
  "2024-07-19-gershkovich-sentence",
  "markdown.md",
  "report.txt",
];

/** The file of these hashes. */
const HASHES = "exports.sha256.json";

/** The maximum number of differing lines to report for each file. */
const TOLD = 6;

/** The maximum length of a reported line. */
const LONGEST = 240;

/** A record in memory: its files by name. */
export class Record {
  files = new Map();

  /** Adds a file: text unchanged, anything else as JSON. */
  write = (name, value) => {
    if (this.files.has(name)) throw new Error(`${name} is recorded twice`);
    this.files.set(name, typeof value === "string" ? value : toLines(value));
  };

  /** Writes all files into a folder, replacing its contents. */
  async writeInto(folder) {
    await rm(folder, { recursive: true, force: true });
    for (const [name, text] of this.files) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }

  /** The record in its stored form, with hashes for exports that are not stored in full. */
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

/** Reads the record in a folder. */
export async function readRecord(folder) {
  const record = new Record();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"));
  for (const name of names.sort()) record.files.set(name, await readFile(path.join(folder, name), "utf8"));
  return record;
}

/** The part of a record that a file belongs to. */
export const partOf = (name) => (name === HASHES ? "exports" : name.split("/")[0]);

/**
 * The differences between a record and the expected one: one text for each file, in order of name.
 */
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

/** The first differing lines, with `-` for expected and `+` for found. */
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
