//! One filter of a page: a button that opens its values, or its values in a sheet.

use yew::prelude::*;

use super::on_demand::OnDemand;
use super::on_demand_parts::OnDemandPart;
use super::page_context::use_page;

/// How the filters of a page are shown.
#[derive(Clone, PartialEq)]
pub(super) struct FilterMenus {
    /// The filters are in a sheet, one below the other.
    pub(super) in_sheet: bool,
    /// The sheet is open.
    pub(super) sheet_open: bool,
    /// The id of the open filter.
    pub(super) open: Option<&'static str>,
    /// Receives the id of the filter that the reader opens or closes.
    pub(super) toggle: Callback<&'static str>,
}

impl FilterMenus {
    /// Whether the reader sees the values of a filter.
    fn is_open(&self, id: &str) -> bool {
        if self.in_sheet {
            self.sheet_open
        } else {
            self.open == Some(id)
        }
    }
}

/// Properties of [`FilterMenu`].
#[derive(Properties, PartialEq)]
pub(super) struct FilterMenuProps {
    /// The name of the filter in an address.
    pub(super) id: &'static str,
    /// The label.
    pub(super) label: AttrValue,
    /// The labels of the chosen values.
    pub(super) chosen: Vec<String>,
    /// The values that are loaded on demand.
    #[prop_or_default]
    pub(super) values: Option<OnDemandPart>,
    /// Other values.
    #[prop_or_default]
    pub(super) children: Html,
}

/// The filter. Its values stay in the page while it is closed.
#[component]
pub(super) fn FilterMenu(props: &FilterMenuProps) -> Html {
    let page = use_page();
    let menus = use_context::<FilterMenus>();
    let FilterMenuProps {
        id,
        label,
        chosen,
        values,
        children,
    } = props;
    let in_sheet = menus.as_ref().is_some_and(|menus| menus.in_sheet);
    let is_open = menus.as_ref().is_some_and(|menus| menus.is_open(id));
    let panel = AttrValue::from(["filter-", id].concat());
    let onclick = {
        let id = *id;
        Callback::from(move |_: MouseEvent| {
            if let Some(menus) = &menus {
                menus.toggle.emit(id);
            }
        })
    };
    html! {
        <div class={classes!("menu", ["menu-", id].concat(), (!chosen.is_empty()).then_some("chosen"))}>
            if !in_sheet {
                <button type="button" class="menu-button" aria-expanded={if is_open { "true" } else { "false" }}
                    aria-controls={panel.clone()} {onclick}>
                    <span>{ (page.messages().filter_menu)(label, chosen) }</span>
                </button>
            }
            if !page.is_static {
                <fieldset class="facet" id={panel} hidden={!in_sheet && !is_open}>
                    <legend class={(!in_sheet).then_some("visually-hidden")}>{ label }</legend>
                    if let Some(part) = values.clone() {
                        <OnDemand {part} {is_open} />
                    }
                    { children.clone() }
                </fieldset>
            }
        </div>
    }
}
