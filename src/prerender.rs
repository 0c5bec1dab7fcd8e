//! Pages as HTML, for readers who come before any script runs.
//!
//! The HTML is written by Yew from the components of [`ui`](crate::ui). Futures of this
//! module run in a Tokio `LocalSet`, or in a program for WebAssembly.

use yew::{BaseComponent, LocalServerRenderer};

use crate::ui::{PtrEqRc, StaticArticle, StaticArticleProps, StaticList, StaticListProps};
use explore::{IndexedArticle, View};

/// The page of an article as `view` shows it: all of its text, and its claims as a list.
pub async fn article(indexed: PtrEqRc<IndexedArticle>, view: View) -> String {
    page::<StaticArticle>(StaticArticleProps { indexed, view }).await
}

/// The page that lists articles, each with a link to a page of its own.
pub async fn list(properties: StaticListProps) -> String {
    page::<StaticList>(properties).await
}

/// A page as the program draws it at first. Nothing can be done with it.
pub async fn page<P: BaseComponent>(properties: P::Properties) -> String {
    LocalServerRenderer::<P>::with_props(properties)
        .hydratable(false)
        .render()
        .await
}
