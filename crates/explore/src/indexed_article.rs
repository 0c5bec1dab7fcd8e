//! An article prepared for reading: data that is computed once and used often.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::facet::{Facet, FacetValue, speaker_key};
use super::speaker_colours::SpeakerColours;
use crate::segments::lanes;
use model::{
    Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Speaker, Stance, TextRange,
    ordered, sort,
};
use search::{ArticleIndex, IndexedName};
use text::quotation_marks::{Quotation, quotations};

/// An article with the data derived from its annotations and the index of its words. Build it
/// once for each article; it is immutable. The index is built when it is first needed, because
/// an editor changes an article many times without searching it.
pub struct IndexedArticle {
    /// The article.
    pub article: Rc<Article>,
    index: OnceCell<ArticleIndex>,
    claims: Vec<ClaimFacts>,
    /// The names of each entity.
    names: OnceCell<Vec<Vec<IndexedName>>>,
    /// The position of each entity in the article's list.
    entities: Numbers,
    /// The kind of the entity of each mention.
    mention_kinds: Vec<EntityKind>,
    /// In the order of [`Facet::ALL`].
    values: [Vec<FacetValue>; 5],
    /// The first claim of each speaker, in the order in which they first speak.
    speakers: Vec<usize>,
    colours: SpeakerColours,
    /// The outermost quotations of the text, in order.
    quotations: Rc<[Quotation]>,
}

/// What a language calls speakers without a name.
#[derive(Clone, Copy, Debug)]
pub struct SpeakerWords {
    /// Nobody is said to speak.
    pub unattributed: &'static str,
    /// Words of the text stand for the speaker, such as "a senior official".
    pub unnamed: fn(&str) -> String,
}

/// A number for each id, such as its position in a list. Each further kind of map would add
/// 2 kB to the page.
pub(super) type Numbers = HashMap<Rc<str>, usize>;

/// Data derived from one claim.
#[derive(Clone, Debug)]
pub(super) struct ClaimFacts {
    /// The key of its speaker.
    pub(super) speaker: String,
    /// The position of the speaker in the list of entities.
    pub(super) speaker_number: Option<usize>,
    /// The speaker's name on the page.
    pub(super) speaker_name: String,
    /// The number of its underline among claims that share words with it.
    pub(super) lane: usize,
    /// Whether every range of its content is between quotation marks.
    pub(super) verbatim: bool,
    /// The entities involved: speaker, subjects, and entities named in the claim.
    pub(super) entities: Vec<EntityId>,
    /// The values of the claim for each facet of [`Facet::OF_CLAIMS`], as indices into
    /// [`IndexedArticle::values`].
    pub(super) values: [Vec<usize>; 4],
    /// The ranges that a query searches: content, cue, and the words for an unnamed
    /// speaker.
    pub(super) searched: Vec<TextRange>,
}

impl IndexedArticle {
    /// Prepares an article. Takes time linear in the text and the annotations.
    #[must_use]
    pub fn of(article: impl Into<Rc<Article>>) -> Self {
        let article = article.into();
        let quotations = quotations(&article.text).into();
        let mut indexed = Self::prepared(article, quotations);
        indexed.colours = SpeakerColours::ranked(indexed.speaker_keys());
        indexed
    }

    /// Prepares an article after an edit, which mostly leaves the text as it was. Speakers keep
    /// their colours.
    #[must_use]
    pub fn after(&self, article: impl Into<Rc<Article>>) -> Self {
        let article = article.into();
        let quotations = match article.text == self.article.text {
            true => Rc::clone(&self.quotations),
            false => quotations(&article.text).into(),
        };
        let mut indexed = Self::prepared(article, quotations);
        indexed.colours = self.colours.after(indexed.speaker_keys());
        indexed
    }

    /// Prepares an article whose speakers have colours from elsewhere, such as those of the
    /// collection that contains it.
    #[must_use]
    pub fn with_colours(article: impl Into<Rc<Article>>, colours: SpeakerColours) -> Self {
        let article = article.into();
        let quotations = quotations(&article.text).into();
        Self {
            colours,
            ..Self::prepared(article, quotations)
        }
    }

    /// The keys of the speakers, most claims first.
    fn speaker_keys(&self) -> impl Iterator<Item = &str> {
        let speakers = self.values(Facet::Speaker).iter();
        speakers.map(|speaker| speaker.id.as_str())
    }

    fn prepared(article: Rc<Article>, quotations: Rc<[Quotation]>) -> Self {
        let extents: Vec<TextRange> = article.claims.iter().map(Claim::extent).collect();
        let marks = Marks::of(&article, &quotations);
        let claims: Vec<ClaimFacts> = article
            .claims
            .iter()
            .zip(lanes(&extents))
            .map(|(claim, lane)| marks.facts(claim, lane))
            .collect();
        let entities = marks.entities;
        let mut indexed = Self {
            article,
            index: OnceCell::new(),
            claims,
            names: OnceCell::new(),
            entities,
            mention_kinds: Vec::new(),
            values: Default::default(),
            speakers: Vec::new(),
            colours: SpeakerColours::default(),
            quotations,
        };
        let mentions = indexed.article.mentions.iter();
        indexed.mention_kinds = mentions.map(|it| indexed.kind(&it.entity)).collect();
        let mut met: HashSet<&str> = HashSet::new();
        let mut order = indexed.claims_in_order();
        order.retain(|claim| met.insert(indexed.speaker_of(*claim)));
        indexed.speakers = order;
        for facet in Facet::ALL {
            indexed.list_values(facet);
        }
        indexed
    }

    /// The index of the words. The first call builds it, in time linear in the text.
    #[must_use]
    pub fn index(&self) -> &ArticleIndex {
        self.index.get_or_init(|| ArticleIndex::of(&self.article))
    }

    /// Whether the index was built.
    #[cfg(test)]
    pub(super) fn is_indexed(&self) -> bool {
        self.index.get().is_some()
    }

    /// Calls speakers without a name as another language does.
    pub fn use_speaker_words(&mut self, words: &SpeakerWords) {
        for (claim, facts) in self.article.claims.iter().zip(&mut self.claims) {
            let name = match claim.speaker {
                Speaker::Entity(_) => continue,
                Speaker::Words(range) => (words.unnamed)(self.article.words(range)),
                Speaker::Unnamed => words.unattributed.to_owned(),
            };
            let mut values = self.values.iter_mut().flatten();
            if let Some(value) = values.find(|value| value.id == facts.speaker) {
                value.label.clone_from(&name);
            }
            facts.speaker_name = name;
        }
    }

    /// The values of a facet that occur in the article: fixed lists in their own order,
    /// others by frequency.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// The position of a claim in the article's list.
    #[must_use]
    pub fn claim_number(&self, id: &ClaimId) -> Option<usize> {
        self.article.claims.iter().position(|claim| claim.id == *id)
    }

    /// The claims in reading order: by their first word, then by list order.
    #[must_use]
    pub fn claims_in_order(&self) -> Vec<usize> {
        let claims = &self.article.claims;
        let start = |number: usize| claims.get(number).map(|claim| claim.extent().start);
        ordered(claims.len(), &|a, b| start(a).cmp(&start(b)))
    }

    /// The kind of an entity.
    #[must_use]
    pub fn kind(&self, id: &EntityId) -> EntityKind {
        self.entity(id)
            .map_or(EntityKind::Other, |entity| entity.kind)
    }

    /// The kind of the entity of a mention, given as a number in the article's list; faster than
    /// [`Self::kind`].
    #[must_use]
    pub fn kind_of_mention(&self, mention: usize) -> EntityKind {
        let kind = self.mention_kinds.get(mention).copied();
        kind.unwrap_or(EntityKind::Other)
    }

    /// The entity with this id; faster than [`Article::entity`].
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.article.entities.get(*self.entities.get(id.as_str())?)
    }

    /// The key of a claim's speaker in an address.
    #[must_use]
    pub fn speaker_of(&self, claim: usize) -> &str {
        self.claims
            .get(claim)
            .map_or("", |facts| facts.speaker.as_str())
    }

    /// The name of a claim's speaker on the page.
    #[must_use]
    pub fn speaker_name(&self, claim: usize) -> &str {
        self.claims
            .get(claim)
            .map_or("", |facts| facts.speaker_name.as_str())
    }

    /// The colour of a speaker, from 0 to [`SpeakerColours::GREY`]. It says whose words something
    /// is, and nothing else.
    #[must_use]
    pub fn speaker_colour(&self, key: &str) -> u8 {
        self.colours.of(key)
    }

    /// The colour of a claim’s speaker.
    #[must_use]
    pub fn claim_colour(&self, claim: usize) -> u8 {
        self.speaker_colour(self.speaker_of(claim))
    }

    /// The number of a claim's underline among claims that share words with it, from 0.
    #[must_use]
    pub fn lane(&self, claim: usize) -> usize {
        self.claims.get(claim).map_or(0, |facts| facts.lane)
    }

    /// Whether all words of a claim are between quotation marks in the text.
    #[must_use]
    pub fn is_verbatim(&self, claim: usize) -> bool {
        self.claims.get(claim).is_some_and(|facts| facts.verbatim)
    }

    /// The values of a claim for a facet; empty for kinds of names.
    #[must_use]
    pub fn values_of(&self, claim: usize, facet: Facet) -> Vec<&str> {
        let (Some(facts), Some(claim)) = (self.claims.get(claim), self.article.claims.get(claim))
        else {
            return Vec::new();
        };
        match facet {
            Facet::Speaker => vec![&facts.speaker],
            Facet::About => claim.about.iter().map(EntityId::as_str).collect(),
            Facet::Form => vec![claim.form.as_str()],
            Facet::Stance => vec![claim.stance.as_str()],
            Facet::Types | Facet::Source => Vec::new(),
        }
    }

    /// The quotations that a range touches.
    pub(super) fn quotations_in(&self, range: TextRange) -> impl Iterator<Item = &Quotation> {
        let before = |quotation: &Quotation| quotation.whole.end <= range.start;
        let first = self.quotations.partition_point(before);
        let from = self.quotations.get(first..).unwrap_or_default().iter();
        from.take_while(move |quotation| quotation.whole.start < range.end)
    }

    /// The values of a claim for a facet of claims, as indices into [`Self::values`].
    pub(super) fn numbers_of(&self, claim: usize, facet: Facet) -> &[usize] {
        let place = Facet::OF_CLAIMS.iter().position(|other| *other == facet);
        let values = self.claims.get(claim).zip(place);
        values
            .and_then(|(facts, place)| facts.values.get(place))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn facts(&self, claim: usize) -> Option<&ClaimFacts> {
        self.claims.get(claim)
    }

    /// The names of each entity.
    pub(super) fn names(&self) -> &[Vec<IndexedName>] {
        self.names.get_or_init(|| {
            let index = self.index();
            let names_of = |entity: &Entity| {
                let all = std::iter::once(&entity.name).chain(&entity.aliases);
                all.map(|name| index.name(name)).collect()
            };
            self.article.entities.iter().map(names_of).collect()
        })
    }

    pub(super) fn names_of(&self, id: &EntityId) -> &[IndexedName] {
        let number = self.entities.get(id.as_str());
        number
            .and_then(|number| self.names().get(*number))
            .map_or(&[], Vec::as_slice)
    }

    /// Lists the values of a facet, and records which of them each claim has.
    fn list_values(&mut self, facet: Facet) {
        // The values have the numbers in which they are met, until they are in order.
        let mut met = Numbers::new();
        let mut totals: Vec<usize> = Vec::new();
        let mut add = |id: &str, count: usize| {
            let known = met.get(id).copied();
            let number = known.unwrap_or_else(|| {
                met.insert(id.into(), totals.len());
                totals.push(0);
                totals.len() - 1
            });
            if let Some(total) = totals.get_mut(number) {
                *total += count;
            }
            number
        };
        let mut of_claims: Vec<Vec<usize>> = Vec::new();
        if Facet::OF_CLAIMS.contains(&facet) {
            for claim in 0..self.claims.len() {
                let has = self.values_of(claim, facet);
                let is_new = |at: usize, id: &str| has.iter().position(|it| *it == id) == Some(at);
                // An entity named twice counts once.
                let number = |(at, id): (usize, &&str)| add(id, usize::from(is_new(at, id)));
                of_claims.push(has.iter().enumerate().map(number).collect());
            }
        }
        if facet == Facet::Types {
            for kind in EntityKind::ALL {
                let mentions = self.mention_kinds.iter();
                match mentions.filter(|other| **other == kind).count() {
                    0 => {}
                    total => drop(add(kind.as_str(), total)),
                }
            }
        }
        let mut values: Vec<(usize, FacetValue)> = Vec::new();
        let mut list = |id: &str, label: &str| {
            if let Some(number) = met.get(id).copied() {
                let value = FacetValue {
                    id: id.to_owned(),
                    label: label.to_owned(),
                    total: totals.get(number).copied().unwrap_or_default(),
                };
                values.push((number, value));
            }
        };
        match facet {
            Facet::Source => {}
            Facet::Form => Form::ALL
                .iter()
                .for_each(|it| list(it.as_str(), it.as_str())),
            Facet::Stance => Stance::ALL
                .iter()
                .for_each(|it| list(it.as_str(), it.as_str())),
            Facet::Types => EntityKind::ALL
                .iter()
                .for_each(|it| list(it.as_str(), it.as_str())),
            Facet::Speaker => {
                for claim in &self.speakers {
                    list(self.speaker_of(*claim), self.speaker_name(*claim));
                }
            }
            Facet::About => {
                for entity in &self.article.entities {
                    list(entity.id.as_str(), &entity.name);
                }
            }
        }
        if matches!(facet, Facet::Speaker | Facet::About) {
            sort(&mut values, |(_, a), (_, b)| {
                b.total.cmp(&a.total).then_with(|| a.label.cmp(&b.label))
            });
        }
        let mut places = vec![None; totals.len()];
        for (place, (number, _)) in values.iter().enumerate() {
            if let Some(slot) = places.get_mut(*number) {
                *slot = Some(place);
            }
        }
        let facet_of_claims = Facet::OF_CLAIMS.iter().position(|other| *other == facet);
        for (facts, numbers) in self.claims.iter_mut().zip(of_claims) {
            let own = numbers.into_iter();
            let own = own.filter_map(|number| places.get(number).copied().flatten());
            let slot = facet_of_claims.and_then(|it| facts.values.get_mut(it));
            if let Some(slot) = slot {
                *slot = own.collect();
            }
        }
        if let Some(listed) = self.values.get_mut(facet as usize) {
            *listed = values.into_iter().map(|(_, value)| value).collect();
        }
    }
}

/// The annotations of an article, sorted, so that those within a claim are found quickly.
struct Marks<'a> {
    article: &'a Article,
    entities: Numbers,
    /// The numbers of the mentions, by position.
    mentions: Vec<usize>,
    quotations: &'a [Quotation],
}

impl<'a> Marks<'a> {
    fn of(article: &'a Article, quotations: &'a [Quotation]) -> Self {
        let ids = article.entities.iter().enumerate();
        let place = |at: usize| article.mentions.get(at).map(|mention| mention.range.start);
        Self {
            article,
            entities: ids
                .map(|(number, entity)| (entity.id.shared(), number))
                .collect(),
            mentions: ordered(article.mentions.len(), &|a, b| place(a).cmp(&place(b))),
            quotations,
        }
    }

    fn is_quoted(&self, range: &TextRange) -> bool {
        let before = |quotation: &Quotation| quotation.inside.start <= range.start;
        let last = self.quotations.partition_point(before).checked_sub(1);
        let last = last.and_then(|last| self.quotations.get(last));
        last.is_some_and(|last| last.inside.end >= range.end)
    }

    fn facts(&self, claim: &Claim, lane: usize) -> ClaimFacts {
        let article = self.article;
        let mut entities = claim.about.clone();
        let mention = |at: usize| article.mentions.get(at);
        for range in &claim.content {
            let before = |at: &usize| mention(*at).is_some_and(|it| it.range.start < range.start);
            let from = self.mentions.partition_point(before);
            for at in self.mentions.get(from..).unwrap_or_default() {
                match mention(*at) {
                    Some(mention) if mention.range.start < range.end => {
                        if range.contains(mention.range) {
                            entities.push(mention.entity.clone());
                        }
                    }
                    _ => break,
                }
            }
        }
        let mut speaker_number = None;
        let speaker_name = match &claim.speaker {
            Speaker::Entity(id) => {
                entities.push(id.clone());
                speaker_number = self.entities.get(id.as_str()).copied();
                let known = speaker_number.and_then(|number| article.entities.get(number));
                known.map_or(id.as_str(), |entity| &entity.name).to_owned()
            }
            Speaker::Words(range) => format!("Unnamed (“{}”)", article.words(*range)),
            Speaker::Unnamed => "Not attributed".to_owned(),
        };
        ClaimFacts {
            speaker: speaker_key(article, &claim.speaker),
            speaker_number,
            speaker_name,
            lane,
            verbatim: claim.content.iter().all(|range| self.is_quoted(range)),
            entities,
            values: Default::default(),
            searched: {
                let words = match claim.speaker {
                    Speaker::Words(range) => Some(range),
                    Speaker::Entity(_) | Speaker::Unnamed => None,
                };
                let content = claim.content.iter().copied();
                content.chain(claim.cue).chain(words).collect()
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter_result::tests::indexed;

    #[test]
    fn an_edited_article_is_prepared_like_any_other() {
        let before = indexed();
        let edits: [fn(&mut Article); 3] = [
            |article| drop(article.claims.remove(1)),
            |article| article.text = article.text.replace(['“', '”'], "***"),
            |article| article.entities[0].name = "Anna".to_owned(),
        ];
        for edit in edits {
            let mut article = Article::clone(&before.article);
            edit(&mut article);
            let (edited, other) = (before.after(article.clone()), IndexedArticle::of(article));
            assert_eq!(edited.quotations, other.quotations);
            for (edited, other) in edited.claims.iter().zip(&other.claims) {
                assert_eq!(format!("{edited:?}"), format!("{other:?}"));
            }
            assert_eq!(
                format!("{:?}", edited.values),
                format!("{:?}", other.values)
            );
        }
        assert_ne!(indexed().quotations.len(), 0);
    }
}
