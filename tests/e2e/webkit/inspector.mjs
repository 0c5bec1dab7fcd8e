// Talks to the inspector of WebKitGTK over a socket, like its own remote frontend.
//
// A message consists of its length, a byte for the byte order, its name, and parameters as a
// GVariant: here 64-bit numbers, followed by at most one text.

import { EventEmitter, once } from "node:events";
import * as ports from "./ports.mjs";

/** The maximum time for the browser to greet a connection, in milliseconds. */
const PATIENCE = 60_000;
const LITTLE_ENDIAN = 1;
const HEADER = 5;
/** The process with the windows, which is the first to connect to its own server. */
const BROWSER = 1n;

const numbers = (...values) => {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, place) => bytes.writeBigUInt64LE(value, place * 8));
  return bytes;
};

/** A page that does not exist; closing its inspector has no effect. */
const NOBODY = numbers(BROWSER, 1_000_000n);

class Connection extends EventEmitter {
  #socket;
  #chunks = [];
  #length = 0;

  constructor(socket) {
    super();
    this.#socket = socket;
    socket.setNoDelay();
    socket.on("data", (chunk) => this.#take(chunk));
    socket.on("error", () => {});
    socket.on("close", () => this.emit("close"));
  }

  #take(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#chunks[0].length < HEADER) this.#join();
    while (this.#length >= HEADER) {
      const size = HEADER + this.#chunks[0].readUInt32BE(0);
      if (this.#length < size) break;
      const bytes = this.#join();
      this.#chunks = [bytes.subarray(size)];
      this.#length -= size;
      const end = bytes.indexOf(0, HEADER);
      this.emit(bytes.toString("latin1", HEADER, end), bytes.subarray(end + 1, size));
    }
    this.emit("read");
  }

  #join() {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0];
  }

  send(name, parameters) {
    const head = Buffer.alloc(HEADER);
    head[4] = LITTLE_ENDIAN;
    const body = Buffer.concat([Buffer.from(`${name}\0`), parameters]);
    head.writeUInt32BE(body.length);
    this.#socket.write(Buffer.concat([head, body]));
  }

  close() {
    this.#socket.destroy();
  }
}

/**
 * Connects Playwright to the only page of the browser, as if it were a page on a phone. While a
 * WebDriver controls the browser, only the WebDriver receives lists of pages; pages are numbered
 * from 1.
 */
export class Transport {
  #connection;
  #page = numbers(BROWSER, 1n);
  /** The replies of the page still to come. */
  #awaited = new Set();
  /** Whether a reply is expected right after a message that was received. */
  #more = false;

  static async to(port) {
    const transport = new Transport();
    const connection = new Connection(await ports.connected(port));
    transport.#connection = connection;
    connection.send("SetupInspectorClient", Buffer.alloc(1));
    await once(connection, "DidSetupInspectorClient", { signal: AbortSignal.timeout(PATIENCE) });
    connection.on("SendMessageToFrontend", (bytes) => transport.#receive(bytes.toString("utf8", 16, bytes.length - 1)));
    connection.on("read", () => transport.#acknowledge());
    connection.on("close", () => transport.onclose?.());
    return transport;
  }

  open() {
    this.#connection.send("Setup", this.#page);
  }

  send(message) {
    const inner = /^\{"id":(\d+),/.exec(message.params?.message);
    if (inner) this.#awaited.add(inner[1]);
    const words = Buffer.from(`${JSON.stringify(message)}\0`);
    this.#connection.send("SendMessageToBackend", Buffer.concat([this.#page, words]));
  }

  #receive(words) {
    const message = JSON.parse(words);
    if (message.id) this.#more = true;
    const inner = /"id":(\d+)\}$/.exec(message.params?.message);
    if (inner) this.#awaited.delete(inner[1]);
    this.onmessage?.(message);
  }

  /**
   * Sends something, so that received data is acknowledged at once. The browser sends each reply in
   * two short messages, and would otherwise delay the second for 40 ms.
   */
  #acknowledge() {
    if (this.#more && this.#awaited.size > 0) this.#connection.send("FrontendDidClose", NOBODY);
    this.#more = false;
  }

  close() {
    this.#connection.close();
  }
}
