//! Numbers and kinds within sentences are in the right words.

use std::collections::HashSet;

use strum::VariantArray;

use super::*;
use crate::json::JsonReason;

#[test]
fn words_within_sentences_are_right() {
    for (problem, sentence) in [
        (
            EncodingProblem::Binary(BinaryKind::Riff).into(),
            "this is a picture, a sound or a film and not text; save the article as text or HTML",
        ),
        (
            EncodingProblem::Binary(BinaryKind::Spreadsheet).into(),
            "this is a spreadsheet and not text; save it as CSV with a column called “text”",
        ),
        (
            EncodingProblem::Binary(BinaryKind::OldWord).into(),
            "this is an old Word document (DOC) and not text; save it as DOCX, text or HTML",
        ),
        (
            EncodingProblem::Binary(BinaryKind::Epub).into(),
            "this is an EPUB book and not text; save the chapter as HTML or text",
        ),
        (
            EncodingProblem::Binary(BinaryKind::EncryptedOffice).into(),
            "this is an encrypted office document and not text; open it in the program that it comes from, and save it without a password",
        ),
        (
            DataProblem::from(FieldProblem::Not(Expected::Date)).into(),
            "this is not a date",
        ),
        (
            DataProblem::from(FieldProblem::Not(Expected::WebAddress)).into(),
            "this is not an address of a web page",
        ),
        (
            DataProblem::from(FieldProblem::Not(Expected::WikidataId)).into(),
            "this is not a Wikidata item; write it as Q and a number, or leave it out",
        ),
        (
            DataProblem::from(FieldProblem::Not(Expected::Stance)).into(),
            "this is not one of states, denies, criticises, supports, warns, promises, asks, declines",
        ),
        (
            TextProblem::ControlCharacters { count: 1 }.into(),
            "1 control character is left out",
        ),
        (
            EncodingProblem::Invalid {
                count: 1,
                encoding: "UTF-8".to_owned(),
            }
            .into(),
            "1 place is not UTF-8; it is shown as “\u{FFFD}”",
        ),
        (
            MarkdownProblem::Footnotes { count: 2 }.into(),
            "2 footnotes are left out",
        ),
        (
            MarkdownProblem::More {
                count: 1,
                kind: Unshown::Html,
            }
            .into(),
            "1 more piece of HTML, as reported above",
        ),
        (
            MarkdownProblem::More {
                count: 1,
                kind: Unshown::Picture,
            }
            .into(),
            "1 more picture, as reported above",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::Pictures,
                count: 1,
            }
            .into(),
            "1 picture with its caption is left out",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::Pictures,
                count: 2,
            }
            .into(),
            "2 pictures with their captions are left out",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::LinkLists,
                count: 1,
            }
            .into(),
            "1 list of links is left out",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::LinkLists,
                count: 2,
            }
            .into(),
            "2 lists of links are left out",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::Headings,
                count: 1,
            }
            .into(),
            "1 heading with nothing under it is left out",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::Links,
                count: 1,
            }
            .into(),
            "1 link does not lead to a web page; its words are shown without it",
        ),
        (
            TextProblem::LeftOut {
                what: LeftOut::Links,
                count: 2,
            }
            .into(),
            "2 links do not lead to a web page; their words are shown without them",
        ),
        (
            TextProblem::Mojibake { count: 1 }.into(),
            "1 character was written in the wrong encoding; it is put right",
        ),
        (
            TextProblem::JoinedWords { count: 1 }.into(),
            "1 word divided at the end of a line is joined",
        ),
    ] {
        let problem: Problem = problem;
        assert_eq!(problem.to_string(), sentence);
    }
    for (what, one, several) in [
        (
            LeftOut::Comments,
            "1 comment in the margin is left out",
            "2 comments in the margin are left out",
        ),
        (
            LeftOut::Attachments,
            "1 attachment is left out",
            "2 attachments are left out",
        ),
        (LeftOut::Notes, "1 note is left out", "2 notes are left out"),
        (
            LeftOut::Deletions,
            "1 tracked deletion is left out",
            "2 tracked deletions are left out",
        ),
        (
            LeftOut::RunningHeads,
            "1 line at the top or bottom of a page is left out",
            "2 lines at the tops or bottoms of pages are left out",
        ),
        (
            LeftOut::TurnedLines,
            "1 line that runs up or down the page is left out",
            "2 lines that run up or down the page are left out",
        ),
        (
            LeftOut::PagesWithoutText,
            "1 page without text is left out",
            "2 pages without text are left out",
        ),
        (
            LeftOut::UnreadPages,
            "1 page that cannot be read is left out",
            "2 pages that cannot be read are left out",
        ),
    ] {
        for (count, sentence) in [(1, one), (2, several)] {
            let problem: Problem = TextProblem::LeftOut { what, count }.into();
            assert_eq!(problem.to_string(), sentence);
        }
    }
    let reasons = JsonReason::VARIANTS.iter().map(ToString::to_string);
    let reasons: HashSet<String> = reasons.filter(|reason| !reason.is_empty()).collect();
    assert_eq!(reasons.len(), JsonReason::VARIANTS.len());
}
