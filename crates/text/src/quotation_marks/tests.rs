//! Quotations in the marks of many languages.

use super::*;

fn found(text: &str) -> Vec<&str> {
    let found = quoted(text);
    found.iter().map(|range| range.of(text)).collect()
}

#[test]
fn marks_of_many_kinds() {
    for (text, expected) in [
        // English
        ("He said “never” twice.", vec!["never"]),
        ("“Outer ‘inner’ outer”", vec!["Outer ‘inner’ outer"]),
        ("“Outer “inner” outer”", vec!["Outer “inner” outer"]),
        ("‘Europe’s digital’ market", vec!["Europe’s digital"]),
        ("the 'quasi-state of war' it's", vec!["quasi-state of war"]),
        // German
        ("„Ja“, sagte er, „und nein”.", vec!["Ja", "und nein"]),
        ("»Ja«, sagte er, »und nein«.", vec!["Ja", "und nein"]),
        ("Er nannte es ‚neu‘ und ‚alt‘.", vec!["neu", "alt"]),
        (
            "„Er rief ‚Halt‘ und ging“, sagte sie.",
            vec!["Er rief ‚Halt‘ und ging"],
        ),
        ("»Er rief ›Halt‹ und ging«", vec!["Er rief ›Halt‹ und ging"]),
        ("Er rief ›Halt‹ und ging", vec!["Halt"]),
        ("„Getippt\", sagte er.", vec!["Getippt"]),
        ("» Weit « gesetzt", vec![" Weit "]),
        // French
        ("« Oui » et «non»", vec![" Oui ", "non"]),
        ("Elle finit là. » Puis « autre » suivit.", vec![" autre "]),
        (
            "« L’un dit « non » et rit »",
            vec![" L’un dit « non » et rit "],
        ),
        // Swedish, Finnish, Danish
        ("”Ja”, sade han, ”och nej”.", vec!["Ja", "och nej"]),
        ("»Kyllä», hän sanoi.", vec!["Kyllä"]),
        // Polish
        ("„Tak”, powiedział, „i «nie»”.", vec!["Tak", "i «nie»"]),
        // Japanese, Chinese
        ("「はい」と『本』", vec!["はい", "本"]),
        ("「外『内』外」", vec!["外『内』外"]),
        ("他说「好」。", vec!["好"]),
        ("他说：“好。”她走了。", vec!["好。"]),
        // straight
        ("say \"one\" and \"two\"", vec!["one", "two"]),
        ("\"We \"won\" it,\" he said.", vec!["We \"won\" it,"]),
        ("lost\" marks, \"one\" he said", vec!["one"]),
        ("pre \" parted \" words", vec![" parted "]),
        ("a 5\" disk", vec![]),
        // apostrophes
        ("countries’ phasing out of ’90s", vec![]),
        ("James' book and Chris' car", vec![]),
        ("the U.S.’s allies’ plans, the 1990's heroes' end", vec![]),
        ("‘The U.S.’s plan’ failed", vec!["The U.S.’s plan"]),
        // not closed
        ("“never closed\nnext” one", vec![]),
        ("“never closed\n\nnext” one", vec![]),
        ("He said: “It began here.", vec!["It began here."]),
        ("”“", vec![]),
        ("“”", vec![]),
        ("", vec![]),
        // opened again
        ("“One. “Two,” he said.", vec!["One.", "Two,"]),
        (
            "\"He met Mr. \"Big\" Lee.\"",
            vec!["He met Mr. \"Big\" Lee."],
        ),
        (
            "He said: \"One. \"Two.\" \"Three,\" she said.",
            vec!["One.", "Two.", "Three,"],
        ),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_quotation_over_paragraphs_opens_each() {
    for text in [
        "He said: “One.\n“Two.\n“Three,” he added.\nFour.",
        "Il dit : « One.\n\n« Two.\n\n« Three, » dit-il.\nFour.",
        "Er sagte: „One.\n„Two.\n„Three,“ sagte er.\nFour.",
        "He said: \"One.\n\"Two.\n\"Three,\" he added.\nFour.",
    ] {
        let words: Vec<_> = found(text).iter().map(|words| words.trim()).collect();
        assert_eq!(words, ["One.", "Two.", "Three,"], "{text}");
        let found = quotations(text);
        let continues: Vec<_> = found.iter().map(|found| found.continues).collect();
        assert_eq!(continues, [false, true, true], "{text}");
    }
}

#[test]
fn the_whole_includes_the_marks() {
    let text = "so «non», he said: “It began. ";
    let found = quotations(text);
    let whole: Vec<_> = found.iter().map(|found| found.whole.of(text)).collect();
    assert_eq!(whole, ["«non»", "“It began."]);
    assert!(found.iter().all(|found| !found.single));
    assert!(quotations("a ‘b’ c").iter().all(|found| found.single));
}

#[test]
fn thousands_of_marks_take_linear_time() {
    for mark in [
        "“", "\"", "‘", "«", "”", "'", " '", "“ \" ", " »", ",“", " ›", "„", "‚",
    ] {
        let text = mark.repeat(50_000);
        let _ = quotations(&text);
    }
}

proptest::proptest! {
    #[test]
    fn quotations_are_in_order_and_within_the_text(text in "[a-z .,:\n“”„‘’\"'«»]*") {
        let mut end = 0;
        for found in quotations(&text) {
            proptest::prop_assert!(found.whole.start >= end, "{found:?}");
            proptest::prop_assert!(found.whole.contains(found.inside), "{found:?}");
            proptest::prop_assert!(!found.inside.of(&text).trim().is_empty(), "{found:?}");
            end = found.whole.end;
        }
    }
}
