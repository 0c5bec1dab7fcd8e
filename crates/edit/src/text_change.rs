//! Where the text differs from the original, and the words of the original there.

use crate::step::Step;
use model::{Article, TextRange};

/// Words of the text that an editor changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The range of the new words; empty where words were removed.
    pub range: TextRange,
    /// The words of the original; empty where words were added.
    pub original: String,
}

/// Places where two versions of a text differ, as the later versions are made one by one.
#[derive(Debug, Default)]
pub(crate) struct Differences(Vec<Difference>);

#[derive(Clone, Copy, Debug)]
struct Difference {
    now: TextRange,
    original: TextRange,
}

impl Differences {
    /// Takes note of what an edit changed: `steps` take it back.
    pub(crate) fn note(&mut self, steps: &[Step]) {
        for step in steps {
            if let Step::Text { range, words } = step {
                self.replaced(*range, TextRange::new(0, words.len()).end);
            }
        }
    }

    /// The words in a range are new; they took the place of `length` bytes.
    fn replaced(&mut self, new: TextRange, length: u32) {
        // The range of the old words.
        let old = TextRange {
            start: new.start,
            end: new.start.saturating_add(length),
        };
        let is_before = |it: &Difference| it.now.end < old.start;
        let first = self.0.partition_point(is_before);
        let is_touched = |it: &Difference| it.now.start <= old.end;
        let count = self
            .0
            .iter()
            .skip(first)
            .take_while(|it| is_touched(it))
            .count();
        // Unchanged words before the place are as far from the last difference before it in both
        // texts.
        let before = first
            .checked_sub(1)
            .and_then(|before| self.0.get(before))
            .copied();
        let in_original = |offset: u32, last: Option<Difference>| match last {
            Some(last) => offset
                .saturating_sub(last.now.end)
                .saturating_add(last.original.end),
            None => offset,
        };
        let touched = self.0.get(first..first + count).unwrap_or_default();
        let (head, tail) = (touched.first().copied(), touched.last().copied());
        let starts = head.filter(|head| head.now.start < old.start);
        let ends = tail.filter(|tail| tail.now.end > old.end);
        let original = TextRange {
            start: starts.map_or_else(|| in_original(old.start, before), |it| it.original.start),
            end: ends.map_or_else(
                || in_original(old.end, tail.or(before)),
                |it| it.original.end,
            ),
        };
        let shifted = |offset: u32| offset.saturating_sub(old.end).saturating_add(new.end);
        let now = TextRange {
            start: starts.map_or(old.start, |it| it.now.start),
            end: shifted(ends.map_or(old.end, |it| it.now.end)),
        };
        self.0
            .splice(first..first + count, [Difference { now, original }]);
        for later in self.0.iter_mut().skip(first + 1) {
            later.now = TextRange {
                start: shifted(later.now.start),
                end: shifted(later.now.end),
            };
        }
    }

    /// The changes that readers should see. Joined and divided blocks have no changed words, and
    /// words that were changed back are as they were.
    pub(crate) fn changes(&self, original: &Article, now: &Article) -> Vec<TextChange> {
        let change = |it: &Difference| {
            let (old, new) = (it.original.of(&original.text), it.now.of(&now.text));
            let is_blank = old.trim().is_empty() && new.trim().is_empty();
            let has_break = [old, new]
                .iter()
                .any(|it| it.contains(Article::BLOCK_SEPARATOR));
            (old != new && !(is_blank && has_break)).then(|| TextChange {
                range: it.now,
                original: old.to_owned(),
            })
        };
        self.0.iter().filter_map(change).collect()
    }
}
