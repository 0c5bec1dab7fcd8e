//! The messages of the page of one article.

use explore::{Facet, Mode, Problem, Threshold};
use model::{Claim, Date, EntityKind, Form, Stance};
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
    /// A name of the group of that kind.
    Name(EntityKind),
}

/// The messages of the page of one article. Other pages use the ones that they share with it.
pub(crate) struct ArticleMessages {
    // Labels for values in the data.
    pub(crate) facet: fn(Facet) -> &'static str,
    /// A kind of entity, in the plural: "people".
    pub(crate) kind: fn(EntityKind) -> &'static str,
    pub(crate) form: fn(Form) -> &'static str,
    pub(crate) stance: fn(Stance) -> &'static str,
    /// The verb after a speaker's name: "denies".
    pub(crate) stance_verb: fn(Stance) -> &'static str,
    /// A date in words.
    pub(crate) date: fn(Date) -> String,

    // Counts.
    pub(crate) claims: fn(usize) -> String,
    /// The number of visible claims, and of all claims.
    pub(crate) claims_shown: fn(usize, usize) -> String,
    pub(crate) names: fn(usize) -> String,
    /// The button that lists all hits.
    pub(crate) list_matches: &'static str,
    /// The number of hits, or that there are none.
    pub(crate) hits: fn(usize) -> String,
    /// The number of claims in a paragraph, and their speakers.
    pub(crate) claims_of_speakers: fn(usize, &[&str]) -> String,
    /// The one that the reader has stepped to, counted from 1, and the number of all; and what is
    /// counted.
    pub(crate) step: fn(Counted, Option<usize>, usize) -> [String; 2],

    // The bar and the frame of the page.
    pub(crate) search_article: &'static str,
    /// What an empty search field says in narrow places.
    pub(crate) search: &'static str,
    pub(crate) skip_links: &'static str,
    pub(crate) skip_to_text: &'static str,
    pub(crate) skip_to_claims: &'static str,
    pub(crate) skip_to_filters: &'static str,
    pub(crate) filters: &'static str,
    /// The button for the filters, with the number of active ones.
    pub(crate) filters_button: fn(usize) -> String,
    /// The button of a filter, with the labels of its chosen values.
    pub(crate) filter_menu: fn(&str, &[String]) -> String,
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
    /// What the marks of names mean, with a sample of each group.
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
    pub(crate) clear_all: &'static str,

    // If no claim matches.
    pub(crate) no_claims: &'static str,

    // Claims.
    /// The text between a speaker and the words of a claim: the verb, if somebody speaks, and the form.
    pub(crate) says: fn(Option<&'static str>, Form) -> String,
    /// The text after the words in a printed note: the names that the claim is about, and its origin.
    pub(crate) endnote: fn(&Claim, &[&str]) -> String,
    pub(crate) in_the_text: &'static str,

    // Names.
    pub(crate) close: &'static str,

    // Automatic findings.
    pub(crate) detected: &'static str,
    pub(crate) found: &'static str,
    pub(crate) threshold: fn(Threshold) -> String,

    // The source of the article.
    pub(crate) title_by_editor: &'static str,
    /// The words before a link to the original.
    pub(crate) original: &'static str,
    pub(crate) rights: &'static str,
    /// What the original has in the place of corrected words; empty if it has none.
    pub(crate) corrected: fn(&str) -> String,
    /// The number of places where an editor changed the words.
    pub(crate) corrections: fn(usize) -> String,
    pub(crate) marked_by_editor: &'static str,
    pub(crate) marked_by_program: &'static str,
    /// The same, for an article in a language other than English.
    pub(crate) marked_by_program_in_others: &'static str,
    /// A sentence for readers without scripts that says which features they lack.
    pub(crate) without_scripts: &'static str,

    // Copying and sharing.
    pub(crate) save_as: &'static str,
}
