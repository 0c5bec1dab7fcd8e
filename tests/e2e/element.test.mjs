import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { becomes, matches } from "./harness.mjs";
import { articles, built, dist, element, explorer, hitsIn, hosted, hostPage, ready, SCRIPT, stateOf, TYPES, whereabouts } from "./hosts.mjs";
import { address, back, cardButton, cards, choice, choose, claimsBut, filtersButton, forward, menu, openCards, search } from "./page.mjs";

/** A host page that contains one element with `attributes`. */
const holding = (attributes = "", more = "") => hostPage(`<main><h1>Host</h1>${element(attributes)}${more}</main>`, SCRIPT);

/** All computed styles that differ from `expected`, for each element, by its position. */
function differences(found, expected) {
  const told = [];
  for (const [place, styles] of Object.entries(expected)) {
    for (const [name, value] of Object.entries(styles)) {
      const now = found[place]?.[name];
      if (now !== value) told.push(`${place} ${name}: ${now}, not ${value}`);
    }
  }
  return told.slice(0, 12);
}

/** The computed styles of all elements within a root, by their positions. */
function computedStyles(host, selector) {
  // The visible part of the text depends on the position of the element in the window.
  const within = selector
    ? document.querySelectorAll(selector)
    : host.shadowRoot.querySelectorAll(".explorer, .explorer :not(.seen)");
  return Object.fromEntries(
    [...within].map((element, number) => {
      const styles = getComputedStyle(element);
      const place = `${number} ${element.localName}.${element.getAttribute("class") ?? ""}`;
      return [place, Object.fromEntries([...styles].filter((name) => !name.startsWith("--")).map((name) => [name, styles.getPropertyValue(name)]))];
    }),
  );
}

const HOSTILE = `<style>
  html { font-size: 30px; }
  * { all: unset; }
  button { background: red !important; font-size: 40px !important; }
  article { display: none !important; }
  article-explorer { display: inline; font: 50px/3 fantasy; letter-spacing: 9px; text-transform: uppercase; color: lime; }
</style>`;

for (const width of [1280, 700]) {
  hosted(`styles of the host stay outside, ${width} pixels wide`, {
    width,
    engines: width === 700 ? ["chromium"] : undefined,
    html: hostPage(element("loading=eager q=market claim=c10"), SCRIPT + HOSTILE),
    routes: { "/plain": hostPage(element("loading=eager q=market claim=c10"), `${SCRIPT}<style>body { margin: 0; }</style>`) },
  }, async (page, visit) => {
    const styles = async () => {
      assert.equal(await ready(explorer(page)), true);
      // The element knows a moment after it is drawn how wide it is.
      await (width < 900 ? filtersButton(page) : menu(page, "form")).waitFor();
      await becomes(page, async () => (await openCards(page)).length, 1);
      await becomes(page, () => page.locator(".margin-cards .card:not([style])").count(), 0);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
      return explorer(page).evaluate(computedStyles);
    };
    const hostile = await styles();
    await page.goto(`${visit.origin}/plain`);
    const plain = await styles();
    assert.ok(Object.keys(plain).length > 200);
    assert.deepEqual(Object.keys(hostile), Object.keys(plain));
    assert.deepEqual(differences(hostile, plain), []);
  });
}

hosted("styles of the element stay inside", {
  html: hostPage(
    `<style>html { overflow-y: scroll }</style><main><h1 class="bar">Title</h1><article class="text"><p class="field">Text <a href="#x" class="mark">link</a> <mark class="claim">mark</mark></p></article>
     <aside class="margin"><button class="quiet">Button</button><input type="search"><dialog open>Dialog</dialog><footer class="source">Foot</footer></aside></main>
     <div id="place"></div>`,
  ),
}, async (page) => {
  const styles = () => page.locator("body > main").evaluate(computedStyles, "main, main *");
  const head = () => page.evaluate(() => [document.head.innerHTML, document.adoptedStyleSheets.length, document.documentElement.attributes.length, document.body.attributes.length]);
  const before = [await styles(), await head()];
  await page.addScriptTag({ type: "module", url: "/explorer/article-explorer.js" });
  await page.evaluate(() => document.head.lastElementChild.remove());
  await page.locator("#place").evaluate((place, html) => (place.innerHTML = html), element());
  assert.equal(await ready(explorer(page)), true);
  await search(explorer(page)).fill("market");
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  assert.deepEqual(differences(await styles(), before[0]), []);
  assert.deepEqual(await head(), before[1]);
});

hosted("two elements keep their views apart", {
  html: hostPage(element('id="one" loading="eager" q="market"') + element('id="two" loading="eager" form="direct" q="commission"'), SCRIPT),
}, async (page) => {
  const [one, two] = [explorer(page, "one"), explorer(page, "two")];
  assert.equal(await ready(one), true);
  assert.equal(await ready(two), true);
  const commission = ["Commission", "commission", "commission", "commission"];
  await becomes(page, () => hitsIn(one), ["market", "market"]);
  await becomes(page, () => hitsIn(two), commission);
  await search(one).fill("protectionism");
  await becomes(page, () => hitsIn(one), ["protectionism", "protectionism"]);
  assert.deepEqual(await hitsIn(two), commission);
  await choose(one, "speaker", "guo-jiakun");
  await becomes(page, () => stateOf(one), { q: "protectionism", speaker: ["guo-jiakun"] });
  assert.deepEqual(await stateOf(two), { q: "commission", form: ["direct"] });
  await search(one).fill("");
  await becomes(page, () => hitsIn(one), []);
  assert.deepEqual(await hitsIn(two), commission);
  assert.deepEqual(await choice(two, "form", "direct").isChecked(), true);
  assert.deepEqual(await choice(one, "form", "direct").isChecked(), false);
});

hosted("ten elements load one program", {
  html: hostPage(Array.from({ length: 10 }, (_, number) => element(`id="e${number}" loading="eager" q="market"`)).join(""), SCRIPT),
}, async (page, visit) => {
  for (let number = 0; number < 10; number += 1) {
    assert.equal(await ready(explorer(page, `e${number}`)), true);
    await becomes(page, () => hitsIn(explorer(page, `e${number}`)), ["market", "market"]);
  }
  for (const file of [/\.wasm$/, /program-.*\.js$/, /article-explorer\.js$/]) {
    assert.equal(visit.asked.filter((url) => file.test(url)).length, 1, String(file));
  }
});

const FAR = '<div style="height: 6000px">Far</div>';

hosted("an element far below loads when it comes near", {
  html: hostPage(FAR + element(), SCRIPT),
}, async (page, visit) => {
  await page.waitForFunction(() => customElements.get("article-explorer"));
  const loads = /articles\.json|\.wasm/;
  // Elements near the viewport are reported within two frames.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.evaluate(() => fetch("/explorer/embed.js"));
  assert.deepEqual(visit.asked.filter((url) => loads.test(url)), []);
  await page.evaluate(() => scrollTo(0, 5200));
  assert.equal(await ready(explorer(page)), true);
  await search(page).waitFor();
  assert.equal(visit.asked.filter((url) => loads.test(url)).length, 2);
});

hosted("an eager element loads wherever it stands", {
  html: hostPage(FAR + element("loading=eager"), SCRIPT),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

hosted("an element loads without IntersectionObserver", {
  html: holding(),
  before: (page) => page.addInitScript(() => delete globalThis.IntersectionObserver),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await search(page).waitFor();
});

hosted("children stand there until the articles are shown", {
  html: holding("loading=eager"),
  change: (name, body) => (name === "articles.json" ? new Promise((answer) => (globalThis.answerLate = () => answer(body))) : body),
}, async (page) => {
  const fallback = page.getByText("Fallback");
  await page.waitForFunction(() => customElements.get("article-explorer"));
  assert.ok(await fallback.isVisible());
  await becomes(page, () => typeof globalThis.answerLate, "function");
  globalThis.answerLate();
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => fallback.isVisible(), false);
  assert.equal(await fallback.count(), 1);
});

const MOST = 20 * 1024 * 1024;
const json = (body) => ({ headers: { "content-type": "application/json" }, body });

for (const [what, src, route, told, maySay = []] of [
  ["src is no address", "http://[", undefined, /address|URL/],
  ["nothing is at src", "/data", { status: 404 }, /\/data answers 404/, [/404/]],
  ["the server has a fault", "/data", { status: 500 }, /\/data answers 500/, [/500/]],
  ["src is not JSON", "/data", "<p>Not found</p>", /not JSON/],
  ["src is empty JSON", "/data", json(""), /not JSON/],
  ["src is a number", "/data", json("7"), /no article in the data/],
  ["src has another shape", "/data", json('{"version":1,"articles":{"a":1}}'), /no article in the data/],
  ["src has articles of another shape", "/data", json('{"version":1,"articles":[{"name":"x"},7]}'), /no article in the data/],
  ["src says that it is too large", "/data", { headers: { "content-length": MOST + 1 }, body: (response) => response.write(" ") }, /more than 20 MB/],
  ["src is too large without a word", "/data", { body: (response) => response.end(" ".repeat(MOST + 1)) }, /more than 20 MB/],
  ["src is on another origin that forbids it", "elsewhere", undefined, /elsewhere|CORS/, [/CORS policy|Same Origin Policy|Access-Control-Allow-Origin|access control checks/, /ERR_FAILED/]],
]) {
  hosted(`where ${what}, the children stay, and it is said once`, {
    html: ({ elsewhere }) => {
      const address = src === "elsewhere" ? `${elsewhere}/explorer/articles.json` : src;
      return hostPage(
        `<main><h1>Host</h1><article-explorer ${address === undefined ? "" : `src="${address}"`} loading="eager"><p>Fallback</p></article-explorer></main>`,
        `<script>globalThis.errors = []; document.addEventListener("article-explorer:error", ({ target, detail, composed }) => errors.push([target.localName, typeof detail.message, composed]));</script>${SCRIPT}`,
      );
    },
    routes: { "/data": route },
    says: [/^error: Article Explorer: /],
    maySay,
  }, async (page) => {
    const reason = await ready(explorer(page));
    assert.match(reason, told);
    await page.getByText("Fallback").waitFor();
    const line = explorer(page).locator(".failure");
    await line.waitFor();
    await matches(page, () => line.innerText(), told);
    assert.ok((await line.boundingBox()).y < (await page.getByText("Fallback").boundingBox()).y, "above the children");
    await becomes(page, () => page.evaluate(() => globalThis.errors), [["article-explorer", "string", true]]);
    await becomes(page, () => page.evaluate(() => document.body.textContent), "HostFallback");
  });
}

hosted("data of another version is shown, with a notice", {
  html: holding('src="/data"').replace('src="/explorer/articles.json"', ""),
  routes: { "/data": json(JSON.stringify({ ...articles, version: 7 })) },
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await explorer(page).getByText(/version of the data is not 1/).waitFor();
});

hosted("articles of another origin that allows it are shown", {
  html: ({ elsewhere }) => hostPage(`<article-explorer src="${elsewhere}/data"></article-explorer>`, SCRIPT),
  other: { routes: { "/data": { headers: { "access-control-allow-origin": "*" }, body: JSON.stringify(articles) } } },
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => cards(page), await claimsBut());
});

hosted("what failed can be mended by another src", {
  html: hostPage('<article-explorer src="/nothing"><p>Fallback</p></article-explorer>', SCRIPT),
  says: [/^error: Article Explorer: /],
  maySay: [/404/],
}, async (page) => {
  assert.match(await ready(explorer(page)), /404/);
  await explorer(page).evaluate((element) => element.setAttribute("src", "/explorer/articles.json"));
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => cards(page), await claimsBut());
  await becomes(page, () => explorer(page).locator(".failure").count(), 0);
});

hosted("a program that is not there is said, and the children stay", {
  html: holding(),
  change: (name, body) => (name.endsWith(".wasm") ? { status: 404 } : body),
  says: [/^error: Article Explorer: the program could not be loaded/],
  maySay: [/404/, /integrity|access control checks/],
}, async (page) => {
  assert.match(await ready(explorer(page)), /could not be loaded/);
  await page.getByText("Fallback").waitFor();
});

hosted("a program that comes to its end is said, and the children come back", {
  html: holding(),
  says: [/^error: Article Explorer: the program crashed/],
  maySay: [/^error: .*insert/s],
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await explorer(page).evaluate((element) => {
    element.addEventListener("article-explorer:error", () => (globalThis.ended = true));
    element.shadowRoot.querySelector("main").replaceChildren();
  });
  await explorer(page).getByRole("button", { name: "Help" }).click();
  await page.waitForFunction(() => globalThis.ended);
  await page.getByText("Fallback").waitFor();
  await becomes(page, () => search(page).count(), 0);
});

const RAIN = { id: "rain", title: "Rain", language: "en", blocks: [{ kind: "paragraph", text: "Ann said it rains." }] };
const SUN = { ...RAIN, id: "sun", title: "Sun", blocks: [{ kind: "paragraph", text: "Ben saw the sun." }] };

hosted("properties that were set before the script counts", {
  html: hostPage(
    `<article-explorer></article-explorer><script>
      const element = document.querySelector("article-explorer");
      element.articles = ${JSON.stringify(RAIN)};
      element.state = { q: "rains" };
    </script>`,
    SCRIPT,
  ),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await page.getByRole("heading", { name: "Rain" }).waitFor();
  await becomes(page, () => hitsIn(explorer(page)), ["rains"]);
  await becomes(page, () => stateOf(explorer(page)), { q: "rains" });
  assert.deepEqual(await explorer(page).evaluate((element) => element.articles.id), "rain");
});

for (const [what, given, titles] of [
  ["one article", RAIN, []],
  ["a list of articles", [RAIN, SUN], ["Rain", "Sun"]],
  ["a collection", { version: 1, articles: [SUN, RAIN] }, ["Sun", "Rain"]],
]) {
  hosted(`articles may be ${what}`, { html: holding() }, async (page) => {
    assert.equal(await ready(explorer(page)), true);
    await explorer(page).evaluate((element, given) => (element.articles = given), given);
    assert.equal(await ready(explorer(page)), true);
    if (titles.length > 1) await becomes(page, () => page.locator("[data-found] h2").allInnerTexts(), titles);
    else await page.getByRole("heading", { level: 1, name: "Rain" }).waitFor();
    assert.deepEqual(JSON.parse(await explorer(page).evaluate((element) => element.exportAs("json"))).articles.map(({ id }) => id), [given.articles ?? given].flat().map(({ id }) => id));
  });
}

/** Creates a view that differs from the first in every way. */
async function makeView(page) {
  await search(page).fill("market");
  await choose(page, "speaker", "guo-jiakun");
  await cardButton(page, "c10").click();
  await showsView(page);
}

async function showsView(page) {
  await becomes(page, () => stateOf(explorer(page)), { q: "market", speaker: ["guo-jiakun"], claim: "c10" });
  await becomes(page, () => openCards(page), ["c10"]);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await becomes(page, () => search(page).inputValue(), "market");
  await becomes(page, () => choice(page, "speaker", "guo-jiakun").isChecked(), true);
}

const ELSEWHERE = '<section id="there"></section>';

hosted("an element that is moved keeps its view", { html: holding("", ELSEWHERE) }, async (page, visit) => {
  assert.equal(await ready(explorer(page)), true);
  await makeView(page);
  const asked = visit.asked.length;
  for (const move of ["append", "prepend", "moveBefore"]) {
    const moved = await explorer(page).evaluate((element, move) => {
      const there = document.querySelector(element.parentElement.id ? "main" : "#there");
      const input = element.shadowRoot.querySelector("input");
      if (move === "moveBefore" && !there.moveBefore) return true;
      there[move](element, null);
      return input === element.shadowRoot.querySelector("input") && input.isConnected;
    }, move);
    assert.equal(moved, true, "it is not drawn again");
    await showsView(page);
  }
  await search(page).fill("protectionism");
  await becomes(page, () => hitsIn(explorer(page)), ["protectionism", "protectionism"]);
  assert.equal(visit.asked.length, asked, "nothing is loaded again");
});

/** Removes the element, and puts it back once it has noticed. */
const awayAndBack = (page) =>
  explorer(page).evaluate(async (element) => {
    const { parentElement } = element;
    element.remove();
    await new Promise((noticed) => setTimeout(noticed));
    parentElement.append(element);
    await element.ready;
  });

hosted("an element that is taken away and put back keeps its view", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await makeView(page);
  for (const _ of [1, 2]) {
    await awayAndBack(page);
    await showsView(page);
  }
  await explorer(page).evaluate((element) => element.remove());
  await becomes(page, () => page.evaluate(() => CSS.highlights.get("article-explorer-hit")?.size ?? 0), 0, "no hits are left");
});

hosted("an element that is away can be asked for another view", { html: holding("q=market") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await explorer(page).evaluate(async (element) => {
    element.remove();
    await new Promise((noticed) => setTimeout(noticed));
    element.search("protectionism");
    document.body.append(element);
  });
  await becomes(page, () => hitsIn(explorer(page)), ["protectionism", "protectionism"]);
});

hosted("to be taken away and put back thirty times leaves nothing behind", {
  html: holding("loading=eager q=market"),
  before: (page) =>
    page.addInitScript(() => {
      globalThis.listening = 0;
      for (const target of [window, document]) {
        const { addEventListener, removeEventListener } = target;
        target.addEventListener = function (...given) {
          globalThis.listening += 1;
          return addEventListener.apply(this, given);
        };
        target.removeEventListener = function (...given) {
          globalThis.listening -= 1;
          return removeEventListener.apply(this, given);
        };
      }
      // These containers are never released, so they are counted when they are created.
      globalThis.places = 0;
      const { createElement } = document;
      document.createElement = function (...given) {
        const made = createElement.apply(this, given);
        const { set } = Object.getOwnPropertyDescriptor(Element.prototype, "className");
        Object.defineProperty(made, "className", {
          configurable: true,
          get: () => made.getAttribute("class") ?? "",
          set(value) {
            globalThis.places += Number(value === "in-element");
            set.call(made, value);
          },
        });
        return made;
      };
    }),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await awayAndBack(page);
  const settled = () => becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await settled();
  const count = () => page.evaluate(() => [globalThis.listening, globalThis.places]);
  const before = await count();
  assert.ok(before[0] > 0);
  assert.equal(before[1], 1);
  for (let time = 0; time < 30; time += 1) await awayAndBack(page);
  await settled();
  await becomes(page, count, before);
});

hosted("elements that were never shown are forgotten too", { html: hostPage("<main></main>", SCRIPT) }, async (page) => {
  const errors = await page.evaluate(async (html) => {
    await customElements.whenDefined("article-explorer");
    const errors = [];
    document.addEventListener("article-explorer:error", ({ detail }) => errors.push(detail.message));
    for (let time = 0; time < 10; time += 1) {
      document.body.innerHTML = html;
      await Promise.resolve();
      document.body.replaceChildren();
    }
    document.body.innerHTML = html;
    return errors;
  }, element("loading=eager"));
  assert.deepEqual(errors, []);
  assert.equal(await ready(explorer(page)), true);
});

hosted("the script may be loaded twice", { html: holding("q=market") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const [same, other] = await page.evaluate(async () => {
    const first = await import("/explorer/article-explorer.js");
    const second = await import("/explorer/article-explorer.js?v=2");
    return [first.ArticleExplorer === customElements.get("article-explorer"), typeof second.default];
  });
  assert.equal(same, true);
  assert.equal(other, "function");
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), element('id="late" loading="eager"'));
  assert.equal(await ready(explorer(page, "late")), true);
  await becomes(page, () => hitsIn(explorer(page).first()), ["market", "market"]);
});

hosted("methods lead to what they name", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const call = (method, ...given) => explorer(page).evaluate((element, [method, ...given]) => void element[method](...given), [method, ...given]);
  await call("search", "market");
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await becomes(page, () => search(page).inputValue(), "market");
  await call("focusClaim", "c10");
  await becomes(page, () => openCards(page), ["c10"]);
  await becomes(page, () => stateOf(explorer(page)), { q: "market", claim: "c10" });
  await call("focusEntity", "guo-jiakun");
  await page.getByRole("region", { name: "Guo Jiakun" }).waitFor();
  await becomes(page, () => stateOf(explorer(page)), { q: "market", entity: "guo-jiakun" });
  await call("clear");
  await becomes(page, () => stateOf(explorer(page)), {});
  await becomes(page, () => cards(page), await claimsBut());
});

hosted("a state that is set is the state that is got", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  for (const state of [
    { q: 'a "b" & c=d, e#f %41 ü', types: ["person", "place"], form: ["direct"], stance: ["criticises"], speaker: ["guo-jiakun"], about: ["european-commission"], entity: "guo-jiakun", view: "claims" },
    { claim: "c4" },
    {},
  ]) {
    await explorer(page).evaluate((element, state) => element.setState(state), state);
    await becomes(page, () => stateOf(explorer(page)), state);
    await becomes(page, () => search(page).inputValue(), state.q ?? "");
    await becomes(page, () => page.locator("input:checked").count(), [state.types, state.form, state.stance, state.speaker, state.about].flat().filter(Boolean).length);
  }
  await explorer(page).evaluate((element) => (element.getState().q = "a copy"));
  assert.deepEqual(await stateOf(explorer(page)), {});
});

hosted("a state that cannot be is not the state that is got", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const nonsense = { claim: "c99", entity: "nobody", speaker: ["nobody"], q: "market", toString: "x", constructor: "y", q2: "z" };
  await explorer(page).evaluate((element, state) => element.setState(state), nonsense);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await becomes(page, () => stateOf(explorer(page)), { q: "market" });
  await explorer(page).evaluate((element) => element.setState({ q: "market", claim: "c99" }));
  await explorer(page).getByText(/a claim that isn’t in this article \(c99\)/).waitFor();
  await becomes(page, () => stateOf(explorer(page)), { q: "market" });
  const thrown = await explorer(page).evaluate((element) =>
    [null, undefined, "q=market", 7, []].map((state) => {
      try {
        element.setState(state);
      } catch (error) {
        return error.name;
      }
    }),
  );
  assert.deepEqual(thrown, Array(5).fill("TypeError"));
});

hosted("of states that are set at once, the last is shown", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const states = await explorer(page).evaluate(async (element) => {
    let count = 0;
    element.addEventListener("article-explorer:statechange", () => (count += 1));
    for (let number = 0; number < 10_000; number += 1) element.setState({ q: `word${number}` });
    element.setState({ q: "market" });
    const now = element.getState();
    while (count === 0) await new Promise((done) => setTimeout(done));
    return { now, count };
  });
  assert.deepEqual(states.now, { q: "market" });
  assert.ok(states.count < 100, String(states.count));
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
});

hosted("an attribute with half a character is shown", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await explorer(page).evaluate((element) => element.setAttribute("q", "market \ud800"));
  await becomes(page, () => stateOf(explorer(page)), { q: "market \ufffd" });
});

hosted("articles can be exported as JSON and as nothing else", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  assert.deepEqual(JSON.parse(await explorer(page).evaluate((element) => element.exportAs("json"))), articles);
  const thrown = await explorer(page).evaluate((element) =>
    ["csv", undefined, "JSON"].map((format) => {
      try {
        return element.exportAs(format);
      } catch (error) {
        return error.name;
      }
    }),
  );
  assert.deepEqual(thrown, ["RangeError", "RangeError", "RangeError"]);
});

const LISTENING = `<script>
  globalThis.heard = [];
  for (const type of ["ready", "error", "statechange", "select", "navigate"]) {
    addEventListener("article-explorer:" + type, (event) => heard.push([type, event.detail, event.bubbles, event.composed, event.cancelable]));
  }
</script>`;

hosted("events tell what happens, and go up to the window", {
  html: hostPage("<main></main>", LISTENING + SCRIPT),
}, async (page) => {
  const heard = (...types) => page.evaluate((types) => globalThis.heard.filter(([type]) => types.includes(type)), types);
  await page.locator("main").evaluate((main, html) => {
    main.attachShadow({ mode: "open" }).innerHTML = html;
  }, element("loading=eager q=market"));
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => heard("ready", "statechange"), [["ready", { state: { q: "market" } }, true, true, false]]);
  await choose(page, "form", "direct");
  await becomes(page, () => heard("statechange"), [["statechange", { state: { q: "market", form: ["direct"] } }, true, true, false]]);
  await cardButton(page, "c10").click();
  await becomes(page, () => heard("select"), [["select", { kind: "claim", id: "c10" }, true, true, false]]);
  await page.locator('article [data-entity="guo-jiakun"]').first().click();
  await becomes(page, async () => (await heard("select")).at(-1)[1], { kind: "entity", id: "guo-jiakun" });
  assert.equal((await heard("select")).length, 2);
  assert.deepEqual(await heard("error"), []);
});

for (const [what, cancels, arrives] of [["may be cancelled", true, "/"], ["leads away", false, "/there"]]) {
  hosted(`a link to elsewhere is told, and ${what}`, {
    html: ({ origin }) => hostPage(
      `<article-explorer></article-explorer><script>
        document.querySelector("article-explorer").articles = ${JSON.stringify({ ...RAIN, url: "ORIGIN/there" }).replace("ORIGIN", origin)};
        document.addEventListener("article-explorer:navigate", (event) => {
          sessionStorage.told = JSON.stringify([event.detail.href, event.cancelable]);
          if (${cancels}) event.preventDefault();
        });
      </script>`, SCRIPT),
    routes: { "/there": hostPage("There") },
  }, async (page, visit) => {
    assert.equal(await ready(explorer(page)), true);
    await explorer(page).getByRole("link", { name: "127.0.0.1" }).click();
    await page.waitForURL(visit.origin + arrives);
    await becomes(page, () => page.evaluate(() => sessionStorage.told), JSON.stringify([`${visit.origin}/there`, true]));
  });
}

/** The background colour of an element. */
const paper = (element) => element.locator(".explorer").evaluate((explorer) => getComputedStyle(explorer).backgroundColor);

for (const scheme of ["light", "dark"]) {
  hosted(`auto is the theme of the host, ${scheme}`, {
    html: hostPage(
      ["auto", "light", "dark"].map((theme) => element(`id="${theme}" loading="eager" theme="${theme}"`)).join("") + element('id="none" loading="eager"'),
      `${SCRIPT}<style>html { color-scheme: ${scheme}; }</style>`,
    ),
    // The reader's system preference is the opposite, but the host page decides.
    context: { colorScheme: scheme === "dark" ? "light" : "dark" },
  }, async (page) => {
    const of = {};
    for (const id of ["auto", "none", "light", "dark"]) {
      assert.equal(await ready(explorer(page, id)), true);
      of[id] = await paper(explorer(page, id));
    }
    assert.notEqual(of.light, of.dark);
    assert.equal(of.auto, of[scheme]);
    assert.equal(of.none, of[scheme]);
    await explorer(page, "auto").evaluate((element) => element.setAttribute("theme", element.id && "light"));
    await becomes(page, () => paper(explorer(page, "auto")), of.light);
    await explorer(page, "auto").evaluate((element) => element.removeAttribute("theme"));
    await becomes(page, () => paper(explorer(page, "auto")), of[scheme]);
  });
}

hosted("a theme that the host changes is followed", {
  html: hostPage(element(), `${SCRIPT}<style>html { color-scheme: light; }</style>`),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const light = await paper(explorer(page));
  await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
  await becomes(page, async () => (await paper(explorer(page))) !== light, true);
});

hosted("parts can be hidden", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const parts = {
    search: search(page),
    filters: menu(page, "form"),
    card: page.locator("[data-claim-card]").first(),
    footer: page.locator("footer"),
  };
  const seen = async () => {
    const seen = [];
    for (const [name, part] of Object.entries(parts)) if (await part.isVisible()) seen.push(name);
    return seen;
  };
  for (const [hide, left] of [
    ["", ["search", "filters", "card", "footer"]],
    ["search", ["filters", "card", "footer"]],
    ["filters footer", ["search", "card"]],
    ["card,search, nonsense", ["filters", "footer"]],
    ["search filters card footer", []],
    ["html script", ["search", "filters", "card", "footer"]],
  ]) {
    await explorer(page).evaluate((element, hide) => element.setAttribute("hide", hide), hide);
    await becomes(page, seen, left, hide);
  }
  await page.locator("article p").first().waitFor();
});

hosted("the host gives parts and properties their styles", {
  html: hostPage(
    element("claim=c10 q=market"),
    `${SCRIPT}<style>
      article-explorer { --ax-paper: rgb(1, 2, 3); --ax-text-size: 33px; --ax-serif: monospace; --ax-sticky-top: 40px; }
      article-explorer::part(claim) { outline: 3px solid rgb(4, 5, 6); }
      article-explorer::part(search), article-explorer::part(filters), article-explorer::part(article),
      article-explorer::part(mark), article-explorer::part(card), article-explorer::part(footer) { text-indent: 7px; }
    </style>`,
  ),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const styles = (selector, name) => page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
  assert.equal(await paper(explorer(page)), "rgb(1, 2, 3)");
  assert.equal(await styles("article p", "font-size"), "33px");
  assert.equal(await styles("article p", "font-family"), "monospace");
  assert.equal(await styles("[role=search]", "top"), "40px");
  assert.equal(await styles("article [data-claim]", "outline-color"), "rgb(4, 5, 6)");
  for (const part of ["search", "filters", "article", "mark", "card", "footer"]) {
    assert.equal(await styles(`[part~=${part}]`, "text-indent"), "7px", part);
  }
});

for (const [what, attributes, wrap] of [["its own", "dir=rtl", ""], ["the host's", "", " dir=rtl"]]) {
  hosted(`from right to left by ${what} word`, {
    html: hostPage(`<div${wrap}>${element(attributes)}</div>`, SCRIPT),
  }, async (page) => {
    assert.equal(await ready(explorer(page)), true);
    const left = async (locator) => (await locator.first().boundingBox()).x;
    await becomes(page, async () => (await left(menu(page, "speaker"))) > (await left(menu(page, "form"))), true, "filters begin at the right");
    await becomes(page, async () => (await left(page.locator("[data-claim-card]"))) < (await left(page.locator("article"))), true, "cards stand at the left");
    assert.equal(await page.locator("article p").first().evaluate((text) => getComputedStyle(text).direction), "ltr", "the article has its own direction");
  });
}

hosted("a language can be given to the interface", { html: holding("lang=de") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const closest = (selector) => page.locator(selector).first().evaluate((element) => element.closest("[lang]")?.lang);
  assert.equal(await closest("input[type=search]"), "de");
  assert.equal(await closest("article p"), "en");
});

const isSearching = (page) => search(page).evaluate((input) => input.getRootNode().activeElement === input);

hosted("keys act while the focus is inside, and only then", {
  html: holding("q=market", '<button id="host">Host</button><input id="field">'),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  const current = () => page.evaluate(() => CSS.highlights.get("article-explorer-current-hit")?.size ?? 0);
  const before = await stateOf(explorer(page));
  for (const place of ["body", "#host", "#field"]) {
    if (place !== "body") await page.locator(place).focus();
    for (const key of ["/", "n", "p", "j", "k", "v", "?", "Escape"]) await page.keyboard.press(key);
    assert.equal(await isSearching(page), false, place);
    assert.equal(await current(), 0, place);
    assert.deepEqual(await stateOf(explorer(page)), before, place);
    assert.equal(await page.getByRole("dialog").count(), 0);
  }
  assert.equal(await page.locator("#field").inputValue(), "/npjkv?");
  await menu(page, "form").focus();
  await page.keyboard.press("n");
  await becomes(page, current, 1);
  await page.keyboard.press("/");
  await becomes(page, () => isSearching(page), true);
});

hosted("keys that are off do nothing", { html: holding("q=market shortcuts=off") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  const focus = () => menu(page, "form").focus();
  await focus();
  for (const key of ["/", "n", "j", "v", "?"]) await page.keyboard.press(key);
  assert.equal(await isSearching(page), false);
  assert.equal(await page.evaluate(() => CSS.highlights.get("article-explorer-current-hit")?.size ?? 0), 0);
  assert.deepEqual(await stateOf(explorer(page)), { q: "market" });
  await explorer(page).evaluate((element) => element.removeAttribute("shortcuts"));
  await focus();
  await page.keyboard.press("/");
  await becomes(page, () => isSearching(page), true);
  assert.deepEqual(await stateOf(explorer(page)), { q: "market" }, "the view is kept");
});

hosted("the keys of one element leave another alone", {
  html: hostPage(element('id="one" loading="eager"') + element('id="two" loading="eager"'), SCRIPT),
}, async (page) => {
  for (const id of ["one", "two"]) assert.equal(await ready(explorer(page, id)), true);
  await menu(explorer(page, "two"), "form").focus();
  await page.keyboard.press("v");
  await becomes(page, () => stateOf(explorer(page, "two")), { view: "claims" });
  assert.deepEqual(await stateOf(explorer(page, "one")), {});
});

hosted("the hash of the host keeps the view where that is wanted", {
  path: "/#q=market&form=direct",
  html: holding("url-sync=hash q=protectionism"),
}, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => stateOf(explorer(page)), { q: "market", form: ["direct"] });
  await choose(page, "speaker", "guo-jiakun");
  await becomes(page, () => address(page), { q: "market", form: "direct", speaker: "guo-jiakun" });
  await back(page);
  await becomes(page, () => stateOf(explorer(page)), { q: "market", form: ["direct"] });
  await becomes(page, () => choice(page, "speaker", "guo-jiakun").isChecked(), false);
  await forward(page);
  await becomes(page, () => choice(page, "speaker", "guo-jiakun").isChecked(), true);
  await page.reload();
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => stateOf(explorer(page)), { q: "market", form: ["direct"], speaker: ["guo-jiakun"] });
});

hosted("attributes count where the hash of the host says nothing", { html: holding("url-sync=hash q=market") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await becomes(page, () => stateOf(explorer(page)), { q: "market" });
});

hosted("the address of the host is left alone otherwise", { path: "/#q=protectionism", html: holding("q=market") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const before = await whereabouts(page);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await search(page).fill("protectionism");
  await choose(page, "form", "direct");
  await cardButton(page, "c10").click();
  await page.locator('article [data-entity="guo-jiakun"]').first().click();
  await becomes(page, async () => (await stateOf(explorer(page))).entity, "guo-jiakun");
  await explorer(page).evaluate((element) => element.setState({ view: "claims" }));
  await becomes(page, () => stateOf(explorer(page)), { view: "claims" });
  await explorer(page).evaluate((element) => element.setState({}));
  await becomes(page, () => stateOf(explorer(page)), {});
  // Clicks any of the element's own links.
  for (const link of await explorer(page).locator('a[href^="#"]').filter({ visible: true }).all()) {
    await link.evaluate((link) => link.click());
    assert.equal(page.url(), before.href, await link.innerText());
  }
  assert.deepEqual(await whereabouts(page), before);
});

hosted("attributes are followed when they change", { html: holding("q=market") }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const set = (name, value) => explorer(page).evaluate((element, [name, value]) => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value)), [name, value]);
  await set("q", "protectionism");
  await becomes(page, () => hitsIn(explorer(page)), ["protectionism", "protectionism"]);
  await set("form", "direct,mixed");
  await becomes(page, () => stateOf(explorer(page)), { q: "protectionism", form: ["direct", "mixed"] });
  await set("q", null);
  await becomes(page, () => stateOf(explorer(page)), { form: ["direct", "mixed"] });
  await set("form", null);
  await set("state", "q=market&view=claims");
  await becomes(page, () => stateOf(explorer(page)), { q: "market", view: "claims" });
  await set("q", "commission");
  await becomes(page, () => stateOf(explorer(page)), { q: "commission", view: "claims" });
});

hosted("a state may be given as it stands in an address", { html: holding('state="q=market&amp;form=direct"') }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => stateOf(explorer(page)), { q: "market", form: ["direct"] });
});

hosted("attributes that make no sense are told or left out", {
  html: holding('state="%&amp;=&amp;q=%E0%A4%A&amp;toString=1&amp;__proto__=2&amp;view=up" q="market" form="loud,direct" claim="c99" entity="&lt;b&gt;" theme="pink" hide="*" loading="never" url-sync="all" shortcuts="yes" dir="up" lang="!" permalink="javascript:alert(1)"'),
}, async (page) => {
  const before = await whereabouts(page);
  assert.equal(await ready(explorer(page)), true);
  await becomes(page, () => hitsIn(explorer(page)), ["market", "market"]);
  await becomes(page, () => stateOf(explorer(page)), { q: "market", form: ["direct"] });
  for (const told of [/form “loud”/, /a claim that isn’t in this article \(c99\)/, /a name that isn’t in this article \(<b>\)/, /view “up”/]) await explorer(page).getByText(told).first().waitFor({ state: "attached" });
  assert.deepEqual(await whereabouts(page), before);
  assert.equal(await explorer(page).locator('[href^="javascript"]').count(), 0);
  assert.equal(new URL(page.url()).hash, "");
});

hosted("links to share are there where an address for them is given", { html: holding() }, async (page) => {
  assert.equal(await ready(explorer(page)), true);
  const share = explorer(page).getByRole("button", { name: "Share" });
  assert.equal(await share.count(), 0);
  await explorer(page).evaluate((element) => element.setAttribute("permalink", "https://example.org/read/"));
  await share.waitFor();
  await search(page).fill("market");
  await share.click();
  await explorer(page).getByRole("dialog").getByText("https://example.org/read/#q=market", { exact: true }).waitFor();
});

test("in Node the program is loaded from the files beside the script", async () => {
  const module = await import(pathToFileURL(path.join(dist, "article-explorer.js")));
  const { default: init, ArticleExplorer, Collection, annotate, readFile } = module;
  assert.equal(typeof ArticleExplorer, "function");
  const text = "“No,” Ann Lee said.";
  assert.throws(() => annotate(text), /call and await init\(\) first/);
  await init({ search: false, read: false });
  assert.equal(annotate(text).claims.length, 1);
  assert.throws(() => readFile("x.txt", text), /without read: false/);
  assert.throws(() => Collection.build([]), /without search: false/);
  await Promise.all([init(), init()]);
  assert.equal(annotate(text).claims.length, 1);
  assert.equal(readFile("x.txt", text).bundle.articles.length, 1);
  assert.equal(Collection.build([{ id: "a", text }]).search("no").length, 1);
});

// The program's data on the elements it rendered is named after its version, so that two programs
// built with the same tools do not mistake each other's elements for their own.
const OWN = /\.__ae[0-9a-f]{8}_/g;

hosted("within a page that was drawn by the same tools, clicks are kept apart", {
  routes: { "/other/": async () => String(await built("index.html")).replace(/(<script type="module"[^>]*) integrity="[^"]*"/, "$1") },
  path: "/other/",
  before: (page) =>
    page.route(/\/other\/./, async (route) => {
      const name = path.basename(new URL(route.request().url()).pathname);
      const script = name.startsWith("program-") && name.endsWith(".js");
      let body = await built(name);
      if (name.startsWith("boot-")) body = String(body).replaceAll(/"sha384-[^"]*"/g, '""');
      if (script) {
        assert.match(String(body), OWN);
        body = String(body).replaceAll(OWN, process.env.SAME_NAMES ? "$&" : ".__yew_");
      }
      await route.fulfill({ body, contentType: TYPES[path.extname(name)] });
    }),
}, async (page) => {
  await search(page).waitFor();
  await page.evaluate(async (html) => {
    await import("/explorer/article-explorer.js");
    document.querySelector("main").insertAdjacentHTML("beforeend", html);
  }, element("loading=eager"));
  const inner = explorer(page);
  const outer = page.locator("#article-explorer > .explorer > .bar > .filters");
  assert.equal(await ready(inner), true);

  // The element is narrow, which it knows a moment after it is drawn.
  await filtersButton(inner).waitFor();
  await choose(inner, "form", "direct");
  await becomes(page, () => stateOf(inner), { form: ["direct"] });
  await inner.getByRole("button", { name: "Claims", exact: true }).click();
  await search(inner).fill("market");
  const shown = { q: "market", form: ["direct"], view: "claims" };
  await becomes(page, () => stateOf(inner), shown);
  await becomes(page, () => address(page), {});
  assert.equal(await outer.locator("input:checked").count(), 0);

  await choose(outer, "speaker", "guo-jiakun");
  await becomes(page, () => address(page), { speaker: "guo-jiakun" });
  assert.deepEqual(await stateOf(inner), shown);
});
