//! The paragraphs of a Word document, without what is beside the text.

use std::collections::HashMap;

use model::{InlineStyle, WebUrl};

use super::styles::{Styles, is_item, is_on};
use crate::document::{Beside, Paragraph, Role, paragraphs_of};
use crate::flow::Flow;
use crate::xml::Xml;

/// A field that is not closed yet.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether its result has begun.
    shows: bool,
}

/// Reads the main part of a document.
pub(super) struct Body<'x> {
    xml: &'x Xml,
    styles: &'x Styles,
    /// The addresses of links by the ids of relationships.
    links: &'x HashMap<String, WebUrl>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) beside: Beside,
    /// The words of a paragraph whose end is deleted.
    carried: Option<Flow>,
    /// The contents of boxes in the current paragraph.
    boxes: Vec<usize>,
    fields: Vec<Field>,
    /// Whether every field that begins ends.
    has_whole_fields: bool,
}

impl<'x> Body<'x> {
    pub(super) fn of(xml: &'x Xml, styles: &'x Styles, links: &'x HashMap<String, WebUrl>) -> Self {
        let marks = |kind: &str| {
            let marks = xml.elements("fldChar");
            let marks = marks.filter(|mark| xml.attribute(*mark, "fldCharType") == Some(kind));
            marks.count()
        };
        let mut body = Self {
            xml,
            styles,
            links,
            paragraphs: Vec::new(),
            beside: Beside::default(),
            carried: None,
            boxes: Vec::new(),
            fields: Vec::new(),
            has_whole_fields: marks("begin") == marks("end"),
        };
        if let Some(root) = xml.elements("body").next() {
            body.blocks(root);
        }
        if let Some(flow) = body.carried.take() {
            body.push(Role::Plain, flow);
        }
        body
    }

    fn push(&mut self, role: Role, flow: Flow) {
        if flow.is_blank() {
            return;
        }
        if role == Role::Contents {
            self.beside.contents += 1;
            return;
        }
        self.paragraphs.push(Paragraph { role, flow });
    }

    /// Reads the paragraphs and tables in a node.
    fn blocks(&mut self, around: usize) {
        let xml = self.xml;
        for node in xml.children(around) {
            match xml.name(node) {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "del" | "moveFrom" => self.delete(node),
                "AlternateContent" => {
                    if let Some(node) = chosen(xml, node) {
                        self.blocks(node);
                    }
                }
                "altChunk" => self.beside.objects += 1,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag"
                | "txbxContent" => self.blocks(node),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: usize) {
        let xml = self.xml;
        let properties = xml.named(node, "pPr").next();
        let mut flow = self.carried.take().unwrap_or_default();
        self.runs(node, None, &mut flow);
        let mark = properties.and_then(|properties| xml.named(properties, "rPr").next());
        let is_joined = mark.is_some_and(|mark| {
            let mut children = xml.children(mark);
            children.any(|it| matches!(xml.name(it), "del" | "moveFrom"))
        });
        let boxes = std::mem::take(&mut self.boxes);
        if is_joined {
            self.carried = Some(flow);
        } else {
            let role = properties.map_or(Role::Plain, |properties| self.role(properties));
            self.push(role, flow);
        }
        for content in boxes {
            self.blocks(content);
        }
    }

    fn role(&self, properties: usize) -> Role {
        let xml = self.xml;
        let value = |name: &str| {
            let node = xml.named(properties, name).next()?;
            xml.attribute(node, "val")
        };
        let of_style = value("pStyle").and_then(|style| self.styles.role(style));
        let of_outline = value("outlineLvl").and_then(Role::of_outline);
        let is_item = is_item(xml, properties).then_some(Role::Item);
        match of_style {
            None | Some(Role::Plain) => of_outline.or(is_item).unwrap_or_default(),
            Some(role) => role,
        }
    }

    /// Reads the words in a node.
    fn runs(&mut self, around: usize, link: Option<&InlineStyle>, flow: &mut Flow) {
        let xml = self.xml;
        for node in xml.children(around) {
            match xml.name(node) {
                "r" => self.run(node, link, flow),
                "hyperlink" => {
                    let own = xml.attribute(node, "id").and_then(|id| self.links.get(id));
                    let own = own.cloned().map(InlineStyle::Link);
                    self.runs(node, own.as_ref().or(link), flow);
                }
                "del" | "moveFrom" => self.delete(node),
                "AlternateContent" => {
                    if let Some(node) = chosen(xml, node) {
                        self.runs(node, link, flow);
                    }
                }
                "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "customXml"
                | "fldSimple" | "dir" | "bdo" | "oMath" | "oMathPara" => {
                    self.runs(node, link, flow);
                }
                _ => {}
            }
        }
    }

    fn delete(&mut self, node: usize) {
        self.beside.deletions += usize::from(!self.xml.words(node).is_empty());
    }

    fn run(&mut self, node: usize, link: Option<&InlineStyle>, flow: &mut Flow) {
        let xml = self.xml;
        let properties = xml.named(node, "rPr").next();
        let is_on = |name: &str| properties.is_some_and(|node| is_on(xml, node, name));
        let style = properties
            .and_then(|node| xml.named(node, "rStyle").next())
            .and_then(|style| xml.attribute(style, "val"));
        if is_on("vanish") || style.is_some_and(|style| self.styles.hides(style)) {
            let words = xml.named(node, "t").any(|text| !xml.words(text).is_empty());
            self.beside.hidden += usize::from(words);
            return;
        }
        let mut styles = Vec::new();
        if is_on("b") {
            styles.push(InlineStyle::Strong);
        }
        if is_on("i") {
            styles.push(InlineStyle::Emphasis);
        }
        styles.extend(link.cloned());
        self.pieces(node, &styles, flow);
    }

    /// Reads the contents of a run.
    fn pieces(&mut self, run: usize, styles: &[InlineStyle], flow: &mut Flow) {
        let xml = self.xml;
        for node in xml.children(run) {
            let name = xml.name(node);
            if name == "fldChar" {
                self.field(xml.attribute(node, "fldCharType").unwrap_or_default());
                continue;
            }
            if name == "instrText" {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(&xml.text_of(node));
                }
                continue;
            }
            if self.has_whole_fields && self.fields.iter().any(|field| !field.shows) {
                continue;
            }
            match name {
                "t" => {
                    let text = xml.text_of(node).replace(['\n', '\r', '\t'], " ");
                    let linked = [styles, self.link_of_field().as_slice()].concat();
                    flow.push(&text, &linked);
                }
                "tab" | "ptab" => flow.push(" ", styles),
                "br" if !matches!(xml.attribute(node, "type"), Some("page" | "column")) => {
                    flow.end_line();
                }
                "cr" => flow.end_line(),
                "noBreakHyphen" => flow.push("\u{2011}", styles),
                "footnoteReference" | "endnoteReference" => self.beside.notes += 1,
                "commentReference" => self.beside.comments += 1,
                "sym" => flow.push(symbol(xml.attribute(node, "char")), styles),
                "ruby" => {
                    for base in xml.named(node, "rubyBase") {
                        self.runs(base, None, flow);
                    }
                }
                "AlternateContent" => {
                    if let Some(node) = chosen(xml, node) {
                        self.pieces(node, styles, flow);
                    }
                }
                "drawing" | "pict" | "object" => self.drawing(node),
                _ => {}
            }
        }
    }

    fn field(&mut self, mark: &str) {
        match mark {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.shows = true;
                }
            }
            _ => {
                self.fields.pop();
            }
        }
    }

    /// The link that the field around a run makes of its words.
    fn link_of_field(&self) -> Option<InlineStyle> {
        let fields = self.fields.iter().rev().filter(|field| field.shows);
        let links = fields.filter_map(|field| {
            let address = field.instruction.trim_start().strip_prefix("HYPERLINK")?;
            let address = address.trim_start().strip_prefix('"')?.split('"').next()?;
            WebUrl::parse(address).map(InlineStyle::Link)
        });
        links.into_iter().next()
    }

    /// Notes the boxes of text in a drawing; one without them is an object.
    fn drawing(&mut self, drawing: usize) {
        let xml = self.xml;
        let mut node = drawing;
        let before = self.boxes.len();
        while node < xml.end(drawing) {
            if xml.name(node) == "txbxContent" {
                self.boxes.push(node);
                node = xml.end(node);
            } else {
                node += 1;
            }
        }
        self.beside.objects += usize::from(self.boxes.len() == before);
    }

    fn table(&mut self, table: usize) {
        let mut rows = Vec::new();
        self.rows(table, &mut rows);
        self.paragraphs.extend(paragraphs_of(rows));
    }

    /// Reads the rows in a node, each a list of cells with their paragraphs.
    fn rows(&mut self, around: usize, rows: &mut Vec<Vec<Vec<Paragraph>>>) {
        let xml = self.xml;
        for node in xml.children(around) {
            match xml.name(node) {
                "tr" => {
                    let properties = xml.named(node, "trPr").next();
                    if properties.is_some_and(|it| xml.named(it, "del").next().is_some()) {
                        self.delete(node);
                        continue;
                    }
                    let mut cells = Vec::new();
                    self.cells(node, &mut cells);
                    rows.push(cells);
                }
                "sdt" | "sdtContent" | "customXml" | "ins" => self.rows(node, rows),
                _ => {}
            }
        }
    }

    fn cells(&mut self, around: usize, cells: &mut Vec<Vec<Paragraph>>) {
        let xml = self.xml;
        for node in xml.children(around) {
            match xml.name(node) {
                "tc" => {
                    let outer = std::mem::take(&mut self.paragraphs);
                    self.blocks(node);
                    cells.push(std::mem::replace(&mut self.paragraphs, outer));
                }
                "sdt" | "sdtContent" | "customXml" | "ins" => self.cells(node, cells),
                _ => {}
            }
        }
    }
}

/// The alternative of some content that is read: the first.
fn chosen(xml: &Xml, node: usize) -> Option<usize> {
    let mut children = xml.children(node);
    children.find(|child| matches!(xml.name(*child), "Choice" | "Fallback"))
}

/// A character of a symbol font. Those in the private area have no meaning in another font.
fn symbol(code: Option<&str>) -> &'static str {
    match code {
        Some("F0A7" | "F0B7" | "F06E") => "•",
        _ => "",
    }
}
