//! Edits of the facts about an article.

use crate::editor::Editor;
use crate::step::Step;
use crate::{EditProblem, MetadataChange};

/// The longest language tag.
const LONGEST_TAG: usize = 35;

fn checked(value: &str) -> Result<String, EditProblem> {
    let is_blank = value.trim().is_empty();
    (!is_blank)
        .then(|| value.to_owned())
        .ok_or(EditProblem::BlankValue)
}

fn optional(value: Option<&String>) -> Result<Option<String>, EditProblem> {
    value.map(|value| checked(value)).transpose()
}

/// A tag of letters, digits and single hyphens, or nothing.
fn language(tag: &str) -> Result<String, EditProblem> {
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_tag = tag.len() <= LONGEST_TAG && tag.split('-').all(is_subtag);
    (tag.is_empty() || is_tag)
        .then(|| tag.to_owned())
        .ok_or_else(|| EditProblem::InvalidLanguage(tag.to_owned()))
}

impl Editor<'_> {
    /// Changes one fact about the article.
    pub(crate) fn change_metadata(&mut self, change: &MetadataChange) -> Result<(), EditProblem> {
        let mut metadata = self.article().metadata.clone();
        match change {
            MetadataChange::Title { title, by_editor } => {
                metadata.title = checked(title)?;
                metadata.title_by_editor = *by_editor;
            }
            MetadataChange::Author(author) => metadata.author = optional(author.as_ref())?,
            MetadataChange::Published(date) => metadata.published = *date,
            MetadataChange::Source(source) => metadata.source = optional(source.as_ref())?,
            MetadataChange::Url(url) => metadata.url.clone_from(url),
            MetadataChange::Language(tag) => metadata.language = language(tag)?,
            MetadataChange::Licence(licence) => metadata.licence = optional(licence.as_ref())?,
            MetadataChange::Direction(direction) => metadata.direction = *direction,
        }
        if metadata != self.article().metadata {
            self.run(Step::Metadata(Box::new(metadata)));
        }
        Ok(())
    }
}
