//! The suites: what each needs and how it is run.

use super::{Tally, large_collection};
use crate::tools::{Engine, Tool, Tools};
use crate::{build, bundle, process, project, tidy};
use anyhow::{Context as _, Result};
use std::fs;
use std::io::{BufRead as _, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

/// One kind of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suite {
    /// The rules of the repository.
    Tidy,
    /// `cargo test` on this machine.
    Native,
    /// The components in a headless browser.
    Browser,
    /// The release build in a headless browser.
    EndToEnd,
}

impl Suite {
    /// Every suite, the quickest first.
    pub(super) const ALL: [Self; 4] = [Self::Tidy, Self::Native, Self::Browser, Self::EndToEnd];

    /// The name used on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Tidy => "tidy",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::EndToEnd => "e2e",
        }
    }

    /// The suite with that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.name() == name)
    }

    /// What has to be set up before.
    pub(super) fn needs(self) -> &'static [Tool] {
        match self {
            Self::Tidy | Self::Native => &[],
            Self::Browser => &[Tool::Target, Tool::WasmBindgen, Tool::Browser],
            Self::EndToEnd => &[
                Tool::Target,
                Tool::Trunk,
                Tool::WasmBindgen,
                Tool::WasmOpt,
                Tool::Scripts,
                Tool::Browser,
                Tool::Packages,
            ],
        }
    }

    /// Runs the suite to its end.
    pub(super) fn run(self, tools: &Tools) -> Result<Tally> {
        match self {
            Self::Tidy => tidy::check(tools.root()),
            Self::Native => {
                counted(
                    tools
                        .command("cargo")
                        .args(["test", "--workspace", "--no-fail-fast"]),
                )
            }
            Self::Browser => components(tools),
            Self::EndToEnd => end_to_end(tools),
        }
    }
}

fn components(tools: &Tools) -> Result<Tally> {
    let mut cargo = tools.command("cargo");
    cargo
        .args(["test", "--package", "article-explorer"])
        .args(["--target", "wasm32-unknown-unknown", "--test", "components"])
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(tools)?)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    // The test runner prefers each of these to chromedriver.
    for other in ["CHROMEDRIVER_REMOTE", "GECKODRIVER", "GECKODRIVER_REMOTE"] {
        cargo.env_remove(other);
    }
    counted(&mut cargo)
}

/// `webdriver.json` with the path of the browser added, since chromedriver looks only in a few places.
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

fn end_to_end(tools: &Tools) -> Result<Tally> {
    let tests = test_files(&tools.root().join("tests").join("e2e"))?;
    if tests.is_empty() {
        return Ok(Tally::default());
    }
    build::release(tools, &[]).context("the release build failed")?;
    let dossier = project::target().join("e2e/dossier");
    let example = tools.root().join("examples/detained-in-russia");
    bundle::pack(&[&example, &dossier].map(|path| path.to_string_lossy().into_owned()))?;
    let unmarked = tools.root().join("tests/e2e/found");
    bundle::pack(&[&unmarked, &found()].map(|path| path.to_string_lossy().into_owned()))?;
    let (source, archive) = (project::target().join("e2e/large"), archive());
    large_collection::write(&source)?;
    bundle::pack(&[&source, &archive].map(|path| path.to_string_lossy().into_owned()))?;
    let mut tally = in_engine(tools, "chromium", &tests, |_| {})?;
    println!("\nthe same with the page in one file");
    tally += in_engine(tools, "chromium", &tests, |node| {
        node.env("SINGLE", "1");
    })?;
    for engine in Engine::ALL {
        let name = engine.name();
        let Some(program) = engine.find() else {
            println!(
                "{name}: not there, its tests are left out; `cargo xtask setup {name}` installs it"
            );
            continue;
        };
        println!("{name}: found as {}", program.display());
        tally += in_engine(tools, name, &tests, |node| {
            node.env(engine.variable(), &program);
        })?;
    }
    Ok(tally)
}

/// Where the bundle of a large collection is made.
fn archive() -> PathBuf {
    project::target().join("e2e/archive")
}

/// Where the bundle of an article is made that nobody has annotated.
fn found() -> PathBuf {
    project::target().join("e2e/found")
}

/// Runs test files in one browser.
fn in_engine(
    tools: &Tools,
    name: &str,
    tests: &[PathBuf],
    tell: impl FnOnce(&mut Command),
) -> Result<Tally> {
    println!("\nend to end in {name}");
    let mut node = tools.command("node");
    // WebKitGTK's tests wait for sockets for most of their time, not for a processor.
    let waiting = usize::from(name == Engine::WebKit.name());
    let at_once = thread::available_parallelism().map_or(1, usize::from) + waiting;
    node.args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-concurrency={at_once}"))
        // Named one by one: what Node takes a folder for differs between its versions.
        .args(tests)
        .env("ENGINE", name)
        .env("DIST", tools.root().join("dist"))
        .env("DOSSIER", project::target().join("e2e/dossier"))
        .env("ARCHIVE", archive())
        .env("FOUND", found());
    tell(&mut node);
    counted(&mut node)
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".test.mjs") {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// Runs a test runner, shows what it prints as it comes, and counts the results in it.
fn counted(command: &mut Command) -> Result<Tally> {
    counted_to(command, &mut std::io::stdout())
}

fn counted_to(command: &mut Command, shown: &mut impl Write) -> Result<Tally> {
    let line = process::line(command);
    println!("{line}");
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{line}` could not be started"))?;

    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut bytes = Vec::new();
        while output.read_until(b'\n', &mut bytes)? > 0 {
            shown.write_all(&bytes)?;
            shown.flush()?;
            tally += Tally::of_line(String::from_utf8_lossy(&bytes).trim_end());
            bytes.clear();
        }
    }

    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        println!("`{line}` failed ({status}) although no test did");
        tally.failed += 1;
    }
    Ok(tally)
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
    fn the_browser_is_added_beside_the_flags() {
        let source = r#"{"goog:chromeOptions": {"args": ["--disable-gpu"]}}"#;
        let written = with_binary(source, Path::new("/opt/chromium")).unwrap();
        let capabilities: serde_json::Value = serde_json::from_str(&written).unwrap();
        let options = &capabilities["goog:chromeOptions"];
        assert_eq!(options["binary"], "/opt/chromium");
        assert_eq!(options["args"][0], "--disable-gpu");
    }

    #[cfg(unix)]
    #[test]
    fn a_runner_that_fails_without_a_failed_test_counts_as_one() {
        let mut crash = Command::new("sh");
        crash.args([
            "-c",
            "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'; exit 3",
        ]);
        let mut shown = Vec::new();
        let tally = counted_to(&mut crash, &mut shown).unwrap();
        assert_eq!(
            tally,
            Tally {
                passed: 2,
                failed: 1
            }
        );
        assert!(String::from_utf8(shown).unwrap().contains("2 passed"));
    }
}
