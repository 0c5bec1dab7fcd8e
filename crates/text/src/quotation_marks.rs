//! Text between quotation marks of any style, paragraph by paragraph.
//!
//! Each line is a paragraph. A paragraph that opens a quotation and does not close it
//! continues in the next one if that opens with a mark again. In a text that has lost its
//! paragraphs, an opening mark after a full stop has the same effect. A mark after a comma
//! or a colon (`he said, “`) that is never closed quotes the rest of its paragraph; any
//! other unclosed mark quotes nothing. Some marks open in one style and close in another
//! (the straight one, ” in Swedish, » in German). The white space around them decides; if
//! it does not, straight marks alternate.

use std::iter::Peekable;

use model::TextRange;

use crate::sentences::ends_with_abbreviation;

/// A quoted range of a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The text between the marks.
    pub inside: TextRange,
    /// The quotation, including its marks.
    pub whole: TextRange,
    /// Whether it continues the previous quotation across paragraphs.
    pub continues: bool,
    /// Whether it has single marks, which may also enclose words that nobody said.
    pub single: bool,
}

/// The outermost quotations of a text, in order. Takes time linear in its length.
///
/// ```
/// let text = "„Ja“, sagte er, „und nein”.";
/// let found = text::quotation_marks::quotations(text);
/// let words: Vec<_> = found.iter().map(|quotation| quotation.inside.of(text)).collect();
/// assert_eq!(words, ["Ja", "und nein"]);
/// ```
#[must_use]
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut marks = Vec::new();
    let mut runs_on = false;
    let mut paragraphs = paragraphs(text).peekable();
    while let Some(range) = paragraphs.next() {
        read_marks(text, range, &mut marks);
        let paragraph = Paragraph {
            text,
            range,
            last: Last::of(&marks),
            marks: &marks,
            runs_on,
            next_opens: next_opens(text, &mut paragraphs),
        };
        runs_on = paragraph.quotations(&mut found);
    }
    found
}

/// The text between each opening and closing quotation mark, without the marks, in order;
/// only the outermost quotations.
#[must_use]
pub fn quoted(text: &str) -> Vec<TextRange> {
    let found = quotations(text).into_iter();
    found.map(|quotation| quotation.inside).collect()
}

/// White space, or a character that files use in its place.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}' || c == '\0'
}

/// The non-blank lines, trimmed.
fn paragraphs(text: &str) -> impl Iterator<Item = TextRange> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let words = line.trim_start_matches(is_blank);
        let first = start + line.len() - words.len();
        start += line.len();
        let words = words.trim_end_matches(is_blank);
        (!words.is_empty()).then(|| TextRange::new(first, first + words.len()))
    })
}

fn next_opens(text: &str, paragraphs: &mut Peekable<impl Iterator<Item = TextRange>>) -> bool {
    let next = paragraphs.peek().map_or("", |next| next.of(text));
    next.starts_with(['“', '"', '«', '„', '「']) || next.starts_with("''") || next.starts_with("``")
}

/// A quotation mark or a possible one.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    mark: char,
    /// Its length in bytes; some are written as two characters.
    length: usize,
    /// The neighbouring characters in its paragraph.
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    /// The byte after the mark.
    fn end(self) -> usize {
        self.at + self.length
    }

    fn follows_space(self) -> bool {
        self.before.is_none_or(is_blank)
    }

    fn precedes_space(self) -> bool {
        self.after.is_none_or(is_blank)
    }

    /// The side of a quotation that the mark is on, according to the white space around it.
    fn side(self) -> Side {
        let free_before = self.follows_space()
            || matches!(self.before, Some('(' | '[' | '—' | '–' | '“' | '‘' | '\''));
        let free_after = self.precedes_space()
            || matches!(
                self.after,
                Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–')
            );
        match (free_before, free_after) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ => Side::Either,
        }
    }

    /// Whether a single mark opens a quotation: it does at the start of a word, unless it
    /// replaces omitted letters or a century ("’90s").
    fn opens_single(self) -> bool {
        let free = self.follows_space()
            || !self
                .before
                .is_some_and(|before| before.is_alphanumeric() || matches!(before, ')' | '%'));
        free && !self.precedes_space() && !self.after.is_some_and(char::is_numeric)
    }

    /// Whether a single mark closes a quotation: it does at the end of a word, unless
    /// another word follows directly. After an "s" it may be a possessive. If a space and a
    /// lower-case letter follow, with no mark before it, the case is ambiguous and the mark
    /// is taken to close.
    fn closes_single(self) -> bool {
        !self.follows_space() && !self.after.is_some_and(char::is_alphanumeric)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '’' | '‘' | '‚' | '`')
}

/// The marks of a paragraph in order, without the apostrophes within words.
fn read_marks(text: &str, range: TextRange, marks: &mut Vec<Mark>) {
    marks.clear();
    let paragraph = range.of(text);
    for (at, byte) in paragraph.bytes().enumerate() {
        // The first bytes of all marks; hardly any other Latin letter has one.
        if !matches!(byte, b'"' | b'\'' | b'`' | b',' | 0xC2 | 0xE2 | 0xE3 | 0xEF) {
            continue;
        }
        let Some((before, from)) = paragraph.split_at_checked(at) else {
            continue;
        };
        let at = range.start as usize + at;
        if marks.last().is_some_and(|last: &Mark| last.end() > at) {
            continue;
        }
        let Some((mark, length)) = mark_at(from) else {
            continue;
        };
        let mark = Mark {
            at,
            mark,
            length,
            before: before.chars().next_back(),
            after: from.get(length..).and_then(|after| after.chars().next()),
        };
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let apostrophe = is_letter(mark.before) && is_letter(mark.after)
            || matches!(mark.before, Some('.' | '”' | '"')) && is_ending(after_mark(from));
        if !(is_single(mark.mark) && apostrophe) {
            marks.push(mark);
        }
    }
}

/// The mark at the start of `from`, and its length in bytes. Two apostrophes or grave accents are
/// a straight mark, and two commas before a word a low one, as TeX and typewriters have them.
fn mark_at(from: &str) -> Option<(char, usize)> {
    for (pair, mark) in [("''", '"'), ("``", '"'), (",,", '„')] {
        if let Some(after) = from.strip_prefix(pair)
            && (mark == '"' || after.starts_with(char::is_alphanumeric))
        {
            return Some((mark, pair.len()));
        }
    }
    let mark = from.chars().next()?;
    (Style::of(mark).is_some() || slot(mark).is_some()).then_some((mark, mark.len_utf8()))
}

fn after_mark(from: &str) -> std::str::Chars<'_> {
    let mut chars = from.chars();
    chars.next();
    chars
}

/// Whether only one or two letters are left, such as the "s" of "U.S.’s".
fn is_ending(chars: std::str::Chars<'_>) -> bool {
    let letters = chars.take(3).take_while(|c| c.is_alphabetic()).count();
    (1..=2).contains(&letters)
}

/// The style of a quotation, by its opening mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// “…”
    Curly,
    /// „…“, „…”
    Low,
    /// ”…”
    High,
    /// "…"
    Straight,
    /// ‘…’, '…', `…'
    Single,
    /// ‚…‘, ‚…’
    LowSingle,
    /// «…»
    Guillemets,
    /// »…«, »…»
    Inward,
    /// ‹…›
    SingleGuillemets,
    /// ›…‹
    SingleInward,
    /// 「…」
    Corners,
    /// 『…』
    DoubleCorners,
    /// 《…》
    Titles,
}

impl Style {
    fn of(mark: char) -> Option<Self> {
        Some(match mark {
            '“' | '‟' => Self::Curly,
            '„' => Self::Low,
            '”' => Self::High,
            '"' | '＂' => Self::Straight,
            '‘' | '\'' | '`' => Self::Single,
            '‚' => Self::LowSingle,
            '«' => Self::Guillemets,
            '»' => Self::Inward,
            '‹' => Self::SingleGuillemets,
            '›' => Self::SingleInward,
            '「' => Self::Corners,
            '『' => Self::DoubleCorners,
            '《' => Self::Titles,
            _ => return None,
        })
    }

    /// The marks that close this style.
    fn closings(self) -> &'static [char] {
        match self {
            Self::Curly | Self::High => &['”'],
            Self::Low => &['”', '“', '"'],
            Self::Straight => &['"', '＂'],
            Self::Single => &['’', '\''],
            Self::LowSingle => &['’', '\'', '‘'],
            Self::Guillemets => &['»'],
            Self::Inward => &['«', '»'],
            Self::SingleGuillemets => &['›'],
            Self::SingleInward => &['‹'],
            Self::Corners => &['」'],
            Self::DoubleCorners => &['』'],
            Self::Titles => &['》'],
        }
    }

    fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::LowSingle)
    }

    /// Whether a mark closes this style.
    fn is_closed_by(self, mark: Mark) -> bool {
        self.closings().contains(&mark.mark)
            && match mark.mark {
                '’' | '\'' | '‘' => mark.closes_single(),
                '"' if self == Self::Low => mark.side() == Side::Closes,
                '»' if self == Self::Inward => mark.side() == Side::Closes,
                _ => true,
            }
    }

    /// Whether a mark within a quotation opens another one in the same style.
    fn is_opened_again_by(self, mark: Mark) -> bool {
        match self {
            Self::Straight => Self::of(mark.mark) == Some(self) && mark.side() == Side::Opens,
            Self::Inward => Self::of(mark.mark) == Some(self) && mark.side() != Side::Closes,
            Self::Curly => matches!(mark.mark, '“' | '„' | '‟'),
            Self::Low | Self::High | Self::Single | Self::LowSingle => false,
            _ => Self::of(mark.mark) == Some(self),
        }
    }
}

/// The number of marks that can close a quotation.
const CLOSINGS: usize = 12;

/// The index of a mark that can close a quotation.
fn slot(mark: char) -> Option<usize> {
    Some(match mark {
        '”' => 0,
        '“' => 1,
        '"' | '＂' => 2,
        '»' => 3,
        '«' => 4,
        '›' => 5,
        '‹' => 6,
        '」' => 7,
        '』' => 8,
        '》' => 9,
        '\'' | '’' => 10,
        '‘' => 11,
        _ => return None,
    })
}

/// The last position of each closing mark in a paragraph, so that thousands of unclosed
/// marks cost no search.
struct Last([Option<usize>; CLOSINGS]);

impl Last {
    fn of(marks: &[Mark]) -> Self {
        let mut last = [None; CLOSINGS];
        for (index, mark) in marks.iter().enumerate() {
            if is_single(mark.mark) && !mark.closes_single() {
                continue;
            }
            if let Some(place) = slot(mark.mark).and_then(|slot| last.get_mut(slot)) {
                *place = Some(index);
            }
        }
        Self(last)
    }

    /// The number of the last mark with this character.
    fn of_mark(&self, mark: char) -> Option<usize> {
        slot(mark).and_then(|slot| self.0.get(slot).copied().flatten())
    }

    /// The number of the last mark that can close this style.
    fn of_style(&self, style: Style) -> Option<usize> {
        let closings = style.closings().iter();
        closings.filter_map(|mark| self.of_mark(*mark)).max()
    }
}

/// The maximum depth of nested marks; deeper ones close nothing.
const DEEPEST: usize = 8;

struct Paragraph<'p> {
    text: &'p str,
    range: TextRange,
    marks: &'p [Mark],
    last: Last,
    /// Whether a quotation continues from the previous paragraph.
    runs_on: bool,
    /// Whether the next paragraph opens with a mark.
    next_opens: bool,
}

/// The end of a quotation.
#[derive(Clone, Copy)]
enum End {
    /// At the closing mark with this number.
    Closed(usize),
    /// Before the mark with this number, which opens it again, as each paragraph of a
    /// longer quotation does.
    Reopened(usize),
    /// At the end of the paragraph.
    Open,
}

impl Paragraph<'_> {
    /// Adds the paragraph's quotations. Returns whether the last one continues in the next
    /// paragraph.
    fn quotations(&self, found: &mut Vec<Quotation>) -> bool {
        let mut number = 0;
        let mut reopens = false;
        while let Some(mark) = self.marks.get(number) {
            let again = std::mem::take(&mut reopens);
            let style = Style::of(mark.mark).filter(|style| self.opens(*style, *mark, number));
            let end = style.and_then(|style| {
                let end = self.end_of(style, number);
                end.or_else(|| self.stays_open(style, *mark, again).then_some(End::Open))
            });
            let (Some(style), Some(end)) = (style, end) else {
                number += 1;
                continue;
            };
            let starts_paragraph = mark.at == self.range.start as usize;
            self.add(
                Quotation {
                    inside: TextRange::new(mark.end(), mark.end()),
                    whole: TextRange::new(mark.at, mark.end()),
                    continues: starts_paragraph && self.runs_on || again,
                    single: style.is_single(),
                },
                end,
                found,
            );
            match end {
                End::Closed(closing) => number = closing + 1,
                End::Reopened(opening) => {
                    number = opening;
                    reopens = true;
                }
                End::Open => return self.next_opens,
            }
        }
        false
    }

    /// Adds a quotation with this end, unless it is empty.
    fn add(&self, mut quotation: Quotation, end: End, found: &mut Vec<Quotation>) {
        let place = |number: usize| self.marks.get(number).copied();
        let (inside, whole) = match end {
            End::Closed(closing) => {
                let ends = place(closing).map(|mark| (mark.at, mark.end()));
                ends.unwrap_or_default()
            }
            End::Reopened(opening) => {
                let before = place(opening).and_then(|mark| self.text.get(..mark.at));
                let before = before.unwrap_or_default().trim_end_matches(is_blank);
                (before.len(), before.len())
            }
            End::Open => (self.range.end as usize, self.range.end as usize),
        };
        quotation.inside.end = TextRange::new(0, inside).end;
        quotation.whole.end = TextRange::new(0, whole).end;
        if !quotation
            .inside
            .of(self.text)
            .trim_matches(is_blank)
            .is_empty()
        {
            found.push(quotation);
        }
    }

    /// Whether a mark that can open a quotation does.
    fn opens(&self, style: Style, mark: Mark, number: usize) -> bool {
        match style {
            Style::Single | Style::LowSingle => mark.opens_single(),
            Style::Straight => mark.side() != Side::Closes,
            Style::High => mark.side() == Side::Opens,
            Style::Inward => match mark.side() {
                Side::Opens => true,
                Side::Closes => false,
                // » with white space on both sides or on neither opens in German and closes
                // in French: then « follows.
                Side::Either => self.last.of_mark('«') > self.last.of_mark('»'),
            },
            Style::SingleInward => self.last.of_mark('‹') > Some(number),
            _ => true,
        }
    }

    /// The end of the quotation that the mark with this number opens.
    fn end_of(&self, style: Style, number: usize) -> Option<End> {
        let last = self.last.of_style(style).filter(|last| *last > number)?;
        let mut depth = 0usize;
        let within = self.marks.get(number + 1..=last)?;
        for (place, mark) in (number + 1..).zip(within.iter().copied()) {
            if style.is_opened_again_by(mark) {
                let paragraphs = matches!(style, Style::Straight | Style::Curly);
                if paragraphs && self.follows_sentence(mark) {
                    return Some(End::Reopened(place));
                }
                depth += 1;
                if depth > DEEPEST {
                    return None;
                }
            } else if style.is_closed_by(mark) {
                if depth == 0 {
                    return Some(End::Closed(place));
                }
                depth -= 1;
            }
        }
        None
    }

    /// The text before a mark, without trailing white space.
    fn before(&self, mark: Mark) -> &str {
        let before = self.text.get(..mark.at).unwrap_or_default();
        before.trim_end_matches(is_blank)
    }

    /// Whether a mark follows the end of a sentence and a space.
    fn follows_sentence(&self, mark: Mark) -> bool {
        if !mark.follows_space() {
            return false;
        }
        let before = self.before(mark);
        match before.strip_suffix('.') {
            Some(before) => !ends_with_abbreviation(before),
            None => before.ends_with(['!', '?', '…']),
        }
    }

    /// Whether an unclosed mark quotes the rest of its paragraph: it does if the quotation
    /// continues in the next paragraph, or after a comma or a colon
    /// (`He said: “It began here.`).
    fn stays_open(&self, style: Style, mark: Mark, reopens: bool) -> bool {
        if style.is_single() || matches!(style, Style::High | Style::Inward | Style::SingleInward) {
            return false;
        }
        let first = mark.at == self.range.start as usize || reopens;
        if first && (self.next_opens || self.runs_on) {
            return true;
        }
        // `“One,” she said. “Two. ¶ “Three.”`
        if self.next_opens && mark.side() == Side::Opens && self.follows_sentence(mark) {
            return true;
        }
        let rest = TextRange::new(mark.end(), self.range.end as usize).of(self.text);
        let several = rest.contains(|c: char| !c.is_alphanumeric());
        several && self.before(mark).ends_with([':', ','])
    }
}

#[cfg(test)]
mod tests;
