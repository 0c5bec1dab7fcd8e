//! Test cases for the rules: speaker, content and rule.

use super::*;
use crate::quotes::quotations;

pub(super) fn found(text: &str) -> Vec<(String, String, String)> {
    let document = Document::of(text);
    let words = |range: &Range<usize>| document.bytes(range).of(text).to_owned();
    claims(&document, &quotations(&document))
        .iter()
        .map(|claim| {
            let content: Vec<String> = claim.content.iter().map(words).collect();
            (
                claim.speaker.as_ref().map(words).unwrap_or_default(),
                content.join(" | "),
                claim.rule.name().to_owned(),
            )
        })
        .collect()
}

#[test]
fn one_claim_of_each_pattern() {
    for (text, speaker, content, rule) in [
        (
            "“We left early,” Ann Lee said.",
            "Ann Lee",
            "We left early,",
            "quote–name–cue",
        ),
        (
            "“We left early,” said Ann Lee on Monday.",
            "Ann Lee",
            "We left early,",
            "quote–cue–name",
        ),
        (
            "Ann Lee said: “We left early.”",
            "Ann Lee",
            "We left early.",
            "cue–colon",
        ),
        (
            "Ann Lee said that they left early.",
            "Ann Lee",
            "they left early",
            "cue–that",
        ),
        (
            "Ann Lee said they left early.",
            "Ann Lee",
            "they left early",
            "cue–clause",
        ),
        (
            "They left early, Ann Lee said.",
            "Ann Lee",
            "They left early",
            "clause–name–cue",
        ),
        (
            "Ann Lee, a doctor, told reporters that it rained.",
            "Ann Lee",
            "it rained",
            "cue–that",
        ),
        (
            "Ann Lee, who lives in Rome, said it was late.",
            "Ann Lee",
            "it was late",
            "cue–clause",
        ),
        (
            "The ministry said in a statement that it was late.",
            "The ministry",
            "it was late",
            "cue–that",
        ),
        (
            "According to the police, two men left early.",
            "the police",
            "two men left early",
            "according to",
        ),
        (
            "According to the team's coach, Ann Lee, the match was lost.",
            "the team's coach, Ann Lee",
            "the match was lost",
            "according to",
        ),
        (
            "According to Ann Lee, a doctor at the clinic, two men left early.",
            "Ann Lee",
            "two men left early",
            "according to",
        ),
        (
            "According to two officials, who asked not to be named, the men left early.",
            "two officials",
            "the men left early",
            "according to",
        ),
        (
            "According to the report, Rome, Paris and London were closed.",
            "the report",
            "Rome, Paris and London were closed",
            "according to",
        ),
        (
            "The environment minister, Ann Lee, said it was late.",
            "The environment minister, Ann Lee",
            "it was late",
            "cue–clause",
        ),
        (
            "Both sides agreed that it was late.",
            "Both sides",
            "it was late",
            "cue–that",
        ),
        (
            "Ann Lee called on the residents to leave.",
            "Ann Lee",
            "the residents to leave",
            "cue–order",
        ),
        (
            "LONDON, Jan 5 (Reuters) - It was late, the ministry said.",
            "the ministry",
            "It was late",
            "clause–name–cue",
        ),
        (
            "NEW YORK — It was late, the ministry said.",
            "the ministry",
            "It was late",
            "clause–name–cue",
        ),
        (
            "NASA – which runs it – said it was late.",
            "NASA",
            "it was late",
            "cue–clause",
        ),
        (
            "According to police, John Doe, 45, was shot on Monday.",
            "police",
            "John Doe, 45, was shot on Monday",
            "according to",
        ),
        (
            "According to the report, published on Monday, prices rose again.",
            "the report",
            "prices rose again",
            "according to",
        ),
        (
            "US officials said the strike – one of many – was late.",
            "US officials",
            "the strike – one of many – was late",
            "cue–clause",
        ),
        (
            "Ann Lee earlier this week said it was late.",
            "Ann Lee",
            "it was late",
            "cue–clause",
        ),
        (
            "Ann Lee called for the law to be changed.",
            "Ann Lee",
            "the law to be changed",
            "cue–order",
        ),
        (
            "The Bank this morning said it was late.",
            "The Bank",
            "it was late",
            "cue–clause",
        ),
        (
            "Ann Lee declined to comment on the delay.",
            "Ann Lee",
            "to comment on the delay",
            "cue–infinitive",
        ),
        (
            "Two men left early, according to the police.",
            "the police",
            "Two men left early",
            "according to",
        ),
        (
            "He accused the firm of hiding the truth.",
            "He",
            "hiding the truth",
            "cue–charge",
        ),
        (
            "Beijing vowed to protect its firms.",
            "Beijing",
            "to protect its firms",
            "cue–infinitive",
        ),
        (
            "Minister: taxes will rise soon",
            "Minister",
            "taxes will rise soon",
            "headline–colon",
        ),
        (
            "It is widely seen as a mistake.",
            "widely seen",
            "a mistake",
            "widely seen",
        ),
        (
            "Ann Lee claims that they left early.",
            "Ann Lee",
            "they left early",
            "cue–that",
        ),
        (
            "The office explains, in a dry tone, that they left early.",
            "The office",
            "they left early",
            "cue–that",
        ),
        (
            "The paper ran with his claim that they were ill.",
            "his",
            "they were ill",
            "noun–that",
        ),
        (
            "Ann Lee, a minister, called the report “totally false” on Monday.",
            "Ann Lee",
            "totally false",
            "cue–naming–quote",
        ),
        (
            "As Ann Lee put it, “We left early.”",
            "Ann Lee",
            "We left early.",
            "colon–quote",
        ),
        (
            "‘We left early,’ said Ann Lee.",
            "Ann Lee",
            "We left early,",
            "quote–cue–name",
        ),
        (
            "“We left early,” Ann Lee said of the vote, which had failed.",
            "Ann Lee",
            "We left early,",
            "quote–name–cue",
        ),
        (
            "Ann Lee, (D-Ohio) said Monday: “We left early.”",
            "Ann Lee",
            "We left early.",
            "cue–colon",
        ),
        (
            "Speaking to reporters, Ann Lee, who was ill, said: “We left early.”",
            "Ann Lee",
            "We left early.",
            "cue–colon",
        ),
    ] {
        let expected = (speaker.to_owned(), content.to_owned(), rule.to_owned());
        assert_eq!(found(text), [expected], "{text}");
    }
}

#[test]
fn claims_of_one_sentence_share_their_speaker() {
    let text = "The move was wrong, Ann Lee said, warning that it would cost jobs.";
    let speakers: Vec<_> = found(text)
        .into_iter()
        .map(|(speaker, ..)| speaker)
        .collect();
    assert_eq!(speakers, ["Ann Lee", "Ann Lee"]);
}

#[test]
fn an_interrupted_quotation_is_one_claim() {
    let found = found("“It rained,” Ann Lee said, “and we left.”");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].1, "It rained, | and we left.");
}

#[test]
fn a_quotation_alone_continues_the_last_speaker() {
    let found = found("“It rained,” Ann Lee said.\n“Then all of us left the house.”");
    assert_eq!(found[1].0, "Ann Lee");
    assert_eq!(found[1].2, "quotation that follows on");
}

#[test]
fn a_quotation_over_paragraphs_is_one_claim_wherever_its_cue_is() {
    for text in [
        "Ann Lee said: “It rained all day. \n“Then we left.”",
        "“It rained all day.\n“Then we left,” Ann Lee said.",
        "\"It rained all day. \"Then we left,\" Ann Lee said.",
    ] {
        let found = found(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, "Ann Lee");
        assert!(found[0].1.starts_with("It rained all day. | Then we left"));
    }
}

#[test]
fn words_that_nobody_said_are_not_claims() {
    for text in [
        "The so-called “security” law passed.",
        "She read “War and Peace” twice.",
        "Ann Lee spoke on “Meet the Press,” a programme.",
        "In 1892, Higuchi decided.",
        "The report was long.",
        "Recent claims were false.",
        "He refused to say more.",
        "Another poll in key areas, predicted a Liberal majority of ten.",
        "The jobs added to payrolls in May was twice the figure that economists had forecast.",
        "The better than expected figures had an effect.",
        "All athletes found guilty are banned.",
        "From then on workers could claim their pensions if they left.",
        "The terror suspects currently held are few.",
        "They made a podcast called “The Ann Lee Podcast” for a year.",
        "She went by the name “The Great Ann” that day.",
        "While teaching at the Institute he spent a month in Rome.",
        "Police searched the flat, found Ann Lee on the floor.",
        "He entered the room, announced Ann Lee as his successor.",
        "“No more” opened the film festival.",
        "Ann Lee ordered pizza to eat.",
        "Ann Lee pleaded not guilty to the charge.",
        "Ann Lee agreed to cut her prices.",
        "If Ann Lee says it is late, we will leave.",
        "Ann Lee asked questions to clarify the plan.",
        "Ann Lee pressed charges to protect residents.",
        "The strike called for Monday to protest against it was late.",
        "It was rejected over fears it would fail.",
        "The mayor was attacked by Earvin “Magic” Johnson.",
        "",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn speakers_are_complete_despite_ambiguous_words_or_missing_marks() {
    for (text, speaker, content, rule) in [
        (
            "Guitarist Brian May has said he is late.",
            "Guitarist Brian May",
            "he is late",
            "cue–clause",
        ),
        (
            "May said: “We left early.”",
            "May",
            "We left early.",
            "cue–colon",
        ),
        (
            "“We left early,” May wrote on his website.",
            "May",
            "We left early,",
            "quote–name–cue",
        ),
        (
            "“We left early,” Ann Lee, the Taiwan manager of First Bank told Reuters.",
            "Ann Lee",
            "We left early,",
            "quote–name–cue",
        ),
        (
            "“It goes on and I expect that to be the case” in 2005, said Ann Lee, economist in York.",
            "Ann Lee",
            "It goes on and I expect that to be the case",
            "quote–cue–name",
        ),
        (
            "This was why the government was considering whether it left.",
            "the government",
            "whether it left",
            "cue–question",
        ),
        (
            "He also played down fears that it was late.",
            "He",
            "it was late",
            "cue–that",
        ),
        (
            "Ann Lee told the Post that Acme was warning that it was late.",
            "Acme",
            "it was late",
            "cue–that",
        ),
    ] {
        let found = found(text);
        let expected = (speaker.to_owned(), content.to_owned(), rule.to_owned());
        assert!(found.contains(&expected), "{text}: {found:?}");
    }
    for text in [
        "In May officials said little.",
        "The company, which had lost “a lot” in 1987, said it now expects rain.",
    ] {
        let found = found(text);
        assert!(
            found
                .iter()
                .all(|claim| claim.0 != "May" && claim.0 != "it"),
            "{found:?}"
        );
    }
    for text in [
        "Banks held an average of 50 billion marks in reserves that they needed.",
        "Ann Lee, answering a shareholder's question, was late.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn denials_are_not_statements() {
    for (text, cue, stance) in [
        (
            "Ann Lee never said it was late.",
            "never said",
            Stance::Denies,
        ),
        (
            "Ann Lee did not say whether it was late.",
            "did not say",
            Stance::Declines,
        ),
        (
            "Ann Lee would not say why it was late.",
            "would not say",
            Stance::Declines,
        ),
        (
            "Ann Lee refused to explain why it was late.",
            "refused",
            Stance::Declines,
        ),
        (
            "Ann Lee has not denied that it was late.",
            "has not denied",
            Stance::States,
        ),
        ("Ann Lee said it was not late.", "said", Stance::States),
        (
            "Ann Lee not only said that it was late.",
            "said",
            Stance::States,
        ),
        (
            "Ann Lee did not warn that it was late.",
            "did not warn",
            Stance::Warns,
        ),
    ] {
        let document = Document::of(text);
        let claims = claims(&document, &quotations(&document));
        let [claim] = claims.as_slice() else {
            panic!("{text}: {claims:?}");
        };
        assert_eq!(document.bytes(claim.cue.as_ref().unwrap()).of(text), cue);
        assert_eq!(claim.stance, stance, "{text}");
    }
}

#[test]
fn a_speaker_who_declines_to_say_why_has_said_the_rest() {
    let text = "Ann Lee said it was late, but declined to say why.";
    let document = Document::of(text);
    let claims = claims(&document, &quotations(&document));
    let of = |words: &Range<usize>| document.bytes(words).of(text);
    let said: Vec<_> = claims
        .iter()
        .map(|claim| {
            let speaker = claim.speaker.as_ref().map(&of);
            (
                speaker,
                claim.content.iter().map(&of).collect::<Vec<_>>(),
                claim.stance,
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (Some("Ann Lee"), vec!["it was late"], Stance::States),
            (Some("Ann Lee"), vec!["to say why"], Stance::Declines),
        ]
    );
}

#[test]
fn quotations_of_adjacent_sentences_are_claimed_once() {
    let text = "“Three is a long thing to say.\n“Two is the second thing,” Ann Lee said, “and three \
                is a long thing after all of it.”";
    let claims = found(text);
    assert_eq!(claims.len(), 1, "{claims:?}");
    let text = "Ann Lee said that it was late.\n\nA.\n\nB.\n\nC.\n\nD.\n\n“No.\n\n“It is a long way to \
                go from here to there.”";
    let claims = found(text);
    assert_eq!(claims[0].1, "it was late", "{claims:?}");
}

#[test]
fn nesting_of_claims_is_limited() {
    let claims = found(&"Ann Lee said that ".repeat(200));
    assert!(!claims.is_empty() && claims.len() < 20, "{}", claims.len());
}
