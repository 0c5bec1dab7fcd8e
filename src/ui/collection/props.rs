//! Properties of the page of several articles.

use yew::prelude::*;

use super::files::{Files, Place};
use crate::ui::host::Host;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::view_handle::ViewHandle;
use explore::collection::{Archive, Collection, Finder};
use model::Article;
use serde_json::Value;

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
    /// What was wrong with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// What the place that the page stands in wants of it.
    #[prop_or_default]
    pub host: Host,
    /// Lets somebody outside read and change the view.
    #[prop_or_default]
    pub handle: Option<ViewHandle>,
}

impl CollectionProps {
    /// The page of `articles`, which were read from `data`. The files of the archive that the
    /// data speaks of, if it does, come from `place`.
    #[must_use]
    pub fn of(
        data: &Value,
        articles: Vec<Article>,
        notices: Vec<String>,
        host: Host,
        place: Place,
    ) -> Self {
        let title = data.get("title").and_then(Value::as_str);
        let archive = Archive::of(data, &articles);
        let archive = archive.map(|archive| PtrEqRc::new(Files::of(archive, place)));
        Self {
            archive,
            ..Self::without_archive(title.map(str::to_owned), articles, notices, host)
        }
    }

    /// The page of articles that are all there.
    #[must_use]
    pub fn without_archive(
        title: Option<String>,
        articles: Vec<Article>,
        mut notices: Vec<String>,
        host: Host,
    ) -> Self {
        let (collection, told) = Collection::of(title, articles);
        notices.extend(told);
        let finder = Finder::of(&collection);
        Self {
            collection: PtrEqRc::new(collection),
            finder: PtrEqRc::new(finder),
            archive: None,
            notices,
            host,
            handle: None,
        }
    }
}
