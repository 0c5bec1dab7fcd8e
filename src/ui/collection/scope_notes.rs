//! What of a large collection is looked up in all of it, and what speaks only of the
//! articles that were fetched.

use yew::prelude::*;

use super::list_scene::{ListEvent, ListScene};
use crate::ui::button;
use crate::ui::words::counted;

/// Properties of [`ScopeNotes`].
#[derive(Properties, PartialEq)]
pub(super) struct ScopeNotesProps {
    /// The list.
    pub(super) list: ListScene,
}

/// What the numbers of the page speak of, and what is missing.
#[component]
pub(super) fn ScopeNotes(props: &ScopeNotesProps) -> Html {
    let list = &props.list;
    let Some(scope) = &list.scope else {
        return Html::default();
    };
    let listed = counted(
        list.listing.collection.articles.len(),
        "article",
        "articles",
    );
    let ask = |event: ListEvent| list.on_list.reform(move |_: MouseEvent| event);
    html! {
        <>
            if !scope.missing.is_empty() {
                <div class="missing" role="alert">
                    <ul>{ for scope.missing.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
                    { button::said("", ask(ListEvent::Retry), "Try again".into()) }
                    if scope.can_rebuild {
                        { button::said("", ask(ListEvent::Rebuild), html! { { format!("Build the index here, from all {} articles", scope.all) } }) }
                    }
                </div>
            }
            if !scope.can_rebuild {
                <p class="scope">{ format!(
                    "Words, sources and speakers are looked up in all {} articles. Claims, names \
                     and the counts beside the filters are those of {} fetched for this list.",
                    scope.all,
                    if list.listing.collection.articles.len() == 1 { "the article".to_owned() } else { format!("the {listed}") },
                ) }</p>
            }
        </>
    }
}
