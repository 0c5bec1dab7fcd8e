// The time for an edit of an article of 400 paragraphs with 30 annotations each, in a page in one
// file that is edited in itself.

import { readdir, readFile } from "node:fs/promises";
import { launch, meter, quantile, serve } from "./setting.mjs";

const ROUNDS = 12;

const long = (await readFile(process.env.LONG, "utf8")).replaceAll("<", "\\u003c");
const template = (await readdir(process.env.DIST)).find((name) => /^template-.*\.txt$/.test(name));
const data = /(<script type="application\/json" id="article-explorer-data">)[^<]*/;
const file = (await readFile(`${process.env.DIST}/${template}`, "utf8")).replace(data, (_, open) => open + long);
const server = await serve((name, body) => (name === "index.html" ? file : body));
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
page.on("pageerror", (error) => console.error(String(error)));
await page.goto(server.url);
await page.waitForSelector("[data-ready]", { timeout: 60_000 });
await page.getByRole("button", { name: "Edit this article" }).click();
await page.locator(".editor-bar").waitFor();

const { cost, settled } = await meter(page);

// A word becomes a name: Enter opens the menu for what is selected, n the form.
await page.locator(".editor-text").focus();
await page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const isWord = () => /^ [a-z]+ $/.test(walker.currentNode.data);
  for (let count = 0; count < 40 && walker.nextNode(); ) count += isWord();
  const node = walker.currentNode;
  getSelection().setBaseAndExtent(node, 1, node, node.length - 1);
});
await page.keyboard.press("Enter");
await page.getByRole("group", { name: "Mark the selected words as" }).waitFor();
await settled();
await page.keyboard.press("n");
await page.getByRole("heading", { name: "New name" }).waitFor();
await settled();
await page.getByRole("button", { name: "Done" }).focus();
const name = await cost("Enter");
const before = await page.locator("article [data-entity]").count();
await page.locator(".editor-text").focus();
const costs = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const key of ["Control+z", "Control+y"]) costs.push(await cost(key));
}
await page.keyboard.press("Control+z");
await settled();
const after = await page.locator("article [data-entity]").count();
if (after !== before - 1) throw new Error("nothing was undone");
const idle = [];
for (let round = 0; round < ROUNDS; round += 1) idle.push((await cost("Shift")).script);
const waiting = quantile(idle, 0.5);
console.log(`an edit, its undoing and redoing: ${ROUNDS} rounds`);
console.log(`  the edit itself: script ${(name.script - waiting).toFixed(1)} ms, with style, layout and paint ${name.task.toFixed(1)} ms`);
for (const what of ["script", "task"]) {
  const list = costs.map((cost) => cost[what] - (what === "script" ? waiting : 0));
  const [half, most] = [0.5, 0.95].map((share) => quantile(list, share).toFixed(1));
  console.log(`  ${what === "script" ? "script" : "script, style, layout and paint"}: median ${half} ms, p95 ${most} ms`);
}
await browser.close();
server.close();
