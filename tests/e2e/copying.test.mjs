import assert from "node:assert/strict";
import { becomes, engine, reading } from "./harness.mjs";
import { articleText, cards, choose, hits, search } from "./page.mjs";

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

async function copyArticle(page) {
  await page.evaluate(() => navigator.clipboard.writeText("nothing was copied"));
  await page.evaluate(() => {
    document.activeElement.blur();
    getSelection().selectAllChildren(document.querySelector("article[data-article]"));
  });
  await page.keyboard.press("Control+C");
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await becomes(page, async () => (await read()) !== "nothing was copied", true, "something was copied");
  const copied = await read();
  // Firefox and WebKit can end the last paragraph like the others.
  return engine === "chromium" ? copied : copied.replace(/\n+$/, "");
}

reading("copying the article copies its text", { context: clipboard }, async (page) => {
  assert.equal(await copyArticle(page), await articleText());
});

reading("also with a query, filters and an open claim", {
  context: clipboard,
  hash: "#q=commission&speaker=guo-jiakun&claim=c8",
}, async (page) => {
  await becomes(page, async () => (await hits(page)).length, 4);
  assert.equal(await copyArticle(page), await articleText());
});

reading("also with an open name and few kinds marked", {
  context: clipboard,
  hash: "#entity=european-commission&types=organisation",
}, async (page) => {
  assert.equal(await copyArticle(page), await articleText());
});

reading("also where elements mark the hits", {
  context: clipboard,
  before: (page) => page.addInitScript(() => delete globalThis.Highlight),
}, async (page) => {
  await search(page).fill("European");
  await becomes(page, async () => (await hits(page)).length > 4, true);
  assert.equal(await copyArticle(page), await articleText());
});

reading("also on a narrow page with every list of claims unfolded", {
  context: clipboard,
  width: 360,
  height: 740,
}, async (page) => {
  const lists = page.locator("article details");
  const count = await lists.count();
  assert.equal(count, 8);
  for (let list = 0; list < count; list += 1) {
    await lists.nth(list).locator("summary").click();
  }
  await becomes(page, async () => (await cards(page)).length, 13);
  assert.equal(await copyArticle(page), await articleText());
});

reading("also on a narrow page with a query and filters", {
  context: clipboard,
  width: 360,
  height: 740,
  hash: "#q=commission&form=indirect&claim=c11",
}, async (page) => {
  await becomes(page, async () => (await cards(page)).includes("c11"), true);
  assert.equal(await copyArticle(page), await articleText());
});

reading("copying a few words copies just them", { context: clipboard }, async (page) => {
  await choose(page, "form", "direct");
  await page.evaluate(() => {
    const pieces = document.querySelectorAll('article [data-claim="c10"]');
    const selection = getSelection();
    selection.setBaseAndExtent(pieces[0].firstChild, 0, pieces[1].firstChild, "represents".length);
    document.activeElement.blur();
  });
  await page.keyboard.press("Control+C");
  const expected =
    "This severely violates market principles and fair competition rules,” he said, adding that the move “represents";
  await becomes(page, () => page.evaluate(() => navigator.clipboard.readText()), expected);
});

reading("a claim is cited with its words, its speaker and its address", {
  context: clipboard,
  hash: "#claim=c10",
}, async (page, visit) => {
  await page.getByRole("button", { name: "Cite" }).click();
  await page.getByText("Copied").waitFor();
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(cited, /This severely violates market principles and fair competition rules/);
  assert.match(cited, /Guo Jiakun/);
  assert.ok(cited.includes(`${visit.url}#claim=c10`), cited);
});

reading("where the browser refuses, the text can be copied by hand", {
  hash: "#claim=c10",
  before: (page) =>
    page.addInitScript(() => {
      if (navigator.clipboard) {
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      }
    }),
}, async (page, visit) => {
  await page.locator("[data-claim-card=c10]").getByRole("button", { name: "Copy link" }).click();
  const field = page.getByRole("textbox", { name: "Copy this text" });
  await field.waitFor();
  await becomes(page, () => field.inputValue(), `${visit.url}#claim=c10`);
});
