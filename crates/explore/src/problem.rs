//! What a reader should know about an address, a query or a collection. The sentences are in
//! `english.rs`.

use super::Facet;
use import::BundleFault;
use model::{ArticleId, ClaimId, EntityId};
use search::QueryProblem;
use search::collection::LoadError;

/// Something that a view asks for and does not get as written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum Problem {
    /// The query cannot be parsed as written.
    Query(QueryProblem),
    /// A word does not occur in the article.
    NotInText {
        /// The word.
        word: String,
    },
    /// A word does not occur in the articles.
    NotInArticles {
        /// The word.
        word: String,
        /// The words that were searched instead.
        alike: Vec<String>,
    },
    /// A quotation occurs nowhere as written; its words were searched.
    QuotedNowhere {
        /// The quotation.
        words: String,
    },
    /// The address asks for an unknown mode of the page.
    UnknownMode {
        /// The value in the address.
        value: String,
    },
    /// The address asks for a confidence that is not a whole number up to 100.
    InvalidConfidence {
        /// The value in the address.
        value: String,
    },
    /// The address asks for an unknown value of a filter.
    UnknownValue {
        /// The filter.
        facet: Facet,
        /// The value in the address.
        value: String,
        /// Where it is unknown.
        among: Among,
    },
    /// The address asks for an unknown entity.
    UnknownEntity {
        /// The id in the address.
        id: EntityId,
        /// Where it is unknown.
        among: Among,
    },
    /// The address asks for an unknown claim.
    UnknownClaim {
        /// The id in the address.
        id: ClaimId,
        /// Where it is unknown.
        among: Among,
    },
}

/// Something that is missing in a collection. The page of one article does not need these
/// problems, so they are not part of [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum CollectionProblem {
    /// Two articles of a collection have the same id.
    SameId {
        /// The id.
        id: ArticleId,
        /// The title of the second article, which is left out.
        title: String,
    },
    /// The index of an archive cannot be used.
    UnusableIndex {
        /// The reason in a few words.
        reason: String,
        /// The number of articles that are loaded.
        loaded: usize,
        /// The number of all articles.
        all: u32,
    },
    /// Parts of the index of an archive are missing.
    MissingParts {
        /// The number of parts.
        count: usize,
        /// The reason in a few words.
        reason: String,
        /// The words that could not be looked up.
        words: Vec<String>,
    },
    /// Articles of an archive are missing.
    MissingArticles {
        /// The number of articles.
        count: usize,
        /// The reason in a few words.
        reason: String,
    },
}

/// What an address is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// One article.
    Article,
    /// The articles of a collection.
    Articles,
}

/// Why a file of an archive cannot be used.
#[derive(Debug)]
pub(crate) enum FileFault {
    /// The file is not an index, or not a part of this one.
    Index(LoadError),
    /// The index belongs to another collection, with this number of articles.
    OtherCollection(u32),
    /// The file is not UTF-8.
    NotUtf8,
    /// The file does not contain articles.
    Bundle(BundleFault),
    /// The file contains no article.
    NoArticle,
}
