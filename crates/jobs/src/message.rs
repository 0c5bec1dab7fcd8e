//! What a page and a worker say to each other.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version of the messages. Raise it with every change of [`Request`] or [`Reply`]: a page
/// that was loaded before an update then says so, and does not misread its worker.
pub const VERSION: u32 = 1;

/// What a page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Read files, and find names and claims in them. Beside it: the bytes of each file.
    Read {
        /// The name of each file.
        names: Vec<String>,
        /// Ids of articles that are in use.
        taken: Vec<String>,
    },
    /// Divide articles into the files of an archive. Beside it: the JSON of each article.
    Archive {
        /// Where the page looks for the files.
        folder: String,
        /// How many bytes of articles the data of the page may hold.
        bytes: usize,
    },
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// The worker has started and waits for a request.
    Ready,
    /// So many steps of `all` are done.
    Progress {
        /// The steps that are done.
        done: usize,
        /// The steps in all.
        all: usize,
    },
    /// An article was read. Beside it: the article as JSON.
    Article {
        /// Its id, which no other article has.
        id: String,
        /// The title of the article that it is, or of which it is a part.
        title: String,
        /// Which of the articles of the request it is, counted from 0: parts of one have one
        /// number.
        whole: usize,
        /// The steps that are done.
        done: usize,
        /// The steps in all.
        all: usize,
    },
    /// All files were read: the last reply to [`Request::Read`].
    Read {
        /// What the reader should know, the worst first.
        notes: Vec<Note>,
        /// How many of the notes say that something is missing.
        faults: usize,
    },
    /// The archive is made: the last reply to [`Request::Archive`]. Beside it: the data of the
    /// page, then the content of each file.
    Archived {
        /// The name of each file.
        files: Vec<String>,
    },
    /// The request cannot be done: its last reply.
    Failed {
        /// Why, in words that can follow a colon.
        reason: String,
    },
}

/// Something that the reader of a file should know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where it is: a file or an article, and a field in it.
    pub place: String,
    /// What it is, in a sentence.
    pub what: String,
}

/// A reply, and the bytes beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The reply.
    pub reply: Reply,
    /// What belongs to it and is not JSON, as [`Reply`] says.
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

/// Why a message cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// It has another version.
    Version(u32),
    /// It is not what was expected; with the reason.
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
/// When it has another version, or is something else.
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
        assert!(error.to_string().contains("different versions, 1 and 7"));
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for json in [
            "",
            "{}",
            "[]",
            r#"{"version":1}"#,
            r#"{"version":1,"message":{"read":3}}"#,
            r#"{"version":1,"message":"other"}"#,
            r#"{"version":-1,"message":"ready"}"#,
        ] {
            let error = from_json::<Reply>(json).unwrap_err();
            assert!(matches!(error, MessageError::Unreadable(_)), "{json}");
        }
    }
}
