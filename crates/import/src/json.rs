//! JSON as a value, and reading fields of it without failing.

use super::notice::Notices;

/// A JSON value. Where it was parsed does not matter: by a library natively, by the
/// browser in the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the order of the file.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A field of an object; the last of that name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => {
                let mut found = fields.iter().rev().filter(|(name, _)| name == key);
                found.next().map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// For a notice: a text as it is, anything long cut, anything else by its kind.
    #[must_use]
    pub fn plain(&self) -> String {
        let text = match self {
            Self::Text(text) => text,
            Self::Null => return String::new(),
            Self::Bool(value) => return value.to_string(),
            Self::Number(number) if number.trunc() == *number => {
                return (*number as i64).to_string();
            }
            Self::Number(_) => return "a number".to_owned(),
            Self::List(list) => return format!("a list of {}", list.len()),
            Self::Object(fields) => {
                let names: Vec<&str> = fields
                    .iter()
                    .take(6)
                    .map(|(name, _)| name.as_str())
                    .collect();
                return format!("an object with {}", names.join(", "));
            }
        };
        match text.char_indices().nth(120) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text.clone(),
        }
    }
}

impl From<&serde_json::Value> for Json {
    fn from(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(number.as_f64().unwrap_or(f64::NAN)),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(list) => Self::List(list.iter().map(Self::from).collect()),
            Value::Object(fields) => {
                let field = |(name, value): (&String, _)| (name.clone(), Self::from(value));
                Self::Object(fields.iter().map(field).collect())
            }
        }
    }
}

impl Notices {
    /// The items of a list; none where the field is missing, and a notice where it is
    /// something else.
    pub(super) fn list<'v>(&mut self, item: &'v Json, key: &str, at: &str) -> &'v [Json] {
        match item.get(key) {
            None | Some(Json::Null) => &[],
            Some(Json::List(list)) => list,
            Some(other) => {
                self.error(&path(at, key), "this is not a list", &other.plain());
                &[]
            }
        }
    }

    /// A text that must be there.
    pub(super) fn required_text(&mut self, item: &Json, key: &str, at: &str) -> Option<String> {
        if matches!(item.get(key), None | Some(Json::Null)) {
            self.error(at, format!("“{key}” is missing"), &item.plain());
        }
        self.text(item, key, at)
    }

    /// A text that may be there.
    pub(super) fn text(&mut self, item: &Json, key: &str, at: &str) -> Option<String> {
        match item.get(key)? {
            Json::Null => None,
            Json::Text(text) => Some(text.clone()),
            other => {
                self.error(&path(at, key), "this is not a text", &other.plain());
                None
            }
        }
    }

    /// A text that is read further; what cannot be read is told.
    pub(super) fn read<T>(
        &mut self,
        item: &Json,
        key: &str,
        at: &str,
        read: impl Fn(&str) -> Option<T>,
        expected: &str,
    ) -> Option<T> {
        let text = self.text(item, key, at)?;
        let value = read(&text);
        if value.is_none() {
            self.error(&path(at, key), format!("this is not {expected}"), &text);
        }
        value
    }
}

fn path(at: &str, key: &str) -> String {
    if at.is_empty() {
        key.to_owned()
    } else {
        format!("{at}.{key}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_named_for_notices() {
        for (json, plain) in [
            ("null", ""),
            ("7", "7"),
            ("7.5", "a number"),
            ("true", "true"),
            ("\"words\"", "words"),
            ("[1,2]", "a list of 2"),
            ("{\"a\":1}", "an object with a"),
        ] {
            let value: serde_json::Value = serde_json::from_str(json).unwrap();
            assert_eq!(Json::from(&value).plain(), plain, "{json}");
        }
    }
}
