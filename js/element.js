// <article-explorer>: articles in someone else's page. The styles of the page and of the element do
// not affect each other, and several elements share one program. docs/embedding.md describes the
// attributes, properties, methods and events.

import styles from "element.css";
import { PAGE } from "places";
import { dataAt } from "./data.js";
import { annotate, Collection, dataOf, exportArticle, init, readFile } from "./headless.js";
import formats from "./formats.json";
import { fileBeside, loaded } from "./programs.js";
import { flagsOf, hashOf, HIDEABLE, isState, knownOf, PARTS, selectedSince, stateOf, THEMES } from "./state.js";

/** @typedef {{ place: HTMLElement, explorer?: Explorer }} Shown where an explorer is */

/** The distance from the window at which an element begins to load. */
const NEAR = "600px";

/** @type {Shown[]} explorers whose elements have left the page, to be used again */
const idle = [];
/** @type {CSSStyleSheet | undefined} */
let sheet;
/** The reader's text size that the style sheet is made for, in pixels. */
let fitted = 16;
/** Why no element can be shown any more. */
let broken = "";
/** @type {Set<(error: Error) => void>} a function of each element, called if the program crashes */
const alive = new Set();

/** The style sheet that all elements share. */
function sharedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  return sheet;
}

globalThis.addEventListener?.("error", (event) => {
  if (broken || !globalThis.articleExplorerPanic) return;
  if (!(event.error instanceof WebAssembly.RuntimeError)) return;
  event.preventDefault();
  broken = `the program crashed (${globalThis.articleExplorerPanic})`;
  idle.length = 0;
  for (const fail of [...alive]) fail(new Error(broken));
});

/** On a server there is no element to extend, and none is defined. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error));

export class ArticleExplorer extends Base {
  static observedAttributes = [
    ...PARTS, "src", "annotations", "state", "theme", "hide", "compact", "lang", "dir", "url-sync", "shortcuts", "permalink",
  ];

  #root = this.attachShadow({ mode: "open" });
  #slot = document.createElement("slot");
  #message = document.createElement("div");
  /** @type {Shown | undefined} */
  #place;
  /** @type {Explorer | undefined} */
  #explorer;
  /** @type {import("./article-explorer.d.ts").ArticleExplorer["articles"]} */
  #articles;
  /** @type {string | undefined} the displayed data, as JSON; undefined before it has loaded */
  #data;
  /** @type {Articles | undefined} the same data, as read by the program */
  #read;
  /** @type {string | undefined} the view, as a hash; before anything is shown, the requested view */
  #view;
  /** @type {string | undefined} a requested view that is about to be shown, as a hash */
  #next;
  /** @type {State} the last reported state */
  #told = {};
  /** @type {AbortController | undefined} */
  #loading;
  /** The element has come near the window since it was put into the page. */
  #started = false;
  /** @type {IntersectionObserver | undefined} */
  #near;
  /** @type {Promise<ArticleExplorer>} */
  #ready = Promise.resolve(this);
  /** @type {{ resolve(shown: ArticleExplorer): void, reject(reason: unknown): void } | undefined} */
  #answer;
  /** The promise `ready` is still pending. */
  #isAwaited = false;
  #broke = (/** @type {Error} */ error) => this.#fail(error);

  constructor() {
    super();
    const root = this.#root;
    root.adoptedStyleSheets = [sharedSheet()];
    this.#message.setAttribute("role", "alert");
    root.append(this.#message, this.#slot);
    this.#wait();
    root.addEventListener("click", (event) => this.#navigate(event));
  }

  connectedCallback() {
    // Properties that were set before the script had loaded.
    for (const name of ["articles", "state"]) {
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (!own || !Reflect.deleteProperty(this, name)) continue;
      Reflect.set(this, name, own.value);
    }
    if (this.#started) return;
    if (this.getAttribute("loading") === "eager" || !globalThis.IntersectionObserver) {
      this.#start();
      return;
    }
    this.#near ??= new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved within the page is connected again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** The browser calls this when it moves an element without removing it. */
  connectedMoveCallback() {}

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "state" || PARTS.some((part) => part === name)) {
      if (this.#explorer && this.#data !== undefined) this.#ask(this.#asked());
      else this.#view = undefined;
      return;
    }
    if (!this.#started) return;
    if (name === "src" || name === "annotations") this.#restart();
    else if (["url-sync", "shortcuts", "permalink", "compact"].includes(name)) this.#show();
    else this.#dress();
    // The language is a part of the program, which is loaded with the articles.
    if (name === "lang") this.#restart();
  }

  /** The articles, in place of `src`: one, a list, or a collection. */
  get articles() {
    return this.#articles;
  }

  set articles(articles) {
    this.#articles = articles;
    if (this.#started) this.#restart();
  }

  /** Resolves to the element once the articles are shown; rejects if they cannot be shown. */
  get ready() {
    return this.#ready;
  }

  get state() {
    return this.getState();
  }

  set state(state) {
    this.setState(state);
  }

  /** A copy of the current state. */
  getState() {
    return stateOf(this.#view ?? "");
  }

  /** Shows `state`; missing keys return to their defaults. @param {State} state */
  setState(state) {
    if (!isState(state)) throw new TypeError("setState takes an object of texts and lists of texts");
    this.#ask(hashOf(state));
  }

  /** @param {string} q */
  search(q) {
    this.setState({ ...this.getState(), q: String(q) });
  }

  clear() {
    const { article, view } = this.getState();
    this.setState({ article, view });
  }

  /** @param {string} id */
  focusClaim(id) {
    this.setState({ ...this.getState(), claim: String(id), entity: "", view: "article" });
  }

  /** @param {string} id */
  focusEntity(id) {
    this.setState({ ...this.getState(), entity: String(id), claim: "", view: "article" });
  }

  /**
   * Returns the displayed data as "json" immediately. Returns a promise of `{name, type, text,
   * notices}` for any other format: the open article, or all articles if a list is shown.
   * @param {string} format @returns {any}
   */
  exportAs(format) {
    if (format === "json") return this.#data ?? "";
    if (!formats.includes(format)) {
      throw new RangeError(`exportAs knows json, ${formats.join(", ")}, not "${format}"`);
    }
    return this.#exported(/** @type {Format} */ (format));
  }

  /** @param {Format} format */
  async #exported(format) {
    if (this.#data === undefined) throw new Error("the articles are not there yet; await ready");
    // An element that has left the page keeps only the data.
    const read = this.#read ?? (await (await loaded(PAGE)).Articles.read(this.#data, { base: this.#base() }));
    return read.exported(this.#view ?? "", format);
  }

  #wait() {
    // If other articles replace the pending ones, the same promise stays.
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    this.#ready = new Promise((resolve, reject) => {
      this.#answer = { resolve, reject };
    });
    // Prevents an unhandled rejection: the event already reports the error.
    this.#ready.catch(() => {});
  }

  /** The view that the attributes request, as a hash. */
  #asked() {
    const attributes = PARTS.flatMap((name) => {
      const value = this.getAttribute(name);
      return value === null ? [] : [[name, value]];
    });
    return hashOf({ ...stateOf(this.getAttribute("state") ?? ""), ...Object.fromEntries(attributes) });
  }

  /** @returns {ExplorerHost} */
  #host() {
    const synced = this.getAttribute("url-sync") === "hash";
    return {
      address: synced ? "keep" : "none",
      keys: this.getAttribute("shortcuts") === "off" ? "off" : "inside",
      linkBase: this.#permalink(),
      compact: this.hasAttribute("compact"),
      flags: flagsOf((name) => this.getAttribute(name)),
      language: this.getAttribute("lang") ?? "",
      view: this.#view ?? "",
      onView: (hash) => this.#changed(hash),
    };
  }

  /** The address of the articles: `src`, or those of the bundle that this script belongs to. */
  #source() {
    const src = this.getAttribute("src");
    return src ? new URL(src, document.baseURI).href : fileBeside("articles.json");
  }

  /** The folder of the files that the articles refer to. */
  #base() {
    return new URL(".", this.#articles ? document.baseURI : this.#source()).href;
  }

  #permalink() {
    const link = this.getAttribute("permalink");
    if (!link || !URL.canParse(link, document.baseURI)) return "";
    const { protocol, href } = new URL(link, document.baseURI);
    return /^https?:$/.test(protocol) ? href.replace(/#.*/s, "") : "";
  }

  /** Applies the theme, language and hidden parts that the attributes set. */
  #dress() {
    const place = this.#place?.place;
    if (!place) return;
    place.dataset.theme = knownOf(this.getAttribute("theme") ?? "", THEMES);
    place.dataset.hide = knownOf(this.getAttribute("hide") ?? "", HIDEABLE);
    for (const name of ["lang", "dir"]) {
      const value = this.getAttribute(name);
      if (value === null) place.removeAttribute(name);
      else place.setAttribute(name, value);
    }
  }

  #restart() {
    this.#loading?.abort();
    this.#data = undefined;
    this.#wait();
    this.#start();
  }

  async #start() {
    this.#near?.disconnect();
    this.#near = undefined;
    this.#started = true;
    const loading = new AbortController();
    this.#loading = loading;
    try {
      const data = this.#articles ? dataOf(this.#articles) : await this.#fetched(loading.signal);
      const { Articles, Explorer } = await loaded(PAGE).catch((error) => {
        throw new Error(`the program could not be loaded (${wordsOf(error)})`);
      });
      if (broken) throw new Error(broken);
      const read = await Articles.read(data, {
        base: this.#base(),
        view: this.#view ?? this.#asked(),
        language: this.getAttribute("lang") ?? "",
      });
      if (loading.signal.aborted) {
        read.free();
        return;
      }
      this.#data = data;
      this.#read?.free();
      this.#read = read;
      this.#view ??= this.#asked();
      this.#show(Explorer);
      await this.#settled();
      if (loading.signal.aborted) return;
      this.#told = this.getState();
      this.#isAwaited = false;
      this.#answer?.resolve(this);
      this.#tell("ready", { state: this.getState() });
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(error);
    }
  }

  /** @param {AbortSignal} signal */
  #fetched(signal) {
    const beside = this.getAttribute("annotations");
    return dataAt(this.#source(), beside && new URL(beside, document.baseURI).href, signal);
  }

  /**
   * Shows the articles with the current explorer or, if there is none, with another one.
   * @param {PageProgram["Explorer"]} [Explorer]
   */
  #show(Explorer) {
    if (this.#data === undefined || !this.#read) return;
    const host = this.#host();
    if (this.#explorer) {
      this.#explorer.show(this.#read, host);
    } else {
      if (!Explorer) return;
      this.#place = idle.pop() ?? fresh();
      const { place, explorer } = this.#place;
      this.#root.append(place);
      if (explorer) explorer.show(this.#read, host);
      else this.#place.explorer = new Explorer(place, this.#read, host);
      this.#explorer = this.#place.explorer;
      this.#dress();
      alive.add(this.#broke);
    }
    this.#slot.remove();
    this.#message.replaceChildren();
    if (this.#place) fitText(this.#place.place);
    this.#settled();
  }

  /** Waits until the requested view is rendered, and then reads which parts of it the articles
   * have. */
  async #settled() {
    await new Promise((drawn) => setTimeout(drawn));
    if (this.#explorer && this.#data !== undefined) this.#view = this.#explorer.view();
  }

  /** Shows above the element's content why the articles are not shown. @param {unknown} error */
  #fail(error) {
    const message = wordsOf(error);
    const words = `Article Explorer: ${message.replace(/[^.?!]$/, "$&.")}`;
    this.#give();
    this.#loading = undefined;
    alive.delete(this.#broke);
    const line = document.createElement("p");
    line.className = "failure";
    line.textContent = words;
    this.#message.replaceChildren(line);
    this.#root.append(this.#slot);
    console.error(words);
    this.#isAwaited = false;
    this.#answer?.reject(error);
    this.#tell("error", { message });
  }

  /** The element has left the page: its explorer becomes free, the view stays. */
  #leave() {
    this.#near?.disconnect();
    this.#near = undefined;
    this.#started = false;
    this.#loading?.abort();
    this.#loading = undefined;
    alive.delete(this.#broke);
    if (!this.#explorer && !this.#message.hasChildNodes()) return;
    this.#give();
    this.#root.append(this.#slot);
    this.#wait();
  }

  /** Frees the explorer for the next element. */
  #give() {
    const place = this.#place;
    this.#place = undefined;
    this.#explorer = undefined;
    this.#read?.free();
    this.#read = undefined;
    place?.place.remove();
    if (!place?.explorer || broken) return;
    try {
      place.explorer.rest();
      idle.push(place);
    } catch {
      // It has crashed.
    }
  }

  /** Shows a view; of several that are requested at once, only the last. @param {string} hash */
  #ask(hash) {
    this.#view = hash;
    const isWaiting = this.#next !== undefined;
    this.#next = hash;
    if (isWaiting) return;
    queueMicrotask(() => {
      const next = this.#next ?? "";
      this.#next = undefined;
      this.#view = next;
      this.#explorer?.ask(next);
      this.#settled();
    });
  }

  /** @param {string} hash */
  #changed(hash) {
    const before = this.#told;
    this.#view = hash;
    const state = this.getState();
    this.#told = state;
    this.#tell("statechange", { state });
    for (const selected of selectedSince(before, state)) this.#tell("select", selected);
  }

  /** @param {Event} event */
  #navigate(event) {
    const link = event.target instanceof Element && event.target.closest("a.outward");
    if (link instanceof HTMLAnchorElement && !this.#tell("navigate", { href: link.href }, true)) event.preventDefault();
  }

  /** Dispatches an event; returns false if it was cancelled. @param {string} type @param {unknown} detail */
  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(
      new CustomEvent(`article-explorer:${type}`, { detail, cancelable, bubbles: true, composed: true }),
    );
  }
}

/** Adopts the reader's own text size, which a place has because it inherits nothing. @param {HTMLElement} place */
function fitText(place) {
  const size = Number.parseFloat(getComputedStyle(place).fontSize);
  if (size === fitted || !size) return;
  fitted = size;
  sharedSheet().insertRule(`:host { --ax-px: ${size / 16}px; }`, sharedSheet().cssRules.length);
}

/** @returns {Shown} */
function fresh() {
  const place = document.createElement("div");
  place.className = "in-element";
  return { place };
}

if (globalThis.customElements && !customElements.get("article-explorer")) {
  customElements.define("article-explorer", ArticleExplorer);
}

export { annotate, Collection, init as default, exportArticle, readFile };
