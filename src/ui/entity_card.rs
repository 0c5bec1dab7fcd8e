//! The card of an entity: what it is, where it is named, what it claims and what is
//! claimed about it.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::app::Event;
use super::button;
use super::copy_button::CopyButton;
use super::element_refs::ElementRefs;
use super::links;
use super::scene::Scene;
use super::words::{counted, kind_of_one};
use explore::{Action, Facet};
use model::{TextRange, WebUrl};
use search::excerpt;

/// How much of the text stands around an occurrence, in bytes.
const AROUND: u32 = 36;
/// How many occurrences are listed; all can be walked through.
const LISTED: usize = 40;

/// The card of the selected entity, where one is selected; `place` is the mention that
/// was walked to.
pub(super) fn entity_card(scene: &Scene, place: Option<usize>, refs: &ElementRefs) -> Option<Html> {
    let article = &scene.indexed.article;
    let entity = article.entity(scene.state.view.entity.as_ref()?)?;
    let places: Vec<TextRange> = article
        .mentions
        .iter()
        .filter(|mention| mention.entity == entity.id)
        .map(|mention| mention.range)
        .collect();
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
        scene
            .events
            .reform(move |_: MouseEvent| Event::GoTo(next, range))
    };
    let occurrence = |(number, range): (usize, &TextRange)| {
        let found = excerpt(article, *range, AROUND);
        let range = *range;
        let current = place == Some(number);
        let onclick = scene
            .events
            .reform(move |_: MouseEvent| Event::GoTo(number, range));
        html! {
            <li key={number}><button type="button" class="excerpt" aria-current={current.then_some("true")} {onclick}>
                { found.before }<b>{ found.place }</b>{ found.after }
            </button></li>
        }
    };
    let id = entity.id.as_str();
    let close = scene.dispatch.reform(|_: MouseEvent| Action::Deselect);
    let hash = links::to_entity(scene.state.view.article.as_ref(), &entity.id);
    let host = scene.host.clone();
    let link = Callback::from(move |()| links::absolute(&host, &hash));
    let wikidata = entity
        .wikidata
        .as_ref()
        .and_then(|item| WebUrl::parse(&format!("https://www.wikidata.org/wiki/{item}")));
    let walked = place
        .map(|at| format!("{} of ", at + 1))
        .unwrap_or_default();
    Some(html! {
        <section class="entity-card" part="card" role="region" aria-labelledby="entity-name" data-entity-card={id.to_owned()}>
            <header>
                <h2 id="entity-name" ref={&refs.card_heading} tabindex="-1">{ &entity.name }</h2>
                { button::sign("close", "Close", false, close, "×".into()) }
                <p class="kind"><span class="swatch name" data-kind={entity.kind.as_str()}>{ kind_of_one(entity.kind) }</span></p>
            </header>
            if !entity.aliases.is_empty() {
                <p class="aliases">{ "Also: " }{ entity.aliases.join(" · ") }</p>
            }
            <div class="walk">
                <span>{ walked }{ counted(places.len(), "place", "places") }</span>
                { button::sign("", "Previous place", false, walk(false), "‹".into()) }
                { button::sign("", "Next place", false, walk(true), "›".into()) }
            </div>
            <ol class="places">{ for places.iter().take(LISTED).enumerate().map(occurrence) }</ol>
            { claims(scene, id, Facet::Speaker, "Claims by it") }
            { about_it(scene, id) }
            <p class="actions">
                if scene.has_links() { <CopyButton label="Copy link" text={link} /> }
                if let Some(url) = wikidata {
                    <a class="outward" href={url.to_string()} rel="noopener">{ "Wikidata" }</a>
                }
            </p>
        </section>
    })
}

/// The claims about an entity, and why it is taken for one.
fn about_it(scene: &Scene, id: &str) -> Html {
    let about = claims(scene, id, Facet::About, "Claims about it");
    html! { <>{ about }{ super::found::why_name(scene, id) }</> }
}

/// Where the focus was before a card took it.
pub(super) struct FocusBefore(Option<HtmlElement>);

impl FocusBefore {
    /// Moves the focus to the heading of a card. It comes back where it was before the
    /// first of several cards. Nothing moves when the focus is nowhere, as
    /// in a page that opens with a card, or in the page around us.
    pub(super) fn taken_to(heading: &NodeRef, before: Option<Self>) -> Option<Self> {
        let heading = heading.cast::<HtmlElement>()?;
        let is_ours = |element: &Element| {
            element.tag_name() != "BODY" && element.get_root_node() == heading.get_root_node()
        };
        let active = focused().filter(is_ours);
        let active = active.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if active.is_some() || before.is_some() {
            focus_quietly(&heading);
        }
        Some(before.unwrap_or(Self(active)))
    }

    /// Moves the focus back.
    pub(super) fn give_back(self) {
        if let Some(element) = self.0.filter(|element| element.is_connected()) {
            focus_quietly(&element);
        }
    }
}

/// The element that has the focus, within whatever shadow roots.
fn focused() -> Option<Element> {
    let mut focused = web_sys::window()?.document()?.active_element()?;
    while let Some(inner) = focused.shadow_root().and_then(|root| root.active_element()) {
        focused = inner;
    }
    Some(focused)
}

fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _unfocusable = element.focus_with_options(&options);
}

fn claims(scene: &Scene, id: &str, facet: Facet, title: &str) -> Html {
    let indexed = &scene.indexed;
    let own: Vec<usize> = indexed
        .claims_in_order()
        .into_iter()
        .filter(|claim| indexed.values_of(*claim, facet).contains(&id))
        .collect();
    if own.is_empty() {
        return Html::default();
    }
    let chosen = scene.state.view.filters.has(facet, id);
    let action = Action::Toggle(facet, id.to_owned());
    let only = scene.dispatch.reform(move |_: MouseEvent| action.clone());
    let item = |claim: &usize| {
        let known = indexed.article.claims.get(*claim)?;
        let words = known
            .content
            .first()
            .map(|range| indexed.article.words(*range))?;
        let select = known.id.clone();
        let onclick = scene
            .dispatch
            .reform(move |_: MouseEvent| Action::SelectClaim(select.clone()));
        let hue = indexed.speaker_number(indexed.speaker_of(*claim)) % 8;
        Some(html! {
            <li key={*claim} class={format!("speaker-{hue}")}>
                <button type="button" class="excerpt" {onclick}>
                    if facet == Facet::About { <b>{ indexed.speaker_name(*claim) }{ ": " }</b> }
                    { words }
                </button>
            </li>
        })
    };
    html! {
        <>
            <h3>{ title.to_owned() }<span class="count">{ own.len() }</span></h3>
            <ul class="own-claims">{ for own.iter().filter_map(item) }</ul>
            { button::switch("quiet", chosen, only, if chosen { "Show all claims again" } else { "Show only these" }.into()) }
        </>
    }
}
