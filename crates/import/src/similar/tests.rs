//! Edited words, and the limits of the search.

use proptest::prelude::*;

use super::*;

const TEXT: &str = "The harbour opens in May, the mayor said. “We have waited for eleven \
    years,” Ann Lee told the council on Monday. Nobody asked who had paid for the cranes.\n\n\
    The council votes in June. “We have not waited long,” the mayor said.";

fn quote(exact: &str, prefix: &str, suffix: &str) -> Quote {
    Quote {
        exact: exact.into(),
        prefix: prefix.into(),
        suffix: suffix.into(),
    }
}

fn proposed(text: &str, exact: &str, prefix: &str, suffix: &str) -> String {
    let found = SimilarPassages::of(text).propose(&quote(exact, prefix, suffix), None);
    found.map_or(String::new(), |found| found.range.of(text).to_owned())
}

#[test]
fn edited_words_are_found_again() {
    for (text, exact, prefix, suffix, expected) in [
        // A word was changed, inserted, omitted; a comma; case and quotation marks.
        (
            TEXT,
            "We had waited for eleven years",
            "",
            "",
            "We have waited for eleven years",
        ),
        (
            TEXT,
            "We have waited for years",
            "",
            ",” Ann Lee",
            "We have waited for eleven years",
        ),
        (
            TEXT,
            "We have waited for more than eleven years",
            "",
            "",
            "We have waited for eleven years",
        ),
        (
            TEXT,
            "We have been waiting for ten years",
            "said. “",
            ",” Ann",
            "We have waited for eleven years",
        ),
        (
            TEXT,
            "opens in May the mayor said",
            "",
            "",
            "opens in May, the mayor said",
        ),
        (
            TEXT,
            "nobody asked who paid for the crane",
            "",
            "",
            "Nobody asked who had paid for the cranes",
        ),
        (
            TEXT,
            "said: \"We had not waited long\"",
            "",
            "",
            "“We have not waited long",
        ),
        // Names.
        (TEXT, "harbor", "The ", " opens in May", "harbour"),
        (
            TEXT,
            "Anne Leigh",
            "years,” ",
            " told the council",
            "Ann Lee",
        ),
        // Of two similar passages, the context decides.
        (
            TEXT,
            "the mayor says",
            "opens in May, ",
            ". “We have waited",
            "the mayor said",
        ),
        // The words are gone, or others are in their place.
        (TEXT, "Es regnet seit Tagen ohne Ende", "", "", ""),
        (TEXT, "Bob", "years,” ", " told the council", ""),
        (TEXT, "Tuesday", "the council on ", ". Nobody asked", ""),
        (TEXT, "December", "", "", ""),
        (TEXT, "", "said. “", ",” Ann", ""),
        (TEXT, "  ", "", "", ""),
        (TEXT, "?!", "", "", ""),
        ("", "We have waited", "", "", ""),
        // Scripts without blanks, and from right to left.
        (
            "市长说，新港口将于五月正式开放。",
            "港口将于六月正式开放",
            "市长说，新",
            "。",
            "港口将于五月正式开放",
        ),
        (
            "市长说，新港口将于五月正式开放。",
            "委员会星期一投票",
            "",
            "",
            "",
        ),
        (
            "قال العمدة إن الميناء سيفتح في شهر مايو القادم.",
            "الميناء سوف يفتح في شهر مايو",
            "",
            "",
            "الميناء سيفتح في شهر مايو",
        ),
        // Never a part of a word, or of an accented letter.
        (
            "Johannes sprach zuletzt.",
            "Anne sprach zuletzt",
            "",
            "",
            "Johannes sprach zuletzt",
        ),
        (
            "Le cafe\u{301} est ferme\u{301}",
            "cafes est ferme",
            "",
            "",
            "cafe\u{301} est ferme\u{301}",
        ),
    ] {
        assert_eq!(proposed(text, exact, prefix, suffix), expected, "{exact}");
    }
    let long = "We have waited ".repeat(400);
    assert_eq!(proposed(&long, &long.replace("have", "had"), "", ""), "");
}

#[test]
fn the_context_and_then_the_position_decide_between_equals() {
    let last = TEXT.rfind("the mayor said").unwrap();
    let first = TEXT.find("the mayor said").unwrap();
    let mut passages = SimilarPassages::of(TEXT);
    for place in [first, last] {
        let quote = quote("the mayor says", "", "");
        let found = passages.propose(&quote, Some(place)).unwrap();
        assert_eq!(found.range.start as usize, place);
        assert!(found.score < 1.0);
    }
    for (prefix, place) in [("opens in May, ", first), ("not waited long,” ", last)] {
        let quote = quote("the mayor says", prefix, "");
        let found = passages
            .propose(&quote, Some(first + last - place))
            .unwrap();
        assert_eq!(found.range.start as usize, place, "{prefix}");
    }
}

#[test]
fn the_work_for_a_thousand_quotations_is_limited() {
    let paragraph = "It rained in the north, and the council of the town met in the old hall. ";
    let text = paragraph.repeat(1_000_000 / paragraph.len());
    let mut passages = SimilarPassages::of(&text);
    assert!(passages.steps_left >= 50 * text.len());
    passages.steps_left = 10 * text.len();
    let mut found = 0;
    for number in 0..1_000 {
        let words = format!("the council of {number} met in the old hall");
        found += usize::from(passages.propose(&quote(&words, "", ""), None).is_some());
    }
    assert_eq!(found, 9);
    assert!(passages.steps_left < 2 * text.len());
}

/// The most similar run of words, by comparing all of them.
fn naive(text: &str, exact: &str) -> Option<usize> {
    let all: Vec<TextRange> = words(text).collect();
    let ends = |first: usize| all[first..].iter().map(move |end| (first, end.end));
    let runs = (0..all.len()).flat_map(ends);
    let distances = runs.map(|(first, end)| {
        let run = &text[all[first].start as usize..end as usize];
        let pattern = Pattern::of(exact.chars());
        let run = loose(run);
        let distances = pattern.distances(run.chars(), Beginning::First);
        distances.last().unwrap_or(exact.len())
    });
    distances.min()
}

proptest! {
    #[test]
    fn no_other_words_are_nearer(text in "[ab]{1,4}( [ab]{1,4}){0,8}", exact in "[ab]{2,5} [ab]{2,5} [ab]{2,5}") {
        let nearest = naive(&text, &exact);
        if let Some(found) = SimilarPassages::of(&text).propose(&quote(&exact, "", ""), None) {
            let distance = (1.0 - found.score) * exact.len() as f32;
            // A passage is made of whole words after it was found.
            prop_assert!(nearest.is_some_and(|nearest| nearest as f32 <= distance + 0.01));
        } else {
            // Words that differ little are not missed.
            prop_assert!(nearest.is_none_or(|nearest| nearest > 1), "{:?}", nearest);
        }
    }

    #[test]
    fn words_of_the_text_are_their_own_most_similar_passage(
        spelled in proptest::collection::btree_set("[a-d]{1,4}", 1..12),
        a in 0usize..12,
        b in 0usize..12,
    ) {
        let text = spelled.into_iter().collect::<Vec<_>>().join(" ");
        let all: Vec<TextRange> = words(&text).collect();
        let (a, b) = (a % all.len(), b % all.len());
        let (start, end) = (all[a.min(b)].start as usize, all[a.max(b)].end as usize);
        let quote = quote(&text[start..end], &text[..start], &text[end..]);
        let found = SimilarPassages::of(&text).propose(&quote, Some(start));
        prop_assert_eq!(found, Some(SimilarPassage { range: TextRange::new(start, end), score: 1.0 }));
    }

    #[test]
    fn any_words_may_be_looked_for(text in "\\PC{0,60}", exact in "\\PC{0,12}", prefix in "\\PC{0,12}") {
        if let Some(found) = SimilarPassages::of(&text).propose(&quote(&exact, &prefix, ""), None) {
            prop_assert!(!found.range.of(&text).trim().is_empty());
            prop_assert!((LEAST..=1.0).contains(&found.score));
        }
    }
}
