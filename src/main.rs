//! The program as scripts see it.

use article_explorer::ui::App;
use article_explorer::web::watch_for_panic;

fn main() {
    watch_for_panic();
}

article_explorer::class! {
    /// An explorer in an element of a document.
    Explorer shows App
}
