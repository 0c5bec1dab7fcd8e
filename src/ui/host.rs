//! The host of a page: what surrounds the explorer, and what passes between the two.

use std::rc::Rc;

use yew::Callback;

use super::exports::Exporter;
use crate::messages::Language;

/// What the host of the explorer requests.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// The language of the interface.
    pub language: Language,
    /// What becomes of the address of the page.
    pub address: AddressUse,
    /// The view to begin with, in the form of an address's hash.
    pub view: Rc<str>,
    /// Which keys act.
    pub keys: Keys,
    /// What links to a view begin with; empty where no such link can be made.
    pub link_base: Rc<str>,
    /// There is room beside the text, as far as is known before anything is drawn.
    pub has_margin: bool,
    /// The browser can highlight ranges of the text, so that hits need no elements.
    pub has_highlights: bool,
    /// Receives the view, in the form of an address's hash, whenever it changes.
    pub on_view: Option<Callback<String>>,
    /// Writes articles as files; nothing is offered to be saved without it.
    pub exporter: Option<Exporter>,
}

/// What becomes of the address of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressUse {
    /// It keeps the view, and *back* undoes a choice.
    Kept,
    /// It keeps the view, and the history of the page around a frame is left alone.
    Replaced,
    /// It is left alone.
    None,
}

/// Which keys act on the explorer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Keys pressed within it, and those of a page on which nothing has the focus.
    Page,
    /// Keys pressed within it.
    Inside,
    /// None but those that the browser itself knows.
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
            has_margin: true,
            has_highlights: false,
            on_view: None,
            exporter: None,
        }
    }
}
