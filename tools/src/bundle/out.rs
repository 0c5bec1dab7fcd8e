//! The folder to which a bundle is packed.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, Result, bail};
use pack::{Target, is_bundle};

use crate::project;

/// A folder for the files of a bundle.
pub(super) struct Out {
    path: PathBuf,
    /// The first file of a bundle replaces all that were there.
    is_emptied: bool,
}

impl Out {
    /// The folder at a path, whose files are replaced by a bundle of the articles of another folder.
    ///
    /// # Errors
    ///
    /// If it contains anything but an earlier bundle, or if it contains the articles.
    pub(super) fn replacing(path: &Path, articles: &Path) -> Result<Self> {
        if path.exists() {
            let names = project::names_in(path)?;
            if !names.is_empty() && !is_bundle(&names) {
                bail!(
                    "{} holds other files, which would be lost; name an empty folder, or one that \
                     was packed before",
                    path.display()
                );
            }
            let unreadable = || format!("{} cannot be read", articles.display());
            let articles = articles.canonicalize().with_context(unreadable)?;
            if articles.starts_with(path.canonicalize()?) {
                bail!(
                    "the articles are in {}, whose files would be replaced; name another folder",
                    path.display()
                );
            }
        }
        Ok(Self {
            path: path.to_path_buf(),
            is_emptied: false,
        })
    }

    /// The folder at a path, whose other files remain.
    pub(super) fn beside_others(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            is_emptied: true,
        }
    }

    /// Removes the files in the folder. The folder itself may be one that cannot be removed.
    fn empty(&mut self) -> io::Result<()> {
        if self.path.exists() {
            for entry in fs::read_dir(&self.path)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    fs::remove_dir_all(entry.path())?;
                } else {
                    fs::remove_file(entry.path())?;
                }
            }
        }
        self.is_emptied = true;
        Ok(())
    }
}

impl Target for Out {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String> {
        if !self.is_emptied {
            let emptied = self.empty();
            emptied
                .map_err(|error| format!("{} cannot be emptied: {error}", self.path.display()))?;
        }
        let file = self.path.join(name);
        let written = fs::create_dir_all(file.parent().unwrap_or(&self.path))
            .and_then(|()| fs::write(&file, content));
        written.map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn only_the_files_of_a_bundle_are_replaced() {
        let root = env::temp_dir().join(format!("article-explorer-out-{}", std::process::id()));
        let (out, articles) = (root.join("out"), root.join("articles"));
        fs::create_dir_all(&out).unwrap();
        fs::create_dir_all(&articles).unwrap();
        let replacing = |articles: &Path| Out::replacing(&out, articles);
        let mut first = replacing(&articles).unwrap();
        first.write("index.html", b"1").unwrap();
        assert!(replacing(&articles).is_err(), "a page of another site");
        first.write("article-explorer.d.ts", b"").unwrap();
        let mut second = replacing(&articles).unwrap();
        assert!(
            out.join("index.html").exists(),
            "nothing is lost until the first file is there"
        );
        second.write("articles/a.html", b"").unwrap();
        assert!(!out.join("index.html").exists() && out.join("articles/a.html").exists());
        second.write("index.html", b"").unwrap();
        second.write("article-explorer.d.ts", b"").unwrap();
        let inside = out.join("articles");
        let fault = replacing(&inside).err().unwrap().to_string();
        assert!(fault.contains("the articles are in"), "{fault}");
        fs::remove_dir_all(root).unwrap();
    }
}
