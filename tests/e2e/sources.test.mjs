// The sources that an element accepts, besides one article as JSON.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { becomes, dossier, root } from "./harness.mjs";
import { articles, explorer, hosted, hostPage, ready, SCRIPT, stateOf } from "./hosts.mjs";
import { articleText, cards } from "./page.mjs";

const holding = (attributes) =>
  hostPage(`<article-explorer ${attributes} loading="eager"><p>Fallback</p></article-explorer>`, SCRIPT);
const article = (name) => () => readFile(path.join(root, "articles", name));

const LONG = "which are many enough to be told from the furniture of the page around them, as those of a report mostly are. ".repeat(4);

hosted("an article in Markdown, with its annotations", {
  html: holding('src="/story.md" annotations="/story.json"'),
  routes: {
    "/story.md": article("cybersecurity-package.md"),
    "/story.json": article("cybersecurity-package.annotations.json"),
  },
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, async () => (await cards(page)).length, 13);
  const paragraphs = await page.locator("article p.block").allInnerTexts();
  assert.equal(paragraphs.join("\n\n"), await articleText());
});

hosted("a saved page, of which nothing runs", {
  html: holding('src="/saved.html"'),
  routes: {
    "/saved.html": `<title>Saved</title><nav>Menu</nav><article><h1>Saved</h1><p>First words of the article, ${LONG}<img src=x onerror="document.title='ran'"></p><script>document.title = "ran"</script><p>Second words of it, “quoted by somebody”, ${LONG}</p></article>`,
  },
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const text = await page.locator("article").innerText();
  assert.match(text, /First words[^]*Second words/);
  assert.doesNotMatch(text, /Menu|document\.title/);
  assert.equal(await page.title(), "Host");
});

hosted("several articles, which one program for them shows", {
  html: holding('src="/several.json" q="Poland"'),
  routes: { "/several.json": () => readFile(path.join(dossier, "articles.json")) },
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await page.locator("[data-found] h2 a").first().click();
  await becomes(page, async () => (await stateOf(explorer(page))).article?.startsWith("2024-08-01"), true);
  await page.locator("article[data-article]").waitFor();
  assert.equal(await page.evaluate(() => location.hash), "");
  // Now a single article in the same element.
  await explorer(page).evaluate((element, articles) => (element.articles = articles), articles);
  assert.equal(await ready(explorer(page)), true);
  await page.locator('article[data-article="cybersecurity-package"]').waitFor();
  await becomes(page, () => page.locator("[data-found]").count(), 0);
});

hosted("a file without an article is said, and the fallback stays", {
  html: holding('src="/empty.md"'),
  routes: { "/empty.md": "---\ntitle: Nothing\n---\n" },
  says: [/Article Explorer: /],
}, async (page) => {
  assert.match(String(await ready(explorer(page))), /empty\.md/);
  await page.getByText("Fallback").waitFor();
});
