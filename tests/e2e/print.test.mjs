import assert from "node:assert/strict";
import { becomes, reading } from "./harness.mjs";
import { annotations, articleText } from "./page.mjs";

const shown = (locator) => locator.filter({ visible: true });

async function printed(page) {
  await page.emulateMedia({ media: "print" });
  await becomes(page, () => shown(page.locator("input, button, summary, dialog")).count(), 0, "no controls");
}

reading("on paper the claims are numbered notes behind the text", { hash: "#form=direct&claim=c10", engines: ["chromium", "webkit"] }, async (page) => {
  const { claims, entities } = await annotations();
  const notes = page.locator("ol > li:not([data-claim-card])", { hasText: "marked by an editor" });
  assert.equal(await shown(notes).count(), 0, "notes are for paper");
  await printed(page);
  const words = await shown(notes).allInnerTexts();
  assert.equal(words.length, claims.length);
  for (const [number, claim] of claims.entries()) {
    const speaker = entities.find((entity) => entity.id === claim.speaker)?.name ?? claim.speaker.exact;
    assert.ok(words[number].includes(speaker), `${claim.id}: ${words[number]}`);
    const form = { direct: "quoted", indirect: "paraphrased", mixed: "partly quoted" }[claim.form];
    assert.ok(words[number].includes(`(${form})`), `${claim.id}: ${words[number]}`);
    for (const { exact } of claim.content) assert.ok(words[number].includes(exact), `${claim.id}: ${words[number]}`);
    const last = page.locator(`article [data-claim~="${claim.id}"]`).last();
    const sign = await last.evaluate((piece) => getComputedStyle(piece, "::after").content);
    assert.match(sign, new RegExp(`\\b${number + 1}\\b`), claim.id);
  }
  const tints = await page.locator("article [data-entity]").evaluateAll((names) => names.map((name) => getComputedStyle(name).backgroundImage));
  assert.deepEqual([...new Set(tints)], ["none"], "names are plain");
  const paragraphs = await page.locator("article p").allTextContents();
  assert.equal(paragraphs.join("\n\n"), await articleText());
});

for (const [what, options] of [
  ["the article", {}],
  ["a narrow page", { width: 360, hash: "#claim=c10" }],
  ["a name's card", { hash: "#entity=guo-jiakun" }],
  ["the claims", { hash: "#view=claims", engines: ["chromium"] }],
  ["a comparison", { hash: "#view=compare", engines: ["chromium"] }],
]) {
  reading(`${what} can be printed`, { ...options, engines: ["chromium"] }, async (page) => {
    await printed(page);
    await shown(page.getByText("Beijing objects")).first().waitFor();
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
  });
}

for (const mode of ["claims", "compare"]) {
  reading(`each claim on paper has its number and its speaker: ${mode}`, { hash: `#view=${mode}`, engines: ["chromium"] }, async (page) => {
    await printed(page);
    const { claims, entities } = await annotations();
    for (const card of await page.locator("[data-claim-card]").all()) {
      const id = await card.getAttribute("data-claim-card");
      const claim = claims.find((claim) => claim.id === id);
      const speaker = entities.find((entity) => entity.id === claim.speaker)?.name ?? `Unnamed (“${claim.speaker.exact}”)`;
      assert.ok((await card.innerText()).startsWith(speaker), id);
      const sign = await card.evaluate((card) => {
        const { content, display } = getComputedStyle(card, "::before");
        return display === "none" ? "" : content;
      });
      // Browsers differ in whether they compute the attribute.
      assert.match(sign, /attr\(data-number\)|^"\d+/, id);
      assert.equal(await card.getAttribute("data-number"), String(claims.indexOf(claim) + 1), id);
    }
  });
}

reading("a printed comparison has its columns side by side", { hash: "#view=compare", width: 600, engines: ["chromium", "webkit"] }, async (page) => {
  await page.emulateMedia({ media: "print" });
  const sides = page.locator(".subject").first().locator(".side");
  const places = () => sides.evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect()).map(({ top, left }) => [Math.round(top), Math.round(left)]));
  await becomes(page, async () => new Set((await places()).map(([top]) => top)).size, 1);
  await becomes(page, async () => new Set((await places()).map(([, left]) => left)).size, 3);
});

reading("the values of the table are printed", { hash: "#view=table", engines: ["chromium", "webkit"] }, async (page) => {
  await page.emulateMedia({ media: "print" });
  const table = page.getByRole("table");
  const text = await table.innerText();
  for (const word of ["Guo Jiakun", "8", "European Commission", "6", "5"]) assert.match(text, new RegExp(`\\b${word}\\b`), word);
  const frames = await table.locator("button").evaluateAll((all) => all.filter((button) => getComputedStyle(button).borderTopStyle !== "none").length);
  assert.equal(frames, 0, "they look like text");
});

reading("the claims on paper have their words", { hash: "#view=claims", engines: ["chromium", "webkit"] }, async (page) => {
  await printed(page);
  const { claims } = await annotations();
  const words = await shown(page.locator("[data-claim-card] blockquote")).allInnerTexts();
  for (const { content } of claims) {
    assert.ok(words.some((words) => words.includes(content[0].exact)), content[0].exact);
  }
});

reading("what stands there before the program can be printed too", {
  starts: false,
  context: { javaScriptEnabled: false },
  engines: ["chromium"],
}, async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.equal(await shown(page.locator("ol > li", { hasText: "in the text" })).count(), 13);
});
