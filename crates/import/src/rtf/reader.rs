//! Reads the paragraphs of an RTF document from its tokens.

use std::collections::HashMap;

use encoding_rs::Encoding;
use model::{Date, InlineStyle, WebUrl};

use super::characters::{character, encoding_of, encoding_of_charset};
use super::tokens::{Token, Tokens};
use crate::document::{About, Beside, Document, Paragraph, Role, paragraphs_of, somebody};
use crate::flow::Flow;

/// What the words of a group are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    Text,
    /// Nothing that is read.
    Nothing,
    /// The header or footer of pages.
    RunningHead,
    Fonts,
    Styles,
    /// The instruction of a field.
    Instruction,
    /// A property of the document.
    About(Property),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Property {
    None,
    Title,
    Author,
    Created,
    Modified,
}

/// What holds up to the end of a group.
#[derive(Clone, Debug)]
struct State {
    destination: Destination,
    encoding: &'static Encoding,
    /// The number of characters after a Unicode character that take its place.
    replaced_by: usize,
    is_bold: bool,
    is_italic: bool,
    is_hidden: bool,
    is_deleted: bool,
    link: Option<WebUrl>,
    role: Role,
}

/// A part of the text.
#[derive(Debug)]
enum Part {
    Paragraph(Paragraph),
    Blank,
    Row(Vec<Vec<Paragraph>>),
}

/// A document that was read.
pub(super) struct Rtf {
    parts: Vec<Part>,
    about: About,
    beside: Beside,
    /// Whether every group that begins ends.
    pub(super) is_whole: bool,
}

impl Rtf {
    /// Reads a document. Takes time linear in its length.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let mut reader = Reader::new();
        for token in Tokens::of(bytes) {
            reader.take(token);
        }
        reader.finish()
    }

    /// The text line by line, as press databases write it.
    pub(super) fn lines(&self) -> String {
        let mut lines = String::new();
        let has_blanks = self.parts.iter().any(|part| matches!(part, Part::Blank));
        for part in &self.parts {
            match part {
                Part::Blank => {}
                Part::Paragraph(paragraph) => lines.push_str(paragraph.flow.text().trim()),
                Part::Row(cells) => {
                    for (number, cell) in cells.iter().enumerate() {
                        if number > 0 {
                            lines.push('\t');
                        }
                        let words = cell.iter().map(|it| it.flow.text().trim());
                        lines.push_str(&words.collect::<Vec<_>>().join("\n\n"));
                    }
                }
            }
            lines.push('\n');
            if !has_blanks {
                lines.push('\n');
            }
        }
        lines
    }

    /// The document as a whole.
    pub(super) fn into_document(self) -> Document {
        let mut paragraphs = Vec::new();
        let mut rows = Vec::new();
        for part in self.parts {
            match part {
                Part::Row(cells) => rows.push(cells),
                Part::Blank => {}
                Part::Paragraph(paragraph) => {
                    paragraphs.extend(paragraphs_of(std::mem::take(&mut rows)));
                    paragraphs.push(paragraph);
                }
            }
        }
        paragraphs.extend(paragraphs_of(rows));
        Document {
            paragraphs,
            about: self.about,
            beside: self.beside,
        }
    }
}

struct Reader {
    state: State,
    outer: Vec<State>,
    /// Whether every group that begins has ended.
    is_whole: bool,
    /// Whether the next control word may be left out if it is unknown.
    is_optional: bool,
    encoding: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    font: i32,
    styles: HashMap<i32, Role>,
    /// The style that is being defined: its number, name and role.
    style: (i32, String, Option<Role>),
    instruction: String,
    properties: HashMap<Property, String>,
    /// Bytes of text that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a character in UTF-16.
    high: Option<u16>,
    /// The number of characters to leave out, since a Unicode character stands for them.
    replaced: usize,
    flow: Flow,
    cell: Vec<Paragraph>,
    row: Vec<Vec<Paragraph>>,
    in_table: bool,
    has_running_head: bool,
    was_deleted: bool,
    was_hidden: bool,
    parts: Vec<Part>,
    beside: Beside,
}

impl Reader {
    fn new() -> Self {
        Self {
            state: State {
                destination: Destination::Text,
                encoding: encoding_rs::WINDOWS_1252,
                replaced_by: 1,
                is_bold: false,
                is_italic: false,
                is_hidden: false,
                is_deleted: false,
                link: None,
                role: Role::Plain,
            },
            outer: Vec::new(),
            is_whole: false,
            is_optional: false,
            encoding: encoding_rs::WINDOWS_1252,
            fonts: HashMap::new(),
            font: 0,
            styles: HashMap::new(),
            style: (0, String::new(), None),
            instruction: String::new(),
            properties: HashMap::new(),
            bytes: Vec::new(),
            high: None,
            replaced: 0,
            flow: Flow::default(),
            cell: Vec::new(),
            row: Vec::new(),
            in_table: false,
            has_running_head: false,
            was_deleted: false,
            was_hidden: false,
            parts: Vec::new(),
            beside: Beside::default(),
        }
    }

    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Text(bytes) => {
                let left_out = self.replaced.min(bytes.len());
                self.replaced -= left_out;
                self.bytes.extend(bytes.iter().skip(left_out));
                self.is_optional = false;
                return;
            }
            Token::Byte(_) | Token::Symbol(_) if self.replaced > 0 => {
                self.replaced -= 1;
                return;
            }
            Token::Byte(byte) => {
                self.bytes.push(byte);
                return;
            }
            _ => {}
        }
        self.decode();
        match token {
            Token::Open => {
                self.replaced = 0;
                self.outer.push(self.state.clone());
                if self.state.destination == Destination::Styles {
                    self.style = (0, String::new(), None);
                }
            }
            Token::Close => {
                self.replaced = 0;
                self.close();
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(name, number) => {
                let is_optional = std::mem::take(&mut self.is_optional);
                self.word(name, number, is_optional);
            }
            Token::Text(_) | Token::Byte(_) => {}
        }
    }

    fn close(&mut self) {
        let ended = self.state.destination;
        if ended == Destination::Styles {
            let (number, name, role) = std::mem::take(&mut self.style);
            let name = name.split(';').next().unwrap_or_default();
            if let Some(role) = Role::of_style(name).or(role) {
                self.styles.insert(number, role);
            }
        }
        if let Some(outer) = self.outer.pop() {
            self.state = outer;
        }
        if ended == Destination::RunningHead && self.state.destination != ended {
            self.beside.running_heads += usize::from(std::mem::take(&mut self.has_running_head));
        }
        if self.outer.is_empty() {
            self.is_whole = true;
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.is_optional = true,
            b'~' => self.words("\u{A0}"),
            b'_' => self.words("\u{2011}"),
            b'{' | b'}' | b'\\' => self.words(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'\r' | b'\n' => self.end_paragraph(),
            b'\t' => self.words(" "),
            _ => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>, is_optional: bool) {
        if self.destination(name, is_optional) {
            return;
        }
        let is_on = number != Some(0);
        match self.state.destination {
            Destination::Fonts => return self.font_word(name, number),
            Destination::Styles => {
                match name {
                    "s" => self.style.0 = number.unwrap_or(0),
                    "cs" | "ds" | "ts" => self.style.0 = -1,
                    "outlinelevel" => {
                        let level = number.map(|level| level.to_string());
                        self.style.2 = level.and_then(|level| Role::of_outline(&level));
                    }
                    _ => {}
                }
                return;
            }
            Destination::About(property) => return self.date_word(property, name, number),
            _ => {}
        }
        match name {
            "ansicpg" => self.set_encoding(number.and_then(encoding_of)),
            "mac" => self.set_encoding(Some(encoding_rs::MACINTOSH)),
            "uc" => self.state.replaced_by = usize::try_from(number.unwrap_or(1)).unwrap_or(1),
            "u" => {
                self.unicode(number.unwrap_or(0));
                self.replaced = self.state.replaced_by;
            }
            "f" => {
                let font = self.fonts.get(&number.unwrap_or(0));
                self.state.encoding = font.copied().unwrap_or(self.encoding);
            }
            "plain" => {
                self.state.is_bold = false;
                self.state.is_italic = false;
                self.state.is_hidden = false;
                self.state.is_deleted = false;
            }
            "b" => self.state.is_bold = is_on,
            "i" => self.state.is_italic = is_on,
            "v" => self.state.is_hidden = is_on,
            "deleted" => self.state.is_deleted = is_on,
            "pard" => {
                self.state.role = Role::Plain;
                self.in_table = false;
            }
            "intbl" => self.in_table = true,
            "s" => {
                let role = self.styles.get(&number.unwrap_or(0));
                self.state.role = role.copied().unwrap_or_default();
            }
            "ls" if self.state.role == Role::Plain => self.state.role = Role::Item,
            "outlinelevel" if self.state.role == Role::Plain => {
                let level = number.map(|level| level.to_string());
                let role = level.and_then(|level| Role::of_outline(&level));
                self.state.role = role.unwrap_or_default();
            }
            "par" | "sect" => self.end_paragraph(),
            "line" if self.shows() => self.flow.end_line(),
            "cell" | "nestcell" if self.shows() => {
                self.in_table = true;
                self.end_paragraph();
                self.row.push(std::mem::take(&mut self.cell));
            }
            "row" | "nestrow" if self.shows() => self.end_row(),
            _ => {
                if let Some(words) = character(name) {
                    self.words(words);
                }
            }
        }
    }

    /// Whether a control word says what a group is for.
    fn destination(&mut self, name: &str, is_optional: bool) -> bool {
        let destination = match name {
            "fonttbl" => Destination::Fonts,
            "stylesheet" => Destination::Styles,
            "info" => Destination::About(Property::None),
            "title" if self.is_about() => Destination::About(Property::Title),
            "author" if self.is_about() => Destination::About(Property::Author),
            "creatim" if self.is_about() => Destination::About(Property::Created),
            "revtim" if self.is_about() => Destination::About(Property::Modified),
            "subject" | "operator" | "keywords" | "comment" | "doccomm" | "company" | "manager"
            | "category" | "hlinkbase" | "printim" | "buptim"
                if self.is_about() =>
            {
                Destination::Nothing
            }
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
            | "footerf" => Destination::RunningHead,
            "fldinst" => {
                self.instruction.clear();
                Destination::Instruction
            }
            "fldrslt" => {
                let link = link_in(&self.instruction);
                self.state.link = link.or_else(|| self.state.link.take());
                return true;
            }
            "footnote" => {
                self.beside.notes += usize::from(self.shows());
                Destination::Nothing
            }
            "annotation" => {
                self.beside.comments += usize::from(self.shows());
                Destination::Nothing
            }
            "pict" | "object" => {
                self.beside.objects += usize::from(self.shows());
                Destination::Nothing
            }
            // A picture for programs that cannot read the other form of it.
            "nonshppict" | "shprslt" | "nonesttables" | "upr" | "colortbl" | "xe" | "tc"
            | "rxe" | "txe" => Destination::Nothing,
            "listtext" | "pntext" | "pn" => {
                if self.state.role == Role::Plain {
                    self.state.role = Role::Item;
                    if let Some(outer) = self.outer.last_mut() {
                        outer.role = Role::Item;
                    }
                }
                Destination::Nothing
            }
            "shppict" => return true,
            "ud" | "shptxt" => Destination::Text,
            _ if is_optional => Destination::Nothing,
            _ => return false,
        };
        self.state.destination = destination;
        true
    }

    fn is_about(&self) -> bool {
        matches!(self.state.destination, Destination::About(_))
    }

    /// Whether words are a part of the text.
    fn shows(&self) -> bool {
        self.state.destination == Destination::Text
    }

    fn set_encoding(&mut self, encoding: Option<&'static Encoding>) {
        if let Some(encoding) = encoding {
            self.encoding = encoding;
            self.state.encoding = encoding;
        }
    }

    fn font_word(&mut self, name: &str, number: Option<i32>) {
        let number = number.unwrap_or(0);
        let encoding = match name {
            "f" => {
                self.font = number;
                return;
            }
            "fcharset" => encoding_of_charset(number),
            "cpg" => encoding_of(number),
            _ => None,
        };
        if let Some(encoding) = encoding {
            self.fonts.insert(self.font, encoding);
        }
    }

    fn date_word(&mut self, property: Property, name: &str, number: Option<i32>) {
        if !matches!(property, Property::Created | Property::Modified) {
            if name == "u" {
                self.unicode(number.unwrap_or(0));
                self.replaced = self.state.replaced_by;
            }
            return;
        }
        let number = number.unwrap_or(0);
        let date = self.properties.entry(property).or_default();
        match name {
            "yr" => date.push_str(&format!("{number:04}")),
            "mo" | "dy" => date.push_str(&format!("-{number:02}")),
            _ => {}
        }
    }

    fn unicode(&mut self, code: i32) {
        let unit = (code & 0xFFFF) as u16;
        let units = [self.high.take().unwrap_or(0), unit];
        let units = units.get(usize::from(units.first() == Some(&0))..);
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let words = String::from_utf16_lossy(units.unwrap_or_default());
        self.words(&words);
    }

    /// Decodes the bytes of text so far.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (words, _) = self.state.encoding.decode_without_bom_handling(&bytes);
        self.words(&words);
    }

    fn words(&mut self, words: &str) {
        match self.state.destination {
            Destination::Text => {}
            Destination::Nothing | Destination::Fonts => return,
            Destination::RunningHead => {
                self.has_running_head |= words.chars().any(char::is_alphabetic);
                return;
            }
            Destination::Styles => return self.style.1.push_str(words),
            Destination::Instruction => return self.instruction.push_str(words),
            Destination::About(property) => {
                if matches!(property, Property::Title | Property::Author) {
                    self.properties.entry(property).or_default().push_str(words);
                }
                return;
            }
        }
        let State {
            is_hidden,
            is_deleted,
            is_bold,
            is_italic,
            ..
        } = self.state;
        if !words.trim().is_empty() {
            self.beside.deletions += usize::from(is_deleted && !self.was_deleted);
            self.beside.hidden += usize::from(is_hidden && !self.was_hidden);
            self.was_deleted = is_deleted;
            self.was_hidden = is_hidden;
        }
        if is_hidden || is_deleted {
            return;
        }
        let mut styles = Vec::new();
        if is_bold {
            styles.push(InlineStyle::Strong);
        }
        if is_italic {
            styles.push(InlineStyle::Emphasis);
        }
        styles.extend(self.state.link.clone().map(InlineStyle::Link));
        let words = words.replace(|c: char| c.is_control(), " ");
        self.flow.push(&words, &styles);
    }

    fn end_paragraph(&mut self) {
        if !self.shows() {
            return;
        }
        let flow = std::mem::take(&mut self.flow);
        let paragraph = Paragraph {
            role: self.state.role,
            flow,
        };
        let is_blank = paragraph.flow.is_blank();
        if !self.in_table {
            // Some programs do not end the last row of a table.
            self.end_row();
        }
        if self.in_table {
            if !is_blank {
                self.cell.push(paragraph);
            }
        } else if is_blank {
            self.parts.push(Part::Blank);
        } else {
            self.parts.push(Part::Paragraph(paragraph));
        }
    }

    fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.row.push(std::mem::take(&mut self.cell));
        }
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.is_empty()) {
            self.parts.push(Part::Row(row));
        }
        self.in_table = false;
    }

    fn finish(mut self) -> Rtf {
        self.decode();
        self.state.destination = Destination::Text;
        if !self.flow.is_blank() {
            self.end_paragraph();
        }
        self.end_row();
        let property = |property: Property| {
            let words = self.properties.get(&property)?.trim();
            (!words.is_empty()).then(|| words.to_owned())
        };
        let date = |kind: Property| property(kind).and_then(|date| Date::parse(&date));
        Rtf {
            about: About {
                title: property(Property::Title),
                creator: property(Property::Author).and_then(|names| somebody(&names)),
                created: date(Property::Created),
                modified: date(Property::Modified),
                ..About::default()
            },
            parts: self.parts,
            beside: self.beside,
            is_whole: self.is_whole && self.outer.is_empty(),
        }
    }
}

/// The address in the instruction of a field that is a link.
fn link_in(instruction: &str) -> Option<WebUrl> {
    let rest = instruction.trim_start().strip_prefix("HYPERLINK")?;
    let address = rest.split('"').nth(1)?;
    WebUrl::parse(address)
}
