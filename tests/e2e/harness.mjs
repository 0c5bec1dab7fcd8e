// What every test needs: the built page served, a browser, and pages that are watched.
//
// CHROMIUM is the path of the browser, DIST the built page (default: `dist` of the project).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import test, { after } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";

const here = path.dirname(fileURLToPath(import.meta.url));
/** The project. */
export const root = path.resolve(here, "../..");
const dist = path.resolve(process.env.DIST ?? path.join(root, "dist"));

/** How long something may take to come about, in milliseconds. */
const PATIENCE = 10_000;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const executablePath = process.env.CHROMIUM;
assert.ok(executablePath, "the environment variable CHROMIUM is the path of the browser");
let browser;
after(async () => (await browser)?.close());

function launched() {
  browser ??= chromium.launch({ executablePath, args: FLAGS });
  return browser;
}

/**
 * Serves the built page below the path `under`. `change(name, body)` may return another
 * body for a file, or a number: the status that is answered in its place.
 */
export async function serve({ under = "/", change = (_, body) => body } = {}) {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let answer = 404;
    if (asked.startsWith(under)) {
      const name = asked.slice(under.length) || "index.html";
      const body = await readFile(path.join(dist, path.normalize(`/${name}`))).catch(() => null);
      if (body) answer = await change(name, body);
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

/** A change of the served files that puts other data into the page. */
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
 * A test that reads the page. `body(page, visit)` gets a page that is open, and what it was
 * opened with. At the end no page may have said anything in its console, or asked another
 * origin for anything.
 *
 * Options: `hash`, `width`, `height`; `under` and `change` as for `serve`; `context`, more
 * options of the browser context; `before(page)`, run before the page is opened; `starts`,
 * false where the program does not; `until`, what opening waits for; `says`, patterns that the console's messages must match,
 * each at least once; `maySay`, patterns that they may match.
 */
export function reading(name, ...rest) {
  const body = rest.pop();
  const options = rest.pop() ?? {};
  test(name, { timeout: options.timeout ?? 60_000 }, async (t) => {
    const server = await serve(options);
    const visit = new Visit(t, server, options);
    try {
      await body(await visit.open(options), visit);
      visit.assertQuiet();
    } finally {
      await visit.close();
      await server.close();
    }
  });
}

class Visit {
  #contexts = [];
  /** What the consoles said, errors that nobody caught, and dialogs. */
  said = [];
  /** Every address that was asked for. */
  asked = [];

  constructor(t, server, options) {
    this.t = t;
    this.server = server;
    this.url = server.url;
    this.options = options;
  }

  /** Opens the page as somebody who was never there. */
  async open({ hash = "", width = 1280, height = 860, context = {}, before, starts = true, until = "load" } = {}) {
    const browser = await launched();
    const fresh = await browser.newContext({ viewport: { width, height }, ...context });
    this.#contexts.push(fresh);
    fresh.setDefaultTimeout(PATIENCE);
    const page = await fresh.newPage();
    page.on("console", (message) => this.said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => this.said.push(`uncaught: ${error.message}`));
    page.on("dialog", (dialog) => {
      this.said.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on("websocket", (socket) => this.asked.push(socket.url()));
    fresh.on("request", (request) => this.asked.push(request.url()));
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
    for (const pattern of says) {
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

/** Waits until the program has replaced the readable text. */
export async function started(page) {
  await page.locator("input[type=search]").waitFor();
}

/** Waits until `read()` gives `expected`. */
export async function becomes(page, read, expected, message) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, expected) || Date.now() > deadline) {
      return assert.deepEqual(found, expected, message);
    }
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
