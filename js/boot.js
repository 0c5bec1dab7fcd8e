// Starts the program in a page of its own, and keeps the page readable if the program cannot
// start or crashes. The page contains the text of the article before any script runs; this
// script keeps a copy and restores it, with a line that says what happened.

/**
 * @param {() => Promise<Pick<PageProgram, "Articles" | "Explorer">>} load loads and starts the program
 * @param {Place} [place]
 */
export async function boot(load, place = {}) {
  const root = /** @type {HTMLElement} */ (document.getElementById("article-explorer"));
  const readable = [...root.childNodes].map((node) => node.cloneNode(true));
  let failed = false;

  /** @param {string} reason */
  function fail(reason) {
    if (failed) return;
    failed = true;
    const line = document.createElement("p");
    line.className = "failure";
    line.setAttribute("role", "alert");
    const isText = readable.some((node) => node instanceof Element && (node.matches("article") || node.querySelector("article")));
    const below = isText ? "The text below is complete." : "Each article below opens on a page of its own.";
    line.textContent = `Search and filters are unavailable: ${reason} ${below}`;
    root.replaceChildren(line, ...readable);
    root.querySelector(".bar")?.remove();
    for (const name of ["article-explorer-hit", "article-explorer-current-hit"]) {
      globalThis.CSS?.highlights?.delete(name);
    }
    place.failed?.(reason);
  }

  /** @param {unknown} error */
  function reasonFor(error) {
    const panic = globalThis.articleExplorerPanic;
    if (panic) return `the program crashed (${panic}).`;
    const words = error instanceof Error ? error.message : String(error);
    return `the program could not continue (${words})${isOurs(error) ? "; reload the page" : ""}.`;
  }

  const isOurs = (/** @type {unknown} */ error) =>
    typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;

  // The text must be painted before the program replaces it; otherwise readers would see it
  // later than without the program. A hidden page is not painted.
  const painted = () =>
    new Promise((done) => {
      setTimeout(done, document.hidden ? 0 : 200);
      const type = "largest-contentful-paint";
      if (PerformanceObserver.supportedEntryTypes.includes(type)) {
        new PerformanceObserver(done).observe({ type, buffered: true });
      } else requestAnimationFrame(() => setTimeout(done));
    });

  addEventListener("error", (event) => {
    if (isOurs(event.error)) fail(reasonFor(event.error));
  });
  addEventListener("unhandledrejection", (event) => {
    if (isOurs(event.reason)) fail(reasonFor(event.reason));
  });

  if (typeof WebAssembly !== "object") {
    fail("this browser has no WebAssembly, or it is switched off.");
    return;
  }
  try {
    const [{ Articles, Explorer }] = await Promise.all([load(), painted()]);
    const data = document.getElementById("article-explorer-data");
    if (!data) throw new Error("the page has no element with the id “article-explorer-data”");
    const { language = document.documentElement.lang } = place.host ?? {};
    const { skeleton } = place;
    const articles = await Articles.read(data.textContent, { view: location.hash, language, skeleton });
    const { scrollX, scrollY } = globalThis;
    const explorer = new Explorer(root, articles, { ...place.host, language });
    // WebKit scrolls up if a page is short for a moment. The first rendering is scheduled
    // before this timer. A view in the address has a place of its own.
    setTimeout(() => {
      if (!location.hash && globalThis.scrollY < scrollY) scrollTo(scrollX, scrollY);
    });
    root.dataset.ready = "";
    place.started?.(explorer, root);
  } catch (error) {
    fail(reasonFor(error));
  }
}
