//! The articles that a reader has opened: a single one, or several.

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

/// The articles, shown like any article or any collection.
#[component]
pub(super) fn Articles(props: &ArticlesProps) -> Html {
    match &props.shown {
        Shown::Nothing => Html::default(),
        Shown::One(one) => html! { <App ..one.clone() /> },
        Shown::Several(several) => html! { <CollectionPage ..several.clone() /> },
    }
}
