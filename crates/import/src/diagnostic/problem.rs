//! The problems that a reader of files can find. Their sentences are in `english.rs`.

use super::{HasSeverity, Severity};
use crate::json::{JsonFault, JsonReason};

/// A problem in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum Problem {
    /// The file is not an article.
    File(FileProblem),
    /// The bytes are not text, or in an uncertain encoding.
    Encoding(EncodingProblem),
    /// Annotations or the data of a page are not of the expected form.
    Data(DataProblem),
    /// Markdown or its front matter has content that an article cannot have.
    Markdown(MarkdownProblem),
    /// The text is shown differently from the file, or something about it was guessed.
    Text(TextProblem),
}

/// A problem in annotations or in the data of a page. Pages that read only these do not load
/// the sentences about files of other formats.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum DataProblem {
    /// A JSON field is not of the expected form.
    Field(FieldProblem),
    /// Annotations by quotation do not fit the text, or each other.
    Annotation(AnnotationProblem),
    /// The data of a page is not of the expected form.
    Bundle(BundleProblem),
}

/// Why a file is not an article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum FileProblem {
    /// The file is not JSON.
    NotJson(JsonFault),
    /// A line is not JSON.
    LineNotJson(JsonReason),
    /// The object in a line has no text.
    LineWithoutText,
    /// The file contains no words.
    NoWords,
    /// The page contains no words.
    PageWithoutWords,
    /// No line contains an article.
    NoArticle,
    /// The file is a table.
    Table,
    /// The file contains annotations that are not JSON.
    AnnotationsAlone,
    /// The JSON contains annotations, or has an unknown form.
    AnnotationsOrUnknown,
    /// The JSON is not an article.
    UnknownJson,
    /// XML of a kind that is not read.
    UnreadXml,
    /// The content is encrypted.
    Encrypted,
    /// The file ends too early.
    CutOff,
    /// A PDF file whose pages are pictures.
    ScannedPdf,
    /// A file of a known kind is damaged.
    Damaged(BinaryKind),
    /// A file in a ZIP file is damaged.
    DamagedPart,
    /// A file in a ZIP file belongs to a page or a program.
    PartOfPage,
    /// A file is too large when it is unpacked.
    TooLarge,
    /// A file in a ZIP file is compressed with an unknown method.
    UnknownMethod,
    /// A ZIP file within another.
    NestedZip,
    /// A ZIP file contains more files than are read.
    TooManyFiles {
        /// The number of files that are left out.
        count: usize,
    },
    /// A table has more rows than are read.
    TooManyRows {
        /// The number of rows that are read.
        count: usize,
    },
}

/// What is wrong with the encoding of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum EncodingProblem {
    /// The file has a binary format.
    Binary(BinaryKind),
    /// The file is not text, and its format is unknown.
    NotText,
    /// The encoding is UTF-32, which is not supported.
    Utf32,
    /// UTF-16 was recognised by its zero bytes.
    Utf16Guessed,
    /// The declared encoding is not supported.
    Unsupported,
    /// The declared encoding is unknown.
    Unknown,
    /// Some bytes are invalid in the encoding.
    Invalid {
        /// The number of invalid sequences.
        count: usize,
        /// The name of the encoding.
        encoding: String,
    },
    /// The encoding cannot be detected.
    Undetected {
        /// The name of the encoding that was used.
        encoding: String,
    },
    /// The file says that it is UTF-8 and is not; the encoding was detected.
    WronglyDeclared {
        /// The name of the encoding.
        encoding: String,
    },
    /// The encoding was detected.
    Detected {
        /// The name of the encoding.
        encoding: String,
    },
}

/// A binary format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// PDF.
    Pdf,
    /// A ZIP file of other files.
    Zip,
    /// An empty ZIP file.
    EmptyZip,
    /// A document of Microsoft Word (DOCX).
    Word,
    /// A document of older versions of Microsoft Word (DOC).
    OldWord,
    /// A spreadsheet.
    Spreadsheet,
    /// A presentation.
    Presentation,
    /// An office document that a password protects.
    EncryptedOffice,
    /// Another office document.
    Office,
    /// An OpenDocument text (ODT).
    OpenDocument,
    /// A document of Apple’s Pages, Numbers or Keynote.
    Apple,
    /// An EPUB book.
    Epub,
    /// A web archive (WARC).
    WebArchive,
    /// RTF.
    Rtf,
    /// A picture.
    Picture,
    /// RIFF, which pictures, sounds and films use.
    Riff,
    /// A sound or a film.
    SoundOrFilm,
    /// A sound.
    Sound,
    /// A film.
    Film,
    /// A compressed file.
    Compressed,
    /// A program.
    Program,
    /// A property list, which web archives use.
    PropertyList,
}

/// What is wrong with a JSON field.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum FieldProblem {
    /// The value is not a list.
    NotList,
    /// The value is not a string.
    NotText,
    /// The field is missing.
    Missing {
        /// The name of the field.
        name: &'static str,
    },
    /// The string is not of the expected form.
    Not(Expected),
}

/// What a string was expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The kind of an entity.
    EntityKind,
    /// The form of a claim.
    Form,
    /// The stance of a speaker.
    Stance,
    /// The id of a Wikidata item.
    WikidataId,
    /// The address of a web page.
    WebAddress,
    /// A date.
    Date,
}

/// What is wrong with annotations by quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum AnnotationProblem {
    /// The file is not JSON.
    NotJson(JsonFault),
    /// The file is not an object.
    NotObject,
    /// The version is unknown.
    UnknownVersion,
    /// No name of an entity occurs in the text.
    EntityNotInText,
    /// An alias is not a string with words.
    AliasNotText,
    /// A claim is not an object.
    ClaimNotObject,
    /// No part of a claim occurs in the text.
    ClaimNotInText,
    /// A claim has no speaker.
    NoSpeaker,
    /// No entity has the id.
    UnknownEntity,
    /// A confidence is not a number from 0 to 1.
    NotConfidence,
    /// The quoted words occur in another spelling.
    SpelledOtherwise {
        /// The words as the text has them.
        found: String,
    },
    /// The quoted words occur more than once.
    Ambiguous {
        /// The number of places that fit equally well.
        count: usize,
    },
    /// The quoted words do not occur in the text.
    NotInText,
    /// The quoted words do not occur in the text, and a similar passage is suggested.
    Moved {
        /// The passage.
        found: String,
    },
    /// The id is missing.
    NoId,
    /// The id occurs twice.
    SameId,
    /// A range to be written contains no words.
    EmptyRange,
}

/// What is wrong with the data of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum BundleProblem {
    /// The version is unknown.
    UnknownVersion,
    /// The list of articles is missing.
    NoArticles,
    /// Two articles have the same id.
    SameId,
    /// The article has no blocks.
    NoBlocks,
    /// The kind of a block is unknown.
    UnknownBlock,
    /// The style is unknown, or a link without a web address.
    UnknownStyle,
    /// The offsets do not contain the given words.
    OtherOffsets,
    /// Some ranges do not fit the text.
    LostRanges {
        /// The number of ranges.
        count: usize,
    },
    /// The annotations belong to another text.
    OtherText,
    /// The annotations cannot be read.
    Unreadable {
        /// The reason that serde gives.
        reason: String,
    },
}

/// What is wrong in a Markdown file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum MarkdownProblem {
    /// The front matter has no end.
    OpenFrontMatter,
    /// A line of the front matter has no colon.
    NotKeyValue,
    /// The address is not one of a web page.
    NotWebAddress,
    /// The value is not a date.
    NotDate,
    /// The heading and the front matter give different titles.
    TwoTitles,
    /// There is no title.
    NoTitle,
    /// There is no language.
    NoLanguage,
    /// HTML is left out.
    Html,
    /// A link does not lead to a web page.
    Link,
    /// A picture is left out.
    Picture,
    /// There are more problems of a kind than are reported one by one.
    More {
        /// The number of further problems.
        count: usize,
        /// Their kind.
        kind: Unshown,
    },
    /// Footnotes are left out.
    Footnotes {
        /// The number of footnotes.
        count: usize,
    },
}

/// Markup that an article does not show. The first few are reported one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unshown {
    /// HTML.
    Html,
    /// Links that do not lead to a web page.
    Link,
    /// Pictures.
    Picture,
}

impl Unshown {
    /// Every kind, in the order in which it is counted.
    pub(crate) const ALL: [Self; 3] = [Self::Html, Self::Link, Self::Picture];
}

/// How the shown text differs from the file, and what was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum TextProblem {
    /// The first line was taken for the title.
    TitleGuessed,
    /// The largest words were taken for the title.
    TitleByLayout,
    /// No line looks like a title.
    TitleFromFileName,
    /// The page has no title.
    PageWithoutTitle,
    /// The language was guessed.
    LanguageGuessed,
    /// The day on which the document was made was taken for the date.
    DateGuessed,
    /// Control characters are left out.
    ControlCharacters {
        /// The number of characters.
        count: usize,
    },
    /// Long paragraphs were divided.
    LongParagraphs,
    /// A paragraph has too many links and styles.
    TooManyStyles {
        /// The number of links and styles that are left out.
        count: usize,
    },
    /// The text comes from the page's linked data.
    FromLinkedData,
    /// No part of the page looks like an article.
    NoArticleInPage,
    /// Characters that a program had written in the wrong encoding were put right.
    Mojibake {
        /// The number of characters.
        count: usize,
    },
    /// Words that were divided at the ends of lines were joined.
    JoinedWords {
        /// The number of words.
        count: usize,
    },
    /// Parts of the page are left out.
    LeftOut {
        /// The kind of the parts.
        what: LeftOut,
        /// The number of parts.
        count: usize,
    },
}

/// A part of a page that its article does not contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Pictures with their captions.
    Pictures,
    /// Lists of links.
    LinkLists,
    /// Headings without text.
    Headings,
    /// Links that do not lead to a web page.
    Links,
    /// Files attached to an e-mail.
    Attachments,
    /// Comments in the margin of a document.
    Comments,
    /// Footnotes and endnotes.
    Notes,
    /// Words that a tracked change deletes.
    Deletions,
    /// Words that a document hides.
    HiddenWords,
    /// Pictures, charts and other objects in a document.
    Objects,
    /// Tables of contents.
    Contents,
    /// The lines at the top and bottom of pages.
    RunningHeads,
    /// Lines that run up or down a page.
    TurnedLines,
    /// Pages without text.
    PagesWithoutText,
    /// Pages that cannot be read, or follow very many others.
    UnreadPages,
    /// More text than the article has, counted in letters, in parts whose names say that they are
    /// something else.
    Letters,
}

impl HasSeverity for Problem {
    fn severity(&self) -> Severity {
        use {EncodingProblem as E, MarkdownProblem as M, TextProblem as T};
        match self {
            Self::File(_) => Severity::Error,
            Self::Data(problem) => problem.severity(),
            Self::Encoding(
                E::Utf16Guessed | E::Unknown | E::WronglyDeclared { .. } | E::Detected { .. },
            ) => Severity::Advice,
            Self::Encoding(_) => Severity::Error,
            Self::Markdown(
                M::NoLanguage
                | M::Html
                | M::Picture
                | M::Footnotes { .. }
                | M::More {
                    kind: Unshown::Html | Unshown::Picture,
                    ..
                },
            ) => Severity::Advice,
            Self::Markdown(_) => Severity::Error,
            Self::Text(T::NoArticleInPage) => Severity::Error,
            Self::Text(_) => Severity::Advice,
        }
    }
}

impl HasSeverity for DataProblem {
    fn severity(&self) -> Severity {
        Severity::Error
    }
}

/// Lets a group of problems be reported as a problem of a larger list.
macro_rules! group {
    ($all:ident: $($group:ident($problem:ty)),*) => {
        $(impl From<$problem> for $all {
            fn from(problem: $problem) -> Self {
                Self::$group(problem)
            }
        })*
    };
}

group!(
    Problem: File(FileProblem),
    Encoding(EncodingProblem),
    Data(DataProblem),
    Markdown(MarkdownProblem),
    Text(TextProblem)
);

group!(
    DataProblem: Field(FieldProblem),
    Annotation(AnnotationProblem),
    Bundle(BundleProblem)
);
