//! The articles and claims that the list of a collection shows.

use std::rc::Rc;

use yew::prelude::*;

use super::archive::Fetched;
use super::props::CollectionProps;
use super::scope::Scope;
use crate::messages::Language;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::collection::{Archive, Charts, Collection, CollectionResult, Finder};
use explore::{Mode, View};
use model::TextRange;
use search::Query;

/// Building an index reports its progress after this number of articles.
const STEP: usize = 50;

/// A list of articles or claims.
pub(super) struct Listing {
    /// The listed articles: all articles, or the fetched articles of an archive.
    pub(super) collection: PtrEqRc<Collection>,
    /// The search index of these articles.
    pub(super) finder: PtrEqRc<Finder>,
    /// The search.
    pub(super) query: Rc<Query>,
    /// The matches of the view.
    pub(super) result: CollectionResult,
    /// The articles to show, each with the ones after it that have nearly the same text. Without
    /// a search, each stands alone.
    pub(super) articles: Vec<(usize, Vec<usize>)>,
    /// When and by whom the claims were made.
    pub(super) charts: Charts,
}

impl Listing {
    /// A list before any view is requested.
    fn empty(props: &CollectionProps) -> Self {
        Self {
            collection: props.collection.clone(),
            finder: props.finder.clone(),
            query: Rc::default(),
            result: CollectionResult::default(),
            articles: Vec::new(),
            charts: Charts::default(),
        }
    }

    /// The matches of a view in a collection.
    pub(super) fn of(
        view: &View,
        collection: PtrEqRc<Collection>,
        finder: PtrEqRc<Finder>,
    ) -> Self {
        let query = Rc::clone(view.query.query());
        let ranked = finder.rank(&query);
        let result = CollectionResult::of(view, &collection, ranked.as_ref());
        let charts = Charts::of(view, &collection, &result, ranked.as_ref());
        let articles = match ranked {
            Some(_) => collection.without_copies(&result.articles),
            None => result
                .articles
                .iter()
                .map(|article| (*article, Vec::new()))
                .collect(),
        };
        Self {
            collection,
            finder,
            query,
            result,
            articles,
            charts,
        }
    }

    /// The matches of the search in an article.
    pub(super) fn matches_in(&self, number: usize) -> Vec<TextRange> {
        let article = self.collection.articles.get(number);
        article.map_or_else(Vec::new, |article| {
            self.finder.matches(&self.query, article)
        })
    }
}

/// The last listing, and the view that it was made for.
struct Last {
    asked: Option<(View, Option<(usize, usize)>)>,
    listing: PtrEqRc<Listing>,
    /// How much of a large collection the list covers; `None` for other collections.
    scope: Option<Scope>,
}

impl Last {
    fn of(props: &CollectionProps) -> Self {
        let scope = props.archive.as_ref().map(|files| {
            let archive = files.archive();
            Scope {
                all: archive.articles as usize,
                sources: archive.sources.clone(),
                ..Scope::default()
            }
        });
        Self {
            asked: None,
            listing: PtrEqRc::new(Listing::empty(props)),
            scope,
        }
    }

    /// Lists the loaded articles of an archive.
    fn list_archive(&mut self, archive: &Archive, view: &View, shown: usize, language: Language) {
        let Some(scope) = &mut self.scope else {
            return;
        };
        let waiting = !archive.needed(view, shown).is_empty();
        // The previous list stays until there is something to replace it.
        if archive.is_answered(view, shown) {
            let mut listed = archive.listed(view, shown);
            language.name_speakers_of(&mut listed.collection);
            if !waiting || !listed.collection.articles.is_empty() {
                let collection = PtrEqRc::new(listed.collection);
                let finder = PtrEqRc::new(listed.finder);
                self.listing = PtrEqRc::new(Listing {
                    charts: archive.charts(view),
                    ..Listing::of(view, collection, finder)
                });
                scope.found = listed.found as usize;
                scope.at_most = listed.at_most;
                scope.missing = listed
                    .missing
                    .iter()
                    .map(language.collection().problem)
                    .collect();
                scope.can_rebuild = listed.can_rebuild;
            }
        }
        scope.waiting = waiting;
        scope.rebuilding = archive.rebuilding().map(|done| done / STEP * STEP);
    }
}

/// The listing of `view` and, for an archive, how much of it the listing covers. Both stay the same
/// value until something changes, and while an article is open.
#[hook]
pub(super) fn use_listing(
    props: &CollectionProps,
    view: &View,
    fetched: &Fetched,
) -> (PtrEqRc<Listing>, Option<Scope>) {
    let last = use_mut_ref(|| Last::of(props));
    let mut last = last.borrow_mut();
    let asked = View {
        entity: None,
        mode: Mode::default(),
        ..fetched.view.clone()
    };
    let is_listed = view.article.is_none() && !props.is_alone();
    let archive = props.archive.as_ref();
    let asked = (asked, archive.map(|_| (fetched.shown, fetched.changes)));
    if is_listed && last.asked.as_ref() != Some(&asked) {
        let view = &asked.0;
        match archive {
            Some(files) => {
                let language = props.host.language;
                last.list_archive(&files.archive(), view, fetched.shown, language);
            }
            None => {
                let listing = Listing::of(view, props.collection.clone(), props.finder.clone());
                last.listing = PtrEqRc::new(listing);
            }
        }
        last.asked = Some(asked);
    }
    let scope = last.scope.clone().map(|scope| Scope {
        waiting: scope.waiting || fetched.is_typing || !is_listed,
        ..scope
    });
    (last.listing.clone(), scope)
}
