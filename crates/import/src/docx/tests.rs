//! Small documents, each made in the test.

use super::*;
use crate::archive::tests::zipped;
use model::{BlockKind, InlineStyle};

const RELATIONSHIPS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="rId7" Type="hyperlink" Target="https://a.example/plan" TargetMode="External"/></Relationships>"#;
const STYLES: &str = r#"<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style></w:styles>"#;

fn document(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#
    );
    let mut files = vec![
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", RELATIONSHIPS),
        ("word/document.xml", document.as_str()),
        ("word/_rels/document.xml.rels", LINKS),
        ("word/styles.xml", STYLES),
    ];
    files.extend(more);
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    zipped(&files.collect::<Vec<_>>())
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn styled(style: &str, words: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#)
}

fn read(body: &str, more: &[(&str, &str)]) -> (Article, Vec<String>) {
    let (mut articles, told) = articles_in_docx("a", "a.docx", &document(body, more));
    let told = told.iter().map(Diagnostic::what);
    let told: Vec<String> = told.collect();
    assert_eq!(articles.len(), 1, "{told:?}");
    (articles.remove(0), told)
}

#[test]
fn paragraphs_have_their_kinds_in_any_language_of_the_program() {
    let item = r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>"#;
    let outline =
        r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Deep</w:t></w:r></w:p>"#;
    let row = |a: &str, b: &str| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", p(a), p(b));
    let body = [
        styled("Titel", "Ferry line"),
        p("By Nora Whitlock"),
        p("14 May 2025"),
        p("The council approved a line."),
        styled("berschrift1", "The cost"),
        styled("Mine", "The price"),
        outline.to_owned(),
        item.to_owned(),
        styled("Loop", "It ends."),
        format!("<w:tbl>{}{}</w:tbl>", row("Boats", "2"), row("Piers", "3")),
    ]
    .concat();
    let (article, told) = read(&body, &[]);
    let metadata = &article.metadata;
    assert_eq!(metadata.title, "Ferry line");
    assert_eq!(metadata.author.as_deref(), Some("Nora Whitlock"));
    assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
    assert_eq!(metadata.language, "en-GB");
    let blocks = article.blocks.iter();
    let blocks: Vec<(BlockKind, &str)> = blocks
        .map(|block| (block.kind, block.range.of(&article.text)))
        .collect();
    assert_eq!(
        blocks,
        [
            (BlockKind::Paragraph, "The council approved a line."),
            (BlockKind::Heading(2), "The cost"),
            (BlockKind::Heading(2), "The price"),
            (BlockKind::Heading(3), "Deep"),
            (BlockKind::ListItem, "Item"),
            (BlockKind::Paragraph, "It ends."),
            (BlockKind::Paragraph, "Boats | 2"),
            (BlockKind::Paragraph, "Piers | 3"),
        ]
    );
    assert_eq!(told, [] as [String; 0]);
}

#[test]
fn what_is_beside_the_text_is_left_out_and_reported() {
    let text = r#"<w:p><w:r><w:t xml:space="preserve">It costs </w:t></w:r><w:del w:id="1"><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>nine</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> million</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>"#;
    let joined = r#"<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>"#;
    let picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>";
    let boxed = format!(
        "<w:p><w:r><w:t>Around.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        p("In a box.")
    );
    let body = format!(
        "{}{text}{joined}{}{picture}{boxed}",
        p("Head"),
        p("paragraph.")
    );
    let more = [
        ("word/header1.xml", "<w:hdr><w:t>The Observer</w:t></w:hdr>"),
        ("word/footer1.xml", "<w:ftr><w:t>1</w:t></w:ftr>"),
        (
            "word/comments.xml",
            "<w:comments><w:t>Check this</w:t></w:comments>",
        ),
    ];
    let (article, told) = read(&body, &more);
    assert_eq!(
        article.text,
        "It costs nine million.\n\nOne paragraph.\n\nAround.\n\nIn a box."
    );
    for sentence in [
        "1 comment in the margin is left out",
        "1 note is left out",
        "2 tracked deletions are left out",
        "1 hidden passage is left out",
        "1 picture, chart or other object is left out",
        "1 line at the top or bottom of a page is left out",
    ] {
        assert!(told.iter().any(|it| it == sentence), "{sentence}: {told:?}");
    }
}

#[test]
fn links_fields_and_styles_are_kept() {
    let body = r#"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r><w:r><w:t xml:space="preserve"> and </w:t></w:r><w:hyperlink r:id="rId7"><w:r><w:t>the plan</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>on </w:t><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://a.example/x" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>a page</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/><w:t>.</w:t></w:r></w:p>"#;
    let (article, _) = read(body, &[]);
    assert_eq!(article.text, "Bold and the plan\non a page.");
    let inlines = article.blocks[0].inlines.iter();
    let inlines: Vec<(&str, &InlineStyle)> = inlines
        .map(|inline| (inline.range.of(&article.text), &inline.style))
        .collect();
    let link = |address: &str| InlineStyle::Link(WebUrl::parse(address).unwrap());
    assert_eq!(
        inlines,
        [
            ("Bold", &InlineStyle::Strong),
            ("the plan", &link("https://a.example/plan")),
            ("a page", &link("https://a.example/x")),
        ]
    );
}

#[test]
fn the_document_says_what_its_text_does_not() {
    for (core, title, author, date) in [
        (
            "<dc:title>Ferry</dc:title><dc:creator>Ann Lee;Tom Hale</dc:creator><dcterms:created>2025-05-14T09:00:00Z</dcterms:created><dcterms:modified>2025-05-15T09:00:00Z</dcterms:modified>",
            "Ferry",
            Some("Ann Lee, Tom Hale"),
            Some("2025-05-14"),
        ),
        (
            "<dc:title></dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2013-05-14T09:00:00Z</dcterms:created><dcterms:modified>2025-05-15T09:00:00Z</dcterms:modified>",
            "a",
            Some("Ann Lee"),
            None,
        ),
        (
            "<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>",
            "a",
            None,
            None,
        ),
    ] {
        let core = format!("<cp:coreProperties>{core}</cp:coreProperties>");
        let body = p("It rains. It will rain.");
        let (article, _) = read(&body, &[("docProps/core.xml", &core)]);
        let metadata = article.metadata;
        assert_eq!(metadata.title, title);
        assert_eq!(metadata.author.as_deref(), author);
        let published = metadata.published.map(|date| date.to_string());
        assert_eq!(published.as_deref(), date);
    }
}

#[test]
fn documents_that_cannot_be_read_say_why() {
    let whole = document(&p("It rains. It will rain."), &[]);
    let without = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/x.xml", b"")]);
    for (bytes, problem) in [
        (document("", &[]), FileProblem::NoWords),
        (without, FileProblem::Damaged(BinaryKind::Word)),
    ] {
        let (articles, told) = articles_in_docx("a", "a.docx", &bytes);
        assert!(articles.is_empty());
        assert_eq!(told[0].problem, problem.into());
    }
    let mut read_in_part = 0;
    for at in 0..whole.len() {
        let (articles, told) = articles_in_docx("a", "a.docx", &whole[..at]);
        assert!(!told.is_empty(), "{at}");
        read_in_part += articles.len();
    }
    assert!(read_in_part > 0);
}

#[test]
fn fields_without_an_end_lose_no_words() {
    let body = format!(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>{}"#,
        p("It rains. It will rain.")
    );
    assert_eq!(read(&body, &[]).0.text, "It rains. It will rain.");
}
