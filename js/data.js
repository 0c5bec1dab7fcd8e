// Fetches the articles of an element.

import { init, readFile } from "./headless.js";

/** The maximum size of a file at `src`, in bytes. */
const MOST = 20 * 1024 * 1024;

/**
 * Fetches articles as JSON. An article that is not JSON gets the annotations at `beside`.
 * @param {string} address @param {string | null} beside @param {AbortSignal} signal
 */
export async function dataAt(address, beside, signal) {
  const { pathname } = new URL(address);
  if (!/\.(md|markdown|txt|html?)$/i.test(pathname)) return textAt(address, signal);
  const program = init({ search: false, annotate: !beside, write: false });
  const [text] = await Promise.all([textAt(address, signal), program]);
  const annotations = beside ? await textAt(beside, signal) : "";
  const { bundle, notices } = readFile(pathname, text, { annotations });
  if (bundle.articles.length === 0) throw new Error(notices.join("; ") || `${address} contains no article`);
  return JSON.stringify(bundle);
}

/**
 * Fetches a text of limited size.
 * @param {string} address @param {AbortSignal} signal
 */
async function textAt(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, credentials: "same-origin" });
  } catch (error) {
    if (signal.aborted) throw error;
    const { origin } = new URL(address);
    const reason =
      origin === location.origin
        ? "check your connection and the address"
        : `does ${origin} allow this page to read it (CORS)?`;
    throw new Error(`${address} could not be loaded; ${reason}`);
  }
  if (!response.ok) throw new Error(`${address} answers ${response.status}; check the address`);
  const tooMuch = () => new Error(`${address} has more than ${MOST / 1024 / 1024} MB; use a separate file for each article`);
  if (Number(response.headers.get("content-length")) > MOST) {
    response.body?.cancel();
    throw tooMuch();
  }
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST) {
      reader?.cancel();
      throw tooMuch();
    }
    text += decoder.decode(value, { stream: true });
  }
}
