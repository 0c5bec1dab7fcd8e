//! Every English sentence about edits and logs. Another language would be a file like this one.

use std::fmt::{Display, Formatter, Result};

use crate::log::VERSION;
use crate::{ArticleFault, EditProblem, LogProblem, OthersProblem, ReplayProblem};

impl Display for EditProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::NoSuchEntity(id) => return write!(f, "There is no name with the id “{id}”."),
            Self::NoSuchClaim(id) => return write!(f, "There is no claim with the id “{id}”."),
            Self::TakenId(id) => {
                return write!(f, "The id “{id}” is already in use; choose another.");
            }
            Self::InvalidLanguage(tag) => {
                return write!(
                    f,
                    "“{tag}” is not a language; write a tag such as “en” or “pt-BR”."
                );
            }
            Self::InvalidLevel(level) => {
                return write!(f, "A heading has a level from 2 to 6, not {level}.");
            }
            Self::UsedByClaims { count } => {
                return match count {
                    1 => f.write_str(
                        "A claim refers to this name; say what becomes of it, then remove the name.",
                    ),
                    _ => write!(
                        f,
                        "{count} claims refer to this name; say what becomes of them, then remove \
                         the name."
                    ),
                };
            }
            Self::NoChange => "This changes nothing.",
            Self::TooDeep => "Too many edits contain each other.",
            Self::NoSuchMention => "This name is not marked there.",
            Self::NoSuchPiece => "These words are not a piece of the claim.",
            Self::NoSuchBlock => "There is no such paragraph.",
            Self::BlankId => "An id needs at least one character.",
            Self::BlankName => "A name needs at least one letter.",
            Self::BlankValue => "This cannot be blank; write something or remove it.",
            Self::InvalidConfidence => "A confidence is a number from 0 to 1.",
            Self::OutsideText => "This place is not in the text.",
            Self::WithinCharacter => "This place is within a character.",
            Self::NoWords => "Nothing is selected; select at least one word.",
            Self::BlankEnds => "A selection cannot begin or end with a space.",
            Self::BetweenBlocks => "This place is between two paragraphs.",
            Self::AcrossBlocks => "The selection is not within one paragraph.",
            Self::SameMention => "This name is already marked there.",
            Self::LastPiece => "A claim needs words; remove the claim instead.",
            Self::NoPieces => "A claim needs words; select some first.",
            Self::SameEntity => "These are already the same name.",
            Self::NotDetected => "An editor wrote this claim, so it has no confidence.",
            Self::WithinName => {
                "A paragraph cannot be divided within a name, or within the words that say who \
                 speaks."
            }
            Self::EmptyBlock => "A paragraph needs words; remove the paragraph instead.",
            Self::BlankLine => {
                "A paragraph cannot have blank lines, or spaces at its beginning or end; divide \
                 the paragraph instead."
            }
            Self::TooLong => "The text would be too long.",
        })
    }
}

impl Display for LogProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Version(other) => write!(
                f,
                "The edits were kept by another version of this program: their version is {other}, \
                 and this program reads version {VERSION}."
            ),
            Self::Unreadable(reason) => write!(f, "The edits cannot be read: {reason}."),
            Self::TooManyEdits => f.write_str("There are too many edits."),
            Self::OtherText => f.write_str("The edits belong to another text."),
            Self::Article(fault) => write!(f, "The edits cannot be made: {fault}."),
        }
    }
}

impl Display for ReplayProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Unreadable(reason) => write!(f, "The edit cannot be read: {reason}."),
            Self::Edit(problem) => problem.fmt(f),
            Self::TooMuchWork => f.write_str("The edits would take too long."),
        }
    }
}

/// In words that can follow a colon.
impl Display for ArticleFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Blocks => "the paragraphs of the article do not fit its text",
            Self::Styles => "a link or a style does not fit its paragraph",
            Self::Entities => "a name is empty, or two names have the same id",
            Self::Mentions => "a marked name does not fit the text",
            Self::Claims => "a claim does not fit the text, or two claims have the same id",
        })
    }
}

impl Display for OthersProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::OtherText => f.write_str("These annotations belong to another text."),
            Self::Article(fault) => write!(f, "These annotations cannot be added: {fault}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{ClaimId, EntityId};
    use strum::{EnumCount, VariantArray};

    /// One of each problem.
    fn edit_problems() -> [EditProblem; EditProblem::COUNT] {
        use EditProblem::*;
        [
            NoChange,
            TooDeep,
            NoSuchEntity(EntityId::new("x")),
            NoSuchClaim(ClaimId::new("x")),
            NoSuchMention,
            NoSuchPiece,
            NoSuchBlock,
            TakenId("x".to_owned()),
            BlankId,
            BlankName,
            BlankValue,
            InvalidLanguage("x".to_owned()),
            InvalidConfidence,
            InvalidLevel(1),
            OutsideText,
            WithinCharacter,
            NoWords,
            BlankEnds,
            BetweenBlocks,
            AcrossBlocks,
            SameMention,
            LastPiece,
            NoPieces,
            UsedByClaims { count: 2 },
            SameEntity,
            NotDetected,
            WithinName,
            EmptyBlock,
            BlankLine,
            TooLong,
        ]
    }

    #[test]
    fn every_problem_has_a_sentence_of_its_own() {
        let fault = ArticleFault::Claims;
        let logs: [LogProblem; LogProblem::COUNT] = [
            LogProblem::Version(7),
            LogProblem::Unreadable("x".to_owned()),
            LogProblem::TooManyEdits,
            LogProblem::OtherText,
            LogProblem::Article(fault),
        ];
        let replays: [ReplayProblem; ReplayProblem::COUNT] = [
            ReplayProblem::Unreadable("x".to_owned()),
            ReplayProblem::Edit(EditProblem::NoSuchBlock),
            ReplayProblem::TooMuchWork,
        ];
        let others: [OthersProblem; OthersProblem::COUNT] =
            [OthersProblem::OtherText, OthersProblem::Article(fault)];
        let sentences = edit_problems().map(|problem| problem.to_string());
        let mut sentences = Vec::from(sentences);
        sentences.extend(logs.map(|problem| problem.to_string()));
        sentences.extend(others.map(|problem| problem.to_string()));
        for sentence in &sentences {
            assert!(!sentence.starts_with(char::is_lowercase), "{sentence}");
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{sentence}");
        }
        sentences.extend(replays.map(|problem| problem.to_string()));
        let one = EditProblem::UsedByClaims { count: 1 };
        sentences.push(one.to_string());
        sentences.extend(ArticleFault::VARIANTS.iter().map(ToString::to_string));
        let mut once = sentences.clone();
        once.sort();
        once.dedup();
        // An edit of a replay is refused in the words of its problem.
        assert_eq!(once.len(), sentences.len() - 1);
    }
}
