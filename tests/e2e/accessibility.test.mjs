import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { afterEffects, becomes, reading } from "./harness.mjs";
import { cards, choice, choose, hits, menu, status } from "./page.mjs";

const views = {
  "the article": "",
  "a query": "#q=protectionism",
  "filters": "#form=direct&about=european-commission",
  "kinds": "#types=person",
  "an open claim": "#claim=c10",
  "a name's card": "#entity=european-commission",
  "nothing left": "#form=direct&about=european-union",
  "a notice": "#claim=c99&q=colour:x",
  "the claims": "#view=claims",
  "the claims with an open one": "#view=claims&claim=c10&q=market",
  "a comparison": "#view=compare",
  "a comparison of three, about one subject": "#view=compare&speaker=guo-jiakun,chinese-government,european-commission&about=european-commission",
  "the table": "#view=table",
  "the table with a choice": "#view=table&speaker=guo-jiakun,chinese-government&about=european-commission",
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 768, 360]) {
    const options = { width, height: 800, context: { colorScheme }, engines: ["chromium"] };
    reading(`axe-core objects to nothing: ${colorScheme}, ${width} pixels wide`, options, async (page, visit) => {
      const objections = {};
      const look = async (view) => {
        await afterEffects(page);
        const found = await violations(page);
        if (found.length > 0) objections[view] = found;
      };
      for (const [view, hash] of Object.entries(views)) {
        await page.goto(visit.url + hash);
        await look(view);
      }
      await page.goto(`${visit.url}#`);
      const filters = page.locator(".filters-button, .menu-button").filter({ visible: true });
      await filters.first().click();
      await choice(page, "speaker", "guo-jiakun").waitFor();
      await look("open filters");
      await page.keyboard.press("Escape");
      for (const unfold of await page.locator("article summary").all()) await unfold.click();
      await look("unfolded claims");
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      await look("help");
      assert.deepEqual(objections, {});
    });
  }
}

reading("axe-core objects to nothing before the program runs", {
  starts: false,
  served: true,
  change: (name, body) => (name.endsWith(".wasm") ? 404 : body),
  says: [/404/],
  maySay: [/wasm/i],
}, async (page) => {
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await violations(page), []);
});

for (const colorScheme of ["light", "dark"]) {
  reading(`with forced colours names, claims and hits are still told apart: ${colorScheme}`, {
    hash: "#q=commission",
    context: { forcedColors: "active", colorScheme },
    engines: ["chromium"],
  }, async (page) => {
    await becomes(page, async () => (await hits(page)).length, 4);
    const style = (selector) =>
      page.locator(selector).first().evaluate((mark) => {
        const { color, textDecorationLine, textDecorationStyle, outlineStyle } = getComputedStyle(mark);
        return { color, line: `${textDecorationLine} ${textDecorationStyle}`, outline: outlineStyle };
      });
    assert.equal((await style('article [data-claim="c10"]')).line, "underline solid", "quoted");
    assert.equal((await style('article [data-claim="c8"]')).line, "underline dotted", "paraphrased");
    const name = await style('article a[data-entity="guo-jiakun"]');
    assert.match(name.line, /^none/);
    assert.notEqual(name.color, (await style("article p")).color, "names have the colour of links");
    assert.equal((await style('article [data-claim="c10"]')).outline, "none");
    await page.locator("article p").getByText("This severely violates").click();
    await becomes(page, async () => (await style('article [data-claim="c10"]')).outline, "solid", "the open claim");
  });
}

reading("who asked for less motion gets none", {
  context: { reducedMotion: "reduce" },
  engines: ["chromium", "webkit"],
}, async (page) => {
  await choose(page, "form", "direct");
  await becomes(page, () => cards(page), ["c7", "c10", "c13"]);
  const moving = () =>
    page.evaluate(() => {
      const moves = ({ transitionDuration, animationName, scrollBehavior }) =>
        /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      return [...document.querySelectorAll("*")].filter((element) => moves(getComputedStyle(element))).length;
    });
  assert.equal(await moving(), 0);
});

reading("what moves, moves shortly", async (page) => {
  const longest = await page.evaluate(() => {
    const seconds = [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [transitionDuration, animationDuration].join(",").split(",").map(parseFloat);
    });
    return Math.max(...seconds.filter(Number.isFinite));
  });
  assert.ok(longest > 0 && longest <= 0.15, `${longest} s`);
});

reading("the page has landmarks, one heading of the first level, and one status", async (page) => {
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("search").count(), 1);
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  assert.equal(await page.getByRole("status").count(), 1);
  assert.match(await status(page), /claims/);
});

reading("every control has a name, and every filter its facet's", async (page) => {
  for (const [facet, name] of [["speaker", "Speaker"], ["about", "About"], ["form", "Wording"], ["stance", "Stance"], ["types", "Names"]]) {
    await menu(page, facet).click();
    const group = page.getByRole("group", { name, exact: true });
    await group.getByRole("checkbox").nth(1).waitFor();
  }
  await menu(page, "about").click();
  await page.getByRole("group", { name: "About" }).getByRole("checkbox", { name: /^European Commission \d+ claims$/ }).waitFor();
});

reading("a claim in the text is announced with its speaker and stance, once", async (page) => {
  const pieces = page.locator('article [data-claim~="c10"]');
  assert.equal(await pieces.first().getAttribute("role"), "mark");
  assert.equal(await pieces.first().getAttribute("aria-description"), "Guo Jiakun criticises (quoted)");
  assert.equal(await pieces.last().getAttribute("aria-description"), null);
  const unnamed = page.locator('article [data-claim~="c5"]').first();
  assert.match(await unnamed.getAttribute("aria-description"), /^Unnamed \(“widely seen”\) says \(paraphrased\)/);
});

reading("filters and notes have headings", async (page) => {
  for (const name of ["Filters", "Notes"]) {
    assert.equal(await page.getByRole("heading", { level: 2, name, exact: true }).count(), 1, name);
  }
});

for (const width of [1280, 390]) {
  reading(`targets are at least 24 pixels wide and high, ${width} pixels wide`, { width, hash: "#claim=c7" }, async (page) => {
    await page.locator(".card.open .details").waitFor();
    const small = () => page.locator(".bar button, .card .head").evaluateAll((targets) =>
      targets.filter((target) => target.checkVisibility() && !target.closest("dialog")).flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24 ? [`${target.textContent}: ${width} × ${height}`] : [];
      }));
    await becomes(page, small, []);
  });
}

reading("what says how little there is room for is not cut: placeholder and status", async (page, visit) => {
  for (const width of [1280, 1024, 905, 768, 390, 360]) {
    const narrow = await visit.open({ width });
    const cut = await narrow.locator(".bar").evaluate((bar) => {
      const field = bar.querySelector("input[type=search]");
      const drawn = document.createElement("canvas").getContext("2d");
      drawn.font = getComputedStyle(field).font;
      const counts = bar.querySelector(".counts");
      const isSeen = counts.clientWidth > 1;
      return {
        placeholder: drawn.measureText(field.placeholder).width > field.clientWidth - 24,
        row: innerWidth >= 900 && bar.querySelector(".choices").getBoundingClientRect().top > field.getBoundingClientRect().bottom,
        status: isSeen && (counts.scrollWidth > counts.clientWidth || counts.scrollHeight > 40),
      };
    });
    assert.deepEqual(cut, { placeholder: false, row: false, status: false }, `${width}`);
    assert.equal(await narrow.locator("input[type=search]").getAttribute("aria-label"), "Search this article");
  }
});

reading("numbers in tables line up", { hash: "#view=table" }, async (page) => {
  const cell = page.getByRole("table").getByRole("cell").last();
  assert.match(await cell.evaluate((cell) => getComputedStyle(cell).fontVariantNumeric), /tabular-nums/);
});
