//! `cargo xtask serve`.

use crate::process;
use crate::tools::{Tool, Tools};
use std::fs;

/// Serves the app and rebuilds it on every change; Trunk prints the address.
pub(crate) fn run(arguments: &[String]) -> anyhow::Result<()> {
    let mut needed = vec![Tool::Target, Tool::Trunk, Tool::WasmBindgen, Tool::Scripts];
    // Only release builds are optimised.
    if arguments.iter().any(|argument| argument == "--release") {
        needed.push(Tool::WasmOpt);
    }
    let mut tools = Tools::locate()?;
    tools.ensure(&needed)?;
    tools.print_summary();
    // Trunk fails to watch if a folder on its ignore list is missing.
    for ignored in ["dist", "target"] {
        fs::create_dir_all(tools.root().join(ignored))?;
    }
    println!("\nbuilding; the address follows");
    process::run(tools.command("trunk").arg("serve").args(arguments))
}
