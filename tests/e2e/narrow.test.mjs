import assert from "node:assert/strict";
import { becomes, reading } from "./harness.mjs";
import { address, cards, choice, claimCard, currentHit, openCards, search } from "./page.mjs";

const phone = { width: 360, height: 740 };
const steps = (page) => page.getByRole("region", { name: "Step through the article" });

reading("claims unfold beneath their paragraph", phone, async (page) => {
  assert.deepEqual(await cards(page), []);
  const paragraph = page.locator("article p", { hasText: "This severely violates" });
  const claims = page.locator("article p:has-text('This severely violates') + details");
  assert.match(await claims.locator("summary").innerText(), /1 claim · Guo Jiakun/);
  await claims.locator("summary").click();
  await becomes(page, () => cards(page), ["c10"]);
  await claimCard(page, "c10").getByRole("button").first().click();
  await becomes(page, () => openCards(page), ["c10"]);
  assert.equal(await paragraph.count(), 1);
});

reading("the bar at the bottom leads to search, filters and the next claim", phone, async (page) => {
  const bar = steps(page);
  await bar.getByRole("button", { name: "Next of the claims" }).click();
  await becomes(page, () => openCards(page), ["c1"]);
  await bar.getByText("1 of 13 claims").waitFor();
  await bar.getByRole("button", { name: "Previous of the claims" }).click();
  await becomes(page, () => openCards(page), ["c13"]);
  await bar.getByRole("button", { name: "Filters" }).click();
  await choice(page, "form", "direct").check();
  await bar.getByText("3 of 3 claims").waitFor();
  await bar.getByRole("button", { name: "Filters" }).click();
  await choice(page, "form", "direct").waitFor({ state: "hidden" });
  await bar.getByRole("button", { name: "Search" }).click();
  assert.equal(await search(page).evaluate((search) => search === document.activeElement), true);
  await page.keyboard.type("market");
  await bar.getByText("2 hits").waitFor();
  await bar.getByRole("button", { name: "Next of the hits" }).click();
  await becomes(page, () => currentHit(page), 1);
  await bar.getByText("1 of 2 hits").waitFor();
});

reading("the bars stay in view while the text is read", phone, async (page) => {
  const inView = (locator) =>
    locator.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      // Allows for fractions of a pixel.
      return top > -1 && bottom < innerHeight + 1;
    });
  await page.locator("article p").getByText("This severely violates").scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 200);
  await becomes(page, () => inView(search(page)), true);
  await becomes(page, () => inView(steps(page)), true);
});

reading("a name's card opens over the text and closes", phone, async (page) => {
  await page.locator('article [data-entity="guo-jiakun"]').first().click();
  const card = page.getByRole("region", { name: "Guo Jiakun" });
  await card.waitFor();
  assert.deepEqual(await address(page), { entity: "guo-jiakun" });
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "detached" });
});

reading("a link to a claim unfolds it", { ...phone, hash: "#claim=c10" }, async (page) => {
  await becomes(page, () => openCards(page), ["c10"]);
  await becomes(page, async () => (await cards(page)).includes("c10"), true);
});

reading("nothing left is said on a narrow page too", { ...phone, hash: "#form=direct&about=european-union" }, async (page) => {
  await page.getByText("No claim is left.").waitFor();
  await page.getByRole("button", { name: "Take back Form: quoted" }).click();
  await becomes(page, () => address(page), { about: "european-union" });
});

reading("a page that is made narrow keeps its view", { hash: "#claim=c10&q=blatant" }, async (page) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await steps(page).waitFor();
  await becomes(page, () => openCards(page), ["c10"]);
  await page.setViewportSize({ width: 1280, height: 860 });
  await steps(page).waitFor({ state: "hidden" });
  await becomes(page, () => cards(page), ["c10"]);
});
