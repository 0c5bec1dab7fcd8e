//! The bar that stays in view: search, counts, hits to walk through, what is in the
//! foreground.

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::button;
use super::element_refs::open;
use super::page_context::use_page;
use super::scene::Scene;
use super::words::counted;
use explore::{Action, FilterResult, IndexedArticle, Mode};

/// What stands in the empty search.
const SEARCH_HINT: &str = "Search words, “a phrase”, speaker:…";

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// What the page is drawn from.
    pub(super) scene: Scene,
    /// The filters are open, where they do not always stand there.
    pub(super) filters_open: bool,
    /// The name of the search.
    pub(super) search: AttrValue,
    /// What is in the foreground beside the claims.
    pub(super) foreground: AttrValue,
    /// The status line.
    pub(super) counts: AttrValue,
    /// How many hits can be walked through.
    pub(super) hits: usize,
    /// What completes the query that is being typed.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The bar.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let page = use_page();
    let BarProps { scene, hits, .. } = props;
    let hits = *hits;
    let view = &scene.state.view;
    let oninput = page.dispatch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::Search(input.value())
    });
    let onkeydown = {
        let dispatch = page.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                let forward = !event.shift_key();
                dispatch.emit(Action::Walk { forward, hits });
            }
        })
    };
    let walk = |forward: bool| {
        page.dispatch
            .reform(move |_: MouseEvent| Action::Walk { forward, hits })
    };
    let show = |mode: Mode| {
        page.dispatch
            .reform(move |_: MouseEvent| Action::Show(mode))
    };
    let chosen = view.filters.all().count() + usize::from(view.is_narrowed());
    let filters_label = match chosen {
        0 => "Filters".to_owned(),
        count => format!("Filters ({count})"),
    };
    let help = {
        let dialog = page.refs.help.clone();
        Callback::from(move |_: MouseEvent| open(&dialog))
    };
    let walking = hits > 0 && view.mode == Mode::Article;
    html! {
        <div class="bar" role="search" part="search">
            <div class="field">
                <input type="search" name="q" ref={&page.refs.search} value={view.query.to_string()}
                    aria-label={&props.search} placeholder={SEARCH_HINT}
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-keyshortcuts="/" aria-describedby="counts" {oninput} {onkeydown} />
                { props.children.clone() }
            </div>
            if walking {
                <div class="walk" role="group" aria-label="Hits">
                    { button::sign("", "Previous hit", false, walk(false), "‹".into()) }
                    <span class="at">{ place_of(scene.state.hit, hits) }</span>
                    { button::sign("", "Next hit", false, walk(true), "›".into()) }
                </div>
            }
            <p id="counts" class="counts" role="status">{ &props.counts }</p>
            <div class="choices">
                <button type="button" class="filters-button" aria-expanded={props.filters_open.to_string()}
                    aria-controls="filters" onclick={page.toggle_filters.reform(|_: MouseEvent| ())}>
                    { filters_label }
                </button>
                <div class="foreground" role="group" aria-label="In the foreground">
                    { button::switch("", view.mode == Mode::Article, show(Mode::Article), props.foreground.clone().into()) }
                    { button::switch("", view.mode == Mode::Claims, show(Mode::Claims), "Claims".into()) }
                </div>
                if page.has_links() {
                    <button type="button" class="quiet share-button" aria-haspopup="dialog"
                        onclick={page.open_share.reform(|_: MouseEvent| ())}>{ "Share" }</button>
                }
                <button type="button" class="quiet help-button" aria-label="Help" aria-keyshortcuts="?"
                    onclick={help}>{ "?" }</button>
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
pub(super) fn counts(indexed: &IndexedArticle, result: &FilterResult) -> String {
    let claims = indexed.article.claims.len();
    let shown = result.shown();
    let of_claims = if shown == claims {
        counted(claims, "claim", "claims")
    } else {
        format!("{shown} of {}", counted(claims, "claim", "claims"))
    };
    let hits = result.hits.marks.len();
    if result.query.sought().next().is_some() {
        let hits = match hits {
            0 => "No hits".to_owned(),
            hits => counted(hits, "hit", "hits"),
        };
        return format!("{hits} · {of_claims}");
    }
    let named = indexed.article.mentions.iter();
    let named = named.filter(|mention| result.is_marked(mention)).count();
    format!("{of_claims} · {}", counted(named, "name", "names"))
}
