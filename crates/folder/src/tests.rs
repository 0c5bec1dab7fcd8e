//! Folders in memory, as they are and with every fault.

use std::collections::BTreeMap;

use super::*;

const GOOD: &str = "---\ntitle: A & B\nlanguage: en\n---\nGuo said “no” & left.\n";

/// The end of the message about articles with faults.
const FAULTS: &str = "mend";

/// A folder in memory.
#[derive(Default)]
struct Memory {
    files: BTreeMap<String, Vec<u8>>,
    told: Vec<String>,
}

impl Source for Memory {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
        let file = self.files.get(name).cloned();
        file.ok_or_else(|| "permission denied".to_owned())
    }

    fn tell(&mut self, line: &str) {
        self.told.push(line.to_owned());
    }
}

/// Reads files, in an order that is not that of their names, and returns what was told.
fn read(files: &[(&str, &[u8])]) -> (Result<Bundle, Fault>, Vec<String>) {
    let names: Vec<String> = files
        .iter()
        .rev()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    let files = files.iter().filter(|(_, bytes)| *bytes != b"unreadable");
    let mut memory = Memory {
        files: files
            .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
            .collect(),
        told: Vec::new(),
    };
    let articles = read_folder(&names, &mut memory, None, "");
    (articles.map(|articles| articles.bundle), memory.told)
}

fn ids(bundle: &Bundle) -> Vec<&str> {
    bundle
        .articles()
        .iter()
        .map(|article| article.id.as_str())
        .collect()
}

#[test]
fn articles_are_the_newest_first_and_other_files_are_named() {
    let new = GOOD.replace("language", "published: 2026-02-01\nlanguage");
    let good = GOOD.as_bytes();
    let (bundle, told) = read(&[
        (".hidden", good),
        (".md", good),
        ("README.md", b"# Readme\n"),
        ("README.txt", good),
        ("a.md", good),
        ("b.md", good),
        ("folder.md/", good),
        ("lost.annotations.json", b"{}"),
        ("new.md", new.as_bytes()),
        ("page.html", good),
        ("settings.json", b"{}"),
    ]);
    let bundle = bundle.unwrap();
    assert_eq!(ids(&bundle), ["new", "a", "b"]);
    assert_eq!(bundle.title.as_deref(), Some("Readme"));
    let named: Vec<&str> = told
        .iter()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    assert_eq!(named, ["folder.md/", "lost.annotations.json", "page.html"]);
    assert!(told[1].contains("there is no lost.md"), "{told:?}");
}

#[test]
fn articles_without_annotations_are_annotated() {
    let (bundle, _) = read(&[("a.md", GOOD.as_bytes())]);
    assert!(bundle.unwrap().articles()[0].has_found());
    let marks: &[u8] = br#"{"version":1,
        "entities":[{"id":"guo","kind":"person","name":"Guo"}],
        "claims":[{"id":"c","speaker":"guo","form":"direct","stance":"states","content":["no"]}]}"#;
    let (bundle, told) = read(&[("a.annotations.json", marks), ("a.md", GOOD.as_bytes())]);
    let bundle = bundle.unwrap();
    assert!(
        !bundle.articles()[0].has_found() && told.is_empty(),
        "{told:?}"
    );
}

#[test]
fn faults_are_named() {
    let nowhere: &[u8] = br#"{"version":1,"claims":[{"id":"c","content":["nowhere"]}]}"#;
    let good = GOOD.as_bytes();
    for (files, message) in [
        (&[][..], "there is no article"),
        (
            &[("intro.md", good), ("README.md", good)],
            "there is no article",
        ),
        (
            &[("a.md", b"unreadable")],
            "a.md cannot be read: permission denied",
        ),
        (&[("a.md", b"\xff\xfe")], "a.md cannot be read, because"),
        (
            &[("a.md", good), ("a.annotations.json", b"{")],
            "a.annotations.json is not JSON",
        ),
        (&[("a.md", good), ("a.annotations.json", nowhere)], FAULTS),
        (
            &[("a.md", b"---\ntitle: open\n"), ("b.md", b"Rain.")],
            "faults; mend them",
        ),
        (
            &[("a.md", good), ("intro.md", b"\xff")],
            "intro.md cannot be read",
        ),
        (
            &[("a.md", good), ("intro.md", b"[x](javascript:alert)")],
            FAULTS,
        ),
    ] {
        let (bundle, _) = read(files);
        let fault = bundle.unwrap_err().to_string();
        assert!(fault.contains(message), "{files:?}: {fault}");
    }
}

#[test]
fn an_introduction_is_no_article_and_may_name_the_collection() {
    let with = |intro: &str| {
        let good = GOOD.as_bytes();
        let readme: (&str, &[u8]) = ("README.md", b"# Readme\n");
        read(&[
            ("a.md", good),
            ("b.md", good),
            readme,
            ("intro.md", intro.as_bytes()),
        ])
    };
    let (bundle, told) = with("---\ntitle: Called\n---\nOne *side* <b>speaks</b>.");
    let bundle = bundle.unwrap();
    assert_eq!(
        (ids(&bundle), bundle.title.as_deref()),
        (vec!["a", "b"], Some("Called"))
    );
    let intro = bundle.intro.unwrap();
    assert!(
        intro.text.starts_with("One side") && !intro.text.contains('<'),
        "{}",
        intro.text
    );
    assert!(
        told.iter().all(|line| line.starts_with("note: intro.md")),
        "{told:?}"
    );
    let (bundle, _) = with("One side speaks.");
    assert_eq!(bundle.unwrap().title.as_deref(), Some("Readme"));
    let (bundle, told) = with("---\ntitle: Called\n---\n\n");
    let bundle = bundle.unwrap();
    assert_eq!(
        (bundle.title.as_deref(), bundle.intro),
        (Some("Called"), None)
    );
    assert!(told[0].contains("it has no text"), "{told:?}");
    let (_, told) = with(&"It rains. ".repeat(100));
    assert!(told[0].contains("readers have to ask"), "{told:?}");
}
