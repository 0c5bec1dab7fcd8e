//! The articles of the project are as edits need them, with the annotations of people and those
//! of the program.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use edit::{Edit, History, check, repair, to_check};
use import::{annotations, article_from_markdown};

#[test]
fn the_articles_of_the_project_can_be_edited() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut count = 0;
    let examples = fs::read_dir(project.join("examples")).unwrap();
    let examples = examples.map(|entry| entry.unwrap().path());
    let folders = std::iter::once(project.join("articles")).chain(examples);
    for folder in folders.filter(|path| path.is_dir()) {
        for entry in fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().path();
            let beside = file.with_extension("annotations.json");
            if file.extension().is_none_or(|ending| ending != "md") || !beside.exists() {
                continue;
            }
            let markdown = fs::read_to_string(&file).unwrap();
            let (mut article, _) = article_from_markdown("a", "a.md", &markdown);
            let mut found = article.clone();
            let json = fs::read_to_string(beside).unwrap();
            annotations::annotate_from_str(&mut article, "a.annotations.json", &json);
            assert_eq!(check(&article), Ok(()), "{}", file.display());

            annotate::annotate(&mut found, None);
            assert_eq!(check(&found), Ok(()), "{}", file.display());
            assert_eq!(repair(&mut found), Ok(false));
            let items = to_check(&found).into_iter().map(|it| it.item).collect();
            let mut history = History::of(found);
            history.apply(Edit::Keep(items)).unwrap();
            assert_eq!(to_check(history.article()), []);
            count += 1;
        }
    }
    assert!(count > 5, "{count} articles");
}
