// A view as an object, and as the hash of an address: the same keys, lists where a facet
// can have several values.

const LISTS = ["source", "types", "form", "stance", "speaker", "about"];
const WORDS = { article: "a", q: "q", entity: "entity", claim: "claim", view: "view", sort: "sort", sure: "sure" };

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The object of a hash, without `#`. */
function stateOf(hash) {
  const state = {};
  for (const pair of hash.replace(/^#/, "").split("&").filter(Boolean)) {
    const [key, ...rest] = pair.split("=");
    const value = rest.join("=");
    const name = Object.keys(WORDS).find((name) => WORDS[name] === key) ?? key;
    if (LISTS.includes(name)) state[name] = value.split(",").map(decoded);
    else if (name in WORDS) state[name] = decoded(value);
  }
  return state;
}

/** The hash of a state, without `#`; what an address has no place for is left out. */
function hashOf(state) {
  const pairs = [];
  for (const [name, key] of Object.entries(WORDS)) {
    if (state[name]) pairs.push(`${key}=${encodeURIComponent(state[name])}`);
  }
  for (const name of LISTS) {
    const value = state[name] ?? [];
    const values = (isText(value) ? value.split(",") : value).filter(Boolean);
    if (values.length > 0) pairs.push(`${name}=${values.map(encodeURIComponent).join(",")}`);
  }
  return pairs.join("&");
}

/** Whether a value is an object as JSON has it. */
function isObject(value) {
  if (typeof value !== "object" || value === null) return false;
  const kind = Object.getPrototypeOf(value);
  return kind === null || kind === Object.prototype;
}

// What no address can hold, half of a pair of surrogates, is no text.
const isText = (value) => typeof value === "string" && value.isWellFormed?.() !== false;
const isTextOrTexts = (value) => isText(value) || (Array.isArray(value) && value.every(isText));

/** Whether a value is a state: of what it names, all has the right shape. */
function isState(value) {
  if (!isObject(value)) return false;
  const fits = (names, is) =>
    names.every((name) => value[name] === undefined || is(value[name]));
  return fits(Object.keys(WORDS), isText) && fits(LISTS, isTextOrTexts);
}

/** Whether a value says what is hidden and which theme is on. */
function isConfig(value) {
  if (!isObject(value)) return false;
  const { hide = "", theme = "" } = value;
  return isTextOrTexts(hide) && isText(theme);
}

/** Those words of a text or a list of texts that are known, with blanks between them. */
const knownOf = (value, known) =>
  String(value).split(/[\s,]+/).filter((word) => known.includes(word)).join(" ");

/** What can be hidden, and the themes beside that of the page around. */
const HIDEABLE = ["search", "filters", "card", "footer"];
const THEMES = ["light", "dark"];

/** What a state selects that the one before it did not. */
function selectedSince(before, state) {
  const kinds = ["claim", "entity"].filter((kind) => state[kind] && state[kind] !== before[kind]);
  return kinds.map((kind) => ({ kind, id: state[kind] }));
}

/** Whether a value from somebody else can be looked at without harm: at most 200 values of
 * at most 10,000 characters in all, and no functions and packed numbers. */
function isSmall(value) {
  let values = 200;
  let characters = 10_000;
  const look = (value) => {
    values -= 1;
    if (values < 0) return false;
    if (typeof value === "string") {
      characters -= value.length;
      return characters >= 0;
    }
    if (value === null || typeof value === "number" || typeof value === "boolean") return true;
    if (typeof value !== "object" || ArrayBuffer.isView(value)) return false;
    for (const key in value) {
      if (!look(key) || !look(value[key])) return false;
    }
    return true;
  };
  return look(value);
}
