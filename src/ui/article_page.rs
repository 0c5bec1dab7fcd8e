//! The page of one article: its state, the values derived from it, and the layout of its parts.

use std::rc::Rc;

use yew::prelude::*;

use super::address::{Arrival, use_address};
use super::app_props::AppProps;
use super::article_text::ArticleText;
use super::bar::counts;
use super::block::Emphasis;
use super::claim_focus::{leave_card, use_claim_focus};
use super::claim_steps::use_claim_steps;
use super::compact_page::CompactPage;
use super::endnotes::Endnotes;
use super::exports::Savable;
use super::hit_highlight::use_highlights;
use super::imprint::Imprint;
use super::keyboard::{Key, use_keys};
use super::latest::{use_latest, use_unchanged};
use super::layout::use_has_margin;
use super::legend::Legend;
use super::margin::Margin;
use super::marks::Marks;
use super::masthead::Masthead;
use super::on_demand::OnDemand;
use super::on_demand_parts::OnDemandPart;
use super::page_context::{PageContext, use_page_context};
use super::passage::use_selected_in_view;
use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use super::searched_articles::SearchedArticles;
use super::shell::Shell;
use super::steps::Steps;
use super::view_report::use_view_report;
use super::view_state::{ViewState, use_fields_as_filters};
use super::visible_blocks::use_visible_blocks;
use crate::messages::ArticleMessages;
use explore::{Action, Among, FilterResult, IndexedArticle, Mode, State, View, to_hash};

/// Properties of [`ArticlePage`].
#[derive(Properties, PartialEq)]
pub(super) struct ArticlePageProps {
    /// The article, and the host of the page.
    pub(super) app: AppProps,
    /// The first view that is requested.
    pub(super) first: Arrival,
}

/// The page. Its properties never change: callers create a new component instead, as
/// [`App`](super::App) does.
#[component]
pub(super) fn ArticlePage(props: &ArticlePageProps) -> Html {
    let ArticlePageProps { app: props, first } = props;
    let host = &props.host;
    let messages = host.language.article();
    let first = use_memo((), |()| checked(props, messages, first.clone()));
    let address_notices = use_state(|| first.notices.clone());
    let view_state = use_reducer(|| ViewState::at(first.view.clone()));
    let asked = Rc::clone(&view_state.0);
    let indexed = props.indexed.clone();
    let given = view_state.dispatcher().to_callback();
    let (state, dispatch) = use_fields_as_filters(&asked, &indexed, given);
    let view = &state.view;
    let (page, panels) = use_page_context(host, dispatch.clone());
    let refs = &page.refs;
    let has_margin = use_has_margin(&refs.root, host.has_margin);

    let (marks, result) = use_filtered(&indexed, view);
    let scene = Scene {
        indexed: indexed.clone(),
        state: Rc::clone(&state),
        result: result.clone(),
    };
    let selected = scene.selected();
    let shown = use_memo((marks.clone(), result.clone()), |(marks, result)| {
        marks.shown(result)
    });
    let highlights = host.has_highlights;
    let active = [selected, panels.pointed_at];
    let emphasis = use_emphasis(&marks, &scene, active, !highlights);
    let drawn = (marks.clone(), view.mode);
    let visible = use_visible_blocks(&refs.text, indexed.article.blocks.len(), drawn);

    let nearest = use_highlights(highlights, &refs.text, &marks, &scene, &shown, host.address);
    use_selected_in_view(host.address, &refs.text, &marks, view.mode, selected);
    use_arrivals(props, &asked, &dispatch, &address_notices);
    let (stepped, told_step) = use_claim_focus(&page, &scene, &shown, panels.claim_order);
    let step = use_claim_steps(&page, &scene, &shown, panels.claim_order);
    let press = {
        let (scene, step, page) = (scene.clone(), step.clone(), page.clone());
        use_latest(move |key| {
            if key == Key::Back {
                leave_card(&page.refs.root, &scene);
            }
            if let Some(action) = action_of(key, &scene, &step, nearest, &page) {
                dispatch.emit(action);
            }
            if matches!(key, Key::NextClaim | Key::PreviousClaim) {
                stepped.emit(());
            }
        })
    };
    use_keys(host.keys, &refs.root, press);

    let in_text = view.mode == Mode::Article;
    let beside = has_margin && in_text;
    let mode = match view.mode {
        Mode::Article => classes!("mode-article"),
        Mode::Claims => classes!("mode-claims"),
        Mode::Compare | Mode::Table => classes!("mode-claims", "mode-wide"),
    };
    let told: Vec<String> = props
        .notices
        .iter()
        .chain(&*address_notices)
        .cloned()
        .collect();
    let near = marks.near(visible, selected);
    let savable = Savable::Article(Rc::clone(&indexed.article).into());
    let entity = view.entity.clone();
    let entity = entity.filter(|id| indexed.article.entity(id).is_some());
    let card = entity.map(|id| {
        let part = OnDemandPart::Entity(scene.clone(), id);
        html! { <OnDemand {part} /> }
    });
    let unnamed = scene.unnamed_speaker().map(|_| {
        let part = OnDemandPart::Unnamed(scene.clone());
        html! { <OnDemand {part} /> }
    });
    let empty = scene.result.emptied.is_some().then(|| {
        let part = OnDemandPart::Empty(scene.clone());
        html! { <OnDemand {part} /> }
    });
    if host.compact {
        return html! {
            <CompactPage {page}><OnDemand part={OnDemandPart::Quotations(scene)} /></CompactPage>
        };
    }
    html! {
        <Shell {page} {panels} {has_margin} scene={scene.clone()} {savable} class={mode} query={asked.view.query.clone()} search={messages.search_article}
            foreground={messages.article} counts={counts(messages, &indexed, &result)} hits={result.hits.marks.len()}
            head={html! { <><Masthead indexed={indexed.clone()} /><Legend scene={scene.clone()} /></> }}
            notices={told} query_notices={result.notices()}
            margin={messages.beside_text} card={card.or(unnamed)}
            beside={html! {
                if beside {
                    { empty.clone() }
                    <Margin scene={scene.clone()} notes={near} pointed_at={panels.pointed_at} />
                }
            }}
            searched={(!scene.result.hits.marks.is_empty()).then(|| SearchedArticles::One(scene.clone()))}
            {nearest} steps={html! { if in_text { <Steps scene={scene.clone()} {shown} {nearest} {step} /> } }}
            matching={(messages.show_claims)(result.shown())}>
            <p class="visually-hidden" aria-live="polite">{ told_step }</p>
            if !beside { { empty } }
            if in_text {
                <ArticleText scene={scene.clone()} {marks} {emphasis} with_cards={!has_margin} />
            } else {
                <OnDemand part={OnDemandPart::Claims(scene, panels.claim_order)} />
            }
            <Imprint indexed={indexed.clone()} />
            <Endnotes {indexed} />
        </Shell>
    }
}

/// Keeps view and address in sync, and accepts requested views.
#[hook]
fn use_arrivals(
    props: &AppProps,
    state: &Rc<State>,
    dispatch: &Callback<Action>,
    notices: &UseStateHandle<Vec<String>>,
) {
    let messages = props.host.language.article();
    let arrive = {
        let (props, dispatch, notices) = (props.clone(), dispatch.clone(), notices.clone());
        use_latest(move |arrival: Arrival| {
            let arrival = checked(&props, messages, arrival);
            notices.set(arrival.notices);
            dispatch.emit(Action::Restore(Box::new(arrival.view.clone())));
            arrival.view
        })
    };
    use_address(&props.host, state, arrive.clone());
    let language = props.host.language;
    let ask = Callback::from(move |hash: String| {
        arrive.emit(Arrival::by(&hash, language));
    });
    use_view_report(
        &props.host,
        props.handle.as_ref(),
        to_hash(&state.view),
        ask,
    );
}

/// The marks of an article, and the result of a view. Each is recomputed only when it may have
/// changed.
#[hook]
fn use_filtered(
    indexed: &PtrEqRc<IndexedArticle>,
    view: &View,
) -> (PtrEqRc<Marks>, PtrEqRc<FilterResult>) {
    let marks = use_memo(indexed.clone(), Marks::of);
    let asked = (
        indexed.clone(),
        view.query.clone(),
        view.filters.clone(),
        view.min_confidence,
    );
    let result = use_memo(asked, |(indexed, ..)| FilterResult::of(view, indexed));
    (marks.into(), result.into())
}

/// The emphasis in each block. The value stays the same as long as the emphasis does not change.
/// `active` contains the claims that are selected or pointed at. `in_elements` says that elements
/// of the text mark the hits.
#[hook]
fn use_emphasis(
    marks: &PtrEqRc<Marks>,
    scene: &Scene,
    active: [Option<usize>; 2],
    in_elements: bool,
) -> PtrEqRc<Vec<Emphasis>> {
    let entity = scene.state.view.entity.clone();
    let from = (marks.clone(), scene.result.clone(), entity, active);
    let emphasis = use_memo(from, |(marks, result, entity, active)| {
        marks.emphasis(result, entity.as_ref(), active, in_elements)
    });
    use_unchanged(emphasis)
}

/// The action for a key, if any.
fn action_of(
    key: Key,
    scene: &Scene,
    step: &Callback<bool, Option<Action>>,
    nearest: usize,
    page: &PageContext,
) -> Option<Action> {
    let hits = scene.result.hits.marks.len();
    let walk = |forward| {
        Some(Action::Walk {
            forward,
            hits,
            nearest,
        })
    };
    match key {
        Key::NextHit => walk(true),
        Key::PreviousHit => walk(false),
        Key::NextClaim => step.emit(true),
        Key::PreviousClaim => step.emit(false),
        Key::Search | Key::Help | Key::Foreground | Key::Back => {
            page.press(key, scene.state.view.mode)
        }
    }
}

/// The parts of a request that the article has.
fn checked(props: &AppProps, messages: &ArticleMessages, arrival: Arrival) -> Arrival {
    let indexed = &props.indexed;
    let (mut view, left_out) = arrival.view.checked(indexed, Among::Article);
    let mut notices = arrival.notices;
    notices.extend(left_out.iter().map(messages.problem));
    if let Some(id) = view.article.take_if(|id| *id != indexed.article.id) {
        notices.push((messages.no_such_article)(id.as_str()));
    }
    Arrival { view, notices }
}
