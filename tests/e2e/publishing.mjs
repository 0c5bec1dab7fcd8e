// Code shared by the tests of published files.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launched, listen, PATIENCE, reading, started } from "./harness.mjs";

export const REPORT = `Storm closes the harbour

The harbour of Westport was closed on Tuesday, the mayor said. “We will not open it before the wind has gone,” said Mayor Jane Miller.

“Nobody was hurt,” Brown said.`;

/** A test of the workspace in the engine that gives tests their downloads. */
export const publishing = (name, body, options = {}) =>
  reading(name, { hash: "workspace.html", served: true, starts: false, engines: ["chromium"], ...options }, async (page, visit) => {
    const folder = await mkdtemp(path.join(tmpdir(), "article-explorer-"));
    try {
      await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
      await body(page, { folder, visit });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

export async function paste(page, words) {
  await page.getByLabel("Paste the text of an article").fill(words);
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await started(page);
}

/** Unfolds the choices for publishing. */
export async function choices(page) {
  if ((await page.locator("#workspace-publish").getAttribute("open")) === null) await page.locator("#workspace-publish > summary").click();
}

/** Clicks a button that makes a file; saves the file in a folder. */
export async function saved(page, button, folder, name = "") {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const download = await coming;
  const file = path.join(folder, name || download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/**
 * Opens a file from disk without a network; with `scripts: false`, also without JavaScript.
 * `before(page)` runs before.
 */
export async function opened(file, { scripts = true, before } = {}, look) {
  const context = await (await launched()).newContext({ offline: true, javaScriptEnabled: scripts, viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(PATIENCE);
  const [said, asked] = [[], []];
  try {
    const page = await context.newPage();
    listen(page, said);
    context.on("request", (request) => asked.push(request.url()));
    await before?.(page);
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
export function programs(html) {
  const elements = html.matchAll(/<script type="application\/octet-stream" id="([^"]+)"[^>]*>([^<]*)<\/script>/g);
  return Object.fromEntries([...elements].map(([, id, text]) => [id, createHash("sha256").update(text).digest("hex")]));
}
