// What works without a page: searching documents of any kind, and reading files. In
// browsers and in Node.

/** What was loaded: the program that searches, that annotates and that reads. */
const able = {};

/** Loads what is wanted of it, each once. What reads files can annotate too. */
async function loadHeadless({ search = true, annotate = true, read = true } = {}) {
  await Promise.all([
    search && loaded(SEARCH).then((program) => (able.search = program)),
    read && loaded(FILES).then((program) => (able.read = program)),
    annotate && weighed(read ? FILES : ANNOTATOR).then((program) => (able.annotate = program)),
  ]);
}

/** Loads a program and gives it, once, what finds names. */
function weighed(program) {
  program.weighing ??= Promise.all([loaded(program), bytesOf(WEIGHTS)]).then(
    ([annotator, weights]) => {
      annotator.loadWeights(weights);
      return annotator;
    },
    (error) => {
      program.weighing = undefined;
      throw error;
    },
  );
  return program.weighing;
}

function needed(ability) {
  if (able[ability]) return able[ability];
  throw new Error(`Article Explorer: call and await init() first, without ${ability}: false`);
}

/** About how many characters an excerpt has. */
const EXCERPT = 220;

/** Documents that can be searched. */
class Collection {
  #index;
  #ids;
  /** The query that the index remembers. */
  #searched;

  /** Use `Collection.build` or `Collection.load`. */
  constructor(index) {
    this.#index = index;
  }

  /** Indexes documents `{id, title, text, language}`; only `id` must be there. */
  static build(documents) {
    const builder = new (needed("search").IndexBuilder)();
    for (const { id, title = "", text = "", language = "en" } of documents) {
      builder.add(String(id), String(title), String(text), String(language));
    }
    return new Collection(builder.finish());
  }

  /**
   * Takes the bytes that `serialize` gave. They hold no texts: with `texts`, a list in the
   * order of the documents, results have excerpts.
   */
  static load(bytes, { texts = [] } = {}) {
    const index = needed("search").Index.load(new Uint8Array(bytes));
    for (const text of texts) index.addText(String(text));
    return new Collection(index);
  }

  /** How many documents there are. */
  get size() {
    return this.#index.size;
  }

  /** The index as bytes, without the texts; `positions: false` halves it and gives up
   * phrases and nearness. */
  serialize({ positions = true } = {}) {
    return this.#index.serialize(Boolean(positions));
  }

  /**
   * The best documents for a query: `id`, `score`, and `excerpts`, which are made when they
   * are looked at. The list has `all` and `any`: how many documents hold all words, and any.
   */
  search(q, { limit = 10 } = {}) {
    const query = String(q);
    // Handing over the names of all documents takes longer than loading the index.
    this.#ids ??= this.#index.ids();
    const found = this.#index.search(query, limit);
    this.#searched = query;
    const results = [];
    for (let at = 2; at < found.length; at += 2) {
      results.push(this.#result(query, found[at], found[at + 1]));
    }
    [results.all, results.any] = found;
    return results;
  }

  #result(query, number, score) {
    const excerpts = () => {
      const value = this.#excerpts(number, query);
      Object.defineProperty(result, "excerpts", { value, enumerable: true });
      return value;
    };
    const result = { id: this.#ids[number], score };
    return Object.defineProperty(result, "excerpts", { get: excerpts, enumerable: true, configurable: true });
  }

  #excerpts(number, query) {
    if (query !== this.#searched) this.search(query, { limit: 0 });
    const [text, ...places] = this.#index.passage(number, EXCERPT);
    if (!text) return [];
    const ranges = [];
    for (let at = 0; at < places.length; at += 2) ranges.push([places[at], places[at + 1]]);
    return [{ text, ranges }];
  }

  /** Gives the memory back; the collection cannot be used afterwards. */
  free() {
    this.#index.free();
  }
}

/**
 * Finds names and claims in a text whose paragraphs are its lines: `{entities, claims,
 * notice}`, each place with its words and where they stand, in code points. `published`, a
 * date, tells which day is meant by “Wednesday”.
 */
function annotate(text, { published = "" } = {}) {
  return JSON.parse(needed("annotate").annotateText(String(text), String(published)));
}

/**
 * Reads a file: `{bundle, notices}`, the articles as `articles.json` has them, and
 * sentences about what could not be read. `content` is a text or bytes; `annotations` the
 * text of a file of annotations. Without one, `find` says whether names and claims are
 * looked for.
 */
function readFile(name, content, { annotations = "", find = true } = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return JSON.parse(needed("read").readFile(String(name), bytes, String(annotations), Boolean(find)));
}
