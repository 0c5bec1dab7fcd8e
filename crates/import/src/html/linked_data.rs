//! Reads the metadata of an article from JSON-LD.

use super::node::Content;
use super::tree::{Tree, evened};
use crate::json::parse_json;
use serde_json::Value;

/// The metadata in JSON-LD; empty strings for missing values.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) headline: String,
    pub(super) author: String,
    pub(super) published: String,
    pub(super) publisher: String,
    pub(super) url: String,
    pub(super) language: String,
    pub(super) licence: String,
    /// The text of the article, with line ends.
    pub(super) body: String,
}

/// The maximum number of objects to search for an article.
const MOST_OBJECTS: usize = 2_000;

/// Reads the first article that a script of the page describes.
pub(super) fn linked_data(tree: &Tree) -> LinkedData {
    let mut best: Option<Value> = None;
    for script in tree.elements("script") {
        let kind = tree.attribute(script, "type").unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("application/ld+json") {
            continue;
        }
        let Some(Content::Raw(text)) = tree.get(script + 1).map(|node| &node.content) else {
            continue;
        };
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->");
        let text = text
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("//]]>");
        let Ok(json) = parse_json(text) else {
            continue;
        };
        let found = find(json);
        let rank = |json: &Option<Value>| json.as_ref().map_or(0, rank);
        if rank(&found) > rank(&best) {
            best = found;
        }
    }
    best.map(|article| read(&article)).unwrap_or_default()
}

/// How likely an object is an article; 0 if it is not.
fn rank(json: &Value) -> u8 {
    let kinds = match json.get("@type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let rank = |kind: &&str| {
        let kind = kind.rsplit(['/', ':', '#']).next().unwrap_or_default();
        match kind {
            kind if kind.ends_with("Article") => 3,
            "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting" => 3,
            "WebPage" | "ItemPage" => 1,
            _ => 0,
        }
    };
    kinds.iter().map(rank).max().unwrap_or(0)
}

fn find(json: Value) -> Option<Value> {
    let mut best: Option<Value> = None;
    let mut waiting = vec![json];
    let mut looked_at = 0;
    while let Some(json) = waiting.pop() {
        looked_at += 1;
        if looked_at > MOST_OBJECTS {
            break;
        }
        match json {
            Value::Array(items) => waiting.extend(items.into_iter().rev()),
            Value::Object(mut fields) => {
                for (name, value) in &mut fields {
                    if matches!(name.as_str(), "@graph" | "mainEntity") {
                        waiting.push(std::mem::take(value));
                    }
                }
                let object = Value::Object(fields);
                if rank(&object) > best.as_ref().map_or(0, rank) {
                    best = Some(object);
                }
            }
            _ => {}
        }
    }
    best
}

fn read(article: &Value) -> LinkedData {
    let text = |key: &str| article.get(key).map(name_of).unwrap_or_default();
    let is_article = rank(article) > 1;
    let body = article.get("articleBody").and_then(Value::as_str);
    let own = |value: String| if is_article { value } else { String::new() };
    LinkedData {
        headline: own(text("headline")),
        author: own(text("author")),
        published: text("datePublished"),
        publisher: text("publisher"),
        url: article
            .get("url")
            .or_else(|| article.get("mainEntityOfPage"))
            .map(address_of)
            .unwrap_or_default(),
        language: text("inLanguage"),
        licence: article.get("license").map(address_of).unwrap_or_default(),
        body: body.unwrap_or_default().to_owned(),
    }
}

/// A string, or the name of a thing or of several.
fn name_of(value: &Value) -> String {
    let name = |value: &Value| match value {
        Value::String(text) => evened(&super::entities::decoded(text)),
        object => {
            let name = object.get("name").and_then(|name| match name {
                Value::Array(names) => names.first()?.as_str(),
                name => name.as_str(),
            });
            evened(&super::entities::decoded(name.unwrap_or_default()))
        }
    };
    match value {
        Value::Array(items) => {
            let names: Vec<String> = items
                .iter()
                .take(12)
                .map(name)
                .filter(|name| !name.is_empty())
                .collect();
            names.join(", ")
        }
        value => name(value),
    }
}

fn address_of(value: &Value) -> String {
    let address = value.as_str().or_else(|| value.get("@id")?.as_str());
    address.unwrap_or_default().to_owned()
}
