//! The view: the reader's query, filters and selection, as a value.

use super::facet::Facet;
use super::indexed_article::IndexedArticle;
use super::problem::{Among, Problem};
use model::{ArticleId, ClaimId, EntityId};
use schemars::JsonSchema;
use search::QueryText;
use strum::{EnumCount, EnumString, IntoStaticStr};
use ts_rs::TS;

/// Everything that determines the page. Equal views show the same page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The article; `None` means the first.
    pub article: Option<ArticleId>,
    /// The query as typed.
    pub query: QueryText,
    /// The chosen values of the facets.
    pub filters: Filters,
    /// The selected entity.
    pub entity: Option<EntityId>,
    /// The selected claim.
    pub claim: Option<ClaimId>,
    /// What is shown: the text, or its claims in one of three arrangements.
    pub mode: Mode,
    /// The minimum confidence of automatic findings.
    pub min_confidence: super::Threshold,
    /// Unknown keys of an address, kept unchanged.
    pub unknown: Vec<(String, String)>,
}

/// What is shown: the text, or its claims in one of three arrangements.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, EnumCount, EnumString, IntoStaticStr, JsonSchema, TS,
)]
#[strum(serialize_all = "lowercase")]
#[schemars(rename_all = "lowercase")]
#[ts(rename_all = "lowercase")]
pub enum Mode {
    /// The text, with its claims next to it.
    #[default]
    Article,
    /// The claims, grouped by speaker or in the order of the text.
    Claims,
    /// The claims of two or three speakers side by side, by subject.
    Compare,
    /// The table of who speaks about whom.
    Table,
}

impl Mode {
    /// Every mode, in the order of the page.
    pub const ALL: [Self; Self::COUNT] = [Self::Article, Self::Claims, Self::Compare, Self::Table];

    /// The name of this mode in an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The mode with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// The chosen values of each facet. Within a facet, any chosen value may match, and no
/// choice means all; every facet must match.
///
/// The pairs are sorted and unique, so equal choices are equal values.
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

    /// Whether a facet has no chosen value.
    #[must_use]
    pub fn is_open(&self, facet: Facet) -> bool {
        self.chosen(facet).next().is_none()
    }

    /// Whether no value is chosen in any facet.
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

    /// Chooses a value, or unchooses it.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if self.has(facet, value) {
            self.0
                .retain(|(other, known)| (*other, known.as_str()) != (facet, value));
        } else {
            self.choose(facet, value);
        }
    }

    /// Clears a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.0.retain(|(other, _)| *other != facet);
    }

    /// Whether a claim or mention with these values passes the facet.
    #[must_use]
    pub fn pass<'v>(&self, facet: Facet, mut values: impl Iterator<Item = &'v str>) -> bool {
        self.is_open(facet) || values.any(|value| self.has(facet, value))
    }
}

impl View {
    /// Whether anything besides words and facets narrows the results.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.min_confidence.is_open()
    }

    /// Whether any filter is active besides the words of the query.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        !self.filters.is_empty() || self.is_narrowed()
    }

    /// Whether another view has the same filters.
    #[must_use]
    pub fn filters_as(&self, other: &Self) -> bool {
        self.min_confidence == other.min_confidence && self.filters == other.filters
    }

    /// Removes the parts of the view that the article does not have, and reports them.
    /// `among` says whether it is an article or the claims of several.
    #[must_use]
    pub fn checked(mut self, indexed: &IndexedArticle, among: Among) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut kept = Filters::default();
        for (facet, value) in self.filters.all() {
            let known = || indexed.values(facet).iter().any(|known| known.id == value);
            if facet == Facet::Source || known() {
                kept.choose(facet, value);
            } else {
                let value = value.to_owned();
                problems.push(Problem::UnknownValue {
                    facet,
                    value,
                    among,
                });
            }
        }
        self.filters = kept;
        if let Some(id) = self
            .entity
            .take_if(|id| indexed.article.entity(id).is_none())
        {
            problems.push(Problem::UnknownEntity { id, among });
        }
        if let Some(id) = self.claim.take_if(|id| indexed.claim_number(id).is_none()) {
            problems.push(Problem::UnknownClaim { id, among });
        }
        (self, problems)
    }
}
