//! Writes the npm package of a bundle: `npm pack ./dist` creates it.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::assets::Folder;
use crate::project;

/// The types for the templates of frameworks and their shared types, from `js/frameworks/`.
const TYPES: [&str; 6] = [
    "react.d.ts",
    "preact.d.ts",
    "solid.d.ts",
    "svelte.d.ts",
    "vue.d.ts",
    ATTRIBUTES,
];
const ATTRIBUTES: &str = "attributes.d.ts";

/// Files that are copied unchanged: name and source.
const COPIED: [(&str, &str); 9] = [
    ("article-explorer.d.ts", "js/article-explorer.d.ts"),
    ("types.d.ts", "js/types.d.ts"),
    ("custom-elements.json", "js/custom-elements.json"),
    ("node_files.js", "js/node_files.js"),
    ("no_files.js", "js/no_files.js"),
    ("names-NOTICE.md", "weights/NOTICE.md"),
    ("README.md", "docs/embedding.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// The file that describes the package.
pub(super) const NAME: &str = "package.json";

/// The content of `package.json`. It has no install scripts.
#[derive(Serialize)]
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    description: &'a str,
    license: &'a str,
    r#type: &'a str,
    /// The command that npx runs.
    bin: BTreeMap<&'a str, &'a str>,
    engines: BTreeMap<&'a str, &'a str>,
    types: &'a str,
    exports: BTreeMap<String, Target>,
    imports: BTreeMap<String, Target>,
    #[serde(rename = "customElements")]
    custom_elements: &'a str,
    files: &'a [String],
    #[serde(rename = "sideEffects")]
    side_effects: bool,
}

/// The file of an export. The first matching condition counts, so the order matters.
#[derive(Serialize)]
struct Target {
    #[serde(skip_serializing_if = "Option::is_none")]
    types: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<String>,
    default: String,
}

impl Target {
    fn typed(types: &str) -> Self {
        Self {
            types: Some(format!("./{types}")),
            node: None,
            default: "./article-explorer.js".to_owned(),
        }
    }
}

/// Copies the files of the package that are not made here.
pub(super) fn copy(folder: &Folder) -> Result<()> {
    let types = TYPES.map(|name| (name, format!("js/frameworks/{name}")));
    let copied = COPIED.map(|(name, source)| (name, source.to_owned()));
    for (name, source) in copied.into_iter().chain(types) {
        let content = fs::read(project::root().join(&source))
            .with_context(|| format!("{source} cannot be read"))?;
        folder.write(name, content)?;
    }
    Ok(())
}

/// Describes the package, which contains these files.
pub(super) fn write(folder: &Folder, files: &[String]) -> Result<()> {
    let text = serde_json::to_string_pretty(&package(files))? + "\n";
    folder.write(NAME, text)
}

fn package(files: &[String]) -> Package<'_> {
    let itself = |name: &str| {
        let target = Target {
            types: None,
            node: None,
            default: format!("./{name}"),
        };
        (format!("./{name}"), target)
    };
    let mut exports = BTreeMap::from([
        (".".to_owned(), Target::typed("article-explorer.d.ts")),
        itself("custom-elements.json"),
        itself(NAME),
    ]);
    for types in TYPES.into_iter().filter(|name| *name != ATTRIBUTES) {
        let name = types.trim_end_matches(".d.ts");
        exports.insert(format!("./{name}"), Target::typed(types));
    }
    // Only Node reads files from disk, and bundlers reject Node’s modules.
    let reading = Target {
        types: None,
        node: Some("./node_files.js".to_owned()),
        default: "./no_files.js".to_owned(),
    };
    Package {
        name: "article-explorer",
        version: env!("CARGO_PKG_VERSION"),
        description: "Articles with their names and claims in view: a custom element.",
        license: "MIT OR Apache-2.0",
        r#type: "module",
        bin: BTreeMap::from([("article-explorer", "command.js")]),
        engines: BTreeMap::from([("node", ">=20")]),
        types: "./article-explorer.d.ts",
        exports,
        imports: BTreeMap::from([("#files".to_owned(), reading)]),
        custom_elements: "custom-elements.json",
        files,
        side_effects: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_come_before_what_holds_always() {
        let json = serde_json::to_string(&package(&["program.wasm".to_owned()])).unwrap();
        for (first, last) in [
            ("\"types\":\"./vue", "\"default\":"),
            ("\"node\":\"./", "\"default\":"),
        ] {
            let (_, after) = json.split_once(first).unwrap();
            let (inside, _) = after.split_once('}').unwrap();
            assert!(inside.contains(last), "{json}");
        }
        assert!(json.contains("\"program.wasm\""));
    }
}
