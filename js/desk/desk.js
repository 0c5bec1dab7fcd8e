// The desk: a reader pastes, drops or opens articles, and reads them as those of any page.
// What was opened lives in this page; it goes into the browser's storage only where the
// reader asks for that, and nowhere else.

import { loadScript } from "../load_script.js";
import { served } from "../served.js";
import { GivenUp, Work } from "./desk_work.js";
import { forget, forgetAll, isKept, keep, kept } from "./keeping.js";

/** The most that is read of a file, and of all that is opened together, in bytes. */
const MOST = 20_000_000;
const MOST_TOGETHER = 3 * MOST;
/** A text of more characters does not go through the field, which would stop the page. */
const MOST_IN_FIELD = 50_000;
/** Beyond as much JSON, articles are shown as an archive: indexed in the worker, and handed
 * over as they are listed. */
const AT_ONCE = 300_000;
/** How much text of an archive is listed at once, in bytes. */
const FIRST = 64_000;
/** How many notices, and how many of what was opened, are listed. */
const LISTED = 40;

const part = (name) => document.getElementById(`desk-${name}`);
const root = document.getElementById("article-explorer");
const section = document.getElementById("desk");
const work = new Work();

/** What was opened: `{key, title, articles: [{id, json}]}`, in order. */
let opened = [];
let keeping = false;
/** The keys of what is kept. */
let keptKeys = new Set();
/** The last key that was given, and counts of what was pasted, and of archives. */
let lastKey = 0;
let pasted = 0;
let archives = 0;
/** The class of the program, and what it shows. */
let program;
let shown;
let failed = false;
/** What is done is done one after the other. */
let queue = Promise.resolve();

/** A key later than all before, that no other page that keeps things has given too. */
const freshKey = () => (lastKey = Math.max(lastKey + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000)));

const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

/** Says what is being done: `name` changes rarely, `done` of `all` often. */
function say(name, done, all) {
  part("undo").hidden = true;
  const doing = part("doing");
  if (doing.textContent !== name) doing.textContent = name;
  const isWorking = all !== undefined;
  part("progress").hidden = part("cancel").hidden = !isWorking;
  part("far").textContent = isWorking && all > 1 ? `${done} of ${all}` : "";
  if (isWorking) Object.assign(part("progress"), { max: Math.max(all, 1), value: done });
}

/** Lists notices, each a place and what is told of it; unfolded, unless they only say what was
 * guessed. */
function tellNotices(notices, isOpen = true) {
  const list = part("notices");
  list.hidden = notices.length === 0;
  list.open = isOpen;
  const lines = notices.slice(0, LISTED).map(([place, what]) => {
    const line = element("li", "");
    // A title may run the other way than what is told of it.
    line.append(element("bdi", place), place && ": ", what);
    return line;
  });
  if (notices.length > LISTED) lines.push(element("li", `… and ${notices.length - LISTED} more`));
  list.querySelector("ul").replaceChildren(...lines);
}

function fold(isOpen) {
  part("fold").setAttribute("aria-expanded", String(isOpen));
  part("panel").hidden = !isOpen;
}

/** Lists what was opened, each with a button that removes it. */
function list() {
  const items = opened.slice(0, LISTED).map((one) => {
    const { length } = one.articles;
    const item = element("li", "");
    const remove = element("button", "Remove", { type: "button" });
    remove.setAttribute("aria-label", `Remove ${one.title}`);
    remove.addEventListener("click", () => removeOne(one.key));
    item.append(element("span", length > 1 ? `${one.title} · ${length} parts` : one.title, { dir: "auto" }), " ", remove);
    return item;
  });
  if (opened.length > LISTED) items.push(element("li", `… and ${opened.length - LISTED} more`));
  part("opened").replaceChildren(...items);
  const isEmpty = opened.length === 0;
  for (const name of ["opened-title", "opened", "all", "save", "head"]) part(name).hidden = isEmpty;
  part("save").open = false;
  for (const name of ["title", "lead"]) part(name).hidden = !isEmpty;
  part("count").textContent = counted(opened.length, "article of your own", "articles of your own");
  // The articles bring a main part and a first heading of their own.
  section.setAttribute("role", isEmpty ? "main" : "region");
  section.classList.toggle("with-articles", !isEmpty);
  if (isEmpty) fold(true);
}

/** The articles as a bundle. */
const bundled = (articles) => `{"version":2,"articles":[${articles.join(",")}]}`;

/** What makes the forms in which articles are saved. */
let saving;

async function loadSaving() {
  const url = new URL(BUILD.save.script, import.meta.url).href;
  await loadScript(url, { type: "module", integrity: BUILD.save.integrity });
  return import(url);
}

const openArticle = () => root.querySelector("article[data-article]")?.dataset.article ?? "";
/** The article that the forms save; empty for all. */
let offered;

/** What saves the open article, or all, made anew for what is shown. */
async function offerForms() {
  const forms = part("forms");
  try {
    saving ??= loadSaving();
    const { formsOf } = await saving;
    if (!part("save").open) return;
    offered = openArticle();
    const articles = opened.flatMap((one) => one.articles.map(({ json }) => json));
    forms.replaceChildren(formsOf(root, bundled(articles), served));
  } catch {
    saving = undefined;
    forms.replaceChildren(element("p", "What saves could not be loaded; is the network there?", { className: "failure" }));
  }
}

/** What the articles are shown from: data, and where the files of an archive come from. */
async function shelved(entries) {
  const articles = entries.flatMap((one) => one.articles.map(({ json }) => json));
  const length = articles.reduce((sum, json) => sum + json.length, 0);
  if (length <= AT_ONCE || articles.length === 1) {
    return { data: bundled(articles), host: {} };
  }
  const folder = `own-${(archives += 1)}`;
  const tell = ({ done, all }) => say("Making a search index of your articles.", done, all);
  const { data, files } = await work.do("shelve", { articles, folder: `./${folder}`, bytes: FIRST }, tell);
  const found = new Map(files);
  const read = async (path) => found.get(path.split("/").at(-1));
  return { data, host: { files: read } };
}

/**
 * Shows `entries`, which are then what is opened; what goes wrong before leaves all as it was.
 * An article that the address opens stays open only where `isBack` says that they were there
 * before: what was added or left is seen in the list.
 */
async function show(entries, isBack = false) {
  if (failed || entries.length === 0) {
    opened = entries;
    if (failed) return;
    shown?.rest();
    clearAddress();
    return;
  }
  const wasOne = root.dataset.ready === "one";
  const { data, host } = await shelved(entries);
  program ??= served(BUILD.page, import.meta.url).then(({ Desk }) => Desk).catch((error) => {
    program = undefined;
    throw error;
  });
  const Desk = await program;
  const isOne = !host.files && entries.length === 1 && entries[0].articles.length === 1;
  // What was asked of one article means nothing for several.
  const isOther = root.dataset.ready && wasOne !== isOne;
  if (isOther || !isBack && /[#&]a=/.test(location.hash)) clearAddress();
  if (shown) shown.show(data, host);
  else shown = new Desk(root, data, host);
  opened = entries;
  root.dataset.ready = isOne ? "one" : "several";
  // The first drawing is due before anything else.
  await new Promise((drawn) => setTimeout(drawn));
}

function clearAddress() {
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
}

/** Whether the program that shows the articles has come to its end. */
const isTrap = (error) => error instanceof WebAssembly.RuntimeError;

function broken(error) {
  const panic = globalThis.articleExplorerPanic;
  const words = panic ?? error?.message ?? String(error);
  say("");
  tellNotices([["", `Your articles cannot be shown: the program came to its end (${words}). Load this page again; what you keep in this browser is still there.`]]);
  if (panic || isTrap(error)) {
    failed = true;
    root.replaceChildren();
  }
}

/** Does something after what is done before; what goes wrong is told. */
function next(act) {
  queue = queue.then(act).catch((error) => {
    if (error instanceof GivenUp) say("Cancelled; what was open before is unchanged.");
    else broken(error);
  });
  return queue;
}

/** Opens files, each a name with a text or a blob, beside what is open. */
function open(files) {
  return next(async () => {
    if (failed || files.length === 0) return;
    const notices = [];
    let together = 0;
    const fits = files.filter(({ name, content }) => {
      const size = content.size ?? new Blob([content]).size;
      if (size > MOST) {
        notices.push([name, `the file has ${Math.ceil(size / 1e6)} MB, and at most ${MOST / 1e6} MB are read; open a part of it`]);
        return false;
      }
      if (together + size > MOST_TOGETHER) {
        notices.push([name, "this is more than can be opened together; open it by itself"]);
        return false;
      }
      together += size;
      return true;
    });
    const added = [];
    try {
      const tell = ({ reading, article, done, all }) => {
        if (article) {
          say(`Finding names and claims in ${nameOf(fits, article)}.`, done, all);
          added[article.whole] ??= { key: 0, title: article.title, articles: [] };
          added[article.whole].articles.push({ id: article.id, json: article.json });
        } else say(`Reading ${reading}.`, done, all);
      };
      const taken = opened.flatMap((one) => one.articles.map(({ id }) => id));
      say("Starting.", 0, 1);
      const result = fits.length > 0 ? await work.do("read", { files: fits, taken }, tell) : { notices: [], faults: 0 };
      const hasFaults = notices.length + result.faults > 0;
      for (const notice of result.notices) notices.push(notice);
      const entries = added.filter(Boolean);
      for (const one of entries) one.key = freshKey();
      for (const { title } of entries.filter((one) => opened.some((other) => isAlike(one, other)))) {
        notices.unshift([title, "this is open already, and stands here twice now"]);
      }
      if (entries.length > 0) await show([...opened, ...entries]);
      list();
      tellNotices(notices, hasFaults);
      if (entries.length === 0) {
        say("Nothing was added.");
        return;
      }
      if (keeping) await keepMore();
      say(`Added ${entries.length === 1 ? entries[0].title : counted(entries.length, "article", "articles")}.`);
      if (files.some(({ content }) => content === part("text").value)) part("text").value = "";
      fold(false);
      focusTitle();
    } catch (error) {
      if (error instanceof GivenUp || globalThis.articleExplorerPanic || isTrap(error)) throw error;
      say("Nothing was added.");
      tellNotices([...notices, [fits.map(({ name }) => name).join(", "), `could not be read (${error.message}); what was open before is unchanged`]]);
    }
  });
}

/** Whether two were made of the same text in the same way. */
const isAlike = (one, other) => one.articles.length === other.articles.length && one.articles.every((article, at) => isSame(article, other.articles[at]));

const isSame = (one, other) =>
  one.json.length - one.id.length === other.json.length - other.id.length && one.json.replace(one.id, "") === other.json.replace(other.id, "");

const nameOf = (files, article) => (files.length === 1 ? files[0].name : `“${article.title}”`);

function focusTitle() {
  const title = document.getElementById("title");
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  section.scrollIntoView({ block: "start" });
}

function removeOne(key) {
  return next(async () => {
    const number = opened.findIndex((one) => one.key === key);
    if (number < 0) return;
    await leaveOnly(opened.filter((one) => one.key !== key));
    (part("opened").querySelectorAll("button")[Math.min(number, opened.length - 1)] ?? part("text")).focus();
  });
}

function removeAll() {
  return next(async () => {
    await leaveOnly([]);
    part("text").focus();
  });
}

/** Removes what is not among `entries`, until the reader takes that back. */
async function leaveOnly(entries) {
  const before = opened;
  const removed = before.filter((one) => !entries.includes(one));
  await show(entries);
  list();
  tellNotices([]);
  if (keeping) await removeKept(removed.map(({ key }) => key));
  say(`Removed ${removed.length === 1 ? removed[0].title : counted(removed.length, "article", "articles")}.`);
  const undo = part("undo");
  undo.hidden = false;
  undo.onclick = () => {
    undo.hidden = true;
    part("text").focus();
    next(async () => {
      if (opened !== entries) return;
      await show(before);
      list();
      if (keeping) await keepMore();
      say("Nothing was removed.");
    });
  };
}

/** Says whether what is open is kept, and why not, where the browser refuses. */
function sayKept(refused) {
  part("keep").checked = keeping;
  const why = refused?.message || refused?.name || refused;
  const missing = opened.filter(({ key }) => !keptKeys.has(key)).length;
  if (!refused) {
    part("kept").textContent = keeping
      ? "Kept in this browser on this device until you remove it."
      : "Not kept: it is gone when you close this page.";
  } else if (keeping) {
    part("kept").textContent = `This browser refuses to keep any more (${why}). ${counted(missing, "article is", "articles are")} here until you close this page.`;
  } else {
    part("kept").textContent = `This browser refuses to keep anything (${why}). What you opened is here until you close this page.`;
  }
}

/** Keeps all that is open and not kept yet; where the browser refuses, as much as it takes. */
async function keepMore() {
  const more = opened.filter(({ key }) => !keptKeys.has(key));
  let refused;
  const put = async (entries) => {
    await keep(entries);
    keeping = true;
    for (const { key } of entries) keptKeys.add(key);
  };
  try {
    await put(more);
  } catch (error) {
    refused = error;
    for (const one of more.length > 1 ? more : []) await put([one]).catch(() => {});
  }
  sayKept(refused);
}

/** Removes what is kept; where the browser refuses, that is said, and it is still kept. */
async function removeKept(keys) {
  try {
    await (keys ? forget(keys) : forgetAll());
    if (keys) for (const key of keys) keptKeys.delete(key);
    else keptKeys.clear();
    keeping = Boolean(keys);
    // There may be room now for what was refused.
    if (keeping && opened.some(({ key }) => !keptKeys.has(key))) await keepMore();
    else sayKept();
  } catch (error) {
    keeping = true;
    sayKept();
    part("kept").textContent = `It could not be removed (${error?.message || error}) and is still kept in this browser.`;
  }
}

function setKeeping(isOn) {
  return next(() => (isOn ? keepMore() : removeKept()));
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether what was kept is what this page keeps. */
const isOurs = ({ key, title, articles }) =>
  Number.isInteger(key) &&
  typeof title === "string" &&
  Array.isArray(articles) &&
  articles.every(({ id, json }) => typeof id === "string" && typeof json === "string" && isJson(json));

/** Brings back what was kept. */
function bringBack() {
  return next(async () => {
    let found;
    try {
      found = await kept();
    } catch (error) {
      sayKept();
      part("kept").textContent = `What you kept cannot be read (${error?.message || error}).`;
      return;
    }
    const entries = found.filter(isOurs);
    keeping = true;
    keptKeys = new Set(entries.map(({ key }) => key));
    lastKey = entries.reduce((most, { key }) => Math.max(most, key), 0);
    sayKept();
    // Before annotations had a version, they were kept under another name.
    for (const one of entries.filter(({ articles }) => articles.some(({ json }) => json.includes('"placed":')))) {
      const { articles } = await work.do("upgrade", { articles: one.articles.map(({ json }) => json) }, () => {});
      one.articles = articles.map((json) => ({ id: JSON.parse(json).id, json }));
    }
    if (entries.length > 0) {
      await show(entries, true);
      list();
      fold(false);
      say("");
    }
    const damaged = found.length - entries.length;
    if (damaged > 0) tellNotices([["", `Of what you kept, ${counted(damaged, "article is", "articles are")} damaged and cannot be shown; no longer keeping anything removes them.`]]);
  });
}

function pasteText(text) {
  if (text.trim() === "") {
    say("There is no text to be read yet.");
    return;
  }
  open([{ name: `Pasted text ${(pasted += 1)}`, content: text }]);
}

const named = (files) => [...files].map((file) => ({ name: file.name, content: file }));

part("form").addEventListener("submit", (event) => {
  event.preventDefault();
  pasteText(part("text").value);
});
part("files").addEventListener("change", ({ target }) => {
  open(named(target.files));
  target.value = "";
});
part("fold").addEventListener("click", () => fold(part("panel").hidden));
part("save").addEventListener("toggle", ({ target }) => (target.open ? offerForms() : part("forms").replaceChildren()));
// Another article may be opened, or all be listed, while the forms are offered.
const offerAgain = () => setTimeout(() => part("save").open && offered !== openArticle() && offerForms());
root.addEventListener("click", offerAgain);
addEventListener("popstate", offerAgain);
part("cancel").addEventListener("click", () => work.stop());
part("clear").addEventListener("click", removeAll);
part("keep").addEventListener("change", ({ target }) => setKeeping(target.checked));

addEventListener("paste", (event) => {
  const { target, clipboardData } = event;
  if (clipboardData.files.length > 0) {
    event.preventDefault();
    open(named(clipboardData.files));
    return;
  }
  const isField = target.matches?.("input, textarea, select, [contenteditable]");
  const text = clipboardData.getData("text/plain");
  if ((isField && target !== part("text")) || (isField && text.length <= MOST_IN_FIELD)) return;
  event.preventDefault();
  pasteText(text);
});

// Text that is moved within the page, or into the field, is for the browser to put there.
let isFromHere = false;
addEventListener("dragstart", () => (isFromHere = true));
addEventListener("dragend", () => (isFromHere = false));
const isBrought = ({ target, dataTransfer }) =>
  !isFromHere && (dataTransfer.types.includes("Files") || target !== part("text"));

// A file that is dropped beside the field would otherwise be opened in place of the page.
addEventListener("dragover", (event) => {
  if (!isBrought(event)) return;
  event.preventDefault();
  section.classList.add("dropping");
});
for (const type of ["dragleave", "drop"]) addEventListener(type, () => section.classList.remove("dropping"));
addEventListener("drop", (event) => {
  if (!isBrought(event)) return;
  event.preventDefault();
  const { files } = event.dataTransfer;
  if (files.length > 0) open(named(files));
  else pasteText(event.dataTransfer.getData("text/plain"));
});

addEventListener("error", ({ error }) => isTrap(error) && broken(error));
addEventListener("unhandledrejection", ({ reason }) => isTrap(reason) && broken(reason));
// Another page of this folder may keep nothing any more, and so for this one too.
addEventListener("storage", () => {
  if (!keeping || isKept()) return;
  keeping = false;
  keptKeys.clear();
  sayKept();
});

if (isKept()) bringBack();
