// For a page with iframes of embed.html: sets the height of each to that of its content, and
// scrolls to what the reader selects in it.

/** @returns {NodeListOf<HTMLIFrameElement>} */
const ours = () => document.querySelectorAll('iframe[src*="embed.html"], iframe[data-article-explorer]');

addEventListener("message", ({ source, data }) => {
  const message = data?.["article-explorer"];
  if (message?.v !== 1) return;
  for (const frame of ours()) {
    if (frame.contentWindow !== source) continue;
    const { type, height, top } = message;
    if (type === "resize" && Number.isFinite(height) && height > 0 && height < 1e6) {
      frame.style.height = `${Math.ceil(height)}px`;
    }
    if (type === "scrollTo" && Number.isFinite(top)) {
      const at = frame.getBoundingClientRect().top + top;
      if (at < 80 || at > innerHeight - 120) scrollBy(0, at - innerHeight / 2);
    }
  }
});

// A frame may have reported its size before this script was loaded.
for (const frame of ours()) {
  frame.contentWindow?.postMessage({ "article-explorer": { v: 1, type: "getSize" } }, "*");
}
