//! The messages of the page of one article.

use annotate::Rule;
use explore::{Facet, Mode, Problem, Threshold};
use formats::Format;
use model::{Date, EntityKind, Form, Provenance, Stance};
use yew::Html;

/// The things that the reader steps through and that are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// The places that contain words of the search.
    Hits,
    /// Claims.
    Claims,
}

/// A sample of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// Quoted words of a claim.
    Quoted,
    /// Paraphrased words of a claim.
    Paraphrased,
    /// A name.
    Name,
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
    pub(crate) stance: fn(Stance) -> &'static str,
    /// The verb after a speaker's name: "denies".
    pub(crate) stance_verb: fn(Stance) -> &'static str,
    /// Who marked a claim.
    pub(crate) provenance: fn(&Provenance) -> String,
    /// A date in words.
    pub(crate) date: fn(Date) -> String,

    // Counts.
    pub(crate) claims: fn(usize) -> String,
    /// The number of visible claims, and of all claims.
    pub(crate) claims_shown: fn(usize, usize) -> String,
    /// The number of claims beyond those that are shown.
    pub(crate) more_claims: fn(usize) -> String,
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
    pub(crate) view_mode: fn(Mode) -> &'static str,
    pub(crate) claims_label: &'static str,
    pub(crate) share: &'static str,
    pub(crate) help: &'static str,
    /// Something that opens on demand could not be opened, and why.
    pub(crate) not_opened: fn(&str) -> String,
    pub(crate) try_again: &'static str,
    pub(crate) beside_text: &'static str,
    pub(crate) page_notices: &'static str,
    /// An article that an address requests does not exist.
    pub(crate) no_such_article: fn(&str) -> String,
    /// A problem with the address or the query.
    pub(crate) problem: fn(&Problem) -> String,

    // The key to the marks, and the speakers.
    /// What the marks of claims mean, with samples of them.
    pub(crate) key: fn(&dyn Fn(Sample, &'static str) -> Html) -> Html,
    /// What the marks of names mean, with a sample of them.
    pub(crate) key_to_names: fn(&dyn Fn(Sample, &'static str) -> Html) -> Html,
    pub(crate) speakers: &'static str,
    /// The button that lists the speakers beyond the first, with their number.
    pub(crate) more_speakers: fn(usize) -> String,
    pub(crate) fewer_speakers: &'static str,

    // Steps through the article.
    pub(crate) steps: &'static str,
    pub(crate) previous: fn(Counted) -> String,
    pub(crate) next: fn(Counted) -> String,
    /// The claim that the reader has stepped to, counted from 1, the number of all, and the speaker
    /// with the first words.
    pub(crate) stepped_to: fn(usize, usize, &str) -> String,

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
    /// The text between a speaker and the words of a claim: the verb, if somebody speaks, and the form.
    pub(crate) says: fn(Option<&'static str>, Form) -> String,
    /// The text after the words in a printed note: the names that the claim is about, and its origin.
    pub(crate) endnote: fn(&Provenance, &[&str]) -> String,
    pub(crate) in_the_text: &'static str,

    // Names.
    pub(crate) close: &'static str,
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
    pub(crate) detected: &'static str,
    pub(crate) min_confidence: &'static str,
    pub(crate) found: &'static str,
    pub(crate) threshold: fn(Threshold) -> String,
    /// The minimum confidence as a filter.
    pub(crate) threshold_filter: fn(Threshold) -> String,
    pub(crate) why: &'static str,
    /// The name of a rule; empty if it is not known.
    pub(crate) rule: fn(&str) -> String,
    /// What a rule looks for.
    pub(crate) rule_sentence: fn(Rule) -> &'static str,
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
