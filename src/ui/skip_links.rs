//! Links at the beginning of a page that lead past the bar.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::page_context::use_page;

/// Where the text begins, in the order of preference.
const TEXT: [&str; 2] = ["article", "main"];
/// Where the claims begin.
const CLAIMS: [&str; 3] = [".below>summary", "[data-claim-card]", "main"];
/// Where the filters begin.
const FILTERS: [&str; 2] = [".menu-button", ".filters-button"];

/// Links to the text, the claims and the filters, visible while they have the focus.
#[component]
pub(super) fn SkipLinks() -> Html {
    let page = use_page();
    let messages = page.messages();
    // The address keeps the view, so a link cannot lead to a part of the page by itself.
    let link = |label: &'static str, targets: &'static [&'static str]| {
        let root = page.refs.root.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            if let Some(root) = root.cast::<Element>() {
                focus_first(&root, targets);
            }
        });
        html! { <li><a href="#title" {onclick}>{ label }</a></li> }
    };
    html! {
        <nav aria-label={messages.skip_links}>
            <ul class="skip-links">
                { link(messages.skip_to_text, &TEXT) }
                { link(messages.skip_to_claims, &CLAIMS) }
                { link(messages.skip_to_filters, &FILTERS) }
            </ul>
        </nav>
    }
}

/// Moves the focus to the first visible element that one of the selectors matches.
fn focus_first(root: &Element, selectors: &[&str]) {
    for selector in selectors {
        let Ok(found) = root.query_selector_all(selector) else {
            continue;
        };
        let all = (0..found.length()).filter_map(|number| found.item(number));
        let mut elements = all.filter_map(|node| node.dyn_into::<HtmlElement>().ok());
        if let Some(element) = elements.find(|element| element.offset_height() > 0) {
            let card = element.has_attribute("data-claim-card");
            let button = element.query_selector("button").ok().flatten();
            let button = button.filter(|_| card);
            let element = button
                .and_then(|button| button.dyn_into::<HtmlElement>().ok())
                .unwrap_or(element);
            if element.tab_index() < 0 {
                let _refused = element.set_attribute("tabindex", "-1");
            }
            let _unfocusable = element.focus();
            return;
        }
    }
}
