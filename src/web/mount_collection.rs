//! Putting the page of several articles into an element.

use std::borrow::Cow;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::mount::{Page, host_of, read};
use crate::ui::{CollectionPage, CollectionProps, Files, Host, Place, PtrEqRc, ViewHandle};
use explore::collection::{Archive, Collection, Finder};
use import::BundleRecord;
use model::Article;

impl Page for CollectionPage {
    /// `host` may have a `base` too, where what a large collection fetches lies elsewhere
    /// than the page: an address that ends in `/`. Or it has `files`, a function that is
    /// given the path of such a file and promises its bytes.
    fn properties(data: &str, host: &JsValue) -> Result<CollectionProps, String> {
        let (bundle, articles) = read(data)?;
        Ok(several(bundle, articles, host))
    }

    fn nothing(host: Host) -> CollectionProps {
        with_articles(None, Vec::new(), Vec::new(), host)
    }

    fn host(properties: &mut CollectionProps) -> &mut Host {
        &mut properties.host
    }

    fn handle(properties: &mut CollectionProps) -> &mut Option<ViewHandle> {
        &mut properties.handle
    }
}

/// The articles of a bundle, with the archive that it speaks of.
pub(super) fn several(
    bundle: BundleRecord<'_>,
    articles: Vec<Article>,
    host: &JsValue,
) -> CollectionProps {
    let title = bundle.title.map(Cow::into_owned);
    let archive = bundle.archive;
    let archive = archive.and_then(|about| Archive::of(title.clone(), about, &articles));
    let mut props = with_articles(title, articles, bundle.notices, host_of(host));
    let get = |name: &str| Reflect::get(host, &name.into()).unwrap_or_default();
    let place = match get("files").dyn_into::<Function>() {
        Ok(files) => Place::Script(files),
        Err(_) => Place::At(get("base").as_string().unwrap_or_default()),
    };
    props.archive = archive.map(|archive| PtrEqRc::new(Files::of(archive, place)));
    props
}

fn with_articles(
    title: Option<String>,
    articles: Vec<Article>,
    mut notices: Vec<String>,
    host: Host,
) -> CollectionProps {
    let (collection, told) = Collection::of(title, articles);
    notices.extend(told);
    let finder = Finder::of(&collection);
    CollectionProps {
        collection: PtrEqRc::new(collection),
        finder: PtrEqRc::new(finder),
        archive: None,
        notices,
        host,
        handle: None,
    }
}
