import type { GlobalComponents } from "vue";
import type {} from "article-explorer/vue";

// The types that the template compiler checks attributes against.
type Properties = InstanceType<GlobalComponents["article-explorer"]>["$props"];

export const right: Properties = { src: "./articles.json", view: "claims", types: "person,place", "url-sync": "hash", class: "reader" };

// @ts-expect-error there is no such view
export const wrong: Properties = { view: "upside" };
