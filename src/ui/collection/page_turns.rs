//! Where a reader continues after an article of a list opens, and after it closes.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::list_steps::element_of;
use crate::ui::focus_return::{focus_anyway, focused};
use crate::ui::scroll::{show, show_beginning};
use model::ArticleId;

/// Moves the focus to the title of an article that opens, and to its title in the list after it
/// closes. An article that opens at no match or claim is shown from its beginning. `page` is the
/// article or the list, whichever is there. Nothing happens when the page itself opens, or while the
/// focus is elsewhere in the page around the explorer.
#[hook]
pub(super) fn use_page_turns(page: &NodeRef, open: Option<ArticleId>, opens_at_place: bool) {
    let before = use_mut_ref(|| None::<Option<ArticleId>>);
    let page = page.clone();
    use_effect_with(open, move |open| {
        let Some(before) = before.replace(Some(open.clone())) else {
            return;
        };
        let Some(page) = page.cast::<Element>().filter(|_| before != *open) else {
            return;
        };
        let is_elsewhere =
            |focused: &Element| focused.tag_name() != "BODY" && !page.contains(Some(focused));
        if focused().as_ref().is_some_and(is_elsewhere) {
            return;
        }
        let target = match (&before, open) {
            (_, Some(_)) => page.query_selector("#title").ok().flatten(),
            (Some(closed), None) => link_to(&page, closed),
            (None, None) => None,
        };
        let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        if open.is_none() {
            show(&target);
        } else if !opens_at_place && page.get_bounding_client_rect().top() < 0.0 {
            show_beginning(&page);
        }
        focus_anyway(&target);
    });
}

/// The link that opens an article of the list.
fn link_to(list: &Element, article: &ArticleId) -> Option<Element> {
    let item = element_of(list, ("data-found", article.as_str()))?;
    item.query_selector("h2 a").ok()?
}
