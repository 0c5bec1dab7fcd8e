//! Reads files, and detects names and claims in their articles.

use std::cmp::Reverse;

use super::message::{Message, Note, Reply};
use annotate::Tagger;
use formats::{Diagnostic, Opening};
use import::Severity;

/// Files that are being read.
pub(crate) struct Reading {
    files: Vec<(String, Vec<u8>)>,
    taken: Vec<String>,
    opening: Option<Opening>,
    done: usize,
}

impl Reading {
    pub(crate) fn of(names: Vec<String>, payloads: Vec<Vec<u8>>, taken: Vec<String>) -> Self {
        Self {
            files: names.into_iter().zip(payloads).collect(),
            taken,
            opening: None,
            done: 0,
        }
    }

    /// Reads all files in the first step, opens one article in each further step, and reports the
    /// notes in the last.
    pub(crate) fn next(&mut self, tagger: Option<&Tagger>) -> Message {
        let Some(opening) = &mut self.opening else {
            let files = std::mem::take(&mut self.files);
            let files: Vec<(&str, &[u8])> = files
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
                .collect();
            let opening = Opening::of(&files, std::mem::take(&mut self.taken));
            let all = opening.len();
            self.opening = Some(opening);
            return Message::of(Reply::Progress { done: 0, all });
        };
        let all = opening.len();
        let Some(opened) = opening.take_next(tagger) else {
            return Message::of(read_reply(opening.diagnostics()));
        };
        self.done += 1;
        Message {
            reply: Reply::Article {
                id: opened.id,
                title: opened.title,
                whole: opened.whole,
                report: Box::new((*opened.report).clone()),
                done: self.done,
                all,
            },
            payloads: vec![opened.json.into_bytes()],
        }
    }
}

/// The last reply: the diagnostics, most serious first, and guesses last.
fn read_reply(diagnostics: &[Diagnostic]) -> Reply {
    let is_fault = |diagnostic: &&Diagnostic| diagnostic.severity() == Severity::Error;
    let faults = diagnostics.iter().filter(is_fault).count();
    let mut diagnostics: Vec<&Diagnostic> = diagnostics.iter().collect();
    diagnostics.sort_by_key(|diagnostic| {
        let is_guess = matches!(diagnostic.place.path(), "title" | "language");
        (Reverse(diagnostic.severity()), is_guess)
    });
    let notes = diagnostics.iter().map(|diagnostic| Note {
        place: diagnostic.location(),
        what: diagnostic.what(),
    });
    Reply::Read {
        notes: notes.collect(),
        faults,
    }
}
