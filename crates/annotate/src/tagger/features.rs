//! The features of a word for the tagger: the word itself, its parts, its neighbours, its
//! classes in the lexicon, and its other occurrences in the article.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{self, Classes, HASH_START, Lexicon, Ready, hash_byte, join};
use crate::tokens::{Case, Token, TokenKind};

/// The number of features per token.
pub const FEATURES: usize = 38;

/// The base-2 logarithm of the number of hash buckets for features.
pub const BUCKET_BITS: u32 = 18;

/// The buckets of one token's features.
pub type Row = [u32; FEATURES];

const NAME_CLASSES: Classes = lexicon::FIRST
    | lexicon::SURNAME
    | lexicon::PLACE
    | lexicon::PEOPLE
    | lexicon::ORG
    | lexicon::ORG_WORD
    | lexicon::PLACE_WORD
    | lexicon::TITLE
    | lexicon::ROLE
    | lexicon::MONTH
    | lexicon::WEEKDAY;

/// The classes of names as part of a feature; they are among the first 32.
fn feature_classes(classes: Classes) -> u32 {
    classes as u32
}

/// The word occurs in lower case.
const SEEN_LOWER: u16 = 1;
/// The word occurs with a capital within a sentence.
const SEEN_CAPITAL: u16 = 1 << 1;
/// The word occurs after a title or a first name.
const SEEN_AFTER_TITLE: u16 = 1 << 2;
/// The word is the name of a speaker.
const SEEN_SPEAKING: u16 = 1 << 3;
/// The word occurs after "in", "at" or "from".
const SEEN_AFTER_IN: u16 = 1 << 4;
/// The word occurs in a name with "Party", "Ministry" or "Inc.".
const SEEN_IN_ORG: u16 = 1 << 5;
/// The word occurs in a name with "River" or "Street".
const SEEN_IN_PLACE: u16 = 1 << 6;
/// The word occurs after "the".
const SEEN_AFTER_THE: u16 = 1 << 7;
/// The word begins a name of two words, the first of which is a first name.
const SEEN_AS_FIRST: u16 = 1 << 8;

const IN: [u32; 4] = [
    lexicon::word_hash("in"),
    lexicon::word_hash("at"),
    lexicon::word_hash("from"),
    lexicon::word_hash("near"),
];
const THE: u32 = lexicon::word_hash("the");

/// The evidence that a whole article provides for each word.
pub struct Evidence(HashMap<u32, u16, BuildHasherDefault<Ready>>);

impl Evidence {
    /// Collects the evidence in one pass.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut seen: HashMap<u32, u16, BuildHasherDefault<Ready>> = HashMap::default();
        for sentence in &document.sentences {
            let tokens = document.slice(sentence);
            let shouted = is_shouted(tokens);
            let mut run = 0;
            for (at, token) in tokens.iter().enumerate() {
                if token.kind != TokenKind::Word {
                    continue;
                }
                if token.case == Case::Lower {
                    *seen.entry(token.word).or_default() |= SEEN_LOWER;
                    continue;
                }
                if !token.is_capital() || shouted {
                    continue;
                }
                let before = at.checked_sub(1).and_then(|before| tokens.get(before));
                let after = tokens.get(at + 1);
                let mut bits = 0;
                if at > 0 && before.is_some_and(|token| token.kind == TokenKind::Word) {
                    bits |= SEEN_CAPITAL;
                }
                if let Some(before) = before {
                    if before.is_capital()
                        && (before.is(lexicon::TITLE)
                            || (before.is(lexicon::FIRST) && !before.is(lexicon::PLACE)))
                    {
                        bits |= SEEN_AFTER_TITLE;
                    }
                    if IN.contains(&before.word) {
                        bits |= SEEN_AFTER_IN;
                    }
                    if before.word == THE {
                        bits |= SEEN_AFTER_THE;
                    }
                }
                if let Some(after) = after {
                    if after.is(lexicon::CUE) && after.case == Case::Lower {
                        bits |= SEEN_SPEAKING;
                    }
                    if after.is_capital() && token.is(lexicon::FIRST) {
                        bits |= SEEN_AS_FIRST;
                    }
                }
                *seen.entry(token.word).or_default() |= bits;
                let ends = !after.is_some_and(Token::is_capital);
                if at == 0 || !before.is_some_and(Token::is_capital) {
                    run = at;
                }
                if ends && at > run {
                    let bits = if token.is(lexicon::ORG_WORD) {
                        SEEN_IN_ORG
                    } else if token.is(lexicon::PLACE_WORD) {
                        SEEN_IN_PLACE
                    } else {
                        0
                    };
                    if bits != 0 {
                        for token in tokens.get(run..=at).unwrap_or_default() {
                            *seen.entry(token.word).or_default() |= bits;
                        }
                    }
                }
            }
        }
        Self(seen)
    }

    fn of_word(&self, word: u32) -> u32 {
        u32::from(self.0.get(&word).copied().unwrap_or(0))
    }
}

/// Whether a line is entirely in capitals, as headlines can be.
fn is_shouted(tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .take(40);
    let (mut upper, mut lower) = (0, 0);
    for token in words {
        match token.case {
            Case::Upper => upper += 1,
            Case::Lower => lower += 1,
            _ => {}
        }
    }
    upper > 2 && upper > 2 * lower
}

/// Whether most words of a line are capitalised, as in a headline.
fn is_headline(tokens: &[Token]) -> bool {
    let (mut capital, mut lower) = (0, 0);
    for token in tokens.iter().take(40) {
        if token.is_capital() {
            capital += 1;
        } else if token.case == Case::Lower && !token.is(lexicon::PREPOSITION | lexicon::DETERMINER)
        {
            lower += 1;
        }
    }
    capital > 2 && capital > 3 * lower
}

/// The properties of a single token, as numbers to combine.
#[derive(Clone, Copy, Default)]
struct Seen {
    word: u32,
    shape: u32,
    prefix: u32,
    suffix2: u32,
    suffix3: u32,
    suffix4: u32,
    classes: u32,
    phrase: u32,
    evidence: u32,
    capital: bool,
}

/// The features of a sentence's tokens, one row per token.
pub fn rows(
    document: &Document,
    sentence: &Range<usize>,
    evidence: &Evidence,
    rows: &mut Vec<Row>,
) {
    rows.clear();
    let tokens = document.slice(sentence);
    let shouted = is_shouted(tokens);
    let headline = !shouted && is_headline(tokens);
    let line = u32::from(shouted) + 2 * u32::from(headline);
    let mut seen: Vec<Seen> = tokens
        .iter()
        .map(|token| look(document.text, token, evidence, shouted))
        .collect();
    mark_phrases(tokens, &mut seen);
    let runs = capital_runs(tokens);
    let none = Seen::default();
    let at = |index: usize, shift: isize| -> Seen {
        index
            .checked_add_signed(shift)
            .and_then(|index| seen.get(index))
            .copied()
            .unwrap_or(none)
    };
    for index in 0..tokens.len() {
        let (b2, b, t, a, a2) = (
            at(index, -2),
            at(index, -1),
            at(index, 0),
            at(index, 1),
            at(index, 2),
        );
        let (run_start, run_end) = runs.get(index).copied().unwrap_or((index, index + 1));
        let (run_first, run_last) = (at(run_start, 0), at(run_end.saturating_sub(1), 0));
        let (run_before, run_after) = (at(run_start, -1), at(run_end, 0));
        let length = (run_end - run_start).min(5) as u32;
        let place = u32::from(index == run_start) + 2 * u32::from(index + 1 == run_end);
        let first = u32::from(index == 0);
        let shape = t.shape + 64 * line;
        let values: [u32; FEATURES] = [
            t.word,
            join(t.word, shape),
            b.word,
            a.word,
            b2.word,
            a2.word,
            join(b.word, t.word),
            join(t.word, a.word),
            t.prefix,
            t.suffix2,
            t.suffix3,
            t.suffix4,
            join(t.shape, first),
            join(join(b.shape, t.shape), a.shape),
            join(t.shape, a.shape),
            join(b.shape, t.shape),
            join(t.classes, t.shape),
            join(b.classes, t.shape),
            join(a.classes, t.shape),
            join(join(b.classes, t.classes), t.shape),
            join(join(t.classes, a.classes), t.shape),
            join(join(b.classes, t.classes), a.classes),
            t.phrase,
            join(t.phrase, a.shape),
            join(t.evidence, shape),
            join(b.evidence, t.shape),
            join(a.evidence, t.shape),
            join(t.evidence, t.classes),
            join(run_last.word, place),
            join(join(run_last.classes, place), length),
            join(join(run_first.classes, place), length),
            join(run_before.word, place),
            join(run_after.word, place),
            join(join(run_before.word, run_after.word), t.shape),
            join(join(run_first.classes, run_last.classes), place),
            join(b.suffix3, t.shape),
            join(a.suffix3, t.shape),
            join(join(run_last.evidence, run_first.evidence), place),
        ];
        let mut row = [0; FEATURES];
        for (template, (bucket, value)) in row.iter_mut().zip(values).enumerate() {
            let mixed = join(join(value, template as u32 + 1), 0x51ED_270B);
            *bucket = (mixed ^ (mixed >> 15)).wrapping_mul(0x85EB_CA6B) >> (32 - BUCKET_BITS);
        }
        rows.push(row);
    }
}

fn look(text: &str, token: &Token, evidence: &Evidence, shouted: bool) -> Seen {
    let words = token.range.of(text);
    let (prefix, suffix2, suffix3, suffix4) = affixes(words);
    let capital = token.is_capital();
    let shape = match token.kind {
        TokenKind::Mark => 16 + (token.first as u32 & 0x3F) * 64,
        TokenKind::Number => match words.len() {
            4 if words.bytes().all(|byte| byte.is_ascii_digit()) => 8,
            1 | 2 => 9,
            _ => 10,
        },
        TokenKind::Word => {
            let stop = words.ends_with('.');
            let hyphen = words.contains('-');
            token.case as u32 + 1 + 16 * u32::from(stop) + 32 * u32::from(hyphen)
        }
    };
    let short = if token.case == Case::Upper {
        (words.len().min(5) as u32) << 12
    } else {
        0
    };
    let mut classes = token.classes & NAME_CLASSES;
    if !capital {
        classes &= lexicon::ORG_WORD
            | lexicon::PLACE_WORD
            | lexicon::TITLE
            | lexicon::ROLE
            | lexicon::MONTH
            | lexicon::PLACE;
    }
    Seen {
        word: token.word,
        shape: shape + short,
        prefix,
        suffix2,
        suffix3,
        suffix4,
        classes: feature_classes(classes),
        phrase: 0,
        evidence: if shouted {
            0
        } else {
            evidence.of_word(token.word)
        },
        capital,
    }
}

/// The hashes of the first three characters and of the last two, three and four.
fn affixes(word: &str) -> (u32, u32, u32, u32) {
    let fold = |hash: u32, c: char| hash_byte(hash, c.to_ascii_lowercase() as u32 as u8);
    let prefix = word.chars().take(3).fold(HASH_START, fold);
    let mut suffix = [HASH_START; 4];
    let mut hash = HASH_START;
    let mut chars = word.chars().rev();
    for slot in &mut suffix {
        if let Some(c) = chars.next() {
            hash = fold(hash, c);
        }
        *slot = hash;
    }
    let [_, two, three, four] = suffix;
    (prefix, two, three, four)
}

/// Marks where the longest names of the lexicon begin, continue and end.
fn mark_phrases(tokens: &[Token], seen: &mut [Seen]) {
    let lexicon = Lexicon::get();
    let mut from = 0;
    while from < tokens.len() {
        let mut joined = 0;
        let mut longest = None;
        let ahead = tokens.iter().enumerate().skip(from);
        for (at, token) in ahead.take(lexicon::LONGEST_PHRASE) {
            joined = join(joined, token.word);
            match lexicon.phrase(joined) {
                None => break,
                Some(0) => {}
                Some(classes) => longest = Some((at + 1, classes)),
            }
        }
        let capital = seen.get(from).is_some_and(|seen| seen.capital);
        let (end, classes) = match longest {
            Some(longest) if capital || tokens.get(from).is_some_and(|t| t.word == THE) => longest,
            _ => {
                from += 1;
                continue;
            }
        };
        for (place, seen) in seen.iter_mut().enumerate().take(end).skip(from) {
            let position = 1 + u32::from(place > from) + 2 * u32::from(place + 1 == end);
            seen.phrase = join(feature_classes(classes), position);
        }
        from = end;
    }
}

/// The run of capitalised words around each token (including "of", "de" and "&").
fn capital_runs(tokens: &[Token]) -> Vec<(usize, usize)> {
    const WITHIN: [u32; 8] = [
        lexicon::word_hash("of"),
        lexicon::word_hash("de"),
        lexicon::word_hash("del"),
        lexicon::word_hash("van"),
        lexicon::word_hash("von"),
        lexicon::word_hash("bin"),
        lexicon::word_hash("al"),
        lexicon::word_hash("&"),
    ];
    let mut runs = Vec::with_capacity(tokens.len());
    let mut from = 0;
    while let Some(token) = tokens.get(from) {
        if !token.is_capital() {
            runs.push((from, from + 1));
            from += 1;
            continue;
        }
        let mut end = from + 1;
        loop {
            let here = tokens.get(end);
            if here.is_some_and(Token::is_capital) {
                end += 1;
            } else if here.is_some_and(|token| WITHIN.contains(&token.word))
                && tokens.get(end + 1).is_some_and(Token::is_capital)
            {
                end += 2;
            } else {
                break;
            }
        }
        runs.extend((from..end).map(|_| (from, end)));
        from = end;
    }
    runs
}
