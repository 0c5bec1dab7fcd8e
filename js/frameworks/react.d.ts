import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ArticleExplorer } from "./article-explorer.js";
import type { ArticleExplorerAttributes } from "./attributes.js";

export * from "./article-explorer.js";
export { default } from "./article-explorer.js";

type Own = ArticleExplorerAttributes & Partial<Pick<ArticleExplorer, "articles">>;
type Others = Omit<DetailedHTMLProps<HTMLAttributes<ArticleExplorer>, ArticleExplorer>, keyof Own>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "article-explorer": Own & Others;
    }
  }
}
