//! The tree that the parser builds: a list of nodes that are linked by number, so that each
//! change takes constant time.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, LocalName, QualName, local_name, ns};

use super::names::{is_raw, known};
use super::node::{Content, Element, MOST_ATTRIBUTES, Node};

/// The number for no node.
const NONE: u32 = u32::MAX;

/// Elements that never contain text of an article, and that hide the rest of a page if their
/// end tag is missing.
const SWALLOWING: [LocalName; 4] = [
    local_name!("button"),
    local_name!("select"),
    local_name!("svg"),
    local_name!("math"),
];

/// A node with its name, which the parser asks for often.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    number: u32,
    name: Rc<QualName>,
}

impl Handle {
    /// The name and namespace of an element.
    pub(super) fn name(&self) -> &QualName {
        &self.name
    }
}

/// The content of a node.
#[derive(Debug, Default)]
enum Part {
    /// The document, a processing instruction, or a removed node.
    #[default]
    Other,
    /// An element with its attributes.
    Element(Rc<QualName>, Vec<Attribute>),
    /// Text.
    Text(StrTendril),
    /// A comment.
    Comment(StrTendril),
}

impl Part {
    fn into_content(self, parent: Option<&Node>) -> Content {
        match self {
            Self::Other => Content::Text(StrTendril::new()),
            Self::Element(name, attributes) => Content::Element(Element {
                tag: if name.ns == ns!(html) || is_embedded(&name.local) {
                    known(&name.local)
                } else {
                    ""
                },
                attributes,
            }),
            Self::Text(text) if parent.is_some_and(|parent| is_raw(parent.tag())) => {
                Content::Raw(text)
            }
            Self::Text(text) => Content::Text(text),
            Self::Comment(text) => Content::Comment(text),
        }
    }
}

/// Whether an element is the root of SVG or MathML.
fn is_embedded(name: &LocalName) -> bool {
    matches!(&**name, "svg" | "math")
}

#[derive(Debug)]
struct Linked {
    part: Part,
    parent: u32,
    first: u32,
    last: u32,
    previous: u32,
    next: u32,
    /// The end tag is missing, so the following content is not in the element.
    is_unclosed: bool,
}

/// The document that the parser builds.
#[derive(Debug)]
pub(super) struct Arena {
    nodes: RefCell<Vec<Linked>>,
    name: Rc<QualName>,
    /// The elements of each name in [`SWALLOWING`] that have no end tag yet.
    unclosed: RefCell<[Vec<u32>; 4]>,
}

impl Arena {
    /// An empty document.
    pub(super) fn new() -> Self {
        let arena = Self {
            nodes: RefCell::default(),
            name: Rc::new(QualName::new(None, ns!(), LocalName::from(""))),
            unclosed: RefCell::default(),
        };
        arena.add(Part::Other);
        arena
    }

    /// The number of nodes created so far.
    pub(super) fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    /// Records an end tag, or a self-closing tag.
    pub(super) fn close(&self, name: &LocalName) {
        let Some(place) = SWALLOWING.iter().position(|known| known == name) else {
            return;
        };
        let mut unclosed = self.unclosed.borrow_mut();
        if let Some(number) = unclosed.get_mut(place).and_then(Vec::pop) {
            self.change(number, |node| node.is_unclosed = false);
        }
    }

    /// The nodes in document order, each followed by its descendants.
    pub(super) fn into_nodes(self) -> Vec<Node> {
        let mut nodes = self.nodes.into_inner();
        let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
        // The open nodes, each with its number in `out`.
        let mut open: Vec<(u32, usize)> = Vec::new();
        // The open nodes that are parents in the result.
        let mut holders: Vec<usize> = vec![0];
        let mut at = 0_u32;
        while let Some(node) = nodes.get_mut(at as usize) {
            let number = out.len();
            let parent = holders.last().copied().unwrap_or(0);
            let content = std::mem::take(&mut node.part).into_content(out.get(parent));
            out.push(Node {
                content,
                parent,
                end: number + 1,
            });
            open.push((at, number));
            if !node.is_unclosed {
                holders.push(number);
            }
            at = node.first;
            while at == NONE {
                let Some((last, number)) = open.pop() else {
                    return out;
                };
                let Some(node) = nodes.get(last as usize) else {
                    return out;
                };
                if !node.is_unclosed {
                    holders.pop();
                    let end = out.len();
                    if let Some(node) = out.get_mut(number) {
                        node.end = end;
                    }
                }
                at = node.next;
            }
        }
        out
    }

    fn add(&self, part: Part) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Linked {
            part,
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            is_unclosed: false,
        });
        (nodes.len() - 1) as u32
    }

    fn handle(&self, part: Part) -> Handle {
        Handle {
            number: self.add(part),
            name: Rc::clone(&self.name),
        }
    }

    fn read(&self, number: u32, field: impl Fn(&Linked) -> u32) -> u32 {
        self.nodes.borrow().get(number as usize).map_or(NONE, field)
    }

    fn change(&self, number: u32, change: impl FnOnce(&mut Linked)) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(number as usize) {
            change(node);
        }
    }

    /// Appends text to an existing text node; returns it if the node is not text.
    fn join(&self, number: u32, text: StrTendril) -> Option<StrTendril> {
        match self.nodes.borrow_mut().get_mut(number as usize) {
            Some(Linked {
                part: Part::Text(known),
                ..
            }) => {
                known.push_tendril(&text);
                None
            }
            _ => Some(text),
        }
    }

    /// The number of the node to place after `previous`; `None` if text was appended to
    /// `previous`.
    fn placed(&self, child: NodeOrText<Handle>, previous: u32) -> Option<u32> {
        match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node.number);
                Some(node.number)
            }
            NodeOrText::AppendText(text) => {
                let text = self.join(previous, text)?;
                Some(self.add(Part::Text(text)))
            }
        }
    }

    fn detach(&self, number: u32) {
        let (parent, previous, next) = (
            self.read(number, |node| node.parent),
            self.read(number, |node| node.previous),
            self.read(number, |node| node.next),
        );
        if parent == NONE {
            return;
        }
        if previous == NONE {
            self.change(parent, |node| node.first = next);
        } else {
            self.change(previous, |node| node.next = next);
        }
        if next == NONE {
            self.change(parent, |node| node.last = previous);
        } else {
            self.change(next, |node| node.previous = previous);
        }
        self.change(number, |node| {
            (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        });
    }

    fn link_last(&self, parent: u32, child: u32) {
        let last = self.read(parent, |node| node.last);
        self.change(child, |node| (node.parent, node.previous) = (parent, last));
        if last == NONE {
            self.change(parent, |node| node.first = child);
        } else {
            self.change(last, |node| node.next = child);
        }
        self.change(parent, |node| node.last = child);
    }

    fn link_before(&self, sibling: u32, child: u32) {
        let (parent, previous) = (
            self.read(sibling, |node| node.parent),
            self.read(sibling, |node| node.previous),
        );
        self.change(child, |node| {
            (node.parent, node.previous, node.next) = (parent, previous, sibling);
        });
        if previous == NONE {
            self.change(parent, |node| node.first = child);
        } else {
            self.change(previous, |node| node.next = child);
        }
        self.change(sibling, |node| node.previous = child);
    }
}

impl TreeSink for Arena {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle {
            number: 0,
            name: Rc::clone(&self.name),
        }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        #[cfg(test)]
        super::node::count(1);
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let swallows = SWALLOWING.iter().position(|known| *known == name.local);
        let name = Rc::new(name);
        let number = self.add(Part::Element(Rc::clone(&name), attrs));
        if let Some(place) = swallows {
            self.change(number, |node| node.is_unclosed = true);
            if let Some(unclosed) = self.unclosed.borrow_mut().get_mut(place) {
                unclosed.push(number);
            }
        }
        Handle { number, name }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.handle(Part::Comment(text))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.handle(Part::Other)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let last = self.read(parent.number, |node| node.last);
        if let Some(child) = self.placed(child, last) {
            self.link_last(parent.number, child);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        prev_element: &Handle,
        child: NodeOrText<Handle>,
    ) {
        if self.read(element.number, |node| node.parent) == NONE {
            self.append(prev_element, child);
        } else {
            self.append_before_sibling(element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The content of a template is its child, which no article contains.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        #[cfg(test)]
        super::node::count(1);
        x.number == y.number
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, new_node: NodeOrText<Handle>) {
        let previous = self.read(sibling.number, |node| node.previous);
        if let Some(child) = self.placed(new_node, previous) {
            self.link_before(sibling.number, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        self.change(target.number, |node| {
            let Part::Element(_, known) = &mut node.part else {
                return;
            };
            for attribute in attrs {
                if known.len() < MOST_ATTRIBUTES
                    && !known.iter().any(|known| known.name == attribute.name)
                {
                    known.push(attribute);
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.number);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut child = self.read(node.number, |node| node.first);
        while child != NONE {
            #[cfg(test)]
            super::node::count(1);
            let next = self.read(child, |node| node.next);
            self.detach(child);
            self.link_last(new_parent.number, child);
            child = next;
        }
    }
}
