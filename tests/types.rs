//! `js/types.d.ts` declares for scripts what the Rust types say.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use explore::ViewState;
use formats::{ExportedFile, Format, FoundRecord};
use import::{AnnotationsRecord, FileRecord, Marks};
use search::collection::{Document, Passage};
use ts_rs::{Config, TS, TypeVisitor};

fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// With this variable, the declarations are written anew.
const RENEW: &str = "RENEW";

/// The declarations of types by their names, with those of the types that they use.
#[derive(Default)]
struct Declarations(BTreeMap<String, String>);

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let config = Config::new();
        let docs = T::docs().unwrap_or_default();
        let declaration = format!("{docs}export {}", T::decl(&config));
        let known = self.0.insert(T::ident(&config), declaration.clone());
        match known {
            None => T::visit_dependencies(self),
            Some(known) => assert_eq!(known, declaration, "two types have one name"),
        }
    }
}

/// A declaration with a property a line, and short descriptions on one.
fn layout(declaration: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut indent = "";
    for line in declaration.trim_end().lines().map(str::trim_end) {
        if line == " */"
            && let [.., before, words] = lines.as_slice()
            && before.trim_start() == "/**"
            && let Some(words) = words.trim_start().strip_prefix("* ")
        {
            let description = format!("{indent}/** {words} */");
            lines.truncate(lines.len() - 2);
            lines.push(description);
        } else if let Some(last) = line.strip_suffix(" };") {
            lines.extend([format!("{indent}{last}"), "};".to_owned()]);
        } else {
            lines.push(format!("{indent}{line}"));
        }
        if line.ends_with('{') {
            indent = "  ";
        }
    }
    lines.join("\n")
}

#[test]
fn the_declarations_are_those_of_the_types() {
    let mut declarations = Declarations::default();
    declarations.visit::<ViewState>();
    declarations.visit::<FileRecord<'static>>();
    declarations.visit::<Marks>();
    declarations.visit::<AnnotationsRecord<'static>>();
    declarations.visit::<Format>();
    declarations.visit::<ExportedFile>();
    declarations.visit::<FoundRecord<'static>>();
    declarations.visit::<Document<'static>>();
    declarations.visit::<Passage>();
    let mut expected = format!("// Made from Rust types by `{RENEW}=1 cargo test --test types`.\n");
    let used = fs::read_to_string(in_project("js/tests/use.ts")).unwrap();
    for (name, declaration) in &declarations.0 {
        let import = format!("  type {name},\n");
        assert!(
            used.contains(&import),
            "js/tests/use.ts does not use {name}"
        );
        expected.push_str(&format!("\n{}\n", layout(declaration)));
    }

    let file = in_project("js/types.d.ts");
    if std::env::var_os(RENEW).is_some() {
        fs::write(&file, &expected).unwrap();
    }
    assert!(
        fs::read_to_string(&file).unwrap_or_default() == expected,
        "js/types.d.ts is not that of the Rust types; renew it with\n    {RENEW}=1 cargo test --test types\nExpected:\n{expected}"
    );
}

#[test]
fn the_formats_are_those_of_the_program() {
    let known = Format::ALL.map(|format| format!("\"{}\"", format.as_str()));
    assert_eq!(Format::inline(&Config::new()), known.join(" | "));
    let known = Format::ALL.map(Format::as_str).join(", ");
    let described = fs::read_to_string(in_project("js/custom-elements.json")).unwrap();
    assert!(described.contains(&known), "exportAs lists {known}");
}
