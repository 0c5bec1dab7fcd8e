//! What of a large collection is looked up in all of it, and what speaks only of the
//! articles that were fetched.

use yew::prelude::*;

use super::list_scene::{ListEvent, ListScene};
use super::scope::Scope;
use crate::ui::button;
use crate::ui::words::counted;
use explore::Action;

/// What the status line says of a large collection.
pub(super) fn counts(list: &ListScene, scope: &Scope) -> String {
    let all = counted(scope.all, "article", "articles");
    if let Some(done) = scope.rebuilding {
        return format!("Building the search index: {done} of {all} …");
    }
    if scope.waiting {
        return format!("Looking in {all} …");
    }
    let listed = list.result.articles.len();
    let at_most = if scope.at_most { "at most " } else { "" };
    let claims = counted(list.result.claims.shown(), "claim", "claims");
    if scope.can_rebuild {
        return format!(
            "{listed} of the {} fetched articles · {claims}",
            scope.found
        );
    }
    let of = if scope.found == scope.all {
        all
    } else {
        format!("{at_most}{} of {all}", scope.found)
    };
    format!("{of} · {listed} listed with {claims}")
}

/// What the numbers of the page speak of, and what is missing.
pub(super) fn scope_notes(list: &ListScene) -> Html {
    let Some(scope) = &list.scope else {
        return Html::default();
    };
    let listed = counted(list.collection.articles.len(), "article", "articles");
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
                    if list.collection.articles.len() == 1 { "the article".to_owned() } else { format!("the {listed}") },
                ) }</p>
            }
        </>
    }
}

/// Says that no article is found, or not yet.
pub(super) fn empty(list: &ListScene, scope: &Scope) -> Html {
    if scope.waiting {
        return Html::default();
    }
    let clear = list.page.dispatch.reform(|_: MouseEvent| Action::Clear);
    let words = match scope.found {
        0 => "No article is found.".to_owned(),
        found => format!(
            "None of the first {} is left.",
            counted(found.min(list.shown), "article", "articles")
        ),
    };
    html! {
        <div class="empty">
            <p>{ words }</p>
            { button::said("quiet", clear, "Clear everything".into()) }
        </div>
    }
}
