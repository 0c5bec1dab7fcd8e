//! The view: what the reader has asked for, as a value.

use super::facet::Facet;
use super::indexed_article::IndexedArticle;
use model::{ArticleId, ClaimId, EntityId};
use search::QueryText;
use strum::{EnumString, IntoStaticStr};

/// Everything a reader has asked for. Equal views show the same page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which article; `None` is the first.
    pub article: Option<ArticleId>,
    /// The query as it was typed.
    pub query: QueryText,
    /// The chosen values of the facets.
    pub filters: Filters,
    /// The selected entity.
    pub entity: Option<EntityId>,
    /// The selected claim.
    pub claim: Option<ClaimId>,
    /// What is in the foreground.
    pub mode: Mode,
    /// How sure the program must at least be of what it has found.
    pub min_confidence: super::Threshold,
    /// What an address said beyond that, kept as it was.
    pub unknown: Vec<(String, String)>,
}

/// What is in the foreground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
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
        self.into()
    }

    /// The mode of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// The chosen values of each facet. Of one facet any chosen value will do, and none
/// chosen is all; every facet must hold.
///
/// The pairs are sorted and stand there once, so that equal choices are equal values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(Vec<(Facet, String)>);

impl Filters {
    /// The chosen values of a facet, in order.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.all()
            .filter(move |(other, _)| *other == facet)
            .map(|(_, value)| value)
    }

    /// All chosen values.
    pub fn all(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.0.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.all().any(|chosen| chosen == (facet, value))
    }

    /// Whether no value of a facet is chosen.
    #[must_use]
    pub fn is_open(&self, facet: Facet) -> bool {
        self.chosen(facet).next().is_none()
    }

    /// Whether nothing is chosen at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Chooses a value.
    pub fn choose(&mut self, facet: Facet, value: &str) {
        if !self.has(facet, value) {
            let at = self
                .0
                .partition_point(|(other, known)| (*other, known.as_str()) < (facet, value));
            self.0.insert(at, (facet, value.to_owned()));
        }
    }

    /// Chooses a value, or no longer.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if self.has(facet, value) {
            self.0
                .retain(|(other, known)| (*other, known.as_str()) != (facet, value));
        } else {
            self.choose(facet, value);
        }
    }

    /// Chooses nothing in a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.0.retain(|(other, _)| *other != facet);
    }

    /// Whether a claim or mention with these values of a facet passes it.
    #[must_use]
    pub fn pass<'v>(&self, facet: Facet, mut values: impl Iterator<Item = &'v str>) -> bool {
        self.is_open(facet) || values.any(|value| self.has(facet, value))
    }
}

impl View {
    /// Whether something beside words and facets narrows what is shown.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.min_confidence.is_open()
    }

    /// Whether another view has the same filters.
    #[must_use]
    pub fn filters_as(&self, other: &Self) -> bool {
        self.min_confidence == other.min_confidence && self.filters == other.filters
    }

    /// The view without what the article does not have, and a sentence for each thing
    /// that was left out.
    #[must_use]
    pub fn checked(mut self, indexed: &IndexedArticle) -> (Self, Vec<String>) {
        let mut notices = Vec::new();
        let mut kept = Filters::default();
        for (facet, value) in self.filters.all() {
            let known = || indexed.values(facet).iter().any(|known| known.id == value);
            if facet == Facet::Source || known() {
                kept.choose(facet, value);
            } else {
                notices.push(format!(
                    "The address asks for {} “{value}”, which this article does not have.",
                    facet.as_str()
                ));
            }
        }
        self.filters = kept;
        if let Some(id) = self
            .entity
            .take_if(|id| indexed.article.entity(id).is_none())
        {
            notices.push(format!(
                "The address asks for a name “{id}”, which this article does not have."
            ));
        }
        if let Some(id) = self.claim.take_if(|id| indexed.claim_number(id).is_none()) {
            notices.push(format!(
                "The address asks for a claim “{id}”, which this article does not have."
            ));
        }
        (self, notices)
    }
}
