import type { State } from "./types.js";

/** The view, an attribute for each property; the items of a list are separated by commas. */
type ViewAttributes = {
  [Key in keyof State]: NonNullable<State[Key]> extends string[] ? string : State[Key];
};

/** The attributes of `<article-explorer>` in a template; see `custom-elements.json`. */
export interface ArticleExplorerAttributes extends ViewAttributes {
  /** The address of the articles: JSON of one or more, or one article as Markdown, text or HTML. */
  src?: string;
  /** The address of the annotations of an article that is not JSON. */
  annotations?: string;
  /** The whole view, in the form used after `#` in an address. */
  state?: string;
  /** The theme; `auto` follows the page. */
  theme?: "auto" | "light" | "dark";
  /** The parts to hide: any of `search filters card footer`. */
  hide?: string;
  /** Shows only the claims of the view, as quotations with their source. */
  compact?: boolean | "";
  /** The language of the interface: `en`, `de` or `zh`; otherwise English. */
  lang?: string;
  /** The direction of the layout. */
  dir?: "ltr" | "rtl" | "auto";
  /** When to load: near the window (`lazy`) or at once (`eager`). */
  loading?: "lazy" | "eager";
  /** Whether the address of the page keeps the view. */
  "url-sync"?: "none" | "hash";
  /** Where keyboard shortcuts work: inside the element (`focus`), or nowhere (`off`). */
  shortcuts?: "focus" | "off";
  /** The address of a page that shows the same articles and takes a view after `#`. */
  permalink?: string;
}
