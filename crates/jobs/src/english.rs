//! Every English sentence about a message. Another language would be a file like this one.

use std::fmt::{Display, Formatter, Result};

use super::message::{MessageError, VERSION};

impl Display for MessageError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Version(other) => write!(
                f,
                "this page and the program that reads files have different versions, {VERSION} \
                 and {other}; reload this page"
            ),
            Self::Unreadable(reason) => write!(f, "a message cannot be read: {reason}"),
        }
    }
}
