//! Compares the names found with names annotated by people: precision, recall and F1 by
//! exact range.

use std::collections::BTreeSet;
use std::fmt;

use annotate::document::Document;
use annotate::tagger::Tagger;
use formats::news_label;
use model::TextRange;

use super::examples::Example;

/// Counts of names found, annotated and correct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) found: usize,
    pub(super) there: usize,
}

impl Tally {
    pub(super) fn add(&mut self, right: usize, found: usize, there: usize) {
        self.right += right;
        self.found += found;
        self.there += there;
    }

    /// Precision in per cent.
    pub(super) fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// Recall in per cent.
    pub(super) fn recall(self) -> f64 {
        percent(self.right, self.there)
    }

    /// The harmonic mean of precision and recall, in per cent.
    pub(super) fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.there)
    }
}

pub(super) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

/// The results for one set of texts.
#[derive(Debug, Default)]
pub(super) struct NameFigures {
    pub(super) typed: Tally,
    pub(super) untyped: Tally,
    pub(super) by_type: Vec<(String, Tally)>,
}

impl fmt::Display for NameFigures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "typed F1 {:.1} (P {:.1} R {:.1}), untyped {:.1}",
            self.typed.f1(),
            self.typed.precision(),
            self.typed.recall(),
            self.untyped.f1()
        )?;
        for (label, tally) in &self.by_type {
            write!(f, ", {label} {:.1}", tally.f1())?;
        }
        Ok(())
    }
}

/// A name: its range and its type.
pub(super) type Name = (TextRange, String);

/// Compares names of these types in all texts.
pub(super) fn score<'t>(
    texts: impl IntoIterator<Item = (&'t str, &'t [Name], Vec<Name>)>,
    types: &[&str],
) -> NameFigures {
    let mut figures = NameFigures {
        by_type: types
            .iter()
            .map(|label| ((*label).to_owned(), Tally::default()))
            .collect(),
        ..NameFigures::default()
    };
    for (text, gold, found) in texts {
        let kept = |names: &[Name]| -> BTreeSet<Name> {
            names
                .iter()
                .filter(|(_, label)| types.contains(&label.as_str()))
                .map(|(range, label)| (trimmed(text, *range), label.clone()))
                .filter(|(range, _)| !range.is_empty())
                .collect()
        };
        let (gold, found) = (kept(gold), kept(&found));
        let right = gold.intersection(&found).count();
        figures.typed.add(right, found.len(), gold.len());
        let places = |names: &BTreeSet<Name>| -> BTreeSet<TextRange> {
            names.iter().map(|(range, _)| *range).collect()
        };
        let (gold_places, found_places) = (places(&gold), places(&found));
        figures.untyped.add(
            gold_places.intersection(&found_places).count(),
            found_places.len(),
            gold_places.len(),
        );
        for (label, tally) in &mut figures.by_type {
            let of_type = |names: &BTreeSet<Name>| -> BTreeSet<TextRange> {
                let of_type = names.iter().filter(|(_, other)| other == label);
                of_type.map(|(range, _)| *range).collect()
            };
            let (gold, found) = (of_type(&gold), of_type(&found));
            tally.add(gold.intersection(&found).count(), found.len(), gold.len());
        }
    }
    figures
}

/// Scores the tagger alone.
pub(super) fn score_tagger(gold: &[Example], tagger: &Tagger) -> NameFigures {
    let texts = gold.iter().map(|example| {
        let document = Document::of(&example.text);
        let found = tagger.tag(&document).into_iter();
        let found = found
            .map(|name| {
                (
                    document.bytes(&name.tokens),
                    news_label(name.kind).to_owned(),
                )
            })
            .collect();
        (example.text.as_str(), example.names.as_slice(), found)
    });
    score(texts, &["PER", "ORG", "LOC"])
}

/// Titles that do not count as part of a name.
const TITLES: [&str; 29] = [
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Dr",
    "Sen",
    "Sens",
    "Rep",
    "Reps",
    "Gov",
    "Gen",
    "Lt",
    "Col",
    "Sgt",
    "Capt",
    "Rev",
    "Prof",
    "Justice",
    "Judge",
    "President",
    "Senator",
    "Governor",
    "Congressman",
    "Prime Minister",
    "Secretary",
    "Sir",
    "Pope",
    "King",
    "Queen",
];
const ROYAL: [&str; 2] = ["Prince", "Princess"];

/// Trims a name by the convention of the data set's scorer, for annotations and findings:
/// without a leading article and titles, a possessive ending, and trailing punctuation.
pub(super) fn trimmed(text: &str, range: TextRange) -> TextRange {
    let (mut start, mut end) = (range.start as usize, range.end as usize);
    let words = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let after_word = |start: usize, word: &str, stop: bool| -> Option<usize> {
        let name = words(start, end);
        let head = name.get(..word.len())?;
        let same = if stop {
            head == word
        } else {
            head.eq_ignore_ascii_case(word)
        };
        let rest = name.get(word.len()..).filter(|_| same)?;
        let rest = rest.strip_prefix('.').filter(|_| stop).unwrap_or(rest);
        let kept = rest.trim_start();
        (kept.len() < rest.len() && (!stop || !kept.is_empty())).then(|| end - kept.len())
    };
    for article in ["the", "an", "a"] {
        if let Some(next) = after_word(start, article, false) {
            start = next;
            break;
        }
    }
    while let Some(next) = TITLES
        .iter()
        .chain(&ROYAL)
        .find_map(|title| after_word(start, title, true))
    {
        start = next;
    }
    loop {
        let name = words(start, end);
        if let Some(rest) = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")) {
            end = start + rest.len();
            continue;
        }
        let Some(last) = name.chars().next_back().filter(|c| " .,;:'’".contains(*c)) else {
            break;
        };
        if last == '.' && keeps_stop(name) {
            break;
        }
        end -= last.len_utf8();
    }
    TextRange::new(start, end)
}

/// Whether a full stop belongs to the name's last word: "U.S.", "Inc."
fn keeps_stop(name: &str) -> bool {
    let before = name.strip_suffix('.').unwrap_or(name);
    let initial = before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_ascii_uppercase())
        && !before
            .chars()
            .rev()
            .nth(1)
            .is_some_and(|c| c.is_alphanumeric() || c == '_');
    initial
        || ["Jr", "Sr", "Inc", "Corp", "Co", "Ltd"]
            .iter()
            .any(|word| before.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_surrounding_words() {
        for (name, expected) in [
            ("the European Commission", "European Commission"),
            ("Mr. Guo", "Guo"),
            ("Sen. Rep. Ann Lee's", "Ann Lee"),
            ("Prime Minister Modi", "Modi"),
            ("President", "President"),
            ("U.S.", "U.S."),
            ("Acme Inc.", "Acme Inc."),
            ("London.", "London"),
            ("Theresa May", "Theresa May"),
        ] {
            let range = trimmed(name, TextRange::new(0, name.len()));
            assert_eq!(range.of(name), expected, "{name}");
        }
    }

    #[test]
    fn only_exact_ranges_count() {
        let text = "Guo of the Ministry in Beijing";
        let name = |words: &str, label: &str| {
            let start = text.find(words).unwrap();
            (TextRange::new(start, start + words.len()), label.to_owned())
        };
        let gold = [
            name("Guo", "PER"),
            name("Ministry", "ORG"),
            name("Beijing", "LOC"),
        ];
        let found = vec![
            name("Guo", "PER"),
            name("the Ministry", "LOC"),
            name("in", "LOC"),
        ];
        let figures = score([(text, gold.as_slice(), found)], &["PER", "ORG", "LOC"]);
        assert_eq!(
            figures.typed,
            Tally {
                right: 1,
                found: 3,
                there: 3
            }
        );
        assert_eq!(
            figures.untyped,
            Tally {
                right: 2,
                found: 3,
                there: 3
            }
        );
    }
}
