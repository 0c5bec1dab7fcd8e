//! What the parts of the list of a collection are drawn from, and what happens to it.

use yew::Callback;

use super::listing::Listing;
use super::scope::Scope;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use explore::collection::SortOrder;
use explore::{Facet, View};
use model::EntityId;

/// Everything that a part of the list is drawn from.
#[derive(Clone, PartialEq)]
pub(super) struct ListScene {
    /// The claims of all articles, what was asked, and what that leaves of them.
    pub(super) scene: Scene,
    /// The list.
    pub(super) listing: PtrEqRc<Listing>,
    /// Where more articles are found than are there.
    pub(super) scope: Option<Scope>,
    /// How much of the list is shown.
    pub(super) shown: usize,
    /// Where wishes go.
    pub(super) on_list: Callback<ListEvent>,
}

/// What a reader asks of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListEvent {
    /// Another order.
    Sort(SortOrder),
    /// More of it.
    More,
    /// What could not be had is asked for again.
    Retry,
    /// The index of an archive is to be built from its articles.
    Rebuild,
}

impl ListScene {
    /// An article as it is opened from the list: with the words that were searched, and
    /// with the filters that it knows.
    pub(super) fn view_of_article(&self, number: usize) -> Option<View> {
        let collection = &self.listing.collection;
        let article = collection.articles.get(number)?;
        let asked = &self.scene.state.view;
        let mut view = View {
            article: Some(article.id.clone()),
            query: asked.query.clone(),
            min_confidence: asked.min_confidence,
            ..View::default()
        };
        for (facet, value) in asked.filters.all() {
            match facet {
                Facet::Source => {}
                Facet::Speaker | Facet::About => {
                    let local = collection.local_id(&EntityId::new(value), number);
                    if let Some(local) = local {
                        view.filters.choose(facet, local.as_str());
                    } else if value.contains(':') {
                        view.filters.choose(facet, value);
                    }
                }
                Facet::Form | Facet::Stance | Facet::Types => view.filters.choose(facet, value),
            }
        }
        Some(view)
    }

    /// The view that shows a claim in its article.
    pub(super) fn view_of_claim(&self, claim: usize) -> Option<View> {
        let source = self.listing.collection.sources.get(claim)?;
        let mut view = self.view_of_article(source.article)?;
        view.claim = Some(source.claim.clone());
        Some(view)
    }
}
