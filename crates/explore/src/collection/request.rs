//! The request that a view makes to the index of an archive.

use super::SortOrder;
use crate::facet::{Facet, speaker_key};
use crate::view::View;
use model::{Article, Date};
use search::collection::{CollectionIndex, PartId};
use search::{Field, Query};
use text::fold::fold;

/// Words, facets, dates and order of a view.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    query: Query,
    /// Each list requires at least one of its facets.
    facets: Vec<Vec<String>>,
    /// Facets, with the words to search if the index does not have the facet.
    names: Vec<(String, Query)>,
    pub(super) before: Option<Date>,
    pub(super) after: Option<Date>,
    /// The day, month or year of publication.
    on: Option<Date>,
    /// The order by date; `None` for relevance.
    pub(super) by_date: Option<SortOrder>,
    /// The number of articles to list.
    pub(super) shown: usize,
}

impl Request {
    pub(super) fn of(view: &View, shown: usize) -> Self {
        let query = Query::clone(view.query.query());
        let mut facets = Vec::new();
        for facet in [
            Facet::Source,
            Facet::Speaker,
            Facet::About,
            Facet::Form,
            Facet::Stance,
        ] {
            let chosen = view.filters.chosen(facet);
            let chosen: Vec<String> = chosen.map(|value| word(facet, value)).collect();
            if !chosen.is_empty() {
                facets.push(chosen);
            }
        }
        let (mut before, mut after, mut on) = (None, None, None);
        let mut names = Vec::new();
        // Two values of one field are alternatives, which the index is not asked for.
        let mut wanted = query.fields.iter().filter(|term| {
            let same = query
                .fields
                .iter()
                .filter(|other| other.field == term.field);
            !term.excluded && same.count() == 1
        });
        for term in wanted.by_ref() {
            let mut named = |facet| {
                let slug = fold(&term.value).replace(' ', "-");
                names.push((
                    word(facet, &slug),
                    Query::parse(&format!("{} ", term.value)),
                ));
            };
            match term.field {
                Field::Speaker => named(Facet::Speaker),
                Field::About => named(Facet::About),
                Field::Form => facets.push(vec![word(Facet::Form, &term.value)]),
                Field::Stance => facets.push(vec![word(Facet::Stance, &term.value)]),
                Field::Before => before = Date::parse(&term.value),
                Field::After => after = Date::parse(&term.value),
                Field::Date => on = Date::parse(&term.value),
                Field::Title | Field::Entity => {
                    names.push((String::new(), Query::parse(&format!("{} ", term.value))));
                }
                Field::Source | Field::Kind | Field::Author => {}
            }
        }
        let order = SortOrder::of(view, !query.terms.is_empty());
        Self {
            query,
            facets,
            names,
            before,
            after,
            on,
            by_date: (order != SortOrder::Relevance).then_some(order),
            shown,
        }
    }

    /// Whether answering requires the index.
    pub(super) fn needs_index(&self) -> bool {
        !self.query.terms.is_empty() || !self.facets.is_empty() || !self.names.is_empty()
    }

    /// Whether the index may return too many articles. It knows which articles have a claim
    /// by one entity and a claim about another, but not whether it is the same claim, and
    /// it knows dates only roughly.
    pub(super) fn is_rough(&self) -> bool {
        let source = word(Facet::Source, "");
        let of_source = |facets: &&Vec<String>| facets.iter().any(|it| it.starts_with(&source));
        let of_claims = self.facets.len() - self.facets.iter().filter(of_source).count();
        of_claims + self.names.len() > 1
            || self.before.is_some()
            || self.after.is_some()
            || self.on.is_some()
    }

    /// Whether this publication date is within the requested dates.
    pub(super) fn is_of_time(&self, published: Option<Date>) -> bool {
        let Some(published) = published else {
            return self.before.is_none() && self.after.is_none() && self.on.is_none();
        };
        self.before
            .is_none_or(|before| published.last_day() < before.first_day())
            && self
                .after
                .is_none_or(|after| published.first_day() > after.last_day())
            && self.on.is_none_or(|on| {
                published.first_day() >= on.first_day() && published.last_day() <= on.last_day()
            })
    }

    /// The parts of the index needed for the first results.
    pub(super) fn parts_needed(&self, index: &CollectionIndex) -> Vec<PartId> {
        let mut parts = index.parts_needed(&self.query);
        let named = self.names.iter().map(|(facet, _)| facet);
        let facets = self.facets.iter().flatten().chain(named);
        parts.extend(facets.flat_map(|facet| index.parts_of_facet(facet)));
        for (_, words) in &self.names {
            parts.extend(index.parts_needed(words));
        }
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// The remaining parts, for queries of many words.
    pub(super) fn parts_left(&self, index: &CollectionIndex) -> Vec<PartId> {
        index.parts_left(&self.narrowed(index).0)
    }

    /// The words to search, and the facets by which the index filters: the chosen ones, and
    /// the names that the index has as facets. Other names are searched as words.
    pub(super) fn narrowed(&self, index: &CollectionIndex) -> (Query, Vec<Vec<String>>) {
        let (mut query, mut facets) = (self.query.clone(), self.facets.clone());
        for (facet, words) in &self.names {
            let known = index.documents_with(facet);
            if known.is_some_and(|known| !known.is_empty()) {
                facets.push(vec![facet.clone()]);
            } else {
                query.terms.extend(words.terms.iter().cloned());
            }
        }
        (query, facets)
    }
}

fn word(facet: Facet, value: &str) -> String {
    format!("{} {}", facet.as_str(), value.replace('\n', " "))
}

/// The facets of an article in the index of an archive: its source and the facets of its
/// claims.
pub(super) fn facets_of(article: &Article) -> Vec<String> {
    let mut facets = Vec::new();
    if let Some(source) = &article.metadata.source {
        facets.push(word(Facet::Source, source));
    }
    for claim in &article.claims {
        facets.push(word(Facet::Speaker, &speaker_key(article, &claim.speaker)));
        facets.push(word(Facet::Form, claim.form.as_str()));
        facets.push(word(Facet::Stance, claim.stance.as_str()));
        let about = claim.about.iter();
        facets.extend(about.map(|id| word(Facet::About, id.as_str())));
    }
    facets
}
