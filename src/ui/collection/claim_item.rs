//! A claim on the card of a name in all articles.

use yew::prelude::*;

use super::listing::Listing;
use super::view_link::ViewLink;
use crate::ui::block::hit_views;
use crate::ui::found;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::View;
use model::{Form, Provenance, TextRange};

/// Properties of [`ClaimItem`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimItemProps {
    /// The list.
    pub(super) listing: PtrEqRc<Listing>,
    /// The number of the claim among the claims of all articles.
    pub(super) claim: usize,
    /// The view that shows it in its article.
    pub(super) view: View,
}

/// A claim: its speaker, form, words and article.
#[component]
pub(super) fn ClaimItem(props: &ClaimItemProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let ClaimItemProps {
        listing,
        claim,
        view,
    } = props;
    let claim = *claim;
    let indexed = &listing.collection.claims;
    let known = indexed.article.claims.get(claim);
    let (Some(known), Some(article)) = (known, listing.collection.article_of(claim)) else {
        return Html::default();
    };
    let colour = indexed.claim_colour(claim);
    let cue = known.cue.map(|cue| indexed.article.words(cue).to_owned());
    let part = |(place, range): (usize, &TextRange)| {
        let hits = &listing.result.claims.hits.marks;
        html! { <>
            if place > 0 { <span class="gap">{ " […] " }</span> }
            { hit_views(indexed.article.words(*range), *range, hits) }
        </> }
    };
    let quoted = known.form == Form::Direct;
    let detected = known.provenance != Provenance::Curated;
    let when = article.metadata.published.map(messages.date);
    html! {
        <li class={classes!("card", format!("speaker-{colour}"), detected.then_some("found"))} part="card" data-claim-card={known.id.to_string()}>
            <p class="head">
                <span class="speaker">{ indexed.speaker_name(claim) }</span>
                if let Some(cue) = cue { <span class="cue">{ " · " }{ cue }</span> }
                <span class="sign"><span aria-hidden="true">{ (messages.form_sign)(known.form) }</span>
                    { " " }{ (messages.form)(known.form) }{ " · " }{ (messages.stance)(known.stance) }{ found::sign(messages, &known.provenance) }</span>
            </p>
            <blockquote class={classes!("words", quoted.then_some("quoted"))}>
                { for known.content.iter().enumerate().map(part) }
            </blockquote>
            { found::why_claim(messages, indexed, claim) }
            <p class="from"><ViewLink view={view.clone()}>
                { article.metadata.title.clone() }
                if let Some(when) = when { { ", " }{ when } }
            </ViewLink></p>
        </li>
    }
}
