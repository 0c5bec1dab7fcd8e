// Publishing articles from the workspace: files that open from disk, without a network.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { becomes, launched, listen, PATIENCE, reading as open, started } from "./harness.mjs";
import { cards, hits, search, stretches } from "./page.mjs";

const REPORT = `Storm closes the harbour

The harbour of Westport was closed on Tuesday, the mayor said. “We will not open it before the wind has gone,” said Mayor Jane Miller.

“Nobody was hurt,” Brown said.`;

/** Texts that must stay text, in a title and in a paragraph. */
const HOSTILE = `</script><img src=x onerror="ran()"> <!-- '"&lt; </title> \u2028 \u202egnol`;

/** A test of the workspace in an engine that gives tests their downloads. */
const reading = (name, body) =>
  open(name, { hash: "workspace.html", served: true, starts: false, engines: ["chromium", "firefox"] }, async (page, visit) => {
    const folder = await mkdtemp(path.join(tmpdir(), "article-explorer-"));
    try {
      await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
      await body(page, { folder, visit });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

async function paste(page, words) {
  await page.getByLabel("Paste the text of an article").fill(words);
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await started(page);
}

/** Unfolds the choices for publishing. */
async function choices(page) {
  const form = page.getByRole("button", { name: "Add or remove" });
  if ((await form.getAttribute("aria-expanded")) === "false") await form.click();
  if ((await page.locator("#workspace-publish").getAttribute("open")) === null) await page.locator("#workspace-publish > summary").click();
}

/** Clicks a button that makes a file; saves the file in a folder. */
async function saved(page, button, folder, name = "") {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const download = await coming;
  const file = path.join(folder, name || download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** Opens a file from disk without a network; with `scripts: false`, also without JavaScript. */
async function opened(file, { scripts = true } = {}, look) {
  const context = await (await launched()).newContext({ offline: true, javaScriptEnabled: scripts, viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(PATIENCE);
  const [said, asked] = [[], []];
  try {
    const page = await context.newPage();
    listen(page, said);
    context.on("request", (request) => asked.push(request.url()));
    await page.goto(String(pathToFileURL(file)));
    if (scripts) await started(page);
    await look(page);
    assert.deepEqual(said, [], "the console is empty");
    const others = asked.filter((url) => !/^(data|blob):/.test(url) && url !== String(pathToFileURL(file)));
    assert.deepEqual(others, [], "the file needs nothing else");
  } finally {
    await context.close();
  }
}

/** Hashes of the programs in a page, by the ids of their elements. */
function programs(html) {
  const elements = html.matchAll(/<script type="application\/octet-stream" id="([^"]+)"[^>]*>([^<]*)<\/script>/g);
  return Object.fromEntries([...elements].map(([, id, text]) => [id, createHash("sha256").update(text).digest("hex")]));
}

const linkedData = async (page) => JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
const about = (page, name) => page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute("content");

reading("one HTML file is readable without scripts, and works from disk without a network", async (page, { folder }) => {
  await paste(page, REPORT);
  await choices(page);
  const file = await saved(page, "One HTML file", folder);
  assert.equal(path.basename(file), "Storm-closes-the-harbour.html");
  await becomes(page, async () => /^Saved as .*\.html\.$/.test(await page.locator("#workspace-publish .told").innerText()), true);
  await opened(file, { scripts: false }, async (page) => {
    const text = await page.locator("article[data-article]").innerText();
    assert.match(text, /closed on Tuesday[^]*Nobody was hurt/);
    assert.match(await page.locator(".plain-claims").innerText(), /We will not open it before the wind has gone/);
    assert.equal(await page.title(), "Storm closes the harbour");
  });
  await opened(file, {}, async (page) => {
    await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
    await becomes(page, async () => (await cards(page)).length > 1, true);
    const claims = Object.values(await stretches(page, "data-claim")).flat().join(" ");
    assert.match(claims, /Nobody was hurt/);
    await search(page).fill("wind");
    await becomes(page, () => hits(page), ["wind"]);
    const data = await linkedData(page);
    assert.deepEqual([data["@type"], data.headline], ["NewsArticle", "Storm closes the harbour"]);
    assert.equal(await about(page, "og:title"), "Storm closes the harbour");
    assert.match(await about(page, "description"), /^\d claims, each marked with its speaker\. The harbour of Westport/);
    // What opens on demand is in the file, too.
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  });
});

reading("no text of a published article becomes markup", async (page, { folder }) => {
  await paste(page, `${HOSTILE}\n\nIt rains. “${HOSTILE},” said Jane Miller. ${"It rains again and again, as it did. ".repeat(5)}`);
  await choices(page);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  assert.match(title, /<\/script><img src=x/);
  const file = await saved(page, "One HTML file", folder, "hostile.html");
  const html = await readFile(file, "utf8");
  assert.equal(html.match(/<script type="application\/json"/g).length, 1);
  assert.ok(!/<img|<!-- '/.test(html.replace(/<script type="module">[^]*/, "")), "no text is a tag or a comment");
  for (const scripts of [false, true]) {
    await opened(file, { scripts }, async (page) => {
      assert.equal(await page.locator("img").count(), 0);
      assert.equal((await page.title()).includes("</script><img"), true);
      assert.match(await page.locator("article[data-article]").innerText(), /onerror="ran\(\)"/);
    });
  }
});

reading("a published file is published again, with its annotations and the same program", async (page, { folder, visit }) => {
  await paste(page, REPORT);
  await choices(page);
  const first = await saved(page, "One HTML file", folder, "first.html");
  await page.goto(`${visit.url}workspace.html`);
  await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
  await page.locator("input[type=file]").setInputFiles(first);
  await started(page);
  await choices(page);
  const second = await saved(page, "One HTML file", folder, "second.html");
  const [one, two] = await Promise.all([first, second].map((file) => readFile(file, "utf8")));
  assert.deepEqual(programs(two), programs(one));
  assert.ok(programs(one)["article-explorer-program"]);
  assert.equal(two, one);
  await opened(second, {}, async (page) => {
    await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
    await becomes(page, async () => (await cards(page)).length > 1, true);
  });
});

reading("several articles are one file, in which each can be read", async (page, { folder }) => {
  await paste(page, REPORT);
  await page.getByRole("button", { name: "Add or remove" }).click();
  await page.getByLabel("Paste the text of an article").fill("Bridge to be built\n\n“The bridge will be built,” Ann Example said in London.");
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await page.locator("[data-found]").nth(1).waitFor();
  await choices(page);
  assert.equal(await page.getByRole("button", { name: "Save the annotations" }).count(), 0);
  const file = await saved(page, "One HTML file", folder);
  assert.equal(path.basename(file), "articles.html");
  await opened(file, { scripts: false }, async (page) => {
    const links = await page.locator("[data-found] h2 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.equal(links.length, 2);
    for (const link of links) {
      assert.equal(await page.locator(`[id="${link.slice(1)}"]`).count(), 1, `${link} leads to a text`);
    }
    assert.match(await page.locator(".plain-articles").innerText(), /Nobody was hurt[^]*|The bridge will be built/);
  });
  await opened(file, {}, async (page) => {
    await page.getByRole("link", { name: "Bridge to be built" }).click();
    await page.locator("article[data-article]").filter({ hasText: "The bridge will be built" }).waitFor();
  });
});

reading("files for a repository are the text and its annotations", async (page, { folder }) => {
  await paste(page, REPORT);
  await choices(page);
  const text = await saved(page, "Save the text as Markdown", folder);
  const annotations = await saved(page, "Save the annotations", folder);
  const name = path.basename(text, ".md");
  assert.equal(path.basename(annotations), `${name}.annotations.json`);
  assert.match(await readFile(text, "utf8"), /^---\ntitle: Storm closes the harbour\n/);
  const { claims } = JSON.parse(await readFile(annotations, "utf8"));
  assert.ok(claims.length > 1, "claims are saved");
  // Together they are the article again.
  await page.reload();
  await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
  await page.locator("input[type=file]").setInputFiles([text, annotations]);
  await started(page);
  await becomes(page, async () => (await cards(page)).length, claims.length);
});
