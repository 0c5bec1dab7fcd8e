//! The files of a collection that is too large for its page: an index in parts, and a file for each
//! article.

use explore::collection::{ArchiveWriter, Charts, Collection, File};
use import::Bundle;
use model::Article;
use sha2::{Digest as _, Sha256};

use crate::assets::hexadecimal;

/// The maximum number of bytes of articles in a page. Beyond it, articles are loaded one by one.
pub const AT_ONCE: usize = 1 << 20;

/// The number of articles that such a page contains anyway, so that it can show a list at once.
const IN_PAGE: usize = 20;

/// The files of an archive.
pub(crate) struct Archive {
    writer: ArchiveWriter,
    /// Their folder, which is named after a hash of their content.
    folder: String,
}

impl Archive {
    /// Makes the files of articles, the newest first.
    pub(crate) fn of(articles: &[Article]) -> Self {
        let writer = ArchiveWriter::of(articles);
        let mut hash = Sha256::new();
        for (file, bytes) in &writer.files {
            match file {
                File::Head => hash.update(bytes),
                File::Part(_) => {}
                File::Article(_) => hash.update(Sha256::digest(bytes)),
            }
        }
        let folder = format!("collection-{}", hexadecimal(&hash.finalize(), 16));
        Self { writer, folder }
    }

    /// The files, with the names of their folder.
    pub(crate) fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        let files = self.writer.files.iter();
        files.map(|(file, bytes)| (format!("{}/{}", self.folder, file.name()), bytes.as_slice()))
    }

    /// The data of the page, whose articles are those of `bundle`.
    pub(crate) fn data(&self, bundle: &Bundle) -> String {
        let folder = format!("./{}", self.folder);
        self.writer.data(bundle, &folder, IN_PAGE)
    }

    /// What the page shows at first.
    pub(crate) fn page(&self, title: Option<String>) -> (Collection, Charts) {
        self.writer.page(title, IN_PAGE)
    }
}
