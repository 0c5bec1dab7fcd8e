//! The whole page: its state, what follows from it, and how its parts stand together.

use gloo::events::EventListener;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::article::article_view;
use super::bar::{bar, focus};
use super::block::Emphasis;
use super::chips::chips;
use super::claim_steps::claim_beside;
use super::claims_view::claims_view;
use super::element_refs::{ElementRefs, open};
use super::empty::empty;
use super::endnotes::endnotes;
use super::entity_card::{FocusBefore, entity_card};
use super::facets::facets;
use super::foot_bar::foot_bar;
use super::help::help;
use super::history::{Address, Arrival, arrival_by, arrivals, first_arrival, view_of_address};
use super::hit_highlight::{self, HitHighlight};
use super::host::{AddressUse, Host};
use super::keyboard::{Key, keys};
use super::margin::{has_margin, margin, passage, place_cards};
use super::marks::Marks;
use super::masthead::{imprint, masthead};
use super::memo::Memo;
use super::notices::notices;
use super::overview::{MinimapPaths, overview};
use super::ptr_eq_rc::PtrEqRc;
use super::resize::SizeWatch;
use super::scene::Scene;
use super::scroll::show;
use super::share::share;
use super::visible_blocks::{VisibleBlocks, Watch, visible_blocks};
use explore::{Action, FilterResult, IndexedArticle, Mode, State, View, reduce, to_hash};
use model::{EntityId, TextRange};

/// Properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The first article; it is shown where the address names none.
    pub first: PtrEqRc<IndexedArticle>,
    /// The other articles.
    #[prop_or_default]
    pub others: Vec<PtrEqRc<IndexedArticle>>,
    /// What was wrong with the data.
    #[prop_or_default]
    pub notices: Vec<String>,
    /// What the place that the page stands in wants of it.
    #[prop_or_default]
    pub host: Host,
}

/// What happens to the page.
pub enum Event {
    /// The reader does something that the address tells.
    Do(Action),
    /// The reader came here by *back* or *forward*.
    Arrive,
    /// The host asks for a view, in the form of an address's hash.
    Ask(String),
    /// A key was pressed.
    Key(Key),
    /// A claim's card is pointed at, or no longer.
    PointAt(Option<usize>),
    /// Filters are opened or closed, where they do not always stand there.
    Filters,
    /// Help is asked for.
    Help,
    /// The link to the view and the codes to embed it are asked for.
    Share,
    /// The claims in the foreground are put in order of the text, or by speaker.
    InOrder(bool),
    /// A place of the text is asked for: the number of a mention of the selected entity.
    GoTo(usize, TextRange),
    /// The page has changed its width.
    Resized,
    /// The page has scrolled.
    Scrolled,
}

/// The page.
pub struct App {
    dispatch: Callback<Action>,
    events: Callback<Event>,
    state: State,
    /// Sentences about the last address.
    address_notices: Vec<String>,
    address: Address,
    filters_open: bool,
    /// The dialog of links and codes was asked for; it is empty before.
    sharing: bool,
    in_order: bool,
    pointed_at: Option<usize>,
    has_margin: bool,
    visible: VisibleBlocks,
    /// The mention of the selected entity that was walked to.
    place: Option<usize>,
    marks: PtrEqRc<Marks>,
    /// Counts the articles that were shown.
    article_number: usize,
    result: PtrEqRc<FilterResult>,
    /// Counts what the facets have said.
    facets_number: usize,
    emphasis: PtrEqRc<Vec<Emphasis>>,
    /// Counts what has stood out of the text.
    emphasis_number: usize,
    paths: MinimapPaths,
    highlights: Option<HitHighlight>,
    refs: ElementRefs,
    drawn: Option<Drawn>,
    focus_before: Option<FocusBefore>,
    cards: Option<SizeWatch>,
    _width: Option<SizeWatch>,
    _scrolling: Option<Watch>,
    _listeners: Vec<EventListener>,
}

/// What the last drawing was of, so that only what changed is measured, marked and
/// brought into view again.
#[derive(PartialEq)]
struct Drawn {
    marks: PtrEqRc<Marks>,
    result: PtrEqRc<FilterResult>,
    hit: Option<usize>,
    selected: Option<usize>,
    entity: Option<EntityId>,
    mode: Mode,
    has_margin: bool,
    cards: Vec<usize>,
}

impl Component for App {
    type Message = Event;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let host = &context.props().host;
        let arrival = checked(context.props(), first_arrival(host));
        let state = State {
            view: arrival.view,
            ..State::default()
        };
        let marks = PtrEqRc::new(Marks::of(&find(context.props(), &state.view)));
        let result = PtrEqRc::new(FilterResult::of(&state.view, &marks.indexed));
        let link = context.link();
        let refs = ElementRefs::default();
        let mut app = Self {
            dispatch: link.callback(Event::Do),
            events: link.callback(|event| event),
            address: Address::of(host.address),
            state,
            address_notices: arrival.notices,
            filters_open: false,
            sharing: false,
            in_order: false,
            pointed_at: None,
            has_margin: host.has_margin,
            visible: VisibleBlocks::default(),
            place: None,
            paths: MinimapPaths::of(&marks.indexed, &result, None),
            marks,
            article_number: 0,
            result,
            facets_number: 0,
            emphasis: PtrEqRc::new(Vec::new()),
            emphasis_number: 0,
            highlights: hit_highlight::is_supported().then(HitHighlight::default),
            drawn: None,
            focus_before: None,
            cards: None,
            _width: None,
            _scrolling: None,
            _listeners: [
                host.is_in_address()
                    .then(|| arrivals(link.callback(|()| Event::Arrive)))
                    .flatten(),
                keys(host.keys, &refs.root, link.callback(Event::Key)),
            ]
            .into_iter()
            .flatten()
            .collect(),
            refs,
        };
        app.emphasize();
        app
    }

    fn update(&mut self, context: &Context<Self>, event: Event) -> bool {
        match event {
            Event::Do(action) => return self.act(context, action),
            Event::Arrive => {
                self.address.leave();
                self.arrive(context, view_of_address());
            }
            Event::Ask(hash) => {
                let before = self.state.clone();
                self.arrive(context, arrival_by(&hash));
                self.address.write(&before, &self.state);
            }
            Event::Key(key) => return self.press(context, key),
            Event::PointAt(claim) => {
                if self.pointed_at == claim {
                    return false;
                }
                self.pointed_at = claim;
                self.emphasize();
            }
            Event::Filters => self.filters_open = !self.filters_open,
            Event::Help => {
                open(&self.refs.help);
                return false;
            }
            Event::Share => {
                self.sharing = true;
                open(&self.refs.share);
            }
            Event::InOrder(in_order) => self.in_order = in_order,
            Event::GoTo(place, range) => {
                self.place = Some(place);
                self.act(context, Action::Show(Mode::Article));
                super::article::show_name(&self.refs.text, range);
            }
            Event::Resized => {
                let root = self.refs.root.cast::<Element>();
                let now = root.is_none_or(|root| has_margin(&root));
                let before = std::mem::replace(&mut self.has_margin, now);
                return before != now;
            }
            Event::Scrolled => {
                let Some(text) = self.refs.text.cast::<Element>() else {
                    return false;
                };
                let now = visible_blocks(&text, self.marks.indexed.article.blocks.len());
                let before = std::mem::replace(&mut self.visible, now);
                return before != now;
            }
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &AppProps) -> bool {
        if context.props() != before {
            self.refs.close_dialogs();
            let shown = self.article_number;
            *self = <Self as Component>::create(context);
            self.article_number = shown + 1;
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let scene = self.scene(context);
        let in_text = self.state.view.mode == Mode::Article;
        let beside = self.has_margin && in_text;
        let mode = if in_text {
            "mode-article"
        } else {
            "mode-claims"
        };
        let told: Vec<String> = context
            .props()
            .notices
            .iter()
            .chain(&self.address_notices)
            .cloned()
            .collect();
        let misread = self.result.notices();
        let card = entity_card(&scene, self.place, &self.refs);
        let shown = self.marks.shown(&self.result);
        let near = self.cards_near(&shown);
        html! {
            <div class={classes!("explorer", mode)} ref={&self.refs.root}>
                { bar(&scene, &self.refs, self.filters_open) }
                <div class="columns">
                    <aside id="filters" aria-label="Filters" class={classes!("rail", self.filters_open.then_some("open"))}>
                        <Memo of={vec![self.article_number, self.facets_number]} draw={
                            let scene = scene.clone();
                            Callback::from(move |()| facets(&scene))
                        } />
                    </aside>
                    <main class="page">
                        { masthead(&scene, context.props()) }
                        { chips(&scene) }
                        { notices("Notes on this page", &told) }
                        if !misread.is_empty() {
                            <ul class="query-notices">{ for misread.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                        }
                        if !beside { { empty(&scene) } }
                        if in_text {
                            <Memo of={self.drawn_in_text(&shown)} draw={
                                let (scene, text, marks) = (scene.clone(), self.refs.text.clone(), self.marks.clone());
                                let (emphasis, with_cards) = (self.emphasis.clone(), !self.has_margin);
                                Callback::from(move |()| article_view(&scene, &text, &marks, &emphasis, with_cards))
                            } />
                        } else {
                            { claims_view(&scene, self.in_order) }
                        }
                        { imprint(&scene.indexed) }
                        <Memo of={vec![self.article_number]} draw={
                            let indexed = scene.indexed.clone();
                            Callback::from(move |()| endnotes(&indexed))
                        } />
                    </main>
                    <aside class={classes!("margin", card.is_some().then_some("with-card"))} aria-label="Beside the text">
                        if let Some(card) = card { { card } }
                        if beside {
                            { empty(&scene) }
                            <Memo of={self.drawn_in_margin(&near)} draw={
                                let (scene, list) = (scene.clone(), self.refs.cards.clone());
                                Callback::from(move |()| margin(&scene, &near, &list))
                            } />
                        }
                    </aside>
                    if beside { { overview(&scene, &self.paths, self.visible, &self.refs.text) } }
                </div>
                { foot_bar(&scene, &self.refs, &shown) }
                { help(&self.refs.help) }
                { share(&scene, &self.refs.share, self.sharing) }
            </div>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let link = context.link();
        if self._scrolling.is_none() {
            let resized = link.callback(|()| Event::Resized);
            let root = self.refs.root.cast::<Element>();
            self._width = root.and_then(|root| SizeWatch::of([root], resized));
            self._scrolling = Watch::of(link.callback(|()| Event::Scrolled));
        }
        let shown = self.marks.shown(&self.result);
        let drawn = Drawn {
            marks: self.marks.clone(),
            result: self.result.clone(),
            hit: self.state.hit,
            selected: self.selected(),
            entity: self.state.view.entity.clone(),
            mode: self.state.view.mode,
            has_margin: self.has_margin,
            cards: self.cards_near(&shown),
        };
        let before = self.drawn.take();
        if before.as_ref() == Some(&drawn) {
            self.drawn = before;
            return;
        }
        let changed = |same: &dyn Fn(&Drawn) -> bool| !before.as_ref().is_some_and(same);
        let new_text = changed(&|b| b.marks == drawn.marks && b.mode == drawn.mode);
        if new_text {
            super::article::begin_tab_stops(&self.refs.text);
            link.send_message(Event::Scrolled);
        }
        if new_text || changed(&|b| b.result == drawn.result && b.hit == drawn.hit) {
            self.mark_hits();
        }
        // Somebody else's page is not scrolled because we have come to stand in it.
        let asked = before.is_some() || context.props().host.address == AddressUse::Kept;
        if asked && (new_text || changed(&|b| b.selected == drawn.selected)) {
            self.bring_selected_into_view();
        }
        if new_text
            || changed(&|b| {
                b.cards == drawn.cards
                    && b.selected == drawn.selected
                    && b.has_margin == drawn.has_margin
            })
        {
            self.place_cards(&drawn.cards);
        }
        if changed(&|b| b.entity == drawn.entity) {
            self.focus_before = match &drawn.entity {
                Some(_) => {
                    let before = self.focus_before.take();
                    FocusBefore::taken_to(&self.refs.card_heading, before)
                }
                None => {
                    if let Some(before) = self.focus_before.take() {
                        before.give_back();
                    }
                    None
                }
            };
        }
        self.drawn = Some(drawn);
    }
}

impl App {
    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn hash(&self) -> String {
        to_hash(&self.state.view)
    }

    fn scene(&self, context: &Context<Self>) -> Scene {
        Scene {
            host: context.props().host.clone(),
            indexed: self.marks.indexed.clone(),
            state: self.state.clone(),
            result: self.result.clone(),
            dispatch: self.dispatch.clone(),
            events: self.events.clone(),
        }
    }

    fn selected(&self) -> Option<usize> {
        let id = self.state.view.claim.as_ref()?;
        self.marks.indexed.claim_number(id)
    }

    /// The claims that have a card in the margin.
    fn cards_near(&self, shown: &[usize]) -> Vec<usize> {
        self.marks.near(shown, self.visible, self.selected())
    }

    /// What the text is drawn from: where the cards stand in it, they too.
    fn drawn_in_text(&self, shown: &[usize]) -> Vec<usize> {
        let mut numbers = vec![self.article_number, self.emphasis_number];
        if !self.has_margin {
            numbers.push(self.selected().map_or(0, |claim| claim + 1));
            numbers.extend(shown);
        }
        numbers
    }

    /// What the margin is drawn from.
    fn drawn_in_margin(&self, near: &[usize]) -> Vec<usize> {
        let selected = self.selected().map_or(0, |claim| claim + 1);
        let mut numbers = vec![self.article_number, selected];
        numbers.extend(near);
        numbers
    }

    /// Changes the state by an action.
    fn act(&mut self, context: &Context<Self>, action: Action) -> bool {
        let next = reduce(&self.state, action);
        if next == self.state {
            return false;
        }
        self.address.write(&self.state, &next);
        self.become_state(context, next);
        true
    }

    /// Takes a view from somewhere else, as far as the articles have it.
    fn arrive(&mut self, context: &Context<Self>, arrival: Arrival) {
        let arrival = checked(context.props(), arrival);
        self.address_notices = arrival.notices;
        let next = reduce(&self.state, Action::Restore(Box::new(arrival.view)));
        self.become_state(context, next);
    }

    /// Takes a state, and works out what follows from it.
    fn become_state(&mut self, context: &Context<Self>, next: State) {
        let before = std::mem::replace(&mut self.state, next);
        let (was, is) = (&before.view, &self.state.view);
        let same_article = was.article == is.article;
        if !same_article {
            self.marks = PtrEqRc::new(Marks::of(&find(context.props(), is)));
            self.article_number += 1;
        }
        if !same_article || was.query != is.query || !was.filters_as(is) {
            let result = PtrEqRc::new(FilterResult::of(is, &self.marks.indexed));
            if !was.filters_as(is) || !result.counts_as(&self.result) {
                self.facets_number += 1;
            }
            self.result = result;
            let before = same_article.then(|| std::mem::take(&mut self.paths));
            self.paths = MinimapPaths::of(&self.marks.indexed, &self.result, before);
        }
        if was.entity != is.entity {
            self.place = None;
        }
        if was != is
            && let Some(on_view) = &context.props().host.on_view
        {
            on_view.emit(to_hash(is));
        }
        self.emphasize();
    }

    fn press(&mut self, context: &Context<Self>, key: Key) -> bool {
        let hits = self.result.hits.marks.len();
        let step = |forward: bool| {
            let shown = self.marks.shown(&self.result);
            claim_beside(&self.marks.indexed, &shown, self.selected(), forward)
        };
        let action = match key {
            Key::Search => {
                focus(&self.refs.search);
                return false;
            }
            Key::Help => return Component::update(self, context, Event::Help),
            Key::NextHit => Some(Action::Walk {
                forward: true,
                hits,
            }),
            Key::PreviousHit => Some(Action::Walk {
                forward: false,
                hits,
            }),
            Key::NextClaim => step(true),
            Key::PreviousClaim => step(false),
            Key::Foreground => Some(Action::Show(match self.state.view.mode {
                Mode::Article => Mode::Claims,
                Mode::Claims => Mode::Article,
            })),
            Key::Back => Some(Action::StepBack),
        };
        action.is_some_and(|action| self.act(context, action))
    }

    fn emphasize(&mut self) {
        let active = [self.selected(), self.pointed_at];
        let entity = self.state.view.entity.as_ref();
        let in_elements = self.highlights.is_none();
        let emphasis = self
            .marks
            .emphasis(&self.result, entity, &active, in_elements);
        if emphasis != *self.emphasis {
            self.emphasis = PtrEqRc::new(emphasis);
            self.emphasis_number += 1;
        }
    }

    fn mark_hits(&mut self) {
        let text = self.refs.text.cast::<Element>();
        let hits = &self.result.hits.marks;
        match (&mut self.highlights, text) {
            (Some(highlights), Some(text)) => {
                highlights.paint(&text, &self.marks, hits, self.state.hit)
            }
            (Some(highlights), None) => highlights.clear(),
            (None, Some(text)) => hit_highlight::show_element(&text, self.state.hit),
            (None, None) => {}
        }
    }

    fn bring_selected_into_view(&self) {
        if let Some((claim, text)) = self.selected().zip(self.refs.text.cast::<Element>())
            && let Ok(Some(passage)) = text.query_selector(&passage(&self.marks.indexed, claim))
        {
            show(&passage);
        }
    }

    fn place_cards(&mut self, claims: &[usize]) {
        let selected = self.selected();
        let list = self.refs.cards.cast::<HtmlElement>();
        self.cards = list
            .zip(self.refs.text.cast::<Element>())
            .and_then(|(list, text)| {
                place_cards(&list, &text, &self.marks.indexed, claims, selected)
            });
    }
}

/// The article that a view asks for, else the first.
fn find(props: &AppProps, view: &View) -> PtrEqRc<IndexedArticle> {
    let wanted =
        |indexed: &&PtrEqRc<IndexedArticle>| Some(&indexed.article.id) == view.article.as_ref();
    props
        .others
        .iter()
        .find(wanted)
        .unwrap_or(&props.first)
        .clone()
}

/// What the address asks for, as far as the articles have it.
fn checked(props: &AppProps, arrival: Arrival) -> Arrival {
    let indexed = find(props, &arrival.view);
    let (mut view, left_out) = arrival.view.checked(&indexed);
    let mut notices = arrival.notices;
    notices.extend(left_out);
    if let Some(id) = view.article.take_if(|id| *id != indexed.article.id) {
        notices.push(format!(
            "The address asks for an article “{id}”, which is not in this page; the first one is shown."
        ));
    }
    Arrival { view, notices }
}
