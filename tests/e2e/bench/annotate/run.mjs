// Compares our detection of names and claims with compromise in one browser. CHROMIUM is the path
// of the browser, DIST the built page, and DATA the texts (a JSON list). Prints words per second,
// the time for an article of 1,000 words, and what a page loads.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { launch, quantile, serveFolders } from "../setting.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, "node_modules");
/** The duration of each measurement in milliseconds. */
const BUDGET = Number(process.env.BUDGET ?? 5_000);
const NAMES = { ours: "ours", compromise: "compromise" };
/** The folder of each annotator's files. */
const PLACES = { ours: "/dist/", compromise: "/packages/" };

const texts = JSON.parse(await readFile(process.env.DATA, "utf8"));
const { url, asked, close } = await serveFolders({ "/dist/": process.env.DIST, "/packages/": packages, "/bench/": here });

const browser = await launch();
const found = {};
for (const name of Object.keys(NAMES)) {
  const page = await browser.newPage();
  await page.goto(url);
  found[name] = await page.evaluate(
    async ([name, texts, budget]) => {
      const { measure } = await import("/bench/annotators.mjs");
      return measure(name, texts, budget);
    },
    [name, texts, BUDGET],
  );
  await page.close();
}
await browser.close();
close();

const kB = (bytes) => (bytes / 1000).toFixed(1);
console.log("\nin Chromium      words/s   1,000 words: first   median      p95   kB by brotli 11   names   quotations or claims");
for (const [name, words] of Object.entries(NAMES)) {
  const { perSecond, first, times, names, claims } = found[name];
  // A page with an element loads the element's script anyway.
  const files = [...asked[PLACES[name]]].filter(([file]) => !file.endsWith("/article-explorer.js"));
  const bytes = files.reduce((sum, [, body]) => sum + brotliCompressSync(body).length, 0);
  const ms = (value) => `${value.toFixed(2)} ms`.padStart(9);
  console.log(
    `${words.padEnd(12)} ${Math.round(perSecond).toLocaleString("en").padStart(11)} ${ms(first).padStart(20)}${ms(quantile(times, 0.5))}${ms(quantile(times, 0.95))} ${kB(bytes).padStart(17)} ${String(names).padStart(7)} ${String(claims).padStart(22)}`,
  );
}
console.log(`${(found.ours.perSecond / found.compromise.perSecond).toFixed(1)} times as many words a second as compromise`);
