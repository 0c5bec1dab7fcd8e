import { becomes, reading } from "./harness.mjs";

const views = {
  "the article": "",
  "a query": "#q=commission",
  "an open claim": "#claim=c10",
  "a name's card": "#entity=chinese-telecommunications-equipment",
  filters: "#form=direct&stance=criticises&about=chinese-telecommunications-equipment",
  "nothing left": "#form=direct&about=european-union&q=supercalifragilisticexpialidocious",
  "the claims": "#view=claims",
  "a comparison": "#view=compare",
  "the table": "#view=table&speaker=guo-jiakun",
  "the claims beside a name's card": "#view=claims&entity=guo-jiakun",
  "a notice": `#claim=${"x".repeat(200)}`,
};

/** The elements that extend beyond the window's edges, except inside a scroll container. */
function beyondTheEdges(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isScrolled = (element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== "visible") return true;
      }
      return false;
    };
    const isBeyond = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    };
    const beyond = [...document.body.querySelectorAll("*")].filter(
      (element) => element.checkVisibility() && isBeyond(element) && !isScrolled(element),
    );
    const told = beyond.map((element) => `<${element.localName}> ${element.textContent.slice(0, 60)}`);
    if (document.documentElement.scrollWidth > width) told.push("the page scrolls sideways");
    return told;
  });
}

async function nothingGoesBeyondTheEdges(page, url) {
  for (const [view, hash] of Object.entries(views)) {
    await page.goto(url + hash);
    await becomes(page, () => beyondTheEdges(page), [], view);
  }
  const filters = page.locator(".filters-button, .menu-button").filter({ visible: true });
  if (await filters.count()) {
    await filters.first().click();
    await page.locator("input[name=speaker]").first().waitFor();
    await becomes(page, () => beyondTheEdges(page), [], "open filters");
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await becomes(page, () => beyondTheEdges(page), [], "help");
}

// 320 is 1280 at a zoom of 400%.
for (const width of [320, 360, 768, 1000, 1280, 1920]) {
  reading(`nothing goes beyond the edges, ${width} pixels wide`, { width, height: 640 }, async (page, visit) => {
    await nothingGoesBeyondTheEdges(page, visit.url);
  });
}

for (const width of [360, 768, 1280]) {
  reading(`text of twice the size fits, ${width} pixels wide`, { width, height: 860 }, async (page, visit) => {
    const size = () => page.locator("article p").first().evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
    const before = await size();
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    await becomes(page, async () => (await size()) / before > 1.5, true, "the text grows with the reader's own size");
    await nothingGoesBeyondTheEdges(page, visit.url);
  });
}
