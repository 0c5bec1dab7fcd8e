//! Fields of a query that name values of facets: the same as filters.

use std::ops::Range;
use std::slice;

use super::facet::Facet;
use super::filter_result::{SoughtField, claim_passes};
use super::indexed_article::IndexedArticle;
use super::state::{Action, State};
use super::view::View;
use model::{EntityId, sort};
use search::{Field, FieldTerm, QueryProblem, QueryText};

/// The fields that are the same as a facet.
const FACETS: [(Field, Facet); 4] = [
    (Field::Speaker, Facet::Speaker),
    (Field::About, Facet::About),
    (Field::Form, Facet::Form),
    (Field::Stance, Facet::Stance),
];

/// How far a reader has come with the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typing {
    /// The query is as the reader wants it.
    Done,
    /// The reader types at the end. A field there counts once it names one value.
    AtEnd,
    /// The reader types at this place, in bytes. Fields before it count.
    At(usize),
}

impl State {
    /// The state that the page shows: fields of the query that name known values are filters.
    /// Excluded, unknown and unfinished fields stay in the query. Kinds of names are both, because
    /// a kind in the query filters claims too. `None` if nothing changes.
    #[must_use]
    pub fn with_fields_as_filters(&self, indexed: &IndexedArticle) -> Option<Self> {
        let typing = if self.typing {
            Typing::AtEnd
        } else {
            Typing::Done
        };
        let mut view = moved(&self.view, indexed, typing)?;
        for term in terms_of(&view.query.clone(), Field::Kind) {
            if indexed
                .values(Facet::Types)
                .iter()
                .any(|kind| kind.id == term.value)
            {
                view.filters.choose(Facet::Types, &term.value);
            }
        }
        Some(Self {
            view,
            ..self.clone()
        })
    }
}

impl Action {
    /// The action for a view in which fields of the query count as filters: it changes the query
    /// where that holds what the action is about.
    #[must_use]
    pub fn with_fields_as_filters(self, view: &View, indexed: &IndexedArticle) -> Self {
        let (changed, then) = match self {
            Self::Type { text, caret } => {
                let typed = View {
                    query: text.into(),
                    ..view.clone()
                };
                let after = moved(&typed, indexed, Typing::At(caret)).unwrap_or(typed);
                let query = after.query.to_string();
                (after, Self::Search(query))
            }
            Self::Toggle(Facet::Types, kind) => {
                let terms = terms_of(&view.query, Field::Kind);
                let taken = terms.filter(|term| term.value == kind);
                let taken: Vec<Range<usize>> = taken.map(|term| term.at.clone()).collect();
                if taken.is_empty() {
                    return Self::Toggle(Facet::Types, kind);
                }
                let mut after = view.clone();
                after.query = without(&view.query, taken);
                after.filters.choose(Facet::Types, &kind);
                (after, Self::Toggle(Facet::Types, kind))
            }
            Self::ClearFacet(Facet::Types) => {
                let taken = terms_of(&view.query, Field::Kind);
                let taken = taken.map(|term| term.at.clone()).collect();
                let mut after = view.clone();
                after.query = without(&view.query, taken);
                (after, Self::ClearFacet(Facet::Types))
            }
            Self::Toggle(..) | Self::Pair { .. } | Self::ClearFacet(_) | Self::Finish => {
                match moved(view, indexed, Typing::Done) {
                    Some(after) => (after, self),
                    None => return self,
                }
            }
            other => return other,
        };
        Self::Refine {
            query: changed.query,
            filters: changed.filters,
            then: Box::new(then),
        }
    }
}

/// The wanted terms of a field.
fn terms_of(query: &QueryText, field: Field) -> impl Iterator<Item = &FieldTerm> {
    let terms = query.query().fields.iter();
    terms.filter(move |term| term.field == field && !term.excluded)
}

/// The view with finished fields as filters; `None` if the query has no fields.
fn moved(view: &View, indexed: &IndexedArticle, typing: Typing) -> Option<View> {
    let query = view.query.query();
    if query.fields.is_empty() || query.notices.contains(&QueryProblem::TooManyTerms) {
        return None;
    }
    let mut moved = view.clone();
    let mut taken = Vec::new();
    for (field, facet) in FACETS {
        let mut named = Vec::new();
        let mut unknown = false;
        for term in terms_of(&view.query, field) {
            let is_last = term.at.end == view.query.len() && !is_closed(&view.query, term);
            let may_grow = is_last && typing == Typing::AtEnd;
            let counts = match typing {
                Typing::At(caret) => {
                    term.at.end < caret || (term.at.end == caret && is_closed(&view.query, term))
                }
                Typing::Done | Typing::AtEnd => true,
            };
            if !counts {
                continue;
            }
            let values = values_called(indexed, facet, term);
            if may_grow && values.len() != 1 {
                // The other filters of the facet go on until this one is finished.
                if !moved.filters.is_open(facet) {
                    taken.push(term.at.clone());
                }
                continue;
            }
            unknown |= values.is_empty();
            named.push((term, values));
        }
        // Any value of a field may match, so a value that nothing has keeps the others in the
        // query.
        if unknown {
            continue;
        }
        for (term, values) in named {
            taken.push(term.at.clone());
            for value in values {
                moved.filters.choose(facet, value);
            }
        }
    }
    moved.query = without(&view.query, taken);
    Some(moved)
}

/// Whether a quotation mark ends the value of a field, so that it cannot grow.
fn is_closed(query: &QueryText, term: &FieldTerm) -> bool {
    let written = query.get(term.at.clone()).unwrap_or_default();
    let marks = written.matches(['"', '“', '”', '„']);
    marks.count() == 2
}

/// The values of a facet that a term of its field matches.
fn values_called<'i>(indexed: &'i IndexedArticle, facet: Facet, term: &FieldTerm) -> Vec<&'i str> {
    let values = indexed.values(facet);
    let ids = values.iter().map(|value| value.id.as_str());
    let Some(place) = Facet::OF_CLAIMS.iter().position(|other| *other == facet) else {
        return Vec::new();
    };
    let sought = SoughtField::of(term);
    match facet {
        Facet::Speaker => {
            let mut called = vec![None; values.len()];
            for claim in 0..indexed.article.claims.len() {
                let own = indexed
                    .facts(claim)
                    .and_then(|facts| facts.values.get(place));
                for number in own.into_iter().flatten() {
                    if let Some(called @ None) = called.get_mut(*number) {
                        *called = Some(claim_passes(
                            indexed,
                            claim,
                            term.field,
                            slice::from_ref(&sought),
                        ));
                    }
                }
            }
            let called = called.into_iter().map(|called| called == Some(true));
            ids.zip(called)
                .filter_map(|(id, called)| called.then_some(id))
                .collect()
        }
        Facet::About => ids
            .filter(|id| sought.name.is_of(indexed, &EntityId::new(id)))
            .collect(),
        _ => ids.filter(|id| *id == term.value).collect(),
    }
}

/// A query without its values of these fields; excluded values stay.
pub(crate) fn without_fields(query: &QueryText, fields: &[Field]) -> QueryText {
    let terms = fields.iter().flat_map(|field| terms_of(query, *field));
    without(query, terms.map(|term| term.at.clone()).collect())
}

/// The query without these parts, and without the white space that parted them from the others.
/// Behind the last word one blank stays: a word before a field is not being typed any more.
fn without(query: &QueryText, mut parts: Vec<Range<usize>>) -> QueryText {
    if parts.is_empty() {
        return query.clone();
    }
    sort(&mut parts, |a, b| a.start.cmp(&b.start));
    parts.dedup();
    let mut left = query.to_string();
    for part in parts.into_iter().rev() {
        let (before, rest) = left.split_at_checked(part.start).unwrap_or((&left, ""));
        let after = rest.get(part.len()..).unwrap_or_default();
        let kept = before.trim_end();
        left = if kept.is_empty() {
            after.trim_start().to_owned()
        } else if after.starts_with(char::is_whitespace) {
            format!("{kept}{after}")
        } else if after.is_empty() && kept.len() < before.len() {
            format!("{kept} ")
        } else {
            format!("{before}{after}")
        };
    }
    left.into()
}

#[cfg(test)]
mod tests;
