// Converts a view between an object and the hash of an address. Both have the same keys; in the
// object, a facet with several values is a list.

import { lists, values as words } from "./view_keys.json";

/** @typedef {Record<string, string | string[] | undefined>} Values a state by the names of its properties */

/** The properties of a state: lists, and single values with their keys in an address. */
const LISTS = /** @type {(keyof State)[]} */ (lists);
const WORDS = /** @type {[keyof State, string][]} */ (Object.entries(words));
export const PARTS = [...WORDS.map(([name]) => name), ...LISTS];

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Parses a hash, with or without `#`. @param {string} hash */
export function stateOf(hash) {
  /** @type {Values} */
  const state = {};
  for (const pair of hash.replace(/^#/, "").split("&").filter(Boolean)) {
    const [key = "", ...rest] = pair.split("=");
    const value = rest.join("=");
    const name = WORDS.find((names) => names.some((known) => known === key))?.[0];
    if (name) state[name] = decoded(value);
    else if (LISTS.some((list) => list === key)) state[key] = value.split(",").map(decoded);
  }
  return /** @type {State} */ (state);
}

/** Encodes a text. A lone surrogate, which no address can hold, becomes U+FFFD. @param {string} text */
const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

/** The hash of a state, without `#` and without unknown properties. @param {State} state */
export function hashOf(state) {
  const all = /** @type {Values} */ (state);
  const pairs = [];
  for (const [name, key] of WORDS) {
    if (all[name]) pairs.push(`${key}=${encoded(String(all[name]))}`);
  }
  for (const name of LISTS) {
    const value = all[name] ?? [];
    const chosen = (isText(value) ? value.split(",") : value).filter(Boolean);
    if (chosen.length > 0) pairs.push(`${name}=${chosen.map(encoded).join(",")}`);
  }
  return pairs.join("&");
}

/** Whether a value is a plain object, as in JSON. @param {unknown} value @returns {value is Record<string, unknown>} */
export function isObject(value) {
  if (typeof value !== "object" || value === null) return false;
  const kind = Object.getPrototypeOf(value);
  return kind === null || kind === Object.prototype;
}

/**
 * Whether a value is a string that an address can contain: one without lone surrogates.
 * @param {unknown} value @returns {value is string}
 */
const isText = (value) => typeof value === "string" && value.isWellFormed?.() !== false;

/** Whether every place of an array is filled; others may have billions of places. @param {unknown[]} list */
const isDense = (list) => Object.keys(list).length >= list.length;

/** @param {unknown} value */
const isTextOrTexts = (value) =>
  isText(value) || (Array.isArray(value) && isDense(value) && value.every(isText));

/**
 * Whether a value is a state: every property of a view in it has the right type.
 * @param {unknown} value @returns {value is State}
 */
export function isState(value) {
  if (!isObject(value)) return false;
  const isAbsent = (/** @type {string} */ name) => value[name] === undefined;
  return (
    WORDS.every(([name]) => isAbsent(name) || isText(value[name])) &&
    LISTS.every((name) => isAbsent(name) || isTextOrTexts(value[name]))
  );
}

/**
 * Whether a value is a configuration: what to hide, and the theme.
 * @param {unknown} value @returns {value is { hide?: string | string[], theme?: string }}
 */
export function isConfig(value) {
  if (!isObject(value)) return false;
  const { hide = "", theme = "" } = value;
  return isTextOrTexts(hide) && isText(theme);
}

/**
 * The known words of a string or a list, separated by spaces.
 * @param {unknown} value @param {string[]} known
 */
export const knownOf = (value, known) =>
  String(value).split(/[\s,]+/).filter((word) => known.includes(word)).join(" ");

/** What can be hidden, and the themes other than that of the surrounding page. */
export const HIDEABLE = ["search", "filters", "card", "footer"];
export const THEMES = ["light", "dark"];

/** The selections in a state that were not in the one before. @param {State} before @param {State} state */
export function selectedSince(before, state) {
  const kinds = /** @type {const} */ (["claim", "entity"]);
  return kinds.filter((kind) => state[kind] && state[kind] !== before[kind]).map((kind) => ({ kind, id: state[kind] }));
}

/**
 * Whether a value from another page is small enough to read: at most 200 values with at most
 * 10,000 characters in total, and no functions or typed arrays.
 * @param {unknown} value
 */
export function isSmall(value) {
  let values = 200;
  let characters = 10_000;
  /** @param {any} value @returns {boolean} */
  const look = (value) => {
    values -= 1;
    if (values < 0) return false;
    if (typeof value === "string") {
      characters -= value.length;
      return characters >= 0;
    }
    if (value === null || typeof value === "number" || typeof value === "boolean") return true;
    if (typeof value !== "object" || ArrayBuffer.isView(value)) return false;
    if (Array.isArray(value) && value.length > values) return false;
    for (const key in value) {
      if (!look(key) || !look(value[key])) return false;
    }
    return true;
  };
  return look(value);
}

/**
 * What an embedded page looks like, as parameters of a frame.
 * @param {(name: string) => string | null} valueOf
 */
export const flagsOf = (valueOf) =>
  ["hide", "theme", "lang", "shortcuts"]
    .flatMap((name) => {
      const value = (valueOf(name) ?? "").trim();
      return value ? [`${name}=${value.replace(/\s+/g, ",")}`] : [];
    })
    .join("&");
