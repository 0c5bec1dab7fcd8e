import type { DefineComponent, HTMLAttributes } from "vue";
import type { ArticleExplorer } from "./article-explorer.js";
import type { ArticleExplorerAttributes } from "./attributes.js";

export * from "./article-explorer.js";
export { default } from "./article-explorer.js";

type Own = ArticleExplorerAttributes & Partial<Pick<ArticleExplorer, "articles">>;

declare module "vue" {
  interface GlobalComponents {
    "article-explorer": DefineComponent<Own & Omit<HTMLAttributes, keyof Own>>;
  }
}
