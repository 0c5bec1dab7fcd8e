// Compares our search with others in one browser. CHROMIUM is the path of the browser, DIST the
// built page, and DATA the documents and queries (a JSON file with both). SIZES (comma-separated
// numbers) overrides the numbers of documents. Prints a table with ratios.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { launch, serveFolders } from "../setting.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, "node_modules");
const SIZES = process.env.SIZES?.split(",").map(Number) ?? [1, 100, 1_000, 2_000, 10_000];
/** The maximum duration of each kind of query, in milliseconds. */
const BUDGET = Number(process.env.BUDGET ?? 15_000);

const NAMES = { ours: "ours", minisearch: "MiniSearch + Porter", flexsearch: "FlexSearch", sqlite: "SQLite FTS5" };
/** The files that a page loads for each engine. */
const PROGRAMS = {
  minisearch: ["minisearch/dist/es/index.js", "stemmer/index.js"],
  flexsearch: ["flexsearch/dist/flexsearch.bundle.module.min.mjs"],
  sqlite: ["@sqlite.org/sqlite-wasm/dist/index.mjs", "@sqlite.org/sqlite-wasm/dist/sqlite3.wasm"],
};

const { documents, queries } = JSON.parse(await readFile(process.env.DATA, "utf8"));

const { url, asked, close } = await serveFolders({ "/dist/": process.env.DIST, "/packages/": packages, "/bench/": here });

const packed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const kB = (bytes) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);

const browser = await launch();

async function measured(name, size) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const cdp = await context.newCDPSession(page);
  await cdp.send("HeapProfiler.enable");
  const heap = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize = 0 } = await cdp.send("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  };
  await page.evaluate((documents) => (globalThis.documents = documents), documents.slice(0, size));
  const before = await heap();
  const found = await page.evaluate(
    async ([name, queries, budget]) => {
      const { measure } = await import("/bench/engines.mjs");
      const { sizes, index, ...found } = await measure(name, globalThis.documents, queries, budget);
      globalThis.index = index;
      globalThis.sizes = sizes;
      return found;
    },
    [name, queries, BUDGET],
  );
  found.sizes = {};
  for (const what of await page.evaluate(() => Object.keys(globalThis.sizes))) {
    const text = await page.evaluate((what) => {
      const reader = new FileReader();
      const read = new Promise((done) => (reader.onload = () => done(reader.result)));
      reader.readAsDataURL(new Blob([globalThis.sizes[what]]));
      return read;
    }, what);
    found.sizes[what] = packed(Buffer.from(text.slice(text.indexOf(",") + 1), "base64"));
  }
  await page.evaluate(() => delete globalThis.sizes);
  found.memory = (await heap()) - before;
  await context.close();
  return found;
}

const rows = {};
const ms = (number) => (number === undefined ? "–" : number < 1 ? number.toFixed(3) : number < 100 ? number.toFixed(1) : number.toFixed(0));
const line = (cells) => console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : String(cell).padStart(13))).join(""));
const sizes = SIZES.filter((size) => size <= documents.length);
for (const size of sizes) {
  console.log(`\n${size} document${size === 1 ? "" : "s"}, ${queries.length} queries; times in ms, bytes in kB by brotli 11`);
  line(["", "build", "typing p50", "typing p95", "(measured)", "words p50", "words p95", "again p95", "index", "memory MB"]);
  for (const name of Object.keys(NAMES)) {
    const found = await measured(name, size);
    rows[name] ??= {};
    rows[name][size] = found;
    line([
      NAMES[name],
      ms(found.built),
      ms(found.typing.p50),
      ms(found.typing.p95),
      found.typing.measured,
      ms(found.whole.p50),
      ms(found.whole.p95),
      ms(found.again.p95),
      kB(found.sizes.index),
      (found.memory / 1e6).toFixed(1),
    ]);
    if (found.load !== undefined) {
      console.log(`  loads in ${ms(found.load)} ms; with positions ${kB(found.sizes["with positions"])} kB`);
    }
  }
}
console.log("\nhow many times as much as ours");
line(["", "documents", "build", "typing p95", "words p95", "index"]);
for (const name of Object.keys(NAMES).filter((name) => name !== "ours")) {
  for (const size of sizes) {
    const [theirs, own] = [rows[name][size], rows.ours[size]];
    const ratio = (of) => (of(theirs) / of(own)).toFixed(2);
    line([NAMES[name], size, ratio((row) => row.built), ratio((row) => row.typing.p95), ratio((row) => row.whole.p95), ratio((row) => row.sizes.index)]);
  }
}
console.log("\nthe program, kB by brotli 11, as it is published");
const own = [...asked["/dist/"]].filter(([name]) => name.endsWith(".js") || name.endsWith(".wasm"));
line([NAMES.ours, kB(own.reduce((sum, [, body]) => sum + packed(body), 0))]);
for (const [name, files] of Object.entries(PROGRAMS)) {
  let sum = 0;
  for (const file of files) sum += packed(await readFile(path.join(packages, file)));
  line([NAMES[name], kB(sum)]);
}
await browser.close();
close();
