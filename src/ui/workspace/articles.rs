//! The articles that a reader has opened: one by itself, or several.

use yew::prelude::*;

use super::super::app::App;
use super::super::collection::CollectionPage;
use super::shown::Shown;

/// Properties of [`Articles`].
#[derive(Properties, PartialEq)]
pub(super) struct ArticlesProps {
    /// The articles.
    pub(super) shown: Shown,
}

/// The articles, drawn as any article or as any collection.
#[component]
pub(super) fn Articles(props: &ArticlesProps) -> Html {
    match &props.shown {
        Shown::Nothing => Html::default(),
        Shown::One(one) => html! { <App ..one.clone() /> },
        Shown::Several(several) => html! { <CollectionPage ..several.clone() /> },
    }
}
