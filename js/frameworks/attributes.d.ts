/** The attributes of `<article-explorer>` in a template; see `custom-elements.json`. */
export interface ArticleExplorerAttributes {
  /** Address of the articles: JSON of one or of several, or one article as Markdown, text or HTML. */
  src?: string;
  /** Address of the annotations of an article that is not JSON. */
  annotations?: string;
  /** Id of the article. */
  article?: string;
  /** The query. */
  q?: string;
  /** Sources of several articles, separated by commas. */
  source?: string;
  /** The order of several articles. */
  sort?: "relevance" | "newest" | "oldest" | "title";
  /** Kinds of names that are marked, separated by commas. */
  types?: string;
  form?: string;
  stance?: string;
  /** Ids of entities, separated by commas. */
  speaker?: string;
  /** Ids of entities, separated by commas. */
  about?: string;
  /** The selected entity. */
  entity?: string;
  /** The selected claim. */
  claim?: string;
  view?: "article" | "claims";
  /** How sure the program must at least be of what it has found, in per cent. */
  sure?: string;
  /** All of these in one, as behind `#` of an address. */
  state?: string;
  theme?: "auto" | "light" | "dark";
  /** Of `search filters card footer`. */
  hide?: string;
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
  loading?: "lazy" | "eager";
  "url-sync"?: "none" | "hash";
  shortcuts?: "focus" | "off";
  /** Address of a page that takes a view behind `#`. */
  permalink?: string;
}
