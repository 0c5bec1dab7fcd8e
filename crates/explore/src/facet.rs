//! Facets: the properties by which claims and names are filtered.

use model::{Article, Speaker};
use strum::{EnumString, IntoStaticStr};
use text::fold::fold;

/// A property with a list of possible values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Facet {
    /// The kinds of names that are marked. It does not filter claims.
    Types,
    /// The speaker of the claim.
    Speaker,
    /// The subject of the claim.
    About,
    /// Whether the words are the speaker's own.
    Form,
    /// The speaker's stance towards the claim.
    Stance,
    /// The publisher of the article. It applies only to collections.
    Source,
}

impl Facet {
    /// Every facet of a single article, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Types,
        Self::Speaker,
        Self::About,
        Self::Form,
        Self::Stance,
    ];

    /// The facets of claims.
    pub const OF_CLAIMS: [Self; 4] = [Self::Speaker, Self::About, Self::Form, Self::Stance];

    /// The name of this facet in an address and in its controls.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The facet with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// A possible value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The id in an address.
    pub id: String,
    /// The label on the page.
    pub label: String,
    /// The number of claims of the article with this value (for [`Facet::Types`], of
    /// mentions).
    pub total: usize,
}

/// The key of a speaker in an address: the entity's id, `words:` with the folded words for
/// an unnamed speaker, or `unnamed:`.
#[must_use]
pub fn speaker_key(article: &Article, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Entity(id) => id.to_string(),
        Speaker::Words(range) => format!("words:{}", fold(article.words(*range))),
        Speaker::Unnamed => "unnamed:".to_owned(),
    }
}
