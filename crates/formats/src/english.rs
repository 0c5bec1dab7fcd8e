//! Every English sentence about a file of another format. Another language would be a file
//! like this one.

use std::fmt::{Display, Formatter, Result};

use super::exported_file::ExportRefusal;
use super::problem::{ExportLoss, Loss, Problem};

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::Import(problem) => return problem.fmt(f),
            Self::Limited(limitation) => limitation.sentence(),
            Self::UnknownAnnotations => "these are not annotations in a known format",
            Self::NoSuchArticle => {
                "these are annotations, and no article has the same name; open them together \
                 with their article"
            }
            Self::NoOffsets => "there are no offsets “start” and “end”; left out",
            Self::NoTokens => "the span has no tokens in the text; left out",
            Self::NoSelector => "there is no selector of text; left out",
            Self::NeitherNameNorClaim => {
                "this marks neither a name nor a claim; left out"
            }
            Self::NotBrat => "this line is not in brat’s format; left out",
            Self::OtherEvent => "an event that is not a claim is left out",
            Self::Note => "a note is not kept",
            Self::UnknownLabel { label } => {
                return write!(f, "the label “{label}” is not known; taken for “other”");
            }
            Self::UnknownType { name } => {
                return write!(f, "the type “{name}” is not known; taken for “other”");
            }
            Self::UnmentionedEntity => "the claim names an entity that is not mentioned; left out",
            Self::QuotationNotInText => "none of the quotation’s words appear in the text; left out",
            Self::ClaimNotInText => "none of the claim’s words appear in the text; left out",
            Self::SpelledOtherwise { found } => {
                return write!(
                    f,
                    "the text has these words in another spelling: “{found}”; placed there"
                );
            }
            Self::Ambiguous { count } => {
                return write!(f, "these words appear in {count} places; the first is taken");
            }
            Self::NotInText => "these words do not appear in the text; left out",
            Self::Moved { found } => {
                return write!(
                    f,
                    "these words do not appear in the text; “{found}” is suggested instead"
                );
            }
            Self::InParts { kilobytes, count } => {
                return write!(
                    f,
                    "the text is long ({kilobytes} kB): it is shown in {count} parts; names and claims are detected in each part separately"
                );
            }
            Self::TornClaims { count } => {
                return write!(
                    f,
                    "claims that extend over several parts are left out ({count})"
                );
            }
            Self::Loss { what, count } => return ExportLoss::Content(*what, *count).fmt(f),
            Self::OffsetsInText => return ExportLoss::OffsetsInText.fmt(f),
        })
    }
}

impl Display for ExportLoss {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Content(what, count) => {
                write!(f, "not included in this format: {what} ({count})")
            }
            Self::OffsetsInText => {
                f.write_str("its offsets count in the article’s text; save that beside it (“text”)")
            }
        }
    }
}

impl Display for ExportRefusal {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::NoArticle => "there is no article",
            Self::HoldsOne => "this format takes only one article at a time",
        })
    }
}

impl Display for Loss {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Self::UnmentionedEntities => "entities that the text does not name",
            Self::UnmentionedSpeakers => "speakers and subjects that the text does not name",
            Self::PlacesOfNames => "the positions of names",
            Self::Cues => "cues",
            Self::FormsAndPlaces => {
                "wording other than quoted or not, stances, and the positions of claims"
            }
            Self::Aliases => "aliases",
            Self::Confidences => "confidences",
            Self::Mentions => "mentions",
            Self::EntityDetails => "kinds, aliases and items of entities",
            Self::Claims => "claims",
            Self::ClaimsButNotes => {
                "claims other than as notes, which are text when they are read again"
            }
            Self::NestedNames => "names within names",
            Self::OriginalWords => "the words of the original where an editor changed the text",
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use super::*;
    use annotate::Limitation;
    use import::TextProblem;
    use strum::EnumCount;

    /// One example of each problem with its sentence, in which what to do, or what was done, is
    /// between `[` and `]`. Where the sentence names what is missing, that is what to do.
    fn examples() -> [(Problem, &'static str); Problem::COUNT] {
        use Problem as P;
        let name = || "VERSE".to_owned();
        [
            (
                P::Import(TextProblem::TitleGuessed.into()),
                "the title is guessed: [it is the first line]",
            ),
            (
                P::Limited(Limitation::NoTagger),
                "The list of names could not be loaded; [persons, organisations and places were not looked for.]",
            ),
            (
                P::UnknownAnnotations,
                "these are not annotations [in a known format]",
            ),
            (
                P::NoSuchArticle,
                "these are annotations, and no article has the same name; [open them together with their article]",
            ),
            (
                P::NoOffsets,
                "there are no offsets “start” and “end”; [left out]",
            ),
            (
                P::NoTokens,
                "the span has no tokens in the text; [left out]",
            ),
            (P::NoSelector, "there is no selector of text; [left out]"),
            (
                P::NeitherNameNorClaim,
                "this marks neither a name nor a claim; [left out]",
            ),
            (P::NotBrat, "this line is not in brat’s format; [left out]"),
            (P::OtherEvent, "an event that is not a claim [is left out]"),
            (P::Note, "a note [is not kept]"),
            (
                P::UnknownLabel { label: name() },
                "the label “VERSE” is not known; [taken for “other”]",
            ),
            (
                P::UnknownType { name: name() },
                "the type “VERSE” is not known; [taken for “other”]",
            ),
            (
                P::UnmentionedEntity,
                "the claim names an entity that is not mentioned; [left out]",
            ),
            (
                P::QuotationNotInText,
                "none of the quotation’s words appear in the text; [left out]",
            ),
            (
                P::ClaimNotInText,
                "none of the claim’s words appear in the text; [left out]",
            ),
            (
                P::SpelledOtherwise { found: name() },
                "the text has these words in another spelling: “VERSE”; [placed there]",
            ),
            (
                P::Ambiguous { count: 3 },
                "these words appear in 3 places; [the first is taken]",
            ),
            (
                P::NotInText,
                "these words do not appear in the text; [left out]",
            ),
            (
                P::Moved { found: name() },
                "these words do not appear in the text; “VERSE” is [suggested instead]",
            ),
            (
                P::InParts {
                    kilobytes: 60,
                    count: 4,
                },
                "the text is long (60 kB): [it is shown in 4 parts; names and claims are detected in each part separately]",
            ),
            (
                P::TornClaims { count: 2 },
                "claims that extend over several parts [are left out] (2)",
            ),
            (
                P::Loss {
                    what: Loss::Aliases,
                    count: 5,
                },
                "[not included in this format: aliases] (5)",
            ),
            (
                P::OffsetsInText,
                "its offsets count in the article’s text; [save that beside it] (“text”)",
            ),
        ]
    }

    #[test]
    fn each_problem_has_a_sentence_that_says_what_to_do() {
        // The array has as many examples as there are problems; here each problem has one.
        let examples = examples();
        let kinds: HashSet<_> = examples.iter().map(|(one, _)| discriminant(one)).collect();
        assert_eq!(kinds.len(), Problem::COUNT);
        for (problem, marked) in &examples {
            assert_eq!(problem.to_string(), marked.replace(['[', ']'], ""));
            let (_, rest) = marked.split_once('[').unwrap();
            assert!(rest.find(']').unwrap() > 5, "{marked}");
        }
    }

    #[test]
    fn each_loss_has_words_of_its_own() {
        let losses = Loss::ALL.iter().map(ToString::to_string);
        let losses: HashSet<String> = losses.filter(|words| !words.is_empty()).collect();
        assert_eq!(losses.len(), Loss::COUNT);
    }
}
