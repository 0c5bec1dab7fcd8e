//! Facets: the questions by which claims and names are filtered.

use model::{Article, Speaker};
use strum::{EnumString, IntoStaticStr};
use text::fold::fold;

/// A question with a list of possible answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Facet {
    /// Which kinds of names are marked. It leaves the claims as they are.
    Types,
    /// Who makes the claim.
    Speaker,
    /// Whom or what it is about.
    About,
    /// Whether the words are the speaker's own.
    Form,
    /// How the speaker stands to it.
    Stance,
    /// Who published the article. It is asked of collections, and not of one article.
    Source,
}

impl Facet {
    /// Every facet of one article, in the order in which the page shows them.
    pub const ALL: [Self; 5] = [
        Self::Types,
        Self::Speaker,
        Self::About,
        Self::Form,
        Self::Stance,
    ];

    /// The facets of claims.
    pub const OF_CLAIMS: [Self; 4] = [Self::Speaker, Self::About, Self::Form, Self::Stance];

    /// The word for it in an address, and the name of its controls.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The facet of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }

    /// Its heading in the page.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Speaker => "Speaker",
            Self::About => "About",
            Self::Form => "Form",
            Self::Stance => "Stance",
            Self::Types => "Names",
            Self::Source => "Source",
        }
    }
}

/// A possible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// What stands for it in an address.
    pub id: String,
    /// What the page calls it.
    pub label: String,
    /// How many claims (for [`Facet::Types`]: mentions) of the article have it.
    pub total: usize,
}

/// What stands for a speaker in an address: the entity's id, else `words:` and the folded
/// words that stand for one, else `unnamed:`.
#[must_use]
pub fn speaker_key(article: &Article, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Entity(id) => id.to_string(),
        Speaker::Words(range) => format!("words:{}", fold(article.words(*range))),
        Speaker::Unnamed => "unnamed:".to_owned(),
    }
}
