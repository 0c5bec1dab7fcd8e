// The time for a key typed into the search of an article of 400 paragraphs with 30 annotations
// each.

import { readFile } from "node:fs/promises";
import { launch, meter, quantile, serve } from "./setting.mjs";

const long = await readFile(process.env.LONG, "utf8");
const data = /(<script type="?application\/json"? id="?article-explorer-data"?>)[^]*?(<\/script>)/;
const server = await serve((name, body) =>
  name === "index.html" ? String(body).replace(data, (_, open, close) => open + long + close) : body,
);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
await page.goto(server.url);
await page.waitForSelector("[data-ready]", { timeout: 60_000 });
const marks = await page.evaluate(() => ({
  paragraphs: document.querySelectorAll("article p").length,
  pieces: document.querySelectorAll("article [data-entity], article [data-claim]").length,
}));
await page.evaluate(() => {
  globalThis.changes = 0;
  new MutationObserver((list) => (globalThis.changes += list.length)).observe(
    document.querySelector("article"),
    { subtree: true, childList: true, characterData: true, attributes: true },
  );
});
const { cost } = await meter(page);

const words = await page.evaluate(() => {
  const found = document.querySelector("article").textContent.match(/\b[a-z]{7,10}\b/g);
  return [5, 155, 905, 2005, 3005].map((at) => found[at]);
});
await page.locator('input[type="search"]').focus();
// Waiting for the frame counts as script too, so the cost of a key that does nothing is subtracted.
const idle = [];
for (let time = 0; time < 20; time += 1) idle.push((await cost("Shift")).script);
const waiting = quantile(idle, 0.5);
const scripts = [];
const tasks = [];
for (const word of words) {
  for (const key of [...word, ...word].map((letter, at) => (at < word.length ? letter : "Backspace"))) {
    const { script, task } = await cost(key);
    scripts.push(script - waiting);
    tasks.push(task);
  }
}
const changes = await page.evaluate(() => globalThis.changes);
const hits = await page.evaluate(() => CSS.highlights.size);
console.log(
  `a key in the search: ${marks.paragraphs} paragraphs, ${marks.pieces} marked pieces, ${scripts.length} keys (${words.join(", ")})`,
);
for (const [name, list] of [["script", scripts], ["script, style, layout and paint", tasks]]) {
  const [half, most, worst] = [0.5, 0.95, 1].map((share) => quantile(list, share).toFixed(2));
  console.log(`  ${name}: median ${half} ms, p95 ${most} ms, worst ${worst} ms`);
}
console.log(`  taken off the script: ${waiting.toFixed(2)} ms of the bench's own, measured with a key that does nothing`);
console.log(`  changes of the text's elements: ${changes}; highlights left at the end: ${hits}`);
await browser.close();
server.close();
