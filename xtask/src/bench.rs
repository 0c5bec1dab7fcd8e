//! `cargo xtask bench`: installs what a measurement needs, and runs it.

use crate::article_tools::{self, Speed};
use crate::build;
use crate::tools::{Tool, Tools};
use anyhow::Result;
use std::process::ExitCode;

/// Runs the named measurements, or all. First builds `dist/`, unless `--no-build` is given.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let is_flag = |argument: &&String| *argument == "--no-build";
    let builds = !arguments.iter().any(|argument| is_flag(&argument));
    let names: Vec<String> = arguments
        .iter()
        .filter(|argument| !is_flag(argument))
        .cloned()
        .collect();
    let first = names.first().map(String::as_str);

    if first == Some("growth") {
        return article_tools::run_alone(Speed::Native, "bench", &names);
    }
    let mut tools = Tools::locate()?;
    // The bundle for `archive` was packed earlier.
    if builds && first != Some("archive") {
        tools.ensure(build::NEEDED)?;
        build::release(&tools, &[])?;
    }
    if names.is_empty() || names.iter().any(|name| name != "size") {
        tools.ensure(&[Tool::Browser, Tool::Packages])?;
    }
    if let Some(rivals @ ("annotate" | "search")) = first {
        tools.ensure_packages(&format!("tests/e2e/bench/{rivals}"))?;
    }
    let speed = match first {
        Some("annotate") => Speed::Native,
        _ => Speed::Debug,
    };
    article_tools::run(&tools, speed, "bench", &names)
}
