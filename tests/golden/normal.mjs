// Normalises articles, so that bundles with annotations by quotation and by range give the same
// result.

/** The factor for rounding confidences and scores before comparison. */
const EXACT = 1e4;

/** A number rounded for comparison: 32-bit and 64-bit values agree in these digits. */
export const rounded = (number) => Math.round(number * EXACT) / EXACT;

/** The text of an article: its blocks, separated by blank lines. */
export const textOf = (article) => article.blocks.map((block) => block.text).join("\n\n");

/**
 * An article with all annotations by their position, in code points. `exportArticle` is the
 * module's function, which finds the mentions of an entity that is annotated wherever its name
 * occurs.
 */
export function normalArticle(article, exportArticle) {
  const { annotations, placed, ...rest } = article;
  const marks = annotations ?? placed;
  const about = withoutNulls(rest);
  if (!marks) return about;
  const text = [...textOf(article)];
  const entities = marks.entities ?? [];
  return {
    ...about,
    entities: entities.map(({ mentions, ...entity }) => ({ aliases: [], ...withoutNulls(entity) })),
    mentions: mentionsOf(article, marks, text, exportArticle),
    claims: (marks.claims ?? []).map((claim) => normalClaim(claim, text)),
  };
}

/** All articles in the result of `readFile`, and its notices. */
export const normalRead = ({ bundle, notices }, exportArticle) => ({
  title: bundle.title ?? undefined,
  articles: bundle.articles.map((article) => normalArticle(article, exportArticle)),
  notices,
});

function normalClaim(claim, text) {
  const { id, form, stance, speaker, cue, content = [], about = [], found } = claim;
  return {
    id,
    form,
    stance,
    speaker: typeof speaker === "string" ? speaker : placeOf(speaker, text),
    cue: placeOf(cue, text),
    content: content.map((place) => placeOf(place, text)),
    about,
    found: foundBy(found),
  };
}

function mentionsOf(article, marks, text, exportArticle) {
  const mentions = [];
  const note = (entity, place, found) =>
    mentions.push({ entity, ...placeOf(place, text), found: foundBy(found) });
  for (const { entity, found, ...place } of marks.mentions ?? []) note(entity, place.at ?? place, found);
  let named;
  for (const { id, mentions: listed } of marks.entities ?? []) {
    if (marks.mentions) break;
    if (listed) listed.forEach((place) => note(id, place, place.found));
    else {
      named ??= namedPlaces(article, exportArticle);
      for (const { entity, at } of named) if (entity === id) note(id, at);
    }
  }
  const order = (a, b) => a.at?.[0] - b.at?.[0] || b.at?.[1] - a.at?.[1] || 0;
  return mentions.sort(order);
}

/** The mentions of each entity, from the table of mentions. */
function namedPlaces(article, exportArticle) {
  const { text } = exportArticle(article, "csv-mentions");
  const [head, ...rows] = tableOf(text);
  const [entity, start, end] = ["entity", "start", "end"].map((name) => head.findIndex((title) => title.startsWith(name)));
  return rows.map((row) => ({ entity: row[entity], at: [Number(row[start]), Number(row[end])] }));
}

/** The rows of a table in RFC 4180 format. */
export function tableOf(csv) {
  const rows = [[]];
  for (const [, value, end] of csv.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    rows.at(-1).push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end.endsWith("\n")) rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/**
 * A range in code points with its words, from a pair, from an object with `start` and `end`, or
 * from a quotation, which must occur only once.
 */
function placeOf(place, text) {
  if (place === null || place === undefined) return undefined;
  const pair = Array.isArray(place) ? place : [place.start, place.end];
  if (pair.every(Number.isInteger)) return { at: pair, words: text.slice(...pair).join("") };
  const { exact = place, prefix = "", suffix = "" } = place;
  const whole = text.join("");
  const sought = prefix + exact + suffix;
  const starts = [];
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + 1)) starts.push(at + prefix.length);
  if (starts.length !== 1) return { quoted: sought, places: starts.length };
  const start = [...whole.slice(0, starts[0])].length;
  return { at: [start, start + [...exact].length], words: exact };
}

/** The confidence and the rule of a finding; empty for an editor's annotation. */
function foundBy(found) {
  if (!found) return undefined;
  const [confidence, rule] = Array.isArray(found) ? found : [found.confidence, found.rule];
  return { confidence: rounded(confidence), rule: rule || undefined };
}

const withoutNulls = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
