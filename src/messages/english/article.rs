//! The page of one article, in English.

use explore::{Facet, Threshold, percent_of};
use formats::Format;
use model::{EntityKind, Form, Provenance, Stance};
use yew::html;

use super::counted;
use crate::messages::article::{ArticleMessages, Counted};

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
    form_sign: |form| match form {
        Form::Direct => "“ ”",
        Form::Indirect => "…",
        Form::Mixed => "…“ ”",
    },
    // The words of the query language are English.
    stance: Stance::as_str,
    provenance: provenance_label,

    claims,
    claims_shown: |shown, all| {
        if shown == all {
            claims(all)
        } else {
            format!("{shown} of {}", claims(all))
        }
    },
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
    count_unit: |facet, _| match facet {
        Facet::Types => " names",
        _ => " claims",
    },

    search_article: "Search this article",
    search_hint: "Search the article",
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
    claims_label: "Claims",
    share: "Share",
    help: "Help",
    beside_text: "Notes",
    page_notices: "Notes on this page",
    no_such_article: |id| {
        format!(
            "The address asks for an article “{id}”, which is not in this page; the first one is shown."
        )
    },

    steps: "Step through the article",
    previous: |of| format!("Previous {}", one_of(of)),
    next: |of| format!("Next {}", one_of(of)),

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

    order_of_claims: "Order of the claims",
    by_speaker: "By speaker",
    in_order: "In order of the text",
    speaker: "Speaker",
    nobody_by_name: |words| format!("nobody by name: {words}"),
    nobody: "nobody is named",
    words: "Words",
    verbatim: "✓ verbatim",
    whose_words: |is_verbatim, form| match form {
        _ if is_verbatim => "These words stand between quotation marks in the text.",
        Form::Direct => "Marked as quoted, but the text has no quotation marks around all of it.",
        Form::Indirect => "In the writer’s words, not the speaker’s.",
        Form::Mixed => "In the writer’s words, with some of the speaker’s.",
    },
    about: "About",
    source: "Source",
    cite: "Cite",
    copy_link: "Copy link",
    open_original: "Open the original here",
    who_about_whom: "Who speaks about whom",
    all_claims: "All claims",
    claims_about: |count, speaker, subject| format!("{}: {speaker} about {subject}", claims(count)),
    endnote: |cue, claim, about| {
        let cue = cue.map(|cue| format!(" ({cue})")).unwrap_or_default();
        let about = match about {
            [] => String::new(),
            about => format!("; about {}", about.join(", ")),
        };
        format!(
            "{cue}: {}, {}{about}; {}.",
            form_label(claim.form),
            claim.stance.as_str(),
            provenance_label(&claim.provenance)
        )
    },
    form_and_stance: |form, stance| format!(" ({}, {}): ", form.as_str(), stance.as_str()),
    in_the_text: "in the text",

    close: "Close",
    also: |names| format!("Also: {}", names.join(" · ")),
    place: |at, all| {
        let all = places(all);
        match at {
            Some(at) => format!("{at} of {all}"),
            None => all,
        }
    },
    previous_place: "Previous place",
    next_place: "Next place",
    said_by: |name| format!("Said by {name}"),
    said_about: |name| format!("Said about {name}"),
    only_these: "Show only these",
    all_again: "Show all claims again",
    wikidata: "Wikidata",

    found_sign: |percent| format!(" · found, {percent}% sure"),
    min_confidence: "Minimum confidence",
    found: "Confidence",
    threshold,
    threshold_filter: |least| format!("Confidence: {}", threshold(least)),
    why: "Why",
    rule: |name| match name {
        "" => "Found by a program that does not say by which rule".to_owned(),
        name => format!("Rule: {name}"),
    },
    confidence: |percent| format!("{percent}% sure"),
    found_in: |count, low, high| {
        let count = places(count);
        if low == high {
            format!("{count}, {low}% sure")
        } else {
            format!("{count}, {low} to {high}% sure")
        }
    },

    title_by_editor: "Title by the editor; the text came without one.",
    original: "Original: ",
    rights: "The article remains its publisher’s.",
    marked_by_editor: "Names and claims were marked by an editor. They show who says what, not who is right.",
    marked_by_program: "Names and claims were found by the program, which makes mistakes; each says by which rule. They show who says what, not who is right.",
    marked_by_program_in_others: "Quotations and dates were found by the program, which makes mistakes and knows names in English only; each says by which rule. They show who says what, not who is right.",
    without_scripts: "Search, filters and claim cards need scripts, which are switched off. The text and its claims stand below.",

    copy: "Copy",
    copied: "Copied",
    copy_by_hand: "Copy this text",
    share_view: "Share this view",
    save_as: "Save as",
    save_article: "This article as a file for another program, made on this device.",
    save_articles: "All articles of this page as a file for another program, made on this device.",
    format_label: "Form",
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
    link_note: "Opens the article with these filters and this search.",
    frame: "Frame",
    frame_note: "Works in any page. The second line gives the frame the height of what it shows; without it the frame scrolls.",
    element: "Element",
    element_note: "Stands in the page itself, in its own styles.",
    one_file: "One file",
    one_file_note: |file| {
        html! { <>{ file }{ " holds the program and the article; it opens from a folder by a double click, and in a frame:" }</> }
    },
    this_file_note: "This page is one file, and works from any folder. In a frame beside it:",

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
            "how: quoted, paraphrased, partly-quoted; states, denies, criticises, supports, warns, promises, asks",
        ),
        ("kind:place entity:europe", "claims mentioning it"),
        (
            "title:trade source:daily after:2026-01",
            "of the article: words of its title or source, before: or after: a date",
        ),
    ],
    marks: "Marks",
    marks_note: "Names are tinted and underlined with dots or dashes, a style for each kind. \
                 Claims have a solid line in the colour of their speaker; where two claims share \
                 words, two lines. Filtering greys out passages and notes that don’t \
                 match.",
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

fn form_label(form: Form) -> &'static str {
    match form {
        Form::Direct => "quoted",
        Form::Indirect => "paraphrased",
        Form::Mixed => "partly quoted",
    }
}

fn provenance_label(provenance: &Provenance) -> String {
    match provenance {
        Provenance::Curated => "marked by an editor".to_owned(),
        Provenance::Found { confidence, rule } => {
            let percent = percent_of(*confidence);
            format!("found by the program, {percent}% sure ({rule})")
        }
    }
}

fn threshold(least: Threshold) -> String {
    if least.is_open() {
        "Show all".to_owned()
    } else {
        format!("at least {} %", least.percent())
    }
}
