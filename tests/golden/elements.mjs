// Records the state that the element reports, and the messages of a frame to its host page.

import { isDeepStrictEqual } from "node:util";
import { normalArticle } from "./normal.mjs";
import { serve } from "./server.mjs";
import { settled } from "./views.mjs";

/** States that are set, one after the other. */
const STATES = [
  {},
  { q: "market" },
  { q: "market", form: ["direct"] },
  { q: "", speaker: ["guo-jiakun", "european-commission"], about: "european-commission" },
  { form: "direct,mixed", types: ["person", "place"] },
  { form: ["direct", "", "direct"] },
  { claim: "c13" },
  { claim: "c4", entity: "guo-jiakun" },
  { entity: "european-commission", view: "article" },
  { view: "claims", sort: "oldest", source: ["x"] },
  { article: "cybersecurity-package", q: "a,b & c=d #% é" },
  { article: "nothing" },
  { claim: "c99" },
  { entity: "nobody", q: "market" },
  { view: "upside" },
  { sure: "70" },
  { sure: "101" },
  { stance: ["criticises", "sings"], form: ["loud"] },
  { unknown: "x", q: "market" },
];

/** Values that are not valid states. */
const NO_STATES = [null, 7, "q=market", ["q"], { q: 7 }, { form: [7] }, { form: { a: 1 } }];

/** Method calls, one after the other. */
const CALLS = [
  ["search", "market"],
  ["search", 7],
  ["focusClaim", "c7"],
  ["focusEntity", "china"],
  ["focusClaim", "c99"],
  ["clear"],
];

/** Attributes of elements, and the view they request. */
const ATTRIBUTES = [
  'q="market"',
  'state="q=market&amp;form=direct"',
  'state="q=market&amp;form=direct" q="protectionism"',
  'types="person,place" form="direct" stance="" speaker="guo-jiakun" about="european-commission"',
  'entity="china" view="claims"',
  'claim="c13" article="cybersecurity-package"',
  'sort="oldest" source="x" sure="70"',
  'view="upside" claim="c99"',
];

/** Commands sent to a frame, one after the other. */
const COMMANDS = [
  { type: "getState" },
  { type: "getSize" },
  { type: "setState", state: { q: "market" } },
  { type: "setState", state: { q: "market", speaker: ["guo-jiakun"], form: ["direct", "indirect"] } },
  { type: "setState", state: { claim: "c13" } },
  { type: "setState", state: { claim: "c13" } },
  { type: "setState", state: { entity: "european-commission" } },
  { type: "setState", state: { claim: "c99", form: ["loud"] } },
  { type: "setState", state: { view: "claims", form: "direct" } },
  { type: "setState", state: { q: 7 } },
  { type: "setState", state: "q=market" },
  { type: "setState" },
  { type: "setState", state: {} },
  { type: "setConfig", config: { theme: "dark", hide: "search footer" } },
  { type: "setConfig", config: { theme: "upside", hide: ["everything", "card"] } },
  { type: "setConfig", config: { hide: "", theme: "" } },
  { type: "setConfig", config: 7 },
  { type: "dance" },
  { v: 2, type: "setState", state: { q: "market" } },
  { id: "other", type: "setState", state: { q: "market" } },
  { id: "first", type: "setState", state: { q: "protectionism" } },
  { type: "setState", state: { q: "x".repeat(20_000) } },
];

/** The messages of libraries that resize frames. */
const GREETINGS = ["[iFrameSizer]sizer:8:false", { type: "iframe-child-init" }, { type: "iframe-get-child-dimensions" }];

const page = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const SCRIPT = '<script type="module" src="/explorer/article-explorer.js"></script>';

const element = (attributes) => `<article-explorer src="/explorer/articles.json" loading="eager" ${attributes}></article-explorer>`;

/** Records the output of elements and frames. `exportArticle` is the module's function. */
export async function recordEmbedded({ dist, browser, exportArticle }, write) {
  const pages = {};
  const host = await serve({ "/explorer/": dist }, pages);
  const elsewhere = await serve({ "/explorer/": dist });
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(60_000);
  const open = async (html) => {
    pages["/"] = html;
    const opened = await context.newPage();
    await opened.goto(`${host.origin}/`);
    return opened;
  };
  try {
    await recordElement(open, exportArticle, write);
    await recordFrame(open, elsewhere.origin, write);
  } finally {
    await context.close();
    await host.close();
    await elsewhere.close();
  }
}

async function recordElement(open, exportArticle, write) {
  const attributes = {};
  for (const given of ATTRIBUTES) {
    const opened = await open(page(element(given), SCRIPT));
    attributes[given] = await stateOf(opened);
    await opened.close();
  }
  write("element/attributes.json", attributes);

  const opened = await open(page(element("url-sync=hash"), SCRIPT));
  await stateOf(opened);
  await opened.evaluate(() => {
    globalThis.told = [];
    for (const name of ["statechange", "select", "ready", "error"]) {
      document.addEventListener(`article-explorer:${name}`, ({ detail }) => told.push({ [name]: detail }));
    }
  });
  const did = [];
  const note = async (what, act, argument) => {
    const thrown = await opened.evaluate(act, argument);
    const state = await stateOf(opened);
    const more = await settled(opened, () => opened.evaluate(() => ({ hash: location.hash, events: globalThis.told })));
    await opened.evaluate(() => globalThis.told.splice(0));
    did.push({ ...what, throws: thrown, state, ...more });
  };
  const set = (state) => {
    try {
      document.querySelector("article-explorer").setState(state);
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  };
  for (const state of STATES) await note({ setState: state }, set, state);
  for (const state of NO_STATES) await note({ setState: JSON.stringify(state) }, set, state);
  for (const call of CALLS) {
    await note({ call }, ([name, ...given]) => void document.querySelector("article-explorer")[name](...given), call);
  }
  write("element/states.json", did);
  const shown = await opened.evaluate(() => document.querySelector("article-explorer").exportAs("json"));
  write("element/json.json", JSON.parse(shown).articles.map((article) => normalArticle(article, exportArticle)));
  const refused = await opened.evaluate(() => {
    try {
      document.querySelector("article-explorer").exportAs("word");
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  });
  const [article] = JSON.parse(shown).articles;
  const exported = {};
  for (const format of ["markdown", "csv-claims", "article"]) {
    const file = await opened.evaluate((format) => document.querySelector("article-explorer").exportAs(format), format);
    exported[format] = isDeepStrictEqual(file, exportArticle(article, format)) ? "as the module writes it" : file;
  }
  write("element/exports.json", { refused, exported });
  await opened.close();
}

/** The state of the element, once it stays the same. */
const stateOf = (opened) =>
  settled(opened, () =>
    opened.evaluate(async () => {
      await customElements.whenDefined("article-explorer");
      const element = document.querySelector("article-explorer");
      return element.ready.then(() => element.getState(), (error) => error.message);
    }),
  );

const HEARING = `<script>
  globalThis.heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
</script>`;

async function recordFrame(open, elsewhere, write) {
  const framed = {};
  for (const [query, said] of [
    ["?id=first", COMMANDS],
    ["?id=second&childId=pym&hide=search,footer&theme=dark#q=market&form=direct", [{ type: "getState" }, ...GREETINGS]],
    ["#claim=c13", [{ type: "getState" }]],
    ["#claim=c99&view=upside", [{ type: "getState" }]],
  ]) {
    const frame = `<iframe id="frame" src="${elsewhere}/explorer/embed.html${query}" width="1000" height="640"></iframe>`;
    const opened = await open(page(frame, HEARING));
    await opened.waitForFunction(() => globalThis.heard.some((data) => data?.["article-explorer"]?.type === "ready"));
    const messages = [{ begins: await heard(opened, elsewhere, true) }];
    for (const command of said) {
      const message = GREETINGS.includes(command) ? command : { "article-explorer": { v: 1, ...command } };
      const isAskedForSizes = message === command || command.type?.startsWith("get");
      await say(opened, message);
      // The reply to the size request proves that earlier messages have been processed.
      if (!isAskedForSizes) await say(opened, { "article-explorer": { v: 1, type: "getSize" } });
      await opened.waitForFunction(() => globalThis.heard.some((data) => data?.["article-explorer"]?.type === "resize"));
      messages.push({ said: shortened(command), heard: await heard(opened, elsewhere, isAskedForSizes) });
    }
    framed[query] = messages;
    await opened.close();
  }
  write("frame/messages.json", framed);
}

const say = (opened, message) =>
  opened.evaluate((message) => document.getElementById("frame").contentWindow.postMessage(message, "*"), message);

const shortened = (command) => (JSON.stringify(command).length > 1000 ? "a long query" : command);

/**
 * The messages that a page has received since the last call, once no more arrive: our own messages
 * in order, whether the reader was led somewhere, and, if requested, the sizes. Each form of a size
 * message is recorded once, because their number depends on when things are painted.
 */
async function heard(opened, elsewhere, isAskedForSizes) {
  await opened.locator("#frame").contentFrame().locator("#article-explorer").evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await settled(opened, () => opened.evaluate(() => globalThis.heard.length));
  const all = await opened.evaluate(() => globalThis.heard.splice(0));
  const typeOf = (data) => data?.["article-explorer"]?.type;
  const isMessage = (data) => ["ready", "statechange", "select", "error"].includes(typeOf(data));
  const sizes = all.filter((data) => !isMessage(data) && typeOf(data) !== "scrollTo").map((data) => withoutSizes(data, elsewhere));
  const forms = [...new Set(sizes.map((data) => JSON.stringify(data)))].sort();
  return {
    messages: all.filter(isMessage).map((data) => data["article-explorer"]),
    led: all.some((data) => typeOf(data) === "scrollTo") || undefined,
    sizes: isAskedForSizes ? forms.map((form) => JSON.parse(form)) : undefined,
  };
}

/** A message without its sizes, which change with a pixel of layout. */
function withoutSizes(data, elsewhere) {
  if (typeof data === "string") {
    const plain = data.replaceAll(elsewhere, "ELSEWHERE");
    return plain.replace(/("height":)\d+/, "$1N").replace(/(height\w*xPYMx)\d+/, "$1N").replace(/:\d+:\d+:/, ":N:N:");
  }
  const sizes = ["height", "width", "top"];
  const entries = Object.entries(data).map(([key, value]) => {
    if (sizes.includes(key) && typeof value === "number") return [key, "N"];
    return [key, typeof value === "object" && value !== null && !Array.isArray(value) ? withoutSizes(value, elsewhere) : value];
  });
  return Object.fromEntries(entries);
}
