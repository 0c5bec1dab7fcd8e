//! Stepping through the articles or claims of a list with keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::list_scene::ListScene;
use crate::ui::claim_focus::{NOT_AN_ANSWER, told_claim};
use crate::ui::claim_steps::beside;
use crate::ui::focus_return::focus_anyway;
use crate::ui::page_context::PageContext;
use crate::ui::scroll::show;
use explore::{ClaimOrder, Mode};

/// The steps of the reader through the list.
#[derive(Clone)]
pub(super) struct ListSteps {
    /// Steps forward, or back if the value is false.
    pub(super) step: Callback<bool>,
    /// The claim that the reader has stepped to, as a number in the list of the page.
    pub(super) claim: Option<usize>,
    /// The sentence that says where the last step led.
    pub(super) told: String,
}

/// The items of the list: numbers of articles, or numbers of claims.
fn items(list: &ListScene) -> Vec<usize> {
    let result = &list.listing.result;
    match list.scene.state.view.mode {
        Mode::Article => {
            let articles = list.listing.articles.iter();
            articles.map(|(article, _)| *article).collect()
        }
        Mode::Claims => result.listed.clone(),
        Mode::Compare | Mode::Table => list.scene.listed(ClaimOrder::InText),
    }
}

/// The attribute of an item, and its value for the item with that number.
fn mark_of(list: &ListScene, item: usize) -> Option<(&'static str, &str)> {
    if list.scene.state.view.mode == Mode::Article {
        let article = list.listing.collection.articles.get(item)?;
        Some(("data-found", article.id.as_str()))
    } else {
        let claim = list.scene.indexed.article.claims.get(item)?;
        Some(("data-claim-card", claim.id.as_str()))
    }
}

/// The element of an item.
pub(super) fn element_of(root: &Element, (attribute, id): (&str, &str)) -> Option<HtmlElement> {
    let found = root.query_selector_all(&[".page [", attribute, "]", NOT_AN_ANSWER].concat());
    let found = found.ok()?;
    let all = (0..found.length()).filter_map(|number| found.item(number));
    let mut all = all.filter_map(|node| node.dyn_into::<HtmlElement>().ok());
    all.find(|element| element.get_attribute(attribute).as_deref() == Some(id))
}

/// The item that contains the focus.
fn focused(root: &Element, list: &ListScene, items: &[usize]) -> Option<usize> {
    let (attribute, _) = mark_of(list, *items.first()?)?;
    let selector = [".page [", attribute, "]", NOT_AN_ANSWER, ":focus-within"].concat();
    let found = root.query_selector(&selector).ok().flatten()?;
    let id = found.get_attribute(attribute)?;
    let mut items = items.iter().copied();
    items.find(|item| mark_of(list, *item).is_some_and(|(_, own)| own == id))
}

/// The sentence that says which item the reader has stepped to.
fn told(page: &PageContext, list: &ListScene, item: usize) -> Option<String> {
    let items = items(list);
    if list.scene.state.view.mode != Mode::Article {
        return told_claim(page.messages(), &list.scene.indexed, &items, item);
    }
    let at = items.iter().position(|other| *other == item)?;
    let article = list.listing.collection.articles.get(item)?;
    let messages = page.collection_messages();
    let title = &article.metadata.title;
    Some((messages.stepped_to)(at + 1, items.len(), title))
}

/// The steps through `list`. They move the focus, beginning where it is.
#[hook]
pub(super) fn use_list_steps(page: &PageContext, list: &ListScene) -> ListSteps {
    let stepped = use_state(|| (0, None::<(Mode, usize)>));
    let mode = list.scene.state.view.mode;
    let steps = stepped.0;
    let current = stepped.1.filter(|(stepped_in, _)| *stepped_in == mode);
    let current = current.map(|(_, item)| item);
    let told = use_memo((steps, mode), |_| told(page, list, current?));
    {
        let (root, list) = (page.refs.root.clone(), list.clone());
        use_effect_with(steps, move |_| {
            let mark = current.and_then(|item| mark_of(&list, item));
            let found = mark.zip(root.cast::<Element>());
            let found = found.and_then(|(mark, root)| element_of(&root, mark));
            if let Some(item) = found {
                // An article is opened by its title.
                let link = item.query_selector("h2 a").ok().flatten();
                let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok());
                show(&item);
                let target = link.unwrap_or(item);
                focus_anyway(&target);
            }
        });
    }
    let step = {
        let (root, list) = (page.refs.root.clone(), list.clone());
        Callback::from(move |forward| {
            let mut items = items(&list);
            if matches!(mode, Mode::Article | Mode::Claims) {
                items.truncate(list.shown);
            }
            let root = root.cast::<Element>();
            let from = root.and_then(|root| focused(&root, &list, &items));
            let next = beside(&items, from.or(current), forward);
            stepped.set((steps + 1, next.map(|item| (mode, item))));
        })
    };
    ListSteps {
        step,
        claim: current.filter(|_| mode != Mode::Article),
        told: told.as_ref().clone().unwrap_or_default(),
    }
}
