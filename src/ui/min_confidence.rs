//! The control for the minimum confidence of automatic findings.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::page_context::use_page;
use super::scene::Scene;
use explore::{Action, Threshold};

/// Properties of [`MinConfidence`].
#[derive(Properties, PartialEq)]
pub(super) struct MinConfidenceProps {
    /// The data to render.
    pub(super) scene: Scene,
}

/// The control: a slider from 0 to 100 percent.
#[component]
pub(super) fn MinConfidence(props: &MinConfidenceProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let min_confidence = props.scene.state.view.min_confidence;
    let oninput = page.dispatch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::MinConfidence(Threshold::parse(&input.value()).unwrap_or_default())
    });
    let said = (messages.threshold)(min_confidence);
    html! {
        <label class="range">
            <input type="range" name={Threshold::KEY} min="0" max="100" step="1"
                value={min_confidence.percent().to_string()} aria-valuetext={said.clone()}
                aria-label={on_demand.min_confidence} {oninput} />
            <span class="said" aria-hidden="true">{ said }</span>
        </label>
    }
}
