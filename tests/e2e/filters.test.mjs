import assert from "node:assert/strict";
import { becomes, reading } from "./harness.mjs";
import { address, back, cards, choice, choose, claimsBut, search, status, stretches } from "./page.mjs";

/** Each value of a facet with the count next to it. */
const counts = (page, facet) =>
  page.locator(`input[name="${facet}"]`).evaluateAll((boxes) =>
    boxes.map((box) => [box.value, Number(/(\d+) (?:claims|names)$/.exec(box.labels[0].textContent)[1])]),
  );

reading("a query by fields and a choice narrow together", async (page) => {
  await search(page).fill("speaker:guo-jiakun form:direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await choose(page, "about", "european-commission");
  await becomes(page, () => cards(page), ["c10"]);
  assert.match(await status(page), /1 of 13 claims/);
});

reading("within a facet any value will do, every facet must hold", async (page) => {
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await choose(page, "form", "mixed");
  await becomes(page, () => cards(page), ["c2", "c4", "c7", "c10", "c13"]);
  await choose(page, "speaker", "guo-jiakun");
  await choose(page, "stance", "denies");
  await becomes(page, () => cards(page), ["c7"]);
});

for (const facet of ["speaker", "about", "form", "stance"]) {
  for (const chosen of ["", "#speaker=guo-jiakun", "#q=stance:criticises&form=direct,indirect"]) {
    if (chosen.includes(`${facet}=`)) continue;
    const where = chosen ? `, beside ${chosen}` : "";
    reading(`each count of ${facet} is what choosing it alone leaves${where}`, { hash: chosen }, async (page) => {
      const values = await counts(page, facet);
      assert.ok(values.length > 1);
      for (const [value, count] of values) {
        await choose(page, facet, value);
        await becomes(page, async () => (await cards(page)).length, count, value);
        await choose(page, facet, value, false);
      }
    });
  }
}

reading("the legend counts names, and marks those that are chosen", async (page) => {
  const kinds = await counts(page, "types");
  const found = await stretches(page, "data-entity");
  const marks = await page.locator("article [data-entity]").evaluateAll((marks) =>
    Object.fromEntries(marks.map(({ dataset }) => [dataset.entity, dataset.kind])),
  );
  for (const [kind, count] of kinds) {
    const of_kind = Object.entries(found).filter(([id]) => marks[id] === kind);
    assert.equal(of_kind.flatMap(([, places]) => places).length, count, kind);
    await choose(page, "types", kind);
    await becomes(page, async () => (await status(page)).split(" · ")[1], `${count} name${count === 1 ? "" : "s"}`);
    await choose(page, "types", kind, false);
  }
  assert.deepEqual(await cards(page), await claimsBut(), "kinds leave the claims as they are");
});

reading("a kind that is not chosen is not marked, and its names are not clicked", async (page) => {
  await choose(page, "types", "person");
  const line = (id) =>
    page.locator(`article [data-entity="${id}"]`).first().evaluate((name) => getComputedStyle(name).textDecorationLine);
  await becomes(page, () => line("china"), "none");
  assert.notEqual(await line("guo-jiakun"), "none");
  await page.locator('article [data-entity="china"]').click();
  await becomes(page, () => address(page), { types: "person", claim: "c11" });
});

reading("chips take back what they name, and all", async (page) => {
  await choose(page, "speaker", "guo-jiakun");
  await choose(page, "form", "direct");
  await choose(page, "about", "european-commission");
  await becomes(page, () => cards(page), ["c10"]);
  const chips = page.getByRole("list", { name: "Chosen filters" });
  await chips.getByRole("button", { name: /European Commission/ }).click();
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  assert.equal(await choice(page, "about", "european-commission").isChecked(), false);
  await chips.getByRole("button", { name: "Clear filters" }).click();
  await becomes(page, async () => cards(page), await claimsBut());
  assert.equal(await page.locator("input:checked").count(), 0);
  await chips.waitFor({ state: "detached" });
});

reading("clearing takes back the query too", { hash: "#q=protectionism&form=mixed" }, async (page) => {
  await becomes(page, () => cards(page), ["c2"]);
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await becomes(page, async () => cards(page), await claimsBut());
  assert.equal(await search(page).inputValue(), "");
});

reading("where nothing is left, the page names what emptied it and mends it", async (page) => {
  await choose(page, "about", "european-union");
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), []);
  await page.getByText("No claim is left.").waitFor();
  for (const [blamed, left] of [["Form: direct", ["c2"]], ["About: European Union", ["c7", "c10", "c13"]]]) {
    const remedy = page.getByRole("listitem").filter({ hasText: `Take back ${blamed}` });
    const count = Number(/leaves (\d+) claims?/.exec(await remedy.innerText())[1]);
    assert.equal(count, left.length);
    await remedy.getByRole("button").click();
    await becomes(page, () => cards(page), left);
    await back(page);
    await becomes(page, () => cards(page), []);
  }
});

reading("a query that leaves nothing beside a filter is named", { hash: "#q=blatant&form=mixed" }, async (page) => {
  await page.getByRole("button", { name: "Take back the search “blatant”" }).click();
  await becomes(page, () => cards(page), ["c2", "c4"]);
});

reading("where no single filter is to blame, everything can be cleared", {
  hash: "#q=stance:denies&form=mixed&speaker=european-commission&about=european-union",
}, async (page) => {
  await page.getByText("no single filter is to blame").waitFor();
  await page.getByRole("button", { name: "Clear everything" }).click();
  await becomes(page, async () => cards(page), await claimsBut());
});

reading("filters leave the text where it is", async (page) => {
  const text = () => page.locator("article p").allTextContents();
  const before = await text();
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  assert.deepEqual(await text(), before);
});
