//! Compares fields of a query with filters.

use super::*;
use crate::filter_result::FilterResult;
use crate::filter_result::tests::indexed;
use crate::state::reduce;
use proptest::prelude::*;

/// The query and the filters that the page shows for a query; `typing` says that the reader still
/// types.
fn shown(query: &str, typing: bool, chosen: &[(Facet, &str)]) -> (String, Vec<String>) {
    let mut view = View {
        query: query.into(),
        ..View::default()
    };
    for (facet, value) in chosen {
        view.filters.choose(*facet, value);
    }
    let state = State {
        view,
        typing,
        ..State::default()
    };
    let shown = state.with_fields_as_filters(&indexed()).unwrap_or(state);
    described(&shown.view)
}

fn described(view: &View) -> (String, Vec<String>) {
    let filters = view.filters.all();
    let filters = filters.map(|(facet, value)| format!("{}={value}", facet.as_str()));
    (view.query.to_string(), filters.collect())
}

#[test]
fn finished_fields_are_filters() {
    for (query, rest, filters) in [
        ("trade", "trade", vec![]),
        ("speaker:ann", "", vec!["speaker=ann"]),
        ("speaker:AN", "", vec!["speaker=ann"]),
        (
            "speaker:\"widely seen\"",
            "",
            vec!["speaker=words:widely seen"],
        ),
        ("trade speaker:ann", "trade ", vec!["speaker=ann"]),
        ("trade speaker:ann ", "trade ", vec!["speaker=ann"]),
        ("speaker:ann trade", "trade", vec!["speaker=ann"]),
        ("a speaker:\"ann\"b", "a b", vec!["speaker=ann"]),
        (
            "\"a\"ch about:china speaker:ann",
            "\"a\"ch ",
            vec!["speaker=ann", "about=china"],
        ),
        (
            "speaker:ann speaker:bob x",
            "x",
            vec!["speaker=ann", "speaker=bob"],
        ),
        (
            "form:quoted stance:warns",
            "",
            vec!["form=direct", "stance=warns"],
        ),
        (
            "about:china about:bob",
            "",
            vec!["about=bob", "about=china"],
        ),
        ("kind:place", "kind:place", vec!["types=place"]),
        ("-speaker:ann", "-speaker:ann", vec![]),
        (
            "-speaker:ann speaker:bob",
            "-speaker:ann ",
            vec!["speaker=bob"],
        ),
        ("\"speaker:ann\"", "\"speaker:ann\"", vec![]),
        ("speaker:ann speaker:zoe", "speaker:ann speaker:zoe", vec![]),
        ("colour:red title:trade", "colour:red title:trade", vec![]),
        ("form:mixed", "form:mixed", vec![]),
        ("speaker:", "speaker:", vec![]),
    ] {
        let filters: Vec<String> = filters.into_iter().map(str::to_owned).collect();
        assert_eq!(
            shown(query, false, &[]),
            (rest.to_owned(), filters),
            "{query}"
        );
    }
}

#[test]
fn a_field_being_typed_is_a_filter_once_it_names_one_value() {
    let bob = [(Facet::About, "bob")];
    for (query, chosen, rest, filters) in [
        ("speaker:a", &[][..], "", vec!["speaker=ann"]),
        // Bob and China.
        ("about:\"", &[], "about:\"", vec![]),
        ("form:dir", &[], "form:dir", vec![]),
        ("speaker:zoe", &[], "speaker:zoe", vec![]),
        ("about:x", &bob, "", vec!["about=bob"]),
        ("about:c", &bob, "", vec!["about=bob", "about=china"]),
        ("about:x ", &bob, "about:x ", vec!["about=bob"]),
    ] {
        let filters: Vec<String> = filters.into_iter().map(str::to_owned).collect();
        assert_eq!(
            shown(query, true, chosen),
            (rest.to_owned(), filters),
            "{query}"
        );
    }
}

#[test]
fn a_field_before_the_caret_leaves_the_query() {
    for (text, caret, rest, filters) in [
        ("speaker:ann", 11, "speaker:ann", vec![]),
        ("speaker:ann ", 12, "", vec!["speaker=ann"]),
        ("speaker:\"ann\"", 13, "", vec!["speaker=ann"]),
        (
            "speaker:ann form:direct",
            23,
            "form:direct",
            vec!["speaker=ann"],
        ),
        ("speaker:a market", 9, "speaker:a market", vec![]),
        ("kind:place ", 11, "kind:place ", vec![]),
        ("speaker:zoe ", 12, "speaker:zoe ", vec![]),
    ] {
        let action = Action::Type {
            text: text.into(),
            caret,
        };
        let state = State::default();
        let action = action.with_fields_as_filters(&state.view, &indexed());
        let after = reduce(&state, action);
        assert!(after.typing);
        let filters: Vec<String> = filters.into_iter().map(str::to_owned).collect();
        assert_eq!(described(&after.view), (rest.to_owned(), filters), "{text}");
    }
}

#[test]
fn a_choice_changes_the_query_that_holds_it() {
    let toggle = |facet, value: &str| Action::Toggle(facet, value.into());
    for (query, action, rest, filters) in [
        ("x speaker:ann", toggle(Facet::Speaker, "ann"), "x ", vec![]),
        (
            "speaker:ann",
            toggle(Facet::Speaker, "bob"),
            "",
            vec!["speaker=ann", "speaker=bob"],
        ),
        ("kind:place x", toggle(Facet::Types, "place"), "x", vec![]),
        (
            "kind:place",
            toggle(Facet::Types, "person"),
            "kind:place",
            vec!["types=person"],
        ),
        (
            "kind:place a",
            Action::ClearFacet(Facet::Types),
            "a",
            vec![],
        ),
        ("form:direct", Action::ClearFacet(Facet::Form), "", vec![]),
        ("stance:warns", Action::Finish, "", vec!["stance=warns"]),
        (
            "-speaker:ann",
            toggle(Facet::Form, "direct"),
            "-speaker:ann",
            vec!["form=direct"],
        ),
    ] {
        let state = State {
            view: View {
                query: query.into(),
                ..View::default()
            },
            ..State::default()
        };
        let action = action.with_fields_as_filters(&state.view, &indexed());
        let after = reduce(&state, action).view;
        let filters: Vec<String> = filters.into_iter().map(str::to_owned).collect();
        assert_eq!(described(&after), (rest.to_owned(), filters), "{query}");
    }
}

#[test]
fn kinds_in_the_query_and_chosen_kinds_are_marked_together() {
    let mut view = View {
        query: "kind:place".into(),
        ..View::default()
    };
    view.filters.choose(Facet::Types, "person");
    let state = State {
        view,
        ..State::default()
    };
    let indexed = indexed();
    let shown = state.with_fields_as_filters(&indexed).unwrap();
    let result = FilterResult::of(&shown.view, &indexed);
    for id in ["ann", "china"] {
        assert!(result.is_named(&EntityId::new(id)), "{id}");
    }
    assert_eq!(result.claims, [false, true, false, true]);
}

#[test]
fn only_the_named_fields_are_taken_out() {
    for (query, rest) in [
        ("trade speaker:ann", "trade "),
        ("trade speaker:ann ", "trade "),
        ("speaker:“Ann Lee” about:china", "about:china"),
        ("-speaker:ann SPEAKER:bob", "-speaker:ann "),
        ("“a speaker:ann b” x", "“a speaker:ann b” x"),
        ("speaker: x", "speaker: x"),
    ] {
        let left = without_fields(&query.into(), &[Field::Speaker]);
        assert_eq!(left.to_string(), rest, "{query}");
    }
    let left = without_fields(&"date:01/02/2026 x".into(), &[Field::Date]);
    assert_eq!(left.to_string(), "x", "a date with two readings");
}

proptest! {
    #[test]
    fn what_is_kept_is_read_as_before(query in "[a-c:\"“” -]{0,30}|([a-b ]|speaker:|-|about:x){0,9}") {
        let mut all = search::Query::parse(&query);
        all.fields.retain(|term| term.field != Field::Speaker || term.excluded);
        let left = without_fields(&query.as_str().into(), &[Field::Speaker]);
        let left = left.query();
        let read = |query: &search::Query| -> Vec<_> {
            let fields = query.fields.iter();
            fields.map(|term| (term.field, term.value.clone(), term.excluded)).collect()
        };
        prop_assert_eq!(read(left), read(&all));
        let wanted = |query: &search::Query| -> Vec<_> {
            query.terms.iter().map(|term| (term.wanted.clone(), term.excluded)).collect()
        };
        prop_assert_eq!(wanted(left), wanted(&all));
    }

    #[test]
    fn filters_of_fields_keep_the_same_claims(
        pieces in proptest::collection::vec(proptest::sample::select(vec![
            "speaker:ann", "speaker:bo", "speaker:\"widely seen\"", "speaker:z", "-speaker:ann",
            "about:china", "about:b", "-about:\"china\"", "form:direct", "form:paraphrased",
            "form:mixed", "stance:warns", "stance:states", "-stance:warns", "kind:place",
            "entity:bob", "title:trade", "trade", "\"ch", "\"china\"", "-ban", "x:y", "stance:",
        ]), 0..6),
        gaps in proptest::collection::vec(proptest::sample::select(vec!["", " ", "  "]), 7),
    ) {
        let query: String = gaps.iter().zip(pieces.iter().chain([&""])).map(|(gap, piece)| format!("{gap}{piece}")).collect();
        let indexed = indexed();
        let state = State {
            view: View { query: query.as_str().into(), ..View::default() },
            ..State::default()
        };
        let shown = state.with_fields_as_filters(&indexed).unwrap_or_else(|| state.clone());
        let by_query = FilterResult::of(&state.view, &indexed);
        let by_filters = FilterResult::of(&shown.view, &indexed);
        prop_assert_eq!(by_query.claims, by_filters.claims);
        prop_assert_eq!(by_query.hits.marks, by_filters.hits.marks);
        prop_assert_eq!(by_query.named, by_filters.named);
        prop_assert_eq!(by_query.filtered, by_filters.filtered);
    }
}
