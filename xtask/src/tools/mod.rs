//! The programs that the commands use, found or installed.
//!
//! Each tool is looked up on `PATH` in the right version, then in the cache; if it is in
//! neither, it is installed into the cache. Child processes get the tools at the front of
//! `PATH`.

mod browser;
mod cache;
mod cargo_tool;
mod engines;
mod installed;
mod node;
mod packages;
mod search_path;
mod target;
mod version;
mod wasm_opt;

use crate::duration::spoken;
use crate::pins::Pins;
use crate::project;
use anyhow::{Result, anyhow};
use cache::Cache;
use cargo_tool::CargoTool;
use installed::Installed;
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

pub(crate) use engines::Engine;

/// A tool that a command requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tool {
    /// The compiler's `wasm32-unknown-unknown` target.
    Target,
    /// Trunk, which builds and serves the app.
    Trunk,
    /// `wasm-bindgen` and its test runner.
    WasmBindgen,
    /// Binaryen's `wasm-opt`.
    WasmOpt,
    /// The npm packages for the scripts in `js/`: esbuild and TypeScript.
    Scripts,
    /// Chromium and its WebDriver.
    Browser,
    /// The npm packages of the browser tests.
    Packages,
    /// Firefox.
    Firefox,
    /// WebKitGTK and its WebDriver.
    WebKit,
}

impl Tool {
    /// Every tool, in the order of installation.
    pub(crate) const ALL: [Self; 9] = [
        Self::Target,
        Self::Trunk,
        Self::WasmBindgen,
        Self::WasmOpt,
        Self::Scripts,
        Self::Browser,
        Self::Packages,
        Self::Firefox,
        Self::WebKit,
    ];

    /// The name used on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Trunk => "trunk",
            Self::WasmBindgen => "wasm-bindgen",
            Self::WasmOpt => "wasm-opt",
            Self::Scripts => "scripts",
            Self::Browser => "browser",
            Self::Packages => "packages",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The tool with this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.name() == name)
    }
}

/// The tools set up so far, and the environment for using them.
pub(crate) struct Tools {
    root: PathBuf,
    pins: Pins,
    cache: Cache,
    settled: BTreeMap<Tool, (Result<String, String>, Duration)>,
    directories: Vec<PathBuf>,
    browser: Option<browser::Browser>,
}

impl Tools {
    /// Reads the required versions and locates the cache. Installs nothing.
    pub(crate) fn locate() -> Result<Self> {
        let root = project::root();
        Ok(Self {
            pins: Pins::read(&root)?,
            cache: Cache::locate()?,
            root,
            settled: BTreeMap::new(),
            directories: Vec::new(),
            browser: None,
        })
    }

    /// Finds or installs these tools. Each tool is tried only once.
    pub(crate) fn ensure(&mut self, tools: &[Tool]) -> Result<()> {
        for &tool in tools {
            if !self.settled.contains_key(&tool) {
                let start = Instant::now();
                let outcome = self.set_up(tool).map_err(|error| format!("{error:#}"));
                self.settled.insert(tool, (outcome, start.elapsed()));
            }
            if let Some((Err(reason), _)) = self.settled.get(&tool) {
                return Err(anyhow!("{}: {reason}", tool.name()));
            }
        }
        Ok(())
    }

    /// Prints what was set up, and how long each tool took.
    pub(crate) fn print_summary(&self) {
        println!("\n{:<14}{:>12}  result", "set-up", "time");
        let mut total = Duration::ZERO;
        for (tool, (outcome, duration)) in &self.settled {
            let (name, time) = (tool.name(), spoken(*duration));
            match outcome {
                Ok(what) => println!("{name:<14}{time:>12}  {what}"),
                Err(reason) => println!("{name:<14}{time:>12}  failed: {reason}"),
            }
            total += *duration;
        }
        println!("{:<14}{:>12}", "all", spoken(total));
    }

    fn set_up(&mut self, tool: Tool) -> Result<String> {
        let in_words = Installed::without_directory;
        let installed = match tool {
            Tool::Target => in_words(target::ensure()?),
            Tool::Trunk => CargoTool::trunk(&self.pins.trunk).ensure(&self.cache)?,
            Tool::WasmBindgen => {
                CargoTool::wasm_bindgen(&self.pins.wasm_bindgen).ensure(&self.cache)?
            }
            Tool::WasmOpt => wasm_opt::ensure(&self.pins.binaryen, &self.cache)?,
            Tool::Browser => {
                let browser = browser::ensure()?;
                in_words(self.browser.insert(browser).what())
            }
            Tool::Firefox => in_words(Engine::Firefox.ensure()?.display().to_string()),
            Tool::WebKit => in_words(Engine::WebKit.ensure()?.display().to_string()),
            Tool::Scripts => {
                let folder = self.root.join("js");
                Installed {
                    what: packages::ensure(&folder)?,
                    directory: Some(packages::programs(&folder)),
                }
            }
            Tool::Packages => {
                let folders = ["e2e", "bundlers"].map(|tests| self.root.join("tests").join(tests));
                let installed = folders.iter().map(|folder| packages::ensure(folder));
                in_words(installed.collect::<Result<Vec<_>>>()?.join(", "))
            }
        };
        self.directories.extend(installed.directory);
        Ok(installed.what)
    }

    /// Installs the npm packages of a folder of the project.
    pub(crate) fn ensure_packages(&self, folder: &str) -> Result<()> {
        packages::ensure(&self.root.join(folder)).map(|_| ())
    }

    /// A command to run in the project's folder, with the tools at the front of `PATH`.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.program(program));
        command
            .current_dir(&self.root)
            .env("PATH", self.search_path());
        if let Some(browser) = &self.browser {
            command
                .env("CHROMIUM", &browser.chromium)
                .env("CHROMEDRIVER", &browser.driver);
        }
        // Trunk expects `true` or `false` in this variable; other programs check only
        // whether it is set.
        match env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => command.env("NO_COLOR", "true"),
            _ => command.env_remove("NO_COLOR"),
        };
        command
    }

    /// The path of a program, looked up with the tools at the front of `PATH`.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        // `Command` itself considers neither the new `PATH` nor `.cmd` files.
        search_path::find_in(&self.search_path(), name).unwrap_or_else(|| name.into())
    }

    /// The project's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The browser, if it has been set up.
    pub(crate) fn chromium(&self) -> Option<&Path> {
        self.browser
            .as_ref()
            .map(|browser| browser.chromium.as_path())
    }

    /// The browser for pages that need no window, if it has been set up.
    pub(crate) fn headless(&self) -> Option<&Path> {
        self.browser
            .as_ref()
            .map(|browser| browser.headless.as_path())
    }

    fn search_path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let directories = self.directories.iter().cloned();
        env::join_paths(directories.chain(env::split_paths(&inherited))).unwrap_or(inherited)
    }
}
