//! An article made ready to be read: what is worked out once and asked often.

use std::collections::HashMap;
use std::rc::Rc;

use super::facet::{Facet, FacetValue, speaker_key};
use crate::model::{
    Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Speaker, Stance, TextRange,
    ordered, sort,
};
use crate::search::{ArticleIndex, IndexedName};
use crate::segments::lanes;
use crate::text::quotation_marks::quoted;

/// An article with its index and what follows from its annotations. Built once an
/// article; nothing in it changes afterwards.
pub struct Reading {
    /// The article.
    pub article: Article,
    /// The index of its words.
    pub index: ArticleIndex,
    claims: Vec<ClaimFacts>,
    /// For each entity, its names.
    names: Vec<Vec<IndexedName>>,
    /// Where each entity stands in the article's list.
    entities: HashMap<Rc<str>, usize>,
    /// In the order of [`Facet::ALL`].
    values: [Vec<FacetValue>; 5],
    speakers: Vec<String>,
}

/// What follows from one claim.
#[derive(Clone, Debug)]
pub(super) struct ClaimFacts {
    /// What stands for its speaker.
    pub(super) speaker: String,
    /// Where the speaker stands in the list of entities.
    pub(super) speaker_number: Option<usize>,
    /// The speaker as the page names it.
    pub(super) speaker_name: String,
    /// The underline it has among claims that share its words.
    pub(super) lane: usize,
    /// Every range of its content stands between quotation marks.
    pub(super) verbatim: bool,
    /// The entities it has to do with: speaker, subjects, and who is named in it.
    pub(super) entities: Vec<EntityId>,
    /// What each facet of [`Facet::OF_CLAIMS`] says of it, as numbers in
    /// [`Reading::values`].
    pub(super) values: [Vec<usize>; 4],
    /// Where a query may find it: content, cue, and the words that stand for a speaker.
    pub(super) searched: Vec<TextRange>,
}

impl Reading {
    /// Makes an article ready. Takes time linear in the text and in the marks over it.
    #[must_use]
    pub fn of(article: Article) -> Self {
        let index = ArticleIndex::of(&article);
        let quoted = quoted(&article.text);
        let extents: Vec<TextRange> = article.claims.iter().map(Claim::extent).collect();
        let names = article
            .entities
            .iter()
            .map(|entity| {
                let all = std::iter::once(&entity.name).chain(&entity.aliases);
                all.map(|name| index.name(name)).collect()
            })
            .collect();
        let claims: Vec<ClaimFacts> = article
            .claims
            .iter()
            .zip(lanes(&extents))
            .map(|(claim, lane)| facts(&article, claim, lane, &quoted))
            .collect();
        let mut speakers: Vec<String> = Vec::new();
        let mut in_text: Vec<(u32, &str)> = extents
            .iter()
            .map(|range| range.start)
            .zip(claims.iter().map(|facts| facts.speaker.as_str()))
            .collect();
        sort(&mut in_text, Ord::cmp);
        for (_, speaker) in in_text {
            if !speakers.iter().any(|known| known == speaker) {
                speakers.push(speaker.to_owned());
            }
        }
        let entities = article
            .entities
            .iter()
            .enumerate()
            .map(|(number, entity)| (entity.id.shared(), number))
            .collect();
        let mut reading = Self {
            article,
            index,
            claims,
            names,
            entities,
            values: Default::default(),
            speakers,
        };
        reading.values = Facet::ALL.map(|facet| reading.list_values(facet));
        for claim in 0..reading.claims.len() {
            let numbers = Facet::OF_CLAIMS.map(|facet| {
                let has = reading.values_of(claim, facet);
                let listed = reading.values(facet).iter().enumerate();
                let own = listed.filter(|(_, value)| has.contains(&value.id.as_str()));
                own.map(|(number, _)| number).collect()
            });
            if let Some(facts) = reading.claims.get_mut(claim) {
                facts.values = numbers;
            }
        }
        reading
    }

    /// The values of a facet that the article has: closed lists in their own order, the
    /// others most frequent first.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// Where a claim stands in the article's list.
    #[must_use]
    pub fn claim_number(&self, id: &ClaimId) -> Option<usize> {
        self.article.claims.iter().position(|claim| claim.id == *id)
    }

    /// The claims in reading order: by their first word, then by the list.
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

    /// The entity of that id; quicker than [`Article::entity`].
    #[must_use]
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.article.entities.get(*self.entities.get(id.as_str())?)
    }

    /// What stands for the speaker of a claim in an address.
    #[must_use]
    pub fn speaker_of(&self, claim: usize) -> &str {
        self.claims
            .get(claim)
            .map_or("", |facts| facts.speaker.as_str())
    }

    /// The speaker of a claim as the page names it.
    #[must_use]
    pub fn speaker_name(&self, claim: usize) -> &str {
        self.claims
            .get(claim)
            .map_or("", |facts| facts.speaker_name.as_str())
    }

    /// The number of a speaker in the order in which they first speak.
    #[must_use]
    pub fn speaker_number(&self, key: &str) -> usize {
        self.speakers
            .iter()
            .position(|known| known == key)
            .unwrap_or(0)
    }

    /// The underline of a claim among those that share its words, from 0.
    #[must_use]
    pub fn lane(&self, claim: usize) -> usize {
        self.claims.get(claim).map_or(0, |facts| facts.lane)
    }

    /// Whether all of a claim's words stand between quotation marks in the text.
    #[must_use]
    pub fn is_verbatim(&self, claim: usize) -> bool {
        self.claims.get(claim).is_some_and(|facts| facts.verbatim)
    }

    /// What a facet says of a claim. Kinds of names say nothing of claims.
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
            Facet::Types => Vec::new(),
        }
    }

    pub(super) fn facts(&self, claim: usize) -> Option<&ClaimFacts> {
        self.claims.get(claim)
    }

    /// For each entity its names.
    pub(super) fn names(&self) -> &[Vec<IndexedName>] {
        &self.names
    }

    pub(super) fn names_of(&self, id: &EntityId) -> &[IndexedName] {
        let number = self.entities.get(id.as_str());
        number
            .and_then(|number| self.names.get(*number))
            .map_or(&[], Vec::as_slice)
    }

    fn list_values(&self, facet: Facet) -> Vec<FacetValue> {
        let claims = 0..self.article.claims.len();
        let count = |id: &str| {
            let has = |claim: &usize| self.values_of(*claim, facet).contains(&id);
            claims.clone().filter(has).count()
        };
        let closed = |words: Vec<&str>, count: &dyn Fn(&str) -> usize| {
            let value = |word: &str| FacetValue {
                id: word.to_owned(),
                label: word.to_owned(),
                total: count(word),
            };
            let values = words.into_iter().map(value);
            values.filter(|value| value.total > 0).collect::<Vec<_>>()
        };
        let by_frequency = |mut values: Vec<FacetValue>| {
            values.retain(|value| value.total > 0);
            sort(&mut values, |a, b| {
                b.total.cmp(&a.total).then_with(|| a.label.cmp(&b.label))
            });
            values
        };
        match facet {
            Facet::Form => closed(Form::ALL.iter().map(|form| form.as_str()).collect(), &count),
            Facet::Stance => closed(
                Stance::ALL.iter().map(|stance| stance.as_str()).collect(),
                &count,
            ),
            Facet::Types => {
                let mentions = |word: &str| {
                    let named = self.article.mentions.iter();
                    named
                        .filter(|mention| self.kind(&mention.entity).as_str() == word)
                        .count()
                };
                closed(
                    EntityKind::ALL.iter().map(|kind| kind.as_str()).collect(),
                    &mentions,
                )
            }
            Facet::Speaker => by_frequency(
                self.speakers
                    .iter()
                    .map(|key| FacetValue {
                        id: key.clone(),
                        label: claims
                            .clone()
                            .find(|claim| self.speaker_of(*claim) == key)
                            .map(|claim| self.speaker_name(claim).to_owned())
                            .unwrap_or_default(),
                        total: count(key),
                    })
                    .collect(),
            ),
            Facet::About => by_frequency(
                self.article
                    .entities
                    .iter()
                    .map(|entity| FacetValue {
                        id: entity.id.to_string(),
                        label: entity.name.clone(),
                        total: count(entity.id.as_str()),
                    })
                    .collect(),
            ),
        }
    }
}

fn facts(article: &Article, claim: &Claim, lane: usize, quoted: &[TextRange]) -> ClaimFacts {
    let within_quotes = |range: &TextRange| quoted.iter().any(|quoted| quoted.contains(*range));
    let named = article.mentions.iter().filter(|mention| {
        claim
            .content
            .iter()
            .any(|range| range.contains(mention.range))
    });
    let mut entities: Vec<EntityId> = named.map(|mention| mention.entity.clone()).collect();
    entities.extend(claim.about.iter().cloned());
    let speaker_name = match &claim.speaker {
        Speaker::Entity(id) => {
            entities.push(id.clone());
            article
                .entity(id)
                .map_or(id.as_str(), |entity| &entity.name)
                .to_owned()
        }
        Speaker::Words(range) => format!("“{}”", article.words(*range)),
        Speaker::Unnamed => "Speaker not named".to_owned(),
    };
    ClaimFacts {
        speaker: speaker_key(article, &claim.speaker),
        speaker_number: match &claim.speaker {
            Speaker::Entity(id) => article.entities.iter().position(|entity| entity.id == *id),
            Speaker::Words(_) | Speaker::Unnamed => None,
        },
        speaker_name,
        lane,
        verbatim: claim.content.iter().all(within_quotes),
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
