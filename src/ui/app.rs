//! The whole page: state, what follows from it, and how its parts stand together.

use std::rc::Rc;

use yew::prelude::*;

use super::article::{ArticleView, Below};
use super::bar::{Controls, bar, focus};
use super::chips::chips;
use super::claim_steps::claim_beside;
use super::claims_view::claims_view;
use super::empty::empty;
use super::endnotes::endnotes;
use super::entity_card::EntityCard;
use super::facets::facets;
use super::foot_bar::foot_bar;
use super::help::Help;
use super::history::{Arrival, use_address, view_of_address};
use super::hit_highlight::{self, use_hits};
use super::keyboard::{Key, use_keys};
use super::margin::{Margin, use_margin, use_selected};
use super::marks::Marks;
use super::masthead::{imprint, masthead};
use super::notices::notices;
use super::overview::overview;
use super::scene::Scene;
use super::seen::use_seen;
use super::shared::Shared;
use crate::explore::{Action, Mode, Outcome, Reading, State, View, reduce};

/// Properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The articles; the first is shown where the address names none. Nothing is shown
    /// where there are none.
    pub library: Vec<Shared<Reading>>,
    /// What was wrong with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
}

struct Store(State);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(&self.0, action);
        if next == self.0 {
            self
        } else {
            Rc::new(Self(next))
        }
    }
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let start = use_memo((), |()| checked(&props.library, view_of_address()));
    let address_notices = use_state(|| start.notices.clone());
    let store = use_reducer(|| {
        Store(State {
            view: start.view.clone(),
            ..State::default()
        })
    });
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let state = &store.0;
    let view = &state.view;
    let restore = {
        let (library, told, dispatch) = (
            props.library.clone(),
            address_notices.setter(),
            dispatch.clone(),
        );
        use_callback((), move |arrival: Arrival, ()| {
            let arrival = checked(&library, arrival);
            told.set(arrival.notices);
            dispatch.emit(Action::Restore(Box::new(arrival.view.clone())));
            arrival.view
        })
    };
    use_address(state, &restore);

    let reading = find(&props.library, view);
    let (root, text, input) = (use_node_ref(), use_node_ref(), use_node_ref());
    let (filters_open, help_open) = (use_state(|| false), use_state(|| false));
    let in_order = use_state(|| false);
    let pointed_at = use_state_eq(|| None::<usize>);
    let margin = use_margin(&root);
    let in_text = view.mode == Mode::Article;
    let highlights = use_memo((), |()| hit_highlight::is_supported());

    let marks = use_memo(reading.clone(), |reading| {
        Shared::new(reading.as_ref().map(|reading| Marks::of(reading)))
    });
    let key = (reading.clone(), view.query.clone(), view.filters.clone());
    let outcome = use_memo(key, |(reading, query, filters)| {
        let asked = View {
            query: query.clone(),
            filters: filters.clone(),
            ..View::default()
        };
        let outcome = reading.as_ref().map(|reading| Outcome::of(&asked, reading));
        Shared::new(outcome.unwrap_or_default())
    });
    let blocks = reading
        .as_ref()
        .map_or(0, |reading| reading.article.blocks.len());
    let seen = use_seen(&text, blocks, in_text);
    use_hits(&text, &marks, &outcome, state.hit, *highlights && in_text);
    let claim = view.claim.as_ref().zip(reading.as_ref());
    let selected = claim.and_then(|(id, reading)| reading.claim_number(id));
    use_selected(&text, reading.as_ref(), selected, in_text);

    let open_help = {
        let help = help_open.setter();
        Callback::from(move |open: bool| help.set(open))
    };
    let hits = outcome.hits.marks.len();
    let shown = match &**marks {
        Some(marks) => marks.shown(&outcome),
        None => Vec::new(),
    };
    let on_key = {
        let (dispatch, input, help) = (dispatch.clone(), input.clone(), open_help.clone());
        let step = |forward| {
            let reading = reading.as_ref()?;
            claim_beside(reading, &shown, selected, forward)
        };
        let (next, previous) = (step(true), step(false));
        let mode = if in_text { Mode::Claims } else { Mode::Article };
        Callback::from(move |key: Key| {
            let action = match key {
                Key::Search => return focus(&input),
                Key::Help => return help.emit(true),
                Key::NextHit => Action::Walk {
                    forward: true,
                    hits,
                },
                Key::PreviousHit => Action::Walk {
                    forward: false,
                    hits,
                },
                Key::NextClaim => next.clone().unwrap_or(Action::Deselect),
                Key::PreviousClaim => previous.clone().unwrap_or(Action::Deselect),
                Key::Foreground => Action::Show(mode),
                Key::Back => Action::StepBack,
            };
            dispatch.emit(action);
        })
    };
    use_keys(&root, on_key);
    let point = {
        let pointed_at = pointed_at.setter();
        use_callback((), move |(claim, at): (usize, bool), ()| {
            pointed_at.set(at.then_some(claim));
        })
    };
    let go_to = {
        let (text, dispatch) = (text.clone(), dispatch.clone());
        use_callback((), move |range, ()| {
            dispatch.emit(Action::Show(Mode::Article));
            super::article::show_name(&text, range);
        })
    };
    let key = (
        marks.clone(),
        outcome.clone(),
        view.entity.clone(),
        [selected, *pointed_at],
        *highlights,
    );
    let emphasis = use_memo(key, |(marks, outcome, entity, active, highlighted)| {
        let marks = (***marks).as_ref();
        let of = |marks: &Marks| marks.emphasis(outcome, entity.as_ref(), active, !highlighted);
        Shared::new(marks.map(of).unwrap_or_default())
    });

    let (Some(reading), Some(known)) = (reading, &**marks) else {
        return Html::default();
    };
    let scene = Scene {
        reading: reading.clone(),
        state: state.clone(),
        outcome: (*outcome).clone(),
        dispatch: dispatch.clone(),
    };
    let controls = Controls {
        input,
        filters_open: *filters_open,
        on_filters: {
            let open = filters_open.clone();
            Callback::from(move |()| open.set(!*open))
        },
        on_help: open_help.reform(|()| true),
    };
    let card = view.entity.as_ref().map(|entity| {
        html! {
            <EntityCard reading={reading.clone()} entity={entity.clone()} view={view.clone()}
                dispatch={dispatch.clone()} {go_to} />
        }
    });
    let below = (!margin).then(|| Below {
        outcome: (*outcome).clone(),
        view: view.clone(),
        selected,
        pointed_at: point.clone(),
    });
    let told: Vec<String> = props
        .notices
        .iter()
        .chain(&*address_notices)
        .cloned()
        .collect();
    let misread = outcome.notices();
    let emptiness_beside = margin && in_text;
    html! {
        <div class={classes!("explorer", if in_text { "mode-article" } else { "mode-claims" })} ref={root}>
            { bar(&scene, &controls) }
            <div class="columns">
                <div id="filters" class={classes!("rail", filters_open.then_some("open"))}>{ facets(&scene) }</div>
                <main class="page">
                    { masthead(&scene, &props.library) }
                    { chips(&scene) }
                    { notices("Notes on this page", &told) }
                    if !misread.is_empty() {
                        <ul class="query-notices">{ for misread.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                    }
                    if !emptiness_beside { { empty(&scene) } }
                    if in_text {
                        <div ref={text.clone()}>
                            <ArticleView key={reading.article.id.to_string()} reading={reading.clone()}
                                marks={(*marks).clone()} emphasis={(*emphasis).clone()} {below} dispatch={dispatch.clone()} />
                        </div>
                    } else {
                        { claims_view(&scene, &in_order) }
                    }
                    { imprint(&reading) }
                    { endnotes(&reading) }
                </main>
                <aside class={classes!("margin", card.is_some().then_some("with-card"))} aria-label="Beside the text">
                    if let Some(card) = card { { card } }
                    if emptiness_beside {
                        { empty(&scene) }
                        <Margin reading={reading.clone()} claims={known.near(&shown, seen, selected)} view={view.clone()}
                            {selected} text={text.clone()} dispatch={dispatch.clone()} pointed_at={point} />
                    }
                </aside>
                if emptiness_beside { { overview(&scene, seen, &text) } }
            </div>
            { foot_bar(&scene, &controls, &shown) }
            <Help open={*help_open} on_close={open_help.reform(|()| false)} />
        </div>
    }
}

/// The article that a view asks for, else the first.
fn find(library: &[Shared<Reading>], view: &View) -> Option<Shared<Reading>> {
    let wanted = |reading: &&Shared<Reading>| Some(&reading.article.id) == view.article.as_ref();
    library.iter().find(wanted).or(library.first()).cloned()
}

/// What the address asks for, as far as the articles have it.
fn checked(library: &[Shared<Reading>], arrival: Arrival) -> Arrival {
    let Some(reading) = find(library, &arrival.view) else {
        return arrival;
    };
    let (mut view, left_out) = arrival.view.checked(&reading);
    let mut notices = arrival.notices;
    notices.extend(left_out);
    if let Some(id) = view.article.take_if(|id| *id != reading.article.id) {
        notices.push(format!(
            "The address asks for an article “{id}”, which is not in this page; the first one is shown."
        ));
    }
    Arrival { view, notices }
}
