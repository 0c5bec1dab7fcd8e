// A use of everything that article-explorer.d.ts and types.d.ts declare, as a page would write
// it. `npm run check` compiles it; it never runs.

import init, {
  annotate,
  type Archive,
  type Article,
  ArticleExplorer,
  type ArticleId,
  type Block,
  type BlockKind,
  type Bundle,
  type CalendarDate,
  type Charts,
  type ClaimId,
  Collection,
  type Detection,
  type Entity,
  type EntityId,
  type EntityKind,
  type Events,
  type Excerpt,
  exportArticle,
  type Exported,
  type FileContent,
  type Form,
  type Format,
  type Found,
  type FoundClaim,
  type FoundEntity,
  type FoundSpeaker,
  type Inline,
  type InlineStyle,
  type NamedSpeaker,
  type Place,
  type Quote,
  type QuoteAnnotations,
  type QuoteClaim,
  type QuoteCorrection,
  type QuoteEntity,
  type QuoteSpeaker,
  type RangeAnnotations,
  type RangeClaim,
  type RangeCorrection,
  type RangeMention,
  type RangeSpeaker,
  readFile,
  type SearchDocument,
  type SearchResult,
  type SpeakerCounts,
  type SpeakerWords,
  type Stance,
  type State,
  type Timeline,
  type WebUrl,
  type WikidataId,
} from "../article-explorer.js";

export async function search(texts: string[], kept: Uint8Array): Promise<string[]> {
  await init({ annotate: false, read: false, write: false, base: new URL("./explorer/", document.baseURI) });
  const documents: SearchDocument[] = texts.map((text, number) => ({ id: `t${number}`, text, language: "en" }));
  const built = Collection.build(documents);
  const collection = built.size > 0 ? built : Collection.load(kept, { texts });
  const found = collection.search("market", { limit: 3 });
  const first = ({ text, ranges: [range] }: Excerpt) => text.slice(...(range ?? []));
  const line = ({ id, score, excerpts }: SearchResult) => `${id} ${score.toFixed(1)} ${excerpts.map(first).join()}`;
  const bytes: number = collection.serialize({ positions: false }).byteLength;
  collection.free();
  return [...found.map(line), `${found.all} of ${found.any}`, `${bytes}`];
}

export async function convert(name: string, bytes: ArrayBuffer, format: Format): Promise<Exported> {
  await init();
  const { bundle, notices }: FileContent = readFile(name, bytes, { find: false });
  const [first] = bundle.articles;
  if (!first) throw new Error(notices.join("; "));
  const found = annotate(first.blocks.map(({ text }) => text).join("\n"), { published: "2026-01-22" });
  console.log(said(found), described(first));
  const { name: file, notices: lost, text, type }: Exported = exportArticle(first, format);
  return { name: file, notices: lost, text, type };
}

/** What was found in a text. */
function said({ claims, entities, notice = "" }: Found): string[] {
  const speaker = (speaker: FoundSpeaker) => ("entity" in speaker ? named(speaker) : words(speaker));
  const named = ({ entity, name }: NamedSpeaker) => `${entity} ${name}`;
  const words = ({ start, end, text }: Place) => `${end - start} ${text}`;
  const entity = ({ aliases, id, kind, mentions, name }: FoundEntity) =>
    [id, kind satisfies EntityKind, name, ...aliases, ...mentions.map(words)].join();
  const claim = (claim: FoundClaim) => {
    const direct: boolean = claim.form === "direct" && claim.stance === "warns" && claim.confidence > 0.5;
    const by = claim.speaker ? speaker(claim.speaker) : "";
    return [direct, claim.id, by, claim.cue?.text, claim.rule, ...claim.content.map(words), ...claim.about].join();
  };
  return [...claims.map(claim), ...entities.map(entity), notice];
}

/** What an article says, with all its metadata. */
function described(article: Article): string[] {
  const id: ArticleId = article.id;
  const published: CalendarDate | undefined = article.published;
  const url: WebUrl | undefined = article.url;
  const { author, extra = [], language, licence, source, title, title_by_editor = false } = article;
  const texts = [id, published, url, author, language, licence, source, title, `${title_by_editor}`];
  const blocks = article.blocks.flatMap(({ inlines = [], kind, level = 2, text }: Block) => [
    kind === "heading" ? `${level} ${text}` : text,
    ...inlines.map(({ start, end, style, href = "", text }: Inline) => `${start} ${end} ${style} ${href} ${text}`),
  ]);
  const { annotations } = article;
  const marks = annotations?.version === 2 ? marked(annotations) : quoted(annotations);
  return [...texts.map(String), ...extra.map(([name, value]) => `${name}: ${value}`), ...blocks, ...marks];
}

/** Annotations by range. */
function marked({ claims, corrections = [], entities, length, mentions }: RangeAnnotations): string[] {
  const sure = ([confidence, rule]: [number, string]) => `${confidence.toFixed(2)} ${rule}`;
  const speaker = (speaker: RangeSpeaker) => (typeof speaker === "string" ? speaker : words(speaker));
  const words = ({ start, end, text }: SpeakerWords) => `${start} ${end} ${text}`;
  const entity = ({ aliases = [], id, kind, name, wikidata }: Entity) => {
    const item: WikidataId | undefined = wikidata;
    return [id, kind, name, item, ...aliases].join();
  };
  const mention = ({ entity, at: [start, end], found }: RangeMention) =>
    `${entity} ${end - start} ${length} ${found ? sure(found) : ""}`;
  const claim = ({ about, checked_by: by = "", content, cue, form, found, id, speaker: who, stance }: RangeClaim) =>
    [id, by, form, stance, who ? speaker(who) : "", cue?.[0], content[0]?.[1], found ? sure(found) : "", ...about].join();
  const correction = ({ at: [start, end], original }: RangeCorrection) => `${start} ${end} ${original}`;
  return [...claims.map(claim), ...entities.map(entity), ...mentions.map(mention), ...corrections.map(correction)];
}

/** Annotations by quotation. */
function quoted({ claims = [], corrections = [], entities = [] }: Partial<QuoteAnnotations> = {}): string[] {
  const detected = ({ confidence, rule = "" }: Detection) => `${confidence.toFixed(2)} ${rule}`;
  const quote = (quote: string | Quote) => (typeof quote === "string" ? quote : around(quote));
  const around = ({ exact, found, prefix = "", suffix = "" }: Quote) =>
    `${prefix}${exact}${suffix} ${found ? detected(found) : ""}`;
  const speaker: (speaker: QuoteSpeaker) => string = quote;
  const entity = ({ id, kind, name, aliases = [], wikidata = "", mentions = [] }: QuoteEntity) =>
    [id, kind, name, wikidata, ...aliases, ...mentions.map(quote)].join();
  const claim = (claim: QuoteClaim) => {
    const form: Form = claim.form ?? "indirect";
    const stance: Stance = claim.stance ?? "states";
    const about: EntityId[] = claim.about ?? [];
    const by = claim.speaker ? speaker(claim.speaker) : "";
    const sure = claim.found ? detected(claim.found) : (claim.checked_by ?? "");
    return [claim.id, form, stance, by, sure, quote(claim.cue ?? ""), ...claim.content.map(quote), ...about].join();
  };
  const correction = ({ original, ...words }: QuoteCorrection) => `${quote(words)} ${original}`;
  return [...claims.map(claim), ...entities.map(entity), ...corrections.map(correction)];
}

/** Articles that a page makes itself. */
export function written(kind: BlockKind, style: InlineStyle): Bundle {
  const inline: Inline = { start: 0, end: 2, style, text: "It" };
  const ann: SpeakerCounts = { id: "ann", name: "Ann", claims: [["states", 2]] };
  const timeline: Timeline = { from: "2026-01-01", months: 1, bars: [[["states", 2]], []], undated: 1, imprecise: 0 };
  const charts: Charts = { speakers: [ann], timeline };
  const archive: Archive = { articles: 1, charts, dates: ["2026", null], folder: "./files", sources: [], atOnce: 20 };
  const annotations: QuoteAnnotations = {
    version: 1,
    entities: [{ id: "lee", kind: "person", name: "Ann Lee", aliases: ["Lee"], wikidata: "Q1", mentions: ["Lee"] }],
    claims: [{ id: "rain", speaker: "lee", content: ["It rains", { exact: "now", prefix: "rains " }] }],
  };
  const block: Block = { kind, text: "It rains now.", inlines: [inline] };
  const [first]: Article[] = [{ id: "a", title: "Rain", blocks: [block], annotations }];
  return { version: 1, title: "Weather", articles: first ? [first] : [], archive, intro: first, notices: [] };
}

export async function show(place: HTMLElement, articles: Bundle): Promise<string> {
  const element = document.createElement("article-explorer");
  element.articles = articles;
  element.setAttribute("url-sync", "hash");
  element.addEventListener("article-explorer:statechange", ({ detail }) => {
    const { article = "", q = "", entity = "", claim = "", view = "article", sort = "title", sure = "0" }: State = detail.state;
    const { source = [], types = [], form = [], stance = [], speaker = [], about = [] }: State = detail.state;
    console.log(article, q, entity, claim, view, sort, sure);
    console.log([...source, ...types, ...form, ...stance, ...speaker, ...about].join());
  });
  element.addEventListener("article-explorer:select", ({ detail: { kind, id } }: Events["article-explorer:select"]) => {
    const claim: ClaimId = kind === "claim" ? id : "";
    console.log(claim);
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
export function wrong(element: ArticleExplorer, article: Article, found: Found): void {
  // @ts-expect-error there is no such view
  element.setState({ view: "upside" });
  // @ts-expect-error there is no such part of a view
  element.setState({ page: "2" });
  // @ts-expect-error there is no such format
  void element.exportAs("pdf");
  // @ts-expect-error a collection is built or loaded
  new Collection();
  // @ts-expect-error an article has no such field
  void article.headline;
  // @ts-expect-error a speaker may not be known
  void found.claims[0]?.speaker.name;
  // @ts-expect-error annotations may be quotations
  void article.annotations?.mentions;
}

// The scripts have what is declared. That a collection is not made by `new` is only declared.
type Declared = typeof import("../article-explorer.js");
declare const actual: typeof import("../element.js");
export const declared: Omit<Declared, "Collection"> = actual;
export const collection: Pick<Declared["Collection"], "build" | "load"> = actual.Collection;
