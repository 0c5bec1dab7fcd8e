// The exports of the programs; see src/main.rs and workers/.

/** Fetches a file of a part of the page’s program. */
type LoadPart = (name: string) => Promise<BufferSource>;

/** Starts a program. */
type Start = (from: { module_or_path: Response | BufferSource | Uint8Array }) => Promise<unknown>;

/** The location of the files of an archive, and what to load with the articles. */
interface ArchiveFiles {
  /** Their folder, if it is not that of the page. */
  base?: string;
  /** The first view, as a hash. What it opens is loaded with the articles. */
  view?: string;
  /** The language of the interface, as a language tag. It is loaded with the articles. */
  language?: string;
  /** The JSON of the skeleton of the file that the page is edited and saved in; empty if it is not. */
  skeleton?: string;
}

/** The settings of an explorer; see src/web/mount.rs. */
interface ExplorerHost {
  /** The language of the interface, as the tag of a language that is loaded. */
  language?: string;
  /** How the page’s address follows the view. */
  address?: "keep" | "replace" | "none";
  /** Where keyboard shortcuts work. */
  keys?: "page" | "inside" | "off";
  /** The address of links to views; without one, none are offered. */
  linkBase?: string;
  /** How the page looks, as parameters of a frame. */
  flags?: string;
  /** `true` if the page shows only claims, as quotations. */
  compact?: boolean;
  /** The initial view, as a hash. */
  view?: string;
  /** `false` if the browser would keep files from the reader. */
  saves?: boolean;
  /** Called with each new view, as a hash. */
  onView?: (hash: string) => void;
}

/** The output of wasm-bindgen, which js/program.js wraps. */
declare module "page-bound" {
  const init: Start;
  export default init;
  export { Articles, Explorer } from "page-program";
}

declare module "page-program" {
  /** Starts the program, which then loads its parts with `part`. */
  const init: (from: Parameters<Start>[0] & { part: LoadPart }) => Promise<void>;
  export default init;
  /** A page that is ready to be shown. */
  export class Articles {
    /** Reads the data of a page and loads what showing it needs. */
    static read(data: string, files?: ArchiveFiles): Promise<Articles>;
    /** Loads the page for a reader's own articles, which takes the place of the form in `root`. */
    static workspace(root: Element, host: WorkspaceHost): Promise<Articles>;
    /** The article that a view shows, or all where it lists them, as a file; the view is a hash. */
    exported(view: string, format: Format): Promise<Exported>;
    free(): void;
  }
  export class Explorer {
    constructor(root: Element, articles: Articles, host: ExplorerHost);
    show(articles: Articles, host: ExplorerHost): void;
    rest(): void;
    view(): string;
    ask(hash: string): void;
  }
}

declare module "exports-program" {
  const init: Start;
  export default init;
  /** Articles as the JSON of a file. */
  export function exportArticle(data: string, format: string): string;
}

declare module "publisher-program" {
  const init: Start;
  export default init;
  /** Articles, as the JSON of a bundle, as a page in one file; the template is such a page. */
  export function oneFile(template: string, data: string, edits: string, language: string): Promise<string>;
  /** The same as a ZIP file with static pages; the site is JSON, and its files are in its order. */
  export function zip(site: string, data: string, language: string, files: Uint8Array[]): Promise<Uint8Array>;
  /** Whether the files with these names are a bundle and no other page, so that it may be replaced. */
  export function isBundle(names: string[]): boolean;
  /**
   * Makes a bundle of articles, as the JSON of a bundle and of a record of what it was made from, with
   * the content of `settings.json`. The first folder is that of the program, the second takes the files
   * of the bundle. The result is the number of articles whose pages are those of the earlier bundle.
   */
  export function pack(
    kit: { read(name: string): Uint8Array },
    data: string,
    record: string,
    settings: string | undefined,
    inParts: boolean,
    out: {
      write(name: string, content: Uint8Array): void;
      /** A file of the earlier bundle. */
      packed(name: string): Uint8Array | undefined;
    },
  ): Promise<number>;
}

declare module "search-program" {
  const init: Start;
  export default init;
  export class IndexBuilder {
    add(id: string, title: string, text: string, language: string): void;
    finish(): Index;
  }
  export class Index {
    static load(bytes: Uint8Array): Index;
    readonly size: number;
    addText(text: string): void;
    ids(): string[];
    /** How many documents contain all words, and any; then the number and the score of each. */
    search(query: string, limit: number): Float64Array;
    /** A text, and the start and the end of each match. */
    passage(number: number, length: number): [] | [string, ...number[]];
    serialize(positions: boolean): Uint8Array;
    free(): void;
  }
}

declare module "annotator-program" {
  const init: Start;
  export default init;
  export function loadWeights(bytes: Uint8Array): void;
  export function annotateText(text: string, published: string): string;
}

declare module "files-program" {
  const init: Start;
  export default init;
  export function loadWeights(bytes: Uint8Array): void;
  export function annotateText(text: string, published: string): string;
  export function readFile(name: string, bytes: Uint8Array, annotations: string, find: boolean): string;
  /**
   * The articles of a folder as the JSON of a bundle, and the JSON of a record of what it was made
   * from; names of folders in it end in `/`.
   */
  export function readFolder(
    names: string[],
    folder: {
      read(name: string): Uint8Array;
      tell(line: string): void;
      /** A file of the earlier bundle. */
      packed(name: string): Uint8Array | undefined;
    },
    program: string,
  ): [string, string];
  /** Work on a reader’s own articles, step by step. */
  export class Job {
    /** The message of the next step; `undefined` after the last. */
    next(): JobMessage | undefined;
    free(): void;
  }
  export function startJob(request: string, payloads: Uint8Array[]): Job;
  export function readyMessage(): JobMessage;
}
