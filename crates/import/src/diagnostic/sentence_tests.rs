//! Each problem has a sentence. Whole sentences are asserted only here.

use std::collections::HashSet;
use std::mem::discriminant;

use serde_json::Value;
use strum::EnumCount;

use super::*;
use crate::json::{JsonFault, JsonReason};
use crate::parse_json;

const FAULT: JsonFault = JsonFault {
    reason: JsonReason::NoColon,
    line: 3,
};

/// One example of each problem with its sentence, in which what to do, or what was done, is
/// between `[` and `]`. Where the sentence names what is expected, that is what to do.
fn examples() -> Vec<(Problem, &'static str)> {
    fn group<P: Into<Q>, Q: Into<Problem>, const N: usize>(
        examples: [(P, &'static str); N],
        larger: fn(P) -> Q,
    ) -> impl Iterator<Item = (Problem, &'static str)> {
        let examples = examples.into_iter();
        examples.map(move |(problem, sentence)| (larger(problem).into(), sentence))
    }
    group(of_files(), Problem::from)
        .chain(group(of_encodings(), Problem::from))
        .chain(group(of_fields(), DataProblem::from))
        .chain(group(of_annotations(), DataProblem::from))
        .chain(group(of_bundles(), DataProblem::from))
        .chain(group(of_markdown(), Problem::from))
        .chain(group(of_texts(), Problem::from))
        .collect()
}

fn of_files() -> [(FileProblem, &'static str); FileProblem::COUNT] {
    use FileProblem as P;
    [
        (
            P::NotJson(FAULT),
            "the file is not JSON ([line 3: a colon is missing])",
        ),
        (
            P::LineNotJson(JsonReason::End),
            "not JSON ([it ends too early])",
        ),
        (P::LineWithoutText, "there is [no “text”]; left out"),
        (P::NoWords, "the file contains [no words]"),
        (P::PageWithoutWords, "the page contains [no words]"),
        (P::NoArticle, "the file contains [no article]"),
        (
            P::Table,
            "no column of the table is called “text”; [name one that], or open the text that the table was made from",
        ),
        (
            P::AnnotationsAlone,
            "these are annotations; [open them together with their article]",
        ),
        (
            P::AnnotationsOrUnknown,
            "these are annotations or none of the forms that are known; annotations [are opened together with their article]",
        ),
        (
            P::UnknownJson,
            "this is no article: there is [neither “articles” nor “blocks” nor “text”]",
        ),
        (
            P::UnreadXml,
            "this is XML of a kind that is not read; [export it as HTML, Markdown or plain text]",
        ),
        (P::CutOff, "the file ends too early; [what it has is read]"),
        (
            P::ScannedPdf,
            "the pages of this PDF file are pictures without text; [have the text recognised (OCR), and open the result]",
        ),
        (
            P::Damaged(BinaryKind::Word),
            "this is a Word document (DOCX) that is damaged; [open it in the program that it comes from, and save it again]",
        ),
        (
            P::DamagedPart,
            "the file is damaged in its ZIP file, and is left out; [make the ZIP file again]",
        ),
        (
            P::PartOfPage,
            "the file belongs to a page or a program, and [is left out]",
        ),
        (
            P::TooLarge,
            "the file is too large when it is unpacked, and is left out; [open it by itself]",
        ),
        (
            P::UnknownMethod,
            "the file is compressed in a way that is not read, and is left out; [unpack it and open it by itself]",
        ),
        (
            P::NestedZip,
            "this ZIP file is within another, and is left out; [unpack it and open it by itself]",
        ),
        (
            P::TooManyFiles { count: 3 },
            "the ZIP file contains too many files, and 3 of them are left out; [divide it]",
        ),
        (
            P::TooManyRows { count: 9 },
            "the table has too many rows, and only the first 9 are read; [divide it]",
        ),
        (
            P::Encrypted,
            "the file is encrypted; [decrypt it in the program that it comes from, and save it without encryption]",
        ),
    ]
}

fn of_encodings() -> [(EncodingProblem, &'static str); EncodingProblem::COUNT] {
    use EncodingProblem as P;
    let encoding = || "Big5".to_owned();
    [
        (
            P::Binary(BinaryKind::Pdf),
            "this is a PDF and not text; [open it by itself in workspace.html]",
        ),
        (
            P::NotText,
            "this is not text; [save the article as text or HTML]",
        ),
        (
            P::Utf32,
            "this is UTF-32, which is not read; [save it as UTF-8]",
        ),
        (
            P::Utf16Guessed,
            "the file does not say its encoding; [its zero bytes suggest UTF-16]",
        ),
        (
            P::Unsupported,
            "the file is in an encoding that is not read; [save it as UTF-8]",
        ),
        (
            P::Unknown,
            "the file declares an encoding that is unknown; [it is detected]",
        ),
        (
            P::Invalid {
                count: 2,
                encoding: encoding(),
            },
            "2 places are not Big5; [each is shown as “\u{FFFD}”]",
        ),
        (
            P::Undetected {
                encoding: encoding(),
            },
            "the encoding cannot be detected; shown as Big5, which is likely wrong. [Save the file as UTF-8]",
        ),
        (
            P::WronglyDeclared {
                encoding: encoding(),
            },
            "the file says that it is UTF-8, but is not; [read as Big5]",
        ),
        (
            P::Detected {
                encoding: encoding(),
            },
            "the file does not say its encoding and is not UTF-8; [read as Big5]",
        ),
    ]
}

fn of_fields() -> [(FieldProblem, &'static str); FieldProblem::COUNT] {
    use FieldProblem as P;
    [
        (P::NotList, "this is not [a list]"),
        (
            P::NotText,
            "this is not text; [write it in quotation marks]",
        ),
        (P::Missing { name: "exact" }, "[“exact” is missing]"),
        (
            P::Not(Expected::Form),
            "this is not [one of direct, indirect, mixed]",
        ),
    ]
}

fn of_annotations() -> [(AnnotationProblem, &'static str); AnnotationProblem::COUNT] {
    use AnnotationProblem as P;
    let found = || "Née".to_owned();
    [
        (
            P::NotJson(FAULT),
            "the file is not JSON (line 3: a colon is missing); [the article is shown without names and claims]",
        ),
        (
            P::NotObject,
            "the file is not [an object with “entities” and “claims”]",
        ),
        (
            P::UnknownVersion,
            "the version is not 1, the only one that is known; [read as if it were]",
        ),
        (
            P::EntityNotInText,
            "neither the name nor an alias appears in the text; [correct them, or name the places under “mentions”]",
        ),
        (
            P::AliasNotText,
            "an alias is not text; [write it in quotation marks]",
        ),
        (P::ClaimNotObject, "a claim is not [an object]"),
        (
            P::ClaimNotInText,
            "none of the claim’s words appear in the text, so that it cannot be shown; [correct “content”]",
        ),
        (
            P::NoSpeaker,
            "the claim has no speaker; [name an entity, or the words that stand for one as {“exact”: …}]",
        ),
        (P::UnknownEntity, "no entity has [this id]"),
        (
            P::NotConfidence,
            "a confidence is not [a number from 0 to 1; taken as 0]",
        ),
        (
            P::SpelledOtherwise { found: found() },
            "the text has these words in another spelling: “Née”; [placed there]",
        ),
        (
            P::Ambiguous { count: 3 },
            "these words appear in 3 places; the first is taken. [Add “prefix” or “suffix” to say which]",
        ),
        (
            P::NotInText,
            "these words do not appear in the text; [correct them]",
        ),
        (
            P::Moved { found: found() },
            "these words do not appear in the text; “Née” is [suggested instead]",
        ),
        (
            P::NoId,
            "there is no id; [one was made, and links to it may break]",
        ),
        (
            P::SameId,
            "this id is used twice; [a number was added to the second]",
        ),
        (
            P::EmptyRange,
            "a range without words cannot be quoted; [it is left out]",
        ),
    ]
}

fn of_bundles() -> [(BundleProblem, &'static str); BundleProblem::COUNT] {
    use BundleProblem as P;
    let reason = || "missing field `claims`".to_owned();
    [
        (
            P::UnknownVersion,
            "the version of the data is not 1 or 2, the only ones that are known; [read as if it were]",
        ),
        (P::NoArticles, "there is no [list “articles”]"),
        (
            P::SameId,
            "two articles have this id; [the second one is left out]",
        ),
        (P::NoBlocks, "the article has no “blocks”; [it is left out]"),
        (
            P::UnknownBlock,
            "none of heading, paragraph, quote, item, preformatted; [shown as a paragraph]",
        ),
        (
            P::UnknownStyle,
            "the style is unknown, or the link is not to a web page; [the words are shown without it]",
        ),
        (P::OtherOffsets, "these words are [not at the offsets]"),
        (
            P::LostRanges { count: 4 },
            "ranges that do not fit the text [are left out] (4)",
        ),
        (
            P::OtherText,
            "the annotations belong to another text; [the article is shown without names and claims]",
        ),
        (
            P::Unreadable { reason: reason() },
            "the annotations cannot be read (missing field `claims`); [the article is shown without names and claims]",
        ),
    ]
}

fn of_markdown() -> [(MarkdownProblem, &'static str); MarkdownProblem::COUNT] {
    use MarkdownProblem as P;
    let kind = Unshown::Link;
    [
        (
            P::OpenFrontMatter,
            "a first line “---” opens front matter that no second one closes; [it is shown as text]",
        ),
        (
            P::NotKeyValue,
            "a line is not in the form “key: value”; [it is left out]",
        ),
        (
            P::NotWebAddress,
            "not an address of a web page; [write it with https://]",
        ),
        (
            P::NotDate,
            "not a date; [write it as 2026-01-22, 2026-01 or 2026]",
        ),
        (
            P::TwoTitles,
            "the text has a heading of level 1 and the front matter another title, which is shown in its place; [write the heading with ## to have it in the text, or take one of them out]",
        ),
        (
            P::NoTitle,
            "there is none; [write “title: …” in the front matter]",
        ),
        (
            P::NoLanguage,
            "there is none; [write “language: en” so that stems and hyphens are right]",
        ),
        (P::Html, "HTML is not shown; [write the words in Markdown]"),
        (
            P::Link,
            "a link is not to a web page; [its words are shown without it]",
        ),
        (
            P::Picture,
            "pictures are not shown; [the text has their descriptions instead]",
        ),
        (
            P::More { count: 5, kind },
            "5 more links, [as reported above]",
        ),
        (P::Footnotes { count: 1 }, "1 footnote [is left out]"),
    ]
}

fn of_texts() -> [(TextProblem, &'static str); TextProblem::COUNT] {
    use TextProblem as P;
    let what = LeftOut::Headings;
    [
        (
            P::TitleByLayout,
            "the title is guessed: [it is in the largest letters]",
        ),
        (
            P::TitleGuessed,
            "the title is guessed: [it is the first line]",
        ),
        (
            P::TitleFromFileName,
            "no first line looks like a title; [the file name is used instead]",
        ),
        (
            P::PageWithoutTitle,
            "the page has none; [the file name is used instead]",
        ),
        (
            P::LanguageGuessed,
            "nothing says the language; [it is guessed from the words]",
        ),
        (
            P::DateGuessed,
            "the text does not say the date; it is [guessed from when the document was made]",
        ),
        (
            P::ControlCharacters { count: 6 },
            "6 control characters [are left out]",
        ),
        (
            P::LongParagraphs,
            "very long paragraphs [are divided at the ends of sentences]",
        ),
        (
            P::TooManyStyles { count: 7 },
            "a paragraph has more than 2000 links and styles; [the words of 7 are shown without them]",
        ),
        (
            P::FromLinkedData,
            "the text [comes from the page’s metadata (JSON-LD)], which has more of it than the page itself",
        ),
        (
            P::NoArticleInPage,
            "no article was found in this page; [all its text is shown]",
        ),
        (
            P::Mojibake { count: 2 },
            "2 characters were written in the wrong encoding; [they are put right]",
        ),
        (
            P::JoinedWords { count: 2 },
            "2 words divided at the ends of lines [are joined]",
        ),
        (
            P::LeftOut { what, count: 8 },
            "8 headings with nothing under them [are left out]",
        ),
    ]
}

/// The arrays above have room for as many examples as there are variants, so that a new
/// variant needs one; here each variant has one.
#[test]
fn each_problem_has_an_example() {
    fn differ<P, const N: usize>(examples: &[(P, &str); N]) -> bool {
        let kinds: HashSet<_> = examples.iter().map(|(one, _)| discriminant(one)).collect();
        kinds.len() == N
    }
    assert!(differ(&of_files()));
    assert!(differ(&of_encodings()));
    assert!(differ(&of_fields()));
    assert!(differ(&of_annotations()));
    assert!(differ(&of_bundles()));
    assert!(differ(&of_markdown()));
    assert!(differ(&of_texts()));
    let groups = examples();
    let groups: HashSet<_> = groups.iter().map(|(one, _)| discriminant(one)).collect();
    assert_eq!(groups.len(), Problem::COUNT);
    let of_data = examples();
    let of_data = of_data.iter().filter_map(|(one, _)| match one {
        Problem::Data(one) => Some(discriminant(one)),
        _ => None,
    });
    assert_eq!(of_data.collect::<HashSet<_>>().len(), DataProblem::COUNT);
}

#[test]
fn each_sentence_says_what_is_wrong_and_what_to_do() {
    let mut sentences = HashSet::new();
    for (problem, marked) in examples() {
        let sentence = problem.to_string();
        assert_eq!(sentence, marked.replace(['[', ']'], ""));
        let (_, rest) = marked.split_once('[').unwrap();
        let (to_do, _) = rest.split_once(']').unwrap();
        assert!(to_do.len() > 5, "{marked}");
        assert!(!sentence.ends_with('.'), "{sentence}");
        // Two problems of different groups may be reported in the same words.
        sentences.insert((discriminant(&problem), sentence));
    }
    assert_eq!(sentences.len(), examples().len());
}

#[test]
fn excerpts_are_short_words() {
    for (json, excerpt) in [
        ("null", ""),
        ("7", "7"),
        ("7.5", "a number"),
        ("true", "true"),
        ("\"words\"", "words"),
        ("\"\"", ""),
        ("[1,2]", "a list of 2"),
        ("{\"a\":1}", "an object with a"),
        (
            "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1}",
            "an object with a, b, c, d, e, f",
        ),
    ] {
        let value = parse_json(json).unwrap();
        assert_eq!(Excerpt::from(&value).to_string(), excerpt, "{json}");
    }
    let long = Value::from("é".repeat(121));
    let cut = format!("{}…", "é".repeat(120));
    assert_eq!(Excerpt::from(&long).to_string(), cut);
}
