//! Postings: the documents that contain a word, its frequency in each field, and its
//! positions.

use super::bytes::{Reader, put_number};

/// The frequency of a word in each field of one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// In the running text.
    pub(super) text: u32,
    /// In the title.
    pub(super) title: u32,
    /// In the words of claims, at most 15.
    pub(super) claims: u32,
    /// In the names of entities, at most 15.
    pub(super) names: u32,
}

/// The field weights of BM25F: a word in the title counts as much as this many in the text.
/// Words of claims and names also occur in the text, so their weights add to it.
const TITLE: f32 = 2.5;
const CLAIMS: f32 = 0.5;
const NAMES: f32 = 0.5;

impl Counts {
    /// The weighted frequency.
    #[inline]
    pub(super) fn weighted(self) -> f32 {
        self.text as f32
            + TITLE * self.title as f32
            + CLAIMS * self.claims as f32
            + NAMES * self.names as f32
    }

    /// The number of positions stored.
    pub(super) fn positions(self) -> u32 {
        self.text.saturating_add(self.title)
    }
}

/// A document that contains a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    /// The document's number.
    pub(super) document: u32,
    /// The frequency of the word in the document.
    pub(super) counts: Counts,
}

/// Writes the postings of a word: for each document, the difference to the previous one,
/// with a bit set if more than a single occurrence in the text follows.
#[derive(Default)]
pub(super) struct PostingWriter {
    /// The documents with their counts.
    pub(super) postings: Vec<u8>,
    /// The positions in each document, as differences.
    pub(super) positions: Vec<u8>,
    /// The number of documents.
    pub(super) documents: u32,
    next: u32,
}

impl PostingWriter {
    pub(super) fn clear(&mut self) {
        self.postings.clear();
        self.positions.clear();
        self.documents = 0;
        self.next = 0;
    }

    /// Adds a document. Documents must be in ascending order without repeats, and
    /// `positions` must ascend, starting with those of the title.
    pub(super) fn push(&mut self, document: u32, counts: Counts, positions: &[u32]) {
        let step = document - self.next;
        self.next = document + 1;
        self.documents += 1;
        let plain = counts == PLAIN;
        put_number(&mut self.postings, step << 1 | u32::from(!plain));
        if !plain {
            let (title, others) = (counts.title > 0, counts.claims + counts.names > 0);
            let head = counts.text << 2 | u32::from(title) << 1 | u32::from(others);
            put_number(&mut self.postings, head);
            if title {
                put_number(&mut self.postings, counts.title);
            }
            if others {
                let packed = counts.claims.min(15) << 4 | counts.names.min(15);
                put_number(&mut self.postings, packed);
            }
        }
        let mut before = 0;
        for position in positions {
            put_number(&mut self.positions, position - before);
            before = *position;
        }
    }
}

const PLAIN: Counts = Counts {
    text: 1,
    title: 0,
    claims: 0,
    names: 0,
};

/// Reads the output of [`PostingWriter`]; ends early if the bytes do.
#[derive(Clone, Copy)]
pub(super) struct Postings<'b> {
    reader: Reader<'b>,
    left: u32,
    next: u32,
}

impl<'b> Postings<'b> {
    pub(super) fn new(bytes: &'b [u8], documents: u32) -> Self {
        Self {
            reader: Reader::new(bytes),
            left: documents,
            next: 0,
        }
    }

    /// The unread bytes.
    pub(super) fn rest(&self) -> &'b [u8] {
        self.reader.rest()
    }
}

impl Iterator for Postings<'_> {
    type Item = Posting;

    #[inline]
    fn next(&mut self) -> Option<Posting> {
        self.left = self.left.checked_sub(1)?;
        let step = self.reader.number()?;
        let document = self.next.wrapping_add(step >> 1);
        self.next = document.wrapping_add(1);
        if step & 1 == 0 {
            return Some(Posting {
                document,
                counts: PLAIN,
            });
        }
        let head = self.reader.number()?;
        let mut counts = Counts {
            text: head >> 2,
            ..Counts::default()
        };
        if head & 2 > 0 {
            counts.title = self.reader.number()?;
        }
        if head & 1 > 0 {
            let packed = self.reader.number()?;
            (counts.claims, counts.names) = (packed >> 4 & 15, packed & 15);
        }
        Some(Posting { document, counts })
    }
}

/// Reads positions along with postings.
#[derive(Clone, Copy)]
pub(super) struct Positions<'b>(Reader<'b>);

impl<'b> Positions<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(Reader::new(bytes))
    }

    /// Appends the positions of the next posting, shifted by `shift`.
    pub(super) fn read(&mut self, counts: Counts, out: &mut Vec<u32>) -> Option<()> {
        let mut position = 0u32;
        for _ in 0..counts.positions() {
            position = position.wrapping_add(self.0.number()?);
            out.push(position);
        }
        Some(())
    }

    /// Skips the positions of the next posting.
    #[inline]
    pub(super) fn skip(&mut self, counts: Counts) -> Option<()> {
        self.0.skip_numbers(counts.positions())
    }

    /// The unread bytes.
    pub(super) fn rest(&self) -> &'b [u8] {
        self.0.rest()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn postings_survive_a_round_trip(
            given in proptest::collection::btree_map(0u32..5_000, (0u32..4, 0u32..3, 0u32..16, 0u32..16), 0..40),
        ) {
            let mut writer = PostingWriter::default();
            let mut expected = Vec::new();
            for (document, (text, title, claims, names)) in given {
                let counts = Counts { text, title, claims, names };
                let positions: Vec<u32> = (0..text + title).map(|at| at * 7 + document).collect();
                writer.push(document, counts, &positions);
                expected.push((Posting { document, counts }, positions));
            }
            let postings = Postings::new(&writer.postings, writer.documents);
            let mut positions = Positions::new(&writer.positions);
            let read: Vec<_> = postings.map(|posting| {
                let mut places = Vec::new();
                positions.read(posting.counts, &mut places).unwrap();
                (posting, places)
            }).collect();
            prop_assert_eq!(read, expected);
        }
    }
}
