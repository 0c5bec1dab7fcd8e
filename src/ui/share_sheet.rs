//! Sharing a link by the means of the system.

use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;
use yew::prelude::*;

use super::page_context::use_page;

/// Properties of [`ShareSheet`].
#[derive(Properties, PartialEq)]
pub(super) struct ShareSheetProps {
    /// The title of what is shared.
    pub(super) title: String,
    /// Its address.
    pub(super) url: String,
}

/// A button that opens the share sheet of the system, or nothing if the system has none.
#[component]
pub(super) fn ShareSheet(props: &ShareSheetProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let navigator = gloo::utils::window().navigator();
    if !Reflect::has(&navigator, &"share".into()).unwrap_or(false) {
        return Html::default();
    }
    let (title, url) = (props.title.clone(), props.url.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let data = ShareData::new();
        data.set_title(&title);
        data.set_url(&url);
        let shared = navigator.share_with_data(&data);
        spawn_local(async move {
            // The reader may close the sheet without sharing.
            let _closed = JsFuture::from(shared).await;
        });
    });
    html! { <button type="button" class="quiet" {onclick}>{ on_demand.share_sheet }</button> }
}
