//! Somebody else’s annotations of the same text, which can be added to what is to check.

use yew::prelude::*;

use super::edits::Start;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;

/// Properties of [`OtherAnnotations`].
#[derive(Properties, PartialEq)]
pub(super) struct OtherAnnotationsProps {
    /// The copies of the article.
    pub(super) start: PtrEqRc<Start>,
    /// Receives the number of the copy whose annotations are to be added, from 0.
    pub(super) add: Callback<usize>,
}

/// The copies of the article, each with a button that adds its annotations.
#[component]
pub(super) fn OtherAnnotations(props: &OtherAnnotationsProps) -> Html {
    let page = use_page();
    let messages = page.editor_messages();
    let copies = &props.start.copies;
    if copies.is_empty() {
        return Html::default();
    }
    let buttons = copies.iter().enumerate().map(|(number, copy)| {
        let onclick = props.add.reform(move |_: MouseEvent| number);
        let label = (messages.add_others)(&copy.metadata.title, copy.claims.len());
        html! { <li key={number}><button type="button" {onclick}>{ label }</button></li> }
    });
    html! {
        <section class="other-annotations" aria-labelledby="other-annotations">
            <h3 id="other-annotations">{ messages.other_annotations }</h3>
            <ul class="check-list">{ for buttons }</ul>
        </section>
    }
}
