// Checks a page with axe-core.

import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** The violations that axe-core finds, each rule with the first of its elements. */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    // Colours are judged at rest, so transitions, which may begin at any time, are disabled.
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important; }");
    document.adoptedStyleSheets = [still];
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, nodes: [first, ...others] }) => `${id}: ${first.html} and ${others.length} more`);
  });
}
