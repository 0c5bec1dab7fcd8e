//! The card of a claim: who, how, about whom, and what one can do with it.

use yew::prelude::*;

use super::app::Event;
use super::block::hit_views;
use super::copy_button::CopyButton;
use super::links;
use super::scene::Scene;
use super::shared::Shared;
use super::words::{form_label, form_sign, provenance_label};
use crate::explore::{Action, Reading};
use crate::interop::{cite, passage_url};
use crate::model::{ArticleId, Provenance, Speaker, TextRange};

/// Properties of [`ClaimCard`].
#[derive(Properties, PartialEq)]
pub struct ClaimCardProps {
    /// The article.
    pub reading: Shared<Reading>,
    /// Which claim, as a number in the article's list.
    pub claim: usize,
    /// The article as the address names it, for links.
    #[prop_or_default]
    pub article: Option<ArticleId>,
    /// Whether it shows everything.
    #[prop_or_default]
    pub open: bool,
    /// Whether it shows the claim's words, as it must where the text is not beside it.
    #[prop_or_default]
    pub with_words: bool,
    /// Hits to be marked in the words.
    #[prop_or_default]
    pub hits: Vec<TextRange>,
    /// Where choices go.
    pub dispatch: Callback<Action>,
    /// Told when the card is pointed at and left.
    #[prop_or_default]
    pub events: Callback<Event>,
}

/// The card of a claim whose passage stands beside it.
pub(super) fn card_beside(scene: &Scene, claim: usize) -> Html {
    html! {
        <ClaimCard key={claim} reading={scene.reading.clone()} {claim} article={scene.state.view.article.clone()}
            open={scene.selected() == Some(claim)} dispatch={scene.dispatch.clone()} events={scene.events.clone()} />
    }
}

/// A claim's card, an item of a list.
#[component]
pub fn ClaimCard(props: &ClaimCardProps) -> Html {
    let reading = &props.reading;
    let Some(claim) = reading.article.claims.get(props.claim) else {
        return Html::default();
    };
    let id = claim.id.clone();
    let toggle = {
        let (id, open) = (id.clone(), props.open);
        props.dispatch.reform(move |_: MouseEvent| match open {
            true => Action::Deselect,
            false => Action::SelectClaim(id.clone()),
        })
    };
    let point = |at: bool| {
        let number = props.claim;
        props
            .events
            .reform(move |_: MouseEvent| Event::PointAt(at.then_some(number)))
    };
    let hue = reading.speaker_number(reading.speaker_of(props.claim)) % 8;
    let cue = claim.cue.map(|cue| reading.article.words(cue).to_owned());
    let found = matches!(claim.provenance, Provenance::Found { .. });
    let class = classes!(
        "card",
        format!("speaker-{hue}"),
        props.open.then_some("open"),
        found.then_some("found"),
    );
    html! {
        <li {class} part="card" data-claim-card={id.to_string()}
            onmouseenter={point(true)} onmouseleave={point(false)}>
            <button type="button" class="head" aria-expanded={props.open.to_string()} onclick={toggle}>
                <span class="speaker">{ reading.speaker_name(props.claim) }</span>
                if let Some(cue) = cue { <span class="cue">{ " · " }{ cue }</span> }
                <span class="sign">
                    <span aria-hidden="true">{ form_sign(claim.form) }</span>
                    { " " }{ form_label(claim.form) }{ " · " }{ claim.stance.as_str() }
                    if found { { " · found" } }
                </span>
            </button>
            if props.with_words { { words(props) } }
            if props.open { { details(props) } }
        </li>
    }
}

fn words(props: &ClaimCardProps) -> Html {
    let Some(claim) = props.reading.article.claims.get(props.claim) else {
        return Html::default();
    };
    let part = |(number, range): (usize, &TextRange)| {
        html! { <>
            if number > 0 { <span class="gap">{ " […] " }</span> }
            { hit_views(props.reading.article.words(*range), *range, &props.hits) }
        </> }
    };
    let quoted = claim.form == crate::model::Form::Direct;
    html! {
        <blockquote class={classes!("words", quoted.then_some("quoted"))}>
            { for claim.content.iter().enumerate().map(part) }
        </blockquote>
    }
}

fn details(props: &ClaimCardProps) -> Html {
    let reading = &props.reading;
    let article = &reading.article;
    let Some(claim) = article.claims.get(props.claim) else {
        return Html::default();
    };
    let to_entity = |id: &crate::model::EntityId| {
        let name = article
            .entity(id)
            .map_or(id.as_str(), |entity| &entity.name)
            .to_owned();
        let chosen = id.clone();
        let onclick = props.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::SelectEntity(chosen.clone())
        });
        html! {
            <li><a class="name" data-kind={reading.kind(id).as_str()}
                href={links::to_entity(props.article.as_ref(), id)} {onclick}>{ name }</a></li>
        }
    };
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => html! { <ul class="names">{ to_entity(id) }</ul> },
        Speaker::Words(_) => {
            html! { { format!("nobody by name: {}", reading.speaker_name(props.claim)) } }
        }
        Speaker::Unnamed => html! { { "not named in the annotations" } },
    };
    let verbatim = if reading.is_verbatim(props.claim) {
        "These words stand between quotation marks in the text."
    } else {
        match claim.form {
            crate::model::Form::Direct => {
                "Marked as quoted, but the text has no quotation marks around all of it."
            }
            crate::model::Form::Indirect => "In the writer’s words, not the speaker’s.",
            crate::model::Form::Mixed => "In the writer’s words, with some of the speaker’s.",
        }
    };
    let hash = links::to_claim(props.article.as_ref(), &claim.id);
    let link = {
        let hash = hash.clone();
        Callback::from(move |()| links::absolute(&hash))
    };
    let citation = {
        let (reading, number) = (reading.clone(), props.claim);
        Callback::from(move |()| {
            let cited = cite(&reading, number, &links::absolute(&hash));
            cited
                .map(|cited| cited.as_str().to_owned())
                .unwrap_or_default()
        })
    };
    let original = article
        .metadata
        .url
        .as_ref()
        .zip(claim.content.first())
        .and_then(|(url, range)| passage_url(url, &article.text, *range));
    html! {
        <div class="details">
            <dl>
                <dt>{ "Speaker" }</dt><dd>{ speaker }</dd>
                <dt>{ "Words" }</dt>
                <dd>
                    if reading.is_verbatim(props.claim) { <span class="verbatim">{ "✓ verbatim" }</span>{ " " } }
                    { verbatim }
                </dd>
                if !claim.about.is_empty() {
                    <dt>{ "About" }</dt>
                    <dd><ul class="names">{ for claim.about.iter().map(to_entity) }</ul></dd>
                }
                <dt>{ "Source" }</dt><dd>{ provenance_label(claim.provenance) }</dd>
            </dl>
            <p class="actions">
                <CopyButton label="Cite" text={citation} />
                <CopyButton label="Copy link" text={link} />
                if let Some(url) = original {
                    <a class="outward" href={url.to_string()} rel="noopener">{ "Open the original here" }</a>
                }
            </p>
        </div>
    }
}
