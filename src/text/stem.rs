//! Stems: "endangered" is found by "endanger".
//!
//! English so far: each further language adds about 2 kB to the bundle.

use rust_stemmers::{Algorithm, Stemmer};

/// Cuts the words of one language down to their stems (the Snowball algorithms).
pub struct Stems(Option<Stemmer>);

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
