// The time from the request until the page responds, compared with the same page as static HTML.

import { launch, quantile, serve } from "./setting.mjs";

const RUNS = 9;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const withProgram = await serve();
const without = await serve((name, body) =>
  name === "index.html"
    ? String(body).replace(/<script type="?module"?[^>]*><\/script>/, "")
    : body,
);
const browser = await launch();

async function measure(url, slow) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (slow) await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      globalThis.largest = list.getEntries().at(-1).startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new MutationObserver(() => {
      if (document.querySelector("[data-ready]")) globalThis.usable ??= performance.now();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  await page.goto(url, { waitUntil: "load" });
  if (url === withProgram.url) await page.waitForSelector("[data-ready]");
  await page.waitForFunction(() => globalThis.largest && performance.getEntriesByName("first-contentful-paint").length);
  const found = await page.evaluate(() => ({
    first: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    largest: globalThis.largest,
    usable: globalThis.usable,
    shift: globalThis.shift,
  }));
  await context.close();
  return found;
}

console.log(`opening the page, median of ${RUNS}, ms`);
for (const slow of [false, true]) {
  for (const [name, server] of [["static HTML", without], ["with the program", withProgram]]) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(server.url, slow));
    const of = (key) => quantile(runs.map((run) => run[key]), 0.5)?.toFixed(0);
    const usable = runs[0].usable === undefined ? "" : `, can be used ${of("usable")}`;
    const shift = Math.max(...runs.map((run) => run.shift)).toFixed(3);
    console.log(
      `  ${slow ? "slow 4G" : "unthrottled"}, ${name}: first paint ${of("first")}, largest ${of("largest")}${usable}, layout shift ${shift}`,
    );
  }
}
await browser.close();
withProgram.close();
without.close();
