//! The smallest changes of an article. Each returns its exact inverse.

use model::{Article, Block, Claim, Entity, Mention, Metadata, TextRange};

/// A change of one part of an article.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// Other facts about the article.
    Metadata(Box<Metadata>),
    /// Other blocks.
    Blocks(Splice<Block>),
    /// Other entities.
    Entities(Splice<Entity>),
    /// Other mentions.
    Mentions(Splice<Mention>),
    /// Other claims.
    Claims(Splice<Claim>),
    /// Other words in the text. Every offset behind the range moves with the text.
    ///
    /// The inverse is exact only if no offset of a block or an annotation lies in the range or at
    /// its ends; take these out first.
    Text {
        /// The range to replace.
        range: TextRange,
        /// The new words.
        words: String,
    },
}

/// Values that replace others in a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Splice<T> {
    /// The position of the first value that is removed.
    at: usize,
    /// The number of values that are removed.
    removes: usize,
    /// The values that take their place.
    inserts: Vec<T>,
}

impl<T> Splice<T> {
    /// Inserts a value at a position.
    pub(crate) fn insert(at: usize, value: T) -> Self {
        Self::replace(at, 0, vec![value])
    }

    /// Removes the value at a position.
    pub(crate) fn remove(at: usize) -> Self {
        Self::replace(at, 1, Vec::new())
    }

    /// Replaces some values from a position on.
    pub(crate) fn replace(at: usize, removes: usize, inserts: Vec<T>) -> Self {
        Self {
            at,
            removes,
            inserts,
        }
    }

    /// What turns one list into another; `None` if they are equal.
    pub(crate) fn between(old: &[T], mut new: Vec<T>) -> Option<Self>
    where
        T: PartialEq,
    {
        let same = |(a, b): &(&T, &T)| a == b;
        let at = old.iter().zip(&new).take_while(same).count();
        let (rest, other) = (old.get(at..)?, new.get(at..)?);
        let both = rest.iter().rev().zip(other.iter().rev());
        let tail = both.take_while(same).count();
        let removes = rest.len() - tail;
        new.truncate(new.len() - tail);
        let inserts: Vec<T> = new.drain(at..).collect();
        (removes > 0 || !inserts.is_empty()).then_some(Self {
            at,
            removes,
            inserts,
        })
    }

    fn apply(self, list: &mut Vec<T>) -> Self {
        let at = self.at.min(list.len());
        let end = at.saturating_add(self.removes).min(list.len());
        let removes = self.inserts.len();
        let inserts = list.splice(at..end, self.inserts).collect();
        Self {
            at,
            removes,
            inserts,
        }
    }
}

impl Step {
    /// Makes the change. Returns the step that undoes it.
    pub(crate) fn apply(self, article: &mut Article) -> Self {
        match self {
            Self::Metadata(mut other) => {
                std::mem::swap(&mut article.metadata, &mut other);
                Self::Metadata(other)
            }
            Self::Blocks(splice) => Self::Blocks(splice.apply(&mut article.blocks)),
            Self::Entities(splice) => Self::Entities(splice.apply(&mut article.entities)),
            Self::Mentions(splice) => Self::Mentions(splice.apply(&mut article.mentions)),
            Self::Claims(splice) => Self::Claims(splice.apply(&mut article.claims)),
            Self::Text { range, words } => replace_text(article, range, words),
        }
    }
}

fn replace_text(article: &mut Article, range: TextRange, words: String) -> Step {
    let (start, end) = (range.start as usize, range.end as usize);
    let Some(old) = article.text.get(start..end) else {
        return Step::Text {
            range: TextRange::default(),
            words: String::new(),
        };
    };
    let old = old.to_owned();
    let by = i64::try_from(words.len()).unwrap_or_default() - i64::from(range.len());
    article.text.replace_range(start..end, &words);
    for_each_offset(article, |offset| {
        if *offset > range.end {
            *offset = u32::try_from(i64::from(*offset) + by).unwrap_or(u32::MAX);
        }
    });
    Step::Text {
        range: TextRange::new(start, start + words.len()),
        words: old,
    }
}

/// Visits every offset of blocks, mentions and claims.
fn for_each_offset(article: &mut Article, mut visit: impl FnMut(&mut u32)) {
    let mut both = |range: &mut TextRange| {
        visit(&mut range.start);
        visit(&mut range.end);
    };
    for block in &mut article.blocks {
        both(&mut block.range);
        for inline in &mut block.inlines {
            both(&mut inline.range);
        }
    }
    for mention in &mut article.mentions {
        both(&mut mention.range);
    }
    for claim in &mut article.claims {
        crate::ranges::of_claim_mut(claim).for_each(&mut both);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_of_two_lists_is_as_short_as_possible() {
        for (old, new, expected) in [
            ("abc", "abc", None),
            ("abc", "axc", Some((1, 1, "x"))),
            ("abc", "ac", Some((1, 1, ""))),
            ("ac", "abc", Some((1, 0, "b"))),
            ("aa", "aaa", Some((2, 0, "a"))),
            ("", "ab", Some((0, 0, "ab"))),
            ("ab", "", Some((0, 2, ""))),
        ] {
            let list = |text: &str| text.chars().collect::<Vec<char>>();
            let splice = Splice::between(&list(old), list(new));
            let expected =
                expected.map(|(at, removes, inserts)| Splice::replace(at, removes, list(inserts)));
            assert_eq!(splice, expected, "{old} {new}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_splice_makes_the_new_list_and_its_inverse_the_old(old in "[ab]{0,8}", new in "[ab]{0,8}") {
            let list = |text: &str| text.chars().collect::<Vec<char>>();
            let mut now = list(&old);
            if let Some(splice) = Splice::between(&now.clone(), list(&new)) {
                let inverse = splice.apply(&mut now);
                proptest::prop_assert_eq!(&now, &list(&new));
                inverse.apply(&mut now);
            }
            proptest::prop_assert_eq!(now, list(&old));
        }
    }
}
