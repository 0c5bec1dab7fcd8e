// Where a program that is started is listened to.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/** How long a program may take to listen, in milliseconds. */
const PATIENCE = 30_000;

/** A port that nobody listens at. */
export async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A connection to a program that listens at `port`, as soon as it does. */
export async function connected(port) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return socket;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((again) => setTimeout(again, 10));
    }
  }
}
