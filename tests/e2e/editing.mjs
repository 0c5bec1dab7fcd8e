// Code shared by the tests of the editor.

import { becomes } from "./harness.mjs";

/** Selects words of the text, or puts the caret before them. */
export async function place(page, words, isCaret) {
  await page.locator(".editor-text").focus();
  await page.evaluate(([words, isCaret]) => {
    const article = document.querySelector("article");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const text = nodes.map(({ data }) => data).join("");
    const start = text.indexOf(words);
    const place = (offset) => {
      for (const node of nodes) {
        if (offset <= node.length) return [node, offset];
        offset -= node.length;
      }
    };
    getSelection().setBaseAndExtent(...place(start), ...place(isCaret ? start : start + words.length));
  }, [words, isCaret]);
}

/** Selects words of the text, and opens the menu by keyboard. */
export async function select(page, words) {
  await place(page, words, false);
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Mark the selected words as" }).waitFor();
  await becomes(page, () => page.evaluate(() => document.activeElement?.textContent.startsWith("Claim")), true);
}
