// Compares the build with the golden files. `node tests/golden/record.mjs --update` records them
// anew.

import assert from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { differences, EXPECTED, partOf, readRecord, Record } from "../golden/files.mjs";
import { recordModule, recordPages } from "../golden/record.mjs";
import { dist, dossier, engine, launched, single } from "./harness.mjs";

/** The parts of the record, by what recording them requires. */
const OF_MODULE = ["bundle", "reading", "opening", "finding", "exports", "collection"];
const OF_PAGES = ["views", "element", "frame"];

/** The maximum number of differing files to report for each part. */
const TOLD = 5;

// The build is the same in every browser.
const left = engine === "chromium" && !single ? false : "recorded in Chromium, of the files that are served";

/** The files of a record that belong to a part. */
function part(record, name) {
  const files = new Record();
  for (const [file, text] of record.files) if (partOf(file) === name) files.files.set(file, text);
  return files;
}

for (const [parts, recorded] of [
  [OF_MODULE, () => recordModule(dist)],
  [OF_PAGES, async () => recordPages({ dist, dossier, browser: await launched() })],
]) {
  let recording;
  for (const name of parts) {
    test(`as recorded: ${name}`, { skip: left, timeout: 600_000 }, async () => {
      recording ??= recorded();
      const record = await recording;
      const expected = part(await readRecord(EXPECTED), name);
      assert.ok(expected.files.size > 0, `nothing of ${name} is expected`);
      const found = differences(part(record.condensed(), name), expected);
      if (found.length === 0) return;
      const folder = await mkdtemp(path.join(tmpdir(), `article-explorer-${name}-`));
      await part(record, name).writeInto(folder);
      const more = found.length > TOLD ? `\n… ${found.length - TOLD} more files` : "";
      assert.fail(`${found.length} files of ${name} differ; what was recorded is in ${folder}\n${found.slice(0, TOLD).join("\n")}${more}`);
    });
  }
}

test("every part of the golden files is compared", { skip: left }, async () => {
  const expected = await readRecord(EXPECTED);
  const parts = new Set([...expected.files.keys()].map(partOf));
  assert.deepEqual([...parts].sort(), [...OF_MODULE, ...OF_PAGES].sort());
});
