import type { HTMLAttributes } from "svelte/elements";
import type { ArticleExplorer, Events } from "./article-explorer.js";
import type { ArticleExplorerAttributes } from "./attributes.js";

export * from "./article-explorer.js";
export { default } from "./article-explorer.js";

type Own = ArticleExplorerAttributes & Partial<Pick<ArticleExplorer, "articles">>;
type Listeners = { [Name in keyof Events as `on${Name}`]?: (event: Events[Name]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "article-explorer": Own & Listeners & Omit<HTMLAttributes<ArticleExplorer>, keyof Own>;
  }
}
