//! Writes the blocks of the article in a page.

use std::ops::Range;

use super::about::About;
use super::beside_text::is_beside_text;
use super::main_part::{Counts, MainPart, at};
use super::names::{is_block, is_heading};
use super::node::Content;
use super::tree::{Tree, evened, is_space, is_unseen};
use crate::date_words::date_of;
use crate::draft::{Draft, Styled};
use model::{BlockKind, InlineStyle, WebUrl};
use text::fold::fold;

/// The numbers of parts that were left out, by kind.
#[derive(Debug, Default)]
pub(super) struct LeftOutCounts {
    /// Pictures with captions.
    pub(super) pictures: usize,
    /// Lists of links.
    pub(super) lists: usize,
    /// Headings without text.
    pub(super) headings: usize,
    /// Links that do not lead to a web page.
    pub(super) links: usize,
    /// Letters in parts with names of boilerplate, if the article has fewer.
    pub(super) letters: u32,
}

/// Writes the blocks of the article to the draft.
pub(super) fn write_part(
    tree: &Tree,
    dropped: &[bool],
    counts: &Counts,
    part: MainPart,
    about: &About,
    draft: &mut Draft,
) -> LeftOutCounts {
    let mut writer = Writer::of(tree, dropped, Some((counts, part.root)), about, draft);
    // An introduction may be between the heading and the text.
    if let Some(heading) = part.heading {
        let mut node = tree.end(heading);
        while node < part.root {
            let is_lead = tree.tag(node) == "p" || is_heading(tree.tag(node));
            let seen = !dropped.get(node).copied().unwrap_or(true);
            let running = at(&counts.letters, node) >= 50 && counts.link_density(node) < 0.3;
            let apart = tree.end(node) <= part.root;
            if is_lead && seen && running && apart {
                writer.range(node, tree.end(node));
                node = tree.end(node);
            } else {
                node += 1;
            }
        }
    }
    writer.range(part.root, tree.end(part.root));
    writer.finish()
}

/// Writes the text of a part of the page, given as a range of nodes, to the draft.
pub(super) fn write_range(
    tree: &Tree,
    dropped: &[bool],
    part: Range<usize>,
    about: &About,
    draft: &mut Draft,
) {
    let mut writer = Writer::of(tree, dropped, None, about, draft);
    writer.range(part.start, part.end);
    writer.finish();
}

/// Writes all text of the page to the draft.
pub(super) fn write_all(
    tree: &Tree,
    dropped: &[bool],
    about: &About,
    draft: &mut Draft,
) -> LeftOutCounts {
    let mut writer = Writer::of(tree, dropped, None, about, draft);
    writer.range(0, tree.nodes.len());
    writer.finish()
}

struct Writer<'a> {
    tree: &'a Tree,
    dropped: &'a [bool],
    counts: Option<(&'a Counts, usize)>,
    about: &'a About,
    draft: &'a mut Draft,
    left_out: LeftOutCounts,
    /// Headings that have no block after them yet.
    headings: Vec<(u8, String)>,
    words: String,
    styled: Vec<Styled>,
    /// The open styles: the node where each ends, the style, and its start in `words`.
    open: Vec<(usize, InlineStyle, usize)>,
    kind: BlockKind,
    /// Whether a space is needed before the next word.
    space: bool,
    is_first: bool,
    /// The first one or two words, which are left out if the title follows.
    kicker: Option<(String, Vec<Styled>)>,
    /// Whether the current heading has its block.
    headed: bool,
}

/// An open element around the current node.
struct Holder {
    end: usize,
    tag: &'static str,
}

impl<'a> Writer<'a> {
    fn of(
        tree: &'a Tree,
        dropped: &'a [bool],
        counts: Option<(&'a Counts, usize)>,
        about: &'a About,
        draft: &'a mut Draft,
    ) -> Self {
        Self {
            tree,
            dropped,
            counts,
            about,
            draft,
            left_out: LeftOutCounts::default(),
            headings: Vec::new(),
            words: String::new(),
            styled: Vec::new(),
            open: Vec::new(),
            kind: BlockKind::Paragraph,
            space: false,
            is_first: true,
            kicker: None,
            headed: false,
        }
    }

    fn finish(mut self) -> LeftOutCounts {
        if let Some((words, styled)) = self.kicker.take() {
            self.draft.push(BlockKind::Paragraph, &words, &styled);
        }
        if self.draft.blocks().is_empty() {
            self.write_headings();
        }
        self.left_out.headings = self.headings.len();
        self.left_out
    }

    fn write_headings(&mut self) {
        for (level, heading) in std::mem::take(&mut self.headings) {
            self.draft.push(BlockKind::Heading(level), &heading, &[]);
        }
    }

    /// Reads a range of nodes.
    fn range(&mut self, start: usize, end: usize) {
        let mut holders: Vec<Holder> = Vec::new();
        let mut node = start;
        while node < end {
            self.leave(&mut holders, node);
            let Some(known) = self.tree.get(node) else {
                break;
            };
            if self.passes_over(node, start) {
                node = known.end.max(node + 1);
                continue;
            }
            match &known.content {
                Content::Text(text) => {
                    let kept = holders.iter().any(|holder| holder.tag == "pre");
                    self.text(text, kept);
                }
                Content::Element(element) => {
                    self.enter(node, element.tag, known.end, &holders);
                    if known.end > node + 1 {
                        let tag = element.tag;
                        holders.push(Holder {
                            end: known.end,
                            tag,
                        });
                    }
                }
                Content::Raw(_) | Content::Comment(_) => {}
            }
            node += 1;
        }
        self.leave(&mut holders, usize::MAX);
        self.flush();
    }

    /// Closes the elements and styles that end before a node.
    fn leave(&mut self, holders: &mut Vec<Holder>, node: usize) {
        while let Some(place) = self.open.iter().rposition(|(end, ..)| *end <= node) {
            let (_, style, start) = self.open.remove(place);
            self.style(start, style);
        }
        while let Some(holder) = holders.pop_if(|holder| holder.end <= node) {
            if holder.tag == "q" {
                self.word("”");
            }
            if is_block(holder.tag) || self.is_wide_cell(holder.tag) {
                self.flush();
                self.kind = kind_within(holders);
            }
        }
    }

    fn is_wide_cell(&self, tag: &str) -> bool {
        matches!(tag, "td" | "th") && self.words.len() > 200
    }

    fn enter(&mut self, node: usize, tag: &'static str, end: usize, holders: &[Holder]) {
        if is_block(tag) {
            self.flush();
            let own = kind_of(tag);
            if is_heading(tag) {
                self.headed = false;
            }
            self.kind = own.unwrap_or_else(|| kind_within(holders));
            return;
        }
        match tag {
            "br" => {
                if self.words.ends_with('\n') && self.kind != BlockKind::Preformatted {
                    self.flush();
                } else if !self.words.is_empty() {
                    self.space = false;
                    self.words.push('\n');
                }
            }
            "td" | "th" => {
                let inner = self.counts.is_none_or(|(counts, _)| {
                    counts.has_block.get(node).copied().unwrap_or(false)
                        || at(&counts.letters, node) > 200
                });
                if inner {
                    self.flush();
                } else if !self.words.is_empty() {
                    self.words.push_str(" | ");
                    self.space = false;
                }
            }
            "q" => self.word("“"),
            _ => {
                // A name after the quoted words.
                if tag == "cite" && holders.last().is_some_and(|it| it.tag == "blockquote") {
                    self.flush();
                }
                if let Some(style) = self.style_of(node, tag) {
                    let known = self.open.iter().any(|(_, open, _)| {
                        std::mem::discriminant(open) == std::mem::discriminant(&style)
                    });
                    if !known {
                        let begin =
                            self.words.len() + usize::from(self.space && !self.words.is_empty());
                        self.open.push((end, style, begin));
                    }
                }
            }
        }
    }

    fn style_of(&mut self, node: usize, tag: &str) -> Option<InlineStyle> {
        match tag {
            "em" | "i" | "cite" | "dfn" | "var" => Some(InlineStyle::Emphasis),
            "strong" | "b"
                if self
                    .font(node, "font-weight")
                    .is_some_and(|it| !is_bold(&it)) =>
            {
                None
            }
            "strong" | "b" => Some(InlineStyle::Strong),
            "span"
                if self
                    .font(node, "font-weight")
                    .is_some_and(|it| is_bold(&it)) =>
            {
                Some(InlineStyle::Strong)
            }
            "span"
                if self
                    .font(node, "font-style")
                    .is_some_and(|it| it == "italic") =>
            {
                Some(InlineStyle::Emphasis)
            }
            "code" | "kbd" | "samp" | "tt" => Some(InlineStyle::Code),
            "a" => {
                let address = self.tree.attribute(node, "href")?;
                if address.is_empty() || address.starts_with('#') {
                    return None;
                }
                let url = resolved(&address, self.about.url.as_ref());
                self.left_out.links += usize::from(url.is_none());
                url.map(InlineStyle::Link)
            }
            _ => None,
        }
    }

    /// The value of a property in the style of an element.
    fn font(&self, node: usize, name: &str) -> Option<String> {
        let style = self.tree.raw_attribute(node, "style")?.to_ascii_lowercase();
        let mut properties = style.split(';').filter_map(|it| it.split_once(':'));
        let found = properties.find(|(known, _)| known.trim() == name);
        found.map(|(_, value)| value.replace("!important", "").trim().to_owned())
    }

    /// Whether a node and its descendants are left out.
    fn passes_over(&mut self, node: usize, start: usize) -> bool {
        let tag = self.tree.tag(node);
        if self.dropped.get(node).copied().unwrap_or(true) && node != start {
            return true;
        }
        if matches!(tag, "img" | "picture" | "video") {
            self.left_out.pictures += 1;
            return true;
        }
        let Some((counts, root)) = self.counts else {
            return false;
        };
        if tag == "figure" && node != root {
            let mut inner = (node..self.tree.end(node)).map(|inner| self.tree.tag(inner));
            if inner.any(|tag| {
                matches!(
                    tag,
                    "img" | "picture" | "video" | "svg" | "iframe" | "canvas" | "audio"
                )
            }) {
                self.left_out.pictures += 1;
                return true;
            }
        }
        let is_list = matches!(
            tag,
            "ul" | "ol" | "dl" | "div" | "section" | "table" | "menu"
        );
        if is_list
            && node > root
            && at(&counts.letters, node) > 0
            && counts.link_density(node) > 0.6
            && at(&counts.running, node) * 4 < at(&counts.letters, node)
        {
            self.left_out.lists += 1;
            return true;
        }
        false
    }

    fn text(&mut self, text: &str, kept: bool) {
        for c in text.chars().filter(|c| !is_unseen(*c)) {
            if kept {
                match c {
                    '\r' => {}
                    c => self.words.push(c),
                }
            } else if is_space(c) {
                self.space = true;
            } else {
                if std::mem::take(&mut self.space)
                    && !self.words.is_empty()
                    && !self.words.ends_with(['\n', ' '])
                {
                    self.words.push(' ');
                }
                self.words.push(c);
            }
        }
    }

    fn word(&mut self, word: &str) {
        self.text(word, false);
    }

    /// Adds a style that ends here.
    fn style(&mut self, start: usize, style: InlineStyle) {
        let end = self.words.trim_end().len();
        let start = start.min(end);
        let words = self.words.get(start..end).unwrap_or_default();
        let start = end - words.trim_start().len();
        if start < end {
            self.styled.push(Styled { start, end, style });
        }
    }

    /// Ends the block; open styles continue in the next.
    fn flush(&mut self) {
        let open: Vec<_> = self
            .open
            .iter()
            .map(|(_, style, start)| (style.clone(), *start))
            .collect();
        for (style, start) in open {
            self.style(start, style);
        }
        for (_, _, start) in &mut self.open {
            *start = 0;
        }
        self.space = false;
        let words = std::mem::take(&mut self.words);
        let styled = std::mem::take(&mut self.styled);
        if words.trim().is_empty() {
            return;
        }
        // Later blocks in a heading element were probably meant to follow the heading.
        if matches!(self.kind, BlockKind::Heading(_)) && std::mem::replace(&mut self.headed, true) {
            self.kind = BlockKind::Paragraph;
        }
        let is_heading = matches!(self.kind, BlockKind::Heading(_));
        let kicker = self.kicker.take();
        if let Some((words, styled)) = kicker.filter(|_| !(is_heading && self.is_title(&words))) {
            self.draft.push(BlockKind::Paragraph, &words, &styled);
        }
        if self.is_known(&words) {
            return;
        }
        let is_first = self.is_first && self.kind == BlockKind::Paragraph;
        if self.counts.is_some() && is_first && is_short(&words) {
            self.is_first = false;
            self.kicker = Some((words, styled));
            return;
        }
        if let BlockKind::Heading(level) = self.kind {
            self.headings.push((level, evened(&words)));
            return;
        }
        self.write_headings();
        self.is_first = false;
        self.draft.push(self.kind, &words, &styled);
    }

    fn is_title(&self, words: &str) -> bool {
        fold(&evened(words)) == fold(&self.about.title)
    }

    /// Whether the words only repeat the metadata.
    fn is_known(&self, words: &str) -> bool {
        if self.counts.is_none() || words.len() > 400 {
            return false;
        }
        let words = evened(words);
        let is_heading = matches!(self.kind, BlockKind::Heading(_));
        if (is_heading || self.is_first) && self.is_title(&words) {
            return true;
        }
        if is_beside_text(&words) {
            return true;
        }
        if self.draft.blocks().len() > 2 || is_heading {
            return false;
        }
        let is_byline = self.about.is_byline(&words);
        is_byline || (words.len() < 60 && date_of(&words, self.about.order).is_some())
    }
}

/// Whether the words could be a kicker, such as "World" above the title.
fn is_short(words: &str) -> bool {
    words.len() < 40
        && !words
            .trim_end()
            .ends_with(['.', '!', '?', '…', '”', '"', ':'])
}

/// The kind of block that an element makes.
fn kind_of(tag: &str) -> Option<BlockKind> {
    match tag {
        "h1" | "h2" => Some(BlockKind::Heading(2)),
        "h3" => Some(BlockKind::Heading(3)),
        "h4" => Some(BlockKind::Heading(4)),
        "h5" => Some(BlockKind::Heading(5)),
        "h6" => Some(BlockKind::Heading(6)),
        "pre" | "xmp" | "plaintext" => Some(BlockKind::Preformatted),
        "li" | "dd" | "dt" => Some(BlockKind::ListItem),
        "blockquote" => Some(BlockKind::Quote),
        _ => None,
    }
}

/// The kind of block that the enclosing elements make.
fn kind_within(holders: &[Holder]) -> BlockKind {
    let kinds = holders
        .iter()
        .rev()
        .filter_map(|holder| kind_of(holder.tag));
    kinds.into_iter().next().unwrap_or(BlockKind::Paragraph)
}

/// Resolves an address that is relative to the page.
pub(super) fn resolved(address: &str, page: Option<&WebUrl>) -> Option<WebUrl> {
    let address: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let address = address.trim().replace(' ', "%20");
    if let Some(url) = WebUrl::parse(&address) {
        return Some(url);
    }
    let page = page?.without_fragment();
    let (scheme, rest) = page.split_once("://")?;
    if address.starts_with("//") {
        return WebUrl::parse(&format!("{scheme}:{address}"));
    }
    // A colon before the first slash ends a scheme.
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    if first.contains(':') {
        return None;
    }
    let host_end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(host_end)?;
    let path = path.split('?').next().unwrap_or_default();
    let folder = path
        .rfind('/')
        .and_then(|slash| path.get(..slash))
        .unwrap_or_default();
    let joined = match address.chars().next()? {
        '/' => address,
        '?' => format!("{path}{address}"),
        _ => format!("{folder}/{address}"),
    };
    let (path, query) = joined.find(['?', '#']).map_or((joined.as_str(), ""), |at| {
        joined.split_at_checked(at).unwrap_or_default()
    });
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    WebUrl::parse(&format!("{scheme}://{host}/{}{query}", parts.join("/")))
}

/// Whether a value of `font-weight` is bold.
fn is_bold(weight: &str) -> bool {
    weight.starts_with("bold") || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_from_where_they_stand() {
        let page = WebUrl::parse("https://news.example/a/b.html?x#y");
        for (address, expected) in [
            ("https://other.example/", Some("https://other.example/")),
            ("//other.example/c", Some("https://other.example/c")),
            ("/c?d", Some("https://news.example/c?d")),
            ("c/../d.html#e", Some("https://news.example/a/d.html#e")),
            ("../../../c", Some("https://news.example/c")),
            ("?page=2", Some("https://news.example/a/b.html?page=2")),
            ("java\nscript:alert(1)", None),
            ("javascript:alert(1)", None),
            ("mailto:a@b.example", None),
            ("data:text/html,x", None),
        ] {
            let found = resolved(address, page.as_ref());
            assert_eq!(found.as_ref().map(WebUrl::as_str), expected, "{address}");
        }
        assert_eq!(resolved("/c", None), None);
    }
}
