//! Building an index, one document at a time.

use super::bytes::short_checksum;
use super::head::{Head, Ids, PartEntry, quantised};
use super::index::CollectionIndex;
use super::part::{Part, PartWriter};
use super::posting::{Counts, PostingWriter};
use super::prefetch::PUBLISHED;
use super::vocabulary::Vocabulary;
use crate::tokens::{cut, for_each_token, joined};
use ts_rs::TS;

/// A document to index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, TS)]
#[ts(rename = "SearchDocument")]
pub struct Document<'d> {
    /// The document's id in the collection. Documents with the same id stay separate.
    pub id: &'d str,
    /// The headline.
    #[ts(optional, as = "Option<_>")]
    pub title: &'d str,
    /// The running text; a blank line ends a paragraph.
    #[ts(optional, as = "Option<_>")]
    pub text: &'d str,
    /// The words of its claims. They add to the weight of the text that contains them.
    #[ts(skip)]
    pub claims: &'d str,
    /// The names of its entities.
    #[ts(skip)]
    pub names: &'d str,
    /// A BCP 47 language tag; empty if unknown. Scripts may omit it for English.
    #[ts(optional, as = "Option<_>")]
    pub language: &'d str,
    /// The day on which it was published, such as 2026-01-22; empty if unknown.
    #[ts(skip)]
    pub published: &'d str,
    /// The values by which the document can be filtered, one a line, each at most once; see
    /// [`CollectionIndex::documents_with`]. Words of a query do not match them.
    #[ts(skip)]
    pub facets: &'d str,
}

/// Builds an index one document at a time, so that the caller can respond to events in
/// between. Takes time linear in the text and four bytes of memory for each word.
pub struct CollectionBuilder {
    vocabulary: Vocabulary,
    /// The words of all documents in order, separated by [marks](MARKS).
    tokens: Vec<u32>,
    ids: Ids,
    languages: Vec<(String, u32)>,
}

/// Tokens from this number on are marks.
const MARKS: u32 = u32::MAX - 6;
/// The end of a paragraph; no phrase crosses it.
const BREAK: u32 = MARKS;
const END_OF_TITLE: u32 = MARKS + 1;
const END_OF_TEXT: u32 = MARKS + 2;
const END_OF_CLAIMS: u32 = MARKS + 3;
const END_OF_NAMES: u32 = MARKS + 4;
const END_OF_DOCUMENT: u32 = MARKS + 5;
/// The next word is the previous two as one word, in the place of the second: "de-risking" is
/// indexed as "de", "risking" and "derisking".
const JOINED: u32 = MARKS + 6;

/// The index of the facets among the fields.
const FACETS: u32 = 4;

/// The approximate size of a part of the dictionary with its postings, in bytes.
const PART: usize = 6 << 10;

/// A part ends only where this many leading bytes of the word change, so all forms of a
/// word share a part.
const KEPT_TOGETHER: usize = 4;

impl Default for CollectionBuilder {
    fn default() -> Self {
        Self::new()
    }
}

impl CollectionBuilder {
    /// Creates a builder without documents.
    #[must_use]
    pub fn new() -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            tokens: Vec::new(),
            ids: Ids::default(),
            languages: Vec::new(),
        }
    }

    /// Adds a document. Its number is the count of documents added before it.
    pub fn add(&mut self, document: &Document<'_>) {
        let primary = document.language.split(['-', '_']).next();
        let primary = primary.unwrap_or_default().to_ascii_lowercase();
        match self.languages.iter_mut().find(|(tag, _)| *tag == primary) {
            Some((_, count)) => *count += 1,
            None => self.languages.push((primary, 1)),
        }
        self.ids.push(document.id);
        for (field, end) in [
            (document.title, END_OF_TITLE),
            (document.text, END_OF_TEXT),
            (document.claims, END_OF_CLAIMS),
            (document.names, END_OF_NAMES),
        ] {
            let (vocabulary, tokens) = (&mut self.vocabulary, &mut self.tokens);
            let mut last = 0;
            for_each_token(field, |token| {
                if token.after_break {
                    tokens.push(BREAK);
                }
                let word = vocabulary.intern(token.folded);
                tokens.push(word);
                if token.is_joined {
                    let joined = joined(vocabulary.word(last), token.folded);
                    tokens.extend([JOINED, vocabulary.intern(&joined)]);
                }
                last = word;
            });
            tokens.push(end);
        }
        let published = format!("{PUBLISHED}{}", document.published);
        let published = Some(published.as_str()).filter(|_| !document.published.is_empty());
        for facet in document.facets.lines().chain(published) {
            let word = self.vocabulary.intern(facet_word(facet).as_bytes());
            self.tokens.push(word);
        }
        self.tokens.push(END_OF_DOCUMENT);
    }

    /// Builds the index of all documents added.
    #[must_use]
    pub fn finish(self) -> CollectionIndex {
        let occurrences = Occurrences::of(&self.tokens, self.vocabulary.len());
        let documents = occurrences.lengths.len() as u32;
        let mut order: Vec<u32> = (0..self.vocabulary.len() as u32).collect();
        order.sort_unstable_by(|a, b| self.vocabulary.word(*a).cmp(self.vocabulary.word(*b)));

        let mut head = Head {
            languages: self.languages(&occurrences),
            ids: self.ids,
            lengths: occurrences.lengths.iter().copied().map(quantised).collect(),
            average: occurrences.lengths.iter().sum::<f32>() / documents.max(1) as f32,
            ..Head::default()
        };
        let mut parts = Vec::new();
        let mut part = PartWriter::default();
        let mut writer = PostingWriter::default();
        for word in order {
            occurrences.write(word, &mut writer);
            let spelled = self.vocabulary.word(word);
            let is_word = !spelled.starts_with(FACET.as_bytes());
            if is_word && writer.documents > documents / 4 && documents >= 64 {
                head.frequent.push(spelled.to_vec());
            }
            let together = spelled.get(..KEPT_TOGETHER) == part.last().get(..KEPT_TOGETHER)
                && spelled.len() >= KEPT_TOGETHER;
            if part.len() > 2 * PART || (part.len() > PART && !together) {
                let full = std::mem::take(&mut part);
                end_part(full, &mut head, &mut parts);
            }
            part.push(
                spelled,
                writer.documents,
                &writer.postings,
                &writer.positions,
            );
        }
        if !part.is_empty() {
            end_part(part, &mut head, &mut parts);
        }
        CollectionIndex::new(head, parts)
    }

    /// The languages of the documents. If no document names its language, the commonest
    /// words of the collection decide.
    fn languages(&self, occurrences: &Occurrences) -> Vec<String> {
        let mut counted = self.languages.clone();
        for (tag, _) in counted.iter_mut().filter(|(tag, _)| tag.is_empty()) {
            let total = occurrences.places.len() / 500;
            let count = |word: &&str| {
                let number = self.vocabulary.find(word.as_bytes());
                number.map_or(0, |number| occurrences.of_word(number).len())
            };
            let sums = COMMONEST.iter().map(|(language, words)| {
                let counts: Vec<usize> = words.iter().map(count).collect();
                let speaks = counts.iter().all(|count| *count > total);
                (if speaks { counts.iter().sum() } else { 0 }, *language)
            });
            let likely = sums.max_by_key(|(sum, _)| *sum).filter(|(sum, _)| *sum > 0);
            *tag = likely
                .map(|(_, language)| language.to_owned())
                .unwrap_or_default();
        }
        counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut tags: Vec<String> = Vec::new();
        for (tag, _) in counted {
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }
}

impl CollectionIndex {
    /// Indexes documents, numbered from 0 in the given order.
    #[must_use]
    pub fn build<'d>(documents: impl IntoIterator<Item = Document<'d>>) -> Self {
        let mut builder = CollectionBuilder::new();
        for document in documents {
            builder.add(&document);
        }
        builder.finish()
    }
}

/// The prefix of facets in the dictionary. No word begins with it.
const FACET: &str = "\u{1}";

/// The dictionary entry for a facet.
pub(super) fn facet_word(facet: &str) -> String {
    cut(&format!("{FACET}{facet}")).to_owned()
}

/// Three folded words that occur in nearly every sentence of a language.
const COMMONEST: [(&str, [&str; 3]); 15] = [
    ("da", ["og", "er", "af"]),
    ("de", ["der", "die", "und"]),
    ("en", ["the", "of", "and"]),
    ("es", ["de", "la", "el"]),
    ("fi", ["ja", "on", "etta"]),
    ("fr", ["de", "la", "et"]),
    ("hu", ["a", "az", "es"]),
    ("it", ["di", "che", "il"]),
    ("nl", ["de", "het", "een"]),
    ("no", ["og", "er", "av"]),
    ("pt", ["de", "que", "o"]),
    ("ro", ["de", "si", "in"]),
    ("ru", ["и", "в", "на"]),
    ("sv", ["och", "att", "det"]),
    ("tr", ["ve", "bir", "bu"]),
];

fn end_part(part: PartWriter, head: &mut Head, parts: &mut Vec<Part>) {
    let first = part.first.clone();
    let (words, positions) = part.finish();
    let entry = |bytes: &[u8]| {
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        (length, short_checksum(bytes))
    };
    head.parts.push(PartEntry {
        first,
        words: entry(&words),
        positions: entry(&positions),
    });
    let mut part = Part::new(words).unwrap_or_default();
    part.set_positions(positions);
    parts.push(part);
}

/// The occurrences of each word, sorted by word, document and position with a counting sort
/// of all tokens.
struct Occurrences {
    /// The end of each word's occurrences.
    ends: Vec<u32>,
    places: Vec<Place>,
    /// The length of each document in weighted words.
    lengths: Vec<f32>,
}

#[derive(Clone, Copy, Default)]
struct Place {
    document: u32,
    /// The position, with the field in the two lowest bits.
    at: u32,
}

impl Occurrences {
    fn of(tokens: &[u32], words: usize) -> Self {
        let mut ends = vec![0u32; words + 1];
        for token in tokens.iter().filter(|token| **token < MARKS) {
            if let Some(count) = ends.get_mut(*token as usize + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for end in &mut ends {
            total += *end;
            *end = total;
        }
        let mut places = vec![Place::default(); total as usize];
        let mut lengths = Vec::new();
        let (mut document, mut field, mut position) = (0, 0, 0);
        let mut counts = [0u32; 4];
        let mut joined = false;
        for token in tokens {
            match *token {
                JOINED => {
                    joined = true;
                    position -= 1;
                }
                BREAK => position += 1,
                END_OF_DOCUMENT => {
                    let [title, text, claims, names] = counts;
                    let counted = Counts {
                        text,
                        title,
                        claims,
                        names,
                    };
                    lengths.push(counted.weighted());
                    (document, field, position, counts) = (document + 1, 0, 0, [0; 4]);
                }
                mark if mark >= MARKS => {
                    field += 1;
                    position += 1;
                }
                word => {
                    if let Some(count) = counts.get_mut(field as usize).filter(|_| !joined) {
                        *count += 1;
                    }
                    joined = false;
                    // Each word begins where the previous one ends.
                    if let Some(begin) = ends.get_mut(word as usize) {
                        if let Some(place) = places.get_mut(*begin as usize) {
                            // A facet is written as the shortest possible posting.
                            let at = if field == FACETS {
                                1
                            } else {
                                position << 2 | field
                            };
                            *place = Place { document, at };
                        }
                        *begin += 1;
                    }
                    position += 1;
                }
            }
        }
        Self {
            ends,
            places,
            lengths,
        }
    }

    fn of_word(&self, word: u32) -> &[Place] {
        let end = self.ends.get(word as usize).copied().unwrap_or(0) as usize;
        let before = word.checked_sub(1);
        let start = before.and_then(|before| self.ends.get(before as usize));
        let start = start.copied().unwrap_or(0) as usize;
        self.places.get(start..end).unwrap_or_default()
    }

    fn write(&self, word: u32, writer: &mut PostingWriter) {
        writer.clear();
        let mut positions = Vec::new();
        for places in self.of_word(word).chunk_by(|a, b| a.document == b.document) {
            let mut counts = Counts::default();
            positions.clear();
            for place in places {
                match place.at & 3 {
                    0 => counts.title += 1,
                    1 => counts.text += 1,
                    2 => counts.claims = (counts.claims + 1).min(15),
                    _ => counts.names = (counts.names + 1).min(15),
                }
                if place.at & 3 < 2 {
                    positions.push(place.at >> 2);
                }
            }
            let document = places.first().map_or(0, |place| place.document);
            writer.push(document, counts, &positions);
        }
    }
}
