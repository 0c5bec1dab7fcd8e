//! The index of a collection: its parts, loading, saving and word lookup.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::bytes::{Reader, checksum, short_checksum};
use super::documents::DocumentSet;
use super::head::{Head, length_of};
use super::part::{Part, Streams, TermAddress};
use super::posting::{Positions, Postings};
use super::scratch::Scratch;
use crate::tokens::{LONGEST, cut};
use text::stem::{Stems, writes_compounds};
use text::terms::with_clitics;

/// The first bytes of every index.
const MAGIC: &[u8; 4] = b"AXIX";

/// The version of the serialised format. It changes with the format, with the definition of
/// a word, and with folding.
pub const VERSION: u32 = 3;

/// The parameters of BM25, within the range of Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework: BM25 and Beyond" (2009).
pub(super) const K1: f32 = 2.0;
const B: f32 = 0.75;

/// The maximum number of cached lookups.
const REMEMBERED: usize = 4_096;

/// An inverted index of many documents, kept in its serialised form: loading decodes no
/// postings. Parts may be missing at first; the caller requests them by id and provides
/// them as they arrive.
pub struct CollectionIndex {
    pub(super) head: Head,
    /// `None` for a part that has not been provided.
    parts: Vec<Option<Part>>,
    /// `k1 (1 - b + b · length / average)` for each document.
    pub(super) norms: Vec<f32>,
    /// The stemmers of the collection's languages, where they exist.
    stems: Vec<Stems>,
    pub(super) scratch: RefCell<Scratch>,
    memory: RefCell<Memory>,
}

/// Similar words, best first, with their weights.
pub(super) type Alike = Vec<(String, f32)>;

/// Cached lookups.
#[derive(Default)]
pub(super) struct Memory {
    forms: HashMap<String, Rc<Forms>>,
    /// The documents for beginnings of one or two letters.
    pub(super) beginnings: HashMap<String, Rc<DocumentSet>>,
    /// The similar words for words that do not occur.
    pub(super) alike: HashMap<(String, bool), Rc<Alike>>,
}

/// The dictionary entries that are forms of one word.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// The word itself, if it occurs.
    pub(super) exact: Option<TermAddress>,
    /// All regular forms, including the word itself.
    pub(super) all: Vec<TermAddress>,
    /// Forms that may begin otherwise.
    pub(super) irregular: Vec<TermAddress>,
    /// Whether a part that may contain some forms is missing.
    pub(super) missing: bool,
}

/// The weight of other forms, relative to the word as written.
const OTHER_FORM: f32 = 0.6;

impl Forms {
    /// The regular forms with their weights.
    pub(super) fn weighted(&self) -> impl Iterator<Item = (TermAddress, f32)> + '_ {
        let exact = self.exact;
        self.all.iter().map(move |address| {
            let other = exact.is_some_and(|exact| exact != *address);
            (*address, if other { OTHER_FORM } else { 1.0 })
        })
    }
}

/// The id of a part of an index that is stored in several files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartId {
    /// Words and the documents that contain them.
    Words(u32),
    /// The positions of the same words, for phrases and proximity.
    Positions(u32),
}

/// The reason why bytes cannot be used as an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The bytes are not an index.
    Foreign,
    /// The index has another version of the format.
    OtherVersion(u32),
    /// The bytes are truncated or changed.
    Damaged,
    /// The index does not have this part.
    NoSuchPart,
}

impl std::error::Error for LoadError {}

/// An index in several files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartedBytes {
    /// The input of [`CollectionIndex::from_head`].
    pub head: Vec<u8>,
    /// The inputs of [`CollectionIndex::provide`].
    pub parts: Vec<(PartId, Vec<u8>)>,
}

impl CollectionIndex {
    pub(super) fn new(head: Head, parts: Vec<Part>) -> Self {
        Self::with_parts(head, parts.into_iter().map(Some).collect())
    }

    fn with_parts(head: Head, parts: Vec<Option<Part>>) -> Self {
        let average = head.average.max(1.0);
        let norm = |length: &u8| K1 * (1.0 - B + B * length_of(*length) / average);
        let stems = head.languages.iter().map(|tag| Stems::of_any_language(tag));
        Self {
            norms: head.lengths.iter().map(norm).collect(),
            stems: stems.filter(Stems::are_known).collect(),
            head,
            parts,
            scratch: RefCell::default(),
            memory: RefCell::default(),
        }
    }

    /// The number of documents.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.head.documents()
    }

    /// Whether the index has no documents.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.head.lengths.is_empty()
    }

    /// The id of a document. `None` if the index was loaded from a separate head, which has
    /// no ids.
    #[must_use]
    pub fn id(&self, number: u32) -> Option<&str> {
        self.head.ids.get(number)
    }

    /// The primary language subtags of the documents, most frequent first. They are guessed
    /// if the documents do not name them.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.head.languages
    }

    /// Serialises the whole index.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.serialised(true)
    }

    /// Serialises the index without positions, which are half of its size. Use this if
    /// phrases and proximity are not needed, or if positions are provided later.
    #[must_use]
    pub fn to_bytes_without_positions(&self) -> Vec<u8> {
        self.serialised(false)
    }

    fn serialised(&self, with_positions: bool) -> Vec<u8> {
        let mut out = self.head_bytes(if with_positions { 2 } else { 1 });
        for part in self.parts.iter().flatten() {
            out.extend_from_slice(part.bytes());
        }
        if with_positions {
            for part in self.parts.iter().flatten() {
                out.extend_from_slice(part.positions().unwrap_or_default());
            }
        }
        out
    }

    /// Serialises the index as a head and parts of some kB each. The head has no document
    /// ids.
    #[must_use]
    pub fn to_parts(&self) -> PartedBytes {
        let mut parts = Vec::new();
        for (part, number) in self.parts.iter().zip(0..) {
            if let Some(part) = part {
                parts.push((PartId::Words(number), part.bytes().to_vec()));
                let positions = part.positions().unwrap_or_default();
                parts.push((PartId::Positions(number), positions.to_vec()));
            }
        }
        PartedBytes {
            head: self.head_bytes(0),
            parts,
        }
    }

    /// Serialises the head. `follows` says what comes after it: 0 nothing, 1 the parts, 2
    /// the parts and their positions.
    fn head_bytes(&self, follows: u32) -> Vec<u8> {
        let head = self.head.bytes(follows > 0);
        let mut out = MAGIC.to_vec();
        for number in [VERSION, follows, head.len() as u32] {
            out.extend(number.to_le_bytes());
        }
        out.extend(checksum(&head).to_le_bytes());
        out.extend(head);
        out
    }

    /// Loads an index from the output of [`CollectionIndex::to_bytes`] or
    /// [`CollectionIndex::to_bytes_without_positions`], or from the head of
    /// [`CollectionIndex::to_parts`]. Takes time linear in the bytes, for one pass over the
    /// checksums; it decodes no postings.
    ///
    /// # Errors
    /// When the bytes are not an index, have another version, or are truncated or changed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len()) != Some(MAGIC.as_slice()) {
            return Err(LoadError::Foreign);
        }
        let version = reader.fixed32().ok_or(LoadError::Damaged)?;
        if version != VERSION {
            return Err(LoadError::OtherVersion(version));
        }
        Self::read(&mut reader).ok_or(LoadError::Damaged)
    }

    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let follows = reader.fixed32()?;
        let length = reader.fixed32()?;
        let sum = reader.fixed64()?;
        let head = reader.take(length as usize)?;
        let head = Head::read(head).filter(|_| checksum(head) == sum)?;
        let mut parts: Vec<Option<Part>> = head.parts.iter().map(|_| None).collect();
        let mut take = |(length, sum): (u32, u32)| {
            let bytes = reader.take(length as usize)?;
            (short_checksum(bytes) == sum).then(|| bytes.to_vec())
        };
        if follows >= 1 {
            for (part, entry) in parts.iter_mut().zip(&head.parts) {
                *part = Some(Part::new(take(entry.words)?)?);
            }
        }
        if follows >= 2 {
            for (part, entry) in parts.iter_mut().zip(&head.parts) {
                part.as_mut()?.set_positions(take(entry.positions)?);
            }
        }
        let whole = reader.rest().is_empty() && follows <= 2;
        whole.then(|| Self::with_parts(head, parts))
    }

    /// Loads the head of an index in several files; see [`CollectionIndex::to_parts`].
    ///
    /// # Errors
    /// The same as [`CollectionIndex::from_bytes`].
    pub fn from_head(head: &[u8]) -> Result<Self, LoadError> {
        Self::from_bytes(head)
    }

    /// Adds a part. Parts may arrive in any order, positions even before their words.
    ///
    /// # Errors
    /// When the index has no such part, or the bytes do not match it.
    pub fn provide(&mut self, id: PartId, bytes: Vec<u8>) -> Result<(), LoadError> {
        let (PartId::Words(number) | PartId::Positions(number)) = id;
        let number = number as usize;
        let (Some(entry), Some(part)) = (self.head.parts.get(number), self.parts.get_mut(number))
        else {
            return Err(LoadError::NoSuchPart);
        };
        let (_, sum) = match id {
            PartId::Words(_) => entry.words,
            PartId::Positions(_) => entry.positions,
        };
        if short_checksum(&bytes) != sum {
            return Err(LoadError::Damaged);
        }
        match id {
            PartId::Words(_) => {
                let positions = part.take().and_then(Part::into_positions);
                let mut read = Part::new(bytes).ok_or(LoadError::Damaged)?;
                if let Some(positions) = positions {
                    read.set_positions(positions);
                }
                *part = Some(read);
            }
            PartId::Positions(_) => part.get_or_insert_with(Part::default).set_positions(bytes),
        }
        self.memory = RefCell::default();
        Ok(())
    }

    /// Whether a part has been provided.
    #[must_use]
    pub fn has_part(&self, id: PartId) -> bool {
        let (PartId::Words(number) | PartId::Positions(number)) = id;
        let part = self.parts.get(number as usize).and_then(Option::as_ref);
        part.is_some_and(|part| match id {
            PartId::Words(_) => part.has_words(),
            PartId::Positions(_) => part.positions().is_some(),
        })
    }

    /// The parts whose words may begin with `beginning`.
    pub(super) fn parts_of(&self, beginning: &[u8]) -> std::ops::Range<u32> {
        let parts = &self.head.parts;
        let first = parts.partition_point(|part| part.first.as_slice() <= beginning);
        let later = parts.iter().skip(first);
        let same = later.take_while(|part| part.first.starts_with(beginning));
        first.saturating_sub(1) as u32..(first + same.count()) as u32
    }

    /// Calls `each` with the words that begin with `beginning`, in order, until it returns
    /// `false`. Returns `false` if a part is missing.
    pub(super) fn for_each_word(
        &self,
        beginning: &[u8],
        streams: Streams,
        mut each: impl FnMut(&[u8], TermAddress) -> bool,
    ) -> bool {
        let mut complete = true;
        for number in self.parts_of(beginning) {
            let part = self.parts.get(number as usize).and_then(Option::as_ref);
            let Some(part) = part.filter(|part| part.has_words()) else {
                complete = false;
                continue;
            };
            let mut words = part.words_from(beginning, streams);
            while let Some((_, address)) = words.advance(number) {
                if !words.word().starts_with(beginning) {
                    break;
                }
                if !each(words.word(), address) {
                    return complete;
                }
            }
        }
        complete
    }

    /// Looks a word up in the dictionary.
    pub(super) fn find(&self, word: &str) -> Option<TermAddress> {
        let mut found = None;
        self.for_each_word(word.as_bytes(), Streams::Positions, |other, address| {
            found = (other == word.as_bytes()).then_some(address);
            false
        });
        found
    }

    pub(super) fn postings(&self, address: TermAddress) -> Postings<'_> {
        match self.parts.get(address.part as usize) {
            Some(Some(part)) => part.postings_at(address),
            _ => Postings::new(&[], 0),
        }
    }

    pub(super) fn positions(&self, address: TermAddress) -> Option<Positions<'_>> {
        let part = self.parts.get(address.part as usize)?.as_ref()?;
        part.positions_at(address)
    }

    /// The forms of a word: the words with the same stem in a language of the collection.
    pub(super) fn forms(&self, word: &str) -> Rc<Forms> {
        if let Some(known) = self.memory.borrow().forms.get(word) {
            return Rc::clone(known);
        }
        let mut forms = Forms::default();
        let stems = self.stems_of(word);
        let others = self.other_forms(word);
        let mut beginnings = self.beginnings_of(word, &stems);
        // Other forms of a very common word say little, and very many words begin the same
        // way.
        if self.is_frequent(word) {
            forms.exact = self.find(word);
            forms.all.extend(forms.exact);
            forms.missing = forms.exact.is_none();
            beginnings.clear();
        }
        for beginning in beginnings {
            let take = |other: &[u8], address: TermAddress| {
                if other == word.as_bytes() {
                    forms.exact = Some(address);
                    forms.all.push(address);
                } else if let Ok(other) = std::str::from_utf8(other)
                    && self.stems_of(other).iter().zip(&stems).any(|(a, b)| a == b)
                    && !others.iter().any(|known| known == other)
                {
                    forms.all.push(address);
                }
                true
            };
            if !self.for_each_word(beginning.as_bytes(), Streams::Positions, take) {
                forms.missing = true;
            }
        }
        for other in others {
            let parts = self.parts_of(other.as_bytes());
            let mut parts = parts.map(PartId::Words);
            forms.missing |= parts.any(|part| !self.has_part(part));
            if let Some(found) = self.find(&other).filter(|found| !forms.all.contains(found)) {
                forms.irregular.push(found);
            }
        }
        let forms = Rc::new(forms);
        let mut memory = self.memory.borrow_mut();
        if memory.forms.len() >= REMEMBERED {
            memory.forms.clear();
        }
        memory.forms.insert(word.to_owned(), Rc::clone(&forms));
        forms
    }

    /// Forms of a word that may begin otherwise: irregular ones, and Arabic words written together
    /// with the one before.
    pub(super) fn other_forms(&self, word: &str) -> Vec<String> {
        let irregular = self
            .stems
            .iter()
            .flat_map(|stems| stems.irregular_forms(word));
        let irregular = irregular.map(ToOwned::to_owned);
        irregular.chain(with_clitics(word)).collect()
    }

    /// Whether most of the collection is in a language that writes compounds as one word.
    pub(super) fn has_compounds(&self) -> bool {
        let first = self.languages().first();
        first.is_some_and(|tag| writes_compounds(tag))
    }

    /// The stems of a word in the languages of the collection. Without a stemmer, this is
    /// the word without its possessive ending.
    pub(super) fn stems_of(&self, word: &str) -> Vec<String> {
        if self.stems.is_empty() {
            return vec![word.strip_suffix("'s").unwrap_or(word).to_owned()];
        }
        self.stems.iter().map(|stems| stems.stem(word)).collect()
    }

    /// The shortest set of beginnings that covers all forms of a word with these stems.
    pub(super) fn beginnings_of(&self, word: &str, stems: &[String]) -> Vec<String> {
        let mut beginnings: Vec<String> = Vec::new();
        for (number, stem) in stems.iter().enumerate() {
            let stem = cut(stem);
            let beginning = match self.stems.get(number) {
                Some(stems) if stem.len() < LONGEST => stems.beginning(stem),
                _ => stem,
            };
            if !beginnings.iter().any(|known| beginning.starts_with(known)) {
                beginnings.retain(|known| !known.starts_with(beginning));
                beginnings.push(beginning.to_owned());
            }
        }
        if !beginnings.iter().any(|known| word.starts_with(known)) {
            beginnings.push(word.to_owned());
        }
        beginnings
    }

    pub(super) fn memory(&self) -> &RefCell<Memory> {
        &self.memory
    }
}
