// WebKitGTK with the interface of Playwright's browsers: contexts with one page each.
//
// Playwright can talk to the inspector of a WebKit page that it did not start. It uses this to find
// elements, wait, listen and read. WebDriver handles everything that the page itself cannot: a
// window and its size, addresses, keys and the pointer.

import { webkit } from "playwright-core";
import { Keyboard, Mouse } from "./input.mjs";
import { Transport } from "./inspector.mjs";
import { Window } from "./webdriver.mjs";

/** The maximum number of times to start a browser until its driver controls it. */
const ATTEMPTS = 3;

/** Playwright's internal object behind a public one. */
const behind = (object) => object._connection.toImpl(object);

/**
 * A browser whose WebDriver is `executablePath`. Each context starts a new one; the next is started
 * while a test uses the previous one.
 */
export function launch({ executablePath }) {
  const prepare = () => {
    const browser = open(executablePath);
    browser.catch(() => {});
    return browser;
  };
  let next = prepare();
  return {
    async newContext(options) {
      let opened;
      try {
        opened = await next;
      } finally {
        next = prepare();
      }
      try {
        return await context(opened, options);
      } catch (error) {
        // A window that stays open would keep the tests from ending.
        await close(opened);
        throw error;
      }
    },
    close: async () => close(await next),
  };
}

async function open(driver) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await opened(await Window.open(driver));
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function opened(window) {
  try {
    const browser = await webkit.connectOverCDP(await Transport.to(window.inspector));
    return { window, browser };
  } catch (error) {
    window.close();
    throw error;
  }
}

async function close({ window, browser }) {
  try {
    await browser.close();
  } finally {
    window.close();
  }
}

async function context(opened, { viewport, colorScheme, reducedMotion } = {}) {
  const { window, browser } = opened;
  const [context] = browser.contexts();
  const [page] = context.pages();
  const inner = behind(page);
  inner.keyboard._raw = new Keyboard(window, inner);
  inner.mouse._raw = new Mouse(window);
  inner.delegate.navigateFrame = (frame, url) => navigate(window, frame, url);
  inner.delegate.updateEmulatedViewportSize = () => resize(window, page);
  bringIntoView(inner.delegate, page);
  readTexts(page.locator("html"));
  context.newPage = async () => page;
  context.close = () => close(opened);
  context.failure = () => window.failure;
  await window.focus();
  if (viewport) await page.setViewportSize(viewport);
  if (colorScheme || reducedMotion) await page.emulateMedia({ colorScheme, reducedMotion });
  return context;
}

/** Navigates to an address. Returns the document this leads to: another one, or none. */
async function navigate(window, frame, url) {
  const [document, fragment] = url.split("#");
  if (fragment !== undefined && document === frame.url().split("#")[0]) {
    await window.goto(url);
    return {};
  }
  const committed = new Promise((resolve) => {
    const listener = ({ newDocument }) => {
      if (!newDocument) return;
      frame.off("internalnavigation", listener);
      resolve({ newDocumentId: newDocument.documentId });
    };
    frame.on("internalnavigation", listener);
  });
  await window.goto(url);
  return committed;
}

/** Scrolls the page too if the element to bring into view is in a frame. */
function bringIntoView(delegate, page) {
  const within = delegate.scrollRectIntoViewIfNeeded;
  delegate.scrollRectIntoViewIfNeeded = async (handle, rect) => {
    const result = await within.call(delegate, handle, rect);
    if (result !== "done" || !handle._frame.parentFrame()) return result;
    const [[{ y: top }, , { y: bottom }]] = await delegate.getContentQuads(handle);
    await page.evaluate(([top, bottom]) => {
      if (top < 0 || bottom > innerHeight) scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: "instant" });
    }, [top, bottom]);
    return result;
  };
}

let reads = false;

/** Reads texts without the line break with which WebKit ends those of some elements, such as buttons. */
function readTexts(locator) {
  if (reads) return;
  reads = true;
  const { prototype } = locator.constructor;
  const { innerText, allInnerTexts } = prototype;
  prototype.innerText = async function (...options) {
    return (await innerText.apply(this, options)).trimEnd();
  };
  prototype.allInnerTexts = async function () {
    return (await allInnerTexts.call(this)).map((text) => text.trimEnd());
  };
}

/** Resizes the window so that the page has the given size. */
async function resize(window, page) {
  const size = behind(page).emulatedSize().viewport;
  await window.resize(size.width, size.height);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}
