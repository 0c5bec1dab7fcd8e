// Records what the pages show for an address, and the address they derive from it.

import { isDeepStrictEqual } from "node:util";
import { HASHES, HASHES_OF_SEVERAL } from "./hashes.mjs";
import { serve } from "./server.mjs";

/** The maximum time to wait for something, in milliseconds. */
const PATIENCE = 60_000;

/** The number of identical readings in a row after which a page counts as settled. */
const SETTLED = 6;

/** Records the views of the page in `dist` and, if given, of the one in `dossier`. */
export async function recordViews({ dist, dossier, browser }, write) {
  const server = await serve({ "/one/": dist, ...(dossier && { "/several/": dossier }) });
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(PATIENCE);
  try {
    const page = await context.newPage();
    await recordHashes(page, `${server.origin}/one/`, HASHES, "views/article", write);
    if (dossier) await recordHashes(page, `${server.origin}/several/`, HASHES_OF_SEVERAL, "views/several", write);
  } finally {
    await context.close();
    await server.close();
  }
}

async function recordHashes(page, url, hashes, folder, write) {
  const requests = new Set();
  page.on("request", (request) => requests.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => requests.delete(request));
  const isIdle = () => requests.size === 0;
  const views = {};
  let first;
  for (const hash of hashes) {
    // Loading another page first ensures that each view is opened anew.
    await page.goto("about:blank");
    await page.goto(url + hash);
    await page.locator("input[type=search]:enabled").waitFor();
    const { marks, ...view } = await settled(page, () => page.evaluate(look), isIdle);
    first ??= marks;
    const counted = (found) => Object.entries(found).map(([id, stretches]) => `${id} ${stretches.length}`).sort();
    const isSame = (kind) => isDeepStrictEqual(marks[kind], first[kind]);
    views[hash] = {
      ...view,
      "claims marked, each with its stretches": isSame("claims") ? "as at first" : counted(marks.claims),
      "names marked, each with its places": isSame("names") ? "as at first" : counted(marks.names),
    };
  }
  write(`${folder}-marks-at-first.json`, first);
  write(`${folder}.json`, views);
}

/** The result of `read()`, once it stays the same while `isIdle()`. */
export async function settled(page, read, isIdle = () => true) {
  const deadline = Date.now() + PATIENCE;
  let before = await read();
  for (let same = 1; same < SETTLED; ) {
    // The timer comes after those with which Yew puts effects off until the page is painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 4)))));
    const now = await read();
    same = isIdle() && isDeepStrictEqual(now, before) ? same + 1 : 1;
    before = now;
    if (Date.now() > deadline) throw new Error("the page does not settle");
  }
  return before;
}

/** What a page shows, in terms of its contract. This function runs in the page. */
export function look() {
  const list = (selector, within = document) => [...within.querySelectorAll(selector)];
  const inOrder = (ids) => [...new Set(ids)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const seen = list("[data-claim-card]").filter((card) => card.checkVisibility() && !("leftOut" in card.dataset));
  const idsOf = (cards) => inOrder(cards.flatMap((card) => card.dataset.claimCard.split(" ")));
  const article = document.querySelector("article[data-article]");

  /** The passages of the text that an attribute marks, for each id. */
  const stretches = (attribute) => {
    const found = {};
    if (!article) return found;
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
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
  };
  const ranges = [...(CSS.highlights?.get("article-explorer-hit") ?? [])].map((marked) => {
    const range = new Range();
    range.setStart(marked.startContainer, marked.startOffset);
    range.setEnd(marked.endContainer, marked.endOffset);
    return range;
  });
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const pieces = new Map();
  for (const piece of article ? list("[data-hit]", article) : []) {
    pieces.set(piece.dataset.hit, (pieces.get(piece.dataset.hit) ?? "") + piece.textContent);
  }

  const notices = list("main li:not(.stance-key *)").filter((item) => item.checkVisibility() && !item.querySelector("button, a"));
  return {
    hash: location.hash,
    status: document.querySelector("[role=status]")?.innerText,
    article: article?.dataset.article,
    "found articles": list("[data-found]").map((item) => item.dataset.found),
    "number of cards": idsOf(seen).length,
    cards: idsOf(seen),
    "open cards": idsOf(seen.filter((card) => card.querySelector("button[aria-expanded=true]"))),
    hits: [...ranges.map(String), ...pieces.values()],
    query: document.querySelector("input[type=search]").value,
    chosen: list("input:checked").map((input) => `${input.name}=${input.value}`).sort(),
    sort: document.querySelector("select[name=sort]")?.value,
    notices: notices.map((item) => item.innerText),
    marks: { claims: stretches("data-claim"), names: stretches("data-entity") },
  };
}
