/** What is shown. What is absent is as at first. */
export interface State {
  /** The id of the article. */
  article?: string;
  /** The query, as typed. */
  q?: string;
  /** Kinds of names that are marked. */
  types?: string[];
  form?: string[];
  stance?: string[];
  /** Ids of entities. */
  speaker?: string[];
  /** Ids of entities. */
  about?: string[];
  /** The id of the selected entity. */
  entity?: string;
  /** The id of the selected claim. */
  claim?: string;
  view?: "article" | "claims";
  /** How sure the program must at least be of what it has found, in per cent: "0" to "100". */
  sure?: string;
  /** Of several articles: names of sources. */
  source?: string[];
  /** Of several articles: their order. */
  sort?: "relevance" | "newest" | "oldest" | "title";
}

/** One article as `articles.json` has it. */
export interface Article {
  id: string;
  title: string;
  blocks: { kind: "heading" | "paragraph" | "quote" | "item" | "preformatted"; text: string; level?: number }[];
  [more: string]: unknown;
}

/** Several articles. */
export interface Bundle {
  /** 2: annotations are ranges; 1, in which they are quotations, is read too. */
  version: 1 | 2;
  /** What they are called together. */
  title?: string;
  articles: Article[];
}

export interface Events {
  "article-explorer:ready": CustomEvent<{ state: State }>;
  "article-explorer:error": CustomEvent<{ message: string }>;
  "article-explorer:statechange": CustomEvent<{ state: State }>;
  "article-explorer:select": CustomEvent<{ kind: "claim" | "entity"; id: string }>;
  /** Cancelable. */
  "article-explorer:navigate": CustomEvent<{ href: string }>;
}

/** The element `<article-explorer>`. */
export class ArticleExplorer extends HTMLElement {
  /** In place of `src`. */
  articles: Article | Article[] | Bundle | undefined;
  /** A copy of what is shown; to set it shows it. */
  state: State;
  /** The element once its articles are shown; rejected where they cannot be. */
  readonly ready: Promise<ArticleExplorer>;
  getState(): State;
  setState(state: State): void;
  search(q: string): void;
  clear(): void;
  focusClaim(id: string): void;
  focusEntity(id: string): void;
  /** What is shown, as text. */
  exportAs(format: "json"): string;
  /**
   * The open article in a format, or all articles where a list of them is shown;
   * `RangeError` for an unknown format.
   */
  exportAs(format: Format): Promise<Exported>;
}

/**
 * A format for other programs. Of several articles there are `csv-claims`, `csv-mentions`
 * and `article`; the others hold one.
 */
export type Format =
  | "w3c"
  | "schema-org"
  | "brat"
  | "csv-claims"
  | "csv-mentions"
  | "markdown"
  | "annotations"
  | "article"
  | "displacy"
  | "text";

/** A file in a format. */
export interface Exported {
  /** A name for the file. */
  name: string;
  /** Its media type. */
  type: string;
  text: string;
  /** What the format cannot hold of the articles, in sentences. */
  notices: string[];
}

/** Writes articles in a format, after `await init()`. */
export function exportArticle(articles: Article | Article[] | Bundle, format: Format): Exported;

/** A document that can be searched. */
export interface SearchDocument {
  id: string;
  title?: string;
  text?: string;
  /** A BCP 47 tag; English if it is not named. */
  language?: string;
}

/** A document that was found. */
export interface SearchResult {
  id: string;
  /** Above 0; scores of one search can be compared. */
  score: number;
  /** Made when it is looked at; empty where the text is not known. Ranges are pairs of code points. */
  readonly excerpts: { text: string; ranges: [number, number][] }[];
}

/** Documents that can be searched, in browsers and in Node, after `await init()`. */
export class Collection {
  private constructor();
  static build(documents: Iterable<SearchDocument>): Collection;
  /** Takes what `serialize` gave; throws where the bytes are something else. */
  static load(bytes: Uint8Array | ArrayBuffer, options?: { texts?: Iterable<string> }): Collection;
  readonly size: number;
  /** The index, without the texts; `positions: false` halves it and gives up phrases and nearness. */
  serialize(options?: { positions?: boolean }): Uint8Array;
  /** The best first; `all` and `any` tell how many documents hold all words, and any. */
  search(q: string, options?: { limit?: number }): SearchResult[] & { all: number; any: number };
  free(): void;
}

/** Reads a file of any kind, after `await init()`: Markdown, text, HTML, JSON. */
export function readFile(
  name: string,
  content: string | Uint8Array | ArrayBuffer,
  options?: { annotations?: string; find?: boolean },
): { bundle: Bundle; notices: string[] };

/** A place in a text, in code points. */
export interface Place {
  start: number;
  end: number;
  text: string;
}

/** What was found in a text. */
export interface Found {
  entities: { id: string; kind: string; name: string; aliases: string[]; mentions: Place[] }[];
  claims: {
    id: string;
    speaker: { entity: string; name: string } | Place | null;
    cue: Place | null;
    content: Place[];
    form: "direct" | "indirect" | "mixed";
    stance: string;
    about: string[];
    /** From 0 to 1. */
    confidence: number;
    rule: string;
  }[];
  notice?: string;
}

/** Finds names and claims in a text, after `await init()`. */
export function annotate(text: string, options?: { published?: string }): Found;

/**
 * Loads what works without a page, each once; in Node from the files beside this module.
 * What is false is left out: `search` is for `Collection`, `annotate` for `annotate`, `read`
 * for `readFile`, `write` for `exportArticle`.
 */
export default function init(options?: {
  search?: boolean;
  annotate?: boolean;
  read?: boolean;
  write?: boolean;
  /**
   * The folder in which the files of the package lie that are not scripts, where the bundler
   * does not bring them along; for the element too.
   */
  base?: string | URL;
}): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "article-explorer": ArticleExplorer;
  }
  interface HTMLElementEventMap extends Events {}
}
