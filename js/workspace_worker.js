// The worker of the workspace, which runs one job at a time. A message is an array of its JSON and
// the bytes that belong to it. A string says why the worker cannot continue.

import { FILES } from "places";
import { loaded, weighed } from "./programs.js";

/** @param {JobMessage} message */
const send = (message) => postMessage(message, { transfer: message.slice(1).map((bytes) => /** @type {Uint8Array} */ (bytes).buffer) });

/** @param {unknown} error */
const fail = (error) => postMessage(error instanceof Error ? error.message : String(error));

// Without the weights, the program finds fewer names and says so.
weighed(FILES).catch(() => loaded(FILES)).then((program) => {
  addEventListener("message", ({ data: [request, ...payloads] }) => {
    try {
      const job = program.startJob(request, payloads);
      for (let message = job.next(); message; message = job.next()) send(message);
      job.free();
    } catch (error) {
      fail(error);
    }
  });
  send(program.readyMessage());
}).catch(fail);
