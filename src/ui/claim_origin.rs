//! Where the claims of a page come from.

use yew::Callback;

use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use explore::{Mode, View};
use model::Article;

/// The article of a claim, for pages that list the claims of several articles.
#[derive(Clone, PartialEq)]
pub(super) struct ClaimOrigin {
    /// The article.
    pub(super) article: PtrEqRc<Article>,
    /// The claim, as a number in the article's list.
    pub(super) number: usize,
    /// The view that shows the claim in its article.
    pub(super) view: View,
}

/// Returns the origin of a claim, given as a number in the list of the page.
pub(super) type OriginOf = Callback<usize, Option<ClaimOrigin>>;

impl ClaimOrigin {
    /// The origin of a claim of the only article.
    pub(super) fn in_article(scene: &Scene, number: usize) -> Option<Self> {
        let article = &scene.indexed.article;
        let id = article.claims.get(number)?.id.clone();
        Some(Self {
            article: article.clone().into(),
            number,
            view: View {
                mode: Mode::Article,
                claim: Some(id),
                entity: None,
                ..scene.state.view.clone()
            },
        })
    }
}
