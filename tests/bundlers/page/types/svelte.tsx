import type { SvelteHTMLElements } from "svelte/elements";
import type {} from "article-explorer/svelte";

// The types that the template compiler checks attributes against.
type Attributes = SvelteHTMLElements["article-explorer"];

export const right: Attributes = {
  src: "./articles.json",
  view: "claims",
  types: "person,place",
  class: "reader",
  "onarticle-explorer:select": (event) => console.log(event.detail.kind),
};

// @ts-expect-error there is no such view
export const wrong: Attributes = { view: "upside" };
