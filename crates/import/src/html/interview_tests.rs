//! Interviews keep their questions, however a page marks them.

use crate::file::read;
use model::{BlockKind, InlineStyle};

const ANSWER: &str = "We had waited for two years, and nobody on the council, or anywhere else in the town, had expected that it would take so long, or cost so much.";

/// The kinds and words of the blocks, with `*` around words in bold.
fn blocks(body: &str) -> Vec<(BlockKind, String)> {
    let page = format!(
        "<!DOCTYPE html><html><head><title>An interview</title></head><body><header><a href=/>Home</a></header><article><h1>An interview</h1>{body}</article></body></html>"
    );
    let (articles, _) = read("a.html", page.as_bytes());
    let article = &articles[0];
    let blocks = article.blocks.iter().map(|block| {
        let words = block.range.of(&article.text);
        let bold = block
            .inlines
            .iter()
            .find(|it| it.style == InlineStyle::Strong);
        let words = match bold.map(|it| it.range.of(&article.text)) {
            Some(bold) => words.replacen(bold, &format!("*{bold}*"), 1),
            None => words.to_owned(),
        };
        (block.kind, words)
    });
    blocks.collect()
}

#[test]
fn questions_stay_paragraphs_that_can_be_told_from_answers() {
    let paragraph = |words: &str| (BlockKind::Paragraph, words.to_owned());
    for (one, question) in [
        (
            "<p><strong>Why did it take so long?</strong></p><p>{}</p>",
            "*Why did it take so long?*",
        ),
        (
            "<p><b>Why did it <em>take</em> so long?</b></p><p>{}</p>",
            "*Why did it take so long?*",
        ),
        (
            "<p><span style=\"font-weight:bold\">Why did it take so long?</span></p><p>{}</p>",
            "*Why did it take so long?*",
        ),
        (
            "<p>Q: Why did it take so long?</p><p>{}</p>",
            "Q: Why did it take so long?",
        ),
        ("<div><strong>Why?</strong></div><div>{}</div>", "*Why?*"),
    ] {
        let one = one.replace("{}", ANSWER);
        let expected = [paragraph(question), paragraph(ANSWER)];
        let expected = [&expected[..], &expected[..], &expected[..]].concat();
        assert_eq!(blocks(&one.repeat(3)), expected, "{one}");
    }
}

#[test]
fn questions_and_answers_in_one_paragraph_or_list_are_kept() {
    for one in [
        "<p><strong>Why did it take so long?</strong><br>{}</p>",
        "<p><strong>Observer: Why did it take so long?</strong> {}</p>",
        "<dl><dt>Why did it take so long?</dt><dd>{}</dd></dl>",
        "<h3>Why did it take so long?</h3><p>{}</p>",
    ] {
        let one = one.replace("{}", ANSWER);
        let blocks = blocks(&one.repeat(3));
        let text = blocks.iter().map(|(_, words)| words.replace('*', ""));
        let text = text.collect::<Vec<_>>().join("\n");
        assert_eq!(text.matches("Why did it take so long?").count(), 3, "{one}");
        assert_eq!(text.matches(ANSWER).count(), 3, "{one}");
    }
}
