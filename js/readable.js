// Makes files readable for the program `files`, which does not read PDF files itself.

import { PDF } from "places";

const SIGNATURE = "%PDF-";

/** Replaces PDF files by the words in them with their places. @param {Uint8Array[]} files */
export async function allReadable(files) {
  const readable = [];
  for (const bytes of files) {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
    const isPdf = start.trimStart().startsWith(SIGNATURE);
    readable.push(isPdf ? await PDF.script().then(({ layoutOf }) => layoutOf(bytes)) : bytes);
  }
  return readable;
}
