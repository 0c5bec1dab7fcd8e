//! The claims that a view leaves, out of all articles.

use yew::prelude::*;

use super::articles::{more, opening, order, view_of_article};
use super::list_scene::ListScene;
use crate::ui::block::hit_views;
use crate::ui::empty::Empty;
use crate::ui::who_table::WhoTable;
use crate::ui::words::{form_label, form_sign};
use explore::Action;
use explore::{View, WhoAboutWhom};
use model::{Claim, EntityId, Provenance, TextRange};

/// How many speakers and subjects the table has at most.
const SPEAKERS: usize = 12;
const SUBJECTS: usize = 9;

/// Who speaks about whom, then the claims.
pub(super) fn claim_list(list: &ListScene) -> Html {
    let claims = &list.result.listed;
    let table = WhoAboutWhom::of(&list.scene.indexed, &list.result.claims.claims)
        .with_most(SPEAKERS, SUBJECTS);
    html! {
        <section class="claims-view" aria-label="Claims">
            <WhoTable scene={list.scene.clone()} {table} />
            <Empty scene={list.scene.clone()} />
            if !claims.is_empty() {
                { order(list) }
                <ol class="cards">{ for claims.iter().take(list.shown).filter_map(|claim| card(list, *claim, true)) }</ol>
                { more(list, claims.len()) }
            }
        </section>
    }
}

/// The view that shows a claim in its article.
pub(super) fn view_of_claim(list: &ListScene, claim: usize) -> Option<View> {
    let source = list.collection.sources.get(claim)?;
    let article = list.collection.articles.get(source.article)?;
    let mut view = view_of_article(list, &article.id, source.article);
    view.claim = Some(source.claim.clone());
    Some(view)
}

/// A claim: who, how, about whom, in which words, and where it stands.
pub(super) fn card(list: &ListScene, claim: usize, with_names: bool) -> Option<Html> {
    let indexed = &list.scene.indexed;
    let known = indexed.article.claims.get(claim)?;
    let article = list.collection.article_of(claim)?;
    let hue = indexed.speaker_number(indexed.speaker_of(claim)) % 8;
    let cue = known.cue.map(|cue| indexed.article.words(cue).to_owned());
    let part = |(place, range): (usize, &TextRange)| {
        html! { <>
            if place > 0 { <span class="gap">{ " […] " }</span> }
            { hit_views(indexed.article.words(*range), *range, &list.result.claims.hits.marks) }
        </> }
    };
    let name = |id: &EntityId| {
        let entity = indexed.entity(id)?;
        let chosen = id.clone();
        let onclick = list
            .page
            .dispatch
            .reform(move |_: MouseEvent| Action::SelectEntity(chosen.clone()));
        Some(html! {
            <li><button type="button" class="found-name" {onclick}><span class="name" data-kind={entity.kind.as_str()}>{ &entity.name }</span></button></li>
        })
    };
    let quoted = known.form == model::Form::Direct;
    let when = article.metadata.published.map(|date| date.in_words());
    let place = html! { <>{ article.metadata.title.clone() }if let Some(when) = when { { ", " }{ when } }</> };
    Some(html! {
        <li key={claim} class={classes!("card", format!("speaker-{hue}"), is_found(known).then_some("found"))} part="card" data-claim-card={known.id.to_string()}>
            <p class="head">
                <span class="speaker">{ indexed.speaker_name(claim) }</span>
                if let Some(cue) = cue { <span class="cue">{ " · " }{ cue }</span> }
                <span class="sign"><span aria-hidden="true">{ form_sign(known.form) }</span>
                    { " " }{ form_label(known.form) }{ " · " }{ known.stance.as_str() }{ found_sign(known) }</span>
            </p>
            <blockquote class={classes!("words", quoted.then_some("quoted"))}>
                { for known.content.iter().enumerate().map(part) }
            </blockquote>
            { why(list, claim) }
            if with_names && !known.about.is_empty() {
                <div class="about"><span>{ "About" }</span><ul class="names">{ for known.about.iter().filter_map(name) }</ul></div>
            }
            <p class="from">{ opening(list, view_of_claim(list, claim)?, place) }</p>
        </li>
    })
}

fn is_found(claim: &Claim) -> bool {
    claim.provenance != Provenance::Curated
}

fn found_sign(claim: &Claim) -> String {
    crate::ui::found::sign(&claim.provenance)
}

fn why(list: &ListScene, claim: usize) -> Html {
    crate::ui::found::why_claim(&list.scene.indexed, claim)
}
