// What the build knows of its own files: esbuild writes the values in, as literals, so that
// bundlers see what is imported.

/** A program: its script and its WebAssembly, as `./NAME`, each with what `integrity` wants. */
interface ProgramFiles {
  script: string;
  scriptIntegrity: string;
  wasm: string;
  integrity: string;
  /** The files of its parts. */
  parts: Record<string, { wasm: string; integrity: string }>;
}

declare const BUILD: {
  /** The program of pages. */
  page: ProgramFiles;
  /** The files of parts that the page at hand needs at once. */
  early: string[];
  /** The script of the old kind that has the page's program in it. */
  packed: string;
  /** The scripts of the old kind that have its parts in them. */
  packedParts: Record<string, string>;
  /** The name of the file that the script at hand has in it. */
  part: string;
  /** The worker of the workspace. */
  worker: string;
};

// `var`, since only that declares a property of globalThis.
/** The words of a panic that ended the program. */
declare var articleExplorerPanic: string | undefined;
/** Why the last part that could not be loaded could not be. */
declare var articleExplorerFault: string | undefined;
/** What a script of the old kind leaves. */
declare var articleExplorerPacked: (partText: (name: string) => Promise<string>) => Promise<Pick<PageProgram, "Articles" | "Explorer">>;
/** What such scripts with parts leave: each packed by gzip, in base64. */
declare var articleExplorerParts: Record<string, string> | undefined;
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

declare module "part.wasm.gz" {
  const text: string;
  export default text;
}

/** Where the files of the programs lie, beside the script that loads them. */
declare module "places" {
  export const PAGE: Program<PageProgram>;
  export const SEARCH: Program<SearchProgram>;
  export const ANNOTATOR: Program<AnnotatorProgram>;
  export const FILES: Program<FilesProgram>;
  export const EXPORTS: Program<ExportsProgram>;
  /** The files of the parts of the page's program. */
  export const PARTS: Record<string, ProgramFile>;
  /** By what names are found. */
  export const WEIGHTS: ProgramFile;
}

declare module "#files" {
  /** The bytes of a file, in Node. */
  export function readFile(file: URL): Promise<Uint8Array>;
}

// What several scripts speak of.

type State = import("./article-explorer.d.ts").State;
type Format = import("./article-explorer.d.ts").Format;
type Exported = import("./article-explorer.d.ts").Exported;
type Articles = import("page-program").Articles;
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
  /** The text was sent off before the program was there. */
  isSent?: boolean;
  /** What was dropped before the program was there. */
  dropped?: FileList;
}

/** The JSON of a message, and the bytes beside it; see crates/jobs/src/message.rs. */
type JobMessage = [string, ...Uint8Array[]];

/** A file that is no script: its address beside the script, its name as `./NAME`, its integrity. */
interface ProgramFile {
  place(): URL;
  name: string;
  integrity: string;
}

/** A program that is loaded by the element, or without a page. */
interface Program<Module> {
  script(): Promise<Module>;
  wasm: ProgramFile;
}

declare module "node:fs/promises" {
  export function readFile(file: URL): Promise<Uint8Array>;
}
