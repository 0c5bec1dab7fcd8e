// What other pages and apps hand over to the workspace: the page that the bookmarklet brings, a
// text that is shared, files that are opened with the installed app.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEffects, becomes, engine, matches, PATIENCE, reading } from "./harness.mjs";
import { hosted, hostPage } from "./hosts.mjs";

const PAGE = "workspace.html";
const words = "The harbour stays closed, and nobody knows for how long, since the wind does not end. ".repeat(8);
const STORM = `<!doctype html><html lang="en"><head><meta charset="iso-8859-1"><title>Storm closes the harbour</title></head><body>
<nav><a href="/">Home</a></nav><article><h1>Storm closes the harbour</h1><p>${words}</p>
<p>“We will not open it before the wind has gone – café included,” said Mayor Jane Miller.</p><script>document.title = "ran"</script></article></body></html>`;

const packed = (html) => gzipSync(html).toString("base64url");
const doing = (page) => page.locator("#workspace-doing").textContent();
const notes = (page) => page.locator("#workspace-notices").textContent();
const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor({ timeout: PATIENCE });
const text = (page) => page.locator("article[data-article]").innerText();

/** The script of the bookmarklet, as the workspace at `address` offers it. */
async function bookmarklet(page, address) {
  await page.goto(address);
  await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
  await afterEffects(page);
  await page.getByText("Bring the page you are reading").click();
  const link = page.getByRole("link", { name: "Read with claims" });
  await matches(page, () => link.getAttribute("href"), /^javascript:/);
  const href = await link.getAttribute("href");
  const script = decodeURIComponent(href.slice("javascript:".length));
  assert.ok(script.includes(address), "it leads to this workspace");
  return script;
}

/** A test on a page with `headers`; `body(page, click, visit)` clicks the bookmarklet with `click()`. */
const bringing = (name, { html = STORM, headers = {}, ...options }, body) =>
  hosted(name, { path: "/empty", routes: { "/empty": hostPage(""), "/favicon.ico": { status: 204 }, "/news/storm": { headers, body: html } }, engines: ["chromium", "firefox"], ...options }, async (page, visit) => {
    const script = await bookmarklet(page, `${visit.elsewhere}/explorer/${PAGE}`);
    await page.goto(`${visit.origin}/news/storm`);
    await body(page, () => page.evaluate(script), visit);
  });

/** The page that opens when `act` runs. */
async function opened(page, act) {
  const [workspace] = await Promise.all([page.context().waitForEvent("page"), act()]);
  return workspace;
}

for (const [what, headers] of [
  ["a page", {}],
  ["a page that isolates itself", { "cross-origin-opener-policy": "same-origin" }],
]) {
  bringing(`the bookmarklet brings ${what}`, { headers }, async (page, click, visit) => {
    const workspace = await opened(page, click);
    await heading(workspace, "Storm closes the harbour");
    await becomes(workspace, () => new URL(workspace.url()).hash, "", "the address holds the page no longer");
    await matches(workspace, () => text(workspace), /before the wind has gone – café included/);
    assert.doesNotMatch(await text(workspace), /Home/);
    assert.equal(await workspace.title() === "ran", false, "no script of the page runs");
    await workspace.locator(`a[href="${visit.origin}/news/storm"]`).first().waitFor();
    assert.match(page.url(), /\/news\/storm$/, "the page stays where it is");
    assert.match(await page.content(), /<script>/, "the page is unchanged");
  });
}

bringing("where no window opens, the workspace takes the place of the page", {}, async (page, click) => {
  await page.evaluate(() => {
    globalThis.open = () => null;
  });
  await click();
  await heading(page, "Storm closes the harbour");
  // Playwright does not notice in Firefox that the browser goes back.
  if (engine !== "chromium") return;
  await page.goBack();
  await page.waitForURL(/\/news\/storm$/);
});

/** More than an address holds, even packed. */
const LARGE = STORM.replace("</article>", () => `<p hidden>${randomBytes(900_000).toString("hex")}</p></article>`);

bringing("a page that no address can hold is sent in a message", { html: LARGE }, async (page, click) => {
  const workspace = await opened(page, click);
  await heading(workspace, "Storm closes the harbour");
  await becomes(workspace, () => new URL(workspace.url()).hash, "");
});

bringing("a large page that isolates itself is brought in its own window", { html: LARGE, headers: { "cross-origin-opener-policy": "same-origin" }, engines: ["chromium"] }, async (page, click) => {
  await click();
  await page.waitForURL(/workspace\.html/, { timeout: PATIENCE });
  await heading(page, "Storm closes the harbour");
});

for (const [what, html] of [["an image", '<!doctype html><title>a.png</title><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'], ["an empty page", ""]]) {
  bringing(`${what} holds nothing that can be read, and the workspace says so`, { html }, async (page, click) => {
    const workspace = await opened(page, click);
    await becomes(workspace, () => doing(workspace), "Nothing was added.");
    await matches(workspace, () => notes(workspace), /the web page: ./);
  });
}

reading("the address holds a page", { hash: `${PAGE}#page=${packed(`\uFEFF<!-- saved from url=(0026)https://daily.example/storm -->${STORM}`)}`, served: true, starts: false }, async (page) => {
  await heading(page, "Storm closes the harbour");
  await becomes(page, () => page.evaluate(() => location.hash), "");
  await matches(page, () => text(page), /café included/);
  await page.locator('a[href="https://daily.example/storm"]').first().waitFor();
  assert.equal(await page.evaluate(() => document.title === "ran"), false);
});

const intact = packed(STORM);
for (const [what, page, expected] of [
  ["nothing", "", /incomplete or is not a page/],
  ["other characters", "%00<script>alert(1)</script>", /incomplete or is not a page/],
  ["bytes that are not packed", Buffer.from(STORM).toString("base64url"), /incomplete or is not a page/],
  ["the beginning of a page", intact.slice(0, intact.length / 2), /incomplete or is not a page/],
  ["random bytes, 700 kB", randomBytes(700_000).toString("base64url"), /incomplete or is not a page/],
  ["a few bytes that unpack to very many", packed(Buffer.alloc(200_000_000)), /more than 20 MB/],
  ["a page in a message that nobody sends", "wait", /could not be passed on/],
]) {
  reading(`in the address: ${what}`, { hash: `${PAGE}#page=${page}`, served: true, starts: false }, async (page) => {
    await becomes(page, () => doing(page), "Nothing was added.");
    await matches(page, () => notes(page), expected);
    await becomes(page, () => page.evaluate(() => location.hash), "");
    // What the reader does next works.
    await page.getByLabel("Paste the text of an article").fill("Rain\n\n“It rains,” said Ann Brown.");
    await page.getByRole("button", { name: "Find names and claims" }).click();
    await heading(page, "Rain");
  });
}

reading("a page that was not opened by the workspace's page cannot send it anything", { hash: `${PAGE}#page=wait`, served: true, starts: false }, async (page) => {
  await becomes(page, () => doing(page), "Nothing was added.");
  await page.evaluate((bytes) => postMessage(Uint8Array.from(bytes), "*"), [...gzipSync(STORM)]);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  assert.equal(await doing(page), "Nothing was added.");
});

const query = (parameters) => `${PAGE}?${new URLSearchParams(parameters)}`;

reading("a text that another app shares is opened", { hash: query({ title: "Storm", text: "“It rains,” said Ann Brown in Westport.", url: "https://daily.example/storm" }), served: true, starts: false }, async (page) => {
  await heading(page, "Storm");
  await matches(page, () => text(page), /“It rains,” said Ann Brown/);
  await becomes(page, () => page.evaluate(() => location.search), "");
});

reading("a bare address is explained, with the bookmarklet", { hash: query({ title: "Storm", text: "Storm https://daily.example/<b>storm" }), served: true, starts: false }, async (page) => {
  await becomes(page, async () => (await doing(page)).startsWith("You shared only an address, https://daily.example/<b>storm."), true);
  await page.getByRole("link", { name: "Read with claims" }).waitFor();
  await page.getByRole("link", { name: "Read with claims" }).click();
  await page.getByText("Don’t click the link here").waitFor();
});

reading("nothing that can be read is shared", { hash: query({ title: "Storm" }), served: true, starts: false }, async (page) => {
  await becomes(page, () => doing(page), "Nothing that can be read was shared.");
});

reading("files that are opened with the installed app", {
  hash: PAGE,
  served: true,
  starts: false,
  before: (page) => page.addInitScript(() => {
    const file = new File(["Rain\n\n“It rains,” said Ann Brown."], "rain.txt");
    const launchQueue = { setConsumer: (take) => take({ files: [{ getFile: async () => file }] }) };
    Object.defineProperty(globalThis, "launchQueue", { value: launchQueue });
  }),
}, async (page) => {
  await heading(page, "Rain");
});

reading("the manifest names the workspace", { hash: PAGE, served: true, starts: false }, async (page) => {
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector("link[rel=manifest]").href)).json());
  assert.equal(manifest.start_url, "./workspace.html");
  assert.deepEqual(Object.values(manifest.share_target.params), ["title", "text", "url"]);
  assert.ok(manifest.file_handlers[0].accept["text/html"].includes(".html"));
});
