// The language of the interface: that of the element or frame, and otherwise that of the bundle,
// whatever the language of the article.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { becomes, german, reading } from "./harness.mjs";
import { articles, element, explorer, hosted, hostPage, ready, SCRIPT } from "./hosts.mjs";
import { search, status } from "./page.mjs";

const ENGLISH = "Search this article";
const GERMAN = "Artikel durchsuchen";
const CHINESE = "搜索本文";

/** The name of the search, in the language of the interface. */
const label = (place) => search(place).getAttribute("aria-label");

/** The languages of the interface and of the article, for assistive technology. */
async function languages(place) {
  const of = (selector) => place.locator(selector).first().evaluate((element) => element.closest("[lang]")?.lang);
  return [await of("input[type=search]"), await of("article p")];
}

const shown = (attributes, language = "en") => ({
  html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${SCRIPT}${element(`loading=eager ${attributes}`)}`,
});

for (const [lang, name, interfaceLanguage] of [
  ["de", GERMAN, "de"],
  ["DE-at", GERMAN, "de"],
  ["zh-CN", CHINESE, "zh"],
  ["zh-Hant", ENGLISH, "en"],
  ["tlh", ENGLISH, "en"],
  ["", ENGLISH, "en"],
]) {
  hosted(`an element with lang="${lang}"`, shown(`lang="${lang}"`), async (page) => {
    assert.equal(await ready(explorer(page)), true);
    await becomes(page, () => label(page), name);
    await becomes(page, () => languages(page), [interfaceLanguage, "en"]);
  });
}

hosted("neither the page around an element nor the article chooses the language", {
  ...shown("", "de"),
  routes: {
    "/explorer/articles.json": JSON.stringify({
      ...articles,
      articles: articles.articles.map((article) => ({ ...article, language: "de" })),
    }),
  },
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => label(page), ENGLISH);
  await becomes(page, () => languages(page), ["en", "de"]);
});

hosted("an element can change its language, and elements have languages of their own", {
  html: hostPage(element("loading=eager id=a lang=de") + element("loading=eager id=b"), SCRIPT),
}, async (page) => {
  const [a, b] = ["a", "b"].map((id) => explorer(page, id));
  for (const place of [a, b]) assert.equal(await ready(place), true);
  await becomes(page, async () => [await label(a), await label(b)], [GERMAN, ENGLISH]);
  await search(a).fill("market");
  await becomes(page, () => status(a), "2 Treffer · 2 von 13 Aussagen");
  await a.evaluate((place) => (place.lang = "zh"));
  await becomes(page, () => label(a), CHINESE);
  await becomes(page, () => search(a).inputValue(), "market", "the view stays");
  await a.evaluate((place) => place.removeAttribute("lang"));
  await becomes(page, () => label(a), ENGLISH);
  assert.equal(await label(b), ENGLISH);
});

hosted("a compact element has the language of its interface", {
  html: hostPage('<article-explorer src="/explorer/articles.json" compact claim="c7" lang="de"></article-explorer>', SCRIPT),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const quotation = explorer(page).getByRole("figure");
  await quotation.getByText("wörtlich").waitFor();
  await becomes(page, () => quotation.evaluate((figure) => figure.closest("[lang]").lang), "de");
});

for (const [address, name] of [
  ["embed.html?lang=de", GERMAN],
  ["embed.html#lang=de", GERMAN],
  ["embed.html?lang=zh", CHINESE],
  ["embed.html?lang=tlh", ENGLISH],
]) {
  hosted(`the frame ${address}`, {
    html: ({ elsewhere }) => hostPage(`<iframe src="${elsewhere}/explorer/${address}" width="900" height="700"></iframe>`),
  }, async (page) => {
    const frame = page.frameLocator("iframe");
    await frame.locator("input[type=search]:enabled").waitFor();
    await becomes(page, () => label(frame), name);
  });
}

reading("the view in German", { served: true, change: inGerman }, async (page) => {
  await becomes(page, () => label(page), GERMAN);
  await becomes(page, () => status(page), "13 Aussagen · 37 Namen");
  await search(page).fill("form:loud zebra");
  await page.getByText("Nach „form:“ steht quoted, paraphrased, partly-quoted; „loud“ wird als Wörter gesucht").waitFor();
  await search(page).fill("zebra");
  await page.getByText("In diesem Artikel gibt es dafür keinen Treffer.").waitFor();
  await page.getByRole("button", { name: "Hilfe", exact: true }).click();
  await page.getByText("zwischen Artikel und Aussagen wechseln").waitFor();
});

/** The page of a bundle in German. */
function inGerman(name, body) {
  return name === "index.html" ? String(body).replace('<html lang="en">', '<html lang="de">') : body;
}

reading("a bundle in German is in German before and after the program starts", {
  folder: german,
  served: true,
  engines: ["chromium"],
  before: (page) => page.addInitScript(() => {
    globalThis.moved = [];
    new PerformanceObserver((list) => {
      globalThis.moved.push(...list.getEntries().map((entry) => entry.value));
    }).observe({ type: "layout-shift", buffered: true });
  }),
}, async (page) => {
  const html = await readFile(path.join(german, "index.html"), "utf8");
  assert.match(html, /<html lang="de">/);
  for (const words of [GERMAN, "2 Aussagen · 2 Namen", "21. Januar 2026", "Einen eigenen Artikel lesen"]) {
    assert.ok(html.includes(words), words);
  }
  assert.doesNotMatch(html, /Search this article|>Claims<|Marked by/);
  await becomes(page, () => label(page), GERMAN);
  await becomes(page, () => languages(page), ["de", "en"]);
  assert.equal(await page.locator("time").first().innerText(), "21. Januar 2026");
  assert.deepEqual(await page.evaluate(() => globalThis.moved), []);
});

reading("the page for a reader’s own articles is in German", {
  folder: german,
  served: true,
  hash: "workspace.html",
  starts: false,
}, async (page) => {
  await page.locator("#article-explorer[data-ready]").waitFor();
  await page.getByRole("heading", { name: "Einen eigenen Artikel lesen" }).waitFor();
  await page.getByRole("button", { name: "Diesen Text lesen" }).waitFor();
  await page.getByRole("link", { name: "‹ Zurück zum Artikel" }).waitFor();
});
