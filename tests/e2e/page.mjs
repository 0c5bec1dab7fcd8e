// What a reader sees and does, defined once in terms of the page's contract.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEffects, root } from "./harness.mjs";

/** The text of the article, with a blank line between paragraphs. */
export async function articleText() {
  const file = await readFile(path.join(root, "articles/cybersecurity-package.md"), "utf8");
  const [, body] = /^---\n[^]*?\n---\n([^]*)$/.exec(file);
  return body.trim();
}

/** The curated annotations of the article. */
export async function annotations() {
  const file = path.join(root, "articles/cybersecurity-package.annotations.json");
  return JSON.parse(await readFile(file, "utf8"));
}

/** The ids of all claims except these, in the order of the list. */
export async function claimsBut(...left) {
  const { claims } = await annotations();
  return claims.map((claim) => claim.id).filter((id) => !left.includes(id));
}

/** The search field. */
export const search = (page) => page.locator("input[type=search]");

/** The text of the status line. */
export const status = (page) => page.getByRole("status").first().innerText();

/** Points at the page, as readers do first: this loads what opens on demand. */
export const pointAtPage = (page) => page.getByRole("heading", { level: 1 }).hover();

/** The checkbox for a value of a facet. It is there once what opens on demand is loaded. */
export const choice = (page, facet, value) =>
  page.locator(`input[name="${facet}"][value="${value}"]`);

/** The button that opens the values of a facet, on wide pages. */
export const menu = (page, facet) => page.locator(`[aria-controls="filter-${facet}"]`);

/** The button that opens the filters, on narrow pages. */
export const filtersButton = (page) => page.locator(".filters-button").filter({ visible: true });

/** The sheet with the filters of a narrow page. */
export const sheet = (page) => page.getByRole("dialog", { name: "Filters" });

/** Chooses a value of a facet as a reader does, or takes it back. */
export async function choose(page, facet, value, chosen = true) {
  const box = choice(page, facet, value);
  const isNarrow = (await filtersButton(page).count()) > 0;
  const opener = isNarrow ? filtersButton(page) : menu(page, facet);
  const closed = !(await box.isVisible());
  if (closed) await opener.click();
  await box.setChecked(chosen);
  if (closed) {
    // The box can lose the focus, because values that are counted anew can move.
    await (isNarrow ? box : opener).press("Escape");
    await box.waitFor({ state: "hidden" });
  }
}

/** The buttons for the speakers to compare. */
export const comparePills = (page, options) =>
  page.getByRole("list", { name: "Speakers to compare" }).getByRole("button", options);

/** The speakers that are compared, each with its number of claims. */
export async function compared(page) {
  const chosen = await comparePills(page).and(page.locator("[aria-pressed=true]")).allInnerTexts();
  return chosen.map((pill) => pill.replace(/\s+/g, " "));
}

/** The card of a claim. A note can be the card of several. */
export const claimCard = (page, id) => page.locator(`[data-claim-card~="${id}"]`);

/** The button that opens and closes the card of a claim. */
export const cardButton = (page, id) => claimCard(page, id).locator(`button[aria-expanded][value="${id}"]`);

/** The ids of the claims whose cards are visible and not left out by the view, by number. */
export async function cards(page) {
  const ids = await page
    .locator("[data-claim-card]:not([data-left-out])")
    .evaluateAll((cards) =>
      // A card that was redrawn meanwhile can be another element now.
      cards.filter((card) => card.checkVisibility()).flatMap((card) => card.dataset.claimCard?.split(" ") ?? []),
    );
  return ids.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** The ids of the open claims. */
export const openCards = (page) =>
  page
    .locator("[data-claim-card] button[aria-expanded=true]")
    .evaluateAll((buttons) => buttons.map((button) => button.value));

/** The words marked as matches, in text order. */
export const hits = async (page) => (await marked(page)).hits;

/** The number of the current match, counted from 1; 0 for none. */
export const currentHit = async (page) => (await marked(page)).current;

function marked(page) {
  return page.evaluate(() => {
    const highlighted = (name) =>
      [...(CSS.highlights?.get(name) ?? [])].map((marked) => {
        const range = new Range();
        range.setStart(marked.startContainer, marked.startOffset);
        range.setEnd(marked.endContainer, marked.endOffset);
        return range;
      });
    const compare = (a, b) => a.compareBoundaryPoints(Range.START_TO_START, b);
    const ranges = highlighted("article-explorer-hit").sort(compare);
    const [current] = highlighted("article-explorer-current-hit");
    const elements = [...document.querySelectorAll("article[data-article] [data-hit]")];
    return {
      hits: [...ranges.map(String), ...elements.map((element) => element.textContent)],
      current: current ? ranges.findIndex((range) => compare(range, current) === 0) + 1 : 0,
    };
  });
}

/** The view in the address, as an object. */
export async function address(page) {
  const hash = (await page.evaluate(() => location.hash)).slice(1);
  const pairs = hash.split("&").filter(Boolean).map((pair) => pair.split("="));
  return Object.fromEntries(pairs.map((pair) => pair.map(decodeURIComponent)));
}

/** A description of the focused element. */
export function focused(page) {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === document.body) return "nothing";
    return element.getAttribute("aria-label") ?? element.textContent;
  });
}

/**
 * The passages of the article's text that an attribute with a list of ids marks, for each id, in
 * order. A passage continues over all pieces that have no other text between them.
 */
export function stretches(page, attribute) {
  return page.evaluate((attribute) => {
    const article = document.querySelector("article[data-article]");
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const found = {};
    let going = new Set();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const ids = new Set();
      for (let at = node.parentElement; at !== article; at = at.parentElement) {
        for (const id of at.getAttribute(attribute)?.split(" ") ?? []) ids.add(id);
      }
      for (const id of ids) {
        found[id] ??= [];
        if (!going.has(id)) found[id].push("");
        found[id][found[id].length - 1] += node.data;
      }
      going = ids;
    }
    return found;
  }, attribute);
}

/** The visible notices about the data, the address and the query. */
export async function notices(page) {
  const items = await page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ visible: true, hasNot: page.locator("button, a") })
    .allInnerTexts();
  return items.join("\n");
}

/**
 * Goes back, like the browser's button, once the last step is in the address. The caller waits for
 * the result.
 */
export async function back(page) {
  await afterEffects(page);
  await page.evaluate(() => history.back());
}

/** Goes forward. */
export const forward = (page) => page.evaluate(() => history.forward());
