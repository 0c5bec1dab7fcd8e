//! What the open card of a claim adds to its head: its words, cue, subjects, origin and actions.

use yew::prelude::*;

use super::copy_button::CopyButton;
use super::found;
use super::links;
use super::page_context::use_page;
use super::scene::Scene;
use explore::Action;
use formats::{cite, passage_url};
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
    let messages = page.messages();
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
    let to_entity = |id: &EntityId, class: Option<&'static str>, label: Html| {
        let chosen = id.clone();
        let onclick = page.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::SelectEntity(chosen.clone())
        });
        let kind = class.is_some().then(|| indexed.kind(id).as_str());
        html! {
            <a {class} data-kind={kind} href={links::to_entity(in_article, id)} {onclick}>{ label }</a>
        }
    };
    let subject = |id: &EntityId| {
        let name = indexed
            .entity(id)
            .map_or(id.as_str(), |entity| &entity.name)
            .to_owned();
        html! { <li>{ to_entity(id, Some("name"), html! { { name } }) }</li> }
    };
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => Some(to_entity(id, None, messages.about_speaker.into())),
        Speaker::Words(_) | Speaker::Unnamed => None,
    };
    let hash = links::to_claim(in_article, &claim.id);
    let link = {
        let (host, hash) = (page.host.clone(), hash.clone());
        Callback::from(move |()| links::absolute(&host, &hash))
    };
    let citation = {
        let words = &page.claims_messages().citation_words;
        let (host, indexed) = (page.host.clone(), indexed.clone());
        Callback::from(move |()| {
            let cited = cite(&indexed, number, &links::absolute(&host, &hash), words);
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
    let wording = (messages.wording_note)(indexed.is_verbatim(number), claim.form);
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
                    <dt>{ messages.cue }</dt><dd dir="auto">{ (messages.cue_words)(article.words(cue)) }</dd>
                }
                if let Some(wording) = wording {
                    <dt>{ messages.wording }</dt><dd>{ wording }</dd>
                }
                if !in_list && !claim.about.is_empty() {
                    <dt>{ messages.about }</dt>
                    <dd><ul class="names">{ for claim.about.iter().map(subject) }</ul></dd>
                }
            </dl>
            <p class="provenance">{ (messages.provenance)(&claim.provenance) }</p>
            { found::why_claim(messages, indexed, number) }
            <p class="actions">
                if !in_list {
                    <CopyButton label={messages.cite} text={citation} />
                    if page.has_links() { <CopyButton label={messages.copy_link} text={link} /> }
                    { speaker }
                }
                if let Some(url) = original {
                    <a class="outward" href={url.to_string()} rel="noopener">{ messages.open_original }</a>
                }
            </p>
        </div>
    }
}
