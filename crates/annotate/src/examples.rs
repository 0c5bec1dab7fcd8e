//! An example of each rule for claims, and a similar text in which it finds nothing.

use crate::Rule;

/// Texts that show what a rule finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Examples {
    /// A text in which the rule finds a claim.
    pub found: &'static str,
    /// A similar text in which it finds none.
    pub not_found: &'static str,
}

impl Rule {
    /// Examples of a rule for claims; other rules have none.
    #[must_use]
    pub fn examples(self) -> Option<Examples> {
        let (found, not_found) = match self {
            Self::QuoteCueName => (
                "“It is late,” said Ann Lee.",
                "“It is late,” the sign read.",
            ),
            Self::QuoteNameCue => (
                "“It is late,” Ann Lee said.",
                "She read “War and Peace” twice.",
            ),
            Self::ClauseNameCue => ("It is late, Ann Lee said.", "In 1892, Ann Lee decided."),
            Self::ClauseCueName => (
                "Taxes will rise, said Ann Lee.",
                "He entered, announced Ann Lee as his heir.",
            ),
            Self::CueQuote => (
                "Ann Lee said, “It is late.”",
                "Ann Lee spoke on “Meet the Press,” a programme.",
            ),
            Self::CueNamingQuote => (
                "Ann Lee called the report “totally false” on Monday.",
                "They made a podcast called “The Daily Show” for a year.",
            ),
            Self::CueThat => (
                "Ann Lee said that it is late.",
                "If Ann Lee says that it is late, we leave.",
            ),
            Self::CueColon => ("Ann Lee said: “It is late.”", "There were two: one left."),
            Self::CueClause => (
                "Ann Lee said it is late.",
                "The better than expected figures had an effect.",
            ),
            Self::CueCharge => (
                "Ann Lee accused the firm of hiding the truth.",
                "Ann Lee was accused of hiding the truth.",
            ),
            Self::CueInfinitive => (
                "Ann Lee vowed to stay.",
                "Ann Lee agreed to cut her prices.",
            ),
            Self::CueOrder => (
                "Ann Lee urged residents to stay.",
                "Ann Lee pressed charges to protect residents.",
            ),
            Self::CueThing => (
                "Ann Lee denounced the sale.",
                "The sale was denounced on Monday.",
            ),
            Self::AdjectiveThat => (
                "Ann Lee was sure that it will rain.",
                "It was sure that rain would come.",
            ),
            Self::CueQuestion => (
                "Ann Lee asked whether it will rain.",
                "Ann Lee asked two questions.",
            ),
            Self::AccordingTo => (
                "According to Ann Lee, it is late.",
                "They acted according to plan.",
            ),
            Self::WidelySeen => ("It is widely seen as a mistake.", "It is widely seen."),
            Self::HeadlineColon => (
                "Minister: taxes will rise soon",
                "Minister: 10:30, hall two",
            ),
            Self::Turn => (
                "ANN LEE: It is late.\nBOB KIM: It is not.\nANN LEE: It is.",
                "NOTE: It is late.",
            ),
            Self::NounThat => (
                "The paper ran with his claim that they were ill.",
                "The claim that was made is old.",
            ),
            Self::QuoteSignature => (
                "“It is late for all of us” – Ann Lee",
                "“It is late for all of us” – today",
            ),
            Self::ColonQuote => (
                "Ann Lee was blunt: “We left early that day.”",
                "Ann Lee spoke on “Meet the Press,” a programme.",
            ),
            Self::QuotationFollowsOn => (
                "“It is late,” Ann Lee said.\n“Then all of us left the house.”",
                "“It is late,” Ann Lee said. “We left.”",
            ),
            Self::QuotationAlone => ("“All of us left the house that day.”", "“No.”"),
            Self::QuotationInSentence => (
                "Ann Lee left because “nobody had told her a thing about it” before.",
                "The so-called “security” law passed.",
            ),
            _ => return None,
        };
        Some(Examples { found, not_found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::claims::claims;
    use crate::quotes::quotations;

    #[test]
    fn each_rule_finds_its_example_and_not_the_other() {
        let finds = |text: &str, rule: Rule| {
            let document = Document::of(text);
            let found = claims(&document, &quotations(&document));
            found.iter().any(|claim| claim.rule == rule)
        };
        for rule in Rule::ALL {
            if let Some(Examples { found, not_found }) = rule.examples() {
                assert!(finds(found, rule), "{rule:?}: {found}");
                assert!(!finds(not_found, rule), "{rule:?}: {not_found}");
            }
        }
    }
}
