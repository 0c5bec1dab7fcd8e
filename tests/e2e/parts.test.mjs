// The parts of the page's program: each is loaded when it is first needed, however the page is
// loaded; and where one cannot be had, the page says what and why, and the text stays.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { becomes, dossier, matches, reading, root, single, started, withData } from "./harness.mjs";
import { articles, element, explorer, hosted, hostPage, ready, SCRIPT } from "./hosts.mjs";

const nameOf = (url) => path.basename(new URL(url).pathname);
const isPart = (name) => /^part-.*\.wasm$/.test(name);
const isPacked = (name) => /^packed-collection-.*\.js$/.test(name);
/** The parts that were asked for, without what tells their content. */
const parts = ({ asked }) => asked.map(nameOf).filter(isPart).map((name) => name.replace(/-[0-9a-f]{16}\.wasm$/, ""));
const isShared = (name) => name.startsWith("part-shared-");
/** The part that is loaded when the reader first points at the page. */
const isOnDemand = (name) => name === "part-on_demand";
const several = { version: 2, articles: [{ ...articles.articles[0], id: "a" }, { ...articles.articles[0], id: "b" }] };

/** The policy as docs/hosting.md has it. */
const hosting = await readFile(path.join(root, "docs/hosting.md"), "utf8");
const policy = /Content-Security-Policy:\s+([^`]+?)\s*```/.exec(hosting)[1].replace(/\s+/g, " ");

/** The page lists the articles of the dossier, opens one, and comes back. */
async function lists(page) {
  const listed = page.locator("[data-found]");
  await becomes(page, () => listed.count(), 10);
  await listed.first().getByRole("link").first().click();
  await page.locator("article[data-article] p").first().waitFor();
  await page.getByRole("link", { name: "‹ All articles" }).click();
  await becomes(page, () => listed.count(), 10);
}

/** One line says why the part is not there, and the list that stood there before stays. */
async function isReadable(page, why) {
  const line = page.getByRole("alert");
  await line.waitFor();
  await matches(page, () => line.innerText(), why);
  await matches(page, () => line.innerText(), /Each article below opens on a page of its own\.$/);
  await becomes(page, () => page.getByRole("main").locator("li h2 a").filter({ visible: true }).count(), 10);
}

reading("the page of one article loads no part", { served: true }, (_, visit) => {
  assert.ok(visit.asked.map(nameOf).some((name) => /^program-.*\.wasm$/.test(name)));
  assert.deepEqual(parts(visit), []);
});

reading("the page of several articles loads the part that shows them, once", { folder: dossier, served: true }, async (page, visit) => {
  await lists(page);
  assert.deepEqual(parts(visit).filter((name) => !isShared(name) && !isOnDemand(name)), ["part-collection"]);
});

reading("a part is loaded under the strict policy", {
  folder: dossier,
  served: true,
  headers: { "content-security-policy": policy },
}, async (page, visit) => {
  await lists(page);
  assert.deepEqual(parts(visit).filter((name) => !isShared(name) && !isOnDemand(name)), ["part-collection"]);
});

reading("a frame that is kept from its own origin loads a part as a script", {
  folder: dossier,
  served: true,
  hash: "framed.html",
  files: { "framed.html": '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="embed.html" width="900" height="900"></iframe>' },
  starts: false,
}, async (page, visit) => {
  const frame = page.frameLocator("iframe");
  await frame.locator("input[type=search]:enabled").waitFor();
  assert.deepEqual(parts(visit), []);
  assert.equal(visit.asked.map(nameOf).filter(isPacked).length, 1);
});

reading("a part is not there", {
  folder: dossier,
  served: true,
  starts: false,
  change: (name, body) => (/^part-collection-/.test(name) ? 404 : body),
  maySay: [/404|integrity|access control checks/i],
}, (page) => isReadable(page, /a part of the program could not be loaded: the server answers 404 for part-collection-[0-9a-f]{16}\.wasm/));

reading("a part was changed", {
  folder: dossier,
  served: true,
  starts: false,
  // It would still do its work.
  change: (name, body) => (/^part-collection-/.test(name) ? Buffer.concat([body, Buffer.from([0, 2, 1, 0])]) : body),
  says: [/integrity/i],
  maySay: [/Failed to load|Failed to fetch|access control checks/i],
}, (page) => isReadable(page, /part-collection-[0-9a-f]{16}\.wasm has changed since this page was made, and is refused/));

/** A page of a bundle in German. */
const inGerman = (name, body) => (name === "index.html" ? String(body).replace('<html lang="en">', '<html lang="de">') : body);

reading("a page loads the part with its language", { served: true, change: inGerman }, async (page, visit) => {
  await page.getByRole("searchbox", { name: "Artikel durchsuchen" }).waitFor();
  assert.deepEqual(parts(visit).filter((name) => !isShared(name)), ["part-german"]);
});

reading("the part with the language is not there", {
  served: true,
  change: (name, body) => (/^part-german-/.test(name) ? 404 : inGerman(name, body)),
  maySay: [/404|integrity|access control checks/i],
}, async (page) => {
  await page.getByRole("searchbox", { name: "Search this article" }).waitFor();
  await page.getByText(/a part of the program could not be loaded: the server answers 404 for part-german-[0-9a-f]{16}\.wasm/).waitFor();
});

// The page of one article in one file contains no part that shows several.
if (single) {
  reading("the page in one file says that a part is not in it", { starts: false, change: withData(several) }, async (page) => {
    const line = page.getByRole("alert");
    await line.waitFor();
    assert.match(await line.innerText(), /a part of the program could not be loaded: this file does not contain it.*The text below is complete\.$/);
  });
}

let isThere;
hosted("an element that could not load a part tries again the next time", {
  html: hostPage(element("loading=eager"), SCRIPT),
  change: (name, body) => (/^part-collection-/.test(name) && !isThere ? { status: 404 } : body),
  says: [/^error: Article Explorer: a part of the program could not be loaded: the server answers 404/],
  maySay: [/404|integrity|access control checks/i],
  before: () => void (isThere = false),
}, async (page, visit) => {
  const place = explorer(page);
  assert.equal(await ready(place), true);
  assert.deepEqual(parts(visit), []);
  const show = () => place.evaluate((place, data) => void (place.articles = data), several);
  await show();
  assert.match(await ready(place), /a part of the program could not be loaded/);
  await page.getByText("Fallback").waitFor();
  isThere = true;
  await show();
  assert.equal(await ready(place), true);
  await becomes(page, () => place.locator("[data-found]").count(), 2);
});

hosted("an element of another origin loads a part from there", {
  html: ({ elsewhere }) =>
    hostPage(element("loading=eager"), `<script type="module" src="${elsewhere}/explorer/article-explorer.js"></script>`),
  other: { change: (_, body) => ({ headers: { "access-control-allow-origin": "*" }, body }) },
}, async (page, visit) => {
  const place = explorer(page);
  assert.equal(await ready(place), true);
  await place.evaluate((place, data) => void (place.articles = data), several);
  assert.equal(await ready(place), true);
  assert.deepEqual(parts(visit).filter((name) => !isShared(name) && !isOnDemand(name)), ["part-collection"]);
  await place.evaluate((place, data) => void (place.articles = data), { articles: several.articles });
  assert.equal(await ready(place), true);
  assert.ok(parts(visit).includes("part-upgrade"), "other forms than version 2 are read by a part");
  assert.equal(new URL(visit.asked.find((url) => isPart(nameOf(url)))).origin, visit.elsewhere);
});

const workspace = { served: true, hash: "workspace.html", starts: false };
const brought = (text, number) => ({ name: `text-${number}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) });

reading("the page for a reader’s own articles loads its part", workspace, async (page, visit) => {
  await page.locator("#article-explorer[data-ready]").waitFor();
  const texts = ["Ann Lee said that it rains.", "Bob Ray denied that it rains."];
  await page.locator("input[type=file]").first().setInputFiles(texts.map(brought));
  await started(page);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  assert.ok(parts(visit).includes("part-workspace"));
  assert.equal(new Set(parts(visit)).size, parts(visit).length, "each file is loaded once");
});

reading("where the part for a reader’s own articles is not there, it is said, and the form stays", {
  ...workspace,
  change: (name, body) => (/^part-workspace-/.test(name) ? 404 : body),
  maySay: [/404|integrity|access control checks/i],
}, async (page) => {
  const line = page.getByRole("alert");
  await line.waitFor();
  await matches(page, () => line.innerText(), /a part of the program could not be loaded: the server answers 404 for part-workspace-[0-9a-f]{16}\.wasm/);
  await page.getByLabel("Paste the text of an article").waitFor();
});

/** Opens the dialog that saves, and saves in the first format. */
async function save(page) {
  await page.getByRole("button", { name: "Share" }).click();
  await page.locator(".save").getByRole("button", { name: "Save" }).click();
}

reading("what opens on demand loads its part, once, and gives the focus back", { served: true }, async (page, visit) => {
  const help = page.getByRole("button", { name: "Help" });
  await help.click();
  await page.getByRole("dialog", { name: "Help" }).waitFor();
  await page.keyboard.press("Escape");
  await becomes(page, () => help.evaluate((button) => button === document.activeElement), true);
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await page.locator("[data-claim-card]").first().waitFor();
  assert.deepEqual(parts(visit).filter((name) => !isShared(name)), ["part-on_demand"]);
  assert.equal(new Set(parts(visit)).size, parts(visit).length, "each file is loaded once");
});

/** How often the part of what opens on demand was refused. */
let refused = 0;
reading("where the part of what opens on demand is not there, it is said, the text stays, and the next press tries again", {
  served: true,
  change: (name, body) => {
    if (!/^part-on_demand-/.test(name) || isThere) return body;
    refused += 1;
    return 404;
  },
  maySay: [/404|integrity|access control checks/i],
  before: () => void (isThere = false),
}, async (page) => {
  const help = page.getByRole("button", { name: "Help" });
  await help.click();
  const line = page.getByRole("alert");
  await becomes(page, () => line.innerText().then((words) => words.replace(/[0-9a-f]{16}/, "…")),
    "This cannot be opened: a part of the program could not be loaded: the server answers 404 for part-on_demand-….wasm.");
  await page.locator("article[data-article] p").first().waitFor();
  const before = refused;
  await page.getByRole("button", { name: "Try again" }).click();
  await becomes(page, () => refused > before, true);
  await line.waitFor();
  isThere = true;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("dialog", { name: "Help" }).waitFor();
  await becomes(page, () => line.count(), 0);
});

/** What is said of the file. */
const told = (page) => page.locator(".save .told").innerText();

reading("saving loads its part, once, when something is saved", { served: true }, async (page, visit) => {
  await page.getByRole("button", { name: "Share" }).click();
  const button = page.locator(".save").getByRole("button", { name: "Save" });
  await button.waitFor();
  assert.deepEqual(parts(visit).filter((name) => !isShared(name)), ["part-on_demand"]);
  for (const form of ["text", "markdown"]) {
    await page.getByLabel("Format", { exact: true }).selectOption(form);
    await button.click();
    await page.locator(".save .told").getByText(/^Saved as /).waitFor();
  }
  assert.deepEqual(parts(visit).filter((name) => !isShared(name)), ["part-on_demand", "part-exports"]);
  assert.equal(new Set(parts(visit)).size, parts(visit).length, "each file is loaded once");
});

reading("where the part that saves is not there, it is said, the text stays, and the next press tries again", {
  served: true,
  change: (name, body) => (/^part-exports-/.test(name) && !isThere ? 404 : body),
  maySay: [/404|integrity|access control checks/i],
  before: () => void (isThere = false),
}, async (page) => {
  await save(page);
  await becomes(page, () => told(page).then((words) => words.replace(/[0-9a-f]{16}/, "…")),
    "It could not be saved: a part of the program could not be loaded: the server answers 404 for part-exports-….wasm");
  await page.locator("article[data-article] p").first().waitFor();
  isThere = true;
  await page.locator(".save").getByRole("button", { name: "Save" }).click();
  await page.locator(".save .told").getByText(/^Saved as .*\.md\.$/).waitFor();
});

reading("a part that saves and was changed is refused", {
  served: true,
  change: (name, body) => (/^part-exports-/.test(name) ? Buffer.concat([body, Buffer.from([0, 2, 1, 0])]) : body),
  says: [/integrity/i],
  maySay: [/Failed to load|Failed to fetch|access control checks/i],
}, async (page) => {
  await save(page);
  await page.locator(".save .told").getByText(/part-exports-[0-9a-f]{16}\.wasm has changed since this page was made, and is refused$/).waitFor();
});

hosted("an element that could not load the part that saves says why, and tries again the next time", {
  html: hostPage(element("loading=eager"), SCRIPT),
  change: (name, body) => (/^part-exports-/.test(name) && !isThere ? { status: 404 } : body),
  maySay: [/404|integrity|access control checks/i],
  before: () => void (isThere = false),
}, async (page, visit) => {
  const place = explorer(page);
  assert.equal(await ready(place), true);
  const exported = () => place.evaluate((place) => place.exportAs("text").then(({ name }) => name, ({ message }) => message));
  assert.match(await exported(), /^a part of the program could not be loaded: the server answers 404 for part-exports-/);
  isThere = true;
  assert.match(await exported(), /\.txt$/);
  assert.ok(!visit.asked.map(nameOf).some((name) => /^exports-/.test(name)), "no second program is loaded");
});

hosted("an element that has left its page still gives its articles", { html: hostPage(element("loading=eager"), SCRIPT) }, async (page) => {
  const place = explorer(page);
  assert.equal(await ready(place), true);
  const text = await place.evaluate(async (place) => {
    place.remove();
    await Promise.resolve();
    return (await place.exportAs("text")).text;
  });
  assert.ok(text.includes(articles.articles[0].blocks.at(-1).text));
});

reading("a frame that is kept from its own origin, whose files the browser would drop, offers nothing to be saved", {
  served: true,
  hash: "framed.html",
  files: { "framed.html": '<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="embed.html" width="900" height="900"></iframe>' },
  starts: false,
}, async (page) => {
  const frame = page.frameLocator("iframe");
  await frame.locator("input[type=search]:enabled").waitFor();
  await frame.getByRole("button", { name: "Share" }).click();
  await frame.locator("dialog.share pre").first().waitFor();
  assert.equal(await frame.locator("section.save").count(), 0);
});
