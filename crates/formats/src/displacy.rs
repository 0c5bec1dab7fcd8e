//! Exports and imports the JSON of displaCy and spaCy: names with offsets.

use super::import::{Import, Named, TheirText, offsets, provenance};
use super::labels::{kind_of_label, spacy_label};
use super::problem::Problem;
use import::to_lines;
use model::{Article, CodePointRange, EntityKind, Mention, WikidataId};
use serde::Serialize;
use serde_json::Value;
use text::code_points::CodePointIndex;

/// The text and its names. Of overlapping names, only the first is kept.
pub(super) fn write(article: &Article) -> String {
    let index = CodePointIndex::of(&article.text);
    let entities = article.entities_by_id();
    let ents = kept(article).into_iter().map(|mention| {
        let range = index.from_bytes(mention.range);
        let entity = entities.get(&mention.entity);
        let item = entity.and_then(|entity| entity.wikidata.as_ref());
        let kind = entity.map_or(EntityKind::Other, |entity| entity.kind);
        Ent {
            start: range.start,
            end: range.end,
            label: spacy_label(kind),
            kb_id: item.map_or_else(|| mention.entity.to_string(), ToString::to_string),
            kb_url: item.and_then(WikidataId::url).map(String::from),
        }
    });
    to_lines(&Doc {
        text: &article.text,
        title: &article.metadata.title,
        ents: ents.collect(),
    })
}

/// A text and its names.
#[derive(Debug, Serialize)]
struct Doc<'a> {
    text: &'a str,
    title: &'a str,
    ents: Vec<Ent>,
}

/// A name.
#[derive(Debug, Serialize)]
struct Ent {
    start: u32,
    end: u32,
    label: &'static str,
    kb_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kb_url: Option<String>,
}

/// The mentions that do not overlap an earlier one.
pub(super) fn kept(article: &Article) -> Vec<&Mention> {
    let mut end = 0;
    let mut kept = Vec::new();
    for mention in &article.mentions {
        if mention.range.start >= end {
            end = mention.range.end;
            kept.push(mention);
        }
    }
    kept
}

/// Whether the JSON looks like displaCy's or spaCy's.
pub(super) fn is_displacy(json: &Value) -> bool {
    let is_list = |key: &str| matches!(json.get(key), Some(Value::Array(_)));
    let offset_entities = || match json.get("entities") {
        Some(Value::Array(items)) => items
            .first()
            .is_some_and(|item| item.get("start").is_some()),
        _ => false,
    };
    is_list("ents") || (is_list("tokens") && json.get("spans").is_some()) || offset_entities()
}

/// Reads `ents`, `entities` with offsets, and `spans` of tokens.
pub(super) fn read(json: &Value, import: &mut Import<'_>, text: &str) {
    let text = json.get("text").and_then(Value::as_str).unwrap_or(text);
    let their = TheirText::of(text);
    for key in ["ents", "entities"] {
        for (number, item) in list(json.get(key)).iter().enumerate() {
            let at = format!("{key}[{number}]");
            match offsets(item) {
                Some(position) => read_name(item, position, &their, &at, import),
                None => {
                    import.diagnostics.report(at, Problem::NoOffsets, item);
                }
            }
        }
    }
    let tokens = token_offsets(text, list(json.get("tokens")));
    let groups = match json.get("spans") {
        Some(Value::Object(groups)) => groups.iter().map(|(_, spans)| spans).collect(),
        Some(spans) => vec![spans],
        None => Vec::new(),
    };
    for (number, item) in groups
        .into_iter()
        .flat_map(|spans| list(Some(spans)))
        .enumerate()
    {
        let at = format!("spans[{number}]");
        let token = |key: &str| Some(item.get(key)?.as_f64()? as usize);
        let of_tokens = || {
            let first = tokens.get(token("start_token")?)?;
            let last = tokens.get(token("end_token")?.checked_sub(1)?)?;
            (first.start < last.end).then_some(CodePointRange {
                start: first.start,
                end: last.end,
            })
        };
        match of_tokens().or_else(|| offsets(item)) {
            Some(position) => read_name(item, position, &their, &at, import),
            None => {
                import.diagnostics.report(at, Problem::NoTokens, item);
            }
        }
    }
}

fn list(json: Option<&Value>) -> &[Value] {
    match json {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

fn read_name(
    item: &Value,
    position: CodePointRange,
    their: &TheirText<'_>,
    at: &str,
    import: &mut Import<'_>,
) {
    let text = |key: &str| {
        item.get(key)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let selector = their.selector(position, text("text"));
    let Some(range) = import.place(&selector, at) else {
        return;
    };
    let name = selector
        .quote
        .exact
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let label = text("label")
        .or_else(|| text("type"))
        .or_else(|| text("label_"))
        .unwrap_or_default();
    let kind = kind_of_label(label);
    if kind.is_none() && !label.is_empty() {
        let label = label.to_owned();
        import
            .diagnostics
            .report(at, Problem::UnknownLabel { label }, &name);
    }
    let base = text("kb_id").filter(|id| *id != "NIL");
    let item_id = base.and_then(WikidataId::parse);
    let entity = import.entity(Named {
        id: base.filter(|_| item_id.is_none()),
        kind: kind.unwrap_or(EntityKind::Other),
        name: &name,
        aliases: Vec::new(),
        wikidata: item_id,
    });
    let confidence = item.get("score").or_else(|| item.get("confidence"));
    let confidence = confidence.and_then(Value::as_f64);
    import.mention(entity, range, provenance(confidence));
}

/// The ranges of tokens: their own offsets, or consecutive ranges if they have none.
fn token_offsets(text: &str, tokens: &[Value]) -> Vec<CodePointRange> {
    let index = CodePointIndex::of(text);
    let mut from = 0;
    let mut found = Vec::new();
    for token in tokens {
        let position = offsets(token).or_else(|| {
            let words = token.as_str().or_else(|| token.get("text")?.as_str())?;
            let rest = text.get(from..)?;
            let at = from + rest.find(words)?;
            from = at + words.len();
            Some(index.from_bytes(model::TextRange::new(at, from)))
        });
        found.push(position.unwrap_or_default());
    }
    found
}
