//! The example collections: each is free of errors and answers the question it was made
//! for.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use explore::IndexedArticle;
use import::annotations::annotate_from_str;
use import::{article_from_markdown, intro_from_markdown};
use model::{Article, Date, Form, Speaker, Stance};

/// The folders in `examples/`, one for each collection.
fn folders() -> Vec<PathBuf> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut folders: Vec<PathBuf> = fs::read_dir(examples)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

/// The articles of a folder, by name. `README.md` lists their sources and `intro.md` introduces
/// them; these are not articles.
fn articles(folder: &Path) -> Vec<Article> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .filter(|path| {
            let name = path.file_name().unwrap();
            name != "README.md" && name != "intro.md"
        })
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let id = file.file_stem().unwrap().to_str().unwrap();
            let markdown = fs::read_to_string(file).unwrap();
            let (mut article, diagnostics) = article_from_markdown(id, id, &markdown);
            assert_eq!(diagnostics, [], "{id}");
            let beside = file.with_file_name(format!("{id}.annotations.json"));
            let json = fs::read_to_string(beside).unwrap();
            assert_eq!(annotate_from_str(&mut article, id, &json), [], "{id}");
            article
        })
        .collect()
}

#[test]
fn every_introduction_can_be_read() {
    for folder in folders() {
        let markdown = fs::read_to_string(folder.join("intro.md")).unwrap();
        let (intro, _, diagnostics) = intro_from_markdown("intro.md", &markdown);
        assert_eq!(diagnostics, []);
        assert!(intro.is_some_and(|intro| intro.text.len() < 400));
    }
}

#[test]
fn every_article_is_attributed_and_annotated() {
    for folder in folders() {
        let read = articles(&folder);
        assert!(read.len() >= 6, "{}", folder.display());
        let attribution = fs::read_to_string(folder.join("README.md")).unwrap();
        for article in read {
            let metadata = &article.metadata;
            assert!(
                metadata.published.is_some()
                    && [&metadata.source, &metadata.author, &metadata.licence]
                        .iter()
                        .all(|told| told.is_some()),
                "{}",
                article.id
            );
            let url = metadata.url.as_ref().unwrap();
            assert!(attribution.contains(url.as_str()), "{}", article.id);
            assert!(
                !article.claims.is_empty() && !article.mentions.is_empty(),
                "{}",
                article.id
            );
        }
    }
}

#[test]
fn an_id_means_the_same_entity_everywhere() {
    for folder in folders() {
        let mut known = BTreeMap::new();
        for article in articles(&folder) {
            for entity in &article.entities {
                let what = (entity.kind, entity.name.clone(), entity.wikidata.clone());
                let before = known.entry(entity.id.clone()).or_insert(what.clone());
                assert_eq!(*before, what, "{} in {}", entity.id, article.id);
            }
        }
        let names: BTreeMap<_, _> = known.iter().map(|(id, (_, name, _))| (name, id)).collect();
        assert_eq!(names.len(), known.len(), "two ids have one name");
    }
}

#[test]
fn quoted_claims_are_direct() {
    for folder in folders() {
        for article in articles(&folder) {
            let indexed = IndexedArticle::of(article);
            for (number, claim) in indexed.article.claims.iter().enumerate() {
                assert!(
                    !indexed.is_verbatim(number) || claim.form == Form::Direct,
                    "{} of {}",
                    claim.id,
                    indexed.article.id
                );
            }
        }
    }
}

#[test]
fn the_dossier_answers_its_question() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/detained-in-russia");
    let since = Date::parse("2023-03-01").unwrap();
    let (mut earlier, mut found) = (Vec::new(), Vec::new());
    for article in articles(&folder) {
        for claim in &article.claims {
            let by = matches!(&claim.speaker, Speaker::Entity(id) if id.as_str() == "joe-biden");
            let about = claim.about.iter().any(|id| id.as_str() == "russia");
            if by && about && claim.stance == Stance::Criticises {
                let answer = format!("{} {}", article.id, claim.id);
                if article.metadata.published.unwrap() >= since {
                    found.push(answer);
                } else {
                    earlier.push(answer);
                }
            }
        }
    }
    assert_eq!(
        found,
        [
            "2024-03-29-gershkovich-anniversary c1",
            "2024-03-29-gershkovich-anniversary c3",
            "2024-03-29-gershkovich-anniversary c4",
            "2024-03-29-gershkovich-anniversary c8",
            "2024-07-19-gershkovich-sentence c1",
            "2024-07-19-gershkovich-sentence c2",
            "2024-07-19-gershkovich-sentence c4",
            "2024-08-01-exchange-statement c4",
        ]
    );
    assert_eq!(earlier.len(), 5, "{earlier:?}");
}
