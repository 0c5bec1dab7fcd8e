//! The suites: their tools and how to run them.

use super::end_to_end::EndToEnd;
use super::runner::counted;
use crate::tally::Tally;
use crate::tidy;
use crate::tools::{Tool, Tools};
use anyhow::{Context as _, Result};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Cargo's arguments for the native tests.
pub(crate) const NATIVE: &[&str] = &["test", "--workspace", "--no-fail-fast"];

/// A test suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suite {
    /// The rules of the repository.
    Tidy,
    /// `cargo test` on this machine.
    Native,
    /// Native tests with collections of files that are not part of the project.
    Data,
    /// The components in a headless browser.
    Browser,
    /// The release build in a headless browser.
    EndToEnd,
}

impl Suite {
    /// Every suite, fastest first.
    pub(super) const ALL: [Self; 5] = [
        Self::Tidy,
        Self::Native,
        Self::Data,
        Self::Browser,
        Self::EndToEnd,
    ];

    /// The name used on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::Native => "native",
            Self::Data => "data",
            Self::Browser => "browser",
            Self::EndToEnd => "e2e",
        }
    }

    /// The suite with this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.name() == name)
    }

    /// The tools to set up first.
    pub(super) fn needs(self, end_to_end: &EndToEnd) -> Vec<Tool> {
        match self {
            Self::Tidy | Self::Native | Self::Data => Vec::new(),
            Self::Browser => vec![Tool::Target, Tool::WasmBindgen, Tool::Browser],
            Self::EndToEnd => end_to_end.needs(),
        }
    }

    /// Runs the suite to completion; of the components only the tests with `component` in
    /// their names.
    pub(super) fn run(
        self,
        tools: &Tools,
        component: Option<&str>,
        end_to_end: &EndToEnd,
    ) -> Result<Tally> {
        match self {
            Self::Tidy => tidy::check(tools.root()),
            Self::Native => counted(tools.command("cargo").args(NATIVE)),
            Self::Data => data(tools),
            Self::Browser => components(tools, component),
            Self::EndToEnd => end_to_end.run(tools),
        }
    }
}

/// Runs the tests with external files, or skips them if the files are missing.
fn data(tools: &Tools) -> Result<Tally> {
    if env::var_os("ARTICLE_EXPLORER_DATA").is_some() {
        let mut cargo = tools.command("cargo");
        cargo.args(["test", "--package", "article-explorer", "--test", "foreign"]);
        return counted(&mut cargo);
    }
    println!("skipped: ARTICLE_EXPLORER_DATA does not name the folder of collections");
    let source = tools.root().join("tests/foreign.rs");
    let source = fs::read_to_string(source).context("tests/foreign.rs cannot be read")?;
    let tests = source.lines().filter(|line| *line == "#[test]").count();
    Ok(Tally::of_skipped(u32::try_from(tests)?))
}

fn components(tools: &Tools, name: Option<&str>) -> Result<Tally> {
    let mut cargo = tools.command("cargo");
    cargo
        .args(["test", "--package", "article-explorer"])
        .args(["--target", "wasm32-unknown-unknown", "--test", "components"])
        .args(name)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(tools)?)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    // The test runner would prefer each of these to chromedriver.
    for other in ["CHROMEDRIVER_REMOTE", "GECKODRIVER", "GECKODRIVER_REMOTE"] {
        cargo.env_remove(other);
    }
    counted(&mut cargo)
}

/// Writes `webdriver.json` with the path of the browser added, because chromedriver
/// searches only a few places.
fn capabilities(tools: &Tools) -> Result<PathBuf> {
    let source = fs::read_to_string(tools.root().join("webdriver.json"))
        .context("webdriver.json cannot be read")?;
    let written = with_binary(&source, tools.chromium().context("there is no browser")?)?;
    let folder = tools.root().join("target").join("xtask");
    fs::create_dir_all(&folder)?;
    let file = folder.join("webdriver.json");
    fs::write(&file, written)?;
    Ok(file)
}

fn with_binary(capabilities: &str, chromium: &Path) -> Result<String> {
    let mut capabilities: serde_json::Value =
        serde_json::from_str(capabilities).context("webdriver.json is not JSON")?;
    let options = capabilities
        .get_mut("goog:chromeOptions")
        .and_then(serde_json::Value::as_object_mut)
        .context("webdriver.json has no goog:chromeOptions")?;
    let chromium = chromium
        .to_str()
        .context("the browser's path is not Unicode")?;
    options.insert("binary".to_owned(), chromium.into());
    Ok(capabilities.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_suite_is_found_by_its_name() {
        for suite in Suite::ALL {
            assert_eq!(Suite::named(suite.name()), Some(suite));
        }
        assert_eq!(Suite::named("everything"), None);
    }

    #[test]
    fn the_browser_is_added_next_to_the_flags() {
        let source = r#"{"goog:chromeOptions": {"args": ["--disable-gpu"]}}"#;
        let written = with_binary(source, Path::new("/opt/chromium")).unwrap();
        let capabilities: serde_json::Value = serde_json::from_str(&written).unwrap();
        let options = &capabilities["goog:chromeOptions"];
        assert_eq!(options["binary"], "/opt/chromium");
        assert_eq!(options["args"][0], "--disable-gpu");
    }
}
