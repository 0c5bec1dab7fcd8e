//! The list of a collection or its open article, and the view of both.

use std::rc::Rc;

use yew::prelude::*;

use super::archive::use_archive;
use super::arrivals::{checked, use_arrivals};
use super::list_page::ListPage;
use super::list_scene::{ListEvent, ListScene};
use super::listing::use_listing;
use super::open_article::OpenArticle;
use super::page_turns::use_page_turns;
use super::props::CollectionProps;
use super::shown::{use_list_view, use_shown};
use crate::ui::address::Arrival;
use crate::ui::exports::Savable;
use crate::ui::host::Host;
use crate::ui::latest::use_latest;
use crate::ui::page_context::use_page_context;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use crate::ui::view_state::{ViewState, use_fields_as_filters};
use explore::collection::Archive;
use explore::{Action, IndexedArticle, View};

/// The list, or an article. Its properties never change: [`CollectionPage`](super::CollectionPage)
/// creates a new component instead.
#[component]
pub(super) fn Pages(props: &CollectionProps) -> Html {
    let host = &props.host;
    let messages = host.language.collection();
    let first = use_memo((), |()| checked(props, messages, Arrival::first(host)));
    let arrived = use_state(|| (*first).clone());
    let view_state = use_reducer(|| ViewState::at(first.view.clone()));
    let dispatch = view_state.dispatcher().to_callback();
    let asked = Rc::clone(&view_state.0);
    // Without the claims of an archive, no field names a value, so all stay in the query.
    let claims = PtrEqRc::from(Rc::clone(&props.collection.claims));
    let (state, dispatch) = use_fields_as_filters(&asked, &claims, dispatch);
    let view = &state.view;
    let (page, panels) = use_page_context(host, dispatch.clone());

    let opened = use_opened(props, view);
    let arrivals = use_arrivals(props, &asked, opened.is_some(), &dispatch, &arrived);
    let list_view = use_list_view(view);
    let (shown, show_more) = use_shown(&list_view, props.at_once());
    let (fetched, change) = use_archive(
        props,
        view.article.as_ref(),
        &list_view,
        shown,
        arrivals.missing,
    );
    let (listing, scope) = use_listing(props, view, &fetched);

    let all = {
        let props = props.clone();
        use_callback((), move |(), ()| props.all())
    };
    let on_list = {
        let (state, dispatch) = (Rc::clone(&state), dispatch.clone());
        use_latest(move |event| match event {
            ListEvent::Sort(order) => {
                let view = order.put_into(&state.view);
                dispatch.emit(Action::Restore(Box::new(view)));
            }
            ListEvent::More => show_more.emit(()),
            ListEvent::Retry => change.emit(Archive::retry),
            ListEvent::Rebuild => change.emit(Archive::rebuild),
        })
    };
    let opened_page = use_node_ref();
    let id = opened.as_ref().map(|opened| opened.article.id.clone());
    let shown_page = if id.is_some() {
        &opened_page
    } else {
        &page.refs.root
    };
    let opens_at_place = !view.query.is_empty() || view.claim.is_some() || view.has_filters();
    use_page_turns(shown_page, id, opens_at_place);
    if let Some(indexed) = opened {
        let alone = props.is_alone();
        let notices = if alone {
            props.notices.clone()
        } else {
            Vec::new()
        };
        let host = Host {
            on_view: Some(arrivals.inner),
            ..host.clone()
        };
        let arrival = Some(&*arrived).filter(|arrived| arrived.view == *view);
        let first = arrival.cloned().unwrap_or_else(|| Arrival {
            view: view.clone(),
            notices: Vec::new(),
        });
        let key = format!("{} {}", arrivals.asked, indexed.article.id);
        let list = (!alone).then_some(list_view);
        return html! { <OpenArticle {key} page={opened_page} {indexed} {first} {host} {notices} {list} {dispatch} /> };
    }
    let scene = Scene {
        indexed: Rc::clone(&listing.collection.claims).into(),
        state,
        result: Rc::clone(&listing.result.claims).into(),
    };
    let list = ListScene {
        scene,
        intro: props.intro.clone(),
        listing,
        scope,
        shown,
        on_list,
    };
    let notices = props.notices.iter().chain(&arrived.notices);
    let notices: Vec<String> = notices.cloned().collect();
    let savable = Savable::All(all);
    html! { <ListPage {page} {panels} query={asked.view.query.clone()} {list} {savable} {notices} /> }
}

/// The open article: the one that the view requests, if it is loaded, or the only one.
#[hook]
fn use_opened(props: &CollectionProps, view: &View) -> Option<PtrEqRc<IndexedArticle>> {
    let article = if props.is_alone() {
        props.collection.articles.first().cloned()
    } else {
        view.article.as_ref().and_then(|id| props.article(id))
    };
    let indexed = use_memo(article.map(PtrEqRc::from), |article| {
        let article = article.as_ref()?;
        Some(PtrEqRc::new(props.coloured(article.to_rc())))
    });
    (*indexed).clone()
}
