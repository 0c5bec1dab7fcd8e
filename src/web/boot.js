// Starts the program, and keeps the page readable if it cannot start or comes to its end.
// The text of the article stands in the page before any script runs; it is set aside here
// and brought back, with one line that says what happened.

const root = document.getElementById("article-explorer");
const script = document.querySelector("script[data-wasm]");
const readable = [...root.childNodes].map((node) => node.cloneNode(true));
let failed = false;

function fail(reason) {
  if (failed) return;
  failed = true;
  const line = document.createElement("p");
  line.className = "failure";
  line.setAttribute("role", "alert");
  line.textContent = `Search, filters and claim cards are not available: ${reason} The text below is complete.`;
  root.replaceChildren(line, ...readable);
  for (const name of ["article-explorer-hit", "article-explorer-current-hit"]) {
    globalThis.CSS?.highlights?.delete(name);
  }
}

function reasonFor(error) {
  const panic = globalThis.articleExplorerPanic;
  if (panic) return `the program came to an end (${panic}).`;
  const words = error instanceof Error ? error.message : String(error);
  return `the program could not go on (${words}).`;
}

function isOurs(error) {
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
}

addEventListener("error", (event) => {
  if (isOurs(event.error)) fail(reasonFor(event.error));
});
addEventListener("unhandledrejection", (event) => {
  if (isOurs(event.reason)) fail(reasonFor(event.reason));
});

if (typeof WebAssembly !== "object") {
  fail("this browser has no WebAssembly, or it is switched off.");
} else {
  try {
    const program = await import(new URL(script.dataset.module, document.baseURI).href);
    await program.default({ module_or_path: new URL(script.dataset.wasm, document.baseURI).href });
    root.dataset.ready = "";
  } catch (error) {
    fail(reasonFor(error));
  }
}
