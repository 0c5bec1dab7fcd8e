//! What the parts of the list of a collection are drawn from, and what happens to it.

use std::rc::Rc;

use yew::Callback;

use super::scope::Scope;
use crate::ui::page_context::PageContext;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use explore::collection::{Collection, CollectionResult, Finder, SortOrder};
use search::Query;

/// Everything that a part of the list is drawn from.
#[derive(Clone)]
pub(super) struct ListScene {
    pub(super) page: PageContext,
    pub(super) scene: Scene,
    pub(super) collection: PtrEqRc<Collection>,
    pub(super) finder: PtrEqRc<Finder>,
    pub(super) result: Rc<CollectionResult>,
    pub(super) query: Rc<Query>,
    pub(super) shown: usize,
    /// Where more articles are found than are there.
    pub(super) scope: Option<Scope>,
    pub(super) on_list: Callback<ListEvent>,
}

/// What a reader asks of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListEvent {
    /// Another order.
    Sort(SortOrder),
    /// More of it.
    More,
    /// What could not be had is asked for again.
    Retry,
    /// The index of an archive is to be built from its articles.
    Rebuild,
}
