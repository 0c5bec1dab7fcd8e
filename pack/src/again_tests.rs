//! Packing again: what has not changed is not made again, and the bundle is always the one that a
//! fresh folder would get.

use std::cell::Cell;
use std::collections::BTreeMap;

use folder::{RECORD, Source, read_folder};
use proptest::prelude::*;

use super::finished::finished;
use super::tests::kit;
use super::*;

/// Files by name.
type Files = BTreeMap<String, Vec<u8>>;

/// The program that most bundles are made with.
const PROGRAM: &str = "program 1";

/// A folder of articles, and the earlier bundle.
struct Disk<'a> {
    articles: &'a Files,
    out: &'a Files,
}

impl Source for Disk<'_> {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
        self.articles.get(name).cloned().ok_or_else(String::new)
    }

    fn tell(&mut self, _line: &str) {}

    fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
        self.out.get(name).cloned()
    }
}

/// A bundle that is made, and the earlier one.
struct Made<'a> {
    files: Files,
    out: &'a Files,
}

impl Target for Made<'_> {
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), String> {
        self.files.insert(name.to_owned(), content.to_vec());
        Ok(())
    }

    fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
        self.out.get(name).cloned()
    }
}

/// The bundle of a folder, where `out` is the earlier one, and how many articles are unchanged.
fn packed(articles: &Files, out: &Files, program: &str) -> (Files, usize) {
    let names: Vec<String> = articles.keys().cloned().collect();
    let read = read_folder(&names, &mut Disk { articles, out }, None, program).unwrap();
    let mut made = Made {
        files: Files::new(),
        out,
    };
    let settings = Settings {
        in_parts: true,
        ..Settings::default()
    };
    let unchanged = finished(pack(&kit(), &read, settings, &mut made)).unwrap();
    (made.files, unchanged)
}

/// The names of the files that two bundles do not have in common.
fn differing<'a>(one: &'a Files, other: &'a Files) -> Vec<&'a str> {
    let names = one.keys().chain(other.keys());
    let names = names.filter(|name| one.get(*name) != other.get(*name));
    names.map(String::as_str).collect()
}

fn article(words: &str) -> Vec<u8> {
    format!("---\ntitle: Of {words}\nlanguage: en\n---\n“It is {words},” Ann Lee said & left.\n")
        .into_bytes()
}

fn folder() -> Files {
    let articles = ["a", "b", "c"].map(|id| (format!("{id}.md"), article(id)));
    Files::from(articles)
}

#[test]
fn only_what_changed_is_made_again() {
    let mut articles = folder();
    let (out, unchanged) = packed(&articles, &Files::new(), PROGRAM);
    assert_eq!(unchanged, 0);
    let (again, unchanged) = packed(&articles, &out, PROGRAM);
    assert_eq!(unchanged, 3);
    assert_eq!(differing(&again, &out), [""; 0]);
    assert_eq!(packed(&articles, &out, "program 2").1, 0);
    articles.insert("b.md".to_owned(), article("new"));
    assert_eq!(packed(&articles, &out, PROGRAM).1, 2);
    let annotations = br#"{"version": 1, "entities": [], "claims": []}"#;
    articles.insert("a.annotations.json".to_owned(), annotations.to_vec());
    assert_eq!(packed(&articles, &out, PROGRAM).1, 1);
}

#[test]
fn an_article_with_a_note_is_made_again_so_that_the_note_is_told_again() {
    let mut articles = folder();
    articles.insert("c.md".to_owned(), article("<b>new</b>"));
    let names: Vec<String> = articles.keys().cloned().collect();
    let told = Cell::new(0);
    struct Counting<'a>(Disk<'a>, &'a Cell<usize>);
    impl Source for Counting<'_> {
        fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
            self.0.read(name)
        }
        fn tell(&mut self, _line: &str) {
            self.1.set(self.1.get() + 1);
        }
        fn packed(&mut self, name: &str) -> Option<Vec<u8>> {
            self.0.packed(name)
        }
    }
    let (out, _) = packed(&articles, &Files::new(), PROGRAM);
    let mut times_told = Vec::new();
    for out in [&Files::new(), &out] {
        let articles = &articles;
        let mut source = Counting(Disk { articles, out }, &told);
        read_folder(&names, &mut source, None, PROGRAM).unwrap();
        times_told.push(told.get());
    }
    assert!(times_told[0] > 0);
    assert_eq!(times_told[1], times_told[0] * 2);
    assert_eq!(packed(&articles, &out, PROGRAM).1, 2);
}

/// Something that happens between two bundles.
#[derive(Clone, Debug)]
enum Event {
    Write(u8, u8),
    Remove(u8),
    /// A byte of a file of the bundle changes.
    Flip(bool, usize, usize),
    /// The end of a file of the bundle is lost.
    Cut(bool, usize, usize),
    Delete(bool, usize),
    Swap(usize, usize),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let of_record = any::<bool>;
    let event = prop_oneof![
        (0..4_u8, 0..3_u8).prop_map(|(id, words)| Event::Write(id, words)),
        (0..4_u8).prop_map(Event::Remove),
        (of_record(), any::<usize>(), any::<usize>())
            .prop_map(|(it, file, at)| Event::Flip(it, file, at)),
        (of_record(), any::<usize>(), any::<usize>())
            .prop_map(|(it, file, at)| Event::Cut(it, file, at)),
        (of_record(), any::<usize>()).prop_map(|(it, file)| Event::Delete(it, file)),
        (any::<usize>(), any::<usize>()).prop_map(|(one, other)| Event::Swap(one, other)),
    ];
    prop::collection::vec(event, 1..4)
}

impl Event {
    fn happen(self, articles: &mut Files, out: &mut Files) {
        let name_of = |out: &Files, is_record: bool, file: usize| {
            let of_articles: Vec<&String> = out
                .keys()
                .filter(|it| it.starts_with("articles/"))
                .collect();
            if is_record || of_articles.is_empty() {
                RECORD.to_owned()
            } else {
                of_articles[file % of_articles.len()].clone()
            }
        };
        match self {
            Self::Write(id, words) => {
                articles.insert(format!("{id}.md"), article(&words.to_string()));
            }
            Self::Remove(id) => {
                articles.remove(&format!("{id}.md"));
            }
            Self::Flip(is_record, file, at) => {
                let name = name_of(out, is_record, file);
                if let Some(bytes) = out.get_mut(&name).filter(|bytes| !bytes.is_empty()) {
                    let at = at % bytes.len();
                    bytes[at] ^= 1;
                }
            }
            Self::Cut(is_record, file, at) => {
                let name = name_of(out, is_record, file);
                if let Some(bytes) = out.get_mut(&name) {
                    bytes.truncate(at % (bytes.len() + 1));
                }
            }
            Self::Delete(is_record, file) => {
                out.remove(&name_of(out, is_record, file));
            }
            Self::Swap(one, other) => {
                let names = [one, other].map(|file| name_of(out, false, file));
                let [one, other] = names.each_ref().map(|name| out.get(name).cloned());
                let [first, second] = names;
                out.extend(other.map(|other| (first, other)));
                out.extend(one.map(|one| (second, one)));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_bundle_is_always_the_one_that_a_fresh_folder_gets(rounds in prop::collection::vec(events(), 1..3)) {
        let mut articles = folder();
        let (mut out, _) = packed(&articles, &Files::new(), PROGRAM);
        for events in rounds {
            for event in events {
                event.happen(&mut articles, &mut out);
            }
            let (fresh, _) = packed(&articles, &Files::new(), PROGRAM);
            (out, _) = packed(&articles, &out, PROGRAM);
            prop_assert_eq!(differing(&out, &fresh), [""; 0]);
        }
    }
}
