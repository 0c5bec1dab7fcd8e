// Gives a window the focus of the keyboard. Without a window manager no window has it, and a page in
// a window without it matches neither `:focus` nor `:focus-visible`. The requests are those of the
// X Window System Protocol, version 11.

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";

/** The codes of the requests. */
const GET_WINDOW_ATTRIBUTES = 3, QUERY_TREE = 15, INTERN_ATOM = 16, GET_PROPERTY = 20, SET_INPUT_FOCUS = 42;

/** The state of a window that is shown. */
const VIEWABLE = 2;

/** Who has the focus once the window is gone: whichever window is under the pointer. */
const POINTER_ROOT = 1;

const padded = (length) => Math.ceil(length / 4) * 4;

/** A connection to a display. */
class Display {
  #socket;
  #read = Buffer.alloc(0);

  static async open(name) {
    const display = new Display();
    display.#socket = connect(`/tmp/.X11-unix/X${name.slice(1)}`);
    await once(display.#socket, "connect");
    // Numbers are little-endian, and no authorisation is needed.
    display.#socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const start = await display.#take(8);
    assert.equal(start[0], 1, "the display accepts the connection");
    const setup = await display.#take(4 * start.readUInt16LE(6));
    display.root = setup.readUInt32LE(32 + padded(setup.readUInt16LE(16)) + 8 * setup[21]);
    return display;
  }

  close() {
    this.#socket.destroy();
  }

  async #take(length) {
    while (this.#read.length < length) {
      const [more] = await once(this.#socket, "data");
      this.#read = Buffer.concat([this.#read, more]);
    }
    const taken = this.#read.subarray(0, length);
    this.#read = this.#read.subarray(length);
    return taken;
  }

  /** Sends a request whose last part consists of these numbers and texts. */
  send(code, detail, ...parts) {
    const body = parts.map((part) => {
      if (typeof part === "string") return Buffer.concat([Buffer.from(part)], padded(part.length));
      const number = Buffer.alloc(4);
      number.writeUInt32LE(part);
      return number;
    });
    const request = Buffer.concat([Buffer.from([code, detail, 0, 0]), ...body]);
    request.writeUInt16LE(request.length / 4, 2);
    this.#socket.write(request);
  }

  /** Sends a request, and returns the answer, or nothing after an error. */
  async ask(...request) {
    this.send(...request);
    const start = await this.#take(32);
    if (start[0] === 0) return undefined;
    return Buffer.concat([start, await this.#take(4 * start.readUInt32LE(4))]);
  }
}

/** The maximum time for a window to appear, in milliseconds. */
const PATIENCE = 30_000;

/** Gives the focus to the window of the process `pid` on the display `name`, once it is shown. */
export async function focus(name, pid) {
  const display = await Display.open(name);
  const deadline = Date.now() + PATIENCE;
  try {
    while (!(await isFocused(display, pid))) {
      assert.ok(Date.now() < deadline, "the browser shows a window");
      await new Promise((again) => setTimeout(again, 10));
    }
  } finally {
    display.close();
  }
}

/** Gives the focus to the window of a process, if it is shown, and says whether it is. */
async function isFocused(display, pid) {
  const property = "_NET_WM_PID";
  const atom = (await display.ask(INTERN_ATOM, 0, property.length, property)).readUInt32LE(8);
  const tree = await display.ask(QUERY_TREE, 0, display.root);
  for (let at = 32; at < tree.length; at += 4) {
    const window = tree.readUInt32LE(at);
    const attributes = await display.ask(GET_WINDOW_ATTRIBUTES, 0, window);
    if (attributes?.[26] !== VIEWABLE) continue;
    const owner = await display.ask(GET_PROPERTY, 0, window, atom, 0, 0, 1);
    if (!owner || owner.length < 36 || owner.readUInt32LE(32) !== pid) continue;
    display.send(SET_INPUT_FOCUS, POINTER_ROOT, window, 0);
    // The display answers requests in their order.
    await display.ask(QUERY_TREE, 0, display.root);
    return true;
  }
  return false;
}
