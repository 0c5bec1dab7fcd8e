//! Reads articles with their annotations from JSON in any format that pages have used or that
//! people write. `bundle_record.rs` has the current format of pages.

use super::annotations::annotate;
use super::bundle_record::{ArchiveRecord, BundleRecord, block_words};
use super::diagnostic::{BundleProblem, DataProblem, Diagnostic, Diagnostics, Expected};
use super::json::{JsonFault, parse_json, to_text};
use super::ranges::Marks;
use model::{
    Article, ArticleId, Block, BlockKind, CodePointRange, Date, Direction, Inline, InlineStyle,
    Metadata, TextRange, WebUrl,
};
use serde::Deserialize;
use serde_json::Value;
use text::code_points::CodePoints;

/// The version that is written, in which annotations are ranges. Version 1, in which they are
/// quotations, is also read.
pub const VERSION: u32 = 2;

/// Reads the articles of a bundle, or a single article. Never fails; problems are reported.
#[must_use]
pub fn read(file: &str, json: &Value) -> (Vec<Article>, Vec<Diagnostic<DataProblem>>) {
    let mut diagnostics = Diagnostics::of(file);
    let mut articles: Vec<Article> = Vec::new();
    let mut of_annotations = Vec::new();
    let alone = json.get("articles").is_none() && json.get("blocks").is_some();
    let version = json.get("version").and_then(Value::as_f64);
    if !alone
        && ![1, VERSION]
            .map(|known| Some(f64::from(known)))
            .contains(&version)
    {
        diagnostics.report("version", BundleProblem::UnknownVersion, "");
    }
    if !alone && json.get("articles").is_none() {
        diagnostics.report("articles", BundleProblem::NoArticles, "");
    }
    let items = if alone {
        std::slice::from_ref(json)
    } else {
        diagnostics.list(json, "articles", "")
    };
    for (index, item) in items.iter().enumerate() {
        let field = format!("articles[{index}]");
        let Some(mut article) = read_article(item, &field, &mut diagnostics) else {
            continue;
        };
        if articles.iter().any(|other| other.id == article.id) {
            let place = format!("{field}.id");
            diagnostics.report(place, BundleProblem::SameId, article.id.as_str());
            continue;
        }
        // Before annotations had a version, ranges were in their own field.
        let annotations = item.get("placed").or_else(|| item.get("annotations"));
        let are_ranges = item.get("placed").is_some() || annotations.is_some_and(Marks::are_in);
        if let Some(annotations) = annotations.filter(|_| are_ranges) {
            let field = format!("{field}.annotations");
            Marks::put(annotations, &mut article, &field, &mut diagnostics);
        } else if let Some(annotations) = annotations {
            let file = format!("{}.annotations.json", article.id);
            of_annotations.extend(annotate(&mut article, &file, annotations));
        }
        articles.push(article);
    }
    let mut diagnostics = diagnostics.into_list();
    diagnostics.append(&mut of_annotations);
    (articles, diagnostics)
}

/// Converts a bundle in any format to version 2, which pages read, and adds the diagnostics
/// to it.
///
/// # Errors
///
/// If the text is not JSON.
pub fn upgraded(json: &str) -> Result<String, JsonFault> {
    let json = parse_json(json)?;
    let (articles, diagnostics) = read("the data", &json);
    let title = json.get("title").and_then(Value::as_str);
    let mut unreported = Diagnostics::of("the data");
    let intro = json.get("intro");
    let mut intro = intro.and_then(|intro| read_article(intro, "intro", &mut unreported));
    if let Some(intro) = &mut intro {
        intro.metadata.title.clear();
    }
    let record = BundleRecord::of(title, &articles);
    let mut record = record.introduced_by(intro.as_ref());
    let archive = json.get("archive");
    record.archive = archive.and_then(|archive| ArchiveRecord::deserialize(archive).ok());
    record.notices = diagnostics.iter().map(ToString::to_string).collect();
    Ok(to_text(&record))
}

fn read_article(
    item: &Value,
    field: &str,
    diagnostics: &mut Diagnostics<DataProblem>,
) -> Option<Article> {
    let id = diagnostics.required_text(item, "id", field)?;
    if item.get("blocks").is_none() {
        diagnostics.report(field, BundleProblem::NoBlocks, &id);
        return None;
    }
    let title = diagnostics
        .required_text(item, "title", field)
        .unwrap_or_else(|| id.clone());
    let mut text = String::new();
    let mut blocks = Vec::new();
    for (index, block) in diagnostics.list(item, "blocks", field).iter().enumerate() {
        let field = format!("{field}.blocks[{index}]");
        blocks.extend(read_block(block, &mut text, &field, diagnostics));
    }
    let language = diagnostics
        .text(item, "language", field)
        .unwrap_or_default();
    let pair = |pair: &Value| match pair {
        Value::Array(pair) => match pair.as_slice() {
            [Value::String(key), Value::String(value)] => Some((key.clone(), value.clone())),
            _ => None,
        },
        _ => None,
    };
    Some(Article {
        id: ArticleId::new(&id),
        metadata: Metadata {
            title,
            title_by_editor: item.get("title_by_editor") == Some(&Value::Bool(true)),
            source: diagnostics.text(item, "source", field),
            url: diagnostics.read(item, "url", field, WebUrl::parse, Expected::WebAddress),
            published: diagnostics.read(item, "published", field, Date::parse, Expected::Date),
            direction: item
                .get("direction")
                .and_then(Value::as_str)
                .and_then(Direction::parse)
                .unwrap_or_else(|| Direction::of_language(&language)),
            language,
            author: diagnostics.text(item, "author", field),
            licence: diagnostics.text(item, "licence", field),
            extra: diagnostics
                .list(item, "extra", field)
                .iter()
                .filter_map(pair)
                .collect(),
        },
        text,
        blocks,
        entities: Vec::new(),
        mentions: Vec::new(),
        claims: Vec::new(),
        corrections: Vec::new(),
    })
}

/// Appends the text of a block to that of the article; `None` if the block is empty.
fn read_block(
    item: &Value,
    text: &mut String,
    field: &str,
    diagnostics: &mut Diagnostics<DataProblem>,
) -> Option<Block> {
    let words = diagnostics.required_text(item, "text", field)?;
    let kind = diagnostics.text(item, "kind", field).unwrap_or_default();
    let words = block_words(&words, kind == "preformatted")?;
    let kind = match kind.as_str() {
        "heading" => {
            let level = item.get("level").and_then(Value::as_f64).unwrap_or(2.0);
            BlockKind::Heading(level.clamp(2.0, 6.0) as u8)
        }
        "quote" => BlockKind::Quote,
        "item" => BlockKind::ListItem,
        "preformatted" => BlockKind::Preformatted,
        "paragraph" => BlockKind::Paragraph,
        other => {
            diagnostics.report(format!("{field}.kind"), BundleProblem::UnknownBlock, other);
            BlockKind::Paragraph
        }
    };
    if !text.is_empty() {
        text.push_str(Article::BLOCK_SEPARATOR);
    }
    let start = text.len();
    text.push_str(&words);
    let mut inlines = Vec::new();
    for (index, inline) in diagnostics.list(item, "inlines", field).iter().enumerate() {
        let field = format!("{field}.inlines[{index}]");
        inlines.extend(read_inline(inline, start, &words, &field, diagnostics));
    }
    Some(Block {
        kind,
        range: TextRange::new(start, text.len()),
        inlines,
    })
}

fn read_inline(
    item: &Value,
    block: usize,
    words: &str,
    field: &str,
    diagnostics: &mut Diagnostics<DataProblem>,
) -> Option<Inline> {
    let offset = |key: &str| item.get(key).and_then(Value::as_f64).unwrap_or(0.0) as u32;
    let range = CodePoints::of(words).to_bytes(CodePointRange {
        start: offset("start"),
        end: offset("end"),
    });
    let held = item.get("text").and_then(Value::as_str).unwrap_or_default();
    let style = match item.get("style").and_then(Value::as_str) {
        Some("emphasis") => Some(InlineStyle::Emphasis),
        Some("strong") => Some(InlineStyle::Strong),
        Some("code") => Some(InlineStyle::Code),
        Some("link") => {
            let url = item.get("href").and_then(Value::as_str);
            url.and_then(WebUrl::parse).map(InlineStyle::Link)
        }
        _ => None,
    };
    let Some(style) = style else {
        diagnostics.report(field, BundleProblem::UnknownStyle, held);
        return None;
    };
    if range.is_empty() || range.of(words) != held {
        diagnostics.report(field, BundleProblem::OtherOffsets, held);
        return None;
    }
    let range = TextRange::new(block + range.start as usize, block + range.end as usize);
    Some(Inline { range, style })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ArchiveRecord, Bundle, annotations, article_from_markdown, intro_from_markdown, parse_json,
    };

    fn read(file: &str, json: &str) -> (Vec<Article>, Vec<Diagnostic<DataProblem>>) {
        super::read(file, &parse_json(json).unwrap())
    }

    const MARKDOWN: &str = "---\ntitle: T </script>\nlanguage: en\npublished: 2026-01-22\nmood: calm\n---\n\
        “Né” *said* [so](https://example.org).\n\n## Head\n\n> Quote\n\n- item\n";

    #[test]
    fn a_bundle_is_read_as_it_was_written() {
        let (mut article, diagnostics) = article_from_markdown("a", "a.md", MARKDOWN);
        assert_eq!(diagnostics, []);
        let json = serde_json::json!({"version": 1, "entities": [{"id": "n", "kind": "person", "name": "Né"}]});
        assert_eq!(annotations::annotate(&mut article, "a.json", &json), []);
        let mut bundle = Bundle::default();
        bundle.push(&article);
        let json = bundle.to_json();
        assert!(!json.contains('<'), "{json}");
        let (articles, diagnostics) = read("page", &json);
        assert_eq!(diagnostics, []);
        assert_eq!(article.mentions.len(), 1);
        assert_eq!(of_page(&json), Ok(vec![article.clone()]));
        assert_eq!(articles, [article]);
    }

    #[test]
    fn a_direction_is_written_if_it_is_not_that_of_the_language() {
        for (language, direction, is_written) in [
            ("en", Direction::LeftToRight, false),
            ("ar", Direction::RightToLeft, false),
            ("ar", Direction::LeftToRight, true),
            ("", Direction::RightToLeft, true),
        ] {
            let (mut article, _) = article_from_markdown("a", "a.md", MARKDOWN);
            article.metadata.language = language.to_owned();
            article.metadata.direction = direction;
            let mut bundle = Bundle::default();
            bundle.push(&article);
            let json = bundle.to_json();
            assert_eq!(json.contains("\"direction\""), is_written, "{language}");
            assert_eq!(of_page(&json), Ok(vec![article.clone()]));
            assert_eq!(read("page", &json), (vec![article], Vec::new()));
        }
    }

    /// Reads articles as a page does.
    fn of_page(json: &str) -> Result<Vec<Article>, String> {
        let bundle = BundleRecord::<'_, serde::de::IgnoredAny>::parse(json);
        let articles = bundle.and_then(|mut bundle| bundle.take_articles());
        articles.map_err(|fault| fault.to_string())
    }

    #[test]
    fn an_introduction_is_read_as_it_was_written() {
        let (intro, title, diagnostics) = intro_from_markdown("intro.md", "One *side* speaks.");
        assert_eq!((title.as_str(), diagnostics), ("", Vec::new()));
        let json = Bundle::called(None, intro.clone()).to_json();
        let read = |json: &str| {
            BundleRecord::<ArchiveRecord<'_>>::parse(json)
                .unwrap()
                .take_intro()
                .unwrap()
        };
        assert_eq!(read(&json), intro);
        let older = json.replace("\"version\":2", "\"version\":1");
        assert_eq!(read(&upgraded(&older).unwrap()), intro);
        for broken in ["7", "{}", "null", r#"{"id":"i","title":"","blocks":7}"#] {
            let json = format!(r#"{{"version":2,"articles":[],"intro":{broken}}}"#);
            let intro = read(&upgraded(&json).unwrap());
            assert!(
                intro.is_none_or(|intro| intro.blocks.is_empty()),
                "{broken}"
            );
        }
    }

    #[test]
    fn other_forms_are_upgraded_with_what_was_wrong_with_them() {
        let article = r#"{"id":"a","title":"T","blocks":[{"kind":"paragraph","text":"One two"}]"#;
        for rest in [
            r#","annotations":{"version":1,"claims":[{"id":"c","content":["two"]}]}"#,
            r#","annotations":{"version":1,"entities":[7]}"#,
            r#","annotations":[]"#,
            r#","annotations":{"version":2,"length":8,"entities":[],"mentions":[],"claims":[]}"#,
            r#","annotations":{"version":2,"length":7,"entities":[],"mentions":[],"claims":[{"id":"c","content":[[4,9],[8,9]],"form":"direct","stance":"states","about":[]}]}"#,
            r#","placed":{"length":7,"entities":[],"mentions":[],"claims":[]}"#,
            r#","url":"javascript:x""#,
            r#","published":"2026-02-30""#,
            r#","source":7"#,
            r#"},{"id":"a","title":"T","blocks":[]"#,
            r#"},{"id":"b","title":"T","blocks":[{"kind":"verse","text":"One"}]"#,
            r#"},{"id":"b","title":"T","blocks":[{"kind":"quote","text":"One","inlines":[{"start":0,"end":2,"text":"One","style":"code"}]}]"#,
            r#"},{"id":"b","title":"T","blocks":[{"kind":"quote","text":"One","inlines":[{"start":0,"end":3,"text":"One","style":"link"}]}]"#,
            r#"},{"id":"b\ud800","title":"T","blocks":[]"#,
            r#"},7,{"title":"T"}"#.trim_end_matches('}'),
        ] {
            let json = format!(r#"{{"version":2,"title":"All","articles":[{article}{rest}}}]}}"#);
            assert!(of_page(&json).is_err(), "{json}");
            let (articles, diagnostics) = read("the data", &json);
            let upgraded = upgraded(&json).unwrap();
            assert_eq!(of_page(&upgraded), Ok(articles), "{upgraded}");
            let bundle: BundleRecord<'_> = BundleRecord::parse(&upgraded).unwrap();
            let diagnostics: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
            assert_eq!(bundle.notices, diagnostics);
            assert_eq!(bundle.title.as_deref(), Some("All"));
        }
    }

    #[test]
    fn what_has_no_annotations_is_read_in_both_versions() {
        for (version, is_read) in [(0, false), (1, true), (2, true), (3, false)] {
            let json = format!(
                r#"{{"version":{version},"articles":[{{"id":"a","title":"T","blocks":[{{"kind":"item","text":" One\r\n\r\ntwo "}},{{"kind":"item","text":" "}}]}}]}}"#
            );
            let (articles, _) = read("the data", &json);
            assert_eq!(of_page(&json).ok(), is_read.then_some(articles));
        }
        assert_eq!(
            of_page("{\"version\":2,"),
            Err("not JSON (line 1: it ends too early)".to_owned())
        );
    }

    #[test]
    fn an_archive_is_upgraded_where_it_is_one() {
        for (archive, is_kept) in [
            (r#"{"articles":1,"folder":"./c"}"#, true),
            (r#"{"folder":7}"#, false),
        ] {
            let json = format!(r#"{{"archive":{archive},"articles":[]}}"#);
            let upgraded = upgraded(&json).unwrap();
            let bundle: BundleRecord<'_> = BundleRecord::parse(&upgraded).unwrap();
            assert_eq!(bundle.archive.is_some(), is_kept);
        }
    }

    #[test]
    fn what_cannot_be_read_is_reported() {
        let article = r#"{"id":"a","title":"T","blocks":[{"kind":"paragraph","text":"One"}]}"#;
        for (json, count, told) in [
            ("{}", 0, 2),
            (r#"{"version":1,"articles":7}"#, 0, 1),
            (r#"{"version":1,"articles":[{"id":"b"},A]}"#, 1, 1),
            (r#"{"version":2,"articles":[A]}"#, 1, 0),
            (r#"{"version":3,"articles":[A]}"#, 1, 1),
            (r#"{"version":1,"articles":[A,A]}"#, 1, 1),
            ("A", 1, 0),
            (
                r#"{"version":1,"articles":[{"id":"a","title":"T","url":"javascript:x","published":"x","blocks":[{"kind":"x","text":"One","inlines":[{"start":0,"end":9,"text":"Two","style":"strong"}]}]}]}"#,
                1,
                4,
            ),
            (
                r#"{"version":1,"articles":[{"id":"a","title":"T","blocks":[],"annotations":[]}]}"#,
                1,
                1,
            ),
        ] {
            let json = json.replace('A', article);
            let (articles, diagnostics) = read("page", &json);
            assert_eq!(
                (articles.len(), diagnostics.len()),
                (count, told),
                "{json}: {diagnostics:?}"
            );
        }
    }

    const MARKED: &str =
        "---\ntitle: T\n---\n«Né» — “It *rains*,” said Ann.\n\n“It pours,” officials said.";

    fn marked() -> Article {
        let (mut article, _) = article_from_markdown("a", "a.md", MARKED);
        let json = serde_json::json!({"version": 1,
            "entities": [{"id": "ann", "kind": "person", "name": "Ann", "aliases": ["Né"], "wikidata": "Q1"},
                {"id": "n", "kind": "other", "name": "Né", "mentions": [{"exact": "Né", "found": {"confidence": 0.9, "rule": "tagger"}}]}],
            "claims": [
                {"id": "c1", "speaker": "ann", "cue": {"exact": "said", "suffix": " Ann"}, "stance": "warns", "content": ["It rains"], "about": ["n"], "checked_by": "Bo"},
                {"id": "c2", "speaker": {"exact": "officials"}, "content": ["It pours"]},
                {"id": "c3", "content": ["said Ann"], "found": {"confidence": 1, "rule": "x"}}],
            "corrections": [{"exact": "It rains", "original": "It snows"}]});
        assert_eq!(annotations::annotate(&mut article, "a.json", &json), []);
        article
    }

    /// The article in the format of a bundle.
    fn record(article: &Article) -> Value {
        serde_json::to_value(crate::ArticleRecord::of(article)).unwrap()
    }

    #[test]
    fn marks_by_range_are_read_as_they_were_written() {
        let article = marked();
        let json = record(&article);
        let claims = &json["annotations"]["claims"];
        assert_eq!(claims[0]["speaker"], "ann");
        assert_eq!(claims[1]["speaker"]["text"], "officials");
        assert!(claims[2]["speaker"].is_null());
        let (articles, diagnostics) = super::read("a", &json);
        assert_eq!(diagnostics, []);
        assert_eq!(articles, [article]);
    }

    #[test]
    fn marks_of_before_the_version_are_read() {
        let json = serde_json::json!({"articles": [{"id": "a", "title": "T",
            "blocks": [{"kind": "paragraph", "text": "«Né» said so."}],
            "placed": {"length": 13, "entities": [{"id": "n", "kind": "person", "name": "Né", "aliases": []}],
                "mentions": [{"entity": "n", "at": [1, 3], "found": [0.8999999761581421, "tagger"]}],
                "claims": [{"id": "c1", "speaker": [1, 3], "cue": [5, 9], "content": [[10, 12]], "form": "indirect", "stance": "states", "about": ["n"]},
                    {"id": "c2", "content": [[10, 12]], "form": "direct", "stance": "denies", "about": []}]}}], "version": 1});
        let (articles, diagnostics) = super::read("a", &json);
        assert_eq!(diagnostics, []);
        let article = &articles[0];
        assert_eq!(article.words(article.mentions[0].range), "Né");
        let found = model::Provenance::Found {
            confidence: 0.9,
            rule: "tagger".into(),
        };
        assert_eq!(article.mentions[0].provenance, found);
        let model::Speaker::Words(range) = article.claims[0].speaker else {
            panic!("{:?}", article.claims[0]);
        };
        assert_eq!(article.words(range), "Né");
        assert_eq!(article.claims[1].speaker, model::Speaker::Unnamed);
    }

    #[test]
    fn marks_that_do_not_fit_are_left_out_and_reported() {
        let article = marked();
        let json = record(&article).to_string();
        for (from, to, told, mentions, claims) in [
            ("It pours", "It pours down", "belong to another text", 0, 0),
            (
                "\"form\":\"direct\"",
                "\"form\":\"sung\"",
                "cannot be read",
                0,
                0,
            ),
            ("\"cue\":[", "\"cue\":[-5,", "cannot be read", 0, 0),
            (
                "\"content\":[[",
                "\"content\":[[99999,99999],[",
                "do not fit the text are left out (1)",
                3,
                3,
            ),
        ] {
            let broken = json.replacen(from, to, 1);
            assert_ne!(broken, json);
            let (articles, diagnostics) = read("a", &broken);
            assert!(
                diagnostics
                    .iter()
                    .any(|diagnostic| diagnostic.what().contains(told)),
                "{told}: {diagnostics:?}"
            );
            assert_eq!(
                (articles[0].mentions.len(), articles[0].claims.len()),
                (mentions, claims),
                "{told}"
            );
            assert_eq!(articles[0].blocks.len(), 2);
        }
    }
}
