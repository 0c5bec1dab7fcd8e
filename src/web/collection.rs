//! Several articles as a page.

use std::borrow::Cow;
use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{CollectionPage, Files, Host, Page, Place, PtrEqRc, ViewHandle};
use explore::collection::{Archive, Collection, Finder};
use import::BundleRecord;
use model::Article;

/// The page of several articles.
struct Several {
    collection: PtrEqRc<Collection>,
    finder: PtrEqRc<Finder>,
    archive: Option<PtrEqRc<Files>>,
    notices: Vec<String>,
}

/// The articles of a bundle, with the archive that it describes, whose files come from `place`.
pub(super) fn page(
    bundle: BundleRecord<'static>,
    articles: Vec<Article>,
    place: Place,
) -> Rc<dyn Page> {
    let title = bundle.title.map(Cow::into_owned);
    let mut notices = bundle.notices;
    let archive = bundle.archive;
    let archive = archive.and_then(|about| Archive::of(title.clone(), about, &articles));
    let (collection, told) = Collection::of(title, articles);
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
