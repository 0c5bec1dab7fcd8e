//! A claim in a list of claims from all articles.

use yew::prelude::*;

use super::listing::Listing;
use super::view_link::ViewLink;
use crate::ui::block::hit_views;
use crate::ui::found;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::{Action, View};
use model::{EntityId, Form, Provenance, TextRange};

/// Properties of [`ClaimItem`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimItemProps {
    /// The list.
    pub(super) listing: PtrEqRc<Listing>,
    /// The number of the claim among the claims of all articles.
    pub(super) claim: usize,
    /// The view that shows it in its article.
    pub(super) view: View,
    /// Lists the names that the claim is about.
    pub(super) with_names: bool,
}

/// A claim: its speaker, form, subjects, words and article.
#[component]
pub(super) fn ClaimItem(props: &ClaimItemProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let dispatch = page.dispatch;
    let ClaimItemProps {
        listing,
        claim,
        view,
        with_names,
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
    let name = |id: &EntityId| {
        let entity = indexed.entity(id)?;
        let chosen = id.clone();
        let onclick = dispatch.reform(move |_: MouseEvent| Action::SelectEntity(chosen.clone()));
        Some(html! {
            <li><button type="button" class="found-name" {onclick}><span class="name" data-kind={entity.kind.as_str()}>{ &entity.name }</span></button></li>
        })
    };
    let quoted = known.form == Form::Direct;
    let detected = known.provenance != Provenance::Curated;
    let when = article.metadata.published.map(|date| date.in_words());
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
            if *with_names && !known.about.is_empty() {
                <div class="about"><span>{ messages.about }</span><ul class="names">{ for known.about.iter().filter_map(name) }</ul></div>
            }
            <p class="from"><ViewLink view={view.clone()}>
                { article.metadata.title.clone() }
                if let Some(when) = when { { ", " }{ when } }
            </ViewLink></p>
        </li>
    }
}
