//! Reads RTF documents, also those in which press databases deliver several articles.

mod characters;
mod reader;
#[cfg(test)]
mod tests;
mod tokens;

use model::Article;

use super::diagnostic::{Diagnostic, Diagnostics, FileProblem};
use super::press_database::documents;
use reader::Rtf;

/// Reads the articles of a document.
pub(super) fn articles_in_rtf(
    id: &str,
    file: &str,
    bytes: &[u8],
) -> (Vec<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let rtf = Rtf::of(bytes);
    if !rtf.is_whole {
        diagnostics.report_file(FileProblem::CutOff);
    }
    let lines = rtf.lines();
    let (articles, more) = documents(id, file, &lines).unwrap_or_else(|| {
        let article = rtf.into_document().into_article(id, &mut diagnostics);
        (Vec::from_iter(article), Vec::new())
    });
    let mut told = diagnostics.into_list();
    told.extend(more);
    (articles, told)
}
