//! Stems: "endangered" is found by "endanger".
//!
//! The page stems English only: each further language adds about 2 kB to its program. A
//! collection is searched by a program of its own, which knows more.

use rust_stemmers::{Algorithm, Stemmer};

/// Cuts the words of one language down to their stems (the Snowball algorithms).
pub struct Stems(Option<Stemmer>);

/// Arabic and Tamil, whose algorithms take letters off the front, are left out: forms of a
/// word are looked for among those that begin alike.
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
    /// For a BCP 47 language tag. Of a language that has no stemmer here each word is
    /// its own stem.
    #[must_use]
    pub fn of_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if !primary.eq_ignore_ascii_case("en") {
            return Self(None);
        }
        Self(Some(Stemmer::create(Algorithm::English)))
    }

    /// As [`Stems::of_language`], for every language that is stemmed well from folded
    /// words.
    #[must_use]
    pub fn of_any_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let known = ALGORITHMS
            .iter()
            .find(|(language, _)| primary.eq_ignore_ascii_case(language));
        Self(known.map(|(_, algorithm)| Stemmer::create(*algorithm)))
    }

    /// Whether words have stems other than themselves.
    #[must_use]
    pub fn are_known(&self) -> bool {
        self.0.is_some()
    }

    /// The stem of a folded word, without a possessive ending.
    #[must_use]
    pub fn stem(&self, folded: &str) -> String {
        let word = folded.strip_suffix("'s").unwrap_or(folded);
        match &self.0 {
            Some(stemmer) => stemmer.stem(word).into_owned(),
            None => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stems;

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
