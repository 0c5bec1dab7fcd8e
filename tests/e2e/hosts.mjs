// Host pages that contain our element or frame: served with the built files at `/explorer/`,
// opened, and monitored.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { afterEffects, dist, engine, launched, listen, PATIENCE, single, tell, trial, TYPES } from "./harness.mjs";

export { dist, TYPES };

/** Reads one built file. */
export const built = (name) => readFile(path.join(dist, name));
/** The articles of the built page. */
export const articles = JSON.parse(await built("articles.json"));

/**
 * A server with the built files at `under`, and with `routes`: the response for each path, which is
 * HTML, an object with `status`, `headers` and `body`, or a function of the request that returns
 * one of these. `change(name, body)` may return another body for a file, or an object like a
 * route's.
 */
async function served({ routes = {}, under = "/explorer/", change = (_, body) => body } = {}) {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let answer = { status: 404 };
    let type = TYPES[".html"];
    if (asked in routes) {
      answer = routes[asked];
      if (typeof answer === "function") answer = await answer(request);
    } else if (asked.startsWith(under)) {
      const name = asked.slice(under.length) || "index.html";
      type = TYPES[path.extname(name)] ?? "application/octet-stream";
      const body = await built(path.normalize(`/${name}`)).catch(() => null);
      if (body) answer = await change(name, body);
    }
    const plain = typeof answer === "string" || Buffer.isBuffer(answer);
    const { status = 200, headers = {}, body = "" } = plain ? { body: answer } : answer;
    response.writeHead(status, { "content-type": type, ...headers });
    if (typeof body === "function") body(response);
    else response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin, close };
}

/** A host page with `body` and with `head` in its head. */
export const hostPage = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/**
 * A test of a host page. `body(page, visit)` gets the page, open at `path`, and the visit: the
 * address of the host (`origin`) and of another one (`elsewhere`), the console messages (`said`)
 * and the requests (`asked`).
 *
 * Options: `html`, the page at `/`, or a function of both addresses that returns it; `routes`,
 * `under` and `change` of the host, and `other`, the same for the other origin; `path`; `until`,
 * the event to wait for on opening; `width`, `height`, `context`, `before(page)`; `says`, patterns
 * that the console messages must match, each exactly once; `maySay`, patterns that they may match.
 */
export function hosted(name, ...rest) {
  const body = rest.pop();
  const options = rest.pop() ?? {};
  if (single || (options.engines && !options.engines.includes(engine))) return;
  trial(name, options, async (t, contexts) => {
    const routes = { ...options.routes };
    const host = await served({ ...options, routes });
    const other = await served(options.other);
    const { html } = options;
    const places = { origin: host.origin, elsewhere: other.origin };
    if (html) routes["/"] = typeof html === "function" ? html(places) : html;
    const visit = { ...places, t, said: [], asked: [] };
    const context = await (await launched()).newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 860 },
      ...options.context,
    });
    contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    try {
      const page = await context.newPage();
      listen(page, visit.said);
      context.on("request", (request) => visit.asked.push(request.url()));
      if (engine === "firefox") await page.bringToFront();
      await options.before?.(page, visit);
      await page.goto(host.origin + (options.path ?? "/"), { waitUntil: options.until ?? "load" });
      await body(page, visit);
      assertSaid(visit.said, options);
    } catch (error) {
      tell(t, visit);
      throw error;
    } finally {
      await context.close();
      await host.close();
      await other.close();
    }
  });
}

function assertSaid(said, { says = [], maySay = [] }) {
  const known = [...says, ...maySay];
  const unexpected = said.filter((words) => !known.some((pattern) => pattern.test(words)));
  assert.deepEqual(unexpected, [], "the console says nothing unexpected");
  for (const pattern of says) {
    assert.equal(said.filter((words) => pattern.test(words)).length, 1, `the console says once ${pattern}`);
  }
}

/** The script that defines the element. */
export const SCRIPT = '<script type="module" src="/explorer/article-explorer.js"></script>';

/** An element that shows the articles of the built page. */
export const element = (attributes = "", inside = "<p>Fallback</p>") =>
  `<article-explorer src="/explorer/articles.json" ${attributes}>${inside}</article-explorer>`;

/** The element with this id, or the only one. */
export const explorer = (page, id = "") => page.locator(`article-explorer${id && `#${id}`}`);

/**
 * Waits until an element shows its articles and listens to the reader, or reports an error; returns
 * true, or the error.
 */
export async function ready(element) {
  const outcome = await element.evaluate(async (element) => {
    await customElements.whenDefined("article-explorer");
    return element.ready.then(() => true, (error) => error.message);
  });
  await afterEffects(element);
  return outcome;
}

/** The state that an element reports. */
export const stateOf = (element) => element.evaluate((element) => element.getState());

/** The words marked as matches within one element. */
export const hitsIn = (element) =>
  element.evaluate((element) => {
    const marked = [...(CSS.highlights.get("article-explorer-hit") ?? [])];
    const own = marked.filter(({ startContainer }) => startContainer.getRootNode() === element.shadowRoot);
    return own.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return String(range);
    });
  });

/** The host's position in its history. */
export const whereabouts = (page) =>
  page.evaluate(() => ({ href: location.href, length: history.length }));
