//! The lines that put a view into another page.

use explore::{View, link_to, to_hash};

/// How tall the bare frame is, in CSS pixels; with the script it takes its own height.
const FRAME_HEIGHT: u32 = 640;

/// A frame that shows a view, for a page that runs no script of ours. `folder` is the
/// address of the folder that holds `embed.html`, with its last slash; `title` is what the
/// frame is called.
#[must_use]
pub fn frame(folder: &str, view: &View, title: &str) -> String {
    framed(&format!("{folder}embed.html"), view, title)
}

/// The line beside a frame that gives it the height of what it shows.
#[must_use]
pub fn frame_script(folder: &str) -> String {
    let source = attribute(&format!("{folder}embed.js"));
    format!("<script async src=\"{source}\"></script>")
}

/// A frame that shows a view from the page in one file, wherever that lies.
#[must_use]
pub fn file(view: &View, title: &str) -> String {
    framed("article-explorer.html", view, title)
}

fn framed(page: &str, view: &View, title: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{FRAME_HEIGHT}\" loading=\"lazy\" style=\"border:0\"></iframe>",
        attribute(&link_to(page, view)),
        attribute(title)
    )
}

/// The element with a view, and the script that defines it.
#[must_use]
pub fn element(folder: &str, view: &View) -> String {
    let hash = to_hash(view);
    let state = if hash.is_empty() {
        String::new()
    } else {
        format!(" state=\"{}\"", attribute(&hash))
    };
    let folder = attribute(folder);
    format!(
        "<script type=\"module\" src=\"{folder}article-explorer.js\"></script>\n<article-explorer src=\"{folder}articles.json\"{state}></article-explorer>"
    )
}

/// A text between the quotation marks of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use explore::from_hash;

    #[test]
    fn the_view_and_the_title_stand_in_attributes() {
        let (view, _) = from_hash("q=%22a b%22&form=direct");
        assert_eq!(
            frame("https://a.example/b/", &view, "A \"B\" <c>"),
            "<iframe src=\"https://a.example/b/embed.html#q=%22a%20b%22&amp;form=direct\" \
             title=\"A &quot;B&quot; &lt;c>\" width=\"100%\" height=\"640\" loading=\"lazy\" \
             style=\"border:0\"></iframe>"
        );
        assert_eq!(
            element("https://a.example/b/", &view),
            "<script type=\"module\" src=\"https://a.example/b/article-explorer.js\"></script>\n\
             <article-explorer src=\"https://a.example/b/articles.json\" \
             state=\"q=%22a%20b%22&amp;form=direct\"></article-explorer>"
        );
        assert!(!file(&View::default(), "").contains('#'));
    }
}
