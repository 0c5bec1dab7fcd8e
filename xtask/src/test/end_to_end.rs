//! The end-to-end tests: the release build in every browser, or selected tests in one.

use super::runner::counted;
use crate::tally::Tally;
use crate::tools::{Engine, Tool, Tools};
use crate::{article_tools, build, project};
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

/// Files of tests about a page that is loaded. The single-file page, which differs only in how it
/// is loaded and saved, repeats them only if they are named.
const ONCE_LOADED: [&str; 8] = [
    "accessibility",
    "claims",
    "copying",
    "filters",
    "keyboard",
    "marks",
    "narrow",
    "print",
];

/// Files of tests about what the program computes and which elements it makes of that, which no
/// browser does differently. Browsers other than Chromium run them only if they or the browser are
/// named.
const ALIKE_IN_BROWSERS: [&str; 11] = [
    "archive",
    "claims",
    "collection",
    "filters",
    "found",
    "golden",
    "hostile",
    "languages",
    "search",
    "sizes",
    "sources",
];

/// A browser and the form of the page to test in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Round {
    /// The served page in Chromium.
    Chromium,
    /// The single-file page in Chromium.
    Single,
    /// The served page in another browser.
    Other(Engine),
}

impl Round {
    const ALL: [Self; 4] = [
        Self::Chromium,
        Self::Single,
        Self::Other(Engine::Firefox),
        Self::Other(Engine::WebKit),
    ];

    /// The name used on the command line.
    fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Single => "single",
            Self::Other(engine) => engine.name(),
        }
    }
}

/// The selection of end-to-end tests to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EndToEnd {
    /// The prefixes of file names, e.g. `search` for `search.test.mjs`; empty for all
    /// files.
    names: Vec<String>,
    /// Whether to build the release first.
    builds: bool,
    rounds: Vec<Round>,
    /// Whether the rounds were named explicitly, so that a missing browser is an error.
    is_explicit: bool,
}

impl Default for EndToEnd {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            builds: true,
            rounds: Round::ALL.to_vec(),
            is_explicit: false,
        }
    }
}

impl EndToEnd {
    /// Parses `NAME… [--no-build] [--engine chromium|single|firefox|webkit|all]`. Named
    /// tests run in Chromium unless another browser is given.
    pub(super) fn parse(arguments: &[String]) -> Result<Self> {
        let mut request = Self::default();
        let mut engine = None;
        let mut words = arguments.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "--no-build" => request.builds = false,
                "--engine" => engine = words.next().or(Some("")),
                flag if flag.starts_with("--engine=") => engine = flag.strip_prefix("--engine="),
                flag if flag.starts_with('-') => {
                    bail!("`e2e` knows --no-build and --engine, not `{flag}`")
                }
                name => request.names.push(name.to_owned()),
            }
        }
        request.rounds = match engine {
            None if request.names.is_empty() => return Ok(request),
            None => vec![Round::Chromium],
            Some("all") => return Ok(request),
            Some(name) => {
                request.is_explicit = true;
                let round = Round::ALL.into_iter().find(|round| round.name() == name);
                vec![round.with_context(|| {
                    let known = Round::ALL.map(Round::name).join(", ");
                    format!("there is no engine `{name}`; the engines are {known} and all")
                })?]
            }
        };
        Ok(request)
    }

    /// The tools to set up first.
    pub(super) fn needs(&self) -> Vec<Tool> {
        let build = if self.builds { build::NEEDED } else { &[] };
        [build, &[Tool::Scripts, Tool::Browser, Tool::Packages]].concat()
    }

    /// Builds the release and runs the tests.
    pub(super) fn run(&self, tools: &Tools) -> Result<Tally> {
        let tests = self.files(&tools.root().join("tests").join("e2e"))?;
        self.build(tools)?;
        let mut tally = Tally::default();
        let mut usual = 0;
        for &round in &self.rounds {
            let name = round.name();
            let program = match round {
                Round::Chromium | Round::Single => None,
                Round::Other(engine) => match engine.find() {
                    Some(program) => Some((engine, program)),
                    None if self.is_explicit => {
                        bail!("{name} is not there; `cargo xtask setup {name}` installs it")
                    }
                    None => {
                        println!(
                            "\n{name} is not there: its tests are skipped; \
                             `cargo xtask setup {name}` installs it"
                        );
                        tally += Tally::of_skipped(usual);
                        continue;
                    }
                },
            };
            let tests = self.files_of(round, &tests);
            let of_round = in_browser(tools, round, program.as_ref(), &tests)?;
            usual = usual.max(of_round.total());
            tally += of_round;
        }
        Ok(tally)
    }

    /// The files of a round, of those that are selected.
    fn files_of(&self, round: Round, files: &[PathBuf]) -> Vec<PathBuf> {
        let left_out: &[&str] = match round {
            _ if !self.names.is_empty() => &[],
            Round::Single => &ONCE_LOADED,
            Round::Other(_) if !self.is_explicit => &ALIKE_IN_BROWSERS,
            Round::Chromium | Round::Other(_) => &[],
        };
        let is_left_out = |file: &PathBuf| {
            let mut names = left_out.iter();
            names.any(|name| file.ends_with(format!("{name}.test.mjs")))
        };
        let files = files.iter();
        files.filter(|file| !is_left_out(file)).cloned().collect()
    }

    fn build(&self, tools: &Tools) -> Result<()> {
        let bundles = bundles();
        if self.builds {
            build::release(tools, &[]).context("the release build failed")?;
        } else if !tools.root().join("dist/index.html").is_file() {
            bail!("there is no build in dist/; run `cargo xtask build` once");
        }
        if self.builds || !bundles.join("german/index.html").is_file() {
            let folder = bundles.to_string_lossy().into_owned();
            article_tools::require(tools, "test-bundles", &[folder])?;
        }
        Ok(())
    }

    /// The selected test files.
    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut known = Vec::new();
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            known.extend(name.strip_suffix(".test.mjs").map(str::to_owned));
        }
        known.sort();
        if let Some(unknown) = self.names.iter().find(|name| !known.contains(name)) {
            bail!(
                "there is no {unknown}.test.mjs in tests/e2e; there are {}",
                known.join(", ")
            );
        }
        let is_asked = |name: &String| self.names.is_empty() || self.names.contains(name);
        let asked = known.into_iter().filter(is_asked);
        Ok(asked
            .map(|name| folder.join(format!("{name}.test.mjs")))
            .collect())
    }
}

/// The folder of the additional bundles.
fn bundles() -> PathBuf {
    project::target().join("e2e")
}

/// Runs test files in one browser.
fn in_browser(
    tools: &Tools,
    round: Round,
    program: Option<&(Engine, PathBuf)>,
    tests: &[PathBuf],
) -> Result<Tally> {
    println!("\nend to end in {}", round.name());
    let mut node = tools.command("node");
    // WebKitGTK's tests mostly wait for sockets, not for a processor.
    let waiting = usize::from(round == Round::Other(Engine::WebKit));
    let at_once = thread::available_parallelism().map_or(1, usize::from) + waiting;
    let bundles = bundles();
    node.args(["--test", "--test-reporter=spec"])
        .arg(format!("--test-concurrency={at_once}"))
        // Files are named one by one, because versions of Node treat folders differently.
        .args(tests)
        .env("ENGINE", "chromium")
        .env("DIST", tools.root().join("dist"))
        .env("DOSSIER", bundles.join("dossier"))
        .env("ARCHIVE", bundles.join("archive"))
        .env("FOUND", bundles.join("found"))
        .env("GERMAN", bundles.join("german"));
    if let Some(headless) = tools.headless() {
        node.env("CHROMIUM", headless);
    }
    if round == Round::Single {
        node.env("SINGLE", "1");
    }
    if let Some((engine, program)) = program {
        println!("{}: found as {}", engine.name(), program.display());
        node.env("ENGINE", engine.name())
            .env(engine.variable(), program);
    }
    counted(&mut node)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<EndToEnd> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        EndToEnd::parse(&words)
    }

    #[test]
    fn everything_runs_everywhere_unless_tests_are_named() {
        assert_eq!(parsed("").unwrap(), EndToEnd::default());
        let named = parsed("search keyboard --no-build").unwrap();
        assert_eq!(named.names, ["search", "keyboard"]);
        assert_eq!(named.rounds, [Round::Chromium]);
        assert!(!named.builds);
    }

    #[test]
    fn an_engine_can_be_chosen() {
        let firefox = [Round::Other(Engine::Firefox)];
        assert_eq!(parsed("search --engine firefox").unwrap().rounds, firefox);
        assert_eq!(parsed("--engine=firefox").unwrap().rounds, firefox);
        assert_eq!(parsed("search --engine all").unwrap().rounds, Round::ALL);
        for wrong in ["--engine lynx", "--engine", "--headed"] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_single_file_repeats_what_depends_on_loading() {
        let folder = project::root().join("tests/e2e");
        let all = parsed("").unwrap();
        let files = all.files(&folder).unwrap();
        assert_eq!(all.files_of(Round::Chromium, &files), files);
        let single = all.files_of(Round::Single, &files);
        assert_eq!(single.len(), files.len() - ONCE_LOADED.len());
        let named = parsed("keyboard --engine single").unwrap();
        let keyboard = named.files(&folder).unwrap();
        assert_eq!(named.files_of(Round::Single, &keyboard), keyboard);
    }

    #[test]
    fn other_browsers_repeat_what_depends_on_them() {
        let folder = project::root().join("tests/e2e");
        let all = parsed("").unwrap();
        let files = all.files(&folder).unwrap();
        for engine in [Engine::Firefox, Engine::WebKit].map(Round::Other) {
            let repeated = all.files_of(engine, &files);
            assert_eq!(repeated.len(), files.len() - ALIKE_IN_BROWSERS.len());
            let named = format!("--engine {}", engine.name());
            assert_eq!(parsed(&named).unwrap().files_of(engine, &files), files);
            let search = parsed("search --engine all").unwrap();
            let file = search.files(&folder).unwrap();
            assert_eq!(search.files_of(engine, &file), file);
        }
    }

    #[test]
    fn a_missing_test_is_an_error() {
        let folder = project::root().join("tests/e2e");
        let files = parsed("search").unwrap().files(&folder).unwrap();
        assert_eq!(files, [folder.join("search.test.mjs")]);
        assert!(parsed("").unwrap().files(&folder).unwrap().len() > 10);
        let error = parsed("serch").unwrap().files(&folder).unwrap_err();
        assert!(error.to_string().starts_with("there is no serch.test.mjs"));
    }
}
