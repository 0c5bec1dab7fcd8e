//! `cargo xtask setup`.

use crate::tools::{Tool, Tools};
use anyhow::{Context as _, Result};

/// Installs what is missing: everything that the commands need, or the named parts. Prints
/// what was done and how long each part took.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut needed = arguments
        .iter()
        .map(|name| {
            Tool::named(name).with_context(|| {
                let known = Tool::ALL.map(Tool::name).join(", ");
                format!("there is no part `{name}`; the parts are {known}")
            })
        })
        .collect::<Result<Vec<_>>>()?;
    if needed.is_empty() {
        let optional = |tool: &Tool| matches!(tool, Tool::Firefox | Tool::WebKit);
        needed.extend(Tool::ALL.into_iter().filter(|tool| !optional(tool)));
    }
    let mut tools = Tools::locate()?;
    let outcome = tools.ensure(&needed);
    tools.print_summary();
    outcome
}
