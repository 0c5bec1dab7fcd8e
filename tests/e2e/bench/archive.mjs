// Measures what a reader of a large collection loads: from the bundle in DIST, for each of the
// queries in DATA, each in a new page. Sizes are those of the files compressed with Brotli.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { launch, quantile } from "./setting.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const folder = process.env.DIST;
const { queries } = JSON.parse(await readFile(process.env.DATA, "utf8"));
/** Only every `STEP`th query is run. */
const STEP = Math.max(1, Math.floor(queries.length / 100));

let asked = [];
const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1) || "index.html";
  const body = await readFile(path.join(folder, `${name}.br`)).catch(() => null);
  if (!body) return response.writeHead(404).end();
  asked.push([name, body.length]);
  response.setHeader("content-encoding", "br");
  response.setHeader("content-type", TYPES[path.extname(name)] ?? "application/octet-stream");
  response.end(body);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const url = `http://127.0.0.1:${server.address().port}/`;
const browser = await launch();
const sum = (files) => files.reduce((bytes, [, length]) => bytes + length, 0) / 1000;

const rows = { "before the first result": [], "when all twenty are listed": [] };
const times = [];
const files = [];
let page_bytes;
for (const query of queries.filter((_, at) => at % STEP === 0)) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  asked = [];
  await page.goto(url);
  await page.waitForSelector("[data-ready]");
  const program = asked.filter(([name]) => /\.(wasm|js|css)$/.test(name));
  page_bytes = { program: sum(program), page: sum(asked.filter((file) => !program.includes(file))) };
  asked = [];
  const [time] = await page.evaluate(async (query) => {
    const begin = performance.now();
    const done = new Promise((done) => {
      new MutationObserver(() => {
        if (!/^Looking/.test(document.querySelector("#counts").textContent) && document.querySelector(".found mark, .empty")) done();
      }).observe(document.querySelector("main").parentElement.parentElement, { subtree: true, childList: true, characterData: true });
    });
    const input = document.querySelector("input[type=search]");
    input.value = query;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await done;
    return [performance.now() - begin];
  }, `${query} `);
  times.push(time);
  const first = asked.findIndex(([name]) => name.endsWith(".json"));
  const before = first < 0 ? asked : asked.slice(0, first + 1);
  rows["before the first result"].push(sum(before));
  rows["when all twenty are listed"].push(sum(asked));
  files.push(before.length);
  await context.close();
}
const of = (list, digits = 0) => [0.5, 0.95].map((share) => quantile(list, share).toFixed(digits));
const { size } = await stat(path.join(folder, "index.html"));
console.log(`a large collection, ${times.length} queries, each in a page of its own; kB by brotli`);
console.log(`  the page ${page_bytes.page.toFixed(0)} kB (${(size / 1000).toFixed(0)} unpacked), its program ${page_bytes.program.toFixed(0)} kB`);
for (const [what, list] of Object.entries(rows)) {
  const [half, most] = of(list);
  console.log(`  ${what}: median ${half} kB, p95 ${most} kB`);
}
const [half, most] = of(files);
console.log(`  files before the first result: median ${half}, p95 ${most}`);
const [soon, late] = of(times);
console.log(`  until all are listed, with a pause of 150 ms for the next key: median ${soon} ms, p95 ${late} ms (this machine, no network)`);
await browser.close();
server.close();
