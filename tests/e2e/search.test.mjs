import assert from "node:assert/strict";
import { becomes, matches, reading } from "./harness.mjs";
import { cards, claimsBut, currentHit, hits, notices, search, status } from "./page.mjs";

reading("a word is marked wherever it stands, and counted", async (page) => {
  await search(page).pressSequentially("protectionism");
  await becomes(page, () => hits(page), ["protectionism", "protectionism"]);
  assert.deepEqual(await cards(page), ["c2", "c10"]);
  await matches(page, () => status(page), /^2 matches\b.*\b2 of 13 claims/);
});

reading("a word is marked while it is typed", async (page) => {
  await search(page).pressSequentially("prot");
  await becomes(page, () => hits(page), ["protect", "protectionism", "protectionism"]);
});

reading("a phrase is marked as a whole", async (page) => {
  await search(page).fill('"market principles"');
  await becomes(page, () => hits(page), ["market principles"]);
  assert.deepEqual(await cards(page), ["c10"]);
  await matches(page, () => status(page), /^1 match\b/);
});

for (const [query, found] of [
  ["endanger ", ["endangered"]],
  ["endangering ", ["endangered"]],
  ["PROTECTIONISM", ["protectionism", "protectionism"]],
  ["prötéctionism", ["protectionism", "protectionism"]],
  ["ｐrotectionism", ["protectionism", "protectionism"]],
  ["europe's ", ["Europe", "Europe’s", "Europe"]],
]) {
  reading(`${query.trim()} finds ${found.join(", ")}`, async (page) => {
    await search(page).fill(query);
    await becomes(page, () => hits(page), found);
  });
}

reading("a claim must hold every word", async (page) => {
  await search(page).fill("market rules");
  await becomes(page, () => cards(page), ["c10"]);
  await search(page).fill("market protect");
  await becomes(page, () => cards(page), ["c10"], "the last word may go on");
  await search(page).fill("market protect ");
  await becomes(page, () => cards(page), []);
  await becomes(page, () => hits(page), ["protect", "market", "market"]);
});

reading("a word with a minus is left out", async (page) => {
  await search(page).fill("-protectionism");
  await becomes(page, async () => cards(page), await claimsBut("c2", "c10"));
  await becomes(page, () => hits(page), []);
  await search(page).fill("protectionism -blatant");
  await becomes(page, () => cards(page), ["c2"]);
});

reading("a typing error is forgiven, and said", async (page) => {
  await search(page).fill("protecionism");
  await becomes(page, () => hits(page), ["protectionism", "protectionism"]);
  await becomes(page, async () => /protecionism.*does not appear in the text/.test(await notices(page)), true);
  await search(page).fill("protectionism");
  await becomes(page, () => notices(page), "");
  await search(page).fill("makret~");
  await becomes(page, () => hits(page), ["market", "market"]);
});

reading("what is nowhere is said", async (page) => {
  await search(page).fill("xylophone");
  await becomes(page, async () => (await status(page)).split(" · ")[0], "No matches");
  assert.deepEqual(await cards(page), []);
  await page.getByText("Nothing in this article matches the search.").waitFor();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await becomes(page, async () => cards(page), await claimsBut());
  await becomes(page, () => search(page).inputValue(), "");
});

for (const [width, query] of [[1280, "xylophone"], [390, "xylophone"], [1280, "speaker:nobody"]]) {
  reading(`that ${query} matches nothing is said where the reader is, ${width} pixels wide`, { width, height: 700 }, async (page) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await search(page).fill(query);
    const said = page.locator(".empty");
    await said.waitFor();
    await becomes(page, () => said.evaluate((said) => {
      const { top, bottom } = said.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), true);
    await said.getByRole("button").first().waitFor();
  });
}

for (const [name, query, notice] of [
  ["a query of 10,000 characters", "market ".repeat(1500).slice(0, 10_000), /first 64 words/],
  ["only punctuation", "?!… — ()&[]{}*~\"':", /no word to search for/],
  ["a field that is none", "colour:market", /“colour:” isn’t a filter/],
  ["a value that the field does not know", "form:market", /“form:” takes .*“market” is searched/],
  ["a field without a value", "speaker:", /Type a name after “speaker:”/],
  ["a date that is none", "before:market", /“before:” takes a date/],
]) {
  reading(`${name} is said, and nothing breaks`, async (page) => {
    await search(page).fill(query);
    await page.getByRole("main").getByText(notice).waitFor();
    await search(page).fill('"market principles"');
    await becomes(page, () => hits(page), ["market principles"]);
    await becomes(page, () => notices(page), "");
  });
}

reading("one word of 10,000 characters finds nothing and breaks nothing", async (page) => {
  await search(page).fill("x".repeat(10_000));
  await becomes(page, () => cards(page), []);
  await search(page).fill("");
  await becomes(page, async () => cards(page), await claimsBut());
});

reading("the list of all matches leads to each of them", { hash: "#q=commission" }, async (page) => {
  await page.getByRole("button", { name: "List all" }).click();
  const list = page.getByRole("dialog", { name: "Matches in context" });
  await becomes(page, () => list.locator("tr").count(), 4);
  await matches(page, () => list.locator("tr").nth(2).innerText(), /slamming the\s+commission\s+for committing/);
  await list.getByRole("button", { name: "commission" }).nth(2).click();
  await list.waitFor({ state: "hidden" });
  const walk = page.getByRole("group", { name: "Step through the article" });
  await matches(page, () => walk.innerText(), /\b3 of 4/);
});

reading("the buttons beside the search walk through the hits, round and round", async (page) => {
  await search(page).fill("commission");
  await becomes(page, async () => (await hits(page)).length, 4);
  const walk = page.getByRole("group", { name: "Step through the article" });
  await matches(page, () => walk.innerText(), /\b1 of 4 matches/, "where the reader begins");
  for (const place of [1, 2, 3, 4, 1]) {
    await walk.getByRole("button", { name: "Next match" }).click();
    await becomes(page, () => currentHit(page), place);
    await matches(page, () => walk.innerText(), new RegExp(`\\b${place} of 4 matches`));
  }
  await walk.getByRole("button", { name: "Previous match" }).click();
  await becomes(page, () => currentHit(page), 4);
});

reading("hits are marked in the claims too", { hash: "#view=claims&q=protectionism" }, async (page) => {
  await becomes(page, () => cards(page), ["c2", "c10"]);
  const marked = page.locator("[data-claim-card] [data-hit]");
  await becomes(page, () => marked.allInnerTexts(), ["protectionism", "protectionism"]);
});

reading(
  "where the browser cannot highlight, elements mark the hits",
  { before: (page) => page.addInitScript(() => delete globalThis.Highlight) },
  async (page) => {
    await search(page).fill("protectionism");
    const marked = page.locator("article[data-article] [data-hit]");
    await becomes(page, () => marked.allInnerTexts(), ["protectionism", "protectionism"]);
    await search(page).press("Enter");
    await becomes(page, async () => (await status(page)).split(" · ")[0], "2 matches");
  },
);

for (const size of [{ width: 1280, height: 500 }, { width: 360, height: 500 }]) {
  reading(`a search brings its first match into view, ${size.width} pixels wide`, { ...size, engines: ["chromium", "firefox"] }, async (page) => {
    const place = () =>
      page.evaluate(() => {
        const bar = document.querySelector("[role=search]").getBoundingClientRect();
        const [marked] = CSS.highlights?.get("article-explorer-hit") ?? [];
        const range = new Range();
        if (marked) range.setStart(marked.startContainer, marked.startOffset);
        else range.selectNode(document.querySelector("article [data-hit]") ?? document.body);
        const { top } = range.getBoundingClientRect();
        return bar.top > innerHeight / 2 ? top >= 0 && top < bar.top : top >= bar.bottom && top < innerHeight;
      });
    await search(page).pressSequentially("substantial");
    await becomes(page, async () => (await hits(page)).length, 1);
    await becomes(page, place, true);
    assert.ok((await page.evaluate(() => scrollY)) > 0);
    await search(page).pressSequentially(" xylophone");
    await becomes(page, async () => (await cards(page)).length, 0);
    assert.equal(await place(), true, "the reader still looks at the match");
  });
}

reading("the bar keeps its height while the reader types", async (page) => {
  const height = () => page.getByRole("search").evaluate((bar) => bar.getBoundingClientRect().height);
  /** The heights of the bar after queries with this many fields, each of which becomes a chip. */
  const heights = async (...queries) => {
    const all = new Set();
    for (const [query, fields] of queries) {
      await search(page).fill(query);
      await becomes(page, () => page.locator(".chip").count(), fields, query);
      all.add(await height());
    }
    return [...all];
  };
  const before = await height();
  assert.deepEqual(await heights(["c", 0], ["commission", 0], ["commission speaker:guo ", 1], ["xylophone", 1], ["speaker:guo form:quoted ", 2]), [before]);
  // More chips have two rows, and the others scroll.
  await heights(["speaker:guo form:quoted about:commission ", 3]);
  await becomes(page, async () => (await height()) > before, true);
  const two = await height();
  assert.deepEqual(await heights(["speaker:guo form:quoted about:commission stance:criticises ", 4]), [two]);
});

reading("the answers to a question stay in view, and no notice denies them", async (page) => {
  await search(page).pressSequentially("who criticises the commission");
  const answers = page.locator(".answers");
  await matches(page, () => answers.innerText(), /Guo Jiakun criticises/);
  await becomes(page, () => answers.evaluate((answers) => {
    const { top } = answers.getBoundingClientRect();
    return top > 0 && top < innerHeight;
  }), true);
  assert.equal(await page.locator(".empty").count(), 0);
});
