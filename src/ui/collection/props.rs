//! Properties of the page of several articles.

use std::borrow::Cow;
use std::rc::Rc;

use yew::prelude::*;

use super::files::{Files, Place};
use crate::ui::host::Host;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::view_handle::ViewHandle;
use explore::View;
use explore::collection::{Archive, Collection, Finder};
use import::BundleRecord;
use model::{Article, ArticleId};

/// How many articles or claims are listed before one asks for more.
const FIRST_ARTICLES: usize = 20;

/// Properties of [`CollectionPage`](super::CollectionPage).
#[derive(Clone, Properties, PartialEq)]
pub struct CollectionProps {
    /// The articles.
    pub collection: PtrEqRc<Collection>,
    /// What finds words in them.
    pub finder: PtrEqRc<Finder>,
    /// Of a collection that is too large to be loaded at once, the rest.
    #[prop_or_default]
    pub archive: Option<PtrEqRc<Files>>,
    /// Faults of the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// What the host of the page requests.
    #[prop_or_default]
    pub host: Host,
    /// Lets scripts read and change the view.
    #[prop_or_default]
    pub handle: Option<ViewHandle>,
}

impl CollectionProps {
    /// The page of the `articles` of a bundle. The files of the archive that it describes, if it
    /// does, come from `place`.
    #[must_use]
    pub fn of(
        bundle: BundleRecord<'static>,
        articles: Vec<Article>,
        host: Host,
        place: Place,
    ) -> Self {
        let title = bundle.title.map(Cow::into_owned);
        let archive = bundle.archive;
        let archive = archive.and_then(|about| Archive::of(title.clone(), about, &articles));
        let (collection, problems) = Collection::of(title, articles);
        let mut notices = bundle.notices;
        notices.extend(problems.iter().map(ToString::to_string));
        Self {
            finder: PtrEqRc::new(Finder::of(&collection)),
            collection: PtrEqRc::new(collection),
            archive: archive.map(|archive| PtrEqRc::new(Files::of(archive, place))),
            notices,
            host,
            handle: None,
        }
    }

    /// Whether there is one article and will be no other: it is open and never listed.
    pub(super) fn is_alone(&self) -> bool {
        self.archive.is_none() && self.collection.articles.len() == 1
    }

    /// How many articles or claims are listed before one asks for more.
    pub(super) fn at_once(&self) -> usize {
        let files = self.archive.as_ref();
        let told = files.and_then(|files| files.archive().at_once);
        told.unwrap_or(FIRST_ARTICLES)
    }

    /// The article of that id, if it is there.
    pub(in crate::ui) fn article(&self, id: &ArticleId) -> Option<Rc<Article>> {
        let number = self.collection.number_of(id);
        let listed = number.and_then(|number| self.collection.articles.get(number).cloned());
        listed.or_else(|| self.archive.as_ref()?.archive().article(id))
    }

    /// All articles.
    ///
    /// # Errors
    /// In words, if they are not all loaded.
    pub(in crate::ui) fn all(&self) -> Result<Vec<Rc<Article>>, String> {
        match &self.archive {
            Some(_) => Err(self.host.language.collection().too_large_to_save.to_owned()),
            None => Ok(self.collection.articles.clone()),
        }
    }

    /// The article that a view shows, or all where it lists them.
    ///
    /// # Errors
    /// In words, if they are not all loaded.
    pub fn shown_by(&self, view: &View) -> Result<Vec<Rc<Article>>, String> {
        let open = view.article.as_ref().and_then(|id| self.article(id));
        open.map_or_else(|| self.all(), |article| Ok(vec![article]))
    }

    /// Whether an article that is not there may be fetched.
    pub(super) fn may_have(&self, id: &ArticleId) -> bool {
        let files = self.archive.as_ref();
        files.is_some_and(|files| !files.archive().needed_for(id).is_empty())
    }
}
