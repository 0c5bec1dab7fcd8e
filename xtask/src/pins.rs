//! The versions of the tools, read from `Cargo.lock` and `Trunk.toml` so that each is
//! written only once.

use anyhow::{Context as _, Result};
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// The version of each tool that this checkout uses.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pins {
    /// Trunk, e.g. `0.21.14`.
    pub(crate) trunk: String,
    /// The `wasm-bindgen` program, whose version must equal the library's in `Cargo.lock`.
    pub(crate) wasm_bindgen: String,
    /// Binaryen's release number, e.g. `132`.
    pub(crate) binaryen: String,
}

impl Pins {
    /// Reads the versions of the checkout at `root`.
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let read = |name: &str| {
            fs::read_to_string(root.join(name)).with_context(|| format!("{name} cannot be read"))
        };
        Self::parse(&read("Cargo.lock")?, &read("Trunk.toml")?)
    }

    fn parse(cargo_lock: &str, trunk_toml: &str) -> Result<Self> {
        let trunk: Table = trunk_toml.parse().context("Trunk.toml is not TOML")?;
        let version = trunk
            .get("trunk-version")
            .and_then(Value::as_str)
            .context("Trunk.toml names no trunk-version")?;
        let wasm_opt = trunk_tool(trunk_toml, "wasm_opt")?;
        Ok(Self {
            trunk: version.trim_start_matches('=').to_owned(),
            wasm_bindgen: locked_version(cargo_lock, "wasm-bindgen")?,
            binaryen: wasm_opt.trim_start_matches("version_").to_owned(),
        })
    }
}

/// The version of `package` in the text of a `Cargo.lock`.
pub(crate) fn locked_version(cargo_lock: &str, package: &str) -> Result<String> {
    let lock: Table = cargo_lock.parse().context("Cargo.lock is not TOML")?;
    let packages = lock.get("package").and_then(Value::as_array);
    packages
        .into_iter()
        .flatten()
        .find(|entry| entry.get("name").and_then(Value::as_str) == Some(package))
        .and_then(|entry| entry.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock holds no package {package}"))
}

/// The version of a tool under `[tools]` in the text of a `Trunk.toml`.
pub(crate) fn trunk_tool(trunk_toml: &str, tool: &str) -> Result<String> {
    let trunk: Table = trunk_toml.parse().context("Trunk.toml is not TOML")?;
    trunk
        .get("tools")
        .and_then(|tools| tools.get(tool)?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Trunk.toml names no {tool} under [tools]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = ["wasm-bindgen-macro"]
"#;

    const TRUNK: &str = r#"
trunk-version = "0.21.14"

[tools]
wasm_bindgen = "0.2.130"
wasm_opt = "version_132"
"#;

    #[test]
    fn the_version_belongs_to_the_exact_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn a_missing_package_is_named() {
        let error = locked_version(LOCK, "yew").unwrap_err();
        assert_eq!(error.to_string(), "Cargo.lock holds no package yew");
    }

    #[test]
    fn all_versions_come_from_two_files() {
        let pins = Pins::parse(LOCK, TRUNK).unwrap();
        assert_eq!(
            pins,
            Pins {
                trunk: "0.21.14".into(),
                wasm_bindgen: "0.2.130".into(),
                binaryen: "132".into()
            }
        );
    }
}
