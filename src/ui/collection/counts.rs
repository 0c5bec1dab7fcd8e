//! The status line of a list.

use super::list_scene::ListScene;
use super::scope::Scope;
use crate::messages::{ArticleMessages, CollectionMessages};

/// The status line.
pub(super) fn counts(
    messages: &ArticleMessages,
    own_messages: &CollectionMessages,
    list: &ListScene,
) -> String {
    if let Some(scope) = &list.scope {
        return of_archive(messages, own_messages, list, scope);
    }
    let (collection, result) = (&list.listing.collection, &list.listing.result);
    let articles = (own_messages.articles_shown)(result.articles.len(), collection.articles.len());
    let claims = (messages.claims_shown)(result.claims.shown(), collection.sources.len());
    format!("{articles} · {claims}")
}

/// The status line of a large collection.
fn of_archive(
    messages: &ArticleMessages,
    own_messages: &CollectionMessages,
    list: &ListScene,
    scope: &Scope,
) -> String {
    if let Some(done) = scope.rebuilding {
        return (own_messages.building_index)(done, scope.all);
    }
    if scope.waiting {
        return (own_messages.looking)(scope.all);
    }
    let result = &list.listing.result;
    let listed = result.articles.len();
    let claims = result.claims.shown();
    if scope.can_rebuild {
        let of_fetched = (own_messages.of_fetched)(listed, scope.found);
        return format!("{of_fetched} · {}", (messages.claims)(claims));
    }
    let found = if scope.at_most && scope.found != scope.all {
        (own_messages.at_most)(scope.found, scope.all)
    } else {
        (own_messages.articles_shown)(scope.found, scope.all)
    };
    format!("{found} · {}", (own_messages.listed)(listed, claims))
}
