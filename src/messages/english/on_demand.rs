//! The parts of a page that open on demand, in English.

use annotate::Rule;
use explore::Facet;
use formats::{ExportLoss, Format};
use model::{EntityKind, Form};
use yew::html;

use super::article::{ARTICLE, claims, provenance_label, threshold};
use super::counted;
use crate::messages::on_demand::OnDemandMessages;

pub(in crate::messages) static ON_DEMAND: OnDemandMessages = OnDemandMessages {
    kind_of_one: |kind| match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Law => "law or agreement",
        EntityKind::Date => "date",
        EntityKind::Money => "sum of money",
        EntityKind::Nationality => "nationality",
        EntityKind::Event => "event",
        EntityKind::Other => "other name",
    },
    provenance: provenance_label,
    more_claims: |count| format!("and {} more", claims(count)),
    count_unit: |facet, count| match (facet, count) {
        (Facet::Types, 1) => " name",
        (Facet::Types, _) => " names",
        (_, 1) => " claim",
        _ => " claims",
    },
    find_value: |label| format!("Find in {label}"),
    find: "Find …",
    mark_names: "Mark names",
    chosen_filters: "Chosen filters",
    take_back: "Remove filter: ",
    clear_everything: "Clear everything",
    sample: "Aa",
    answers: "Claims that may answer this",
    use_as_filters: "Filter by ",
    matches_in_context: "Matches in context",
    concordance_note: |count, most| match count {
        1 => "1 match, with the speaker where it is within a claim.".to_owned(),
        count if count < most => {
            format!("{count} matches, each with the speaker where it is within a claim.")
        }
        _ => format!("The first {most} matches, each with the speaker where it is within a claim."),
    },
    save_as_csv: "Save as CSV",
    concordance_columns: ["Article", "Date", "Before", "Match", "After", "Speaker"],
    no_match: "Nothing in this article matches the search.",
    no_single_claim: |count| {
        format!(
            "No claim contains all these words. The search matches {} in the text.",
            counted(count, "place", "places")
        )
    },
    no_single_filter: "No claims match these filters. Removing just one won’t help; clear two or more.",
    no_claim_left: "No claims match.",
    filter: |facet, values| format!("{}: {}", (ARTICLE.facet)(facet), values.join(" or ")),
    search_filter: |query| format!("the search “{query}”"),
    take_back_filter: |filter| html! { <>{ "Remove " }{ filter }</> },
    leaves_claims: |count| match count {
        1 => " (1 claim matches)".to_owned(),
        count => format!(" ({} match)", claims(count)),
    },
    cue: "Introduced by",
    cue_words: |words| format!("“{words}”"),
    wording: "Wording",
    wording_note: |is_verbatim, form| match form {
        Form::Direct if is_verbatim => None,
        Form::Direct => {
            Some("Marked as a quotation, but not all of it is in quotation marks in the article.")
        }
        Form::Mixed => Some("Paraphrased by the writer, with some quoted words."),
        Form::Indirect => None,
    },
    about: "About",
    about_speaker: "About the speaker",
    cite: "Cite",
    copy_link: "Copy link",
    open_original: "View in the original article",
    also: |names| format!("Also: {}", names.join(" · ")),
    within_name: "Within this name:",
    place: |at, all| {
        let all = places(all);
        match at {
            Some(at) => format!("{at} of {all}"),
            None => all,
        }
    },
    all_places: |count| format!("Show all {}", places(count)),
    more_places: |next, all| format!("Show {next} more of {}", places(all)),
    previous_place: "Previous place",
    next_place: "Next place",
    unnamed_speaker: |words, count| {
        format!(
            "The article doesn’t say who this is. It has only these words: “{words}” ({}).",
            claims(count)
        )
    },
    said_by: |name| format!("Said by {name}"),
    said_about: |name| format!("Said about {name}"),
    only_these: "Show only these",
    all_again: "Show all claims again",
    wikidata: "Wikidata",
    min_confidence: "Minimum confidence",
    threshold_filter: |least| format!("Confidence: {}", threshold(least)),
    why: "Why?",
    rule: |name| match name {
        "" => "Detected by a program that does not name its rule".to_owned(),
        name => format!("Rule: {name}"),
    },
    moved: |words| {
        format!(
            "Somebody marked “{words}”. These words are no longer in the text; this is the most similar passage."
        )
    },
    rule_sentence: Rule::sentence,
    found_in: |count, low, high| {
        let count = places(count);
        if low == high {
            format!("{count}, {low}% confidence")
        } else {
            format!("{count}, {low} to {high}% confidence")
        }
    },
    copy: "Copy",
    copied: "Copied",
    copy_by_hand: "Copy this text",
    share_view: "Share this view",
    save_article: "Download this article in another format. Nothing is uploaded.",
    save_articles: "Download all articles of this page in another format. Nothing is uploaded.",
    format_label: "Format",
    format: |format| match format {
        Format::Markdown => "Text with its claims as notes (Markdown)",
        Format::CsvClaims => "Table of claims (CSV)",
        Format::CsvMentions => "Table of names (CSV)",
        Format::Text => "Text alone",
        Format::Article => "Article with names and claims (JSON)",
        Format::Json => "Names and claims beside the text (JSON)",
        Format::W3c => "Web Annotations (JSON-LD)",
        Format::SchemaOrg => "Claims for search engines (schema.org)",
        Format::Brat => "Annotations for brat",
        Format::Displacy => "Names for displaCy (JSON)",
    },
    save: "Save",
    saved: |name| format!("Saved as {name}."),
    lost: ExportLoss::to_string,
    not_saved: |reason| format!("It could not be saved: {reason}"),
    link: "Link",
    link_note: "Opens this page with the same search, filters and selection.",
    share_sheet: "Send…",
    citation: "Citation",
    citation_note: "The article with its source, and a link to this page.",
    claim_citation_note: "The claim with its speaker and source, and a link to it.",
    quotation: "Quotation",
    quotation_note: "The claim as plain HTML; it needs no script.",
    embed: "Embed in another page",
    embed_claim: "Only the selected claim is embedded. To embed the whole article, close the claim first.",
    frame: "Embed as an iframe",
    frame_note: "Works on any site. The second line resizes the frame to fit; leave it out and the frame scrolls.",
    element: "Embed as an HTML element",
    element_note: "Becomes part of your page; neither page’s styles affect the other.",
    one_file: "One file",
    one_file_note: |file| {
        html! { <>{ file }{ " contains the article and everything needed to read it. Double-click to open it, or embed it:" }</> }
    },
    this_file_note: "This page is one file and works from any folder. To embed it in a page beside it:",
    keys: "Keys",
    key_list: &[
        ("/", "go to the search"),
        ("Enter, n", "next match"),
        ("Shift Enter, p", "previous match"),
        (
            "j, k",
            "next, previous claim or, in a list of articles, article; Enter goes into the card of a claim",
        ),
        ("v", "switch between Article and Claims"),
        (
            "Tab, then ← →",
            "walk through the names in the text; Enter opens one",
        ),
        (
            "Esc",
            "close the card; press again to clear the search, then the filters",
        ),
        ("?", "this help"),
        ("Alt ←", "undo the last choice"),
    ],
    single_keys: "Use keys of one character, such as j and /",
    searching: "Searching",
    query_list: &[
        ("market rules", "both words; the last may be unfinished"),
        ("\"market principles\"", "a phrase"),
        ("-ban", "without this word"),
        ("ban OR tariff", "either word"),
        ("protect*", "words that begin like this"),
        ("protecionism~", "allow typos"),
        (
            "what did Guo say about protectionism",
            "a question: who says what, about whom",
        ),
        (
            "speaker:guo about:commission",
            "who, about whom: an id or a name",
        ),
        (
            "form:quoted stance:criticises",
            "how: quoted, paraphrased, partly-quoted; states, denies, criticises, supports, warns, promises, asks, declines",
        ),
        ("kind:place entity:europe", "claims mentioning it"),
        (
            "title:trade author:lee after:2026-01",
            "of the article: words of its title, author (author:) or source (source:); before:, after: or date: a date",
        ),
    ],
    marks: "Marks",
    marks_note: "Claims are underlined in the colour of their speaker: with a solid line where they \
                 are quoted, with dots where they are paraphrased. Where two claims share words, \
                 there are two lines. Names are tinted, in four groups: people, organisations, \
                 places and nationalities, others. Filtering greys out passages and notes that \
                 don’t match.",
};

fn places(count: usize) -> String {
    counted(count, "place", "places")
}
