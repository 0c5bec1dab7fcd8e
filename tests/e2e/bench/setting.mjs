// Code shared by the benchmarks: a server for the compressed page, and a browser.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { FLAGS } from "../chromium.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** Serves DIST compressed with Brotli; `change(name, body)` may return another body. */
export async function serve(change = (_, body) => body) {
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url, "http://localhost").pathname;
    const name = asked.slice(1) || "index.html";
    if (!packed.has(name)) {
      const body = await readFile(path.join(process.env.DIST, name)).catch(() => null);
      packed.set(name, body && brotliCompressSync(change(name, body)));
    }
    const body = packed.get(name);
    if (!body) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[path.extname(name)] ?? "application/octet-stream");
    response.setHeader("content-encoding", "br");
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${server.address().port}/`;
  // Compression takes longer than any measurement, so it is done beforehand.
  const asked = async (name) => {
    const text = await (await fetch(url + name)).text();
    const files = name.endsWith(".wasm") ? [] : text.matchAll(/"\.\/([\w.-]+\.(?:js|css|wasm))"/g);
    for (const [, file] of files) if (!packed.has(file)) await asked(file);
  };
  await asked("");
  return { url, close: () => server.close() };
}

/**
 * Serves an empty page, and folders: the keys of `places` are their paths, such as `/dist/`.
 * `asked` records the requested files of each place by name.
 */
export async function serveFolders(places) {
  const asked = Object.fromEntries(Object.keys(places).map((place) => [place, new Map()]));
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    // These headers give the browser's clock its highest resolution.
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    response.setHeader("content-type", TYPES[path.extname(name)] ?? TYPES[".html"]);
    const [place, folder] = Object.entries(places).find(([start]) => name.startsWith(start)) ?? [];
    if (!place) return response.end("<!doctype html><title>Bench</title>");
    const file = path.join(folder, path.normalize(`/${name.slice(place.length)}`));
    const body = await readFile(file).catch(() => null);
    if (!body) return response.writeHead(404).end();
    asked[place].set(name, body);
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, asked, close: () => server.close() };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: FLAGS,
  });
}

/** The quantile `share` of the numbers. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The costs of keys in a page, in milliseconds. */
export async function meter(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const metrics = async () =>
    Object.fromEntries((await cdp.send("Performance.getMetrics")).metrics.map((m) => [m.name, m.value]));
  const settled = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  /** The cost of a key: its script, and all its work. */
  async function cost(key) {
    const before = await metrics();
    await page.keyboard.press(key);
    await settled();
    const after = await metrics();
    const spent = (name) => (after[name] - before[name]) * 1000;
    return { script: spent("ScriptDuration"), task: spent("TaskDuration") };
  }
  return { cost, settled };
}
