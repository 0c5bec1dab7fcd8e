//! `cargo xtask bundle`, which Trunk calls after each build.

use crate::article_tools::{self, Speed};
use crate::tools::{Tool, Tools};
use anyhow::Result;
use std::env;
use std::process::ExitCode;

/// Finishes the build in Trunk's staging folder.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let mut needed = vec![Tool::Target, Tool::WasmBindgen, Tool::Scripts];
    // Only release builds are optimised.
    if env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release") {
        needed.push(Tool::WasmOpt);
    }
    let mut tools = Tools::locate()?;
    tools.ensure(&needed)?;
    article_tools::run(&tools, Speed::Debug, "bundle", arguments)
}
