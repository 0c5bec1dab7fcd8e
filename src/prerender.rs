//! Pages as HTML, for readers who come before any script runs.
//!
//! The HTML is written by Yew from the components of [`ui`](crate::ui). Futures of this
//! module run in a Tokio `LocalSet`, or in a program for WebAssembly.

use yew::LocalServerRenderer;

use crate::ui::{PtrEqRc, StaticArticle, StaticArticleProps};
use explore::{IndexedArticle, View};

/// The page of an article as `view` shows it: all of its text, and its claims as a list.
pub async fn article(indexed: PtrEqRc<IndexedArticle>, view: View) -> String {
    let props = StaticArticleProps { indexed, view };
    LocalServerRenderer::<StaticArticle>::with_props(props)
        .hydratable(false)
        .render()
        .await
}
