//! The languages of the interface.

use strum::EnumString;

use super::article::ArticleMessages;
use super::claims::ClaimsMessages;
use super::collection::CollectionMessages;
use super::english;
use super::loading::LoadingMessages;
use super::workspace::WorkspaceMessages;

/// A language of the interface. It does not depend on the language of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString)]
pub enum Language {
    /// English.
    #[default]
    #[strum(serialize = "en")]
    English,
}

impl Language {
    /// The language for a language tag such as `en-GB`, or the default if the interface does not
    /// have that language.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        primary.to_ascii_lowercase().parse().unwrap_or_default()
    }

    /// The messages of the page of one article, which the other pages use too.
    pub(crate) fn article(self) -> &'static ArticleMessages {
        match self {
            Self::English => &english::ARTICLE,
        }
    }

    /// The messages of the views that show claims without the text.
    pub(crate) fn claims(self) -> &'static ClaimsMessages {
        match self {
            Self::English => &english::CLAIMS,
        }
    }

    /// The messages of the page of several articles.
    pub(crate) fn collection(self) -> &'static CollectionMessages {
        match self {
            Self::English => &english::COLLECTION,
        }
    }

    /// The messages of the page for a reader's own articles.
    pub(crate) fn workspace(self) -> &'static WorkspaceMessages {
        match self {
            Self::English => &english::WORKSPACE,
        }
    }

    /// The messages for loading a page.
    pub(crate) fn loading(self) -> &'static LoadingMessages {
        match self {
            Self::English => &english::LOADING,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_language_is_found_by_the_first_part_of_a_tag() {
        for tag in ["en", "EN-gb"] {
            assert_eq!(Language::of_tag(tag), Language::English);
        }
        for unknown in ["", "x", "-", "tlh"] {
            assert!(unknown.parse::<Language>().is_err());
            assert_eq!(Language::of_tag(unknown), Language::default());
        }
    }
}
