//! Properties of the page of several articles.

use std::borrow::Cow;
use std::rc::Rc;

use yew::prelude::*;

use super::files::{Files, Place};
use crate::ui::host::Host;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::view_handle::ViewHandle;
use explore::collection::{Archive, Collection, Finder};
use explore::{IndexedArticle, View};
use import::{BundleRecord, UnreadArchive};
use model::{Article, ArticleId};

/// How many articles or claims are listed until the reader asks for more.
const FIRST_ARTICLES: usize = 20;

/// Properties of [`CollectionPage`](super::CollectionPage).
#[derive(Clone, Properties, PartialEq)]
pub struct CollectionProps {
    /// The articles.
    pub collection: PtrEqRc<Collection>,
    /// The search index of the articles.
    pub finder: PtrEqRc<Finder>,
    /// The rest of a collection that is too large to load at once.
    #[prop_or_default]
    pub archive: Option<PtrEqRc<Files>>,
    /// The introduction to the collection.
    #[prop_or_default]
    pub intro: Option<PtrEqRc<IndexedArticle>>,
    /// Problems with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// The settings of the host.
    #[prop_or_default]
    pub host: Host,
    /// Lets scripts read and change the view.
    #[prop_or_default]
    pub handle: Option<ViewHandle>,
}

impl CollectionProps {
    /// The page for the `articles` of a bundle. If the bundle describes an archive, the files of
    /// the archive come from `place`.
    #[must_use]
    pub fn of(
        mut bundle: BundleRecord<'static, UnreadArchive>,
        articles: Vec<Article>,
        host: Host,
        place: Place,
    ) -> Self {
        // An introduction that cannot be shown must not keep readers from the articles.
        let intro = bundle.take_intro().ok().flatten();
        let archive = bundle.take_archive();
        let title = bundle.title.map(Cow::into_owned);
        let mut notices = bundle.notices;
        let archive = archive.unwrap_or_else(|fault| {
            notices.push((host.language.loading().no_bundle)(&fault));
            None
        });
        let archive = archive.and_then(|about| Archive::of(title.clone(), about, &articles));
        let (mut collection, problems) = match &archive {
            Some(archive) => (archive.collection_of(articles), Vec::new()),
            None => Collection::of(title, articles),
        };
        host.language.name_speakers_of(&mut collection);
        notices.extend(problems.iter().map(host.language.collection().problem));
        Self {
            finder: PtrEqRc::new(Finder::of(&collection)),
            collection: PtrEqRc::new(collection),
            archive: archive.map(|archive| PtrEqRc::new(Files::of(archive, place))),
            intro: intro.map(|intro| PtrEqRc::new(IndexedArticle::of(intro))),
            notices,
            host,
            handle: None,
        }
    }

    /// Whether there is only one article and there will be no others. It is then open and never
    /// listed.
    pub(super) fn is_alone(&self) -> bool {
        self.archive.is_none() && self.collection.articles.len() == 1
    }

    /// How many articles or claims are listed until the reader asks for more.
    pub(super) fn at_once(&self) -> usize {
        let files = self.archive.as_ref();
        let told = files.and_then(|files| files.archive().at_once);
        told.unwrap_or(FIRST_ARTICLES)
    }

    /// The article with that id, if it is loaded.
    pub(in crate::ui) fn article(&self, id: &ArticleId) -> Option<Rc<Article>> {
        let number = self.collection.number_of(id);
        let listed = number.and_then(|number| self.collection.articles.get(number).cloned());
        listed.or_else(|| self.archive.as_ref()?.archive().article(id))
    }

    /// An article with its speakers in the colours that they have in the whole collection.
    pub(super) fn coloured(&self, article: Rc<Article>) -> IndexedArticle {
        let archive = self.archive.as_ref();
        let colours = match archive.map(|files| files.archive().colours()) {
            // An archive uses the same ids in all articles.
            Some(colours) => colours,
            None => self
                .collection
                .number_of(&article.id)
                .map(|number| self.collection.colours_in(number)),
        };
        let mut indexed = match colours {
            Some(colours) => IndexedArticle::with_colours(article, colours),
            None => IndexedArticle::of(article),
        };
        self.host.language.name_speakers(&mut indexed);
        indexed
    }

    /// All articles.
    ///
    /// # Errors
    /// A sentence, if not all of them are loaded.
    pub(in crate::ui) fn all(&self) -> Result<Vec<Rc<Article>>, String> {
        match &self.archive {
            Some(_) => Err(self.host.language.collection().too_large_to_save.to_owned()),
            None => Ok(self.collection.articles.clone()),
        }
    }

    /// The article that a view shows, or all articles if it lists them.
    ///
    /// # Errors
    /// A sentence, if not all of them are loaded.
    pub fn shown_by(&self, view: &View) -> Result<Vec<Rc<Article>>, String> {
        let open = view.article.as_ref().and_then(|id| self.article(id));
        open.map_or_else(|| self.all(), |article| Ok(vec![article]))
    }

    /// Whether an article that is not loaded can be fetched.
    pub(super) fn may_have(&self, id: &ArticleId) -> bool {
        let files = self.archive.as_ref();
        files.is_some_and(|files| !files.archive().needed_for(id).is_empty())
    }
}
