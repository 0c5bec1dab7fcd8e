//! The rules that find names and claims, with their names and descriptions for readers.

use strum::EnumCount;

/// A rule that finds a claim or a name, or that resolves a word to an entity.
///
/// Every finding records the name of its rule, also in exported annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount)]
pub enum Rule {
    /// A quotation is followed by a word of saying and then by who says it: “…,” said Ann Lee.
    QuoteCueName,
    /// A quotation is followed by who says it and then by a word of saying: “…,” Ann Lee said.
    QuoteNameCue,
    /// A statement is followed by a comma, who makes it and a word of saying: it will rain, Ann Lee said.
    ClauseNameCue,
    /// A statement is followed by a word of saying and who makes it: it will rain, said Ann Lee.
    ClauseCueName,
    /// A word of saying is followed by a quotation: Ann Lee said, “…”
    CueQuote,
    /// Somebody gives a thing a name in quotation marks: Ann Lee called it “…”
    CueNamingQuote,
    /// A word of saying is followed by “that” and a statement: Ann Lee said that it will rain.
    CueThat,
    /// A word of saying is followed by a colon and what is said.
    CueColon,
    /// A word of saying is followed by a whole statement: Ann Lee said it will rain.
    CueClause,
    /// Somebody is charged with doing something: Ann Lee accused them of lying.
    CueCharge,
    /// A word of saying is followed by “to” and what is promised or asked: Ann Lee vowed to stay.
    CueInfinitive,
    /// Somebody is told to do something: Ann Lee urged them to stay.
    CueOrder,
    /// Somebody takes a stance towards a thing: Ann Lee denounced the sale.
    CueThing,
    /// Somebody is sure, afraid or glad of something: Ann Lee was sure that it will rain.
    AdjectiveThat,
    /// A word of asking is followed by a question in the writer’s words: Ann Lee asked whether it will rain.
    CueQuestion,
    /// “According to” or a phrase like it names whose statement it is.
    AccordingTo,
    /// The writer reports an opinion as widely held, without saying by whom.
    WidelySeen,
    /// A heading names somebody before a colon and gives what they say after it.
    HeadlineColon,
    /// A paragraph opens with a name and a colon, as in a transcript; the rest is what that person says.
    Turn,
    /// A noun for something said is followed by it: her claim that it will rain.
    NounThat,
    /// A quotation is signed: it is followed by a dash and a name.
    QuoteSignature,
    /// A quotation follows a colon, and the sentence before it tells who speaks.
    ColonQuote,
    /// A quotation without a word of saying goes on after one; it is given to whoever spoke last.
    QuotationFollowsOn,
    /// A quotation stands alone, and nothing says who is speaking.
    QuotationAlone,
    /// A longer quotation is part of the writer’s sentence; its subject is taken for the speaker.
    QuotationInSentence,
    /// The statistical model, trained on texts in which people marked names, takes these words for a name.
    Tagger,
    /// A name is followed by its initials in brackets; the initials stand for it from there on.
    AcronymInBrackets,
    /// A place that says something is taken for its government or authorities.
    PlaceThatSpeaks,
    /// A general word with “the” stands for a body whose full name was given before: the commission.
    ShortName,
    /// A number comes before “per cent”, “%” or “percentage points”.
    Percentage,
    /// A number comes before a unit of measure.
    Quantity,
    /// A number is next to the sign or the name of a currency.
    SumOfMoney,
    /// The words have the form of a date, or of a day counted from the date of the article.
    Date,
    /// The words have the form in which laws, bills and treaties are called.
    Law,
    /// The word is in the list of peoples and nationalities.
    Nationality,
    /// “He” or “she” is taken for the person who spoke last, or who was named since; this is a guess.
    PronounToPerson,
    /// “It” is taken for the body that spoke last; this is a guess.
    PronounToBody,
    /// A description such as “the spokesman” is taken for the person who was introduced by it; this is a guess.
    DescriptionToPerson,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; Self::COUNT] = [
        Self::QuoteCueName,
        Self::QuoteNameCue,
        Self::ClauseNameCue,
        Self::ClauseCueName,
        Self::CueQuote,
        Self::CueNamingQuote,
        Self::CueThat,
        Self::CueColon,
        Self::CueClause,
        Self::CueCharge,
        Self::CueInfinitive,
        Self::CueOrder,
        Self::CueThing,
        Self::AdjectiveThat,
        Self::CueQuestion,
        Self::AccordingTo,
        Self::WidelySeen,
        Self::HeadlineColon,
        Self::Turn,
        Self::NounThat,
        Self::QuoteSignature,
        Self::ColonQuote,
        Self::QuotationFollowsOn,
        Self::QuotationAlone,
        Self::QuotationInSentence,
        Self::Tagger,
        Self::AcronymInBrackets,
        Self::PlaceThatSpeaks,
        Self::ShortName,
        Self::Percentage,
        Self::Quantity,
        Self::SumOfMoney,
        Self::Date,
        Self::Law,
        Self::Nationality,
        Self::PronounToPerson,
        Self::PronounToBody,
        Self::DescriptionToPerson,
    ];

    /// The name of the rule.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::QuoteCueName => "quote–cue–name",
            Self::QuoteNameCue => "quote–name–cue",
            Self::ClauseNameCue => "clause–name–cue",
            Self::ClauseCueName => "clause–cue–name",
            Self::CueQuote => "cue–quote",
            Self::CueNamingQuote => "cue–naming–quote",
            Self::CueThat => "cue–that",
            Self::CueColon => "cue–colon",
            Self::CueClause => "cue–clause",
            Self::CueCharge => "cue–charge",
            Self::CueInfinitive => "cue–infinitive",
            Self::CueOrder => "cue–order",
            Self::CueThing => "cue–thing",
            Self::AdjectiveThat => "adjective–that",
            Self::CueQuestion => "cue–question",
            Self::AccordingTo => "according to",
            Self::WidelySeen => "widely seen",
            Self::HeadlineColon => "headline–colon",
            Self::Turn => "turn",
            Self::NounThat => "noun–that",
            Self::QuoteSignature => "quote–signature",
            Self::ColonQuote => "colon–quote",
            Self::QuotationFollowsOn => "quotation that follows on",
            Self::QuotationAlone => "quotation alone",
            Self::QuotationInSentence => "quotation in a sentence",
            Self::Tagger => "tagger",
            Self::AcronymInBrackets => "acronym in brackets",
            Self::PlaceThatSpeaks => "a place that speaks",
            Self::ShortName => "short name",
            Self::Percentage => "percentage",
            Self::Quantity => "quantity",
            Self::SumOfMoney => "sum of money",
            Self::Date => "date",
            Self::Law => "law",
            Self::Nationality => "nationality",
            Self::PronounToPerson => "pronoun resolved to the last speaker or person",
            Self::PronounToBody => "pronoun resolved to the body that spoke last",
            Self::DescriptionToPerson => "description resolved to the person it introduced",
        }
    }

    /// A description for readers.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::QuoteCueName => {
                "A quotation is followed by a word of saying and then by who says it: “…,” said Ann Lee."
            }
            Self::QuoteNameCue => {
                "A quotation is followed by who says it and then by a word of saying: “…,” Ann Lee said."
            }
            Self::ClauseNameCue => {
                "A statement is followed by a comma, who makes it and a word of saying: it will rain, Ann Lee said."
            }
            Self::ClauseCueName => {
                "A statement is followed by a word of saying and who makes it: it will rain, said Ann Lee."
            }
            Self::CueQuote => "A word of saying is followed by a quotation: Ann Lee said, “…”",
            Self::CueNamingQuote => {
                "Somebody gives a thing a name in quotation marks: Ann Lee called it “…”"
            }
            Self::CueThat => {
                "A word of saying is followed by “that” and a statement: Ann Lee said that it will rain."
            }
            Self::CueColon => "A word of saying is followed by a colon and what is said.",
            Self::CueClause => {
                "A word of saying is followed by a whole statement: Ann Lee said it will rain."
            }
            Self::CueCharge => {
                "Somebody is charged with doing something: Ann Lee accused them of lying."
            }
            Self::CueInfinitive => {
                "A word of saying is followed by “to” and what is promised or asked: Ann Lee vowed to stay."
            }
            Self::CueOrder => "Somebody is told to do something: Ann Lee urged them to stay.",
            Self::CueThing => {
                "Somebody takes a stance towards a thing: Ann Lee denounced the sale."
            }
            Self::AdjectiveThat => {
                "Somebody is sure, afraid or glad of something: Ann Lee was sure that it will rain."
            }
            Self::CueQuestion => {
                "A word of asking is followed by a question in the writer’s words: Ann Lee asked whether it will rain."
            }
            Self::AccordingTo => "“According to” or a phrase like it names whose statement it is.",
            Self::WidelySeen => {
                "The writer reports an opinion as widely held, without saying by whom."
            }
            Self::HeadlineColon => {
                "A heading names somebody before a colon and gives what they say after it."
            }
            Self::Turn => {
                "A paragraph opens with a name and a colon, as in a transcript; the rest is what that person says."
            }
            Self::NounThat => {
                "A noun for something said is followed by it: her claim that it will rain."
            }
            Self::QuoteSignature => "A quotation is signed: it is followed by a dash and a name.",
            Self::ColonQuote => {
                "A quotation follows a colon, and the sentence before it tells who speaks."
            }
            Self::QuotationFollowsOn => {
                "A quotation without a word of saying goes on after one; it is given to whoever spoke last."
            }
            Self::QuotationAlone => "A quotation stands alone, and nothing says who is speaking.",
            Self::QuotationInSentence => {
                "A longer quotation is part of the writer’s sentence; its subject is taken for the speaker."
            }
            Self::Tagger => {
                "The statistical model, trained on texts in which people marked names, takes these words for a name."
            }
            Self::AcronymInBrackets => {
                "A name is followed by its initials in brackets; the initials stand for it from there on."
            }
            Self::PlaceThatSpeaks => {
                "A place that says something is taken for its government or authorities."
            }
            Self::ShortName => {
                "A general word with “the” stands for a body whose full name was given before: the commission."
            }
            Self::Percentage => "A number comes before “per cent”, “%” or “percentage points”.",
            Self::Quantity => "A number comes before a unit of measure.",
            Self::SumOfMoney => "A number is next to the sign or the name of a currency.",
            Self::Date => {
                "The words have the form of a date, or of a day counted from the date of the article."
            }
            Self::Law => "The words have the form in which laws, bills and treaties are called.",
            Self::Nationality => "The word is in the list of peoples and nationalities.",
            Self::PronounToPerson => {
                "“He” or “she” is taken for the person who spoke or was named last; this is a guess."
            }
            Self::PronounToBody => "“It” is taken for the body that spoke last; this is a guess.",
            Self::DescriptionToPerson => {
                "A description such as “the spokesman” is taken for the person who was introduced by it; this is a guess."
            }
        }
    }

    /// The rules recorded in a finding: one, and a second if the entity was guessed. Names
    /// from other programs yield none.
    pub fn of_finding(name: &str) -> impl Iterator<Item = Self> {
        let known = |name: &str| Self::ALL.into_iter().find(|rule| rule.name() == name);
        name.split(", ").filter_map(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_unique_name_and_a_description() {
        for rule in Rule::ALL {
            assert_eq!(Rule::of_finding(rule.name()).collect::<Vec<_>>(), [rule]);
            let sentence = rule.sentence();
            assert!(sentence.len() > 30, "{sentence}");
            assert!(sentence.ends_with(['.', '”']), "{sentence}");
        }
        let guessed = "cue–that, pronoun resolved to the last speaker or person";
        let rules: Vec<Rule> = Rule::of_finding(guessed).collect();
        assert_eq!(rules, [Rule::CueThat, Rule::PronounToPerson]);
        assert_eq!(Rule::of_finding("somebody else’s, rule").count(), 0);
    }
}
