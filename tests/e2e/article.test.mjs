import assert from "node:assert/strict";
import { becomes, reading, single } from "./harness.mjs";
import {
  address, annotations, articleText, cardButton, cards, claimCard, claimsBut, focused, openCards, status, stretches,
} from "./page.mjs";

reading("the page is named, and says how much it has", async (page) => {
  assert.match(await page.title(), /Beijing objects/);
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /^Beijing objects/);
  await page.getByText("Headline added by the editor; the original had none.").waitFor();
  const { claims } = await annotations();
  assert.match(await status(page), new RegExp(`^${claims.length} claims · \\d+ names$`));
});

reading("the text stands there once, as it was given", async (page) => {
  const article = page.locator("article[data-article=cybersecurity-package]");
  assert.equal(await article.count(), 1);
  const paragraphs = await article.locator("p").allTextContents();
  assert.equal(paragraphs.join("\n\n"), await articleText());
});

reading("every claim's pieces spell its words", async (page) => {
  const { claims } = await annotations();
  assert.ok(claims.length >= 13);
  const expected = claims.map(({ id, content }) => [id, content.map((range) => range.exact)]);
  assert.deepEqual(await stretches(page, "data-claim"), Object.fromEntries(expected));
});

reading("an interrupted quotation is one claim", async (page) => {
  const { c10 } = await stretches(page, "data-claim");
  assert.equal(c10.length, 2);
});

reading("every name is marked wherever it stands", async (page) => {
  const { entities } = await annotations();
  assert.ok(entities.length >= 12);
  const text = await articleText();
  const found = await stretches(page, "data-entity");
  for (const { id, name, aliases = [], mentions } of entities) {
    const names = [name, ...aliases].sort((a, b) => b.length - a.length);
    const anywhere = new RegExp(`\\b(?:${names.join("|")})\\b`, "gi");
    const places = mentions ? mentions.map((mention) => mention.exact) : text.match(anywhere);
    assert.deepEqual(found[id], places, id);
  }
  assert.equal(Object.keys(found).length, entities.length);
});

reading("each name's mark tells its kind", async (page) => {
  const { entities } = await annotations();
  const kinds = await page
    .locator("article [data-entity]")
    .evaluateAll((marks) => marks.map(({ dataset }) => [dataset.entity, dataset.kind]));
  const expected = entities.map(({ id, kind }) => [id, kind]);
  assert.deepEqual(new Map(kinds.sort()), new Map(expected.sort()));
});

reading("claim cards stand in the order of the text", async (page) => {
  const { claims } = await annotations();
  const ids = await page
    .getByRole("list", { name: "Claims" })
    .locator("[data-claim-card]")
    .evaluateAll((cards) => cards.flatMap((card) => card.dataset.claimCard.split(" ")));
  assert.deepEqual(ids, claims.map((claim) => claim.id));
});

reading("a claim card says who, how and about whom, and opens in place", async (page) => {
  const card = claimCard(page, "c10");
  assert.match(await card.innerText(), /^Guo Jiakun criticises · quoted\s*“This severely violates market principles and fair competition rules” …$/);
  await cardButton(page, "c10").click();
  await becomes(page, () => openCards(page), ["c10"]);
  await card.getByText("Marked by an editor").waitFor();
  const words = await card.innerText();
  assert.match(words, /^Guo Jiakun criticises · quoted\s*“This severely .* rules” … “represents blatant protectionism”/s);
  assert.equal(words.match(/This severely/g).length, 1, "the words are there once");
  assert.match(words, /Introduced by\s*“he said”/);
  assert.doesNotMatch(words, /Wording/, "the head says that the words are quoted");
  assert.match(words, /About\s*European Commission\s*cybersecurity package/);
  assert.match(words, /Marked by an editor/);
  await cardButton(page, "c8").click();
  await becomes(page, () => openCards(page), ["c8"]);
  await claimCard(page, "c8").getByText("Marked by an editor").waitFor();
  await cardButton(page, "c8").click();
  await becomes(page, () => openCards(page), []);
});

reading("a claim without a speaker of a name shows the words that stand for one", async (page) => {
  assert.match(await claimCard(page, "c5").innerText(), /^Unnamed \(“widely seen”\) says · paraphrased/);
});

reading("a click on a passage opens its claim", async (page) => {
  await page.locator("article p").getByText("This severely violates market principles").click();
  await becomes(page, () => openCards(page), ["c10"]);
});

reading("where claims cross, a click means the smallest", async (page) => {
  await page.locator('article [data-claim="c3 c4"]', { hasNot: page.locator("[data-entity]") }).first().click();
  await becomes(page, () => openCards(page), ["c3"]);
  await page.locator('article [data-claim="c4"]').first().click();
  await becomes(page, () => openCards(page), ["c4"]);
});

reading("a name within a claim is smaller than the claim", async (page) => {
  await page.locator('article [data-claim="c3 c4"] [data-entity="cybersecurity-act"]').click();
  await page.getByRole("region", { name: "revised Cybersecurity Act" }).waitFor();
  assert.deepEqual(await openCards(page), []);
});

reading("where names are nested, a click means the smaller one", async (page) => {
  await page.locator('article [data-entity="chinese-companies"] [data-entity="chinese"]').first().click();
  await page.getByRole("region", { name: "Chinese", exact: true }).waitFor();
});

reading("a name with another name in it is one link, and its card leads to the other", async (page) => {
  const links = page.locator('article a[data-entity="chinese-companies"]');
  const words = await links.evaluateAll((links) => links.map((link) => link.textContent));
  assert.ok(words.includes("Chinese companies"), words.join());
  assert.equal(await page.locator("article a a").count(), 0);
  await links.filter({ hasText: /^Chinese companies$/ }).first().focus();
  await page.keyboard.press("Enter");
  const card = page.locator('[data-entity-card="chinese-companies"]');
  await card.getByRole("link", { name: "Chinese", exact: true }).click();
  await page.locator('[data-entity-card="chinese"]').waitFor();
});

reading("a name opens its card with its places and claims", async (page) => {
  await page.locator('article [data-entity="european-commission"]').first().click();
  const card = page.getByRole("region", { name: "European Commission" });
  await card.waitFor();
  const words = await card.innerText();
  assert.match(words, /organisation/);
  assert.match(words, /the commission/);
  const { claims } = await annotations();
  const by = claims.filter((claim) => claim.speaker === "european-commission").length;
  const about = claims.filter((claim) => claim.about.includes("european-commission")).length;
  assert.match(words, new RegExp(`Said by European Commission\\s*${by}\\b`));
  assert.match(words, new RegExp(`Said about European Commission\\s*${about}\\b`));
  const places = (await stretches(page, "data-entity"))["european-commission"];
  assert.match(words, new RegExp(`\\b${places.length} places\\b`));
  const next = card.getByRole("button", { name: "Next place" });
  for (let place = 1; place <= places.length; place += 1) {
    await next.click();
    await card.getByText(`${place} of ${places.length} places`).waitFor();
    const current = card.locator("[aria-current=true] b");
    await becomes(page, () => current.innerText(), places[place - 1]);
  }
  assert.equal(
    await card.getByRole("link", { name: "Wikidata" }).getAttribute("href"),
    "https://www.wikidata.org/wiki/Q8880",
  );
});

reading("a name's card leads to a claim, and to its claims alone", async (page) => {
  await page.locator('article [data-entity="european-union"]').first().click();
  const card = page.getByRole("region", { name: "European Union" });
  await card.getByRole("button", { name: "Show only these" }).click();
  await becomes(page, () => address(page), { about: "european-union", entity: "european-union" });
  await card.getByRole("button", { name: /to protect the lawful interests/ }).click();
  await becomes(page, () => openCards(page), ["c2"]);
  await becomes(page, () => cards(page), ["c2"]);
});

reading("closing a name's card gives the focus back", async (page) => {
  const name = page.locator('article a[data-entity="guo-jiakun"]').first();
  await name.click();
  const card = page.getByRole("region", { name: "Guo Jiakun" });
  await card.waitFor();
  await becomes(page, () => focused(page), "Guo Jiakun");
  await becomes(page, () => card.getByRole("heading", { level: 2 }).evaluate((heading) => heading === document.activeElement), true);
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "detached" });
  await becomes(page, () => name.evaluate((name) => name === document.activeElement), true);
  await becomes(page, async () => cards(page), await claimsBut());
});

reading("the claims stand in the foreground, by speaker or in order", async (page) => {
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await becomes(page, () => address(page), { view: "claims" });
  const groups = page.getByRole("region", { name: "Claims", exact: true }).getByRole("heading", { level: 3 });
  await groups.first().waitFor();
  const speakers = await groups.allInnerTexts();
  assert.equal(speakers.length, 4);
  assert.match(speakers.join("\n"), /^Guo Jiakun\s*8 claims/m);
  const words = await claimCard(page, "c10").innerText();
  assert.match(words, /This severely violates.* he said, adding that the move .*represents blatant protectionism/s);
  await page.getByRole("button", { name: "In order of the text" }).click();
  await groups.first().waitFor({ state: "detached" });
  await becomes(page, () => cards(page), await claimsBut());
});

reading("a cell of who about whom leaves just its claims", { hash: "#view=table" }, async (page) => {
  const { claims } = await annotations();
  const left = claims.filter(({ speaker, about }) => speaker === "guo-jiakun" && about.includes("chinese-companies"));
  const cell = page.getByRole("button", { name: `${left.length} claims: Guo Jiakun about Chinese companies` });
  await cell.click();
  await becomes(page, () => cards(page), left.map((claim) => claim.id));
  await becomes(page, () => cell.getAttribute("aria-pressed"), "true");
  await becomes(page, () => address(page), { view: "table", speaker: "guo-jiakun", about: "chinese-companies" });
  await cell.click();
  await becomes(page, () => address(page), { view: "table" });
  await becomes(page, () => cards(page), []);
});

reading("wherever links lead, they lead to a web page, into this one or to the workspace", { hash: "#claim=c10" }, async (page) => {
  const links = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(links.length > 20);
  assert.deepEqual(links.filter((link) => !/^(#|https:)/.test(link)), single ? [] : ["workspace.html"]);
});

reading("the page works below any folder", { under: "/a/b/c/", hash: "#q=protectionism" }, async (page, visit) => {
  await becomes(page, () => cards(page), ["c2", "c10"]);
  assert.deepEqual(visit.asked.filter((url) => !url.startsWith(visit.url) && !url.startsWith("data:")), []);
});
