// Serves folders of built files to the browser of a record.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Serves `folders`, each at the path that is its key, and the pages in `pages`. */
export async function serve(folders, pages = {}) {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const under = Object.keys(folders).find((under) => asked.startsWith(under));
    const name = path.normalize(`/${asked.slice(under?.length ?? 0) || "index.html"}`);
    const body = pages[asked] ?? (under && (await readFile(path.join(folders[under], name)).catch(() => undefined)));
    const type = asked in pages ? TYPES[".html"] : TYPES[path.extname(name)];
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": type ?? "application/octet-stream" }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
