//! The whole page: state, what follows from it, and how its parts stand together.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Range, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::article::{ArticleView, Below, make_tab_stop};
use super::bar::Bar;
use super::block::Emphasis;
use super::chips::Chips;
use super::claims_view::ClaimsView;
use super::copy_button::CopyButton;
use super::empty::Empty;
use super::endnotes::Endnotes;
use super::entity_card::EntityCard;
use super::facets::Facets;
use super::help::Help;
use super::history::{use_address, view_of_address};
use super::hit_highlight::{self, HitHighlight};
use super::keyboard::{Key, use_keys};
use super::links;
use super::margin::{Margin, passage};
use super::notices::Notices;
use super::overview::Overview;
use super::pieces::pieces;
use super::resize::SizeWatch;
use super::seen::{Seen, use_seen};
use super::shared::Shared;
use crate::explore::{Action, Mode, Outcome, Reading, State, View, reduce, to_hash};
use crate::model::TextRange;

/// With more claims than this the margin holds only the cards near the view.
const ALL_CARDS: usize = 150;
/// How many blocks above and below the view have their cards in the margin then.
const NEAR: usize = 8;

/// Properties of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The articles; the first is shown where the address names none.
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
    if props.library.is_empty() {
        return html! {
            <div class="explorer">
                <p class="empty">{ "There is no article in this page. Put one into the folder “articles” and build again." }</p>
                <Notices title="What could not be read" list={props.notices.clone()} />
            </div>
        };
    }
    html! { <Explorer library={props.library.clone()} notices={props.notices.clone()} /> }
}

/// The article that a view asks for, else the first.
fn find(library: &[Shared<Reading>], view: &View) -> Option<Shared<Reading>> {
    let wanted = |reading: &&Shared<Reading>| Some(&reading.article.id) == view.article.as_ref();
    library.iter().find(wanted).or(library.first()).cloned()
}

/// The view of the address as far as the articles have what it asks for.
fn checked(library: &[Shared<Reading>], view: View) -> (View, Vec<String>) {
    let Some(reading) = find(library, &view) else {
        return (view, Vec::new());
    };
    let (mut view, mut notices) = view.checked(&reading);
    if let Some(id) = view.article.take_if(|id| *id != reading.article.id) {
        notices.push(format!("The address asks for an article “{id}”, which is not in this page; the first one is shown."));
    }
    (view, notices)
}

#[component]
fn Explorer(props: &AppProps) -> Html {
    let address_notices = use_state(Vec::<String>::new);
    let library = props.library.clone();
    let store = {
        let (library, told) = (library.clone(), address_notices.setter());
        use_reducer(move || {
            let (view, mut notices) = view_of_address();
            let (view, left_out) = checked(&library, view);
            notices.extend(left_out);
            if !notices.is_empty() {
                told.set(notices);
            }
            Store(State {
                view,
                ..State::default()
            })
        })
    };
    let dispatch = {
        let (dispatcher, library, told) = (
            store.dispatcher(),
            library.clone(),
            address_notices.setter(),
        );
        use_callback((), move |action: Action, ()| match action {
            Action::Restore(view) => {
                let (view, notices) = checked(&library, *view);
                told.set(notices);
                dispatcher.dispatch(Action::Restore(Box::new(view)));
            }
            action => dispatcher.dispatch(action),
        })
    };
    let state = &store.0;
    let view = &state.view;
    use_address(state, &dispatch);

    let Some(reading) = find(&library, view) else {
        return Html::default();
    };
    let key = reading.article.id.to_string();
    html! {
        <Page {key} {library} {reading} state={state.clone()} {dispatch}
            notices={props.notices.iter().chain(address_notices.iter()).cloned().collect::<Vec<_>>()} />
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    library: Vec<Shared<Reading>>,
    reading: Shared<Reading>,
    state: State,
    notices: Vec<String>,
    dispatch: Callback<Action>,
}

/// One article and all that stands around it.
#[component]
fn Page(props: &PageProps) -> Html {
    let PageProps {
        reading,
        state,
        dispatch,
        ..
    } = props;
    let view = &state.view;
    let article = &reading.article;
    let root = use_node_ref();
    let text = use_node_ref();
    let input = use_node_ref();
    let filters_open = use_state(|| false);
    let help_open = use_state(|| false);
    let pointed_at = use_state_eq(|| None::<usize>);
    let margin = use_margin(&root);

    let outcome = use_memo(
        (reading.clone(), view.query.clone(), view.filters.clone()),
        |(reading, query, filters)| {
            let asked = View {
                query: query.clone(),
                filters: filters.clone(),
                ..View::default()
            };
            Shared::new(Outcome::of(&asked, reading))
        },
    );
    let outcome: Shared<Outcome> = (*outcome).clone();
    let pieces = use_memo(reading.clone(), |reading| Shared::new(pieces(reading)));
    let pieces = (*pieces).clone();
    let marks = use_memo(reading.clone(), |reading| Marks::of(reading));
    let order = use_memo(reading.clone(), |reading| reading.claims_in_order());
    let highlights = use_memo((), |()| hit_highlight::is_supported());
    let in_text = view.mode == Mode::Article;
    let seen = use_seen(&text, article.blocks.len(), in_text);
    let selected = view.claim.as_ref().and_then(|id| reading.claim_number(id));

    let emphasis = {
        let hits = if *highlights {
            Vec::new()
        } else {
            outcome.hits.marks.clone()
        };
        let left = outcome.filtered.then(|| outcome.claims.clone());
        let key = (
            reading.clone(),
            left,
            outcome.named.clone(),
            view.entity.clone(),
            [selected, *pointed_at],
            hits,
        );
        let marks = Rc::clone(&marks);
        use_memo(key, move |(reading, left, named, entity, active, hits)| {
            let is_plain = |id: &_| named.as_ref().is_some_and(|named| !named.contains(id));
            let of_block = |(block, marks): (&crate::model::Block, &BlockMarks)| Emphasis {
                filtered: left.is_some(),
                left: left.as_ref().map_or_else(Vec::new, |left| {
                    marks
                        .claims
                        .iter()
                        .copied()
                        .filter(|claim| left.get(*claim) == Some(&true))
                        .collect()
                }),
                active: active
                    .iter()
                    .flatten()
                    .copied()
                    .filter(|claim| marks.claims.contains(claim))
                    .collect(),
                selected: marks.mentions_where(reading, |id| Some(id) == entity.as_ref()),
                plain: if named.is_some() {
                    marks.mentions_where(reading, is_plain)
                } else {
                    Vec::new()
                },
                hits: hits
                    .iter()
                    .copied()
                    .filter(|hit| hit.overlaps(block.range))
                    .collect(),
            };
            let blocks = reading.article.blocks.iter().zip(&marks.blocks);
            Shared::new(blocks.map(of_block).collect::<Vec<_>>())
        })
    };

    let shown: Vec<usize> = order
        .iter()
        .copied()
        .filter(|claim| outcome.claims.get(*claim) == Some(&true))
        .collect();
    use_hits(
        &text,
        reading,
        &pieces,
        &outcome,
        state,
        *highlights && in_text,
    );
    use_selected(&text, reading, selected, in_text);
    let point = {
        let pointed_at = pointed_at.setter();
        use_callback((), move |(claim, at): (usize, bool), ()| {
            pointed_at.set(at.then_some(claim))
        })
    };
    let step_claim = step_claim(&shown, selected, reading, dispatch);
    let on_key = {
        let (dispatch, input, help, step) = (
            dispatch.clone(),
            input.clone(),
            help_open.setter(),
            step_claim.clone(),
        );
        let (hits, mode) = (outcome.hits.marks.len(), view.mode);
        Callback::from(move |key: Key| match key {
            Key::Search => focus(&input),
            Key::NextHit => dispatch.emit(Action::Walk {
                forward: true,
                hits,
            }),
            Key::PreviousHit => dispatch.emit(Action::Walk {
                forward: false,
                hits,
            }),
            Key::NextClaim => step.emit(true),
            Key::PreviousClaim => step.emit(false),
            Key::Foreground => dispatch.emit(Action::Show(match mode {
                Mode::Article => Mode::Claims,
                Mode::Claims => Mode::Article,
            })),
            Key::Back => dispatch.emit(Action::StepBack),
            Key::Help => help.set(true),
        })
    };
    use_keys(&root, on_key);

    let share = {
        let hash = format!("#{}", to_hash(view));
        let text = Callback::from(move |()| links::absolute(&hash));
        html! { <CopyButton label="Copy link" {text} /> }
    };
    let on_filters = {
        let open = filters_open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let on_help = {
        let help = help_open.setter();
        Callback::from(move |()| help.set(true))
    };
    let close_help = {
        let help = help_open.setter();
        Callback::from(move |()| help.set(false))
    };
    let go_to = {
        let (text, dispatch) = (text.clone(), dispatch.clone());
        use_callback((), move |range: TextRange, ()| {
            dispatch.emit(Action::Show(Mode::Article));
            if let Some(text) = text.cast::<Element>() {
                show_name(&text, range);
            }
        })
    };
    let card = view.entity.as_ref().map(|entity| {
        html! {
            <EntityCard reading={reading.clone()} entity={entity.clone()} view={view.clone()}
                dispatch={dispatch.clone()} go_to={go_to.clone()} />
        }
    });
    let near = near(&shown, &marks, seen, selected);
    let below = (!margin).then(|| Below {
        outcome: outcome.clone(),
        view: view.clone(),
        selected,
        pointed_at: point.clone(),
    });
    let query_notices = outcome.notices();
    html! {
        <div class={classes!("explorer", if in_text { "mode-article" } else { "mode-claims" })} ref={root}>
            <Bar reading={reading.clone()} outcome={outcome.clone()} state={state.clone()} input={input.clone()}
                filters_open={*filters_open} on_filters={on_filters.clone()} {on_help} dispatch={dispatch.clone()} {share} />
            <div class="columns">
                <div id="filters" class={classes!("rail", filters_open.then_some("open"))}>
                    <Facets reading={reading.clone()} outcome={outcome.clone()} filters={view.filters.clone()} dispatch={dispatch.clone()} />
                </div>
                <main class="page">
                    { header(props) }
                    <Chips reading={reading.clone()} filters={view.filters.clone()} asked={!view.query.is_empty()} dispatch={dispatch.clone()} />
                    <Notices title="Notes on this page" list={props.notices.clone()} />
                    if !query_notices.is_empty() {
                        <ul class="query-notices">{ for query_notices.iter().map(|notice| html! { <li>{ notice }</li> }) }</ul>
                    }
                    if in_text {
                        if !margin { <Empty reading={reading.clone()} outcome={outcome.clone()} view={view.clone()} dispatch={dispatch.clone()} /> }
                        <div ref={text.clone()}>
                            <ArticleView reading={reading.clone()} {pieces} emphasis={(*emphasis).clone()}
                                claims={marks.beginning.clone()} {below} dispatch={dispatch.clone()} />
                        </div>
                    } else {
                        <Empty reading={reading.clone()} outcome={outcome.clone()} view={view.clone()} dispatch={dispatch.clone()} />
                        <ClaimsView reading={reading.clone()} outcome={outcome.clone()} view={view.clone()} {selected} dispatch={dispatch.clone()} />
                    }
                    { footer(reading) }
                    <Endnotes reading={reading.clone()} />
                </main>
                <aside class={classes!("margin", card.is_some().then_some("with-card"))} aria-label="Beside the text">
                    if let Some(card) = card { { card } }
                    if margin && in_text {
                        <Empty reading={reading.clone()} outcome={outcome.clone()} view={view.clone()} dispatch={dispatch.clone()} />
                        <Margin reading={reading.clone()} claims={near} view={view.clone()} {selected} text={text.clone()}
                            dispatch={dispatch.clone()} pointed_at={point} />
                    }
                </aside>
                if in_text && margin {
                    <Overview reading={reading.clone()} outcome={outcome.clone()} {seen} text={text.clone()} />
                }
            </div>
            { foot_bar(props, &outcome, &shown, selected, &step_claim, &on_filters, &input) }
            <Help open={*help_open} on_close={close_help} />
        </div>
    }
}

/// What stands over each block, worked out once.
struct Marks {
    blocks: Vec<BlockMarks>,
    /// The claims that begin in each block.
    beginning: Shared<Vec<Vec<usize>>>,
    /// The block in which each claim begins.
    block_of: Vec<usize>,
}

struct BlockMarks {
    claims: Vec<usize>,
    mentions: Vec<usize>,
}

impl Marks {
    fn of(reading: &Reading) -> Self {
        let article = &reading.article;
        let block_at = |at: u32| {
            article
                .blocks
                .partition_point(|block| block.range.end <= at)
        };
        let mut blocks: Vec<BlockMarks> = article
            .blocks
            .iter()
            .map(|_| BlockMarks {
                claims: Vec::new(),
                mentions: Vec::new(),
            })
            .collect();
        let mut beginning: Vec<Vec<usize>> = article.blocks.iter().map(|_| Vec::new()).collect();
        let mut block_of = vec![0; article.claims.len()];
        for (number, mention) in article.mentions.iter().enumerate() {
            if let Some(block) = blocks.get_mut(block_at(mention.range.start)) {
                block.mentions.push(number);
            }
        }
        for claim in reading.claims_in_order() {
            let Some(known) = article.claims.get(claim) else {
                continue;
            };
            for range in &known.content {
                for block in block_at(range.start)..=block_at(range.end.saturating_sub(1)) {
                    if let Some(block) = blocks
                        .get_mut(block)
                        .filter(|block| !block.claims.contains(&claim))
                    {
                        block.claims.push(claim);
                    }
                }
            }
            let first = block_at(known.extent().start);
            if let Some(list) = beginning.get_mut(first) {
                list.push(claim);
            }
            if let Some(slot) = block_of.get_mut(claim) {
                *slot = first;
            }
        }
        Self {
            blocks,
            beginning: Shared::new(beginning),
            block_of,
        }
    }
}

impl BlockMarks {
    fn mentions_where(
        &self,
        reading: &Reading,
        holds: impl Fn(&crate::model::EntityId) -> bool,
    ) -> Vec<usize> {
        let mentions = &reading.article.mentions;
        let wanted = |number: &usize| {
            mentions
                .get(*number)
                .is_some_and(|mention| holds(&mention.entity))
        };
        self.mentions.iter().copied().filter(wanted).collect()
    }
}

/// Of many claims those whose passages are near the view, and the selected one.
fn near(shown: &[usize], marks: &Marks, seen: Seen, selected: Option<usize>) -> Vec<usize> {
    if shown.len() <= ALL_CARDS {
        return shown.to_vec();
    }
    let blocks = seen.first.saturating_sub(NEAR)..=seen.last + NEAR;
    let is_near = |claim: &usize| {
        selected == Some(*claim)
            || marks
                .block_of
                .get(*claim)
                .is_some_and(|block| blocks.contains(block))
    };
    shown.iter().copied().filter(is_near).collect()
}

/// Whether the page is wide enough for a margin: what the style sheet says.
#[hook]
fn use_margin(root: &NodeRef) -> bool {
    let margin = use_state_eq(|| true);
    let (root, set) = (root.clone(), margin.setter());
    use_effect_with((), move |()| {
        let watch = root.cast::<Element>().and_then(|root| {
            let watched = root.clone();
            SizeWatch::of([watched], move || {
                let columns = root.query_selector(".columns").ok().flatten();
                let style = columns
                    .and_then(|columns| web_sys::window()?.get_computed_style(&columns).ok()?);
                let layout = style.and_then(|style| style.get_property_value("--ax-layout").ok());
                set.set(layout.is_none_or(|layout| layout.trim() != "narrow"));
            })
        });
        move || drop(watch)
    });
    *margin
}

/// Marks the hits in the text and brings the one that was walked to into view.
#[hook]
fn use_hits(
    text: &NodeRef,
    reading: &Shared<Reading>,
    pieces: &Shared<Vec<Vec<super::pieces::Piece>>>,
    outcome: &Shared<Outcome>,
    state: &State,
    highlighted: bool,
) {
    let highlight = use_mut_ref(HitHighlight::default);
    let (text, pieces) = (text.clone(), pieces.clone());
    let key = (reading.clone(), outcome.clone(), state.hit, highlighted);
    use_effect_with(key, move |(reading, outcome, hit, highlighted)| {
        let Some(text) = text.cast::<Element>() else {
            highlight.borrow_mut().clear();
            return;
        };
        if *highlighted {
            let range =
                highlight
                    .borrow_mut()
                    .paint(&text, reading, &pieces, &outcome.hits.marks, *hit);
            if let Some(range) = range {
                bring_into_view(&range);
            }
        } else if let Some(hit) = hit
            && let Ok(marks) = text.query_selector_all("[data-hit]")
            && let Some(mark) = marks.item(u32::try_from(*hit).unwrap_or(0))
            && let Ok(mark) = mark.dyn_into::<Element>()
        {
            center(&mark);
        }
    });
}

/// Brings the passage of a newly selected claim into view.
#[hook]
fn use_selected(text: &NodeRef, reading: &Shared<Reading>, selected: Option<usize>, in_text: bool) {
    let text = text.clone();
    let reading = reading.clone();
    use_effect_with((selected, in_text), move |(selected, _)| {
        if let Some((claim, text)) = selected.zip(text.cast::<Element>())
            && let Ok(Some(passage)) = text.query_selector(&passage(&reading, claim))
            && !is_in_view(&passage)
        {
            center(&passage);
        }
    });
}

/// Steps to the next or previous of the claims that are shown.
fn step_claim(
    shown: &[usize],
    selected: Option<usize>,
    reading: &Shared<Reading>,
    dispatch: &Callback<Action>,
) -> Callback<bool> {
    let at = selected.and_then(|claim| shown.iter().position(|shown| *shown == claim));
    let last = shown.len().saturating_sub(1);
    let id = |position: usize| {
        let claim = shown.get(position)?;
        reading
            .article
            .claims
            .get(*claim)
            .map(|claim| claim.id.clone())
    };
    let next = id(at.map_or(0, |at| if at >= last { 0 } else { at + 1 }));
    let previous = id(at.map_or(last, |at| at.checked_sub(1).unwrap_or(last)));
    let dispatch = dispatch.clone();
    Callback::from(move |forward: bool| {
        if let Some(id) = if forward { &next } else { &previous } {
            dispatch.emit(Action::SelectClaim(id.clone()));
        }
    })
}

fn focus(input: &NodeRef) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        let _unfocusable = input.focus();
        input.select();
    }
}

fn show_name(text: &Element, place: TextRange) {
    if let Ok(Some(name)) = text.query_selector(&format!("[data-step='{}']", place.start)) {
        make_tab_stop(text, &name);
        if !is_in_view(&name) {
            center(&name);
        }
    }
}

fn window_height() -> f64 {
    web_sys::window()
        .and_then(|window| window.inner_height().ok())
        .and_then(|height| height.as_f64())
        .unwrap_or(0.0)
}

/// The bar above and the one below cover some of the window.
fn is_in_view(element: &Element) -> bool {
    let edges = element.get_bounding_client_rect();
    edges.top() >= 80.0 && edges.top() <= window_height() - 80.0
}

fn center(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn bring_into_view(range: &Range) {
    let edges = range.get_bounding_client_rect();
    if edges.top() >= 80.0 && edges.bottom() <= window_height() - 80.0 {
        return;
    }
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, edges.top() - window_height() / 2.0);
    }
}

fn header(props: &PageProps) -> Html {
    let about = &props.reading.article.metadata;
    let open = |id: crate::model::ArticleId| {
        props.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::Open(id.clone())
        })
    };
    let direction = about.direction.as_str();
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    html! {
        <header class="article-head">
            if props.library.len() > 1 {
                <nav aria-label="Articles"><ul class="articles">
                    { for props.library.iter().map(|other| {
                        let id = other.article.id.clone();
                        let alone = View { article: Some(id.clone()), ..View::default() };
                        let current = (other == &props.reading).then_some("page");
                        html! { <li><a href={format!("#{}", to_hash(&alone))} aria-current={current} onclick={open(id)}>{ links::page_title(other) }</a></li> }
                    }) }
                </ul></nav>
            }
            <p class="dateline">
                if let Some(source) = &about.source { <span>{ source }</span> }
                if let Some(date) = about.published { <time datetime={date.to_string()}>{ date.in_words() }</time> }
                if let Some(author) = &about.author { <span>{ author }</span> }
            </p>
            <h1 id="title" {lang} dir={direction}>{ &about.title }</h1>
            if about.title_by_editor { <p class="by-editor">{ "Title by the editor; the text came without one." }</p> }
        </header>
    }
}

fn footer(reading: &Reading) -> Html {
    let about = &reading.article.metadata;
    html! {
        <footer class="source" part="footer">
            if let Some(url) = &about.url {
                <p>{ "Original: " }<a class="outward" href={url.to_string()} rel="noopener">{ url.host().to_owned() }</a></p>
            }
            <p>{ about.licence.clone().unwrap_or_else(|| "The article remains its publisher’s.".to_owned()) }</p>
            <p>{ "Names and claims were marked by the editors of this page and not by the publisher. It shows who says what, not who is right." }</p>
        </footer>
    }
}

/// The bar at the lower edge of a narrow page, within reach of the thumb.
fn foot_bar(
    props: &PageProps,
    outcome: &Outcome,
    shown: &[usize],
    selected: Option<usize>,
    step_claim: &Callback<bool>,
    on_filters: &Callback<()>,
    input: &NodeRef,
) -> Html {
    let hits = outcome.hits.marks.len();
    let walking = hits > 0 && props.state.view.mode == Mode::Article;
    let step = |forward: bool| {
        let (dispatch, step_claim) = (props.dispatch.clone(), step_claim.clone());
        Callback::from(move |_: MouseEvent| {
            if walking {
                dispatch.emit(Action::Walk { forward, hits });
            } else {
                step_claim.emit(forward);
            }
        })
    };
    let at = selected.and_then(|claim| shown.iter().position(|shown| *shown == claim));
    let (at, of, what) = if walking {
        (props.state.hit, hits, "hits")
    } else {
        (at, shown.len(), "claims")
    };
    let place = at.map_or_else(
        || format!("{of} {what}"),
        |at| format!("{} of {of} {what}", at + 1),
    );
    let search = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| focus(&input))
    };
    let filters = on_filters.reform(|_: MouseEvent| ());
    html! {
        <div class="foot-bar" role="group" aria-label="Step through the article">
            <button type="button" onclick={search}>{ "Search" }</button>
            <button type="button" onclick={filters}>{ "Filters" }</button>
            <span class="steps">
                <button type="button" onclick={step(false)} disabled={of == 0} aria-label={format!("Previous of the {what}")}>{ "‹" }</button>
                <span class="at">{ place }</span>
                <button type="button" onclick={step(true)} disabled={of == 0} aria-label={format!("Next of the {what}")}>{ "›" }</button>
            </span>
        </div>
    }
}
