// A published file that is corrected and saved again, without a network.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { violations } from "./axe.mjs";
import { select } from "./editing.mjs";
import { afterEffects, becomes, launched, PATIENCE, serve, started } from "./harness.mjs";
import { choices, opened, paste, programs, publishing, REPORT, saved } from "./publishing.mjs";

/** A test with a published article as a file. */
const ofFile = (name, body, options) =>
  publishing(name, async (page, { folder }) => {
    await paste(page, REPORT);
    await choices(page);
    await body(await saved(page, "One HTML file", folder, "first.html"), folder, page);
  }, options);

const said = (page) => page.locator("#own-file-said").innerText();
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

async function edit(page) {
  await page.getByRole("button", { name: "Edit this article" }).click();
  await page.locator(".editor-bar").waitFor();
  await afterEffects(page);
}

async function finish(page) {
  await page.getByRole("button", { name: "Finish" }).click();
  await started(page);
}

/** Gives the article in the open editor another headline. */
async function retitle(page, title) {
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByLabel("Headline", { exact: true }).fill(title);
  await page.keyboard.press("Enter");
  await becomes(page, () => page.locator(".editor-title").innerText(), `Editing ${title}`);
}

/** Saves the file as a download, where the browser writes no files. */
async function download(page, file) {
  const coming = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  await (await coming).saveAs(file);
}

const writesNoFiles = (page) => page.addInitScript(() => {
  delete globalThis.showSaveFilePicker;
});

/** The same as `opened`, in a browser that writes no files. */
const openedToDownload = (file, look) => opened(file, { before: writesNoFiles }, look);

ofFile("a published file is corrected, saved and corrected again, without a network", async (first, folder) => {
  const [second, third] = ["second.html", "third.html"].map((name) => path.join(folder, name));
  await openedToDownload(first, async (page) => {
    await edit(page);
    await retitle(page, "Storm shuts the port");
    await becomes(page, () => page.locator("#editor-saved").innerText(), "Your changes are not in the file yet. Ctrl+S saves it.");
    await page.locator(".check-card").focus();
    const progress = () => page.locator(".check-progress [role=status]").innerText();
    const [, all] = /^0 of (\d+) checked$/.exec(await progress());
    await page.keyboard.press("x");
    await becomes(page, progress, `1 of ${all} checked`);
    await finish(page);
    await heading(page, "Storm shuts the port").waitFor();
    await download(page, second);
    await becomes(page, () => said(page), "Downloaded as Storm-shuts-the-port.html. Put it in the place of the former file.");
  });
  await opened(second, { scripts: false }, async (page) => {
    assert.equal(await page.title(), "Storm shuts the port");
    assert.match(await page.locator("article[data-article]").innerText(), /closed on Tuesday[^]*Nobody was hurt/);
    assert.match(await page.locator('script[type="application/ld+json"]').textContent(), /Storm shuts the port/);
  });
  await openedToDownload(second, async (page) => {
    await heading(page, "Storm shuts the port").waitFor();
    await edit(page);
    // The history came with the file.
    for (let step = 0; step < 2; step += 1) await page.getByRole("button", { name: "Undo" }).click();
    await becomes(page, () => page.locator(".editor-title").innerText(), "Editing Storm closes the harbour");
    await becomes(page, () => page.locator("#editor-undo").isDisabled(), true);
    await page.getByRole("button", { name: "Redo" }).click();
    await finish(page);
    await download(page, third);
  });
  const files = await Promise.all([first, second, third].map((file) => readFile(file, "utf8")));
  for (const file of files) assert.deepEqual(programs(file), programs(files[0]));
  const unchanged = (html) => [/^[^]*?<title>/, /<style>[^]*<\/style>/, /<script type="module">[^]*$/].map((part) => part.exec(html)[0]);
  for (const file of files) assert.deepEqual(unchanged(file), unchanged(files[0]));
});

ofFile("opened in the workspace, a file that was corrected has its history", async (first, folder, page) => {
  const second = path.join(folder, "second.html");
  await openedToDownload(first, async (page) => {
    await edit(page);
    await retitle(page, "Storm shuts the port");
    await download(page, second);
  });
  await page.reload();
  await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
  await page.locator("input[type=file]").setInputFiles(second);
  await started(page);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await becomes(page, () => page.locator(".editor-title").innerText(), "Editing Storm shuts the port");
  await page.getByRole("button", { name: "Undo" }).click();
  await becomes(page, () => page.locator(".editor-title").innerText(), "Editing Storm closes the harbour");
  await becomes(page, async () => /^Saved in this browser at/.test(await page.locator("#editor-saved").innerText()), true);
  await finish(page);
  // Published again, it has the history that leads to it.
  await choices(page);
  const third = await saved(page, "One HTML file", folder, "third.html");
  await openedToDownload(third, async (page) => {
    await heading(page, "Storm closes the harbour").waitFor();
    await edit(page);
    await page.getByRole("button", { name: "Redo" }).click();
    await becomes(page, () => page.locator(".editor-title").innerText(), "Editing Storm shuts the port");
  });
});

ofFile("corrected words are marked in the saved file, and are undone there", async (first, folder) => {
  const second = path.join(folder, "second.html");
  const corrected = (page) => page.locator("article .corrected");
  await openedToDownload(first, async (page) => {
    await edit(page);
    await select(page, "Tuesday");
    await page.keyboard.press("t");
    await page.getByLabel("Words", { exact: true }).fill("Monday");
    await page.keyboard.press("Enter");
    await becomes(page, () => corrected(page).allInnerTexts(), ["Monday"]);
    await download(page, second);
  });
  await opened(second, { scripts: false }, async (page) => {
    assert.equal(await corrected(page).getAttribute("title"), "the original has “Tuesday”");
  });
  await openedToDownload(second, async (page) => {
    await becomes(page, () => corrected(page).getAttribute("title"), "the original has “Tuesday”");
    await edit(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await becomes(page, () => corrected(page).count(), 0);
    await finish(page);
    assert.match(await page.locator("article[data-article]").innerText(), /closed on Tuesday/);
  });
});

ofFile("ten generations of saving keep the programs, and the last opens", async (first, folder) => {
  let file = first;
  for (let generation = 1; generation <= 10; generation += 1) {
    const next = path.join(folder, `${generation}.html`);
    await openedToDownload(file, async (page) => {
      await edit(page);
      await retitle(page, `Generation ${generation}`);
      await download(page, next);
      await becomes(page, async () => /^Downloaded as/.test(await page.locator("#editor-saved").innerText()), true);
    });
    file = next;
  }
  const [one, last] = await Promise.all([first, file].map((name) => readFile(name, "utf8")));
  assert.deepEqual(programs(last), programs(one));
  await opened(file, {}, async (page) => {
    await heading(page, "Generation 10").waitFor();
    await edit(page);
    await becomes(page, () => page.locator("#editor-undo").isEnabled(), true);
  });
});

/** Serves a file and opens it in a browser that writes files into a folder of the page. */
async function onDisk(file, look) {
  const server = await serve({ files: { "file.html": await readFile(file) } });
  const context = await (await launched()).newContext({ viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(PATIENCE);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.asked = [];
      globalThis.showSaveFilePicker = async (options) => {
        globalThis.asked.push(options.suggestedName);
        if (globalThis.refuses) throw new DOMException("no", "AbortError");
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle("kept.html", { create: true });
      };
    });
    await page.goto(`${server.url}file.html`);
    await started(page);
    await look(page);
  } finally {
    await context.close();
    await server.close();
  }
}

const kept = (page) => page.evaluate(async () => {
  const folder = await navigator.storage.getDirectory();
  return (await (await folder.getFileHandle("kept.html")).getFile()).text();
});

ofFile("Ctrl+S saves into the same file, and reports what happened to it", async (first) => {
  await onDisk(first, async (page) => {
    const status = () => page.locator("#editor-saved").innerText();
    await page.keyboard.press("Control+s");
    assert.deepEqual(await page.evaluate(() => globalThis.asked), [], "nothing is to be saved");
    await edit(page);
    await retitle(page, "One");
    await page.evaluate(() => { globalThis.refuses = true; });
    await page.keyboard.press("Control+s");
    await becomes(page, status, "The file was not saved, because no place for it was chosen.");
    await page.evaluate(() => { globalThis.refuses = false; });
    const isAsked = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(await isAsked(), true, "leaving asks first");
    await page.getByRole("button", { name: "Save the file" }).click();
    await becomes(page, status, "Saved as kept.html");
    await becomes(page, isAsked, false);
    assert.deepEqual(await page.evaluate(() => globalThis.asked), ["One.html", "One.html"]);
    assert.match(await kept(page), /<title>One<\/title>/);
    await retitle(page, "Two");
    await page.keyboard.press("Control+s");
    await becomes(page, status, "Saved as kept.html");
    assert.match(await kept(page), /<title>Two<\/title>/);
    assert.equal(await page.evaluate(() => globalThis.asked.length), 2, "the file is known");
    // Something else writes the file.
    await page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      const file = await folder.getFileHandle("kept.html");
      const before = (await file.getFile()).lastModified;
      while ((await file.getFile()).lastModified === before) {
        const writable = await file.createWritable();
        await writable.write("somebody else");
        await writable.close();
      }
    });
    await retitle(page, "Three");
    await page.keyboard.press("Control+s");
    await becomes(page, status, "Something else has changed the file since it was saved here. Save once more to replace it.");
    assert.equal(await kept(page), "somebody else");
    await page.keyboard.press("Control+s");
    await becomes(page, status, "Saved as kept.html");
    assert.match(await kept(page), /<title>Three<\/title>/);
  });
});

ofFile("a history that was changed by hand is left out, and the article is kept", async (first, folder) => {
  const [second, broken] = ["second.html", "broken.html"].map((name) => path.join(folder, name));
  await openedToDownload(first, async (page) => {
    await edit(page);
    await retitle(page, "Another headline");
    await download(page, second);
  });
  const html = await readFile(second, "utf8");
  const start = html.indexOf('id="article-explorer-edits">');
  assert.ok(start > 0, "the file has the history");
  const changes = [
    (edits) => edits.replaceAll("Another headline", "Not the headline"),
    (edits) => edits.slice(0, edits.length / 2),
    () => "[]",
    () => '{"original":"{}","log":"\\u003c/script>"}',
  ];
  for (const change of changes) {
    const end = html.indexOf("</script>", start);
    const from = start + 'id="article-explorer-edits">'.length;
    await writeFile(broken, html.slice(0, from) + change(html.slice(from, end)) + html.slice(end));
    await openedToDownload(broken, async (page) => {
      await heading(page, "Another headline").waitFor();
      await edit(page);
      await becomes(page, () => page.locator(".editor-title").innerText(), "Editing Another headline");
      await becomes(page, () => page.locator("#editor-undo").isDisabled(), true);
    });
  }
});

ofFile("what can be done with the file is accessible, and is not printed", async (first) => {
  await opened(first, {}, async (page) => {
    assert.deepEqual(await violations(page), []);
    await edit(page);
    assert.deepEqual(await violations(page), []);
    await finish(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".own-file").isVisible(), false);
  });
});
