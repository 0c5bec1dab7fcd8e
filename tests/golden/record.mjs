// Records the output of a build and compares it with the golden files.
//
//   node tests/golden/record.mjs [--dist DIST] [--dossier DIR] [--no-browser]
//       compares with tests/golden/expected
//   … --update        replaces the golden files with the new record
//   … --out DIR       writes the whole record into a folder
//   … --against DIR   compares with such a folder instead
//
// DIST defaults to `dist` of the project. DIR of --dossier is the output folder of
// `cargo xtask pack examples/detained-in-russia DIR`; it defaults to `target/e2e/dossier`.
// CHROMIUM is the path of the browser.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { recordEmbedded } from "./elements.mjs";
import { differences, EXPECTED, partOf, readRecord, Record } from "./files.mjs";
import { recordHeadless } from "./headless.mjs";
import { recordViews } from "./views.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Records the output of the build in `dist` without a page. */
export async function recordModule(dist) {
  const record = new Record();
  await recordHeadless(dist, record.write);
  return record;
}

/**
 * Records what its pages show in a browser, and their messages; `dossier` is the folder of the
 * example.
 */
export async function recordPages({ dist, dossier, browser }) {
  const record = new Record();
  const module = await import(pathToFileURL(path.join(dist, "article-explorer.js")).href);
  await module.default();
  await recordViews({ dist, dossier, browser }, record.write);
  await recordEmbedded({ dist, browser, exportArticle: module.exportArticle }, record.write);
  return record;
}

async function launched() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error("the environment variable CHROMIUM is the path of the browser; --no-browser leaves out what needs one");
  // The packages of the end-to-end tests.
  const { chromium } = createRequire(path.join(root, "tests/e2e/package.json"))("playwright-core");
  const { FLAGS } = await import("../e2e/chromium.mjs");
  return chromium.launch({ executablePath, args: FLAGS });
}

async function main() {
  const { values } = parseArgs({
    options: {
      dist: { type: "string", default: process.env.DIST ?? path.join(root, "dist") },
      dossier: { type: "string", default: process.env.DOSSIER ?? path.join(root, "target/e2e/dossier") },
      out: { type: "string" },
      against: { type: "string" },
      update: { type: "boolean", default: false },
      "no-browser": { type: "boolean", default: false },
    },
  });
  const dist = path.resolve(values.dist);
  const record = await recordModule(dist);
  if (!values["no-browser"]) {
    const dossier = path.resolve(values.dossier);
    if (!existsSync(dossier)) throw new Error(`${dossier} is not there; cargo xtask pack examples/detained-in-russia ${dossier} makes it`);
    const browser = await launched();
    try {
      const pages = await recordPages({ dist, dossier, browser });
      for (const [name, text] of pages.files) record.write(name, text);
    } finally {
      await browser.close();
    }
  }
  if (values.out) await record.writeInto(path.resolve(values.out));
  if (values.update) {
    if (values["no-browser"]) throw new Error("--update needs a browser, so that everything is recorded");
    await record.condensed().writeInto(EXPECTED);
  }
  if (values.update || (values.out && !values.against)) return console.log(`${record.files.size} files recorded`);
  const expected = await readRecord(values.against ? path.resolve(values.against) : EXPECTED);
  const isRecorded = new Set([...record.files.keys()].map(partOf));
  for (const name of expected.files.keys()) if (!isRecorded.has(partOf(name))) expected.files.delete(name);
  const found = differences(values.against ? record : record.condensed(), expected);
  for (const difference of found) console.log(difference);
  console.log(`${expected.files.size} files expected, ${found.length} differ`);
  if (found.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error);
    process.exitCode = 2;
  });
}
