//! The HTML that embeds a view in another page.

use explore::{View, link_to, to_hash};

/// The height of the frame without the script, in CSS pixels.
const FRAME_HEIGHT: u32 = 640;

/// An iframe that shows a view, for pages that run no script of ours. `folder` is the
/// address of the folder with `embed.html`, ending with a slash; `title` is the title of
/// the frame.
#[must_use]
pub fn frame(folder: &str, view: &View, title: &str) -> String {
    framed(&format!("{folder}embed.html"), view, title)
}

/// The script tag that resizes the frame to its content.
#[must_use]
pub fn frame_script(folder: &str) -> String {
    let source = attribute(&format!("{folder}embed.js"));
    format!("<script async src=\"{source}\"></script>")
}

/// An iframe that shows a view from a single-file page, wherever that is hosted.
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

/// The custom element with a view, and the script that defines it.
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

/// Escapes a text for a quoted attribute.
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
    fn view_and_title_are_in_attributes() {
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
