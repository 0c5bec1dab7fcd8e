import type { ArticleExplorer } from "article-explorer/preact";

export function Reader({ address, hear }: { address: string; hear: (element: ArticleExplorer) => void }) {
  return (
    <article-explorer src={address} view="claims" url-sync="hash" class="reader" onClick={(event) => hear(event.currentTarget)}>
      <p>Articles</p>
    </article-explorer>
  );
}

// @ts-expect-error there is no such view
export const wrong = <article-explorer view="upside" />;
