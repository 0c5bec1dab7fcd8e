// Names that esbuild replaces by literals when it bundles the scripts, so that bundlers see what
// is imported.

/** A program: its script and its WebAssembly as `./NAME`, each with its integrity. */
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
  /** The names of the parts that this page needs at once. */
  early: string[];
  /** The classic script that contains the program of pages. */
  packed: string;
  /** The classic scripts that contain its parts. */
  packedParts: Record<string, string>;
  /** The name of the part that this script contains. */
  part: string;
  /** The worker of the workspace. */
  worker: string;
  /** The script of the bookmarklet (js/bookmarklet.js). */
  bookmarklet: string;
  /** The skeleton of pages: its parts between the placeholders; see `Template` in crates/publish. */
  skeleton: string[];
  /** The page in one file whose content published articles replace, and its integrity. */
  template: string;
  templateIntegrity: string;
  /** The files of a folder of published pages; see `Site` in crates/publish. */
  site: { files: { name: string; integrity: string }[] };
};

// `var`, since only that declares a property of globalThis.
/** The message of a panic that ended the program. */
declare var articleExplorerPanic: string | undefined;
/** Why the last part that failed could not be loaded. */
declare var articleExplorerFault: string | undefined;
/** What a classic script defines: starts its program. */
declare var articleExplorerPacked: (partText: (name: string) => Promise<string>) => Promise<Pick<PageProgram, "Articles" | "Explorer">>;
/** What classic scripts with parts define: the parts, packed by gzip, in base64. */
declare var articleExplorerParts: Record<string, string> | undefined;
/** The files with which an installed app was opened, in browsers that have this. */
declare var launchQueue: { setConsumer(take: (launched: { files: FileSystemFileHandle[] }) => void): void } | undefined;
declare var trustedTypes: TrustedTypePolicyFactory | undefined;
declare var process: { versions?: { node?: string }; argv: string[]; exitCode?: number } | undefined;

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
  export const PUBLISHER: Program<PublisherProgram>;
  /** The files of the parts of the page's program. */
  export const PARTS: Record<string, ProgramFile>;
  /** Finds the text of PDF files. */
  export const PDF: { script(): Promise<typeof import("./pdf.js")>; place(): URL };
  /** By what names are found. */
  export const WEIGHTS: ProgramFile;
}

declare module "#files" {
  /** Reads the bytes of a file, in Node. */
  export function readFile(file: URL): Promise<Uint8Array>;
}

// Types that several scripts use.

type State = import("./article-explorer.d.ts").State;
type Format = import("./article-explorer.d.ts").Format;
type Exported = import("./article-explorer.d.ts").Exported;
type Articles = import("page-program").Articles;
type Explorer = import("page-program").Explorer;
type ExportsProgram = typeof import("exports-program");
type FilesProgram = typeof import("files-program");
type AnnotatorProgram = typeof import("annotator-program");
type PageProgram = typeof import("page-program");
type PublisherProgram = typeof import("publisher-program");
type SearchProgram = typeof import("search-program");

/** The surroundings of a page; `started` or `failed` is called once. */
interface Place {
  host?: ExplorerHost;
  /** The JSON of the skeleton of the file that the page is edited and saved in, if it is. */
  skeleton?: string;
  started?(explorer: Explorer, root: Element): void;
  failed?(reason: string): void;
}

/** The functions that the script of the workspace provides; see src/ui/workspace/host.rs. */
interface WorkspaceHost {
  /** The language of the interface, as a language tag. */
  language: string;
  startWorker(): Worker;
  /** Loads the program that reads files, into the page. */
  loadFiles(): Promise<FilesProgram>;
  /** Replaces PDF files by the words in them with their places. */
  allReadable(files: Uint8Array[]): Promise<Uint8Array[]>;
  /** Whether the reader submitted the form before the program had loaded. */
  isSent?: boolean;
  /** Files that were dropped before the program had loaded. */
  dropped?: FileList;
  /** The script of the bookmarklet, without the address of the workspace. */
  bookmarklet: string;
  /** Articles, as the JSON of a bundle, as a page in one file, with the edits that led to them, as JSON. */
  publishOneFile(data: string, edits: string): Promise<string>;
  /** The same as a ZIP file with static pages. */
  publishSite(data: string): Promise<Uint8Array>;
  /** The page that the bookmarklet passes in the address: gzip in base64url, or `wait` if it will send a message. */
  page?: string;
  /** The query of an address that another app has shared: `title`, `text`, `url`. */
  shared?: string;
  /** Files that the reader opened with the installed app. */
  launched?: Promise<File[]>;
}

/** The JSON of a message, and the bytes that belong to it; see crates/jobs/src/message.rs. */
type JobMessage = [string, ...Uint8Array[]];

/** A file that is not a script: its address beside the script, its name as `./NAME`, its integrity. */
interface ProgramFile {
  place(): URL;
  name: string;
  integrity: string;
}

/** A program for the element, or without a page. */
interface Program<Module> {
  script(): Promise<Module>;
  wasm: ProgramFile;
}

declare module "node:fs/promises" {
  export function readFile(file: URL | string): Promise<Uint8Array>;
  export function rm(file: string, options: { force: boolean }): Promise<void>;
  export function writeFile(file: string, content: Uint8Array): Promise<void>;
}

declare module "node:crypto" {
  interface Hash {
    update(content: Uint8Array | string): Hash;
    digest(encoding: "hex"): string;
  }
  export function createHash(algorithm: string): Hash;
}

declare module "node:fs" {
  interface Entry {
    name: string;
    isDirectory(): boolean;
    isFile(): boolean;
  }
  export function existsSync(file: string): boolean;
  export function lstatSync(file: string, options: { throwIfNoEntry: false }): Entry | undefined;
  export function mkdirSync(folder: string, options: { recursive: boolean }): void;
  export function readFileSync(file: string): Uint8Array;
  export function readdirSync(folder: string): string[];
  export function readdirSync(folder: string, options: { withFileTypes: true }): Entry[];
  export function realpathSync(file: string): string;
  export function rmSync(file: string, options: { recursive: boolean }): void;
  export function rmdirSync(folder: string): void;
  export function statSync(file: string, options: { throwIfNoEntry: false }): { size: number; isDirectory(): boolean } | undefined;
  export function writeFileSync(file: string, content: Uint8Array): void;
}

declare module "node:path" {
  export function dirname(file: string): string;
  export function join(...parts: string[]): string;
  export function relative(from: string, to: string): string;
  export function isAbsolute(file: string): boolean;
  export const sep: string;
}

declare module "node:url" {
  export function fileURLToPath(url: string): string;
}

declare module "node:util" {
  export function promisify<Options>(
    call: (bytes: Uint8Array, options: Options, done: (error: Error | null, result: Uint8Array) => void) => void,
  ): (bytes: Uint8Array, options: Options) => Promise<Uint8Array>;
}

declare module "node:zlib" {
  type Compress<Options> = (
    bytes: Uint8Array,
    options: Options,
    done: (error: Error | null, result: Uint8Array) => void,
  ) => void;
  export const brotliCompress: Compress<{ params: Record<number, number> }>;
  export const gzip: Compress<{ level: number }>;
  export function brotliDecompressSync(bytes: Uint8Array): Uint8Array;
  export function gunzipSync(bytes: Uint8Array): Uint8Array;
  export const constants: { BROTLI_PARAM_QUALITY: number; BROTLI_PARAM_SIZE_HINT: number };
}
