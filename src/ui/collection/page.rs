//! The page of several articles as one component.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::articles::{FIRST_ARTICLES, article_list};
use super::claims::claim_list;
use super::completions::completions;
use super::entity::entity_card;
use super::fetching::fetch;
use super::list_scene::{ListEvent, ListScene};
use super::listing::Listing;
use super::props::CollectionProps;
use super::publishers::publishers;
use super::scope_notes::{self, scope_notes};
use crate::ui::address::{Address, Arrival, arrivals};
use crate::ui::app::App;
use crate::ui::element_refs::{ElementRefs, close, focus_search, open};
use crate::ui::focus_return::FocusBefore;
use crate::ui::host::Host;
use crate::ui::keyboard::{Key, key_listener};
use crate::ui::page_context::{PageContext, Panels};
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use crate::ui::shell::Shell;
use crate::ui::words::counted;
use explore::collection::Archive;
use explore::{Action, Facet, IndexedArticle, Mode, State, View, reduce, to_hash};
use model::{Article, ArticleId, EntityId};

/// What happens to the page.
pub enum CollectionEvent {
    /// The reader does something that the address tells.
    Do(Action),
    /// The reader came here by *back* or *forward*.
    Arrive(View, Vec<String>),
    /// Somebody outside asks for a view, in the form of an address's hash.
    Ask(String),
    /// A key was pressed.
    Key(Key),
    /// Filters are opened or closed, where they do not always stand there.
    Filters,
    /// The link to the view is asked for.
    Share,
    /// Something is asked of the list.
    List(ListEvent),
    /// The open article has another view.
    Inner(String),
    /// What a view needs of an archive is to be fetched, or has come.
    Look,
}

/// How long a reader may pause between two keys before anything is fetched, in
/// milliseconds.
const PAUSE: u32 = 150;

/// The page of several articles.
pub struct CollectionPage {
    page: PageContext,
    on_list: Callback<ListEvent>,
    on_inner: Callback<String>,
    /// Called when something has come of what was fetched.
    on_come: Callback<()>,
    state: State,
    /// What the list shows, or showed before an article was opened.
    listing: Listing,
    address: Address,
    address_notices: Vec<String>,
    filters_open: bool,
    sharing: bool,
    pause: Option<Timeout>,
    open: Option<OpenArticle>,
    /// The view within the open article, as it last told.
    inner: Rc<RefCell<String>>,
    focus_before: Option<FocusBefore>,
    focused_entity: Option<EntityId>,
    _listeners: Vec<EventListener>,
}

struct OpenArticle {
    id: ArticleId,
    indexed: PtrEqRc<IndexedArticle>,
    host: Host,
    /// What the address that led to it asks for in vain.
    notices: Vec<String>,
    /// Counts the articles that were opened, so that each is drawn anew.
    number: usize,
}

impl Component for CollectionPage {
    type Message = CollectionEvent;
    type Properties = CollectionProps;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let link = context.link();
        let refs = ElementRefs::default();
        let host = &props.host;
        let open_share = {
            let (share, dialog) = (
                link.callback(|()| CollectionEvent::Share),
                refs.share.clone(),
            );
            Callback::from(move |()| {
                share.emit(());
                open(&dialog);
            })
        };
        let arrive = link
            .callback(|arrival: Arrival| CollectionEvent::Arrive(arrival.view, arrival.notices));
        let page = PageContext {
            is_static: false,
            host: host.clone(),
            dispatch: link.callback(CollectionEvent::Do),
            point_at: Callback::noop(),
            toggle_filters: link.callback(|()| CollectionEvent::Filters),
            open_share,
            refs,
        };
        let listeners = [
            arrivals(host.address, move |arrival| arrive.emit(arrival)),
            key_listener(
                host.keys,
                page.refs.root.clone(),
                link.callback(CollectionEvent::Key),
            ),
        ];
        let mut page = Self {
            page,
            on_list: link.callback(CollectionEvent::List),
            on_inner: link.callback(CollectionEvent::Inner),
            on_come: link.callback(|()| CollectionEvent::Look),
            state: State::default(),
            listing: Listing::of(props, at_once(props)),
            address: Address::of(host.address),
            address_notices: Vec::new(),
            filters_open: false,
            sharing: false,
            pause: None,
            open: None,
            inner: Rc::default(),
            _listeners: listeners.into_iter().flatten().collect(),
            focus_before: None,
            focused_entity: None,
        };
        let first = Arrival::first(host);
        page.arrive(context, first.view, first.notices);
        if let Some(handle) = &props.handle {
            handle.attach(link.callback(CollectionEvent::Ask));
        }
        page
    }

    fn update(&mut self, context: &Context<Self>, event: CollectionEvent) -> bool {
        match event {
            CollectionEvent::Do(action) => return self.act(context, action),
            CollectionEvent::Arrive(view, notices) => {
                self.address.leave();
                self.arrive(context, view, notices);
            }
            CollectionEvent::Ask(hash) => {
                let before = self.state.clone();
                self.open = None;
                let asked = Arrival::by(&hash);
                self.arrive(context, asked.view, asked.notices);
                self.address.write(&before, &self.state);
            }
            CollectionEvent::Key(key) => return self.press(context, key),
            CollectionEvent::Filters => self.filters_open = !self.filters_open,
            CollectionEvent::Share => self.sharing = true,
            CollectionEvent::List(ListEvent::Sort(order)) => {
                let view = order.put_into(&self.state.view);
                return self.act(context, Action::Restore(Box::new(view)));
            }
            CollectionEvent::List(ListEvent::More) => {
                self.listing.shown += at_once(context.props());
                self.look(context);
            }
            CollectionEvent::Look => return self.look(context),
            CollectionEvent::List(ListEvent::Retry) => self.change_archive(context, Archive::retry),
            CollectionEvent::List(ListEvent::Rebuild) => {
                self.change_archive(context, Archive::rebuild);
            }
            CollectionEvent::Inner(hash) => {
                self.inner.replace(hash.clone());
                self.publish(context.props());
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
            close(&self.page.refs.help);
            close(&self.page.refs.share);
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
            Some(_) => {
                FocusBefore::taken_to(&self.page.refs.card_heading, self.focus_before.take())
            }
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
    fn hash(&self) -> String {
        match &self.open {
            Some(_) => self.inner.borrow().clone(),
            None => to_hash(&self.state.view),
        }
    }

    fn list(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let list = self.scene();
        let scene = &list.scene;
        let mode = self.state.view.mode;
        let told: Vec<String> = props
            .notices
            .iter()
            .chain(&self.address_notices)
            .cloned()
            .collect();
        let card = entity_card(&list);
        let heading = match (&list.scope, &list.collection.title) {
            (Some(scope), None) => counted(scope.all, "article", "articles"),
            _ => list.collection.heading(),
        };
        let head = html! {
            <header class="article-head">
                <h1 id="title">{ heading }</h1>
            </header>
        };
        let panels = Panels {
            filters_open: self.filters_open,
            sharing: self.sharing,
            pointed_at: None,
        };
        html! {
            <Shell page={self.page.clone()} {panels} scene={scene.clone()} class={classes!("mode-claims", "collection")}
                search="Search these articles" foreground="Articles" counts={counts(&list)}
                completions={completions(&list)} filters={publishers(&list)} {head} notices={told}
                scope={scope_notes(&list)} query_notices={self.listing.result.notices.clone()}
                margin="Beside the list" {card}>
                if mode == Mode::Article { { article_list(&list) } } else { { claim_list(&list) } }
            </Shell>
        }
    }

    /// The open article, and the way back to the list.
    fn opened(&self, open: &OpenArticle, props: &CollectionProps) -> Html {
        let back = {
            let (dispatch, view) = (self.page.dispatch.clone(), self.listing.view.clone());
            Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                dispatch.emit(Action::Restore(Box::new(view.clone())));
            })
        };
        let alone = self.is_alone(props);
        let of_data = props.notices.iter().filter(|_| alone);
        let notices: Vec<String> = of_data.chain(&open.notices).cloned().collect();
        html! {
            <div class="opened" key={open.number}>
                if !alone {
                    <nav class="back" aria-label="Collection">
                        <a href={format!("#{}", to_hash(&self.listing.view))} onclick={back}>{ "‹ All articles" }</a>
                    </nav>
                }
                <App first={open.indexed.clone()} host={open.host.clone()} {notices} />
            </div>
        }
    }

    fn scene(&self) -> ListScene {
        let listing = &self.listing;
        ListScene {
            page: self.page.clone(),
            scene: Scene {
                indexed: listing.collection.claims.clone().into(),
                state: Rc::new(self.state.clone()),
                result: PtrEqRc::new(listing.result.claims.clone()),
            },
            collection: listing.collection.clone(),
            finder: listing.finder.clone(),
            result: listing.result.clone(),
            query: Rc::clone(listing.view.query.query()),
            shown: listing.shown,
            scope: listing.scope.clone(),
            on_list: self.on_list.clone(),
        }
    }

    fn act(&mut self, context: &Context<Self>, action: Action) -> bool {
        // A claim's card is in its article; here names alone have one.
        let next = reduce(&self.state, action);
        if next == self.state {
            return false;
        }
        self.address.write(&self.state, &next);
        if next.view.article.is_some() {
            self.address_notices.clear();
        }
        self.become_state(context, next);
        self.told(context);
        true
    }

    fn arrive(&mut self, context: &Context<Self>, view: View, notices: Vec<String>) {
        self.address_notices = notices;
        let next = reduce(&self.state, Action::Restore(Box::new(view)));
        self.become_state(context, next);
        self.told(context);
    }

    fn publish(&self, props: &CollectionProps) {
        if let Some(handle) = &props.handle {
            handle.publish(self.hash());
        }
    }

    fn told(&self, context: &Context<Self>) {
        self.publish(context.props());
        if let Some(on_view) = &context.props().host.on_view {
            on_view.emit(self.hash());
        }
    }

    fn become_state(&mut self, context: &Context<Self>, next: State) {
        let is_typing = self.listing.scope.is_some()
            && next.view.query != self.listing.view.query
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
        props.archive.is_none() && self.listing.collection.articles.len() == 1
    }

    /// Opens the only article.
    fn show_only(&mut self, props: &CollectionProps) {
        if self.open.is_none()
            && let Some(article) = self.listing.collection.articles.first().cloned()
        {
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
        let number = self.listing.collection.number_of(id);
        let listed =
            number.and_then(|number| self.listing.collection.articles.get(number).cloned());
        let files = props.archive.as_ref();
        let article = listed.or_else(|| files?.archive().article(id));
        if let Some(article) = article {
            self.open_article(props, &article);
            return;
        }
        let waiting = files.is_some_and(|files| {
            let needed = files.archive().needed_for(id);
            fetch(files, &needed, &self.on_come)
        });
        if waiting {
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
        if self.listing.view != self.state.view {
            self.listing.shown = at_once(context.props());
        }
        self.listing.view = self.state.view.clone();
        if context.props().archive.is_none() {
            self.listing.work_out();
        } else if is_typing {
            if let Some(scope) = &mut self.listing.scope {
                scope.waiting = true;
            }
            let link = context.link().clone();
            let look = move || link.send_message(CollectionEvent::Look);
            self.pause = Some(Timeout::new(PAUSE, look));
        } else {
            self.look(context);
        }
    }

    /// Fetches what the view needs of an archive, and lists what is there of it; whether
    /// anything is to be drawn anew.
    fn look(&mut self, context: &Context<Self>) -> bool {
        self.pause = None;
        if let Some(id) = self.state.view.article.clone() {
            self.show_article(context, &id);
            return true;
        }
        let Some(files) = &context.props().archive else {
            return false;
        };
        let before = (self.listing.scope.clone(), self.listing.collection.clone());
        let listing = &mut self.listing;
        let needed = files.archive().needed(&listing.view, listing.shown);
        let waiting = fetch(files, &needed, &self.on_come);
        listing.list_archive(&files.archive(), waiting);
        before != (listing.scope.clone(), listing.collection.clone())
    }

    fn change_archive(&mut self, context: &Context<Self>, change: impl FnOnce(&mut Archive)) {
        if let Some(files) = &context.props().archive {
            files.change(change);
        }
        self.look(context);
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
            indexed: PtrEqRc::new(IndexedArticle::of(article.clone())),
            host: Host {
                view: hash.into(),
                on_view: Some(self.on_inner.clone()),
                ..props.host.clone()
            },
            notices: std::mem::take(&mut self.address_notices),
            number: self.open.as_ref().map_or(0, |open| open.number) + 1,
        });
    }

    fn press(&mut self, context: &Context<Self>, key: Key) -> bool {
        if self.open.is_some() {
            return false;
        }
        match key {
            Key::Search => {
                focus_search(&self.page.refs.search);
                false
            }
            Key::Help => {
                open(&self.page.refs.help);
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
        return scope_notes::counts(list, scope);
    }
    let result = &list.result;
    let of = |shown: usize, all: usize, one: &str, many: &str| {
        if shown == all {
            counted(all, one, many)
        } else {
            format!("{shown} of {}", counted(all, one, many))
        }
    };
    let articles = of(
        result.articles.len(),
        list.collection.articles.len(),
        "article",
        "articles",
    );
    let claims = of(
        result.claims.shown(),
        list.collection.sources.len(),
        "claim",
        "claims",
    );
    format!("{articles} · {claims}")
}
