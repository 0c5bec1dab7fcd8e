//! The folder for installed tools, shared by all checkouts.

use anyhow::{Context as _, Result, bail};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// One folder for each tool and version, e.g. `trunk-0.21.14`.
pub(super) struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// `ARTICLE_EXPLORER_TOOLS`, or `article-explorer` in the user's cache folder.
    pub(super) fn locate() -> Result<Self> {
        let variable = |name| env::var_os(name).filter(|value| !value.is_empty());
        let named = variable("ARTICLE_EXPLORER_TOOLS").map(PathBuf::from);
        let users = || {
            let folder = if cfg!(windows) {
                PathBuf::from(variable("LOCALAPPDATA")?)
            } else if let Some(cache) = variable("XDG_CACHE_HOME") {
                PathBuf::from(cache)
            } else {
                Path::new(&variable("HOME")?).join(".cache")
            };
            Some(folder.join("article-explorer"))
        };
        let folder = named
            .or_else(users)
            .context("there is no folder to keep tools in; set ARTICLE_EXPLORER_TOOLS to one")?;
        Ok(Self {
            folder: std::path::absolute(folder)?,
        })
    }

    /// The folder of a tool, whether it exists or not.
    pub(super) fn entry(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Installs a tool and returns its folder.
    ///
    /// The tool is first written to a temporary folder, which is moved into place once
    /// `is_complete` returns true. An interrupted installation is therefore never mistaken
    /// for a complete one. A second process that needs the same tool waits and then uses
    /// it.
    pub(super) fn install(
        &self,
        name: &str,
        duration: &str,
        is_complete: impl Fn(&Path) -> bool,
        install: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let entry = self.entry(name);
        let unfinished = self.entry(&format!("{name}.unfinished"));
        fs::create_dir_all(&self.folder)
            .with_context(|| format!("{} cannot be written", self.folder.display()))?;
        let lock = File::create(self.entry(&format!("{name}.lock")))?;
        if lock.try_lock().is_err() {
            println!("waiting for another process that installs {name} …");
            lock.lock()?;
        }
        if is_complete(&entry) {
            return Ok(entry);
        }

        println!("installing {name} ({duration}, once) …");
        fs::create_dir_all(&unfinished)?;
        install(&unfinished)?;
        if !is_complete(&unfinished) {
            bail!(
                "{name} was installed into {} but does not run or has another version",
                unfinished.display()
            );
        }
        if entry.exists() {
            fs::remove_dir_all(&entry)?;
        }
        fs::rename(&unfinished, &entry)?;
        Ok(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache(test: &str) -> Cache {
        let name = format!("article-explorer-cache-{test}-{}", std::process::id());
        let folder = env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&folder);
        Cache { folder }
    }

    fn is_complete(folder: &Path) -> bool {
        folder.join("program").exists()
    }

    fn write_program(folder: &Path) -> Result<()> {
        Ok(fs::write(folder.join("program"), "")?)
    }

    #[test]
    fn an_interrupted_installation_does_not_count_as_complete() {
        let cache = cache("interrupted");
        let broken = cache.install("tool-1", "short", is_complete, |folder| {
            fs::write(folder.join("half"), "")?;
            bail!("interrupted")
        });
        assert!(broken.is_err());
        assert!(!cache.entry("tool-1").exists());

        let folder = cache
            .install("tool-1", "short", is_complete, write_program)
            .unwrap();
        assert!(is_complete(&folder));
        fs::remove_dir_all(&cache.folder).unwrap();
    }

    #[test]
    fn an_installation_without_its_program_is_an_error() {
        let cache = cache("empty");
        let empty = cache.install("tool-1", "short", is_complete, |_| Ok(()));
        assert!(empty.is_err());
        assert!(!cache.entry("tool-1").exists());
        fs::remove_dir_all(&cache.folder).unwrap();
    }

    #[test]
    fn an_installed_tool_is_not_installed_again() {
        let cache = cache("finished");
        cache
            .install("tool-1", "short", is_complete, write_program)
            .unwrap();
        cache
            .install("tool-1", "short", is_complete, |_| bail!("must not run"))
            .unwrap();
        fs::remove_dir_all(&cache.folder).unwrap();
    }
}
