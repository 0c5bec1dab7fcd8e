//! The part of a collection that a view shows.

use std::cmp::Ordering;
use std::rc::Rc;

use super::{Collection, SortOrder};
use crate::facet::Facet;
use crate::filter_result::{
    Constraint, Emptied, FieldGroups, FilterResult, SoughtField, any_wanted, article_passes,
};
use crate::problem::Problem;
use crate::view::View;
use model::{Article, Mention, ordered};
use search::collection::Replacements;
use search::{Field, IndexedName, SoughtTerm};

/// The articles that match the words of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// The numbers of the articles, best first.
    pub articles: Vec<usize>,
    /// The number of leading articles that contain all words.
    pub whole: usize,
    /// The words that were corrected.
    pub notices: Vec<Problem>,
    /// What was searched instead of what is written.
    pub searched: Replacements,
}

/// The part of a collection that a view shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CollectionResult {
    /// The result for the claims. Its facets count claims.
    pub claims: Rc<FilterResult>,
    /// The articles to show, in order.
    pub articles: Vec<usize>,
    /// The claims to show, in order.
    pub listed: Vec<usize>,
    /// The entities whose names contain the words of the query.
    pub names: Vec<usize>,
    /// Whether no article contains all words, and the ones shown contain some of them.
    pub partial: bool,
    /// For each source, the number of articles if it were chosen alone.
    pub publishers: Vec<(String, usize)>,
    /// The order of both lists.
    pub order: Option<SortOrder>,
    /// The reason why no article matches.
    pub emptied: Option<Emptied>,
    /// The words of the query that could not be parsed or found as written.
    pub notices: Vec<Problem>,
}

impl CollectionResult {
    /// Applies a view. `ranked` is the result of searching the words of the query; `None`
    /// if the query has no words.
    #[must_use]
    pub fn of(view: &View, collection: &Collection, ranked: Option<&Ranked>) -> Self {
        let judged = Judged::of(view, collection, ranked);
        let claims = judged.claims();
        let order = SortOrder::of(view, ranked.is_some());
        let shown = |number: &usize| judged.all(*number);
        let mut articles: Vec<usize> = match ranked {
            Some(ranked) => found(ranked).iter().copied().filter(shown).collect(),
            None => (0..collection.articles.len()).filter(shown).collect(),
        };
        sort_articles(&mut articles, collection, order);
        let listed = sort_claims(&claims.claims, collection, &articles, order);
        let publishers = collection
            .publishers()
            .into_iter()
            .map(|(name, _)| (name.to_owned(), judged.count_of_publisher(name)))
            .collect();
        let unparsed = claims.query.notices.iter().cloned().map(Problem::Query);
        let corrected = ranked.into_iter().flat_map(|ranked| &ranked.notices);
        let notices = unparsed.chain(corrected.cloned()).collect();
        Self {
            names: names(&claims, collection, ranked.map(|ranked| &ranked.searched)),
            partial: ranked.is_some_and(|ranked| ranked.whole == 0 && !ranked.articles.is_empty()),
            emptied: (articles.is_empty() && !collection.articles.is_empty())
                .then(|| judged.emptied()),
            publishers,
            articles,
            listed,
            order: Some(order),
            notices,
            claims: Rc::new(claims),
        }
    }

    /// The result for the claims alone.
    pub(super) fn claims_of(
        view: &View,
        collection: &Collection,
        ranked: Option<&Ranked>,
    ) -> FilterResult {
        Judged::of(view, collection, ranked).claims()
    }
}

/// The filters that each article passes.
struct Judged<'v, 'c> {
    view: &'v View,
    collection: &'c Collection,
    /// For each article, whether it passes by its words, its fields, its source, and one of
    /// its claims.
    articles: Vec<[bool; 4]>,
    /// What the search of the articles looked for instead of what is written.
    searched: Option<Replacements>,
}

const WORDS: usize = 0;
const FIELDS: usize = 1;
const PUBLISHER: usize = 2;
const CLAIM: usize = 3;

impl<'v, 'c> Judged<'v, 'c> {
    fn of(view: &'v View, collection: &'c Collection, ranked: Option<&Ranked>) -> Self {
        let query = view.query.query();
        let fields = FieldGroups::of(query);
        let mut articles: Vec<[bool; 4]> = collection
            .articles
            .iter()
            .enumerate()
            .map(|(number, article)| {
                let publisher = article.metadata.source.as_deref();
                [
                    ranked.is_none(),
                    fields.all(|field, terms| match field {
                        Field::Kind | Field::Entity => any_wanted(terms, |sought| {
                            names_in(article, collection, number, field, sought)
                        }),
                        _ => article_passes(&collection.claims, &article.metadata, field, terms),
                    }),
                    view.filters.pass(Facet::Source, publisher.into_iter()),
                    false,
                ]
            })
            .collect();
        if let Some(ranked) = ranked {
            for number in found(ranked) {
                if let Some(passes) = articles.get_mut(*number) {
                    passes[WORDS] = true;
                }
            }
        }
        let of_claims = |field: &Field| {
            matches!(
                field,
                Field::Speaker | Field::About | Field::Form | Field::Stance
            )
        };
        let asked = query.fields.iter().any(|term| of_claims(&term.field))
            || Facet::OF_CLAIMS
                .iter()
                .any(|facet| !view.filters.is_open(*facet));
        if asked {
            // An article must contain the words somewhere, and a single claim must pass all
            // filters on claims.
            let mut wordless = view.clone();
            wordless.query = view.query.without_words();
            let claims = FilterResult::within(&wordless, &collection.claims, &|_| true, None);
            for (source, fits) in collection.sources.iter().zip(claims.claims) {
                if let Some(passes) = articles.get_mut(source.article) {
                    passes[CLAIM] |= fits;
                }
            }
        } else {
            for passes in &mut articles {
                passes[CLAIM] = true;
            }
        }
        Self {
            view,
            collection,
            articles,
            searched: ranked.map(|ranked| ranked.searched.clone()),
        }
    }

    fn claims(&self) -> FilterResult {
        let fits = |claim: usize| {
            let source = self.collection.sources.get(claim);
            source.is_some_and(|source| {
                self.fields(source.article) && self.is_published_by(source.article)
            })
        };
        FilterResult::within(
            self.view,
            &self.collection.claims,
            &fits,
            self.searched.as_ref(),
        )
    }

    fn passes(&self, number: usize, which: &[usize]) -> bool {
        let passes = self.articles.get(number);
        passes.is_some_and(|passes| which.iter().all(|at| passes.get(*at) == Some(&true)))
    }

    fn all(&self, number: usize) -> bool {
        self.passes(number, &[WORDS, FIELDS, PUBLISHER, CLAIM])
    }

    fn fields(&self, number: usize) -> bool {
        self.passes(number, &[FIELDS])
    }

    fn is_published_by(&self, number: usize) -> bool {
        self.passes(number, &[PUBLISHER])
    }

    fn count_of_publisher(&self, name: &str) -> usize {
        let articles = self.collection.articles.iter().enumerate();
        articles
            .filter(|(number, article)| {
                article.metadata.source.as_deref() == Some(name)
                    && self.passes(*number, &[WORDS, FIELDS, CLAIM])
            })
            .count()
    }

    fn emptied(&self) -> Emptied {
        let left = |which: &[usize]| {
            (0..self.articles.len())
                .filter(|number| self.passes(*number, which))
                .count()
        };
        let mut without = Vec::new();
        if !self.view.query.trim().is_empty() {
            let mut view = self.view.clone();
            view.query.clear();
            let other = Judged::of(&view, self.collection, None);
            let all = (0..self.articles.len()).filter(|number| other.all(*number));
            without.push((Constraint::Query, all.count()));
        }
        if !self.view.filters.is_open(Facet::Source) {
            without.push((
                Constraint::Facet(Facet::Source),
                left(&[WORDS, FIELDS, CLAIM]),
            ));
        }
        for facet in Facet::OF_CLAIMS {
            if !self.view.filters.is_open(facet) {
                let mut view = self.view.clone();
                view.filters.clear(facet);
                let other = Judged::of(&view, self.collection, None);
                let count = (0..self.articles.len()).filter(|number| {
                    self.passes(*number, &[WORDS])
                        && other.passes(*number, &[FIELDS, PUBLISHER, CLAIM])
                });
                without.push((Constraint::Facet(facet), count.count()));
            }
        }
        if !self.view.min_confidence.is_open() {
            let mut view = self.view.clone();
            view.min_confidence = crate::Threshold::default();
            let other = Judged::of(&view, self.collection, None);
            let count = (0..self.articles.len()).filter(|number| {
                self.passes(*number, &[WORDS]) && other.passes(*number, &[FIELDS, PUBLISHER, CLAIM])
            });
            without.push((Constraint::MinConfidence, count.count()));
        }
        without.retain(|(_, left)| *left > 0);
        model::sort(&mut without, |(_, a), (_, b)| b.cmp(a));
        Emptied { without }
    }
}

/// The articles with all words or, if there are none, those with some.
fn found(ranked: &Ranked) -> &[usize] {
    match ranked.whole {
        0 => &ranked.articles,
        whole => ranked.articles.get(..whole).unwrap_or(&ranked.articles),
    }
}

/// Whether an article names an entity with this name or of this kind.
fn names_in(
    article: &Article,
    collection: &Collection,
    number: usize,
    field: Field,
    sought: &SoughtField<'_>,
) -> bool {
    article.mentions.iter().any(|mention: &Mention| {
        let known = collection.identities.of_local(number, &mention.entity);
        known.is_some_and(|known| match field {
            Field::Kind => known.entity.kind.as_str() == sought.value(),
            _ => sought.name.is_of(&collection.claims, &known.entity.id),
        })
    })
}

fn sort_articles(articles: &mut Vec<usize>, collection: &Collection, order: SortOrder) {
    let title = |number: usize| {
        let article = collection.articles.get(number);
        article.map(|article| text::fold::fold(&article.metadata.title))
    };
    match order {
        SortOrder::Relevance => {}
        SortOrder::Newest => model::sort(articles, usize::cmp),
        SortOrder::Oldest => model::sort(articles, |a, b| b.cmp(a)),
        SortOrder::Title => {
            model::sort(articles, |a, b| title(*a).cmp(&title(*b)).then(a.cmp(b)));
        }
    }
}

/// The claims to show, by the order of their articles and then in text order.
fn sort_claims(
    shown: &[bool],
    collection: &Collection,
    articles: &[usize],
    order: SortOrder,
) -> Vec<usize> {
    let count = collection.articles.len();
    let mut places: Vec<usize> = match order {
        SortOrder::Oldest => (0..count).rev().collect(),
        SortOrder::Newest => (0..count).collect(),
        // An article that does not match may still contain a matching claim.
        SortOrder::Relevance | SortOrder::Title => vec![count; count],
    };
    if matches!(order, SortOrder::Relevance | SortOrder::Title) {
        for (place, number) in articles.iter().enumerate() {
            if let Some(at) = places.get_mut(*number) {
                *at = place;
            }
        }
    }
    let place = |claim: usize| {
        let source = collection.sources.get(claim)?;
        Some((*places.get(source.article)?, source.article))
    };
    let claims: Vec<usize> = shown
        .iter()
        .enumerate()
        .filter_map(|(claim, shown)| shown.then_some(claim))
        .collect();
    let sorted = ordered(claims.len(), &|a, b| match (claims.get(a), claims.get(b)) {
        (Some(a), Some(b)) => place(*a).cmp(&place(*b)).then(a.cmp(b)),
        _ => Ordering::Equal,
    });
    sorted
        .into_iter()
        .filter_map(|at| claims.get(at).copied())
        .collect()
}

/// The entities with a name that contains all words of the query.
fn names(
    result: &FilterResult,
    collection: &Collection,
    searched: Option<&Replacements>,
) -> Vec<usize> {
    if result.query.sought().next().is_none() {
        return Vec::new();
    }
    let indexed = &collection.claims;
    let sought = indexed.index().look_up(&result.query, searched);
    let terms = result.query.terms.iter().zip(&sought);
    let asked = terms.filter(|(term, _)| !term.excluded && !term.optional);
    let asked: Vec<&SoughtTerm> = asked.map(|(_, sought)| sought).collect();
    let holds = |names: &Vec<IndexedName>| {
        let mut names = names.iter();
        names.any(|name| asked.iter().all(|term| term.is_in(name)))
    };
    let entities = indexed.names().iter().enumerate();
    let found = entities
        .filter(|(_, names)| holds(names))
        .map(|(number, _)| number);
    let kept = found.filter(|number| {
        let entity = indexed.article.entities.get(*number);
        entity.is_some_and(|entity| result.is_named(&entity.id))
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Finder;
    use import::{annotations::annotate, article_from_markdown};
    use model::ArticleId;
    use proptest::prelude::*;
    use serde_json::json;

    fn article(id: &str, front: &str, text: &str, claims: &serde_json::Value) -> Article {
        let markdown = format!("---\ntitle: {front}\nlanguage: en\n---\n{text}\n");
        let (mut article, _) = article_from_markdown(id, "a.md", &markdown);
        let annotations = json!({
            "version": 1,
            "entities": [
                {"id": "ann", "kind": "person", "name": "Ann"},
                {"id": "china", "kind": "place", "name": "China", "wikidata": "Q148"}
            ],
            "claims": claims
        });
        let told = annotate(&mut article, "a.json", &annotations);
        assert_eq!(told, []);
        article
    }

    fn collection() -> Collection {
        let claim = |id: &str, speaker: &str, stance: &str, words: &str, about: &[&str]| {
            json!({"id": id, "speaker": speaker, "form": "direct", "stance": stance,
                "content": [words], "about": about})
        };
        let articles = vec![
            article(
                "old",
                "Trade\nsource: Daily\npublished: 2024-03-01",
                "“Trade harms,” Ann said of China.",
                &json!([claim("c1", "ann", "criticises", "Trade harms", &["china"])]),
            ),
            article(
                "new",
                "Law\nsource: Weekly\npublished: 2026-01-22",
                "“The law is good,” Ann said. “Trade gains,” China said.",
                &json!([
                    claim("c1", "ann", "supports", "The law is good", &[]),
                    claim("c2", "china", "states", "Trade gains", &["ann"])
                ]),
            ),
            article(
                "third",
                "Silence\nsource: Daily\npublished: 2025-05-05",
                "Nobody said a word of trade. Ann went to China.",
                &json!([]),
            ),
        ];
        let (collection, told) = Collection::of(None, articles);
        assert_eq!(told, []);
        collection
    }

    fn found(collection: &Collection, hash: &str) -> (Vec<String>, Vec<String>) {
        let (view, _) = crate::from_hash(hash);
        let ranked = Finder::of(collection).rank(view.query.query());
        let result = CollectionResult::of(&view, collection, ranked.as_ref());
        let article = |number: &usize| collection.articles[*number].id.to_string();
        let claim = |number: &usize| {
            let source = &collection.sources[*number];
            format!(
                "{}/{}",
                collection.articles[source.article].id, source.claim
            )
        };
        (
            result.articles.iter().map(article).collect(),
            result.listed.iter().map(claim).collect(),
        )
    }

    #[test]
    fn a_view_filters_articles_and_claims() {
        let collection = collection();
        for (hash, articles, claims) in [
            ("", "new third old", "new/c1 new/c2 old/c1"),
            ("sort=oldest", "old third new", "old/c1 new/c1 new/c2"),
            ("sort=title", "new third old", "new/c1 new/c2 old/c1"),
            ("source=Daily", "third old", "old/c1"),
            (
                "source=Daily,Weekly",
                "new third old",
                "new/c1 new/c2 old/c1",
            ),
            ("speaker=ann", "new old", "new/c1 old/c1"),
            ("speaker=ann&stance=criticises&about=china", "old", "old/c1"),
            ("q=speaker:ann%20after:2025", "new", "new/c1"),
            ("q=before:2025-06", "third old", "old/c1"),
            ("q=entity:china%20-source:weekly", "third old", "old/c1"),
            ("q=kind:person%20title:law", "new", "new/c1 new/c2"),
            ("q=harms", "old", "old/c1"),
            ("q=law%20trade&sort=newest", "new", ""),
            ("q=zebra", "", ""),
            ("speaker=china&stance=criticises", "", ""),
        ] {
            let list = |text: &str| {
                text.split(' ')
                    .filter(|id| !id.is_empty())
                    .map(str::to_owned)
                    .collect()
            };
            let expected: (Vec<String>, Vec<String>) = (list(articles), list(claims));
            assert_eq!(found(&collection, hash), expected, "{hash}");
        }
    }

    #[test]
    fn the_cause_of_an_empty_list_is_named_with_its_count() {
        let collection = collection();
        let (view, _) = crate::from_hash("q=zebra%20&source=Daily");
        let ranked = Finder::of(&collection).rank(view.query.query());
        let result = CollectionResult::of(&view, &collection, ranked.as_ref());
        let emptied = result.emptied.unwrap();
        assert_eq!(emptied.without, [(Constraint::Query, 2)]);
        // Counts include the effect of claim facets.
        let (other, _) = crate::from_hash("q=zebra%20&speaker=china");
        let left = CollectionResult::of(&other, &collection, ranked.as_ref());
        assert_eq!(left.emptied.unwrap().without, [(Constraint::Query, 1)]);
        assert_eq!(
            result.publishers,
            [("Daily".into(), 0), ("Weekly".into(), 0)]
        );
    }

    #[test]
    fn merged_claims_keep_their_words_and_entities() {
        let collection = collection();
        for (number, source) in collection.sources.iter().enumerate() {
            let own = &collection.articles[source.article];
            let claim = own
                .claims
                .iter()
                .find(|claim| claim.id == source.claim)
                .unwrap();
            let merged = &collection.claims.article;
            assert_eq!(merged.words_of(&merged.claims[number]), own.words_of(claim));
            assert!(collection.claims.is_verbatim(number));
        }
        let ann = collection
            .identities
            .get(&model::EntityId::new("ann"))
            .unwrap();
        assert!(ann.by_name);
        assert_eq!(ann.places.len(), 3);
        assert_eq!(collection.number_of(&ArticleId::new("old")), Some(2));
    }

    proptest! {
        /// The count next to a source is the result of choosing it alone.
        #[test]
        fn counts_of_sources_equal_the_results_of_choosing_them(
            query in prop::sample::select(vec!["", "trade", "law", "speaker:ann", "-trade", "after:2025"]),
            stance in prop::option::of(prop::sample::select(vec!["criticises", "states"])),
            chosen in prop::option::of(prop::sample::select(vec!["Daily", "Weekly"])),
        ) {
            let collection = collection();
            let mut view = View { query: query.into(), ..View::default() };
            if let Some(stance) = stance { view.filters.choose(Facet::Stance, stance); }
            if let Some(name) = chosen { view.filters.choose(Facet::Source, name); }
            let ranked = Finder::of(&collection).rank(view.query.query());
            let result = CollectionResult::of(&view, &collection, ranked.as_ref());
            for (name, count) in result.publishers {
                let mut alone = view.clone();
                alone.filters.clear(Facet::Source);
                alone.filters.choose(Facet::Source, &name);
                let left = CollectionResult::of(&alone, &collection, ranked.as_ref());
                prop_assert_eq!(left.articles.len(), count, "{}", name);
            }
        }
    }
}
