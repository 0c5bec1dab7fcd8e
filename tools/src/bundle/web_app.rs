//! The manifest of the workspace as an installed app.

use anyhow::Result;
use article_explorer::{Language, prerender};
use serde_json::json;

use super::assets::Folder;
use super::pages::WORKSPACE;

const MANIFEST: &str = "manifest.webmanifest";

/// A page with a marked line, in the manifest itself, since pages load no images.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E%3Crect width='96' height='96' fill='%23fcfaf6'/%3E%3Cg fill='none' stroke='%231f4e99' stroke-width='7'%3E%3Cpath d='M22 26h52M22 44h36M22 78h44' stroke='%2324272e'/%3E%3Cpath d='M22 61h52'/%3E%3C/g%3E%3C/svg%3E";

/// Writes the manifest. Returns the element that links to it.
pub(super) fn write(folder: &Folder, language: Language) -> Result<String> {
    let name = prerender::own_article(language);
    let here = format!("./{WORKSPACE}");
    let manifest = json!({
        "name": name,
        "short_name": name,
        "lang": language.tag().as_str(),
        "id": here,
        "start_url": here,
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fcfaf6",
        "theme_color": "#fcfaf6",
        "icons": [{ "src": ICON, "sizes": "any", "type": "image/svg+xml" }],
        "share_target": {
            "action": here,
            "method": "GET",
            "params": { "title": "title", "text": "text", "url": "url" },
        },
        "file_handlers": [{
            "action": here,
            "accept": {
                "text/html": [".html", ".htm", ".xhtml"],
                "text/markdown": [".md", ".markdown"],
                "text/plain": [".txt", ".text"],
                "application/json": [".json", ".jsonl"],
            },
        }],
    });
    folder.write(MANIFEST, serde_json::to_string_pretty(&manifest)?)?;
    Ok(format!("<link rel=\"manifest\" href=\"./{MANIFEST}\" />"))
}
