import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { violations } from "./axe.mjs";
import { archive, becomes, dist, dossier, found, matches, reading as open, single, started } from "./harness.mjs";
import { address, back, cardButton, cards, claimCard, notices, pointAtPage, status } from "./page.mjs";

/** A test of the page of an article without annotations. */
const reading = (name, ...rest) => {
  const body = rest.pop();
  open(name, { folder: found, ...rest.pop() }, body);
};

const threshold = (page) => page.locator("input[name=sure]");

/** Moves the threshold as a reader would by dragging. */
const want = (page, percent) =>
  threshold(page).evaluate((input, percent) => {
    input.value = percent;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, percent);

/** The confidence that each claim shows when it is open, by claim id. */
async function sureness(page) {
  const found = {};
  const ids = await page.locator("[data-claim-card] button[aria-expanded]").evaluateAll((buttons) => buttons.map(({ value }) => value));
  for (const id of ids) {
    await matches(page, () => cardButton(page, id).innerText(), /· detected/);
    await cardButton(page, id).click();
    const origin = claimCard(page, id).getByText("Detected automatically");
    found[id] = Number(/^Detected automatically · (\d+)% confidence$/.exec(await origin.innerText())?.[1]);
    await cardButton(page, id).click();
    await origin.waitFor({ state: "detached" });
  }
  return found;
}

reading("what was found says so, and how sure it is", async (page) => {
  const sure = Object.values(await sureness(page));
  assert.ok(sure.length >= 5, `${sure.length} claims`);
  assert.ok(sure.every((percent) => percent > 0 && percent <= 100), String(sure));
  const marked = page.locator("article .claim.quoted").first();
  assert.equal(await marked.evaluate((element) => getComputedStyle(element).textDecorationThickness), "1px");
  assert.match(await page.locator("footer.source").innerText(), /detected automatically/);
  await becomes(page, () => violations(page), []);
});

reading("a threshold hides claims and names, counts follow, and it is taken back", async (page) => {
  const all = await sureness(page);
  const sorted = Object.values(all).sort((a, b) => a - b);
  const percent = sorted.at(-1);
  const left = Object.keys(all).filter((id) => all[id] >= percent);
  assert.ok(left.length < sorted.length, "the claims are not equally sure");
  const before = await status(page);
  await want(page, percent);
  await becomes(page, () => cards(page), left);
  const text = await status(page);
  assert.match(text, new RegExp(`^${left.length} of ${sorted.length} claims`));
  const names = (words) => Number(/(\d+) names/.exec(words)[1]);
  assert.ok(names(text) < names(before), `${before}, then ${text}`);
  const counted = async () => {
    const counts = await page.locator("#filter-form .count").allInnerTexts();
    return counts.reduce((sum, words) => sum + parseInt(words, 10), 0);
  };
  await becomes(page, counted, left.length);
  await becomes(page, () => address(page), { sure: String(percent) });
  await page.getByRole("button", { name: /Remove filter: Confidence at least/ }).click();
  await becomes(page, () => status(page), before);
  await becomes(page, () => address(page), {});
  await back(page);
  await becomes(page, () => cards(page), left);
  await page.keyboard.press("Escape");
  await becomes(page, () => status(page), before);
  await want(page, 100);
  await page.getByRole("button", { name: /^Remove Confidence: at least 100%/ }).click();
  await becomes(page, () => status(page), before, "what emptied the list is named");
});

reading("an address says how sure", { hash: "#sure=100" }, async (page) => {
  await becomes(page, async () => (await cards(page)).length, 0);
  await becomes(page, () => threshold(page).inputValue(), "100");
  await becomes(page, () => threshold(page).getAttribute("aria-valuetext"), "at least 100%");
});

reading("an impossible threshold is told and shows everything", { hash: "#sure=most" }, async (page) => {
  await matches(page, () => notices(page), /minimum confidence to “most”/);
  await pointAtPage(page);
  await becomes(page, () => threshold(page).inputValue(), "0");
  await becomes(page, async () => (await cards(page)).length > 0, true);
});

reading("one click says why", async (page) => {
  const card = page.locator("[data-claim-card]", { hasText: "Anna Lindqvist" }).first();
  await card.getByRole("button").first().click();
  await card.getByText("Why?", { exact: true }).click();
  const why = card.locator(".why p");
  await matches(page, () => why.innerText(), /^Rule: quote–name–cue\n.*A quotation is followed by who says it/s);
  await page.locator('article a[data-kind="organisation"]').first().click();
  const entity = page.locator("[data-entity-card]");
  await entity.getByText("Why?", { exact: true }).click();
  await matches(page, () => entity.locator(".why p").first().innerText(), /^Rule: .+ · \d+ places?, .*% confidence\n./s);
  await becomes(page, () => violations(page), []);
});

open("what an editor marked has no threshold and no reasons", async (page) => {
  await cardButton(page, "c1").click();
  await claimCard(page, "c1").getByText("Marked by an editor").waitFor();
  assert.equal(await page.locator(".why").count(), 0);
  assert.equal(await threshold(page).count(), 0);
});

open("a list of what editors marked has no threshold", { folder: dossier, hash: "#view=claims" }, async (page) => {
  assert.equal(await threshold(page).count(), 0);
  assert.equal(await page.locator(".why").count(), 0);
});

/** Opens the dialog with links and embed codes, and waits for its last section. */
async function share(page) {
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Format", { exact: true }).waitFor();
}

/** Saves in a format, and reads the file. */
async function saved(page, form) {
  await page.getByLabel("Format", { exact: true }).selectOption(form);
  const coming = page.waitForEvent("download");
  await page.locator(".save").getByRole("button", { name: "Save" }).click();
  const download = await coming;
  const text = await readFile(await download.path(), "utf8");
  await page.locator(".save .told p").waitFor();
  return { name: download.suggestedFilename(), text, told: await page.locator(".save .told").innerText() };
}

const headless = async () => {
  const module = await import(pathToFileURL(path.join(dist, "article-explorer.js")).href);
  await module.default();
  return module;
};

const lines = (text) => text.trimEnd().split("\r\n").length;

/** What each format of an article with this many claims and mentions must contain. */
const FORMS = {
  markdown: ({ text }, article) => {
    assert.match(text, /^---\n/);
    assert.ok(text.includes(`[^${article.annotations.claims.length}]:`), text.slice(-400));
  },
  "csv-claims": ({ text }, article) => assert.equal(lines(text), 1 + article.annotations.claims.length),
  "csv-mentions": ({ text, told }) => {
    assert.ok(lines(text) > 5);
    assert.match(told, /Not included in this format: claims/);
  },
  text: ({ text }, article) => assert.ok(text.includes(article.blocks.at(-1).text ?? "")),
  article: ({ text }, article) => assert.equal(JSON.parse(text).annotations.claims.length, article.annotations.claims.length),
  annotations: ({ text }, article) => assert.equal(JSON.parse(text).claims.length, article.annotations.claims.length),
  w3c: ({ text }) => assert.match(JSON.stringify(JSON.parse(text)["@context"]), /anno\.jsonld/),
  "schema-org": ({ text, told }) => {
    assert.match(JSON.stringify(JSON.parse(text)["@context"]), /schema\.org/);
    assert.match(told, /Not included in this format: the positions of names/);
  },
  brat: ({ text, told }) => {
    assert.match(text, /^T1\t/);
    assert.match(told, /Its offsets count in the article’s text/);
  },
  displacy: ({ text }) => assert.ok(JSON.parse(text).ents.length > 5),
};

/** The article in a page's data. */
const dataOf = async (page) => JSON.parse(await page.locator("#article-explorer-data").textContent());

for (const [what, folder] of [["curated", dist], ["found", found]]) {
  open(`an article that was ${what} is saved in every form`, { folder, engines: ["chromium"] }, async (page, visit) => {
    const before = visit.asked.length;
    const [article] = (await dataOf(page)).articles;
    await share(page);
    const offered = await page.locator("select[name=save-as] option").evaluateAll((options) => options.map(({ value }) => value));
    assert.deepEqual(offered.sort(), Object.keys(FORMS).sort());
    for (const [form, check] of Object.entries(FORMS)) {
      const file = await saved(page, form);
      assert.ok(file.name.startsWith(article.id), file.name);
      assert.match(file.told, /^Saved as /);
      check(file, article);
    }
    const loaded = visit.asked.slice(before).filter((url) => /part-exports-/.test(url));
    assert.equal(loaded.length, single ? 0 : 1, "the part is loaded once, when it is needed");
    await becomes(page, () => violations(page), []);
  });
}

open("the dialog can be opened again, and offers once", { engines: ["chromium"] }, async (page) => {
  await share(page);
  await page.locator("dialog.share").getByRole("button", { name: "Close" }).click();
  await share(page);
  await becomes(page, () => page.locator("section.save").count(), 1);
  const { told } = await saved(page, "csv-mentions");
  assert.match(told, /Not included in this format/);
  await page.getByLabel("Format", { exact: true }).selectOption("text");
  await becomes(page, () => page.locator(".save .told").innerText(), "");
});

open("a frame saves too", { served: true, engines: ["chromium"] }, async (page, visit) => {
  await page.goto(`${visit.url}embed.html`);
  await started(page);
  await share(page);
  assert.match((await saved(page, "text")).name, /\.txt$/);
});

/** The headers that docs/hosting.md recommends, with named policies. */
const strict = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types article-explorer",
};

open("saving needs no more than the strict policy", { served: true, headers: strict, engines: ["chromium"] }, async (page) => {
  await share(page);
  assert.ok(lines((await saved(page, "csv-claims")).text) > 5);
});

open("of several articles tables and the bundle are saved, of the open one all", { folder: dossier, engines: ["chromium"] }, async (page) => {
  const { articles } = await dataOf(page);
  await share(page);
  await becomes(page, () => page.locator("select[name=save-as] option").count(), 3);
  assert.equal(lines((await saved(page, "csv-claims")).text), 1 + 94);
  assert.equal(JSON.parse((await saved(page, "article")).text).articles.length, articles.length);
  await page.locator("dialog.share").getByRole("button", { name: "Close" }).click();
  await page.locator(".articles-found h2 a").first().click();
  await page.locator("article[data-article]").waitFor();
  await share(page);
  const file = await saved(page, "annotations");
  assert.equal(file.name, `${articles[0].id}.annotations.json`);
  assert.equal(JSON.parse(file.text).claims.length, articles[0].annotations.claims.length);
});

open("of a large collection the open article is saved", { folder: archive, served: true, engines: ["chromium"] }, async (page) => {
  await share(page);
  await page.locator(".save").getByRole("button", { name: "Save" }).click();
  await page.getByText("open an article and save that").waitFor();
  await page.locator("dialog.share").getByRole("button", { name: "Close" }).click();
  // An article that is not part of the page.
  await page.evaluate(() => (location.hash = "#a=report-7"));
  await page.locator('article[data-article="report-7"]').waitFor();
  await share(page);
  assert.equal(lines((await saved(page, "csv-claims")).text), 2);
  assert.equal((await saved(page, "text")).name, "report-7.txt");
});

const host = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,">
  <script type="module" src="article-explorer.js"></script>
  <article-explorer src="articles.json" loading="eager" permalink="index.html"></article-explorer></html>`;

open("the element saves and shows reasons too", { folder: found, served: true, starts: false, files: { "host.html": host } }, async (page, visit) => {
  await page.goto(`${visit.url}host.html`);
  await started(page);
  const element = page.locator("article-explorer");
  const [article] = JSON.parse(await element.evaluate((element) => element.exportAs("json"))).articles;
  const file = await element.evaluate((element) => element.exportAs("csv-claims"));
  assert.equal(lines(file.text), 1 + article.annotations.claims.length);
  assert.equal(file.type, "text/csv");
  assert.ok(file.notices.length > 0);
  assert.match(await element.evaluate((element) => {
    try {
      return element.exportAs("pdf");
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  }), /^RangeError: exportAs knows json, markdown,.* not "pdf"/);
  await element.evaluate((element) => element.setState({ sure: "100" }));
  await becomes(page, () => cards(page), []);
  await becomes(page, () => element.evaluate((element) => element.getState()), { sure: "100" });
  await element.evaluate((element) => element.clear());
  await becomes(page, async () => (await threshold(page).count()) === 1, true);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Format", { exact: true }).waitFor();
});

if (!single) {
  open("what was saved comes back", { served: true, starts: false, engines: ["chromium"] }, async () => {
    const { exportArticle, readFile: read } = await headless();
    const bundle = JSON.parse(await readFile(path.join(found, "articles.json"), "utf8"));
    const [article] = bundle.articles;
    const text = exportArticle(article, "text").text;
    const markdown = "---\ntitle: x\nlanguage: en\n---\n\n" + text;
    const { text: annotations } = exportArticle(bundle, "annotations");
    const again = read("storm.md", markdown, { annotations });
    assert.deepEqual(again.notices, []);
    assert.deepEqual(again.bundle.articles[0].annotations.claims, article.annotations.claims);
    const whole = exportArticle(article, "article");
    assert.deepEqual(read("storm.json", whole.text).bundle.articles, [article]);
    assert.throws(() => exportArticle(article, "pdf"), /there is no format “pdf”/);
    assert.throws(() => exportArticle([article, { ...article, id: "b" }], "brat"), /takes only one article/);
    assert.throws(() => exportArticle([], "text"), /there is no article/);
  });
}
