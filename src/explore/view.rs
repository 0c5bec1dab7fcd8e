//! The view: what the reader has asked for, as a value.

use std::collections::{BTreeMap, BTreeSet};

use super::facet::Facet;
use super::reading::Reading;
use crate::model::{ArticleId, ClaimId, EntityId};

/// Everything a reader has asked for. Equal views show the same page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which article; `None` is the first.
    pub article: Option<ArticleId>,
    /// The query as it was typed.
    pub query: String,
    /// The chosen values of the facets.
    pub filters: Filters,
    /// The selected entity.
    pub entity: Option<EntityId>,
    /// The selected claim.
    pub claim: Option<ClaimId>,
    /// What is in the foreground.
    pub mode: Mode,
    /// What an address said beyond that, kept as it was.
    pub unknown: Vec<(String, String)>,
}

/// What is in the foreground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The text with its claims beside it.
    #[default]
    Article,
    /// The claims, grouped by speaker.
    Claims,
}

impl Mode {
    /// The word for it in an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Claims => "claims",
        }
    }

    /// The mode of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Article, Self::Claims]
            .into_iter()
            .find(|mode| mode.as_str() == word)
    }
}

/// The chosen values of each facet. Of one facet any chosen value will do, and none
/// chosen is all; every facet must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(BTreeMap<Facet, BTreeSet<String>>);

impl Filters {
    /// The chosen values of a facet, in order.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.0.get(&facet).into_iter().flatten().map(String::as_str)
    }

    /// All chosen values.
    pub fn all(&self) -> impl Iterator<Item = (Facet, &str)> {
        let each = |(facet, values): (&Facet, _)| (*facet, values);
        self.0
            .iter()
            .map(each)
            .flat_map(|(facet, values): (Facet, &BTreeSet<String>)| {
                values.iter().map(move |value| (facet, value.as_str()))
            })
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.0
            .get(&facet)
            .is_some_and(|values| values.contains(value))
    }

    /// Whether no value of a facet is chosen.
    #[must_use]
    pub fn is_open(&self, facet: Facet) -> bool {
        !self.0.contains_key(&facet)
    }

    /// Whether nothing is chosen at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Chooses a value.
    pub fn choose(&mut self, facet: Facet, value: &str) {
        self.0.entry(facet).or_default().insert(value.to_owned());
    }

    /// Chooses a value, or no longer.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.0.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.0.remove(&facet);
        }
    }

    /// Chooses nothing in a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.0.remove(&facet);
    }

    /// Whether a claim or mention with these values of a facet passes it.
    #[must_use]
    pub fn pass<'v>(&self, facet: Facet, mut values: impl Iterator<Item = &'v str>) -> bool {
        match self.0.get(&facet) {
            None => true,
            Some(chosen) => values.any(|value| chosen.contains(value)),
        }
    }
}

impl View {
    /// The view without what the article does not have, and a sentence for each thing
    /// that was left out.
    #[must_use]
    pub fn checked(mut self, reading: &Reading) -> (Self, Vec<String>) {
        let mut notices = Vec::new();
        let mut kept = Filters::default();
        for (facet, value) in self.filters.all() {
            if reading.values(facet).iter().any(|known| known.id == value) {
                kept.choose(facet, value);
            } else {
                notices.push(format!(
                    "The address asks for {} “{value}”, which this article does not have.",
                    facet.label().to_lowercase()
                ));
            }
        }
        self.filters = kept;
        if let Some(id) = self
            .entity
            .take_if(|id| reading.article.entity(id).is_none())
        {
            notices.push(format!(
                "The address asks for a name “{id}”, which this article does not have."
            ));
        }
        if let Some(id) = self.claim.take_if(|id| reading.claim_number(id).is_none()) {
            notices.push(format!(
                "The address asks for a claim “{id}”, which this article does not have."
            ));
        }
        (self, notices)
    }
}
