//! Texts with marks in them, as tools for marking texts export them: doccano, Prodigy, Label Studio,
//! langextract, and spaCy's training data. Each text becomes a file of its own with its marks in the
//! form of spaCy's JSON.

use std::borrow::Cow;

use import::{decode, parse_json, stem};
use serde_json::{Value, json};

/// A file, with its own name and content or new ones.
pub(super) type Record<'f> = (Cow<'f, str>, Cow<'f, [u8]>);

/// The files, in which each text with marks is a file of its own, each with the number of the file
/// that it comes from.
pub(super) fn in_records<'f>(files: &[(&'f str, &'f [u8])]) -> Vec<(Record<'f>, usize)> {
    let mut records = Vec::new();
    for (number, (name, bytes)) in files.iter().enumerate() {
        let whole = || vec![(Cow::Borrowed(*name), Cow::Borrowed(*bytes))];
        let texts = texts_in(name, bytes).unwrap_or_else(whole);
        records.extend(texts.into_iter().map(|text| (text, number)));
    }
    records
}

/// The texts of a file, if one of them has marks.
fn texts_in<'f>(name: &str, bytes: &[u8]) -> Option<Vec<Record<'f>>> {
    let lower = name.to_ascii_lowercase();
    let has_lines = lower.ends_with(".jsonl") || lower.ends_with(".ndjson");
    if !has_lines && !lower.ends_with(".json") {
        return None;
    }
    let text = decode(name, bytes).0?;
    let text = text.trim_start_matches('\u{FEFF}');
    let values: Vec<Result<Value, &str>> = if has_lines {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines
            .map(|line| parse_json(line).map_err(|_| line))
            .collect()
    } else {
        match parse_json(text).ok()? {
            Value::Array(items) => items.into_iter().map(Ok).collect(),
            value => vec![Ok(value)],
        }
    };
    let marked = |value: &Result<Value, &str>| value.as_ref().ok().and_then(with_marks);
    let converted: Vec<Option<Value>> = values.iter().map(marked).collect();
    if converted.iter().all(Option::is_none) {
        return None;
    }
    let is_one = values.len() == 1;
    let records = values.into_iter().zip(converted).enumerate();
    let records = records.map(|(number, (value, converted))| {
        let content = match (converted, value) {
            (Some(value), _) => value.to_string(),
            (None, Ok(mut value)) => {
                // Texts without marks keep their places among the others.
                if let Some(object) = value.as_object_mut() {
                    object.entry("ents").or_insert_with(|| json!([]));
                }
                value.to_string()
            }
            (None, Err(line)) => line.to_owned(),
        };
        let own = match is_one {
            true => format!("{}.json", stem(name)),
            false => format!("{}-{}.json", stem(name), number + 1),
        };
        (Cow::Owned(own), Cow::Owned(content.into_bytes()))
    });
    Some(records.collect())
}

/// A text with its marks in the form of spaCy’s JSON; `None` if a value has another form or none.
fn with_marks(value: &Value) -> Option<Value> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let label_studio = || {
        let data = value.get("data")?.as_object()?;
        let own = data.get("text").and_then(text);
        let text = own.or_else(|| data.values().find_map(text))?;
        let annotations = value
            .get("annotations")
            .or_else(|| value.get("completions"))?;
        let results = annotations.as_array()?.first()?.get("result")?.as_array()?;
        let marks = results.iter().filter_map(|result| {
            let value = result.get("value")?;
            let label = value.get("labels")?.as_array()?.first()?;
            Some(json!({"start": value.get("start")?, "end": value.get("end")?, "label": label}))
        });
        Some((text, marks.collect::<Vec<Value>>()))
    };
    let of_text = || {
        let text = value.get("text").and_then(text)?;
        let lists = ["label", "labels", "entities", "spans", "extractions"];
        let marks = lists.iter().find_map(|name| {
            let items = value.get(*name)?.as_array()?;
            let marks: Vec<Value> = items.iter().filter_map(mark).collect();
            (!marks.is_empty() && marks.len() == items.len()).then_some(marks)
        })?;
        Some((text, marks))
    };
    // spaCy’s own JSON needs no conversion.
    if value.get("ents").is_some() || value.get("tokens").is_some_and(Value::is_array) {
        return None;
    }
    let (text, marks) = label_studio().or_else(of_text)?;
    let mut record = json!({"text": text, "ents": marks});
    if let (Some(record), Some(object)) = (record.as_object_mut(), value.as_object()) {
        let known = [
            "text",
            "label",
            "labels",
            "entities",
            "spans",
            "extractions",
            "id",
        ];
        let rest = object
            .iter()
            .filter(|(name, _)| !known.contains(&name.as_str()));
        record.extend(rest.map(|(name, value)| (name.clone(), value.clone())));
    }
    Some(record)
}

/// A mark with `start`, `end` and `label`, in code points of the text.
fn mark(item: &Value) -> Option<Value> {
    if let Some([start, end, label]) = item.as_array().map(Vec::as_slice) {
        let is_range = start.is_u64() && end.is_u64() && label.is_string();
        return is_range.then(|| json!({"start": start, "end": end, "label": label}));
    }
    let number = |names: &[&str]| {
        let of = |value: &Value| names.iter().find_map(|name| value.get(*name)).cloned();
        of(item)
            .or_else(|| item.get("char_interval").and_then(of))
            .filter(Value::is_u64)
    };
    let start = number(&["start", "start_offset", "start_pos"])?;
    let end = number(&["end", "end_offset", "end_pos"])?;
    let label = ["label", "extraction_class", "tag", "type"]
        .iter()
        .find_map(|name| item.get(*name)?.as_str())?;
    Some(json!({"start": start, "end": end, "label": label}))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open;

    const TEXT: &str = "The committee met in the old hall. They said the plan was wrong.";

    #[test]
    fn marks_of_people_are_kept_from_every_tool() {
        let files = [
            (
                "a.jsonl",
                format!(
                    "{{\"id\": 1, \"text\": \"{TEXT}\", \"label\": [[0, 13, \"ORG\"], [35, 39, \"PER\"]]}}\n"
                ),
            ),
            (
                "a.jsonl",
                format!(
                    "{{\"text\": \"{TEXT}\", \"entities\": [{{\"id\": 4, \"label\": \"ORG\", \"start_offset\": 0, \"end_offset\": 13}}, {{\"id\": 5, \"label\": \"PERSON\", \"start_offset\": 35, \"end_offset\": 39}}], \"relations\": []}}\n"
                ),
            ),
            (
                "a.jsonl",
                format!(
                    "{{\"text\": \"{TEXT}\", \"spans\": [{{\"start\": 0, \"end\": 13, \"label\": \"ORG\"}}, {{\"start\": 35, \"end\": 39, \"label\": \"PERSON\"}}], \"answer\": \"accept\"}}\n"
                ),
            ),
            (
                "a.jsonl",
                format!(
                    "{{\"document_id\": \"d\", \"text\": \"{TEXT}\", \"extractions\": [{{\"extraction_class\": \"organization\", \"extraction_text\": \"The committee\", \"char_interval\": {{\"start_pos\": 0, \"end_pos\": 13}}}}, {{\"extraction_class\": \"person\", \"extraction_text\": \"They\", \"char_interval\": {{\"start_pos\": 35, \"end_pos\": 39}}}}]}}\n"
                ),
            ),
            (
                "a.json",
                format!(
                    "[{{\"id\": 1, \"data\": {{\"text\": \"{TEXT}\"}}, \"annotations\": [{{\"result\": [{{\"value\": {{\"start\": 0, \"end\": 13, \"text\": \"The committee\", \"labels\": [\"ORG\"]}}, \"type\": \"labels\"}}, {{\"value\": {{\"start\": 35, \"end\": 39, \"text\": \"They\", \"labels\": [\"PER\"]}}, \"type\": \"labels\"}}]}}]}}]"
                ),
            ),
        ];
        for (name, content) in &files {
            let (articles, told) = open(&[(*name, content.as_bytes())]);
            let [article] = articles.as_slice() else {
                panic!("one article of {content}: {told:?}");
            };
            assert_eq!(article.text, TEXT, "{content}");
            let mentions = article.mentions.iter();
            let words: Vec<&str> = mentions.map(|it| article.words(it.range)).collect();
            assert_eq!(words, ["The committee", "They"], "{content}");
            let kinds = article.entities.iter().map(|it| it.kind.as_str());
            let kinds: Vec<&str> = kinds.collect();
            assert_eq!(kinds, ["organisation", "person"], "{content}");
        }
    }

    #[test]
    fn lines_without_marks_are_read_too_and_others_stay_as_they_are() {
        let lines = format!(
            "{{\"text\": \"{TEXT}\", \"label\": [[0, 13, \"ORG\"]]}}\n{{\"text\": \"Nobody came.\", \"label\": []}}\nno JSON\n"
        );
        let (articles, told) = open(&[("a.jsonl", lines.as_bytes())]);
        assert_eq!(articles.len(), 2, "{told:?}");
        assert_eq!(articles[0].mentions.len(), 1);
        assert!(told.iter().any(|it| it.file == "a-3.json"), "{told:?}");
        for (name, content) in [
            (
                "a.jsonl",
                "{\"text\": \"It was so.\", \"label\": [\"news\"]}",
            ),
            ("a.json", "{\"text\": \"It was so.\"}"),
            ("a.json", "{\"text\": \"It was so.\", \"ents\": []}"),
            (
                "a.txt",
                "{\"text\": \"It was so.\", \"label\": [[0, 2, \"X\"]]}",
            ),
        ] {
            let records = in_records(&[(name, content.as_bytes())]);
            let [((same, bytes), 0)] = records.as_slice() else {
                panic!("one file");
            };
            assert_eq!((&**same, &**bytes), (name, content.as_bytes()));
        }
    }
}
