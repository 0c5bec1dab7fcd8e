import type {
  Article,
  Bundle,
  Excerpt,
  Exported,
  FileContent,
  Format,
  Found,
  SearchDocument,
  State,
} from "./types.js";

// The types of data are made from Rust types; see tests/types.rs.
export * from "./types.js";

/** The events of the element. */
export interface Events {
  /** The articles are shown. */
  "article-explorer:ready": CustomEvent<{ state: State }>;
  /** The articles cannot be shown. */
  "article-explorer:error": CustomEvent<{ message: string }>;
  /** The view has changed. */
  "article-explorer:statechange": CustomEvent<{ state: State }>;
  /** A claim or an entity was selected. */
  "article-explorer:select": CustomEvent<{ kind: "claim" | "entity"; id: string }>;
  /** A link is about to lead elsewhere; `preventDefault()` keeps the reader in place. */
  "article-explorer:navigate": CustomEvent<{ href: string }>;
}

/** The element `<article-explorer>`. */
export class ArticleExplorer extends HTMLElement {
  /** The articles, in place of the attribute `src`. */
  articles: Article | Article[] | Bundle | undefined;
  /** A copy of the view. Assigning a state shows it. */
  state: State;
  /** The element, once its articles are shown; rejected if they cannot be shown. */
  readonly ready: Promise<ArticleExplorer>;
  /** Returns a copy of the view. */
  getState(): State;
  /** Shows a view. */
  setState(state: State): void;
  /** Searches. */
  search(q: string): void;
  /** Removes the query and all filters. */
  clear(): void;
  /** Selects a claim. */
  focusClaim(id: string): void;
  /** Selects an entity. */
  focusEntity(id: string): void;
  /** Returns the data shown, as JSON. */
  exportAs(format: "json"): string;
  /**
   * Exports the open article, or all articles if a list of them is shown. Throws a
   * `RangeError` for an unknown format.
   */
  exportAs(format: Format): Promise<Exported>;
}

/** Exports articles. Needs `await init()`. */
export function exportArticle(articles: Article | Article[] | Bundle, format: Format): Exported;

/** A document that matches a query. */
export interface SearchResult {
  /** The id of the document. */
  id: string;
  /** The score, above 0. Scores are comparable within one search. */
  score: number;
  /** The best passages, made at the first access; empty if the text is not known. */
  readonly excerpts: Excerpt[];
}

/** Documents that can be searched, in browsers and in Node. Needs `await init()`. */
export class Collection {
  private constructor();
  /** Indexes documents. */
  static build(documents: Iterable<SearchDocument>): Collection;
  /**
   * Loads an index that `serialize` made. With `texts`, in the order of the documents,
   * results have excerpts. Throws if the bytes are anything else.
   */
  static load(bytes: Uint8Array | ArrayBuffer, options?: { texts?: Iterable<string> }): Collection;
  /** The number of documents. */
  readonly size: number;
  /**
   * Returns the index, without the texts. `positions: false` halves its size, but then phrases
   * and the distance between words do not count.
   */
  serialize(options?: { positions?: boolean }): Uint8Array;
  /**
   * Finds the best documents, best first. `all` is the number of documents that contain all
   * words of the query, `any` the number of those that contain at least one.
   */
  search(q: string, options?: { limit?: number }): SearchResult[] & { all: number; any: number };
  /** Frees the memory. The collection cannot be used afterwards. */
  free(): void;
}

/**
 * Reads a file of any kind, such as Markdown, text, HTML, DOCX, RTF, TEI, CSV, JSON, or a ZIP
 * file of several. `annotations` is the JSON of a file with the annotations of an article;
 * without it, names and claims are detected unless `find` is false. Needs `await init()`.
 */
export function readFile(
  name: string,
  content: string | Uint8Array | ArrayBuffer,
  options?: { annotations?: string; find?: boolean },
): FileContent;

/** Detects names and claims in a text. Needs `await init()`. */
export function annotate(text: string, options?: { published?: string }): Found;

/**
 * Loads what works without a page, each program once; in Node from the files beside this
 * module. `false` leaves a program out: `search` is for `Collection`, `annotate` for
 * `annotate`, `read` for `readFile`, `write` for `exportArticle`.
 */
export default function init(options?: {
  search?: boolean;
  annotate?: boolean;
  read?: boolean;
  write?: boolean;
  /**
   * The folder of the files of the package that are not scripts, if the bundler does not copy
   * them; for the element too.
   */
  base?: string | URL;
}): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "article-explorer": ArticleExplorer;
  }
  interface HTMLElementEventMap extends Events {}
}
