//! A part of a page that opens on demand.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::button;
use super::early_loading::EarlyLoading;
use super::on_demand_parts::OnDemandPart;
use super::page_context::use_page;

/// Properties of [`OnDemand`].
#[derive(Properties, PartialEq)]
pub(super) struct OnDemandProps {
    /// The part.
    pub(super) part: OnDemandPart,
    /// The reader wants to see the part. Otherwise it is rendered only if its code is loaded.
    #[prop_or(true)]
    pub(super) is_open: bool,
}

/// A part of a page, as soon as its code is loaded, or the reason why it cannot open with a button
/// that tries again.
#[component]
pub(super) fn OnDemand(props: &OnDemandProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let early = use_context::<EarlyLoading>();
    let outcome = use_state(|| None::<Result<(), String>>);
    let loader = page.host.on_demand;
    let parts = loader.as_ref().and_then(|loader| loader.loaded.emit(()));
    {
        let outcome = outcome.clone();
        let loader = loader.filter(|_| props.is_open && parts.is_none() && outcome.is_none());
        use_effect_with((props.is_open, outcome.is_none()), move |_| {
            if let Some(loader) = loader {
                spawn_local(async move {
                    let loaded = loader.load.emit(()).await;
                    if let (Ok(_), Some(early)) = (&loaded, early) {
                        early.done.emit(());
                    }
                    outcome.set(Some(loaded.map(drop)));
                });
            }
        });
    }
    match (parts, &*outcome) {
        (Some(parts), _) => (parts.draw)(props.part.clone()),
        (None, Some(Err(reason))) => {
            let retry = {
                let outcome = outcome.clone();
                Callback::from(move |_: MouseEvent| outcome.set(None))
            };
            html! {
                <div class="failure">
                    <p role="alert">{ (messages.not_opened)(reason) }</p>
                    { button::said("", retry, messages.try_again.into()) }
                </div>
            }
        }
        (None, _) => Html::default(),
    }
}
