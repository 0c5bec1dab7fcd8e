//! The filters of a page: drop-downs in the bar or, on narrow pages, a sheet.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

use super::button;
use super::element_refs;
use super::facet_menu::FacetMenu;
use super::filter_menu::{FilterMenu, FilterMenus};
use super::latest::use_latest;
use super::on_demand_parts::OnDemandPart;
use super::page_context::use_page;
use super::scene::Scene;
use super::scroll::window_height;
use explore::{Action, Facet, Threshold};

/// The filters, in the order of the page.
const ORDER: [Facet; 5] = [
    Facet::Speaker,
    Facet::About,
    Facet::Form,
    Facet::Stance,
    Facet::Types,
];

/// The height that a sheet in a frame has below its upper edge, in pixels.
const SHEET_HEIGHT: f64 = 480.0;

/// Properties of [`Filters`].
#[derive(Properties)]
pub(super) struct FiltersProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The page is narrow, so the filters are in a sheet.
    #[prop_or_default]
    pub(super) in_sheet: bool,
    /// The names in the text are not marked.
    #[prop_or_default]
    pub(super) names_off: bool,
    /// The label of the button that closes the sheet: how much matches.
    #[prop_or_default]
    pub(super) matching: AttrValue,
    /// Filters besides those of claims and names: drop-downs like theirs.
    #[prop_or_default]
    pub(super) children: Html,
}

impl PartialEq for FiltersProps {
    /// Properties are equal if the filters look the same.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        self.in_sheet == other.in_sheet
            && self.names_off == other.names_off
            && self.matching == other.matching
            && self.children == other.children
            && a.indexed == b.indexed
            && a.state.view.filters_as(&b.state.view)
            && (a.result == b.result || a.result.counts_as(&b.result))
    }
}

/// All filters that have values.
#[component]
pub(super) fn Filters(props: &FiltersProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let FiltersProps {
        scene,
        in_sheet,
        names_off,
        matching,
        children,
    } = props;
    let open = use_state_eq(|| None::<&'static str>);
    let sheet_open = use_state_eq(|| false);
    {
        let sheet_open = sheet_open.clone();
        use_effect_with(*in_sheet, move |_| sheet_open.set(false));
    }
    let (row, dialog, opener) = (use_node_ref(), use_node_ref(), use_node_ref());
    let toggle = {
        let open = open.clone();
        use_latest(move |id| open.set((*open != Some(id)).then_some(id)))
    };
    let close = {
        let (open, row) = (open.clone(), row.clone());
        use_latest(move |with_focus: bool| {
            if with_focus {
                focus_in(&row, "[aria-expanded=true]");
            }
            open.set(None);
        })
    };
    use_closing_outside(&row, open.is_some(), close.clone());
    let menus = FilterMenus {
        in_sheet: *in_sheet,
        sheet_open: *sheet_open,
        open: *open,
        toggle,
    };
    let view = &scene.state.view;
    let facets = ORDER
        .into_iter()
        .filter(|facet| !scene.indexed.values(*facet).is_empty());
    let facets = facets.map(|facet| {
        html! {
            <FacetMenu key={facet.as_str()} scene={scene.clone()} {facet} names_off={*names_off} />
        }
    });
    let shows_confidence = view.is_narrowed() || scene.indexed.article.has_found();
    let min_confidence = shows_confidence.then(|| {
        let chosen = view.is_narrowed();
        let chosen = chosen.then(|| (messages.threshold)(view.min_confidence));
        html! {
            <FilterMenu id={Threshold::KEY} label={messages.found} chosen={Vec::from_iter(chosen)}
                values={OnDemandPart::MinConfidence(scene.clone())} />
        }
    });
    let groups = html! {
        <ContextProvider<FilterMenus> context={menus}>
            { for facets }
            { for min_confidence }
            { children.clone() }
        </ContextProvider<FilterMenus>>
    };
    let chosen = view.filters.all().count() + usize::from(view.is_narrowed());
    let on_open = {
        let (dialog, opener, sheet_open) = (dialog.clone(), opener.clone(), sheet_open.clone());
        Callback::from(move |_: MouseEvent| {
            sheet_open.set(true);
            place_sheet(&dialog, &opener);
            element_refs::open(&dialog);
        })
    };
    let on_close = {
        let opener = opener.clone();
        let sheet_open = sheet_open.clone();
        Callback::from(move |_: Event| {
            sheet_open.set(false);
            if let Some(opener) = opener.cast::<HtmlElement>() {
                let _unfocusable = opener.focus();
            }
        })
    };
    let hide = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| element_refs::close(&dialog))
    };
    let clear = page.dispatch.reform(|_: MouseEvent| Action::Clear);
    let onkeydown = on_escape(open.is_some(), close.clone());
    let onfocusout = on_focus_elsewhere(&row, close);
    let opens_sheet = *in_sheet || page.is_static;
    html! {
        <div class="filters" part="filters" ref={row} {onkeydown} {onfocusout}>
            if opens_sheet {
                <button type="button" class="filters-button" ref={opener} aria-haspopup="dialog"
                    aria-expanded={if *sheet_open { "true" } else { "false" }} aria-controls="filters" onclick={on_open}>
                    { (messages.filters_button)(chosen) }
                </button>
            }
            if *in_sheet {
                <dialog id="filters" class="sheet" ref={dialog} aria-labelledby="filters-heading" onclose={on_close}>
                    <div class="sheet-head">
                        <h2 id="filters-heading">{ messages.filters }</h2>
                        { button::sign("close", messages.close, false, hide.clone(), "×".into()) }
                    </div>
                    <div class="groups">{ groups }</div>
                    <div class="sheet-foot">
                        <button type="button" class="quiet" disabled={chosen == 0} onclick={clear}>{ messages.clear_all }</button>
                        <button type="button" class="primary" onclick={hide}>{ matching }</button>
                    </div>
                </dialog>
            } else {
                <h2 id="filters-heading" class="visually-hidden">{ messages.filters }</h2>
                { groups }
            }
        </div>
    }
}

/// Tells the styles of frames where the button of the sheet is. A frame as tall as its page has
/// edges that the reader does not see.
fn place_sheet(dialog: &NodeRef, opener: &NodeRef) {
    let Some((dialog, opener)) = dialog
        .cast::<HtmlElement>()
        .zip(opener.cast::<HtmlElement>())
    else {
        return;
    };
    let lowest = (window_height() - SHEET_HEIGHT).max(0.0);
    let top = opener.get_bounding_client_rect().top().clamp(0.0, lowest);
    #[expect(clippy::cast_possible_truncation, reason = "a place in the window")]
    let top = format!("{}px", top.round() as i32);
    let _refused = dialog.style().set_property("--sheet-top", &top);
}

/// Closes the open drop-down with Escape, and returns the focus to its button.
fn on_escape(is_open: bool, close: Callback<bool>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if is_open && event.key() == "Escape" {
            event.prevent_default();
            close.emit(true);
        }
    })
}

/// Closes the open drop-down when the focus moves out of it.
fn on_focus_elsewhere(row: &NodeRef, close: Callback<bool>) -> Callback<FocusEvent> {
    let row = row.clone();
    Callback::from(move |event: FocusEvent| {
        let next = event.related_target();
        let next = next.and_then(|next| next.dyn_into::<Element>().ok());
        let menu = next
            .as_ref()
            .map(|next| next.closest(".menu").ok().flatten());
        if menu.is_some_and(|menu| menu != open_menu(&row)) {
            close.emit(false);
        }
    })
}

/// The open drop-down.
fn open_menu(row: &NodeRef) -> Option<Element> {
    let row = row.cast::<Element>()?;
    row.query_selector(".menu:has([aria-expanded=true])").ok()?
}

/// Closes the open drop-down when the reader presses outside the filters.
#[hook]
fn use_closing_outside(row: &NodeRef, is_open: bool, close: Callback<bool>) {
    let row = row.clone();
    use_effect_with(is_open, move |is_open| {
        let listener = is_open.then(|| {
            EventListener::new(&gloo::utils::document(), "pointerdown", move |event| {
                let target = event.composed_path().get(0).dyn_into::<Node>().ok();
                let inside = open_menu(&row).is_some_and(|open| open.contains(target.as_ref()));
                if !inside {
                    close.emit(false);
                }
            })
        });
        move || drop(listener)
    });
}

fn focus_in(root: &NodeRef, selector: &str) {
    let found = root
        .cast::<Element>()
        .and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _unfocusable = found.focus();
    }
}
