//! Which list is shown, and how much of it.

use yew::prelude::*;

use crate::ui::latest::use_latest;
use explore::View;

/// The last view that lists articles: the current list, or the list that the reader returns to from
/// an article.
#[hook]
pub(super) fn use_list_view(view: &View) -> View {
    let last = use_mut_ref(View::default);
    if view.article.is_none() {
        last.replace(view.clone());
    }
    let last = last.borrow();
    last.clone()
}

/// How many articles or claims of a list are shown: `first`, until the callback asks for more of
/// this list.
#[hook]
pub(super) fn use_shown(list: &View, first: usize) -> (usize, Callback<()>) {
    let extended = use_state(|| None::<(View, usize)>);
    let known = extended.as_ref().filter(|(view, _)| view == list);
    let shown = known.map_or(first, |(_, shown)| *shown);
    let more = {
        let (extended, list) = (extended.clone(), list.clone());
        use_latest(move |()| extended.set(Some((list.clone(), shown + first))))
    };
    (shown, more)
}
