//! Every English sentence about a file. Another language would be a file like this one.

use std::fmt::{Display, Formatter, Result};

use super::problem::{
    AnnotationProblem, BinaryKind, BundleProblem, DataProblem, EncodingProblem, Expected,
    FieldProblem, FileProblem, LeftOut, MarkdownProblem, Problem, TextProblem, Unshown,
};
use super::{Excerpt, Place};
use crate::bundle_record::{BundleFault, FormFault};
use crate::draft::MOST_STYLED;
use crate::json::{JsonFault, JsonReason};
use model::{EntityKind, Form, Stance};

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Whole => Ok(()),
            Self::Path(path) => f.write_str(path),
            Self::Line(number) => write!(f, "line {number}"),
            Self::FrontMatter => f.write_str("front matter"),
            Self::Body => f.write_str("body"),
        }
    }
}

impl Display for Excerpt {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Words(words) => f.write_str(words),
            Self::Number => f.write_str("a number"),
            Self::List(count) => write!(f, "a list of {count}"),
            Self::Object(names) => write!(f, "an object with {}", names.join(", ")),
        }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::File(problem) => problem.fmt(f),
            Self::Encoding(problem) => problem.fmt(f),
            Self::Data(problem) => problem.fmt(f),
            Self::Markdown(problem) => problem.fmt(f),
            Self::Text(problem) => problem.fmt(f),
        }
    }
}

impl Display for DataProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Field(problem) => problem.fmt(f),
            Self::Annotation(problem) => problem.fmt(f),
            Self::Bundle(problem) => problem.fmt(f),
        }
    }
}

impl Display for FileProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::NotJson(fault) => return write!(f, "the file is not JSON ({fault})"),
            Self::LineNotJson(reason) => return write!(f, "not JSON ({reason})"),
            Self::LineWithoutText => "there is no “text”; left out",
            Self::NoWords => "the file contains no words",
            Self::PageWithoutWords => "the page contains no words",
            Self::NoArticle => "the file contains no article",
            Self::Table => {
                "no column of the table is called “text”; name one that, or open the text that the table was made from"
            }
            Self::AnnotationsAlone => {
                "these are annotations; open them together with their article"
            }
            Self::AnnotationsOrUnknown => {
                "these are annotations or none of the forms that are known; annotations are \
                 opened together with their article"
            }
            Self::UnknownJson => {
                "this is no article: there is neither “articles” nor “blocks” nor “text”"
            }
            Self::CutOff => "the file ends too early; what it has is read",
            Self::ScannedPdf => {
                "the pages of this PDF file are pictures without text; have the text recognised (OCR), and open the result"
            }
            Self::Damaged(kind) => {
                return write!(
                    f,
                    "this is {kind} that is damaged; open it in the program that it comes from, and save it again"
                );
            }
            Self::DamagedPart => {
                "the file is damaged in its ZIP file, and is left out; make the ZIP file again"
            }
            Self::PartOfPage => "the file belongs to a page or a program, and is left out",
            Self::TooLarge => {
                "the file is too large when it is unpacked, and is left out; open it by itself"
            }
            Self::UnknownMethod => {
                "the file is compressed in a way that is not read, and is left out; unpack it and open it by itself"
            }
            Self::NestedZip => {
                "this ZIP file is within another, and is left out; unpack it and open it by itself"
            }
            Self::TooManyFiles { count } => {
                return write!(
                    f,
                    "the ZIP file contains too many files, and {count} of them are left out; divide it"
                );
            }
            Self::TooManyRows { count } => {
                return write!(
                    f,
                    "the table has too many rows, and only the first {count} are read; divide it"
                );
            }
            Self::UnreadXml => {
                "this is XML of a kind that is not read; export it as HTML, Markdown or plain text"
            }
            Self::Encrypted => {
                "the file is encrypted; decrypt it in the program that it comes from, and save it without encryption"
            }
        })
    }
}

impl Display for EncodingProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Binary(kind) => {
                write!(f, "this is {kind} and not text; {}", kind.way_out())
            }
            Self::NotText => f.write_str("this is not text; save the article as text or HTML"),
            Self::Utf32 => f.write_str("this is UTF-32, which is not read; save it as UTF-8"),
            Self::Utf16Guessed => {
                f.write_str("the file does not say its encoding; its zero bytes suggest UTF-16")
            }
            Self::Unsupported => {
                f.write_str("the file is in an encoding that is not read; save it as UTF-8")
            }
            Self::Unknown => {
                f.write_str("the file declares an encoding that is unknown; it is detected")
            }
            Self::Invalid { count: 1, encoding } => {
                write!(f, "1 place is not {encoding}; it is shown as “\u{FFFD}”")
            }
            Self::Invalid { count, encoding } => write!(
                f,
                "{count} places are not {encoding}; each is shown as “\u{FFFD}”"
            ),
            Self::Undetected { encoding } => write!(
                f,
                "the encoding cannot be detected; shown as {encoding}, which is likely wrong. Save \
                 the file as UTF-8"
            ),
            Self::WronglyDeclared { encoding } => write!(
                f,
                "the file says that it is UTF-8, but is not; read as {encoding}"
            ),
            Self::Detected { encoding } => write!(
                f,
                "the file does not say its encoding and is not UTF-8; read as {encoding}"
            ),
        }
    }
}

impl Display for BinaryKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Pdf => "a PDF",
            Self::Zip => "a ZIP file",
            Self::EmptyZip => "an empty ZIP file",
            Self::Word => "a Word document (DOCX)",
            Self::OldWord => "an old Word document (DOC)",
            Self::Spreadsheet => "a spreadsheet",
            Self::Presentation => "a presentation",
            Self::EncryptedOffice => "an encrypted office document",
            Self::Office => "an office document",
            Self::OpenDocument => "an OpenDocument text (ODT)",
            Self::Apple => "a document of Pages, Numbers or Keynote",
            Self::Epub => "an EPUB book",
            Self::WebArchive => "a web archive (WARC)",
            Self::Rtf => "an RTF document",
            Self::Picture => "a picture",
            Self::Riff => "a picture, a sound or a film",
            Self::SoundOrFilm => "a sound or a film",
            Self::Sound => "a sound",
            Self::Film => "a film",
            Self::Compressed => "a compressed file",
            Self::Program => "a program",
            Self::PropertyList => "a web archive or another property list",
        })
    }
}

impl BinaryKind {
    /// What the reader can do.
    fn way_out(self) -> &'static str {
        match self {
            Self::Word | Self::OldWord | Self::OpenDocument | Self::Apple | Self::Office => {
                "save it as DOCX, text or HTML"
            }
            Self::Presentation => "save its text as DOCX or plain text",
            Self::Spreadsheet => "save it as CSV with a column called “text”",
            Self::EncryptedOffice => {
                "open it in the program that it comes from, and save it without a password"
            }
            Self::Zip | Self::EmptyZip | Self::Compressed => "unpack it and open its files",
            Self::Epub => "save the chapter as HTML or text",
            Self::WebArchive | Self::PropertyList => "save the page as HTML or MHTML",
            Self::SoundOrFilm | Self::Sound | Self::Film => {
                "open a transcript as text, or subtitles (VTT, SRT)"
            }
            Self::Pdf => "open it by itself in workspace.html",
            Self::Rtf | Self::Picture | Self::Riff | Self::Program => {
                "save the article as text or HTML"
            }
        }
    }
}

impl Display for FieldProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::NotList => f.write_str("this is not a list"),
            Self::NotText => f.write_str("this is not text; write it in quotation marks"),
            Self::Missing { name } => write!(f, "“{name}” is missing"),
            Self::Not(expected) => write!(f, "this is not {expected}"),
        }
    }
}

impl Display for Expected {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let one_of =
            |f: &mut Formatter<'_>, words: &[&str]| write!(f, "one of {}", words.join(", "));
        match self {
            Self::EntityKind => one_of(f, &EntityKind::ALL.map(EntityKind::as_str)),
            Self::Form => one_of(f, &Form::ALL.map(Form::as_str)),
            Self::Stance => one_of(f, &Stance::ALL.map(Stance::as_str)),
            Self::WikidataId => {
                f.write_str("a Wikidata item; write it as Q and a number, or leave it out")
            }
            Self::WebAddress => f.write_str("an address of a web page"),
            Self::Date => f.write_str("a date"),
        }
    }
}

impl Display for AnnotationProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::NotJson(fault) => {
                return write!(
                    f,
                    "the file is not JSON ({fault}); the article is shown without names and claims"
                );
            }
            Self::SpelledOtherwise { found } => {
                return write!(
                    f,
                    "the text has these words in another spelling: “{found}”; placed there"
                );
            }
            Self::Moved { found } => {
                return write!(
                    f,
                    "these words do not appear in the text; “{found}” is suggested instead"
                );
            }
            Self::Ambiguous { count } => {
                return write!(
                    f,
                    "these words appear in {count} places; the first is taken. Add “prefix” or \
                     “suffix” to say which"
                );
            }
            Self::NotObject => "the file is not an object with “entities” and “claims”",
            Self::UnknownVersion => {
                "the version is not 1, the only one that is known; read as if it were"
            }
            Self::EntityNotInText => {
                "neither the name nor an alias appears in the text; correct them, or name the \
                 places under “mentions”"
            }
            Self::AliasNotText => "an alias is not text; write it in quotation marks",
            Self::ClaimNotObject => "a claim is not an object",
            Self::ClaimNotInText => {
                "none of the claim’s words appear in the text, so that it cannot be shown; correct \
                 “content”"
            }
            Self::NoSpeaker => {
                "the claim has no speaker; name an entity, or the words that stand for one as \
                 {“exact”: …}"
            }
            Self::UnknownEntity => "no entity has this id",
            Self::NotConfidence => "a confidence is not a number from 0 to 1; taken as 0",
            Self::NotInText => "these words do not appear in the text; correct them",
            Self::NoId => "there is no id; one was made, and links to it may break",
            Self::SameId => "this id is used twice; a number was added to the second",
            Self::EmptyRange => "a range without words cannot be quoted; it is left out",
        })
    }
}

impl Display for BundleProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::UnknownVersion => {
                "the version of the data is not 1 or 2, the only ones that are known; read as if \
                 it were"
            }
            Self::NoArticles => "there is no list “articles”",
            Self::SameId => "two articles have this id; the second one is left out",
            Self::NoBlocks => "the article has no “blocks”; it is left out",
            Self::UnknownBlock => {
                "none of heading, paragraph, quote, item, preformatted; shown as a paragraph"
            }
            Self::UnknownStyle => "the style is unknown, or the link is not to a web page; the words are shown without it",
            Self::OtherOffsets => "these words are not at the offsets",
            Self::LostRanges { count } => {
                return write!(f, "ranges that do not fit the text are left out ({count})");
            }
            Self::OtherText => {
                "the annotations belong to another text; the article is shown without names and \
                 claims"
            }
            Self::Unreadable { reason } => {
                return write!(
                    f,
                    "the annotations cannot be read ({reason}); the article is shown without \
                     names and claims"
                );
            }
        })
    }
}

impl Display for MarkdownProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::OpenFrontMatter => {
                "a first line “---” opens front matter that no second one closes; it is shown as \
                 text"
            }
            Self::NotKeyValue => "a line is not in the form “key: value”; it is left out",
            Self::NotWebAddress => "not an address of a web page; write it with https://",
            Self::NotDate => "not a date; write it as 2026-01-22, 2026-01 or 2026",
            Self::TwoTitles => {
                "the text has a heading of level 1 and the front matter another title, which is \
                 shown in its place; write the heading with ## to have it in the text, or take \
                 one of them out"
            }
            Self::NoTitle => "there is none; write “title: …” in the front matter",
            Self::NoLanguage => {
                "there is none; write “language: en” so that stems and hyphens are right"
            }
            Self::Html => "HTML is not shown; write the words in Markdown",
            Self::Link => "a link is not to a web page; its words are shown without it",
            Self::Picture => "pictures are not shown; the text has their descriptions instead",
            Self::More { count, kind } => {
                let what = match (kind, count) {
                    (Unshown::Html, 1) => "piece of HTML",
                    (Unshown::Html, _) => "pieces of HTML",
                    (Unshown::Link, 1) => "link",
                    (Unshown::Link, _) => "links",
                    (Unshown::Picture, 1) => "picture",
                    (Unshown::Picture, _) => "pictures",
                };
                return write!(f, "{count} more {what}, as reported above");
            }
            Self::Footnotes { count } => {
                let s = if *count == 1 { " is" } else { "s are" };
                return write!(f, "{count} footnote{s} left out");
            }
        })
    }
}

impl Display for TextProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::TitleGuessed => "the title is guessed: it is the first line",
            Self::TitleByLayout => "the title is guessed: it is in the largest letters",
            Self::TitleFromFileName => {
                "no first line looks like a title; the file name is used instead"
            }
            Self::PageWithoutTitle => "the page has none; the file name is used instead",
            Self::LanguageGuessed => "nothing says the language; it is guessed from the words",
            Self::DateGuessed => {
                "the text does not say the date; it is guessed from when the document was made"
            }
            Self::ControlCharacters { count: 1 } => "1 control character is left out",
            Self::ControlCharacters { count } => {
                return write!(f, "{count} control characters are left out");
            }
            Self::LongParagraphs => "very long paragraphs are divided at the ends of sentences",
            Self::TooManyStyles { count } => {
                return write!(
                    f,
                    "a paragraph has more than {MOST_STYLED} links and styles; the words of \
                     {count} are shown without them"
                );
            }
            Self::FromLinkedData => {
                "the text comes from the page’s metadata (JSON-LD), which has more of it than the page itself"
            }
            Self::NoArticleInPage => {
                "no article was found in this page; all its text is shown"
            }
            Self::Mojibake { count: 1 } => {
                "1 character was written in the wrong encoding; it is put right"
            }
            Self::Mojibake { count } => {
                return write!(
                    f,
                    "{count} characters were written in the wrong encoding; they are put right"
                );
            }
            Self::JoinedWords { count: 1 } => "1 word divided at the end of a line is joined",
            Self::JoinedWords { count } => {
                return write!(f, "{count} words divided at the ends of lines are joined");
            }
            Self::LeftOut { what, count } => {
                let what = what.in_words(*count);
                return write!(f, "{count} {what}");
            }
        })
    }
}

impl LeftOut {
    fn in_words(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Pictures, 1) => "picture with its caption is left out",
            (Self::Pictures, _) => "pictures with their captions are left out",
            (Self::LinkLists, 1) => "list of links is left out",
            (Self::LinkLists, _) => "lists of links are left out",
            (Self::Headings, 1) => "heading with nothing under it is left out",
            (Self::Headings, _) => "headings with nothing under them are left out",
            (Self::Links, 1) => "link does not lead to a web page; its words are shown without it",
            (Self::Links, _) => {
                "links do not lead to a web page; their words are shown without them"
            }
            (Self::Attachments, 1) => "attachment is left out",
            (Self::Attachments, _) => "attachments are left out",
            (Self::Comments, 1) => "comment in the margin is left out",
            (Self::Comments, _) => "comments in the margin are left out",
            (Self::Notes, 1) => "note is left out",
            (Self::Notes, _) => "notes are left out",
            (Self::Deletions, 1) => "tracked deletion is left out",
            (Self::Deletions, _) => "tracked deletions are left out",
            (Self::HiddenWords, 1) => "hidden passage is left out",
            (Self::HiddenWords, _) => "hidden passages are left out",
            (Self::Objects, 1) => "picture, chart or other object is left out",
            (Self::Objects, _) => "pictures, charts and other objects are left out",
            (Self::Contents, 1) => "line of the table of contents is left out",
            (Self::Contents, _) => "lines of the table of contents are left out",
            (Self::RunningHeads, 1) => "line at the top or bottom of a page is left out",
            (Self::RunningHeads, _) => "lines at the tops or bottoms of pages are left out",
            (Self::TurnedLines, 1) => "line that runs up or down the page is left out",
            (Self::TurnedLines, _) => "lines that run up or down the page are left out",
            (Self::PagesWithoutText, 1) => "page without text is left out",
            (Self::PagesWithoutText, _) => "pages without text are left out",
            (Self::UnreadPages, 1) => "page that cannot be read is left out",
            (Self::UnreadPages, _) => "pages that cannot be read are left out",
            (Self::Letters, 1) => {
                "letter of text is left out, because the page calls it something other than the article"
            }
            (Self::Letters, _) => {
                "letters of text are left out, because the page calls it something other than the article; compare the page"
            }
        }
    }
}

impl Display for JsonFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl Display for JsonReason {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::OpenText => "a text has no closing quotation mark",
            Self::End => "it ends too early",
            Self::NoColon => "a colon is missing",
            Self::NoComma => "a comma is missing, or the end of a list or an object",
            Self::NoValue => "a value is missing",
            Self::TrailingComma => "a value or a name is missing after a comma",
            Self::TrailingText => "something follows after the end",
            Self::NoName => "a name between quotation marks is missing",
            Self::TooDeep => "it is nested too deeply",
            Self::ControlCharacter => "a text contains a line break or a control character",
            Self::UnknownEscape => "an escape is unknown",
            Self::ShortEscape => "an escape does not have four hexadecimal digits",
            Self::InvalidNumber => "a number is malformed",
            Self::LargeNumber => "a number is too large",
            Self::Other => "it cannot be read",
        })
    }
}

impl Display for BundleFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::NotJson(fault) => write!(f, "not JSON ({fault})"),
            Self::OtherForm(reason) => write!(f, "not in the format of version 2 ({reason})"),
        }
    }
}

impl Display for FormFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Data(reason) => reason,
            Self::UnknownVersion => "the version is unknown",
            Self::SameId => "two articles have the same id",
            Self::OldAnnotations => "the annotations are from before versions existed",
            Self::OtherText => "the annotations belong to another text",
            Self::OtherInline => "a link or a style does not fit the text of its block",
        })
    }
}
