//! Finds the articles that a page of this project contains as data.

use super::json::parse_json;
use serde_json::Value;

/// The element with the data of a page.
const DATA: &str = "<script type=\"application/json\" id=\"article-explorer-data\">";

/// The data of a page that this project published, in which the annotations are, too. `None` for
/// any other page.
pub(super) fn data_in_page(html: &str) -> Option<Value> {
    parse_json(data_of_page(html)?).ok()
}

/// The text of the data of a page that this project published.
#[must_use]
pub fn data_of_page(html: &str) -> Option<&str> {
    let (_, data) = html.split_once(DATA)?;
    let (data, _) = data.split_once("</script>")?;
    Some(data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Bundle, article_from_markdown, read};
    use model::{Entity, EntityId, EntityKind};

    fn page(data: &str) -> String {
        format!("<!doctype html><title>Head</title><p>Words of the page.</p>{DATA}{data}</script>")
    }

    #[test]
    fn a_published_page_has_its_articles_with_their_annotations() {
        let (mut article, _) = article_from_markdown("rain", "rain.md", "Ann says it rains.");
        article.entities.push(Entity {
            id: EntityId::new("ann"),
            kind: EntityKind::Person,
            name: "Ann".to_owned(),
            aliases: Vec::new(),
            wikidata: None,
        });
        let mut bundle = Bundle::default();
        bundle.push(&article);
        let page = page(&bundle.to_json());
        let (articles, told) = read("renamed.html", page.as_bytes());
        assert_eq!(articles, [article]);
        assert_eq!(told, []);
    }

    #[test]
    fn a_page_whose_data_holds_no_article_is_read_as_a_page() {
        for data in [
            "",
            "{",
            "[]",
            "{\"version\":2,\"articles\":[]}",
            "{\"articles\":3}",
        ] {
            let (articles, _) = read("a.html", page(data).as_bytes());
            assert!(articles[0].text.contains("Words of the page."), "{data}");
        }
        let cut = page("").replace("</script>", "");
        assert_eq!(data_in_page(&cut), None);
    }
}
