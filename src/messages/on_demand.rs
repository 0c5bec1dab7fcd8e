//! The messages of the parts of a page that open on demand.

use annotate::Rule;
use explore::{Facet, Threshold};
use formats::{ExportLoss, Format};
use model::{Claim, EntityKind, Form};
use yew::Html;

/// The messages of chips, notices, cards, filters, *Share* and help, which are loaded when the first
/// of them opens.
pub(crate) struct OnDemandMessages {
    // Labels for values in the data.
    /// A kind of entity, in the singular: "person".
    pub(crate) kind_of_one: fn(EntityKind) -> &'static str,
    /// Who marked a claim.
    /// Who or what marked a claim.
    pub(crate) provenance: fn(&Claim) -> String,

    // Counts.
    /// The number of claims beyond those that are shown.
    pub(crate) more_claims: fn(usize) -> String,
    /// The unit after the number beside a value of a filter.
    pub(crate) count_unit: fn(Facet, usize) -> &'static str,

    // The bar and the frame of the page.
    /// The field that finds a value of a filter.
    pub(crate) find_value: fn(&str) -> String,
    pub(crate) find: &'static str,
    pub(crate) mark_names: &'static str,

    // Active filters.
    pub(crate) chosen_filters: &'static str,
    /// The words before a filter on the button that removes it.
    pub(crate) take_back: &'static str,
    pub(crate) clear_everything: &'static str,
    /// A sample of a name, tinted like names of its kind.
    pub(crate) sample: &'static str,

    // Answers to a question.
    /// The heading of claims that may answer the question in the query.
    pub(crate) answers: &'static str,
    /// The words before the filters that a question stands for, on the button that sets them.
    pub(crate) use_as_filters: &'static str,

    // The list of all matches.
    pub(crate) matches_in_context: &'static str,
    /// How many matches are listed, and how many are listed at most.
    pub(crate) concordance_note: fn(usize, usize) -> String,
    pub(crate) save_as_csv: &'static str,
    /// Article, date, the words before a match, the match, the words after it, and the speaker.
    pub(crate) concordance_columns: [&'static str; 6],

    // If no claim matches.
    pub(crate) no_match: &'static str,
    /// No claim contains all the words, with the number of hits in the text.
    pub(crate) no_single_claim: fn(usize) -> String,
    pub(crate) no_single_filter: &'static str,
    pub(crate) no_claim_left: &'static str,
    /// A filter with its chosen values.
    pub(crate) filter: fn(Facet, &[String]) -> String,
    /// The search, as a filter.
    pub(crate) search_filter: fn(&str) -> String,
    /// A sentence with the button that removes a filter, which is already rendered.
    pub(crate) take_back_filter: fn(Html) -> Html,
    /// The number of claims without that filter. It follows the button.
    pub(crate) leaves_claims: fn(usize) -> String,

    // Claims.
    /// The label of the words that attribute a claim to its speaker.
    pub(crate) cue: &'static str,
    pub(crate) cue_words: fn(&str) -> String,
    pub(crate) wording: &'static str,
    /// What the form of a claim does not say about its words. The first value says that all of them
    /// are in quotation marks.
    pub(crate) wording_note: fn(bool, Form) -> Option<&'static str>,
    pub(crate) about: &'static str,
    /// The link to the card of a claim's speaker.
    pub(crate) about_speaker: &'static str,
    pub(crate) cite: &'static str,
    pub(crate) copy_link: &'static str,
    pub(crate) open_original: &'static str,

    // Names.
    /// The words that stand for an unnamed speaker, and the number of their claims.
    pub(crate) unnamed_speaker: fn(&str, usize) -> String,
    /// Other names of an entity.
    pub(crate) also: fn(&[String]) -> String,
    /// The names within this name. They follow.
    pub(crate) within_name: &'static str,
    /// The place that the reader has stepped to, counted from 1, and the number of all places.
    pub(crate) place: fn(Option<usize>, usize) -> String,
    /// The button that lists all places, with their number.
    pub(crate) all_places: fn(usize) -> String,
    /// The button that lists more places: how many it adds, and the number of all places.
    pub(crate) more_places: fn(usize, usize) -> String,
    pub(crate) previous_place: &'static str,
    pub(crate) next_place: &'static str,
    /// The claims of an entity.
    pub(crate) said_by: fn(&str) -> String,
    /// The claims about an entity.
    pub(crate) said_about: fn(&str) -> String,
    pub(crate) only_these: &'static str,
    pub(crate) all_again: &'static str,
    pub(crate) wikidata: &'static str,

    // Automatic findings.
    pub(crate) min_confidence: &'static str,
    /// The minimum confidence as a filter.
    pub(crate) threshold_filter: fn(Threshold) -> String,
    pub(crate) why: &'static str,
    /// The name of a rule; empty if it is not known.
    pub(crate) rule: fn(&str) -> String,
    /// Why words are marked that are similar to those that somebody marked before.
    pub(crate) moved: fn(&str) -> String,
    /// What a rule looks for.
    pub(crate) rule_sentence: fn(Rule) -> &'static str,
    /// The number of places where a rule found something, and its lowest and highest confidence.
    pub(crate) found_in: fn(usize, u8, u8) -> String,

    // Copying and sharing.
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) copy_by_hand: &'static str,
    pub(crate) share_view: &'static str,
    pub(crate) save_article: &'static str,
    pub(crate) save_articles: &'static str,
    pub(crate) format_label: &'static str,
    /// The label of a format.
    pub(crate) format: fn(Format) -> &'static str,
    pub(crate) save: &'static str,
    /// A file was saved under a name.
    pub(crate) saved: fn(&str) -> String,
    /// What the format of the saved file lacks.
    pub(crate) lost: fn(&ExportLoss) -> String,
    /// Nothing was saved, and why.
    pub(crate) not_saved: fn(&str) -> String,
    pub(crate) link: &'static str,
    pub(crate) link_note: &'static str,
    /// The button that opens the share sheet of the system.
    pub(crate) share_sheet: &'static str,
    pub(crate) citation: &'static str,
    pub(crate) citation_note: &'static str,
    pub(crate) claim_citation_note: &'static str,
    /// A claim as a quotation in plain HTML.
    pub(crate) quotation: &'static str,
    pub(crate) quotation_note: &'static str,
    /// The heading of the embed codes.
    pub(crate) embed: &'static str,
    /// Says that only the selected claim is embedded.
    pub(crate) embed_claim: &'static str,
    pub(crate) frame: &'static str,
    pub(crate) frame_note: &'static str,
    pub(crate) element: &'static str,
    pub(crate) element_note: &'static str,
    pub(crate) one_file: &'static str,
    /// The purpose of the file, with a link to it.
    pub(crate) one_file_note: fn(Html) -> Html,
    /// The same, if the page is that file.
    pub(crate) this_file_note: &'static str,

    // Help.
    pub(crate) keys: &'static str,
    /// Keys and their effects.
    pub(crate) key_list: &'static [(&'static str, &'static str)],
    pub(crate) single_keys: &'static str,
    pub(crate) searching: &'static str,
    /// Examples of queries and what they find.
    pub(crate) query_list: &'static [(&'static str, &'static str)],
    pub(crate) marks: &'static str,
    pub(crate) marks_note: &'static str,
}
