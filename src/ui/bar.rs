//! The bar that stays in view: search, counts, hits to walk through, what is in the
//! foreground.

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::app::Event;
use super::button;
use super::places::Places;
use super::scene::Scene;
use super::words::counted;
use explore::{Action, Mode, Outcome, Reading};

/// What stands in the empty search.
pub const SEARCH_HINT: &str = "Search words, “a phrase”, speaker:…";

/// What the bar says where articles and collections differ.
pub(super) struct BarWords {
    /// The name of the search.
    pub(super) search: &'static str,
    /// What is in the foreground beside the claims.
    pub(super) foreground: &'static str,
    /// The status line.
    pub(super) counts: String,
    /// How many hits can be walked through.
    pub(super) hits: usize,
    /// What completes the query that is being typed.
    pub(super) completions: Html,
}

/// The bar of an article.
pub(super) fn bar(scene: &Scene, places: &Places, filters_open: bool) -> Html {
    let words = BarWords {
        search: "Search this article",
        foreground: "Article",
        counts: counts(&scene.reading, &scene.outcome),
        hits: scene.outcome.hits.marks.len(),
        completions: Html::default(),
    };
    bar_with(scene, places, filters_open, words)
}

/// The bar.
pub(super) fn bar_with(
    scene: &Scene,
    places: &Places,
    filters_open: bool,
    words: BarWords,
) -> Html {
    let view = &scene.state.view;
    let hits = words.hits;
    let oninput = scene.dispatch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Search(input.value())
    });
    let onkeydown = {
        let dispatch = scene.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                let forward = !event.shift_key();
                dispatch.emit(Action::Walk { forward, hits });
            }
        })
    };
    let walk = |forward: bool| {
        scene
            .dispatch
            .reform(move |_: MouseEvent| Action::Walk { forward, hits })
    };
    let show = |mode: Mode| {
        scene
            .dispatch
            .reform(move |_: MouseEvent| Action::Show(mode))
    };
    let chosen = view.filters.all().count() + usize::from(view.is_narrowed());
    let filters_label = match chosen {
        0 => "Filters".to_owned(),
        count => format!("Filters ({count})"),
    };
    let walking = hits > 0 && view.mode == Mode::Article;
    html! {
        <div class="bar" role="search" part="search">
            <div class="field">
                <input type="search" name="q" ref={&places.search} value={view.query.to_string()}
                    aria-label={words.search} placeholder={SEARCH_HINT}
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-keyshortcuts="/" aria-describedby="counts" {oninput} {onkeydown} />
                { words.completions }
            </div>
            if walking {
                <div class="walk" role="group" aria-label="Hits">
                    { button::sign("", "Previous hit", false, walk(false), "‹".into()) }
                    <span class="at">{ place_of(scene.state.hit, hits) }</span>
                    { button::sign("", "Next hit", false, walk(true), "›".into()) }
                </div>
            }
            <p id="counts" class="counts" role="status">{ words.counts }</p>
            <div class="choices">
                <button type="button" class="filters-button" aria-expanded={filters_open.to_string()}
                    aria-controls="filters" onclick={scene.events.reform(|_: MouseEvent| Event::Filters)}>
                    { filters_label }
                </button>
                <div class="foreground" role="group" aria-label="In the foreground">
                    { button::switch("", view.mode == Mode::Article, show(Mode::Article), words.foreground.into()) }
                    { button::switch("", view.mode == Mode::Claims, show(Mode::Claims), "Claims".into()) }
                </div>
                if scene.has_links() {
                    <button type="button" class="quiet share-button" aria-haspopup="dialog"
                        onclick={scene.events.reform(|_: MouseEvent| Event::Share)}>{ "Share" }</button>
                }
                <button type="button" class="quiet help-button" aria-label="Help" aria-keyshortcuts="?"
                    onclick={scene.events.reform(|_: MouseEvent| Event::Help)}>{ "?" }</button>
            </div>
        </div>
    }
}

fn place_of(hit: Option<usize>, hits: usize) -> String {
    match hit {
        Some(hit) => format!("{} / {hits}", hit + 1),
        None => format!("– / {hits}"),
    }
}

/// What the one status line says.
#[must_use]
pub fn counts(reading: &Reading, outcome: &Outcome) -> String {
    let claims = reading.article.claims.len();
    let shown = outcome.shown();
    let of_claims = if shown == claims {
        counted(claims, "claim", "claims")
    } else {
        format!("{shown} of {}", counted(claims, "claim", "claims"))
    };
    let hits = outcome.hits.marks.len();
    if outcome.query.sought().next().is_some() {
        let hits = match hits {
            0 => "No hits".to_owned(),
            hits => counted(hits, "hit", "hits"),
        };
        return format!("{hits} · {of_claims}");
    }
    let named = reading.article.mentions.iter();
    let named = named.filter(|mention| outcome.is_marked(mention)).count();
    format!("{of_claims} · {}", counted(named, "name", "names"))
}

/// Puts the focus into the search.
pub(super) fn focus(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        let _unfocusable = input.focus();
        input.select();
    }
}
