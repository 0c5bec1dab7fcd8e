import type { Bundle } from "article-explorer/solid";

export function Reader(props: { address: string; articles: Bundle }) {
  return (
    <article-explorer
      src={props.address}
      view="claims"
      class="reader"
      prop:articles={props.articles}
      onClick={({ currentTarget }) => currentTarget.search("market")}
    >
      <p>Articles</p>
    </article-explorer>
  );
}

// @ts-expect-error there is no such view
export const wrong = <article-explorer view="upside" />;
