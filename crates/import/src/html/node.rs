//! The nodes of a page.

use html5ever::Attribute;
use html5ever::tendril::StrTendril;

/// The maximum number of attributes of a tag: html5ever compares each with all before it.
pub(super) const MOST_ATTRIBUTES: usize = 48;

/// The content of a node.
#[derive(Debug)]
pub(super) enum Content {
    /// An element.
    Element(Element),
    /// Text.
    Text(StrTendril),
    /// The text of a script, a title or a similar element.
    Raw(StrTendril),
    /// A comment.
    Comment(StrTendril),
}

/// An element without its content.
#[derive(Debug)]
pub(super) struct Element {
    /// The name in lower case; empty if it is unknown.
    pub(super) tag: &'static str,
    /// The attributes, with names in lower case.
    pub(super) attributes: Vec<Attribute>,
}

/// A node and its place.
#[derive(Debug)]
pub(super) struct Node {
    /// The content.
    pub(super) content: Content,
    /// The number of the parent; that of the root is its own.
    pub(super) parent: usize,
    /// The number of the node after the last descendant.
    pub(super) end: usize,
}

impl Node {
    /// The name of the element; empty if the node is not an element.
    pub(super) fn tag(&self) -> &'static str {
        match &self.content {
            Content::Element(element) => element.tag,
            _ => "",
        }
    }
}

#[cfg(test)]
std::thread_local! {
    /// The number of nodes that this thread has visited, during and after parsing.
    pub(super) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
pub(super) fn count(looks: u64) {
    LOOKS.set(LOOKS.get() + looks);
}
