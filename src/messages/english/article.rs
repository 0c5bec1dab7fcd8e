//! The page of one article, in English.

use annotate::Rule;
use explore::{Facet, Mode, Problem, Threshold, percent_of};
use formats::Format;
use model::{Date, EntityKind, Form, Provenance, Stance};
use yew::html;

use super::counted;
use crate::messages::article::{ArticleMessages, Counted, Sample};

pub(in crate::messages) static ARTICLE: ArticleMessages = ArticleMessages {
    facet: |facet| match facet {
        Facet::Speaker => "Speaker",
        Facet::About => "About",
        Facet::Form => "Wording",
        Facet::Stance => "Stance",
        Facet::Types => "Names",
        Facet::Source => "Source",
    },
    kind: |kind| match kind {
        EntityKind::Person => "people",
        EntityKind::Organisation => "organisations",
        EntityKind::Place => "places",
        EntityKind::Law => "laws and agreements",
        EntityKind::Date => "dates",
        EntityKind::Money => "money",
        EntityKind::Nationality => "nationalities",
        EntityKind::Event => "events",
        EntityKind::Other => "other names",
    },
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
    form: form_label,
    stance: stance_label,
    stance_verb: |stance| match stance {
        Stance::States => "says",
        other => stance_label(other),
    },
    provenance: provenance_label,
    date: Date::in_words,

    claims,
    claims_shown: |shown, all| {
        if shown == all {
            claims(all)
        } else {
            format!("{shown} of {}", claims(all))
        }
    },
    more_claims: |count| format!("and {} more", claims(count)),
    names: |count| counted(count, "name", "names"),
    hits: |count| match count {
        0 => "No matches".to_owned(),
        count => hits(count),
    },
    claims_of_speakers: |count, speakers| format!("{} · {}", claims(count), speakers.join(", ")),
    step: |of, at, all| {
        let place = match at {
            Some(at) => format!("{at} of {all}"),
            None => all.to_string(),
        };
        let unit = match (of, all) {
            (Counted::Hits, 1) => " match",
            (Counted::Hits, _) => " matches",
            (Counted::Claims, 1) => " claim",
            (Counted::Claims, _) => " claims",
        };
        [place, unit.to_owned()]
    },
    count_unit: |facet, count| match (facet, count) {
        (Facet::Types, 1) => " name",
        (Facet::Types, _) => " names",
        (_, 1) => " claim",
        _ => " claims",
    },

    search_article: "Search this article",
    skip_links: "Skip links",
    skip_to_text: "Skip to text",
    skip_to_claims: "Skip to claims",
    skip_to_filters: "Skip to filters",
    filters: "Filters",
    filters_button: |active| match active {
        0 => "Filters".to_owned(),
        active => format!("Filters ({active})"),
    },
    filter_menu: |label, chosen| match chosen {
        [] => label.to_owned(),
        [only] => format!("{label}: {only}"),
        several => format!("{label} · {}", several.len()),
    },
    find_value: |label| format!("Find in {label}"),
    find: "Find …",
    mark_names: "Mark names",
    off: "off",
    show_claims: |count| format!("Show {}", claims(count)),
    foreground: "View",
    article: "Article",
    view_mode: |mode| match mode {
        Mode::Article => "Article",
        Mode::Claims => "Claims",
        Mode::Compare => "Compare",
        Mode::Table => "Table",
    },
    claims_label: "Claims",
    share: "Share",
    help: "Help",
    not_opened: |reason| format!("This cannot be opened: {reason}."),
    try_again: "Try again",
    beside_text: "Notes",
    page_notices: "Notes on this page",
    no_such_article: |id| {
        format!(
            "This link points to an article that isn’t on this page ({id}). The first one is shown."
        )
    },
    problem: Problem::to_string,

    key: |sample| {
        html! { <>
            { "Underlined words are " }<b>{ "claims" }</b>{ "; the colour says whose. " }
            { sample(Sample::Quoted, "Quoted") }{ ", " }
            { sample(Sample::Paraphrased, "paraphrased") }{ "." }
        </> }
    },
    key_to_names: |sample| {
        html! { <>{ "Tinted words are " }{ sample(Sample::Name, "names") }{ "." }</> }
    },
    speakers: "Speakers",
    more_speakers: |count| format!("+ {count} more"),
    fewer_speakers: "Fewer",

    steps: "Step through the article",
    previous: |of| format!("Previous {}", one_of(of)),
    next: |of| format!("Next {}", one_of(of)),
    stepped_to: |at, all, head| format!("Claim {at} of {all}: {head}"),

    chosen_filters: "Chosen filters",
    take_back: "Remove filter: ",
    clear_all: "Clear all",
    clear_everything: "Clear everything",
    sample: "Aa",

    no_claims: "No claims are marked in this article.",
    no_match: "Nothing in this article matches the search.",
    no_single_claim: |count| {
        format!(
            "No single claim contains all these words. They appear {} in the article.",
            counted(count, "time", "times")
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
        Form::Direct if is_verbatim => Some("Quoted word for word in the article."),
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
    says: |verb, form| {
        let form = form_label(form);
        verb.map_or_else(
            || format!(" ({form}): "),
            |verb| format!(" {verb} ({form}): "),
        )
    },
    endnote: |provenance, about| {
        let about = match about {
            [] => String::new(),
            about => format!("About {}. ", about.join(", ")),
        };
        format!(" — {about}{}.", provenance_label(provenance))
    },
    in_the_text: "in the text",

    close: "Close",
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
    said_by: |name| format!("Said by {name}"),
    said_about: |name| format!("Said about {name}"),
    only_these: "Show only these",
    all_again: "Show all claims again",
    wikidata: "Wikidata",

    detected: "detected",
    min_confidence: "Minimum confidence",
    found: "Confidence",
    threshold,
    threshold_filter: |least| format!("Confidence: {}", threshold(least)),
    why: "Why?",
    rule: |name| match name {
        "" => "Detected by a program that does not name its rule".to_owned(),
        name => format!("Rule: {name}"),
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

    title_by_editor: "Headline added by the editor; the original had none.",
    original: "Original: ",
    rights: "The article remains its publisher’s.",
    marked_by_editor: "Names and claims were marked by an editor. They record who said what, not who is right.",
    marked_by_program: "Names and claims were detected automatically and can be wrong; open one to see why it was marked. They record who said what, not who is right.",
    marked_by_program_in_others: "Quotations and dates were detected automatically and can be wrong; names are detected in English only. Open one to see why it was marked. They record who said what, not who is right.",
    without_scripts: "JavaScript is off, so search and filters are unavailable. The article and its claims are below.",

    copy: "Copy",
    copied: "Copied",
    copy_by_hand: "Copy this text",
    share_view: "Share this view",
    save_as: "Save as",
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
        ("j, k", "next, previous claim"),
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
        ("protecionism~", "allow typos"),
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
            "title:trade source:daily after:2026-01",
            "of the article: words of its title or source, before: or after: a date",
        ),
    ],
    marks: "Marks",
    marks_note: "Claims are underlined in the colour of their speaker: with a solid line where they \
                 are quoted, with dots where they are paraphrased. Where two claims share words, \
                 there are two lines. Names are tinted, in four groups: people, organisations, \
                 places and nationalities, others. Filtering greys out passages and notes that \
                 don’t match.",
};

fn claims(count: usize) -> String {
    counted(count, "claim", "claims")
}

fn hits(count: usize) -> String {
    counted(count, "match", "matches")
}

fn places(count: usize) -> String {
    counted(count, "place", "places")
}

fn one_of(of: Counted) -> &'static str {
    match of {
        Counted::Hits => "match",
        Counted::Claims => "claim",
    }
}

fn stance_label(stance: Stance) -> &'static str {
    match stance {
        Stance::Declines => "declines to say",
        stance => stance.as_str(),
    }
}

fn form_label(form: Form) -> &'static str {
    match form {
        Form::Direct => "quoted",
        Form::Indirect => "paraphrased",
        Form::Mixed => "partly quoted",
    }
}

fn provenance_label(provenance: &Provenance) -> String {
    match provenance {
        Provenance::Curated => "Marked by an editor".to_owned(),
        Provenance::Found { confidence, .. } => {
            let percent = percent_of(*confidence);
            format!("Detected automatically · {percent}% confidence")
        }
    }
}

fn threshold(least: Threshold) -> String {
    if least.is_open() {
        "Show all".to_owned()
    } else {
        format!("at least {}%", least.percent())
    }
}
