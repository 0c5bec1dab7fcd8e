//! The pages in `fixtures/pages`, each with the expected result in a file beside it. To renew
//! these files: `UPDATE_FIXTURES=1 cargo test -p article-explorer-import --test fixtures`.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use import::Diagnostic;
use model::{Article, Block, BlockKind, Direction, Inline, InlineStyle, WebUrl};
use serde::{Deserialize, Serialize};

/// The extension of the file with the expected result.
const EXPECTED: &str = ".expected.json";

/// The expected result of a page.
#[derive(Serialize, Deserialize)]
struct Expected {
    title: String,
    author: Option<String>,
    published: Option<String>,
    url: Option<WebUrl>,
    language: String,
    direction: Direction,
    source: Option<String>,
    licence: Option<String>,
    blocks: Vec<ExpectedBlock>,
    notices: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct ExpectedBlock {
    kind: BlockKind,
    text: String,
    /// Links and styled words in the block.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    styled: Vec<ExpectedStyle>,
}

#[derive(Serialize, Deserialize)]
struct ExpectedStyle {
    style: InlineStyle,
    text: String,
}

impl Expected {
    fn of(article: &Article, diagnostics: &[Diagnostic]) -> Self {
        let about = &article.metadata;
        let block = |block: &Block| ExpectedBlock::of(article, block);
        Self {
            title: about.title.clone(),
            author: about.author.clone(),
            published: about.published.map(|date| date.to_string()),
            url: about.url.clone(),
            language: about.language.clone(),
            direction: about.direction,
            source: about.source.clone(),
            licence: about.licence.clone(),
            blocks: article.blocks.iter().map(block).collect(),
            notices: diagnostics.iter().map(Diagnostic::to_string).collect(),
        }
    }

    fn to_lines(&self) -> String {
        serde_json::to_string_pretty(self).unwrap() + "\n"
    }
}

impl ExpectedBlock {
    fn of(article: &Article, block: &Block) -> Self {
        let styled = |inline: &Inline| ExpectedStyle {
            style: inline.style.clone(),
            text: article.words(inline.range).to_owned(),
        };
        Self {
            kind: block.kind,
            text: article.words(block.range).to_owned(),
            styled: block.inlines.iter().map(styled).collect(),
        }
    }
}

/// The folder of pages.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/pages")
}

/// The names of files with this extension, without it.
fn names(ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap();
    entries
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(ending).map(str::to_owned)
        })
        .collect()
}

/// The result of the page with this name.
fn read(name: &str) -> Expected {
    let file = format!("{name}.html");
    let bytes = fs::read(folder().join(&file)).unwrap();
    let (articles, diagnostics) = import::read(&file, &bytes);
    let [article] = articles.as_slice() else {
        panic!("{file} holds {} articles: {diagnostics:?}", articles.len());
    };
    Expected::of(article, &diagnostics)
}

/// The first line in which two texts differ, if any.
fn difference(expected: &str, found: &str) -> Option<String> {
    let mut found = found.lines();
    for (number, expected) in (1..).zip(expected.lines()) {
        let found = found.next().unwrap_or_default();
        if expected != found {
            return Some(format!(
                "line {number}\n  expected: {expected}\n  found:    {found}"
            ));
        }
    }
    found.next().map(|line| format!("end\n  found:    {line}"))
}

#[test]
fn each_page_becomes_the_article_beside_it() {
    let pages = names(".html");
    assert!(!pages.is_empty(), "there are no pages in fixtures/pages");
    let renews = env::var_os("UPDATE_FIXTURES").is_some_and(|value| value == "1");
    let mut faults = Vec::new();
    for name in &pages {
        let found = read(name);
        let file = folder().join(format!("{name}{EXPECTED}"));
        if renews {
            fs::write(&file, found.to_lines()).unwrap();
            continue;
        }
        match fs::read_to_string(&file).map(|text| serde_json::from_str::<Expected>(&text)) {
            Ok(Ok(expected)) => {
                let difference = difference(&expected.to_lines(), &found.to_lines());
                faults.extend(difference.map(|words| format!("{name}{EXPECTED}, {words}")));
            }
            Ok(Err(error)) => faults.push(format!("{name}{EXPECTED} cannot be read: {error}")),
            Err(error) => faults.push(format!("{name}{EXPECTED} cannot be opened: {error}")),
        }
    }
    let faults = faults.join("\n");
    assert!(
        faults.is_empty(),
        "what is made of pages has changed; if that is right, run with UPDATE_FIXTURES=1\n{faults}"
    );
}

#[test]
fn pages_in_other_encodings_keep_their_bytes() {
    for name in [
        "chinese-gb2312",
        "greek-iso-8859-7",
        "japanese-shift-jis",
        "layout-tables",
        "windows-1252",
    ] {
        let bytes = fs::read(folder().join(format!("{name}.html"))).unwrap();
        assert!(
            str::from_utf8(&bytes).is_err(),
            "{name}.html was saved as UTF-8"
        );
    }
}

#[test]
fn nothing_is_expected_of_a_page_that_is_not_there() {
    let pages = names(".html");
    let expected = names(EXPECTED);
    let orphans: Vec<_> = expected.difference(&pages).collect();
    assert!(orphans.is_empty(), "{orphans:?}");
}
