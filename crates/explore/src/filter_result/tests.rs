//! Compares views with a naive reference.

use super::*;
use crate::Filters;
use import::{annotations::annotate, article_from_markdown};
use proptest::prelude::*;
use serde_json::json;

pub(crate) fn indexed() -> IndexedArticle {
    let text = "---\ntitle: Trade talk\nlanguage: en\npublished: 2026-01-22\n---\n\
        Ann said trade is good. “Trade harms China,” Bob warned. It is widely seen as fair.\n\n\
        “Bans endanger trade,” Ann told Bob, adding that “China gains”.";
    let (mut article, _) = article_from_markdown("a", "a.md", text);
    let notices = annotate(
        &mut article,
        "a.json",
        &json!({
            "version": 1,
            "entities": [
                {"id": "ann", "kind": "person", "name": "Ann"},
                {"id": "bob", "kind": "person", "name": "Bob"},
                {"id": "china", "kind": "place", "name": "China"}
            ],
            "claims": [
                {"id": "c1", "speaker": "ann", "cue": {"exact": "said"}, "form": "indirect", "stance": "states", "content": ["trade is good"], "about": []},
                {"id": "c2", "speaker": "bob", "cue": {"exact": "warned"}, "form": "direct", "stance": "warns", "content": ["Trade harms China"], "about": ["china"]},
                {"id": "c3", "speaker": {"exact": "widely seen"}, "form": "indirect", "stance": "states", "content": ["fair"], "about": []},
                {"id": "c4", "speaker": "ann", "cue": {"exact": "told"}, "form": "direct", "stance": "criticises", "content": ["Bans endanger trade", "China gains"], "about": ["china", "bob"]}
            ]
        }),
    );
    assert_eq!(notices, []);
    IndexedArticle::of(article)
}

#[test]
fn a_result_has_the_query_parsed_with_the_view() {
    let (view, _) = crate::from_hash("q=trade%20form:direct");
    let result = FilterResult::of(&view, &indexed());
    assert!(Rc::ptr_eq(&result.query, view.query.query()));
}

#[test]
fn an_article_is_indexed_when_words_are_searched() {
    let indexed = indexed();
    for (hash, is_indexed) in [
        ("", false),
        ("speaker=ann&q=stance:warns", false),
        ("q=trade", true),
    ] {
        let (view, _) = crate::from_hash(hash);
        let _result = FilterResult::of(&view, &indexed);
        assert_eq!(indexed.is_indexed(), is_indexed, "{hash}");
    }
}

fn shown(query: &str, chosen: &[(Facet, &str)]) -> Vec<usize> {
    let mut view = View {
        query: query.into(),
        ..View::default()
    };
    for (facet, value) in chosen {
        view.filters.choose(*facet, value);
    }
    let result = FilterResult::of(&view, &indexed());
    (0..result.claims.len())
        .filter(|at| result.claims[*at])
        .collect()
}

#[test]
fn queries_and_filters_narrow_claims() {
    for (query, chosen, expected) in [
        ("", vec![], vec![0, 1, 2, 3]),
        ("trade", vec![], vec![0, 1, 3]),
        ("trade china", vec![], vec![1, 3]),
        ("\"trade harms\"", vec![], vec![1]),
        ("trade -china", vec![], vec![0]),
        ("ann", vec![], vec![0, 3]),
        ("warned", vec![], vec![1]),
        ("endangered", vec![], vec![3]),
        ("speaker:ann", vec![], vec![0, 3]),
        ("speaker:ann speaker:bob", vec![], vec![0, 1, 3]),
        ("-speaker:ann", vec![], vec![1, 2]),
        ("speaker:\"widely seen\"", vec![], vec![2]),
        ("speaker:ann form:direct", vec![], vec![3]),
        ("kind:place", vec![], vec![1, 3]),
        ("entity:bob", vec![], vec![1, 3]),
        ("about:china stance:warns", vec![], vec![1]),
        ("title:trade", vec![], vec![0, 1, 2, 3]),
        ("title:war", vec![], vec![]),
        ("before:2026", vec![], vec![]),
        ("before:2026-02 after:2026-01-21", vec![], vec![0, 1, 2, 3]),
        (
            "",
            vec![(Facet::Speaker, "ann"), (Facet::Speaker, "bob")],
            vec![0, 1, 3],
        ),
        (
            "",
            vec![(Facet::Speaker, "ann"), (Facet::About, "china")],
            vec![3],
        ),
        ("", vec![(Facet::Speaker, "words:widely seen")], vec![2]),
        ("", vec![(Facet::Types, "place")], vec![0, 1, 2, 3]),
        ("fair", vec![(Facet::Form, "direct")], vec![]),
    ] {
        assert_eq!(shown(query, &chosen), expected, "{query} {chosen:?}");
    }
}

#[test]
fn the_cause_of_an_empty_list_is_named() {
    let mut view = View {
        query: "fair".into(),
        ..View::default()
    };
    view.filters.choose(Facet::Form, "direct");
    let result = FilterResult::of(&view, &indexed());
    let emptied = result.emptied.unwrap();
    assert_eq!(
        emptied.without,
        [(Constraint::Query, 2), (Constraint::Facet(Facet::Form), 1)]
    );
}

#[test]
fn kinds_filter_names_but_not_claims() {
    let mut view = View::default();
    view.filters.choose(Facet::Types, "place");
    let result = FilterResult::of(&view, &indexed());
    assert!(result.is_named(&EntityId::new("china")) && !result.is_named(&EntityId::new("ann")));
    assert!(!result.filtered);
}

proptest! {
    #[test]
    fn a_threshold_hides_claims_and_updates_all_counts(
        confidences in proptest::collection::vec(proptest::option::of(0.0f32..=1.0), 4),
        percent in 0u8..=100,
    ) {
        use crate::{Threshold, percent_of};
        use model::Provenance;
        let mut article = (*indexed().article).clone();
        let found = |confidence: f32| Provenance::Found { confidence, rule: "".into() };
        for (claim, confidence) in article.claims.iter_mut().zip(&confidences) {
            claim.provenance = confidence.map_or(Provenance::Curated, found);
        }
        for (mention, confidence) in article.mentions.iter_mut().zip(confidences.iter().cycle()) {
            mention.provenance = confidence.map_or(Provenance::Curated, found);
        }
        let indexed = IndexedArticle::of(article);
        let view = View { min_confidence: Threshold::new(percent), ..View::default() };
        let result = FilterResult::of(&view, &indexed);
        let sure = |provenance: &Provenance| match provenance {
            Provenance::Curated => true,
            Provenance::Found { confidence, .. } => percent_of(*confidence) >= percent,
        };
        let expected: Vec<bool> =
            indexed.article.claims.iter().map(|claim| sure(&claim.provenance)).collect();
        prop_assert_eq!(&result.claims, &expected);
        let shown = expected.iter().filter(|shown| **shown).count();
        let forms = indexed.values(Facet::Form).iter();
        prop_assert_eq!(forms.map(|form| result.count(Facet::Form, &form.id)).sum::<usize>(), shown);
        let marked = indexed.article.mentions.iter().filter(|mention| sure(&mention.provenance));
        let kinds = indexed.values(Facet::Types).iter();
        prop_assert_eq!(
            kinds.map(|kind| result.count(Facet::Types, &kind.id)).sum::<usize>(),
            marked.count()
        );
        for mention in &indexed.article.mentions {
            prop_assert_eq!(result.is_marked(mention), sure(&mention.provenance));
        }
        let blamed = result.emptied.map(|emptied| emptied.without);
        prop_assert_eq!(blamed, (shown == 0).then(|| vec![(Constraint::MinConfidence, 4)]));
    }
}

proptest! {
    #[test]
    fn filters_and_counts_equal_a_naive_oracle(
        chosen in proptest::collection::vec((0usize..4, 0usize..8), 0..6),
        word in proptest::sample::select(vec!["", "trade", "china", "fair", "zebra"]),
    ) {
        let indexed = indexed();
        let mut filters = Filters::default();
        for (facet, value) in chosen {
            let facet = Facet::OF_CLAIMS[facet];
            let values = indexed.values(facet);
            filters.choose(facet, &values[value % values.len()].id);
        }
        let oracle = |filters: &Filters| (0..indexed.article.claims.len()).filter(|claim| {
            let text: String = indexed.article.claims[*claim].content.iter()
                .map(|range| indexed.article.words(*range).to_lowercase() + " ").collect();
            text.contains(word) && Facet::OF_CLAIMS.iter().all(|facet| {
                let chosen: Vec<_> = filters.chosen(*facet).collect();
                chosen.is_empty() || indexed.values_of(*claim, *facet).iter().any(|value| chosen.contains(value))
            })
        }).collect::<Vec<_>>();
        let view = View { query: word.into(), filters: filters.clone(), ..View::default() };
        let result = FilterResult::of(&view, &indexed);
        let shown: Vec<_> = (0..result.claims.len()).filter(|at| result.claims[*at]).collect();
        prop_assert_eq!(&shown, &oracle(&filters));
        prop_assert_eq!(result.emptied.is_some(), shown.is_empty());
        for facet in Facet::OF_CLAIMS {
            for value in indexed.values(facet) {
                let mut alone = filters.clone();
                alone.clear(facet);
                alone.choose(facet, &value.id);
                prop_assert_eq!(result.count(facet, &value.id), oracle(&alone).len());
            }
        }
    }
}

#[test]
fn no_row_or_column_of_the_table_moves_when_claims_are_left_out() {
    let indexed = indexed();
    let table = |query: &str| {
        let (view, _) = crate::from_hash(query);
        let result = FilterResult::of(&view, &indexed);
        let table = crate::WhoAboutWhom::of(&indexed, &result.in_table);
        table.with_most(9, 9, &view.filters)
    };
    let names = |table: &crate::WhoAboutWhom| {
        let rows = table.rows.iter().map(|row| row.name.clone());
        let columns = table.subjects.iter().map(|subject| subject.name.clone());
        rows.chain(columns).collect::<Vec<_>>()
    };
    let (all, part) = (table(""), table("form=indirect"));
    assert_eq!(names(&part), names(&all));
    assert_eq!((all.total, part.total), (4, 2));
    let cells = |table: &crate::WhoAboutWhom| {
        let rows = table.rows.iter();
        let cells = rows.map(|row| (row.total, row.counts.clone()));
        cells.collect::<Vec<_>>()
    };
    assert_eq!(
        cells(&all),
        [
            (2, vec![Some(1), Some(1)]),
            (1, vec![Some(1), None]),
            (1, vec![None, None])
        ]
    );
    assert_eq!(
        cells(&part),
        [
            (1, vec![Some(0), Some(0)]),
            (0, vec![Some(0), None]),
            (1, vec![None, None])
        ]
    );
}
