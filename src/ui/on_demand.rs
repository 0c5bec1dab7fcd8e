//! A part of a page that opens on demand.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::button;
use super::on_demand_parts::{OnDemandPart, OnDemandParts};
use super::page_context::use_page;

/// Properties of [`OnDemand`].
#[derive(Properties, PartialEq)]
pub(super) struct OnDemandProps {
    /// The part.
    pub(super) part: OnDemandPart,
}

/// A part of a page, as soon as its code is loaded, or the reason why it cannot open with a button
/// that tries again.
#[component]
pub(super) fn OnDemand(props: &OnDemandProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let loader = page.host.on_demand;
    let parts = use_state(|| {
        let parts = loader.as_ref().and_then(|loader| loader.loaded.emit(()));
        parts.map(Ok)
    });
    {
        let parts = parts.clone();
        use_effect_with(parts.is_none(), move |is_missing| {
            if let Some(loader) = loader.filter(|_| *is_missing) {
                spawn_local(async move { parts.set(Some(loader.load.emit(()).await)) });
            }
        });
    }
    match &*parts {
        Some(Ok(OnDemandParts(draw))) => draw(props.part.clone()),
        Some(Err(reason)) => {
            let retry = {
                let parts = parts.clone();
                Callback::from(move |_: MouseEvent| parts.set(None))
            };
            html! {
                <div class="failure">
                    <p role="alert">{ (messages.not_opened)(reason) }</p>
                    { button::said("", retry, messages.try_again.into()) }
                </div>
            }
        }
        None => Html::default(),
    }
}
