//! Chromium and its WebDriver, which are installed system-wide.

use super::{search_path, version};
use crate::process;
use anyhow::{Context as _, Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const PACKAGES: &[&str] = &["chromium", "chromium-driver"];

/// The package of Chromium without windows, which not every distribution has.
const HEADLESS: &str = "chromium-headless-shell";

/// The paths of the browser and its driver.
pub(super) struct Browser {
    /// Chromium or Chrome.
    pub(super) chromium: PathBuf,
    /// The same engine without windows, which opens pages in less than half the time; Chromium
    /// itself where it is not installed or another was named.
    pub(super) headless: PathBuf,
    /// The matching `chromedriver`.
    pub(super) driver: PathBuf,
}

/// Finds both, or installs both with `apt-get` if that is possible.
pub(super) fn ensure() -> Result<Browser> {
    if let Some(browser) = find()? {
        return Ok(browser);
    }

    let by_hand =
        "install Chromium and chromedriver, or set CHROME and CHROMEDRIVER to where they are";
    let advice = if search_path::find("apt-get").is_some() {
        format!(
            "run `sudo apt-get update && sudo apt-get install --no-install-recommends {}`",
            PACKAGES.join(" ")
        )
    } else {
        by_hand.to_owned()
    };
    install(&[PACKAGES, &[HEADLESS]].concat())
        .or_else(|_| install(PACKAGES))
        .with_context(|| format!("no Chromium with its driver was found; {advice}"))?;
    find()?.with_context(|| format!("apt-get brought no Chromium; {by_hand}"))
}

/// Installs system packages with `apt-get`, if that is possible without a password.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let apt = apt_get().context("there is no apt-get that can be run without a password")?;
    println!("installing {names} with apt-get (about 2 minutes, once) …");
    let run = |arguments: &[&str]| {
        let (program, prefix) = apt.split_first().context("no apt-get")?;
        let mut command = Command::new(program);
        command.args(prefix).args(arguments).stdin(Stdio::null());
        process::run(&mut command)
    };
    run(&["update"])?;
    run(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

impl Browser {
    /// Both programs, for the summary.
    pub(super) fn what(&self) -> String {
        let version = version::of(&self.driver).unwrap_or_default();
        let (chromium, driver) = (self.chromium.display(), self.driver.display());
        format!("{chromium}, with its driver {version}, {driver}")
    }
}

fn find() -> Result<Option<Browser>> {
    let named = named_by("CHROME")?;
    let headless = named.clone().or_else(|| search_path::find(HEADLESS));
    let chromium = named.or_else(|| {
        [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ]
        .into_iter()
        .find_map(search_path::find)
        .or_else(|| first_file(CHROMIUM_PLACES))
    });
    let driver = named_by("CHROMEDRIVER")?
        .or_else(|| search_path::find("chromedriver").or_else(|| first_file(DRIVER_PLACES)));
    Ok(chromium.zip(driver).map(|(chromium, driver)| Browser {
        headless: headless.unwrap_or_else(|| chromium.clone()),
        chromium,
        driver,
    }))
}

const CHROMIUM_PLACES: &[&str] = &[
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

const DRIVER_PLACES: &[&str] = &[
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
    "/snap/bin/chromium.chromedriver",
    "/opt/homebrew/bin/chromedriver",
];

fn named_by(variable: &str) -> Result<Option<PathBuf>> {
    let Some(value) = env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let file = PathBuf::from(value);
    if !file.is_file() {
        bail!("{variable} names {}, which is not a file", file.display());
    }
    Ok(Some(file))
}

fn first_file(places: &[&str]) -> Option<PathBuf> {
    places.iter().map(PathBuf::from).find(|file| file.is_file())
}

/// The command for `apt-get`, with `sudo` if necessary; `None` if it cannot run without a
/// password.
fn apt_get() -> Option<Vec<PathBuf>> {
    let apt = search_path::find("apt-get")?;
    let id = process::output(Command::new("id").arg("-u")).ok()?;
    let mut command = Vec::new();
    if id.trim() != "0" {
        let sudo = search_path::find("sudo")?;
        process::output(Command::new(&sudo).args(["-n", "true"])).ok()?;
        command.extend([sudo, "-n".into()]);
    }
    // The variable is set through `env`, because sudo does not pass it on.
    command.extend(["env".into(), "DEBIAN_FRONTEND=noninteractive".into(), apt]);
    Some(command)
}
