//! What the open card of a claim adds to its head: its words, cue, subjects, origin and actions.

use yew::prelude::*;

use super::claim_links::{copy_buttons, name_link, to_card};
use super::found;
use super::links;
use super::page_context::use_page;
use super::scene::Scene;
use formats::passage_url;
use model::{EntityId, Speaker};

/// Properties of [`ClaimDetails`].
#[derive(Properties, PartialEq)]
pub(super) struct ClaimDetailsProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The claim, as a number in the article's list.
    pub(super) number: usize,
    /// The claim is in a list that shows its words, its subjects and its actions.
    #[prop_or_default]
    pub(super) in_list: bool,
}

/// The details of an open claim. They repeat nothing that the head of its card says.
#[component]
pub(super) fn ClaimDetails(props: &ClaimDetailsProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let ClaimDetailsProps {
        scene,
        number,
        in_list,
    } = props;
    let (indexed, number, in_list) = (&scene.indexed, *number, *in_list);
    let article = &indexed.article;
    let Some(claim) = article.claims.get(number) else {
        return Html::default();
    };
    let in_article = scene.state.view.article.as_ref();
    let subject = |id: &EntityId| html! { <li>{ name_link(&page, indexed, in_article, id) }</li> };
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => Some(html! {
            <a href={links::to_entity(in_article, id)} onclick={to_card(&page, id)}>{ on_demand.about_speaker }</a>
        }),
        Speaker::Words(_) | Speaker::Unnamed => None,
    };
    let copy = (!in_list).then(|| {
        let indexed = indexed.clone();
        copy_buttons(&page, in_article, &claim.id, move || {
            (indexed.clone(), number)
        })
    });
    let original = article
        .metadata
        .url
        .as_ref()
        .zip(claim.content.first())
        .and_then(|(url, range)| passage_url(url, &article.text, *range));
    let wording = (on_demand.wording_note)(indexed.is_verbatim(number), claim.form);
    let lang = (!article.metadata.language.is_empty()).then(|| article.metadata.language.clone());
    html! {
        <div class="details">
            if !in_list {
                <blockquote class="words" {lang} dir={article.metadata.direction.as_str()}>
                    { indexed.quotation_of(number) }
                </blockquote>
            }
            <dl>
                if let Some(cue) = claim.cue {
                    <dt>{ on_demand.cue }</dt><dd dir="auto">{ (on_demand.cue_words)(article.words(cue)) }</dd>
                }
                if let Some(wording) = wording {
                    <dt>{ on_demand.wording }</dt><dd>{ wording }</dd>
                }
                if !in_list && !claim.about.is_empty() {
                    <dt>{ on_demand.about }</dt>
                    <dd><ul class="names">{ for claim.about.iter().map(subject) }</ul></dd>
                }
            </dl>
            <p class="provenance">{ (on_demand.provenance)(claim) }</p>
            { found::why_claim(on_demand, indexed, number) }
            <p class="actions">
                if let Some(copy) = copy { { copy }{ speaker } }
                if let Some(url) = original {
                    <a class="outward" href={url.to_string()} rel="noopener">{ on_demand.open_original }</a>
                }
            </p>
        </div>
    }
}
