import assert from "node:assert/strict";
import { becomes, hostileTexts, matches, reading, withData } from "./harness.mjs";
import {
  address,
  articleText,
  back,
  cards,
  choose,
  claimsBut,
  hits,
  notices,
  openCards,
  search,
  stretches,
} from "./page.mjs";

const SENTENCES = "Ann said it rains. “It will stop,” said Ben. Ann doubts it.";

/** Data with one article. */
const article = (annotations, more) => ({
  version: 1,
  articles: [{ id: "rain", title: "Rain", language: "en", blocks: [{ kind: "paragraph", text: SENTENCES }], annotations, ...more }],
});
const ann = { id: "ann", kind: "person", name: "Ann" };
const rains = { id: "c1", speaker: "ann", form: "indirect", stance: "states", content: [{ exact: "it rains" }], about: [] };

for (const [what, data, told] of [
  ["is not JSON", '{"version": 1, "articles": [', /the data is not JSON/],
  ["is empty", "", /the data is not JSON/],
  ["is no object", "[]", /no article in the data/],
  ["holds no article", { version: 1, articles: [] }, /no article in the data/],
  ["holds what is no article", { version: 1, articles: [7, null, { title: "x" }] }, /no article in the data/],
  ["nests too deep", "[".repeat(5000) + "]".repeat(5000), /not JSON|nests more than|no article/],
]) {
  reading(`data that ${what} leaves the text, with a line that says so`, {
    starts: false,
    change: withData(data),
  }, async (page) => {
    const line = page.getByRole("alert");
    await line.waitFor();
    await matches(page, () => line.innerText(), told);
    const paragraphs = await page.locator("article[data-article] p").allInnerTexts();
    assert.equal(paragraphs.join("\n\n"), await articleText());
  });
}

reading("the page has no data at all", {
  starts: false,
  change: (name, body) => (name === "index.html" ? String(body).replace('id="article-explorer-data"', "") : body),
}, async (page) => {
  await page.getByRole("alert").filter({ hasText: "article-explorer-data" }).waitFor();
  await page.getByText("This severely violates market principles").first().waitFor();
});

for (const [what, annotations, told, left] of [
  ["a quotation that does not stand in the text", { entities: [ann], claims: [{ ...rains, content: [{ exact: "it snows" }] }, { ...rains, id: "c2" }] }, /claims\[0\]\.content\[0\].*do not appear in the text.*“it snows”/, ["c2"]],
  ["an id of claims used twice", { entities: [ann], claims: [rains, { ...rains, content: [{ exact: "It will stop" }] }] }, /claims\[1\]\.id.*used twice.*“c1”/, ["c1", "c1-2"]],
  ["an id of entities used twice", { entities: [ann, { id: "ann", kind: "person", name: "Ben" }], claims: [rains] }, /entities\[1\]\.id.*used twice/, ["c1"]],
  ["a claim without a speaker", { entities: [ann], claims: [{ ...rains, speaker: undefined }] }, /claims\[0\]\.speaker.*has no speaker/, ["c1"]],
  ["a speaker that nobody knows", { entities: [ann], claims: [{ ...rains, speaker: "zoe" }] }, /claims\[0\]\.speaker.*no entity has this id.*“zoe”/, ["c1"]],
  ["a quotation that stands in several places", { entities: [ann], claims: [{ ...rains, content: [{ exact: "it" }] }] }, /appear in \d+ places/, ["c1"]],
  ["an entity that is nowhere", { entities: [ann, { id: "zoe", kind: "person", name: "Zoe" }], claims: [rains] }, /entities, zoe.*neither the name nor an alias/, ["c1"]],
  ["annotations that are no object", [], /not an object/, []],
  ["claims that are no list", { entities: [ann], claims: { c1: rains } }, /claims/, []],
  ["another version", { version: 7, entities: [ann], claims: [rains] }, /version is not 1/, ["c1"]],
]) {
  const whole = Array.isArray(annotations) ? annotations : { version: 1, ...annotations };
  reading(`${what} is told, the rest is shown`, { change: withData(article(whole)) }, async (page) => {
    await becomes(page, async () => told.test(await notices(page)), true, String(told));
    await matches(page, () => notices(page), /rain\.annotations\.json/);
    await becomes(page, () => page.locator("article[data-article=rain] p").innerText(), SENTENCES);
    await becomes(page, () => cards(page), left);
    await search(page).fill("doubts");
    await becomes(page, () => hits(page), ["doubts"]);
  });
}

reading("an article without names and claims can be read and searched", { change: withData(article(undefined)) }, async (page) => {
  await page.getByText("No claims are marked in this article.").waitFor();
  await search(page).fill("rain");
  await becomes(page, () => hits(page), ["rains"]);
  await page.keyboard.press("Tab");
  for (const key of ["n", "p", "j", "k", "v", "v", "Escape", "Escape"]) await page.keyboard.press(key);
  await page.getByText("“It will stop,” said Ben.").waitFor();
});

for (const mode of ["claims", "compare", "table"]) {
  reading(`an article without claims says so in the view: ${mode}`, { hash: `#view=${mode}`, change: withData(article(undefined)) }, async (page) => {
    const view = page.locator(".claims-view");
    await view.getByText("No claims are marked in this article.").waitFor();
    assert.equal(await page.getByText(/were marked|were detected/).count(), 0, "nobody marked anything");
  });
}

for (const width of [1280, 768, 390]) {
  reading(`names of 200 characters widen nothing, ${width} pixels wide`, {
    width,
    hash: "#claim=c1&speaker=ann",
    change: withData(article(
      { version: 1, entities: [{ ...ann, name: "A".repeat(200), aliases: ["Ann"] }, { id: "ben", kind: "person", name: "B".repeat(200), aliases: ["Ben"] }], claims: [{ ...rains, about: ["ben"] }] },
      { author: "C".repeat(200), source: "D".repeat(200) },
    )),
  }, async (page) => {
    await page.locator(".card.open .details").waitFor();
    await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    const out = () => page.evaluate(() => {
      const inside = (inner, outer) => inner.getBoundingClientRect().right <= outer.getBoundingClientRect().right + 1;
      const card = document.querySelector(".card.open");
      const chip = document.querySelector(".bar .chip");
      return [
        ...[...card.querySelectorAll("a, button")].filter((element) => !inside(element, card)),
        ...[...chip.querySelectorAll(".cross")].filter((cross) => !inside(cross, chip)),
      ].map((element) => element.textContent);
    });
    await becomes(page, out, []);
  });
}

reading("a number beside a name that runs from right to left stays behind it", {
  hash: "#view=claims",
  change: withData(article({ version: 1, entities: [{ ...ann, name: "وزارة الخارجية", aliases: ["Ann"] }], claims: [rains] })),
}, async (page) => {
  const heading = page.locator(".group h3");
  await heading.waitFor();
  const [name, count] = await heading.evaluate((heading) =>
    [heading.firstElementChild, heading.lastElementChild].map((part) => {
      const { left, right } = part.getBoundingClientRect();
      return { left, right };
    }));
  assert.ok(name.right <= count.left, JSON.stringify([name, count]));
  assert.equal(await heading.locator("bdi").count(), 1);
});

reading("an article without text is no reason to end", {
  change: withData({ version: 1, articles: [{ id: "void", title: "Void", blocks: [] }] }),
}, async (page) => {
  await page.getByRole("heading", { level: 1, name: "Void" }).waitFor();
  await search(page).fill("anything");
  for (const key of ["Enter", "Tab", "j", "v", "v"]) await page.keyboard.press(key);
  await page.getByRole("heading", { level: 1, name: "Void" }).waitFor();
});

reading("of several articles one is opened, and back leads to the list", {
  served: true,
  change: withData({ version: 1, articles: [article({ version: 1, entities: [ann], claims: [rains] }).articles[0], { ...article(undefined).articles[0], id: "sun", title: "Sun" }] }),
}, async (page) => {
  await page.getByRole("link", { name: "Sun" }).click();
  await page.getByRole("heading", { level: 1, name: "Sun" }).waitFor();
  await page.locator("article[data-article=sun]").waitFor();
  await becomes(page, () => address(page), { a: "sun" });
  await back(page);
  await page.getByRole("link", { name: "Rain" }).click();
  await page.getByRole("heading", { level: 1, name: "Rain" }).waitFor();
  await becomes(page, () => cards(page), ["c1"]);
});

reading("long words, other scripts and odd characters are shown as they are", {
  change: withData({
    version: 1,
    articles: [{
      id: "أهلا 你好 #&=%",
      title: "عنوان",
      language: "ar",
      blocks: ["قال أحمد إن المطر سيهطل غدا.", "他说：“明天会下雨。”", "x".repeat(3000), "👩‍👩‍👧‍👦 e\u0301 \u202eright\u202c \u0000 ﷽"].map((text) => ({ kind: "paragraph", text })),
      annotations: {
        version: 1,
        entities: [{ id: "أحمد & #", kind: "person", name: "أحمد" }],
        claims: [{ id: "ق 1\"'>", speaker: "أحمد & #", content: [{ exact: "المطر سيهطل غدا" }], about: [] }],
      },
    }],
  }),
  width: 360,
}, async (page) => {
  assert.equal(await page.locator("article").getAttribute("dir"), "rtl");
  await page.locator("article [data-entity]").click();
  await page.getByRole("region", { name: "أحمد" }).getByRole("button", { name: "Close" }).click();
  await page.locator("article summary").click();
  await page.locator("[data-claim-card] button").first().click();
  await becomes(page, async () => (await openCards(page)).length, 1);
  await page.reload();
  await becomes(page, async () => (await openCards(page)).length, 1);
  await search(page).fill("下雨");
  await becomes(page, () => hits(page), ["下雨"]);
  await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
});

const MARKUP = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "</script><script>alert(1)</script>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href='javascript:alert(1)'>click</a>",
  "\"'><style>*{display:none}</style>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "{{constructor.constructor('alert(1)')()}}",
  "javascript:alert(1)",
  "&lt;img src=x onerror=alert(1)&gt;",
];

const xss = await hostileTexts("xss.json");
const naughty = await hostileTexts("naughty.json");

/** Anything in the page that the program does not create: elements, handlers, links. */
function strangers(page) {
  return page.evaluate(() => {
    const known = new Set(
      ("a article aside b bdi blockquote button caption circle code dd defs details dialog div dl dt em fieldset figcaption figure footer h1 h2 h3 header " +
        "g input kbd label legend li line main mark nav ol p path pattern pre rect section span strong sub summary sup svg table tbody td th " +
        "thead time tr ul").split(" "),
    );
    const isStrange = (element) =>
      (!known.has(element.localName) && !element.closest("select[name=sort]")) ||
      element.getAttributeNames().some((name) => name.startsWith("on")) ||
      !/^(#|https?:)/.test(element.getAttribute("href") ?? "#");
    return [...document.querySelectorAll("#article-explorer *")].filter(isStrange).map((element) => element.outerHTML);
  });
}

function allHostile(texts) {
  const entities = texts.slice(0, 40).map((text, number) => ({
    id: number % 2 ? text : `e${number}`,
    kind: "person",
    name: text,
    aliases: [text],
    wikidata: number % 3 ? undefined : "Q1\"><script>alert(1)</script>",
  }));
  const claims = texts.slice(0, 40).map((text, number) => ({
    id: number % 2 ? text : `c${number}`,
    speaker: number % 2 ? { exact: text } : "e0",
    form: text,
    stance: text,
    content: [{ exact: text }],
    about: [text, "e2"],
  }));
  const blocks = texts.map((text) => ({
    kind: "paragraph",
    text,
    inlines: [{ start: 0, end: 1, text: [...text][0], style: "link", href: "javascript:alert(1)" }],
  }));
  const [, id, title] = texts;
  return {
    version: 1,
    articles: [
      {
        id, title, blocks,
        url: "javascript:alert(1)",
        source: id,
        author: title,
        licence: id,
        language: "\"><img src=x onerror=alert(1)>",
        published: id,
        annotations: { version: 1, entities, claims },
      },
      { id: "javascript:alert(1)", title, blocks: blocks.slice(0, 3), url: "data:text/html,<script>alert(1)</script>" },
    ],
  };
}

for (const [whose, hostile, skip] of [
  ["", MARKUP, false],
  [" of a collection", [...MARKUP, ...(xss.texts ?? []).map((item) => item.text)].filter((text) => text.trim()), xss.skip],
]) reading(`markup${whose} in titles, ids and texts is text`, {
  change: withData(allHostile(hostile)),
  served: true,
  skip,
}, async (page, visit) => {
  const plain = (text) => text.replace(/\s+/g, "");
  assert.deepEqual(await strangers(page), [], "the list");
  const id = encodeURIComponent(hostile[1]);
  await page.goto(`${visit.url}#a=${id}`);
  await page.locator("article[data-article]").waitFor();
  const blocks = await page.locator("article[data-article] > p").allTextContents();
  assert.deepEqual(blocks.map(plain), hostile.map(plain));
  assert.deepEqual(await strangers(page), []);
  for (const view of ["view=claims", `entity=${id}`, `claim=${id}`, `q=${id}&about=${id}`, "entity=e0"]) {
    const hash = `#a=${id}&${view}`;
    await page.goto(visit.url + hash);
    await becomes(page, () => strangers(page), [], hash);
  }
  await page.getByRole("region", { name: hostile[0] }).waitFor();
  for (const text of hostile.slice(0, 60)) {
    await search(page).fill(text);
    assert.deepEqual(await strangers(page), [], text);
  }
  await search(page).fill("");
  await page.goto(`${visit.url}#a=${id}&view=claims`);
  await becomes(page, async () => (await cards(page)).length > 10, true);
});

reading("links that are not to a web page are no links", {
  change: withData(article(undefined, {
    url: "javascript:alert(1)",
    blocks: [{
      kind: "paragraph",
      text: "one two three",
      inlines: [
        { start: 0, end: 3, text: "one", style: "link", href: " java\nscript:alert(1)" },
        { start: 4, end: 7, text: "two", style: "link", href: "data:text/html,x" },
        { start: 8, end: 13, text: "three", style: "link", href: "https://example.org/a" },
      ],
    }],
  })),
}, async (page) => {
  const links = await page.locator("article a").evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute("href")]));
  assert.deepEqual(links, [["three", "https://example.org/a"]]);
  assert.equal(await page.getByText("Original:").count(), 0);
  await matches(page, () => notices(page), /url/);
});

for (const [what, hash] of [
  ["nonsense", "#&&=&=x&q=%zz%F0%4&view=&types=,,,&form==&%&a=&entity&claim=%00"],
  ["markup", `#q=${encodeURIComponent(MARKUP[1])}&claim=${encodeURIComponent(MARKUP[0])}&speaker=<img/src=x/onerror=alert(1)>&view=<svg/onload=alert(1)>`],
  ["10,000 characters", `#${"z".repeat(10_000)}`],
  ["a query of 10,000 characters", `#q=${"%22a-:~".repeat(2000)}`],
  ["10,000 values", `#about=${Array.from({ length: 10_000 }, (_, number) => number).join(",")}`],
  ["10,000 keys", `#${Array.from({ length: 10_000 }, (_, number) => `k${number}=${number}`).join("&")}`],
  ["names of the language", "#__proto__=1&constructor=2&speaker=__proto__&entity=constructor&claim=toString"],
]) {
  reading(`an address of ${what} breaks nothing`, { hash }, async (page) => {
    assert.deepEqual(await strangers(page), []);
    const paragraphs = await page.locator("article[data-article] p").allTextContents();
    assert.equal(paragraphs.join("\n\n"), await articleText());
    await search(page).fill("protectionism");
    await becomes(page, () => hits(page), ["protectionism", "protectionism"]);
    await choose(page, "form", "mixed");
    await becomes(page, () => cards(page), ["c2"]);
  });
}

for (const [what, strings, skip] of [
  ["whatever", [...MARKUP, "\u0000", "\ud800", "ﷺ", "-", "\"", "~", "a~~~", "--a", ":", "q:"], false],
  ["whatever of a collection", naughty.texts ?? [], naughty.skip],
]) reading(`${what} is typed, the page goes on`, { skip }, async (page) => {
  await page.evaluate((strings) => {
    const input = document.querySelector("input[type=search]");
    for (const text of strings) {
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }, strings);
  await search(page).fill("protectionism");
  await becomes(page, () => hits(page), ["protectionism", "protectionism"]);
  await search(page).fill("");
  await becomes(page, async () => cards(page), await claimsBut());
  await becomes(page, async () => (await stretches(page, "data-claim")).c10.length, 2);
});
