//! Bundles of a kit in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use article_explorer::LanguageTag;
use import::article_from_markdown;

use super::finished::finished;
use super::*;

/// Files in memory.
#[derive(Default)]
pub(super) struct Memory(RefCell<BTreeMap<String, Vec<u8>>>);

impl KitFiles for Memory {
    fn read(&self, name: &str) -> Result<Vec<u8>, String> {
        let file = self.0.borrow().get(name).cloned();
        file.ok_or_else(|| "is not there".to_owned())
    }
}

impl Target for Memory {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String> {
        self.0
            .borrow_mut()
            .insert(name.to_owned(), content.to_vec());
        Ok(())
    }
}

impl Memory {
    fn names(&self) -> Vec<String> {
        self.0.borrow().keys().cloned().collect()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name).unwrap()).unwrap()
    }
}

/// A kit whose scripts are words that say what they are.
pub(super) fn kit() -> Memory {
    let sheet = |name: &str| Sheet {
        file: hashed("styles", "css", name.as_bytes()),
        text: name.to_owned(),
    };
    let scripts = |tag: &str| {
        let starting = |what: &str| Starting {
            page: format!("page of {what} {tag}"),
            frame: format!("frame of {what} {tag}"),
        };
        Scripts {
            one: starting("one"),
            several: starting("several"),
            workspace: format!("workspace {tag}"),
        }
    };
    let tags = LanguageTag::ALL.map(LanguageTag::as_str);
    let parts = [
        "on_demand",
        "upgrade",
        "exports",
        COLLECTION,
        "german",
        "chinese",
    ];
    let kit = Kit {
        files: vec![KIT.to_owned(), "article-explorer.d.ts".to_owned()],
        skeleton: include_str!("../../index.html").to_owned(),
        form: include_str!("../../js/workspace.html").to_owned(),
        plain: sheet("plain"),
        sheet: sheet("sheet"),
        single: "start()".to_owned(),
        program: "program.wasm".to_owned(),
        parts: parts
            .map(|part| (part.to_owned(), vec![part.to_owned()]))
            .into(),
        part_files: parts
            .map(|part| (part.to_owned(), format!("part-{part}.wasm")))
            .into(),
        languages: tags.map(|tag| (tag.to_owned(), scripts(tag))).into(),
        ..Kit::default()
    };
    let mut files = Memory::default();
    files
        .write(KIT, &serde_json::to_vec(&kit).unwrap())
        .unwrap();
    for name in kit.part_files.values().chain([&kit.program, &kit.files[1]]) {
        files.write(name, name.as_bytes()).unwrap();
    }
    files
}

fn articles(ids: &[&str]) -> Articles {
    Articles {
        bundle: bundle(ids),
        record: Record::default(),
    }
}

fn bundle(ids: &[&str]) -> Bundle {
    let intro = (ids.len() > 1).then(|| article_from_markdown("i", "i.md", "Of rain.").0);
    let title = (ids.len() > 1).then(|| "Weather".to_owned());
    let mut bundle = Bundle::called(title, intro);
    for id in ids {
        let text = format!("---\ntitle: Of {id}\nlanguage: en\n---\nAnn said {id} holds.");
        bundle.push(&article_from_markdown(id, "a.md", &text).0);
    }
    bundle
}

fn packed(articles: &Articles, settings: Settings) -> Result<Memory, Fault> {
    let mut target = Memory::default();
    finished(pack(&kit(), articles, settings, &mut target))?;
    Ok(target)
}

/// The names at the top that contain no hash.
fn stable(files: &Memory) -> Vec<String> {
    let names = files.names().into_iter();
    names
        .filter(|name| !name.contains(['-', '/']) || name.contains("explorer"))
        .collect()
}

#[test]
fn a_bundle_of_one_article_has_its_pages() {
    let files = packed(&articles(&["a"]), Settings::default()).unwrap();
    let expected = [
        "article-explorer.d.ts",
        "article-explorer.html",
        "articles.json",
        "desk.html",
        "embed.html",
        "index.html",
        KIT,
        "manifest.webmanifest",
        "workspace.html",
    ];
    assert_eq!(stable(&files), expected);
    assert!(is_bundle(&files.names()));
    let boot = hashed("boot", "js", b"page of one en");
    assert!(files.text("index.html").contains(&boot.name));
    assert_eq!(files.text(&boot.name), "page of one en");
    let single = files.text("article-explorer.html");
    assert!(
        single.contains("Of a") && !single.contains("part-collection"),
        "{single}"
    );
}

#[test]
fn several_articles_have_a_page_each_and_a_list() {
    let files = packed(&articles(&["a", "b"]), Settings::default()).unwrap();
    assert!(
        files
            .text("articles/a.html")
            .contains("href=\"../index.html\"")
    );
    let index = files.text("index.html");
    assert!(
        index.contains("articles/b.html") && index.contains("Of rain."),
        "{index}"
    );
    assert!(
        files
            .text("article-explorer.html")
            .contains("part-collection")
    );
}

#[test]
fn a_large_collection_has_files_of_its_own() {
    let settings = Settings {
        language: LanguageTag::German,
        in_parts: true,
    };
    let files = packed(&articles(&["a", "b"]), settings).unwrap();
    let names = files.names();
    assert!(
        names
            .iter()
            .any(|name| name.starts_with("collection-") && name.ends_with("/1.json"))
    );
    assert!(!names.contains(&"article-explorer.html".to_owned()));
    assert!(files.text("index.html").contains("<html lang=\"de\""));
    assert!(files.text("articles.json").contains("\"archive\""));
}

#[test]
fn data_in_json_makes_the_same_bundle() {
    for ids in [&["a"][..], &["b", "a"]] {
        let own = articles(ids);
        let read = Articles {
            bundle: bundle_of(&own.bundle.to_json()).unwrap(),
            record: Record::default(),
        };
        let [own, read] = [own, read].map(|it| packed(&it, Settings::default()).unwrap());
        assert_eq!(own.0, read.0);
    }
}

#[test]
fn nothing_is_written_if_something_is_wrong() {
    let no_wasm = kit();
    no_wasm.0.borrow_mut().remove("program.wasm");
    let no_kit = Memory::default();
    for (files, ids, message) in [
        (kit(), &[][..], "there is no article"),
        (kit(), &["a", "a"], "a"),
        (no_wasm, &["a"], "program.wasm: is not there"),
        (no_kit, &["a"], "kit.json: is not there"),
    ] {
        let mut target = Memory::default();
        let made = finished(pack(
            &files,
            &articles(ids),
            Settings::default(),
            &mut target,
        ));
        let fault = made.unwrap_err().to_string();
        assert!(fault.contains(message), "{fault}");
        assert!(target.names().is_empty());
    }
    assert!(bundle_of("{").is_err());
}

#[test]
fn only_a_bundle_without_other_pages_may_be_replaced() {
    let is_replaced = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        is_bundle(&names)
    };
    let bundle = ["index.html", "article-explorer.d.ts", "embed.html", "x.js"];
    assert!(is_replaced(&bundle));
    assert!(!is_replaced(&[&bundle[..], &["about.html"]].concat()));
    assert!(!is_replaced(&bundle[..1]) && !is_replaced(&bundle[1..]) && !is_replaced(&[]));
}
