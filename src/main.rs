//! Boot.

fn main() {
    article_explorer::web::start();
}
