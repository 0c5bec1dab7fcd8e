//! Articles as a file in another format, with its name.

use std::borrow::Borrow;

use super::format::{Format, export, export_several};
use super::problem::ExportLoss;
use model::Article;
use serde::Serialize;
use ts_rs::TS;

/// A file in an export format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Exported")]
pub struct ExportedFile {
    /// A name for the file.
    pub name: String,
    /// What the format cannot represent, in sentences.
    pub notices: Vec<String>,
    /// The same as values, for interfaces in other languages.
    #[serde(skip)]
    #[ts(skip)]
    pub losses: Vec<ExportLoss>,
    /// The content.
    pub text: String,
    /// The media type.
    #[serde(rename = "type")]
    pub media_type: &'static str,
}

impl ExportedFile {
    /// A file that holds everything that it is made from.
    #[must_use]
    pub fn without_losses(name: &str, text: String, media_type: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            notices: Vec::new(),
            losses: Vec::new(),
            text,
            media_type,
        }
    }
}

/// Why articles cannot be written as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportRefusal {
    /// There is no article.
    NoArticle,
    /// There are several articles, and the format holds one.
    HoldsOne,
}

/// Writes articles as a file.
///
/// # Errors
/// If there is no article, or there are several and the format holds one.
pub fn export_file(
    format: Format,
    articles: &[impl Borrow<Article>],
) -> Result<ExportedFile, ExportRefusal> {
    let (name, (text, lost)) = match articles {
        [] => return Err(ExportRefusal::NoArticle),
        [only] => (only.borrow().id.as_str(), export(format, only.borrow())),
        several => (
            "articles",
            export_several(format, several).ok_or(ExportRefusal::HoldsOne)?,
        ),
    };
    let losses = lost.iter().map(|lost| ExportLoss::of(&lost.problem));
    Ok(ExportedFile {
        name: format!("{name}{}", format.ending()),
        notices: lost.iter().map(|lost| lost.problem.to_string()).collect(),
        losses: losses.flatten().collect(),
        text,
        media_type: format.media_type(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::article_from_markdown;

    #[test]
    fn a_file_is_named_after_its_article_and_says_what_it_lacks() {
        let (mut one, _) = article_from_markdown("a", "a.md", "“It is so,” Ann Lee said.");
        annotate::annotate(&mut one, None);
        let (other, _) = article_from_markdown("b", "b.md", "It rains.");
        let names =
            |articles: &[&Article], format| export_file(format, articles).map(|file| file.name);
        assert_eq!(names(&[&one], Format::Text).as_deref(), Ok("a.txt"));
        assert_eq!(
            names(&[&one, &other], Format::CsvClaims).as_deref(),
            Ok("articles.claims.csv")
        );
        assert_eq!(
            names(&[&one, &other], Format::Text),
            Err(ExportRefusal::HoldsOne)
        );
        assert_eq!(names(&[], Format::Text), Err(ExportRefusal::NoArticle));
        let file = export_file(Format::Text, &[one]).unwrap();
        assert_eq!(file.media_type, "text/plain");
        assert!(file.notices.iter().any(|notice| notice.contains("claims")));
        let sentences: Vec<String> = file.losses.iter().map(ToString::to_string).collect();
        assert_eq!(sentences, file.notices);
    }
}
