//! What the list of a collection shows: a view, and what it leaves of the articles that are
//! there.

use std::rc::Rc;

use super::props::CollectionProps;
use super::scope::Scope;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::View;
use explore::collection::{Archive, Collection, CollectionResult, Finder};

/// After how many articles the progress of an index that is being built is told again.
const STEP: usize = 50;

/// A list of articles or claims.
pub(super) struct Listing {
    /// What is asked.
    pub(super) view: View,
    /// How much of the list is shown.
    pub(super) shown: usize,
    /// The articles that are listed: all, or those that were fetched of an archive.
    pub(super) collection: PtrEqRc<Collection>,
    /// What finds words in them.
    pub(super) finder: PtrEqRc<Finder>,
    /// What the view leaves of them.
    pub(super) result: Rc<CollectionResult>,
    /// Where more articles are found than are there.
    pub(super) scope: Option<Scope>,
}

impl Listing {
    /// A list that nothing was asked of.
    pub(super) fn of(props: &CollectionProps, shown: usize) -> Self {
        Self {
            view: View::default(),
            shown,
            collection: props.collection.clone(),
            finder: props.finder.clone(),
            result: Rc::default(),
            scope: None,
        }
    }

    /// Works out what the view leaves of the articles that are there.
    pub(super) fn work_out(&mut self) {
        let ranked = self.finder.rank(self.view.query.query());
        let result = CollectionResult::of(&self.view, &self.collection, ranked.as_ref());
        self.result = Rc::new(result);
    }

    /// Lists what is there of an archive; `waiting` says that more is on its way.
    pub(super) fn list_archive(&mut self, archive: &Archive, waiting: bool) {
        // What was listed before stays until there is something to put in its place.
        if archive.is_answered(&self.view, self.shown) {
            let listed = archive.listed(&self.view, self.shown);
            if !waiting || !listed.collection.articles.is_empty() {
                self.collection = PtrEqRc::new(listed.collection);
                self.finder = PtrEqRc::new(listed.finder);
                self.work_out();
                self.scope = Some(Scope {
                    found: listed.found as usize,
                    at_most: listed.at_most,
                    missing: listed.missing,
                    can_rebuild: listed.can_rebuild,
                    ..self.scope.take().unwrap_or_default()
                });
            }
        }
        let scope = self.scope.get_or_insert_default();
        scope.all = archive.articles as usize;
        if scope.sources.is_empty() {
            scope.sources.clone_from(&archive.sources);
        }
        scope.waiting = waiting;
        scope.rebuilding = archive.rebuilding().map(|done| done / STEP * STEP);
    }
}
