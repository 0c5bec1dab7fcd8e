import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { violations } from "./axe.mjs";
import { archive, becomes, matches, reading as open } from "./harness.mjs";
import { address, back, choose, search, status } from "./page.mjs";

const folder = (await readdir(archive)).find((name) => /^collection-[0-9a-f]{16}$/.test(name));
const at = (name) => `${folder}/${name}`;

/**
 * A test of the page of a large collection; `visit.fetched` lists its requests for further files.
 */
const reading = (name, ...rest) => {
  const body = rest.pop();
  const { change = (_, bytes) => bytes, ...options } = rest.pop() ?? {};
  const fetched = [];
  const noted = (name, bytes) => {
    const answer = change(name, bytes);
    if (name.startsWith("collection-") && name.includes("/")) fetched.push([path.basename(name), bytes.length, answer]);
    return answer;
  };
  open(name, { folder: archive, served: true, change: noted, ...options }, (page, visit) => body(page, visit, fetched));
};

/** The numbers of the listed articles, in order. */
const found = (page) =>
  page.locator("[data-found]").evaluateAll((items) => items.map((item) => Number(item.dataset.found.slice("report-".length))));

const missing = (page) => page.locator(".missing").innerText();

reading("the newest are there at once, and more when they are asked for", async (page, _, fetched) => {
  assert.deepEqual(await found(page), Array.from({ length: 20 }, (_, at) => 499 - at));
  assert.equal(await status(page), "500 articles · 20 listed with 20 claims");
  assert.deepEqual(fetched, []);
  await page.getByRole("button", { name: /^Show more/ }).click();
  await becomes(page, async () => (await found(page)).length, 40);
  await becomes(page, () => found(page), Array.from({ length: 40 }, (_, at) => 499 - at));
  assert.equal(fetched.length, 20, "an article is a file");
  await page.locator("select[name=sort]").selectOption("oldest");
  await becomes(page, async () => (await found(page)).slice(0, 3), [0, 1, 2]);
});

reading("a search fetches what it needs and no more, and keeps it", async (page, _, fetched) => {
  await search(page).fill("mark17 ");
  await becomes(page, () => found(page), [17]);
  await becomes(page, () => status(page), "1 of 500 articles · 1 listed with 1 claim");
  const names = fetched.map(([name]) => name);
  assert.equal(names[0], "index.bin");
  assert.ok(names.length <= 6, names.join(" "));
  const bytes = fetched.reduce((sum, [, length]) => sum + length, 0);
  assert.ok(bytes < 100_000, `${bytes} bytes before the first result`);
  await becomes(page, () => page.locator(".found mark").first().innerText(), "mark17");
  await search(page).fill("");
  await becomes(page, async () => (await found(page)).length, 20);
  await search(page).fill("mark17 ");
  await becomes(page, () => found(page), [17]);
  assert.equal(fetched.length, names.length, "nothing is fetched twice");
});

// Requests before the first result are limited (crates/search/src/collection/prefetch.rs).
const FIRST = 84_000;
let answered = 0;
let release;
const released = new Promise((done) => (release = done));
let held = 0;

reading("a question of many words shows what its longest words find, then what all do", {
  change: (name, bytes) => {
    if (!name.includes("/words-")) return bytes;
    answered += bytes.length;
    if (answered <= FIRST) return bytes;
    held += 1;
    return released.then(() => bytes);
  },
}, async (page) => {
  const { articles } = JSON.parse(await readFile(path.join(archive, at("17.json")), "utf8"));
  const words = new Set(articles[0].blocks.flatMap(({ text }) => text.match(/[a-z]{4,}/g)).slice(0, 30));
  await search(page).fill(`${[...words].join(" ")} `);
  const first = async () => (await found(page))[0];
  await becomes(page, first, 499 - 17);
  await becomes(page, () => held > 0, true);
  await becomes(page, () => status(page), "Looking in 500 articles …");
  release();
  await becomes(page, () => status(page), "500 articles · 20 listed with 0 claims");
  await becomes(page, first, 499 - 17, "the one that has all comes first");
});

reading("words, phrases, speakers and sources are looked up in all articles", async (page) => {
  await search(page).fill("group3 -mark3 ");
  await becomes(page, async () => /^99 of 500 articles/.test(await status(page)), true);
  await matches(page, () => page.locator(".scope").innerText(), /all 500 articles.*20 articles/s);
  await search(page).fill('"of group3"');
  await becomes(page, async () => /^100 of 500 articles/.test(await status(page)), true);
  await search(page).fill("");
  await choose(page, "source", "The Quarterly");
  await becomes(page, async () => /^125 of 500 articles/.test(await status(page)), true);
  await choose(page, "speaker", "s4");
  await becomes(page, () => status(page), "42 of 500 articles · 20 listed with 20 claims");
  await becomes(page, async () => (await found(page)).every((number) => number % 12 === 4), true);
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await becomes(page, () => page.locator(".claims-view [data-claim-card]").count(), 20);
});

reading("an article opens from its own file, and back", { hash: "#q=mark123%20" }, async (page) => {
  await becomes(page, () => found(page), [123]);
  await page.locator("[data-found] h2 a").click();
  await page.locator('article[data-article="report-123"]').waitFor();
  await becomes(page, async () => (await address(page)).a, "report-123");
  await back(page);
  await becomes(page, () => found(page), [123]);
  await page.locator("[data-found] h2 a").click();
  await page.getByRole("link", { name: "All articles" }).click();
  await becomes(page, () => found(page), [123]);
});

reading("an address opens any article, and one that is not there is said", { hash: "#a=report-7&claim=c1", starts: false }, async (page, visit) => {
  await page.locator('article[data-article="report-7"]').waitFor();
  const other = await visit.open({ ...visit.options, hash: "#a=nowhere" });
  // The static list is the same until the program replaces it.
  await becomes(other, async () => /nowhere/.test(await other.locator("main").innerText()), true);
  await becomes(other, async () => (await found(other)).length, 20);
});

reading("without a part of the index, what is missing is said and asked for again", {
  change: (name, bytes) => (name.includes("/words-") && gone ? 404 : bytes),
  says: [/404/],
  maySay: [/404/],
}, async (page) => {
  gone = true;
  await search(page).fill("mark17 ");
  await page.locator(".missing").waitFor();
  await matches(page, () => missing(page), /part.* of the search index could not be loaded \(the server answers 404\).*“mark17”/s);
  await becomes(page, () => search(page).inputValue(), "mark17 ");
  gone = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await becomes(page, () => found(page), [17]);
  await becomes(page, () => page.locator(".missing").count(), 0);
});
let gone = false;

reading("an article that is gone is said, the others are listed", {
  change: (name, bytes) => (name === at("498.json") ? 404 : bytes),
  says: [/404/],
  maySay: [/404/],
}, async (page) => {
  // The newest article is number 0 in the archive, so 498 is the second oldest.
  await page.locator("select[name=sort]").selectOption("oldest");
  await page.locator(".missing").waitFor();
  await becomes(page, async () => (await found(page)).slice(0, 2), [0, 2]);
  await matches(page, () => missing(page), /1 of the articles/);
});

const damaged = {
  "foreign": [() => Buffer.from("<!doctype html>"), /not a search index/],
  "cut off": [(bytes) => bytes.subarray(0, -7), /damaged or incomplete/],
  "of another version": [(bytes) => Buffer.concat([bytes.subarray(0, 4), Buffer.from([99, 0, 0, 0]), bytes.subarray(8)]), /version 99/],
};
for (const [how, [change, told]] of Object.entries(damaged)) {
  reading(`an index that is ${how} is told and built from the articles`, {
    change: (name, bytes) => (name === at("index.bin") ? change(bytes) : bytes),
  }, async (page, _, fetched) => {
    await search(page).fill("mark480 ");
    await page.locator(".missing").waitFor();
    await matches(page, () => missing(page), told);
    // The loaded articles are searched.
    await becomes(page, () => found(page), [480]);
    await search(page).fill("mark17 ");
    await becomes(page, () => found(page), []);
    assert.ok(fetched.length < 3);
    await page.getByRole("button", { name: /Build the index here/ }).click();
    await becomes(page, () => found(page), [17]);
    await becomes(page, () => page.locator(".missing").count(), 0);
  });
}

for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]]) {
  reading(`nothing hinders anybody, ${width} pixels wide, ${colorScheme}`, {
    width,
    context: { colorScheme },
    hash: "#q=group2%20",
    change: (name, bytes) => (name.includes("/words-") ? 404 : bytes),
    says: [/404/],
    maySay: [/404/],
  }, async (page) => {
    await page.locator(".missing").waitFor();
    await becomes(page, () => violations(page), []);
    await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing goes beyond the edge");
  });
}

const host =
  '<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="../article-explorer.js"></script>' +
  '<main><article-explorer src="../articles.json"></article-explorer></main>';
reading("an element in a page elsewhere, and a frame, search all of it", { files: { "host/page.html": host } }, async (page, visit) => {
  for (const name of ["host/page.html", "embed.html"]) {
    await page.goto(`${visit.url}${name}`);
    await search(page).fill("mark17 ");
    await becomes(page, () => found(page), [17], name);
  }
});

reading("the charts cover all articles, whatever is listed and filtered", async (page, _, fetched) => {
  const note = page.locator(".charts .remark").last();
  assert.match(await note.innerText(), /all 500 articles/);
  const total = async () => {
    const rows = page.getByRole("table", { name: /^Claims by/ }).locator("tbody tr td:last-child");
    return (await rows.allTextContents()).reduce((sum, count) => sum + Number(count), 0);
  };
  assert.equal(await total(), 500);
  assert.deepEqual(fetched, [], "the page has the numbers");
  const bar = page.locator(".speakers-chart li button").first();
  const words = await bar.innerText();
  await bar.click();
  await becomes(page, () => bar.getAttribute("aria-pressed"), "true");
  await becomes(page, async () => (await found(page)).length > 0, true);
  await becomes(page, async () => [await total(), await bar.innerText()], [500, words]);
});
