//! The page of several articles as one component.

mod look;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::articles::{FIRST_ARTICLES, article_list};
use super::claims::claim_list;
use super::completions::completions;
use super::entity::entity_card;
use super::files::Files;
use super::publishers::publishers;
use super::scope::{self, Scope, scope};
use crate::ui::app::{App, Event};
use crate::ui::bar::{BarWords, bar_with, focus};
use crate::ui::chips::chips;
use crate::ui::entity_card::FocusBefore;
use crate::ui::facets::facets;
use crate::ui::help::help;
use crate::ui::history::{Address, Arrival, arrival_by, arrivals, first_arrival, view_of_address};
use crate::ui::host::Host;
use crate::ui::keyboard::{Key, keys};
use crate::ui::notices::notices;
use crate::ui::places::{Places, open};
use crate::ui::scene::Scene;
use crate::ui::share::share;
use crate::ui::shared::Shared;
use crate::ui::words::counted;
use explore::collection::{Archive, Collection, CollectionOutcome, Finder, SortOrder};
use explore::{Action, Facet, Mode, Reading, State, View, reduce, to_hash};
use model::{Article, ArticleId, EntityId};
use search::Query;

/// Properties of [`CollectionPage`].
#[derive(Clone, Properties, PartialEq)]
pub struct CollectionProps {
    /// The articles.
    pub collection: Shared<Collection>,
    /// What finds words in them.
    pub finder: Shared<Finder>,
    /// Of a collection that is too large to be loaded at once, the rest.
    #[prop_or_default]
    pub archive: Option<Shared<Files>>,
    /// What was wrong with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// What the place that the page stands in wants of it.
    #[prop_or_default]
    pub host: Host,
}

/// What happens to the page.
pub enum CollectionEvent {
    /// What can happen to the page of one article too.
    Page(Event),
    /// Another order is asked for.
    Sort(SortOrder),
    /// More of the list is asked for.
    More,
    /// The open article has another view.
    Inner(String),
    /// What a view needs of an archive is to be fetched, or has come.
    Look,
    /// What could not be had is asked for again.
    Retry,
    /// The index of an archive is to be built from its articles.
    Rebuild,
}

/// How long a reader may pause between two keys before anything is fetched, in
/// milliseconds.
const PAUSE: u32 = 150;

/// The page of several articles.
pub struct CollectionPage {
    dispatch: Callback<Action>,
    events: Callback<Event>,
    own: Callback<CollectionEvent>,
    state: State,
    /// What the list showed before an article was opened.
    listed: View,
    address: Address,
    address_notices: Vec<String>,
    outcome: Rc<CollectionOutcome>,
    query: Query,
    filters_open: bool,
    sharing: bool,
    /// How much of the list is shown.
    shown: usize,
    /// The articles that are listed: all, or those that were fetched of an archive.
    collection: Shared<Collection>,
    finder: Shared<Finder>,
    scope: Option<Scope>,
    pause: Option<Timeout>,
    open: Option<OpenArticle>,
    /// The view within the open article, as it last told.
    inner: Rc<RefCell<String>>,
    places: Places,
    focus_before: Option<FocusBefore>,
    focused_entity: Option<EntityId>,
    _listeners: Vec<EventListener>,
}

struct OpenArticle {
    id: ArticleId,
    reading: Shared<Reading>,
    host: Host,
    /// Counts the articles that were opened, so that each is drawn anew.
    number: usize,
}

/// Everything that a part of the list is drawn from.
#[derive(Clone)]
pub(super) struct ListScene {
    pub(super) scene: Scene,
    pub(super) collection: Shared<Collection>,
    pub(super) finder: Shared<Finder>,
    pub(super) outcome: Rc<CollectionOutcome>,
    pub(super) query: Query,
    pub(super) shown: usize,
    /// Where more articles are found than are there.
    pub(super) scope: Option<Scope>,
    pub(super) own: Callback<CollectionEvent>,
}

impl Component for CollectionPage {
    type Message = CollectionEvent;
    type Properties = CollectionProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let link = context.link();
        let places = Places::default();
        let host = &props.host;
        let mut page = Self {
            dispatch: link.callback(|action| CollectionEvent::Page(Event::Do(action))),
            events: link.callback(CollectionEvent::Page),
            own: link.callback(|event| event),
            state: State::default(),
            listed: View::default(),
            address: Address::of(host.address),
            address_notices: Vec::new(),
            outcome: Rc::default(),
            query: Query::default(),
            filters_open: false,
            sharing: false,
            shown: at_once(props),
            collection: props.collection.clone(),
            finder: props.finder.clone(),
            scope: None,
            pause: None,
            open: None,
            inner: Rc::default(),
            _listeners: [
                host.is_in_address()
                    .then(|| arrivals(link.callback(|()| CollectionEvent::Page(Event::Arrive))))
                    .flatten(),
                keys(
                    host.keys,
                    &places.root,
                    link.callback(|key| CollectionEvent::Page(Event::Key(key))),
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
            places,
            focus_before: None,
            focused_entity: None,
        };
        page.arrive(context, first_arrival(host));
        page
    }

    fn update(&mut self, context: &Context<Self>, event: CollectionEvent) -> bool {
        match event {
            CollectionEvent::Page(Event::Do(action)) => return self.act(context, action),
            CollectionEvent::Page(Event::Arrive) => {
                self.address.leave();
                self.arrive(context, view_of_address());
            }
            CollectionEvent::Page(Event::Ask(hash)) => {
                let before = self.state.clone();
                self.open = None;
                self.arrive(context, arrival_by(&hash));
                self.address.write(&before, &self.state);
            }
            CollectionEvent::Page(Event::Key(key)) => return self.press(context, key),
            CollectionEvent::Page(Event::Filters) => self.filters_open = !self.filters_open,
            CollectionEvent::Page(Event::Help) => {
                open(&self.places.help);
                return false;
            }
            CollectionEvent::Page(Event::Share) => {
                self.sharing = true;
                open(&self.places.share);
            }
            CollectionEvent::Page(_) => return false,
            CollectionEvent::Sort(order) => {
                let view = order.put_into(&self.state.view);
                return self.act(context, Action::Restore(Box::new(view)));
            }
            CollectionEvent::More => {
                self.shown += at_once(context.props());
                self.look(context);
            }
            CollectionEvent::Look => return self.look(context),
            CollectionEvent::Retry => self.change_archive(context, Archive::retry),
            CollectionEvent::Rebuild => self.change_archive(context, Archive::rebuild),
            CollectionEvent::Inner(hash) => {
                self.inner.replace(hash.clone());
                if let Some(on_view) = &context.props().host.on_view {
                    on_view.emit(hash);
                }
                return false;
            }
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &CollectionProps) -> bool {
        if context.props() != before {
            self.places.close_dialogs();
            let number = self.open.as_ref().map_or(0, |open| open.number);
            *self = <Self as Component>::create(context);
            if let Some(open) = &mut self.open {
                open.number += number;
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match &self.open {
            Some(open) => self.opened(open, context.props()),
            None => self.list(context),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let selected = self
            .state
            .view
            .entity
            .clone()
            .filter(|_| self.open.is_none());
        if self.focused_entity == selected {
            return;
        }
        self.focus_before = match &selected {
            Some(_) => FocusBefore::taken_to(&self.places.card_heading, self.focus_before.take()),
            None => {
                if let Some(before) = self.focus_before.take() {
                    before.give_back();
                }
                None
            }
        };
        self.focused_entity = selected;
    }
}

impl CollectionPage {
    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn hash(&self) -> String {
        match &self.open {
            Some(_) => self.inner.borrow().clone(),
            None => to_hash(&self.state.view),
        }
    }

    fn list(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let list = self.scene(props);
        let scene = &list.scene;
        let mode = self.state.view.mode;
        let words = BarWords {
            search: "Search these articles",
            foreground: "Articles",
            counts: counts(&list),
            hits: 0,
            completions: completions(&list),
        };
        let told: Vec<String> = props
            .notices
            .iter()
            .chain(&self.address_notices)
            .cloned()
            .collect();
        let card = entity_card(&list, &self.places);
        let heading = match (&list.scope, &list.collection.title) {
            (Some(scope), None) => counted(scope.all, "article", "articles"),
            _ => list.collection.heading(),
        };
        html! {
            <div class="explorer mode-claims collection" ref={&self.places.root}>
                { bar_with(scene, &self.places, self.filters_open, words) }
                <div class="columns">
                    <aside id="filters" aria-label="Filters" class={classes!("rail", self.filters_open.then_some("open"))}>
                        { publishers(&list) }
                        { facets(scene) }
                    </aside>
                    <main class="page">
                        <header class="article-head">
                            <h1 id="title">{ heading }</h1>
                        </header>
                        { chips(scene) }
                        { notices("Notes on this page", &told) }
                        { scope(&list) }
                        if !self.outcome.notices.is_empty() {
                            <ul class="query-notices">{ for self.outcome.notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                        }
                        if mode == Mode::Article { { article_list(&list) } } else { { claim_list(&list) } }
                    </main>
                    <aside class={classes!("margin", card.is_some().then_some("with-card"))} aria-label="Beside the list">
                        if let Some(card) = card { { card } }
                    </aside>
                </div>
                { help(&self.places.help) }
                { share(scene, &self.places.share, self.sharing) }
            </div>
        }
    }

    /// The open article, and the way back to the list.
    fn opened(&self, open: &OpenArticle, props: &CollectionProps) -> Html {
        let back = {
            let (dispatch, view) = (self.dispatch.clone(), self.listed.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                dispatch.emit(Action::Restore(Box::new(view.clone())));
            })
        };
        let notices = props.notices.clone();
        let alone = self.is_alone(props);
        html! {
            <div class="opened" key={open.number}>
                if !alone {
                    <nav class="back" aria-label="Collection">
                        <a href={format!("#{}", to_hash(&self.listed))} onclick={back}>{ "‹ All articles" }</a>
                    </nav>
                }
                <App first={open.reading.clone()} host={open.host.clone()} notices={if alone { notices } else { Vec::new() }} />
            </div>
        }
    }

    fn scene(&self, props: &CollectionProps) -> ListScene {
        ListScene {
            scene: Scene {
                host: props.host.clone(),
                reading: self.collection.claims.clone().into(),
                state: self.state.clone(),
                outcome: Shared::new(self.outcome.claims.clone()),
                dispatch: self.dispatch.clone(),
                events: self.events.clone(),
            },
            collection: self.collection.clone(),
            finder: self.finder.clone(),
            outcome: self.outcome.clone(),
            query: self.query.clone(),
            shown: self.shown,
            scope: self.scope.clone(),
            own: self.own.clone(),
        }
    }

    fn act(&mut self, context: &Context<Self>, action: Action) -> bool {
        // A claim's card is in its article; here names alone have one.
        let next = reduce(&self.state, action);
        if next == self.state {
            return false;
        }
        let before = self.state.clone();
        self.address.write(&before, &next);
        self.become_state(context, next);
        self.told(context);
        true
    }

    fn arrive(&mut self, context: &Context<Self>, arrival: Arrival) {
        self.address_notices = arrival.notices;
        let next = reduce(&self.state, Action::Restore(Box::new(arrival.view)));
        self.become_state(context, next);
        self.told(context);
    }

    fn told(&self, context: &Context<Self>) {
        if let Some(on_view) = &context.props().host.on_view {
            on_view.emit(self.hash());
        }
    }

    fn become_state(&mut self, context: &Context<Self>, next: State) {
        let is_typing = self.scope.is_some()
            && next.view.query != self.listed.query
            && next.view.article.is_none();
        self.state = next;
        match self.state.view.article.clone() {
            _ if self.is_alone(context.props()) => self.show_only(context.props()),
            Some(id) => self.show_article(context, &id),
            None => self.show_list(context, is_typing),
        }
    }

    /// Whether there is one article and will be no other: it is open and never listed.
    fn is_alone(&self, props: &CollectionProps) -> bool {
        props.archive.is_none() && self.collection.articles.len() == 1
    }

    /// Opens the only article; it says itself what an address asks for in vain.
    fn show_only(&mut self, props: &CollectionProps) {
        if self.open.is_none()
            && let Some(article) = self.collection.articles.first().cloned()
        {
            self.address_notices.clear();
            self.open_article(props, &article);
        }
    }

    /// Opens an article, or says that it is not there and lists all. The open article
    /// follows the address by itself.
    fn show_article(&mut self, context: &Context<Self>, id: &ArticleId) {
        if self.open.as_ref().is_some_and(|open| open.id == *id) {
            return;
        }
        let props = context.props();
        let number = self.collection.number_of(id);
        let listed = number.and_then(|number| self.collection.articles.get(number).cloned());
        let files = props.archive.as_ref();
        let article = listed.or_else(|| files?.archive().article(id));
        if let Some(article) = article {
            self.open_article(props, &article);
            return;
        }
        let needed = files.map(|files| files.archive().needed_for(id));
        if needed.is_some_and(|needed| self.fetch(context, &needed)) {
            self.open = None;
            return;
        }
        self.address_notices.push(format!(
            "The address asks for an article “{id}”, which is not in this page; all are listed."
        ));
        self.state.view.article = None;
        self.show_list(context, false);
    }

    fn show_list(&mut self, context: &Context<Self>, is_typing: bool) {
        self.open = None;
        self.state.view.claim = None;
        self.check(context.props());
        if self.listed != self.state.view {
            self.shown = at_once(context.props());
        }
        self.listed = self.state.view.clone();
        self.query = Query::clone(self.listed.query.query());
        if context.props().archive.is_none() {
            self.work_out();
        } else if is_typing {
            if let Some(scope) = &mut self.scope {
                scope.waiting = true;
            }
            let link = context.link().clone();
            let look = move || link.send_message(CollectionEvent::Look);
            self.pause = Some(Timeout::new(PAUSE, look));
        } else {
            self.look(context);
        }
    }

    /// What the view leaves of the articles that are there.
    fn work_out(&mut self) {
        let ranked = self.finder.rank(&self.query);
        let outcome = CollectionOutcome::of(&self.listed, &self.collection, ranked.as_ref());
        self.outcome = Rc::new(outcome);
    }

    /// Leaves out of the view what the collection does not have, and says so.
    fn check(&mut self, props: &CollectionProps) {
        if props.archive.is_some() {
            return;
        }
        let publishers = props.collection.publishers();
        let view = std::mem::take(&mut self.state.view);
        let (mut view, told) = view.checked(&props.collection.claims);
        let unknown: Vec<String> = view
            .filters
            .chosen(Facet::Source)
            .filter(|name| !publishers.iter().any(|(known, _)| known == name))
            .map(str::to_owned)
            .collect();
        for name in unknown {
            view.filters.toggle(Facet::Source, &name);
            self.address_notices.push(format!(
                "The address asks for the source “{name}”, which no article here has."
            ));
        }
        let told = told.into_iter();
        self.address_notices.extend(
            told.map(|sentence| sentence.replace("this article does", "these articles do")),
        );
        self.state.view = view;
    }

    fn open_article(&mut self, props: &CollectionProps, article: &Article) {
        let hash = to_hash(&self.state.view);
        self.inner.replace(hash.clone());
        self.open = Some(OpenArticle {
            id: article.id.clone(),
            reading: Shared::new(Reading::of(article.clone())),
            host: Host {
                view: hash.into(),
                on_view: Some({
                    let own = self.own.clone();
                    Callback::from(move |hash| own.emit(CollectionEvent::Inner(hash)))
                }),
                ..props.host.clone()
            },
            number: self.open.as_ref().map_or(0, |open| open.number) + 1,
        });
    }

    fn press(&mut self, context: &Context<Self>, key: Key) -> bool {
        if self.open.is_some() {
            return false;
        }
        match key {
            Key::Search => {
                focus(&self.places.search);
                false
            }
            Key::Help => {
                open(&self.places.help);
                false
            }
            Key::Foreground => {
                let other = match self.state.view.mode {
                    Mode::Article => Mode::Claims,
                    Mode::Claims => Mode::Article,
                };
                self.act(context, Action::Show(other))
            }
            Key::Back => self.act(context, Action::StepBack),
            Key::NextHit | Key::PreviousHit | Key::NextClaim | Key::PreviousClaim => false,
        }
    }
}

/// How many articles or claims are listed before one asks for more.
fn at_once(props: &CollectionProps) -> usize {
    let files = props.archive.as_ref();
    let told = files.and_then(|files| files.archive().at_once);
    told.unwrap_or(FIRST_ARTICLES)
}

/// What the status line says.
fn counts(list: &ListScene) -> String {
    if let Some(scope) = &list.scope {
        return scope::counts(list, scope);
    }
    let outcome = &list.outcome;
    let of = |shown: usize, all: usize, one: &str, many: &str| {
        if shown == all {
            counted(all, one, many)
        } else {
            format!("{shown} of {}", counted(all, one, many))
        }
    };
    let articles = of(
        outcome.articles.len(),
        list.collection.articles.len(),
        "article",
        "articles",
    );
    let claims = of(
        outcome.claims.shown(),
        list.collection.sources.len(),
        "claim",
        "claims",
    );
    format!("{articles} · {claims}")
}
