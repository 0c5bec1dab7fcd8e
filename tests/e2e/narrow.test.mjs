import assert from "node:assert/strict";
import { becomes, matches, reading } from "./harness.mjs";
import { address, cards, choice, claimCard, currentHit, filtersButton, openCards, search, sheet } from "./page.mjs";

const phone = { width: 360, height: 740 };
const steps = (page) => page.getByRole("group", { name: "Step through the article" });

reading("claims unfold beneath their paragraph", phone, async (page) => {
  await becomes(page, () => cards(page), []);
  const paragraph = page.locator("article p", { hasText: "This severely violates" });
  const claims = page.locator("article p:has-text('This severely violates') + details");
  await matches(page, () => claims.locator("summary").innerText(), /1 claim · Guo Jiakun/);
  await claims.locator("summary").click();
  await becomes(page, () => cards(page), ["c10"]);
  await claimCard(page, "c10").getByRole("button").first().click();
  await becomes(page, () => openCards(page), ["c10"]);
  assert.equal(await paragraph.count(), 1);
});

reading("the bar at the bottom edge has search, filters, steps and views", phone, async (page) => {
  const bar = steps(page);
  await bar.getByRole("button", { name: "Next claim" }).click();
  await becomes(page, () => openCards(page), ["c1"]);
  await bar.getByText("1 of 13 claims").waitFor();
  await bar.getByRole("button", { name: "Previous claim" }).click();
  await becomes(page, () => openCards(page), ["c13"]);
  await filtersButton(page).click();
  await choice(page, "form", "direct").check();
  await sheet(page).getByRole("button", { name: "Show 3 claims" }).click();
  await choice(page, "form", "direct").waitFor({ state: "hidden" });
  await bar.getByText("3 of 3 claims").waitFor();
  await becomes(page, () => filtersButton(page).innerText(), "Filters (1)");
  await becomes(page, () => filtersButton(page).evaluate((button) => button === document.activeElement), true);
  await page.keyboard.press("/");
  await becomes(page, () => search(page).evaluate((search) => search === document.activeElement), true);
  await page.keyboard.type("market");
  await bar.getByText("1 of 2 matches").waitFor();
  await bar.getByRole("button", { name: "Next match" }).click();
  await becomes(page, () => currentHit(page), 1);
  await bar.getByRole("button", { name: "Next match" }).click();
  await bar.getByText("2 of 2 matches").waitFor();
  await page.getByRole("button", { name: "Claims", exact: true }).click();
  await becomes(page, () => address(page), { form: "direct", q: "market", claim: "c13", view: "claims" });
});

reading("the bar stays in view while the text is read", phone, async (page) => {
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

const tall = { width: 390, height: 844 };

/** Waits until the open card begins well above the bar. */
async function cardIsSeen(page) {
  await page.locator(".card.open .details").waitFor();
  const isSeen = () =>
    page.evaluate(() => {
      const bar = document.querySelector(".bar").getBoundingClientRect().top;
      const { top, height } = document.querySelector(".card.open").getBoundingClientRect();
      return top >= 0 && top + Math.min(height, 119) < bar;
    });
  await becomes(page, isSeen, true, "the beginning of the card is above the bar");
}

// Firefox sometimes undoes a scroll that the page makes while it starts; it does not say why.
reading("a link to a claim shows its card above the bar", { ...tall, hash: "#claim=c13", engines: ["chromium", "webkit"] }, cardIsSeen);

reading("a claim low in the window shows its card above the bar", tall, async (page) => {
  const low = await page.evaluate(() => {
    scrollTo(0, 300);
    const bar = document.querySelector(".bar").getBoundingClientRect().top;
    const edges = (claim) => claim.getClientRects()[0];
    const claims = [...document.querySelectorAll("article [data-claim]")];
    const places = claims.filter((claim) => edges(claim).bottom < bar - 30).map((claim) => [edges(claim).left + 3, edges(claim).top + 8]);
    return places.findLast((place) => !document.elementFromPoint(...place).closest("a"));
  });
  await page.mouse.click(...low);
  await cardIsSeen(page);
});

reading("the sheet of a name does not cover the name", tall, async (page) => {
  const name = page.locator("article a.name[data-entity=europe]").last();
  await name.evaluate((name) => name.scrollIntoView({ block: "end" }));
  await name.click();
  await page.locator("[data-entity-card]").waitFor();
  const isSeen = () =>
    name.evaluate((name) => {
      const sheet = document.querySelector(".margin.with-card").getBoundingClientRect().top;
      const { top, bottom } = name.getBoundingClientRect();
      return top >= 0 && bottom <= sheet;
    });
  await becomes(page, isSeen, true);
});

reading("a name's card opens over the text and closes", phone, async (page) => {
  await page.locator('article [data-entity="guo-jiakun"]').first().click();
  const card = page.getByRole("region", { name: "Guo Jiakun" });
  await card.waitFor();
  await becomes(page, () => address(page), { entity: "guo-jiakun" });
  await card.getByRole("button", { name: "Close" }).click();
  await card.waitFor({ state: "detached" });
});

reading("a link to a claim unfolds it", { ...phone, hash: "#claim=c10" }, async (page) => {
  await becomes(page, () => openCards(page), ["c10"]);
  await becomes(page, async () => (await cards(page)).includes("c10"), true);
});

reading("nothing left is said on a narrow page too", { ...phone, hash: "#form=direct&about=european-union" }, async (page) => {
  await page.getByText("No claims match.").waitFor();
  await page.getByRole("button", { name: "Remove Wording: quoted" }).click();
  await becomes(page, () => address(page), { about: "european-union" });
});

reading("a page that is made narrow keeps its view", { hash: "#claim=c10&q=blatant" }, async (page) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await steps(page).waitFor();
  await becomes(page, () => openCards(page), ["c10"]);
  await page.setViewportSize({ width: 1280, height: 860 });
  await filtersButton(page).waitFor({ state: "hidden" });
  await becomes(page, () => cards(page), ["c10"]);
});

const edges = (locator) =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: Math.round(top), bottom: Math.round(bottom) };
  });

reading("headline and first sentence are in the first screen of a phone", { width: 390, height: 844 }, async (page) => {
  assert.ok((await edges(page.getByRole("heading", { level: 1 }))).bottom < 300);
  // Browsers choose different fonts, so lines break differently.
  assert.ok((await edges(page.locator("article p").first())).bottom < 600);
  const bar = await edges(page.getByRole("search"));
  assert.equal(bar.bottom, 844);
  assert.ok(bar.bottom - bar.top < 120);
});

for (const [what, size] of [
  ["a phone", phone],
  ["a small phone", { width: 240, height: 500 }],
  ["a window at 400 %", { width: 320, height: 256 }],
]) {
  reading(`the filters open at the reader's place: ${what}`, size, async (page) => {
    await page.locator("article p").getByText("This severely violates").scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    // In Firefox, a click of the driver scrolls to where the bar would be if it were not sticky.
    await filtersButton(page).evaluate((button) => button.click());
    const isInView = async (locator) => {
      const { top, bottom } = await edges(locator);
      return top >= 0 && bottom <= size.height;
    };
    await becomes(page, () => isInView(sheet(page)), true);
    await becomes(page, () => sheet(page).evaluate((sheet) => sheet.contains(document.activeElement)), true);
    assert.equal(await page.evaluate(() => scrollY), before);
    await becomes(page, () => page.locator("input[name=form][value=direct]").count(), 1);
    await choice(page, "form", "direct").check();
    const done = sheet(page).getByRole("button", { name: "Show 3 claims" });
    await becomes(page, () => isInView(done), true, "its button is in view");
    await page.keyboard.press("Escape");
    await sheet(page).waitFor({ state: "hidden" });
    await becomes(page, () => filtersButton(page).evaluate((button) => button === document.activeElement), true);
    await becomes(page, () => address(page), { form: "direct" });
  });
}

for (const width of [240, 320, 360, 768]) {
  reading(`the bar does not break, ${width} pixels wide`, { width, height: 700 }, async (page) => {
    await search(page).fill("commission");
    await steps(page).filter({ hasText: "1 of 4" }).waitFor();
    const broken = () => page.getByRole("search").evaluate((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return [...bar.querySelectorAll("button, .at")].filter((part) => {
        const edges = part.getBoundingClientRect();
        const range = new Range();
        range.selectNodeContents(part.firstChild ?? part);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return part.checkVisibility() && edges.width > 0 && (edges.left < left || edges.right > right + 1 || tops.size > 1);
      }).map((part) => part.outerHTML);
    });
    await becomes(page, broken, []);
  });
}
