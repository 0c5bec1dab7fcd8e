//! Phrases: consecutive words.

use super::index::CollectionIndex;
use super::part::{Streams, TermAddress};

/// The occurrences of a phrase.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PhraseMatches {
    /// The documents in order, with the number of occurrences in each.
    pub(super) documents: Vec<(u32, u32)>,
    /// Whether a part that is needed for the answer is missing.
    pub(super) missing: bool,
}

/// Finds consecutive words with only punctuation between them, spelled exactly. If `prefix`
/// is set, the beginning of the last word is enough.
pub(super) fn phrase(index: &CollectionIndex, words: &[&str], prefix: bool) -> PhraseMatches {
    let mut found = PhraseMatches::default();
    let mut groups: Vec<(u32, Vec<TermAddress>)> = Vec::new();
    for (word, offset) in words.iter().zip(0u32..) {
        let typing = prefix && offset as usize + 1 == words.len();
        let mut group = Vec::new();
        let take = |other: &[u8], address| {
            if typing || other == word.as_bytes() {
                group.push(address);
            }
            typing
        };
        let complete = index.for_each_word(word.as_bytes(), Streams::Positions, take);
        found.missing |= !complete && (typing || group.is_empty());
        groups.push((offset, group));
    }
    if groups.iter().any(|(_, group)| group.is_empty()) {
        return found;
    }
    // The rarest word comes first; each further word only removes candidates.
    groups.sort_by_key(|(_, group)| {
        let documents = group.iter().map(|address| u64::from(address.documents));
        documents.sum::<u64>()
    });
    let mut places: Option<Vec<(u32, u32)>> = None;
    for (offset, group) in groups {
        let mut kept = Vec::new();
        for address in &group {
            let matched = match &places {
                None => all_places(index, *address, offset, &mut kept),
                Some(places) => places_among(index, *address, offset, places, &mut kept),
            };
            found.missing |= matched.is_none();
        }
        if group.len() > 1 {
            kept.sort_unstable();
        }
        if kept.is_empty() {
            return found;
        }
        places = Some(kept);
    }
    for (document, _) in places.unwrap_or_default() {
        match found.documents.last_mut() {
            Some((last, count)) if *last == document => *count += 1,
            _ => found.documents.push((document, 1)),
        }
    }
    found
}

/// Appends (document, start of the phrase) for each occurrence of a word that is `offset`
/// words into the phrase. Returns `None` if positions are missing.
fn all_places(
    index: &CollectionIndex,
    address: TermAddress,
    offset: u32,
    out: &mut Vec<(u32, u32)>,
) -> Option<()> {
    let mut positions = index.positions(address)?;
    let mut read = Vec::new();
    for posting in index.postings(address) {
        read.clear();
        positions.read(posting.counts, &mut read)?;
        let begins = read
            .iter()
            .filter_map(|position| position.checked_sub(offset));
        out.extend(begins.map(|begin| (posting.document, begin)));
    }
    Some(())
}

/// Like [`all_places`], but keeps only the occurrences among `places`, which are sorted.
fn places_among(
    index: &CollectionIndex,
    address: TermAddress,
    offset: u32,
    places: &[(u32, u32)],
    out: &mut Vec<(u32, u32)>,
) -> Option<()> {
    let mut positions = index.positions(address)?;
    let mut left = places;
    let mut read = Vec::new();
    for posting in index.postings(address) {
        let before = left
            .iter()
            .take_while(|(document, _)| *document < posting.document);
        left = left.get(before.count()..).unwrap_or_default();
        let Some((document, _)) = left.first() else {
            break;
        };
        if *document > posting.document {
            positions.skip(posting.counts)?;
            continue;
        }
        read.clear();
        positions.read(posting.counts, &mut read)?;
        let here = left
            .iter()
            .take_while(|(document, _)| *document == posting.document);
        let stands = |begin: u32| {
            let at = begin.checked_add(offset);
            at.is_some_and(|at| read.binary_search(&at).is_ok())
        };
        out.extend(here.copied().filter(|(_, begin)| stands(*begin)));
    }
    Some(())
}
