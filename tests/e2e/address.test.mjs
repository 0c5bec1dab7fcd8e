import assert from "node:assert/strict";
import { becomes, reading } from "./harness.mjs";
import {
  address,
  back,
  cards,
  choice,
  choose,
  claimsBut,
  forward,
  hits,
  notices,
  openCards,
  search,
} from "./page.mjs";

reading("the address restores the view for somebody else", async (page, visit) => {
  await search(page).pressSequentially("speaker:guo-jiakun form:direct");
  await choose(page, "about", "european-commission");
  await becomes(page, () => address(page), { form: "direct", speaker: "guo-jiakun", about: "european-commission" });
  const other = await visit.open({ hash: await page.evaluate(() => location.hash) });
  await becomes(other, () => cards(other), ["c10"]);
  await becomes(other, () => search(other).inputValue(), "");
  for (const [facet, value] of [["about", "european-commission"], ["speaker", "guo-jiakun"], ["form", "direct"]]) {
    await becomes(other, () => choice(other, facet, value).isChecked(), true, facet);
  }
  await becomes(other, () => other.locator("input:checked").count(), 3);
});

reading("back undoes and forward redoes, a choice a step and typing one", async (page) => {
  const steps = [
    [() => search(page).pressSequentially("commission"), { q: "commission" }],
    [() => choose(page, "speaker", "guo-jiakun"), { q: "commission", speaker: "guo-jiakun" }],
    [() => choose(page, "form", "indirect"), { q: "commission", speaker: "guo-jiakun", form: "indirect" }],
    [() => search(page).press("End").then(() => page.keyboard.type(" turning")), { q: "commission turning", speaker: "guo-jiakun", form: "indirect" }],
    [() => page.getByRole("button", { name: "Claims", exact: true }).click(), { q: "commission turning", speaker: "guo-jiakun", form: "indirect", view: "claims" }],
  ];
  const seen = [[{}, await cards(page)]];
  for (const [act, expected] of steps) {
    await act();
    await becomes(page, () => address(page), expected);
    seen.push([expected, await cards(page)]);
  }
  const shows = async ([expected, left]) => {
    await becomes(page, () => address(page), expected);
    await becomes(page, () => cards(page), left);
    await becomes(page, () => search(page).inputValue(), expected.q ?? "");
    await becomes(page, () => choice(page, "speaker", "guo-jiakun").isChecked(), "speaker" in expected);
  };
  for (const step of seen.slice(0, -1).reverse()) {
    await back(page);
    await shows(step);
  }
  for (const step of seen.slice(1)) {
    await forward(page);
    await shows(step);
  }
});

reading("what was typed last is kept when a choice follows at once", async (page) => {
  await search(page).pressSequentially("market");
  await becomes(page, () => hits(page), ["market", "market"]);
  await choose(page, "form", "direct");
  await back(page);
  await becomes(page, () => address(page), { q: "market" });
  await becomes(page, () => search(page).inputValue(), "market");
  await back(page);
  await becomes(page, () => address(page), {});
  await becomes(page, () => search(page).inputValue(), "");
});

reading("walking through hits is no step", { hash: "#q=commission" }, async (page) => {
  const before = await page.evaluate(() => history.length);
  await search(page).press("Enter");
  await search(page).press("Enter");
  await becomes(page, async () => (await hits(page)).length, 4);
  assert.equal(await page.evaluate(() => history.length), before);
});

reading("loading again shows the same", { hash: "#q=market&form=direct&view=claims" }, async (page) => {
  await page.reload();
  await becomes(page, () => cards(page), ["c10"]);
  await becomes(page, () => address(page), { q: "market", form: "direct", view: "claims" });
});

reading("an address leads to an entity", { hash: "#entity=european-commission" }, async (page) => {
  await page.getByRole("region", { name: "European Commission" }).waitFor();
});

reading("an address leads to a claim, and its passage is in view", { hash: "#claim=c13", height: 500 }, async (page) => {
  await becomes(page, () => openCards(page), ["c13"]);
  const passage = page.locator('article [data-claim~="c13"]').first();
  const inView = () =>
    passage.evaluate((passage) => {
      const { top, bottom } = passage.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  await becomes(page, inView, true);
});

reading("an address leads to the claims", { hash: "#view=claims" }, async (page) => {
  const view = page.getByRole("region", { name: "Claims", exact: true });
  await view.waitFor();
  await becomes(page, async () => cards(page), await claimsBut());
  await becomes(page, () => page.locator("article[data-article]").count(), 0);
});

reading("an address may name several values", { hash: "#form=direct,mixed&types=person,place" }, async (page) => {
  await becomes(page, () => cards(page), ["c2", "c4", "c7", "c10", "c13"]);
  await becomes(page, () => page.locator("input:checked").count(), 4);
});

reading("an address that is changed by hand is followed", async (page, visit) => {
  await page.goto(`${visit.url}#claim=c4`);
  await becomes(page, () => openCards(page), ["c4"]);
  await page.goto(`${visit.url}#q=protectionism`);
  await becomes(page, () => cards(page), ["c2", "c10"]);
  await becomes(page, () => openCards(page), []);
});

reading("keys that mean nothing are kept", { hash: "#utm=a%20b&q=market" }, async (page) => {
  await choose(page, "form", "direct");
  await becomes(page, () => address(page), { utm: "a b", q: "market", form: "direct" });
});

for (const [hash, notice] of [
  ["#speaker=nobody", /speaker “nobody”/],
  ["#form=loud,direct", /form “loud”/],
  ["#entity=nobody", /a name that isn’t in this article \(nobody\)/],
  ["#claim=c99", /a claim that isn’t in this article \(c99\)/],
  ["#view=upside", /view “upside”/],
  ["#a=nothing", /an article that isn’t on this page \(nothing\)/],
]) {
  reading(`${hash} is said to be impossible, the rest holds`, { hash: `${hash}&q=market` }, async (page) => {
    await becomes(page, async () => notice.test(await notices(page)), true);
    await becomes(page, () => hits(page), ["market", "market"]);
  });
}

reading("a notice about the address goes with it", { hash: "#claim=c99" }, async (page, visit) => {
  await becomes(page, async () => /c99/.test(await notices(page)), true);
  await page.goto(`${visit.url}#claim=c1`);
  await becomes(page, () => notices(page), "");
});

reading("a copied link leads to the view", {
  hash: "#q=market&form=direct",
  context: { permissions: ["clipboard-read", "clipboard-write"] },
}, async (page) => {
  await page.getByRole("search").getByRole("button", { name: "Share" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy" }).first().click();
  await page.getByText("Copied").waitFor();
  await becomes(page, () => page.evaluate(() => navigator.clipboard.readText()), await page.evaluate(() => location.href));
});
