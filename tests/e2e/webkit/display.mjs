// A virtual display, for windows that need one.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { start } from "./programs.mjs";

let display;

/** The name of the display, which is started once and ends with this process. */
export function name() {
  display ??= open();
  return display;
}

async function open() {
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "2000x1400x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const told = once(createInterface(server.stdio[3]), "line");
  const ended = once(server, "exit").then(([code]) => assert.fail(`Xvfb ended with ${code}`));
  ended.catch(() => {});
  const [number] = await Promise.race([told, ended]);
  server.stdio[3].unref();
  return `:${number}`;
}
