//! XML as a flat tree: the descendants of an element follow it directly, up to its end. Reading never
//! fails: what cannot be read ends the document. Entities that a document defines are not expanded.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::html::decoded;

/// The maximum depth of elements. Deeper ones are read as if they were not marked up.
const DEEPEST: usize = 200;

/// An element or a text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// The name of an element without its prefix; empty for a text.
    pub(super) name: String,
    /// The names, without prefixes, and values of the attributes.
    attributes: Vec<(String, String)>,
    /// The text; empty for an element.
    pub(super) text: String,
    /// The number of the node after the last descendant.
    pub(super) end: usize,
}

/// A document.
#[derive(Debug, Default)]
pub(super) struct Xml {
    /// All nodes in document order.
    pub(super) nodes: Vec<Node>,
    /// Whether the document was read to its end.
    pub(super) is_whole: bool,
    /// Whether the last node is a text that goes on.
    is_in_text: bool,
}

impl Xml {
    /// Reads a document. Takes time linear in its length.
    pub(super) fn of(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut xml = Self::default();
        let mut open: Vec<Option<usize>> = Vec::new();
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    let is_deep = open.len() >= DEEPEST;
                    open.push((!is_deep).then(|| xml.element(&tag)));
                }
                Ok(Event::Empty(tag)) => {
                    xml.element(&tag);
                }
                Ok(Event::End(_)) => {
                    if let Some(Some(element)) = open.pop() {
                        xml.close(element);
                    }
                }
                Ok(Event::Text(text)) => xml.text(&text.xml10_content()),
                Ok(Event::CData(text)) => xml.text(&text.xml10_content()),
                Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                    Ok(Some(c)) => xml.text(c.encode_utf8(&mut [0; 4])),
                    _ => xml.text(&decoded(&format!("&{};", &*name))),
                },
                Ok(Event::Eof) => {
                    xml.is_whole = open.is_empty();
                    break;
                }
                Ok(_) => {}
                Err(_) => break,
            }
        }
        while let Some(element) = open.pop() {
            if let Some(element) = element {
                xml.close(element);
            }
        }
        xml
    }

    fn element(&mut self, tag: &BytesStart<'_>) -> usize {
        let mut attributes = tag.attributes();
        let attributes = attributes.with_checks(false).flatten().take(48);
        let attributes = attributes.map(|attribute| {
            let name = attribute.key.local_name();
            (
                name.as_ref().to_owned(),
                decoded(&attribute.value).into_owned(),
            )
        });
        self.is_in_text = false;
        let number = self.nodes.len();
        self.nodes.push(Node {
            name: tag.local_name().as_ref().to_owned(),
            attributes: attributes.collect(),
            text: String::new(),
            end: number + 1,
        });
        number
    }

    fn close(&mut self, element: usize) {
        self.is_in_text = false;
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(element) {
            node.end = end;
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some(last) = self.nodes.last_mut().filter(|_| self.is_in_text) {
            last.text.push_str(text);
            return;
        }
        self.is_in_text = true;
        let end = self.nodes.len() + 1;
        self.nodes.push(Node {
            text: text.to_owned(),
            end,
            ..Node::default()
        });
    }

    /// The name of a node.
    pub(super) fn name(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", |node| &node.name)
    }

    /// The number of the node after the last descendant.
    pub(super) fn end(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(node + 1, |node| node.end)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, node: usize, name: &str) -> Option<&str> {
        let attributes = &self.nodes.get(node)?.attributes;
        let found = attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim())
    }

    /// The children of a node.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let end = self.end(node);
        let first = (node + 1 < end).then_some(node + 1);
        std::iter::successors(first, move |child| {
            Some(self.end(*child)).filter(|next| *next < end)
        })
    }

    /// The children of a node with this name.
    pub(super) fn named(&self, node: usize, name: &str) -> impl Iterator<Item = usize> {
        self.children(node)
            .filter(move |child| self.name(*child) == name)
    }

    /// All elements with this name.
    pub(super) fn elements(&self, name: &str) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(move |node| self.name(*node) == name)
    }

    /// The text of a node and its descendants.
    pub(super) fn text_of(&self, node: usize) -> String {
        let nodes = self.nodes.get(node..self.end(node)).unwrap_or_default();
        nodes.iter().map(|node| node.text.as_str()).collect()
    }

    /// The words of a node and its descendants, with single spaces.
    pub(super) fn words(&self, node: usize) -> String {
        let text = self.text_of(node);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(xml: &Xml) -> String {
        fn write(xml: &Xml, node: usize, out: &mut String) {
            out.push_str(&xml.nodes[node].text);
            out.push_str(xml.name(node));
            if !xml.name(node).is_empty() {
                out.push('(');
                for child in xml.children(node) {
                    write(xml, child, out);
                }
                out.push(')');
            }
        }
        let mut out = String::new();
        let mut node = 0;
        while node < xml.nodes.len() {
            write(xml, node, &mut out);
            node = xml.end(node);
        }
        out
    }

    #[test]
    fn documents_are_read_as_far_as_they_can() {
        for (text, expected, is_whole) in [
            ("<a>x<n:b c='1'/>y</a>", "a(xb()y)", true),
            (
                "<a>&lt;&#233;&eacute;&zzz;<![CDATA[<b>]]></a>",
                "a(<éé&zzz;<b>)",
                true,
            ),
            ("<a>R&D</a>", "a(R&D)", true),
            (
                "<a>x<b>y</b>z<b/>&amp;<b>1</b></a>",
                "a(xb(y)zb()&b(1))",
                true,
            ),
            ("<a><b>x", "a(b(x))", false),
            ("<a><b>x</c></a>", "a(b(x))", true),
            (
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
                "a(&c;)",
                true,
            ),
            ("", "", true),
        ] {
            let xml = Xml::of(text);
            assert_eq!(
                (shape(&xml).as_str(), xml.is_whole),
                (expected, is_whole),
                "{text}"
            );
        }
        let deep = Xml::of(&"<a>".repeat(100_000));
        assert_eq!(deep.nodes.len(), DEEPEST);
    }

    #[test]
    fn attributes_and_words_are_found() {
        let xml = Xml::of("<a x:b=' 1 &amp; 2 '> one\n<c>two</c> </a>");
        assert_eq!(xml.attribute(0, "b"), Some("1 & 2"));
        assert_eq!(xml.words(0), "one two");
        assert_eq!(xml.named(0, "c").count(), 1);
    }
}
