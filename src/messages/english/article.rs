//! The page of one article, in English.

use explore::{Facet, Mode, Problem, Threshold, percent_of};
use model::{Claim, Date, EntityKind, Form, Provenance, Stance};
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
    form: form_label,
    stance: stance_label,
    stance_verb: |stance| match stance {
        Stance::States => "says",
        other => stance_label(other),
    },
    date: Date::in_words,
    claims,
    claims_shown: |shown, all| {
        if shown == all {
            claims(all)
        } else {
            format!("{shown} of {}", claims(all))
        }
    },
    names: |count| counted(count, "name", "names"),
    list_matches: "List all",
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
    search_article: "Search this article",
    search: "Search",
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
        html! { <>
            { "Tinted words are names: " }{ sample(Sample::Name(EntityKind::Person), "people") }{ ", " }
            { sample(Sample::Name(EntityKind::Organisation), "organisations") }{ ", " }
            { sample(Sample::Name(EntityKind::Place), "places and nationalities") }{ ", " }
            { sample(Sample::Name(EntityKind::Other), "others") }{ "." }
        </> }
    },
    speakers: "Speakers",
    more_speakers: |count| format!("+ {count} more"),
    fewer_speakers: "Fewer",
    steps: "Step through the article",
    previous: |of| format!("Previous {}", one_of(of)),
    next: |of| format!("Next {}", one_of(of)),
    stepped_to: |at, all, head| format!("Claim {at} of {all}: {head}"),
    clear_all: "Clear all",
    no_claims: "No claims are marked in this article.",
    says: |verb, form| {
        let form = form_label(form);
        verb.map_or_else(
            || format!(" ({form}): "),
            |verb| format!(" {verb} ({form}): "),
        )
    },
    endnote: |claim, about| {
        let about = match about {
            [] => String::new(),
            about => format!("About {}. ", about.join(", ")),
        };
        format!(" — {about}{}.", provenance_label(claim))
    },
    in_the_text: "in the text",
    close: "Close",
    detected: "detected",
    found: "Confidence",
    threshold,
    title_by_editor: "Headline added by the editor; the original had none.",
    original: "Original: ",
    rights: "The article remains its publisher’s.",
    corrected: |original| match original {
        "" => "not in the original".to_owned(),
        _ => format!("the original has “{original}”"),
    },
    corrections: |count| match count {
        1 => "An editor changed the words marked with an asterisk (*)".to_owned(),
        _ => format!("An editor changed the words in {count} places, marked with an asterisk (*)"),
    },
    marked_by_editor: "Names and claims were marked by an editor. They record who said what, not who is right.",
    marked_by_program: "Names and claims were detected automatically and can be wrong; open one to see why it was marked. They record who said what, not who is right.",
    marked_by_program_in_others: "Quotations and dates were detected automatically and can be wrong; names are detected in English only. Open one to see why it was marked. They record who said what, not who is right.",
    without_scripts: "JavaScript is off, so search and filters are unavailable. The article and its claims are below.",
    save_as: "Save as",
};

pub(super) fn claims(count: usize) -> String {
    counted(count, "claim", "claims")
}

fn hits(count: usize) -> String {
    counted(count, "match", "matches")
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

pub(super) fn provenance_label(claim: &Claim) -> String {
    match &claim.provenance {
        Provenance::Curated => match &claim.checked_by {
            Some(name) => format!("Checked by {name}"),
            None => "Marked by an editor".to_owned(),
        },
        Provenance::Found { confidence, .. } => {
            let percent = percent_of(*confidence);
            format!("Detected automatically · {percent}% confidence")
        }
    }
}

pub(super) fn threshold(least: Threshold) -> String {
    if least.is_open() {
        "Show all".to_owned()
    } else {
        format!("at least {}%", least.percent())
    }
}
