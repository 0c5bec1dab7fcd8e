//! The pieces of a query between white space, and the operators among them.

use std::ops::Range;

use super::MAX_TERMS;
use crate::problem::QueryProblem;

/// A piece of a query between white space.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) excluded: bool,
    pub(super) field: Option<String>,
    pub(super) body: String,
    pub(super) quoted: bool,
    /// Whether a quotation mark closed it, so that it is complete.
    pub(super) closed: bool,
    pub(super) forgiving: bool,
    /// Whether an asterisk asks for every word with this beginning.
    pub(super) begins: bool,
    /// Whether this piece and the one before it are alternatives.
    pub(super) or: bool,
    /// Whether nothing, not even white space, follows.
    pub(super) is_last: bool,
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
}

impl Piece {
    /// Whether it is only words, without quotation marks, signs or a field.
    pub(super) fn is_plain(&self) -> bool {
        !self.excluded && !self.quoted && !self.forgiving && !self.begins && self.field.is_none()
    }

    /// Whether the reader may still be typing it.
    pub(super) fn is_typed(&self) -> bool {
        self.is_last && !self.closed
    }
}

/// The pieces of a query, at most [`MAX_TERMS`], with operators applied to them.
pub(super) fn pieces(text: &str, notices: &mut Vec<QueryProblem>) -> Vec<Piece> {
    let mut all = Pieces { text, rest: text };
    let mut found: Vec<Piece> = all.by_ref().take(MAX_TERMS).collect();
    if all.next().is_some() {
        notices.push(QueryProblem::TooManyTerms);
    }
    apply_operators(&mut found, notices);
    found
}

/// Applies `AND`, `OR` and `NOT` in capitals. An operator without words to join is left out.
fn apply_operators(pieces: &mut Vec<Piece>, notices: &mut Vec<QueryProblem>) {
    let is = |piece: &Piece, name: &str| piece.is_plain() && piece.body == name;
    let (mut or, mut not) = (false, false);
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for mut piece in std::mem::take(pieces) {
        if is(&piece, "AND") {
            continue;
        }
        if is(&piece, "OR") {
            or = true;
            continue;
        }
        if is(&piece, "NOT") {
            not = true;
            continue;
        }
        piece.excluded |= not;
        if or && let Some(before) = kept.last() {
            let of_words = |piece: &Piece| !piece.excluded && piece.field.is_none();
            piece.or = of_words(before) && of_words(&piece);
            if !piece.or && !notices.contains(&QueryProblem::OrBesideFilter) {
                notices.push(QueryProblem::OrBesideFilter);
            }
        }
        (or, not) = (false, false);
        kept.push(piece);
    }
    *pieces = kept;
}

struct Pieces<'q> {
    text: &'q str,
    rest: &'q str,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let mut rest = self.rest.trim_start();
        if rest.is_empty() {
            return None;
        }
        let start = self.text.len() - rest.len();
        let excluded = rest
            .strip_prefix('-')
            .filter(|after| after.chars().next().is_some_and(|c| !c.is_whitespace()));
        if let Some(after) = excluded {
            rest = after;
        }
        let name = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(0);
        let (name, after) = rest.split_at_checked(name).unwrap_or(("", rest));
        let after = after.strip_prefix(':').filter(|_| !name.is_empty());
        let field = after.map(|after| {
            rest = after;
            name.to_owned()
        });
        let opening = rest.chars().next().filter(|c| is_quotation_mark(*c));
        let (body, quoted, closed) = match opening {
            Some(mark) => {
                let inner = rest.get(mark.len_utf8()..).unwrap_or_default();
                let end = inner.find(is_quotation_mark);
                let body = inner.get(..end.unwrap_or(inner.len())).unwrap_or_default();
                let after = inner.get(body.len()..).unwrap_or_default();
                let mut after = after.chars();
                after.next();
                rest = after.as_str();
                (body, true, end.is_some())
            }
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (body, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                rest = after;
                (body, false, false)
            }
        };
        self.rest = rest;
        let bare = body.trim_end_matches('~');
        let forgiving = !quoted && field.is_none() && bare.len() < body.len();
        let body = if forgiving { bare } else { body };
        let bare = body.trim_end_matches('*');
        let begins = !quoted && field.is_none() && !bare.is_empty() && bare.len() < body.len();
        Some(Piece {
            excluded: excluded.is_some(),
            field,
            body: if begins { bare } else { body }.to_owned(),
            quoted,
            closed,
            forgiving,
            begins,
            or: false,
            is_last: rest.is_empty(),
            at: start..self.text.len() - rest.len(),
        })
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}
