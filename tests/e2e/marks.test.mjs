import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { becomes, engine, matches, reading, withData } from "./harness.mjs";
import { address, annotations, cardButton, cards, choice, choose, claimCard, claimsBut, menu, openCards, search } from "./page.mjs";

/** A computed style of every element that matches. */
const styles = (page, selector, property) =>
  page.locator(selector).evaluateAll((elements, property) => elements.map((element) => getComputedStyle(element)[property]), property);

const style = async (page, selector, property) => (await styles(page, selector, property))[0];

const CLEAR = "rgba(0, 0, 0, 0)";

/** An article of one paragraph for each of these speakers, each of whom makes as many claims as given. */
function spoken(speakers, rest = {}) {
  const claims = [];
  const blocks = speakers.map(([id, , count], at) => {
    const words = Array.from({ length: count }, (_, number) => `${id} holds ${number}.${at}`);
    claims.push(...words.map((content, number) => ({ id: `${id}-${number}`, speaker: id, content: [content] })));
    return { kind: "paragraph", text: `${words.join(", and ")}.` };
  });
  const entities = speakers.map(([id, name]) => ({ id, kind: "person", name, aliases: [id] }));
  return { version: 1, articles: [{ id: "spoken", title: "Spoken", language: "en", blocks, annotations: { version: 1, entities, claims }, ...rest }] };
}

const many = (count) => Array.from({ length: count }, (_, at) => [`s${at}x`, `Speaker ${at}`, at < 8 ? 12 - at : 1]);

// Two channels.

reading("quoted words have a solid line, paraphrase has dots, and a partly quoted claim has both", async (page) => {
  const { claims } = await annotations();
  for (const { id, form } of claims) {
    const lines = new Set(await styles(page, `article [data-claim="${id}"]`, "textDecorationStyle"));
    const expected = { direct: ["solid"], indirect: ["dotted"], mixed: ["dotted", "solid"] }[form];
    assert.deepEqual([...lines].sort(), expected, id);
  }
  const quoted = await page.locator('article [data-claim="c2"].quoted').allTextContents();
  assert.equal(quoted.join(""), "“walks further down the path of protectionism”");
});

reading("a colour is a speaker, the same in the text, the margin, the pills and under a filter", async (page) => {
  const { claims } = await annotations();
  const colours = async () => {
    const found = {};
    for (const { id, speaker } of claims) {
      const line = await style(page, `article [data-claim="${id}"]`, "textDecorationColor");
      (found[speaker.exact ?? speaker] ??= new Set()).add(line).add(await style(page, `.note:has([value="${id}"])`, "borderLeftColor"));
    }
    return Object.fromEntries(Object.entries(found).map(([speaker, lines]) => [speaker, [...lines].join()]));
  };
  const before = await colours();
  assert.equal(new Set(Object.values(before)).size, 4, "each has one colour of their own");
  for (const [speaker, colour] of Object.entries(before)) {
    if (speaker !== "widely seen") assert.equal(await style(page, `.pill[data-speaker="${speaker}"] .dot`, "backgroundColor"), colour);
  }
  await page.locator(".pill[data-speaker=european-commission]").click();
  await becomes(page, () => cards(page), ["c3", "c4"]);
  await becomes(page, () => style(page, 'article [data-claim="c4"]', "textDecorationColor"), before["european-commission"]);
});

reading("from the eighth speaker on the colour is grey", { change: withData(spoken(many(9))) }, async (page) => {
  const colours = [];
  for (let at = 0; at < 9; at += 1) colours.push(await style(page, `article [data-claim="s${at}x-0"]`, "textDecorationColor"));
  assert.equal(new Set(colours.slice(0, 7)).size, 7);
  assert.ok(!colours.slice(0, 7).includes(colours[7]));
  assert.equal(colours[7], colours[8]);
});

reading("names have a tint of one of four groups and no line", async (page) => {
  const kinds = ["person", "organisation", "place", "nationality", "law", "date", "event", "other"];
  const tints = {};
  for (const kind of kinds) {
    const name = `article [data-kind="${kind}"]:not([data-kind] [data-kind])`;
    tints[kind] = await style(page, name, "backgroundImage");
    assert.equal(await style(page, name, "textDecorationLine"), "none", kind);
  }
  // A nationality within another name has the tint of that name.
  delete tints.nationality;
  assert.equal(new Set(Object.values(tints)).size, 4, JSON.stringify(tints));
  assert.equal(new Set(["law", "date", "event", "other"].map((kind) => tints[kind])).size, 1);
  await page.locator(".explorer").evaluate((root) => root.classList.add("names-off"));
  await becomes(page, () => style(page, "article [data-kind=person]", "backgroundImage"), "none");
});

reading("only the open claim is filled, and the one that is pointed at", async (page) => {
  const filled = () =>
    page.locator("article [data-claim]").evaluateAll((pieces, clear) => [
      ...new Set(pieces.filter((piece) => getComputedStyle(piece).backgroundColor !== clear).map((piece) => piece.dataset.claim)),
    ], CLEAR);
  assert.deepEqual(await filled(), []);
  await cardButton(page, "c10").click();
  await page.mouse.move(5, 5);
  await becomes(page, filled, ["c10"]);
  await cardButton(page, "c5").hover();
  await becomes(page, filled, ["c5", "c10"]);
});

reading("what a filter leaves out loses its marks, names too", async (page) => {
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await page.mouse.move(5, 5);
  const alpha = (colour) => (/, 0\)$| \/ 0\)$|transparent/.test(colour) ? 0 : 1);
  const lines = () => page.locator("article [data-claim]").evaluateAll((pieces) =>
    pieces.map((piece) => [piece.dataset.claim, getComputedStyle(piece).textDecorationColor]),
  );
  const wrong = async () =>
    (await lines()).filter(([id, colour]) => alpha(colour) !== (["c7", "c10", "c13"].includes(id) ? 1 : 0));
  await becomes(page, wrong, []);
  const tint = (selector) => style(page, selector, "backgroundImage");
  await becomes(page, () => tint('article [data-claim="c1"] [data-entity]'), "none");
  await becomes(page, () => tint('article [data-entity="guo-jiakun"]'), "none");
  assert.notEqual(await tint('article [data-claim="c7"] a[data-entity="europe"]'), "none");
});

reading("a name within an unmarked one has the colour of the text", { hash: "#types=nationality" }, async (page) => {
  const inner = '[data-entity="chinese-companies"] [data-entity="chinese"]';
  const text = await style(page, "article p", "color");
  await becomes(page, () => style(page, `article ${inner}`, "color"), text);
  await choose(page, "types", "nationality", false);
  await choose(page, "types", "person");
  await becomes(page, () => style(page, `article ${inner}`, "color"), text);
});

// The key and the speakers.

reading("two sentences below the headline explain the marks with samples of them", async (page) => {
  const key = page.locator(".legend > p");
  assert.deepEqual(await key.allInnerTexts(), [
    "Underlined words are claims; the colour says whose. Quoted, paraphrased.",
    "Tinted words are names: people, organisations, places and nationalities, others.",
  ]);
  assert.deepEqual(await styles(page, ".legend .claim", "textDecorationStyle"), ["solid", "dotted"]);
  assert.notEqual(await style(page, ".legend .name", "backgroundImage"), "none");
});

reading("pills and shares choose speakers, and say so", async (page) => {
  const pills = page.getByRole("list", { name: "Speakers" }).getByRole("button");
  assert.deepEqual(
    (await pills.allTextContents()).map((text) => text.trim()),
    ["Guo Jiakun 8", "Chinese government 2", "European Commission 2", "Unnamed (“widely seen”) 1"],
  );
  const pressed = () => pills.evaluateAll((pills) => pills.filter((pill) => pill.ariaPressed === "true").map((pill) => pill.dataset.speaker));
  await pills.nth(1).click();
  await becomes(page, pressed, ["chinese-government"]);
  await becomes(page, () => address(page), { speaker: "chinese-government" });
  await becomes(page, () => choice(page, "speaker", "chinese-government").isChecked(), true);
  await becomes(page, () => cards(page), ["c1", "c2"]);
  await page.locator(".segment").nth(2).click();
  await becomes(page, pressed, ["chinese-government", "european-commission"]);
  await pills.nth(1).click();
  await pills.nth(2).click();
  await becomes(page, async () => cards(page), await claimsBut());
});

reading("the key stands there before the program runs", {
  starts: false,
  context: { javaScriptEnabled: false },
  engines: ["chromium"],
}, async (page) => {
  assert.match(await page.locator(".legend").innerText(), /Underlined words are claims.*Guo Jiakun\s*8.*Unnamed/s);
});

reading("of 300 speakers the first are listed, and the rest on request", { change: withData(spoken(many(300))) }, async (page) => {
  const pills = page.getByRole("list", { name: "Speakers" }).getByRole("button");
  assert.equal(await pills.count(), 8);
  assert.equal(await page.locator(".segment").count(), 8);
  await pills.last().click();
  await becomes(page, () => pills.count(), 301);
  await page.locator(".pill[data-speaker=s299x]").click();
  await becomes(page, () => address(page), { speaker: "s299x" });
  await pills.last().click();
  await becomes(page, () => pills.count(), 9, "the chosen one stays");
  await becomes(page, () => violations(page), []);
});

for (const width of [1280, 360]) {
  reading(`a name of 200 characters is cut and can be read: ${width}`, {
    width,
    change: withData(spoken([["ann", "A very long name ".repeat(12).trim(), 2], ["bob", "B".repeat(200), 1]])),
  }, async (page) => {
    const inside = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.equal(await inside(), true);
    assert.equal(await page.locator(".pill [title]").first().getAttribute("title"), "A very long name ".repeat(12).trim());
    for (const summary of await page.locator("article summary").all()) await summary.click();
    await becomes(page, inside, true);
  });
}

reading("an article without claims has one sentence in place of the key", {
  change: withData({ version: 1, articles: [{ id: "rain", title: "Rain", language: "en", blocks: [{ kind: "paragraph", text: "It rains." }] }] }),
}, async (page) => {
  assert.equal(await page.locator(".legend").innerText(), "No claims are marked in this article.");
  assert.equal(await page.getByText("No claims are marked").count(), 1);
});

reading("on a phone the headline and the first sentence are on the first screen", { width: 390, height: 844 }, async (page) => {
  const { bar, end } = await page.evaluate(() => {
    const paragraph = document.querySelector("article p");
    return {
      bar: document.querySelector(".bar").getBoundingClientRect().height,
      end: paragraph.getBoundingClientRect().bottom,
    };
  });
  assert.ok(end - Math.max(0, bar - 60) <= 600, `the sentence ends at ${end}, below a bar of ${bar}`);
});

// The notes.

reading("a note is a sentence with the first words of its claim", async (page) => {
  const said = async (id) => (await cardButton(page, id).innerText()).replaceAll(/\s+/g, " ");
  assert.equal(await said("c7"), "Guo Jiakun denies · quoted “They have never endangered the national security of European countries …”");
  assert.match(await said("c2"), /^Chinese government promises · partly quoted to protect the lawful interests/);
  assert.match(await said("c9"), /^Guo Jiakun criticises · paraphrased committing political manipulation$/);
  assert.match(await said("c5"), /^Unnamed \(“widely seen”\) says · paraphrased a move … targeting Chinese companies$/);
});

reading("neighbours by one speaker share a note, and each can be opened", async (page) => {
  const note = page.locator('.note:has([value="c4"])');
  await becomes(page, () => note.getAttribute("data-claim-card"), "c3 c4");
  await matches(page, () => note.innerText(), /^European Commission · 2 claims/);
  await page.locator('article [data-claim="c4"]').first().click();
  await becomes(page, () => openCards(page), ["c4"]);
  await claimCard(page, "c4").getByText("Introduced by").waitFor();
  assert.doesNotMatch(await claimCard(page, "c3").innerText(), /Introduced by/);
  await cardButton(page, "c3").click();
  await becomes(page, () => openCards(page), ["c3"]);
  await choose(page, "form", "mixed");
  await becomes(page, () => cards(page), ["c2", "c4"]);
  await becomes(page, () => claimCard(page, "c4").getAttribute("data-left-out"), null);
  await becomes(page, async () => (await claimCard(page, "c3").getAttribute("data-left-out")) !== null, true);
  await cardButton(page, "c3").click();
  await choose(page, "form", "mixed", false);
  await becomes(page, () => note.getAttribute("data-claim-card"), "c3 c4");
});

reading("pointing at a note marks its passage, and the reverse", async (page) => {
  const passage = () => page.locator('article [data-claim="c7"].active').count();
  const note = () => page.locator('.line.pointed:has([value="c7"])').count();
  assert.equal(await passage(), 0);
  await cardButton(page, "c7").hover();
  await becomes(page, async () => (await passage()) > 0, true);
  await page.mouse.move(5, 5);
  await becomes(page, passage, 0);
  await page.locator("article p").getByText("They have never endangered").hover();
  await becomes(page, note, 1);
  await page.mouse.move(5, 5);
  await becomes(page, note, 0);
  await cardButton(page, "c6").focus();
  await page.keyboard.press("Tab");
  await becomes(page, async () => (await passage()) > 0, true, "by the keyboard");
  await page.keyboard.press("Tab");
  await becomes(page, passage, 0);
});

reading("a note that a search leaves out steps back and keeps its place", async (page) => {
  const places = () =>
    page.locator(".note").evaluateAll((notes) => notes.map((note) => [note.style.top, note.textContent]));
  const before = await places();
  await search(page).fill("blatant");
  await becomes(page, () => cards(page), ["c10"]);
  assert.deepEqual(await places(), before);
  const stepBack = async () => {
    const colours = new Set(await styles(page, ".note[data-left-out] .first-words", "color"));
    return !colours.has(await style(page, ".note:not([data-left-out]) .first-words", "color"));
  };
  await becomes(page, stepBack, true);
  await becomes(page, () => violations(page), []);
});

for (const [what, language, speaker, words] of [
  ["from right to left with Latin names", "ar", "NATO", "قال الحلف NATO إن المطر سيهطل غدا في كل مكان وإن على الجميع البقاء في البيوت طوال اليوم وعدم الخروج"],
  ["in Chinese", "zh", "外交部", "外交部说，中国企业长期在欧洲依法依规经营，从未危害欧洲国家的国家安全，反而为欧洲电信和数字产业的发展作出了重要贡献，为欧洲民众提供了高质量的产品和服务，这是有目共睹的事实"],
]) {
  reading(`notes ${what}`, {
    change: withData({ version: 1, articles: [{
      id: "a", title: words.slice(0, 20), language, blocks: [{ kind: "paragraph", text: words }],
      annotations: { version: 1, entities: [{ id: "who", kind: "organisation", name: speaker }], claims: [{ id: "c1", speaker: "who", content: [words] }] },
    }] }),
  }, async (page) => {
    const shown = page.locator(".first-words");
    const text = await shown.innerText();
    assert.match(text, / …$/);
    assert.ok(words.startsWith(text.replace(/ …$/, "")) && [...text].length <= 72, text);
    assert.equal(await shown.evaluate((shown) => getComputedStyle(shown).direction), language === "ar" ? "rtl" : "ltr");
    await becomes(page, () => violations(page), []);
  });
}

reading("the key says nothing of tints where there are none", async (page, visit) => {
  const tints = page.locator(".legend").getByText("Tinted words are names");
  await tints.waitFor();
  await menu(page, "types").click();
  await page.getByRole("switch", { name: "Mark names" }).click();
  await tints.waitFor({ state: "hidden" });
  // Other browsers are not asked for forced colours here.
  if (engine !== "chromium") return;
  const forced = await visit.open({ context: { forcedColors: "active" } });
  await forced.getByText("Underlined words are").waitFor();
  await becomes(forced, () => forced.getByText("Tinted words are names").isVisible(), false);
});

reading("the key says what each tint means", async (page) => {
  const key = page.locator(".key-to-names");
  assert.equal(await key.innerText(), "Tinted words are names: people, organisations, places and nationalities, others.");
  const image = (name) => getComputedStyle(name).backgroundImage;
  const tints = await key.locator(".name").evaluateAll((names) => names.map((name) => [name.dataset.kind, getComputedStyle(name).backgroundImage]));
  for (const [kind, tint] of tints) {
    const name = page.locator(`article [data-kind="${kind}"]`).first();
    if (await name.count()) assert.equal(await name.evaluate(image), tint, kind);
  }
  assert.equal(new Set(tints.map(([, tint]) => tint)).size, 4);
  const { height } = await key.boundingBox();
  assert.ok(height < 30, "one line");
});

reading("notes stay beside their passages when more speakers are listed", {
  change: withData({ version: 1, articles: [{
    id: "a", title: "T", language: "en",
    blocks: Array.from({ length: 14 }, (_, number) => ({ kind: "paragraph", text: `Speaker${number} said that sentence number ${number} is long enough.` })),
    annotations: {
      version: 1,
      entities: Array.from({ length: 14 }, (_, number) => ({ id: `s${number}`, kind: "person", name: `Speaker${number}` })),
      claims: Array.from({ length: 14 }, (_, number) => ({ id: `c${number}`, speaker: `s${number}`, content: [`sentence number ${number} is long enough`] })),
    },
  }] }),
}, async (page) => {
  const away = () => page.evaluate(() => {
    const [note, passage] = ['[data-claim-card~="c4"]', 'article [data-claim~="c4"]'].map((selector) => document.querySelector(selector).getBoundingClientRect().top);
    return Math.abs(Math.round(note - passage));
  });
  await becomes(page, away, 0);
  const text = page.locator("article");
  const { y } = await text.boundingBox();
  await page.locator(".legend").getByRole("button", { name: /more/ }).click();
  await becomes(page, async () => (await text.boundingBox()).y > y, true);
  await becomes(page, away, 0);
});
