//! The card of a claim: who, how, about whom, and what one can do with it.

use yew::prelude::*;

use super::app::Event;
use super::block::hit_views;
use super::copy_button::CopyButton;
use super::links;
use super::scene::Scene;
use super::words::{form_label, form_sign, provenance_label};
use explore::Action;
use formats::{cite, passage_url};
use model::{Provenance, Speaker, TextRange};

/// The card of a claim (a number in the article's list), an item of a list. `with_words`
/// shows the claim's words, as it must where the text is not beside it.
pub(super) fn claim_card(scene: &Scene, number: usize, with_words: bool) -> Html {
    let is_open = scene.selected() == Some(number);
    let indexed = &scene.indexed;
    let Some(claim) = indexed.article.claims.get(number) else {
        return Html::default();
    };
    let id = claim.id.clone();
    let toggle = {
        let (id, open) = (id.clone(), is_open);
        scene.dispatch.reform(move |_: MouseEvent| match open {
            true => Action::Deselect,
            false => Action::SelectClaim(id.clone()),
        })
    };
    let point = |at: bool| {
        scene
            .events
            .reform(move |_: MouseEvent| Event::PointAt(at.then_some(number)))
    };
    let hue = indexed.speaker_number(indexed.speaker_of(number)) % 8;
    // Cards come and go with each key: a text in one piece is one node to make.
    let cue = claim
        .cue
        .map(|cue| format!(" · {}", indexed.article.words(cue)));
    let form = format!(" {} · {}", form_label(claim.form), claim.stance.as_str());
    let found = matches!(claim.provenance, Provenance::Found { .. });
    let class = classes!(
        "card",
        format!("speaker-{hue}"),
        is_open.then_some("open"),
        found.then_some("found"),
    );
    html! {
        <li key={number} {class} part="card" data-claim-card={id.to_string()}
            onmouseenter={point(true)} onmouseleave={point(false)}>
            <button type="button" class="head" aria-expanded={is_open.to_string()} onclick={toggle}>
                <span class="speaker">{ indexed.speaker_name(number) }</span>
                if let Some(cue) = cue { <span class="cue">{ cue }</span> }
                <span class="sign">
                    <span aria-hidden="true">{ form_sign(claim.form) }</span>
                    { form }
                    if found { { found_sign(&claim.provenance) } }
                </span>
            </button>
            if with_words { { words(scene, number) } }
            { unfolded(scene, number, is_open) }
        </li>
    }
}

use super::found::sign as found_sign;

/// What stands below the head of a card.
fn unfolded(scene: &Scene, number: usize, is_open: bool) -> Html {
    let why = super::found::why_claim(&scene.indexed, number);
    html! { <>{ why }if is_open { { details(scene, number) } }</> }
}

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

fn details(scene: &Scene, number: usize) -> Html {
    let indexed = &scene.indexed;
    let article = &indexed.article;
    let Some(claim) = article.claims.get(number) else {
        return Html::default();
    };
    let to_entity = |id: &model::EntityId| {
        let name = article
            .entity(id)
            .map_or(id.as_str(), |entity| &entity.name)
            .to_owned();
        let chosen = id.clone();
        let onclick = scene.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::SelectEntity(chosen.clone())
        });
        html! {
            <li><a class="name" data-kind={indexed.kind(id).as_str()}
                href={links::to_entity(scene.state.view.article.as_ref(), id)} {onclick}>{ name }</a></li>
        }
    };
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => html! { <ul class="names">{ to_entity(id) }</ul> },
        Speaker::Words(_) => {
            html! { { format!("nobody by name: {}", indexed.speaker_name(number)) } }
        }
        Speaker::Unnamed => html! { { "nobody is named" } },
    };
    let verbatim = if indexed.is_verbatim(number) {
        "These words stand between quotation marks in the text."
    } else {
        match claim.form {
            model::Form::Direct => {
                "Marked as quoted, but the text has no quotation marks around all of it."
            }
            model::Form::Indirect => "In the writer’s words, not the speaker’s.",
            model::Form::Mixed => "In the writer’s words, with some of the speaker’s.",
        }
    };
    let hash = links::to_claim(scene.state.view.article.as_ref(), &claim.id);
    let link = {
        let (host, hash) = (scene.host.clone(), hash.clone());
        Callback::from(move |()| links::absolute(&host, &hash))
    };
    let citation = {
        let (host, indexed, number) = (scene.host.clone(), indexed.clone(), number);
        Callback::from(move |()| {
            let cited = cite(&indexed, number, &links::absolute(&host, &hash));
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
                    if indexed.is_verbatim(number) { <span class="verbatim">{ "✓ verbatim" }</span>{ " " } }
                    { verbatim }
                </dd>
                if !claim.about.is_empty() {
                    <dt>{ "About" }</dt>
                    <dd><ul class="names">{ for claim.about.iter().map(to_entity) }</ul></dd>
                }
                <dt>{ "Source" }</dt><dd>{ provenance_label(&claim.provenance) }</dd>
            </dl>
            <p class="actions">
                <CopyButton label="Cite" text={citation} />
                if scene.has_links() { <CopyButton label="Copy link" text={link} /> }
                if let Some(url) = original {
                    <a class="outward" href={url.to_string()} rel="noopener">{ "Open the original here" }</a>
                }
            </p>
        </div>
    }
}
