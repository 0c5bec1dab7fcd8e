//! The card of a claim in the list of claims: who says it, and all its words. It can be open.

use yew::prelude::*;

use super::block::hit_views;
use super::claim_details::{ClaimDetails, form_of, verb_of};
use super::page_context::use_page;
use super::scene::Scene;
use explore::Action;
use model::{Provenance, TextRange};

/// Properties of [`ClaimCard`].
#[derive(Properties)]
pub(super) struct ClaimCardProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The claim, as a number in the article's list.
    pub(super) number: usize,
    /// Shows the claim's words, because the text is not beside the card.
    #[prop_or_default]
    pub(super) with_words: bool,
}

impl PartialEq for ClaimCardProps {
    /// Properties are equal if the card looks the same. Most changes of a view leave most cards
    /// unchanged.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        let is_open = |props: &Self| props.scene.selected() == Some(props.number);
        self.number == other.number
            && self.with_words == other.with_words
            && a.indexed == b.indexed
            && a.state.view.article == b.state.view.article
            && is_open(self) == is_open(other)
            && (!self.with_words || a.result.hits == b.result.hits)
    }
}

/// The card of a claim, an item of a list.
#[component]
pub(super) fn ClaimCard(props: &ClaimCardProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let ClaimCardProps {
        scene,
        number,
        with_words,
    } = props;
    let number = *number;
    let is_open = scene.selected() == Some(number);
    let indexed = &scene.indexed;
    let Some(claim) = indexed.article.claims.get(number) else {
        return Html::default();
    };
    let id = claim.id.clone();
    let onclick = page.dispatch.reform(move |_: MouseEvent| match is_open {
        true => Action::Deselect,
        false => Action::SelectClaim(id.clone()),
    });
    let class = classes!(
        "card",
        format!("speaker-{}", indexed.claim_colour(number)),
        is_open.then_some("open"),
        matches!(claim.provenance, Provenance::Found { .. }).then_some("found"),
    );
    html! {
        <li {class} part="card" data-claim-card={claim.id.to_string()}>
            <button type="button" class="head" value={claim.id.to_string()} aria-expanded={is_open.to_string()} {onclick}>
                <b class="speaker" dir="auto">{ indexed.speaker_name(number) }</b>
                if let Some(verb) = verb_of(messages, claim) { { " " }{ verb } }
                <span class="sign">{ " · " }{ form_of(messages, claim) }</span>
            </button>
            if *with_words { { words(scene, number) } }
            if is_open { <ClaimDetails scene={scene.clone()} {number} with_words={!with_words} /> }
        </li>
    }
}

/// The words of a claim with the matches in them.
fn words(scene: &Scene, number: usize) -> Html {
    let Some(claim) = scene.indexed.article.claims.get(number) else {
        return Html::default();
    };
    let part = |(place, range): (usize, &TextRange)| {
        html! { <>
            if place > 0 { <span class="gap">{ " […] " }</span> }
            { hit_views(scene.indexed.article.words(*range), *range, &scene.result.hits.marks) }
        </> }
    };
    let quoted = claim.form == model::Form::Direct;
    html! {
        <blockquote class={classes!("words", quoted.then_some("quoted"))}>
            { for claim.content.iter().enumerate().map(part) }
        </blockquote>
    }
}
