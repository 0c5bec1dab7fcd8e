//! What a search has found, for the list of its matches.

use yew::Callback;

use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use explore::View;
use model::{Article, TextRange};

/// An article of a list, and the matches in it.
#[derive(Clone, PartialEq)]
pub(super) struct SearchedArticle {
    /// The article.
    pub(super) article: PtrEqRc<Article>,
    /// The matches, in order and without overlaps.
    pub(super) matches: Vec<TextRange>,
    /// The view that opens the article.
    pub(super) view: View,
}

/// The articles that a search has found.
#[derive(Clone, PartialEq)]
pub(super) enum SearchedArticles {
    /// The article of the page.
    One(Scene),
    /// The articles of a list, best first. They are searched again when the callback is called.
    Listed(Callback<(), Vec<SearchedArticle>>),
}
