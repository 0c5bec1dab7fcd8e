// Ports of started programs.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/** The maximum time for a program to start listening, in milliseconds. */
const PATIENCE = 30_000;

/** A free port. */
export async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Connects to a program at `port` as soon as it listens. */
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
