//! The text of the article, in which an editor selects words.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::caret::{Caret, move_caret, use_caret};
use super::selection::{caret_place, select, selected_words, selection};
use super::state::{CaretMove, EditorAction, Selected};
use crate::ui::article_text::ArticleText;
use crate::ui::focus_return::focus_quietly;
use crate::ui::latest::{use_latest, use_unchanged};
use crate::ui::marks::Marks;
use crate::ui::masthead::Masthead;
use crate::ui::page_context::{PageContext, use_page};
use crate::ui::passage::{passage, quoted};
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use edit::Item;
use explore::{Action, FilterResult, IndexedArticle, State, View};
use model::TextRange;

/// How long a selection must rest before it counts, in milliseconds, if it was not made with a
/// mouse.
const REST: u32 = 350;
/// The space between a selection and the menu below it, in pixels.
const BELOW: f64 = 6.0;

/// How words were selected.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gesture {
    /// The selection came to rest.
    Rest,
    /// A button of the mouse was released.
    Mouse,
    /// A key asked for the menu, which may be at the caret.
    Key,
}

/// Properties of [`EditorText`].
#[derive(Properties, PartialEq)]
pub(super) struct EditorTextProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
    /// The annotation whose card is open.
    pub(super) current: Option<Item>,
    /// The element around the text, which the keyboard can move in.
    pub(super) surface: NodeRef,
    /// Receives what the editor selects and opens.
    pub(super) dispatch: Callback<EditorAction>,
    /// Where the caret goes.
    pub(super) caret: Option<CaretMove>,
    /// The menu beside the selected words.
    pub(super) menu: Html,
}

/// The text. Links within it open the cards of their annotations.
#[component]
pub(super) fn EditorText(props: &EditorTextProps) -> Html {
    let page = use_page();
    let messages = page.editor_messages();
    let (indexed, current) = (&props.indexed, &props.current);
    let marks: PtrEqRc<Marks> = use_memo(indexed.clone(), Marks::without_notes).into();
    let state = use_memo((), |()| State::default());
    let result = use_memo(indexed.clone(), |indexed| {
        FilterResult::of(&View::default(), indexed)
    });
    let scene = Scene {
        indexed: indexed.clone(),
        state,
        result: result.into(),
    };
    let emphasis = use_memo((marks.clone(), current.clone()), |(marks, current)| {
        let claim = match current {
            Some(Item::Claim(id)) => marks.indexed.claim_number(id),
            _ => None,
        };
        let entity = match current {
            Some(Item::Name(id)) => Some(id),
            _ => None,
        };
        marks.emphasis(&scene.result, entity, &[claim], false)
    });
    let emphasis = use_unchanged(emphasis);
    let text = use_node_ref();
    use_current_in_view(&text, indexed, current);
    use_caret_move(&text, props);
    let look = use_selecting(&text, props);
    let caret = use_caret(&props.surface);
    let context = use_text_context(&page, &text, &props.dispatch);

    let onpointerup = {
        let look = look.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" && event.button() == 0 {
                look.emit(Gesture::Mouse);
            }
        })
    };
    let onkeydown = {
        let surface = props.surface.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_here = event.target_dyn_into::<Element>() == surface.cast::<Element>();
            if !is_here {
                return;
            }
            if event.key() == "Enter" {
                event.prevent_default();
                look.emit(Gesture::Key);
            } else if move_caret(&surface, &event) {
                event.prevent_default();
            }
        })
    };
    html! {
        <div class="editor-text" tabindex="0" role="group" aria-label={messages.text}
            aria-describedby="editor-how" ref={&props.surface} {onpointerup} {onkeydown}>
            <ContextProvider<PageContext> {context}>
                <Masthead indexed={indexed.clone()} />
                <ArticleText {scene} {marks} {emphasis} with_cards={false} />
            </ContextProvider<PageContext>>
            if let Some(at) = caret { <Caret {at} /> }
            { props.menu.clone() }
        </div>
    }
}

/// The context of the text: what is clicked opens its card.
#[hook]
fn use_text_context(
    page: &PageContext,
    text: &NodeRef,
    dispatch: &Callback<EditorAction>,
) -> PageContext {
    let choose = {
        let dispatch = dispatch.clone();
        use_callback((), move |action: Action, ()| {
            let item = match action {
                Action::SelectClaim(id) => Item::Claim(id),
                Action::SelectEntity(id) => Item::Name(id),
                _ => return,
            };
            dispatch.emit(EditorAction::Choose(item, true));
        })
    };
    let mut context = page.clone();
    context.dispatch = choose;
    context.refs.text = text.clone();
    context
}

/// Moves the caret, and the focus with it.
#[hook]
fn use_caret_move(text: &NodeRef, props: &EditorTextProps) {
    let (text, surface) = (text.clone(), props.surface.clone());
    let indexed = props.indexed.clone();
    use_effect_with(props.caret, move |caret| {
        let elements = text.cast::<Element>().zip(surface.cast::<HtmlElement>());
        if let Some((caret, (text, surface))) = caret.zip(elements) {
            let (start, end) = (caret.to, caret.to);
            focus_quietly(&surface);
            select(&text, &indexed.article, TextRange { start, end });
        }
    });
}

/// Returns a callback that opens the menu for the selected words. Selections that were made without
/// a mouse or a key open the menu when they rest.
#[hook]
fn use_selecting(text: &NodeRef, props: &EditorTextProps) -> Callback<Gesture> {
    let look = {
        let (text, surface) = (text.clone(), props.surface.clone());
        let (indexed, dispatch) = (props.indexed.clone(), props.dispatch.clone());
        use_latest(move |gesture: Gesture| {
            let takes_focus = gesture != Gesture::Rest;
            let selected = text.cast::<Element>().zip(surface.cast::<Element>());
            let selected = selected.and_then(|(text, surface)| {
                let words = selected_words(&text, &indexed.article);
                let caret = || {
                    let caret = caret_place(&text, &indexed.article);
                    caret.filter(|_| gesture == Gesture::Key)
                };
                let range = words.or_else(caret)?;
                if takes_focus && !range.is_empty() {
                    select(&text, &indexed.article, range);
                }
                Some(Selected {
                    range,
                    at: place_below(&surface)?,
                    takes_focus,
                })
            });
            dispatch.emit(match selected {
                Some(selected) => EditorAction::Select(selected),
                None => EditorAction::Unselect,
            });
        })
    };
    // A selection that comes to rest must not keep one that was confirmed from opening the menu.
    let (resting, confirmed) = (use_mut_ref(|| None), use_mut_ref(|| None));
    {
        let (look, surface) = (look.clone(), props.surface.clone());
        use_effect_with((), move |()| {
            let document = gloo::utils::document();
            let listener = EventListener::new(&document, "selectionchange", move |_| {
                let is_here = selection().is_some_and(|selection| {
                    let node = selection.anchor_node();
                    !selection.is_collapsed()
                        && surface.get().is_some_and(|it| it.contains(node.as_ref()))
                });
                if is_here {
                    let look = look.clone();
                    let timeout = Timeout::new(REST, move || look.emit(Gesture::Rest));
                    resting.replace(Some(timeout));
                }
            });
            move || drop(listener)
        });
    }
    use_callback(props.surface.clone(), move |gesture, surface| {
        if gesture == Gesture::Key {
            look.emit(gesture);
            focus_menu_once_rendered(surface.clone());
            return;
        }
        // The browser updates the selection after the event.
        let look = look.clone();
        let timeout = Timeout::new(0, move || look.emit(gesture));
        confirmed.replace(Some(timeout));
    })
}

/// Moves the focus to the menu as soon as it is there: the next key can be one of its own, and may
/// be pressed before the effects of rendering run.
fn focus_menu_once_rendered(surface: NodeRef) {
    // Yew's rendering, which was scheduled before, is done when this runs.
    spawn_local(async move {
        let surface = surface.cast::<Element>();
        let menu = surface.and_then(|it| it.query_selector(".selection-menu").ok()?);
        let button = menu.and_then(|it| it.query_selector("button").ok()?);
        if let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            focus_quietly(&button);
        }
    });
}

/// The place below the selection, in pixels from the upper left corner of an element.
fn place_below(surface: &Element) -> Option<(f64, f64)> {
    let range = selection()?.get_range_at(0).ok()?;
    let (edges, around) = (
        range.get_bounding_client_rect(),
        surface.get_bounding_client_rect(),
    );
    Some((
        (edges.left() - around.left()).max(0.0),
        edges.bottom() - around.top() + BELOW,
    ))
}

/// Brings the passage of the open card into view.
#[hook]
fn use_current_in_view(text: &NodeRef, indexed: &PtrEqRc<IndexedArticle>, current: &Option<Item>) {
    let (text, indexed) = (text.clone(), indexed.clone());
    use_effect_with(current.clone(), move |current| {
        let selector = match current {
            Some(Item::Claim(id)) => {
                let number = indexed.claim_number(id);
                number.map(|number| passage(&indexed, number))
            }
            Some(Item::Name(id)) => Some(format!("[data-entity=\"{}\"]", quoted(id.as_str()))),
            Some(Item::Mention(_)) | None => None,
        };
        let place = selector.zip(text.cast::<Element>());
        let place =
            place.and_then(|(selector, text)| text.query_selector(&selector).ok().flatten());
        if let Some(place) = place {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            place.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
