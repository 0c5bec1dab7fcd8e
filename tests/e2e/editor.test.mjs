// Correcting an opened article: checking what was detected, marking words, undoing, saving.

import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { place, select } from "./editing.mjs";
import { becomes, reading as open, started } from "./harness.mjs";
import { give, noticed } from "./workspace.mjs";

const PAGE = "workspace.html";

const REPORT = `Storm closes the harbour

Published 12 March 2024

The harbour of Westport was closed on Tuesday, the mayor said. “We will not open it before the wind has gone,” said Mayor Jane Miller. Robert Brown of the Harbour Authority denied that ships had been lost.

“Nobody was hurt,” Brown said. The Ferry Company welcomed the decision. Passengers of the Ferry Company waited for hours.`;

/** Waits until the program has replaced the form of the page. */
const ready = (page) => page.locator("#article-explorer[data-ready]").waitFor({ state: "attached" });

/** Opens an article in the workspace. */
async function bring(page, text = REPORT) {
  await page.getByLabel("Paste the text of an article").fill(text);
  await page.getByRole("button", { name: "Find names and claims" }).click();
  await started(page);
}

const startEditing = async (page) => {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.locator(".editor .check-card, .editor .to-check .hint").first().waitFor();
};

/** A test of the editor with an opened article. */
const editing = (name, ...rest) => {
  const body = rest.pop();
  const { text, ...options } = rest.pop() ?? {};
  open(name, { hash: PAGE, served: true, starts: false, ...options }, async (page, visit) => {
    await ready(page);
    await bring(page, text);
    await startEditing(page);
    await body(page, visit);
  });
};

const card = (page) => page.locator(".check-card");
const progress = (page) => page.locator(".check-progress [role=status]").innerText();
const saved = (page) => page.locator("#editor-saved").innerText();
const isSaved = (page) => becomes(page, async () => /^Saved in this browser at \d\d:\d\d$/.test(await saved(page)), true);
const cardHasFocus = (page) => becomes(page, () => page.evaluate(() => document.activeElement?.className.includes("check-card")), true);
const focusedIs = (page, id) => becomes(page, () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className), id);
const claims = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll("article [data-claim]")].flatMap(({ dataset }) => dataset.claim.split(" ")))].length);
const entities = (page, name) => page.locator("article a[data-entity]").filter({ hasText: name });
const finish = async (page) => {
  await page.getByRole("button", { name: "Finish" }).click();
  await started(page);
};

editing("suggestions are checked with one key each, and undone", async (page) => {
  await cardHasFocus(page);
  const [, all] = (await progress(page)).match(/^0 of (\d+) checked$/);
  const first = await card(page).innerText();
  await page.keyboard.press("y");
  await becomes(page, () => progress(page), `1 of ${all} checked`);
  await becomes(page, async () => (await card(page).innerText()) !== first, true);
  await cardHasFocus(page);
  const second = await card(page).innerText();
  await page.keyboard.press("Space");
  await becomes(page, async () => (await card(page).innerText()) !== second, true);
  assert.equal(await progress(page), `1 of ${all} checked`, "what is left for later is not checked");
  await cardHasFocus(page);
  await page.keyboard.press("x");
  await becomes(page, () => progress(page), `2 of ${all} checked`);
  await page.keyboard.press("Control+z");
  await becomes(page, () => progress(page), `1 of ${all} checked`);
  await page.keyboard.press("Control+z");
  await becomes(page, () => progress(page), `0 of ${all} checked`);
  await becomes(page, () => page.locator("#editor-undo").isDisabled(), true);
  await page.keyboard.press("Control+Shift+Z");
  await becomes(page, () => progress(page), `1 of ${all} checked`);
  await page.locator("#editor-redo").click();
  await becomes(page, () => progress(page), `2 of ${all} checked`);
  await becomes(page, () => page.locator("#editor-redo").isDisabled(), true);
});

open("an annotation of words that were changed is moved to similar ones, to be kept or rejected", { hash: PAGE, served: true, starts: false }, async (page) => {
  await ready(page);
  const marks = {
    version: 1,
    entities: [{ id: "ann", kind: "person", name: "Ann Example" }],
    claims: [{ id: "c1", speaker: "ann", content: [{ exact: "We had waited for ten years", prefix: "“" }] }],
  };
  await give(page, [
    { name: "rain.txt", text: "Rain in spring\n\n“We have waited for eleven years,” said Ann Example." },
    { name: "rain.annotations.json", text: JSON.stringify(marks) },
  ]);
  await started(page);
  assert.match(await noticed(page), /“We have waited for eleven years” is suggested instead/);
  await startEditing(page);
  const words = () => card(page).locator("p.first-words").allInnerTexts();
  const moved = ["Was: “We had waited for ten years”", "Now: “We have waited for eleven years”"];
  await becomes(page, words, moved);
  await cardHasFocus(page);
  await page.keyboard.press("y");
  await becomes(page, () => progress(page), "1 of 1 checked");
  await becomes(page, () => claims(page), 1);
  await page.keyboard.press("Control+z");
  await becomes(page, () => progress(page), "0 of 1 checked");
  await becomes(page, words, moved);
  await cardHasFocus(page);
  await page.keyboard.press("x");
  await becomes(page, () => claims(page), 0);
});

editing("all sure suggestions are kept at once, and undone at once", async (page) => {
  const before = await progress(page);
  const button = page.getByRole("button", { name: /^Keep all \d+ with 80% confidence or more$/ });
  const count = Number((await button.innerText()).match(/\d+/)[0]);
  await button.click();
  await becomes(page, async () => (await progress(page)).startsWith(`${count} of `), true);
  await page.locator("#editor-undo").click();
  await becomes(page, () => progress(page), before);
});

editing("a click in the text opens the card of a name, and the form changes its kind", async (page) => {
  await entities(page, "Ferry Company").first().click();
  await becomes(page, async () => (await card(page).innerText()).startsWith("Ferry Company"), true);
  await cardHasFocus(page);
  await page.keyboard.press("e");
  await page.getByRole("heading", { name: "Change the name" }).waitFor();
  await page.getByLabel("Kind").selectOption("place");
  await page.getByLabel("Other names").fill("the company; the Line");
  await page.getByLabel("Wikidata item").fill("8880");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("A Wikidata item is a Q followed by a number").waitFor();
  await page.getByLabel("Wikidata item").fill("Q8880");
  await page.keyboard.press("Enter");
  await becomes(page, () => entities(page, "Ferry Company").first().getAttribute("data-kind"), "place");
  await finish(page);
  await becomes(page, () => entities(page, "Ferry Company").first().getAttribute("data-kind"), "place");
});

editing("selected words become a claim in two keys", async (page) => {
  const before = await claims(page);
  await select(page, "welcomed the decision");
  await page.keyboard.press("c");
  await page.getByRole("heading", { name: "New claim" }).waitFor();
  assert.equal(await page.getByLabel("Who says it").inputValue(), "Ferry Company", "the form is filled in");
  await becomes(page, () => page.evaluate(() => document.activeElement?.id), "edit-who");
  await page.keyboard.press("Enter");
  await becomes(page, () => claims(page), before + 1);
  await page.keyboard.press("Control+z");
  await becomes(page, () => claims(page), before);
});

editing("the form of a new claim has what the program detects for the words", async (page) => {
  await select(page, "ships had been lost");
  await page.keyboard.press("x");
  await becomes(page, () => claimCalled(page, "ships had been lost"), 0);
  const isFilled = async () => {
    await select(page, "had been lost");
    await page.keyboard.press("c");
    const filled = [await page.getByLabel("Who says it").inputValue(), await page.getByLabel("Cue").inputValue(), await page.getByLabel("Stance").inputValue()];
    await page.keyboard.press("Escape");
    await cardHasFocus(page);
    return filled;
  };
  await becomes(page, isFilled, ["Robert Brown", "denied", "denies"]);
});

editing("the form of a claim says which cue is not there, and takes a new speaker", async (page) => {
  await select(page, "waited for hours");
  await page.keyboard.press("c");
  await page.getByLabel("Who says it").fill("Ada <img src=x onerror=alert(1)>");
  await page.getByLabel("This speaker is new. Kind").selectOption("organisation");
  await page.getByLabel("Cue").fill("hurt, Brown");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("alert").filter({ hasText: "These words are not in the same paragraph" }).waitFor();
  await page.getByLabel("Cue").fill("Passengers");
  await page.getByLabel("paraphrased").check();
  await page.getByLabel("Stance").selectOption("warns");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("heading", { name: "To check" }).waitFor();
  await finish(page);
  const note = page.locator("[data-claim-card]").filter({ hasText: "waited for hours" });
  await becomes(page, async () => (await note.innerText()).replace(/\s+/g, " ").startsWith("Ada <img src=x onerror=alert(1)> warns"), true);
});

editing("a claim gets another piece, and loses one", { engines: ["chromium", "firefox"] }, async (page) => {
  const pieces = (words) => page.locator("article [data-claim]").filter({ hasText: words }).evaluateAll((all) => all.map(({ dataset }) => dataset.claim));
  await select(page, "waited for hours");
  await page.keyboard.press("c");
  await focusedIs(page, "edit-who");
  await page.keyboard.press("Enter");
  await becomes(page, async () => (await pieces("waited for hours")).length, 1);
  const [claim] = await pieces("waited for hours");
  await page.locator(`article [data-claim="${claim}"]`).click();
  await becomes(page, async () => (await card(page).innerText()).includes("waited for hours"), true);
  await select(page, "Passengers of");
  await page.keyboard.press("+");
  await becomes(page, async () => (await pieces("Passengers of")).includes(claim), true);
  await page.locator(`article [data-claim="${claim}"]`).first().click();
  await becomes(page, async () => (await card(page).innerText()).includes("waited for hours"), true);
  await cardHasFocus(page);
  await page.keyboard.press("e");
  const list = page.getByRole("list", { name: "Pieces of the claim" });
  await becomes(page, () => list.locator("q").allInnerTexts(), ["Passengers of", "waited for hours"]);
  await page.getByRole("button", { name: "Remove “waited for hours”" }).click();
  await list.waitFor({ state: "detached" });
  await focusedIs(page, "edit-who");
  await page.keyboard.press("Enter");
  await becomes(page, async () => (await pieces("waited for hours")).includes(claim), false);
  await page.keyboard.press("Control+z");
  await becomes(page, async () => (await pieces("waited for hours")).includes(claim), true);
});

editing("what is typed replaces the proposed speaker, and a new name is announced", { engines: ["chromium"] }, async (page) => {
  await select(page, "welcomed the decision");
  await page.keyboard.press("c");
  await focusedIs(page, "edit-who");
  await page.keyboard.type("Harbour Guild");
  assert.equal(await page.getByLabel("Who says it").inputValue(), "Harbour Guild");
  await page.getByText("“Harbour Guild” is a new name; Done adds it to the article.").waitFor();
  await page.keyboard.press("Escape");
});

editing("keys of the editor act in its menus and cards alone", async (page) => {
  const before = await progress(page);
  await select(page, "waited for hours");
  await page.keyboard.press("c");
  const who = page.getByLabel("Who says it");
  await becomes(page, () => page.evaluate(() => document.activeElement?.id), "edit-who");
  await page.keyboard.type("xyec");
  assert.match(await who.inputValue(), /xyec/);
  await page.keyboard.press("Control+z");
  assert.equal(await progressHidden(page), true, "the field undoes its own typing");
  await page.keyboard.press("Escape");
  await becomes(page, () => progress(page), before);
  assert.equal(await claimCalled(page, "waited for hours"), 0);
});

const progressHidden = async (page) => (await page.locator(".check-progress").count()) === 0;
const claimCalled = (page, words) => page.locator("article [data-claim]").filter({ hasText: words }).count();

const corrected = (page) => page.locator("article ins.corrected");

editing("words of the text are corrected, and readers see what the original has", async (page) => {
  const names = await page.locator("article [data-entity]").count();
  await select(page, "Tuesday");
  await page.keyboard.press("t");
  await focusedIs(page, "edit-words");
  const field = page.getByLabel("Words", { exact: true });
  assert.equal(await field.inputValue(), "Tuesday");
  await page.keyboard.type("Wednesday");
  assert.equal(await field.inputValue(), "Wednesday", "what is typed takes the place of the words");
  await page.keyboard.press("Control+z");
  assert.equal(await field.count(), 1, "the field undoes its own typing");
  await field.fill("Mon");
  await page.keyboard.press("Escape");
  await focusedIs(page, "editor-text");
  assert.equal(await corrected(page).count(), 0, "Escape drops the change");
  await select(page, "Tuesday");
  await page.keyboard.press("t");
  await field.fill("Monday");
  await page.keyboard.press("Enter");
  await becomes(page, () => corrected(page).allInnerTexts(), ["Monday"]);
  await focusedIs(page, "editor-text");
  assert.ok(await page.locator("article [data-entity]").count() >= names - 1, "the other names are where they were");
  await page.keyboard.press("Control+z");
  await becomes(page, () => corrected(page).count(), 0);
  await page.keyboard.press("Control+Shift+Z");
  await becomes(page, () => corrected(page).allInnerTexts(), ["Monday"]);
  await isSaved(page);
  await finish(page);
  await becomes(page, () => corrected(page).getAttribute("title"), "the original has “Tuesday”");
  const words = await page.locator("article .block").filter({ hasText: "harbour of Westport" }).evaluate(({ textContent }) => textContent);
  assert.ok(words.startsWith("The harbour of Westport was closed on Monday, the mayor said."), words);
  await page.getByText("An editor changed the words marked with an asterisk").click();
  await page.getByText("Monday — the original has “Tuesday”").waitFor();
});

editing("words are removed with the space beside them, and marks that go with them are counted", async (page) => {
  await select(page, "of the Harbour Authority");
  await page.keyboard.press("t");
  await page.getByLabel("Words", { exact: true }).fill(" ");
  await page.keyboard.press("Enter");
  await becomes(page, () => corrected(page).getAttribute("title"), "the original has “Brown of the Harbour Authority”");
  await page.locator(".editor-panel .said").filter({ hasText: /removed with the words/ }).waitFor();
  assert.match(await page.locator("article").innerText(), /Robert Brown\*? denied that/);
});

editing("paragraphs become headings, are divided and joined, by keyboard", async (page) => {
  const blocks = page.locator("article .block");
  const menu = page.getByRole("group", { name: "Change the text here" });
  const press = async (key) => {
    await focusedIs(page, "editor-text");
    await page.keyboard.press("Enter");
    await menu.waitFor();
    await becomes(page, () => page.evaluate(() => document.activeElement?.tagName), "BUTTON");
    await page.keyboard.press(key);
    await menu.waitFor({ state: "detached" });
  };
  const before = await blocks.allInnerTexts();
  await place(page, "“We will not", true);
  await press("s");
  await becomes(page, () => blocks.count(), before.length + 1);
  await press("h");
  await becomes(page, () => page.locator("h2.block").evaluate(({ textContent }) => textContent.startsWith("“We will not open")), true);
  await press("p");
  await becomes(page, () => page.locator("h2.block").count(), 0);
  await press("j");
  await becomes(page, () => blocks.allInnerTexts(), before);
  assert.equal(await corrected(page).count(), 0, "no words have changed");
  await page.keyboard.press("Control+z");
  await becomes(page, () => blocks.count(), before.length + 1);
  await place(page, "wind has gone", true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("t");
  await focusedIs(page, "edit-words");
  assert.match(await page.getByLabel("Words", { exact: true }).inputValue(), /^“We will not open it .* lost\.$/, "a caret means its paragraph");
});

editing("a name is marked in all its places at once", { text: `${REPORT}\n\nThe tin whistle was heard. The tin whistle is a small tin whistle.` }, async (page) => {
  await select(page, "tin whistle");
  await page.keyboard.press("n");
  await page.getByRole("heading", { name: "New name" }).waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "tin whistle");
  await page.getByText("The same words appear in 2 other places").waitFor();
  await page.getByLabel("Kind").selectOption("law");
  await page.getByLabel("Mark all of them").check();
  await page.getByRole("button", { name: "Done" }).click();
  await becomes(page, () => page.locator('article [data-kind="law"]').count(), 3);
  await page.keyboard.press("Control+z");
  await becomes(page, () => page.locator('article [data-kind="law"]').count(), 0);
});

editing("words are selected by keyboard alone", { engines: ["chromium", "firefox"] }, async (page) => {
  await page.locator(".editor-text").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.locator(".editor-caret").waitFor();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  const menu = page.getByRole("group", { name: "Mark the selected words as" });
  await menu.waitFor();
  const words = () => page.evaluate(() => String(getSelection()).trim());
  const before = await words();
  assert.ok(before.length > 0);
  await becomes(page, () => page.evaluate(() => document.activeElement?.textContent.startsWith("Claim")), true);
  await page.keyboard.press("Alt+ArrowRight");
  await becomes(page, async () => (await words()).length > before.length, true, before);
  assert.ok((await words()).startsWith(before));
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  await becomes(page, () => page.evaluate(() => document.activeElement?.className), "editor-text");
});

editing("words are selected with the mouse, as whole words", { engines: ["chromium", "firefox"] }, async (page) => {
  const edges = await page.evaluate(() => {
    const block = [...document.querySelectorAll(".block")].find(({ textContent }) => textContent.includes("Passengers of"));
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (!node.data.includes("Passengers")) node = walker.nextNode();
    const range = document.createRange();
    const start = node.data.indexOf("Passengers");
    range.setStart(node, start + 2);
    range.setEnd(node, start + 8);
    block.scrollIntoView({ block: "center" });
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, y: (top + bottom) / 2 };
  });
  await page.mouse.move(edges.left, edges.y);
  await page.mouse.down();
  await page.mouse.move(edges.right, edges.y, { steps: 5 });
  await page.mouse.up();
  await page.getByRole("group", { name: "Mark the selected words as" }).waitFor();
  await becomes(page, () => page.evaluate(() => String(getSelection())), "Passengers");
});

editing("what is edited is kept at each step, with its history", async (page) => {
  const all = (await progress(page)).match(/of (\d+)/)[1];
  await cardHasFocus(page);
  await page.keyboard.press("y");
  await becomes(page, () => progress(page), `1 of ${all} checked`);
  await cardHasFocus(page);
  await page.keyboard.press("x");
  await becomes(page, () => progress(page), `2 of ${all} checked`);
  await page.keyboard.press("Control+z");
  await becomes(page, () => progress(page), `1 of ${all} checked`);
  await isSaved(page);
  await page.reload();
  await ready(page);
  await started(page);
  await page.getByRole("button", { name: "Add or remove" }).click();
  await becomes(page, () => page.locator("#workspace-keep").isChecked(), false);
  await page.getByText("Only the articles that you edit are saved.").waitFor();
  await startEditing(page);
  await becomes(page, () => progress(page), `1 of ${all} checked`);
  await page.locator("#editor-redo").click();
  await becomes(page, () => progress(page), `2 of ${all} checked`);
  await page.locator("#editor-undo").click();
  await page.locator("#editor-undo").click();
  await becomes(page, () => progress(page), `0 of ${all} checked`);
  await isSaved(page);
  await finish(page);
  await page.getByRole("button", { name: "Remove Storm closes the harbour" }).click();
  await page.getByText("Removed “Storm closes the harbour”.").waitFor();
  await page.reload();
  await ready(page);
  await page.getByRole("heading", { name: "Read your own article" }).waitFor();
});

editing("a second tab may edit only after it has taken over", { engines: ["chromium", "firefox"] }, async (page) => {
  await cardHasFocus(page);
  await page.keyboard.press("y");
  await isSaved(page);
  const before = await progress(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  await started(other);
  await other.getByRole("button", { name: "Edit", exact: true }).click();
  await other.getByText("Another tab is editing this article.").waitFor();
  await cardHasFocus(page);
  await page.keyboard.press("y");
  await becomes(page, async () => (await progress(page)) !== before, true);
  await isSaved(page);
  await other.getByRole("button", { name: "Edit it here instead" }).click();
  await card(other).waitFor();
  assert.notEqual(await progress(other), before, "it has what the first tab did last");
  await page.getByText("Another tab now edits this article.").waitFor();
  await started(page);
});

editing("what cannot be saved is said, and leaving asks first", {
  engines: ["chromium"],
  before: (page) => page.addInitScript(() => {
    IDBObjectStore.prototype.put = function () {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  }),
}, async (page) => {
  await cardHasFocus(page);
  await page.keyboard.press("y");
  await page.getByText("This browser cannot save your changes (There is no room.)").waitFor();
  const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await becomes(page, asks, true);
});

editing("the facts about the article are corrected", async (page) => {
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByLabel("Headline", { exact: true }).fill("Harbour <b>closed</b>");
  await page.getByLabel("Address of the original").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("alert").filter({ hasText: "An address begins with https:// or http://." }).waitFor();
  await page.getByLabel("Address of the original").fill("https://example.org/storm");
  await page.getByLabel("Language").fill("not a language");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByText("“not a language” is not a language").waitFor();
  await page.getByLabel("Language").fill("en");
  await page.getByLabel("Publisher", { exact: true }).fill("The Daily Example");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("heading", { level: 1, name: "Harbour <b>closed</b>" }).waitFor();
  await finish(page);
  await page.getByText("The Daily Example").first().waitFor();
  await page.locator('a[href="https://example.org/storm"]').first().waitFor();
});

editing("readers see who checked a claim", async (page) => {
  const setName = async (name) => {
    await page.getByRole("button", { name: "Details" }).click();
    await page.getByLabel("Checked by", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Done" }).click();
    await page.locator(".edit-form").waitFor({ state: "detached" });
  };
  await setName(" Ruth <b>Adeyemi ");
  await select(page, "waited for hours");
  await page.keyboard.press("c");
  await focusedIs(page, "edit-who");
  await page.keyboard.press("Enter");
  const passage = page.locator("article [data-claim]").filter({ hasText: "waited for hours" });
  await becomes(page, () => passage.count(), 1);
  await passage.click();
  await becomes(page, async () => (await card(page).innerText()).includes("Checked by Ruth <b>Adeyemi"), true);
  await setName("");
  await finish(page);
  await passage.click();
  await page.locator(".provenance").filter({ hasText: "Checked by Ruth <b>Adeyemi" }).first().waitFor();
});

/** Adds a second article, and opens it. */
const bringAnother = async (page, text) => {
  const id = "pasted-text-2";
  await page.getByRole("button", { name: "Add or remove" }).click();
  await bring(page, text);
  await page.locator(`a[href$="#a=${id}"]`).first().click();
  await page.locator(`article[data-article="${id}"]`).waitFor();
};

editing("what was decided in one article holds in another one edited later", async (page) => {
  await entities(page, "Ferry Company").first().click();
  await becomes(page, async () => (await card(page).innerText()).startsWith("Ferry Company"), true);
  await cardHasFocus(page);
  await page.keyboard.press("e");
  await page.getByLabel("Kind").selectOption("place");
  await page.getByRole("button", { name: "Done" }).click();
  await isSaved(page);
  await finish(page);
  await bringAnother(page, "Boats sail again\n\nThe Ferry Company welcomed the decision. Passengers of the Ferry Company waited for hours.");
  await startEditing(page);
  await page.getByText("1 suggestion follows what you decided in other articles.").waitFor();
  const kind = () => entities(page, "Ferry Company").first().getAttribute("data-kind");
  await becomes(page, kind, "place");
  await page.locator("#editor-undo").click();
  await becomes(page, kind, "organisation");
  await isSaved(page);
  await finish(page);
  await startEditing(page);
  await becomes(page, kind, "organisation", "what was undone is not made again");
});

editing("the annotations of another copy are added to what is to check", async (page) => {
  const all = Number((await progress(page)).match(/of (\d+)/)[1]);
  await select(page, "waited for hours");
  await page.keyboard.press("c");
  await focusedIs(page, "edit-who");
  await page.keyboard.press("Enter");
  await isSaved(page);
  await finish(page);
  await bringAnother(page, REPORT);
  await startEditing(page);
  const before = await claims(page);
  const add = page.getByRole("button", { name: /^Add those of “Storm closes the harbour” \(\d+ claims\) to check$/ });
  await add.click();
  await page.getByText(/^Added to check: 1 claim, and names in 0 places\. Already here: \d+\./).waitFor();
  await becomes(page, () => claims(page), before + 1);
  await becomes(page, () => progress(page), `0 of ${all + 1} checked`);
  await add.click();
  await page.getByText(/^Added to check: 0 claims/).waitFor();
  await page.locator("#editor-undo").click();
  await becomes(page, () => claims(page), before);
});

editing("an article without suggestions says what to do", { text: "A day\n\nit rained, and it went on raining." }, async (page) => {
  await page.getByText("Nothing was detected here.").waitFor();
  await select(page, "it went on raining");
  await page.keyboard.press("n");
  await becomes(page, () => page.evaluate(() => document.activeElement?.tagName), "SELECT");
  await page.keyboard.press("Enter");
  await becomes(page, () => entities(page, "it went on raining").count(), 1);
});

for (const [width, height] of [[1280, 860], [768, 900], [360, 740]]) {
  editing(`the editor is accessible and fits, ${width} pixels wide`, { width, height, engines: ["chromium"] }, async (page) => {
    const check = async (what) => {
      assert.deepEqual(await violations(page), [], what);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} is not wider than the window`);
    };
    await check("the card");
    await cardHasFocus(page);
    await page.keyboard.press("e");
    await page.locator(".edit-form").waitFor();
    await check("the form");
    await page.keyboard.press("Escape");
    await card(page).waitFor();
    await page.getByRole("button", { name: "Details" }).click();
    await check("the details");
    await page.keyboard.press("Escape");
    await card(page).waitFor();
    await select(page, "waited for hours");
    await check("the menu");
    await page.keyboard.press("t");
    await page.locator("#edit-words").waitFor();
    await check("the form for words");
  });
}
