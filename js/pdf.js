// Finds the text of PDF files. What it means is decided in crates/import/src/pdf/. The same file is
// the worker of pdf.js, which begins to work if it is started as one.

import { getDocument, PDFWorker, Util } from "unpdf/pdfjs";

/** The number of characters of a file after which the rest is left out. */
const MOST = 20_000_000;

/** @param {import("unpdf/pdfjs").PDFPageProxy} page */
async function runsOf(page) {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = [];
  for (const item of items) {
    if (!("str" in item)) continue;
    const [, slope, , scale, x, y] = Util.transform(viewport.transform, item.transform);
    runs.push({
      text: item.str, x, y, width: item.width, size: Math.abs(scale), font: item.fontName,
      is_end: item.hasEOL, is_turned: Math.abs(slope) > 0.1,
    });
  }
  page.cleanup();
  return { width: viewport.width, height: viewport.height, runs };
}

/** The SHA-256 of bytes; empty where pages without a secure origin cannot compute it. @param {Uint8Array} bytes */
async function hashOf(bytes) {
  const digest = await crypto.subtle?.digest("SHA-256", bytes.slice());
  return digest ? Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("") : "";
}

/**
 * The words of a PDF file with their places, as JSON; see `LayoutRecord`. Without words, it says why.
 * @param {Uint8Array} bytes @param {Worker} [port]
 */
export async function layoutOf(bytes, port) {
  const sha256 = await hashOf(bytes);
  const worker = port && PDFWorker.create({ port, verbosity: 0 });
  const task = getDocument({ data: bytes, worker, disableFontFace: true, useWasm: false, useWorkerFetch: false, verbosity: 0 });
  const layout = { sha256, title: "", author: "", language: "", pages: /** @type {unknown[]} */ ([]), unread: 0, fault: "" };
  try {
    const file = await task.promise;
    const metadata = await file.getMetadata().catch(() => undefined);
    const info = /** @type {Record<string, string | undefined>} */ (metadata?.info ?? {});
    Object.assign(layout, { title: info.Title ?? "", author: info.Author ?? "", language: info.Language ?? "" });
    for (let number = 1, length = 0; number <= file.numPages && length < MOST; number++) {
      layout.unread = file.numPages - number;
      const page = await file.getPage(number).then(runsOf).catch(() => undefined);
      layout.pages.push(page ?? null);
      for (const { text } of page?.runs ?? []) length += text.length;
    }
  } catch (error) {
    layout.fault = error instanceof Error ? error.name : String(error);
  }
  await task.destroy();
  return new TextEncoder().encode(JSON.stringify({ pdf: layout }));
}
