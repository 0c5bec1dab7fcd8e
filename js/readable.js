// Makes files readable for the program `files`, which does not read PDF files itself.

import { PDF } from "places";
import { scriptAddress } from "./load_script.js";

const SIGNATURE = "%PDF-";

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

/** Replaces PDF files by the words in them with their places. @param {Uint8Array[]} files */
export async function allReadable(files) {
  const readable = [];
  for (const bytes of files) {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
    readable.push(start.trimStart().startsWith(SIGNATURE) ? await layoutOf(bytes) : bytes);
  }
  return readable;
}
