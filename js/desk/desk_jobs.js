// The work on what a reader opens: reading files and finding names and claims in them, and
// putting articles into the files of an archive. It is done in a worker, or in the page in
// slices. `tell` is told how far it is; `pause` is awaited between two steps and throws where
// the work is given up.

/** The program that reads files. Without what finds names it finds less, and says so. */
export async function reader() {
  const at = (name) => new URL(name, import.meta.url).href;
  const [program, wasm, weights] = await Promise.all([
    import(at(BUILD.files.script)),
    fetch(at(BUILD.files.wasm), { integrity: BUILD.files.integrity }),
    fetch(at(BUILD.weights)).then((file) => (file.ok ? file.arrayBuffer() : null), () => null),
  ]);
  if (!wasm.ok) throw new Error(`the server answers ${wasm.status}`);
  await program.default({ module_or_path: wasm });
  if (weights) program.loadWeights(new Uint8Array(weights));
  return program;
}

export const JOBS = {
  /** Reads `files`, each a name with a text or a blob; `taken` are ids in use. Of each notice
   * where it was, and what. */
  async read(program, { files, taken }, tell, pause) {
    const opening = new program.Opening();
    const notices = [];
    for (const [number, { name, content }] of files.entries()) {
      tell({ reading: name, done: number, all: files.length });
      try {
        const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(await content.arrayBuffer());
        opening.add(name, bytes);
      } catch {
        notices.push([name, "the browser cannot read this; is it a folder, or a file that was moved?"]);
      }
      await pause();
    }
    const all = opening.open(taken);
    for (let done = 0; done < all; done += 1) {
      const [id, title, whole, json] = opening.takeNext();
      tell({ article: { id, title, whole: Number(whole), json }, done: done + 1, all });
      await pause();
    }
    const faults = notices.length + opening.faults();
    const told = opening.notices();
    for (let at = 0; at < told.length; at += 2) notices.push([told[at], told[at + 1]]);
    opening.free();
    return { notices, faults };
  },

  /** Puts articles that were kept by an earlier version, each as JSON, into today's form. */
  async upgrade(program, { articles }, tell, pause) {
    const upgraded = [];
    for (const [number, json] of articles.entries()) {
      const bundle = JSON.parse(program.upgradeBundle(`{"version":2,"articles":[${json}]}`));
      upgraded.push(...bundle.articles.map((article) => JSON.stringify(article)));
      tell({ upgrading: true, done: number, all: articles.length });
      await pause();
    }
    return { articles: upgraded };
  },

  /** Divides articles, each as JSON, into files: `data` of the page, of which the first
   * articles with at most so many bytes are part, and the files by name. */
  async shelve(program, { articles, folder, bytes }, tell, pause) {
    const shelf = new program.Shelf();
    for (const [number, json] of articles.entries()) {
      shelf.add(json);
      tell({ shelving: true, done: number, all: articles.length });
      await pause();
    }
    const data = shelf.divide(folder, bytes);
    const files = shelf.names().map((name, number) => [name, shelf.take(number)]);
    shelf.free();
    return { data, files };
  },
};
