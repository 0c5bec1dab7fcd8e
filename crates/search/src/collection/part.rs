//! Parts: a range of the dictionary with the postings of its words. Positions are in a
//! separate part, because most queries do not need them.

use super::bytes::{Reader, put_number};
use super::posting::{Positions, Postings};

/// The number of words in a block. The first word of a block is spelled out; the others
/// omit the prefix they share with the previous one.
const BLOCK: usize = 32;

/// The minimum number of documents for which the lengths of a word's postings and positions
/// are stored. Rarer words are read to find their length.
const MEASURED: u32 = 8;

/// The location of a word's postings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TermAddress {
    /// The part that contains the word.
    pub(super) part: u32,
    /// The number of documents that contain it.
    pub(super) documents: u32,
    /// The offset of its postings within the part.
    postings: u32,
    /// The offset of its positions; `None` if the part with positions is missing.
    positions: Option<u32>,
}

/// Writes one part.
#[derive(Default)]
pub(super) struct PartWriter {
    directory: Vec<u8>,
    blocks: u32,
    dictionary: Vec<u8>,
    postings: Vec<u8>,
    positions: Vec<u8>,
    block: BlockColumns,
    /// The first word.
    pub(super) first: Vec<u8>,
    last: Vec<u8>,
}

#[derive(Default)]
struct BlockColumns {
    words: usize,
    shared: Vec<u8>,
    lengths: Vec<u8>,
    letters: Vec<u8>,
    counts: Vec<u8>,
    postings_before: usize,
    positions_before: usize,
}

impl PartWriter {
    /// Whether nothing has been written.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks == 0 && self.block.words == 0
    }

    /// The approximate size of the part in bytes, without positions.
    pub(super) fn len(&self) -> usize {
        self.dictionary.len() + self.block.letters.len() + self.postings.len()
    }

    /// The last word.
    pub(super) fn last(&self) -> &[u8] {
        &self.last
    }

    /// Adds a word. Words must come in ascending order and have at most 255 bytes.
    pub(super) fn push(&mut self, word: &[u8], documents: u32, postings: &[u8], positions: &[u8]) {
        if self.is_empty() {
            self.first = word.to_vec();
        }
        let same = word.iter().zip(&self.last).take_while(|(a, b)| a == b);
        let shared = if self.block.words == 0 {
            0
        } else {
            same.count()
        };
        let own = word.get(shared..).unwrap_or_default();
        self.block.shared.push(shared as u8);
        self.block.lengths.push(own.len() as u8);
        self.block.letters.extend_from_slice(own);
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        put_number(&mut self.block.counts, documents);
        if documents >= MEASURED {
            put_number(&mut self.block.counts, length(postings));
            put_number(&mut self.block.counts, length(positions));
        }
        self.block.words += 1;
        self.postings.extend_from_slice(postings);
        self.positions.extend_from_slice(positions);
        self.last = word.to_vec();
        if self.block.words == BLOCK {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let before = self.dictionary.len();
        let block = &mut self.block;
        put_number(&mut self.dictionary, block.words as u32);
        put_number(&mut self.dictionary, block.letters.len() as u32);
        for column in [
            &mut block.shared,
            &mut block.lengths,
            &mut block.letters,
            &mut block.counts,
        ] {
            self.dictionary.append(column);
        }
        block.words = 0;
        let sizes = [
            self.dictionary.len() - before,
            self.postings.len() - block.postings_before,
            self.positions.len() - block.positions_before,
        ];
        block.postings_before = self.postings.len();
        block.positions_before = self.positions.len();
        for size in sizes {
            put_number(&mut self.directory, u32::try_from(size).unwrap_or(u32::MAX));
        }
        self.blocks += 1;
    }

    /// The part with the words and the part with their positions.
    pub(super) fn finish(mut self) -> (Vec<u8>, Vec<u8>) {
        if self.block.words > 0 {
            self.end_block();
        }
        let mut bytes = Vec::with_capacity(self.len() + self.directory.len() + 8);
        put_number(&mut bytes, self.blocks);
        bytes.append(&mut self.directory);
        bytes.append(&mut self.dictionary);
        bytes.append(&mut self.postings);
        (bytes, self.positions)
    }
}

/// A parsed part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// The serialised part.
    bytes: Vec<u8>,
    /// The positions, if available.
    positions: Option<Vec<u8>>,
    blocks: Vec<Block>,
    /// The offset of the postings in `bytes`.
    postings: usize,
}

/// The start of a block: in the part, among its postings, and among its positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    dictionary: u32,
    postings: u32,
    positions: u32,
}

impl Part {
    /// Parses a part. Returns `None` if its blocks do not fit the bytes.
    pub(super) fn new(bytes: Vec<u8>) -> Option<Self> {
        let mut reader = Reader::new(&bytes);
        let count = reader.number()?;
        if count as usize > bytes.len() {
            return None;
        }
        let mut sizes = Vec::with_capacity(count as usize);
        for _ in 0..count {
            sizes.push((reader.number()?, reader.number()?, reader.number()?));
        }
        let mut at = Block {
            dictionary: u32::try_from(bytes.len() - reader.rest().len()).ok()?,
            postings: 0,
            positions: 0,
        };
        let mut blocks = Vec::with_capacity(sizes.len());
        for (dictionary, postings, positions) in sizes {
            blocks.push(at);
            at.dictionary = at.dictionary.checked_add(dictionary)?;
            at.postings = at.postings.checked_add(postings)?;
            at.positions = at.positions.checked_add(positions)?;
        }
        let postings = at.dictionary as usize;
        let fits = postings.checked_add(at.postings as usize)? == bytes.len();
        fits.then_some(Self {
            bytes,
            positions: None,
            blocks,
            postings,
        })
    }

    /// The serialised part.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The serialised positions, if available.
    pub(super) fn positions(&self) -> Option<&[u8]> {
        self.positions.as_deref()
    }

    /// Whether the part contains words, and not only positions.
    pub(super) fn has_words(&self) -> bool {
        !self.blocks.is_empty()
    }

    /// The positions alone.
    pub(super) fn into_positions(self) -> Option<Vec<u8>> {
        self.positions
    }

    /// Adds the positions.
    pub(super) fn set_positions(&mut self, positions: Vec<u8>) {
        self.positions = Some(positions);
    }

    /// The words in order, from the first that is not before `word`.
    pub(super) fn words_from(&self, word: &[u8], streams: Streams) -> Words<'_> {
        let block = self.blocks.partition_point(|block| {
            let first = WordsOfBlock::new(self, *block).and_then(|mut words| words.next_word());
            first.is_some_and(|first| first <= word)
        });
        let mut words = Words {
            part: self,
            streams,
            next: block.saturating_sub(1),
            block: None,
            from: word.to_vec(),
            word: Vec::new(),
            postings: 0,
            positions: 0,
        };
        words.enter_block();
        words
    }

    /// The postings at an address.
    pub(super) fn postings_at(&self, address: TermAddress) -> Postings<'_> {
        let from = self.postings.saturating_add(address.postings as usize);
        let bytes = self.bytes.get(from..).unwrap_or_default();
        Postings::new(bytes, address.documents)
    }

    /// The positions at an address, if available.
    pub(super) fn positions_at(&self, address: TermAddress) -> Option<Positions<'_>> {
        let from = address.positions? as usize;
        Some(Positions::new(self.positions.as_ref()?.get(from..)?))
    }
}

/// The data that an iteration over the dictionary tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Streams {
    /// Only the words; the fastest.
    None,
    /// Also the offsets of the postings.
    Postings,
    /// Also the offsets of the positions.
    Positions,
}

/// An iterator over the dictionary of a part.
pub(super) struct Words<'p> {
    part: &'p Part,
    streams: Streams,
    next: usize,
    block: Option<WordsOfBlock<'p>>,
    from: Vec<u8>,
    /// The current word.
    word: Vec<u8>,
    postings: usize,
    positions: usize,
}

impl<'p> Words<'p> {
    fn enter_block(&mut self) {
        let block = self.part.blocks.get(self.next).copied();
        self.next += 1;
        self.block = block.and_then(|block| WordsOfBlock::new(self.part, block));
        if let Some(block) = block {
            self.postings = block.postings as usize;
            self.positions = block.positions as usize;
        }
    }

    /// The current word.
    pub(super) fn word(&self) -> &[u8] {
        &self.word
    }

    /// Moves to the next word. Returns the number of bytes it shares with the previous word
    /// (0 for the first and at the start of a block), and the location of its postings, as
    /// far as it is tracked.
    pub(super) fn advance(&mut self, part: u32) -> Option<(usize, TermAddress)> {
        loop {
            let Some(block) = &mut self.block else {
                return None;
            };
            let Some((shared, own)) = block.next_letters() else {
                self.enter_block();
                continue;
            };
            self.word.truncate(shared);
            self.word.extend_from_slice(own);
            let documents = block.counts.number()?;
            let measured = (documents >= MEASURED)
                .then(|| Some((block.counts.number()?, block.counts.number()?)));
            let has_positions = self.streams == Streams::Positions && self.part.positions.is_some();
            let address = TermAddress {
                part,
                documents,
                postings: u32::try_from(self.postings).ok()?,
                positions: if has_positions {
                    Some(u32::try_from(self.positions).ok()?)
                } else {
                    None
                },
            };
            if self.streams >= Streams::Postings {
                match measured {
                    Some(lengths) => {
                        let (postings, positions) = lengths?;
                        self.postings = self.postings.saturating_add(postings as usize);
                        self.positions = self.positions.saturating_add(positions as usize);
                    }
                    None => self.pass(address),
                }
            }
            if self.from.is_empty() {
                return Some((shared, address));
            }
            if self.word >= self.from {
                self.from.clear();
                return Some((0, address));
            }
        }
    }

    /// Skips the postings of a rare word by reading them.
    fn pass(&mut self, address: TermAddress) {
        let mut postings = self.part.postings_at(address);
        let before = postings.rest().len();
        let mut positions = self.part.positions_at(address);
        let begin = positions.map_or(0, |positions| positions.rest().len());
        for posting in postings.by_ref() {
            if let Some(positions) = &mut positions {
                positions.skip(posting.counts);
            }
        }
        self.postings += before - postings.rest().len();
        self.positions += begin - positions.map_or(0, |positions| positions.rest().len());
    }
}

/// The columns of one block.
struct WordsOfBlock<'p> {
    shared: &'p [u8],
    lengths: &'p [u8],
    letters: &'p [u8],
    counts: Reader<'p>,
}

impl<'p> WordsOfBlock<'p> {
    fn new(part: &'p Part, block: Block) -> Option<Self> {
        let bytes = part.bytes.get(block.dictionary as usize..part.postings)?;
        let mut reader = Reader::new(bytes);
        let words = reader.number()? as usize;
        let letters = reader.number()? as usize;
        Some(Self {
            shared: reader.take(words)?,
            lengths: reader.take(words)?,
            letters: reader.take(letters)?,
            counts: reader,
        })
    }

    fn next_letters(&mut self) -> Option<(usize, &'p [u8])> {
        let (&shared, rest) = self.shared.split_first()?;
        self.shared = rest;
        let (&length, rest) = self.lengths.split_first()?;
        self.lengths = rest;
        let (own, rest) = self.letters.split_at_checked(usize::from(length))?;
        self.letters = rest;
        Some((usize::from(shared), own))
    }

    /// The first word of the block.
    fn next_word(&mut self) -> Option<&'p [u8]> {
        self.next_letters().map(|(_, own)| own)
    }
}
