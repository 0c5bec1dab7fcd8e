//! The parts of a page in one file that stay the same when it is saved again.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

use publish::{Content, PART, PROGRAM, Program, Template};

/// The parts of a page in one file that stay the same: its skeleton, its style sheet, its programs
/// and its script. Nothing changes their elements while the page is shown.
pub(super) struct FileParts {
    template: Template,
    styles: String,
    script: String,
    programs: Vec<Program>,
}

impl FileParts {
    /// The parts of the file that this document was loaded from, and its skeleton as JSON. Returns
    /// nothing if the document was not loaded from such a file.
    pub(super) fn of_document(skeleton: &str) -> Option<Self> {
        let template = serde_json::from_str(skeleton).ok()?;
        let style = all("head>style")?.find(|style| has_attributes(style, 0))?;
        let script = all("script[type=module]")?.find(|script| has_attributes(script, 1))?;
        let text = |element: &Element| element.text_content().unwrap_or_default();
        let programs = all("script[type='application/octet-stream']")?
            .filter(|element| element.id() == PROGRAM || element.id().starts_with(PART))
            .map(|element| Program {
                id: element.id(),
                text: text(&element),
                is_for_several: element.has_attribute("data-several"),
            })
            .collect();
        let script = text(&script);
        Some(Self {
            template,
            styles: text(&style),
            // The element begins with a line break.
            script: script.strip_prefix('\n').unwrap_or(&script).to_owned(),
            programs,
        })
    }

    /// The file with this content.
    pub(super) fn with(&self, content: &Content) -> String {
        self.template
            .one_file(content, &self.styles, &self.script, &self.programs)
    }
}

fn all(selector: &str) -> Option<impl Iterator<Item = Element>> {
    let list = document().query_selector_all(selector).ok()?;
    let nodes = (0..list.length()).filter_map(move |number| list.get(number));
    Some(nodes.filter_map(|node| node.dyn_into().ok()))
}

/// Whether an element has that many attributes. Elements that extensions of the browser add have
/// others than ours.
fn has_attributes(element: &Element, count: u32) -> bool {
    element.get_attribute_names().length() == count
}
