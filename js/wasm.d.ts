// The programs as wasm-bindgen gives them to scripts; see src/main.rs and src/bin/.

/** Starts a program. */
type Start = (from: { module_or_path: Response | BufferSource | Uint8Array }) => Promise<unknown>;

/** What a page says of the place that an explorer has; see src/web/mount.rs. */
interface ExplorerHost {
  /** What becomes of the view in the page's address. */
  address?: "keep" | "replace" | "none";
  /** Where keys are heard. */
  keys?: "page" | "inside" | "off";
  /** The address of links to views; none are offered where it is empty. */
  linkBase?: string;
  /** The view at first, as a hash. */
  view?: string;
  /** Where the files of a large collection lie. */
  base?: string;
  /** Told of each new view, as a hash. */
  onView?: (hash: string) => void;
}

declare module "page-program" {
  const init: Start;
  export default init;
  export class Explorer {
    constructor(root: Element, data: string, host: ExplorerHost);
    show(data: string, host: ExplorerHost): void;
    rest(): void;
    view(): string;
    ask(hash: string): void;
  }
  export class Workspace {
    constructor(root: Element, host: WorkspaceHost);
  }
}

declare module "exports-program" {
  const init: Start;
  export default init;
  /** An article, or all where `article` is empty, as the JSON of a file. */
  export function exportArticle(data: string, article: string, format: string): string;
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
    /** How many documents hold all words, and any; then number and score of each. */
    search(query: string, limit: number): Float64Array;
    /** A text, and where its hits begin and end. */
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
  /** Work on a reader's own articles, step by step. */
  export class Job {
    /** The message of the next step; nothing after the last. */
    next(): JobMessage | undefined;
    free(): void;
  }
  export function startJob(request: string, payloads: Uint8Array[]): Job;
  export function readyMessage(): JobMessage;
}
