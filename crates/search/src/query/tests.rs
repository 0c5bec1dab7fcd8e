//! Tests of the query language.

use super::*;

fn word(folded: &str, prefix: bool) -> Wanted {
    Wanted::Word {
        folded: folded.into(),
        prefix,
        forgiving: false,
    }
}

fn phrase(words: &[&str], prefix: bool) -> Wanted {
    Wanted::Phrase {
        folded: words.iter().map(|&word| word.into()).collect(),
        prefix,
    }
}

#[test]
fn words_phrases_and_exclusion() {
    for (text, expected) in [
        ("", vec![]),
        (
            "Guo Jiakun",
            vec![(word("guo", false), false), (word("jiakun", true), false)],
        ),
        ("guo ", vec![(word("guo", false), false)]),
        (
            "\"market principles\"",
            vec![(phrase(&["market", "principles"], false), false)],
        ),
        (
            "“market princ",
            vec![(phrase(&["market", "princ"], true), false)],
        ),
        (
            "-ban café",
            vec![(word("ban", false), true), (word("cafe", true), false)],
        ),
        (
            "-\"fair competition\"",
            vec![(phrase(&["fair", "competition"], false), true)],
        ),
        ("high-risk", vec![(phrase(&["high", "risk"], true), false)]),
        ("委员会", vec![(phrase(&["委", "员", "会"], true), false)]),
        ("- a", vec![(word("a", true), false)]),
        ("\"one\"", vec![(phrase(&["one"], false), false)]),
        (
            "protecionism~",
            vec![(
                Wanted::Word {
                    folded: "protecionism".into(),
                    prefix: false,
                    forgiving: true,
                },
                false,
            )],
        ),
    ] {
        let query = Query::parse(text);
        let found: Vec<_> = query
            .terms
            .iter()
            .map(|term| (term.wanted.clone(), term.excluded))
            .collect();
        assert_eq!(found, expected, "{text}");
        assert_eq!(query.notices, [], "{text}");
    }
}

#[test]
fn fields() {
    for (text, expected) in [
        (
            "speaker:guo-jiakun form:direct",
            vec![
                (Field::Speaker, "guo-jiakun", false),
                (Field::Form, "direct", false),
            ],
        ),
        (
            "form:quoted -form:paraphrased form:partly-quoted",
            vec![
                (Field::Form, "direct", false),
                (Field::Form, "indirect", true),
                (Field::Form, "mixed", false),
            ],
        ),
        (
            "SPEAKER:\"Guo Jiakun\"",
            vec![(Field::Speaker, "Guo Jiakun", false)],
        ),
        ("-about:china", vec![(Field::About, "china", true)]),
        (
            "before:2026-02 after:2025",
            vec![
                (Field::Before, "2026-02", false),
                (Field::After, "2025", false),
            ],
        ),
    ] {
        let query = Query::parse(text);
        let found: Vec<_> = query
            .fields
            .iter()
            .map(|term| (term.field, term.value.as_str(), term.excluded))
            .collect();
        assert_eq!(found, expected, "{text}");
        assert!(query.terms.is_empty());
    }
}

#[test]
fn invalid_text_is_searched_as_words() {
    let invalid = |field, value: &str| QueryProblem::InvalidValue {
        field,
        value: value.to_owned(),
    };
    for (text, terms, problem) in [
        ("form:loud", vec!["loud"], invalid(Field::Form, "loud")),
        ("form:partly", vec![], QueryProblem::NoValue(Field::Form)),
        (
            "form:partly ",
            vec!["partly"],
            invalid(Field::Form, "partly"),
        ),
        ("before:202", vec![], QueryProblem::NoValue(Field::Before)),
        (
            "before:2026-1",
            vec![],
            QueryProblem::NoValue(Field::Before),
        ),
        ("stance:loud", vec!["loud"], invalid(Field::Stance, "loud")),
        ("kind:loud", vec!["loud"], invalid(Field::Kind, "loud")),
        ("before:soon", vec!["soon"], invalid(Field::Before, "soon")),
        (
            "before:aa/bb/2026",
            vec!["aa/bb/2026"],
            invalid(Field::Before, "aa/bb/2026"),
        ),
        (
            "before:\"soon 2026\"",
            vec!["soon 2026"],
            invalid(Field::Before, "soon 2026"),
        ),
        (
            "colour:red",
            vec!["colour red"],
            QueryProblem::UnknownField("colour".to_owned()),
        ),
        ("speaker:", vec![], QueryProblem::NoValue(Field::Speaker)),
        ("?!… —", vec![], QueryProblem::NoWords),
        ("\"\"", vec![], QueryProblem::NoWords),
        ("~", vec![], QueryProblem::NoWords),
    ] {
        let query = Query::parse(text);
        let found: Vec<_> = query
            .terms
            .iter()
            .map(|term| term.written.as_str())
            .collect();
        assert_eq!(found, terms, "{text}");
        assert_eq!(query.notices, [problem], "{text}");
    }
    let long = Query::parse(&"word ".repeat(2_000));
    assert_eq!(long.terms.len(), MAX_TERMS);
    assert_eq!(long.notices, [QueryProblem::TooManyTerms]);
}

#[test]
fn fields_say_where_they_stand() {
    let text = " a -about:\"the sea\"speaker:é  form:direct";
    let query = Query::parse(text);
    let written: Vec<&str> = query
        .fields
        .iter()
        .map(|term| &text[term.at.clone()])
        .collect();
    assert_eq!(written, ["-about:\"the sea\"", "speaker:é", "form:direct"]);
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_parsed_as_a_query(text in "([a-c\"“”:~ \\-]|speaker|form|before|\\PC){0,60}") {
        let query = Query::parse(&text);
        let empty = query.is_empty() && !text.trim().is_empty();
        proptest::prop_assert!(!empty || !query.notices.is_empty());
        for term in &query.terms {
            match &term.wanted {
                Wanted::Word { folded, .. } => proptest::prop_assert!(!folded.is_empty()),
                Wanted::Phrase { folded, .. } => proptest::prop_assert!(!folded.is_empty()),
                Wanted::Any(any) => proptest::prop_assert!(any.len() > 1),
                Wanted::Published(_) => proptest::prop_assert!(false),
            }
        }
    }
}

/// What is left of a query: its terms as written, with a minus sign before excluded ones.
fn left(text: &str) -> Vec<String> {
    let query = Query::parse(text);
    let terms = query.terms.iter().map(|term| {
        let minus = if term.excluded { "-" } else { "" };
        format!("{minus}{}", term.written)
    });
    terms.collect()
}

#[test]
fn words_that_a_query_does_without_are_left_out() {
    for (text, expected) in [
        ("what did Macron say about farm aid", "Macron say farm aid"),
        ("the who", "the who"),
        ("the who ", "the who"),
        ("what is it", "what is it"),
        ("WHO on masks ", "WHO masks"),
        ("who on masks ", "masks"),
        ("May in Paris ", "May Paris"),
        ("may I ask ", "ask"),
        ("When did Will Smith speak ", "Will Smith speak"),
        ("Will the strike end ", "strike end"),
        ("strike at the", "strike the"),
        ("\"the\" strike ", "the strike"),
        ("-the strike ", "-the strike"),
        ("trade deal ", "trade deal"),
        ("the deal with Iran ", "deal Iran"),
        ("articles that deal with Iran ", "Iran"),
        ("I am interested in papers on fog ", "fog"),
        ("give me reports about fog ", "fog"),
        ("information technology ", "information technology"),
        ("articles about the article ", "article"),
        ("articles ", "articles"),
        ("report on fog ", "report fog"),
        ("fog regarding ships ", "fog ships"),
        ("ships that are used in fog ", "ships fog"),
        ("used ships ", "used ships"),
    ] {
        assert_eq!(left(text).join(" "), expected, "{text}");
    }
}

#[test]
fn operators_in_capitals_join_and_exclude() {
    for (text, expected) in [
        ("fog OR mist ", vec!["fog OR mist"]),
        (
            "fog OR mist OR \"sea smoke\" ship ",
            vec!["fog OR mist OR sea smoke", "ship"],
        ),
        ("fog AND mist ", vec!["fog", "mist"]),
        ("fog NOT mist ", vec!["fog", "-mist"]),
        ("fog NOT \"sea smoke\" ", vec!["fog", "-sea smoke"]),
        ("fog OR ", vec!["fog"]),
        ("OR fog ", vec!["fog"]),
        ("fog or mist ", vec!["fog", "mist"]),
        ("AND OR NOT ", vec![]),
        ("* ** ", vec![]),
        ("fo* ", vec!["fo"]),
    ] {
        assert_eq!(left(text), expected, "{text}");
    }
    let query = Query::parse("fog OR speaker:ann ");
    assert_eq!(query.notices, [QueryProblem::OrBesideFilter]);
    assert_eq!(Query::parse("fo* x ").terms[0].wanted, word("fo", true));
    assert_eq!(Query::parse("OR ").notices, [QueryProblem::NoWords]);
}

#[test]
fn a_huge_query_is_cut_with_a_notice() {
    let joined = "word-".repeat(200_000);
    for text in ["word ", "* ", "a* ", "OR ", "-", &joined] {
        let query = Query::parse(&text.repeat(10_000 / text.len().min(10_000) + 1));
        assert!(query.terms.len() <= MAX_TERMS, "{}", text.len());
        assert!(!query.notices.is_empty(), "{}", text.len());
    }
}

#[test]
fn days_are_units() {
    let day = |year, month, day| Day { year, month, day };
    let (whole, any) = (day(Some(2026), 1, 22), day(None, 1, 22));
    for (text, days, rest) in [
        ("2026-01-22", vec![whole], 0),
        ("22/01/2026 fog ", vec![whole], 1),
        ("01/22/2026", vec![whole], 0),
        ("22.1.2026", vec![whole], 0),
        ("January 22, 2026 ", vec![whole], 0),
        ("22 Jan 2026", vec![whole], 0),
        ("fog January 22 ", vec![any], 1),
        ("22nd January fog", vec![any], 1),
        ("may 5 ", vec![day(None, 5, 5)], 0),
        (
            "01/02/2026",
            vec![day(Some(2026), 2, 1), day(Some(2026), 1, 2)],
            0,
        ),
        ("02/02/2026", vec![day(Some(2026), 2, 2)], 0),
        ("\"January 22\"", vec![], 1),
        ("January ", vec![], 1),
        ("45 January ", vec![], 2),
        ("2026 ", vec![], 1),
    ] {
        let query = Query::parse(text);
        let mut found = Vec::new();
        let mut others = 0;
        for term in &query.terms {
            match &term.wanted {
                Wanted::Any(any) => found.extend(any.iter().filter_map(|one| match one {
                    Wanted::Published(day) => Some(*day),
                    _ => None,
                })),
                _ => others += 1,
            }
        }
        assert_eq!(found, days, "{text}");
        assert_eq!(others, rest, "{text}");
        let told = query
            .notices
            .contains(&QueryProblem::AmbiguousDate(text.to_owned()));
        assert_eq!(told, days.len() > 1, "{text}");
    }
}

#[test]
fn fields_take_dates_as_people_write_them() {
    for (text, field, values) in [
        ("date:2026-01", Field::Date, vec!["2026-01"]),
        ("before:22/01/2026", Field::Before, vec!["2026-01-22"]),
        (
            "after:\"22 January 2026\"",
            Field::After,
            vec!["2026-01-22"],
        ),
        ("date:\"Jan 2026\"", Field::Date, vec!["2026-01"]),
        (
            "date:01/02/2026",
            Field::Date,
            vec!["2026-02-01", "2026-01-02"],
        ),
        ("author:lee", Field::Author, vec!["lee"]),
    ] {
        let query = Query::parse(text);
        let found: Vec<&str> = query
            .fields
            .iter()
            .map(|term| term.value.as_str())
            .collect();
        assert_eq!(found, values, "{text}");
        assert!(
            query.fields.iter().all(|term| term.field == field),
            "{text}"
        );
        assert!(query.terms.is_empty(), "{text}");
    }
}
