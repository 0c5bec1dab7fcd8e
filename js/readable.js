// Makes files readable for the program `files`, which does not read PDF files itself.

import { PDF } from "places";
import { scriptAddress } from "./load_script.js";
import { withPdfsReplaced } from "./zipped_pdfs.js";

const PDF_FILE = "%PDF-";
const ZIP_FILE = "PK\x03\x04";

/** A worker for pdf.js; where none can start, it works in the page. */
async function pdfWorker() {
  try {
    const worker = new Worker(scriptAddress(PDF.place().href), { type: "module" });
    await new Promise((ready, failed) => Object.assign(worker, { onmessage: ready, onerror: failed }));
    return worker;
  } catch {
    return undefined;
  }
}

/** The words of a PDF file with their places. @param {Uint8Array} bytes */
async function layoutOf(bytes) {
  const worker = await pdfWorker();
  try {
    const program = await PDF.script();
    return await program.layoutOf(bytes, worker);
  } finally {
    worker?.terminate();
  }
}

/** A file, or what is read of it. @param {Uint8Array} bytes */
async function readable(bytes) {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  if (start.trimStart().startsWith(PDF_FILE)) return layoutOf(bytes);
  if (!start.startsWith(ZIP_FILE)) return bytes;
  // What is wrong with a ZIP file is said by the program that reads it.
  return withPdfsReplaced(bytes, layoutOf).catch(() => bytes);
}

/**
 * Replaces PDF files, also those in ZIP files, by the words in them with their places.
 * @param {Uint8Array[]} files
 */
export async function allReadable(files) {
  const all = [];
  for (const bytes of files) all.push(await readable(bytes));
  return all;
}
