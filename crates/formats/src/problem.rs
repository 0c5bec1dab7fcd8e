//! What can go wrong when annotations are imported, articles are opened, or a format cannot
//! represent an article. The sentences are in `english.rs`.

use annotate::Limitation;
use import::{HasSeverity, Severity};

/// A problem in a file, with its place.
pub type Diagnostic = import::Diagnostic<Problem>;

/// Collects the diagnostics of one file.
pub(crate) type Diagnostics = import::Diagnostics<Problem>;

/// A problem with a file of any format.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum Problem {
    /// A problem with an article or with the project's own annotations.
    Import(import::Problem),
    /// Names may be missing from the automatic findings.
    Limited(Limitation),
    /// The annotations have an unknown format.
    UnknownAnnotations,
    /// No article belongs to the annotations.
    NoSuchArticle,
    /// An annotation has no offsets.
    NoOffsets,
    /// An annotation has no tokens in the text.
    NoTokens,
    /// An annotation has no selector of text.
    NoSelector,
    /// An annotation is neither a name nor a claim.
    NeitherNameNorClaim,
    /// A line does not have brat's form.
    NotBrat,
    /// An event is not a claim.
    OtherEvent,
    /// A note is left out.
    Note,
    /// A label is unknown.
    UnknownLabel {
        /// The label.
        label: String,
    },
    /// brat's type of an annotation is unknown.
    UnknownType {
        /// The type.
        name: String,
    },
    /// A claim names an entity without mentions.
    UnmentionedEntity,
    /// No part of a quotation occurs in the text.
    QuotationNotInText,
    /// No part of a claim occurs in the text.
    ClaimNotInText,
    /// The words occur in another spelling.
    SpelledOtherwise {
        /// The words as the text has them.
        found: String,
    },
    /// The words occur more than once.
    Ambiguous {
        /// The number of places that fit equally well.
        count: usize,
    },
    /// The words do not occur in the text.
    NotInText,
    /// The words do not occur in the text, and a similar passage is suggested.
    Moved {
        /// The passage.
        found: String,
    },
    /// The article is shown in parts.
    InParts {
        /// The length of the text in kB.
        kilobytes: usize,
        /// The number of parts.
        count: usize,
    },
    /// Claims that extend over several parts are left out.
    TornClaims {
        /// The number of claims.
        count: usize,
    },
    /// The format cannot represent some content.
    Loss {
        /// The kind of the content.
        what: Loss,
        /// The number of instances.
        count: usize,
    },
    /// The offsets of the format refer to the text of the article.
    OffsetsInText,
}

/// What a file in another format lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportLoss {
    /// The format cannot represent some content, with the number of instances.
    Content(Loss, usize),
    /// The offsets of the format refer to the text of the article.
    OffsetsInText,
}

impl ExportLoss {
    /// A problem of exporting; `None` for other problems.
    pub(crate) fn of(problem: &Problem) -> Option<Self> {
        match problem {
            Problem::Loss { what, count } => Some(Self::Content(*what, *count)),
            Problem::OffsetsInText => Some(Self::OffsetsInText),
            _ => None,
        }
    }
}

/// A kind of content that a format cannot represent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum Loss {
    /// Entities without mentions.
    UnmentionedEntities,
    /// Claims by or about entities without mentions.
    UnmentionedSpeakers,
    /// The places of names.
    PlacesOfNames,
    /// Cues.
    Cues,
    /// Forms other than direct, stances, and the places of claims.
    FormsAndPlaces,
    /// Aliases.
    Aliases,
    /// Confidences.
    Confidences,
    /// Mentions.
    Mentions,
    /// Kinds, aliases and Wikidata items.
    EntityDetails,
    /// Claims.
    Claims,
    /// Claims, except as notes.
    ClaimsButNotes,
    /// Names within other names.
    NestedNames,
    /// The words of the original where an editor changed the text.
    OriginalWords,
}

impl Loss {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::UnmentionedEntities,
        Self::UnmentionedSpeakers,
        Self::PlacesOfNames,
        Self::Cues,
        Self::FormsAndPlaces,
        Self::Aliases,
        Self::Confidences,
        Self::Mentions,
        Self::EntityDetails,
        Self::Claims,
        Self::ClaimsButNotes,
        Self::NestedNames,
        Self::OriginalWords,
    ];
}

impl From<import::Problem> for Problem {
    fn from(problem: import::Problem) -> Self {
        Self::Import(problem)
    }
}

impl From<import::DataProblem> for Problem {
    fn from(problem: import::DataProblem) -> Self {
        Self::Import(problem.into())
    }
}

impl HasSeverity for Problem {
    fn severity(&self) -> Severity {
        match self {
            Self::Import(problem) => problem.severity(),
            Self::Limited(_)
            | Self::Note
            | Self::UnknownLabel { .. }
            | Self::UnknownType { .. }
            | Self::SpelledOtherwise { .. }
            | Self::InParts { .. }
            | Self::Loss { .. }
            | Self::OffsetsInText => Severity::Advice,
            Self::UnknownAnnotations
            | Self::NoSuchArticle
            | Self::NoOffsets
            | Self::NoTokens
            | Self::NoSelector
            | Self::NeitherNameNorClaim
            | Self::NotBrat
            | Self::OtherEvent
            | Self::UnmentionedEntity
            | Self::QuotationNotInText
            | Self::ClaimNotInText
            | Self::Ambiguous { .. }
            | Self::NotInText
            | Self::Moved { .. }
            | Self::TornClaims { .. } => Severity::Error,
        }
    }
}
