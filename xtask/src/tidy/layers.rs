//! Which part of the app may know which other part.

use super::rust::{self, Token};
use super::tree::Tree;
use super::{Violation, tree};

/// The floors of `src/` from the ground up; each may use only those below, not its neighbours.
const FLOORS: &[&[&str]] = &[
    &["model"],
    &["text"],
    &["source", "segments"],
    &["annotate"],
    &["search"],
    &["explore"],
    &["interop"],
    &["ui"],
    &["web"],
    &["main", "bin", "lib"],
];

/// Rooms that may name the browser's crates.
const BROWSER_ROOMS: &[&str] = &["ui", "web", "main", "bin"];

/// Crates that reach the browser.
const BROWSER_CRATES: &[&str] = &[
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

/// Each floor uses only what lies below it.
pub(super) fn floors(tree: &Tree) -> Vec<Violation> {
    rust::violations(tree.app(), |path, tokens| {
        let room = room(path);
        let Some(floor) = floor(room) else {
            return vec![Violation::new(
                path,
                1,
                format!("`{room}` stands on no floor"),
                "move it into one, or give it a place in xtask/src/tidy/layers.rs",
            )];
        };
        if ["main", "bin", "lib"].contains(&room) {
            return Vec::new();
        }
        let used = used_rooms(path, tokens).into_iter();
        used.filter(|(used, _)| {
            *used != room && self::floor(used).is_some_and(|used| used >= floor)
        })
        .map(|(used, line)| {
            Violation::new(
                path,
                line,
                format!("`{room}` uses `{used}`, which does not lie below it"),
                "move what is needed further down, or its use further up",
            )
        })
        .collect()
    })
}

/// Everything below `ui` is pure; above it only `web` touches the browser.
pub(super) fn browser(tree: &tree::Tree) -> Vec<Violation> {
    let ui = floor("ui");
    rust::violations(tree.app(), |path, tokens| {
        let room = room(path);
        if BROWSER_ROOMS.contains(&room) {
            return Vec::new();
        }
        let is_pure = floor(room) < ui;
        tokens
            .iter()
            .filter(|token| {
                let is_yew = token.text == "yew" || token.text.starts_with("yew_");
                BROWSER_CRATES.contains(&token.text.as_str())
                    || token.text.starts_with("gloo_")
                    || (is_pure && is_yew)
            })
            .map(|token| {
                Violation::new(
                    path,
                    token.line,
                    format!("`{room}` names `{}`", token.text),
                    "move what touches the browser to src/web, what is shown to src/ui",
                )
            })
            .collect()
    })
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// `src/text/words.rs` and `src/text.rs` are both in the room `text`.
fn room(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The top-level modules that a file names: after `crate::`, or after as many `super::` as lead there.
fn used_rooms<'tokens>(path: &str, tokens: &'tokens [Token]) -> Vec<(&'tokens str, usize)> {
    let mut rooms = Vec::new();
    let mut rest = tokens;
    let mut after_path = false;
    while let Some((first, following)) = rest.split_first() {
        let is_root = first.text == "crate" && !after_path;
        let supers = if after_path { 0 } else { leading_supers(rest) };
        if is_root {
            rooms.extend(named_after(following));
        } else if supers > 0 && supers >= depth(path) {
            rooms.extend(named_after(rest.get(supers * 3 - 2..).unwrap_or_default()));
        }
        after_path = first.text == ":";
        rest = following;
    }
    rooms
}

/// How many `super` lead from the file's own module to the root of the crate.
fn depth(path: &str) -> usize {
    let parts = path.strip_prefix("src/").unwrap_or(path).split('/').count();
    if path.ends_with("/mod.rs") {
        parts - 1
    } else {
        parts
    }
}

/// How many `super` stand at the beginning, with `::` between them.
fn leading_supers(tokens: &[Token]) -> usize {
    tokens
        .chunks(3)
        .take_while(|chunk| texts(chunk) == ["super", ":", ":"])
        .count()
}

/// The first names of a path that goes on with `::name` or with `::{name, other::deep}`.
fn named_after(tokens: &[Token]) -> Vec<(&str, usize)> {
    let [colon, second, first, group @ ..] = tokens else {
        return Vec::new();
    };
    if colon.text != ":" || second.text != ":" {
        return Vec::new();
    }
    if first.text != "{" {
        return vec![(first.text.as_str(), first.line)];
    }
    let mut names = Vec::new();
    let mut depth = 0_usize;
    let mut begins = true;
    for token in group {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" if depth == 0 => break,
            "}" => depth -= 1,
            "," if depth == 0 => begins = true,
            name => {
                if begins {
                    names.push((name, token.line));
                }
                begins = false;
            }
        }
    }
    names
}

fn texts(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().map(|token| token.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(violations: &[Violation]) -> Vec<(&str, usize)> {
        violations
            .iter()
            .map(|violation| (violation.path.as_str(), violation.line))
            .collect()
    }

    #[test]
    fn a_floor_may_use_those_below_it() {
        let tree = Tree::of(&[
            (
                "src/text/words.rs",
                "//! Words.\nuse crate::model::TextRange;\nuse crate::text::fold;",
            ),
            (
                "src/annotate/mod.rs",
                "use crate::{model::{Article, Claim}, segments, source};",
            ),
            ("src/segments.rs", "use crate::{model, text};"),
            ("src/main.rs", "use article_explorer::web;"),
            (
                "src/search/rank.rs",
                "use super::index;\nuse super::super::text::words;\n// crate::ui",
            ),
        ]);
        assert_eq!(floors(&tree), Vec::new());
    }

    #[test]
    fn a_floor_that_looks_up_or_sideways_is_found() {
        let tree = Tree::of(&[
            (
                "src/model/article.rs",
                "//! Articles.\n\nuse crate::text::Word;",
            ),
            (
                "src/source/html.rs",
                "fn f() { crate::segments::flatten(); }",
            ),
            (
                "src/explore/state.rs",
                "use crate::{\n    model::Article,\n    ui::{self, Card},\n};",
            ),
            ("src/segments.rs", "use super::source;"),
            ("src/search/rank.rs", "use super::super::explore::State;"),
            ("src/ui/card.rs", "use crate::web::storage;"),
        ]);
        assert_eq!(
            lines(&floors(&tree)),
            [
                ("src/explore/state.rs", 3),
                ("src/model/article.rs", 3),
                ("src/search/rank.rs", 1),
                ("src/segments.rs", 1),
                ("src/source/html.rs", 1),
                ("src/ui/card.rs", 1),
            ]
        );
    }

    #[test]
    fn a_room_without_a_floor_is_found() {
        let tree = Tree::of(&[("src/network/mod.rs", "")]);
        assert_eq!(lines(&floors(&tree)), [("src/network/mod.rs", 1)]);
    }

    #[test]
    fn the_browser_is_known_to_ui_and_web_only() {
        let tree = Tree::of(&[
            (
                "src/ui/app.rs",
                "use yew::prelude::*;\nuse web_sys::Element;",
            ),
            ("src/web/storage.rs", "use gloo_storage::Storage;"),
            ("src/main.rs", "fn main() { yew::Renderer::<App>::new(); }"),
            ("src/model/id.rs", "// not yew, not web_sys"),
        ]);
        assert_eq!(browser(&tree), Vec::new());

        let tree = Tree::of(&[
            ("src/explore/state.rs", "use yew::Reducible;"),
            ("src/lib.rs", "\nuse web_sys::window;"),
            ("src/text/words.rs", "#[wasm_bindgen]\npub fn words() {}"),
        ]);
        assert_eq!(
            lines(&browser(&tree)),
            [
                ("src/explore/state.rs", 1),
                ("src/lib.rs", 2),
                ("src/text/words.rs", 1)
            ]
        );
    }
}
