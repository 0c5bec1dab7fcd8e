// Programs that run alongside the tests and end with them, however the tests end.

import { spawn } from "node:child_process";

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/** Starts a program; `options` as for `spawn`. */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { stdio: "ignore", ...options });
  running.add(child);
  child.on("exit", () => running.delete(child));
  child.unref();
  return child;
}
