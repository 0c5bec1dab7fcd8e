//! Stems: a search for "endanger" finds "endangered".
//!
//! The page stems only English, because each further language adds about 2 kB to its
//! program. A separate program searches collections and has more stemmers.

use std::sync::OnceLock;

use model::sort;
use rust_stemmers::{Algorithm, Stemmer};

/// Irregular English words: each line has a word and its forms. Forms that are more often another
/// word are left out (left, found, saw, felt, bit, rose, ground, led, fed).
const IRREGULAR: &str = include_str!("lexicon/irregular.txt");

/// The word of which this is an irregular form.
fn word_of(form: &str) -> Option<&'static str> {
    static FORMS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms = Vec::new();
        for line in IRREGULAR.lines() {
            if let Some((word, others)) = line.split_once(' ') {
                forms.extend(others.split(' ').map(|form| (form, word)));
            }
        }
        sort(&mut forms, Ord::cmp);
        forms
    });
    let at = forms.binary_search_by(|(known, _)| known.cmp(&form)).ok()?;
    forms.get(at).map(|(_, word)| *word)
}

/// A word with irregular forms, and these.
fn forms_of(word: &str) -> impl Iterator<Item = &'static str> {
    let line = IRREGULAR.lines().find(|line| {
        let rest = line.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(' '))
    });
    line.into_iter().flat_map(|line| line.split(' '))
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
                let irregular = if self.is_english { word_of(word) } else { None };
                stemmer.stem(irregular.unwrap_or(word)).into_owned()
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
        let stem = self.stem(folded);
        // "falls" has the forms of "fall".
        let mut known = [word_of(folded), Some(folded), Some(&stem)]
            .into_iter()
            .flatten();
        let forms = known.find_map(|word| {
            let mut forms = forms_of(word);
            let word = forms.next()?;
            Some(forms.chain([word]))
        });
        let forms = forms.into_iter().flatten();
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
