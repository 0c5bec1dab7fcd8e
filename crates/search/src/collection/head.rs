//! The head of an index: the data needed before any lookup.

use super::bytes::{Reader, put_bytes, put_number};

/// Data about a collection, apart from its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Head {
    /// The length of each document, as [`quantised`] encodes it.
    pub(super) lengths: Vec<u8>,
    /// The average length of a document in weighted words.
    pub(super) average: f32,
    /// The primary language subtags of the documents, most frequent first.
    pub(super) languages: Vec<String>,
    /// The id of each document. Empty if the head is stored separately, because the ids of
    /// many documents would outweigh the rest of it.
    pub(super) ids: Ids,
    /// The parts, in the order of the dictionary.
    pub(super) parts: Vec<PartEntry>,
    /// Words that occur in more than a quarter of the documents, sorted.
    pub(super) frequent: Vec<Vec<u8>>,
}

/// The head's entry for a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PartEntry {
    /// The first word of the part.
    pub(super) first: Vec<u8>,
    /// The size in bytes and the short checksum.
    pub(super) words: (u32, u32),
    /// The size of its positions in bytes and their short checksum.
    pub(super) positions: (u32, u32),
}

/// The ids of the documents, concatenated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ids {
    letters: String,
    ends: Vec<u32>,
}

impl Ids {
    pub(super) fn push(&mut self, id: &str) {
        self.letters.push_str(id);
        self.ends
            .push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
    }

    pub(super) fn get(&self, number: u32) -> Option<&str> {
        let end = *self.ends.get(number as usize)? as usize;
        let before = number.checked_sub(1);
        let start = before.and_then(|before| self.ends.get(before as usize));
        let start = start.map_or(0, |start| *start as usize);
        self.letters.get(start..end)
    }
}

/// Encodes a length in one byte, with eight steps for each doubling.
pub(super) fn quantised(length: f32) -> u8 {
    (8.0 * (length + 1.0).log2()).round() as u8
}

/// Decodes a length.
pub(super) fn length_of(byte: u8) -> f32 {
    (f32::from(byte) / 8.0).exp2() - 1.0
}

impl Head {
    /// The number of documents.
    pub(super) fn documents(&self) -> u32 {
        u32::try_from(self.lengths.len()).unwrap_or(u32::MAX)
    }

    /// Serialises the head, with or without the document ids.
    pub(super) fn bytes(&self, with_ids: bool) -> Vec<u8> {
        let mut out = Vec::new();
        put_bytes(&mut out, &self.lengths);
        out.extend(self.average.to_le_bytes());
        put_number(&mut out, self.languages.len() as u32);
        for language in &self.languages {
            put_bytes(&mut out, language.as_bytes());
        }
        let none = Ids::default();
        let ids = if with_ids { &self.ids } else { &none };
        put_bytes(&mut out, ids.letters.as_bytes());
        put_number(&mut out, ids.ends.len() as u32);
        let mut before = 0;
        for end in &ids.ends {
            put_number(&mut out, end - before);
            before = *end;
        }
        put_number(&mut out, self.parts.len() as u32);
        for part in &self.parts {
            put_bytes(&mut out, &part.first);
            for (length, sum) in [part.words, part.positions] {
                put_number(&mut out, length);
                out.extend(sum.to_le_bytes());
            }
        }
        put_number(&mut out, self.frequent.len() as u32);
        for word in &self.frequent {
            put_bytes(&mut out, word);
        }
        out
    }

    /// Parses the output of [`Head::bytes`]. Memory use is limited to a few times the size
    /// of the input, even if it is invalid.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
        let lengths = reader.bytes()?.to_vec();
        let average = f32::from_bits(reader.fixed32()?);
        let mut languages = Vec::new();
        for _ in 0..reader.number()? {
            languages.push(text(reader.bytes()?)?);
        }
        let letters = text(reader.bytes()?)?;
        let count = reader.number()? as usize;
        if count != 0 && count != lengths.len() {
            return None;
        }
        let mut ends = Vec::with_capacity(count);
        let mut end = 0u32;
        for _ in 0..count {
            end = end.checked_add(reader.number()?)?;
            letters.get(..end as usize)?;
            ends.push(end);
        }
        let mut parts: Vec<PartEntry> = Vec::new();
        for _ in 0..reader.number()? {
            let first = reader.bytes()?.to_vec();
            if parts.last().is_some_and(|before| before.first >= first) {
                return None;
            }
            parts.push(PartEntry {
                first,
                words: (reader.number()?, reader.fixed32()?),
                positions: (reader.number()?, reader.fixed32()?),
            });
        }
        let mut frequent = Vec::new();
        for _ in 0..reader.number()? {
            frequent.push(reader.bytes()?.to_vec());
        }
        let whole = reader.rest().is_empty() && average.is_finite() && average >= 0.0;
        whole.then_some(Self {
            lengths,
            average,
            languages,
            ids: Ids { letters, ends },
            parts,
            frequent,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_survives_a_round_trip() {
        let mut ids = Ids::default();
        ids.push("a");
        ids.push("");
        let head = Head {
            lengths: vec![3, 60],
            average: 12.5,
            languages: vec!["en".into()],
            ids,
            parts: vec![PartEntry {
                first: b"able".to_vec(),
                words: (12, 7),
                positions: (3, 9),
            }],
            frequent: vec![b"the".to_vec()],
        };
        let bytes = head.bytes(true);
        assert_eq!(Head::read(&bytes), Some(head.clone()));
        let alone = Head::read(&head.bytes(false)).unwrap();
        assert_eq!((alone.ids.get(0), alone.documents()), (None, 2));
        assert_eq!((head.ids.get(1), head.ids.get(2)), (Some(""), None));
        for end in 0..bytes.len() {
            assert_eq!(Head::read(&bytes[..end]), None, "{end}");
        }
    }

    #[test]
    fn a_quantised_length_is_off_by_a_twentieth_at_most() {
        for length in [0.0f32, 1.0, 7.0, 100.0, 383.0, 1e6] {
            let read = length_of(quantised(length));
            assert!(
                (read - length).abs() <= 0.05 * length + 0.05,
                "{length} {read}"
            );
        }
    }
}
