//! The compiled program: what is changed in it before it is published.
//!
//! Of what the compiler writes, only these change anything, in this order:
//!
//! 1. `wasm-bindgen` makes the WebAssembly and its script,
//! 2. `wasm-opt` makes the WebAssembly small, as the lists in `compile.rs` and `index.html`
//!    say, and in a release build of the page once more ([`smaller`]),
//! 3. [`with_own_listeners`] renames the properties in which Yew numbers its listeners,
//! 4. esbuild makes the script small and leaves out the address that it takes for that of
//!    its WebAssembly ([`Esbuild::module`](super::esbuild::Esbuild::module)),
//! 5. gzip and Brotli compress.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use super::hash::hexadecimal;
use super::optimise::smaller;

/// The program and its JavaScript.
pub(super) struct Program {
    pub(super) wasm: Vec<u8>,
    pub(super) script: String,
}

impl Program {
    /// Takes what Trunk left in `folder`, which no longer holds it then.
    pub(super) fn take_from(folder: &Path, is_release: bool) -> Result<Self> {
        let take = |ending: &str| -> Result<Vec<u8>> {
            let path = built_file(folder, ending)?;
            let bytes =
                fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            fs::remove_file(&path)
                .with_context(|| format!("{} cannot be removed", path.display()))?;
            Ok(bytes)
        };
        let mut wasm = take("_bg.wasm")?;
        if is_release {
            wasm = smaller(&wasm)?;
        }
        let script =
            String::from_utf8(take(".js")?).context("the program's script is not UTF-8")?;
        Ok(Self::of(&script, wasm))
    }

    /// Makes ready what wasm-bindgen and wasm-opt wrote.
    pub(super) fn of(script: &str, wasm: Vec<u8>) -> Self {
        let script = with_own_listeners(script, &wasm);
        Self { wasm, script }
    }
}

fn built_file(folder: &Path, ending: &str) -> Result<PathBuf> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("article-explorer-") && name.ends_with(ending) {
            return Ok(path.clone());
        }
    }
    anyhow::bail!(
        "{} holds no article-explorer-…{ending}; is `filehash` on in Trunk.toml?",
        folder.display()
    )
}

/// Yew numbers its listeners in properties of elements, with the same names and numbers in
/// every program. Names of our own keep us from answering the events of another Yew app
/// that we stand in, and it from answering ours.
fn with_own_listeners(script: &str, wasm: &[u8]) -> String {
    let own = hexadecimal(&Sha256::digest(wasm), 8);
    script.replace(".__yew_", &format!(".__ae{own}_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listeners_have_names_of_their_own_for_each_program() {
        let script = "arg0.__yew_listener_id = 1; function __wbg___yew_x() {}";
        let one = with_own_listeners(script, b"1");
        assert!(one.contains("__wbg___yew_x") && !one.contains(".__yew_"));
        assert_ne!(one, with_own_listeners(script, b"2"));
    }
}
