//! Texts with names annotated by people, one JSON object per line:
//! `{id, text, entities: [{start, end, type}]}`, with offsets in code points.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use model::TextRange;
use serde_json::Value;

/// A text with its names.
pub(super) struct Example {
    pub(super) text: String,
    pub(super) names: Vec<(TextRange, String)>,
}

/// Reads the lines of a file.
pub(super) fn read_lines(file: &Path) -> Result<Vec<Value>> {
    let lines =
        fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .enumerate()
        .map(|(number, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{}, line {}: not JSON", file.display(), number + 1))
        })
        .collect()
}

/// Reads the examples of a file.
pub(super) fn read(file: &Path) -> Result<Vec<Example>> {
    Ok(read_lines(file)?.iter().map(Example::of).collect())
}

impl Example {
    pub(super) fn of(line: &Value) -> Self {
        let text = text_of(line, "text");
        let offsets = Offsets::of(&text);
        let names = list(line, "entities")
            .iter()
            .filter_map(|entity| {
                let range = offsets.range(entity)?;
                Some((range, text_of(entity, "type")))
            })
            .collect();
        Self { text, names }
    }
}

/// The text of a field; empty if it is missing.
pub(super) fn text_of(value: &Value, field: &str) -> String {
    value
        .get(field)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// The list in a field; empty if it is missing.
pub(super) fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value
        .get(field)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The start of each code point of a text, for many conversions.
pub(super) struct Offsets(Vec<u32>);

impl Offsets {
    pub(super) fn of(text: &str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at as u32);
        Self(starts.chain([text.len() as u32]).collect())
    }

    pub(super) fn byte(&self, point: u64) -> u32 {
        let last = self.0.last().copied().unwrap_or(0);
        let index = usize::try_from(point).unwrap_or(usize::MAX);
        self.0.get(index).copied().unwrap_or(last)
    }

    pub(super) fn point(&self, byte: u32) -> u32 {
        self.0.partition_point(|start| *start < byte) as u32
    }

    /// The range from `{start, end}`.
    pub(super) fn range(&self, value: &Value) -> Option<TextRange> {
        let start = value.get("start")?.as_u64()?;
        let end = value.get("end")?.as_u64()?;
        Some(TextRange {
            start: self.byte(start),
            end: self.byte(end),
        })
    }
}
