// The bookmarklet of the workspace, which readers keep among their bookmarks. On any page, it
// passes what the reader sees to the workspace. It loads nothing. The workspace inserts its own
// address (src/ui/workspace/bookmarklet.rs).

const WORKSPACE = "%WORKSPACE%";
/** The longest address that every browser opens, and the longest that Chromium opens, in characters. */
const SAFE = 1_000_000;
const LONGEST = 2_000_000;
/** How long a workspace may take to answer before it counts as isolated, in milliseconds. */
const PATIENCE = 5_000;

/** The page as HTML, without its heavy parts, after a comment with its address as browsers write it. */
function html() {
  const page = document.createElement("div");
  page.append(document.documentElement.cloneNode(true));
  const heavy = page.querySelectorAll("script:not([type='application/ld+json']), style, link[rel~=stylesheet], svg, canvas, video, audio, iframe, object");
  for (const part of heavy) part.remove();
  for (const image of page.querySelectorAll("[srcset], [src^='data:']")) {
    image.removeAttribute("srcset");
    image.removeAttribute("src");
  }
  const address = location.href.replaceAll("--", "%2D%2D");
  const length = String(address.length).padStart(4, "0");
  // The mark at the beginning says that the encoding is UTF-8, whatever the page declares.
  return `\uFEFF<!-- saved from url=(${length})${address} -->${page.getHTML()}`;
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function bring() {
  const packed = new Blob([html()]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const address = `${WORKSPACE}#page=${base64url(bytes)}`;
  if (address.length <= SAFE) {
    // A browser that opens no window shows the workspace here; its Back button leads to the page.
    if (!open(address)) location.assign(address);
    return;
  }
  const workspace = open(`${WORKSPACE}#page=wait`);
  /** @param {MessageEvent} event */
  const pass = (event) => {
    if (event.source !== workspace || event.data !== "article-explorer:page") return;
    removeEventListener("message", pass);
    clearTimeout(patience);
    workspace?.postMessage(bytes, new URL(WORKSPACE).origin);
  };
  // A page that isolates itself cannot send messages to a window that it opens.
  const patience = setTimeout(() => {
    removeEventListener("message", pass);
    if (workspace && !workspace.closed) return;
    if (address.length <= LONGEST) location.assign(address);
    else alert("This page is too large to pass on. Save it as a file and open the file in the workspace.");
  }, workspace ? PATIENCE : 0);
  addEventListener("message", pass);
}

bring();
