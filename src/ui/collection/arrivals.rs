//! Views that the address or a script requests from a collection, and the view that it reports.

use std::rc::Rc;

use yew::prelude::*;

use super::props::CollectionProps;
use crate::messages::CollectionMessages;
use crate::ui::address::{Arrival, use_address};
use crate::ui::latest::use_latest;
use crate::ui::view_report::use_view_report;
use explore::{Action, Among, Facet, State, View, from_hash, to_hash};
use model::ArticleId;

/// The return value of [`use_arrivals`].
pub(super) struct Arrivals {
    /// How often a script has requested a view. An open article is recreated when this changes.
    pub(super) asked: usize,
    /// Receives the view within the open article, in the form of an address's hash.
    pub(super) inner: Callback<String>,
    /// Receives an article that does not exist.
    pub(super) missing: Callback<ArticleId>,
}

/// Keeps view and address in sync, reports the view, and accepts requested views. `is_open` says
/// that an article is open. An open article follows the address by itself and reports its own view.
#[hook]
pub(super) fn use_arrivals(
    props: &CollectionProps,
    state: &Rc<State>,
    is_open: bool,
    dispatch: &Callback<Action>,
    arrived: &UseStateHandle<Arrival>,
) -> Arrivals {
    let messages = props.host.language.collection();
    let asked = use_state(|| 0);
    let alone = props.is_alone();
    let restore = {
        let dispatch = dispatch.clone();
        move |view: View| dispatch.emit(Action::Restore(Box::new(view)))
    };
    let take = {
        let (props, arrived, restore) = (props.clone(), arrived.clone(), restore.clone());
        move |arrival: Arrival| {
            let arrival = checked(&props, messages, arrival);
            arrived.set(arrival.clone());
            restore(arrival.view.clone());
            arrival.view
        }
    };
    let arrive = {
        let (state, take) = (Rc::clone(state), take.clone());
        use_latest(move |arrival: Arrival| {
            let within = is_open && (alone || arrival.view.article == state.view.article);
            if within {
                state.view.clone()
            } else {
                take(arrival)
            }
        })
    };
    let is_written = use_address(&props.host, state, arrive);
    let inner = {
        let (state, is_written, restore) = (Rc::clone(state), is_written.clone(), restore.clone());
        use_latest(move |hash: String| {
            let (view, _) = from_hash(&hash);
            // If the address leads out of the article, the collection handles it.
            if alone || view.article == state.view.article {
                is_written.emit(view.clone());
                restore(view);
            }
        })
    };
    let missing = {
        let (props, state, arrived) = (props.clone(), Rc::clone(state), arrived.clone());
        use_latest(move |id| {
            let notices = arrived.notices.clone();
            let view = state.view.clone();
            let arrival = listed(
                &props,
                messages,
                without(messages, &id, Arrival { view, notices }),
            );
            is_written.emit(arrival.view.clone());
            restore(arrival.view.clone());
            arrived.set(arrival);
        })
    };
    let language = props.host.language;
    let ask = {
        let asked = asked.clone();
        use_latest(move |hash: String| {
            asked.set(*asked + 1);
            take(Arrival::by(&hash, language));
        })
    };
    let handle = props.handle.as_ref();
    use_view_report(&props.host, handle, to_hash(&state.view), ask);
    Arrivals {
        asked: *asked,
        inner,
        missing,
    }
}

/// The parts of a request that the collection has, or may still turn out to have. A single article
/// reports by itself what it lacks.
pub(super) fn checked(
    props: &CollectionProps,
    messages: &CollectionMessages,
    arrival: Arrival,
) -> Arrival {
    if props.is_alone() {
        return arrival;
    }
    match arrival.view.article.clone() {
        Some(id) if props.article(&id).is_some() || props.may_have(&id) => arrival,
        Some(id) => listed(props, messages, without(messages, &id, arrival)),
        None => listed(props, messages, arrival),
    }
}

/// An arrival without the article that does not exist.
fn without(messages: &CollectionMessages, id: &ArticleId, mut arrival: Arrival) -> Arrival {
    arrival.view.article = None;
    let notice = (messages.no_such_article)(id.as_str());
    arrival.notices.push(notice);
    arrival
}

/// An arrival at the list, without anything that the collection does not have.
fn listed(props: &CollectionProps, messages: &CollectionMessages, arrival: Arrival) -> Arrival {
    let Arrival {
        mut view,
        mut notices,
    } = arrival;
    view.claim = None;
    if props.archive.is_some() {
        return Arrival { view, notices };
    }
    let publishers = props.collection.publishers();
    let (mut view, left_out) = view.checked(&props.collection.claims, Among::Articles);
    let unknown: Vec<String> = view
        .filters
        .chosen(Facet::Source)
        .filter(|name| !publishers.iter().any(|(known, _)| known == name))
        .map(str::to_owned)
        .collect();
    for name in unknown {
        view.filters.toggle(Facet::Source, &name);
        notices.push((messages.no_such_source)(&name));
    }
    let of_article = props.host.language.article();
    notices.extend(left_out.iter().map(of_article.problem));
    Arrival { view, notices }
}
