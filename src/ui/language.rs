//! The language of the interface: the context that the root of a page provides, and its
//! messages.

use yew::prelude::*;

use crate::messages::{ArticleMessages, CollectionMessages, Language};

/// The language that the root of the page provides.
#[hook]
pub(super) fn use_language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The messages of the page of one article, which the other pages use too.
#[hook]
pub(super) fn use_messages() -> &'static ArticleMessages {
    use_language().article()
}

/// The messages of the page of several articles.
#[hook]
pub(super) fn use_collection_messages() -> &'static CollectionMessages {
    use_language().collection()
}
