//! What the page of a large collection fetches, and what it lists of what has come.

use yew::Context;

use super::{CollectionEvent, CollectionPage};
use crate::ui::collection::scope::Scope;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::collection::{Archive, File};

/// After how many articles the progress of an index that is being built is told again.
const STEP: usize = 50;

impl CollectionPage {
    /// Fetches what the view needs of an archive, and lists what is there of it; whether
    /// anything is to be drawn anew.
    pub(super) fn look(&mut self, context: &Context<Self>) -> bool {
        let before = (self.scope.clone(), self.collection.clone());
        self.pause = None;
        if let Some(id) = self.state.view.article.clone() {
            self.show_article(context, &id);
            return true;
        }
        self.list_archive(context);
        before != (self.scope.clone(), self.collection.clone())
    }

    fn list_archive(&mut self, context: &Context<Self>) {
        let Some(files) = context.props().archive.clone() else {
            return;
        };
        let needed = files.archive().needed(&self.listed, self.shown);
        let waiting = self.fetch(context, &needed);
        let archive = files.archive();
        let rebuilding = archive.rebuilding();
        // What was listed before stays until there is something to put in its place.
        if archive.is_answered(&self.listed, self.shown) {
            let listed = archive.listed(&self.listed, self.shown);
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
        scope.rebuilding = rebuilding.map(|done| done / STEP * STEP);
    }

    /// Fetches files that are not on their way; whether there is anything to wait for.
    pub(super) fn fetch(&self, context: &Context<Self>, needed: &[File]) -> bool {
        if let Some(files) = &context.props().archive {
            for file in files.to_fetch(needed) {
                let files = files.clone();
                context.link().send_future(async move {
                    files.fetch(file).await;
                    CollectionEvent::Look
                });
            }
        }
        !needed.is_empty()
    }

    pub(super) fn change_archive(
        &mut self,
        context: &Context<Self>,
        change: impl FnOnce(&mut Archive),
    ) {
        if let Some(files) = &context.props().archive {
            files.change(change);
        }
        self.look(context);
    }
}
