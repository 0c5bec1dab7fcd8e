//! `cargo xtask build`.

use crate::duration::spoken;
use crate::process;
use crate::tools::{Tool, Tools};
use std::time::Instant;

/// The tools for a release build.
pub(crate) const NEEDED: &[Tool] = &[
    Tool::Target,
    Tool::Trunk,
    Tool::WasmBindgen,
    Tool::WasmOpt,
    Tool::Scripts,
];

/// The feature that makes the parts of the page's program files of their own.
const SPLIT: &str = "split";

/// Installs what is missing and writes the release build to `dist/`.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    let mut tools = Tools::locate()?;
    tools.ensure(NEEDED)?;
    tools.print_summary();
    release(&tools, arguments)
}

/// Writes the release build to `dist/`. The tools in [`NEEDED`] must be installed.
pub(crate) fn release(tools: &Tools, arguments: &[String]) -> anyhow::Result<()> {
    println!(
        "\nbuilding the release (about 4 minutes on two cores when nothing is compiled yet) …"
    );
    let start = Instant::now();
    let mut trunk = tools.command("trunk");
    let release = ["build", "--release", "--features", SPLIT];
    process::run(trunk.args(release).args(arguments))?;
    println!("built in {}", spoken(start.elapsed()));
    Ok(())
}
