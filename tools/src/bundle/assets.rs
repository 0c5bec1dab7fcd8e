//! Writes the files of the finished bundle: names, hashes, compressed copies.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context as _, Result, bail};
use pack::KitFiles;

use crate::compression::Compression;
use crate::project;

/// The folder of a bundle that is being written.
pub(super) struct Folder(PathBuf);

/// A file with a hash of its content in its name.
pub(super) type Hashed = publish::Asset;

impl Folder {
    pub(super) fn at(path: &Path) -> Self {
        Self(path.to_path_buf())
    }

    /// The names of the files in the folder, sorted.
    pub(super) fn names(&self) -> Result<Vec<String>> {
        let mut names = project::names_in(&self.0)?;
        names.sort();
        Ok(names)
    }

    /// The path of a file in the folder.
    pub(super) fn path(&self, name: &str) -> Result<PathBuf> {
        Ok(std::path::absolute(self.0.join(name))?)
    }

    /// Writes a file with this name.
    pub(super) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let file = self.0.join(name);
        fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))
    }

    /// Writes a file with a hash of its content at the end of its name.
    pub(super) fn write_hashed(
        &self,
        stem: &str,
        ending: &str,
        content: impl AsRef<[u8]>,
    ) -> Result<Hashed> {
        let content = content.as_ref();
        let file = pack::hashed(stem, ending, content);
        self.write(&file.name, content)?;
        Ok(file)
    }

    /// Adds a copy compressed with Brotli and one with gzip next to each file that becomes clearly
    /// smaller, for servers that send precompressed files.
    pub(super) fn compress(&self) -> Result<()> {
        compress(&self.0)
    }
}

impl KitFiles for Folder {
    fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        fs::read(self.0.join(name)).map_err(|error| error.to_string())
    }
}

fn compress(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    to_compress(folder, &mut files)?;
    // Largest first, so that no thread starts on a large file at the end.
    files.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some((_, file)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress_file(file)?;
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            let done = thread.join();
            done.unwrap_or_else(|_| bail!("a thread that compressed files came to an end"))
        })
    })
}

/// Appends the files of a folder, except compressed copies, with their sizes.
fn to_compress(folder: &Path, files: &mut Vec<(u64, PathBuf)>) -> Result<()> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let path = entry.path();
        let is_compressed = path
            .extension()
            .is_some_and(|ending| ending == "br" || ending == "gz");
        if path.is_dir() {
            to_compress(&path, files)?;
        } else if path.is_file() && !is_compressed {
            files.push((entry.metadata()?.len(), path));
        }
    }
    Ok(())
}

fn compress_file(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    for kind in [Compression::Brotli, Compression::Gzip] {
        let mut copy = path.to_path_buf().into_os_string();
        copy.push(kind.ending());
        let there = fs::read(&copy).ok();
        let is_right = |there: &Vec<u8>| kind.unpacked(there).is_some_and(|it| it == bytes);
        let compressed = match there.filter(is_right) {
            Some(compressed) => compressed,
            None => kind.of(&bytes)?,
        };
        let done = if pays(bytes.len(), compressed.len()) {
            fs::write(&copy, compressed)
        } else if Path::new(&copy).exists() {
            fs::remove_file(&copy)
        } else {
            Ok(())
        };
        done.with_context(|| format!("{} cannot be written", copy.display()))?;
    }
    Ok(())
}

/// Whether a compressed copy is worth its place: it saves a tenth of a file that is larger than a
/// packet. `js/command.js` has the same rule.
fn pays(bytes: usize, compressed: usize) -> bool {
    bytes > 1_400 && compressed * 10 <= bytes * 9
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    #[test]
    fn only_files_that_become_clearly_smaller_have_compressed_copies() {
        let root = env::temp_dir().join(format!("article-explorer-copies-{}", std::process::id()));
        fs::create_dir_all(root.join("articles")).unwrap();
        let folder = Folder::at(&root);
        let noise: Vec<u8> = (0..500_u32)
            .flat_map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes())
            .collect();
        for (name, content) in [
            ("articles/long.html", "It rains. ".repeat(200).as_bytes()),
            ("short.html", "It rains. ".repeat(100).as_bytes()),
            ("noise.bin", &noise),
        ] {
            folder.write(name, content).unwrap();
        }
        folder.compress().unwrap();
        let has = |name: &str| root.join(name).exists();
        assert!(has("articles/long.html.br") && has("articles/long.html.gz"));
        assert!(!has("short.html.br") && !has("short.html.gz"));
        assert!(!has("noise.bin.br") && !has("noise.bin.gz"));
        fs::remove_dir_all(root).unwrap();
    }
}
