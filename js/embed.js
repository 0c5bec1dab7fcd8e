// For a page that holds frames of embed.html: gives each the height of what it shows, and
// follows the reader within it.

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

// The size that a frame told before this script came is asked for again.
for (const frame of ours()) {
  frame.contentWindow?.postMessage({ "article-explorer": { v: 1, type: "getSize" } }, "*");
}
