//! The passage of a claim in the rendered text.

use std::cell::Cell;

use web_sys::Element;
use yew::prelude::*;

use super::host::AddressUse;
use super::marks::Marks;
use super::ptr_eq_rc::PtrEqRc;
use super::resize::SizeWatch;
use super::scroll::{show, show_card};
use explore::{IndexedArticle, Mode};

/// A selector for the first piece of a claim.
pub(super) fn passage(indexed: &IndexedArticle, claim: usize) -> String {
    let Some(claim) = indexed.article.claims.get(claim) else {
        return String::new();
    };
    let start = claim.extent().start;
    let block = indexed
        .article
        .blocks
        .partition_point(|block| block.range.end <= start);
    let id = quoted(claim.id.as_str());
    format!("#b{} [data-claim~=\"{id}\"]", block + 1)
}

/// An id within the quotation marks of a selector.
pub(super) fn quoted(id: &str) -> String {
    id.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Brings the selected claim into view when it is selected and when the text is recreated, and its
/// card if that is below the passage.
#[hook]
pub(super) fn use_selected_in_view(
    address: AddressUse,
    text: &NodeRef,
    marks: &PtrEqRc<Marks>,
    mode: Mode,
    selected: Option<usize>,
) {
    let is_first = use_mut_ref(|| true);
    let text = text.clone();
    let drawn = (marks.clone(), mode, selected);
    use_effect_with(drawn, move |(marks, _, selected)| {
        // An embedded article does not scroll the page around it when it appears.
        let wanted = !is_first.replace(false) || address == AddressUse::Kept;
        let place = selected.zip(text.cast::<Element>()).filter(|_| wanted);
        if let Some((claim, text)) = place
            && let Ok(Some(passage)) = text.query_selector(&passage(&marks.indexed, claim))
        {
            show(&passage);
            let card = text.query_selector(".below .card.open").ok().flatten();
            let watch = card.and_then(|card| show_card_once(card, passage));
            return Box::new(move || drop(watch)) as Box<dyn FnOnce()>;
        }
        Box::new(|| ())
    });
}

/// Brings a card below its passage into view as soon as it has its details, which may be loaded
/// later.
fn show_card_once(card: Element, passage: Element) -> Option<SizeWatch> {
    let is_shown = Cell::new(false);
    let watched = card.clone();
    let bring = Callback::from(move |()| {
        let has_details = card.query_selector(".details").is_ok_and(|it| it.is_some());
        if has_details && !is_shown.replace(true) {
            show_card(&card, &passage);
        }
    });
    SizeWatch::of([watched], bring)
}
