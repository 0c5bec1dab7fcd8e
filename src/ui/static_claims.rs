//! The claims of an article as a list, for static pages.

use yew::prelude::*;

use super::claim_labels::verb_of;
use super::page_context::use_page;
use super::ptr_eq_rc::PtrEqRc;
use crate::messages::ArticleMessages;
use explore::IndexedArticle;
use model::Claim;

/// Properties of [`StaticClaims`].
#[derive(Properties, PartialEq)]
pub(super) struct StaticClaimsProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// The claims with their words. Without a program, the address of the view that selects a claim
/// leads to its item.
#[component]
pub(super) fn StaticClaims(props: &StaticClaimsProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let indexed = &props.indexed;
    let claims = &indexed.article.claims;
    if claims.is_empty() {
        return Html::default();
    }
    html! {
        <section class="plain-claims">
            <h2>{ messages.claims_label }</h2>
            <ol>{ for claims.iter().enumerate().map(|(number, claim)| item(messages, indexed, number, claim)) }</ol>
        </section>
    }
}

fn item(
    messages: &ArticleMessages,
    indexed: &IndexedArticle,
    number: usize,
    claim: &Claim,
) -> Html {
    let start = claim.extent().start;
    let block = indexed
        .article
        .blocks
        .partition_point(|block| block.range.end <= start)
        + 1;
    let how = (messages.says)(verb_of(messages, claim), claim.form);
    let words = indexed.quotation_of(number);
    html! {
        <li id={format!("claim={}", claim.id)}>
            <b dir="auto">{ indexed.speaker_name(number) }</b>{ how }{ words }{ " " }
            <a href={format!("#b{block}")}>{ messages.in_the_text }</a>
        </li>
    }
}
