// The page where a reader brings articles, as its tests use it.

import { afterEffects, becomes, reading as open } from "./harness.mjs";

/** The file of the page. */
export const PAGE = "workspace.html";

/** A test of the workspace. `isEarly`: it begins before the program is there, or without it. */
export const reading = (name, ...rest) => {
  const body = rest.pop();
  const { isEarly = false, ...options } = rest.pop() ?? {};
  open(name, { hash: PAGE, served: true, starts: false, ...options }, async (page, visit) => {
    if (!isEarly) await ready(page);
    await body(page, visit);
  });
};

/** Waits until the program has replaced the form of the page and listens to the reader. */
export async function ready(page) {
  await page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });
  await afterEffects(page);
}

/** The titles of the articles that are open. */
export const openedTitles = (page) => page.locator("#workspace-opened li > span").allTextContents();
/** What became of the files that were given. */
export const doing = (page) => page.locator("#workspace-doing").textContent();
/** What is told about the files. */
export const noticed = (page) => page.locator("#workspace-notices").textContent();
/** Unfolds the form. What is added folds it only once it is shown and saved. */
export const unfold = (page) => page.getByRole("button", { name: "Add or remove", expanded: false }).click();
/** The text of the article that is shown. */
export const shownText = (page) => page.locator("article[data-article]").innerText();

/** Gives files to the page, by its field or by dropping them: `{name, text}`, `{name, bytes}` in base64, or `{name, unit, times}`. */
export function give(page, files, how = "choose") {
  return page.evaluate(([files, how]) => {
    const given = new DataTransfer();
    for (const { name, text, bytes, unit, times } of files) {
      const content = bytes === undefined ? text ?? unit.repeat(times) : Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      given.items.add(new File([content], name));
    }
    if (how === "choose") {
      const field = document.querySelector("input[type=file]");
      field.files = given.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      const event = new DragEvent(how, { dataTransfer: given, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }
  }, [files, how]);
}

/** Waits until what was given was taken in, or refused. */
export const settled = (page) => becomes(page, async () => /^(Added|Nothing was added|Cancelled|Removed)/.test(await doing(page)), true);
