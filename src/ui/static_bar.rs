//! The bar of a page without a program.

use yew::prelude::*;

/// Properties of [`StaticBar`].
#[derive(Properties, PartialEq)]
pub(super) struct StaticBarProps {
    /// The bar.
    pub(super) children: Html,
}

/// A bar in its place and without effect. Its box is left out, so that the bar stands where
/// it stands in the page that the program draws.
#[component]
pub(super) fn StaticBar(props: &StaticBarProps) -> Html {
    html! { <fieldset class="static-bar" disabled={true}>{ props.children.clone() }</fieldset> }
}
