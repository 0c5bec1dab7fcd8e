// Formats values as JSON that can be compared line by line.

/** The maximum width of a value on one line. */
const WIDTH = 100;

/**
 * A value as JSON: keys are sorted, small values are on one line, and undefined values are omitted.
 */
export function toLines(value) {
  return `${written(value, "")}\n`;
}

function written(value, indent) {
  const short = JSON.stringify(value, inOrder);
  if (short === undefined) return "null";
  if (typeof value !== "object" || value === null || short.length + indent.length <= WIDTH) return short;
  const deeper = `${indent} `;
  if (Array.isArray(value)) {
    const items = value.map((item) => deeper + written(item, deeper));
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const known = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  const fields = known.map((key) => `${deeper}${JSON.stringify(key)}: ${written(value[key], deeper)}`);
  return `{\n${fields.join(",\n")}\n${indent}}`;
}

/** A replacer for `JSON.stringify` that sorts the fields of objects by name. */
function inOrder(_, value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]]));
}
