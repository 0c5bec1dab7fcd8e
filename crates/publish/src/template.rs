//! The skeleton of pages.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::content::Content;
use super::html::escaped;
use super::one_file::{self, Program};

/// The placeholders in a skeleton.
pub const PLACES: [&str; 7] = [
    "%LANGUAGE%",
    "%TITLE%",
    "<!-- %HEAD% -->",
    "<!-- %BEFORE% -->",
    "%ARTICLE%",
    "<!-- %AFTER% -->",
    "<!-- %END% -->",
];

/// A skeleton lacks this placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingPlace(pub &'static str);

impl Display for MissingPlace {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the template has no {}", self.0)
    }
}

impl Error for MissingPlace {}

/// The skeleton of pages, `index.html` of the project: the parts before, between and after the
/// placeholders. Its JSON is the list of these parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Template {
    parts: Vec<String>,
}

impl Template {
    /// The skeleton in a text with placeholders.
    ///
    /// # Errors
    /// If a placeholder is missing.
    pub fn of(index: &str) -> Result<Self, MissingPlace> {
        let mut parts = Vec::new();
        let mut rest = index;
        for place in PLACES {
            let (before, after) = rest.split_once(place).ok_or(MissingPlace(place))?;
            parts.push(before.to_owned());
            rest = after;
        }
        parts.push(rest.to_owned());
        Ok(Self { parts })
    }

    /// A page. `head` loads styles and scripts; `before` and `after` surround the part that the
    /// program replaces; `end` is the end of the page. All of them are HTML.
    #[must_use]
    pub fn filled(
        &self,
        content: &Content,
        head: &str,
        [before, after]: [&str; 2],
        end: &str,
    ) -> String {
        let title = escaped(&content.title);
        let contents = [
            &content.language,
            &title,
            &[&content.metadata, head].concat(),
            before,
            &content.plain,
            after,
            end,
            "",
        ];
        let parts = self.parts.iter().map(String::as_str).zip(contents);
        parts.flat_map(|(part, content)| [part, content]).collect()
    }

    /// The page that contains everything: the style sheet, the script, and each program in an
    /// element of its own.
    #[must_use]
    pub fn one_file(
        &self,
        content: &Content,
        styles: &str,
        script: &str,
        programs: &[Program],
    ) -> String {
        let head = one_file::style_element(styles);
        let end = content.data_elements() + &one_file::program_elements(script, programs);
        self.filled(content, &head, ["", ""], &end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_missing_place_is_named() {
        assert_eq!(Template::of("<html>"), Err(MissingPlace("%LANGUAGE%")));
        let index = PLACES[..5].concat();
        assert_eq!(Template::of(&index), Err(MissingPlace("<!-- %AFTER% -->")));
        let reversed: String = PLACES.iter().rev().copied().collect();
        assert!(Template::of(&reversed).is_err());
    }

    #[test]
    fn what_is_filled_in_is_not_filled_in_again() {
        let template = Template::of(&PLACES.join("|")).unwrap();
        let content = Content {
            language: "en".to_owned(),
            title: "%ARTICLE% & <!-- %END% -->".to_owned(),
            plain: "%TITLE%".to_owned(),
            ..Content::default()
        };
        let page = template.filled(&content, "head", ["before", "after"], "end");
        let title = "%ARTICLE% &amp; &lt;!-- %END% --&gt;";
        assert_eq!(page, format!("en|{title}|head|before|%TITLE%|after|end"));
    }
}
