// The engines to compare, each configured as its documentation recommends for search while typing:
// any of the words may match, and the last one may be a prefix.
//
// `ENGINES[name](folder)` loads a program and returns `build(documents)`, which returns
// `search(query, typing)` (the ids of the ten best) and `bytes()` (the index in the form it would
// be shipped). Runs in the browser.

/** The number of results to request. */
const SHOWN = 10;

const words = (query) => query.match(/[\p{L}\p{N}]+/gu) ?? [];

async function ours() {
  const { default: init, Collection } = await import("/dist/article-explorer.js");
  await init({ annotate: false, read: false });
  return (documents) => {
    const collection = Collection.build(documents);
    const whole = collection.serialize();
    return {
      search: (query, typing) =>
        collection.search(typing ? query : `${query} `, { limit: SHOWN }).map(({ id }) => id),
      bytes: () => collection.serialize({ positions: false }),
      further: { "with positions": () => whole },
      load: () => Collection.load(whole),
    };
  };
}

async function minisearch() {
  const { default: MiniSearch } = await import("/packages/minisearch/dist/es/index.js");
  const { stemmer } = await import("/packages/stemmer/index.js");
  const options = {
    fields: ["title", "text"],
    processTerm: (term) => stemmer(term.toLowerCase()),
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2 },
  };
  return (documents) => {
    const index = new MiniSearch(options);
    index.addAll(documents);
    const last = (_, at, all) => at === all.length - 1;
    return {
      search: (query, typing) =>
        index.search(query, { prefix: typing && last }).slice(0, SHOWN).map(({ id }) => id),
      bytes: () => new TextEncoder().encode(JSON.stringify(index)),
    };
  };
}

async function flexsearch() {
  const { Index } = await import("/packages/flexsearch/dist/flexsearch.bundle.module.min.mjs");
  return (documents) => {
    const index = new Index({ tokenize: "forward" });
    documents.forEach(({ title, text }, number) => index.add(number, `${title}\n${text}`));
    return {
      search: (query) =>
        index.search(query, { limit: SHOWN, suggest: true }).map((number) => documents[number].id),
      bytes() {
        const parts = {};
        index.export((key, data) => (parts[key] = data));
        return new TextEncoder().encode(JSON.stringify(parts));
      },
    };
  };
}

async function sqlite() {
  const { default: init } = await import("/packages/@sqlite.org/sqlite-wasm/dist/index.mjs");
  const sqlite = await init();
  return (documents) => {
    const db = new sqlite.oo1.DB(":memory:");
    db.exec("create virtual table d using fts5(id unindexed, title, text, tokenize = 'porter unicode61', prefix = '2 3')");
    db.exec("begin");
    const add = db.prepare("insert into d values (?, ?, ?)");
    for (const { id, title, text } of documents) add.bind([id, title, text]).stepReset();
    add.finalize();
    db.exec("commit; insert into d(d) values ('optimize')");
    const select = db.prepare("select id from d where d match ? order by bm25(d, 0, 2, 1) limit ?");
    return {
      search(query, typing) {
        const asked = words(query).map((word) => `"${word}"`).join(" OR ");
        if (!asked) return [];
        select.bind([asked + (typing ? "*" : ""), SHOWN]);
        const found = [];
        while (select.step()) found.push(select.get(0));
        select.reset();
        return found;
      },
      bytes: () => sqlite.capi.sqlite3_js_db_export(db),
    };
  };
}

export const ENGINES = { ours, minisearch, flexsearch, sqlite };

const now = () => performance.now();

/** The quantile `share` of the numbers. */
function quantile(numbers, share) {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/**
 * Times `search` for as many of `queries` as fit into `budget` milliseconds. The queries are taken
 * from the whole list, the same ones for engines of equal speed.
 */
function timed(queries, budget, search) {
  const times = [];
  const end = now() + budget;
  const step = 7919; // A prime, so that every query comes once.
  for (let count = 0; count < queries.length && (count < 50 || now() < end); count += 1) {
    const query = queries[(count * step) % queries.length];
    const begin = now();
    search(query);
    times.push(now() - begin);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), measured: times.length };
}

/** Measures one engine with documents and queries; `budget` is in milliseconds for each kind. */
export async function measure(name, documents, queries, budget) {
  const build = await ENGINES[name]();
  // The first run is slow for reasons unrelated to the engine.
  build(documents.slice(0, 20)).search(queries[0], true);
  const begin = now();
  const index = build(documents);
  const built = now() - begin;
  const typed = queries.flatMap((query) => {
    const letters = [...query];
    return letters.map((_, at) => letters.slice(0, at + 1).join(""));
  });
  const whole = timed(queries, budget, (query) => index.search(query, false));
  const typing = timed(typed, budget, (query) => index.search(query, true));
  const again = timed(queries, budget, (query) => index.search(query, false));
  let load;
  if (index.load) {
    const begin = now();
    index.load().free();
    load = now() - begin;
  }
  const sizes = { index: index.bytes() };
  for (const [what, bytes] of Object.entries(index.further ?? {})) sizes[what] = bytes();
  return { built, typing, whole, again, load, sizes, index };
}
