// The functions that work without a page, in browsers and in Node: search, reading files,
// detection and export.

import { ANNOTATOR, EXPORTS, FILES, SEARCH } from "places";
import { loaded, setBase, weighed } from "./programs.js";
import { isObject } from "./state.js";

/** @typedef {import("./article-explorer.d.ts").SearchResult} SearchResult */

/** @type {{ search?: SearchProgram, annotate?: AnnotatorProgram, read?: FilesProgram, write?: ExportsProgram }} */
const able = {};

/** @type {typeof import("./article-explorer.d.ts").default} */
export async function init({ search = true, annotate = true, read = true, write = true, base } = {}) {
  if (base !== undefined) setBase(base);
  await Promise.all([
    search && loaded(SEARCH).then((program) => (able.search = program)),
    read && loaded(FILES).then((program) => (able.read = program)),
    write && loaded(EXPORTS).then((program) => (able.write = program)),
    // The program that reads files can annotate too.
    annotate && (read ? weighed(FILES) : weighed(ANNOTATOR)).then((program) => (able.annotate = program)),
  ]);
}

/** @template {keyof typeof able} Ability @param {Ability} ability */
function needed(ability) {
  const program = able[ability];
  if (program) return /** @type {NonNullable<typeof program>} */ (program);
  throw new Error(`Article Explorer: call and await init() first, without ${ability}: false`);
}

/** The approximate length of an excerpt, in characters. */
const EXCERPT = 220;

/** Documents that can be searched. */
export class Collection {
  #index;
  /** @type {string[] | undefined} */
  #ids;
  /** @type {string | undefined} the last query of the index */
  #searched;

  /** For `Collection.build` and `Collection.load`. @param {import("search-program").Index} index */
  constructor(index) {
    this.#index = index;
  }

  /**
   * Indexes documents; only `id` is required.
   * @param {Iterable<import("./article-explorer.d.ts").SearchDocument>} documents
   */
  static build(documents) {
    const builder = new (needed("search").IndexBuilder)();
    for (const { id, title = "", text = "", language = "en" } of documents) {
      builder.add(String(id), String(title), String(text), String(language));
    }
    return new Collection(builder.finish());
  }

  /**
   * Loads an index that `serialize` made. It contains no texts; with `texts`, in the order of
   * the documents, results have excerpts.
   * @param {Uint8Array | ArrayBuffer} bytes @param {{ texts?: Iterable<string> }} [options]
   */
  static load(bytes, { texts = [] } = {}) {
    const index = needed("search").Index.load(new Uint8Array(bytes));
    for (const text of texts) index.addText(String(text));
    return new Collection(index);
  }

  /** The number of documents. */
  get size() {
    return this.#index.size;
  }

  /** The index as bytes, without the texts. `positions: false` halves it, but then phrases and
   * the distance between words do not count. */
  serialize({ positions = true } = {}) {
    return this.#index.serialize(Boolean(positions));
  }

  /**
   * The best documents for a query: `id`, `score`, and `excerpts`, which are made at the first
   * access. The properties `all` and `any` of the list are the numbers of documents that contain
   * all words, and any.
   * @param {string} q
   */
  search(q, { limit = 10 } = {}) {
    const query = String(q);
    // Copying all ids takes longer than loading the index.
    this.#ids ??= this.#index.ids();
    const [all = 0, any = 0, ...found] = this.#index.search(query, limit);
    this.#searched = query;
    /** @type {SearchResult[]} */
    const results = [];
    for (let at = 0; at < found.length; at += 2) {
      results.push(this.#result(query, found[at] ?? 0, this.#ids, found[at + 1] ?? 0));
    }
    return Object.assign(results, { all, any });
  }

  /** @param {string} query @param {number} number @param {string[]} ids @param {number} score */
  #result(query, number, ids, score) {
    const excerpts = () => {
      const value = this.#excerpts(number, query);
      Object.defineProperty(result, "excerpts", { value, enumerable: true });
      return value;
    };
    const result = { id: ids[number] ?? "", score };
    const made = Object.defineProperty(result, "excerpts", { get: excerpts, enumerable: true, configurable: true });
    return /** @type {SearchResult} */ (made);
  }

  /** @param {number} number @param {string} query */
  #excerpts(number, query) {
    if (query !== this.#searched) this.search(query, { limit: 0 });
    const [text, ...places] = this.#index.passage(number, EXCERPT);
    if (!text) return [];
    const ranges = [];
    for (let at = 0; at < places.length; at += 2) ranges.push([places[at], places[at + 1]]);
    return [{ text, ranges }];
  }

  /** Frees the memory. The collection cannot be used afterwards. */
  free() {
    this.#index.free();
  }
}

/** @type {typeof import("./article-explorer.d.ts").annotate} */
export function annotate(text, { published = "" } = {}) {
  return JSON.parse(needed("annotate").annotateText(String(text), String(published)));
}

/** @type {typeof import("./article-explorer.d.ts").readFile} */
export function readFile(name, content, { annotations = "", find = true } = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
  return JSON.parse(needed("read").readFile(String(name), bytes, String(annotations), Boolean(find)));
}

/** The JSON of one article, of several, or of a bundle. @param {unknown} articles */
export function dataOf(articles) {
  if (isObject(articles) && "articles" in articles) return JSON.stringify(articles);
  return JSON.stringify({ version: 1, articles: [articles].flat() });
}

/** @type {typeof import("./article-explorer.d.ts").exportArticle} */
export function exportArticle(articles, format) {
  return JSON.parse(needed("write").exportArticle(dataOf(articles), String(format)));
}
