//! Small RTF documents.

use super::*;
use crate::file::read as read_file;
use model::{BlockKind, InlineStyle};

fn read(rtf: &str) -> (Article, Vec<String>) {
    let (mut articles, told) = read_file("a.rtf", rtf.as_bytes());
    let told: Vec<String> = told.iter().map(Diagnostic::what).collect();
    assert_eq!(articles.len(), 1, "{told:?}");
    (articles.remove(0), told)
}

#[test]
fn characters_are_decoded_by_code_page_font_and_code() {
    for (rtf, text) in [
        (
            r"{\rtf1\ansi\ansicpg1252 caf\'e9 \'93so\'94 \emdash  it.}",
            "café “so” — it.",
        ),
        (r"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}", "При"),
        (r"{\rtf1\ansi\ansicpg932 \'93\'fa\'96{\'7b}}", "日\u{FFFD}{"),
        (r"{\rtf1\ansi\ansicpg932 \'93\'fa\'96\'7b.}", "日本."),
        (
            r"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\f1 \'cf\f0  \'e9}",
            "П é",
        ),
        (
            r"{\rtf1\uc1 \u1055?\u-10179?\u-8704? \u8220\'93x}",
            "П😀 “x",
        ),
        (r"{\rtf1{\uc2\u20013\'d6\'d0}\u233?.}", "中é."),
        (r"{\rtf1\mac caf\'8e}", "café"),
        (
            r"{\rtf1 a\~b\_c\-d \{e\}\line f}",
            "a\u{A0}b\u{2011}cd {e}\nf",
        ),
        (
            r"{\rtf1{\upr{no}{\*\ud{yes}}}{\*\unknown no}{\bin2 }}}es}",
            "yeses",
        ),
    ] {
        assert_eq!(read(rtf).0.text, text, "{rtf}");
    }
}

#[test]
fn paragraphs_have_their_kinds() {
    let rtf = r#"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s5 Title;}}{\info{\title Other}{\author Ann Lee}{\creatim\yr2025\mo5\dy14\hr9}}
\pard\s5 Ferry line\par
\pard By Nora Whitlock\par
\pard The {\b council} approved {\field{\*\fldinst{HYPERLINK "https://a.example/plan"}}{\fldrslt the plan}}.\par
\pard\s1 The cost\par
{\listtext\bullet\tab}\pard\ls1 Item\par
\trowd\pard\intbl Boats\cell 2\cell\row
\trowd\pard\intbl Piers\cell 3\cell\row
\pard End.}"#;
    let (article, told) = read(rtf);
    assert_eq!(article.metadata.title, "Ferry line");
    assert_eq!(article.metadata.author.as_deref(), Some("Nora Whitlock"));
    let published = article.metadata.published.unwrap();
    assert_eq!(published.to_string(), "2025-05-14");
    let blocks: Vec<(BlockKind, &str)> = article
        .blocks
        .iter()
        .map(|block| (block.kind, block.range.of(&article.text)))
        .collect();
    assert_eq!(
        blocks,
        [
            (BlockKind::Paragraph, "The council approved the plan."),
            (BlockKind::Heading(2), "The cost"),
            (BlockKind::ListItem, "Item"),
            (BlockKind::Paragraph, "Boats | 2"),
            (BlockKind::Paragraph, "Piers | 3"),
            (BlockKind::Paragraph, "End."),
        ]
    );
    let styles: Vec<&InlineStyle> = article.blocks[0]
        .inlines
        .iter()
        .map(|it| &it.style)
        .collect();
    assert!(
        matches!(
            styles.as_slice(),
            [InlineStyle::Strong, InlineStyle::Link(_)]
        ),
        "{told:?}"
    );
}

#[test]
fn a_row_without_an_end_ends_with_its_table() {
    let (article, _) =
        read(r"{\rtf1 Head\par\trowd\pard\intbl Boats\cell 2\cell\pard One.\par Two.\par}");
    assert_eq!(article.text, "Boats | 2\n\nOne.\n\nTwo.");
}

#[test]
fn what_is_beside_the_text_is_left_out_and_reported() {
    let (article, told) = read(
        r"{\rtf1{\header The Observer}{\footer 1}It costs {\deleted ten }{\revised nine} million{\footnote A note.}{\*\annotation Check.}{\v secret}{\pict 0011}{\*\shppict{\pict 22}}{\nonshppict{\pict 22}}. It is so.\par}",
    );
    assert_eq!(article.text, "It costs nine million. It is so.");
    for sentence in [
        "1 comment in the margin is left out",
        "1 note is left out",
        "1 tracked deletion is left out",
        "1 hidden passage is left out",
        "2 pictures, charts and other objects are left out",
        "1 line at the top or bottom of a page is left out",
    ] {
        assert!(told.iter().any(|it| it == sentence), "{sentence}: {told:?}");
    }
}

#[test]
fn downloads_of_press_databases_are_divided() {
    let nexis = r"{\rtf1\pard 1 of 2 DOCUMENTS\par\par The Observer\par\par May 14, 2025 Wednesday\par First Edition\par\par Ferry line\par\par BYLINE: Ann Lee\par\par The council met.\par\par LOAD-DATE: May 14, 2025\par\par 2 of 2 DOCUMENTS\par\par The Herald\par\par May 13, 2025\par\par Library\par\par It closes.\par}";
    let row = |code: &str, value: &str| format!(r"\trowd\pard\intbl {code}\cell {value}\cell\row ");
    let factiva = [
        r"{\rtf1 ".to_owned(),
        row("HD", "Ferry line"),
        row("BY", "Ann Lee"),
        row("PD", "14 May 2025"),
        row("SN", "The Observer"),
        row("LP", r"The council met.\par It rained."),
        row("AN", "Document OBS1"),
        r"\pard\par ".to_owned(),
        row("HD", "Library"),
        row("PD", "13 May 2025"),
        row("TD", "It closes."),
        row("AN", "Document HER1"),
        "}".to_owned(),
    ];
    for rtf in [nexis.to_owned(), factiva.concat()] {
        let (articles, told) = read_file("a.rtf", rtf.as_bytes());
        let [first, second] = articles.as_slice() else {
            panic!("two articles of {rtf}: {told:?}");
        };
        assert_eq!(first.metadata.title, "Ferry line");
        assert_eq!(first.metadata.author.as_deref(), Some("Ann Lee"));
        assert_eq!(first.metadata.published.unwrap().to_string(), "2025-05-14");
        assert!(first.text.starts_with("The council met."), "{}", first.text);
        assert_eq!(second.metadata.title, "Library");
        assert_eq!(second.text, "It closes.");
    }
}

#[test]
fn a_document_that_is_cut_off_is_read_as_far_as_it_goes() {
    let rtf = r"{\rtf1{\fonttbl{\f0 A;}}It rains. {\b It will rain.\par";
    let (article, told) = read(rtf);
    assert_eq!(article.text, "It rains. It will rain.");
    assert!(
        told.iter().any(|it| it.contains("ends too early")),
        "{told:?}"
    );
    for at in 5..rtf.len() {
        let _ = read_file("a.rtf", &rtf.as_bytes()[..at]);
    }
    let deep = format!("{{\\rtf1 {}x", "{\\b ".repeat(50_000));
    assert_eq!(read(&deep).0.text, "x");
}
