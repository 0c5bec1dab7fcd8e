// Publishing articles from the workspace: files that open from disk, without a network.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { becomes, launched, listen, PATIENCE, root, serve, started } from "./harness.mjs";
import { cards, hits, search, stretches } from "./page.mjs";
import { choices, opened, paste, programs, publishing as reading, REPORT, saved } from "./publishing.mjs";

/** Texts that must stay text, in a title and in a paragraph. */
const HOSTILE = `</script><img src=x onerror="ran()"> <!-- '"&lt; </title> \u2028 \u202egnol`;

/** Whether the server lacks the template. */
let isMissing = true;

/** Unpacks a ZIP file into a folder; returns the names of its files. */
async function unpacked(file, folder) {
  const zip = await readFile(file);
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const names = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, comment] = [zip.readUInt32LE(at + 20), ...[28, 30, 32].map((field) => zip.readUInt16LE(at + field))];
    names.push(zip.toString("utf8", at + 46, at + 46 + name));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const target = path.join(folder, names.at(-1));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, inflateRawSync(zip.subarray(from, from + packed)));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** The policy of docs/hosting.md. */
const guide = await readFile(path.join(root, "docs/hosting.md"), "utf8");
const policy = { "content-security-policy": /Content-Security-Policy:\s+([^`]+?)\s*```/.exec(guide)[1].replace(/\s+/g, " ") };

/** Serves a folder under a strict policy and opens a page of it. */
async function servedFrom(folder, name, look) {
  const server = await serve({ folder, under: "/some/where/", headers: policy });
  const context = await (await launched()).newContext({ viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(PATIENCE);
  const [said, asked] = [[], []];
  try {
    const page = await context.newPage();
    listen(page, said);
    context.on("request", (request) => asked.push(request.url()));
    await page.goto(server.url + name);
    await started(page);
    await look(page);
    assert.deepEqual(said, [], "the console is empty");
    assert.deepEqual(asked.filter((url) => !url.startsWith(server.url) && !/^(data|blob):/.test(url)), []);
  } finally {
    await context.close();
    await server.close();
  }
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

reading("under a strict policy, a ZIP holds an article for any folder of a web server", async (page, { folder }) => {
  await paste(page, REPORT);
  await choices(page);
  const file = await saved(page, "ZIP for a web server", folder);
  assert.equal(path.basename(file), "Storm-closes-the-harbour.zip");
  const site = path.join(folder, "site");
  const names = await unpacked(file, site);
  assert.ok(["index.html", "embed.html", "articles.json"].every((name) => names.includes(name)), names.join());
  assert.deepEqual(names.filter((name) => /\.(br|gz)$|^workspace|^names|^\/|\.\./.test(name)), []);
  for (const name of ["", "embed.html"]) {
    await servedFrom(site, name, async (page) => {
      await becomes(page, async () => (await cards(page)).length > 1, true);
      await search(page).fill("wind");
      await becomes(page, () => hits(page), ["wind"]);
    });
  }
}, { headers: policy });

reading("a ZIP of several articles has a list and a page for each", async (page, { folder }) => {
  await paste(page, REPORT);
  await page.getByRole("button", { name: "Add or remove" }).click();
  await page.getByLabel("Paste the text of an article").fill("Bridge to be built\n\n“The bridge will be built,” Ann Example said in London.");
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await page.locator("[data-found]").nth(1).waitFor();
  await choices(page);
  const site = path.join(folder, "site");
  const names = await unpacked(await saved(page, "ZIP for a web server", folder), site);
  const pages = names.filter((name) => name.startsWith("articles/"));
  assert.equal(pages.length, 2);
  await servedFrom(site, "", async (page) => {
    await page.getByRole("link", { name: "Bridge to be built" }).click();
    await page.locator("article[data-article]").filter({ hasText: "The bridge will be built" }).waitFor();
  });
  for (const name of pages) {
    await servedFrom(site, name, async (page) => {
      await becomes(page, async () => (await cards(page)).length > 0, true);
      assert.equal(await page.getByRole("link", { name: "All articles" }).getAttribute("href"), "../index.html");
    });
  }
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

reading("where a file is missing, the page says so, and publishes when it is there again", async (page, { folder }) => {
  await paste(page, REPORT);
  await choices(page);
  await page.getByRole("button", { name: "One HTML file" }).click();
  await becomes(page, async () => /^It could not be saved: the server answers 404 for template-/.test(await page.locator("#workspace-publish .told").innerText()), true);
  isMissing = false;
  await saved(page, "One HTML file", folder);
}, { change: (name, body) => (name.startsWith("template-") && isMissing ? 404 : body), says: [/404/], maySay: [/integrity/] });
