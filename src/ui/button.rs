//! Buttons. They are made in one place so that all have the same attributes.

use yew::prelude::*;

fn button(
    class: Option<&'static str>,
    label: Option<AttrValue>,
    pressed: Option<bool>,
    disabled: bool,
    onclick: Callback<MouseEvent>,
    content: Html,
) -> Html {
    let pressed = pressed.map(|pressed| if pressed { "true" } else { "false" });
    html! {
        <button type="button" {class} aria-label={label} aria-pressed={pressed} {disabled} {onclick}>{ content }</button>
    }
}

/// A button with a text label.
pub(super) fn said(class: &'static str, onclick: Callback<MouseEvent>, content: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    button(class, None, None, false, onclick, content)
}

/// A button that shows a sign and has the accessible name `label`.
pub(super) fn sign(
    class: &'static str,
    label: impl Into<AttrValue>,
    disabled: bool,
    onclick: Callback<MouseEvent>,
    content: Html,
) -> Html {
    let class = (!class.is_empty()).then_some(class);
    button(class, Some(label.into()), None, disabled, onclick, content)
}

/// A button that stays pressed.
pub(super) fn switch(
    class: &'static str,
    pressed: bool,
    onclick: Callback<MouseEvent>,
    content: Html,
) -> Html {
    let class = (!class.is_empty()).then_some(class);
    button(class, None, Some(pressed), false, onclick, content)
}
