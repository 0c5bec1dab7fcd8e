//! Why a folder cannot be published.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Why a folder cannot be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A file cannot be read, for this reason.
    Unreadable(String, String),
    /// A file is not text in UTF-8.
    NotUtf8(String),
    /// A file is not JSON, for this reason.
    NotJson(String, String),
    /// So many faults were reported.
    Faulty(usize),
    /// The folder contains no article.
    NoArticle,
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(name, reason) => write!(f, "{name} cannot be read: {reason}"),
            Self::NotUtf8(name) => write!(f, "{name} cannot be read, because it is not UTF-8 text"),
            Self::NotJson(name, reason) => write!(f, "{name} is not JSON: {reason}"),
            Self::Faulty(1) => f.write_str("the articles have a fault; mend it and pack again"),
            Self::Faulty(count) => {
                write!(
                    f,
                    "the articles have {count} faults; mend them and pack again"
                )
            }
            Self::NoArticle => {
                f.write_str("there is no article; put one into the folder as NAME.md")
            }
        }
    }
}

impl Error for Fault {}
