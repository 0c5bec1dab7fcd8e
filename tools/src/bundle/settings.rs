//! The settings of a bundle: `settings.json` beside the articles.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use article_explorer::LanguageTag;
use serde::Deserialize;

/// The name of the file.
pub(super) const SETTINGS: &str = "settings.json";

/// The settings of a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Settings {
    /// The language of the interface.
    pub(super) language: LanguageTag,
    /// A few articles are files too, which a page fetches one by one.
    pub(super) in_parts: bool,
}

/// The content of the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsRecord {
    language: Option<String>,
}

impl Settings {
    /// The settings beside the articles of a folder, or the defaults if there are none.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, has an unknown field, or names a language that the interface
    /// does not have.
    pub(super) fn beside(folder: &Path) -> Result<Self> {
        match fs::read_to_string(folder.join(SETTINGS)) {
            Ok(json) => Self::parse(&json).with_context(|| format!("{SETTINGS} cannot be used")),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error).with_context(|| format!("{SETTINGS} cannot be read")),
        }
    }

    fn parse(json: &str) -> Result<Self> {
        let record: SettingsRecord = serde_json::from_str(json)?;
        let language = match record.language {
            Some(tag) => LanguageTag::known(&tag).ok_or_else(|| {
                let known = LanguageTag::ALL.map(LanguageTag::as_str).join(", ");
                anyhow!("`language` is {tag:?}; the interface has the languages {known}")
            })?,
            None => LanguageTag::default(),
        };
        Ok(Self {
            language,
            ..Self::default()
        })
    }

    /// The part of the program that contains the language, if it is not in the main part.
    pub(super) fn language_part(self) -> Option<&'static str> {
        match self.language {
            LanguageTag::English => None,
            LanguageTag::German => Some("german"),
            LanguageTag::Chinese => Some("chinese"),
        }
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
            let error = format!("{:#}", Settings::parse(json).unwrap_err());
            for part in parts {
                assert!(error.contains(part), "{error}");
            }
        }
    }

    #[test]
    fn a_folder_without_settings_has_the_defaults() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(Settings::beside(&folder).unwrap(), Settings::default());
    }
}
