import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { becomes, reading, root, started } from "./harness.mjs";
import { built, dist, element, explorer, hitsIn, hosted, hostPage, ready, SCRIPT } from "./hosts.mjs";
import { address, annotations, articleText, back, cardButton, cards, choose, hits, openCards, search } from "./page.mjs";

const isWasm = (name) => name.endsWith(".wasm");

/** Searches, filters and opens a card, which requires nearly everything to work. */
async function works(page) {
  await search(page).fill("protectionism");
  await becomes(page, () => hits(page), ["protectionism", "protectionism"]);
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), ["c10"]);
  await cardButton(page, "c10").click();
  await becomes(page, () => openCards(page), ["c10"]);
}

reading("in a folder of any depth", { under: "/a/b/c/" }, async (page, visit) => {
  await works(page);
  await becomes(page, () => address(page), { q: "protectionism", form: "direct", claim: "c10" });
  assert.equal(new URL(page.url()).pathname, "/a/b/c/");
  const other = await visit.open({ hash: new URL(page.url()).hash });
  await becomes(other, () => cards(other), ["c10"]);
  await becomes(other, () => hits(other), ["protectionism", "protectionism"]);
  assert.ok(visit.asked.every((url) => /^data:/.test(url) || new URL(url).pathname.startsWith("/a/b/c/")), "all addresses are relative");
});

reading("under its own name and with a query", { under: "/a/" }, async (page, visit) => {
  await page.goto(`${visit.url}index.html?utm=x%23y#form=direct`);
  await started(page);
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await choose(page, "form", "mixed");
  await becomes(page, () => address(page), { form: "direct,mixed" });
  assert.equal(new URL(page.url()).search, "?utm=x%23y");
});

hosted("the one file from a folder of any name", { html: hostPage("") }, async (page, visit) => {
  const folder = await mkdtemp(path.join(tmpdir(), "a b#ü%20"));
  try {
    await cp(path.join(dist, "article-explorer.html"), path.join(folder, "article explorer?.html"));
    await page.goto(String(pathToFileURL(path.join(folder, "article explorer?.html"))));
    await started(page);
    visit.asked.length = 0;
    const first = await cards(page);
    await works(page);
    await becomes(page, () => address(page), { q: "protectionism", form: "direct", claim: "c10" });
    await back(page);
    await becomes(page, () => openCards(page), []);
    await back(page);
    await becomes(page, () => address(page), { q: "protectionism" });
    await becomes(page, () => cards(page), ["c2", "c10"]);
    await back(page);
    await becomes(page, () => cards(page), first);
    await page.goto(`${page.url().split("#")[0]}#form=direct`);
    await page.reload();
    await started(page);
    await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
    assert.deepEqual(visit.asked.filter((url) => !/^(file|data):/.test(url)), []);
    // Not every browser reports the files it reads from a folder.
    const read = new Set(visit.asked.filter((url) => url.startsWith("file:")).map((url) => url.split("#")[0]));
    assert.ok(read.size <= 1, "it needs no other file");
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** The policy given in docs/hosting.md. */
const hosting = await readFile(path.join(root, "docs/hosting.md"), "utf8");
const policy = /Content-Security-Policy:\s+([^`]+?)\s*```/.exec(hosting)[1].replace(/\s+/g, " ");
const underPolicy = (name, body) => (name.endsWith(".html") ? { headers: { "content-security-policy": policy }, body } : body);

for (const name of ["index.html", "embed.html"]) {
  hosted(`${name} under a strict policy`, { path: `/explorer/${name}`, change: underPolicy }, async (page, visit) => {
    assert.match(policy, /^default-src 'none'; script-src/);
    await started(page);
    await works(page);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Copy" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator('article [data-entity="guo-jiakun"]').first().click();
    await page.getByRole("region", { name: "Guo Jiakun" }).waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("group", { name: "Step through the article" }).waitFor();
    assert.ok(visit.asked.some((url) => url.endsWith(".wasm")));
  });
}

hosted("an element in a page under a strict policy", {
  routes: { "/strict": { headers: { "content-security-policy": policy }, body: hostPage(element("q=market"), SCRIPT) } },
  path: "/strict",
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  assert.equal(await page.locator("[role=search]").evaluate((bar) => getComputedStyle(bar).position), "sticky");
});

/** Holds a file back: `arrives` resolves with the argument of `release`. */
function held() {
  let release;
  const arrives = new Promise((resolve) => (release = resolve));
  return { arrives, release };
}

/** Waits until pending changes have been painted. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const starting = [["", 1280, 860], ["", 768, 1024], ["", 360, 740], ["embed.html", 768, 600], ["embed.html", 360, 600]];
for (const [file, width, height] of starting) {
  for (const hash of ["", "#q=market&claim=c10"]) {
    const { arrives, release } = held();
    hosted(`nothing jumps when the program starts, ${file} ${width} pixels wide, ${hash || "at first"}`, {
      engines: ["chromium"],
      width,
      height,
      path: `/explorer/${file}${hash}`,
      until: "commit",
      change: async (name, body) => {
        if (isWasm(name)) await arrives;
        return body;
      },
      before: (page) =>
        page.addInitScript(() => {
          globalThis.shifts = [];
          new PerformanceObserver((list) => {
            for (const { value, sources } of list.getEntries()) {
              globalThis.shifts.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent)]);
            }
          }).observe({ type: "layout-shift", buffered: true });
        }),
    }, async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      await painted(page);
      release();
      await started(page);
      await painted(page);
      const shifts = await page.evaluate(() => globalThis.shifts);
      const sum = shifts.reduce((sum, [value]) => sum + value, 0);
      assert.ok(sum < 0.001, JSON.stringify(shifts, null, 1));
      // Ensures that a jump would be detected.
      await page.evaluate(() => (document.querySelector(".columns").style.paddingTop = "200px"));
      await becomes(page, () => page.evaluate((count) => globalThis.shifts.length > count, shifts.length), true);
    });
  }
}

for (const [width, height] of [[1280, 500], [360, 500]]) {
  const { arrives, release } = held();
  hosted(`who has scrolled before the program starts stays there, ${width} pixels wide`, {
    width,
    height,
    path: "/explorer/",
    until: "commit",
    change: async (name, body) => {
      if (isWasm(name)) await arrives;
      return body;
    },
  }, async (page) => {
    const paragraph = page.locator("article p", { hasText: "This severely violates" });
    await paragraph.waitFor();
    await page.waitForFunction(() => document.styleSheets.length > 0 && document.readyState !== "loading");
    const top = () => paragraph.evaluate((paragraph) => Math.round(paragraph.getBoundingClientRect().top));
    await paragraph.evaluate((paragraph) => paragraph.scrollIntoView({ block: "center" }));
    await painted(page);
    const before = [await page.evaluate(() => scrollY), await top()];
    assert.ok(before[0] > 100);
    release();
    await started(page);
    await painted(page);
    assert.deepEqual([await page.evaluate(() => scrollY), await top()], before);
  });
}

{
  const { arrives, release } = held();
  hosted("the program draws the text and the marks that stood there before it", {
    path: "/explorer/",
    until: "commit",
    change: async (name, body) => {
      if (isWasm(name)) await arrives;
      return body;
    },
  }, async (page) => {
    await page.locator(".plain").waitFor();
    await page.waitForFunction(() => document.readyState !== "loading");
    const drawn = () => page.locator("article[data-article]").evaluate((article) => {
      const all = (selector, each) => [...article.querySelectorAll(selector)].map((element) => [each(element), element.textContent]);
      return {
        blocks: all(".block", ({ id, localName, className }) => [id, localName, className]),
        claims: all("[data-claim]", ({ dataset, className }) => [{ ...dataset }, className]),
        names: all("[data-entity]", ({ dataset: { entity, kind }, className }) => [entity, kind, className]),
      };
    });
    const before = await drawn();
    assert.ok(before.blocks.length > 5 && before.claims.length >= 13 && before.names.length > 13);
    release();
    await started(page);
    await becomes(page, () => page.locator(".plain").count(), 0);
    assert.deepEqual(await drawn(), before);
  });
}

for (const width of [1280, 360]) {
  reading(`without scripts text and claims lead to each other, ${width} pixels wide`, {
    width,
    height: 500,
    starts: false,
    context: { javaScriptEnabled: false },
    engines: ["chromium"],
  }, async (page) => {
    const shown = await page.locator("article[data-article] p").allInnerTexts();
    assert.equal(shown.join("\n\n"), await articleText());
    const { claims } = await annotations();
    const list = page.getByRole("region").or(page.locator("section")).filter({ has: page.getByRole("heading", { name: "Claims" }) }).first();
    const items = list.getByRole("listitem");
    assert.equal(await items.count(), claims.length);
    const inView = async (locator) => {
      const { y, height } = await locator.boundingBox();
      return y + height > 0 && y < 500;
    };
    for (const number of [0, 12]) {
      const item = items.nth(number);
      const passage = page.locator(`article a[data-claim~="${claims[number].id}"]`).first();
      await passage.click();
      await becomes(page, () => inView(item), true);
      await item.getByRole("link", { name: "in the text" }).click();
      await becomes(page, () => inView(passage), true);
    }
    for (const link of await page.locator('a[href^="#"]').all()) {
      const target = await link.getAttribute("href");
      assert.equal(await page.locator(`[id="${target.slice(1)}"]`).count(), 1, target);
    }
  });
}

test("search engines are told of a news article and its claims", async () => {
  const { claims } = await annotations();
  for (const name of ["index.html", "embed.html", "article-explorer.html"]) {
    const [, json] = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(String(await built(name)));
    const data = JSON.parse(json);
    assert.equal(data["@context"], "https://schema.org");
    assert.equal(data["@type"], "NewsArticle");
    assert.equal(data.hasPart.length, 13);
    assert.equal(data.hasPart.length, claims.length);
    for (const part of data.hasPart) {
      assert.match(part["@type"], /^(Claim|Quotation)$/);
      assert.ok(part.text.length > 5);
      assert.ok((part.author ?? part.creator).name);
    }
    assert.equal(data.hasPart.filter((part) => part["@type"] === "Quotation").length, claims.filter(({ form }) => form === "direct").length);
  }
});

test("every file that becomes clearly smaller lies there compressed too", async () => {
  const names = await readdir(dist);
  const files = names.filter((name) => !/\.(br|gz)$/.test(name));
  assert.ok(files.length >= 12);
  for (const name of files) {
    const whole = await built(name);
    const pays = (compressed) => whole.length > 1400 && compressed.length <= whole.length * 0.9;
    assert.equal(names.includes(`${name}.gz`), pays(gzipSync(whole, { level: 9 })), `${name}.gz`);
    if (names.includes(`${name}.gz`)) assert.ok(gunzipSync(await built(`${name}.gz`)).equals(whole), `${name}.gz`);
    if (names.includes(`${name}.br`)) assert.ok(brotliDecompressSync(await built(`${name}.br`)).equals(whole), `${name}.br`);
  }
  const copies = names.filter((name) => !files.includes(name));
  assert.ok(copies.every((name) => files.includes(name.slice(0, -3))), "no copy is left over");
});

const size = async (name) => (await stat(path.join(dist, name))).size;

test("the script for the height of frames is small", async () => {
  assert.ok((await size("embed.js")) <= 2048);
});

test("the one file is not much larger than the files of the page", async () => {
  const page = await readFile(path.join(dist, "index.html"), "utf8");
  const isOfPage = (name) => name === "index.html" || /^program-.*\.(js|wasm)$/.test(name) || (/^(boot|styles)-/.test(name) && page.includes(name));
  const names = (await readdir(dist)).filter(isOfPage);
  assert.equal(names.length, 5, names.join());
  const sizes = await Promise.all(names.map(size));
  assert.ok((await size("article-explorer.html")) <= 1.4 * sizes.reduce((sum, size) => sum + size));
});

// A file that was changed but would still work.
const changed = (name, body) => Buffer.concat([body, isWasm(name) ? Buffer.from([0, 2, 1, 0]) : Buffer.from("\nglobalThis.changed = true;\n")]);

for (const [what, file, line] of [
  ["the program", /^program-.*\.wasm$/, true],
  ["the script of the program", /^program-.*\.js$/, true],
  ["the script that starts it", /^boot-.*\.js$/, false],
]) {
  reading(`where ${what} was changed, it is refused, and the text stays`, {
    starts: false,
    served: true,
    change: (name, body) => (file.test(name) ? changed(name, body) : body),
    says: [/integrity/i],
    maySay: [/Failed to load|Failed to fetch|access control checks/i],
  }, async (page, visit) => {
    if (line) assert.match(await page.getByRole("alert").innerText(), /the text below is complete/i);
    await becomes(page, () => visit.said.some((words) => /integrity/i.test(words)), true);
    assert.equal(await page.locator("input[type=search]:enabled").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.changed), undefined);
    const shown = await page.locator("article[data-article] p").allInnerTexts();
    assert.equal(shown.join("\n\n"), await articleText());
  });
}

reading("where the styles were changed, they are refused, and the page works", {
  served: true,
  change: (name, body) => (name.endsWith(".css") ? Buffer.concat([body, Buffer.from("\nbody { background: red; }")]) : body),
  says: [/integrity/i],
}, async (page) => {
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 0, 0)");
  await search(page).fill("protectionism");
  await becomes(page, () => hits(page), ["protectionism", "protectionism"]);
});

hosted("an element refuses a program that was changed", {
  html: hostPage(element(), SCRIPT),
  served: true,
  change: (name, body) => (isWasm(name) ? changed(name, body) : body),
  says: [/^error: Article Explorer: the program could not be loaded/],
  maySay: [/integrity|access control checks/i],
}, async (page) => {
  assert.match(await ready(explorer(page)), /could not be loaded/);
  await page.getByText("Fallback").waitFor();
});

for (const type of ["application/octet-stream", "text/plain"]) {
  hosted(`a program that is sent as ${type}`, {
    path: "/explorer/",
    change: (name, body) => (isWasm(name) ? { headers: { "content-type": type }, body } : body),
    maySay: [/^warning: .*(MIME|application\/wasm)/],
  }, async (page) => {
    await started(page);
    await works(page);
  });

  hosted(`an element whose program is sent as ${type}`, {
    html: hostPage(element("q=market"), SCRIPT),
    change: (name, body) => (isWasm(name) ? { headers: { "content-type": type }, body } : body),
    maySay: [/^warning: .*(MIME|application\/wasm)/],
  }, async (page) => {
    assert.equal(await ready(explorer(page)), true);
    await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  });
}
