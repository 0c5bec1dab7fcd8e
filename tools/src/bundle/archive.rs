//! Writes the files of a collection that is too large for its page: an index in parts, and a file
//! for each article.

use anyhow::Result;
use explore::collection::{ArchiveWriter, Charts, Collection, File};
use import::Bundle;
use model::Article;
use sha2::{Digest as _, Sha256};

use super::assets::Folder;
use super::hash::hexadecimal;

/// The maximum number of bytes of articles in a page. Beyond it, articles are loaded one by one.
pub(crate) const AT_ONCE: usize = 1 << 20;

/// The number of articles that such a page contains anyway, so that it can show a list at once.
pub(super) const IN_PAGE: usize = 20;

/// Writes the files to a folder that is named after a hash of their content, and returns the data
/// of the page, with the articles and charts that it shows at first. The articles are sorted with the newest first; `data` has the same order.
pub(super) fn write(
    folder: &Folder,
    articles: &[Article],
    data: &Bundle,
) -> Result<(String, Collection, Charts)> {
    let writer = ArchiveWriter::of(articles);
    let mut hash = Sha256::new();
    for (file, bytes) in &writer.files {
        match file {
            File::Head => hash.update(bytes),
            File::Part(_) => {}
            File::Article(_) => hash.update(Sha256::digest(bytes)),
        }
    }
    let name = format!("collection-{}", hexadecimal(&hash.finalize(), 16));
    folder.make(&name)?;
    for (file, bytes) in &writer.files {
        folder.write(&format!("{name}/{}", file.name()), bytes)?;
    }
    let json = writer.data(data, &format!("./{name}"), IN_PAGE);
    let (collection, charts) = writer.page(data.title.clone(), IN_PAGE);
    Ok((json, collection, charts))
}
