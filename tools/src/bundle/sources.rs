//! Prepares the project's style sheets for a bundle.

use std::fs;

use anyhow::{Context as _, Result};

use super::esbuild::Esbuild;
use crate::project;

/// The style sheets of every page.
pub(super) const STYLES: [&str; 8] = [
    "tokens", "text", "page", "bar", "parts", "legend", "notes", "claims",
];

/// Joins style sheets of the project and minifies them.
pub(super) fn style_sheet(esbuild: &Esbuild, names: &[&str]) -> Result<String> {
    let mut sheet = String::new();
    for name in names {
        let file = project::root().join(format!("styles/{name}.css"));
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        sheet.push_str(&text);
    }
    esbuild.style_sheet(&sheet)
}
