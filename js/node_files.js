// `#files` in Node.

export { readFile } from "node:fs/promises";
