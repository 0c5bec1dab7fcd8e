//! The other browsers for the tests, used if they are installed.

use super::{browser, search_path};
use anyhow::{Context as _, Result};
use std::env;
use std::path::PathBuf;

/// A browser other than Chromium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Firefox.
    Firefox,
    /// WebKitGTK, driven by its WebDriver on a separate display.
    WebKit,
}

impl Engine {
    /// The name on the command line and in the tests' environment.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The environment variable that passes its path to the tests.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Firefox => "FIREFOX",
            Self::WebKit => "WEBKIT",
        }
    }

    /// The program to start, if everything it needs is installed.
    pub(crate) fn find(self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable()).map(PathBuf::from) {
            return Some(named).filter(|file| file.is_file());
        }
        match self {
            Self::Firefox => ["firefox-esr", "firefox"]
                .into_iter()
                .find_map(search_path::find),
            Self::WebKit => {
                search_path::find("Xvfb")?;
                search_path::find("xdotool")?;
                search_path::find("WebKitWebDriver")
            }
        }
    }

    /// Finds the browser, or installs it with `apt-get` if that is possible.
    pub(super) fn ensure(self) -> Result<PathBuf> {
        let missing = || {
            format!(
                "{} is not there; install {} by hand",
                self.name(),
                self.packages().join(" ")
            )
        };
        if self.find().is_none() {
            browser::install(self.packages()).with_context(missing)?;
        }
        self.find().with_context(missing)
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xdotool"],
        }
    }
}
