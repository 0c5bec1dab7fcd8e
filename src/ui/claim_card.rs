//! The card of a claim: its speaker, form, subjects and actions.

use yew::prelude::*;

use super::block::hit_views;
use super::copy_button::CopyButton;
use super::found;
use super::links;
use super::page_context::{PageContext, use_page};
use super::scene::Scene;
use crate::messages::ArticleMessages;
use explore::Action;
use formats::{cite, passage_url};
use model::{Provenance, Speaker, TextRange};

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
    let toggle = {
        let (id, open) = (id.clone(), is_open);
        page.dispatch.reform(move |_: MouseEvent| match open {
            true => Action::Deselect,
            false => Action::SelectClaim(id.clone()),
        })
    };
    let point = |at: bool| {
        page.point_at
            .reform(move |_: MouseEvent| at.then_some(number))
    };
    let colour = indexed.claim_colour(number);
    // Each key press adds and removes cards. A text in one piece needs only one node.
    let cue = claim
        .cue
        .map(|cue| format!(" · {}", indexed.article.words(cue)));
    let form = format!(
        " {} · {}",
        (messages.form)(claim.form),
        (messages.stance)(claim.stance)
    );
    let is_found = matches!(claim.provenance, Provenance::Found { .. });
    let class = classes!(
        "card",
        format!("speaker-{colour}"),
        is_open.then_some("open"),
        is_found.then_some("found"),
    );
    html! {
        <li {class} part="card" data-claim-card={id.to_string()}
            onmouseenter={point(true)} onmouseleave={point(false)}>
            <button type="button" class="head" aria-expanded={is_open.to_string()} onclick={toggle}>
                <span class="speaker">{ indexed.speaker_name(number) }</span>
                if let Some(cue) = cue { <span class="cue">{ cue }</span> }
                <span class="sign">
                    <span aria-hidden="true">{ (messages.form_sign)(claim.form) }</span>
                    { form }
                    if is_found { { found::sign(messages, &claim.provenance) } }
                </span>
            </button>
            if *with_words { { words(scene, number) } }
            { found::why_claim(messages, indexed, number) }
            if is_open { { details(messages, scene, &page, number) } }
        </li>
    }
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

fn details(messages: &ArticleMessages, scene: &Scene, page: &PageContext, number: usize) -> Html {
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
        let onclick = page.dispatch.reform(move |event: MouseEvent| {
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
            html! { { (messages.nobody_by_name)(indexed.speaker_name(number)) } }
        }
        Speaker::Unnamed => html! { { messages.nobody } },
    };
    let is_verbatim = indexed.is_verbatim(number);
    let hash = links::to_claim(scene.state.view.article.as_ref(), &claim.id);
    let link = {
        let (host, hash) = (page.host.clone(), hash.clone());
        Callback::from(move |()| links::absolute(&host, &hash))
    };
    let citation = {
        let (host, indexed, number) = (page.host.clone(), indexed.clone(), number);
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
                <dt>{ messages.speaker }</dt><dd>{ speaker }</dd>
                <dt>{ messages.words }</dt>
                <dd>
                    if is_verbatim { <span class="verbatim">{ messages.verbatim }</span>{ " " } }
                    { (messages.whose_words)(is_verbatim, claim.form) }
                </dd>
                if !claim.about.is_empty() {
                    <dt>{ messages.about }</dt>
                    <dd><ul class="names">{ for claim.about.iter().map(to_entity) }</ul></dd>
                }
                <dt>{ messages.source }</dt><dd>{ (messages.provenance)(&claim.provenance) }</dd>
            </dl>
            <p class="actions">
                <CopyButton label={messages.cite} text={citation} />
                if page.has_links() { <CopyButton label={messages.copy_link} text={link} /> }
                if let Some(url) = original {
                    <a class="outward" href={url.to_string()} rel="noopener">{ messages.open_original }</a>
                }
            </p>
        </div>
    }
}
