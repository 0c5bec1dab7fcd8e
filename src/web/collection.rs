//! Several articles as a page.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{CollectionPage, Files, Host, Page, Place, PtrEqRc, ViewHandle};
use explore::collection::{Archive, Collection, Finder};
use model::Article;
use serde_json::Value;

/// The page of several articles.
struct Several {
    collection: PtrEqRc<Collection>,
    finder: PtrEqRc<Finder>,
    archive: Option<PtrEqRc<Files>>,
    notices: Vec<String>,
}

/// The articles of some data, with the archive that it speaks of, whose files come from
/// `place`.
pub(super) fn page(
    data: &Value,
    articles: Vec<Article>,
    mut notices: Vec<String>,
    place: Place,
) -> Rc<dyn Page> {
    let title = data.get("title").and_then(Value::as_str);
    let archive = Archive::of(data, &articles);
    let (collection, told) = Collection::of(title.map(str::to_owned), articles);
    notices.extend(told);
    let finder = Finder::of(&collection);
    Rc::new(Several {
        collection: PtrEqRc::new(collection),
        finder: PtrEqRc::new(finder),
        archive: archive.map(|archive| PtrEqRc::new(Files::of(archive, place))),
        notices,
    })
}

impl Page for Several {
    fn draw(&self, host: Host, handle: ViewHandle) -> Html {
        let (collection, finder) = (self.collection.clone(), self.finder.clone());
        let (archive, notices) = (self.archive.clone(), self.notices.clone());
        html! { <CollectionPage {collection} {finder} {archive} {notices} {host} {handle} /> }
    }
}
