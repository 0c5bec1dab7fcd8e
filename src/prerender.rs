//! Pages as HTML, for readers before any script runs.
//!
//! Yew writes the HTML from the components of [`ui`](crate::ui). Futures of this module run in a
//! Tokio `LocalSet` or in a WebAssembly program.

use yew::{BaseComponent, LocalServerRenderer};

use crate::ui::{PtrEqRc, StaticArticle, StaticArticleProps, StaticList, StaticListProps};
use explore::{IndexedArticle, View};

/// The page of an article as `view` shows it: all of its text, and its claims as a list.
pub async fn article(indexed: PtrEqRc<IndexedArticle>, view: View) -> String {
    page::<StaticArticle>(StaticArticleProps { indexed, view }).await
}

/// The page that lists articles, each with a link to its own page.
pub async fn list(properties: StaticListProps) -> String {
    page::<StaticList>(properties).await
}

/// A page as the program first renders it. It is not interactive.
pub async fn page<P: BaseComponent>(properties: P::Properties) -> String {
    LocalServerRenderer::<P>::with_props(properties)
        .hydratable(false)
        .render()
        .await
}
