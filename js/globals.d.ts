// What the build knows of its own files: esbuild writes the values in, as literals, so that
// bundlers see what is imported.

/** A program: its script and its WebAssembly, as `./NAME`, each with what `integrity` wants. */
interface ProgramFiles {
  script: string;
  scriptIntegrity: string;
  wasm: string;
  integrity: string;
}

declare const BUILD: {
  /** The program for one article. */
  article: ProgramFiles;
  /** The program for several articles. */
  collection: ProgramFiles;
  search: ProgramFiles;
  annotator: ProgramFiles;
  files: ProgramFiles;
  exports: ProgramFiles;
  /** That of these which the page at hand loads. */
  page: ProgramFiles;
  /** The script of the old kind that has the page's program in it. */
  packed: string;
  /** The script that saves. */
  save: { script: string; integrity: string };
  /** By what names are found. */
  weights: string;
  /** The worker of the workspace. */
  worker: string;
};

// `var`, since only that declares a property of globalThis.
/** The words of a panic that ended the program. */
declare var articleExplorerPanic: string | undefined;
/** What a script of the old kind leaves. */
declare var articleExplorerPacked: () => Promise<Pick<PageProgram, "Explorer">>;
declare var trustedTypes: TrustedTypePolicyFactory | undefined;
declare var process: { versions?: { node?: string } } | undefined;

interface TrustedTypePolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
}

/** The styles of the element. */
declare module "element.css" {
  const styles: string;
  export default styles;
}

/** A file packed by gzip, in base64. */
declare module "page-program.wasm.gz" {
  const text: string;
  export default text;
}

declare module "#files" {
  /** The bytes of a file, in Node. */
  export function readFile(file: URL): Promise<Uint8Array>;
}

// What several scripts speak of.

type State = import("./article-explorer.d.ts").State;
type Format = import("./article-explorer.d.ts").Format;
type Exported = import("./article-explorer.d.ts").Exported;
type Explorer = import("page-program").Explorer;
type ExportsProgram = typeof import("exports-program");
type FilesProgram = typeof import("files-program");
type AnnotatorProgram = typeof import("annotator-program");
type PageProgram = typeof import("page-program");
type SearchProgram = typeof import("search-program");

/** What a page is to its program; `started` or `failed` is called at the end. */
interface Place {
  host?: ExplorerHost;
  started?(explorer: Explorer, root: Element): void;
  failed?(reason: string): void;
}

/** What the script of the workspace does for its program; see src/ui/workspace/host.rs. */
interface WorkspaceHost {
  startWorker(): Worker;
  /** Loads what reads files into the page. */
  loadFiles(): Promise<FilesProgram>;
  /** What saves the article that is open below `root`, or all. */
  saveForms(root: Element, data: string): Promise<Element>;
  /** The text was sent off before the program was there. */
  isSent?: boolean;
  /** What was dropped before the program was there. */
  dropped?: FileList;
}

/** The JSON of a message, and the bytes beside it; see crates/jobs/src/message.rs. */
type JobMessage = [string, ...Uint8Array[]];

/** A program that is loaded by the element, or without a page. */
interface Program<Module> {
  script(): Promise<Module>;
  wasm(): URL;
  /** The name of the file at `wasm`, and its integrity. */
  name: string;
  integrity: string;
  loading?: Promise<Module> | undefined;
}

declare module "node:fs/promises" {
  export function readFile(file: URL): Promise<Uint8Array>;
}
