//! Sentences in the style of news: speakers and content.

use super::tests::found;

#[test]
fn speakers_and_content_are_found_in_news_style() {
    for (text, speaker, content, rule) in [
        (
            "Prices will fall in Paris, said Ann Lee.",
            "Ann Lee",
            "Prices will fall in Paris",
            "clause–cue–name",
        ),
        (
            "On average, said Mr Lee, users ask five times a day.",
            "Mr Lee",
            "On average | users ask five times a day",
            "clause–cue–name",
        ),
        (
            "Prices fall until the year ends in a crash for all, new research says.",
            "new research",
            "Prices fall until the year ends in a crash for all",
            "clause–name–cue",
        ),
        (
            "The show was described by A. B. Cole as “a great joy to all of us”.",
            "A. B. Cole",
            "a great joy to all of us",
            "cue–naming–quote",
        ),
        (
            "The programme pointed out that a plan was needed.",
            "The programme",
            "a plan was needed",
            "cue–that",
        ),
        (
            "Opponents say only judges should decide.",
            "Opponents",
            "only judges should decide",
            "cue–clause",
        ),
        (
            "Officials said at least five people were hurt in the blast.",
            "Officials",
            "at least five people were hurt in the blast",
            "cue–clause",
        ),
        (
            "Police said between 200 and 300 people took part.",
            "Police",
            "between 200 and 300 people took part",
            "cue–clause",
        ),
        (
            "Police said over the weekend the road was shut.",
            "Police",
            "the road was shut",
            "cue–clause",
        ),
        (
            "The unions urged Ann Lee not to sign the bill.",
            "The unions",
            "not to sign the bill",
            "cue–order",
        ),
        (
            "The ministry said there were no plans to leave.",
            "The ministry",
            "there were no plans to leave",
            "cue–clause",
        ),
        (
            "In May the Institute for Fiscal Studies (IFS) said taxes would rise.",
            "the Institute for Fiscal Studies",
            "taxes would rise",
            "cue–clause",
        ),
        (
            "Gulf and Western Inc <GW> said taxes would rise.",
            "Gulf and Western Inc",
            "taxes would rise",
            "cue–clause",
        ),
        (
            "A spokesman for the Department for Culture, Media and Sport said it was late.",
            "A spokesman for the Department for Culture, Media and Sport",
            "it was late",
            "cue–clause",
        ),
        (
            "The US says it was late.",
            "The US",
            "it was late",
            "cue–clause",
        ),
        (
            "The two opposition parties say that it was late.",
            "The two opposition parties",
            "it was late",
            "cue–that",
        ),
        (
            "He told a group of 2,000 at the hall that it was late.",
            "He",
            "it was late",
            "cue–that",
        ),
        (
            "The firm said it made ten pounds (a half; a third) last year.",
            "The firm",
            "it made ten pounds (a half; a third) last year",
            "cue–clause",
        ),
        (
            "The report adds “a stone to our whole view of the past,” said Ann Lee.",
            "Ann Lee",
            "a stone to our whole view of the past,",
            "quote–cue–name",
        ),
        (
            "Rooney missed. - City manager Ann Lee: “We had a great chance to lead.”",
            "City manager Ann Lee",
            "We had a great chance to lead.",
            "colon–quote",
        ),
        (
            "Writing in a blog, Ann Lee of The Globe was blunt: “We left early.”",
            "Ann Lee of The Globe",
            "We left early.",
            "colon–quote",
        ),
        (
            "The bank said in May that rates would rise.",
            "The bank",
            "rates would rise",
            "cue–that",
        ),
        (
            "Ann Lee said that, if elected, she would cut taxes.",
            "Ann Lee",
            "she would cut taxes",
            "cue–that",
        ),
        (
            "Speaking at the University of Oxford, Ann Lee said rates would rise.",
            "Ann Lee",
            "rates would rise",
            "cue–clause",
        ),
        (
            "After the vote, said Ann Lee, who leads the party, the mood was grim.",
            "Ann Lee",
            "After the vote | the mood was grim",
            "clause–cue–name",
        ),
        (
            "Merkel said “we can do this if all of us work,” Reuters reported.",
            "Merkel",
            "we can do this if all of us work,",
            "cue–quote",
        ),
        (
            "She said her son works in Rome.",
            "She",
            "her son works in Rome",
            "cue–clause",
        ),
        (
            "The lawsuit notes that the firm knew.",
            "The lawsuit",
            "the firm knew",
            "cue–that",
        ),
        (
            "The WHO said it was late.",
            "The WHO",
            "it was late",
            "cue–clause",
        ),
        (
            "Ann Lee has asked officials how such papers were lost.",
            "Ann Lee",
            "how such papers were lost",
            "cue–question",
        ),
        (
            "Verdict: “a fine film with a weak ending.”",
            "",
            "a fine film with a weak ending.",
            "colon–quote",
        ),
    ] {
        let expected = (speaker.to_owned(), content.to_owned(), rule.to_owned());
        assert_eq!(found(text), [expected], "{text}");
    }
}
