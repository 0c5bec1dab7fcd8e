// What is asked of the collection: every part of the query language.

export const QUERIES = [
  // Words: alone, several, inflected, in capitals, with accents, the last one a beginning.
  "", " ", "griner", "Griner ", "GERSHKOVICH", "detain", "detained ", "detention", "wrongfully detained ",
  "journalists", "prison sentence ", "exchange prisoners families ", "grin", "gersh", "the ", "of the to ",
  "Élysée", "cafe", "Müller ", "港口", "high-quality ", "U.S. ", "2024 ", "market principles fair competition ",
  // Words that stand nowhere, and beside others that do.
  "xylophone", "griner xylophone ", "zzzz yyyy ",
  // Phrases: whole, open, curly, of one word, of words that stand apart.
  '"wrongfully detained"', '"wrongfully det', "“market principles”", '"griner"', '"detained wrongfully"', '"Evan Gershkovich" Biden ',
  // Exclusion, of words and of phrases, alone and beside others.
  "-griner", "detained -griner ", 'biden -"wrongfully detained" ', "- griner", "griner -griner ",
  // Beginnings, forgiven spelling, misspelt words.
  "journal*", "det* ", "gershkovitch~", "protecionism~", "griner~ ", "Gershkovitch ", "protecionism ", "presidnet bidn ",
  // Either of two.
  "griner OR gershkovich ", "griner OR", "OR griner ", "(griner OR gershkovich) sentence ",
  // Fields, which are not looked at here, and values that cannot be.
  "speaker:joe-biden", "speaker:joe-biden griner ", "form:direct", "form:loud", "stance:denies russia ", "kind:person", "about:russia", "entity:kremlin",
  "title:exchange", "source:white before:2024 after:2022-01-01", "before:soon", "speaker:", "colour:red", '-speaker:"Joe Biden" griner ',
  // What cannot be read.
  '"', '""', "?!… —", "~", "*", ":", "a:b:c", '"unclosed phrase of words', "🙂", "\u0000\u200f",
];

/** What is searched with several limits. */
export const LIMITED = ["griner", "detained ", "the ", '"wrongfully detained"', "xylophone"];

/** How many results at most are asked for then. */
export const LIMITS = [0, 1, 3, 1000];
