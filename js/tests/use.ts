// A use of everything that article-explorer.d.ts declares, as a page would write it. It is
// compiled by `npm run check` and never run.

import init, {
  annotate,
  ArticleExplorer,
  type Bundle,
  Collection,
  exportArticle,
  type Exported,
  type Format,
  readFile,
  type State,
} from "../article-explorer.js";

export async function search(texts: string[], kept: Uint8Array): Promise<string[]> {
  await init({ annotate: false, read: false, write: false, base: new URL("./explorer/", document.baseURI) });
  const built = Collection.build(texts.map((text, number) => ({ id: `t${number}`, text, language: "en" })));
  const collection = built.size > 0 ? built : Collection.load(kept, { texts });
  const found = collection.search("market", { limit: 3 });
  const words = found.flatMap(({ id, score, excerpts }) =>
    excerpts.map(({ text, ranges: [first] }) => `${id} ${score.toFixed(1)} ${text.slice(...(first ?? []))}`),
  );
  const bytes: number = collection.serialize({ positions: false }).byteLength;
  collection.free();
  return [...words, `${found.all} of ${found.any}`, `${bytes}`];
}

export async function convert(name: string, bytes: ArrayBuffer, format: Format): Promise<Exported> {
  await init();
  const { bundle, notices } = readFile(name, bytes, { find: false });
  const [first] = bundle.articles;
  if (!first) throw new Error(notices.join("; "));
  const { claims, entities } = annotate(first.blocks.map(({ text }) => text).join("\n"), { published: "2026-01-22" });
  const direct = claims.filter(({ form, confidence }) => form === "direct" && confidence > 0.5);
  console.log(direct.length, entities[0]?.mentions[0]?.start);
  return exportArticle(first, format);
}

export async function show(place: HTMLElement, articles: Bundle): Promise<string> {
  const element = document.createElement("article-explorer");
  element.articles = articles;
  element.setAttribute("url-sync", "hash");
  element.addEventListener("article-explorer:statechange", ({ detail }) => {
    const { q = "", types = [] }: State = detail.state;
    console.log(q, types.join());
  });
  element.addEventListener("article-explorer:navigate", (event) => {
    if (event.detail.href.startsWith("http:")) event.preventDefault();
  });
  place.append(element);
  const shown: ArticleExplorer = await element.ready;
  shown.setState({ ...shown.getState(), view: "claims", sure: "70", sort: "newest" });
  const json: string = shown.exportAs("json");
  const { text }: Exported = await shown.exportAs("markdown");
  return json + text;
}

// What must not compile.
export function wrong(element: ArticleExplorer): void {
  // @ts-expect-error there is no such view
  element.setState({ view: "upside" });
  // @ts-expect-error there is no such format
  void element.exportAs("pdf");
  // @ts-expect-error a collection is built or loaded
  new Collection();
}

// The scripts have what is declared. That a collection is not made by `new` is only declared.
type Declared = typeof import("../article-explorer.js");
declare const actual: typeof import("../element.js");
export const declared: Omit<Declared, "Collection"> = actual;
export const collection: Pick<Declared["Collection"], "build" | "load"> = actual.Collection;
