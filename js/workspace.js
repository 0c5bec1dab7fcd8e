// The script of the workspace. It loads the program, remembers what the reader does before the
// program has loaded, and says so if the program cannot start or crashes.

import { FILES, PUBLISHER } from "places";
import { scriptAddress } from "./load_script.js";
import { partAt } from "./part_file.js";
import { loaded, weighed } from "./programs.js";
import { allReadable } from "./readable.js";
import { served } from "./served.js";

const root = /** @type {HTMLElement} */ (document.getElementById("article-explorer"));

/** @type {WorkspaceHost} */
const host = {
  language: document.documentElement.lang,
  startWorker: () => new Worker(scriptAddress(new URL(BUILD.worker, import.meta.url).href), { type: "module" }),
  // Without the weights, the program finds fewer names and says so.
  loadFiles: () => weighed(FILES).catch(() => loaded(FILES)),
  allReadable,
  bookmarklet: BUILD.bookmarklet,
  async publishOneFile(data, edits) {
    const template = partAt(new URL(BUILD.template, import.meta.url), BUILD.templateIntegrity);
    const [publisher, page] = await Promise.all([loaded(PUBLISHER), template]);
    return publisher.oneFile(new TextDecoder().decode(page), data, edits, host.language);
  },
  async publishSite(data) {
    const fetched = BUILD.site.files.map(({ name, integrity }) => partAt(new URL(`./${name}`, import.meta.url), integrity));
    const [publisher, ...files] = await Promise.all([loaded(PUBLISHER), ...fetched]);
    return publisher.zip(JSON.stringify(BUILD.site), data, host.language, files.map((file) => new Uint8Array(file)));
  },
};

// What other pages and programs hand over. It leaves the address at once.
host.page = location.hash.match(/^#page=(.*)/)?.[1];
const parameters = new URLSearchParams(location.search);
const isShared = ["title", "text", "url"].some((name) => parameters.has(name));
if (isShared) host.shared = location.search;
if (host.page !== undefined || isShared) history.replaceState(null, "", location.pathname);
const queue = globalThis.launchQueue;
if (queue) {
  host.launched = new Promise((take) => {
    queue.setConsumer(({ files }) => take(Promise.all(files.map((file) => file.getFile()))));
  });
}

const early = new AbortController();
const { signal } = early;
addEventListener("submit", (event) => {
  event.preventDefault();
  host.isSent = true;
}, { signal });
/** @param {DragEvent} event */
const held = ({ dataTransfer }) => (dataTransfer?.types.includes("Files") ? dataTransfer.files : undefined);
addEventListener("dragover", (event) => held(event) && event.preventDefault(), { signal });
addEventListener("drop", (event) => {
  const files = held(event);
  if (!files) return;
  event.preventDefault();
  host.dropped = files;
}, { signal });

/** Shows a message above the form, and keeps what the reader has written. @param {string} words */
function fail(words) {
  if (root.querySelector(".failure[role=alert]")) return;
  early.abort();
  const line = Object.assign(document.createElement("p"), { className: "failure", role: "alert", textContent: words });
  (document.getElementById("workspace") ?? root).prepend(line);
  const controls = /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll("#workspace :is(button, input)"));
  for (const control of controls) control.disabled = true;
}

/** Whether an error means that a program has crashed. @param {unknown} error */
const isEnd = (error) => error instanceof WebAssembly.RuntimeError;

/** @param {unknown} error */
function end(error) {
  if (!isEnd(error)) return;
  const words = globalThis.articleExplorerPanic ?? /** @type {Error} */ (error).message;
  for (const part of [...root.children]) if (part.id !== "workspace") part.remove();
  fail(`Something went wrong and your articles can’t be shown. Reload the page; saved articles are safe. (Details: ${words})`);
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly, or it is switched off");
  addEventListener("error", ({ error }) => end(error));
  addEventListener("unhandledrejection", ({ reason }) => end(reason));
  const { Articles, Explorer } = await served(BUILD.page, import.meta.url, BUILD.early);
  const page = await Articles.workspace(root, host);
  early.abort();
  const { scrollX, scrollY } = globalThis;
  new Explorer(root, page, { language: host.language });
  root.dataset.ready = "";
  // WebKit scrolls up if a page is short for a moment.
  setTimeout(() => globalThis.scrollY < scrollY && scrollTo(scrollX, scrollY));
}

start().catch((error) => {
  fail(`Your articles can’t be opened here: ${globalThis.articleExplorerPanic ?? error.message}. Reload the page.`);
});
