//! Drafts of `NAME.annotations.json` for an editor to correct. Annotations quote the text.

use std::fs;
use std::path::Path;

use annotate::{Tagger, annotate};
use anyhow::{Context as _, Result, bail};
use import::{annotations_record, read, to_lines};
use model::Article;

/// Writes the draft next to the article. An existing draft is kept.
pub(super) fn write(file: &Path, tagger: &Tagger) -> Result<()> {
    let draft = file.with_extension("annotations.json");
    if draft.exists() {
        bail!("{} is there already; move it away first", draft.display());
    }
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let (articles, diagnostics) = read(&file.to_string_lossy(), &bytes);
    for diagnostic in diagnostics {
        eprintln!("note: {diagnostic}");
    }
    let count = articles.len();
    let Ok([mut article]) = <[Article; 1]>::try_from(articles) else {
        bail!(
            "{} holds {count} articles; a draft is made of one",
            file.display()
        );
    };
    if let Some(limitation) = annotate(&mut article, Some(tagger)) {
        eprintln!("note: {limitation}");
    }
    let (json, diagnostics) = annotations_record(&article);
    for diagnostic in diagnostics {
        eprintln!("note: {diagnostic}");
    }
    fs::write(&draft, to_lines(&json))
        .with_context(|| format!("{} cannot be written", draft.display()))?;
    println!(
        "{}: {} entities, {} mentions, {} claims",
        draft.display(),
        article.entities.len(),
        article.mentions.len(),
        article.claims.len()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::annotations::annotate_from_str;

    const WORDS: &str = "“It rained,” he said on Wednesday.";

    #[test]
    fn a_draft_of_any_kind_of_file_survives_a_round_trip() {
        let (text, markdown, html) = (
            format!("{WORDS}\n\nHe said it rained. {WORDS}\n"),
            format!("---\ntitle: T\n---\n{WORDS}\n\nHe said it *rained*. {WORDS}\n"),
            format!(
                "<html><title>T</title><body><article><p>{WORDS}</p>\
                 <p>He said it <b>rained</b>. {WORDS}</p></article></body></html>"
            ),
        );
        for (name, bytes) in [("a.txt", text), ("a.md", markdown), ("a.html", html)] {
            let (mut articles, _) = read(name, bytes.as_bytes());
            let mut article = articles.remove(0);
            annotate(&mut article, None);
            assert!(article.claims.len() >= 3, "{name}: {:?}", article.claims);
            let mut again = article.clone();
            let (json, diagnostics) = annotations_record(&article);
            assert_eq!(diagnostics, [], "{name}");
            assert_eq!(annotate_from_str(&mut again, name, &to_lines(&json)), []);
            assert_eq!(again, article, "{name}");
        }
    }
}
