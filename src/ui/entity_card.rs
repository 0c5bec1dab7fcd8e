//! The card of an entity: its kind and names, where it is named, claims by it and claims about it.

use web_sys::Element;
use yew::prelude::*;

use super::button;
use super::claim_links::name_link;
use super::copy_button::CopyButton;
use super::element_refs::ElementRefs;
use super::focus_return::use_focus_return;
use super::found;
use super::layout::has_margin;
use super::links;
use super::page_context::{PageContext, use_page};
use super::passage::quoted;
use super::scene::Scene;
use super::scroll::show_above_sheet;
use super::tab_stops::show_name;
use crate::messages::OnDemandMessages;
use explore::{Action, Facet, Mode};
use model::{Article, EntityId, TextRange, WikidataId};
use search::excerpt;

/// The amount of text shown around an occurrence, in bytes.
const AROUND: u32 = 36;
/// How many occurrences are listed at first, and how many each request adds. The reader can step
/// through all of them.
const LISTED: usize = 3;
const MORE: usize = 100;
/// The number of code points of a claim that its button shows.
const FIRST_WORDS: usize = 70;

/// Properties of [`EntityCard`].
#[derive(Properties, PartialEq)]
pub(super) struct EntityCardProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The entity.
    pub(super) id: EntityId,
}

/// The card of the selected entity. It remembers which of its places the reader has stepped to.
#[component]
pub(super) fn EntityCard(props: &EntityCardProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let place = use_state(|| (props.id.clone(), None::<usize>));
    use_name_above_sheet(&page, &props.id);
    use_focus_return(props.id.clone(), &page.refs.card_heading);
    let unfolded = use_state_eq(|| (props.id.clone(), 0));
    let scene = &props.scene;
    let article = &scene.indexed.article;
    let Some(entity) = article.entity(&props.id) else {
        return Html::default();
    };
    let go_to = {
        let (place, dispatch) = (place.clone(), page.dispatch.clone());
        let (text, id) = (page.refs.text.clone(), props.id.clone());
        Callback::from(move |(number, range): (usize, TextRange)| {
            place.set((id.clone(), Some(number)));
            dispatch.emit(Action::Show(Mode::Article));
            show_name(&text, range);
        })
    };
    // The place belongs to the entity that was selected when the reader stepped to it.
    let place = place.1.filter(|_| place.0 == props.id);
    let places: Vec<TextRange> = article
        .mentions
        .iter()
        .filter(|mention| mention.entity == entity.id)
        .map(|mention| mention.range)
        .collect();
    let nested = nested_links(&page, scene, &entity.id, &places);
    let walk = |forward: bool| {
        let last = places.len().saturating_sub(1);
        let next = match (place, forward) {
            (None, true) => 0,
            (None, false) | (Some(0), false) => last,
            (Some(at), true) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (Some(at), false) => at - 1,
        };
        let range = places.get(next).copied().unwrap_or_default();
        go_to.reform(move |_: MouseEvent| (next, range))
    };
    let occurrence = |(number, range): (usize, &TextRange)| {
        let found = excerpt(article, *range, AROUND);
        let range = *range;
        let current = place == Some(number);
        let onclick = go_to.reform(move |_: MouseEvent| (number, range));
        html! {
            <li key={number}><button type="button" class="excerpt" aria-current={current.then_some("true")} {onclick}>
                { found.before }<b>{ found.place }</b>{ found.after }
            </button></li>
        }
    };
    let stepped_to = place.map_or(0, |at| at + 1);
    // Another name is folded again.
    let asked = if unfolded.0 == props.id {
        unfolded.1
    } else {
        0
    };
    let listed = LISTED.max(stepped_to).max(asked);
    let rest = places.len().saturating_sub(listed);
    let next = if asked == 0 { MORE } else { asked + MORE };
    let unfold = {
        let id = props.id.clone();
        Callback::from(move |_: MouseEvent| unfolded.set((id.clone(), next)))
    };
    let id = entity.id.as_str();
    let close = page.dispatch.reform(|_: MouseEvent| Action::StepBack);
    let hash = links::to_entity(scene.state.view.article.as_ref(), &entity.id);
    let host = page.host.clone();
    let link = Callback::from(move |()| links::absolute(&host, &hash));
    let wikidata = entity.wikidata.as_ref().and_then(WikidataId::url);
    html! {
        <section class="entity-card" part="card" role="region" aria-labelledby="entity-name" data-entity-card={id.to_owned()}>
            <header>
                <h2 id="entity-name" ref={&page.refs.card_heading} tabindex="-1">{ &entity.name }</h2>
                { button::sign("close", messages.close, false, close, "×".into()) }
                <p class="kind"><span class="swatch name" data-kind={entity.kind.as_str()}>{ (on_demand.kind_of_one)(entity.kind) }</span></p>
            </header>
            if !entity.aliases.is_empty() {
                <p class="aliases">{ (on_demand.also)(&entity.aliases) }</p>
            }
            if !nested.is_empty() {
                <p class="aliases">{ on_demand.within_name }{ for nested }</p>
            }
            <div class="walk">
                <span>{ (on_demand.place)(place.map(|at| at + 1), places.len()) }</span>
                { button::sign("", on_demand.previous_place, false, walk(false), "‹".into()) }
                { button::sign("", on_demand.next_place, false, walk(true), "›".into()) }
            </div>
            <ol class="places">{ for places.iter().take(listed).enumerate().map(occurrence) }</ol>
            if rest > 0 {
                { button::said("quiet", unfold, if next < places.len() {
                    (on_demand.more_places)(next - listed, places.len())
                } else {
                    (on_demand.all_places)(places.len())
                }.into()) }
            }
            { claims(on_demand, scene, &page.dispatch, (id, &entity.name), Facet::Speaker) }
            { claims(on_demand, scene, &page.dispatch, (id, &entity.name), Facet::About) }
            { found::why_name(on_demand, scene, id) }
            <p class="actions">
                if page.has_links() { <CopyButton label={on_demand.copy_link} text={link} /> }
                if let Some(url) = wikidata {
                    <a class="outward" href={url.to_string()} rel="noopener">{ on_demand.wikidata }</a>
                }
            </p>
        </section>
    }
}

/// Where the card is a sheet, keeps the name that the reader has chosen above it.
#[hook]
fn use_name_above_sheet(page: &PageContext, id: &EntityId) {
    let ElementRefs {
        root,
        text,
        card_heading,
        ..
    } = page.refs.clone();
    use_effect_with(id.clone(), move |id| {
        let is_sheet = root
            .cast::<Element>()
            .is_some_and(|root| !has_margin(&root));
        let sheet = card_heading.cast::<Element>();
        let sheet = sheet.and_then(|heading| heading.closest(".margin").ok().flatten());
        if let Some((text, sheet)) = text.cast::<Element>().zip(sheet).filter(|_| is_sheet) {
            let names = ["[data-entity=\"", &quoted(id.as_str()), "\"]"].concat();
            show_above_sheet(&text, &names, &sheet);
        }
    });
}

/// Links to the cards of the entities that are named within the `places` of another one.
fn nested_links(
    page: &PageContext,
    scene: &Scene,
    outer: &EntityId,
    places: &[TextRange],
) -> Vec<Html> {
    let names = nested_names(&scene.indexed.article, outer, places).into_iter();
    let known = names.filter(|id| scene.indexed.entity(id).is_some());
    let in_article = scene.state.view.article.as_ref();
    known
        .map(|id| html! { <>{ " " }{ name_link(page, &scene.indexed, in_article, id) }</> })
        .collect()
}

/// The entities that are named within the `places` of another one.
fn nested_names<'a>(
    article: &'a Article,
    outer: &EntityId,
    places: &[TextRange],
) -> Vec<&'a EntityId> {
    let mut nested = Vec::new();
    for mention in article.mentions.iter().filter(|it| it.entity != *outer) {
        let is_around = |place: &TextRange| place.contains(mention.range);
        if places.iter().any(is_around) && !nested.contains(&&mention.entity) {
            nested.push(&mention.entity);
        }
    }
    nested
}

/// The claims in which the entity has the role of that facet: claims by it, or claims about it.
fn claims(
    on_demand: &OnDemandMessages,
    scene: &Scene,
    dispatch: &Callback<Action>,
    (id, name): (&str, &str),
    facet: Facet,
) -> Html {
    let own = claims_of(scene, id, facet);
    if own.is_empty() {
        return Html::default();
    }
    let title = match facet {
        Facet::Speaker => (on_demand.said_by)(name),
        _ => (on_demand.said_about)(name),
    };
    let chosen = scene.state.view.filters.has(facet, id);
    let action = Action::Toggle(facet, id.to_owned());
    let only = dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <>
            <h3>{ title }<span class="count">{ own.len() }</span></h3>
            { claim_buttons(scene, dispatch, &own, facet, false) }
            { button::switch("quiet", chosen, only, if chosen { on_demand.all_again } else { on_demand.only_these }.into()) }
        </>
    }
}

/// The claims with that value of a facet, in reading order.
pub(super) fn claims_of(scene: &Scene, id: &str, facet: Facet) -> Vec<usize> {
    let indexed = &scene.indexed;
    let all = indexed.claims_in_order().into_iter();
    all.filter(|claim| indexed.values_of(*claim, facet).contains(&id))
        .collect()
}

/// A list of claims, each a button that selects it. Claims about somebody have their speakers.
/// `are_cards` says that the page has no other cards of these claims.
pub(super) fn claim_buttons(
    scene: &Scene,
    dispatch: &Callback<Action>,
    claims: &[usize],
    facet: Facet,
    are_cards: bool,
) -> Html {
    let indexed = &scene.indexed;
    let item = |claim: &usize| {
        let select = indexed.article.claims.get(*claim)?.id.clone();
        let card = are_cards.then(|| select.to_string());
        let onclick = dispatch.reform(move |_: MouseEvent| Action::SelectClaim(select.clone()));
        let colour = indexed.claim_colour(*claim);
        Some(html! {
            <li key={*claim} class={format!("speaker-{colour}")} data-claim-card={card}>
                <button type="button" class="excerpt" {onclick}>
                    if facet == Facet::About { <b><bdi>{ indexed.speaker_name(*claim) }</bdi>{ ": " }</b> }
                    { indexed.first_words(*claim, FIRST_WORDS) }
                </button>
            </li>
        })
    };
    html! { <ul class="own-claims">{ for claims.iter().filter_map(item) }</ul> }
}
