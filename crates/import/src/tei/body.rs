//! The text of a TEI file, block by block, with the places of what is marked in it.

use model::{BlockKind, InlineStyle, TextRange, WebUrl};

use crate::draft::Draft;
use crate::flow::Flow;
use crate::xml::Xml;

/// The place of a marked element in the text. An element that extends over several blocks has one
/// in each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) node: usize,
    pub(super) range: TextRange,
}

/// A block.
#[derive(Debug)]
struct Block {
    kind: BlockKind,
    flow: Flow,
    /// The marked elements with their offsets in the block.
    marked: Vec<(usize, usize, usize)>,
}

/// The text, and the number of its parts that are left out.
pub(super) struct Body<'x> {
    xml: &'x Xml,
    /// The title, which the text does not repeat.
    title: &'x str,
    blocks: Vec<Block>,
    open: Option<Block>,
    /// The marked elements around the current place, each with its start in the open block.
    marks: Vec<(usize, usize)>,
    styles: Vec<InlineStyle>,
    divisions: u8,
    /// The kinds that paragraphs here have, since they are in a quotation or in an item of a list.
    around: Vec<BlockKind>,
    /// Whether paragraphs here are parts of a row.
    in_row: bool,
    /// Whether the next block goes on with the open one, which names the speaker.
    is_glued: bool,
    pub(super) notes: usize,
    pub(super) deletions: usize,
    pub(super) running_heads: usize,
    pub(super) objects: usize,
}

/// Whether an element marks a name.
pub(super) fn is_name(name: &str) -> bool {
    matches!(
        name,
        "persName"
            | "placeName"
            | "orgName"
            | "name"
            | "rs"
            | "geogName"
            | "country"
            | "settlement"
            | "region"
            | "eventName"
            | "speaker"
    )
}

/// Whether an element marks what somebody says.
pub(super) fn is_speech(xml: &Xml, node: usize) -> bool {
    let says = |name: &str| xml.attribute(node, name).is_some_and(|it| !it.is_empty());
    match xml.name(node) {
        "said" => true,
        "q" | "quote" => says("who") || says("toWhom"),
        "u" => says("who"),
        "sp" => says("who") || xml.named(node, "speaker").next().is_some(),
        _ => false,
    }
}

impl<'x> Body<'x> {
    pub(super) fn of(xml: &'x Xml, text: usize, title: &'x str) -> Self {
        let mut body = Self {
            xml,
            title,
            blocks: Vec::new(),
            open: None,
            marks: Vec::new(),
            styles: Vec::new(),
            divisions: 0,
            around: Vec::new(),
            in_row: false,
            is_glued: false,
            notes: 0,
            deletions: 0,
            running_heads: 0,
            objects: 0,
        };
        body.inside(text);
        body.close();
        body
    }

    /// Takes the heading that begins the text, if other blocks follow.
    pub(super) fn take_heading(&mut self) -> Option<String> {
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        let is_first = self.blocks.len() > 1 && self.blocks.first().is_some_and(is_heading);
        let heading = is_first.then(|| self.blocks.remove(0))?;
        let words = heading.flow.text().split_whitespace();
        Some(words.collect::<Vec<_>>().join(" "))
    }

    /// Puts the blocks into an article. Returns the places of what is marked.
    pub(super) fn put(&self, draft: &mut Draft) -> Vec<Span> {
        let mut spans = Vec::new();
        for block in &self.blocks {
            if block.marked.is_empty() {
                block.flow.put(block.kind, draft);
                continue;
            }
            let Some(at) = block.flow.put_whole(block.kind, draft) else {
                continue;
            };
            let last = at + block.flow.text().trim_end().len();
            spans.extend(block.marked.iter().map(|(node, start, end)| Span {
                node: *node,
                range: TextRange::new((at + start).min(last), (at + end).min(last)),
            }));
        }
        spans
    }

    fn begin(&mut self, kind: BlockKind) {
        if std::mem::take(&mut self.is_glued) && self.open.is_some() {
            return;
        }
        self.close();
        self.open = Some(Block {
            kind,
            flow: Flow::default(),
            marked: Vec::new(),
        });
    }

    fn close(&mut self) {
        self.is_glued = false;
        let Some(mut block) = self.open.take() else {
            return;
        };
        let end = block.flow.text().len();
        for (node, start) in &mut self.marks {
            if *start < end {
                block.marked.push((*node, *start, end));
            }
            *start = 0;
        }
        let words = block.flow.text().split_whitespace();
        let is_title = self.blocks.is_empty()
            && matches!(block.kind, BlockKind::Heading(_))
            && words.eq(self.title.split_whitespace());
        if !block.flow.is_blank() && !is_title {
            self.blocks.push(block);
        }
    }

    /// The kind of a paragraph here.
    fn kind(&self) -> BlockKind {
        self.around.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    /// The block that words belong to.
    fn block(&mut self) -> &mut Block {
        let kind = self.kind();
        self.open.get_or_insert_with(|| Block {
            kind,
            flow: Flow::default(),
            marked: Vec::new(),
        })
    }

    fn words(&mut self, words: &str) {
        if self.open.is_none() && words.trim().is_empty() {
            return;
        }
        let styles = std::mem::take(&mut self.styles);
        self.block().flow.push_evened(words, &styles);
        self.styles = styles;
    }

    fn inside(&mut self, node: usize) {
        let xml = self.xml;
        for child in xml.children(node) {
            match xml.nodes.get(child) {
                Some(text) if text.name.is_empty() => self.words(&text.text),
                _ => self.element(child),
            }
        }
    }

    fn element(&mut self, node: usize) {
        let xml = self.xml;
        let name = xml.name(node);
        let has_words = || !xml.words(node).is_empty();
        match name {
            "note" => self.notes += usize::from(has_words()),
            "fw" => self.running_heads += usize::from(has_words()),
            "del" | "surplus" => self.deletions += usize::from(has_words()),
            "figure" | "graphic" | "formula" | "media" => self.objects += 1,
            "teiHeader" | "standOff" | "facsimile" | "sourceDoc" | "titlePage" | "listPerson"
            | "listPlace" | "listOrg" | "listEvent" | "index" | "spanGrp" | "interpGrp"
            | "linkGrp" | "desc" | "figDesc" | "ptr" => {}
            "gap" => self.words("[…]"),
            "lb" | "pb" | "cb" | "gb" | "milestone" => self.break_of(node),
            "choice" | "app" => self.alternative(node),
            "p" | "ab" | "opener" | "closer" | "trailer" | "byline" | "dateline" | "argument"
            | "salute" | "signed" | "epigraph" | "lg" | "u" => self.as_block(node, None),
            "bibl" | "stage" | "seg" if self.open.is_none() => self.as_block(node, None),
            "head" => self.as_block(
                node,
                Some(BlockKind::Heading(self.divisions.clamp(1, 5) + 1)),
            ),
            "item" => self.as_block(node, Some(BlockKind::ListItem)),
            "row" => self.row(node),
            "l" => self.line(node),
            "sp" => self.speech(node),
            "quote" | "q" | "cit" if self.open.is_none() => {
                self.around.push(BlockKind::Quote);
                self.marked(node, |body| body.inside(node));
                self.close();
                self.around.pop();
            }
            "ref" | "hi" | "emph" | "foreign" => self.styled(node),
            _ if is_name(name) || is_speech(xml, node) => {
                self.marked(node, |body| body.inside(node));
            }
            _ if is_around_blocks(name) => {
                let deeper = u8::from(is_division(name));
                self.close();
                self.divisions += deeper;
                self.inside(node);
                self.close();
                self.divisions -= deeper;
            }
            _ => self.inside(node),
        }
    }

    /// Reads an element as a block; in a quotation, a paragraph is a part of it.
    fn as_block(&mut self, node: usize, kind: Option<BlockKind>) {
        if self.in_row {
            self.words(" ");
            return self.inside(node);
        }
        self.begin(kind.unwrap_or(self.kind()));
        self.around
            .extend(kind.filter(|kind| *kind == BlockKind::ListItem));
        if is_speech(self.xml, node) {
            self.marked(node, |body| body.inside(node));
        } else {
            self.inside(node);
        }
        if kind == Some(BlockKind::ListItem) {
            self.around.pop();
        }
        self.close();
    }

    /// Reads the contents of a marked element and notes where they are.
    fn marked(&mut self, node: usize, read: impl FnOnce(&mut Self)) {
        let start = self.open.as_ref().map_or(0, |open| open.flow.text().len());
        self.marks.push((node, start));
        read(self);
        let (_, start) = self.marks.pop().unwrap_or_default();
        if let Some(open) = &mut self.open {
            let end = open.flow.text().len();
            if start < end {
                open.marked.push((node, start, end));
            }
        }
    }

    fn styled(&mut self, node: usize) {
        let xml = self.xml;
        let rendered = ["rend", "rendition", "style"];
        let mut rendered = rendered.iter().filter_map(|name| xml.attribute(node, name));
        let style = match xml.name(node) {
            "ref" => {
                let target = xml.attribute(node, "target");
                target.and_then(WebUrl::parse).map(InlineStyle::Link)
            }
            "emph" => Some(InlineStyle::Emphasis),
            "hi" => rendered.find_map(|word| {
                let word = word.to_lowercase();
                if word.contains("bold") || word == "b" {
                    Some(InlineStyle::Strong)
                } else if word.contains("ital") || word == "i" {
                    Some(InlineStyle::Emphasis)
                } else {
                    None
                }
            }),
            _ => None,
        };
        let is_styled = style.is_some();
        self.styles.extend(style);
        self.inside(node);
        if is_styled {
            self.styles.pop();
        }
    }

    /// A line or page ends here, within a word or between words.
    fn break_of(&mut self, node: usize) {
        if self.xml.attribute(node, "break") != Some("no") {
            self.words(" ");
        }
    }

    /// Reads the version of a passage that an editor prefers.
    fn alternative(&mut self, node: usize) {
        let xml = self.xml;
        const PREFERRED: [&str; 4] = ["corr", "reg", "expan", "lem"];
        let preferred = xml
            .children(node)
            .find(|it| PREFERRED.contains(&xml.name(*it)));
        let first = || xml.children(node).find(|it| !xml.name(*it).is_empty());
        if let Some(chosen) = preferred.or_else(first) {
            self.inside(chosen);
        }
    }

    fn row(&mut self, node: usize) {
        self.begin(BlockKind::Paragraph);
        let outer = std::mem::replace(&mut self.in_row, true);
        for (number, cell) in self.xml.named(node, "cell").enumerate() {
            if number > 0 {
                self.words(" | ");
            }
            self.inside(cell);
        }
        self.in_row = outer;
        self.close();
    }

    /// A line of verse is a line of its block.
    fn line(&mut self, node: usize) {
        if !std::mem::take(&mut self.is_glued) {
            self.block().flow.end_line();
        }
        self.inside(node);
    }

    /// Reads a speech. The name of the speaker stands before the words, as in transcripts.
    fn speech(&mut self, node: usize) {
        let xml = self.xml;
        self.close();
        for child in xml.children(node).filter(|it| !xml.name(*it).is_empty()) {
            if xml.name(child) == "speaker" {
                self.begin(BlockKind::Paragraph);
                self.marked(child, |body| body.inside(child));
                let flow = &mut self.block().flow;
                let colon = match flow.text().trim_end().ends_with([':', '.']) {
                    true => " ",
                    false => ": ",
                };
                flow.push_evened(colon, &[]);
                self.is_glued = true;
            } else if xml.name(child) == "stage" {
                self.element(child);
            } else {
                self.marked(node, |body| body.element(child));
            }
        }
        self.close();
    }
}

/// Whether an element contains blocks.
fn is_around_blocks(name: &str) -> bool {
    matches!(
        name,
        "body" | "front" | "back" | "group" | "text" | "floatingText" | "list" | "table"
    ) || is_division(name)
}

/// Whether an element is a division, of which the level of its heading depends.
fn is_division(name: &str) -> bool {
    let number = name.strip_prefix("div");
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
