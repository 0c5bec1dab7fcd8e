//! Compares the index with a naive search of the texts.

use proptest::prelude::*;

use super::{CollectionIndex, Document, LoadError, PartId};
use crate::query::{Query, Term, Wanted};
use model::TextRange;
use text::terms::{is_hyphen, terms_of};
use text::words::words;

/// Indexes texts in a language without stems, so that each word has one form.
fn build(texts: &[String]) -> CollectionIndex {
    CollectionIndex::build(texts.iter().map(|text| Document {
        id: "same",
        text,
        language: "xx",
        ..Document::default()
    }))
}

/// The words of each paragraph, in order: each as it is, and as one word with the word before it
/// if a hyphen joins them.
fn paragraphs(text: &str) -> Vec<Vec<Vec<String>>> {
    let read = |text: &str| {
        let ranges: Vec<_> = words(text).collect();
        let term = |range: &TextRange| terms_of(range.of(text)).concat();
        let mut found: Vec<Vec<String>> = Vec::new();
        for (range, at) in ranges.iter().zip(0usize..) {
            let mut spellings = vec![term(range)];
            if let Some(before) = at.checked_sub(1).map(|at| &ranges[at])
                && is_hyphen(&text[before.end as usize..range.start as usize])
            {
                spellings.push(format!("{}{}", term(before), term(range)));
            }
            found.push(spellings);
        }
        found
    };
    text.split("\n\n").map(read).collect()
}

fn holds(text: &str, wanted: &Wanted, quoted: bool) -> bool {
    let is = |spellings: &Vec<String>, wanted: &str, prefix: bool| {
        let mut spellings = spellings.iter();
        spellings.any(|word| word == wanted || (prefix && word.starts_with(wanted)))
    };
    paragraphs(text).iter().any(|words| {
        let has = |wanted: &str, prefix: bool| words.iter().any(|word| is(word, wanted, prefix));
        match wanted {
            Wanted::Any(any) => any.iter().any(|wanted| holds(text, wanted, quoted)),
            Wanted::Published(_) => false,
            Wanted::Word { folded, prefix, .. } => has(folded, *prefix),
            Wanted::Phrase { folded, prefix } => {
                let last = folded.len() - 1;
                let mut windows = words.windows(folded.len());
                windows.any(|window| {
                    let mut pairs = window.iter().zip(folded).enumerate();
                    pairs.all(|(at, (word, wanted))| is(word, wanted, *prefix && at == last))
                }) || (!quoted && folded.len() == 2 && has(&folded.concat(), *prefix))
            }
        }
    })
}

/// Whether a text has a term of the query, alone or written as one word with its neighbour.
fn has_term(text: &str, terms: &[&Term], at: usize) -> bool {
    let term = terms[at];
    let with = |first: usize| {
        let [Some(first), Some(second)] = [first, first + 1].map(|at| terms.get(at)) else {
            return false;
        };
        let both = first.plain_word().zip(second.plain_word());
        both.is_some_and(|(first, second)| {
            let folded = format!("{first}{second}");
            let (prefix, forgiving) = (false, false);
            let wanted = Wanted::Word {
                folded,
                prefix,
                forgiving,
            };
            holds(text, &wanted, false)
        })
    };
    holds(text, &term.wanted, term.quoted) || with(at) || (at > 0 && with(at - 1))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("([abÄ]{1,3}[ ,-]|中|\n\n){0,25}", 1..12)
}

fn sample() -> Vec<u8> {
    let texts: Vec<String> = (0..90)
        .map(|number| format!("the word{number} and word{} stand, the end", number % 7))
        .collect();
    build(&texts).to_bytes()
}

proptest! {
    #[test]
    fn sets_equal_a_naive_scan(
        texts in texts(),
        query in "(-?[abä]{1,3}|-?\"[abä]{1,2} [abä]{1,2}\"|[ab]-[ab]|中中)( (-?[abä]{1,3}|-?\"[abä]{1,2} [abä]{1,2}\"|中)){0,3} ?",
    ) {
        let index = build(&texts);
        let parsed = Query::parse(&query);
        let result = index.search(&parsed, 1_000);
        let excluded = |text: &str| parsed.terms.iter().any(|term| term.excluded && holds(text, &term.wanted, term.quoted));
        let sought: Vec<&Term> = parsed.sought().collect();
        let all: Vec<u32> = (0u32..).zip(&texts).filter(|(_, text)| {
            !excluded(text) && (0..sought.len()).all(|at| has_term(text, &sought, at))
        }).map(|(number, _)| number).collect();
        let found: Vec<u32> = result.documents.iter().collect();
        prop_assert_eq!(result.holding_all as usize, all.len());
        if !all.is_empty() {
            prop_assert_eq!(found, all.clone());
        }
        prop_assert_eq!(result.hits.len(), result.holding_any as usize);
        for (hit, rank) in result.hits.iter().zip(0..) {
            let text = &texts[hit.number as usize];
            prop_assert!(!excluded(text));
            prop_assert_eq!(hit.holds_all, rank < all.len());
            prop_assert_eq!(hit.holds_all, all.contains(&hit.number));
        }
        for pair in result.hits.windows(2) {
            prop_assert!(pair[0].score >= pair[1].score);
        }
    }

    #[test]
    fn loaded_and_parted_indexes_answer_alike(texts in texts(), query in "[abä]{1,3}( [abä]{1,3}| \"[ab] [ab]\"){0,3} ?") {
        let index = build(&texts);
        let query = Query::parse(&query);
        let expected = index.search(&query, 1_000);
        let loaded = CollectionIndex::from_bytes(&index.to_bytes()).unwrap();
        prop_assert_eq!(&loaded.search(&query, 1_000), &expected);
        let parts = index.to_parts();
        let mut parted = CollectionIndex::from_head(&parts.head).unwrap();
        let _ = parted.search(&query, 1_000);
        for (id, bytes) in parts.parts.into_iter().rev() {
            parted.provide(id, bytes).unwrap();
        }
        prop_assert_eq!(&parted.search(&query, 1_000), &expected);
        prop_assert_eq!(parted.parts_needed(&query), vec![]);
        prop_assert_eq!(parted.to_parts(), index.to_parts());
    }

    #[test]
    fn a_changed_byte_is_detected(at in 0usize..10_000, by in 1u8..) {
        let mut bytes = sample();
        let at = at % bytes.len();
        bytes[at] ^= by;
        prop_assert!(CollectionIndex::from_bytes(&bytes).is_err());
    }

    #[test]
    fn damage_with_a_valid_checksum_is_harmless(at in 0usize..10_000, by in 1u8.., query in "(the |word|stand |\"the end\"|wrod3 |-end ){1,3}") {
        let index = CollectionIndex::from_bytes(&sample()).unwrap();
        let mut parts = index.to_parts().parts;
        let (_, bytes) = &mut parts[0];
        let at = at % bytes.len();
        bytes[at] ^= by;
        let Some(part) = super::part::Part::new(bytes.clone()) else { return Ok(()) };
        let mut part = part;
        part.set_positions(parts[1].1.clone());
        let damaged = CollectionIndex::new(index.head.clone(), vec![part]);
        let _ = damaged.search(&Query::parse(&query), 10);
    }
}

#[test]
fn foreign_and_truncated_bytes_are_rejected() {
    let bytes = sample();
    for end in 0..bytes.len() {
        let error = CollectionIndex::from_bytes(&bytes[..end]).err();
        let foreign = end < 4;
        let expected = if foreign {
            LoadError::Foreign
        } else {
            LoadError::Damaged
        };
        assert_eq!(error, Some(expected), "{end}");
    }
    let mut other = bytes.clone();
    other[4] = 200;
    let error = CollectionIndex::from_bytes(&other).err();
    assert_eq!(error, Some(LoadError::OtherVersion(200)));
    let error = CollectionIndex::from_bytes(b"<!doctype html><title>404").err();
    assert_eq!(error, Some(LoadError::Foreign));
}

#[test]
fn search_works_with_a_part_missing() {
    let texts: Vec<String> = (0..3_000)
        .map(|number| format!("common z{number} y{number} x{} v{number}", number * 7))
        .collect();
    let parts = build(&texts).to_parts();
    assert!(parts.parts.len() > 4);
    let mut index = CollectionIndex::from_head(&parts.head).unwrap();
    let query = Query::parse("z17 y18 ");
    let needed = index.parts_needed(&query);
    assert!(needed.len() <= 4, "{needed:?}");
    assert_eq!(index.search(&query, 10).missing, ["z17", "y18"]);
    let of_z = index.parts_needed(&Query::parse("z17 "));
    for (id, bytes) in parts.parts.iter().filter(|(id, _)| of_z.contains(id)) {
        index.provide(*id, bytes.clone()).unwrap();
    }
    let result = index.search(&query, 10);
    assert_eq!(result.hits.first().map(|hit| hit.number), Some(17));
    assert_eq!(result.missing, ["y18"]);
    let other = index.provide(PartId::Words(0), vec![1, 2, 3]);
    assert_eq!(other, Err(LoadError::Damaged));
    let other = index.provide(PartId::Words(999), Vec::new());
    assert_eq!(other, Err(LoadError::NoSuchPart));
}

#[test]
fn ranking_needs_no_parameters() {
    let document = |id, title, text| Document {
        id,
        title,
        text,
        language: "en",
        ..Document::default()
    };
    let index = CollectionIndex::build([
        document(
            "all",
            "",
            "The harbour was closed. Ships and cranes stood in the fog.",
        ),
        document(
            "near",
            "",
            "Cranes of the closed harbour: harbour cranes stood still.",
        ),
        document("title", "Harbour cranes", "They stood still."),
        document("one", "", "Harbour harbour harbour harbour harbour."),
        document(
            "stem",
            "",
            "A running committee decided on endangered birds.",
        ),
    ]);
    let ids = |query: &str| -> Vec<String> {
        let result = index.search(&Query::parse(query), 10);
        let ids = result
            .hits
            .iter()
            .map(|hit| index.id(hit.number).unwrap().to_owned());
        ids.collect()
    };
    for (query, first) in [
        ("harbour cranes ", "title"),
        ("fog harbour ", "all"),
        ("endanger ", "stem"),
        ("runs ", "stem"),
        ("committe ", "stem"),
        ("ocmmittee ", "stem"),
        ("bommittee ", "stem"),
        ("commit", "stem"),
        ("\"harbour cranes stood\"", "near"),
        ("still -harbour", ""),
    ] {
        assert_eq!(
            ids(query).first().map_or("", String::as_str),
            first,
            "{query}"
        );
    }
    assert_eq!(
        ids("harbour cranes ").last().map(String::as_str),
        Some("one")
    );
    let forgiven = index.search(&Query::parse("committe "), 10).forgiven;
    assert_eq!(forgiven[0].alike, ["committee"]);
}
