//! The claims as numbered notes, for printing.

use yew::prelude::*;

use super::claim_labels::verb_of;
use super::page_context::use_page;
use super::ptr_eq_rc::PtrEqRc;
use explore::IndexedArticle;

/// Properties of [`Endnotes`].
#[derive(Properties, PartialEq)]
pub(super) struct EndnotesProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// The notes, shown only in print: who says it, in which words, and about whom. The numbers in the text follow the same order.
#[component]
pub(super) fn Endnotes(props: &EndnotesProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let indexed = &props.indexed;
    let article = &indexed.article;
    let note = |(number, claim): (usize, &model::Claim)| {
        let about: Vec<&str> = claim
            .about
            .iter()
            .filter_map(|id| article.entity(id))
            .map(|entity| entity.name.as_str())
            .collect();
        html! {
            <li class={format!("speaker-{}", indexed.claim_colour(number))}>
                <b dir="auto">{ indexed.speaker_name(number) }</b>
                { (messages.says)(verb_of(messages, claim), claim.form) }
                <span dir={article.metadata.direction.as_str()}>{ indexed.quotation_of(number) }</span>
                { (messages.endnote)(claim, &about) }
            </li>
        }
    };
    html! {
        <section class="endnotes" aria-hidden="true">
            <h2>{ messages.claims_label }</h2>
            <ol>{ for article.claims.iter().enumerate().map(note) }</ol>
        </section>
    }
}
