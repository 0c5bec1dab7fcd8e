import assert from "node:assert/strict";
import { becomes, engine, matches, reading, started } from "./harness.mjs";
import {
  address,
  back,
  cards,
  choice,
  choose,
  claimsBut,
  currentHit,
  focused,
  hits,
  menu,
  openCards,
  search,
} from "./page.mjs";

/** Presses Tab until the element that matches the selector has the focus. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

reading("everything that is asked in passing can be asked by keys alone", async (page) => {
  const { keyboard } = page;
  await keyboard.press("/");
  await becomes(page, () => isFocused(search(page)), true);
  await keyboard.type("speaker:guo-jiakun form:direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await tabTo(page, "[aria-controls=filter-about]");
  await keyboard.press("Enter");
  await choice(page, "about", "european-commission").waitFor();
  await tabTo(page, "input[name=about][value=european-commission]");
  await keyboard.press("Space");
  await becomes(page, () => cards(page), ["c10"]);
  await becomes(page, () => isFocused(choice(page, "about", "european-commission")), true);
  await keyboard.press("Escape");
  await becomes(page, () => isFocused(menu(page, "about")), true);
  await tabTo(page, "[data-claim-card=c10] button");
  await keyboard.press("Enter");
  await becomes(page, () => openCards(page), ["c10"]);
  await becomes(page, () => address(page), { speaker: "guo-jiakun", form: "direct", about: "european-commission", claim: "c10" });
  await back(page);
  await becomes(page, () => openCards(page), []);
  await back(page);
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
});

reading("Enter, Shift Enter, n and p walk through the hits", async (page) => {
  const { keyboard } = page;
  await keyboard.press("/");
  await keyboard.type("commission");
  await becomes(page, async () => (await hits(page)).length, 4);
  for (const [key, place] of [["Enter", 1], ["Enter", 2], ["Shift+Enter", 1], ["Shift+Enter", 4]]) {
    await keyboard.press(key);
    await becomes(page, () => currentHit(page), place, key);
  }
  await keyboard.press("Tab");
  for (const [key, place] of [["n", 1], ["n", 2], ["p", 1], ["p", 4]]) {
    await keyboard.press(key);
    await becomes(page, () => currentHit(page), place, key);
  }
});

reading("the hit that was walked to is in view", { height: 400 }, async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("protectionism");
  await becomes(page, async () => (await hits(page)).length, 2);
  await page.keyboard.press("Shift+Enter");
  const inView = () =>
    page.evaluate(() => {
      const [hit] = CSS.highlights.get("article-explorer-current-hit") ?? [];
      const { top, bottom } = hit?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top >= 0 && bottom <= innerHeight;
    });
  await becomes(page, inView, true);
});

reading("j and k step through the claims that are left", { hash: "#form=direct" }, async (page) => {
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  for (const [key, claim] of [["j", "c7"], ["j", "c10"], ["k", "c7"], ["k", "c13"], ["j", "c7"]]) {
    await page.keyboard.press(key);
    await becomes(page, () => openCards(page), [claim], key);
    await becomes(page, async () => (await address(page)).claim, claim);
    const focused = () => page.evaluate(() => document.activeElement.dataset.claim ?? "");
    await becomes(page, async () => (await focused()).split(" ").includes(claim), true, `${key} moves the focus to ${claim}`);
  }
  const told = page.locator("main > [aria-live=polite]");
  await matches(page, () => told.textContent(), /^Claim 1 of 3: Guo Jiakun .+“/);
  await page.keyboard.press("j");
  await becomes(page, async () => /^Claim 2 of 3: /.test(await told.textContent()), true);
  await page.keyboard.press("v");
  await page.keyboard.press("j");
  await becomes(page, () => page.evaluate(() => document.activeElement.dataset.claimCard), "c13");
});

/** The ids of the claims of the focused passage, or the claim whose card has the focus. */
const focusedClaim = (page) =>
  page.evaluate(() => {
    const { activeElement: { dataset, value } } = document;
    return dataset.claim ? `passage ${dataset.claim}` : value ? `card ${value}` : "elsewhere";
  });

for (const width of [1280, 390]) {
  reading(`Enter leads from a claim to its card and Escape back, at ${width} pixels`, { width }, async (page) => {
    for (const claim of ["c1", "c2"]) {
      await page.keyboard.press("j");
      await becomes(page, () => openCards(page), [claim]);
    }
    await becomes(page, () => focusedClaim(page), "passage c2");
    await page.keyboard.press("Enter");
    await becomes(page, () => focusedClaim(page), "card c2");
    await page.keyboard.press("Tab");
    await becomes(page, () => page.evaluate(() => Boolean(document.activeElement.closest(".card.open .details"))), true);
    await page.keyboard.press("Escape");
    await becomes(page, () => focusedClaim(page), "passage c2");
    await becomes(page, () => openCards(page), []);
    await page.keyboard.press("Enter");
    await becomes(page, () => openCards(page), ["c2"]);
  });
}

reading("stepping goes on from the last claim, or from the claims in view", { height: 600 }, async (page) => {
  for (const claim of ["c1", "c2", "c3"]) {
    await page.keyboard.press("j");
    await becomes(page, () => openCards(page), [claim]);
  }
  await page.keyboard.press("Escape");
  await becomes(page, () => openCards(page), []);
  await page.keyboard.press("j");
  await becomes(page, () => openCards(page), ["c4"]);
  await page.keyboard.press("Escape");
  await becomes(page, () => openCards(page), []);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const expected = await page.evaluate(() => {
    const edge = document.querySelector(".bar").getBoundingClientRect().bottom + 24;
    const ids = [...document.querySelectorAll("article [data-claim]")].flatMap((it) => it.dataset.claim.split(" "));
    return ids.find((id) => document.querySelector(`[data-claim~=${id}]`).getBoundingClientRect().top >= edge);
  });
  assert.notEqual(expected, "c1");
  const before = await page.evaluate(() => scrollY);
  // Playwright scrolls in Firefox before it clicks.
  await page.getByRole("button", { name: "Next claim" }).evaluate((button) => button.click());
  await becomes(page, () => openCards(page), [expected]);
  assert.equal(await page.evaluate(() => scrollY), before, "nothing moves");
});

reading("Escape closes the card of a name before that of the claim below it", { hash: "#claim=c7" }, async (page) => {
  const link = page.locator(".card.open .details").getByRole("link", { name: "Chinese companies" });
  await link.click();
  await page.getByRole("region", { name: "Chinese companies" }).waitFor();
  await page.keyboard.press("Escape");
  await becomes(page, () => address(page), { claim: "c7" });
  await becomes(page, () => isFocused(link), true);
  await page.keyboard.press("Escape");
  await becomes(page, () => address(page), {});
});

reading("in a list, j and k follow the order of the list", { hash: "#view=claims" }, async (page) => {
  const listed = () => page.locator(".claim-item").evaluateAll((items) => items.map((item) => item.dataset.claimCard));
  await becomes(page, async () => (await listed()).length, 13);
  const [first, second] = await listed();
  for (const [key, claim] of [["j", first], ["j", second], ["k", first]]) {
    await page.keyboard.press(key);
    await becomes(page, () => page.evaluate(() => document.activeElement.dataset.claimCard), claim);
  }
  await matches(page, () => page.locator("main > [aria-live=polite]").textContent(), /^Claim 1 of 13: /);
});

reading("the focus stays near a button that removes itself", { hash: "#form=direct&stance=criticises&speaker=guo-jiakun" }, async (page) => {
  const chips = page.locator(".bar .chip");
  await becomes(page, () => chips.count(), 3);
  const labels = await chips.allInnerTexts();
  await chips.nth(1).focus();
  await page.keyboard.press("Enter");
  await becomes(page, () => chips.count(), 2);
  await becomes(page, () => page.evaluate(() => document.activeElement.innerText), labels[2]);
  await page.locator(".bar button", { hasText: /^Clear (all|everything)$/ }).first().focus();
  await page.keyboard.press("Enter");
  await becomes(page, () => chips.count(), 0);
  await becomes(page, () => page.evaluate(() => document.activeElement !== document.body), true);
});

reading("v brings the claims to the foreground and the article back", async (page) => {
  await page.keyboard.press("v");
  await becomes(page, () => address(page), { view: "claims" });
  await page.getByRole("region", { name: "Claims", exact: true }).waitFor();
  await page.keyboard.press("v");
  await becomes(page, () => address(page), {});
  await page.locator("article[data-article]").waitFor();
});

reading("? shows help, Escape closes it and gives the focus back", async (page) => {
  await page.getByRole("button", { name: "Help" }).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Help" });
  await help.waitFor();
  for (const key of ["/", "Enter, n", "j, k", "v", "Esc", "?"]) {
    await help.getByRole("rowheader", { name: key, exact: true }).waitFor();
  }
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  assert.deepEqual(await openCards(page), [], "keys do nothing behind the dialog");
  await becomes(page, () => focused(page), "Help");
  await page.keyboard.press("?");
  await help.waitFor();
});

reading("Escape goes back step by step", async (page) => {
  const { keyboard } = page;
  await keyboard.press("v");
  await choose(page, "form", "direct");
  await keyboard.press("/");
  await keyboard.type("industries");
  await page.locator("[data-claim-card=c7] button").first().click();
  await becomes(page, () => address(page), { view: "claims", form: "direct", q: "industries", claim: "c7" });
  for (const left of [
    { view: "claims", form: "direct", q: "industries" },
    { view: "claims", form: "direct" },
    { view: "claims" },
    {},
    {},
  ]) {
    await keyboard.press("Escape");
    await becomes(page, () => address(page), left);
  }
});

reading("Escape works from within the search too", async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("market");
  await becomes(page, () => address(page), { q: "market" });
  await page.keyboard.press("Escape");
  await becomes(page, () => search(page).inputValue(), "");
  await becomes(page, async () => cards(page), await claimsBut());
});

reading("letters typed into the search are letters", async (page) => {
  await page.keyboard.press("/");
  await page.keyboard.type("n/pjkv?");
  await becomes(page, () => address(page), { q: "n/pjkv?" });
  await becomes(page, () => search(page).inputValue(), "n/pjkv?");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

reading("keys with Ctrl or Alt are the browser's", async (page) => {
  await page.keyboard.press("Control+j");
  await page.keyboard.press("Alt+v");
  await page.keyboard.press("j");
  await becomes(page, () => address(page), { claim: "c1" });
});

reading("Tab leads into the names once, arrows from name to name, Enter opens one", async (page) => {
  const { keyboard } = page;
  const name = () => page.evaluate(() => document.activeElement.closest("[data-entity]")?.dataset.entity);
  await tabTo(page, "article [data-entity]");
  assert.equal(await name(), "chinese-government");
  for (const [key, id] of [
    ["ArrowRight", "cybersecurity-package"],
    ["ArrowDown", "european-commission"],
    ["ArrowLeft", "cybersecurity-package"],
    ["ArrowUp", "chinese-government"],
    ["ArrowLeft", "chinese-government"],
    ["ArrowRight", "cybersecurity-package"],
    ["ArrowRight", "european-commission"],
  ]) {
    await keyboard.press(key);
    await becomes(page, name, id, key);
  }
  await keyboard.press("Tab");
  await becomes(page, name, undefined, "one Tab leaves the names");
  await keyboard.press("Shift+Tab");
  await becomes(page, name, "european-commission", "and comes back to the one that was left");
  await keyboard.press("Enter");
  const card = page.getByRole("region", { name: "European Commission" });
  await card.waitFor();
  await becomes(page, () => card.evaluate((card) => card.contains(document.activeElement)), true);
  await keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await becomes(page, name, "european-commission");
});

reading("every name that is in no other can be reached by arrows", async (page) => {
  await tabTo(page, "article [data-entity]");
  const reached = await page.evaluate(() => {
    const reached = [];
    for (let at; at !== document.activeElement; ) {
      at = document.activeElement;
      reached.push(at);
      at.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
    }
    return reached.map((name) => name.dataset.entity);
  });
  const names = await page.locator("article [data-entity]").evaluateAll((all) =>
    all.filter((name) => !name.parentElement.closest("[data-entity]")).map((name) => name.dataset.entity));
  assert.deepEqual([...new Set(reached)].sort(), [...new Set(names)].sort());
});

for (const [what, options] of [
  ["the article", {}],
  ["the claims", { hash: "#view=claims" }],
  ["a comparison", { hash: "#view=compare" }],
  ["the table", { hash: "#view=table" }],
  ["a name's card", { hash: "#entity=european-commission" }],
  ["an open claim and filters", { hash: "#claim=c10&form=direct" }],
  ["a narrow page", { width: 360, height: 740 }],
  ["a narrow page with a name's card", { width: 360, height: 740, hash: "#entity=european-commission" }],
]) {
  reading(`Tab reaches every control and is not caught: ${what}`, options, async (page) => {
    const controls = await page.evaluate(() => {
      const all = document.querySelectorAll("a[href], button, input, summary, select, textarea");
      const reachable = [...all].filter((control) => control.checkVisibility() && control.tabIndex >= 0 && !control.disabled);
      globalThis.notReached = new Set(reachable);
      return reachable.length;
    });
    for (let presses = 0; presses < controls + 20; presses += 1) {
      await page.keyboard.press("Tab");
      await page.evaluate(() => {
        for (const control of notReached) {
          if (control === document.activeElement || control.disabled) notReached.delete(control);
        }
      });
    }
    const left = await page.evaluate(() => [...notReached].map((control) => control.outerHTML));
    assert.deepEqual(left, []);
    // Headless Firefox has no bars that the focus could go to after a summary at the end.
    if (engine === "firefox") return;
    await page.keyboard.press("Tab");
    const first = page.locator("input[type=search]");
    await tabTo(page, "input[type=search]");
    await becomes(page, () => isFocused(first), true, "and round again");
  });
}

reading("what has the focus can be seen to have it", { engines: ["chromium"] }, async (page) => {
  const unseen = () =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (element === document.body || (outlineStyle !== "none" && parseFloat(outlineWidth) > 0)) return "";
      return element.outerHTML;
    });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    await becomes(page, unseen, "");
  }
});

for (const size of [{}, { width: 360, height: 740 }]) {
  reading(`skip links lead past the bar, ${size.width ?? 1280} pixels wide`, size, async (page) => {
    const { keyboard } = page;
    const leads = async (presses, name, selector) => {
      for (let press = 0; press < presses; press += 1) await keyboard.press("Tab");
      const link = page.getByRole("link", { name });
      await becomes(page, () => isFocused(link), true, name);
      await becomes(page, async () => (await link.boundingBox()).height >= 24, true, "it is visible");
      const before = await address(page);
      await keyboard.press("Enter");
      await becomes(page, () => page.evaluate((selector) => document.activeElement.matches(selector), selector), true, name);
      assert.deepEqual(await address(page), before);
    };
    const start = () => page.evaluate(() => document.activeElement.blur());
    await leads(1, "Skip to text", "article");
    await page.reload();
    await started(page);
    await start();
    await leads(2, "Skip to claims", "[data-claim-card] button, .below summary");
    await page.reload();
    await started(page);
    await start();
    await leads(3, "Skip to filters", ".menu-button, .filters-button");
  });
}

reading("keys of one character can be switched off, and stay off", async (page) => {
  const help = page.getByRole("dialog", { name: "Help" });
  const keys = help.getByRole("switch", { name: /keys of one character/ });
  await page.keyboard.press("?");
  await keys.click();
  await becomes(page, () => keys.getAttribute("aria-checked"), "false");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  for (const key of ["j", "v", "/", "?"]) await page.keyboard.press(key);
  await becomes(page, () => address(page), {});
  assert.equal(await help.isVisible(), false);
  await page.reload();
  await started(page);
  await page.keyboard.press("v");
  await page.getByRole("button", { name: "Help" }).click();
  await becomes(page, () => keys.getAttribute("aria-checked"), "false");
  await becomes(page, () => address(page), {});
  await keys.click();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.keyboard.press("v");
  await becomes(page, () => address(page), { view: "claims" });
});
