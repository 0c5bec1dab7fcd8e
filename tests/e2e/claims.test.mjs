import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { becomes, matches, reading, withData } from "./harness.mjs";
import { address, annotations, back, cards, choice, claimCard, claimsBut, compared, comparePills, openCards, search } from "./page.mjs";

/** The button for a view in the bar. */
const view = (page, name) => page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name, exact: true });

/** The part of the page that shows the claims. */
const region = (page, name) => page.getByRole("region", { name, exact: true });

const pill = (page, name) => comparePills(page, { name });

/** The headings of the subjects. */
const subjects = (page) => region(page, "Compare").getByRole("heading", { level: 3 }).allInnerTexts();

reading("the bar leads to four views, and Escape back to the article", async (page) => {
  for (const [name, heading] of [["Claims", "Claims"], ["Compare", "Compare"], ["Table", "Who speaks about whom"]]) {
    await view(page, name).click();
    await region(page, heading).waitFor();
    await becomes(page, () => address(page), { view: name.toLowerCase() });
    await becomes(page, () => view(page, name).getAttribute("aria-pressed"), "true");
    await page.keyboard.press("Escape");
    await page.locator("article[data-article]").waitFor();
    await becomes(page, () => address(page), {});
  }
  await page.locator("h1").click();
  await page.keyboard.press("v");
  await becomes(page, () => address(page), { view: "claims" });
  await page.keyboard.press("v");
  await becomes(page, () => address(page), {});
});

reading("a fragment stands in its sentence, which is dimmed", { hash: "#view=claims" }, async (page) => {
  const { claims } = await annotations();
  const plain = (text) => text.replace(/\s+/g, " ");
  for (const { id, content } of claims) {
    const sentences = claimCard(page, id).locator("blockquote");
    const own = await sentences.locator(".own").allTextContents();
    assert.deepEqual(own, content.map(({ exact }) => exact), id);
  }
  const politics = claimCard(page, "c9").locator("blockquote");
  assert.match(plain(await politics.textContent()), /^The European side is imposing .* slamming the commission for committing political manipulation\.$/);
  const colour = (locator) => locator.first().evaluate((element) => getComputedStyle(element).color);
  assert.notEqual(await colour(politics.locator(".around")), await colour(politics.locator(".own")));
});

reading("the writer's words between two pieces are not among the speaker's", { hash: "#view=claims" }, async (page) => {
  const sentences = claimCard(page, "c10").locator("blockquote");
  assert.equal(
    await sentences.textContent(),
    "“This severely violates market principles and fair competition rules,” he said, adding that the move “represents blatant protectionism”.",
  );
  assert.deepEqual(await sentences.locator(".around").allTextContents(), [" he said, adding that the move ", "."]);
});

reading("each claim says who speaks, and leads into the article", { hash: "#view=claims&form=direct" }, async (page) => {
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  const card = claimCard(page, "c7");
  assert.match(await card.innerText(), /^Guo Jiakun denies/);
  await card.getByRole("link", { name: "Show in the article" }).click();
  const passage = page.locator('article [data-claim~="c7"]').first();
  await passage.waitFor();
  await becomes(page, () => address(page), { form: "direct", claim: "c7" });
  await becomes(page, () => passage.evaluate((passage) => {
    const { top, bottom } = passage.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }), true);
  await back(page);
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
});

reading("a claim in the list unfolds its details", { hash: "#view=claims" }, async (page) => {
  await claimCard(page, "c10").getByRole("button", { name: "Details" }).click();
  await becomes(page, () => openCards(page), ["c10"]);
  await claimCard(page, "c10").getByText("Marked by an editor").waitFor();
  await becomes(page, () => address(page), { view: "claims", claim: "c10" });
  await page.keyboard.press("j");
  await becomes(page, () => openCards(page), ["c11"]);
});

reading("two clicks compare the Chinese government with the Commission", async (page) => {
  await view(page, "Compare").click();
  await becomes(page, () => compared(page), ["Guo Jiakun 8", "Chinese government 2", "European Commission 2"]);
  await page.getByText("These speakers have the most claims.").waitFor();
  await pill(page, /^Guo Jiakun/).click();
  await becomes(page, () => cards(page), ["c1", "c2", "c3", "c4"]);
  await becomes(page, () => address(page), { view: "compare", speaker: "chinese-government,european-commission" });
  await becomes(page, async () => (await subjects(page))[0], "About cybersecurity package");
  const both = page.getByRole("list", { name: /about cybersecurity package$/ });
  assert.deepEqual(
    await both.evaluateAll((lists) => lists.map((list) => list.getAttribute("aria-label"))),
    ["Chinese government about cybersecurity package", "European Commission about cybersecurity package"],
  );
  await matches(page, () => both.first().innerText(), /it’s seriously concerned/);
  await page.getByText("Subjects that only one of them talks about").waitFor();
});

reading("speakers are added up to three, and removed", { hash: "#view=compare&speaker=chinese-government,european-commission" }, async (page) => {
  await pill(page, /widely seen/).click();
  await becomes(page, async () => (await address(page)).speaker, "chinese-government,european-commission,words:widely seen");
  await page.getByText("You can compare three speakers at most.").waitFor();
  const fourth = pill(page, /^Guo Jiakun/);
  await becomes(page, () => fourth.getAttribute("aria-disabled"), "true");
  await fourth.click({ force: true });
  assert.equal((await compared(page)).length, 3);
  for (const name of [/widely seen/, /^Chinese government/]) await pill(page, name).click();
  await page.getByText("Choose a speaker to compare with European Commission.").waitFor();
  await becomes(page, () => cards(page), ["c3", "c4"]);
});

reading("filters apply within the comparison", { hash: "#view=compare&speaker=chinese-government,guo-jiakun&about=chinese-companies" }, async (page) => {
  await becomes(page, () => subjects(page), ["About Chinese companies"]);
  await becomes(page, () => cards(page), ["c2", "c6", "c7", "c11"]);
});

reading("each claim of a comparison is written once", { hash: "#view=compare" }, async (page) => {
  const shown = await cards(page);
  assert.deepEqual(shown, [...new Set(shown)]);
  assert.deepEqual(shown, await claimsBut("c5"));
  const again = page.locator(".again").filter({ hasText: "see above" });
  assert.ok((await again.count()) > 0);
});

const cell = (page, name) => page.getByRole("button", { name });

reading("heads and cells of the table filter, and nothing disappears from it", { hash: "#view=table" }, async (page) => {
  const table = page.getByRole("table", { name: "Who speaks about whom" });
  const numbers = async () => (await table.innerText()).split("\n").map((line) => line.trim());
  const before = await numbers();
  const speaker = cell(page, "Said by Guo Jiakun: 8 claims");
  await speaker.click();
  await becomes(page, () => speaker.getAttribute("aria-pressed"), "true");
  await becomes(page, async () => (await cards(page)).length, 8);
  await becomes(page, numbers, before);
  const subject = cell(page, "Said about European Commission: 6 claims");
  await subject.click();
  await becomes(page, () => cards(page), ["c8", "c9", "c10", "c11", "c12"]);
  await becomes(page, () => cell(page, "5 claims: Guo Jiakun about European Commission").getAttribute("aria-pressed"), "true");
  await becomes(page, numbers, before);
  await becomes(page, () => address(page), { view: "table", speaker: "guo-jiakun", about: "european-commission" });
  await speaker.click();
  await becomes(page, () => cards(page), ["c1", "c8", "c9", "c10", "c11", "c12"]);
  await page.getByRole("button", { name: "Clear this choice" }).click();
  await page.getByText("Choose a speaker, a subject or a number").waitFor();
  await becomes(page, () => address(page), { view: "table" });
});

reading("other filters change the numbers of the table, and nothing disappears from it", { hash: "#view=table" }, async (page) => {
  const heads = () => page.getByRole("table").locator("th .label").allInnerTexts();
  await cell(page, "Said by Guo Jiakun: 8 claims").waitFor();
  const before = await heads();
  await page.evaluate(() => { location.hash = "view=table&form=direct"; });
  await cell(page, "Said by Guo Jiakun: 3 claims").waitFor();
  await becomes(page, heads, before);
  await cell(page, "Said by Chinese government: 0 claims").waitFor();
  await page.setViewportSize({ width: 600, height: 860 });
  await cell(page, "Chinese government about European Commission: 0 claims").waitFor();
});

reading("two speakers of the table are compared", { hash: "#view=table" }, async (page) => {
  await cell(page, /^Said by Chinese government/).click();
  await cell(page, /^Said by European Commission/).click();
  await page.getByRole("button", { name: "Compare Chinese government and European Commission" }).click();
  await becomes(page, () => address(page), { view: "compare", speaker: "chinese-government,european-commission" });
});

reading("each button of the table has a name of its own", { hash: "#view=table&speaker=guo-jiakun" }, async (page) => {
  const names = await page.getByRole("table").getByRole("button").evaluateAll((all) => all.map((button) => button.getAttribute("aria-label")));
  assert.ok(names.length > 15);
  assert.equal(new Set(names).size, names.length);
});

/** Words of the table that are broken, and numbers that are cut. */
const broken = (page) =>
  page.locator(".who .label, .who .count, .who td button").evaluateAll((all) => {
    const lines = (element, from, to) => {
      const range = document.createRange();
      range.setStart(element.firstChild, from);
      range.setEnd(element.firstChild, to);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    const texts = all.filter((element) => element.checkVisibility() && element.firstChild?.nodeType === Node.TEXT_NODE);
    return texts.flatMap((element) => {
      const words = [...element.textContent.matchAll(/[^\s-]+/g)];
      return words.filter(({ 0: word, index }) => lines(element, index, index + word.length) > 1).map(([word]) => word);
    });
  });

for (const width of [1280, 1024]) {
  reading(`no word and no total of the table is broken or cut, ${width} pixels wide`, { hash: "#view=table", width }, async (page) => {
    await page.getByRole("table").waitFor();
    await becomes(page, () => broken(page), []);
    const frame = region(page, "Table of speakers and subjects");
    assert.equal(await frame.evaluate((frame) => getComputedStyle(frame).overflowX), "auto");
    // The names and totals of the speakers stay in view.
    await frame.evaluate((frame) => frame.scrollTo(9999, 0));
    const totals = page.getByRole("rowheader").locator(".count");
    assert.deepEqual(await totals.allInnerTexts(), ["8", "2", "2", "1"]);
    const edges = await totals.first().evaluate((total) => {
      const { left, right, top } = total.getBoundingClientRect();
      return { left, right, seen: document.elementsFromPoint((left + right) / 2, top + 3).includes(total) };
    });
    assert.ok(edges.left >= 0 && edges.right <= width && edges.seen, JSON.stringify(edges));
  });
}

for (const width of [360, 600, 768]) reading(`in narrow places a list stands for the table, ${width} pixels wide`, { hash: "#view=table", width, height: 740 }, async (page) => {
  await cell(page, "Guo Jiakun about Chinese companies: 3 claims").waitFor();
  assert.equal(await page.getByRole("table").count(), 0);
  await cell(page, "Guo Jiakun about Chinese companies: 3 claims").click();
  await becomes(page, () => cards(page), ["c6", "c7", "c11"]);
  await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

reading("a comparison in narrow places names the speaker of each claim", { hash: "#view=compare", width: 360, height: 740 }, async (page) => {
  for (const card of await page.locator("[data-claim-card]").all()) {
    assert.match(await card.innerText(), /^(Guo Jiakun|Chinese government|European Commission) \w+/);
  }
  await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

/** An article with many speakers, or with names of this length, and one claim of each. */
const crowd = (names, { about = true, language = "en" } = {}) => {
  const text = names.map((_, number) => `Words ${number} end.`).join(" ");
  return JSON.stringify({
    version: 1,
    articles: [{
      id: "crowd",
      title: "A crowd",
      language,
      blocks: [{ kind: "paragraph", text }],
      annotations: {
        version: 1,
        entities: names.map((name, number) => ({ id: `e${number}`, kind: "person", name })),
        claims: names.map((_, number) => ({
          id: `c${number}`,
          speaker: `e${number}`,
          content: [`Words ${number} end`],
          about: about ? [`e${(number + 1) % names.length}`] : [],
        })),
      },
    }],
  });
};
const many = Array.from({ length: 300 }, (_, number) => `Speaker ${number}`);
const long = ["word ".repeat(40).trim(), "x".repeat(200), "مجلس الشورى", "欧盟委员会", "Lee", "Lee"];

for (const [what, data] of [
  ["300 speakers", crowd(many)],
  ["long, foreign and equal names", crowd(long)],
  ["a right-to-left article", crowd(long, { language: "ar" })],
  ["claims without subjects", crowd(long, { about: false })],
  ["no claims", crowd([])],
]) {
  reading(`the views hold ${what}`, { change: withData(data), served: true, engines: ["chromium"] }, async (page, visit) => {
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const mode of ["claims", "compare", "table"]) {
        await page.goto(`${visit.url}#view=${mode}`);
        await page.locator(".claims-view, .empty").first().waitFor();
        await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${mode}, ${width}`);
        assert.deepEqual(await violations(page), [], `${mode}, ${width}`);
      }
    }
  });
}

reading("of 300 speakers, a few are offered, and all on request", { change: withData(crowd(many)), served: true, hash: "#view=table&speaker=e250" }, async (page) => {
  const rows = () => page.getByRole("rowheader").count();
  await becomes(page, rows, 21);
  await cell(page, "Said by Speaker 250: 1 claim").waitFor();
  await page.getByRole("button", { name: "Show all 300 speakers and 300 subjects" }).click();
  await becomes(page, rows, 300);
  await view(page, "Compare").click();
  const pills = comparePills(page);
  await becomes(page, () => pills.count(), 12);
  await page.getByRole("button", { name: "Show all 300 speakers" }).click();
  await becomes(page, () => pills.count(), 300);
});

const items = (page) => page.locator(".claims-view [data-claim-card]").count();

for (const mode of ["claims", "compare"]) {
  const one = JSON.parse(crowd(many));
  for (const claim of one.articles[0].annotations.claims) if (mode === "compare") claim.speaker = "e0";
  reading(`of many claims some are built, and all to be printed: ${mode}`, { change: withData(JSON.stringify(one)), served: true, hash: `#view=${mode}` }, async (page) => {
    await becomes(page, () => items(page), 100);
    const more = page.getByRole("button", { name: "Show 100 more (200 left)" });
    await more.focus();
    await page.keyboard.press("Enter");
    await becomes(page, () => items(page), 200);
    await search(page).fill('"words 250"');
    await becomes(page, () => items(page), 1);
    await search(page).fill("");
    await page.evaluate(() => (location.hash = "#view=claims&claim=c299"));
    await becomes(page, () => page.locator('[data-claim-card="c299"].open').count(), 1);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await becomes(page, () => items(page), 300);
  });
}

reading("a name’s card lists more of its places, and another name’s is folded", {
  change: withData(JSON.stringify({
    version: 1,
    articles: [{
      id: "places",
      title: "Places",
      language: "en",
      blocks: [{ kind: "paragraph", text: `${"Ann met Bob. ".repeat(150)}Bob left.` }],
      annotations: { version: 1, entities: [{ id: "ann", kind: "person", name: "Ann" }, { id: "bob", kind: "person", name: "Bob" }], claims: [] },
    }],
  })),
  served: true,
  hash: "#entity=ann",
}, async (page) => {
  const places = () => page.locator("[data-entity-card] .places li").count();
  await becomes(page, places, 3);
  await page.getByRole("button", { name: "Show 97 more of 150 places" }).click();
  await becomes(page, places, 100);
  await page.locator('article a[data-entity="bob"]').first().click();
  await page.locator('[data-entity-card="bob"]').waitFor();
  await becomes(page, places, 3);
  await page.locator('article a[data-entity="ann"]').first().click();
  await page.locator('[data-entity-card="ann"]').waitFor();
  await page.getByRole("button", { name: "Show all 150 places" }).click();
  await becomes(page, places, 150);
});

reading("a comparison without subjects has one row", { change: withData(crowd(long, { about: false })), served: true, hash: "#view=compare" }, async (page) => {
  await becomes(page, () => cards(page), ["c4", "c5"]);
  assert.deepEqual(await subjects(page), []);
});

reading("the card of a name scrolls as a whole", { hash: "#entity=european-commission" }, async (page) => {
  const card = page.locator("[data-entity-card]");
  await card.getByRole("heading", { name: /^Said by European Commission/ }).waitFor();
  await card.getByRole("heading", { name: /^Said about European Commission/ }).waitFor();
  const scrollers = await card.evaluate((card) => {
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
    return [...card.querySelectorAll("*")].filter(scrolls).length;
  });
  assert.equal(scrollers, 0, "nothing scrolls within it");
});

reading("a choice in the bar and in the pills is one", { hash: "#view=compare" }, async (page) => {
  await pill(page, /^European Commission/).click();
  await becomes(page, () => choice(page, "speaker", "guo-jiakun").isChecked(), true);
  await becomes(page, () => choice(page, "speaker", "european-commission").isChecked(), false);
});

for (const width of [1280, 1100, 768, 360]) {
  reading(`the headline stays in its place in every view, ${width} pixels wide`, { width }, async (page) => {
    const heading = page.getByRole("heading", { level: 1 });
    const { x } = await heading.boundingBox();
    for (const name of ["Claims", "Compare", "Table"]) {
      await view(page, name).click();
      await page.locator(".claims-view").waitFor();
      await becomes(page, async () => Math.round((await heading.boundingBox()).x - x), 0, name);
    }
  });
}

reading("the steps of the bar are in the article, where they lead somewhere", { width: 390, height: 844 }, async (page) => {
  const steps = page.getByRole("group", { name: "Step through the article" });
  await steps.waitFor();
  for (const name of ["Claims", "Compare", "Table"]) {
    await view(page, name).click();
    await steps.waitFor({ state: "detached" });
  }
  await view(page, "Article").click();
  await steps.waitFor();
});

reading("a speaker who is only words has a card that says so", async (page) => {
  const pill = page.locator(".legend").getByRole("button", { name: /widely seen/ });
  const card = page.getByRole("region", { name: "Unnamed (“widely seen”)" });
  await pill.click();
  await card.getByText("The article doesn’t say who this is. It has only these words: “widely seen” (1 claim).").waitFor();
  await view(page, "Claims").click();
  await card.waitFor();
  await view(page, "Article").click();
  await card.getByRole("button", { name: "a move … targeting Chinese companies" }).click();
  await becomes(page, () => openCards(page), ["c5"]);
  await becomes(page, () => card.count(), 0);
  await page.keyboard.press("Escape");
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "detached" });
  await becomes(page, () => address(page), {});
});
