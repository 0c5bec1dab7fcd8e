import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { violations } from "./axe.mjs";
import { becomes, dossier, matches, reading as open, started, withData } from "./harness.mjs";
import { address, back, choice, choose, compared, search, status } from "./page.mjs";

/** The handles of the timeline, and the bar of a speaker. */
const handle = (page, name) => page.getByRole("slider", { name, exact: true });
const speakerBar = (page, name) => page.locator(".speakers-chart").getByRole("button", { name: new RegExp(`^${name} `) });

/** Presses the pointer on one bar of the timeline, and releases it on another; there are 26. */
async function drag(page, from, to) {
  await page.locator(".plot > svg").scrollIntoViewIfNeeded();
  const { x, y, width, height } = await page.locator(".plot > svg").boundingBox();
  const at = (bar) => [x + ((bar + 0.5) / 26) * width, y + height / 2];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

/** The bars of the timeline, and those that step back. */
const bars = (page) => page.locator(".plot g:not(.tick)").count();
const left = (page) => page.locator(".plot g.off").count();

/** The cells of a table, row by row. */
const cells = (table) =>
  table.locator("tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

/** The rows of a table (RFC 4180). */
const rowsOf = (csv) =>
  csv.trimEnd().split("\r\n").map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));

/** A test of the page of the example dossier. */
const reading = (name, ...rest) => {
  const body = rest.pop();
  open(name, { folder: dossier, ...rest.pop() }, body);
};

/** The data of the dossier with a copy of one of its articles. */
async function withCopy(id) {
  const data = JSON.parse(await readFile(path.join(dossier, "articles.json"), "utf8"));
  const original = data.articles.find((article) => article.id === id);
  return { ...data, articles: [...data.articles, { ...original, id: "copy" }] };
}

/** The ids of the listed articles, in order. */
const found = (page) =>
  page.locator("[data-found]").evaluateAll((items) => items.map((item) => item.dataset.found));

/** The ids of the listed claims, in order. */
const claims = (page) =>
  page.locator(".claims-view [data-claim-card]").evaluateAll((cards) => cards.map((card) => card.dataset.claimCard));

/** Joe Biden's critical claims about Russia since March 2023. */
const ANSWER = [
  "2024-08-01-exchange-statement/c4",
  "2024-07-19-gershkovich-sentence/c1",
  "2024-07-19-gershkovich-sentence/c2",
  "2024-07-19-gershkovich-sentence/c4",
  "2024-03-29-gershkovich-anniversary/c1",
  "2024-03-29-gershkovich-anniversary/c3",
  "2024-03-29-gershkovich-anniversary/c4",
  "2024-03-29-gershkovich-anniversary/c8",
];

reading("all articles are listed, the newest first", async (page) => {
  const all = await found(page);
  assert.equal(all.length, 10);
  assert.match(all[0], /^2024-08-01/);
  assert.equal(all.at(-1), "2022-07-06-griner-call");
  assert.equal(await status(page), "10 articles · 94 claims");
  await page.locator("select[name=sort]").selectOption("oldest");
  await becomes(page, async () => (await found(page))[0], "2022-07-06-griner-call");
  await becomes(page, () => address(page), { sort: "oldest" });
});

reading("a question is answered: who said what about whom, how, since when", async (page) => {
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await choose(page, "speaker", "joe-biden");
  await choose(page, "about", "russia");
  await choose(page, "stance", "criticises");
  await search(page).fill("after:2023-03-01");
  await becomes(page, () => claims(page), ANSWER);
  await becomes(page, () => status(page), "3 of 10 articles · 8 of 94 claims");
  const last = page.locator("[data-claim-card]").last();
  await matches(page, () => last.innerText(), /Joe Biden/);
  await last.locator(".from a").click();
  await page.locator('article[data-article="2024-03-29-gershkovich-anniversary"]').waitFor();
  await becomes(page, async () => (await address(page)).claim, "c8");
});

reading("an address asks the same question", { hash: "#view=claims&q=speaker:joe-biden%20about:russia%20stance:criticises%20after:2023-03-01&sort=newest" }, async (page) => {
  await becomes(page, () => claims(page), ANSWER);
});

reading("a question is answered with claims, and becomes filters", async (page) => {
  await search(page).fill("what did Sullivan say about Turkey");
  const answers = page.locator(".answers");
  await matches(page, () => answers.locator("[data-claim-card]").first().innerText(), /Jake Sullivan supports[^]*grateful to Turkey/);
  await answers.getByRole("button", { name: "Filter by Speaker: Jake Sullivan · About: Turkey" }).click();
  await becomes(page, () => address(page), { speaker: "jake-sullivan", about: "turkey", view: "claims" });
  assert.equal(await answers.count(), 0);
  await back(page);
  await becomes(page, () => search(page).inputValue(), "what did Sullivan say about Turkey");
  await answers.locator(".from a").first().click();
  await page.locator('article[data-article="2024-08-01-exchange-sullivan"]').waitFor();
  await matches(page, () => page.locator(".answers").innerText(), /grateful to Turkey/);
});

reading("all matches are listed in their context, lead to their claims, and are saved", { engines: ["chromium"] }, async (page) => {
  await search(page).fill("hostage");
  await page.locator(".order").getByRole("button", { name: "List all" }).click();
  const list = page.getByRole("dialog", { name: "Matches in context" });
  const rows = list.locator("tr");
  await becomes(page, async () => (await rows.count()) > 1, true);
  await matches(page, () => list.locator("p").first().innerText(), new RegExp(`^${await rows.count()} matches`));
  const saved = page.waitForEvent("download");
  await list.getByRole("button", { name: "Save as CSV" }).click();
  const table = await readFile(await (await saved).path(), "utf8");
  assert.equal(table.trim().split("\r\n").length, (await rows.count()) + 1);
  assert.match(table, /^Article,Date,Before,Match,After,Speaker\r\n/);
  const spoken = rows.filter({ has: page.locator(".said-by b:not(:empty)") }).first();
  await spoken.getByRole("link").click();
  await becomes(page, async () => Boolean((await address(page)).claim), true);
  assert.equal(await list.isVisible(), false);
});

reading("articles with nearly the same text are listed together", { change: withData(await withCopy("2022-07-06-griner-call")) }, async (page) => {
  await search(page).fill("reassure");
  const item = page.locator('[data-found="2022-07-06-griner-call"]');
  await matches(page, () => item.innerText(), /and 1 more with nearly the same text/);
  assert.ok(!(await found(page)).includes("copy"));
  await item.locator("summary").click();
  await item.locator(".copies a").click();
  await page.locator('article[data-article="copy"]').waitFor();
});

reading("the matches in a title are marked", async (page) => {
  await search(page).fill("gershkovich sentence ");
  await becomes(page, async () => (await page.locator("h2 mark").allInnerTexts()).includes("Gershkovich"), true);
});

reading("an article opens at its title, and its title in the list has the focus after it closes", async (page) => {
  const title = page.getByRole("heading", { level: 1 });
  const isAtTitle = () => title.evaluate((title) => {
    const { top } = title.getBoundingClientRect();
    return document.activeElement === title && top > 0 && top < innerHeight / 2;
  });
  for (const close of [() => page.getByRole("link", { name: "‹ All articles" }).click(), () => back(page)]) {
    const last = page.locator("[data-found] h2 a").last();
    const opened = await last.innerText();
    await last.click();
    await becomes(page, isAtTitle, true);
    await close();
    await becomes(page, () => page.evaluate(() => document.activeElement.innerText), opened);
    await becomes(page, () => last.evaluate((link) => {
      const { top, bottom } = link.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }), true);
  }
});

reading("a question that nobody here answers is a search", async (page) => {
  await search(page).fill("what did Macron say about farm aid");
  await becomes(page, async () => (await found(page)).length < 10, true);
  assert.equal(await page.locator(".answers").count(), 0);
});

reading("words are found in any form, marked in the best passage, and forgiven", async (page) => {
  await search(page).fill("detain ");
  await becomes(page, async () => (await page.locator(".found mark").allInnerTexts()).some((word) => /^detained$/i.test(word)), true);
  await matches(page, () => page.locator("select[name=sort]").inputValue(), /relevance/);
  await search(page).fill("Gershkovitch ");
  await becomes(page, async () => (await found(page)).length > 0, true);
  await matches(page, () => page.locator(".query-notices").innerText(), /gershkovitch.*gershkovich/i);
  await search(page).fill('"wrongfully detained" -poland ');
  await becomes(page, async () => (await page.locator(".found mark").count()) > 0, true);
});

reading("an article is one click away, and back", async (page) => {
  await search(page).fill("Poland");
  await becomes(page, async () => (await found(page)).length < 10, true);
  const listed = await found(page);
  await page.locator("[data-found] h2 a").first().click();
  await page.locator(`article[data-article="${listed[0]}"]`).waitFor();
  await becomes(page, () => search(page).inputValue(), "Poland");
  await becomes(page, async () => (await address(page)).a, listed[0]);
  await back(page);
  await becomes(page, () => found(page), listed);
  await page.locator("[data-found] h2 a").first().click();
  await page.getByRole("link", { name: "All articles" }).click();
  await becomes(page, () => found(page), listed);
  await becomes(page, () => search(page).inputValue(), "Poland");
});

reading("an address opens an article, and one that is not there is said", { hash: "#a=2022-08-04-griner-sentence&q=russia" }, async (page, visit) => {
  await page.locator('article[data-article="2022-08-04-griner-sentence"]').waitFor();
  const other = await visit.open({ ...visit.options, hash: "#a=nowhere" });
  await becomes(other, async () => (await found(other)).length, 10);
  await matches(other, () => other.locator("main").innerText(), /nowhere/);
});

reading("a name has one card over all articles", async (page) => {
  await search(page).fill("sullivan");
  await page.locator(".names-found button", { hasText: "Jake Sullivan" }).click();
  const card = page.locator('[data-entity-card="jake-sullivan"]');
  await matches(page, () => card.innerText(), /13/);
  await becomes(page, () => page.evaluate(() => document.activeElement.textContent), "Jake Sullivan");
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await page.evaluate(() => (location.hash = "#entity=karine-jean-pierre"));
  const dates = page.locator('[data-entity-card="karine-jean-pierre"] .claim-items .from');
  await dates.first().waitFor();
  const years = (await dates.allInnerTexts()).map((text) => Number(/(\d{4})$/.exec(text)?.[1]));
  assert.deepEqual(years, years.toSorted((a, b) => a - b));
  const first = page.locator('[data-entity-card="karine-jean-pierre"] [data-claim-card]').first();
  await first.getByRole("button", { name: "Cite" }).waitFor();
});

reading("the value of a field is completed", async (page) => {
  await search(page).fill("speaker:jean");
  await page.locator(".completions button", { hasText: "Karine Jean-Pierre" }).click();
  // A complete field becomes a filter.
  await becomes(page, () => choice(page, "speaker", "karine-jean-pierre").isChecked(), true);
  await page.locator(".completions").waitFor({ state: "detached" });
  await becomes(page, async () => (await found(page)).length, 2);
});

reading("where nothing is left, the page names what emptied it", { hash: "#q=zebra%20&speaker=joe-biden" }, async (page) => {
  await becomes(page, () => found(page), []);
  await page.locator(".empty button").first().click();
  await becomes(page, async () => (await found(page)).length > 5, true);
});

reading("keys lead through the list", async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("poland");
  await becomes(page, async () => (await found(page)).length < 10, true);
  await page.keyboard.press("Escape");
  await becomes(page, async () => (await found(page)).length, 10);
  await page.locator("h1").click();
  await page.keyboard.press("v");
  await page.locator(".claims-view").waitFor();
  await page.keyboard.press("?");
  await page.locator("dialog.help").first().waitFor();
});

reading("the table tells who speaks about whom", { hash: "#view=table" }, async (page) => {
  const cell = page.getByRole("button", { name: /claims?: Joe Biden about Russia$/ });
  const count = Number(await cell.innerText());
  await cell.click();
  await becomes(page, async () => (await status(page)).includes(`${count} of 94 claims`), true);
  await becomes(page, async () => (await claims(page)).length, count);
  const rows = await page.getByRole("rowheader").locator(".count").allInnerTexts();
  assert.equal(rows[0], "51");
  assert.equal(rows.reduce((sum, row) => sum + Number(row), 0), 94);
});

reading("speakers of several articles are compared, and each claim names its article", { hash: "#view=compare" }, async (page) => {
  await becomes(page, () => compared(page), ["Joe Biden 51", "Jake Sullivan 13"]);
  const shown = await claims(page);
  assert.equal(shown.length, 64);
  assert.equal(new Set(shown).size, shown.length);
  const items = page.locator("[data-claim-card]");
  await becomes(page, () => items.locator(".from a").count(), shown.length);
  await becomes(page, () => items.getByRole("button", { name: "Cite" }).count(), shown.length);
  await items.first().locator(".from a").click();
  await page.locator(`article[data-article="${shown[0].split("/")[0]}"]`).waitFor();
  await becomes(page, async () => (await address(page)).claim, shown[0].split("/")[1]);
});

reading("the claims of several articles stand in their sentences", { hash: "#view=claims" }, async (page) => {
  const { articles } = JSON.parse(await readFile(path.join(dossier, "articles.json"), "utf8"));
  const plain = (text) => text.replace(/\s+/g, " ");
  for (const item of (await page.locator("[data-claim-card] blockquote").all()).slice(0, 12)) {
    const words = plain(await item.textContent());
    assert.ok((await item.locator(".own").count()) > 0);
    const inText = (part) => articles.some(({ blocks }) => plain(blocks.map(({ text }) => text).join(" ")).includes(part));
    assert.ok(words.split(" […] ").every(inText), words);
  }
});

reading("the list can be printed", { engines: ["chromium"] }, async (page) => {
  await page.emulateMedia({ media: "print" });
  const shown = (locator) => locator.filter({ visible: true });
  // The bars of speakers are buttons, which print as rows of a chart.
  const controls = page.locator("input, button:not(.speakers-chart button), select, summary, dialog");
  await becomes(page, () => shown(controls).count(), 0, "no controls");
  await becomes(page, () => shown(page.locator("[data-found] h2")).count(), 10);
});

for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [360, "light"]]) {
  for (const hash of ["", "#view=claims", "#view=compare", "#view=table&speaker=joe-biden", "#entity=joe-biden&q=russia"]) {
    reading(`nothing hinders anybody, ${width} pixels wide, ${colorScheme}, ${hash || "at first"}`, { width, context: { colorScheme }, hash }, async (page) => {
      await becomes(page, () => violations(page), []);
      await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing goes beyond the edge");
    });
  }
}

reading("without scripts the list leads to a page for each article", { served: true, starts: false, context: { javaScriptEnabled: false }, engines: ["chromium", "firefox"] }, async (page) => {
  assert.equal(await page.locator(".articles-found li").count(), 10);
  await page.locator(".articles-found a").first().click();
  await page.locator("article[data-article] p").first().waitFor();
  await page.getByRole("link", { name: "All articles" }).click();
  await becomes(page, () => page.locator(".articles-found li").count(), 10);
});

reading("the page of one article starts its program", { served: true, starts: false }, async (page, visit) => {
  await page.goto(`${visit.url}articles/2022-08-04-griner-sentence.html#q=russia`);
  await started(page);
  await becomes(page, () => search(page).inputValue(), "russia");
  const text = await readFile(path.join(dossier, "articles.json"), "utf8");
  assert.ok(JSON.parse(text).articles.some(({ id }) => id === "2022-08-04-griner-sentence"));
});

reading("the introduction says what the collection is, above the list", async (page) => {
  assert.match(await page.locator("main .introduction").innerText(), /one side speaks/);
  assert.equal((await found(page)).includes("intro"), false);
});

reading("dragging across the timeline chooses a period, and one step back takes it back", async (page) => {
  const all = await bars(page);
  await drag(page, 17, 6);
  await becomes(page, () => address(page), { q: "after:2022 before:2024 " });
  await becomes(page, () => status(page), "1 of 10 articles · 8 of 94 claims");
  await matches(page, () => page.locator(".chosen-period").innerText(), /^2023/);
  await becomes(page, () => bars(page), all, "no bar disappears");
  await becomes(page, () => left(page), all - 1, "the others step back");
  await back(page);
  await becomes(page, async () => (await found(page)).length, 10);
  await becomes(page, () => left(page), 0);
});

reading("one bar is one month, and pressed again it is left", async (page) => {
  await search(page).fill("russia");
  await becomes(page, () => address(page), { q: "russia" });
  await drag(page, 25, 25);
  await becomes(page, () => address(page), { q: "after:2024-07 before:2024-09 russia" });
  await matches(page, () => page.locator(".chosen-period").innerText(), /^August 2024/);
  await drag(page, 25, 25);
  await becomes(page, () => address(page), { q: "russia" });
  await drag(page, 20, 25);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await becomes(page, () => address(page), { q: "russia" });
});

reading("keys move the two handles, which do not pass each other", async (page) => {
  const [from, to] = [handle(page, "From"), handle(page, "To")];
  await from.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  await becomes(page, () => address(page), { q: "after:2022-12 before:2024-09 " });
  await becomes(page, () => from.getAttribute("aria-valuetext"), "January 2023");
  await to.focus();
  await page.keyboard.press("Home");
  await becomes(page, () => address(page), { q: "after:2022-12 before:2023-02 " });
  await becomes(page, async () => [await from.inputValue(), await to.inputValue()], ["6", "7"]);
  await becomes(page, () => page.evaluate(() => document.activeElement.getAttribute("aria-label")), "To");
  await page.keyboard.press("End");
  await from.focus();
  await page.keyboard.press("Home");
  await becomes(page, () => address(page), {});
});

reading("a period that was typed is shown, and other filters apply to the timeline", { hash: "#q=after:2023-03-01&speaker=karine-jean-pierre" }, async (page) => {
  await matches(page, () => page.locator(".chosen-period").innerText(), /^since 2 March 2023/);
  await becomes(page, async () => [await bars(page), await left(page)], [2, 1], "she speaks in two months");
});

reading("a bar of a speaker filters, and the others stay", async (page) => {
  const rows = page.locator(".speakers-chart li");
  const [count, first] = [await rows.count(), await rows.first().innerText()];
  assert.match(first, /Joe Biden\s+51/);
  const bar = speakerBar(page, "Jake Sullivan");
  await bar.click();
  await becomes(page, () => address(page), { speaker: "jake-sullivan" });
  await becomes(page, () => bar.getAttribute("aria-pressed"), "true");
  await becomes(page, () => choice(page, "speaker", "jake-sullivan").isChecked(), true);
  await becomes(page, () => rows.count(), count);
  await becomes(page, () => rows.first().innerText(), first);
  await bar.click();
  await becomes(page, () => address(page), {});
});

for (const [chart, heading, total] of [["timeline", "When", 94], ["speakers", "Who", 94]]) {
  const shown = async (page) => {
    const figure = page.locator("figure", { has: page.getByRole("heading", { name: heading, exact: true }) });
    await figure.getByRole("button", { name: `Table: ${heading}` }).click();
    const table = figure.getByRole("table");
    await table.waitFor();
    const [head, ...rows] = await cells(table);
    assert.deepEqual(head.slice(1, 3), ["states", "denies"]);
    const numbers = rows.map(([, ...row]) => row.map(Number));
    for (const row of numbers) assert.equal(row.at(-1), row.slice(0, -1).reduce((sum, count) => sum + count));
    assert.equal(numbers.reduce((sum, row) => sum + row.at(-1), 0), total);
    const parts = numbers.map((row) => row.slice(0, -1).filter((count) => count > 0).length);
    const stacks = figure.locator(chart === "timeline" ? ".plot g:not(.tick)" : "li svg");
    await becomes(page, () => stacks.evaluateAll((all) => all.map((one) => one.querySelectorAll("rect").length)), parts);
    return { head, rows, parts };
  };

  reading(`the table says what the chart of ${chart} shows`, async (page) => {
    await shown(page);
  });

  reading(`the chart of ${chart} and its table can be saved`, { engines: ["chromium"] }, async (page) => {
    const { head, rows, parts } = await shown(page);
    await page.getByRole("button", { name: "Share" }).click();
    const saved = async (kind) => {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: `${heading} (${kind})` }).click();
      const download = await coming;
      return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
    };
    const [table, csv] = await saved("CSV");
    assert.equal(table, `${chart}.csv`);
    assert.deepEqual(rowsOf(csv), [head, ...rows]);
    const [picture, svg] = await saved("SVG");
    assert.equal(picture, `${chart}.svg`);
    const read = await page.evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, "image/svg+xml");
      const filled = [...picture.querySelectorAll("rect[fill^=url]")].map((part) => part.getAttribute("fill").slice(5, -1));
      return {
        root: picture.documentElement.localName,
        missing: filled.filter((id) => !picture.getElementById(id)),
        parts: filled.length,
        elsewhere: /var\(|class=|href=|<style/.test(text),
      };
    }, svg);
    const legend = head.length - 2;
    const drawn = parts.reduce((sum, count) => sum + count, 0) + legend;
    assert.deepEqual(read, { root: "svg", missing: [], parts: drawn, elsewhere: false });
  });
}

for (const width of [1280, 360]) {
  const before = (page) => page.route("**/*.js", (route) => route.abort());
  reading(`the static page has the charts in their places, ${width} pixels wide`, { served: true, starts: false, width, before, maySay: [/ERR_FAILED/], engines: ["chromium"] }, async (page, visit) => {
    const places = (page) =>
      page.evaluate(() =>
        [".introduction", ".stance-key", ".plot > svg", ".speakers-chart ol", ".articles-found"].map((selector) => {
          const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
          return [selector, x, y, width, height].join(" ");
        }),
      );
    const first = await places(page);
    const started = await visit.open({ width });
    await becomes(started, () => places(started), first);
  });
}

reading("in a frame of 240 pixels the charts stay within it", { width: 240 }, async (page) => {
  const within = () =>
    page.locator("main figure, main figure :not(.chart-table *)").evaluateAll((all) => all.every((one) => one.getBoundingClientRect().right <= innerWidth));
  await becomes(page, within, true);
  for (const heading of ["When", "Who"]) await page.getByRole("button", { name: `Table: ${heading}` }).click();
  await becomes(page, within, true);
  await becomes(page, () => violations(page), []);
});

reading("on paper the charts have their tables and no controls", { engines: ["chromium", "webkit"] }, async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const name of [/^Claims by month/, /^Claims of 11 speakers/]) {
    const { width, height } = await page.getByRole("table", { name }).boundingBox();
    assert.ok(width > 200 && height > 100, `${width} × ${height}`);
  }
  const controls = page.locator("main :is(input, select, .as-table, .hint)");
  await becomes(page, () => controls.filter({ visible: true }).count(), 0);
  await page.locator(".plot > svg").waitFor();
});

for (const [what, hash, items, says] of [
  ["articles", "", "[data-found]", (at, all, item) => item.startsWith(`Article ${at} of ${all}: `)],
  ["claims", "#view=claims", ".claims-view [data-claim-card]", (at, all, item) => item.startsWith(`Claim ${at} of ${all}: `)],
  ["compared claims", "#view=compare&speaker=joe-biden,antony-blinken", ".claims-view [data-claim-card]", (at, all, item) => item.startsWith(`Claim ${at} of `)],
]) {
  reading(`j and k move the focus through a list of ${what}, and say where`, { hash }, async (page) => {
    const list = page.locator(`.page ${items}`);
    await list.first().waitFor();
    const all = what === "articles" ? await list.count() : 94;
    const at = () => list.evaluateAll((items) => items.findIndex((item) => item.matches(":focus-within")));
    const told = () => page.locator("main > [aria-live]").textContent();
    const before = await address(page);
    for (const [key, place] of [["j", 0], ["j", 1], ["j", 2], ["k", 1]]) {
      await page.keyboard.press(key);
      await becomes(page, () => page.evaluate(() => document.activeElement.matches("[data-claim-card], a")), true);
      await becomes(page, async () => says(place + 1, all, await told()), true, `${key} to ${place}: ${await told()}`);
      await becomes(page, at, place, key);
    }
    assert.deepEqual(await address(page), before);
  });
}

reading("the first stop of Tab is a skip link, also in an open article", { hash: "#a=2022-08-04-griner-sentence" }, async (page) => {
  const link = page.getByRole("link", { name: "‹ All articles" });
  await becomes(page, async () => (await link.boundingBox()).y < (await page.getByRole("heading", { level: 1 }).boundingBox()).y, true);
  await page.keyboard.press("Tab");
  await becomes(page, () => page.evaluate(() => document.activeElement.textContent), "Skip to text");
});

reading("a table wider than its place shows that it scrolls, and names its speakers while it does", { hash: "#view=table" }, async (page) => {
  const frame = page.getByRole("region", { name: "Table of speakers and subjects" });
  await becomes(page, () => frame.evaluate((frame) => frame.scrollWidth > frame.clientWidth && frame.tabIndex === 0), true);
  await matches(page, () => frame.evaluate((frame) => getComputedStyle(frame).backgroundAttachment), /local.*scroll/, "a shadow that ends with the table");
  await frame.evaluate((frame) => frame.scrollTo({ left: 200, behavior: "instant" }));
  const { x } = await frame.boundingBox();
  await becomes(page, async () => Math.abs((await frame.getByRole("rowheader").first().boundingBox()).x - x) < 2, true);
  await page.getByText("A claim about two subjects counts in both columns").waitFor();
});
