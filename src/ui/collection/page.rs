//! The page of several articles. It is recreated for other articles or another host.

use yew::prelude::*;

use super::pages::Pages;
use super::props::CollectionProps;
use crate::ui::latest::use_change_count;

/// The page of several articles.
#[component]
pub fn CollectionPage(props: &CollectionProps) -> Html {
    let key = use_change_count(props);
    html! { <Pages {key} ..props.clone() /> }
}
