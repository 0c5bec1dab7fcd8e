//! The compiled program: what is changed in it before it is published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use wasm_encoder::reencode::{Reencode as _, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use super::hash::hexadecimal;
use super::optimise::smaller;

/// The program and its JavaScript.
pub(super) struct Program {
    pub(super) wasm: Vec<u8>,
    pub(super) script: String,
}

impl Program {
    /// Takes what Trunk left in `folder`, which no longer holds it then.
    pub(super) fn take_from(folder: &Path, is_release: bool) -> Result<Self> {
        let take = |ending: &str| -> Result<Vec<u8>> {
            let path = built_file(folder, ending)?;
            let bytes =
                fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            fs::remove_file(&path)
                .with_context(|| format!("{} cannot be removed", path.display()))?;
            Ok(bytes)
        };
        let mut wasm = take("_bg.wasm")?;
        if is_release {
            wasm = smaller(&wasm)?;
        }
        let script =
            String::from_utf8(take(".js")?).context("the program's script is not UTF-8")?;
        Self::of(&script, &wasm)
    }

    /// Makes ready what wasm-bindgen wrote.
    pub(super) fn of(script: &str, wasm: &[u8]) -> Result<Self> {
        let script = without_sync(script);
        let (script, mut wasm) = shorten_import_names(&script, wasm)?;
        hide_registry(&mut wasm);
        let script = with_own_listeners(&script, &wasm);
        Ok(Self { wasm, script })
    }
}

fn built_file(folder: &Path, ending: &str) -> Result<PathBuf> {
    let unreadable = || format!("{} cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("article-explorer-") && name.ends_with(ending) {
            return Ok(path.clone());
        }
    }
    anyhow::bail!(
        "{} holds no article-explorer-…{ending}; is `filehash` on in Trunk.toml?",
        folder.display()
    )
}

/// wasm-bindgen gives imports long names that end in hashes, which stand in the program and
/// in its JavaScript. Counted names save about 5 kB of what is transferred.
fn shorten_import_names(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut short: BTreeMap<String, String> = BTreeMap::new();
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the program is not WebAssembly")?;
        if let Payload::ImportSection(imports) = payload {
            let mut section = ImportSection::new();
            for import in imports.into_imports() {
                let import = import.context("the program's imports cannot be read")?;
                let next = format!("i{}", short.len());
                let name = short.entry(import.name.to_owned()).or_insert(next);
                let kind = RoundtripReencoder
                    .entity_type(import.ty)
                    .context("the program has an import of an unknown kind")?;
                section.import(import.module, name, kind);
            }
            module.section(&section);
        } else if let Payload::CustomSection(_) = payload {
            // Says which features the compiler used; nobody reads it from here on.
        } else if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = wasm.get(range).unwrap_or_default();
            module.section(&RawSection { id, data });
        }
    }
    let mut renamed = String::with_capacity(script.len());
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = script;
    while let Some(start) = rest.find(is_part) {
        let (before, word_on) = rest.split_at(start);
        let end = word_on.find(|c| !is_part(c)).unwrap_or(word_on.len());
        let (word, after) = word_on.split_at(end);
        renamed.push_str(before);
        renamed.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    renamed.push_str(rest);
    Ok((renamed, module.finish()))
}

/// The script without the way to start the program that nobody here takes.
fn without_sync(script: &str) -> String {
    let function = script
        .split_once("\nfunction initSync(")
        .and_then(|(before, after)| Some((before, after.split_once("\n}\n")?.1)));
    match function {
        Some((before, after)) => format!("{before}\n{after}").replace("initSync, ", ""),
        None => script.to_owned(),
    }
}

/// The messages of panics name source files by their path on the machine that built them.
/// The part that says where that machine keeps its crates is blanked out.
fn hide_registry(wasm: &mut [u8]) {
    const MARK: &[u8] = b"/registry/src/";
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let Some(home) = home.map(|home| home.to_string_lossy().into_owned().into_bytes()) else {
        return;
    };
    let start = [&home[..], MARK].concat();
    let mut from = 0;
    while let Some(at) = position(wasm.get(from..).unwrap_or_default(), &start) {
        let begin = from + at;
        from = begin + start.len();
        let registry = wasm.get(from..).unwrap_or_default();
        let end = from + registry.iter().position(|byte| *byte == b'/').unwrap_or(0);
        if let Some(place) = wasm.get_mut(begin..end) {
            place.fill(b'.');
        }
    }
}

/// Yew numbers its listeners in properties of elements, with the same names and numbers in
/// every program. Names of our own keep us from answering the events of another Yew app
/// that we stand in, and it from answering ours.
fn with_own_listeners(script: &str, wasm: &[u8]) -> String {
    let own = hexadecimal(&Sha256::digest(wasm), 8);
    script.replace(".__yew_", &format!(".__ae{own}_"))
}

fn position(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    bytes
        .windows(sought.len())
        .position(|window| window == sought)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    #[test]
    fn import_names_are_counted_in_both_files() {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in ["__wbg_a_0123456789abcdef", "__wbg_a_0123456789abcdef0"] {
            imports.import("m", name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let script = "{ __wbg_a_0123456789abcdef: 1, __wbg_a_0123456789abcdef0: 2, wbg: 3 }";
        let (script, wasm) = shorten_import_names(script, &module.finish()).unwrap();
        assert_eq!(script, "{ i0: 1, i1: 2, wbg: 3 }");
        let names: Vec<String> = Parser::new(0)
            .parse_all(&wasm)
            .filter_map(|payload| match payload.unwrap() {
                Payload::ImportSection(imports) => Some(imports.into_imports()),
                _ => None,
            })
            .flatten()
            .map(|import| import.unwrap().name.to_owned())
            .collect();
        assert_eq!(names, ["i0", "i1"]);
        assert!(shorten_import_names("", b"nothing").is_err());
    }

    #[test]
    fn listeners_have_names_of_their_own_for_each_program() {
        let script = "arg0.__yew_listener_id = 1; function __wbg___yew_x() {}";
        let one = with_own_listeners(script, b"1");
        assert!(one.contains("__wbg___yew_x") && !one.contains(".__yew_"));
        assert_ne!(one, with_own_listeners(script, b"2"));
    }
}
