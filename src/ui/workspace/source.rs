//! Input from the reader: files, and texts that were pasted or dropped.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::messages::WorkspaceMessages;
use crate::ui::editor::KeptEdits;
use jobs::Note;

/// The maximum size of a file, and of everything opened together, in bytes.
pub(super) const MOST: f64 = 20e6;
const MOST_TOGETHER: f64 = 3.0 * MOST;

/// A file or a text from the reader.
#[derive(Clone)]
pub(super) struct Source {
    pub(super) name: String,
    content: Content,
}

#[derive(Clone)]
enum Content {
    Text(Rc<str>),
    File(File),
}

impl Source {
    /// A text.
    pub(super) fn of_text(name: String, text: &str) -> Self {
        Self {
            name,
            content: Content::Text(text.into()),
        }
    }

    /// A file.
    pub(super) fn of_file(file: File) -> Self {
        Self {
            name: file.name(),
            content: Content::File(file),
        }
    }

    /// Whether this source is that text.
    pub(super) fn is_text(&self, text: &str) -> bool {
        matches!(&self.content, Content::Text(own) if **own == *text)
    }

    fn size(&self) -> f64 {
        match &self.content {
            Content::Text(text) => text.len() as f64,
            Content::File(file) => file.size(),
        }
    }

    /// Its bytes, or `None` if the browser cannot read it.
    pub(super) async fn bytes(&self) -> Option<Uint8Array> {
        match &self.content {
            Content::Text(text) => Some(Uint8Array::from(text.as_bytes())),
            Content::File(file) => {
                let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
                Some(Uint8Array::new(&buffer))
            }
        }
    }
}

/// The edits in a published file, and the id of the article that they belong to.
pub(super) fn edits_in(name: &str, bytes: &Uint8Array) -> Option<(String, KeptEdits)> {
    let name = name.to_lowercase();
    if !name.ends_with(".html") && !name.ends_with(".htm") {
        return None;
    }
    let page = String::from_utf8(bytes.to_vec()).ok()?;
    let edits: KeptEdits = serde_json::from_str(publish::edits_in(&page)?).ok()?;
    Some((edits.original()?.id.to_string(), edits))
}

/// The sources that are small enough to read together. Adds a note about each of the others.
pub(super) fn fitting(
    sources: &[Source],
    notes: &mut Vec<Note>,
    messages: &WorkspaceMessages,
) -> Vec<Source> {
    let mut together = 0.0;
    let mut fits = Vec::new();
    for source in sources {
        let size = source.size();
        let what = if size > MOST {
            (messages.too_large)((size / 1e6).ceil(), MOST / 1e6)
        } else if together + size > MOST_TOGETHER {
            messages.too_much_together.to_owned()
        } else {
            together += size;
            fits.push(source.clone());
            continue;
        };
        notes.push(Note {
            place: source.name.clone(),
            what,
        });
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn what_is_too_large_is_left_out_and_said() {
        let text =
            |name: &str, length: usize| Source::of_text(name.to_owned(), &"x".repeat(length));
        let sources = [
            text("huge", 20_000_001),
            text("a", 20_000_000),
            text("b", 20_000_000),
            text("c", 19_000_000),
            text("d", 2_000_000),
            text("e", 1_000_000),
        ];
        let mut notes = Vec::new();
        let fits = fitting(&sources, &mut notes, Language::default().workspace());
        let names: Vec<&str> = fits.iter().map(|source| source.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c", "e"]);
        assert!(
            notes[0].what.contains("21 MB, and at most 20 MB"),
            "{notes:?}"
        );
        assert_eq!(notes[1].place, "d");
    }
}
