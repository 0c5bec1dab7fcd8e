//! Pages that load the program from files beside them.

use serde::{Deserialize, Serialize};

use super::content::Content;
use super::template::Template;

/// A file that a page loads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asset {
    /// Its name.
    pub name: String,
    /// The value for an `integrity` attribute.
    pub integrity: String,
}

/// The elements that load a style sheet and a script from a folder. They do not preload the program:
/// the browser runs the script after the style sheet, and a preload would delay the first paint.
#[must_use]
pub fn loading(folder: &str, script: &Asset, styles: &Asset) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{folder}/{}\" integrity=\"{}\" /><script type=\"module\" src=\"{folder}/{}\" integrity=\"{}\"></script>",
        styles.name, styles.integrity, script.name, script.integrity
    )
}

/// Links to other pages, by address, with their name; and what keeps their place above the part that
/// the program replaces, so that nothing moves when they arrive. They follow that part, so that its
/// skip links come first.
#[must_use]
pub fn navigation(label: &str, links: &[(&str, &str)]) -> [String; 2] {
    let words: String = links
        .iter()
        .map(|(_, words)| format!("<span>{words}</span>"))
        .collect();
    let links: String = links
        .iter()
        .map(|(place, words)| format!("<a href=\"{place}\">{words}</a>"))
        .collect();
    [
        format!("<div class=\"back\" aria-hidden=\"true\">{words}</div>"),
        format!("<nav class=\"back\" aria-label=\"{label}\">{links}</nav>"),
    ]
}

impl Template {
    /// The page for a frame. A sandboxed frame has no origin, so it can load neither modules nor
    /// files with an integrity.
    #[must_use]
    pub fn framed(&self, content: &Content, frame: &Asset, styles: &Asset) -> String {
        let head = format!(
            "<link rel=\"stylesheet\" href=\"./{}\" /><script defer src=\"./{}\"></script>",
            styles.name, frame.name
        );
        let page = self.filled(content, &head, ["", ""], &content.data_elements());
        // The styles of a frame hold from the first paint on.
        page.replacen("<html ", "<html data-embedded ", 1)
    }
}
