//! Divides articles into the files of an archive.

use std::vec::IntoIter;

use super::message::{Message, Reply};
use explore::collection::ArchiveWriter;
use import::{bundle, parse_json};
use model::Article;

/// The articles of the future archive.
pub(crate) struct Archiving {
    waiting: IntoIter<Vec<u8>>,
    articles: Vec<Article>,
    folder: String,
    bytes: usize,
    done: usize,
    all: usize,
}

impl Archiving {
    pub(crate) fn of(payloads: Vec<Vec<u8>>, folder: String, bytes: usize) -> Self {
        Self {
            all: payloads.len(),
            waiting: payloads.into_iter(),
            articles: Vec::new(),
            folder,
            bytes,
            done: 0,
        }
    }

    /// Reads one article in each step, or skips it if it is invalid; writes the files in the last
    /// step.
    pub(crate) fn next(&mut self) -> Message {
        if let Some(json) = self.waiting.next() {
            let json = String::from_utf8_lossy(&json);
            if let Ok(json) = parse_json(&json) {
                self.articles.extend(bundle::read("", &json).0);
            }
            let done = self.done;
            self.done += 1;
            let all = self.all;
            return Message::of(Reply::Progress { done, all });
        }
        let writer = ArchiveWriter::of_unsorted(std::mem::take(&mut self.articles));
        let data = writer.data_by_length(&self.folder, self.bytes);
        let (names, contents): (Vec<_>, Vec<_>) = writer
            .files
            .into_iter()
            .map(|(file, bytes)| (file.name(), bytes))
            .unzip();
        let payloads = std::iter::once(data.into_bytes()).chain(contents);
        Message {
            reply: Reply::Archived { files: names },
            payloads: payloads.collect(),
        }
    }
}
