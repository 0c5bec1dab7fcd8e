//! Stems: a search for "endanger" finds "endangered".
//!
//! The page stems only English, because each further language adds about 2 kB to its
//! program. A separate program searches collections and has more stemmers.

use std::collections::HashMap;
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

/// Irregular English words.
#[derive(Default)]
struct Irregular {
    /// The word of which each form is one.
    words: HashMap<&'static str, &'static str>,
    /// The forms of each word.
    forms: HashMap<&'static str, Vec<&'static str>>,
}

impl Irregular {
    fn table() -> &'static Self {
        static TABLE: OnceLock<Irregular> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table = Self::default();
            let lines = include_str!("lexicon/irregular.txt").lines();
            for line in lines.filter(|line| !line.starts_with('#')) {
                let mut words = line.split_whitespace();
                let Some(word) = words.next() else { continue };
                let forms: Vec<&str> = words.collect();
                table.words.extend(forms.iter().map(|form| (*form, word)));
                table.forms.insert(word, forms);
            }
            table
        })
    }
}

/// Reduces the words of one language to their stems (the Snowball algorithms).
pub struct Stems {
    stemmer: Option<Stemmer>,
    is_english: bool,
}

/// Whether a language writes compounds as one word: a word is then also sought in what begins
/// with it.
#[must_use]
pub fn writes_compounds(tag: &str) -> bool {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let known = ["da", "de", "nb", "nl", "nn", "no", "sv"];
    known
        .iter()
        .any(|known| primary.eq_ignore_ascii_case(known))
}

/// The minimum number of letters of a word that is sought in compounds.
pub const LEAST_OF_COMPOUND: usize = 5;

/// Arabic and Tamil are missing: their algorithms remove letters from the front, but forms
/// of a word are looked up by their common beginning.
const ALGORITHMS: [(&str, Algorithm); 18] = [
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
];

impl Stems {
    /// The stemmer for a BCP 47 language tag. If the language has none here, each word is
    /// its own stem.
    #[must_use]
    pub fn of_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if !primary.eq_ignore_ascii_case("en") {
            return Self {
                stemmer: None,
                is_english: false,
            };
        }
        Self {
            stemmer: Some(Stemmer::create(Algorithm::English)),
            is_english: true,
        }
    }

    /// Like [`Stems::of_language`], for every language that can be stemmed well from folded
    /// words.
    #[must_use]
    pub fn of_any_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let known = ALGORITHMS
            .iter()
            .find(|(language, _)| primary.eq_ignore_ascii_case(language));
        Self {
            stemmer: known.map(|(_, algorithm)| Stemmer::create(*algorithm)),
            is_english: known.is_some_and(|(language, _)| *language == "en"),
        }
    }

    /// Whether stems can differ from words.
    #[must_use]
    pub fn are_known(&self) -> bool {
        self.stemmer.is_some()
    }

    /// The stem of a folded word, without a possessive ending.
    #[must_use]
    pub fn stem(&self, folded: &str) -> String {
        let word = folded.strip_suffix("'s").unwrap_or(folded);
        match &self.stemmer {
            Some(stemmer) => {
                let irregular = self.is_english.then(|| Irregular::table().words.get(word));
                let word = irregular.flatten().copied().unwrap_or(word);
                stemmer.stem(word).into_owned()
            }
            None => word.to_owned(),
        }
    }
}

impl Stems {
    /// The irregular forms of a word, which may begin otherwise than the word.
    #[must_use]
    pub fn irregular_forms(&self, folded: &str) -> Vec<&'static str> {
        if !self.is_english {
            return Vec::new();
        }
        let table = Irregular::table();
        let stem = self.stem(folded);
        let words = table.words.get(folded).copied();
        let word = words.or_else(|| {
            // "falls" has the forms of "fall".
            let known = [folded, stem.as_str()].map(|word| table.forms.get_key_value(word));
            known.into_iter().flatten().next().map(|(word, _)| *word)
        });
        let forms = word.and_then(|word| table.forms.get(word)).into_iter();
        let forms = forms.flatten().copied().chain(word);
        forms.filter(|form| *form != folded).collect()
    }

    /// The beginning that all words with this stem share. "dying", "lying" and "tying" are
    /// exceptions.
    ///
    /// The last letter of a stem may differ from that of the word: "study" has the stem
    /// "studi", "hoping" has "hope", "possibility" has "possibl". In English, no other
    /// letters replace the removed ending (Porter, "The English (Porter2) stemming
    /// algorithm").
    #[must_use]
    pub fn beginning<'s>(&self, stem: &'s str) -> &'s str {
        let fixed = self.is_english && !stem.ends_with(['i', 'e', 'y']) && !stem.ends_with("bl");
        match stem.char_indices().next_back() {
            Some((last, _)) if last >= 2 && !fixed => stem.get(..last).unwrap_or_default(),
            _ => stem,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

    #[test]
    fn words_begin_like_their_stem() {
        for (language, words) in [
            (
                "en",
                "study studies hoping hope stability sensibly running news sizes ties organization \
                 generously relational conformably electricity hopefulness vietnamization",
            ),
            ("de", "hauser haus laufen gelaufen"),
            ("fr", "heureuse heureux logique"),
        ] {
            let stems = Stems::of_any_language(language);
            for word in words.split_whitespace() {
                let stem = stems.stem(word);
                let beginning = stems.beginning(&stem);
                assert!(word.starts_with(beginning), "{word}: {beginning}");
            }
        }
    }

    #[test]
    fn irregular_forms_share_the_stem_of_their_word() {
        let english = Stems::of_language("en");
        for (form, word, others) in [
            ("wolves", "wolf", vec!["wolf"]),
            ("wolf", "wolf", vec!["wolves"]),
            ("fell", "falling", vec!["fallen", "fall"]),
            ("falls", "fall", vec!["fell", "fallen", "fall"]),
            ("left", "left", vec![]),
            ("saw", "saw", vec![]),
        ] {
            assert_eq!(english.stem(form), english.stem(word), "{form}");
            assert_eq!(english.irregular_forms(form), others, "{form}");
        }
        assert_ne!(english.stem("left"), english.stem("leave"));
        assert_eq!(Stems::of_language("de").irregular_forms("wolf").len(), 0);
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let english = Stems::of_language("en-GB");
        for (one, other) in [
            ("endanger", "endangered"),
            ("regulation", "regulations"),
            ("europe's", "europe"),
            ("company", "companies"),
        ] {
            assert_eq!(english.stem(one), english.stem(other), "{one}, {other}");
        }
        assert_ne!(english.stem("china"), english.stem("chinese"));
        assert_eq!(Stems::of_language("zh").stem("running"), "running");
    }
}
