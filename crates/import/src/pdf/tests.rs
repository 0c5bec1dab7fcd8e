//! Layouts as PDF files have them, and the articles that they are.

use serde_json::{Value, json};

use super::*;
use model::BlockKind::{Heading, ListItem, Paragraph};

/// A line: left edge, base line, size, font, words.
type Drawn<'a> = (f64, f64, f64, &'a str, &'a str);

/// A page of 400 by 600 points, on which a letter is half as wide as its font is high.
fn page(lines: &[Drawn<'_>]) -> Value {
    let run = |(x, y, size, font, text): &Drawn<'_>| {
        json!({
            "text": text, "x": x, "y": y, "width": text.chars().count() as f64 * size / 2.0,
            "size": size, "font": font, "is_end": true, "is_turned": false,
        })
    };
    json!({ "height": 600.0, "runs": lines.iter().map(run).collect::<Vec<_>>() })
}

fn read_file(layout: &Value) -> (Option<Article>, Vec<String>) {
    let json = json!({ "pdf": layout }).to_string();
    assert!(is_layout(json.as_bytes()));
    let (article, told) = article_from_layout("a", "a.pdf", json.as_bytes());
    let told = told.iter().map(ToString::to_string).collect();
    (article, told)
}

fn read_pages(pages: &[Value]) -> (Article, Vec<String>) {
    let (article, told) = read_file(&json!({ "pages": pages }));
    (article.unwrap(), told)
}

fn blocks(article: &Article) -> Vec<(BlockKind, &str)> {
    let blocks = article.blocks.iter();
    blocks
        .map(|block| (block.kind, block.range.of(&article.text)))
        .collect()
}

#[test]
fn lines_become_paragraphs_and_headings() {
    let (article, told) = read_pages(&[
        page(&[
            (180.0, 20.0, 8.0, "f", "The Tarn Lantern"),
            (40.0, 80.0, 24.0, "b", "Ferry line approved"),
            (40.0, 110.0, 10.0, "f", "By Nora Whitlock"),
            (40.0, 130.0, 10.0, "f", "12 May 2025"),
            (
                40.0,
                160.0,
                10.0,
                "f",
                "The council approved a new ferry line on Tuesday after a repre-",
            ),
            (
                40.0,
                172.0,
                10.0,
                "f",
                "sentation of the captains. Nobody of the whole town objected to",
            ),
            (40.0, 184.0, 10.0, "f", "it at all."),
            (
                52.0,
                196.0,
                10.0,
                "f",
                "“We have waited long enough,” said the mayor in the town hall",
            ),
            (40.0, 208.0, 10.0, "f", "of Braga, to much applause."),
            (40.0, 240.0, 10.0, "b", "What it costs"),
            (
                40.0,
                260.0,
                10.0,
                "f",
                "Tom Reyes said the line would cost too much, and that nobody",
            ),
            (195.0, 590.0, 8.0, "f", "1"),
        ]),
        page(&[
            (180.0, 20.0, 8.0, "f", "The Tarn Lantern"),
            (40.0, 80.0, 10.0, "f", "had seen the figures."),
            (40.0, 100.0, 10.0, "f", "• two boats"),
            (40.0, 112.0, 10.0, "f", "• one pier"),
            (195.0, 590.0, 8.0, "f", "2"),
        ]),
    ]);
    assert_eq!(article.metadata.title, "Ferry line approved");
    assert_eq!(article.metadata.author.as_deref(), Some("Nora Whitlock"));
    let published = article.metadata.published.map(|date| date.to_string());
    assert_eq!(published.as_deref(), Some("2025-05-12"));
    assert_eq!(
        blocks(&article),
        [
            (
                Paragraph,
                "The council approved a new ferry line on Tuesday after a representation of the captains. Nobody of the whole town objected to it at all."
            ),
            (
                Paragraph,
                "“We have waited long enough,” said the mayor in the town hall of Braga, to much applause."
            ),
            (Heading(2), "What it costs"),
            (
                Paragraph,
                "Tom Reyes said the line would cost too much, and that nobody had seen the figures."
            ),
            (ListItem, "two boats"),
            (ListItem, "one pier"),
        ]
    );
    for words in ["largest letters", "1 word divided", "4 lines at the tops"] {
        assert!(
            told.iter().any(|line| line.contains(words)),
            "{words}: {told:?}"
        );
    }
}

#[test]
fn text_goes_on_in_the_next_column() {
    let (article, _) = read_pages(&[page(&[
        (40.0, 100.0, 10.0, "f", "The council approved a new"),
        (40.0, 112.0, 10.0, "f", "ferry line on Tuesday, and"),
        (220.0, 100.0, 10.0, "f", "nobody objected to it."),
        (220.0, 124.0, 10.0, "f", "It opens in spring."),
    ])]);
    assert_eq!(
        blocks(&article),
        [
            (
                Paragraph,
                "The council approved a new ferry line on Tuesday, and nobody objected to it."
            ),
            (Paragraph, "It opens in spring."),
        ]
    );
}

#[test]
fn notes_and_their_marks_are_left_out() {
    let mut page = page(&[
        (
            40.0,
            100.0,
            10.0,
            "f",
            "The council approved a new ferry line",
        ),
        (225.0, 96.0, 6.0, "f", "12"),
        (40.0, 112.0, 10.0, "f", "of 5 km"),
        (75.0, 108.0, 6.0, "f", "2"),
        (40.0, 540.0, 7.0, "f", "12 Minutes of the council, page 4."),
    ]);
    for at in [0, 2] {
        page["runs"][at]["is_end"] = json!(false);
    }
    let (article, told) = read_pages(&[page]);
    assert_eq!(
        article.text,
        "The council approved a new ferry line of 5 km2"
    );
    assert!(
        told.iter().any(|line| line.contains("1 note is left out")),
        "{told:?}"
    );
}

#[test]
fn printed_pages_have_their_address() {
    let (article, _) = read_pages(&[page(&[
        (20.0, 15.0, 8.0, "f", "11/30/26, 3:59 PM"),
        (180.0, 15.0, 8.0, "f", "Ferry line approved"),
        (
            40.0,
            100.0,
            10.0,
            "f",
            "The council approved a new ferry line.",
        ),
        (20.0, 590.0, 8.0, "f", "https://lantern.example/ferry"),
        (370.0, 590.0, 8.0, "f", "1/1"),
    ])]);
    let address = article.metadata.url.map(|url| url.to_string());
    assert_eq!(address.as_deref(), Some("https://lantern.example/ferry"));
    assert_eq!(article.text, "The council approved a new ferry line.");
}

#[test]
fn large_first_letters_belong_to_their_words() {
    let (article, _) = read_pages(&[page(&[
        (40.0, 112.0, 30.0, "f", "T"),
        (
            60.0,
            100.0,
            10.0,
            "f",
            "he council approved a new ferry line,",
        ),
        (60.0, 112.0, 10.0, "f", "and nobody objected to it."),
    ])]);
    assert_eq!(
        article.text,
        "The council approved a new ferry line, and nobody objected to it."
    );
}

#[test]
fn stated_titles_are_taken_unless_a_program_made_them_up() {
    let text = page(&[(
        40.0,
        100.0,
        10.0,
        "f",
        "The council approved it, and it was so.",
    )]);
    for (stated, title) in [
        ("Ferry line approved", "Ferry line approved"),
        ("Microsoft Word - ferry.docx", "a"),
        ("ferry final.pdf", "a"),
        ("", "a"),
    ] {
        let (article, _) = read_file(&json!({ "title": stated, "pages": [text] }));
        assert_eq!(article.unwrap().metadata.title, title, "{stated}");
    }
}

#[test]
fn files_without_words_say_why() {
    let empty = page(&[]);
    for (layout, words) in [
        (json!({ "pages": [empty] }), "pictures without text"),
        (json!({ "fault": "PasswordException" }), "encrypted"),
        (json!({ "fault": "InvalidPDFException" }), "damaged"),
        (json!({ "pages": [null] }), "damaged"),
        (json!({ "pages": 3 }), "damaged"),
    ] {
        let (article, told) = read_file(&layout);
        assert_eq!(article, None);
        assert!(
            told.iter().any(|line| line.contains(words)),
            "{words}: {told:?}"
        );
    }
    let text = page(&[(40.0, 100.0, 10.0, "f", "The council approved it.")]);
    let (_, told) = read_file(&json!({ "pages": [text, null, page(&[])], "unread": 2 }));
    assert!(
        told.iter()
            .any(|line| line.contains("3 pages that cannot be read"))
    );
    assert!(told.iter().any(|line| line.contains("1 page without text")));
}

#[test]
fn words_from_right_to_left_are_in_the_order_of_reading() {
    // As Chromium prints it: letters in their forms one by one, from left to right.
    let mut drawn = page(&[(40.0, 100.0, 10.0, "f", "")]);
    let runs = ["A", " ", "B", " ", "ﻊ", "ﻣ", " ", "ﺖ", "ﻴ", "ﺑ", " ", "12"];
    let runs = runs.iter().enumerate().map(|(at, text)| {
        json!({
            "text": text, "x": 40.0 + 20.0 * at as f64, "y": 100.0, "width": 20.0, "size": 10.0,
            "font": "f", "is_end": at == 11, "is_turned": false,
        })
    });
    drawn["runs"] = runs.collect();
    let (article, _) = read_pages(&[drawn]);
    assert_eq!(article.text, "12 بيت مع A B");
}
