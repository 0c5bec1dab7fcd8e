//! Why not everything was looked for in a text.

use std::fmt;

/// A reason why names are missing from the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub enum Limitation {
    /// The text is not English.
    NotEnglish,
    /// The tagger is missing.
    NoTagger,
}

impl Limitation {
    /// The reason in an English sentence.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NotEnglish => {
                "Names are only found in English; in this text, only quotations and dates written \
                 in numbers were looked for."
            }
            Self::NoTagger => {
                "The list of names could not be loaded; persons, organisations and places were \
                 not looked for."
            }
        }
    }
}

impl fmt::Display for Limitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sentence())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::VariantArray;

    #[test]
    fn each_sentence_says_what_is_missing_and_why() {
        for limitation in Limitation::VARIANTS {
            let (why, what) = limitation.sentence().split_once("; ").unwrap();
            assert!(why.contains("ames") && what.ends_with("looked for."));
        }
    }
}
