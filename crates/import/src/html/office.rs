//! Recognises what word processors write beside the text of a document: comments, notes, tracked
//! deletions, and the lines at the top and bottom of pages.

use super::node::Content;
use super::tree::Tree;

/// What a document has beside its text.
#[derive(Debug, Default)]
pub(super) struct Office {
    /// For each node, whether it is beside the text.
    pub(super) dropped: Vec<bool>,
    /// The number of comments.
    pub(super) comments: usize,
    /// The number of footnotes and endnotes.
    pub(super) notes: usize,
    /// The number of tracked deletions.
    pub(super) deletions: usize,
    /// The number of headers and footers of pages.
    pub(super) running_heads: usize,
}

/// A part beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Comment,
    Note,
    Deletion,
    RunningHead,
    /// A reference to one of the others, or the mark of a list.
    Mark,
}

impl Office {
    /// What the document has beside its text; `None` if no word processor has written it.
    pub(super) fn of(tree: &Tree) -> Option<Self> {
        if !is_document(tree) {
            return None;
        }
        let mut office = Self {
            dropped: vec![false; tree.nodes.len()],
            ..Self::default()
        };
        let mut node = 0;
        let mut is_list_mark = false;
        while let Some(known) = tree.get(node) {
            if let Content::Comment(words) = &known.content {
                is_list_mark = match words.contains("supportLists") {
                    true => true,
                    false => is_list_mark && !words.contains("endif"),
                };
            }
            let beside = match is_list_mark {
                true => Some((Beside::Mark, node)),
                false => beside(tree, node),
            };
            let Some((beside, root)) = beside else {
                node += 1;
                continue;
            };
            let end = tree.end(root).max(node + 1);
            if let Some(nodes) = office.dropped.get_mut(root..end) {
                nodes.fill(true);
            }
            office.count(beside);
            node = if is_list_mark { node + 1 } else { end };
        }
        Some(office)
    }

    fn count(&mut self, beside: Beside) {
        match beside {
            Beside::Comment => self.comments += 1,
            Beside::Note => self.notes += 1,
            Beside::Deletion => self.deletions += 1,
            Beside::RunningHead => self.running_heads += 1,
            Beside::Mark => {}
        }
    }
}

/// Whether a word processor has written the page.
fn is_document(tree: &Tree) -> bool {
    let names_program = |node: usize| {
        let is_generator = tree
            .raw_attribute(node, "name")
            .is_some_and(|name| name.eq_ignore_ascii_case("generator"));
        let program = tree.raw_attribute(node, "content").unwrap_or_default();
        is_generator
            && ["Microsoft Word", "LibreOffice", "OpenOffice"]
                .iter()
                .any(|known| program.contains(known))
    };
    let has = |node: usize, class: &str| has_class(tree, node, class);
    tree.elements("meta").any(names_program)
        || tree.elements("body").any(|node| has(node, "doc-content"))
        || tree
            .elements("p")
            .take(20)
            .any(|node| has(node, "MsoNormal") || has(node, "MsoTitle"))
}

/// Whether a paragraph is the title of a document.
pub(super) fn is_title(tree: &Tree, node: usize) -> bool {
    tree.tag(node) == "p"
        && ["MsoTitle", "title", "Title"]
            .iter()
            .any(|class| has_class(tree, node, class))
}

fn has_class(tree: &Tree, node: usize, class: &str) -> bool {
    let classes = tree.raw_attribute(node, "class").unwrap_or_default();
    classes.split_whitespace().any(|known| known == class)
}

/// What a node is beside the text, with the node that goes with it.
fn beside(tree: &Tree, node: usize) -> Option<(Beside, usize)> {
    let tag = tree.tag(node);
    let attribute = |name: &str| tree.raw_attribute(node, name).unwrap_or_default();
    let has = |class: &str| has_class(tree, node, class);
    let (id, title) = (attribute("id"), attribute("title"));
    match tag {
        "del" => return Some((Beside::Deletion, node)),
        "div" if matches!(title, "header" | "footer") => {
            return Some((Beside::RunningHead, node));
        }
        "div" if is_numbered(id, &["ftn", "edn", "sdfootnote", "sdendnote"]) => {
            return Some((Beside::Note, node));
        }
        "div" if has("msocomtxt") => return Some((Beside::Comment, node)),
        _ => {}
    }
    if has("MsoCommentReference") || has("msocomanchor") {
        return Some((Beside::Mark, node));
    }
    if tag != "a" {
        return None;
    }
    let target = attribute("href")
        .trim_start_matches('#')
        .trim_start_matches('_');
    let own = [attribute("name"), id]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    let own = own.trim_start_matches('_');
    // A reference in the text leads to a comment or a note, which leads back.
    let is_reference = is_numbered(target, &["ftn", "edn", "ftnt", "cmnt"])
        || (target.starts_with("sd") && target.ends_with("sym"));
    if is_reference {
        let around = tree.holders(node).next();
        let around = around.filter(|around| tree.tag(*around) == "sup");
        return Some((Beside::Mark, around.unwrap_or(node)));
    }
    let beside = if is_numbered(own, &["cmnt"]) {
        Beside::Comment
    } else if is_numbered(own, &["ftnt"]) {
        Beside::Note
    } else {
        return None;
    };
    let around = tree.holders(node).find(|holder| tree.tag(*holder) == "div");
    around
        .or_else(|| tree.holders(node).next())
        .map(|around| (beside, around))
}

/// Whether a name is one of these and a number.
fn is_numbered(name: &str, before: &[&str]) -> bool {
    before.iter().any(|before| {
        name.strip_prefix(before)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_digit()))
    })
}
