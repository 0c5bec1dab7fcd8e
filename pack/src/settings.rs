//! The settings of a bundle: `settings.json` beside the articles.

use article_explorer::LanguageTag;
use serde::Deserialize;

use crate::fault::Fault;

/// The settings of a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub language: LanguageTag,
    /// A few articles are files too, which a page fetches one by one.
    pub in_parts: bool,
}

/// The content of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsRecord {
    language: Option<String>,
}

impl Settings {
    /// Reads the content of `settings.json`.
    ///
    /// # Errors
    /// If it is not JSON, has an unknown field, or names a language that the interface does not
    /// have.
    pub fn parse(json: &str) -> Result<Self, Fault> {
        let record: SettingsRecord =
            serde_json::from_str(json).map_err(|error| Fault::Settings(error.to_string()))?;
        let language = match record.language {
            Some(tag) => LanguageTag::known(&tag).ok_or_else(|| {
                let known = LanguageTag::ALL.map(LanguageTag::as_str).join(", ");
                Fault::Settings(format!(
                    "`language` is {tag:?}; the interface has the languages {known}"
                ))
            })?,
            None => LanguageTag::default(),
        };
        Ok(Self {
            language,
            ..Self::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_read() {
        for (json, language) in [
            ("{}", LanguageTag::English),
            (r#"{"language": "de-AT"}"#, LanguageTag::German),
            (r#"{"language": "zh"}"#, LanguageTag::Chinese),
        ] {
            assert_eq!(Settings::parse(json).unwrap().language, language);
        }
    }

    #[test]
    fn a_setting_that_cannot_be_used_is_told_with_those_that_can() {
        for (json, parts) in [
            (
                r#"{"language": "<fr>"}"#,
                &["`language`", "\"<fr>\"", "en, de, zh"][..],
            ),
            (r#"{"language": 7}"#, &["integer `7`", "a string"]),
            (r#"{"lang": "de"}"#, &["`lang`", "`language`"]),
            ("[", &["EOF"]),
        ] {
            let error = Settings::parse(json).unwrap_err().to_string();
            for part in parts {
                assert!(error.contains(part), "{error}");
            }
        }
    }
}
