//! The views that show claims without the text, in English.

use formats::CitationWords;

use super::counted;
use crate::messages::claims::ClaimsMessages;

pub(in crate::messages) static CLAIMS: ClaimsMessages = ClaimsMessages {
    order_of_claims: "Order of the claims",
    by_speaker: "By speaker",
    in_order: "In order of the text",
    more_claims: |next, left| {
        if next == left {
            format!("Show the last {next}")
        } else {
            format!("Show {next} more ({left} left)")
        }
    },

    show_in_article: "Show in the article",
    details: "Details",
    citation_words: CitationWords::ENGLISH,

    compare: "Compare",
    speakers_to_compare: "Speakers to compare",
    suggested: |most| {
        format!(
            "These speakers have the most claims. Choose the ones to compare, {} at most.",
            number(most)
        )
    },
    only_speaker: "There is only one speaker, so there is nobody to compare with.",
    choose_another: |name| format!("Choose a speaker to compare with {name}."),
    no_more: |most| {
        format!(
            "You can compare {} speakers at most. Remove one to add another.",
            number(most)
        )
    },
    too_many: |chosen, most| {
        format!(
            "{chosen} speakers are chosen. The first {} are compared.",
            number(most)
        )
    },
    all_speakers: |count| format!("Show all {}", speakers(count)),
    about_subject: |name| format!("About {name}"),
    speaker_about: |speaker, subject| format!("{speaker} about {subject}"),
    no_claim: "No claim",
    nothing_shared: "These speakers do not talk about the same subjects.",
    subjects_of_one: "Subjects that only one of them talks about",
    other_subjects: "Other subjects",
    see_above: "see above",

    who_about_whom: "Who speaks about whom",
    table_frame: "Table of speakers and subjects",
    totals_note: "A claim about two subjects counts in both columns, so the columns can add up to more than the total.",
    choose_in_table: "Choose a speaker, a subject or a number to list the claims.",
    claims_about: |count, speaker, subject| {
        format!(
            "{}: {speaker} about {subject}",
            counted(count, "claim", "claims")
        )
    },
    about_claims: |speaker, subject, count| {
        format!(
            "{speaker} about {subject}: {}",
            counted(count, "claim", "claims")
        )
    },
    whole_table: |count, subjects| {
        format!(
            "Show all {} and {}",
            speakers(count),
            counted(subjects, "subject", "subjects")
        )
    },
    compare_speakers: |names| match names {
        [others @ .., last] if !others.is_empty() => {
            format!("Compare {} and {last}", others.join(", "))
        }
        names => format!("Compare {}", names.concat()),
    },
    clear_choice: "Clear this choice",
};

fn speakers(count: usize) -> String {
    counted(count, "speaker", "speakers")
}

/// A small number as a word.
fn number(count: usize) -> String {
    match count {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        count => count.to_string(),
    }
}
