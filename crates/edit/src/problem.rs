//! Why an edit or a log is refused. The sentences are in `english.rs`.

use model::{ClaimId, EntityId};

/// Why an edit cannot be made. The article stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum EditProblem {
    /// The article already is as the edit would make it.
    NoChange,
    /// Bulk edits contain each other too deep.
    TooDeep,
    /// No entity has this id.
    NoSuchEntity(EntityId),
    /// No claim has this id.
    NoSuchClaim(ClaimId),
    /// The entity is not mentioned there.
    NoSuchMention,
    /// The claim has no such piece.
    NoSuchPiece,
    /// No block has this number.
    NoSuchBlock,
    /// Another entity or claim has this id.
    TakenId(String),
    /// An id is empty.
    BlankId,
    /// A name is empty.
    BlankName,
    /// A fact about the article is set to nothing but white space.
    BlankValue,
    /// A language tag is malformed.
    InvalidLanguage(String),
    /// A confidence is not from 0 to 1.
    InvalidConfidence,
    /// A heading has an impossible level.
    InvalidLevel(u8),
    /// A range ends outside the text, or before it starts.
    OutsideText,
    /// A range starts or ends within a character.
    WithinCharacter,
    /// A range contains no words.
    NoWords,
    /// A range starts or ends with white space.
    BlankEnds,
    /// A place is between two blocks.
    BetweenBlocks,
    /// A range is not within one block.
    AcrossBlocks,
    /// The entity is already mentioned there.
    SameMention,
    /// The claim would have no words.
    LastPiece,
    /// A claim without words cannot be added.
    NoPieces,
    /// Claims refer to the entity.
    UsedByClaims {
        /// The number of claims.
        count: usize,
    },
    /// An entity cannot be merged with itself.
    SameEntity,
    /// The claim was not detected, so it has no confidence.
    NotDetected,
    /// A block would be divided within a name, a cue, or words for a speaker.
    WithinName,
    /// A block would have no text.
    EmptyBlock,
    /// The new words contain a blank line, or white space at an end of the block.
    BlankLine,
    /// The text would be too long.
    TooLong,
}

/// Why a log cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum LogProblem {
    /// The log has another version.
    Version(u32),
    /// The log is not JSON, or has another form, with the reason.
    Unreadable(String),
    /// The log has too many edits.
    TooManyEdits,
    /// The log belongs to another text.
    OtherText,
    /// The article itself contradicts itself.
    Article(ArticleFault),
}

/// Why a log was not carried out to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum ReplayProblem {
    /// The edit cannot be read, with the reason.
    Unreadable(String),
    /// The edit cannot be made.
    Edit(EditProblem),
    /// The edits would take too long.
    TooMuchWork,
}

/// What is wrong with an article, so that it cannot be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantArray))]
pub enum ArticleFault {
    /// The blocks are not the text.
    Blocks,
    /// A style or a link does not fit its block.
    Styles,
    /// An entity has no name, or no id of its own.
    Entities,
    /// A mention fits neither text nor entities, is repeated, or is out of order.
    Mentions,
    /// A claim fits neither text nor entities, or has no id of its own.
    Claims,
}

impl From<EditProblem> for ReplayProblem {
    fn from(problem: EditProblem) -> Self {
        Self::Edit(problem)
    }
}

impl std::error::Error for EditProblem {}
impl std::error::Error for LogProblem {}
impl std::error::Error for ReplayProblem {}
impl std::error::Error for ArticleFault {}
