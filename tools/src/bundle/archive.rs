//! The files of a collection that is too large to stand in its page: an index in parts, and
//! a file for each article.

use anyhow::Result;
use explore::collection::{ArchiveWriter, File};
use import::Bundle;
use model::Article;
use sha2::{Digest as _, Sha256};

use super::assets::Folder;
use super::hash::hexadecimal;

/// As many bytes of articles a page holds at most; beyond, they are fetched one by one.
pub(crate) const AT_ONCE: usize = 1 << 20;

/// How many articles stand in the page nevertheless, so that the list is there at once.
pub(super) const IN_PAGE: usize = 20;

/// Writes the files into a folder whose name tells their content, and gives the data of the
/// page. The articles come with the newest first, `data` in the same order.
pub(super) fn write(folder: &Folder, articles: &[Article], data: &Bundle) -> Result<String> {
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
    Ok(writer.data(data.title.as_deref(), &format!("./{name}"), IN_PAGE))
}
