//! The messages of the views that show claims without the text.

use formats::CitationWords;

/// The messages of the list of claims, the comparison of speakers, and the table of who speaks
/// about whom.
pub(crate) struct ClaimsMessages {
    // The list.
    pub(crate) order_of_claims: &'static str,
    pub(crate) by_speaker: &'static str,
    pub(crate) in_order: &'static str,
    /// The button that shows more claims: how many it adds, and how many are left.
    pub(crate) more_claims: fn(usize, usize) -> String,

    // A claim.
    pub(crate) show_in_article: &'static str,
    pub(crate) details: &'static str,
    /// What is added to the facts of a citation.
    pub(crate) citation_words: CitationWords,

    // The comparison.
    pub(crate) compare: &'static str,
    pub(crate) speakers_to_compare: &'static str,
    /// The speakers are a suggestion, with the highest number that can be compared.
    pub(crate) suggested: fn(usize) -> String,
    /// There is nobody to compare the only speaker with.
    pub(crate) only_speaker: &'static str,
    /// Only this speaker is chosen.
    pub(crate) choose_another: fn(&str) -> String,
    /// As many speakers are chosen as can be compared.
    pub(crate) no_more: fn(usize) -> String,
    /// More speakers are chosen than can be compared: their number, and the highest one.
    pub(crate) too_many: fn(usize, usize) -> String,
    pub(crate) all_speakers: fn(usize) -> String,
    /// The subject of the claims that follow.
    pub(crate) about_subject: fn(&str) -> String,
    /// The claims of a speaker about a subject.
    pub(crate) speaker_about: fn(&str, &str) -> String,
    /// A speaker has no claim in a row.
    pub(crate) no_claim: &'static str,
    pub(crate) nothing_shared: &'static str,
    pub(crate) subjects_of_one: &'static str,
    pub(crate) other_subjects: &'static str,
    /// A claim that stands under an earlier subject too.
    pub(crate) see_above: &'static str,

    // The table.
    pub(crate) who_about_whom: &'static str,
    /// The part of the page that scrolls sideways.
    pub(crate) table_frame: &'static str,
    /// Why the columns of the table can add up to more claims than there are.
    pub(crate) totals_note: &'static str,
    pub(crate) choose_in_table: &'static str,
    /// The number of claims that a speaker makes about a subject.
    pub(crate) claims_about: fn(usize, &str, &str) -> String,
    /// The same, with the number at the end.
    pub(crate) about_claims: fn(&str, &str, usize) -> String,
    /// The button that shows the whole table: the numbers of all speakers and subjects.
    pub(crate) whole_table: fn(usize, usize) -> String,
    /// The button that leads to the comparison of these speakers.
    pub(crate) compare_speakers: fn(&[&str]) -> String,
    pub(crate) clear_choice: &'static str,
}
