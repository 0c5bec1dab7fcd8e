import type { JSX } from "solid-js";
import type { ArticleExplorer } from "./article-explorer.js";
import type { ArticleExplorerAttributes } from "./attributes.js";

export * from "./article-explorer.js";
export { default } from "./article-explorer.js";

type Properties = { "prop:articles"?: ArticleExplorer["articles"] };

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "article-explorer": ArticleExplorerAttributes &
        Properties &
        Omit<JSX.HTMLAttributes<ArticleExplorer>, keyof ArticleExplorerAttributes>;
    }
  }
}
