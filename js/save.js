// Saves an article, or all that are listed, in a form for other programs.

/** @typedef {() => Promise<Pick<ExportsProgram, "exportArticle">>} Load gives the program that writes forms */

/** The forms, with what a reader calls them; of several articles those in `SEVERAL`. */
export const FORMS = {
  markdown: "Text with its claims as notes (Markdown)",
  "csv-claims": "Table of claims (CSV)",
  "csv-mentions": "Table of names (CSV)",
  text: "Text alone",
  article: "Article with names and claims (JSON)",
  annotations: "Names and claims beside the text (JSON)",
  w3c: "Web Annotations (JSON-LD)",
  "schema-org": "Claims for search engines (schema.org)",
  brat: "Annotations for brat",
  displacy: "Names for displaCy (JSON)",
};
const SEVERAL = ["csv-claims", "csv-mentions", "article"];

/**
 * Puts “Save as” into the open dialog of links and codes below `root`; else as `saveAs`.
 * @type {(...all: Parameters<typeof saveAs>) => void}
 */
export function offerSaveAs(root, data, load, pages) {
  const dialog = root.querySelector("dialog.share[open]");
  dialog?.querySelector("section.save")?.remove();
  dialog?.append(saveAs(root, data, load, pages));
}

/**
 * “Save as”, for the article that is open below `root`, or for all. `data` is what the page
 * was made of; of a large collection it holds no articles, and each lies in its page in the
 * folder `pages`.
 * @param {ParentNode} root @param {string} data @param {Load} load @param {URL} [pages]
 */
export function saveAs(root, data, load, pages) {
  const id = openArticle(root);
  const forms = Object.entries(FORMS).filter(([form]) => id || SEVERAL.includes(form));
  const section = made("section", { className: "save" });
  const choice = made("select", { name: "save-as" }, ...forms.map(([value, words]) => made("option", { value }, words)));
  choice.setAttribute("aria-label", "Form");
  // What only this dialog needs is no weight of the page's style sheet.
  choice.style.cssText = "max-width: 100%; min-height: 32px; font: inherit";
  const button = made("button", { type: "button" }, "Save");
  const told = made("div", { className: "told" });
  told.setAttribute("role", "status");
  const what = id
    ? "This article as a file for another program, made on this device."
    : "All articles of this page as a file for another program, made on this device.";
  section.append(made("h3", {}, "Save as"), made("p", {}, what), made("p", {}, choice, " ", button), told);
  choice.addEventListener("change", () => told.replaceChildren());
  button.addEventListener("click", async () => {
    try {
      const [{ exportArticle }, articles] = await Promise.all([load(), articlesOf(data, id, pages)]);
      /** @type {Exported} */
      const file = JSON.parse(exportArticle(articles, id, choice.value));
      download(file);
      const lost = file.notices.map((notice) => made("li", {}, notice.charAt(0).toUpperCase() + notice.slice(1)));
      told.replaceChildren(made("p", {}, `Saved as ${file.name}.`), ...(lost.length ? [made("ul", {}, ...lost)] : []));
    } catch (error) {
      told.replaceChildren(made("p", {}, `It could not be saved: ${error instanceof Error ? error.message : error}`));
    }
  });
  return section;
}

/** The id of the article that is open below `root`, or nothing. @param {ParentNode} root */
export function openArticle(root) {
  /** @type {HTMLElement | null} */
  const article = root.querySelector("article[data-article]");
  return article?.dataset.article ?? "";
}

/** The data that holds an article, or all. @param {string} data @param {string} id @param {URL} [pages] */
export async function articlesOf(data, id, pages) {
  /** @type {{ archive?: unknown, articles: { id: string }[] }} */
  const { archive, articles } = JSON.parse(data);
  if (!archive || articles.some((article) => article.id === id)) return data;
  if (!id) throw new Error("this collection is too large for one file; open an article and save that.");
  const page = await fetch(new URL(`${encodeURIComponent(id)}.html`, pages));
  const own = /<script type="application\/json" id="article-explorer-data">([^]*?)<\/script>/.exec(await page.text());
  if (!page.ok || !own) throw new Error("the page of this article cannot be read.");
  return own[1] ?? "";
}

/** Hands a file to the reader. @param {Exported} file */
function download({ name, type, text }) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  made("a", { href, download: name }).click();
  // The browser has taken what it needs once it has begun.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string>} properties @param {(Node | string)[]} children
 */
function made(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
