import type { HTMLAttributes } from "preact";
import type { ArticleExplorer } from "./article-explorer.js";
import type { ArticleExplorerAttributes } from "./attributes.js";

export * from "./article-explorer.js";
export { default } from "./article-explorer.js";

type Own = ArticleExplorerAttributes & Partial<Pick<ArticleExplorer, "articles">>;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "article-explorer": Own & Omit<HTMLAttributes<ArticleExplorer>, keyof Own>;
    }
  }
}
