//! Rust files as a flat row of tokens, so that comments never look like code.

use super::Violation;
use super::tree::Tree;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A word, a sign, a literal, or one half of a pair of brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// The token as it is written.
    pub(super) text: String,
    /// The line on which it begins, counted from 1.
    pub(super) line: usize,
}

/// The violations that `find` sees in the tokens of these files.
pub(super) fn violations<'tree>(
    files: impl Iterator<Item = (&'tree str, &'tree str)>,
    find: impl Fn(&str, &[Token]) -> Vec<Violation>,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in files {
        match tokens(text) {
            Some(tokens) => violations.extend(find(path, &tokens)),
            None => violations.push(Violation::new(
                path,
                1,
                "this cannot be read as Rust",
                "make it compile first",
            )),
        }
    }
    violations
}

/// The violations of a rule that looks at `width` neighbouring tokens at a time.
pub(super) fn windows<const WIDTH: usize>(
    tree: &Tree,
    find: impl Fn(&str, [&str; WIDTH]) -> Option<(String, &'static str)>,
) -> Vec<Violation> {
    violations(tree.rust(), |path, tokens| {
        let found = tokens.windows(WIDTH).filter_map(|window| {
            let mut words = [""; WIDTH];
            for (word, token) in words.iter_mut().zip(window) {
                *word = &token.text;
            }
            let (what, remedy) = find(path, words)?;
            Some(Violation::new(path, window.first()?.line, what, remedy))
        });
        found.collect()
    })
}

/// The tokens of a file, or nothing when it is not Rust.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let stream: TokenStream = text.parse().ok()?;
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    Some(tokens)
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(Token {
                    text: open.to_owned(),
                    line,
                });
                flatten(group.stream(), tokens);
                let line = group.span_close().start().line;
                tokens.push(Token {
                    text: close.to_owned(),
                    line,
                });
            }
            other => tokens.push(Token {
                text: other.to_string(),
                line,
            }),
        }
    }
}
