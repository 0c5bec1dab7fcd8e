// The script of embed.html: reads the parameters of the address, and exchanges messages with
// the surrounding page; docs/embedding.md lists both. It is a classic script, because a frame
// without an origin can neither load modules nor fetch anything.

import { boot } from "./boot.js";
import { loadScript } from "./load_script.js";
import { served } from "./served.js";
import { flagsOf, hashOf, HIDEABLE, isConfig, isObject, isSmall, isState, knownOf, selectedSince, stateOf, THEMES } from "./state.js";

/** The time between two requested views, in milliseconds. Of those requested meanwhile, the last is shown. */
const PACE = 50;

/** @returns {Place} */
function frame() {
  // Some hosts drop the query when they shorten the address, so flags may follow the hash too.
  const flags = new URLSearchParams(`${location.hash.slice(1)}&${location.search.slice(1)}`);
  for (const name of [...flags.keys()]) flags.set(name, flags.getAll(name).at(-1) ?? "");
  const id = (flags.get("id") ?? "").slice(0, 100);
  const { parent } = window;
  const page = document.documentElement;
  // Whether libraries of the surrounding page have asked for the size, and the id of one.
  let resized = false;
  let sizer = "";
  /** @type {Explorer | undefined} */
  let explorer;
  /** Whether the articles are shown or have failed to load. */
  let begun = false;
  let height = 0;
  let width = 0;
  let view = "";
  /** @type {string | undefined} the last requested view, as a hash */
  let asked;
  /** Whether the last requested view has yet to be shown. */
  let waits = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} runs while no other view is shown */
  let pause;

  /** @param {{ hide?: string | string[], theme?: string }} config */
  function apply(config) {
    if ("hide" in config) page.dataset.hide = knownOf(config.hide, HIDEABLE);
    if ("theme" in config) page.dataset.theme = knownOf(config.theme, THEMES);
  }

  /** @param {string} type */
  function tell(type, more = {}) {
    if (parent === window) return;
    parent.postMessage({ "article-explorer": { v: 1, id, type, ...more } }, "*");
  }

  function measure() {
    const edges = document.getElementById("article-explorer")?.getBoundingClientRect();
    const now = Math.ceil(edges?.height ?? 0);
    const wide = Math.ceil(edges?.width ?? 0);
    // A hidden frame has no size (in WebKit, no width) and reports none.
    if (now === 0 || wide === 0 || (now === height && wide === width) || parent === window) return;
    height = now;
    width = wide;
    tell("resize", { height, width });
    parent.postMessage({ sentinel: "amp", type: "embed-size", height, width }, "*");
    parent.postMessage(
      JSON.stringify({ src: location.href, context: "iframe.resize", height }),
      "*",
    );
    const child = flags.get("childId");
    if (child) parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, "*");
    if (resized) parent.postMessage({ type: "iframe-resized", height, width }, "*");
    if (sizer) {
      parent.postMessage(`[iFrameSizer]${sizer}:${height}:${width}:resizeObserver`, "*");
    }
  }

  function again() {
    height = 0;
    measure();
  }

  /** Shows the last requested view. */
  function show() {
    clearTimeout(pause);
    waits = false;
    if (asked !== undefined) explorer?.ask(asked);
    pause = setTimeout(() => {
      pause = undefined;
      if (waits) show();
    }, PACE);
  }

  /** @param {Record<string, unknown>} message */
  function ours(message) {
    switch (message.type) {
      case "getState":
        if (waits) show();
        // Until there is a state, the message `ready` will report it.
        if (begun) tell("statechange", { state: stateOf(explorer?.view() ?? view) });
        again();
        break;
      case "getSize":
        again();
        break;
      case "setState":
        if (!isState(message.state)) break;
        asked = hashOf(message.state);
        waits = true;
        if (pause === undefined) show();
        break;
      case "setConfig":
        if (isConfig(message.config)) apply(message.config);
        break;
    }
  }

  /** @param {MessageEvent<unknown>} event */
  function hear({ source, data }) {
    if (source !== parent || parent === window) return;
    if (typeof data === "string") {
      // A message of the old protocol begins with "[iFrameSizer]ID:…".
      const greeting = /^\[iFrameSizer\]([^:]{1,100}):/.exec(data.slice(0, 200));
      if (greeting) {
        sizer = greeting[1] ?? "";
        again();
      }
      return;
    }
    if (!isObject(data)) return;
    if (data.type === "iframe-child-init" || data.type === "iframe-get-child-dimensions") {
      resized = true;
      again();
      return;
    }
    const message = data["article-explorer"];
    if (!isObject(message) || message.v !== 1 || typeof message.type !== "string") return;
    if ((message.id ?? id) !== id || !isSmall(message)) return;
    ours(message);
  }

  /** @param {string} hash */
  function changed(hash) {
    const before = stateOf(view);
    view = hash;
    // The browser does not report changes of size in a hidden frame.
    setTimeout(measure);
    const state = stateOf(hash);
    tell("statechange", { state });
    for (const selected of selectedSince(before, state)) tell("select", selected);
  }

  if (flags.has("compact")) page.dataset.compact = "";
  apply(Object.fromEntries(flags));
  addEventListener("message", hear);
  addEventListener("article-explorer:shown", (event) => {
    const { detail } = /** @type {CustomEvent<number>} */ (event);
    if (Number.isFinite(detail)) tell("scrollTo", { top: Math.round(detail) });
  });

  return {
    host: {
      address: "replace",
      keys: flags.get("shortcuts") === "off" ? "off" : "inside",
      linkBase: new URL("index.html", location.href).href,
      compact: flags.has("compact"),
      flags: flagsOf((name) => flags.get(name)),
      language: flags.get("lang") ?? page.lang,
      // Browsers drop what such a frame saves.
      saves: self.origin !== "null",
      onView: changed,
    },
    started(program, root) {
      explorer = program;
      if (asked !== undefined) program.ask(asked);
      // The first rendering is scheduled before this timer.
      setTimeout(() => {
        view = program.view();
        begun = true;
        tell("ready", { state: stateOf(view) });
        new ResizeObserver(measure).observe(root);
        measure();
      });
    },
    failed(reason) {
      explorer = undefined;
      begun = true;
      tell("error", { message: reason });
      measure();
    },
  };
}

/** @param {string} name */
async function packedPart(name) {
  await loadScript(BUILD.packedParts[name] ?? "");
  return globalThis.articleExplorerParts?.[name] ?? "";
}

async function sandboxed() {
  await loadScript(BUILD.packed);
  return globalThis.articleExplorerPacked(packedPart);
}

if (self.origin === "null") boot(sandboxed, frame());
else boot(() => served(BUILD.page, document.baseURI, BUILD.early), frame());
