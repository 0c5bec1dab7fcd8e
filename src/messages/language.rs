//! The languages of the interface.

use std::fmt;
use std::rc::Rc;

use super::article::ArticleMessages;
use super::claims::ClaimsMessages;
use super::collection::CollectionMessages;
use super::editor::EditorMessages;
use super::english;
use super::loading::LoadingMessages;
use super::on_demand::OnDemandMessages;
use super::own_file::OwnFileMessages;
use super::publishing::PublishingMessages;
use super::workspace::WorkspaceMessages;
#[cfg(feature = "ssr")]
use super::{CHINESE, GERMAN};

use explore::collection::Collection;
use explore::{IndexedArticle, SpeakerWords};
use model::Article;

/// All messages of a language other than English. They are a part of the program, which a page
/// loads if its host requests the language.
pub(crate) struct Translation {
    pub(crate) tag: LanguageTag,
    pub(crate) speakers: SpeakerWords,
    pub(crate) article: ArticleMessages,
    pub(crate) on_demand: OnDemandMessages,
    pub(crate) claims: ClaimsMessages,
    pub(crate) collection: CollectionMessages,
    pub(crate) workspace: WorkspaceMessages,
    pub(crate) editor: EditorMessages,
    pub(crate) own_file: OwnFileMessages,
    pub(crate) loading: LoadingMessages,
    pub(crate) publishing: PublishingMessages,
}

/// The tag of a language that the interface has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanguageTag {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// Chinese in simplified characters.
    Chinese,
}

impl LanguageTag {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::Chinese];

    /// The tag as BCP 47 writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Chinese => "zh",
        }
    }

    /// The language for a tag such as `en-GB`; `None` if the interface does not have it. Chinese in
    /// traditional characters is another language than Chinese in simplified ones, as in the Common
    /// Locale Data Repository.
    #[must_use]
    pub fn known(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-').map(str::to_ascii_lowercase);
        let primary = subtags.next()?;
        let known = Self::ALL
            .into_iter()
            .find(|known| known.as_str() == primary)?;
        let decisive =
            subtags.find(|subtag| matches!(subtag.as_str(), "hans" | "hant" | "tw" | "hk" | "mo"));
        let is_traditional = decisive.is_some_and(|subtag| subtag != "hans");
        (known != Self::Chinese || !is_traditional).then_some(known)
    }
}

/// A language of the interface, with its messages. It does not depend on the language of the
/// article.
///
/// English is in the program; other languages are loaded (`src/web/languages.rs`).
#[derive(Clone, Copy, Default)]
pub struct Language(Option<&'static Translation>);

impl Language {
    /// A language that is loaded.
    pub(crate) const fn of(translation: &'static Translation) -> Self {
        Self(Some(translation))
    }

    /// The tag of the language, for the attribute `lang` of the interface.
    #[must_use]
    pub fn tag(self) -> LanguageTag {
        self.0.map_or(LanguageTag::English, |other| other.tag)
    }

    /// An article with an index, in which speakers without a name are called as in this language.
    #[must_use]
    pub fn indexed(self, article: impl Into<Rc<Article>>) -> IndexedArticle {
        let mut indexed = IndexedArticle::of(article);
        self.name_speakers(&mut indexed);
        indexed
    }

    /// The same for an article after an edit. `before` is the article before it, if it is known.
    #[must_use]
    pub(crate) fn indexed_after(
        self,
        before: Option<&IndexedArticle>,
        article: Rc<Article>,
    ) -> IndexedArticle {
        let mut indexed = match before {
            Some(before) => before.after(article),
            None => IndexedArticle::of(article),
        };
        self.name_speakers(&mut indexed);
        indexed
    }

    /// Calls the speakers of an article who have no name as this language does.
    pub fn name_speakers(self, indexed: &mut IndexedArticle) {
        if let Some(other) = self.0 {
            indexed.use_speaker_words(&other.speakers);
        }
    }

    /// The same for the claims of a collection that nothing else uses yet.
    pub fn name_speakers_of(self, collection: &mut Collection) {
        if let Some(claims) = Rc::get_mut(&mut collection.claims) {
            self.name_speakers(claims);
        }
    }

    /// The messages of the page of one article, which the other pages use too.
    pub(crate) fn article(self) -> &'static ArticleMessages {
        self.0.map_or(&english::ARTICLE, |other| &other.article)
    }

    /// The messages of the parts of a page that open on demand.
    pub(crate) fn on_demand(self) -> &'static OnDemandMessages {
        self.0.map_or(&english::ON_DEMAND, |other| &other.on_demand)
    }

    /// The messages of the views that show claims without the text.
    pub(crate) fn claims(self) -> &'static ClaimsMessages {
        self.0.map_or(&english::CLAIMS, |other| &other.claims)
    }

    /// The messages of the page of several articles.
    pub(crate) fn collection(self) -> &'static CollectionMessages {
        self.0
            .map_or(&english::COLLECTION, |other| &other.collection)
    }

    /// The messages of the page for a reader's own articles.
    pub(crate) fn workspace(self) -> &'static WorkspaceMessages {
        self.0.map_or(&english::WORKSPACE, |other| &other.workspace)
    }

    /// The messages of the editor of an article.
    pub(crate) fn editor(self) -> &'static EditorMessages {
        self.0.map_or(&english::EDITOR, |other| &other.editor)
    }

    /// The messages of a page that is edited and saved in its own file.
    pub(crate) fn own_file(self) -> &'static OwnFileMessages {
        self.0.map_or(&english::OWN_FILE, |other| &other.own_file)
    }

    /// The messages for loading a page.
    pub(crate) fn loading(self) -> &'static LoadingMessages {
        self.0.map_or(&english::LOADING, |other| &other.loading)
    }

    /// The messages of published pages.
    #[must_use]
    pub fn publishing(self) -> &'static PublishingMessages {
        self.0
            .map_or(&english::PUBLISHING, |other| &other.publishing)
    }
}

#[cfg(feature = "ssr")]
impl Language {
    /// The language with a tag, in a program that contains all languages.
    #[must_use]
    pub fn of_tag(tag: LanguageTag) -> Self {
        match tag {
            LanguageTag::English => Self::default(),
            LanguageTag::German => Self::of(&GERMAN),
            LanguageTag::Chinese => Self::of(&CHINESE),
        }
    }
}

/// Each language has one set of messages.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag().as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::LanguageTag;

    #[test]
    fn a_language_is_found_by_its_tag() {
        for (tag, known) in [
            ("en", LanguageTag::English),
            ("EN-gb", LanguageTag::English),
            ("de", LanguageTag::German),
            ("de-CH", LanguageTag::German),
            ("zh", LanguageTag::Chinese),
            ("zh-CN", LanguageTag::Chinese),
            ("zh-Hans-HK", LanguageTag::Chinese),
        ] {
            assert_eq!(LanguageTag::known(tag), Some(known), "{tag}");
        }
        for unknown in ["", "x", "-", "tlh", "deu", "zh-Hant", "zh-TW", "zh-hant-CN"] {
            assert_eq!(LanguageTag::known(unknown), None, "{unknown}");
        }
    }
}
