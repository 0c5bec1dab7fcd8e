// Work that is given to a worker, and done in the page where no worker can start.

import { JOBS, reader } from "./desk_jobs.js";

export class GivenUp extends Error {}

/** A policy may be made once only. */
const scripted = globalThis.trustedTypes?.createPolicy("article-explorer-desk", { createScriptURL: (url) => url });

/** Does jobs, one at a time; `stop` gives the one at hand up. */
export class Work {
  #worker;
  #program;
  #giveUp;

  /** The result of a job; `tell` is told how far it is. */
  async do(job, work, tell) {
    try {
      await this.#started();
    } catch (error) {
      if (error instanceof GivenUp) throw error;
      return this.#sliced(job, work, tell);
    }
    return this.#sent(job, work, tell);
  }

  /** Gives up what is being done, at once. */
  stop() {
    this.#giveUp?.(new GivenUp());
  }

  /** A worker that is ready. */
  async #started() {
    if (this.#worker) return;
    const url = new URL(BUILD.worker, import.meta.url).href;
    const worker = new Worker(scripted ? scripted.createScriptURL(url) : url, { type: "module" });
    this.#worker = worker;
    await this.#heard(worker, (data, done, fail) => {
      if (data.ready) done();
      if (data.failed) fail(new Error(data.failed));
    });
  }

  #sent(job, work, tell) {
    const worker = this.#worker;
    const heard = this.#heard(worker, ({ told, result, failed }, done, fail) => {
      if (told) tell(told);
      if (result) done(result);
      if (failed) fail(new Error(failed));
    });
    worker.postMessage({ job, work });
    return heard;
  }

  /** What a worker says in the end. One that fails or is given up is not used again. */
  async #heard(worker, hear) {
    try {
      return await new Promise((done, fail) => {
        this.#giveUp = fail;
        worker.onmessage = ({ data }) => hear(data, done, fail);
        worker.onerror = (event) => {
          event.preventDefault();
          fail(new Error(event.message || "the worker cannot start"));
        };
      });
    } catch (error) {
      worker.terminate();
      this.#worker = undefined;
      throw error;
    } finally {
      this.#giveUp = undefined;
    }
  }

  async #sliced(job, work, tell) {
    let givenUp;
    this.#giveUp = (error) => (givenUp = error);
    const pause = async () => {
      await new Promise((next) => setTimeout(next));
      if (givenUp) throw givenUp;
    };
    try {
      this.#program ??= await reader();
      await pause();
      return await JOBS[job](this.#program, work, tell, pause);
    } catch (error) {
      // What reads files has come to its end, and not what shows them.
      if (error instanceof WebAssembly.RuntimeError) {
        this.#program = undefined;
        throw new Error(error.message);
      }
      throw error;
    } finally {
      this.#giveUp = undefined;
    }
  }
}
