//! Reads Web Annotations.

use crate::anchor::Selector;
use crate::import::{Claimed, Import, Named, offsets, provenance};
use crate::labels::kind_of_label;
use crate::problem::Problem;
use import::Quote;
use model::{EntityKind, Form, Speaker, Stance, TextRange, WikidataId};
use serde_json::Value;

/// The maximum depth of nested lists to search for annotations.
const DEEPEST: usize = 6;

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let value = hex
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .filter(|_| *byte == b'%');
        bytes.push(value.unwrap_or(*byte));
        rest = after
            .get(if value.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether the JSON looks like Web Annotations.
pub(crate) fn is_w3c(json: &Value) -> bool {
    !items(json).is_empty()
}

/// The addresses of the annotated documents.
pub(crate) fn sources(json: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for item in items(json) {
        for target in list(item.get("target")) {
            let source = target.as_str().or_else(|| target.get("source")?.as_str());
            found.extend(
                source.map(|source| source.split('#').next().unwrap_or_default().to_owned()),
            );
        }
    }
    found.dedup();
    found
}

/// The annotations of a list, a page, a collection or a single annotation.
fn items(json: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut waiting = vec![(json, DEEPEST)];
    while let Some((json, depth)) = waiting.pop() {
        let Some(depth) = depth.checked_sub(1) else {
            continue;
        };
        match json {
            Value::Array(items) => waiting.extend(items.iter().rev().map(|item| (item, depth))),
            Value::Object(_) if json.get("target").is_some() => found.push(json),
            Value::Object(_) => {
                let inner = ["first", "items", "rows", "@graph", "annotations"];
                let inner = inner.iter().rev();
                waiting.extend(
                    inner
                        .filter_map(|key| json.get(key))
                        .map(|inner| (inner, depth)),
                );
            }
            _ => {}
        }
    }
    found
}

/// A value as a list, which may be empty.
fn list(json: Option<&Value>) -> &[Value] {
    match json {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Reads annotations.
pub(crate) fn read(json: &Value, import: &mut Import<'_>) {
    let items = items(json);
    // Claims refer to entities that mentions define.
    for (number, item) in items.iter().enumerate().filter(|(_, item)| !is_claim(item)) {
        read_mention(item, &format!("annotation {}", number + 1), import);
    }
    for (number, item) in items.iter().enumerate().filter(|(_, item)| is_claim(item)) {
        read_claim(item, &format!("annotation {}", number + 1), import);
    }
}

fn bodies(item: &Value) -> &[Value] {
    list(item.get("body").or_else(|| item.get("bodyValue")))
}

/// The value and the purpose of a body.
fn said(body: &Value) -> Option<(&str, &str)> {
    if let Some(text) = body.as_str() {
        return Some(("", text));
    }
    let value = body.get("value").and_then(Value::as_str)?;
    Some((purpose(body), value))
}

fn purpose(body: &Value) -> &str {
    let purpose = list(body.get("purpose")).first().and_then(Value::as_str);
    purpose.unwrap_or_default()
}

fn role(body: &Value) -> &str {
    body.get("schema:roleName")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn is_claim(item: &Value) -> bool {
    let tags = list(item.get("tags")).iter().filter_map(Value::as_str);
    let said = bodies(item).iter().filter_map(said).map(|(_, value)| value);
    tags.chain(said).any(|word| {
        let word = word.trim().to_ascii_lowercase();
        matches!(word.as_str(), "claim" | "quotation" | "quote")
    })
}

fn confidence(item: &Value) -> Option<f64> {
    let assessed = bodies(item)
        .iter()
        .filter_map(said)
        .find(|(purpose, _)| *purpose == "assessing");
    assessed?.1.strip_prefix("confidence:")?.trim().parse().ok()
}

/// The selectors of an annotation or a body.
fn selectors(targets: &[Value]) -> Vec<Selector> {
    let one = |target: &Value| {
        let mut selector = Selector::default();
        let mut waiting: Vec<&Value> = list(target.get("selector")).iter().collect();
        let mut looked_at = 0;
        while let Some(json) = waiting.pop() {
            looked_at += 1;
            if looked_at > 64 {
                break;
            }
            waiting.extend(list(json.get("refinedBy")));
            let text = |key: &str| {
                json.get(key)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            match json.get("type").and_then(Value::as_str) {
                Some("TextQuoteSelector") => {
                    selector.quote = Quote {
                        exact: text("exact"),
                        prefix: text("prefix"),
                        suffix: text("suffix"),
                    };
                }
                Some("TextPositionSelector") => selector.position = offsets(json),
                Some("Choice") => waiting.extend(list(json.get("items"))),
                _ => {}
            }
        }
        selector
    };
    targets
        .iter()
        .map(one)
        .filter(|selector| *selector != Selector::default())
        .collect()
}

/// The address that a body names.
fn source(body: &Value) -> Option<&str> {
    let source = body.get("source").or_else(|| body.get("id"))?;
    source.as_str().or_else(|| source.get("id")?.as_str())
}

/// The id in `…#entity=ID`.
fn entity_id(body: &Value) -> Option<String> {
    let (_, id) = source(body)?.rsplit_once("#entity=")?;
    Some(decoded(id))
}

fn wikidata(body: &Value) -> Option<WikidataId> {
    let address = source(body)?;
    let of_wikidata = address.contains("wikidata.org/");
    address
        .rsplit(['/', ':'])
        .next()
        .filter(|_| of_wikidata)
        .and_then(WikidataId::parse)
}

fn read_mention(item: &Value, at: &str, import: &mut Import<'_>) {
    let bodies = bodies(item);
    let places = selectors(list(item.get("target")));
    let Some(first) = places.first() else {
        import.diagnostics.report(at, Problem::NoSelector, item);
        return;
    };
    let words = first.quote.exact.trim().to_owned();
    let own_tags = list(item.get("tags"))
        .iter()
        .filter_map(Value::as_str)
        .map(|tag| ("tagging", tag));
    let said: Vec<(&str, &str)> = bodies.iter().filter_map(said).chain(own_tags).collect();
    let tags = said
        .iter()
        .filter(|(purpose, _)| matches!(*purpose, "tagging" | "classifying" | ""));
    let kind = tags.clone().find_map(|(_, tag)| kind_of_label(tag));
    let item_id = bodies.iter().find_map(wikidata);
    let id = bodies.iter().find_map(entity_id);
    let is_tag = tags.clone().any(|(purpose, _)| *purpose == "tagging");
    if kind.is_none() && item_id.is_none() && id.is_none() && !is_tag {
        let comment = said.first().map_or("", |(_, text)| *text);
        let told = if comment.is_empty() {
            words.as_str()
        } else {
            comment
        };
        let problem = Problem::NeitherNameNorClaim;
        import.diagnostics.report(at, problem, told);
        return;
    }
    let ranges: Vec<TextRange> = places
        .iter()
        .filter_map(|place| import.place(place, at))
        .collect();
    let Some(first) = ranges.first() else {
        return;
    };
    // A position alone does not have the words.
    let words = if words.is_empty() {
        import.words(*first).trim().to_owned()
    } else {
        words
    };
    let identity = bodies.iter().find(|body| entity_id(body).is_some());
    let name = identity.and_then(|body| body.get("schema:name")?.as_str());
    let said_name = said
        .iter()
        .find(|(purpose, _)| *purpose == "identifying")
        .map(|(_, name)| *name);
    let aliases = list(identity.and_then(|body| body.get("schema:alternateName")));
    let entity = import.entity(Named {
        id: id.as_deref(),
        kind: kind.unwrap_or(EntityKind::Other),
        name: name.or(said_name).unwrap_or(&words),
        aliases: aliases
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        wikidata: item_id,
    });
    let provenance = provenance(confidence(item));
    for range in ranges {
        import.mention(entity.clone(), range, provenance.clone());
    }
}

fn read_claim(item: &Value, at: &str, import: &mut Import<'_>) {
    let places = selectors(list(item.get("target")));
    let content: Vec<TextRange> = places
        .iter()
        .filter_map(|place| import.place(place, at))
        .collect();
    if content.is_empty() {
        let words = places
            .first()
            .map_or("", |place| place.quote.exact.as_str());
        import
            .diagnostics
            .report(at, Problem::ClaimNotInText, words);
        return;
    }
    let bodies = bodies(item);
    let value_of = |key: &str| {
        let said = bodies.iter().filter_map(said);
        said.filter_map(|(_, value)| value.strip_prefix(key))
            .map(str::trim)
            .next()
    };
    let of_role = |wanted: &'static str| bodies.iter().filter(move |body| role(body) == wanted);
    let mut entity = |body: &Value| {
        let id = entity_id(body)?;
        let known = import.entity_of_id(&id);
        if known.is_none() {
            import
                .diagnostics
                .report(at, Problem::UnmentionedEntity, &id);
        }
        known
    };
    let about = of_role("about").filter_map(&mut entity).collect();
    let by_entity = of_role("speaker").find_map(&mut entity);
    let mut words = |wanted: &'static str| {
        let place = of_role(wanted)
            .find_map(|body| selectors(std::slice::from_ref(body)).into_iter().next());
        place.and_then(|place| import.place(&place, at))
    };
    let speaker = match by_entity {
        Some(id) => Speaker::Entity(id),
        None => words("speaker").map_or(Speaker::Unnamed, Speaker::Words),
    };
    let cue = words("cue");
    let id = item
        .get("id")
        .and_then(Value::as_str)
        .and_then(|id| id.rsplit_once("#claim="));
    import.claim(Claimed {
        id: id.map(|(_, id)| decoded(id)),
        speaker,
        cue,
        content,
        form: value_of("form:").and_then(Form::parse),
        stance: value_of("stance:").and_then(Stance::parse),
        about,
        provenance: provenance(confidence(item)),
    });
}
