// Ten elements in one page: what they share, and what each additional one costs.

import { launch, quantile, serve } from "./setting.mjs";

const COUNT = 10;
const host = "<!doctype html><title>Host</title><body></body>";
const server = await serve((name, body) => (name === "index.html" ? host : body));
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
const asked = [];
page.on("request", (request) => asked.push(request.url()));
const cdp = await page.context().newCDPSession(page);
await cdp.send("HeapProfiler.enable");
await page.goto(server.url);
await page.addScriptTag({ type: "module", url: `${server.url}article-explorer.js` });
const heap = async () => {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await cdp.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
};
const times = [];
const sizes = [];
for (let number = 0; number < COUNT; number += 1) {
  times.push(
    await page.evaluate(async () => {
      const element = document.createElement("article-explorer");
      element.setAttribute("src", "articles.json");
      element.setAttribute("loading", "eager");
      const start = performance.now();
      document.body.append(element);
      await customElements.whenDefined("article-explorer");
      await element.ready;
      return performance.now() - start;
    }),
  );
  sizes.push(await heap());
}
const steps = sizes.slice(1).map((size, at) => size - sizes[at]);
const wasm = asked.filter((url) => url.endsWith(".wasm")).length;
console.log(`${COUNT} elements in one page: ${wasm} request for the program`);
console.log(`  the first is shown after ${times[0].toFixed(0)} ms, each further one after ${quantile(times.slice(1), 0.5).toFixed(1)} ms (median)`);
console.log(`  memory of the scripts for each further one: ${(quantile(steps, 0.5) / 1024).toFixed(0)} kB (median)`);
await browser.close();
server.close();
