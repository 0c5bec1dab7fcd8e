//! Carries out a request step by step.

use super::archiving::Archiving;
use super::message::{Message, Reply, Request, from_json};
use super::reading::Reading;
use annotate::Tagger;

/// A request in progress. Each step is short, except reading files of many megabytes and writing
/// the index of an archive. The caller can stop between two steps.
pub struct Job(Work);

enum Work {
    Reading(Reading),
    Archiving(Archiving),
    Failed(String),
    Done,
}

impl Job {
    /// Starts a request. An invalid request becomes a job whose only reply is the reason.
    #[must_use]
    pub fn start(request: &str, payloads: Vec<Vec<u8>>) -> Self {
        Self(match from_json(request) {
            Ok(Request::Read { names, taken }) => {
                Work::Reading(Reading::of(names, payloads, taken))
            }
            Ok(Request::Archive { folder, bytes }) => {
                Work::Archiving(Archiving::of(payloads, folder, bytes))
            }
            Err(error) => Work::Failed(error.to_string()),
        })
    }

    /// Carries out the next step; `None` after the last. Without a tagger, fewer names are found,
    /// and a note says so.
    pub fn next(&mut self, tagger: Option<&Tagger>) -> Option<Message> {
        let message = match &mut self.0 {
            Work::Reading(reading) => reading.next(tagger),
            Work::Archiving(archiving) => archiving.next(),
            Work::Failed(reason) => Message::of(Reply::Failed {
                reason: std::mem::take(reason),
            }),
            Work::Done => return None,
        };
        let is_last = matches!(
            message.reply,
            Reply::Read { .. } | Reply::Archived { .. } | Reply::Failed { .. }
        );
        if is_last {
            self.0 = Work::Done;
        }
        Some(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Note, to_json};
    use import::{bundle, parse_json};

    fn replies(request: &str, payloads: Vec<Vec<u8>>) -> Vec<Message> {
        let mut job = Job::start(request, payloads);
        let messages = std::iter::from_fn(|| job.next(None)).collect();
        assert_eq!(job.next(None), None);
        messages
    }

    fn read(names: &[&str], payloads: &[&[u8]]) -> Vec<Message> {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        let request = Request::Read {
            names,
            taken: vec!["rain".to_owned()],
        };
        let payloads = payloads.iter().map(|bytes| bytes.to_vec()).collect();
        replies(&to_json(&request), payloads)
    }

    #[test]
    fn files_are_read_one_article_a_step() {
        let rain = "Rain\n\n“It rains,” Ann Example said.".as_bytes();
        let messages = read(
            &["rain.txt", "photo.png"],
            &[rain, b"\x89PNG\r\n\x1a\n\0\0"],
        );
        let [first, article, last] = messages.as_slice() else {
            panic!("{messages:?}");
        };
        assert_eq!(first.reply, Reply::Progress { done: 0, all: 1 });
        let Reply::Article {
            id, title, done, ..
        } = &article.reply
        else {
            panic!("{article:?}");
        };
        assert_eq!((id.as_str(), title.as_str(), *done), ("rain-2", "Rain", 1));
        let json = std::str::from_utf8(&article.payloads[0]).unwrap();
        let (articles, _) = bundle::read("", &parse_json(json).unwrap());
        assert_eq!(articles[0].claims.len(), 1);
        let Reply::Read { notes, faults } = &last.reply else {
            panic!("{last:?}");
        };
        assert_eq!(*faults, 1);
        let is_told = |note: &Note| note.place == "photo.png" && note.what.contains("picture");
        assert!(is_told(&notes[0]), "{notes:?}");
    }

    #[test]
    fn articles_become_the_files_of_an_archive() {
        let article = |id: &str| {
            format!(
                r#"{{"id":"{id}","title":"T","blocks":[{{"kind":"paragraph","text":"It rains."}}]}}"#
            )
        };
        let articles = ["a", "b"].map(|id| article(id).into_bytes());
        let request = Request::Archive {
            folder: "./own".to_owned(),
            bytes: 10,
        };
        let broken = [b"\xff".to_vec(), b"{".to_vec()];
        let payloads = articles.into_iter().chain(broken).collect();
        let messages = replies(&to_json(&request), payloads);
        let steps = messages.len() - 1;
        assert_eq!(steps, 4);
        let last = &messages[steps];
        let Reply::Archived { files } = &last.reply else {
            panic!("{last:?}");
        };
        assert_eq!(last.payloads.len(), files.len() + 1);
        let data = std::str::from_utf8(&last.payloads[0]).unwrap();
        assert!(data.contains("./own") && data.contains("archive"), "{data}");
    }

    #[test]
    fn what_is_no_request_has_one_reply() {
        for request in ["", "{", r#"{"version":9,"message":{"fly":{}}}"#] {
            let messages = replies(request, Vec::new());
            assert_eq!(messages.len(), 1);
            assert!(matches!(messages[0].reply, Reply::Failed { .. }));
        }
    }

    #[test]
    fn names_without_files_and_files_without_names_are_left_out() {
        for (names, payloads) in [(&["a.txt"][..], &[][..]), (&[], &[&b"It rains."[..]])] {
            let messages = read(names, payloads);
            assert!(matches!(messages.last().unwrap().reply, Reply::Read { .. }));
        }
    }
}
