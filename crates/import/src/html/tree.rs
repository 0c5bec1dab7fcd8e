//! Tokens as a tree, laid flat: a node's descendants stand right after it, up to its end.

use super::entities::decoded;
use super::names::{is_block, is_formatting, is_heading, is_of_head, is_void, known};
use super::tokens::{Token, Tokens};

/// Elements within more others are siblings of the last that fits.
const DEEPEST: usize = 200;
/// Past so many nodes tags are passed over; their text is kept.
const MOST_NODES: usize = 1_500_000;

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Content<'h> {
    /// An element.
    Element(Element<'h>),
    /// Text with references.
    Text(&'h str),
    /// The text of a script, a title and the like.
    Raw(&'h str),
    /// A comment.
    Comment(&'h str),
}

/// An element without its content.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'h> {
    /// Its name in lower case; empty where it is none that is known.
    pub(super) tag: &'static str,
    /// Its name as it stands.
    name: &'h str,
    attributes: (u32, u32),
}

/// A node and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'h> {
    /// What it is.
    pub(super) content: Content<'h>,
    /// The node that holds it; the root holds itself.
    pub(super) parent: usize,
    /// The node after its last descendant.
    pub(super) end: usize,
    /// Where its end tag stood, for an element whose end tag did not end it.
    pub(super) closed: usize,
}

impl Node<'_> {
    /// The element's name; empty for what is none.
    pub(super) fn tag(&self) -> &'static str {
        match self.content {
            Content::Element(element) => element.tag,
            _ => "",
        }
    }
}

/// A document.
#[derive(Debug)]
pub(super) struct Tree<'h> {
    /// All nodes in the order of the document, the document itself first.
    pub(super) nodes: Vec<Node<'h>>,
    attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Tree<'h> {
    /// Reads a document. Takes time linear in its length.
    pub(super) fn of(html: &'h str) -> Self {
        let mut builder = Builder {
            tree: Self {
                nodes: Vec::new(),
                attributes: Vec::new(),
            },
            open: Vec::new(),
            beyond: 0,
        };
        builder.push(Content::Text(""));
        builder.open.push(0);
        let mut tokens = Tokens::of(html);
        while let Some(token) = tokens.next() {
            match token {
                Token::Open(name) => builder.start(name, &tokens.attributes),
                Token::Close(name) => builder.end(name),
                Token::Text(text) => builder.text(text),
                Token::Raw(text) => builder.push(Content::Raw(text)),
                Token::Comment(text) => builder.push(Content::Comment(text)),
            }
        }
        builder.pop_to(0);
        builder.tree
    }

    /// The node of that number.
    pub(super) fn get(&self, node: usize) -> Option<&Node<'h>> {
        #[cfg(test)]
        LOOKS.set(LOOKS.get() + 1);
        self.nodes.get(node)
    }

    /// The element of that number.
    pub(super) fn tag(&self, node: usize) -> &'static str {
        self.get(node).map_or("", Node::tag)
    }

    /// The node after the last descendant of one.
    pub(super) fn end(&self, node: usize) -> usize {
        self.get(node).map_or(self.nodes.len(), |node| node.end)
    }

    /// The nodes that hold one, from the inside out.
    pub(super) fn holders(&self, node: usize) -> impl Iterator<Item = usize> {
        let parent = |node: &usize| {
            let parent = self.get(*node)?.parent;
            (parent != *node).then_some(parent)
        };
        std::iter::successors(parent(&node), parent)
    }

    /// The attributes of an element as they stand.
    pub(super) fn attributes(&self, node: usize) -> &[(&'h str, &'h str)] {
        match self.get(node).map(|node| node.content) {
            Some(Content::Element(element)) => {
                let (start, end) = element.attributes;
                self.attributes
                    .get(start as usize..end as usize)
                    .unwrap_or_default()
            }
            _ => &[],
        }
    }

    /// The value of an attribute, as it stands.
    pub(super) fn raw_attribute(&self, node: usize, name: &str) -> Option<&'h str> {
        let mut attributes = self.attributes(node).iter();
        let found = attributes.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| *value)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<String> {
        let value = self.raw_attribute(node, name)?;
        Some(decoded(value, true).trim().to_owned())
    }

    /// The elements of a name, in order.
    pub(super) fn elements(&self, tag: &'static str) -> impl Iterator<Item = usize> {
        #[cfg(test)]
        LOOKS.set(LOOKS.get() + self.nodes.len() as u64);
        let nodes = self.nodes.iter().enumerate();
        nodes
            .filter(move |(_, node)| node.tag() == tag)
            .map(|(number, _)| number)
    }

    /// All words of a node, white space evened out. Raw text counts for itself only.
    pub(super) fn words(&self, node: usize) -> String {
        let mut words = String::new();
        let raw = matches!(self.tag(node), "title" | "textarea" | "xmp");
        for inner in self.nodes.get(node..self.end(node)).unwrap_or_default() {
            #[cfg(test)]
            LOOKS.set(LOOKS.get() + 1);
            match inner.content {
                Content::Text(text) => words.push_str(&decoded(text, false)),
                Content::Raw(text) if raw => words.push_str(&decoded(text, false)),
                _ if is_block(inner.tag()) || inner.tag() == "br" => words.push(' '),
                _ => {}
            }
        }
        evened(&words)
    }
}

#[cfg(test)]
std::thread_local! {
    /// How many nodes this thread has looked at: the work after the reading, counted.
    pub(super) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// A text in one line, without characters that are not seen.
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

/// Characters that only tell where a word may be broken, or that no text has.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

struct Builder<'h> {
    tree: Tree<'h>,
    open: Vec<usize>,
    /// Elements open beyond the deepest.
    beyond: usize,
}

impl<'h> Builder<'h> {
    fn push(&mut self, content: Content<'h>) {
        let number = self.tree.nodes.len();
        self.tree.nodes.push(Node {
            content,
            parent: self.open.last().copied().unwrap_or(0),
            end: number + 1,
            closed: usize::MAX,
        });
    }

    fn text(&mut self, text: &'h str) {
        if self.top() == "head" && !text.trim().is_empty() {
            self.pop_to(self.open.len() - 1);
        }
        self.push(Content::Text(text));
    }

    fn top(&self) -> &'static str {
        self.open.last().map_or("", |node| self.tree.tag(*node))
    }

    /// Closes the elements from that place of the open ones on. What is left out of an article
    /// with all that it holds, and was never closed itself, holds nothing: it must not
    /// swallow the text behind it.
    fn pop_to(&mut self, place: usize) {
        const SWALLOWING: [&str; 4] = ["button", "select", "svg", "math"];
        let end = self.tree.nodes.len();
        let place = place.min(self.open.len());
        for (number, node) in self.open.drain(place..).enumerate() {
            let swallows = number > 0 && SWALLOWING.contains(&self.tree.tag(node));
            if let Some(known) = self.tree.nodes.get_mut(node) {
                known.end = if swallows { node + 1 } else { end };
            }
        }
    }

    /// Closes the innermost element of these names that no barrier hides.
    fn close_within(&mut self, names: &[&str], barriers: &[&str]) {
        for (place, node) in self.open.iter().enumerate().rev() {
            let tag = self.tree.tag(*node);
            if names.contains(&tag) {
                self.pop_to(place);
                return;
            }
            if barriers.contains(&tag) {
                return;
            }
        }
    }

    fn start(&mut self, name: &'h str, attributes: &[(&'h str, &'h str)]) {
        let tag = known(name);
        self.close_implied(tag);
        if self.tree.nodes.len() >= MOST_NODES {
            return;
        }
        let start = self.tree.attributes.len() as u32;
        self.tree.attributes.extend_from_slice(attributes);
        let end = self.tree.attributes.len() as u32;
        let number = self.tree.nodes.len();
        self.push(Content::Element(Element {
            tag,
            name,
            attributes: (start, end),
        }));
        if is_void(tag) {
            return;
        }
        if self.open.len() < DEEPEST {
            self.open.push(number);
        } else {
            self.beyond += 1;
        }
    }

    /// Closes what a start tag closes without saying so.
    fn close_implied(&mut self, tag: &str) {
        const CELLS: [&str; 8] = [
            "table", "td", "th", "caption", "template", "button", "object", "svg",
        ];
        if self.top() == "head" && !is_of_head(tag) {
            self.pop_to(self.open.len() - 1);
        }
        match tag {
            "li" => self.close_within(
                &["li"],
                &[
                    "ul",
                    "ol",
                    "menu",
                    "dir",
                    "table",
                    "td",
                    "th",
                    "blockquote",
                    "article",
                    "section",
                ],
            ),
            "dt" | "dd" => {
                self.close_within(&["dt", "dd"], &["dl", "table", "td", "th", "blockquote"])
            }
            "tr" => self.close_within(&["tr"], &["table"]),
            "td" | "th" => self.close_within(&["td", "th"], &["tr", "table"]),
            "thead" | "tbody" | "tfoot" => {
                self.close_within(&["thead", "tbody", "tfoot", "caption"], &["table"])
            }
            "option" | "optgroup" => {
                self.close_within(&["option"], &["select", "datalist", "optgroup"])
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if is_heading(self.top()) => {
                self.pop_to(self.open.len() - 1);
            }
            "a" => {
                // A link ends where the next one begins.
                let link = self
                    .open
                    .iter()
                    .rposition(|node| self.tree.tag(*node) == "a");
                if let Some(place) = link {
                    self.end_formatting(place);
                }
            }
            _ => {}
        }
        if is_block(tag) {
            self.close_within(&["p"], &CELLS);
        }
    }

    fn end(&mut self, name: &str) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let tag = known(name);
        if tag == "br" {
            self.start("br", &[]);
            return;
        }
        let of_table = matches!(
            tag,
            "table"
                | "tr"
                | "td"
                | "th"
                | "thead"
                | "tbody"
                | "tfoot"
                | "caption"
                | "html"
                | "body"
        );
        for (place, node) in self.open.iter().enumerate().rev() {
            let Some(Content::Element(element)) = self.tree.get(*node).map(|node| node.content)
            else {
                return;
            };
            if element.tag == tag && (!tag.is_empty() || element.name.eq_ignore_ascii_case(name)) {
                if is_block(tag) || tag.is_empty() || !is_formatting(tag) {
                    self.pop_to(place);
                } else {
                    self.end_formatting(place);
                }
                return;
            }
            if !of_table && matches!(element.tag, "td" | "th" | "table" | "caption" | "template") {
                return;
            }
        }
    }

    /// Ends emphasis, a link and the like: its blocks stay open, though no longer within.
    fn end_formatting(&mut self, place: usize) {
        let now = self.tree.nodes.len();
        let mut inner = self.open.iter().skip(place + 1);
        if inner.any(|node| is_block(self.tree.tag(*node)) || self.tree.tag(*node) == "td") {
            let node = self.open.get(place).copied();
            if let Some(node) = node.and_then(|node| self.tree.nodes.get_mut(node)) {
                node.closed = node.closed.min(now);
            }
        } else {
            self.pop_to(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(html: &str) -> String {
        fn write(tree: &Tree<'_>, node: usize, out: &mut String) {
            match tree.nodes[node].content {
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
        write(&Tree::of(html), 0, &mut out);
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
                "table(tr(td(a)td(b))tr(td(c)))d",
            ),
            ("<head><title>x</title><p>a", "head(title())p(a)"),
            ("<b>a<p>b</b>c</p>d", "b(ap(bc)d)"),
            ("<div><span>a</div>b", "div(span(a))b"),
            ("<td></p></td>a</nothing>", "td()a"),
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
        assert!(deepest.unwrap() <= DEEPEST);
        assert_eq!(tree.words(0), "a b");
        assert_eq!(
            tree.nodes
                .iter()
                .rev()
                .find(|node| node.tag() == "p")
                .unwrap()
                .parent,
            0
        );
    }
}
