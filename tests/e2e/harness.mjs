// Code shared by all tests: a server for the built page, a browser, and pages that are monitored.
//
// CHROMIUM or FIREFOX is the path of the browser, WEBKIT the path of its WebDriver. DIST is the
// built page (default: `dist` of the project).

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { chromium, firefox } from "playwright-core";
import { FLAGS } from "./chromium.mjs";
import * as webkit from "./webkit/browser.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
/** The root of the project. */
export const root = path.resolve(here, "../..");
/** The folder of the built files. */
export const dist = path.resolve(process.env.DIST ?? path.join(root, "dist"));

/** The folder of the example dossier's page. */
export const dossier = path.resolve(process.env.DOSSIER ?? path.join(root, "target/e2e/dossier"));

/** The folder of the large collection's page. */
export const archive = path.resolve(process.env.ARCHIVE ?? path.join(root, "target/e2e/archive"));

/** The folder of the page with an article without annotations. */
export const found = path.resolve(process.env.FOUND ?? path.join(root, "target/e2e/found"));

/** The folder of the page in German of an article in English. */
export const german = path.resolve(process.env.GERMAN ?? path.join(root, "target/e2e/german"));

/** The maximum time to wait for something, in milliseconds; the machine may be busy. */
export const PATIENCE = 60_000;

/** Media types by file extension. */
export const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** The browser of the tests: chromium, firefox or webkit. */
export const engine = process.env.ENGINE ?? "chromium";
/** Whether the single-file page is tested instead of the served one. */
export const single = process.env.SINGLE === "1";
/** The width of the narrowest window, in CSS pixels. */
const NARROWEST = engine === "webkit" ? 290 : 0;
const executablePath = process.env[engine.toUpperCase()];
assert.ok(executablePath, `the environment variable ${engine.toUpperCase()} is the path of the browser`);
let browser;
after(async () => (await browser)?.close());

/** The browser, which is started only once. */
export function launched() {
  browser ??= {
    chromium: () => chromium.launch({ executablePath, args: FLAGS }),
    firefox: () => firefox.launch({ executablePath, channel: "moz-firefox" }),
    webkit: () => webkit.launch({ executablePath }),
  }[engine]();
  return browser;
}

/**
 * Serves the built page in `folder` at the path `under`. `change(name, body)` may return another
 * body for a file, or a number: the status to send instead. `files` are served in addition to the
 * built ones; `headers` are sent with each response.
 */
export async function serve({ folder = dist, under = "/", change = (_, body) => body, files = {}, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let answer = 404;
    if (asked.startsWith(under)) {
      const name = asked.slice(under.length) || "index.html";
      const body = files[name] ?? (await readFile(path.join(folder, path.normalize(`/${name}`))).catch(() => null));
      if (body) answer = await change(name, body);
      for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
      response.setHeader("content-type", TYPES[path.extname(name)] ?? "application/octet-stream");
    }
    if (typeof answer === "number") response.writeHead(answer).end();
    else response.end(answer);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin, url: origin + under, close };
}

/** Writes the single-file page to a new folder; `change` as for `serve`. */
async function oneFile({ folder: built = dist, change = (_, body) => body }) {
  const folder = await mkdtemp(path.join(tmpdir(), "article-explorer-"));
  const file = path.join(folder, "article-explorer.html");
  const body = await readFile(path.join(built, "article-explorer.html"));
  await writeFile(file, await change("index.html", body));
  const close = () => rm(folder, { recursive: true });
  return { origin: "null", url: String(pathToFileURL(file)), close };
}

/**
 * A file of the collections of hostile texts, which are not part of the project; and the reason to
 * skip tests that need it if it is missing.
 */
export async function hostileTexts(name) {
  const data = process.env.ARTICLE_EXPLORER_DATA;
  if (!data) return { texts: null, skip: "ARTICLE_EXPLORER_DATA names no folder" };
  const texts = JSON.parse(await readFile(path.join(data, "hostile", name), "utf8"));
  return { texts, skip: false };
}

/** A change of the served files that replaces the data in the page. */
export function withData(data) {
  const json = typeof data === "string" ? data : JSON.stringify(data).replaceAll("<", "\\u003c");
  const script = /(<script type="application\/json" id="article-explorer-data">)[^]*?(<\/script>)/;
  return (name, body) => {
    if (name !== "index.html") return body;
    assert.match(String(body), script);
    return String(body).replace(script, (_, open, close) => open + json + close);
  };
}

/**
 * A test that reads the page. `body(page, visit)` gets an open page and the visit that opened it.
 * At the end, no page may have written to its console or made a request to another origin.
 *
 * Options: `hash`, `width`, `height`; `folder`, `under` and `change` as for `serve`; `context`,
 * further options of the browser context; `engines`, the browsers that support the scenario
 * (default: all); `served`, true if the test is about the served files; `before(page)`, run before
 * the page is opened; `starts`, false if the program does not start; `until`, the event to wait for
 * on opening; `says`, patterns that the console messages must match, each at least once; `maySay`,
 * patterns that they may match; `skip`, the reason why the test cannot run here.
 */
export function reading(name, ...rest) {
  const body = rest.pop();
  const options = rest.pop() ?? {};
  if (options.engines && !options.engines.includes(engine)) return;
  if (options.width < NARROWEST) return;
  if (single && (options.served || options.under)) return;
  trial(name, options, async (t, contexts) => {
    const server = single ? await oneFile(options) : await serve(options);
    const visit = new Visit(t, server, options, contexts);
    try {
      await body(await visit.open(options), visit);
      visit.assertQuiet();
    } catch (error) {
      tell(t, visit);
      throw error;
    } finally {
      await visit.close();
      await server.close();
    }
  });
}

/**
 * A test that calls `attempt(t, contexts)`, which adds its browser contexts to the list. If a
 * browser crashes, or its driver loses it, the page is not at fault: the test reports this and
 * tries once more.
 */
export function trial(name, { timeout = 240_000, skip = false }, attempt) {
  test(name, { timeout, skip }, async (t) => {
    const contexts = [];
    try {
      await attempt(t, contexts);
    } catch (error) {
      const failure = contexts.map((context) => context.failure?.()).find(Boolean);
      if (!failure) throw error;
      t.diagnostic(`tried once more: ${failure}`);
      await attempt(t, []);
    }
  });
}

/** Records the console messages, uncaught errors and dialogs of a page. */
export function listen(page, said) {
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  const cancelled = new Set();
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText === "Load request cancelled") cancelled.add(request.url());
  });
  page.on("pageerror", ({ stack, message }) => {
    // WebKit reports each request that it cancels because the reader leaves the page.
    const [, address] = /^Fetch API cannot load (\S+) due to access control checks/.exec(stack) ?? [];
    if (!cancelled.has(address)) said.push(`uncaught: ${message}`);
  });
  page.on("dialog", (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
}

/** Prints information that may explain a failed test. */
export function tell(t, { said, asked }) {
  for (const words of said) t.diagnostic(`the console said: ${words}`);
  t.diagnostic(`asked for at last: ${asked.slice(-30).join(" ")}`);
}

class Visit {
  #contexts;
  /** Console messages, uncaught errors and dialogs. */
  said = [];
  /** Every address that was requested. */
  asked = [];

  constructor(t, server, options, contexts) {
    this.t = t;
    this.#contexts = contexts;
    this.server = server;
    this.url = server.url;
    this.options = options;
  }

  /** Opens the page as a first-time visitor. */
  async open({ hash = "", width = 1280, height = 860, context = {}, before, starts = true, until = "load" } = {}) {
    const browser = await launched();
    const fresh = await browser.newContext({ viewport: { width, height }, ...context });
    this.#contexts.push(fresh);
    fresh.setDefaultTimeout(PATIENCE);
    const page = await fresh.newPage();
    if (context.javaScriptEnabled === false) unscripted.add(page);
    listen(page, this.said);
    page.on("websocket", (socket) => this.asked.push(socket.url()));
    fresh.on("request", (request) => this.asked.push(request.url()));
    // Only a foreground window shows the focus.
    if (engine === "firefox") await page.bringToFront();
    await before?.(page);
    await page.goto(this.url + hash, { waitUntil: until });
    if (starts) await started(page);
    return page;
  }

  assertQuiet() {
    const { says = [], maySay = [] } = this.options;
    const known = [...says, ...maySay];
    const unexpected = this.said.filter((words) => !known.some((pattern) => pattern.test(words)));
    assert.deepEqual(unexpected, [], "the console says nothing unexpected");
    // Browsers differ in their own messages, such as for a missing file.
    for (const pattern of engine === "chromium" ? says : []) {
      assert.ok(this.said.some((words) => pattern.test(words)), `the console says ${pattern}`);
    }
    const elsewhere = this.asked.filter(
      (url) => !/^(data|blob):/.test(url) && new URL(url).origin !== this.server.origin,
    );
    assert.deepEqual(elsewhere, [], "nothing is asked of another origin");
  }

  async close() {
    for (const context of this.#contexts) await context.close();
  }
}

/** The pages without scripts, in which no callback is called, not even one of a test. */
const unscripted = new WeakSet();

/** Waits until the program has replaced the static text and listens to the reader. */
export async function started(page) {
  await page.locator("input[type=search]:enabled").waitFor();
  await afterEffects(page);
  // The cards are in place once a frame has been painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * Waits until the effects of what a page, a frame or an element shows have run, such as moving the
 * focus or adding listeners: when rendering has taken long, Yew lets the browser paint first.
 */
export async function afterEffects(place) {
  if (unscripted.has(place)) return;
  await place.evaluate(async () => {
    // A timer runs after all that were set before it and wait no longer: Yew's wait 0 to 4
    // milliseconds. The effects themselves can change the page.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setTimeout(done, 4));
  });
}

/** Waits until `read()` returns `expected`, and has its effects. */
export function becomes(page, read, expected, message) {
  return awaited(page, read, (found) => isDeepStrictEqual(found, expected), (found) => assert.deepEqual(found, expected, message));
}

/** Waits until `read()` returns a text that matches `pattern`, and has its effects. */
export function matches(page, read, pattern, message) {
  return awaited(page, read, (found) => pattern.test(found), (found) => assert.match(found, pattern, message));
}

/** Waits until what `read()` returns is as expected; then, or if it never is, asserts that it is. */
async function awaited(page, read, isExpected, assertExpected) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (isExpected(found) || Date.now() > deadline) {
      assertExpected(found);
      return afterEffects(page);
    }
    if (unscripted.has(page)) await new Promise(setImmediate);
    else await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
