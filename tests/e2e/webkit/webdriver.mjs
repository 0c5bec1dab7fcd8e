// A WebKitGTK window that its WebDriver controls: it opens, resizes and navigates the window, and
// sends keys and pointer movements as if they came from a reader.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as display from "./display.mjs";
import { focus } from "./focus.mjs";
import * as ports from "./ports.mjs";
import { start } from "./programs.mjs";

const BROWSERS = ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].flatMap((version) => [
  `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/${version}/MiniBrowser`,
  `/usr/libexec/${version}/MiniBrowser`,
  `/usr/lib/${version}/MiniBrowser`,
]);

/** The maximum time for the driver to carry out a command, in milliseconds. */
const PATIENCE = 60_000;

/** The configuration for the window's appearance. */
const CONFIG = fileURLToPath(new URL("config", import.meta.url));

/** A new browser with one window and an empty profile. */
export class Window {
  #children = [];
  #base;
  #bar;
  #last = Promise.resolve();
  /** The reason why the window cannot be controlled any more: it crashed, or its driver failed. */
  failure;

  /** `driver` is the path of WebKitWebDriver. */
  static async open(driver) {
    const browser = BROWSERS.find(existsSync);
    assert.ok(browser, "MiniBrowser is one of the programs of WebKitGTK");
    const window = new Window();
    try {
      await window.#start(driver, browser);
      return window;
    } catch (error) {
      window.close();
      throw error;
    }
  }

  async #start(driver, browser) {
    const port = await ports.free();
    this.inspector = await ports.free();
    const env = {
      ...process.env,
      DISPLAY: await display.name(),
      GDK_BACKEND: "x11",
      XDG_CONFIG_HOME: CONFIG,
      WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${this.inspector}`,
      // The browser's sandbox does not start if the only user is root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      // Programs are compiled synchronously. Some programs that WebKitGTK 2.50 compiles
      // concurrently occasionally stop with "Out of bounds memory access", which happens in no
      // other engine.
      JSC_useConcurrentJIT: "0",
    };
    this.#children = [
      start(browser, ["--automation", "--javascript-can-access-clipboard=true"], { env }),
      start(driver, [`--port=${port}`, `--target=127.0.0.1:${this.inspector}`], { env }),
    ];
    this.#children[0].once("exit", (code, signal) => this.failure ??= `the browser ended by itself (${signal ?? code})`);
    for (const listening of [port, this.inspector]) (await ports.connected(listening)).destroy();
    this.#base = `http://127.0.0.1:${port}/session`;
    const capabilities = { alwaysMatch: { pageLoadStrategy: "none" } };
    const { sessionId } = await this.#send("POST", "", { capabilities });
    this.#base += `/${sessionId}`;
    const script = "return outerHeight - innerHeight";
    this.#bar = await this.#send("POST", "/execute/sync", { script, args: [] });
  }

  close() {
    for (const child of this.#children) child.removeAllListeners("exit").kill("SIGKILL");
  }

  async #send(method, command, body) {
    const { answer, value } = await this.#answer(method, command, body);
    if (answer.ok) return value;
    const failure = `WebDriver ${command}: ${value.message || value.error}`;
    // The error of a driver that has lost its browser.
    if (value.error === "unknown error") this.failure ??= failure;
    throw new Error(failure);
  }

  async #answer(method, command, body) {
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const answer = await fetch(this.#base + command, { method, body: JSON.stringify(body), signal });
      return { answer, value: (await answer.json()).value };
    } catch (error) {
      this.failure ??= `WebDriver ${command}: ${error.message}`;
      throw error;
    }
  }

  /** Gives the window the focus of the keyboard. */
  async focus() {
    await focus(await display.name(), this.#children[0].pid);
  }

  /** Starts to load an address. */
  goto(url) {
    return this.#send("POST", "/url", { url });
  }

  /** Sets the size of the page in the window. */
  resize(width, height) {
    return this.#send("POST", "/window/rect", { width, height: height + this.#bar });
  }

  /** Performs one action with the keyboard, the pointer or the wheel, after all earlier ones. */
  act(source, action) {
    const done = this.#last.then(() => this.#send("POST", "/actions", { actions: [{ ...source, actions: [action] }] }));
    this.#last = done.catch(() => {});
    return done;
  }
}
