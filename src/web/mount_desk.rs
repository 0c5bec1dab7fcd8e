//! Putting what a reader has brought into an element.

use wasm_bindgen::JsValue;

use super::mount::{Page, host_of, read};
use super::mount_collection::several;
use crate::ui::{Brought, DeskPage, DeskProps, Host, PtrEqRc, ViewHandle};
use explore::IndexedArticle;

impl Page for DeskPage {
    /// One article stands by itself, unless the data speaks of an archive; `host` is as for
    /// several articles.
    fn properties(data: &str, host: &JsValue) -> Result<DeskProps, String> {
        let (bundle, mut articles) = read(data)?;
        let alone = (bundle.archive.is_none() && articles.len() == 1).then(|| articles.pop());
        let brought = match alone.flatten() {
            Some(article) => {
                Brought::One(PtrEqRc::new(IndexedArticle::of(article)), bundle.notices)
            }
            None => Brought::Several(several(bundle, articles, host)),
        };
        Ok(DeskProps {
            brought,
            host: host_of(host),
            handle: None,
        })
    }

    fn nothing(host: Host) -> DeskProps {
        DeskProps {
            brought: Brought::Nothing,
            host,
            handle: None,
        }
    }

    fn host(properties: &mut DeskProps) -> &mut Host {
        &mut properties.host
    }

    fn handle(properties: &mut DeskProps) -> &mut Option<ViewHandle> {
        &mut properties.handle
    }
}
