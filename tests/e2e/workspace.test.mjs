// The page where a reader brings articles.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { violations } from "./axe.mjs";
import { pdfOf } from "./files.mjs";
import { becomes, dist, engine, hostileTexts, matches, reading as open, root, single, started } from "./harness.mjs";
import { back, cards, hits, search, status, stretches } from "./page.mjs";
import { PAGE, doing, give, noticed, openedTitles, reading, ready, settled, shownText, unfold } from "./workspace.mjs";

const REPORT = `Storm closes the harbour

Published 12 March 2024

The harbour of Westport was closed on Tuesday, the mayor said. “We will not open it before the wind has gone,” said Mayor Jane Miller. Robert Brown of the Harbour Authority denied that ships had been lost.

“Nobody was hurt,” Brown said.`;

const MARKDOWN = "---\ntitle: Bridge to be built\nsource: The Daily Example\nlanguage: en\n---\n\n“The bridge will be built,” Ann Example said in London. She criticised the *delay*.\n";

const words = "These are words of the report, which are many enough to be told from the furniture around them, as those of a report mostly are. ".repeat(4);
const SAVED = `<!doctype html><html lang="en"><head><title>Saved page</title><script>document.title = "ran"</script></head><body onload="document.title='ran'">
<nav>Menu of the site</nav><article><h1>Saved page</h1><p>${words}<img src=x onerror="document.title='ran'"></p><p>“Trains will run again,” said Peter Stone. ${words}</p><script>document.title = "ran"</script></article></body></html>`;

const text = (page) => page.getByLabel("Paste the text of an article");
const workspace = (page) => page.locator("#workspace");

async function paste(page, words) {
  await text(page).fill(words);
  await page.getByRole("button", { name: "Find names and claims" }).click();
}

reading("long names do not make the page wider than the window, 320 pixels wide", { width: 320, height: 700, engines: ["chromium"] }, async (page) => {
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  for (const [before, title] of ["Storm closes the harbour", "a_name_of_a_file_".repeat(6)].entries()) {
    if (before > 0) await unfold(page);
    await paste(page, `${title}\n\n${REPORT}`);
    await becomes(page, async () => (await openedTitles(page)).length, before + 1);
    await settled(page);
    await becomes(page, fits, true, title);
  }
  await unfold(page);
  await becomes(page, fits, true, "the list");
});

open("from the page of the article to the workspace, and back", { served: true }, async (page) => {
  await page.getByRole("link", { name: "Read your own article" }).click();
  await page.getByRole("heading", { level: 1, name: "Read your own article" }).waitFor();
  await matches(page, () => workspace(page).innerText(), /Nothing leaves this device/);
  await page.getByRole("link", { name: "Back to the article" }).click();
  await page.locator('article[data-article="cybersecurity-package"]').waitFor();
});

reading("a pasted text is read, with names and claims found in it", async (page) => {
  await paste(page, REPORT);
  await started(page);
  await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
  await matches(page, () => shownText(page), /closed on Tuesday[^]*Nobody was hurt/);
  const claims = Object.values(await stretches(page, "data-claim")).flat().join(" ");
  assert.match(claims, /We will not open it before the wind has gone/);
  assert.match(claims, /Nobody was hurt/);
  const names = await page.locator("article [data-kind=person]").allTextContents();
  assert.ok(names.includes("Jane Miller"), names.join());
  await search(page).fill("wind");
  await becomes(page, () => hits(page), ["wind"]);
  await becomes(page, () => page.evaluate(() => location.hash), "#q=wind");
  await becomes(page, () => text(page).isVisible(), false, "the form makes room");
  await matches(page, () => doing(page), /^Added “Storm closes the harbour”/);
});

reading("a file is dropped anywhere on the page", async (page) => {
  await give(page, [{ name: "bridge.md", text: MARKDOWN }], "dragover");
  await give(page, [{ name: "bridge.md", text: MARKDOWN }], "drop");
  await started(page);
  await page.getByRole("heading", { level: 1, name: "Bridge to be built" }).waitFor();
  await becomes(page, () => page.locator("article em").innerText(), "delay");
  await becomes(page, async () => (await cards(page)).length > 0, true);
});

reading("several files of several kinds become a collection, from which each can be removed", async (page) => {
  await give(page, [
    { name: "storm.txt", text: REPORT },
    { name: "bridge.md", text: MARKDOWN },
    { name: "saved.html", text: SAVED },
  ]);
  await started(page);
  await becomes(page, () => page.locator("[data-found]").count(), 3);
  await matches(page, () => status(page), /^Added 3 articles/);
  await search(page).fill("trains ");
  await becomes(page, () => page.locator("[data-found]").count(), 1);
  await page.locator("[data-found] h2 a").click();
  await page.locator("article[data-article=saved]").waitFor();
  assert.doesNotMatch(await shownText(page), /Menu of the site|document\.title/);
  assert.equal(await page.title(), "Read your own article", "nothing of it runs");
  // One more beside them leads back to the list.
  await unfold(page);
  await paste(page, "Rain in spring\n\n“It rains,” said Ann Example.");
  await becomes(page, () => page.locator("[data-found]").count(), 4);
  await unfold(page);
  await becomes(page, () => openedTitles(page), ["Storm closes the harbour", "Bridge to be built", "Saved page", "Rain in spring"]);
  for (const [title, left] of [["Bridge to be built", 3], ["Saved page", 2]]) {
    await page.getByRole("button", { name: `Remove ${title}` }).click();
    await becomes(page, () => page.locator("[data-found]").count(), left);
  }
  // The last one stands by itself.
  await page.getByRole("button", { name: "Remove Storm closes the harbour" }).click();
  await page.locator("article[data-article]").waitFor();
  await becomes(page, () => page.locator("[data-found]").count(), 0);
  await page.getByRole("button", { name: "Remove all" }).click();
  await becomes(page, () => page.locator("article[data-article], [role=search]").count(), 0);
  await page.getByRole("heading", { level: 1, name: "Read your own article" }).waitFor();
  await text(page).waitFor();
});

reading("an article with its annotations beside it, and the data of a page", async (page) => {
  const file = async (name) => ({ name, text: await readFile(path.join(root, "articles", name), "utf8") });
  await give(page, [await file("cybersecurity-package.md"), await file("cybersecurity-package.annotations.json")]);
  await started(page);
  await becomes(page, async () => (await cards(page)).length, 13);
  await page.locator("article [data-entity=guo-jiakun]").first().waitFor();
  await unfold(page);
  await give(page, [{ name: "articles.json", text: await readFile(path.join(dist, "articles.json"), "utf8") }]);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await becomes(page, async () => /26 claims/.test(await page.locator(".counts").innerText()), true);
});

reading("annotations of another program beside their text", async (page) => {
  const ann = "T1\tPerson 35 46\tAnn Example\n";
  await give(page, [{ name: "rain.txt", text: "Rain in spring\n\n“It rains,” said Ann Example." }, { name: "rain.ann", text: ann }]);
  await started(page);
  await becomes(page, () => page.locator("article [data-kind=person]").allTextContents(), ["Ann Example"]);
});

const LONG = { name: "long.txt", unit: `${words}\n\n“It rains,” said Ann Example.\n\n`, times: 14_000 };

reading("work is given up at once, and what was open stays", async (page) => {
  await paste(page, REPORT);
  await started(page);
  await give(page, [LONG]);
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.waitFor();
  await page.getByRole("progressbar").waitFor();
  await cancel.click();
  await becomes(page, async () => /^Cancelled/.test(await doing(page)), true);
  await becomes(page, () => cancel.isVisible(), false);
  await page.locator("article[data-article]").waitFor();
  await matches(page, () => shownText(page), /Nobody was hurt/);
  // And the next is read again.
  await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
});

reading("nothing is kept unless it was asked for; what is kept is removed on request", async (page) => {
  const stored = () => page.evaluate(async () => [Object.keys(localStorage).length, (await indexedDB.databases?.())?.length ?? 0]);
  await paste(page, REPORT);
  await started(page);
  assert.deepEqual(await stored(), [0, 0]);
  await page.reload();
  await ready(page);
  await page.getByRole("heading", { level: 1, name: "Read your own article" }).waitFor();
  assert.equal(await page.locator("article[data-article]").count(), 0);

  await page.getByRole("checkbox", { name: /^Keep my articles/ }).check();
  await paste(page, REPORT);
  await started(page);
  await unfold(page);
  await paste(page, "Rain in spring\n\n“It rains,” said Ann Example.");
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await settled(page);
  await unfold(page);
  await becomes(page, () => page.locator("#workspace-kept").innerText(), "Saved in this browser on this device until you remove them.");
  await page.reload();
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await unfold(page);
  await becomes(page, () => page.getByRole("checkbox", { name: /^Keep/ }).isChecked(), true);
  await page.getByRole("button", { name: "Remove Rain in spring" }).click();
  await page.locator("article[data-article]").waitFor();
  await becomes(page, async () => /^Removed/.test(await doing(page)), true);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
  await unfold(page);
  await page.getByRole("checkbox", { name: /^Keep/ }).uncheck();
  await becomes(page, async () => (await stored())[0], 0);
  await matches(page, () => shownText(page), /Nobody was hurt/);
  await page.reload();
  await ready(page);
  await page.getByRole("heading", { level: 1, name: "Read your own article" }).waitFor();
  assert.equal(await page.locator("article[data-article]").count(), 0);
});

reading("what is kept is shown where the browser has lost the flag", { engines: ["chromium", "firefox"] }, async (page) => {
  await page.getByRole("checkbox", { name: /^Keep my articles/ }).check();
  await paste(page, REPORT);
  await becomes(page, () => page.locator("#workspace-kept").textContent(), "Saved in this browser on this device until you remove them.");
  await settled(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
  await unfold(page);
  await becomes(page, () => page.getByRole("checkbox", { name: /^Keep/ }).isChecked(), true);
});

reading("two pages keep beside each other, and what is being typed stays", { engines: ["chromium", "firefox"] }, async (page) => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  for (const [where, file] of [[page, { name: "saved.html", text: SAVED }], [other, { name: "bridge.md", text: MARKDOWN }]]) {
    await where.getByRole("checkbox", { name: /^Keep/ }).check();
    await text(where).fill("A text that is not yet");
    await give(where, [file]);
    await settled(where);
    await becomes(where, () => text(where).inputValue(), "A text that is not yet");
  }
  await becomes(other, () => other.locator("#workspace-kept").innerText(), "Saved in this browser on this device until you remove them.");
  await page.reload();
  await becomes(page, () => page.locator("[data-found]").count(), 2);
});

reading("what was kept before annotations had a version is shown with them", { engines: ["chromium"] }, async (page) => {
  await page.getByRole("checkbox", { name: /^Keep my articles/ }).check();
  await paste(page, MARKDOWN);
  await settled(page);
  await becomes(page, () => page.locator("#workspace-kept").innerText(), "Saved in this browser on this device until you remove them.");
  await page.evaluate(async () => {
    const answer = (request) => new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
    const [{ name }] = await indexedDB.databases();
    const database = await answer(indexedDB.open(name));
    const shelf = database.transaction("opened", "readwrite").objectStore("opened");
    const [one] = await answer(shelf.getAll());
    const { annotations, ...article } = JSON.parse(one.articles[0].json);
    const { version, ...placed } = annotations;
    for (const claim of placed.claims) if (claim.speaker?.text) claim.speaker = [claim.speaker.start, claim.speaker.end];
    one.articles[0].json = JSON.stringify({ ...article, placed });
    await answer(shelf.put(one));
    database.close();
  });
  await page.reload();
  await becomes(page, () => page.locator("[data-claim-card]").count().then((count) => count > 0), true);
  await matches(page, () => shownText(page), /The bridge will be built/);
});

reading("what the browser has no room for is said until there is room, and kept then", {
  engines: ["chromium", "firefox"],
  before: (page) =>
    page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (one) {
        if (JSON.stringify(one).includes("Rain in spring") && !globalThis.hasRoom) throw new DOMException("", "QuotaExceededError");
        return put.call(this, one);
      };
    }),
}, async (page) => {
  await page.getByRole("checkbox", { name: /^Keep/ }).check();
  await paste(page, "Rain in spring\n\n“It rains,” said Ann Example.");
  await started(page);
  await settled(page);
  const told = () => page.locator("#workspace-kept").textContent();
  await matches(page, told, /^Your browser’s storage is full\. 1 article is not saved and will be gone when/);
  await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
  await becomes(page, async () => (await openedTitles(page)).length, 2);
  await settled(page);
  await matches(page, told, /1 article is not saved/);
  await page.evaluate(() => (globalThis.hasRoom = true));
  await give(page, [{ name: "saved.html", text: SAVED }]);
  await becomes(page, told, "Saved in this browser on this device until you remove them.");
  await page.reload();
  await becomes(page, () => page.locator("[data-found]").count(), 3);
});

reading("what was removed comes back, as it was kept", { engines: ["chromium", "firefox"] }, async (page) => {
  await page.getByRole("checkbox", { name: /^Keep/ }).check();
  await paste(page, REPORT);
  await started(page);
  await unfold(page);
  await page.getByRole("button", { name: "Remove all" }).click();
  await page.getByRole("heading", { level: 1, name: "Read your own article" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
  await becomes(page, () => doing(page), "Restored “Storm closes the harbour”.");
  await becomes(page, () => page.getByRole("button", { name: "Undo" }).isVisible(), false);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
});

reading("names that stand in one another by the thousand do not stop the page", async (page) => {
  const ents = Array.from({ length: 1500 }, (_, at) => ({ start: at, end: 3000 - at, label: "PERSON" }));
  await give(page, [{ name: "a.json", text: JSON.stringify({ text: `${"a".repeat(3000)} b`, ents }) }]);
  await started(page);
  await settled(page);
  await matches(page, () => shownText(page), /aaa b/);
  const within = await page.evaluate(() => document.querySelectorAll(".block .name .name").length);
  assert.ok(within > 0 && within < 1000, String(within));
});

reading("a text that is open already is told", async (page) => {
  await paste(page, REPORT);
  await started(page);
  await unfold(page);
  await paste(page, REPORT);
  await becomes(page, async () => /Storm closes the harbour: already open/.test(await noticed(page)), true);
});

reading("where the browser refuses to keep anything, that is said and nothing breaks", {
  engines: ["chromium", "firefox"],
  before: (page) =>
    page.addInitScript(() => {
      const refuse = { get() { throw new DOMException("not here", "SecurityError"); } };
      Object.defineProperty(globalThis, "indexedDB", refuse);
      Object.defineProperty(globalThis, "localStorage", refuse);
    }),
}, async (page) => {
  const keep = page.getByRole("checkbox", { name: /^Keep/ });
  await keep.click();
  await becomes(page, async () => /cannot save articles \(.*not here/.test(await page.locator("#workspace-kept").innerText()), true);
  await becomes(page, () => keep.isChecked(), false);
  await paste(page, REPORT);
  await started(page);
  await matches(page, () => shownText(page), /Nobody was hurt/);
});

const base64 = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part))).toString("base64");

for (const [what, files, told, shown] of [
  ["an empty file", [{ name: "empty.txt", text: "" }], /empty\.txt.*no words/],
  ["a picture called a text", [{ name: "photo.txt", bytes: base64([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) }], /photo\.txt.*picture/],
  ["bytes that are no text", [{ name: "noise.txt", bytes: base64(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)) }], /noise\.txt/],
  ["UTF-16", [{ name: "wide.txt", bytes: base64([0xff, 0xfe], Buffer.from("Häuser\n\n“It rains,” said Ann Example.", "utf16le")) }], /wide\.txt/, /It rains/],
  ["Latin-1", [{ name: "old.txt", bytes: base64(Buffer.from("Caf\u00e9 d\u00e9j\u00e0 vu\n\nLe ministre est venu \u00e0 Paris.", "latin1")) }], /old\.txt/, /à Paris/],
  ["a saved page without an article", [{ name: "bare.html", text: "<!doctype html><title>Bare</title><nav><a href=/>Home</a></nav><script>document.title='ran'</script>" }], /bare\.html/, /Bare/],
  ["JSON that is none", [{ name: "broken.json", text: '{"version": 1, "articles": [' }], /broken\.json.*not JSON/],
  ["JSON without articles", [{ name: "other.json", text: '{"a": 1}' }], /other\.json/],
  ["annotations without their article", [{ name: "alone.ann", text: "T1\tPerson 0 3\tAnn" }], /alone\.ann.*article/],
  ["a text that is not English", [{ name: "zh.txt", text: "暴雨袭城\n\n市长王芳说：“我们会尽快开放港口。”她还说，没有人受伤。" }], /only found in English/, /尽快开放港口/],
]) {
  reading(`${what}: it is said what was wrong, and nothing is lost`, async (page) => {
    await paste(page, REPORT);
    await started(page);
    await give(page, files);
    await becomes(page, async () => told.test(await noticed(page)), true, String(told));
    await settled(page);
    if (shown) {
      await becomes(page, () => page.locator("[data-found]").count(), 2);
      await page.locator("[data-found]:not([data-found=pasted-text-1])").getByRole("link").first().click();
      await becomes(page, async () => shown.test(await page.getByRole("main").innerText()), true, String(shown));
    } else {
      await matches(page, () => doing(page), /^Nothing was added/);
      await matches(page, () => shownText(page), /Nobody was hurt/);
    }
    assert.equal(await page.title(), "Read your own article");
  });
}

reading("an empty field and a file that is too large are told", async (page) => {
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await becomes(page, () => doing(page), "Paste some text first.");
  await give(page, [{ name: "huge.txt", unit: "x".repeat(1024), times: 21 * 1024 }]);
  await becomes(page, async () => /huge\.txt.*at most 20 MB/.test(await noticed(page)), true);
});

/** Elements of the page that no markup of ours makes, and attributes that run. */
const strangers = (page) =>
  page.evaluate(() => {
    const known = "ABBR ARTICLE ASIDE A B BDI BLOCKQUOTE BR BUTTON CAPTION CODE DD DETAILS DIALOG DIV DL DT EM FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER INPUT KBD LABEL LEGEND LI MAIN MARK NAV OL OPTION P PRE PROGRESS SECTION SELECT SPAN STRONG SUMMARY TABLE TBODY TD TEXTAREA TH THEAD TIME TR UL".split(" ");
    const isPlace = (element) => element.tagName === "BDI" && element.parentElement.matches("#workspace-notices li");
    const isChart = (element) => element.closest(".charts svg") !== null;
    const isStrange = (element) =>
      !(known.includes(element.tagName) || isPlace(element) || isChart(element)) ||
      element.getAttributeNames().some((name) => name.startsWith("on")) ||
      !/^(#|https?:|index\.html)/.test(element.getAttribute("href") ?? "#");
    const all = [...document.body.querySelectorAll("*")];
    return all.filter(isStrange).map((element) => element.outerHTML);
  });

const hostile = {
  "html_garbage.json": (items) => items.map(({ text }, number) => ({ name: `${number}.html`, text })),
  "xss.json": (items) => items.map(({ text }, number) => ({ name: `${number}.${["html", "md", "txt"][number % 3]}`, text: `${number} ${text}` })),
  "naughty.json": (items) => items.map((text, number) => ({ name: `${text.slice(0, 60)}.txt`, text: `${number} ${text}` })),
  "commonmark.json": (items) => items.map(({ markdown }, number) => ({ name: `${number}.md`, text: markdown })),
  "json_parsing.json": (items) => items.map(({ name, b64 }) => ({ name, bytes: b64 })),
  "pathological.json": (items) => items.map(({ name, parts }) => ({ name: `${name}.md`, text: parts.map(([unit, times]) => unit.repeat(times)).join("") })),
};

for (const [name, files] of Object.entries(hostile)) {
  const { texts, skip } = await hostileTexts(name);
  reading(`everything in ${name} is opened at once: nothing runs`, { timeout: 300_000, skip }, async (page, visit) => {
    const all = files(texts);
    assert.ok(all.length > 20);
    await paste(page, REPORT);
    await started(page);
    await give(page, all);
    await page.waitForFunction(() => /^(Added|Nothing)/.test(document.getElementById("workspace-doing").textContent) && document.getElementById("workspace-progress").hidden, undefined, { timeout: 240_000 });
    visit.t.diagnostic(`${all.length} files: ${await doing(page)} ${await page.locator(".counts").first().innerText()}`);
    await becomes(page, () => strangers(page), []);
    // What was open is among them.
    await search(page).fill("Westport ");
    await becomes(page, () => page.locator("[data-found=pasted-text-1], article[data-article=pasted-text-1]").count(), 1);
    assert.equal(await page.title(), "Read your own article");
  });
}

for (const [what, file] of [
  ["2 MB", { name: "long.txt", unit: LONG.unit, times: 3600 }],
  ["10 MB", { name: "long.txt", unit: LONG.unit, times: 18_000 }],
  ["one line of 1 MB", { name: "line.txt", unit: `${words}“It rains,” said Ann Example. `, times: 1850 }],
  ["one word of 1 MB", { name: "word.txt", unit: "x", times: 1_000_000 }],
  ["quotation marks by the thousand", { name: "marks.txt", unit: "“‘\"«„", times: 60_000 }],
]) {
  reading(`a text of ${what} is shown in parts, and the page goes on meanwhile`, { timeout: 240_000 }, async (page, visit) => {
    await paste(page, REPORT);
    await started(page);
    await page.evaluate(() => {
      globalThis.longest = 0;
      globalThis.frames = 0;
      const types = globalThis.PerformanceObserver?.supportedEntryTypes ?? [];
      if (types.includes("longtask")) {
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
        }).observe({ type: "longtask" });
      }
      const count = () => {
        globalThis.frames += 1;
        requestAnimationFrame(count);
      };
      count();
    });
    await give(page, [file]);
    await page.waitForFunction(() => /^Added/.test(document.getElementById("workspace-doing").textContent), undefined, { timeout: 200_000 });
    await page.locator("[data-found]").nth(1).waitFor();
    await matches(page, () => noticed(page), /shown in \d+ parts/);
    const length = await page.evaluate(() => document.body.textContent.length);
    assert.ok(length < 400_000, `${length} characters stand in the page`);
    assert.ok((await page.evaluate(() => globalThis.frames)) > 5, "frames were painted meanwhile");
    // A part of it is opened, and found again by its words.
    await page.locator("[data-found$='-2'] h2 a").first().click();
    await page.locator("article[data-article]").waitFor();
    await becomes(page, async () => (await shownText(page)).length > 1000, true);
    await becomes(page, () => page.evaluate(() => location.hash.startsWith("#a=")), true);
    await back(page);
    await page.locator("[data-found]").nth(1).waitFor();
    await search(page).fill("Westport ");
    await becomes(page, () => page.locator("[data-found]").count(), 1);
    visit.t.diagnostic(`longest task ${Math.round(await page.evaluate(() => globalThis.longest))} ms`);
  });
}

reading("a long text is pasted without going through the field", { engines: ["chromium", "firefox"] }, async (page) => {
  await page.evaluate((unit) => {
    const data = unit.repeat(800);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    // Firefox takes what is pasted by names of its own.
    const pasted = { clipboardData, data, dataType: "text/plain" };
    document.querySelector("textarea").dispatchEvent(new ClipboardEvent("paste", { ...pasted, bubbles: true, cancelable: true }));
  }, LONG.unit);
  await page.locator("[data-found]").nth(1).waitFor();
  await becomes(page, () => text(page).inputValue(), "");
});

reading("by the keyboard alone", async (page) => {
  await page.keyboard.press("Tab");
  await becomes(page, () => text(page).evaluate((field) => field === document.activeElement), true);
  await page.keyboard.type("Rain / in ? spring");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("“It rains,” said Ann Example.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await started(page);
  await becomes(page, () => page.evaluate(() => document.activeElement.textContent), "Rain / in ? spring");
  await page.keyboard.press("/");
  await becomes(page, () => search(page).evaluate((field) => field === field.getRootNode().activeElement), true);
  const fold = page.getByRole("button", { name: "Add or remove" });
  await fold.focus();
  await page.keyboard.press("Enter");
  await becomes(page, () => fold.getAttribute("aria-expanded"), "true");
  await page.getByRole("button", { name: "Remove Rain / in ? spring" }).focus();
  await page.keyboard.press("Enter");
  await becomes(page, () => text(page).evaluate((field) => field === document.activeElement), true);
});

reading("files of many kinds are read by their content", async (page) => {
  const MAIL = "MIME-Version: 1.0\r\nDate: Wed, 14 May 2025 09:00:00 +0000\r\nFrom: The Observer <news@observer.example>\r\nSubject: =?utf-8?Q?The_caf=C3=A9_closes?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=C3=A9 closes in June, its owner, Ann Moss, said.\r\n";
  const FEED = "<rss version='2.0'><channel><title>Observer</title><item><title>Ferry line</title><description>&lt;p onclick=\"document.title='ran'\"&gt;Boats sail again, Tom Reyes said.&lt;/p&gt;</description></item><item><title>Library</title><description>It closes.</description></item></channel></rss>";
  const SUBTITLES = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Irene Calder>We have approved the line.\n";
  const MARKED = '{"text": "The committee met in the old hall.", "label": [[0, 13, "ORG"], [21, 33, "LOC"]]}\n';
  await give(page, [
    { name: "letter.dat", text: MAIL },
    { name: "news.txt", text: FEED },
    { name: "talk.vtt", text: SUBTITLES },
    { name: "marked.jsonl", text: MARKED },
    { name: "paper.xml", text: "<?xml version='1.0'?><nitf><body>Text</body></nitf>" },
  ]);
  await settled(page);
  await unfold(page);
  await becomes(page, async () => (await openedTitles(page)).sort(), ["Ferry line", "Library", "The café closes", "marked", "talk"]);
  assert.match(await noticed(page), /this is XML of a kind that is not read/);
  assert.notEqual(await page.title(), "ran");
  await page.goto(`${page.url().split("#")[0]}#a=marked`);
  await becomes(page, () => page.locator("article [data-entity]").allInnerTexts(), ["The committee", "the old hall"]);
});

reading("PDF files are read by their text, and others say why not", async (page) => {
  const REPORT = [
    [40, 500, 24, "Ferry line approved"],
    [40, 470, 10, "By Nora Whitlock"],
    [40, 440, 10, "The council approved a new ferry line on Tuesday after a repre-"],
    [40, 428, 10, "sentation of the captains."],
    [40, 400, 10, "\"We have waited long enough,\" Irene Calder said."],
    [195, 20, 8, "1"],
  ];
  await give(page, [
    { name: "report.dat", text: pdfOf(REPORT) },
    { name: "scan.pdf", text: pdfOf([]) },
    { name: "broken.pdf", text: "%PDF-1.4\nnothing follows" },
  ]);
  await settled(page);
  await unfold(page);
  await becomes(page, () => openedTitles(page), ["Ferry line approved"]);
  assert.match(await noticed(page), /pages of this PDF file are pictures without text/);
  assert.match(await noticed(page), /this is a PDF that is damaged/);
  const blocks = () => page.locator("article p[id]").allInnerTexts();
  await becomes(page, blocks, [
    "The council approved a new ferry line on Tuesday after a representation of the captains.",
    "\"We have waited long enough,\" Irene Calder said.",
  ]);
});

reading("an opened article says where it comes from and what was left out, and is noticed twice", async (page) => {
  const running = (words, times) => `<p>${`${words}, and so it was all day. `.repeat(times)}</p>`;
  const text = `<title>Rain in town</title><article><h1>Rain in town</h1>${running("It rained, the mayor Jane Miller said", 12)}</article>
    <div class="promo">${running("Our readers love the sun", 3)}</div>`;
  await give(page, [{ name: "rain.html", text }]);
  await settled(page);
  await unfold(page);
  const report = page.locator(".file-report");
  await report.getByText("Where this comes from").click();
  await matches(page, () => report.innerText(), /rain\.html \(HTML, UTF-8\)\s+SHA-256: [0-9a-f]{64}/);
  await report.getByText("Show what was left out (1 part)").click();
  await matches(page, () => report.locator("blockquote").innerText(), /^Our readers love the sun/);
  assert.doesNotMatch(await shownText(page), /Our readers/);
  await give(page, [{ name: "again.html", text }]);
  await matches(page, () => noticed(page), /Rain in town: already open/);
});

reading("what was opened is saved in another form, one article or all", { engines: ["chromium"] }, async (page) => {
  const saved = async (form) => {
    await page.getByText("Save as …").click();
    await page.getByLabel("Format", { exact: true }).selectOption(form);
    const coming = page.waitForEvent("download");
    await page.locator("#workspace-save").getByRole("button", { name: "Save" }).click();
    return readFile(await (await coming).path(), "utf8");
  };
  await paste(page, REPORT);
  await started(page);
  await settled(page);
  await unfold(page);
  const { claims } = JSON.parse(await saved("annotations"));
  assert.equal(claims.length, (await cards(page)).length);
  await becomes(page, () => violations(page), []);
  await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await settled(page);
  await unfold(page);
  assert.equal(JSON.parse(await saved("article")).articles.length, 2);
});

for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [360, "light"], [360, "dark"]]) {
  const options = { width, context: { colorScheme }, engines: colorScheme === "dark" ? ["chromium"] : undefined };
  reading(`nothing hinders anybody, ${width} pixels wide, ${colorScheme}`, options, async (page) => {
    const inside = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.deepEqual(await violations(page), []);
    assert.ok(await inside(), "nothing goes beyond the edge");
    await paste(page, REPORT);
    await started(page);
    await give(page, [{ name: `${"long-name-".repeat(20)}.txt`, text: "" }]);
    await matches(page, () => noticed(page), /long-name-/);
    await settled(page);
    await unfold(page);
    await becomes(page, () => violations(page), []);
    await becomes(page, inside, true, "nothing goes beyond the edge");
    assert.equal(await page.getByRole("main").count(), 1);
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
    await becomes(page, () => page.locator("[data-found]").count(), 2);
    await becomes(page, () => violations(page), []);
  });
}

/** The policy as docs/hosting.md has it, with the names of all policies of ours. */
const hosting = await readFile(path.join(root, "docs/hosting.md"), "utf8");
const policy = /Content-Security-Policy:\s+([^`]+?)\s*```/.exec(hosting)[1].replace(/\s+/g, " ");
for (const [what, more] of [["a strict policy", ""], ["a strict policy with named types", "; trusted-types article-explorer"]]) {
  reading(`under ${what}`, { headers: { "content-security-policy": policy + more } }, async (page, visit) => {
    assert.match(policy, /worker-src 'self'/);
    await page.getByRole("checkbox", { name: /^Keep/ }).check();
    await paste(page, REPORT);
    await started(page);
    await becomes(page, async () => (await cards(page)).length > 1, true);
    await give(page, [{ ...LONG, times: 1200 }]);
    await page.locator("[data-found]").nth(1).waitFor();
    assert.ok(visit.asked.some((url) => /workspace-worker-/.test(url)) || engine !== "chromium");
    await settled(page);
    await page.reload();
    await page.locator("[data-found]").nth(1).waitFor();
  });
}

reading("without a worker the same is done in the page, in slices", {
  change: (name, body) => (name.startsWith("workspace-worker") ? 404 : body),
  maySay: [/404|worker|load/i],
}, async (page) => {
  await paste(page, REPORT);
  await started(page);
  await becomes(page, async () => (await cards(page)).length > 1, true);
  await give(page, [{ ...LONG, times: 6000 }]);
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.click();
  await becomes(page, async () => /^Cancelled/.test(await doing(page)), true);
  await matches(page, () => shownText(page), /Nobody was hurt/);
  await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
  await becomes(page, () => page.locator("[data-found]").count(), 2);
});

const NO_WORKER = () => {
  globalThis.Worker = class {
    constructor() {
      throw new DOMException("not here", "SecurityError");
    }
  };
};

reading("where the browser refuses a worker, the same is done in the page", {
  engines: ["chromium", "firefox"],
  before: (page) => page.addInitScript(NO_WORKER),
}, async (page) => {
  await paste(page, REPORT);
  await started(page);
  await becomes(page, async () => (await cards(page)).length > 1, true);
  await give(page, [{ ...LONG, times: 1200 }]);
  await page.locator("[data-found]").nth(1).waitFor();
});

reading("in a frame without an origin nothing is kept, and the rest is done in the page", {
  isEarly: true,
  hash: "frame.html",
  files: { "frame.html": '<!doctype html><title>Frame</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts allow-forms" src="workspace.html" title="Workspace" width="900" height="700"></iframe>' },
  headers: { "access-control-allow-origin": "*" },
  engines: ["chromium", "firefox"],
  // The style sheet of the page is checked, which needs an origin.
  maySay: [/integrity|may not load data/i],
}, async (page) => {
  const frame = page.frameLocator("iframe");
  await text(frame).fill(REPORT);
  await frame.getByRole("button", { name: "Find names and claims" }).click();
  await frame.getByRole("heading", { level: 1, name: "Storm closes the harbour" }).waitFor();
  await unfold(frame);
  await frame.getByRole("checkbox", { name: /^Keep/ }).click();
  await frame.getByText(/cannot save articles/).waitFor();
});

/** A worker that another build has left, as a server may serve it to a page from before. */
const OTHER_WORKER = `postMessage(['{"version":99,"message":"ready"}']);`;

reading("a worker of another version is not misread; the page says to load it again", {
  change: (name, body) => (name.startsWith("workspace-worker") ? OTHER_WORKER : body),
}, async (page) => {
  await paste(page, REPORT);
  await becomes(page, async () => /Pasted text 1.*different versions, 2 and 99; reload this page/.test(await noticed(page)), true);
  await becomes(page, () => doing(page), "Nothing was added.");
  await becomes(page, () => text(page).inputValue(), REPORT, "what was pasted stays");
});

reading("a worker that comes to its end in its work is replaced by another", {
  change: (name, body) => (name.startsWith("workspace-worker") ? `addEventListener("message", ({ data }) => { if (data[0].includes("storm.txt")) throw new Error("no more room"); });\n${body}` : body),
}, async (page) => {
  await give(page, [{ name: "storm.txt", text: REPORT }]);
  await becomes(page, async () => /storm\.txt.*no more room/.test(await noticed(page)), true);
  await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
  await started(page);
  await page.getByRole("heading", { level: 1, name: "Bridge to be built" }).waitFor();
});

reading("where the reader's program cannot be loaded, that is said", {
  change: (name, body) => (/^files-.*\.wasm$/.test(name) ? 404 : body),
  says: [/404/],
  maySay: [/404|load|integrity|files-\w+\.wasm/i],
}, async (page) => {
  await paste(page, REPORT);
  await becomes(page, async () => /Pasted text 1.*could not be read/.test(await noticed(page)), true);
  await becomes(page, () => text(page).inputValue(), REPORT, "what was pasted stays");
});

/** Serves files with a pause before the WebAssembly of the page, which `go()` ends. */
function paused() {
  let go;
  const gone = new Promise((done) => (go = done));
  const change = async (name, body) => {
    if (/^(collection|program|workspace)-.*\.wasm$/.test(name)) await gone;
    return body;
  };
  return { go, change };
}

const slow = paused();
reading("what the reader has done before the program is there is taken over", { isEarly: true, change: slow.change }, async (page) => {
  const before = await page.locator("#workspace").evaluate(structure);
  await text(page).fill("Rain in spring\n\n“It rains,” said");
  await text(page).evaluate((field) => {
    field.focus();
    field.setSelectionRange(3, 6);
  });
  await page.evaluate(() => {
    globalThis.moved = 0;
    const types = globalThis.PerformanceObserver?.supportedEntryTypes ?? [];
    if (!types.includes("layout-shift")) return;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.moved += value;
    }).observe({ type: "layout-shift" });
  });
  slow.go();
  await ready(page);
  assert.deepEqual(await page.locator("#workspace").evaluate(structure), before, "the program draws what stood there");
  const held = () => text(page).evaluate((field) => [field.value, field.selectionStart, field.selectionEnd, field === document.activeElement]);
  await becomes(page, held, ["Rain in spring\n\n“It rains,” said", 3, 6, true]);
  assert.equal(await page.evaluate(() => globalThis.moved), 0, "nothing moves");
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await page.getByRole("heading", { level: 1, name: "Rain in spring" }).waitFor();
});

const slower = paused();
reading("what was ticked, chosen and sent off before the program is there is done", { isEarly: true, change: slower.change }, async (page) => {
  await paste(page, REPORT);
  await give(page, [{ name: "bridge.md", text: MARKDOWN }]);
  assert.equal(await page.evaluate(() => location.search), "", "the form is not sent to the server");
  await page.getByRole("checkbox", { name: /^Keep/ }).check();
  slower.go();
  await becomes(page, () => page.locator("[data-found]").count(), 2);
  await settled(page);
  await unfold(page);
  await becomes(page, () => openedTitles(page), ["Bridge to be built", "Storm closes the harbour"]);
  await becomes(page, () => page.locator("#workspace-kept").innerText(), "Saved in this browser on this device until you remove them.");
});

/** The elements of the page, with their attributes and words; what only serves without scripts aside. */
function structure(element) {
  if (element.matches(".workspace-unscripted")) return undefined;
  const attributes = [...element.attributes].map(({ name, value }) => [name, value === name ? "" : value]).sort();
  const children = [...element.childNodes].map((node) =>
    node.nodeType === Node.TEXT_NODE ? node.data.trim() || undefined : node.nodeType === Node.ELEMENT_NODE ? structure(node) : undefined,
  );
  return [element.localName, attributes, children.filter((child) => child !== undefined)];
}

reading("where the program cannot be loaded, the page says so and what was written stays", {
  isEarly: true,
  change: (name, body) => (/^program-.*\.wasm$/.test(name) ? 404 : body),
  says: [/404/],
  maySay: [/404|load|integrity|fetch|program-\w+\.wasm/i],
}, async (page) => {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  await matches(page, () => alert.innerText(), /^Your articles can’t be opened here: .+\. Reload the page\.$/);
  await becomes(page, () => page.getByRole("button", { name: "Find names and claims" }).isDisabled(), true);
  await text(page).fill("still here");
});

reading("where the program comes to its end, the page says so and what was written stays", async (page) => {
  await paste(page, REPORT);
  await started(page);
  await settled(page);
  await unfold(page);
  await text(page).fill("not read yet");
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
  });
  const alert = page.getByRole("alert");
  await matches(page, () => alert.innerText(), /^Something went wrong and your articles can’t be shown\. Reload the page; saved articles are safe\. \(Details: unreachable\)/);
  await becomes(page, () => page.locator("article[data-article], [data-found]").count(), 0);
  await becomes(page, () => text(page).inputValue(), "not read yet");
});

open("the former address leads to the workspace, with what it asks for", { hash: "desk.html?x=1#q=wind", served: true, starts: false, headers: { "content-security-policy": policy } }, async (page) => {
  await becomes(page, () => page.evaluate(() => location.href.replace(/^.*\//, "")), "workspace.html?x=1#q=wind");
  await ready(page);
  await paste(page, REPORT);
  await started(page);
  await becomes(page, () => hits(page), ["wind"]);
});

const kept = JSON.parse(await readFile(path.join(root, "tests/e2e/fixtures/kept.json"), "utf8"));

reading("what readers kept under the former name of the page is there", { engines: ["chromium", "firefox"] }, async (page) => {
  // As the scripts of that page wrote it.
  await page.evaluate(async (records) => {
    const name = `article-explorer-desk ${new URL(".", location.href).pathname}`;
    localStorage.setItem(name, "1");
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("opened", { keyPath: "key" });
    await new Promise((done) => (opening.onsuccess = done));
    const transaction = opening.result.transaction("opened", "readwrite");
    for (const record of records) transaction.objectStore("opened").put(record);
    await new Promise((done) => (transaction.oncomplete = done));
    opening.result.close();
  }, kept);
  await page.reload();
  await becomes(page, () => page.locator("[data-found]").count(), 4);
  await matches(page, () => noticed(page), /1 article is damaged and cannot be shown/);
  await unfold(page);
  await becomes(page, () => openedTitles(page), ["Ferry sails again", "Rain in spring", "Storm closes the harbour", "Bridge to be built"]);
  await becomes(page, async () => /6 claims/.test(await page.locator(".counts").innerText()), true);
  for (const [id, name] of [["ferry", "Né"], ["rain", "Ann Example"]]) {
    await page.locator(`[data-found="${id}"] h2 a`).click();
    await becomes(page, () => page.locator("article [data-kind=person]").first().innerText(), name);
    await back(page);
    await becomes(page, () => page.locator("[data-found]").count(), 4);
  }
  // What is added stands beside it, and what is removed is gone.
  await give(page, [{ name: "saved.html", text: SAVED }]);
  await settled(page);
  await unfold(page);
  await page.getByRole("button", { name: "Remove Ferry sails again" }).click();
  await becomes(page, async () => /^Removed/.test(await doing(page)), true);
  await page.reload();
  await becomes(page, () => page.locator("[data-found]").count(), 4);
  await unfold(page);
  await becomes(page, () => openedTitles(page), ["Rain in spring", "Storm closes the harbour", "Bridge to be built", "Saved page"]);
  await page.getByRole("checkbox", { name: /^Keep/ }).uncheck();
  await becomes(page, () => page.evaluate(() => Object.keys(localStorage).length), 0);
});

if (!single) {
  open("without scripts the former address has a link to the workspace", { hash: "desk.html", served: true, starts: false, context: { javaScriptEnabled: false }, engines: ["chromium"] }, async (page) => {
    await page.getByRole("link", { name: "Read your own article" }).click();
    await page.getByRole("heading", { level: 1, name: "Read your own article" }).waitFor();
  });
  open("without scripts the workspace says so, and leads back", { hash: PAGE, served: true, starts: false, context: { javaScriptEnabled: false }, engines: ["chromium"] }, async (page) => {
    await page.getByText("needs JavaScript").waitFor();
    await page.getByRole("link", { name: "Back to the article" }).waitFor();
  });
}
