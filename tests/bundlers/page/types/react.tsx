import { useRef } from "react";
import init, { type ArticleExplorer } from "article-explorer/react";

void init;

export function Reader({ address }: { address: string }) {
  const element = useRef<ArticleExplorer>(null);
  return (
    <article-explorer
      ref={element}
      src={address}
      view="claims"
      types="person,place"
      url-sync="hash"
      className="reader"
      onClick={() => element.current?.search("market")}
    >
      <p>Articles</p>
    </article-explorer>
  );
}

// @ts-expect-error there is no such view
export const wrong = <article-explorer view="upside" />;
