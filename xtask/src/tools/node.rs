//! Node and npm, which must be installed on the machine.

use super::{search_path, version};
use anyhow::{Context as _, Result, bail};
use std::path::PathBuf;

const OLDEST: u32 = 20;

/// Finds `npm`, after checking that Node is installed and new enough.
pub(super) fn npm() -> Result<PathBuf> {
    let advice = format!("install Node.js {OLDEST} or newer, with npm: https://nodejs.org");
    let node = search_path::find("node").with_context(|| format!("there is no node; {advice}"))?;
    let found = version::of(&node).with_context(|| format!("{} does not run", node.display()))?;
    if version::major(&found).is_none_or(|major| major < OLDEST) {
        bail!("{} is version {found}; {advice}", node.display());
    }
    search_path::find("npm").with_context(|| format!("there is no npm; {advice}"))
}
