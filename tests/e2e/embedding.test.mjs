// Claims by themselves in other pages, and what the page offers for embedding and citing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { becomes, dossier, matches, reading } from "./harness.mjs";
import { articles, explorer, hosted, hostPage, ready, SCRIPT } from "./hosts.mjs";
import { violations } from "./axe.mjs";

const [article] = articles.articles;
const claims = article.annotations.claims;
const shown = (place) =>
  place.locator("[data-claim-card]").evaluateAll((cards) => cards.map((card) => card.dataset.claimCard));
const compact = (attributes) => `<article-explorer src="/explorer/articles.json" compact ${attributes}></article-explorer>`;

hosted("an element without src shows the articles of the bundle of its script", {
  html: hostPage("<article-explorer></article-explorer>", SCRIPT),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => explorer(page).locator("article[data-article]").getAttribute("data-article"), article.id);
});

hosted("a compact element shows one claim with its speaker and source, and no article", {
  html: hostPage(`<main><h1>Host</h1>${compact('claim="c9" permalink="https://example.org/read/"')}</main>`, SCRIPT),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => shown(explorer(page)), ["c9"]);
  const quotation = explorer(page).getByRole("figure");
  await matches(page, () => quotation.innerText(), /Guo Jiakun/);
  const source = quotation.getByRole("link", { name: article.title });
  await becomes(page, () => source.getAttribute("href"), "https://example.org/read/#claim=c9");
  assert.equal(await explorer(page).locator("article[data-article], input, [role=search]").count(), 0);
  await becomes(page, async () => (await explorer(page).boundingBox()).height < 320, true);
  await becomes(page, () => violations(page), []);
});

hosted("a compact element lists the claims that its filters leave, and follows its attributes", {
  html: hostPage(compact('speaker="european-commission" form="direct"'), SCRIPT),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const by = (speaker, form) =>
    claims.filter((claim) => claim.speaker === speaker && (!form || claim.form === form)).map(({ id }) => id);
  await becomes(page, async () => (await shown(explorer(page))).sort(), by("european-commission", "direct").sort());
  await explorer(page).evaluate((element) => {
    element.removeAttribute("form");
    element.setAttribute("speaker", "guo-jiakun");
  });
  await becomes(page, async () => (await shown(explorer(page))).sort(), by("guo-jiakun").sort());
  await explorer(page).evaluate((element) => element.removeAttribute("compact"));
  await explorer(page).locator("article[data-article]").waitFor();
});

hosted("a compact element of several articles lists quotations, each with its article", {
  routes: { "/dossier/articles.json": { headers: { "content-type": "application/json" }, body: await readFile(path.join(dossier, "articles.json")) } },
  html: hostPage(`<article-explorer src="/dossier/articles.json" compact q="speaker:joe-biden" permalink="https://example.org/read/"></article-explorer>`, SCRIPT),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const quotations = explorer(page).getByRole("figure");
  await becomes(page, () => quotations.count(), 50);
  const titles = new Set(await quotations.locator("cite").allInnerTexts());
  assert.ok(titles.size > 1, [...titles].join("; "));
  const [first] = await shown(explorer(page));
  const [id, claim] = first.split("/");
  await becomes(page, () => quotations.first().getByRole("link").getAttribute("href"), `https://example.org/read/#a=${id}&claim=${claim}`);
  assert.equal(await explorer(page).locator("input, .charts").count(), 0);
});

const framed = (address) => ({ elsewhere }) =>
  hostPage(`<iframe id="ours" src="${elsewhere}/explorer/embed.html${address}" width="500" height="400"></iframe>`,
    `<script async src="${elsewhere}/explorer/embed.js"></script>`);
const inside = async (page) => (await page.locator("#ours").elementHandle()).contentFrame();

hosted("a compact frame is as tall as its claim", { html: framed("?compact#claim=c9") }, async (page) => {
  const frame = await inside(page);
  await becomes(page, () => shown(frame), ["c9"]);
  await becomes(page, () => page.locator("#ours").evaluate((frame) => frame.offsetHeight < 320), true);
});

for (const [address, query] of [
  ["#q=market&hide=search,footer&theme=dark", "market"],
  ["?theme=dark&hide=search#hide=footer&theme=light&q=market", "market"],
]) {
  hosted(`a frame reads its flags behind the hash too: ${address}`, { html: framed(address) }, async (page) => {
    const frame = await inside(page);
    await becomes(page, () => frame.locator("input[type=search]").inputValue(), query);
    const { hide, theme } = await frame.evaluate(() => ({ ...document.documentElement.dataset }));
    assert.deepEqual([theme, hide], ["dark", address.startsWith("?") ? "search" : "search footer"]);
    await becomes(page, () => frame.locator("input[type=search]").isVisible(), false);
  });
}

hosted("the embed codes of a frame keep its flags", { html: framed("?hide=footer&theme=dark&id=7#q=market") }, async (page) => {
  const frame = await inside(page);
  await frame.getByRole("search").getByRole("button", { name: "Share" }).click();
  const dialog = frame.getByRole("dialog");
  await dialog.getByText("Embed in another page").click();
  const code = (label) => dialog.locator(`pre[aria-label="${label}"]`).innerText();
  await becomes(page, async () => (await code("Embed as an iframe")).includes("embed.html?hide=footer&amp;theme=dark#q=market"), true);
  await matches(page, () => code("Embed as an HTML element"), /articles\.json" hide="footer" theme="dark" state="q=market"/);
});

const copying = { context: { permissions: ["clipboard-read", "clipboard-write"] } };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
/** Opens *Share*, and copies the text with this label. */
async function copyFromShare(page, label) {
  await page.getByRole("search").getByRole("button", { name: "Share" }).click();
  const text = page.getByRole("dialog").locator(`pre[aria-label="${label}"]`);
  await text.waitFor();
  const button = text.locator("xpath=following-sibling::*[1]").getByRole("button", { name: "Copy" });
  await button.click();
  await page.getByText("Copied").waitFor();
  return copied(page);
}

reading("Share cites the article", { ...copying, served: true }, async (page, visit) => {
  const cited = await copyFromShare(page, "Citation");
  assert.ok(cited.includes(article.title), cited);
  assert.ok(cited.endsWith(visit.url), cited);
});

reading("Share cites the open claim, and gives it as plain HTML", { ...copying, served: true, hash: "#claim=c7" }, async (page, visit) => {
  const html = await copyFromShare(page, "Quotation");
  await page.keyboard.press("Escape");
  const cited = await copyFromShare(page, "Citation");
  assert.ok(cited.startsWith("Guo Jiakun: “") && cited.endsWith(`${visit.url}#claim=c7`), cited);
  const read = await page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const [quoted] = parsed.getElementsByTagName("blockquote");
    const [link] = parsed.getElementsByTagName("a");
    return { quoted: quoted.textContent, title: link.textContent, address: link.href };
  }, html);
  assert.match(read.quoted, /^“.+”$/);
  assert.deepEqual([read.title, read.address], [article.title, `${visit.url}#claim=c7`]);
});

reading("the embed codes of an open claim are compact", { served: true, hash: "#claim=c9" }, async (page) => {
  await page.getByRole("search").getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Embed in another page").click();
  await becomes(page, () => dialog.locator('pre[aria-label="Embed as an iframe"]').innerText().then((code) => code.includes("embed.html?compact#claim=c9")), true);
  await matches(page, () => dialog.locator('pre[aria-label="Embed as an HTML element"]').innerText(), /compact state="claim=c9"/);
});

reading("the share sheet of the system is used where there is one", {
  served: true,
  before: (page) => page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "share", {
      configurable: true,
      value: (data) => ((globalThis.shared = data), Promise.reject(new DOMException("closed", "AbortError"))),
    });
  }),
}, async (page, visit) => {
  await page.getByRole("search").getByRole("button", { name: "Share" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send…" }).click();
  await becomes(page, () => page.evaluate(() => globalThis.shared?.url), visit.url);
});

reading("the embed codes keep the language of the interface", {
  served: true,
  change: (name, body) => (name === "index.html" ? String(body).replace('<html lang="en">', '<html lang="de">') : body),
}, async (page) => {
  await page.getByRole("search").getByRole("button", { name: "Teilen" }).click();
  const codes = page.getByRole("dialog").locator(".embed pre");
  await becomes(page, () => codes.count(), 3);
  const [frame, element] = await codes.allTextContents();
  assert.match(frame, /embed\.html\?lang=de"/);
  assert.match(element, /articles\.json" lang="de"/);
});

reading("the link that a frame shares opens the article that the frame shows", {
  folder: dossier,
  served: true,
  hash: "embed.html#a=2022-08-04-griner-sentence",
}, async (page, visit) => {
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("search").getByRole("button", { name: "Share" }).click();
  const link = page.getByRole("dialog").locator('pre[aria-label="Link"]');
  await becomes(page, () => link.innerText(), `${visit.url}index.html#a=2022-08-04-griner-sentence`);
  await page.goto(await link.innerText());
  await becomes(page, () => page.getByRole("heading", { level: 1 }).innerText(), title);
});
