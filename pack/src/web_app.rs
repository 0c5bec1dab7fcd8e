//! The manifest of the workspace as an installed app.

use article_explorer::{Language, prerender};
use serde_json::json;

use crate::pages::WORKSPACE;

/// The name of the file.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// A page with a marked line, in the manifest itself, since pages load no images.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 96 96'%3E%3Crect width='96' height='96' fill='%23fcfaf6'/%3E%3Cg fill='none' stroke='%231f4e99' stroke-width='7'%3E%3Cpath d='M22 26h52M22 44h36M22 78h44' stroke='%2324272e'/%3E%3Cpath d='M22 61h52'/%3E%3C/g%3E%3C/svg%3E";

/// The element that links to the manifest.
pub(crate) fn link() -> String {
    format!("<link rel=\"manifest\" href=\"./{MANIFEST}\" />")
}

/// The manifest, for an interface in a language.
pub(crate) fn manifest(language: Language) -> String {
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
                "message/rfc822": [".eml"],
                "multipart/related": [".mhtml", ".mht"],
                "application/rss+xml": [".rss"],
                "application/atom+xml": [".atom"],
                "text/vtt": [".vtt"],
                "application/x-subrip": [".srt"],
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [".docx"],
                "application/pdf": [".pdf"],
                "application/rtf": [".rtf"],
                "application/tei+xml": [".tei", ".xml"],
                "text/csv": [".csv"],
                "text/tab-separated-values": [".tsv"],
                "application/zip": [".zip"],
            },
        }],
    });
    format!("{manifest:#}")
}
