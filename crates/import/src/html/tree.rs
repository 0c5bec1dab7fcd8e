//! A page as a flat tree: the descendants of a node follow it directly, up to its end.

use super::names::is_block;
#[cfg(test)]
use super::node::count;
use super::node::{Content, Node};
use super::parse::parse;

/// A document.
#[derive(Debug)]
pub(super) struct Tree {
    /// All nodes in document order, beginning with the document.
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// Parses a document. Takes time linear in its length.
    pub(super) fn of(html: &str) -> Self {
        Self {
            nodes: parse(html).into_nodes(),
        }
    }

    /// The node with this number.
    pub(super) fn get(&self, node: usize) -> Option<&Node> {
        #[cfg(test)]
        count(1);
        self.nodes.get(node)
    }

    /// The element with this number.
    pub(super) fn tag(&self, node: usize) -> &'static str {
        self.get(node).map_or("", Node::tag)
    }

    /// The number of the node after the last descendant.
    pub(super) fn end(&self, node: usize) -> usize {
        self.get(node).map_or(self.nodes.len(), |node| node.end)
    }

    /// The ancestors of a node, innermost first.
    pub(super) fn holders(&self, node: usize) -> impl Iterator<Item = usize> {
        let parent = |node: &usize| {
            let parent = self.get(*node)?.parent;
            (parent != *node).then_some(parent)
        };
        std::iter::successors(parent(&node), parent)
    }

    /// The names and values of the attributes of an element.
    pub(super) fn attributes(&self, node: usize) -> impl Iterator<Item = (&str, &str)> {
        let attributes = match self.get(node).map(|node| &node.content) {
            Some(Content::Element(element)) => element.attributes.as_slice(),
            _ => &[],
        };
        attributes
            .iter()
            .map(|attribute| (&*attribute.name.local, &*attribute.value))
    }

    /// The value of an attribute, with its spaces.
    pub(super) fn raw_attribute(&self, node: usize, name: &str) -> Option<&str> {
        let found = self.attributes(node).find(|(known, _)| *known == name);
        found.map(|(_, value)| value)
    }

    /// The trimmed value of an attribute.
    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<String> {
        Some(self.raw_attribute(node, name)?.trim().to_owned())
    }

    /// The elements with this name, in order.
    pub(super) fn elements(&self, tag: &'static str) -> impl Iterator<Item = usize> {
        #[cfg(test)]
        count(self.nodes.len() as u64);
        let nodes = self.nodes.iter().enumerate();
        nodes
            .filter(move |(_, node)| node.tag() == tag)
            .map(|(number, _)| number)
    }

    /// All words of a node, with single spaces. Raw text is included only if the node itself is
    /// raw text.
    pub(super) fn words(&self, node: usize) -> String {
        let mut words = String::new();
        let raw = matches!(self.tag(node), "title" | "textarea" | "xmp");
        for inner in self.nodes.get(node..self.end(node)).unwrap_or_default() {
            #[cfg(test)]
            count(1);
            match &inner.content {
                Content::Text(text) => words.push_str(text),
                Content::Raw(text) if raw => words.push_str(text),
                _ if is_block(inner.tag()) || inner.tag() == "br" => words.push(' '),
                _ => {}
            }
        }
        evened(&words)
    }
}

/// A text in one line, without invisible characters.
pub(super) fn evened(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|c| !is_unseen(*c)));
    }
    out
}

/// Whether a character only marks a possible line break, or never occurs in text.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whether a character is white space in HTML.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(html: &str) -> String {
        fn write(tree: &Tree, node: usize, out: &mut String) {
            match &tree.nodes[node].content {
                Content::Element(element) => out.push_str(&format!("{}(", element.tag)),
                Content::Text(text) => out.push_str(text),
                _ => {}
            }
            let mut child = node + 1;
            while child < tree.end(node) {
                write(tree, child, out);
                child = tree.end(child);
            }
            if matches!(tree.nodes[node].content, Content::Element(_)) {
                out.push(')');
            }
        }
        let mut out = String::new();
        let tree = Tree::of(html);
        let body = tree.elements("body").next().unwrap();
        let mut child = body + 1;
        while child < tree.end(body) {
            write(&tree, child, &mut out);
            child = tree.end(child);
        }
        out
    }

    #[test]
    fn end_tags_that_are_left_out_are_known() {
        for (html, expected) in [
            ("<p>a<p>b<div>c</div>", "p(a)p(b)div(c)"),
            (
                "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
                "ul(li(a)li(bul(li(c)))li(d))",
            ),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>d",
                "table(tbody(tr(td(a)td(b))tr(td(c))))d",
            ),
            ("<head><title>x</title><p>a", "p(a)"),
            ("<b>a<p>b</b>c</p>d", "b(a)p(b(b)c)d"),
            ("<div><span>a</div>b", "div(span(a))b"),
            ("<td></p></td>a</nothing>", "p()a"),
            ("<a href=x>a<a href=y>b", "a(a)a(b)"),
            ("<X-Y>a</x-z>b</x-y>c", "(ab)c"),
            ("a</br>b<br>c", "abr()bbr()c"),
        ] {
            assert_eq!(shape(html), expected, "{html}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        let html = format!(
            "{}a{}<p>b",
            "<div>".repeat(100_000),
            "</div>".repeat(100_000)
        );
        let tree = Tree::of(&html);
        let deepest = (0..tree.nodes.len())
            .step_by(997)
            .map(|node| tree.holders(node).count())
            .max();
        assert!(deepest.unwrap() <= 300);
        assert_eq!(tree.words(0), "a b");
        let last = tree.nodes.iter().rev().find(|node| node.tag() == "p");
        let parent = last.unwrap().parent;
        assert_eq!(tree.tag(parent), "body");
    }
}
