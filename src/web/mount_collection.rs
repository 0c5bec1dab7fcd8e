//! Putting the page of several articles into an element.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::mount::{Page, host_of, parsed, some};
use crate::ui::{CollectionPage, CollectionProps, Host, Place, ViewHandle};
use import::bundle;

impl Page for CollectionPage {
    /// `host` may have a `base` too, where what a large collection fetches lies elsewhere
    /// than the page: an address that ends in `/`.
    fn properties(data: &str, host: &JsValue) -> Result<CollectionProps, String> {
        let data = parsed(data)?;
        let (articles, notices) = some(bundle::read("the data", &data))?;
        let base = Reflect::get(host, &"base".into()).unwrap_or_default();
        let place = Place::At(base.as_string().unwrap_or_default());
        let host = host_of(host);
        Ok(CollectionProps::of(&data, articles, notices, host, place))
    }

    fn nothing(host: Host) -> CollectionProps {
        CollectionProps::without_archive(None, Vec::new(), Vec::new(), host)
    }

    fn host(properties: &mut CollectionProps) -> &mut Host {
        &mut properties.host
    }

    fn handle(properties: &mut CollectionProps) -> &mut Option<ViewHandle> {
        &mut properties.handle
    }
}
