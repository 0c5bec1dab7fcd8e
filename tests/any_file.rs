//! Any file can be read and annotated, and survives a round trip; `fuzz/` searches for
//! files that break this.

#[path = "any_file/round_trip.rs"]
mod round_trip;
#[path = "any_file/well_formed.rs"]
mod well_formed;

use import::read;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(kind in 0..round_trip::NAMES.len(), bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        round_trip::check(round_trip::NAMES[kind], &bytes);
    }

    #[test]
    fn text(
        kind in 0..round_trip::NAMES.len(),
        text in "(\\PC|[“”\"'‘’«».,:;#*_<>&{}\\[\\] \n]|\n\n|<p>|</p>|<q>|He |said |Ann |that |Monday |\\$5 |10% ){0,80}",
    ) {
        round_trip::check(round_trip::NAMES[kind], text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rtf(text in "(\\PC|[a-z“” ]|\\\\par |\\\\b |\\\\'e9|\\\\u8220\\?|\\\\cell |\\\\row |\\\\intbl |\\\\v |\\{|\\}|\\{\\\\\\*){0,80}") {
        round_trip::check("a.rtf", format!("{{\\rtf1 {text}").as_bytes());
    }

    #[test]
    fn tei(text in "(\\PC|[a-z“” ]|<p>|</p>|<persName>|<persName ref='#a'>|</persName>|<said who='#a'>|</said>|<sp who='Ann'>|<speaker>|</speaker>|</sp>|<lb/>|<q>|</q>|<item>|<cell>|<row>|<note>|&amp;){0,80}") {
        let file = format!("<TEI><text><body>{text}");
        let (articles, _) = read("a.xml", file.as_bytes());
        articles.iter().for_each(well_formed::check);
        round_trip::check("a.xml", file.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quotation_marks_by_the_hundred(
        marks in proptest::collection::vec("[“”\"'‘’«»„「」]| \"|\" |said ", 1..6),
        times in 40usize..120,
    ) {
        round_trip::check("a.txt", marks.concat().repeat(times).as_bytes());
    }
}

#[test]
fn ten_megabytes_are_read() {
    let sentence = "The commission said that *this* was so, and “that” was not. ";
    for (name, part) in [
        ("a.txt", format!("{}\n\n", sentence.repeat(8))),
        ("a.md", format!("{}\n\n", sentence.repeat(8))),
        ("a.html", format!("<p>{}<b>x</b></p>", sentence.repeat(8))),
        ("a.txt", sentence.to_owned()),
    ] {
        let text = part.repeat(10_000_000 / part.len());
        let (articles, _) = read(name, text.as_bytes());
        well_formed::check(&articles[0]);
        assert!(articles[0].text.len() > 9_000_000, "{name}");
    }
}
