// Replaces the PDF files in a ZIP file, whose format is in APPNOTE.TXT of PKWARE. Everything else in
// it stays as it is; what is wrong with it is found by the program that reads it.

const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;

/** The number of bytes above which a file is not unpacked. */
const MOST = 64 * 1024 * 1024;

/** @typedef {{ at: number, length: number, name: Uint8Array }} Entry a line of the list of files */

/** @param {Uint8Array} bytes */
const viewOf = ({ buffer, byteOffset, byteLength }) => new DataView(buffer, byteOffset, byteLength);

/** @param {Uint8Array} bytes */
const latin = (bytes) => new TextDecoder("latin1").decode(bytes);

/** Where the list of files ends; negative if there is none. @param {DataView} view */
function endOf(view) {
  const last = view.byteLength - 22;
  const first = Math.max(0, last - 0xffff);
  for (let at = last; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** The list of the files. @param {Uint8Array} bytes @param {DataView} view @param {number} end */
function entriesOf(bytes, view, end) {
  /** @type {Entry[]} */
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== LISTED) throw new RangeError("the list of files is damaged");
    const name = view.getUint16(at + 28, true);
    const length = 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({ at, length, name: bytes.subarray(at + 46, at + 46 + name) });
    at += length;
  }
  return entries;
}

/**
 * The content of a file; nothing if it is encrypted, too large, or packed in another way.
 * @param {Uint8Array} bytes @param {DataView} view @param {number} at
 */
async function contentOf(bytes, view, at) {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packed, whole, local] = [20, 24, 42].map((place) => view.getUint32(at + place, true));
  if (packed === undefined || whole === undefined || local === undefined) return undefined;
  if (flags & 1 || ![0, 8].includes(method) || whole > MOST || view.getUint32(local, true) !== LOCAL) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const content = bytes.slice(start, start + packed);
  if (method === 0) return content;
  const unpacked = new Uint8Array(whole);
  const reader = new Blob([content]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return unpacked.subarray(0, length);
    // It is longer than the list says.
    if (length + value.length > whole) return reader.cancel().then(() => undefined);
    unpacked.set(value, length);
    length += value.length;
  }
}

/** The CRC-32 of bytes. @param {Uint8Array} bytes */
function checkOf(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  let check = -1;
  for (const byte of bytes) check = (check >>> 8) ^ (table[(check ^ byte) & 255] ?? 0);
  return ~check >>> 0;
}

/**
 * A ZIP file in which other bytes are in the place of each PDF file. A file is one by the end of its
 * name.
 * @param {Uint8Array} bytes @param {(pdf: Uint8Array) => Promise<Uint8Array>} replaced
 */
export async function withPdfsReplaced(bytes, replaced) {
  const view = viewOf(bytes);
  const end = endOf(view);
  if (end < 0) return bytes;
  const entries = entriesOf(bytes, view, end);
  // An office document, which may have PDF files in it but is no collection of files.
  if (entries.some(({ name }) => latin(name) === "[Content_Types].xml")) return bytes;
  const listAt = view.getUint32(end + 16, true);
  const parts = [bytes.subarray(0, listAt)];
  const list = [];
  let length = listAt;
  for (const { at, length: listed, name } of entries) {
    const entry = bytes.slice(at, at + listed);
    list.push(entry);
    const isPdf = /\.pdf$/i.test(latin(name));
    const pdf = isPdf ? await contentOf(bytes, view, at).catch(() => undefined) : undefined;
    if (!pdf) continue;
    const content = await replaced(pdf);
    const about = viewOf(entry);
    // Neither a description after the file nor packing; the name may still be in UTF-8.
    about.setUint16(8, about.getUint16(8, true) & 0x800, true);
    about.setUint16(10, 0, true);
    about.setUint32(16, checkOf(content), true);
    about.setUint32(20, content.length, true);
    about.setUint32(24, content.length, true);
    about.setUint32(42, length, true);
    const head = new Uint8Array(30);
    viewOf(head).setUint32(0, LOCAL, true);
    // The head of the file repeats the list from the version on, with its own extra fields: none.
    head.set(entry.subarray(6, 30), 4);
    head.set([0, 0], 28);
    parts.push(head, name, content);
    length += head.length + name.length + content.length;
  }
  if (parts.length === 1) return bytes;
  const tail = bytes.slice(end);
  viewOf(tail).setUint32(12, list.reduce((sum, entry) => sum + entry.length, 0), true);
  viewOf(tail).setUint32(16, length, true);
  return joined([...parts, ...list, tail]);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
