// <article-explorer>: articles in a page of somebody else. The page's styles do not get in
// and ours do not get out; several elements share one program. docs/embedding.md describes
// the attributes, properties, methods and events.

/**
 * The programs: for one article, and for several. `idle` holds explorers whose elements have
 * left their page.
 */
const ONE = { module: "%MODULE%", wasm: "%WASM%", integrity: "%WASM_INTEGRITY%", idle: [] };
const MANY = { module: "%MODULE_OF_MANY%", wasm: "%WASM_OF_MANY%", integrity: "%INTEGRITY_OF_MANY%", idle: [] };
const STYLES = "%STYLES%";

/** What works without a page: searching, annotating, and reading files. */
const SEARCH = { module: "%MODULE_OF_SEARCH%", wasm: "%WASM_OF_SEARCH%", integrity: "%INTEGRITY_OF_SEARCH%" };
const ANNOTATOR = { module: "%MODULE_OF_ANNOTATOR%", wasm: "%WASM_OF_ANNOTATOR%", integrity: "%INTEGRITY_OF_ANNOTATOR%" };
const EXPORTS = { module: "%MODULE_OF_EXPORTS%", wasm: "%WASM_OF_EXPORTS%", integrity: "%INTEGRITY_OF_EXPORTS%" };
const FILES = { module: "%MODULE_OF_FILES%", wasm: "%WASM_OF_FILES%", integrity: "%INTEGRITY_OF_FILES%" };

/** By what names are found. */
const WEIGHTS = "%WEIGHTS%";

/** The most that is read from a `src`, in bytes. */
const MOST = 20 * 1024 * 1024;
/** How far below or above the window an element begins to load, in pixels. */
const NEAR = "600px";
/** Attributes that say what is shown; each is the name of a part of the state. */
const SHOWN = ["article", "q", "source", "types", "form", "stance", "speaker", "about", "entity", "claim", "view", "sort", "sure"];

let sheet;
/** The reader's size of text for which the style sheet is made, in pixels. */
let fitted = 16;
/** Why no element can be shown any more. */
let broken = "";
/** What to call, of each element that shows something, when the program comes to its end. */
const alive = new Set();

/**
 * Loads a program, once. In Node it is read from the file beside this one.
 */
function loaded(program) {
  // What could not be loaded now may be had later.
  program.loading ??= load(program).catch((error) => {
    program.loading = undefined;
    throw error;
  });
  return program.loading;
}

async function load(program) {
  const module = await import(new URL(program.module, import.meta.url).href);
  const file = await responseOf(program.wasm, program.integrity);
  await module.default({ module_or_path: file });
  return module;
}

/** A file that lies beside this one: a response, and in Node its bytes. */
async function responseOf(name, integrity) {
  const file = new URL(name, import.meta.url);
  if (file.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import("node:fs/promises");
    return readFile(file);
  }
  return fetch(file, integrity ? { integrity } : {});
}

async function bytesOf(name) {
  const file = await responseOf(name);
  if (file instanceof Uint8Array) return file;
  if (!file.ok) throw new Error(`${file.url} answers ${file.status}`);
  return new Uint8Array(await file.arrayBuffer());
}

/**
 * Loads what works without a page: `Collection`, `annotate`, `readFile` and `exportArticle`
 * can be used then. `search`, `annotate`, `read` or `write` that is false is left out.
 */
export default function init(options) {
  return loadHeadless(options);
}

/** The program for articles, which are a text. */
function programFor(data) {
  // What is no JSON is for the program to say.
  let articles;
  try {
    ({ articles } = JSON.parse(data));
  } catch {}
  return Array.isArray(articles) && (articles.length > 1 || articles.some(hasFound)) ? MANY : ONE;
}

/** Whether a program found names or claims of an article: they are shown with their reasons. */
function hasFound(article) {
  const { claims, entities, mentions } = article?.annotations ?? {};
  const found = (list) => Array.isArray(list) && list.some((item) => item?.found);
  return found(claims) || found(mentions) || (Array.isArray(entities) && entities.some((entity) => found(entity?.mentions)));
}

/** The style sheet that all elements share. */
function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  return sheet;
}

/** Reads a text from an address, and not more than is sensible. */
async function read(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, credentials: "same-origin" });
  } catch (error) {
    if (signal.aborted) throw error;
    const { origin } = new URL(address);
    const reason =
      origin === location.origin
        ? "is the network there, and the address right?"
        : `does ${origin} allow this page to read it (CORS)?`;
    throw new Error(`${address} cannot be fetched; ${reason}`);
  }
  if (!response.ok) throw new Error(`${address} answers ${response.status}; is the address right?`);
  const tooMuch = () => new Error(`${address} has more than ${MOST / 1024 / 1024} MB; give an article of its own`);
  if (Number(response.headers.get("content-length")) > MOST) {
    response.body?.cancel();
    throw tooMuch();
  }
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST) {
      reader.cancel();
      throw tooMuch();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Whether an address leads to a file that is to be read, and not to JSON. */
const isForeign = (address) => /\.(md|markdown|txt|html?)$/i.test(new URL(address).pathname);

/** An article that is no JSON, with the annotations beside it, as data. */
async function readForeign(address, beside, signal) {
  const [text] = await Promise.all([read(address, signal), init({ search: false, annotate: !beside, write: false })]);
  const annotations = beside ? await read(beside, signal) : "";
  const { bundle, notices } = readFile(new URL(address).pathname, text, { annotations });
  if (bundle.articles.length === 0) throw new Error(notices.join("; ") || `${address} holds no article`);
  return JSON.stringify(bundle);
}

/** The data of one article, of several, or of a whole collection, as a text. */
function dataOf(articles) {
  if (isObject(articles) && "articles" in articles) return JSON.stringify(articles);
  return JSON.stringify({ version: 1, articles: [articles].flat() });
}

globalThis.addEventListener?.("error", (event) => {
  if (broken || !globalThis.articleExplorerPanic) return;
  if (!(event.error instanceof WebAssembly.RuntimeError)) return;
  event.preventDefault();
  broken = `the program came to an end (${globalThis.articleExplorerPanic})`;
  for (const program of [ONE, MANY]) program.idle.length = 0;
  for (const fail of [...alive]) fail(new Error(broken));
});

const Base = globalThis.HTMLElement ?? class {};

class ArticleExplorer extends Base {
  static observedAttributes = [
    ...SHOWN, "src", "annotations", "state", "theme", "hide", "lang", "dir", "url-sync", "shortcuts", "permalink",
  ];

  #slot;
  #message;
  #place;
  #explorer;
  #articles;
  /** What is shown, as JSON; undefined before it has come. */
  #data;
  /** What is shown, as a hash; undefined before, where it is what the attributes ask for. */
  #view;
  /** The state that was last told. */
  #told = {};
  #loading;
  /** It has come near the window since it was put into the page. */
  #started = false;
  #near;
  #ready;
  #isAwaited = false;
  #resolve;
  #broke = (error) => this.#fail(error);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles()];
    this.#slot = document.createElement("slot");
    this.#message = document.createElement("div");
    this.#message.setAttribute("role", "alert");
    root.append(this.#message, this.#slot);
    this.#wait();
    root.addEventListener("click", (event) => this.#navigate(event));
    root.addEventListener("click", ({ target }) => {
      if (!target.closest(".share-button")) return;
      // The dialog opens first.
      setTimeout(() => offerSaveAs(root, this.#data, () => loaded(EXPORTS), this.#pages()));
    });
  }

  connectedCallback() {
    // Properties that were set before the script had come.
    for (const name of ["articles", "state"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
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
    // Moved within the page: it is there again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** Called where the browser moves an element without taking it away. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "state" || SHOWN.includes(name)) {
      if (this.#explorer && this.#data !== undefined) this.#ask(this.#asked());
      else this.#view = undefined;
      return;
    }
    if (!this.#started) return;
    if (name === "src" || name === "annotations") this.#restart();
    else if (["url-sync", "shortcuts", "permalink"].includes(name)) this.#show();
    else this.#dress();
  }

  /** The articles, in place of `src`: one, a list, or a collection. */
  get articles() {
    return this.#articles;
  }

  set articles(articles) {
    this.#articles = articles;
    if (this.#started) this.#restart();
  }

  /** Resolves to the element once the articles are shown; rejected where they cannot be. */
  get ready() {
    return this.#ready;
  }

  get state() {
    return this.getState();
  }

  set state(state) {
    this.setState(state);
  }

  /** What is shown: a copy. */
  getState() {
    return stateOf(this.#view ?? "");
  }

  /** Shows what `state` says; what it does not name is as at first. */
  setState(state) {
    if (!isState(state)) throw new TypeError("setState takes an object of texts and lists of texts");
    this.#ask(hashOf(state));
  }

  search(q) {
    this.setState({ ...this.getState(), q: String(q) });
  }

  clear() {
    const { article, view } = this.getState();
    this.setState({ article, view });
  }

  focusClaim(id) {
    this.setState({ ...this.getState(), claim: String(id), entity: "", view: "article" });
  }

  focusEntity(id) {
    this.setState({ ...this.getState(), entity: String(id), claim: "", view: "article" });
  }

  /**
   * What is shown as "json", at once; in any other format a promise of `{name, type, text,
   * notices}`: the open article, or all where a list is shown.
   */
  exportAs(format) {
    if (format === "json") return this.#data ?? "";
    if (!Object.hasOwn(FORMS, format)) {
      throw new RangeError(`exportAs knows json, ${Object.keys(FORMS).join(", ")}, not "${format}"`);
    }
    return this.#exported(format);
  }

  async #exported(format) {
    const id = this.shadowRoot.querySelector("article[data-article]")?.dataset.article ?? "";
    const { exportArticle } = await loaded(EXPORTS);
    return JSON.parse(exportArticle(await articlesOf(this.#data ?? "", id, this.#pages()), id, format));
  }

  /** Where the pages of single articles lie. */
  #pages() {
    return new URL("articles/", this.#base());
  }

  #wait() {
    // Who waits for articles that others have replaced waits for those.
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    this.#ready = new Promise((resolve, reject) => {
      const once = (settle) => (value) => {
        this.#isAwaited = false;
        settle(value);
      };
      this.#resolve = { resolve: once(resolve), reject: once(reject) };
    });
    // Who does not ask is not told twice: the event says it too.
    this.#ready.catch(() => {});
  }

  /** What the attributes ask for, as a hash. */
  #asked() {
    const state = stateOf(this.getAttribute("state") ?? "");
    for (const name of SHOWN) {
      const value = this.getAttribute(name);
      if (value !== null) state[name] = value;
    }
    return hashOf(state);
  }

  #host() {
    const synced = this.getAttribute("url-sync") === "hash";
    return {
      address: synced ? "keep" : "none",
      keys: this.getAttribute("shortcuts") === "off" ? "off" : "inside",
      linkBase: this.#permalink(),
      view: this.#view ?? "",
      base: this.#base(),
      onView: (hash) => this.#changed(hash),
    };
  }

  /** Where what `src` speaks of lies. */
  #base() {
    const src = this.getAttribute("src") ?? "";
    const from = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : document.baseURI;
    return new URL(".", from).href;
  }

  #permalink() {
    const link = this.getAttribute("permalink");
    if (!link || !URL.canParse(link, document.baseURI)) return "";
    const { protocol, href } = new URL(link, document.baseURI);
    return /^https?:$/.test(protocol) ? href.split("#")[0] : "";
  }

  /** Takes theme, language and what is hidden from the attributes. */
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
      const src = this.getAttribute("src");
      if (!this.#articles && !src) throw new Error("there is neither a src nor a property articles");
      const data = this.#articles
        ? dataOf(this.#articles)
        : await this.#read(new URL(src, document.baseURI).href, loading.signal);
      const program = programFor(data);
      const { Explorer } = await loaded(program).catch((error) => {
        throw new Error(`the program could not be loaded (${error.message})`);
      });
      if (broken) throw new Error(broken);
      if (loading.signal.aborted) return;
      this.#data = data;
      this.#view ??= this.#asked();
      this.#show(program, Explorer);
      await this.#settled();
      if (loading.signal.aborted) return;
      this.#told = this.getState();
      this.#resolve.resolve(this);
      this.#tell("ready", { state: this.getState() });
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(error);
    }
  }

  #read(address, signal) {
    if (!isForeign(address)) return read(address, signal);
    const beside = this.getAttribute("annotations");
    return readForeign(address, beside && new URL(beside, document.baseURI).href, signal);
  }

  #show(program = this.#place?.program, Explorer) {
    if (this.#data === undefined) return;
    const host = this.#host();
    if (this.#explorer && this.#place.program !== program) this.#give();
    if (this.#explorer) {
      this.#explorer.show(this.#data, host);
    } else {
      this.#place = program.idle.pop() ?? fresh(program);
      const { place, explorer } = this.#place;
      this.shadowRoot.append(place);
      if (explorer) explorer.show(this.#data, host);
      else this.#place.explorer = new Explorer(place, this.#data, host);
      this.#explorer = this.#place.explorer;
      this.#dress();
      alive.add(this.#broke);
    }
    this.#slot.remove();
    this.#message.replaceChildren();
    fitText(this.#place.place);
    this.#settled();
  }

  /** What is asked for is drawn before anything else is due; then it is known what of it the
   * articles have. */
  async #settled() {
    await new Promise((drawn) => setTimeout(drawn));
    if (this.#explorer && this.#data !== undefined) this.#view = this.#explorer.view();
  }

  /** Says within the element why the articles are not shown, above what stands in it. */
  #fail(error) {
    const words = `Article Explorer: ${error.message.replace(/[^.?!]$/, "$&.")}`;
    this.#give();
    this.#loading = undefined;
    alive.delete(this.#broke);
    const line = document.createElement("p");
    line.className = "failure";
    line.textContent = words;
    this.#message.replaceChildren(line);
    this.shadowRoot.append(this.#slot);
    console.error(words);
    this.#resolve.reject(error);
    this.#tell("error", { message: error.message });
  }

  /** Left the page: the explorer goes to whoever comes next, the view stays. */
  #leave() {
    this.#near?.disconnect();
    this.#near = undefined;
    this.#started = false;
    this.#loading?.abort();
    this.#loading = undefined;
    alive.delete(this.#broke);
    if (!this.#explorer && !this.#message.hasChildNodes()) return;
    this.#give();
    this.shadowRoot.append(this.#slot);
    this.#wait();
  }

  /** Hands the explorer on to whoever comes next. */
  #give() {
    const place = this.#place;
    this.#place = undefined;
    this.#explorer = undefined;
    place?.place.remove();
    if (!place?.explorer || broken) return;
    try {
      place.explorer.rest();
      place.program.idle.push(place);
    } catch {
      // It has come to its end.
    }
  }

  #ask(hash) {
    this.#view = hash;
    this.#explorer?.ask(hash);
    this.#settled();
  }

  #changed(hash) {
    const before = this.#told;
    this.#view = hash;
    const state = this.getState();
    this.#told = state;
    this.#tell("statechange", { state });
    for (const selected of selectedSince(before, state)) this.#tell("select", selected);
  }

  #navigate(event) {
    const link = event.target.closest?.("a.outward");
    if (link && !this.#tell("navigate", { href: link.href }, true)) event.preventDefault();
  }

  /** False where the event was cancelled. */
  #tell(type, detail, cancelable = false) {
    return this.dispatchEvent(
      new CustomEvent(`article-explorer:${type}`, { detail, cancelable, bubbles: true, composed: true }),
    );
  }
}

/** Takes over the reader's own size of text, which a place has that inherits nothing. */
function fitText(place) {
  const size = Number.parseFloat(getComputedStyle(place).fontSize);
  if (size === fitted || !size) return;
  fitted = size;
  styles().insertRule(`:host { --ax-px: ${size / 16}px; }`, styles().cssRules.length);
}

function fresh(program) {
  const place = document.createElement("div");
  place.className = "in-element";
  return { program, place };
}

if (globalThis.customElements && !customElements.get("article-explorer")) {
  customElements.define("article-explorer", ArticleExplorer);
}

export { ArticleExplorer, Collection, annotate, exportArticle, readFile };
