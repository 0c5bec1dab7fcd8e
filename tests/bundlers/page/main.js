import init, { Collection, readFile } from "article-explorer";

// esbuild does not copy files, so this names their folder.
const options = typeof BASE === "string" ? { base: BASE } : {};

async function show() {
  const started = init({ ...options, annotate: false, write: false });
  const element = await document.querySelector("article-explorer").ready;
  await started;
  const collection = Collection.build([
    { id: "a", text: "Bans endanger trade." },
    { id: "b", text: "The market principles were endangered." },
  ]);
  const { bundle } = readFile("x.md", "---\ntitle: X\nlanguage: en\n---\nOne *two*.", { find: false });
  const words = element.shadowRoot.querySelector("article p").textContent.length > 0;
  // Several articles need a part of the program.
  const article = JSON.parse(element.exportAs("json")).articles[0];
  element.articles = ["a", "b"].map((id) => ({ ...article, id }));
  await element.ready;
  return {
    words,
    listed: element.shadowRoot.querySelectorAll("[data-found]").length,
    found: collection.search("market principles ").map(({ id }) => id),
    title: bundle.articles[0].title,
  };
}

show().then(
  (shown) => (globalThis.shown = shown),
  (error) => (globalThis.shown = String(error)),
);
