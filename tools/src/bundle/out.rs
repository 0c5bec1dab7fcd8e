//! The folder to which a bundle is packed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, Result, bail};
use pack::{Target, is_bundle};

use crate::project;

/// A folder for the files of a bundle.
pub(super) struct Out {
    path: PathBuf,
    /// The names of the files written so far.
    written: BTreeSet<String>,
    /// Whether the folder has the files of an earlier bundle.
    is_replaced: bool,
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
            written: BTreeSet::new(),
            is_replaced: true,
        })
    }

    /// The folder at a path, whose other files remain.
    pub(super) fn beside_others(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            written: BTreeSet::new(),
            is_replaced: false,
        }
    }

    /// The number of files and their bytes.
    pub(super) fn size(&self) -> Result<(usize, u64)> {
        let mut files = Vec::new();
        files_in(&self.path, "", &mut files)?;
        Ok((files.len(), files.iter().map(|(_, bytes)| bytes).sum()))
    }

    /// Removes what is in the folder but not in the bundle. Compressed copies of its files may stay.
    pub(super) fn remove_others(&self, copies_stay: bool) -> Result<()> {
        let mut files = Vec::new();
        files_in(&self.path, "", &mut files)?;
        for (name, _) in files {
            let of = [".br", ".gz"].iter().find_map(|end| name.strip_suffix(end));
            let is_copy = copies_stay && of.is_some_and(|of| self.written.contains(of));
            if !is_copy && !self.written.contains(&name) {
                fs::remove_file(self.path.join(name))?;
            }
        }
        remove_empty(&self.path)
    }

    /// Writes a file, unless it is there already.
    fn put(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let file = self.path.join(name);
        let folder = file.parent().unwrap_or(&self.path);
        // A link or a folder in its place would lead elsewhere.
        if folder != self.path && is_something_else(folder, fs::FileType::is_dir) {
            fs::remove_file(folder)?;
        }
        if is_something_else(&file, fs::FileType::is_file) {
            fs::remove_file(&file).or_else(|_| fs::remove_dir_all(&file))?;
        }
        if fs::read(&file).is_ok_and(|there| there == content) {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        fs::write(&file, content)
    }
}

impl Target for Out {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String> {
        let written = self.put(name, content);
        self.written.insert(name.to_owned());
        written.map_err(|error| error.to_string())
    }

    fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
        let file = self.path.join(name);
        self.is_replaced.then(|| fs::read(file).ok()).flatten()
    }
}

/// Whether there is something at a path that is not of this type, such as a link.
fn is_something_else(path: &Path, is_wanted: impl Fn(&fs::FileType) -> bool) -> bool {
    let there = fs::symlink_metadata(path);
    there.is_ok_and(|there| !is_wanted(&there.file_type()))
}

/// Appends the names of what is in a folder and its folders, with the sizes of files. Links are not
/// followed.
fn files_in(folder: &Path, prefix: &str, files: &mut Vec<(String, u64)>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files_in(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.metadata()?.len()));
        }
    }
    Ok(())
}

/// Removes the empty folders in a folder.
fn remove_empty(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty(&entry.path())?;
            if fs::read_dir(entry.path())?.next().is_none() {
                fs::remove_dir(entry.path())?;
            }
        }
    }
    Ok(())
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
        fs::write(out.join("index.html.br"), b"a copy").unwrap();
        second.write("articles/a.html", b"").unwrap();
        assert!(
            out.join("index.html").exists(),
            "nothing is lost until all files are there"
        );
        second.write("article-explorer.d.ts", b"").unwrap();
        second.remove_others(true).unwrap();
        let has = |name: &str| out.join(name).exists();
        assert!(!has("index.html") && !has("index.html.br") && has("articles/a.html"));
        let mut third = replacing(&articles);
        assert!(third.is_err(), "half a bundle is none");
        fs::write(out.join("index.html"), b"").unwrap();
        fs::write(out.join("index.html.br"), b"a copy").unwrap();
        fs::create_dir_all(out.join("mine/empty")).unwrap();
        third = replacing(&articles);
        let mut third = third.unwrap();
        third.write("index.html", b"2").unwrap();
        third.remove_others(true).unwrap();
        assert!(has("index.html.br") && !has("articles") && !has("mine"));
        assert_eq!(third.size().unwrap(), (2, 7));
        third.remove_others(false).unwrap();
        assert_eq!(third.size().unwrap(), (1, 1));
        for name in ["index.html", "article-explorer.d.ts", "articles/a.html"] {
            third.write(name, b"").unwrap();
        }
        let inside = out.join("articles");
        let fault = replacing(&inside).err().unwrap().to_string();
        assert!(fault.contains("the articles are in"), "{fault}");
        fs::remove_dir_all(root).unwrap();
    }
}
