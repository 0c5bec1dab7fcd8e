//! The shapes of the inputs, and what is done with each.

use std::hint::black_box;

use annotate::annotate_text;
use explore::from_hash;
use formats::Format;
use import::{article_from_markdown, read};
use search::{ArticleIndex, Hits, Query};
use serde_json::json;

use super::annotated::{annotations, exported, passage, prose, replayed, reread};

/// What is measured.
pub(super) type Work = Box<dyn FnOnce()>;

/// A kind of input.
pub(super) struct Shape {
    /// The name.
    pub(super) name: &'static str,
    /// Makes an input of about this many bytes, and returns what is done with it.
    pub(super) prepare: fn(usize) -> Work,
}

const fn shape(name: &'static str, prepare: fn(usize) -> Work) -> Shape {
    Shape { name, prepare }
}

/// Every shape, in the order of the table.
pub(super) const SHAPES: &[Shape] = &[
    shape("text", |bytes| reading("a.txt", prose(bytes))),
    shape("text: signs", |bytes| {
        reading("a.txt", filled("\u{200F}", bytes))
    }),
    shape("markdown: [", |bytes| reading("a.md", filled("[", bytes))),
    shape("markdown: ](", |bytes| reading("a.md", filled("](", bytes))),
    shape("markdown: ![](", |bytes| {
        reading("a.md", filled("![a](", bytes))
    }),
    shape("markdown: `", |bytes| {
        let run = |length| "`".repeat(length) + "a ";
        let runs = (1..).map(run).scan(0, |sum, run| {
            *sum += run.len();
            (*sum < bytes).then_some(run)
        });
        reading("a.md", runs.collect())
    }),
    shape("markdown: *a _b", |bytes| {
        reading("a.md", filled("*a _b **c ", bytes))
    }),
    shape("markdown: <a", |bytes| {
        reading("a.md", filled("<a b='<!-- <![CDATA[ ", bytes))
    }),
    shape("markdown: > >", |bytes| {
        reading("a.md", filled("> ", bytes))
    }),
    shape("markdown: signs", |bytes| {
        reading("a.md", filled("\u{200F}\u{200B}", bytes))
    }),
    shape("html: nested", |bytes| {
        reading("a.html", filled("<div><b>a", bytes))
    }),
    shape("html: attributes", |bytes| {
        let named: String = (0..bytes / 10).map(|it| format!(" a{it}='b'")).collect();
        reading("a.html", format!("<p{named}>One two three.</p>"))
    }),
    shape("html: unclosed", |bytes| {
        reading("a.html", filled("<p><i><a href='b", bytes))
    }),
    shape("html: tables", |bytes| {
        reading("a.html", filled("<table><tr><td>a", bytes))
    }),
    shape("html: paragraphs", |bytes| {
        reading(
            "a.html",
            filled(
                "<p>One two three, <a href='b'>four</a> five six.</p>",
                bytes,
            ),
        )
    }),
    shape("json: nested", |bytes| {
        reading("a.json", filled("[{\"a\":", bytes))
    }),
    shape("json: records", |bytes| {
        let record = json!({ "title": "One", "text": "One two three four five six." });
        reading(
            "a.json",
            format!("[{}{record}]", filled(&format!("{record},"), bytes)),
        )
    }),
    shape("mail: parts", |bytes| {
        let head = "MIME-Version: 1.0\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n";
        let part = "--b\nContent-Type: text/plain\n\nOne two three.\n\n";
        reading("a.eml", format!("{head}{}", filled(part, bytes)))
    }),
    shape("feed: items", |bytes| {
        let item = "<item><title>One</title><description>One two three.</description></item>";
        reading(
            "a.rss",
            format!("<rss><channel>{}</channel></rss>", filled(item, bytes)),
        )
    }),
    shape("subtitles: cues", |bytes| {
        let cue = "1\n00:00:01,000 --> 00:00:02,000\nOne two three.\n\n";
        reading("a.srt", filled(cue, bytes))
    }),
    shape("quotes: missing", |bytes| {
        annotations(bytes, "claims", |random, words, number| {
            let words = format!("{} and not {number}", passage(random, words));
            json!({ "id": format!("c{number}"), "content": [{ "exact": words }] })
        })
    }),
    shape("quotes: present", |bytes| {
        annotations(bytes, "claims", |random, words, number| {
            let exact = passage(random, words);
            json!({ "id": format!("c{number}"), "content": [{ "exact": exact }] })
        })
    }),
    shape("quotes: one letter", |bytes| {
        annotations(bytes, "claims", |random, words, number| {
            let (prefix, suffix) = (passage(random, words) + " ", passage(random, words));
            let quote = json!({ "exact": "a", "prefix": prefix, "suffix": suffix });
            json!({ "id": format!("c{number}"), "content": [quote] })
        })
    }),
    shape("names: missing", |bytes| {
        annotations(
            bytes,
            "entities",
            |_, _, number| json!({ "name": format!("Nobody {number}") }),
        )
    }),
    shape("names: one", |bytes| {
        annotations(
            bytes,
            "entities",
            |_, words, _| json!({ "name": words.first() }),
        )
    }),
    shape("names: aliases", |bytes| {
        annotations(bytes, "entities", |random, words, number| {
            let aliases: Vec<String> = (0..20).map(|_| passage(random, words)).collect();
            json!({ "name": format!("N{number}"), "aliases": aliases })
        })
    }),
    shape("export: article", |bytes| exported(bytes, Format::Article)),
    shape("export: w3c", |bytes| exported(bytes, Format::W3c)),
    shape("export: markdown", |bytes| {
        exported(bytes, Format::Markdown)
    }),
    shape("export: brat", |bytes| exported(bytes, Format::Brat)),
    shape("reread: article", |bytes| reread(bytes, Format::Article)),
    shape("reread: w3c", |bytes| reread(bytes, Format::W3c)),
    shape("reread: brat", |bytes| reread(bytes, Format::Brat)),
    shape("query: \"", |bytes| asked(filled("\"", bytes))),
    shape("query: a:\"", |bytes| asked(filled("a:\"", bytes))),
    shape("query: -", |bytes| asked(filled("-", bytes))),
    shape("query: OR *", |bytes| asked(filled("OR * ~ ", bytes))),
    shape("query: word", |bytes| asked(filled("word", bytes))),
    shape("query: phrase", |bytes| {
        asked(format!("\"{}\"", filled("word ", bytes)))
    }),
    shape("annotate: prose", |bytes| annotated(prose(bytes))),
    shape("annotate: “", |bytes| annotated(filled("“", bytes))),
    shape("annotate: \"a", |bytes| annotated(filled("\"a ", bytes))),
    shape("edits: replayed", replayed),
];

/// Repeats a text up to a length.
fn filled(part: &str, bytes: usize) -> String {
    part.repeat(bytes / part.len())
}

/// Reads a file.
fn reading(name: &'static str, text: String) -> Work {
    Box::new(move || {
        black_box(read(name, text.as_bytes()));
    })
}

/// Reads a query, and an address with it, and looks for it in an article.
fn asked(query: String) -> Work {
    Box::new(move || {
        let (article, _) = article_from_markdown("a", "a.md", "One word.\n\nAnother word.");
        black_box(from_hash(&format!("q={query}")));
        black_box(Hits::of(&Query::parse(&query), &ArticleIndex::of(&article)));
    })
}

/// Detects names and claims by rules.
fn annotated(text: String) -> Work {
    Box::new(move || {
        black_box(annotate_text(&text, None, None));
    })
}
