//! The style sheets and scripts of the project, as they go into a bundle.

use std::fs;

use anyhow::{Context as _, Result};

use super::compact;
use crate::project;

/// The style sheets of every page.
pub(super) const STYLES: [&str; 4] = ["tokens", "text", "page", "parts"];

/// Style sheets of the project as one.
pub(super) fn style_sheet(names: &[&str]) -> Result<String> {
    let mut sheet = String::new();
    for name in names {
        let file = project::root().join(format!("styles/{name}.css"));
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        sheet.push_str(&compact::style_sheet(&text));
    }
    Ok(sheet)
}

/// Scripts of `src/web/`, one after the other.
pub(super) fn scripts(names: &[&str]) -> Result<String> {
    let mut scripts = String::new();
    for name in names {
        let file = project::root().join(format!("src/web/{name}.js"));
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        scripts.push_str(&compact::script(&text));
    }
    Ok(scripts)
}

/// A module's text to be put before another script, which uses its names as they are.
pub(super) fn without_exports(module: &str) -> String {
    let inner = module.lines().filter(|line| !line.starts_with("export {"));
    let mut text = String::new();
    for line in inner {
        text.push_str(line.strip_prefix("export ").unwrap_or(line));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::without_exports;

    #[test]
    fn a_module_without_exports_keeps_its_names() {
        let module = "export class A {\n}\nexport function b() {}\nexport { c, d as default };\n";
        assert_eq!(without_exports(module), "class A {\n}\nfunction b() {}\n");
    }
}
