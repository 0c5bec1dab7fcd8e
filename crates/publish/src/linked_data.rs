//! Articles as schema.org JSON-LD for an HTML script element.

use super::metadata::ArticleLinks;
use explore::IndexedArticle;
use explore::collection::Collection;
use formats::schema_org;
use serde_json::{Value, json};

/// An article with its claims.
pub(crate) fn linked_data(indexed: &IndexedArticle) -> String {
    import::for_html(&schema_org(&indexed.article))
}

/// Several articles as a `CollectionPage`.
pub(crate) fn list_of(collection: &Collection, links: ArticleLinks) -> String {
    let parts = collection.articles.iter().map(|article| {
        json!({
            "@type": "NewsArticle",
            "headline": article.metadata.title,
            "datePublished": article.metadata.published.map(|date| date.to_string()),
            "url": links.to(&article.id),
        })
    });
    let page = json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": collection.heading(),
        "hasPart": parts.collect::<Vec<Value>>(),
    });
    import::for_html(&page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use serde_json::{Value, json};

    #[test]
    fn claims_say_whose_they_are_and_no_text_ends_the_element() {
        let text = "---\ntitle: \"</script>\"\nlanguage: en\n---\nAnn said `no <b>ban</b>` of Bob.";
        let (mut article, _) = article_from_markdown("a", "a.md", text);
        annotate(
            &mut article,
            "a.json",
            &json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann", "wikidata": "Q1"}],
            "claims": [{"id": "c", "speaker": "ann", "form": "direct", "content": ["no <b>ban</b>"]}]}),
        );
        let written = linked_data(&IndexedArticle::of(article));
        assert!(!written.contains('<'), "{written}");
        let value: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(value["headline"], "</script>");
        assert_eq!(value["hasPart"][0]["@type"], "Quotation");
        assert_eq!(value["hasPart"][0]["text"], "no <b>ban</b>");
        assert_eq!(
            value["hasPart"][0]["creator"]["sameAs"],
            "https://www.wikidata.org/entity/Q1"
        );
    }
}
