// The worker of the desk: it does one job after the other.

import { JOBS, reader } from "./desk_jobs.js";

const loading = reader();
loading.then(
  () => postMessage({ ready: true }),
  (error) => postMessage({ failed: error.message }),
);

addEventListener("message", async ({ data: { job, work } }) => {
  try {
    const result = await JOBS[job](await loading, work, (told) => postMessage({ told }), () => {});
    const buffers = (result.files ?? []).map(([, bytes]) => bytes.buffer);
    postMessage({ result }, buffers);
  } catch (error) {
    postMessage({ failed: error.message });
  }
});
