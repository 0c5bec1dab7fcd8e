// The annotators to measure, run in the page: each finds names and the speakers of quotations.

const ENGINES = {
  async ours() {
    const { default: init, annotate } = await import("/dist/article-explorer.js");
    await init({ search: false, read: false, write: false });
    return (text) => {
      const { entities, claims } = annotate(text);
      return [entities.length, claims.length];
    };
  },
  async compromise() {
    const { default: nlp } = await import("/packages/compromise/builds/three/compromise-three.mjs");
    return (text) => {
      const read = nlp(text);
      const names = [read.people(), read.places(), read.organizations()].map((found) => found.out("array").length);
      return [names.reduce((sum, count) => sum + count, 0), read.quotations().out("array").length];
    };
  },
};

/** The first `count` words of the texts. */
function firstWords(texts, count) {
  let text = texts.join("\n");
  while (text.split(/\s+/).length < count) text += `\n${texts.join("\n")}`;
  return text.match(/\S+\s*/g).slice(0, count).join("");
}

export async function measure(name, texts, budget) {
  const find = await ENGINES[name]();
  const article = firstWords(texts, 1_000);
  const timed = (text) => {
    const start = performance.now();
    const counts = find(text);
    return [performance.now() - start, counts];
  };
  const [first, [names, claims]] = timed(article);
  const times = [];
  const until = performance.now() + budget;
  while (performance.now() < until || times.length < 5) times.push(timed(article)[0]);
  const words = texts.map((text) => text.split(/\s+/).filter(Boolean).length);
  let [spent, done] = [0, 0];
  for (let at = 0; spent < budget; at = (at + 1) % texts.length) {
    spent += timed(texts[at])[0];
    done += words[at];
  }
  return { perSecond: (done / spent) * 1000, first, times, names, claims };
}
