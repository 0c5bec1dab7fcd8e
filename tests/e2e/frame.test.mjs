import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { afterEffects, becomes, engine } from "./harness.mjs";
import { built, hosted, hostPage, whereabouts } from "./hosts.mjs";
import { address, cardButton, cards, choice, choose, hits, menu, search } from "./page.mjs";

// The frame has a different origin from the host page, as is usual.

const RECORDING = `<script>
  globalThis.heard = [];
  addEventListener("message", ({ source, data }) => {
    const frames = [...document.querySelectorAll("iframe")];
    heard.push({ from: frames.find((frame) => frame.contentWindow === source)?.id, data });
  });
</script>`;

/** A host page with one frame and, if wanted, the script that resizes it. */
const framing = ({ query = "", attributes = "", script = true, around = ["", ""] } = {}) => ({ elsewhere }) =>
  hostPage(
    `${around[0]}<iframe id="ours" src="${elsewhere}/explorer/embed.html${query}" width="100%" height="640" style="border:0" ${attributes}></iframe>${around[1]}`,
    RECORDING + (script ? `<script async src="${elsewhere}/explorer/embed.js"></script>` : ""),
  );

/** The contents of a frame, once it shows the articles and listens to the reader. */
async function inside(page, id = "ours") {
  const frame = await (await page.locator(`#${id}`).elementHandle()).contentFrame();
  await frame.locator("input[type=search]:enabled").waitFor({ state: "attached" });
  await afterEffects(frame);
  return frame;
}

/** The messages of this type that a frame has sent in our own format. */
const told = (page, type) =>
  page.evaluate((type) => {
    const ours = globalThis.heard.map(({ data }) => data?.["article-explorer"]).filter(Boolean);
    return ours.filter((message) => message.type === type);
  }, type);

const lastTold = async (page, type) => (await told(page, type)).at(-1);

/** Sends a message in our own format to the frame. */
const say = (page, message) =>
  page.evaluate((message) => {
    document.getElementById("ours").contentWindow.postMessage({ "article-explorer": { v: 1, ...message } }, "*");
  }, message);

/** Waits until the frame has replied, and so has processed all earlier messages. */
async function answered(page) {
  const before = (await told(page, "statechange")).length;
  await say(page, { type: "getState" });
  await becomes(page, async () => (await told(page, "statechange")).length > before, true);
  return lastTold(page, "statechange");
}

/**
 * Waits until the frame is as tall as its content and nothing is cut off; returns its
 * height.
 */
async function fits(page, frame) {
  const height = (locator) => locator.evaluate((element) => element.getBoundingClientRect().height);
  const content = async () => Math.ceil(await height(frame.locator("#article-explorer")));
  const sizes = async () => ({
    frame: await height(page.locator("#ours")),
    scrolled: await frame.evaluate(() => document.documentElement.scrollHeight),
  });
  await becomes(page, async () => {
    const now = await content();
    const found = await sizes();
    return now > 200 && isDeepStrictEqual(found, { frame: now, scrolled: now }) ? "fits" : { ...found, content: now };
  }, "fits");
  return content();
}

const recordHeights = (page) =>
  page.evaluate(() => {
    globalThis.heights = [];
    const frame = document.getElementById("ours");
    new MutationObserver(() => globalThis.heights.push(frame.style.height)).observe(frame, { attributeFilter: ["style"] });
  });

hosted("the frame is as tall as its content, which grows and shrinks", { html: framing() }, async (page) => {
  await recordHeights(page);
  const frame = await inside(page);
  const whole = await fits(page, frame);
  assert.notEqual(whole, 640);
  await say(page, { type: "setState", state: { view: "claims" } });
  await becomes(page, async () => (await cards(frame)).length, 13);
  const all = await fits(page, frame);
  await say(page, { type: "setState", state: { view: "claims", form: ["direct"] } });
  await becomes(page, () => cards(frame), ["c10", "c13", "c7"].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
  await becomes(page, async () => (await fits(page, frame)) < all - 200, true);
  await say(page, { type: "setState", state: {} });
  await becomes(page, () => search(frame).inputValue(), "");
  await becomes(page, async () => await fits(page, frame), whole);
  const heights = await page.evaluate(() => globalThis.heights);
  assert.ok(heights.every((height) => parseFloat(height) > 200), String(heights));
});

hosted("the height is right when the frame was hidden", { html: framing({ query: "#view=claims" }) }, async (page) => {
  const frame = await inside(page);
  const all = await fits(page, frame);
  await recordHeights(page);
  const display = (value) => page.locator("#ours").evaluate((frame, value) => (frame.style.display = value), value);
  await display("none");
  await say(page, { type: "setState", state: { view: "claims", form: ["direct"] } });
  await becomes(page, async () => (await lastTold(page, "statechange"))?.state, { view: "claims", form: ["direct"] });
  await answered(page);
  await display("");
  await becomes(page, async () => (await fits(page, frame)) < all - 200, true);
  const heights = await page.evaluate(() => globalThis.heights);
  assert.ok(heights.every((height) => parseFloat(height) > 200), String(heights));
  for (const { height, width } of await told(page, "resize")) assert.ok(height > 200 && width > 200);
});

hosted("a frame that begins hidden has its height once it is shown", {
  html: framing({ attributes: "hidden" }),
}, async (page) => {
  await becomes(page, async () => (await told(page, "ready")).length, 1);
  assert.deepEqual(await told(page, "resize"), []);
  await page.locator("#ours").evaluate((frame) => (frame.hidden = false));
  await fits(page, await inside(page));
});

hosted("the frame is as tall as its content, narrow and wide", {
  width: 1400,
  html: framing({ around: ['<div id="place" style="width: 1200px">', "</div>"] }),
}, async (page) => {
  const frame = await inside(page);
  const wide = await fits(page, frame);
  const resize = (width) => page.locator("#place").evaluate((place, width) => (place.style.width = `${width}px`), width);
  await resize(320);
  await becomes(page, async () => (await lastTold(page, "resize")).width, 320);
  await becomes(page, async () => (await fits(page, frame)) > wide + 200, true);
  await resize(1200);
  await becomes(page, async () => (await lastTold(page, "resize")).width, 1200);
  await becomes(page, () => fits(page, frame), wide);
});

hosted("the height does not run away", { html: framing({ query: "#claim=c13" }) }, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  const count = (await told(page, "resize")).length;
  await page.locator("#ours").evaluate((frame) => (frame.style.height = "5000px"));
  await answered(page);
  await fits(page, frame);
  assert.ok((await told(page, "resize")).length <= count + 2);
});

hosted("the script may come after the frame", { html: framing({ script: false }) }, async (page, visit) => {
  const frame = await inside(page);
  await becomes(page, async () => (await told(page, "resize")).length > 0, true);
  assert.equal(await page.locator("#ours").evaluate((frame) => frame.offsetHeight), 640);
  await page.addScriptTag({ url: `${visit.elsewhere}/explorer/embed.js` });
  await fits(page, frame);
});

hosted("a frame of another name is heard if it says what it is", {
  html: ({ elsewhere }) => framing({ attributes: "data-article-explorer" })({ elsewhere }).replace("embed.html", "reader.html"),
  other: { routes: { "/explorer/reader.html": () => built("embed.html") } },
}, async (page) => {
  await fits(page, await inside(page));
});

hosted("without the script the frame scrolls within itself", { html: framing({ script: false }) }, async (page) => {
  const frame = await inside(page);
  assert.equal(await page.locator("#ours").evaluate((frame) => frame.offsetHeight), 640);
  await page.mouse.move(600, 300);
  await page.mouse.wheel(0, 400);
  await becomes(page, () => frame.evaluate(() => scrollY), 400);
  await search(frame).fill("market");
  await becomes(page, () => hits(frame), ["market", "market"]);
});

const CORS = { "access-control-allow-origin": "*" };

for (const [sandbox, server, other] of [
  ["allow-scripts", "a plain server", {}],
  ["allow-scripts", "a server that allows every origin", { change: (_, body) => ({ headers: CORS, body }) }],
  ["allow-scripts allow-same-origin", "a plain server", {}],
]) {
  hosted(`the frame works in sandbox="${sandbox}" from ${server}`, {
    html: framing({ query: "#q=market", attributes: `sandbox="${sandbox}"` }),
    other,
  }, async (page) => {
    const frame = await inside(page);
    await fits(page, frame);
    await becomes(page, () => hits(frame), ["market", "market"]);
    await choose(frame, "form", "direct");
    await becomes(page, () => cards(frame), ["c10"]);
    await becomes(page, async () => (await lastTold(page, "statechange"))?.state, { q: "market", form: ["direct"] });
    await say(page, { type: "setState", state: { q: "protectionism" } });
    await becomes(page, () => hits(frame), ["protectionism", "protectionism"]);
    await fits(page, frame);
  });
}

hosted("the frame tells what happens in it", { html: framing({ query: "?id=first#q=market" }) }, async (page) => {
  const frame = await inside(page);
  await becomes(page, async () => (await told(page, "resize")).length > 0, true);
  await becomes(page, () => told(page, "ready"), [{ v: 1, id: "first", type: "ready", state: { q: "market" } }]);
  assert.deepEqual(await told(page, "statechange"), []);
  const height = await fits(page, frame);
  const width = await page.locator("#ours").evaluate((frame) => frame.clientWidth);
  await becomes(page, () => lastTold(page, "resize"), { v: 1, id: "first", type: "resize", height, width });

  await choose(frame, "form", "direct");
  await becomes(page, () => told(page, "statechange"), [{ v: 1, id: "first", type: "statechange", state: { q: "market", form: ["direct"] } }]);
  await cardButton(frame, "c10").click();
  await becomes(page, () => told(page, "select"), [{ v: 1, id: "first", type: "select", kind: "claim", id: "c10" }]);
});

let letGo;
const held = new Promise((go) => (letGo = go));

hosted("a frame that is asked before it is ready answers when it is", {
  html: framing({ script: false }),
  other: { change: async (name, body) => (name.endsWith(".wasm") ? held.then(() => body) : body) },
}, async (page) => {
  await say(page, { type: "getState" });
  await becomes(page, async () => (await told(page, "resize")).length, 1);
  assert.deepEqual(await told(page, "statechange"), []);
  letGo();
  await becomes(page, async () => (await told(page, "ready")).length, 1);
  assert.deepEqual(await told(page, "statechange"), []);
});

hosted("the frame tells who was selected", { html: framing() }, async (page) => {
  const frame = await inside(page);
  await frame.locator('article [data-entity="guo-jiakun"]').first().click();
  await becomes(page, async () => (await told(page, "select")).map(({ kind, id }) => [kind, id]), [["entity", "guo-jiakun"]]);
});

hosted("the frame does what it is told", { html: framing() }, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  const state = { q: "market", speaker: ["guo-jiakun"], form: ["direct", "indirect"] };
  await say(page, { type: "setState", state });
  await becomes(page, () => hits(frame), ["market", "market"]);
  await becomes(page, async () => (await lastTold(page, "statechange"))?.state, state);

  const resizes = (await told(page, "resize")).length;
  assert.deepEqual((await answered(page)).state, state);
  await becomes(page, async () => (await told(page, "resize")).length > resizes, true);

  await say(page, { type: "setState", state: { form: ["direct"] } });
  await becomes(page, () => search(frame).inputValue(), "");
  await becomes(page, () => frame.locator("input:checked").count(), 1);

  const paper = () => frame.locator(".explorer").evaluate((explorer) => getComputedStyle(explorer).backgroundColor);
  const light = await paper();
  await say(page, { type: "setConfig", config: { theme: "dark", hide: "search footer" } });
  await search(frame).waitFor({ state: "hidden" });
  await frame.locator("footer").waitFor({ state: "hidden" });
  await becomes(page, async () => (await paper()) !== light, true);
  await fits(page, frame);
  await say(page, { type: "setConfig", config: { hide: "" } });
  await search(frame).waitFor();
  assert.notEqual(await paper(), light, "what is not named stays");
  await say(page, { type: "setConfig", config: { theme: "light" } });
  await becomes(page, paper, light);
});

// WebKit takes minutes to copy a message with four billion empty places.
const EMPTY_PLACES = engine === "webkit" ? 10_000_000 : 4_000_000_000;

hosted("arrays of empty places and thousands of states hold nothing up", { html: framing() }, async (page) => {
  const frame = await inside(page);
  await page.evaluate((places) => {
    const say = (message) =>
      document.getElementById("ours").contentWindow.postMessage({ "article-explorer": { v: 1, ...message } }, "*");
    const empty = [];
    empty.length = places;
    say({ type: "setState", state: { form: empty } });
    say({ type: "setConfig", config: { hide: empty } });
    for (let number = 0; number < 2_000; number += 1) say({ type: "setState", state: { q: `word${number}` } });
    say({ type: "setState", state: { q: "market" } });
  }, EMPTY_PLACES);
  await becomes(page, () => hits(frame), ["market", "market"]);
  assert.deepEqual((await answered(page)).state, { q: "market" });
  assert.ok((await told(page, "statechange")).length < 1_000);
});

hosted("messages for another name are for another frame", { html: framing({ query: "?id=first" }) }, async (page) => {
  const frame = await inside(page);
  await say(page, { id: "second", type: "setState", state: { q: "market" } });
  assert.deepEqual((await answered(page)).state, {});
  await say(page, { id: "first", type: "setState", state: { q: "market" } });
  await becomes(page, () => hits(frame), ["market", "market"]);
});

const SPACE = '<div style="height: 1500px">Space</div>';

const far = { html: framing({ around: [SPACE, SPACE] }), height: 500 };

/** Waits until the place last reported with `scrollTo` is in view in the host page. */
async function isFollowed(page, frame, place) {
  await fits(page, frame);
  await becomes(page, async () => (await told(page, "scrollTo")).length > 0, true);
  await becomes(page, async () => Math.abs((await lastTold(page, "scrollTo")).top - (await place())) <= 1, true);
  const { top } = await lastTold(page, "scrollTo");
  const inView = async () => {
    const y = top + (await page.locator("#ours").evaluate((frame) => frame.getBoundingClientRect().top));
    return y > 0 && y < 460;
  };
  await becomes(page, inView, true);
}

hosted("the page around follows the reader to a claim", far, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  await say(page, { type: "setState", state: { claim: "c13" } });
  const passage = frame.locator('article [data-claim~="c13"]').first();
  await isFollowed(page, frame, () => passage.evaluate((passage) => passage.getBoundingClientRect().top));
});

hosted("the page around follows the reader to a hit", far, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  await say(page, { type: "setState", state: { q: "substantial" } });
  await becomes(page, () => hits(frame), ["substantial"]);
  await search(frame).press("Enter");
  const hit = () => frame.evaluate(() => [...(CSS.highlights.get("article-explorer-current-hit") ?? [])][0]?.getBoundingClientRect().top);
  await becomes(page, async () => typeof (await hit()), "number");
  await isFollowed(page, frame, hit);
});

hosted("the frame tells that the program is not there, and stays readable", {
  html: framing(),
  other: { change: (name, body) => (name.endsWith(".wasm") ? { status: 404 } : body) },
  maySay: [/404/, /integrity/, /wasm/],
}, async (page) => {
  await becomes(page, async () => (await told(page, "error")).length, 1);
  const [{ v, message }] = await told(page, "error");
  assert.deepEqual([v, typeof message], [1, "string"]);
  const frame = await (await page.locator("#ours").elementHandle()).contentFrame();
  await frame.getByRole("alert").waitFor();
  await frame.locator("article p").first().waitFor();
  await fits(page, frame);
});

hosted("hostile messages to the frame change nothing", {
  html: framing({ query: "?theme=dark&hide=footer#q=market", around: ["", '<iframe id="theirs" srcdoc="<p>Theirs</p>"></iframe>'] }),
}, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  const shown = () => frame.evaluate(() => [document.querySelector("input").value, document.querySelectorAll("input:checked").length, { ...document.documentElement.dataset }, Object.keys(Object.prototype)]);
  const before = await shown();
  const places = await whereabouts(page);

  const another = { "article-explorer": { v: 1, type: "setState", state: { q: "protectionism" } } };
  const theirs = await (await page.locator("#theirs").elementHandle()).contentFrame();
  await theirs.evaluate((message) => parent.frames[0].postMessage(message, "*"), another);
  await frame.evaluate((message) => window.postMessage(message, "*"), another);

  const wrong = await page.evaluate(async () => {
    const cyclic = { v: 1, type: "setState", state: { q: "cyclic" } };
    cyclic.self = cyclic;
    let deep = "deep";
    for (let depth = 0; depth < 500; depth += 1) deep = [deep];
    const large = "x".repeat(5_000_000);
    const setState = (state) => ({ v: 1, type: "setState", state });
    const setConfig = (config) => ({ v: 1, type: "setConfig", config });
    const other = { q: "other" };
    const inOurWords = [
      undefined, null, 7, "text", [], {}, new Map(), new Date(), new ArrayBuffer(8), 10n, large,
      { v: 2, type: "setState", state: other }, { v: "1", type: "setState", state: other }, { type: "setState", state: other },
      { v: 1, state: other }, ...[7, "constructor", "unknown", ["setState"], large].map((type) => ({ v: 1, type, state: other })),
      cyclic, ...[undefined, null, "q=other", [], ["other"], 7, new Map([["q", "other"]]), new Date(), new Uint8Array(4)].map(setState),
      ...[7, null, ["other"], other, deep, large].map((q) => setState({ q })), setState({ q: "market", [large]: "" }),
      ...[7, other, [7], [null], Array(1000).fill("direct")].map((form) => setState({ q: "other", form })),
      setState({ q: "other", view: ["claims"] }), setState({ q: "other", claim: 1 }),
      ...['"__proto__":{"q":"other"}', '"constructor":{"prototype":{"q":"other"}}', '"toString":"x","hasOwnProperty":"y","valueOf":1'].map((more) => setState(JSON.parse(`{"q":"market",${more}}`))),
      JSON.parse('{"v":1,"type":"setState","state":{"q":"market"},"__proto__":{"id":"x"}}'),
      ...[undefined, null, "dark", [], {}, new Map([["theme", "light"]])].map(setConfig),
      ...[7, null, { a: 1 }].flatMap((value) => [setConfig({ theme: value }), setConfig({ hide: value })]),
      setConfig(JSON.parse('{"__proto__":{"hide":"search"},"constructor":{"theme":"light"}}')),
    ];
    const inOthers = [
      undefined, null, 7, "", "text", large, [], "[iFrameSizer]", `[iFrameSizer]${"x".repeat(1000)}:8`, { type: 7 }, { type: large },
      JSON.parse('{"__proto__":{"article-explorer":{"v":1,"type":"setState","state":{"q":"other"}}}}'),
    ];
    const words = (message) => {
      try {
        return JSON.stringify(message)?.slice(0, 120);
      } catch {
        return String(message);
      }
    };
    const frame = document.getElementById("ours").contentWindow;
    const post = (message) => frame.postMessage({ "article-explorer": message }, "*");
    // The reply follows any effects of the previous message.
    const told = async () => {
      const states = [];
      const heard = ({ data }) => {
        const message = data?.["article-explorer"];
        if (message?.type === "statechange") states.push(words(message.state));
      };
      addEventListener("message", heard);
      post({ v: 1, type: "getState" });
      await new Promise((answered) => {
        const answer = ({ data }) => {
          if (data?.["article-explorer"]?.type !== "resize") return;
          removeEventListener("message", answer);
          answered();
        };
        addEventListener("message", answer);
      });
      removeEventListener("message", heard);
      return states.join();
    };
    const before = await told();
    const wrong = [];
    for (const message of [...inOurWords.map((message) => ({ "article-explorer": message })), ...inOthers]) {
      frame.postMessage(message, "*");
      const now = await told();
      if (now === before) continue;
      wrong.push(`${words(message)} leads to ${now}`);
      post(setState({ q: "market" }));
      await told();
    }
    return wrong;
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(await shown(), before);
  assert.deepEqual(await hits(frame), ["market", "market"]);
  assert.deepEqual(await whereabouts(page), places);
});

hosted("hostile messages to the page around change nothing", {
  html: framing({ around: ["", '<iframe id="theirs" srcdoc="<p>Theirs</p>"></iframe>'] }),
}, async (page) => {
  const frame = await inside(page);
  const height = await fits(page, frame);
  const theirs = await (await page.locator("#theirs").elementHandle()).contentFrame();
  const theirHeight = await page.locator("#theirs").evaluate((frame) => frame.offsetHeight);
  const places = () => page.evaluate(() => [scrollX, scrollY, document.getElementById("ours").getAttribute("style"), document.getElementById("theirs").getAttribute("style")]);
  const before = await places();

  const heardFrom = async (place, id) => {
    await place.evaluate(() => parent.postMessage("done", "*"));
    await becomes(page, () => page.evaluate((id) => globalThis.heard.some(({ from, data }) => from === id && data === "done"), id), true);
  };
  await theirs.evaluate(() => {
    for (const id of ["", "ours"]) parent.postMessage({ "article-explorer": { v: 1, id, type: "resize", height: 77, width: 77 } }, "*");
    parent.postMessage({ "article-explorer": { v: 1, type: "scrollTo", top: 5000 } }, "*");
  });
  await heardFrom(theirs, "theirs");
  assert.deepEqual(await places(), before);

  await frame.evaluate(() => {
    const heights = [NaN, Infinity, -Infinity, -1, 0, 1e6, 1e300, "77", "77px", "calc(1px)", null, undefined, true, [77], { valueOf: 77 }, new Date(77), 77n];
    for (const height of heights) parent.postMessage({ "article-explorer": { v: 1, id: "", type: "resize", height, width: 500 } }, "*");
    for (const top of [NaN, Infinity, "2000", null, undefined, [2000], {}]) parent.postMessage({ "article-explorer": { v: 1, id: "", type: "scrollTo", top } }, "*");
    const any = [undefined, null, 7, "resize", [], {}, { "article-explorer": null }, { "article-explorer": 7 }, { "article-explorer": "x" }, { "article-explorer": [] }];
    for (const message of any) parent.postMessage(message, "*");
    for (const v of [2, "1", undefined]) parent.postMessage({ "article-explorer": { v, type: "resize", height: 77, width: 77 } }, "*");
  });
  await heardFrom(frame, "ours");
  assert.deepEqual(await places(), before);
  assert.equal(await page.locator("#ours").evaluate((frame) => frame.offsetHeight), height);
  assert.equal(await page.locator("#theirs").evaluate((frame) => frame.offsetHeight), theirHeight);
});

/** All messages received, except those in our own format. */
const foreign = (page) => page.evaluate(() => globalThis.heard.map(({ data }) => data).filter((data) => !data?.["article-explorer"]));

hosted("the height is told in the words of AMP and of Medium", { html: framing() }, async (page) => {
  const frame = await inside(page);
  const height = await fits(page, frame);
  const { width } = await lastTold(page, "resize");
  const heard = await foreign(page);
  assert.deepEqual(heard.filter((data) => data.sentinel).at(-1), { sentinel: "amp", type: "embed-size", height, width });
  const texts = heard.filter((data) => typeof data === "string").map((data) => JSON.parse(data));
  assert.deepEqual(texts.at(-1), { src: frame.url(), context: "iframe.resize", height });
  assert.ok(heard.every((data) => data.sentinel || typeof data === "string"), "in no other words unasked");
});

hosted("the height is told in the words of pym", {
  html: framing({ query: "?initialWidth=1280&childId=pym-7&parentTitle=Host" }),
}, async (page) => {
  const height = await fits(page, await inside(page));
  const heard = (await foreign(page)).filter((data) => /^pym/.test(data));
  assert.equal(heard.at(-1), `pymxPYMxpym-7xPYMxheightxPYMx${height}`);
});

for (const [who, greeting, isAnswer, answer] of [
  ["open-iframe-resizer", { type: "iframe-child-init" }, (data) => data.type === "iframe-resized", (height, width) => ({ type: "iframe-resized", height, width })],
  ["the old iframe-resizer", "[iFrameSizer]x:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true", (data) => /^\[iFrameSizer\]/.test(data), (height, width) => `[iFrameSizer]x:${height}:${width}:resizeObserver`],
]) {
  hosted(`${who} is answered once it has greeted`, { html: framing() }, async (page) => {
    const frame = await inside(page);
    const height = await fits(page, frame);
    const { width } = await lastTold(page, "resize");
    const answers = async () => (await foreign(page)).filter(isAnswer);
    assert.deepEqual(await answers(), []);
    await page.evaluate((greeting) => document.getElementById("ours").contentWindow.postMessage(greeting, "*"), greeting);
    await becomes(page, answers, [answer(height, width)]);
    await say(page, { type: "setState", state: { view: "claims", form: ["direct"] } });
    await becomes(page, async () => (await answers()).length > 1, true);
    await becomes(page, async () => (await answers()).at(-1), answer(await fits(page, frame), width));
  });
}

hosted("choices in the frame are no steps of the page around", { html: framing({ query: "#q=market" }) }, async (page) => {
  const frame = await inside(page);
  const before = await whereabouts(page);
  await choose(frame, "form", "direct");
  await cardButton(frame, "c10").click();
  await search(frame).fill("protectionism");
  await frame.locator('article [data-entity="guo-jiakun"]').first().click();
  await say(page, { type: "setState", state: { q: "commission", view: "claims" } });
  await becomes(page, () => address(frame), { q: "commission", view: "claims" });
  assert.deepEqual(await whereabouts(page), before);
});

hosted("the address of the frame restores the view", { html: framing({ query: "?id=x#q=market&form=direct" }) }, async (page) => {
  const frame = await inside(page);
  await becomes(page, () => hits(frame), ["market", "market"]);
  await becomes(page, () => choice(frame, "form", "direct").isChecked(), true);
});

hosted("flags hide parts, give the theme and switch keys off", {
  html: framing({ query: "?hide=search,filters%20card&theme=dark&shortcuts=off" }),
  context: { colorScheme: "light" },
}, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  assert.equal(await search(frame).isVisible(), false);
  assert.equal(await menu(frame, "form").isVisible(), false);
  assert.deepEqual(await cards(frame), []);
  await frame.locator("footer").waitFor();
  await becomes(page, () => frame.locator(".explorer").evaluate((explorer) => getComputedStyle(explorer).colorScheme), "dark");
  await frame.getByRole("button", { name: "Claims", exact: true }).focus();
  await page.keyboard.press("v");
  assert.deepEqual((await answered(page)).state, {});
});

hosted("flags that make no sense are left out", {
  html: framing({ query: `?hide=html,__proto__&theme=pink&shortcuts=7&id=${"x".repeat(5000)}&__proto__=1` }),
}, async (page) => {
  const frame = await inside(page);
  await fits(page, frame);
  await search(frame).waitFor();
  await becomes(page, async () => (await told(page, "ready")).length, 1);
  assert.ok((await lastTold(page, "ready")).id.length <= 100);
});

hosted("keys act while the focus is in the frame, and not from the page around", { html: framing() }, async (page) => {
  const frame = await inside(page);
  await page.keyboard.press("v");
  assert.deepEqual((await answered(page)).state, {});
  await frame.getByRole("button", { name: "Claims", exact: true }).focus();
  await page.keyboard.press("v");
  await becomes(page, async () => (await answered(page)).state, { view: "claims" });
});

hosted("links of the frame lead to the page that is not framed", { html: framing({ query: "#q=market" }) }, async (page, visit) => {
  const frame = await inside(page);
  await frame.getByRole("button", { name: "Share" }).click();
  await frame.getByRole("dialog").getByText(`${visit.elsewhere}/explorer/index.html#q=market`, { exact: true }).waitFor();
});

hosted("two frames keep apart", {
  html: ({ elsewhere }) => framing({ query: "?id=ours#q=market" })({ elsewhere }).replace("</body>", `<iframe id="second" src="${elsewhere}/explorer/embed.html?id=second#view=claims" width="400" height="640" style="border:0"></iframe></body>`),
}, async (page) => {
  const frame = await inside(page);
  const second = await inside(page, "second");
  await fits(page, frame);
  await becomes(page, async () => (await lastTold(page, "resize")) !== undefined, true);
  await choose(frame, "form", "direct");
  await becomes(page, async () => (await lastTold(page, "statechange"))?.id, "ours");
  assert.equal(await second.locator("input:checked").count(), 0);
  const height = () => page.locator("#second").evaluate((frame) => frame.offsetHeight);
  const content = () => second.evaluate(() => Math.ceil(document.getElementById("article-explorer").getBoundingClientRect().height));
  await becomes(page, async () => (await height()) === (await content()), true);
});
