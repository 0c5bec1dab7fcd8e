//! The messages between a page and a worker.

use formats::FileReport;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version of the messages. Raise it with every change of [`Request`] or [`Reply`], so that a
/// page that was loaded before an update reports that its worker is newer.
pub const VERSION: u32 = 2;

/// A request from a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Read files, and detect names and claims in them. The payloads are the bytes of the files.
    Read {
        /// The names of the files.
        names: Vec<String>,
        /// The ids of articles that are in use.
        taken: Vec<String>,
    },
    /// Divide articles into the files of an archive. The payloads are the articles as JSON.
    Archive {
        /// The folder in which the page looks for the files.
        folder: String,
        /// The maximum number of bytes of articles in the data of the page.
        bytes: usize,
    },
}

/// A reply from a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// The worker has started and waits for a request.
    Ready,
    /// Some steps are done.
    Progress {
        /// The number of steps that are done.
        done: usize,
        /// The number of all steps.
        all: usize,
    },
    /// An article was read. The payload is the article as JSON.
    Article {
        /// A unique id.
        id: String,
        /// The title of the whole article.
        title: String,
        /// The number of the whole article in the request, from 0. All parts of an article have the
        /// same number.
        whole: usize,
        /// Where it comes from, and what was left out or repaired.
        report: Box<FileReport>,
        /// The number of steps that are done.
        done: usize,
        /// The number of all steps.
        all: usize,
    },
    /// All files were read: the last reply to [`Request::Read`].
    Read {
        /// Notes for the reader, most serious first.
        notes: Vec<Note>,
        /// The number of notes about missing content.
        faults: usize,
    },
    /// The archive is finished: the last reply to [`Request::Archive`]. The payloads are the data
    /// of the page and then the content of each file.
    Archived {
        /// The names of the files.
        files: Vec<String>,
    },
    /// The request failed: its last reply.
    Failed {
        /// The reason, in words that can follow a colon.
        reason: String,
    },
}

/// A note about a file. It is a sentence, so that a page needs no sentences about files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The file or the article, and the place in it.
    pub place: String,
    /// The problem as a sentence.
    pub what: String,
}

/// A reply with its payloads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The reply.
    pub reply: Reply,
    /// The data beside the JSON, as described in [`Reply`].
    pub payloads: Vec<Vec<u8>>,
}

impl Message {
    pub(crate) fn of(reply: Reply) -> Self {
        Self {
            reply,
            payloads: Vec::new(),
        }
    }
}

/// Why a message cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// The message has another version.
    Version(u32),
    /// The message has another form, with the reason.
    Unreadable(String),
}

impl std::error::Error for MessageError {}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    version: u32,
    message: T,
}

/// A request or a reply as JSON, with the version.
#[must_use]
pub fn to_json<T: Serialize>(message: &T) -> String {
    let envelope = Envelope {
        version: VERSION,
        message,
    };
    import::to_text(&envelope)
}

/// Reads a request or a reply.
///
/// # Errors
///
/// If the message has another version or another form.
pub fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, MessageError> {
    let unreadable = |error: serde_json::Error| MessageError::Unreadable(error.to_string());
    let Version { version } = serde_json::from_str(json).map_err(unreadable)?;
    if version != VERSION {
        return Err(MessageError::Version(version));
    }
    let envelope: Envelope<T> = serde_json::from_str(json).map_err(unreadable)?;
    Ok(envelope.message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_as_they_were_written() {
        let request = Request::Read {
            names: vec!["a \"b\" </script>.txt".to_owned()],
            taken: vec!["é".to_owned()],
        };
        assert_eq!(from_json(&to_json(&request)), Ok(request));
        for reply in [
            Reply::Ready,
            Reply::Progress { done: 1, all: 2 },
            Reply::Archived {
                files: vec!["head".to_owned()],
            },
            Reply::Read {
                notes: vec![Note {
                    place: "a".to_owned(),
                    what: "b".to_owned(),
                }],
                faults: 1,
            },
        ] {
            assert_eq!(from_json(&to_json(&reply)), Ok(reply));
        }
    }

    #[test]
    fn another_version_is_named_whatever_the_message_is() {
        let json = r#"{"version":7,"message":{"new":{}}}"#;
        let error = from_json::<Reply>(json).unwrap_err();
        assert_eq!(error, MessageError::Version(7));
        assert!(error.to_string().contains("different versions, 2 and 7"));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for json in [
            "",
            "{}",
            "[]",
            r#"{"version":2}"#,
            r#"{"version":2,"message":{"read":3}}"#,
            r#"{"version":2,"message":"other"}"#,
            r#"{"version":-1,"message":"ready"}"#,
        ] {
            let error = from_json::<Reply>(json).unwrap_err();
            assert!(matches!(error, MessageError::Unreadable(_)), "{json}");
        }
    }
}
