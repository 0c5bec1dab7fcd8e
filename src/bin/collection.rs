//! The program for several articles as scripts see it: the class that `src/main.rs` has,
//! with all that a collection needs, and the desk.

use article_explorer::ui::{CollectionPage, DeskPage};
use article_explorer::web::watch_for_panic;

fn main() {
    watch_for_panic();
}

article_explorer::class! {
    /// An explorer of several articles in an element of a document.
    Explorer shows CollectionPage
}

article_explorer::class! {
    /// What a reader has brought, in an element of a document.
    Desk shows DeskPage
}
