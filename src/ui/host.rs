//! The host of a page: the surroundings of the explorer, and the values that pass between the two.

use std::rc::Rc;

use yew::Callback;

use super::exports::Exporter;
use super::on_demand_parts::OnDemandLoader;
use crate::messages::Language;

/// The settings that the host of the explorer chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// The language of the interface.
    pub language: Language,
    /// How the address of the page is used.
    pub address: AddressUse,
    /// The view to begin with, in the form of an address's hash.
    pub view: Rc<str>,
    /// Which keys the explorer handles.
    pub keys: Keys,
    /// The beginning of links to a view; empty if no such link is possible.
    pub link_base: Rc<str>,
    /// How an embedded page looks, as parameters such as `hide=search&theme=dark`.
    pub flags: Rc<str>,
    /// The page shows only claims, as quotations with their source.
    pub compact: bool,
    /// The page has room beside the text, as far as is known before anything is rendered.
    pub has_margin: bool,
    /// The browser can highlight ranges of the text, so hits need no elements.
    pub has_highlights: bool,
    /// Receives the view, in the form of an address's hash, whenever it changes.
    pub on_view: Option<Callback<String>>,
    /// Writes articles as files. Without it, the page offers no saving.
    pub exporter: Option<Exporter>,
    /// Loads the parts of the page that open on demand. Without it, they do not open.
    pub on_demand: Option<OnDemandLoader>,
}

/// How the address of the page is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressUse {
    /// It keeps the view, and *back* undoes a choice.
    Kept,
    /// It keeps the view, without new entries in the history of the page around a frame.
    Replaced,
    /// It is not used.
    None,
}

/// Which keys the explorer handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Keys pressed inside the explorer, and keys pressed while nothing on the page has the focus.
    Page,
    /// Keys pressed inside the explorer.
    Inside,
    /// No keys except those that the browser handles itself.
    Off,
}

impl Host {
    /// Whether the address of the page keeps the view.
    #[must_use]
    pub fn is_in_address(&self) -> bool {
        self.address != AddressUse::None
    }
}

impl Default for Host {
    fn default() -> Self {
        Self {
            language: Language::default(),
            address: AddressUse::Kept,
            view: "".into(),
            keys: Keys::Page,
            link_base: "".into(),
            flags: "".into(),
            compact: false,
            has_margin: true,
            has_highlights: false,
            on_view: None,
            exporter: None,
            on_demand: None,
        }
    }
}
