//! The other browsers that the pages are tried in: used where they are.

use super::{browser, search_path};
use anyhow::{Context as _, Result};
use std::env;
use std::path::PathBuf;

/// A browser beside Chromium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Firefox.
    Firefox,
    /// WebKitGTK, driven by its WebDriver on a display of its own.
    WebKit,
}

impl Engine {
    /// The name used on the command line and told to the tests.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The variable by which the tests are told where it is.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Firefox => "FIREFOX",
            Self::WebKit => "WEBKIT",
        }
    }

    /// The program to start, where all that is needed is there.
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
                search_path::find("WebKitWebDriver")
            }
        }
    }

    /// Finds it, or installs it with `apt-get` where that is allowed.
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
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }
}
