//! The card of an entity: what it is, where it is named, what it claims and what is
//! claimed about it.

use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

use super::copy_button::CopyButton;
use super::links;
use super::shared::Shared;
use super::words::{counted, kind_of_one};
use crate::explore::{Action, Facet, Reading, View};
use crate::model::{EntityId, TextRange, WebUrl};
use crate::search::excerpt;

/// How much of the text stands around an occurrence, in bytes.
const AROUND: u32 = 36;
/// How many occurrences are listed; all can be walked through.
const LISTED: usize = 40;

#[derive(Properties, PartialEq)]
pub(super) struct EntityCardProps {
    pub(super) reading: Shared<Reading>,
    pub(super) entity: EntityId,
    pub(super) view: View,
    pub(super) dispatch: Callback<Action>,
    /// Brings a place of the text into view.
    pub(super) go_to: Callback<TextRange>,
}

/// The card.
#[component]
pub(super) fn EntityCard(props: &EntityCardProps) -> Html {
    let heading = use_node_ref();
    let place = use_state(|| None::<usize>);
    {
        let heading = heading.clone();
        let place = place.setter();
        use_effect_with(props.entity.clone(), move |_| {
            place.set(None);
            let give_back = take_focus(&heading);
            move || give_back()
        });
    }
    let article = &props.reading.article;
    let Some(entity) = article.entity(&props.entity) else {
        return Html::default();
    };
    let places: Vec<TextRange> = article
        .mentions
        .iter()
        .filter(|mention| mention.entity == entity.id)
        .map(|mention| mention.range)
        .collect();
    let walk = |forward: bool| {
        let (place, go_to, places) = (place.clone(), props.go_to.clone(), places.clone());
        Callback::from(move |_: MouseEvent| {
            let last = places.len().saturating_sub(1);
            let next = match (*place, forward) {
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
            if let Some(range) = places.get(next) {
                place.set(Some(next));
                go_to.emit(*range);
            }
        })
    };
    let occurrence = |(number, range): (usize, &TextRange)| {
        let found = excerpt(article, *range, AROUND);
        let (place, go_to, range) = (place.clone(), props.go_to.clone(), *range);
        let current = *place == Some(number);
        let onclick = Callback::from(move |_: MouseEvent| {
            place.set(Some(number));
            go_to.emit(range);
        });
        html! {
            <li key={number}><button type="button" class="excerpt" aria-current={current.then_some("true")} {onclick}>
                { found.before }<b>{ found.place }</b>{ found.after }
            </button></li>
        }
    };
    let id = entity.id.as_str();
    let close = props.dispatch.reform(|_: MouseEvent| Action::Deselect);
    let hash = links::to_entity(&props.view, &entity.id);
    let link = Callback::from(move |()| links::absolute(&hash));
    let wikidata = entity
        .wikidata
        .as_ref()
        .and_then(|item| WebUrl::parse(&format!("https://www.wikidata.org/wiki/{item}")));
    let walked = place
        .map(|at| format!("{} of ", at + 1))
        .unwrap_or_default();
    html! {
        <section class="entity-card" part="card" role="region" aria-labelledby="entity-name" data-entity-card={id.to_owned()}>
            <header>
                <h2 id="entity-name" ref={heading} tabindex="-1">{ &entity.name }</h2>
                <button type="button" class="close" aria-label="Close" onclick={close}>{ "×" }</button>
                <p class="kind"><span class="swatch name" data-kind={entity.kind.as_str()}>{ kind_of_one(entity.kind) }</span></p>
            </header>
            if !entity.aliases.is_empty() {
                <p class="aliases">{ "Also: " }{ entity.aliases.join(" · ") }</p>
            }
            <div class="walk">
                <span>{ walked }{ counted(places.len(), "place", "places") }</span>
                <button type="button" onclick={walk(false)} aria-label="Previous place">{ "‹" }</button>
                <button type="button" onclick={walk(true)} aria-label="Next place">{ "›" }</button>
            </div>
            <ol class="places">{ for places.iter().take(LISTED).enumerate().map(occurrence) }</ol>
            { claims(props, Facet::Speaker, "Claims by it") }
            { claims(props, Facet::About, "Claims about it") }
            <p class="actions">
                <CopyButton label="Copy link" text={link} />
                if let Some(url) = wikidata {
                    <a class="outward" href={url.to_string()} rel="noopener">{ "Wikidata" }</a>
                }
            </p>
        </section>
    }
}

/// Moves the focus to the heading, and back where it was when the card closes; not when
/// the page opens with a card.
fn take_focus(heading: &NodeRef) -> impl FnOnce() + use<> {
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element());
    let before = active.filter(|element| element.tag_name() != "BODY");
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    if before.is_some()
        && let Some(heading) = heading.cast::<HtmlElement>()
    {
        let _unfocusable = heading.focus_with_options(&quietly);
    }
    move || {
        use wasm_bindgen::JsCast;
        let back = before.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = back.filter(|element| element.is_connected()) {
            let _unfocusable = element.focus_with_options(&quietly);
        }
    }
}

fn claims(props: &EntityCardProps, facet: Facet, title: &str) -> Html {
    let reading = &props.reading;
    let id = props.entity.as_str();
    let own: Vec<usize> = reading
        .claims_in_order()
        .into_iter()
        .filter(|claim| reading.values_of(*claim, facet).contains(&id))
        .collect();
    if own.is_empty() {
        return Html::default();
    }
    let chosen = props.view.filters.has(facet, id);
    let action = Action::Toggle(facet, id.to_owned());
    let only = props.dispatch.reform(move |_: MouseEvent| action.clone());
    let item = |claim: &usize| {
        let known = reading.article.claims.get(*claim)?;
        let words = known
            .content
            .first()
            .map(|range| reading.article.words(*range))?;
        let select = known.id.clone();
        let onclick = props
            .dispatch
            .reform(move |_: MouseEvent| Action::SelectClaim(select.clone()));
        let hue = reading.speaker_number(reading.speaker_of(*claim)) % 8;
        Some(html! {
            <li key={*claim} class={format!("speaker-{hue}")}>
                <button type="button" class="excerpt" {onclick}>
                    if facet == Facet::About { <b>{ reading.speaker_name(*claim) }{ ": " }</b> }
                    { words }
                </button>
            </li>
        })
    };
    html! {
        <>
            <h3>{ title.to_owned() }<span class="count">{ own.len() }</span></h3>
            <ul class="own-claims">{ for own.iter().filter_map(item) }</ul>
            <button type="button" class="quiet" aria-pressed={chosen.to_string()} onclick={only}>
                { if chosen { "Show all claims again" } else { "Show only these" } }
            </button>
        </>
    }
}
