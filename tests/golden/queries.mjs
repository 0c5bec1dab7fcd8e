// The queries to the collection: every part of the query language.

export const QUERIES = [
  // Words: alone, several, inflected, in capitals, with accents, the last one as a prefix.
  "", " ", "griner", "Griner ", "GERSHKOVICH", "detain", "detained ", "detention", "wrongfully detained ",
  "journalists", "prison sentence ", "exchange prisoners families ", "grin", "gersh", "the ", "of the to ",
  "Élysée", "cafe", "Müller ", "港口", "high-quality ", "U.S. ", "2024 ", "market principles fair competition ",
  // Words that do not occur, alone and with others that do.
  "xylophone", "griner xylophone ", "zzzz yyyy ",
  // Phrases: complete, unclosed, with curly quotes, of one word, of words that are not adjacent.
  '"wrongfully detained"', '"wrongfully det', "“market principles”", '"griner"', '"detained wrongfully"', '"Evan Gershkovich" Biden ',
  // Exclusion of words and of phrases, alone and with others.
  "-griner", "detained -griner ", 'biden -"wrongfully detained" ', "- griner", "griner -griner ",
  // Prefixes, tolerant spelling, misspelt words.
  "journal*", "det* ", "gershkovitch~", "protecionism~", "griner~ ", "Gershkovitch ", "protecionism ", "presidnet bidn ",
  // Alternatives.
  "griner OR gershkovich ", "griner OR", "OR griner ", "(griner OR gershkovich) sentence ",
  // Fields, which are ignored here, and invalid values.
  "speaker:joe-biden", "speaker:joe-biden griner ", "form:direct", "form:loud", "stance:denies russia ", "kind:person", "about:russia", "entity:kremlin",
  "title:exchange", "source:white before:2024 after:2022-01-01", "before:soon", "speaker:", "colour:red", '-speaker:"Joe Biden" griner ',
  // Text that cannot be parsed.
  '"', '""', "?!… —", "~", "*", ":", "a:b:c", '"unclosed phrase of words', "🙂", "\u0000\u200f",
];

/** Queries that are run with several limits. */
export const LIMITED = ["griner", "detained ", "the ", '"wrongfully detained"', "xylophone"];

/** The limits on the number of results. */
export const LIMITS = [0, 1, 3, 1000];
