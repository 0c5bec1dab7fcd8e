//! The bar that stays in view: search, counts, steps through the matches, filters, and the choice
//! of view.

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::button;
use super::on_demand::OnDemand;
use super::on_demand_parts::OnDemandPart;
use super::page_context::use_page;
use super::scene::Scene;
use crate::messages::ArticleMessages;
use explore::{Action, FilterResult, IndexedArticle, Mode};
use search::QueryText;

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The query as typed.
    pub(super) query: QueryText,
    /// The name of the search.
    pub(super) search: AttrValue,
    /// The page has room for little beside the search.
    #[prop_or_default]
    pub(super) is_narrow: bool,
    /// The name of the view that the reader can choose instead of the claims.
    pub(super) foreground: AttrValue,
    /// The status line.
    pub(super) counts: AttrValue,
    /// The number of matches that the reader can step through.
    #[prop_or_default]
    pub(super) hits: usize,
    /// The match at which the reader begins.
    #[prop_or_default]
    pub(super) nearest: usize,
    /// Completions of the query that is being typed.
    #[prop_or_default]
    pub(super) completions: Html,
    /// Steps through the matches.
    #[prop_or_default]
    pub(super) steps: Html,
    /// The filters.
    pub(super) children: Html,
}

/// The bar.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let BarProps {
        scene,
        hits,
        nearest,
        ..
    } = props;
    let (hits, nearest) = (*hits, *nearest);
    let view = &scene.state.view;
    let oninput = page.dispatch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let text = input.value();
        // A script may dispatch a plain event, which has no such property.
        let composing = Reflect::get(&event, &"isComposing".into());
        let caret = if composing.is_ok_and(|composing| composing.is_truthy()) {
            0
        } else {
            caret_of(&input, &text)
        };
        Action::Type { text, caret }
    });
    let onchange = page.dispatch.reform(|_: Event| Action::Finish);
    let onkeydown = {
        let dispatch = page.dispatch.clone();
        let has_fields = !props.query.query().fields.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                if has_fields {
                    dispatch.emit(Action::Finish);
                }
                let forward = !event.shift_key();
                dispatch.emit(Action::Walk {
                    forward,
                    hits,
                    nearest,
                });
            }
        })
    };
    let onfocus = {
        let indexed = scene.indexed.clone();
        // The first key would otherwise wait for the index.
        Callback::from(move |_: FocusEvent| {
            let indexed = indexed.clone();
            Timeout::new(0, move || {
                let _built = indexed.index();
            })
            .forget();
        })
    };
    let show = |mode: Mode| {
        page.dispatch
            .reform(move |_: MouseEvent| Action::Show(mode))
    };
    let help = page.open_help.reform(|_: MouseEvent| ());
    html! {
        <div class="bar" role="search" part="search">
            <div class="field">
                <input type="search" name="q" ref={&page.refs.search} value={props.query.to_string()}
                    aria-label={&props.search} placeholder={if props.is_narrow { messages.search.into() } else { props.search.clone() }}
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-keyshortcuts="/" aria-describedby="counts" {oninput} {onchange} {onkeydown} {onfocus} />
                { props.completions.clone() }
            </div>
            { props.steps.clone() }
            <p id="counts" class="counts" role="status">{ &props.counts }</p>
            <div class="choices">
                <div class="foreground" role="group" aria-label={messages.foreground}>
                    { for Mode::ALL.into_iter().map(|mode| {
                        let label = match mode {
                            Mode::Article => props.foreground.clone().into(),
                            mode => (messages.view_mode)(mode).into(),
                        };
                        button::switch("", view.mode == mode, show(mode), label)
                    }) }
                </div>
                if page.has_links() {
                    <button type="button" class="quiet share-button" aria-haspopup="dialog"
                        onclick={page.open_share.reform(|_: MouseEvent| ())}>{ messages.share }</button>
                }
                <button type="button" class="quiet help-button" aria-haspopup="dialog" aria-label={messages.help} aria-keyshortcuts="?"
                    onclick={help}>{ "?" }</button>
            </div>
            { props.children.clone() }
            if view.has_filters() {
                <OnDemand part={OnDemandPart::Chips(scene.clone())} />
            }
        </div>
    }
}

/// Where the reader types in the text of a field, in bytes.
fn caret_of(input: &HtmlInputElement, text: &str) -> usize {
    let units = input.selection_end().ok().flatten();
    let Some(units) = units else {
        return text.len();
    };
    let mut left = units as usize;
    let before = text.chars().take_while(|c| {
        let fits = left >= c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        fits
    });
    before.map(char::len_utf8).sum()
}

/// The status line.
pub(super) fn counts(
    messages: &ArticleMessages,
    indexed: &IndexedArticle,
    result: &FilterResult,
) -> String {
    let claims = indexed.article.claims.len();
    let of_claims = (messages.claims_shown)(result.shown(), claims);
    let hits = result.hits.marks.len();
    if result.query.sought().next().is_some() {
        return format!("{} · {of_claims}", (messages.hits)(hits));
    }
    let named = indexed.article.mentions.iter();
    let named = named.filter(|mention| result.is_marked(mention)).count();
    format!("{of_claims} · {}", (messages.names)(named))
}
