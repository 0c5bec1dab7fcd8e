//! The data that the parts of a collection's list render, and the events of the list.

use yew::Callback;

use super::listing::Listing;
use super::scope::Scope;
use crate::ui::claim_origin::ClaimOrigin;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use explore::collection::SortOrder;
use explore::{Facet, IndexedArticle, View};
use model::EntityId;

/// The data that the parts of the list render.
#[derive(Clone, PartialEq)]
pub(super) struct ListScene {
    /// The claims of all articles, the state, and the claims that match it.
    pub(super) scene: Scene,
    /// The introduction to the collection.
    pub(super) intro: Option<PtrEqRc<IndexedArticle>>,
    /// The list.
    pub(super) listing: PtrEqRc<Listing>,
    /// How much of a large collection the list covers; `None` for other collections.
    pub(super) scope: Option<Scope>,
    /// How much of the list is shown.
    pub(super) shown: usize,
    /// Receives the reader's requests.
    pub(super) on_list: Callback<ListEvent>,
}

/// A reader's request to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListEvent {
    /// Change the order.
    Sort(SortOrder),
    /// Show more.
    More,
    /// Try again to fetch files that could not be loaded.
    Retry,
    /// Build the index of an archive from its articles.
    Rebuild,
}

impl ListScene {
    /// The view that opens an article from the list. It keeps the query, and the filters that the
    /// article has.
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

    /// The article of a claim.
    pub(super) fn origin_of(&self, claim: usize) -> Option<ClaimOrigin> {
        let collection = &self.listing.collection;
        let source = collection.sources.get(claim)?;
        let article = collection.articles.get(source.article)?;
        let mut ids = article.claims.iter().map(|claim| &claim.id);
        Some(ClaimOrigin {
            number: ids.position(|id| *id == source.claim)?,
            article: article.clone().into(),
            view: self.view_of_claim(claim)?,
        })
    }
}
