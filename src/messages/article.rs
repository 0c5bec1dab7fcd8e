//! The messages of the page of one article.

use explore::{Facet, Threshold};
use formats::Format;
use model::{Claim, EntityKind, Form, Provenance, Stance};
use yew::Html;

/// The things that the reader steps through and that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// The places that contain words of the search.
    Hits,
    /// Claims.
    Claims,
}

/// The messages of the page of one article. Other pages use the ones that they share with it.
pub(crate) struct ArticleMessages {
    // Labels for values in the data.
    pub(crate) facet: fn(Facet) -> &'static str,
    /// A kind of entity, in the plural: "people".
    pub(crate) kind: fn(EntityKind) -> &'static str,
    /// A kind of entity, in the singular: "person".
    pub(crate) kind_of_one: fn(EntityKind) -> &'static str,
    pub(crate) form: fn(Form) -> &'static str,
    /// A short sign for a form. Screen readers do not read it.
    pub(crate) form_sign: fn(Form) -> &'static str,
    pub(crate) stance: fn(Stance) -> &'static str,
    /// Who marked a claim.
    pub(crate) provenance: fn(&Provenance) -> String,

    // Counts.
    pub(crate) claims: fn(usize) -> String,
    /// The number of visible claims, and of all claims.
    pub(crate) claims_shown: fn(usize, usize) -> String,
    pub(crate) names: fn(usize) -> String,
    /// The number of hits, or that there are none.
    pub(crate) hits: fn(usize) -> String,
    /// The number of claims in a paragraph, and their speakers.
    pub(crate) claims_of_speakers: fn(usize, &[&str]) -> String,
    /// The one that the reader has stepped to, counted from 1, and the number of all; and what is
    /// counted.
    pub(crate) step: fn(Counted, Option<usize>, usize) -> [String; 2],
    /// The unit after the number beside a value of a filter.
    pub(crate) count_unit: fn(Facet, usize) -> &'static str,

    // The bar and the frame of the page.
    pub(crate) search_article: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) skip_links: &'static str,
    pub(crate) skip_to_text: &'static str,
    pub(crate) skip_to_claims: &'static str,
    pub(crate) skip_to_filters: &'static str,
    pub(crate) filters: &'static str,
    /// The button for the filters, with the number of active ones.
    pub(crate) filters_button: fn(usize) -> String,
    /// The button of a filter, with the labels of its chosen values.
    pub(crate) filter_menu: fn(&str, &[String]) -> String,
    /// The field that finds a value of a filter.
    pub(crate) find_value: fn(&str) -> String,
    pub(crate) find: &'static str,
    pub(crate) mark_names: &'static str,
    /// The names in the text are not marked.
    pub(crate) off: &'static str,
    /// The button that closes the filters, with the number of claims that match.
    pub(crate) show_claims: fn(usize) -> String,
    pub(crate) foreground: &'static str,
    pub(crate) article: &'static str,
    pub(crate) claims_label: &'static str,
    pub(crate) share: &'static str,
    pub(crate) help: &'static str,
    pub(crate) beside_text: &'static str,
    pub(crate) page_notices: &'static str,
    /// An article that an address requests does not exist.
    pub(crate) no_such_article: fn(&str) -> String,

    // Steps through the article.
    pub(crate) steps: &'static str,
    pub(crate) previous: fn(Counted) -> String,
    pub(crate) next: fn(Counted) -> String,

    // Active filters.
    pub(crate) chosen_filters: &'static str,
    /// The words before a filter on the button that removes it.
    pub(crate) take_back: &'static str,
    pub(crate) clear_all: &'static str,
    pub(crate) clear_everything: &'static str,
    /// A sample of a name, tinted like names of its kind.
    pub(crate) sample: &'static str,

    // If no claim matches.
    pub(crate) no_claims: &'static str,
    pub(crate) no_match: &'static str,
    /// No single claim contains all the words, with the number of hits in the text.
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
    pub(crate) order_of_claims: &'static str,
    pub(crate) by_speaker: &'static str,
    pub(crate) in_order: &'static str,
    pub(crate) speaker: &'static str,
    pub(crate) nobody_by_name: fn(&str) -> String,
    pub(crate) nobody: &'static str,
    pub(crate) words: &'static str,
    pub(crate) verbatim: &'static str,
    /// Whose words a claim uses. The first value says that all of it is in quotation marks.
    pub(crate) whose_words: fn(bool, Form) -> &'static str,
    pub(crate) about: &'static str,
    pub(crate) source: &'static str,
    pub(crate) cite: &'static str,
    pub(crate) copy_link: &'static str,
    pub(crate) open_original: &'static str,
    pub(crate) who_about_whom: &'static str,
    pub(crate) all_claims: &'static str,
    /// The number of claims that a speaker makes about a subject.
    pub(crate) claims_about: fn(usize, &str, &str) -> String,
    /// The text after the speaker in a note: the cue, the claim, and the names it is about.
    pub(crate) endnote: fn(Option<&str>, &Claim, &[&str]) -> String,
    /// The text after the speaker in the list of the static page, before the claim's words.
    pub(crate) form_and_stance: fn(Form, Stance) -> String,
    pub(crate) in_the_text: &'static str,

    // Names.
    pub(crate) close: &'static str,
    /// Other names of an entity.
    pub(crate) also: fn(&[String]) -> String,
    /// The place that the reader has stepped to, counted from 1, and the number of all places.
    pub(crate) place: fn(Option<usize>, usize) -> String,
    pub(crate) previous_place: &'static str,
    pub(crate) next_place: &'static str,
    /// The claims of a speaker, by name.
    pub(crate) said_by: fn(&str) -> String,
    pub(crate) said_about: fn(&str) -> String,
    pub(crate) only_these: &'static str,
    pub(crate) all_again: &'static str,
    pub(crate) wikidata: &'static str,

    // Automatic findings.
    /// The note about a finding on its card, after its stance. The confidence is in per cent.
    pub(crate) found_sign: fn(u8) -> String,
    pub(crate) min_confidence: &'static str,
    pub(crate) found: &'static str,
    pub(crate) threshold: fn(Threshold) -> String,
    /// The minimum confidence as a filter.
    pub(crate) threshold_filter: fn(Threshold) -> String,
    pub(crate) why: &'static str,
    /// The name of a rule; empty if it is not known.
    pub(crate) rule: fn(&str) -> String,
    pub(crate) confidence: fn(u8) -> String,
    /// The number of places where a rule found something, and its lowest and highest confidence.
    pub(crate) found_in: fn(usize, u8, u8) -> String,

    // The source of the article.
    pub(crate) title_by_editor: &'static str,
    /// The words before a link to the original.
    pub(crate) original: &'static str,
    pub(crate) rights: &'static str,
    pub(crate) marked_by_editor: &'static str,
    pub(crate) marked_by_program: &'static str,
    /// The same, for an article in a language other than English.
    pub(crate) marked_by_program_in_others: &'static str,
    /// A sentence for readers without scripts that says which features they lack.
    pub(crate) without_scripts: &'static str,

    // Copying and sharing.
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) copy_by_hand: &'static str,
    pub(crate) share_view: &'static str,
    pub(crate) save_as: &'static str,
    pub(crate) save_article: &'static str,
    pub(crate) save_articles: &'static str,
    pub(crate) format_label: &'static str,
    /// The label of a format.
    pub(crate) format: fn(Format) -> &'static str,
    pub(crate) save: &'static str,
    /// A file was saved under a name.
    pub(crate) saved: fn(&str) -> String,
    /// Nothing was saved, and why.
    pub(crate) not_saved: fn(&str) -> String,
    pub(crate) link: &'static str,
    pub(crate) link_note: &'static str,
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
