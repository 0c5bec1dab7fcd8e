// Made from Rust types by `RENEW=1 cargo test --test types`.

/** An archive: a collection that is too large to be loaded at once. */
export type Archive = {
  /** The number of articles. */
  articles: number,
  /** The claims of all articles, for charts. */
  charts?: Charts,
  /** The dates of a sample of the articles at equal distances, newest first. */
  dates: Array<CalendarDate | null>,
  /** The address of the folder of its files, relative to the page. */
  folder: string,
  /** The most frequent sources, the most frequent first. */
  sources: Array<string>,
  /** The number of articles to list at once. */
  atOnce?: number,
};

/** An article with its annotations. */
export type Article = {
  /** Who and what the article names, and who claims what. */
  annotations?: RangeAnnotations | QuoteAnnotations,
  /** The author or authors. */
  author?: string,
  /** The text: headings, paragraphs and so on. */
  blocks: Array<Block>,
  /** The direction of the text, if it is not the one of its language. */
  direction?: "ltr" | "rtl",
  /** Other metadata: pairs of a name and a value. */
  extra?: Array<[string, string]>,
  /** The id of the article, which no other article of the bundle has. */
  id: ArticleId,
  /** The language of the text, as a BCP 47 tag. */
  language?: string,
  /** The licence of the text. */
  licence?: string,
  /** The date of publication. */
  published?: CalendarDate,
  /** The publisher. */
  source?: string,
  /** The headline. */
  title: string,
  /** Whether an editor, and not the publisher, wrote the headline. */
  title_by_editor?: boolean,
  /** The address where the article was published. */
  url?: WebUrl,
};

/** Identifies an article within a bundle: the file name without its extension. */
export type ArticleId = string;

/** A block of an article, such as a paragraph. */
export type Block = {
  /** The links and styles in the text. */
  inlines?: Array<Inline>,
  /** The kind of block. */
  kind: BlockKind,
  /** The level of a heading, 2 to 6. */
  level?: number,
  /** The text of the block. */
  text: string,
};

/** The kind of a block. */
export type BlockKind = "heading" | "paragraph" | "quote" | "item" | "preformatted";

/** The articles of a page, as in `articles.json`. */
export type Bundle = {
  /** The archive that these articles are the first of. */
  archive?: Archive,
  /** The articles, each with its own id. */
  articles: Array<Article>,
  /** The introduction to the collection, which is not one of the articles. */
  intro?: Article,
  /** Problems of the data that these articles were made from, in sentences. */
  notices?: Array<string>,
  /** The title of the collection. */
  title?: string,
  /** 2: annotations are ranges. In version 1, which is also read, they are quotations. */
  version: 1 | 2,
};

/** A year, a month or a day of the Gregorian calendar: `2026`, `2026-01` or `2026-01-22`. */
export type CalendarDate = string;

/** The claims of all articles of an archive: when they were published, and who makes most of them. */
export type Charts = {
  /** The speakers with most claims, most first. */
  speakers: Array<SpeakerCounts>,
  /** When the claims were published; absent if no article has a date. */
  timeline?: Timeline,
};

/** Identifies a claim within an article's annotations. */
export type ClaimId = string;

/** How something was detected. */
export type Detection = {
  /** The confidence, from 0 to 1. */
  confidence: number,
  /** The rule, such as “quote–cue–name”. */
  rule?: string,
};

/** A person or thing that the article names. */
export type Entity = {
  /** The id of the entity, which no other entity of the article has. */
  id: EntityId,
  /** The kind of entity. */
  kind: EntityKind,
  /** The canonical name. */
  name: string,
  /** Other names used in the text. */
  aliases?: Array<string>,
  /** The Wikidata item, if it is certain. */
  wikidata?: WikidataId,
};

/** Identifies an entity within an article's annotations. */
export type EntityId = string;

/** The kind of an entity. */
export type EntityKind = "person" | "organisation" | "place" | "law" | "date" | "money" | "nationality" | "event" | "other";

/** A passage of a text with the positions of the query’s words. */
export type Excerpt = {
  /** Whole words, with "…" where the text was cut. */
  text: string,
  /** The start and the end of each match, in code points of the passage, in order. */
  ranges: Array<[number, number]>,
};

/** A file in an export format. */
export type Exported = {
  /** A name for the file. */
  name: string,
  /** What the format cannot represent, in sentences. */
  notices: Array<string>,
  /** The content. */
  text: string,
  /** The media type. */
  type: string,
};

/** The articles of a file. */
export type FileContent = {
  /** The articles, with annotations as ranges. */
  bundle: Bundle,
  /** What could not be read, and other notices, in sentences. */
  notices: Array<string>,
};

/** Whether the words of a claim are the speaker's own. */
export type Form = "direct" | "indirect" | "mixed";

/**
 * A format for exporting an article or its annotations. `csv-claims`, `csv-mentions` and
 * `article` can contain several articles, the others one.
 */
export type Format = "w3c" | "schema-org" | "brat" | "csv-claims" | "csv-mentions" | "markdown" | "annotations" | "article" | "displacy" | "text";

/** The automatic findings of a text. */
export type Found = {
  /** Who claims what. */
  claims: Array<FoundClaim>,
  /** Who and what is named. */
  entities: Array<FoundEntity>,
  /** The reason why names may be missing. */
  notice?: string,
};

/** A claim: a statement and its speaker. */
export type FoundClaim = {
  /** The ids of the entities that the claim is about. */
  about: Array<EntityId>,
  /** The confidence, from 0 to 1. */
  confidence: number,
  /** The words of the claim. An interrupted claim has more than one place. */
  content: Array<Place>,
  /** The word that attributes the claim, such as “said”. */
  cue?: Place,
  /** Whether the words are the speaker’s own. */
  form: Form,
  /** The id of the claim. */
  id: ClaimId,
  /** The rule that matched. */
  rule: string,
  /** Who makes the claim; absent if no speaker was found. */
  speaker?: FoundSpeaker,
  /** The speaker’s stance towards the claim. */
  stance: Stance,
};

/** A person or thing that the text names. */
export type FoundEntity = {
  /** Other names used in the text. */
  aliases: Array<string>,
  /** The id of the entity. */
  id: EntityId,
  /** The kind of entity. */
  kind: EntityKind,
  /** Where it is named, in the order of the text. */
  mentions: Array<Place>,
  /** The canonical name. */
  name: string,
};

/** The speaker of a claim: an entity, or words for an unnamed speaker. */
export type FoundSpeaker = NamedSpeaker | Place;

/** A link or a style in a block. Offsets count code points of the block’s text. */
export type Inline = {
  /** The offset of the end. */
  end: number,
  /** The address of a link. */
  href?: WebUrl,
  /** The offset of the start. */
  start: number,
  /** The style. */
  style: InlineStyle,
  /** The words. */
  text: string,
};

/** The style of words in a block. */
export type InlineStyle = "emphasis" | "strong" | "code" | "link";

/** A speaker that is an entity. */
export type NamedSpeaker = {
  /** The id of the entity. */
  entity: EntityId,
  /** Its canonical name. */
  name: string,
};

/** Words of a text, with their range in code points. */
export type Place = {
  /** The offset of the end. */
  end: number,
  /** The offset of the start. */
  start: number,
  /** The words. */
  text: string,
};

/**
 * A quotation from the text. If the words occur only once, the words alone are enough;
 * otherwise the words before and after them tell which occurrence is meant.
 */
export type Quote = {
  /** How the passage was detected; absent if an editor marked it. */
  found?: Detection,
  /** The words. */
  exact: string,
  /** The words right before them; may be empty. */
  prefix?: string,
  /** The words right after them; may be empty. */
  suffix?: string,
};

/**
 * The annotations of an article as quotations: version 1, the content of
 * `NAME.annotations.json`.
 */
export type QuoteAnnotations = {
  /** The version of this form. */
  version: 1,
  /** The names in the text. */
  entities?: Array<QuoteEntity>,
  /** The claims in the text. */
  claims?: Array<QuoteClaim>,
  /** The words of the text that an editor changed. */
  corrections?: Array<QuoteCorrection>,
};

/** A claim: a statement and its speaker. */
export type QuoteClaim = {
  /** The id of the claim, which no other claim of the article has. */
  id: ClaimId,
  /** Who makes the claim. Only an automatic finding may lack a speaker. */
  speaker?: QuoteSpeaker,
  /**
   * Whether the words are the speaker’s own; by default, the quotation marks around them
   * decide.
   */
  form?: Form,
  /** The speaker’s stance towards the claim, as the cue expresses it; by default “states”. */
  stance?: Stance,
  /** The word that attributes the claim, such as “said”. */
  cue?: string | Quote,
  /** The words of the claim. An interrupted claim has more than one quotation. */
  content: Array<string | Quote>,
  /** The ids of the entities that the claim is about. */
  about?: Array<EntityId>,
  /** How the claim was detected; absent if an editor marked it. */
  found?: Detection,
  /** Who wrote or checked the claim, if they said. */
  checked_by?: string,
};

/** Words of the text that an editor changed: a quotation of the words as they are now. */
export type QuoteCorrection = {
  /** The words of the original; empty if there were none. */
  original: string,
  /** The words. */
  exact: string,
  /** The words right before them; may be empty. */
  prefix?: string,
  /** The words right after them; may be empty. */
  suffix?: string,
};

/** A person or thing that the article names. */
export type QuoteEntity = {
  /** The only places that name it; without them, every occurrence of its name or an alias. */
  mentions?: Array<string | Quote>,
  /** The id of the entity, which no other entity of the article has. */
  id: EntityId,
  /** The kind of entity. */
  kind: EntityKind,
  /** The canonical name. */
  name: string,
  /** Other names used in the text. */
  aliases?: Array<string>,
  /** The Wikidata item, if it is certain. */
  wikidata?: WikidataId,
};

/** The speaker of a claim: the id of an entity, or a quotation. */
export type QuoteSpeaker = EntityId | Quote;

/**
 * The annotations of an article as ranges: version 2. A range is a pair of offsets, its start
 * and its end, in code points of the text: the texts of all blocks, joined by blank lines.
 */
export type RangeAnnotations = {
  /** The version of this form. */
  version: 2,
  /** The length of the text, in code points. */
  length: number,
  /** Who and what is named. */
  entities: Array<Entity>,
  /** Where they are named, in the order of the text. */
  mentions: Array<RangeMention>,
  /** Who claims what. */
  claims: Array<RangeClaim>,
  /** The words of the text that an editor changed. */
  corrections?: Array<RangeCorrection>,
};

/** A claim: a statement and its speaker. */
export type RangeClaim = {
  /** The id of the claim, which no other claim of the article has. */
  id: ClaimId,
  /** Who makes the claim; `null` if the speaker is not annotated. */
  speaker?: RangeSpeaker | null,
  /** The range of the word that attributes the claim, such as “said”. */
  cue?: [number, number],
  /** The ranges of its words, in order. An interrupted claim has more than one. */
  content: Array<[number, number]>,
  /** Whether the words are the speaker’s own. */
  form: Form,
  /** The speaker’s stance towards the claim. */
  stance: Stance,
  /** The ids of the entities that the claim is about. */
  about: Array<EntityId>,
  /** The confidence, from 0 to 1, and the rule of an automatic finding. */
  found?: [number, string],
  /** Who wrote or checked the claim, if they said. */
  checked_by?: string,
};

/** Words of the text that an editor changed. */
export type RangeCorrection = {
  /** The range of the words as they are now. */
  at: [number, number],
  /** The words of the original; empty if there were none. */
  original: string,
};

/** A passage that names an entity. */
export type RangeMention = {
  /** The id of the entity. */
  entity: EntityId,
  /** The range of the name. */
  at: [number, number],
  /** The confidence, from 0 to 1, and the rule of an automatic finding. */
  found?: [number, string],
};

/** The speaker of a claim: the id of an entity, or words of the text. */
export type RangeSpeaker = EntityId | SpeakerWords;

/** A document to index. */
export type SearchDocument = {
  /** The document's id in the collection. Documents with the same id stay separate. */
  id: string,
  /** The headline. */
  title?: string,
  /** The running text; a blank line ends a paragraph. */
  text?: string,
  /** A BCP 47 language tag; empty if unknown. Scripts may omit it for English. */
  language?: string,
};

/** A speaker and the number of claims of each stance. */
export type SpeakerCounts = {
  /** The value of `speaker` in the address of a view. */
  id: string,
  /** The name. */
  name: string,
  /** The stances of the claims with their numbers. */
  claims: Array<[Stance, number]>,
};

/** Words for an unnamed speaker, with their range in code points. */
export type SpeakerWords = {
  /** The offset of the start. */
  start: number,
  /** The offset of the end. */
  end: number,
  /** The words. */
  text: string,
};

/** The speaker's stance towards a claim, as the cue expresses it. */
export type Stance = "states" | "denies" | "criticises" | "supports" | "warns" | "promises" | "asks" | "declines";

/**
 * The view: the reader’s query, filters and selection. An absent property has its default
 * value.
 */
export type State = {
  /** The id of the article. */
  article?: string,
  /** The query as typed. */
  q?: string,
  /** The id of the selected entity. */
  entity?: string,
  /** The id of the selected claim. */
  claim?: string,
  /** What is shown: `article`, `claims`, `compare` or `table`. */
  view?: "article" | "claims" | "compare" | "table",
  /** The order of several articles: `relevance`, `newest`, `oldest` or `title`. */
  sort?: "relevance" | "newest" | "oldest" | "title",
  /** The minimum confidence of automatic findings, in per cent: "0" to "100". */
  sure?: string,
  /** Publishers of several articles. */
  source?: Array<string>,
  /** Kinds of names that are marked. */
  types?: Array<string>,
  /** Forms of claims. */
  form?: Array<string>,
  /** Stances of claims. */
  stance?: Array<string>,
  /** Speakers of claims: ids of entities. */
  speaker?: Array<string>,
  /** Subjects of claims: ids of entities. */
  about?: Array<string>,
};

/** When claims were published, in consecutive intervals of the same length. */
export type Timeline = {
  /** The length of an interval in months; 0 for a week, absent for a day. */
  months?: number,
  /** The first day of the first interval. */
  from: CalendarDate,
  /** For each interval, the stances of its claims with their numbers. */
  bars: Array<Array<[Stance, number]>>,
  /** The number of articles without a date. */
  undated: number,
  /** The number of articles whose date is a year or month that does not fit one interval. */
  imprecise: number,
};

/** An absolute `http` or `https` URL. Only these become links. */
export type WebUrl = string;

/** An item of Wikidata: `Q` and a number. */
export type WikidataId = string;
