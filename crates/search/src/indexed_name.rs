//! Names, folded to compare them with the terms of a query.

use super::query::{Query, Wanted};
use super::tokens::{each_token, joined};
use text::stem::Stems;

/// A folded name, for matching the terms of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexedName {
    /// Each word with its stem.
    words: Vec<(String, String)>,
    /// Two words that are also written as one.
    joined: Vec<String>,
}

impl IndexedName {
    pub(super) fn of(name: &str, stems: &Stems) -> Self {
        let (words, joined) = words_of_name(name);
        let with_stem = |word: String| {
            let stem = stems.stem(&word);
            (word, stem)
        };
        Self {
            words: words.into_iter().map(with_stem).collect(),
            joined,
        }
    }

    /// Whether a word of the name has this stem.
    pub(super) fn has_stem(&self, stem: &str) -> bool {
        self.words.iter().any(|(_, own)| own == stem)
    }

    /// Whether a word fits. Two words that are also written as one are such a word, too.
    pub(super) fn has_word(&self, fits: &dyn Fn(&str) -> bool) -> bool {
        let words = self.words.iter().map(|(word, _)| word);
        words.chain(&self.joined).any(|word| fits(word))
    }

    /// Whether a single word of the name is this one.
    pub(super) fn has_single(&self, wanted: &str) -> bool {
        self.words.iter().any(|(word, _)| word == wanted)
    }

    /// Whether the name has words one after the other; if `prefix` is set, the beginning of the
    /// last is enough.
    pub(super) fn has_consecutive(&self, wanted: &[String], prefix: bool) -> bool {
        let last = wanted.len().saturating_sub(1);
        let mut windows = self.words.windows(wanted.len().max(1));
        windows.any(|window| {
            let mut pairs = window.iter().zip(wanted).enumerate();
            pairs.all(|(at, ((word, _), wanted))| {
                word == wanted || (prefix && at == last && word.starts_with(wanted.as_str()))
            })
        })
    }

    /// Whether all words of the name occur in a text of a query in order, and both end with the
    /// same word: "Macron" in "President Emmanuel Macron".
    #[must_use]
    pub fn is_end_of(&self, longer: &Query) -> bool {
        let mut asked: Vec<&str> = Vec::new();
        for term in longer.sought() {
            match &term.wanted {
                Wanted::Word { folded, .. } => asked.push(folded),
                Wanted::Phrase { folded, .. } => asked.extend(folded.iter().map(String::as_str)),
                Wanted::Any(_) | Wanted::Published(_) => return false,
            }
        }
        let last = self.words.last().map(|(word, _)| word.as_str());
        if last.is_none() || asked.last().copied() != last || self.words.len() >= asked.len() {
            return false;
        }
        let mut asked = asked.into_iter();
        let mut words = self.words.iter();
        words.all(|(word, _)| asked.any(|asked| asked == word))
    }
}

/// The words of a name, and pairs of them that are also written as one.
pub(super) fn words_of_name(name: &str) -> (Vec<String>, Vec<String>) {
    let (mut words, mut both): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    each_token(name, &mut |token| {
        if let Some(last) = words.last().filter(|_| token.is_joined) {
            let joined = joined(last.as_bytes(), token.folded);
            both.push(String::from_utf8(joined).unwrap_or_default());
        }
        words.push(String::from_utf8_lossy(token.folded).into_owned());
    });
    (words, both)
}
