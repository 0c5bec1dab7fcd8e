//! The part of an article that a view shows.

use std::cell::OnceCell;
use std::rc::Rc;

use super::facet::{Facet, FacetValue};
use super::indexed_article::IndexedArticle;
use super::problem::Problem;
use super::view::View;
use model::{Date, EntityId, EntityKind, Mention, Metadata, Speaker, sort};
use search::collection::Replacements;
use search::{Field, FieldTerm, Hits, IndexedName, Query, SoughtTerm, Term};

/// The part of an article that a view shows, and the data to describe it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterResult {
    /// The parsed query.
    pub query: Rc<Query>,
    /// The matches of the query's words.
    pub hits: Hits,
    /// Whether each claim is shown, in the order of the article.
    pub claims: Vec<bool>,
    /// Whether each claim is in the table of who speaks about whom, which shows all speakers
    /// and subjects: whether it is shown if none of them is chosen.
    pub in_table: Vec<bool>,
    /// Whether a facet or a field of the query filters the claims, besides words.
    pub filtered: bool,
    /// The minimum confidence of automatic findings.
    pub min_confidence: super::Threshold,
    /// The entities whose names are marked; `None` means all.
    pub named: Option<Vec<EntityId>>,
    /// For each facet and value, the number of claims (for [`Facet::Types`], of mentions)
    /// if it were chosen alone in its facet.
    counts: Vec<(Facet, String, usize)>,
    /// The reason why no claim is shown, if the article has claims but none matches.
    pub emptied: Option<Emptied>,
}

/// The reason why no claim matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emptied {
    /// The constraints that would leave claims if removed alone, with the number of claims,
    /// most first. Empty if removing a single one does not help.
    pub without: Vec<(Constraint, usize)>,
}

/// A constraint on the claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// The chosen values of a facet.
    Facet(Facet),
    /// The whole query.
    Query,
    /// The minimum confidence of automatic findings.
    MinConfidence,
}

impl FilterResult {
    /// Applies a view.
    #[must_use]
    pub fn of(view: &View, indexed: &IndexedArticle) -> Self {
        let query = view.query.query();
        let about = &indexed.article.metadata;
        let fits =
            FieldGroups::of(query).all(|field, terms| article_passes(indexed, about, field, terms));
        Self::within(view, indexed, &|_| fits, None)
    }

    /// Applies a view within a collection. `fits` returns whether the article of a claim
    /// matches the query and the filters; `searched` is what its search looked for instead of
    /// what is written.
    #[must_use]
    pub fn within(
        view: &View,
        indexed: &IndexedArticle,
        fits: &dyn Fn(usize) -> bool,
        searched: Option<&Replacements>,
    ) -> Self {
        let query = Rc::clone(view.query.query());
        let (sought, hits) = match query.terms.is_empty() {
            true => Default::default(),
            false => {
                let sought = indexed.index().look_up(&query, searched);
                let hits = Hits::of_sought(&query, indexed.index(), &sought);
                (sought, hits)
            }
        };
        let fields = FieldGroups::of(&query);
        let chosen: [Option<Vec<bool>>; 4] = Facet::OF_CLAIMS.map(|facet| {
            let has = |value: &FacetValue| view.filters.has(facet, &value.id);
            let open = view.filters.is_open(facet);
            (!open).then(|| indexed.values(facet).iter().map(has).collect())
        });
        let called: Vec<Vec<bool>> = sought
            .iter()
            .map(|term| {
                let holds = |names: &Vec<IndexedName>| names.iter().any(|name| term.is_in(name));
                indexed.names().iter().map(holds).collect()
            })
            .collect();
        let passes: Vec<Passes> = (0..indexed.article.claims.len())
            .map(|claim| Passes {
                query: fits(claim)
                    && words_hold(indexed, claim, &query, &hits, &called)
                    && fields.all(|field, terms| claim_passes(indexed, claim, field, terms)),
                facets: facets_pass(indexed, claim, &chosen),
                confident: is_confident(view, indexed, claim),
            })
            .collect();
        let claims: Vec<bool> = passes.iter().map(Passes::all).collect();
        let narrowed = view.is_narrowed();
        let nothing_left = !claims.is_empty() && !claims.contains(&true);
        Self {
            filtered: narrowed
                || !query.fields.is_empty()
                || Facet::OF_CLAIMS
                    .iter()
                    .any(|facet| !view.filters.is_open(*facet)),
            min_confidence: view.min_confidence,
            named: named(view, indexed, &fields),
            counts: counts(view, indexed, &passes),
            emptied: nothing_left.then(|| emptied(view, &query, &passes)),
            in_table: passes.iter().map(Passes::all_but_who).collect(),
            query,
            hits,
            claims,
        }
    }

    /// Whether a claim matches, given as a number in the article's list.
    #[must_use]
    pub fn has(&self, claim: usize) -> bool {
        self.claims.get(claim) == Some(&true)
    }

    /// The number of claims shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.claims.iter().filter(|shown| **shown).count()
    }

    /// Whether every value has the same count in another result of the same article.
    #[must_use]
    pub fn counts_as(&self, other: &Self) -> bool {
        self.counts == other.counts
    }

    /// The count for a value if it were chosen alone in its facet.
    #[must_use]
    pub fn count(&self, facet: Facet, value: &str) -> usize {
        let counted = self
            .counts
            .iter()
            .find(|(other, id, _)| *other == facet && id == value);
        counted.map_or(0, |(_, _, count)| *count)
    }

    /// Whether the names of an entity are marked.
    #[must_use]
    pub fn is_named(&self, id: &EntityId) -> bool {
        self.named.as_ref().is_none_or(|named| named.contains(id))
    }

    /// Whether a mention is marked.
    #[must_use]
    pub fn is_marked(&self, mention: &Mention) -> bool {
        if !self.min_confidence.passes(&mention.provenance) {
            return false;
        }
        self.is_named(&mention.entity)
    }

    /// The words of the query that could not be parsed or found as written.
    #[must_use]
    pub fn notices(&self) -> Vec<Problem> {
        let alike = self.query.terms.iter().zip(&self.hits.terms);
        let alike = alike.filter(|(_, hits)| hits.alike);
        let alike = alike.map(|(term, _)| Problem::NotInText {
            word: term.written.clone(),
        });
        let loosened = self.query.terms.iter().zip(&self.hits.terms);
        let loosened = loosened.filter(|(_, hits)| hits.loosened);
        let loosened = loosened.map(|(term, _)| Problem::QuotedNowhere {
            words: term.written.clone(),
        });
        let unparsed = self.query.notices.iter().cloned().map(Problem::Query);
        unparsed.chain(alike).chain(loosened).collect()
    }
}

/// The facets that a claim passes. `chosen` contains, for each facet, whether each value is
/// chosen; `None` lets every claim pass.
fn facets_pass(
    indexed: &IndexedArticle,
    claim: usize,
    chosen: &[Option<Vec<bool>>; 4],
) -> [bool; 4] {
    let Some(facts) = indexed.facts(claim) else {
        return [false; 4];
    };
    let mut passed = [true; 4];
    for ((passed, chosen), own) in passed.iter_mut().zip(chosen).zip(&facts.values) {
        if let Some(chosen) = chosen {
            *passed = own.iter().any(|number| chosen.get(*number) == Some(&true));
        }
    }
    passed
}

/// The filters that a claim passes.
struct Passes {
    query: bool,
    /// In the order of [`Facet::OF_CLAIMS`].
    facets: [bool; 4],
    /// Whether the confidence is high enough.
    confident: bool,
}

impl Passes {
    fn all(&self) -> bool {
        self.is_confident() && self.query && self.facets.iter().all(|passed| *passed)
    }

    fn all_but(&self, facet: Facet) -> bool {
        let mut others = Facet::OF_CLAIMS.iter().zip(self.facets);
        self.is_confident() && self.query && others.all(|(other, passed)| passed || *other == facet)
    }

    /// Whether the claim passes everything but the filters of speaker and subject.
    fn all_but_who(&self) -> bool {
        let others = Facet::OF_CLAIMS.iter().zip(self.facets);
        let mut others =
            others.filter(|(facet, _)| !matches!(facet, Facet::Speaker | Facet::About));
        self.is_confident() && self.query && others.all(|(_, passed)| passed)
    }

    fn is_confident(&self) -> bool {
        self.confident
    }

    fn all_but_query(&self) -> bool {
        self.is_confident() && self.facets.iter().all(|passed| *passed)
    }
}

/// The fields of a query, grouped by field.
pub(super) struct FieldGroups<'q>(Vec<(Field, Vec<SoughtField<'q>>)>);

/// A term of a field, with its value as words of a name.
pub(super) struct SoughtField<'q> {
    term: &'q FieldTerm,
    pub(super) name: SoughtName,
}

/// A text that may be the id of an entity or contain words of a name, looked up once.
pub(super) struct SoughtName {
    text: String,
    words: Query,
    terms: OnceCell<Vec<SoughtTerm>>,
}

impl<'q> SoughtField<'q> {
    pub(super) fn of(term: &'q FieldTerm) -> Self {
        let name = SoughtName::of(&term.value);
        Self { term, name }
    }

    /// The value, as written.
    pub(super) fn value(&self) -> &'q str {
        &self.term.value
    }
}

impl SoughtName {
    pub(super) fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            words: Query::parse(text),
            terms: OnceCell::new(),
        }
    }

    /// The words, each with what it stands for in the article.
    fn terms<'n>(
        &'n self,
        indexed: &IndexedArticle,
    ) -> impl Iterator<Item = (&'n Term, &'n SoughtTerm)> {
        let look_up = || indexed.index().look_up(&self.words, None);
        self.words.terms.iter().zip(self.terms.get_or_init(look_up))
    }

    /// Whether this is an entity's id or contains words of one of its names.
    pub(super) fn is_of(&self, indexed: &IndexedArticle, id: &EntityId) -> bool {
        let has_all = |name: &IndexedName| {
            let mut terms = self.terms(indexed);
            terms.all(|(term, sought)| term.excluded || term.optional || sought.is_in(name))
        };
        let called = |name| has_all(name) || name.is_end_of(&self.words);
        let is_called = || indexed.names_of(id).iter().any(called);
        id.as_str() == self.text || (!self.words.terms.is_empty() && is_called())
    }

    /// Whether all words are in a text, such as a title.
    fn is_in(&self, text: &str, indexed: &IndexedArticle) -> bool {
        let text = indexed.index().name(text);
        let mut terms = self.terms(indexed);
        !self.words.terms.is_empty()
            && terms.all(|(term, sought)| term.excluded || sought.is_in(&text))
    }
}

impl<'q> FieldGroups<'q> {
    pub(super) fn of(query: &'q Query) -> Self {
        let mut groups: Vec<(Field, Vec<SoughtField>)> = Vec::new();
        for term in &query.fields {
            let sought = SoughtField::of(term);
            match groups.iter_mut().find(|(field, _)| *field == term.field) {
                Some((_, terms)) => terms.push(sought),
                None => groups.push((term.field, vec![sought])),
            }
        }
        Self(groups)
    }

    pub(super) fn all(&self, mut holds: impl FnMut(Field, &[SoughtField<'q>]) -> bool) -> bool {
        self.0.iter().all(|(field, terms)| holds(*field, terms))
    }
}

/// Whether any wanted value holds and no excluded value does.
pub(super) fn any_wanted(
    terms: &[SoughtField<'_>],
    holds: impl Fn(&SoughtField<'_>) -> bool,
) -> bool {
    let excluded = terms
        .iter()
        .any(|sought| sought.term.excluded && holds(sought));
    let mut wanted = terms
        .iter()
        .filter(|sought| !sought.term.excluded)
        .peekable();
    let asked = wanted.peek().is_some();
    !excluded && (!asked || wanted.any(holds))
}

/// Whether a claim matches the terms of a field. Fields that concern articles pass.
pub(super) fn claim_passes(
    indexed: &IndexedArticle,
    claim: usize,
    field: Field,
    terms: &[SoughtField<'_>],
) -> bool {
    let (Some(facts), Some(claim)) = (indexed.facts(claim), indexed.article.claims.get(claim))
    else {
        return false;
    };
    if is_of_article(field) {
        return true;
    }
    any_wanted(terms, |sought| match field {
        Field::Speaker => match &claim.speaker {
            Speaker::Entity(id) => sought.name.is_of(indexed, id),
            Speaker::Words(_) | Speaker::Unnamed => {
                facts.speaker == sought.value() || sought.name.is_in(&facts.speaker_name, indexed)
            }
        },
        Field::About => claim.about.iter().any(|id| sought.name.is_of(indexed, id)),
        Field::Entity => (facts.entities.iter()).any(|id| sought.name.is_of(indexed, id)),
        Field::Kind => {
            let kind = EntityKind::parse(sought.value());
            facts
                .entities
                .iter()
                .any(|id| Some(indexed.kind(id)) == kind)
        }
        Field::Form => claim.form.as_str() == sought.value(),
        _ => claim.stance.as_str() == sought.value(),
    })
}

fn is_of_article(field: Field) -> bool {
    matches!(
        field,
        Field::Title | Field::Source | Field::Author | Field::Date | Field::Before | Field::After
    )
}

/// Whether the metadata of an article matches the terms of a field. Fields that do not
/// concern articles pass.
pub(super) fn article_passes(
    indexed: &IndexedArticle,
    about: &Metadata,
    field: Field,
    terms: &[SoughtField<'_>],
) -> bool {
    if !is_of_article(field) {
        return true;
    }
    let has = |text: &Option<String>, sought: &SoughtField<'_>| {
        (text.as_ref()).is_some_and(|text| sought.name.is_in(text, indexed))
    };
    any_wanted(terms, |sought| match field {
        Field::Title => sought.name.is_in(&about.title, indexed),
        Field::Source => has(&about.source, sought),
        Field::Author => has(&about.author, sought),
        Field::Date | Field::Before | Field::After => {
            let compare = |(published, asked): (Date, Date)| match field {
                Field::Date => {
                    published.first_day() >= asked.first_day()
                        && published.last_day() <= asked.last_day()
                }
                Field::Before => published.last_day() < asked.first_day(),
                _ => published.first_day() > asked.last_day(),
            };
            let asked = Date::parse(sought.value());
            about.published.zip(asked).is_some_and(compare)
        }
        _ => true,
    })
}

/// Whether a claim contains all words of the query and no excluded one, in its content, its
/// cue, or the names of its speaker. `called` contains, for each term and entity, whether
/// the term occurs in a name of the entity.
fn words_hold(
    indexed: &IndexedArticle,
    claim: usize,
    query: &Query,
    hits: &Hits,
    called: &[Vec<bool>],
) -> bool {
    let Some(facts) = indexed.facts(claim) else {
        return false;
    };
    let terms = query.terms.iter().zip(&hits.terms).zip(called);
    terms.into_iter().all(|((term, hits), called)| {
        let in_text = hits.stand_within(facts.searched.iter().copied());
        let in_name = || {
            let number = facts.speaker_number;
            number.is_some_and(|number| called.get(number) == Some(&true))
        };
        term.optional || (in_text || in_name()) != term.excluded
    })
}

/// The entities that match the chosen kinds and the query's fields for kinds and names.
fn named(view: &View, indexed: &IndexedArticle, fields: &FieldGroups<'_>) -> Option<Vec<EntityId>> {
    let about_names = |field: &Field| matches!(field, Field::Kind | Field::Entity);
    let asked = fields.0.iter().any(|(field, _)| about_names(field));
    if view.filters.is_open(Facet::Types) && !asked {
        return None;
    }
    let passes = |id: &EntityId| {
        let kind = indexed.kind(id).as_str();
        view.filters.pass(Facet::Types, std::iter::once(kind))
            && fields.all(|field, terms| match field {
                // Kinds that are wanted count as chosen, so that the two never disagree.
                Field::Kind if !view.filters.is_open(Facet::Types) => terms
                    .iter()
                    .all(|sought| !sought.term.excluded || sought.value() != kind),
                Field::Kind => any_wanted(terms, |sought| sought.value() == kind),
                Field::Entity => any_wanted(terms, |sought| sought.name.is_of(indexed, id)),
                _ => true,
            })
    };
    let ids = indexed.article.entities.iter().map(|entity| &entity.id);
    Some(ids.filter(|id| passes(id)).cloned().collect())
}

/// Whether the confidence of a claim is high enough for the view.
fn is_confident(view: &View, indexed: &IndexedArticle, claim: usize) -> bool {
    let claim = indexed.article.claims.get(claim);
    claim.is_some_and(|claim| view.min_confidence.passes(&claim.provenance))
}

fn counts(view: &View, indexed: &IndexedArticle, passes: &[Passes]) -> Vec<(Facet, String, usize)> {
    let mut counts = Vec::new();
    for facet in Facet::ALL {
        let first = counts.len();
        for value in indexed.values(facet) {
            let count = if facet == Facet::Types {
                names_of_kind(view, indexed, value)
            } else {
                0
            };
            counts.push((facet, value.id.clone(), count));
        }
        let Some(place) = Facet::OF_CLAIMS.iter().position(|other| *other == facet) else {
            continue;
        };
        for (claim, _) in passes
            .iter()
            .enumerate()
            .filter(|(_, passes)| passes.all_but(facet))
        {
            let facts = indexed.facts(claim);
            for number in facts
                .and_then(|facts| facts.values.get(place))
                .into_iter()
                .flatten()
            {
                if let Some((_, _, count)) = counts.get_mut(first + number) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

/// The number of marked names of a kind if no other kind were chosen.
fn names_of_kind(view: &View, indexed: &IndexedArticle, kind: &FacetValue) -> usize {
    if view.min_confidence.is_open() {
        return kind.total;
    }
    let sure = |mention: &&Mention| {
        indexed.kind(&mention.entity).as_str() == kind.id
            && view.min_confidence.passes(&mention.provenance)
    };
    indexed.article.mentions.iter().filter(sure).count()
}

fn emptied(view: &View, query: &Query, passes: &[Passes]) -> Emptied {
    let left = |passes_without: &dyn Fn(&Passes) -> bool| {
        passes.iter().filter(|claim| passes_without(claim)).count()
    };
    let mut without: Vec<(Constraint, usize)> = Facet::OF_CLAIMS
        .into_iter()
        .filter(|facet| !view.filters.is_open(*facet))
        .map(|facet| {
            (
                Constraint::Facet(facet),
                left(&|claim| claim.all_but(facet)),
            )
        })
        .collect();
    if !query.is_empty() {
        without.push((Constraint::Query, left(&Passes::all_but_query)));
    }
    if !view.min_confidence.is_open() {
        let rest = |claim: &Passes| claim.query && claim.facets.iter().all(|passed| *passed);
        without.push((Constraint::MinConfidence, left(&rest)));
    }
    without.retain(|(_, left)| *left > 0);
    sort(&mut without, |(_, a), (_, b)| b.cmp(a));
    Emptied { without }
}

#[cfg(test)]
pub(super) mod tests;
