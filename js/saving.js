// Saving in other forms is part of the dialog of links and codes; what does it is loaded when
// that is opened, and not offered where it cannot be.

import { loadScript } from "./load_script.js";
import { served } from "./served.js";

/** @param {() => Promise<(root: ParentNode, data: string) => void>} load */
export function offerSaving(load) {
  /** @type {Promise<Awaited<ReturnType<typeof load>> | undefined> | undefined} */
  let saving;
  addEventListener("click", async ({ target }) => {
    if (!(target instanceof Element && target.closest(".share-button"))) return;
    saving ??= load().catch(() => (saving = undefined));
    const offer = await saving;
    // The dialog opens first.
    setTimeout(() => offer?.(document, document.getElementById("article-explorer-data")?.textContent ?? ""));
  });
}

/**
 * What saves, from the file beside the page.
 * @param {string} base @returns {Promise<typeof import("./save_served.js")>}
 */
export async function saveModule(base) {
  const url = new URL(BUILD.save.script, base).href;
  await loadScript(url, { type: "module", integrity: BUILD.save.integrity });
  return import(url);
}

/** @param {string} base */
export async function savingServed(base) {
  const { offerForms } = await saveModule(base);
  return (/** @type {ParentNode} */ root, /** @type {string} */ data) => offerForms(root, data, served);
}
