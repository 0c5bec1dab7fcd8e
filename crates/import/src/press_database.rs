//! Downloads of press databases: several documents in one text.

use model::Article;

use super::diagnostic::Diagnostic;
use super::{factiva, nexis, nexis_uni};

/// Reads the documents of a download; `None` if the text is none.
pub(super) fn documents(
    id: &str,
    file: &str,
    text: &str,
) -> Option<(Vec<Article>, Vec<Diagnostic>)> {
    [factiva::documents, nexis::documents, nexis_uni::documents]
        .iter()
        .find_map(|documents| documents(id, file, text))
}
