//! Where the text differs from the one that was published, and the published words there.

use crate::ranges::is_one_word;
use crate::step::Step;
use model::{Article, Correction, TextRange};
use text::words::words;

/// Places where two versions of a text differ, as the later versions are made one by one.
#[derive(Debug, Default)]
pub(crate) struct Differences(Vec<Difference>);

#[derive(Clone, Copy, Debug)]
struct Difference {
    now: TextRange,
    original: TextRange,
}

impl Differences {
    /// The differences that an article was opened with, and the text that was published.
    pub(crate) fn opened_with(article: &Article) -> (Self, String) {
        let mut published = String::with_capacity(article.text.len());
        let mut differences = Vec::with_capacity(article.corrections.len());
        let mut end = 0;
        for Correction { range, original } in &article.corrections {
            let same = TextRange {
                start: end,
                end: range.start,
            };
            published.push_str(article.words(same));
            let start = published.len();
            published.push_str(original);
            differences.push(Difference {
                now: *range,
                original: TextRange::new(start, published.len()),
            });
            end = range.end;
        }
        published.push_str(article.text.get(end as usize..).unwrap_or_default());
        (Self(differences), published)
    }

    /// Takes note of what an edit changed: `steps` undo it.
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

    /// The changes that readers should see, as whole words where that is possible. Joined and
    /// divided blocks have no changed words, and words that were changed back are as they were.
    /// Where words were removed, the change includes a word beside them.
    pub(crate) fn changes(&self, published: &str, now: &Article) -> Vec<Correction> {
        let mut changes: Vec<Correction> = Vec::new();
        // The end of what is compared already.
        let mut before = 0;
        for (number, it) in self.0.iter().enumerate() {
            let both = [it.original.of(published), it.now.of(&now.text)];
            let [old, new] = both;
            let (start, end) = (it.now.start as usize, it.now.end as usize);
            let is_blank = both.iter().all(|words| words.trim().is_empty());
            let has_break = both.iter().any(|it| it.contains(Article::BLOCK_SEPARATOR));
            if old == new || (is_blank && has_break) {
                before = end;
                continue;
            }
            let next = self.0.get(number + 1);
            let next = next.map_or(now.text.len(), |next| next.now.start as usize);
            let left = now.text.get(before..start).unwrap_or_default();
            let right = now.text.get(end..next).unwrap_or_default();
            let around = (left, right);
            let (mut left, mut right) = (end_of(left, right, both), start_of(left, right, both));
            if start - left.len() == end + right.len() {
                (left, right) = beside(around.0, around.1);
            }
            let range = TextRange::new(start - left.len(), end + right.len());
            before = end + right.len();
            let original = [left, old, right].concat();
            match changes.last_mut() {
                Some(last) if last.range.end == range.start => {
                    last.range.end = range.end;
                    last.original.push_str(&original);
                }
                _ => changes.push(Correction { range, original }),
            }
        }
        changes
    }
}

/// The word before removed words, or the one after them if they began a block: what shows readers
/// where they were.
fn beside<'t>(left: &'t str, right: &'t str) -> (&'t str, &'t str) {
    let line = left.rsplit('\n').next().unwrap_or_default();
    let before = words(line).last().map(|word| word.start as usize);
    let after = words(right).next().map(|word| word.end as usize);
    match (before, after) {
        (Some(start), _) => (line.get(start..).unwrap_or_default(), ""),
        (None, Some(end)) => ("", right.get(..end).unwrap_or_default()),
        (None, None) if left.is_empty() => ("", right),
        (None, None) => (left, ""),
    }
}

/// The part of a word at the end of the text on the left that either the old or the new words
/// continue.
fn end_of<'t>(left: &'t str, right: &str, both: [&str; 2]) -> &'t str {
    let line = left.rsplit('\n').next().unwrap_or_default();
    let last = line.chars().next_back();
    let first = |words: &str| words.chars().chain(right.chars()).next();
    let joins = |words: &str| {
        last.zip(first(words))
            .is_some_and(|(a, b)| is_one_word([a, b]))
    };
    let word = words(line)
        .last()
        .filter(|word| word.end as usize == line.len());
    word.filter(|_| both.into_iter().any(joins))
        .map_or("", |word| word.of(line))
}

/// The part of a word at the beginning of the text on the right that continues either the old or
/// the new words.
fn start_of<'t>(left: &str, right: &'t str, both: [&str; 2]) -> &'t str {
    let first = right.chars().next();
    let last = |words: &str| {
        words
            .chars()
            .next_back()
            .or_else(|| left.chars().next_back())
    };
    let joins = |words: &str| {
        last(words)
            .zip(first)
            .is_some_and(|(a, b)| is_one_word([a, b]))
    };
    let word = words(right).next().filter(|word| word.start == 0);
    word.filter(|_| both.into_iter().any(joins))
        .map_or("", |word| word.of(right))
}

#[cfg(test)]
mod tests {
    use crate::sample::{article, range};
    use crate::{Edit, History};

    /// What readers see after changes of words: new words and the original ones.
    fn changes(edits: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut history = History::of(article());
        for (old, new) in edits {
            let range = range(history.article(), old);
            let words = (*new).to_owned();
            history.apply(Edit::ChangeText { range, words }).unwrap();
        }
        let changes = history.text_changes().into_iter();
        let words =
            |it: model::Correction| (history.article().words(it.range).to_owned(), it.original);
        changes.map(words).collect()
    }

    #[test]
    fn changes_of_changed_words_lead_back_to_the_original() {
        for (edits, expected) in [
            (&[("Monday", "Tuesday")][..], &[("Tuesday", "Monday")][..]),
            (
                &[("Monday", "Tuesday"), ("Tuesday", "Sunday")],
                &[("Sunday", "Monday")],
            ),
            (&[("Monday", "Tuesday"), ("Tuesday", "Monday")], &[]),
            (
                &[("rain", "rains"), ("Monday", "Friday")],
                &[("Friday", "Monday"), ("rains", "rain")],
            ),
            (
                &[("Monday", "Friday"), ("warns", "warn")],
                &[("Friday", "Monday"), ("warn", "warns")],
            ),
            (&[("spoke on ", "")], &[("Lee ", "Lee spoke on ")]),
            (&[("Ann ", "")], &[("Lee", "Ann Lee")]),
            (&[("Lee spoke", "Leespoke")], &[("Leespoke", "Lee spoke")]),
            (
                &[("spoke on ", ""), ("Lee Mon", "Leigh, Sun")],
                &[("Leigh, Sunday", "Lee spoke on Monday")],
            ),
            (
                &[
                    ("of rain", "of wind"),
                    ("warns", "spoke"),
                    ("spoke of", "says"),
                ],
                &[("says", "warns of"), ("wind", "rain")],
            ),
            (
                &[("Monday", "Mxnday"), ("day", "dxy")],
                &[("Mxndxy", "Monday")],
            ),
        ] {
            let expected: Vec<(String, String)> = expected
                .iter()
                .map(|(new, old)| ((*new).to_owned(), (*old).to_owned()))
                .collect();
            assert_eq!(changes(edits), expected, "{edits:?}");
        }
    }

    #[test]
    fn only_changed_words_are_marked_and_not_the_ends_of_blocks() {
        let mut history = History::of(article());
        history.apply(Edit::JoinBlocks { first: 0 }).unwrap();
        let at = range(history.article(), "on Monday").start;
        history.apply(Edit::SplitBlock { at }).unwrap();
        assert_eq!(history.text_changes(), []);
        history.apply(Edit::RemoveBlock { block: 2 }).unwrap();
        let [removed] = &history.text_changes()[..] else {
            panic!("one change");
        };
        assert_eq!(removed.original, "now.”\n\nA report warns of rain.");
        history.undo();
        assert_eq!(history.text_changes(), []);
    }
}
