//! The nodes of a page.

use html5ever::Attribute;
use html5ever::tendril::StrTendril;

/// More attributes of one tag are passed over: html5ever compares each with all before it.
pub(super) const MOST_ATTRIBUTES: usize = 48;

/// What a node is.
#[derive(Debug)]
pub(super) enum Content {
    /// An element.
    Element(Element),
    /// Text.
    Text(StrTendril),
    /// The text of a script, a title and the like.
    Raw(StrTendril),
    /// A comment.
    Comment(StrTendril),
}

/// An element without its content.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name in lower case; empty where it is none that is known.
    pub(super) tag: &'static str,
    /// Its attributes, names in lower case.
    pub(super) attributes: Vec<Attribute>,
}

/// A node and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    /// What it is.
    pub(super) content: Content,
    /// The node that holds it; the root holds itself.
    pub(super) parent: usize,
    /// The node after its last descendant.
    pub(super) end: usize,
}

impl Node {
    /// The element's name; empty for what is none.
    pub(super) fn tag(&self) -> &'static str {
        match &self.content {
            Content::Element(element) => element.tag,
            _ => "",
        }
    }
}

#[cfg(test)]
std::thread_local! {
    /// How many nodes this thread has looked at, while reading a page and after that.
    pub(super) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
pub(super) fn count(looks: u64) {
    LOOKS.set(LOOKS.get() + looks);
}
