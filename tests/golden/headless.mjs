// Records the output of the module without a page: articles read, names and claims found, exports,
// search results.

import { readdir, readFile as bytesOf } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { normalArticle, normalRead, rounded, textOf } from "./normal.mjs";
import { LIMITED, LIMITS, QUERIES } from "./queries.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const INPUT = path.join(here, "input");

/** Every export format, with the extension of its file in the record. */
const FORMATS = {
  w3c: "w3c.json",
  "schema-org": "schema-org.json",
  brat: "brat.ann",
  "csv-claims": "claims.csv",
  "csv-mentions": "mentions.csv",
  markdown: "notes.md",
  annotations: "annotations.json",
  article: "article.json",
  displacy: "displacy.json",
  text: "text.txt",
};

/** Fixtures whose exports are recorded too. */
const EXPORTED = ["markdown.md", "saved.html", "article.json", "plain.txt"];

/** Fixtures that are read together with each of these files. */
const BESIDE = {
  "report.txt": ["report.annotations.json", "report.faulty.annotations.json", "report.w3c.json", "report.ann", "broken.json"],
  "markdown.md": ["bridge.jsonld"],
};

/** Fixtures that are opened together. */
const TOGETHER = [
  ["report.txt", "report.annotations.json"],
  ["report.txt", "report.faulty.annotations.json"],
  ["report.txt", "report.w3c.json"],
  ["report.txt", "report.ann"],
  ["report.txt", "report.displacy.json"],
  ["report.txt", "report.citron.json"],
  ["report.txt", "report.w3c.json", "report.citron.json"],
  ["report.txt", "markdown.md", "bridge.jsonld"],
  ["names.displacy.json"],
  ["spans.spacy.json"],
  ["quotations.citron.json"],
  ["bundle.json"],
  ["report.ann", "plain.txt", "saved.html"],
  ["report.w3c.json"],
  ["table.csv", "document.pdf", "plain.txt", "plain.txt"],
];

/** Texts in which little or nothing can be found. */
const SMALL_TEXTS = {
  empty: "",
  blank: " \n\n ",
  word: "Yes",
  quotation: "“No,” Ann Lee said on Wednesday.",
  unclosed: "“No, Ann Lee said",
  lines: "Ann Lee denied it.\r\n\r\nShe did not.\rLee left.",
};

/**
 * Records the output of the module in `dist`. `write(name, value)` adds a file to the record: text
 * unchanged, anything else as JSON.
 */
export async function recordHeadless(dist, write) {
  const module = await import(pathToFileURL(path.join(dist, "article-explorer.js")).href);
  await module.default();
  const articles = await readArticles(module);
  await recordBundle(module, dist, write);
  await recordReading(module, articles, write);
  await recordOpening(module, dist, write);
  recordFinding(module, articles, write);
  await recordFindingInFixtures(module, write);
  await recordExports(module, articles, write);
  recordCollection(module, articles, write);
}

/** The result of a call, or the message of the error it throws. */
function outcome(call) {
  try {
    return call();
  } catch (error) {
    return { throws: error.message };
  }
}

/**
 * The Markdown files of the project’s articles and examples, with their annotations. `README.md` and
 * `intro.md` are not articles.
 */
async function articleFiles() {
  const folders = [path.join(root, "articles")];
  const examples = path.join(root, "examples");
  for (const name of (await readdir(examples)).sort()) folders.push(path.join(examples, name));
  const files = [];
  for (const folder of folders) {
    for (const name of (await readdir(folder)).sort()) {
      if (!name.endsWith(".md") || name === "README.md" || name === "intro.md") continue;
      const beside = path.join(folder, name.replace(/md$/, "annotations.json"));
      files.push({
        name,
        bytes: await bytesOf(path.join(folder, name)),
        annotations: await bytesOf(beside, "utf8").catch(() => undefined),
      });
    }
  }
  return files;
}

/** These articles with their annotations. */
async function readArticles(module) {
  const files = await articleFiles();
  return files.map(({ name, bytes, annotations }) => {
    const read = module.readFile(name, bytes, { annotations, find: false });
    return { name, bytes, annotations, read, article: read.bundle.articles[0] };
  });
}

async function recordBundle(module, dist, write) {
  const read = (name, text) => normalRead(module.readFile(name, text, { find: false }), module.exportArticle);
  write("bundle/articles.json", read("articles.json", await bytesOf(path.join(dist, "articles.json"))));
  const page = await bytesOf(path.join(dist, "index.html"), "utf8");
  const scripts = [...page.matchAll(/<script type="?([^" >]+)"?([^>]*)>([^]*?)<\/script>/g)];
  const data = scripts.find(([, , attributes]) => attributes.includes("article-explorer-data"));
  write("bundle/index.html.json", read("articles.json", data[3]));
  const linked = scripts.filter(([, type]) => type === "application/ld+json");
  write("bundle/linked-data.json", linked.map(([, , , text]) => JSON.parse(text)));
}

async function recordReading(module, articles, write) {
  for (const { name, read } of articles) {
    write(`reading/${name}.json`, normalRead(read, module.exportArticle));
  }
  for (const name of (await readdir(INPUT)).sort()) {
    const bytes = await bytesOf(path.join(INPUT, name));
    const read = (options) => normalRead(module.readFile(name, bytes, options), module.exportArticle);
    write(`reading/input/${name}.json`, { found: read({}), bare: read({ find: false }) });
    for (const beside of BESIDE[name] ?? []) {
      const annotations = await bytesOf(path.join(INPUT, beside), "utf8");
      write(`reading/input/${name} with ${beside}.json`, read({ annotations }));
    }
  }
}

/**
 * Records the result of opening files together, as on the page for the reader's own articles: with
 * the program for reading files, which the module has loaded.
 */
async function recordOpening(module, dist, write) {
  const script = await bytesOf(path.join(dist, "article-explorer.js"), "utf8");
  const name = /\bfiles-\w+\.js\b/.exec(script)?.[0];
  if (!name) throw new Error("article-explorer.js names no program that reads files; tests/golden/headless.mjs expects one");
  const { readyMessage, startJob } = await import(pathToFileURL(path.join(dist, name)).href);
  const { version } = JSON.parse(readyMessage()[0]);
  for (const names of TOGETHER) {
    const request = { version, message: { read: { names, taken: ["taken"] } } };
    const payloads = await Promise.all(names.map((name) => bytesOf(path.join(INPUT, name))));
    const job = startJob(JSON.stringify(request), payloads);
    const articles = [];
    let last;
    for (let next = job.next(); next; next = job.next()) {
      const { message } = JSON.parse(next[0]);
      if (message.article) articles.push(normalArticle(JSON.parse(new TextDecoder().decode(next[1])), module.exportArticle));
      last = message.read;
    }
    const notices = last.notes.flatMap(({ place, what }) => [place, what]);
    write(`opening/${names.join(" and ")}.json`, { articles, faults: last.faults, notices });
    job.free();
  }
}

/** The findings, with confidences rounded for comparison. */
function found(module, text, options) {
  const { claims, ...rest } = module.annotate(text, options);
  return { ...rest, claims: claims.map((claim) => ({ ...claim, confidence: rounded(claim.confidence) })) };
}

/** An article's text in the form that `annotate` takes, with one paragraph per line. */
const paragraphs = (article) => textOf(article).replaceAll("\n\n", "\n");

function recordFinding(module, articles, write) {
  for (const { name, article } of articles) {
    write(`finding/${name}.json`, found(module, paragraphs(article), { published: article.published }));
  }
  const small = Object.entries(SMALL_TEXTS);
  write("finding/small.json", Object.fromEntries(small.map(([name, text]) => [name, found(module, text)])));
}

async function recordFindingInFixtures(module, write) {
  for (const name of (await readdir(INPUT)).sort()) {
    const bytes = await bytesOf(path.join(INPUT, name));
    const { articles } = module.readFile(name, bytes, { find: false }).bundle;
    for (const article of articles) {
      const text = paragraphs(article);
      write(`finding/input/${name} ${article.id}.json`, {
        dated: found(module, text, { published: "2024-03-14" }),
        undated: found(module, text),
      });
    }
  }
}

async function recordExports(module, articles, write) {
  const exported = articles.map(({ article }) => [article.id, article]);
  for (const name of EXPORTED) {
    const bytes = await bytesOf(path.join(INPUT, name));
    exported.push([name, module.readFile(name, bytes).bundle.articles[0]]);
  }
  const annotations = await bytesOf(path.join(INPUT, "report.annotations.json"), "utf8");
  const report = await bytesOf(path.join(INPUT, "report.txt"));
  exported.push(["report.txt", module.readFile("report.txt", report, { annotations }).bundle.articles[0]]);
  for (const [folder, article] of exported) recordFormats(module, folder, article, write);
  const all = articles.map(({ article }) => article);
  recordFormats(module, "several", { version: 1, articles: all }, write);
  write("exports/refused.json", {
    "unknown format": outcome(() => module.exportArticle(all[0], "word")),
    "no article": outcome(() => module.exportArticle([], "text")),
    "no bundle": outcome(() => module.exportArticle({ articles: 7 }, "text")),
  });
}

function recordFormats(module, folder, articles, write) {
  const about = {};
  for (const [format, ending] of Object.entries(FORMATS)) {
    const { text, ...rest } = outcome(() => module.exportArticle(articles, format));
    about[format] = rest;
    if (text === undefined) continue;
    // The article format contains the same data as a bundle, by quotation or by range.
    write(`exports/${folder}/${ending}`, format === "article" ? asArticles(module, text) : text);
  }
  write(`exports/${folder}/about.json`, about);
}

function asArticles(module, text) {
  const json = JSON.parse(text);
  return (json.articles ?? [json]).map((article) => normalArticle(article, module.exportArticle));
}

function recordCollection(module, articles, write) {
  const { Collection } = module;
  const documents = articles.map(({ name, article }) => ({
    id: name.replace(/\.md$/, ""),
    title: article.title,
    text: textOf(article),
    language: article.language ?? "en",
  }));
  documents.push(
    { id: "untitled", text: "Hafen gesperrt: Bürgermeisterin Müller im Café Élysée.", language: "de" },
    { id: "chinese", title: "港口关闭", text: "市长王伟说：“风停之前我们不会开放港口。”", language: "zh" },
    { id: "empty" },
  );
  const built = Collection.build(documents);
  const texts = documents.map(({ text = "" }) => text);
  const loaded = Collection.load(built.serialize(), { texts });
  const bare = Collection.load(built.serialize());
  const light = Collection.load(built.serialize({ positions: false }), { texts });
  const results = Object.fromEntries(QUERIES.map((query) => [query, resultsOf(built, query)]));
  write("collection/results.json", { size: built.size, results });
  const limited = LIMITED.map((query) => [
    query,
    Object.fromEntries(LIMITS.map((limit) => [limit, idsOf(built.search(query, { limit }))])),
  ]);
  write("collection/limits.json", Object.fromEntries(limited));
  const differing = (other, what) => QUERIES.filter((query) => JSON.stringify(what(other, query)) !== JSON.stringify(what(built, query)));
  const ids = (collection, query) => idsOf(collection.search(query));
  write("collection/loaded.json", {
    size: loaded.size,
    "queries with other results": differing(loaded, resultsOf),
    "queries with other results without texts": differing(bare, ids),
    "excerpts without texts": bare.search("griner").flatMap(({ excerpts }) => excerpts),
    "without positions": Object.fromEntries(differing(light, ids).map((query) => [query, ids(light, query)])),
    "other bytes": outcome(() => Collection.load(new Uint8Array([1, 2, 3]))),
    "no bytes": outcome(() => Collection.load(new Uint8Array())),
  });
}

const idsOf = (results) => ({ all: results.all, any: results.any, ids: results.map(({ id }) => id) });

function resultsOf(collection, query) {
  const results = collection.search(query);
  return {
    all: results.all,
    any: results.any,
    found: results.map(({ id, score, excerpts }, place) => ({
      id,
      score: rounded(score),
      // The other excerpts are long and generated in the same way.
      excerpts: place < 3 ? excerpts : undefined,
    })),
  };
}
