//! Why a bundle cannot be made.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use import::BundleFault;
use publish::MissingPlace;

/// Why a bundle cannot be made.
#[derive(Debug)]
pub enum Fault {
    /// There is no article.
    NoArticle,
    /// The data of the articles has another form.
    OtherData(BundleFault),
    /// The articles do not make a collection, for this reason.
    OtherCollection(String),
    /// `settings.json` cannot be used, for this reason.
    Settings(String),
    /// A file of the kit is missing or was changed.
    Kit(String),
    /// The skeleton of pages lacks a placeholder.
    Skeleton(MissingPlace),
    /// A file cannot be read or written, for this reason.
    File(String, String),
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoArticle => f.write_str("there is no article"),
            Self::OtherData(fault) => write!(f, "the data is {fault}"),
            Self::OtherCollection(reason) => f.write_str(reason),
            Self::Settings(reason) => write!(f, "settings.json cannot be used: {reason}"),
            Self::Kit(what) => write!(f, "the files of the program are damaged: {what}"),
            Self::Skeleton(place) => place.fmt(f),
            Self::File(name, reason) => write!(f, "{name}: {reason}"),
        }
    }
}

impl Error for Fault {}

impl From<BundleFault> for Fault {
    fn from(fault: BundleFault) -> Self {
        Self::OtherData(fault)
    }
}

impl From<MissingPlace> for Fault {
    fn from(place: MissingPlace) -> Self {
        Self::Skeleton(place)
    }
}
