//! Imports the JSON of the BBC's Citron: quotations and their sources, with offsets.

use super::import::{Claimed, Import, TheirText, offsets, provenance};
use super::problem::Problem;
use model::{Speaker, TextRange};
use serde_json::Value;

/// Whether the JSON looks like Citron's.
pub(super) fn is_citron(json: &Value) -> bool {
    matches!(json.get("quotes"), Some(Value::Array(_)))
}

/// Reads quotations. A source becomes an entity of the article if its words name one,
/// directly or through a coreference; otherwise it stays words.
pub(super) fn read(json: &Value, import: &mut Import<'_>, text: &str) {
    let text = json.get("text").and_then(Value::as_str).unwrap_or(text);
    let their = TheirText::of(text);
    let groups = list(json.get("coreference_groups"));
    for (number, quote) in list(json.get("quotes")).iter().enumerate() {
        let at = format!("quotes[{number}]");
        let place = |span: &Value, key: &str, import: &mut Import<'_>| {
            let words = span.get("text").and_then(Value::as_str);
            let field = format!("{at}.{key}");
            match offsets(span) {
                Some(position) => import.place(&their.selector(position, words), &field),
                None => {
                    import.diagnostics.report(field, Problem::NoOffsets, span);
                    None
                }
            }
        };
        let mut all = |key: &str| -> Vec<TextRange> {
            let spans = list(quote.get(key)).iter();
            spans.filter_map(|span| place(span, key, import)).collect()
        };
        let mut content = all("contents");
        if content.is_empty() {
            content = all("spans");
        }
        let sources = all("sources");
        let mut meant = all("coreferences");
        let cue = quote.get("cue").filter(|cue| **cue != Value::Null);
        let cue = match cue {
            Some(Value::Array(cues)) => cues.first().and_then(|cue| place(cue, "cue", import)),
            Some(cue) => place(cue, "cue", import),
            None => None,
        };
        if content.is_empty() {
            let problem = Problem::QuotationNotInText;
            import.diagnostics.report(at, problem, quote);
            continue;
        }
        // A group lists coreferent spans; it is relevant if it contains a source.
        for group in groups.iter().take(400) {
            let spans: Vec<&Value> = list(Some(group)).iter().collect();
            let holds = |span: &&Value| {
                offsets(span).is_some_and(|position| {
                    list(quote.get("sources"))
                        .iter()
                        .any(|source| offsets(source) == Some(position))
                })
            };
            if spans.iter().any(holds) {
                meant.extend(
                    spans
                        .iter()
                        .filter_map(|span| place(span, "coreferences", import)),
                );
            }
        }
        let entity = sources
            .iter()
            .chain(&meant)
            .find_map(|range| import.entity_at(*range));
        let speaker = match (entity, sources.first()) {
            (Some(entity), _) => Speaker::Entity(entity),
            (None, Some(words)) => Speaker::Words(*words),
            (None, None) => Speaker::Unnamed,
        };
        import.claim(Claimed {
            id: None,
            speaker,
            cue,
            content,
            form: None,
            stance: None,
            about: Vec::new(),
            provenance: provenance(quote.get("confidence").and_then(Value::as_f64)),
        });
    }
}

fn list(json: Option<&Value>) -> &[Value] {
    match json {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}
