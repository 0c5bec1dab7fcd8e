//! Articles in JSON objects as scrapers, feeds and schema.org write them: a text and metadata under
//! one of several usual names.

use model::{Article, Date, Direction, WebUrl};
use serde_json::Value;

use super::date_words::{DateOrder, date_of};
use super::diagnostic::Diagnostic;
use super::html::{article_from_fragment, language_tag};
use super::text::article_from_text;

const TEXT: [&str; 5] = ["text", "maintext", "articleBody", "content_text", "body"];
const TITLE: [&str; 3] = ["title", "headline", "name"];
const AUTHOR: [&str; 4] = ["author", "authors", "byline", "creator"];
const PUBLISHED: [&str; 8] = [
    "date",
    "date_publish",
    "date_published",
    "datePublished",
    "published",
    "published_at",
    "publish_date",
    "pubDate",
];
const ADDRESS: [&str; 5] = ["url", "link", "canonical_url", "mainEntityOfPage", "source"];
const SOURCE: [&str; 9] = [
    "sitename",
    "site_name",
    "source-hostname",
    "publisher",
    "source_domain",
    "hostname",
    "source",
    "isPartOf",
    "site",
];
const LANGUAGE: [&str; 3] = ["language", "lang", "inLanguage"];
const LICENCE: [&str; 2] = ["license", "licence"];

/// The text of an object that describes an article.
pub(super) fn text_in(json: &Value) -> Option<&str> {
    TEXT.iter()
        .find_map(|name| json.get(name).and_then(Value::as_str))
}

/// The text of an object, if it is marked up.
fn markup_in(json: &Value) -> Option<&str> {
    json.get("content_html").and_then(Value::as_str)
}

/// Whether an object describes an article.
pub(super) fn is_record(json: &Value) -> bool {
    text_in(json).is_some() || markup_in(json).is_some()
}

/// Reads an object with a text, and the metadata that it has.
pub(super) fn read_record(
    file: &str,
    id: &str,
    json: &Value,
) -> (Option<Article>, Vec<Diagnostic>) {
    let title = words_of(json, &TITLE);
    let (article, mut diagnostics) = match (text_in(json), markup_in(json)) {
        (None, Some(markup)) => article_from_fragment(id, file, markup),
        (text, _) => {
            let text = by_paragraphs(text.unwrap_or_default());
            // On its own line, a title is not mistaken for a line of the text.
            match &title {
                Some(title) => article_from_text(id, file, &format!("{title}\n\n{text}")),
                None => article_from_text(id, file, &text),
            }
        }
    };
    let (has_title, has_language) = (title.is_some(), language_in(json).is_some());
    diagnostics.retain(|diagnostic| match diagnostic.place.path() {
        "title" => !has_title,
        "language" => !has_language,
        _ => true,
    });
    let article = article.map(|mut article| {
        describe(&mut article, json, title);
        article
    });
    (article, diagnostics)
}

/// Puts the metadata of an object into its article.
fn describe(article: &mut Article, json: &Value, title: Option<String>) {
    let metadata = &mut article.metadata;
    if let Some(title) = title {
        metadata.title = title;
        metadata.title_by_editor = false;
    }
    if let Some(language) = language_in(json) {
        metadata.direction = Direction::of_language(&language);
        metadata.language = language;
    }
    let order = DateOrder::of_language(&metadata.language);
    let date = |name: &str| {
        let value = json.get(name)?.as_str()?;
        date_of(value, order).or_else(|| Date::parse(value.get(..10)?))
    };
    let address = |name: &str| {
        let value = json.get(name)?;
        let value = value.as_str().or_else(|| value.get("@id")?.as_str());
        WebUrl::parse(value?)
    };
    let is_address = |words: &String| WebUrl::parse(words).is_some();
    metadata.author = words_of(json, &AUTHOR).or_else(|| metadata.author.take());
    metadata.published = PUBLISHED
        .iter()
        .find_map(|name| date(name))
        .or(metadata.published);
    metadata.url = ADDRESS.iter().find_map(|name| address(name));
    let source = SOURCE.iter().filter_map(|name| words_of(json, &[name]));
    metadata.source = source.into_iter().find(|words| !is_address(words));
    metadata.licence = words_of(json, &LICENCE);
}

/// The language that an object states, as a BCP 47 tag.
fn language_in(json: &Value) -> Option<String> {
    language_tag(&words_of(json, &LANGUAGE)?)
}

/// The words under the first of some names that has any: a string, an object with a name, or a list
/// of either.
fn words_of(json: &Value, names: &[&str]) -> Option<String> {
    let one = |value: &Value| {
        let words = value.as_str().or_else(|| value.get("name")?.as_str());
        let words = words?.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| words.replace("; ", ", "))
    };
    names.iter().find_map(|name| match json.get(name)? {
        Value::Array(items) => {
            let words: Vec<String> = items.iter().take(20).filter_map(one).collect();
            (!words.is_empty()).then(|| words.join(", "))
        }
        value => one(value),
    })
}

/// Scrapers end each paragraph with one line feed.
fn by_paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.contains("\n\n") {
        text
    } else {
        text.replace('\n', "\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(json: &Value) -> Article {
        read_record("a.json", "a", json).0.unwrap()
    }

    #[test]
    fn scrapers_feeds_and_schema_org_tell_the_same() {
        let records = [
            json!({"title": "Ferry line", "author": "Nora Whitlock; Tom Hale", "date": "2025-05-14",
                "url": "https://a.example/ferry", "source": "https://a.example/ferry",
                "source-hostname": "The Observer", "language": "en", "text": "One.\nTwo."}),
            json!({"title": "Ferry line", "authors": ["Nora Whitlock", "Tom Hale"],
                "date_publish": "2025-05-14 08:00:00", "url": "https://a.example/ferry",
                "source_domain": "The Observer", "language": "en", "maintext": "One.\nTwo."}),
            json!({"@type": "NewsArticle", "headline": "Ferry line",
                "author": [{"name": "Nora Whitlock"}, {"name": "Tom Hale"}],
                "datePublished": "2025-05-14T08:00:00Z", "inLanguage": "en",
                "mainEntityOfPage": {"@id": "https://a.example/ferry"},
                "publisher": {"name": "The Observer"}, "articleBody": "One.\n\nTwo."}),
            json!({"title": "Ferry line", "authors": [{"name": "Nora Whitlock"}, {"name": "Tom Hale"}],
                "date_published": "2025-05-14T08:00:00+02:00", "url": "https://a.example/ferry",
                "language": "en", "site": "The Observer", "content_html": "<p>One.</p><p>Two.</p>"}),
        ];
        for record in &records {
            let Article { metadata, text, .. } = read(record);
            assert_eq!(metadata.title, "Ferry line", "{record}");
            assert_eq!(metadata.author.as_deref(), Some("Nora Whitlock, Tom Hale"));
            assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
            assert_eq!(metadata.url.unwrap().as_str(), "https://a.example/ferry");
            assert_eq!(metadata.source.as_deref(), Some("The Observer"), "{record}");
            assert_eq!(
                (metadata.language.as_str(), text.as_str()),
                ("en", "One.\n\nTwo.")
            );
        }
    }

    #[test]
    fn what_is_not_of_its_form_is_left_out() {
        let article = read(
            &json!({"text": "One line. It ends.", "title": 7, "author": {},
            "date": "soon", "url": "javascript:alert(1)", "language": "no language"}),
        );
        let metadata = article.metadata;
        assert_eq!(
            (metadata.title.as_str(), metadata.title_by_editor),
            ("a", true)
        );
        assert_eq!(
            (metadata.author, metadata.published, metadata.url),
            (None, None, None)
        );
    }
}
