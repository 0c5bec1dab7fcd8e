import assert from "node:assert/strict";
import { becomes, matches, reading } from "./harness.mjs";
import { address, back, cards, choice, choose, claimsBut, menu, pointAtPage, search, status, stretches } from "./page.mjs";

/** Each value of a facet with the count next to it. */
async function counts(page, facet) {
  await pointAtPage(page);
  const boxes = page.locator(`input[name="${facet}"]`);
  await boxes.first().waitFor({ state: "attached" });
  return boxes.evaluateAll((boxes) =>
    boxes.map((box) => [box.value, Number(/(\d+) (?:claims?|names?)$/.exec(box.labels[0].textContent)[1])]),
  );
}

reading("a query by fields and a choice narrow together", async (page) => {
  await search(page).fill("speaker:guo-jiakun form:direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await choose(page, "about", "european-commission");
  await becomes(page, () => cards(page), ["c10"]);
  await matches(page, () => status(page), /1 of 13 claims/);
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
    if (chosen.includes(`${facet}=`) || chosen.includes(`${facet}:`)) continue;
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
  const tint = (id) =>
    page.locator(`article [data-entity="${id}"]`).first().evaluate((name) => getComputedStyle(name).backgroundImage);
  await becomes(page, () => tint("china"), "none");
  assert.notEqual(await tint("guo-jiakun"), "none");
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
  await becomes(page, () => choice(page, "about", "european-commission").isChecked(), false);
  await chips.getByRole("button", { name: "Clear all" }).click();
  await becomes(page, async () => cards(page), await claimsBut());
  await becomes(page, () => page.locator("input:checked").count(), 0);
  await chips.waitFor({ state: "detached" });
});

reading("clearing takes back the query too", { hash: "#q=protectionism&form=mixed" }, async (page) => {
  await becomes(page, () => cards(page), ["c2"]);
  await page.getByRole("button", { name: "Clear all" }).click();
  await becomes(page, async () => cards(page), await claimsBut());
  await becomes(page, () => search(page).inputValue(), "");
});

reading("where nothing is left, the page names what emptied it and mends it", async (page) => {
  await choose(page, "about", "european-union");
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), []);
  await page.getByText("No claims match.", { exact: true }).waitFor();
  for (const [blamed, left] of [["Wording: quoted", ["c2"]], ["About: European Union", ["c7", "c10", "c13"]]]) {
    const remedy = page.getByRole("listitem").filter({ hasText: `Remove ${blamed}` });
    const count = Number(/\((\d+) claims? match/.exec(await remedy.innerText())[1]);
    assert.equal(count, left.length);
    await remedy.getByRole("button").click();
    await becomes(page, () => cards(page), left);
    await becomes(page, async () => Object.keys(await address(page)).length, 1);
    await back(page);
    await becomes(page, () => cards(page), []);
  }
});

reading("a query that leaves nothing beside a filter is named", { hash: "#q=blatant&form=mixed" }, async (page) => {
  await page.getByRole("button", { name: "Remove the search “blatant”" }).click();
  await becomes(page, () => cards(page), ["c2", "c4"]);
});

reading("where no single filter is to blame, everything can be cleared", {
  hash: "#q=stance:denies&form=mixed&speaker=european-commission&about=european-union",
}, async (page) => {
  await page.getByText("Removing just one won’t help").waitFor();
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

reading("each filter is a drop-down, one at a time, that Escape and a press outside close", async (page) => {
  const isOpen = (facet) => menu(page, facet).getAttribute("aria-expanded");
  for (const [facet, label] of [["speaker", "Speaker"], ["about", "About"], ["form", "Wording"], ["stance", "Stance"], ["types", "Names"]]) {
    await menu(page, facet).click();
    assert.equal(await menu(page, facet).innerText(), label);
    await page.locator(`input[name=${facet}]`).first().waitFor();
    await becomes(page, () => page.locator(".menu-button[aria-expanded=true]").count(), 1, facet);
  }
  await page.keyboard.press("Escape");
  await becomes(page, () => isOpen("types"), "false");
  await becomes(page, () => menu(page, "types").evaluate((button) => button === document.activeElement), true);
  await menu(page, "about").click();
  await becomes(page, () => isOpen("about"), "true");
  await page.locator("article p").nth(4).click();
  await becomes(page, () => isOpen("about"), "false");
  await menu(page, "stance").click();
  await choice(page, "stance", "denies").focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Shift+Tab");
  await becomes(page, () => isOpen("stance"), "false");
  assert.equal(await page.locator("input[name=stance][value=denies]").count(), 1, "its values stay in the page");
});

reading("a filter says on its button what is chosen", async (page) => {
  await choose(page, "speaker", "guo-jiakun");
  await becomes(page, () => menu(page, "speaker").innerText(), "Speaker: Guo Jiakun");
  await choose(page, "speaker", "european-commission");
  await becomes(page, () => menu(page, "speaker").innerText(), "Speaker · 2");
});

reading("the marks of names are switched off and on", async (page) => {
  const tint = () =>
    page.locator('article [data-entity="guo-jiakun"]').first().evaluate((name) => getComputedStyle(name).backgroundColor);
  const marked = await tint();
  await menu(page, "types").click();
  const names = page.getByRole("switch", { name: "Mark names" });
  await becomes(page, () => names.getAttribute("aria-checked"), "true");
  await names.click();
  await becomes(page, tint, "rgba(0, 0, 0, 0)");
  await becomes(page, () => menu(page, "types").innerText(), "Names: off");
  await names.click();
  await becomes(page, tint, marked);
});

for (const [query, facet, value, label, left] of [
  ["speaker:guo", "speaker", "guo-jiakun", "Speaker Guo Jiakun", 8],
  ["form:quoted", "form", "direct", "Wording quoted", 3],
  ["form:paraphrased", "form", "indirect", "Wording paraphrased", 8],
  ["stance:denies", "stance", "denies", "Stance denies", 1],
  ["about:companies", "about", "chinese-companies", "About Chinese companies", 5],
]) {
  reading(`${query} filters without a blank after it, is a chip, and ticks its box`, async (page) => {
    await search(page).pressSequentially(query);
    await becomes(page, async () => (await cards(page)).length, left);
    await becomes(page, () => choice(page, facet, value).isChecked(), true);
    const chip = page.getByRole("list", { name: "Chosen filters" }).getByRole("button", { name: `Remove filter: ${label}` });
    await chip.waitFor();
    await choose(page, facet, value, false);
    await chip.waitFor({ state: "detached" });
    await becomes(page, () => search(page).inputValue(), "");
    await becomes(page, async () => cards(page), await claimsBut());
  });
}

reading("a field that is finished leaves the query", async (page) => {
  await search(page).pressSequentially("speaker:guo market");
  await becomes(page, () => search(page).inputValue(), "market");
  await becomes(page, () => address(page), { q: "market", speaker: "guo-jiakun" });
  await page.getByRole("button", { name: /^Remove filter: Speaker/ }).click();
  await becomes(page, () => address(page), { q: "market" });
});

reading("fields that are excluded or unknown stay in the query", async (page) => {
  await search(page).pressSequentially("-speaker:guo colour:red ");
  await becomes(page, () => address(page), { q: "-speaker:guo colour:red " });
  assert.equal(await page.locator("input[name=speaker]:checked").count(), 0);
});

reading("a link with a field works, and its box changes the query", { hash: "#q=speaker:guo%20form:direct" }, async (page) => {
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  await becomes(page, () => search(page).inputValue(), "speaker:guo form:direct");
  await becomes(page, () => choice(page, "form", "direct").isChecked(), true);
  await choose(page, "form", "direct", false);
  await becomes(page, () => address(page), { speaker: "guo-jiakun" });
});

reading("a field that is being typed is no problem until the reader pauses", async (page) => {
  const seen = page.evaluate(() => {
    globalThis.noticed = [];
    new MutationObserver(() => {
      const list = [...document.querySelectorAll(".query-notices li")].map((item) => item.textContent);
      if (list.some((notice) => /Type|type one of/.test(notice))) globalThis.noticed.push(list);
    }).observe(document.querySelector("main"), { childList: true, subtree: true });
  });
  await seen;
  await search(page).pressSequentially("speaker:guo form:quo");
  await becomes(page, () => choice(page, "speaker", "guo-jiakun").isChecked(), true);
  assert.deepEqual(await page.evaluate(() => globalThis.noticed), []);
  await page.getByText("After “form:”, type one of quoted, paraphrased, partly-quoted").waitFor();
  await becomes(page, () => page.evaluate(() => globalThis.noticed.at(-1)?.length), 1);
});

/** Whether the passage of a claim is in the part of the window that no bar covers. */
const inView = (page, selector) =>
  page.locator(selector).first().evaluate((passage) => {
    const bar = document.querySelector("[role=search]").getBoundingClientRect();
    const { top } = passage.getClientRects()[0];
    return bar.top > innerHeight / 2 ? top >= 0 && top < bar.top : top >= bar.bottom && top < innerHeight;
  });

for (const size of [{ width: 1280, height: 500 }, { width: 360, height: 500 }]) {
  reading(`a filter brings the first match into view, ${size.width} pixels wide`, size, async (page) => {
    await choose(page, "stance", "denies");
    await becomes(page, () => inView(page, "article [data-claim~=c7]"), true);
    await choose(page, "form", "direct");
    await becomes(page, () => address(page), { form: "direct", stance: "denies" });
    await becomes(page, () => inView(page, "article [data-claim~=c7]"), true);
  });
}

reading("the bar does not cover a pill whose choice leads to a match", async (page) => {
  for (const pill of await page.locator(".pill[data-speaker]").all()) {
    await page.evaluate(() => scrollTo(0, 0));
    await pill.focus();
    await page.keyboard.press("Enter");
    await becomes(page, () => pill.getAttribute("aria-pressed"), "true");
    await becomes(page, () => inView(page, "article .claim.left"), true);
    const isBelowBar = async () => {
      const bar = await page.getByRole("search").boundingBox();
      return (await pill.boundingBox()).y >= bar.y + bar.height;
    };
    await becomes(page, isBelowBar, true);
    await page.keyboard.press("Enter");
    await becomes(page, () => pill.getAttribute("aria-pressed"), "false");
  }
});

reading("the count says which match a filter has brought into view", { height: 600 }, async (page) => {
  const place = page.getByRole("group", { name: "Step through the article" }).locator(".at");
  await becomes(page, () => place.innerText(), "13 claims");
  await page.locator(".pill[data-speaker=guo-jiakun]").click();
  await becomes(page, () => place.innerText(), "1 of 8 claims");
  await page.getByRole("button", { name: "Next claim" }).click();
  await becomes(page, async () => (await address(page)).claim, "c6");
  await becomes(page, () => place.innerText(), "1 of 8 claims");
});

for (const [width, height] of [[1280, 860], [768, 1024], [360, 740]]) {
  reading(`no chip is cut, ${width} pixels wide`, { width, height, hash: "#speaker=guo-jiakun,european-commission&form=direct&stance=criticises" }, async (page) => {
    const chips = page.getByRole("list", { name: "Chosen filters" }).getByRole("button");
    await becomes(page, () => chips.count(), 5);
    const cut = () => chips.evaluateAll((chips) =>
      chips.filter((chip) => {
        const { left, right } = chip.getBoundingClientRect();
        return left < 0 || right > innerWidth || chip.scrollWidth > chip.clientWidth + 1;
      }).map((chip) => chip.textContent));
    await becomes(page, cut, []);
    const bar = await page.getByRole("search").boundingBox();
    const rows = new Set(await chips.evaluateAll((chips) => chips.map((chip) => Math.round(chip.getBoundingClientRect().top))));
    assert.ok(rows.size > 1, "they wrap");
    assert.ok(bar.height < height / 3, "most of the window is for the text");
  });
}

reading("two chips are beside the filters and move nothing", async (page) => {
  await pointAtPage(page);
  /** The height of the bar, and the place of a menu in it. */
  const layout = async () => {
    const [bar, button] = [await page.getByRole("search").boundingBox(), await menu(page, "stance").boundingBox()];
    return [bar.height, button.y - bar.y];
  };
  const before = await layout();
  await choose(page, "speaker", "guo-jiakun");
  await choose(page, "stance", "criticises");
  await becomes(page, () => page.locator(".chips .chip").count(), 2);
  assert.deepEqual(await layout(), before);
});
