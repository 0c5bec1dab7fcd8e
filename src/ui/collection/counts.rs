//! The status line of a list.

use super::list_scene::ListScene;
use super::scope::Scope;
use crate::ui::words::counted;

/// What the status line says.
pub(super) fn counts(list: &ListScene) -> String {
    if let Some(scope) = &list.scope {
        return of_archive(list, scope);
    }
    let result = &list.listing.result;
    let of = |shown: usize, all: usize, one: &str, many: &str| {
        if shown == all {
            counted(all, one, many)
        } else {
            format!("{shown} of {}", counted(all, one, many))
        }
    };
    let articles = of(
        result.articles.len(),
        list.listing.collection.articles.len(),
        "article",
        "articles",
    );
    let claims = of(
        result.claims.shown(),
        list.listing.collection.sources.len(),
        "claim",
        "claims",
    );
    format!("{articles} · {claims}")
}

/// What the status line says of a large collection.
fn of_archive(list: &ListScene, scope: &Scope) -> String {
    let all = counted(scope.all, "article", "articles");
    if let Some(done) = scope.rebuilding {
        return format!("Building the search index: {done} of {all} …");
    }
    if scope.waiting {
        return format!("Looking in {all} …");
    }
    let listed = list.listing.result.articles.len();
    let at_most = if scope.at_most { "at most " } else { "" };
    let claims = counted(list.listing.result.claims.shown(), "claim", "claims");
    if scope.can_rebuild {
        return format!(
            "{listed} of the {} fetched articles · {claims}",
            scope.found
        );
    }
    let of = if scope.found == scope.all {
        all
    } else {
        format!("{at_most}{} of {all}", scope.found)
    };
    format!("{of} · {listed} listed with {claims}")
}
