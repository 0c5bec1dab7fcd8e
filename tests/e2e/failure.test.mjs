import assert from "node:assert/strict";
import { becomes, matches, reading } from "./harness.mjs";
import { articleText, hits, search } from "./page.mjs";

/** Checks that the text is complete and visible, and that one line says `what` happened. */
async function isReadable(page, what) {
  const line = page.getByRole("alert");
  await line.waitFor();
  await becomes(page, () => line.count(), 1);
  await matches(page, () => line.innerText(), what);
  await textIsWhole(page);
}

async function textIsWhole(page) {
  const paragraphs = page.locator("article[data-article] p");
  const shown = async () => (await paragraphs.allInnerTexts()).join("\n\n");
  await becomes(page, shown, await articleText());
  for (const paragraph of await paragraphs.all()) await paragraph.waitFor();
  await page.getByRole("heading", { level: 1, name: /^Beijing objects/ }).waitFor();
}

const isWasm = (name) => name.endsWith(".wasm");

reading("the text stands there before the program does", {
  starts: false,
  until: "commit",
  served: true,
  change: (name, body) => (name.endsWith(".js") ? new Promise(() => {}) : body),
}, (page) => textIsWhole(page));

reading("the program is not there", {
  starts: false,
  served: true,
  change: (name, body) => (isWasm(name) ? 404 : body),
  says: [/404/],
  maySay: [/wasm/i],
}, (page) => isReadable(page, /unavailable: .*the text below is complete/i));

reading("the program is garbage", {
  starts: false,
  served: true,
  change: (name, body) => (isWasm(name) ? Buffer.from("this is no program") : body),
  maySay: [/wasm|integrity/i],
}, (page) => isReadable(page, /unavailable: .*the text below is complete/i));

reading("the program is cut off", {
  starts: false,
  served: true,
  change: (name, body) => (isWasm(name) ? body.subarray(0, body.length / 2) : body),
  maySay: [/wasm|integrity/i],
}, (page) => isReadable(page, /unavailable: .*the text below is complete/i));

reading("the script of the program is not there", {
  starts: false,
  served: true,
  change: (name, body) => (/^program-.*\.js$/.test(name) ? 404 : body),
  says: [/404/],
  maySay: [/integrity/i],
}, (page) => isReadable(page, /unavailable: .*the text below is complete/i));

reading("the browser has no WebAssembly", {
  starts: false,
  before: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
}, (page) => isReadable(page, /no WebAssembly/));

reading("scripts are switched off", { starts: false, context: { javaScriptEnabled: false }, engines: ["chromium"] }, async (page) => {
  await textIsWhole(page);
  const line = page.locator("noscript > p");
  assert.ok(await line.isVisible());
  assert.match(await line.innerText(), /^JavaScript is off, so search and filters are unavailable/);
  assert.equal(await page.locator("ol > li", { hasText: "in the text" }).filter({ visible: true }).count(), 13);
});

reading("the program comes to its end while it runs", {
  hash: "#q=protectionism",
}, async (page) => {
  await becomes(page, async () => (await hits(page)).length, 2);
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
  });
  await isReadable(page, /could not continue \(unreachable\); reload the page\./);
  await becomes(page, () => hits(page), [], "nothing of the program is left");
});

reading("somebody else takes away what the program drew, and it panics", {
  says: [/^error: .*insert/s, /^uncaught: unreachable/i],
}, async (page) => {
  await page.getByRole("main").evaluate((main) => main.replaceChildren());
  await page.getByRole("button", { name: "Help" }).click();
  await isReadable(page, /the program crashed \(.*the text below is complete/i);
});

reading("errors of other scripts are theirs", { says: [/uncaught: theirs/] }, async (page) => {
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("theirs");
    });
    setTimeout(() => (globalThis.after = true));
  });
  await page.waitForFunction(() => globalThis.after);
  assert.equal(await page.getByRole("alert").count(), 0);
  await search(page).fill("protectionism");
  await becomes(page, async () => (await hits(page)).length, 2);
});
