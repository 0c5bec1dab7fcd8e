//! The page of one article, in German.

use explore::{Facet, Mode, Threshold, percent_of};
use model::{Claim, EntityKind, Form, Provenance, Stance};
use yew::html;

use super::counted;
use super::dates::date;
use super::problems::problem;
use crate::messages::article::{ArticleMessages, Counted, Sample};

pub(super) const ARTICLE: ArticleMessages = ArticleMessages {
    facet,
    kind: |kind| match kind {
        EntityKind::Person => "Personen",
        EntityKind::Organisation => "Organisationen",
        EntityKind::Place => "Orte",
        EntityKind::Law => "Gesetze und Abkommen",
        EntityKind::Date => "Daten",
        EntityKind::Money => "Geldbeträge",
        EntityKind::Nationality => "Nationalitäten",
        EntityKind::Event => "Ereignisse",
        EntityKind::Other => "andere Namen",
    },
    form,
    stance: |stance| match stance {
        Stance::States => "erklärt",
        other => verb(other),
    },
    stance_verb: verb,
    date,
    claims,
    claims_shown: |shown, all| {
        if shown == all {
            claims(all)
        } else {
            format!("{shown} von {}", claims(all))
        }
    },
    names: |count| counted(count, "Name", "Namen"),
    list_matches: "Alle auflisten",
    hits: |count| match count {
        0 => "Keine Treffer".to_owned(),
        count => format!("{count} Treffer"),
    },
    claims_of_speakers: |count, speakers| format!("{} · {}", claims(count), speakers.join(", ")),
    step: |of, at, all| {
        let place = match at {
            Some(at) => format!("{at}/{all}"),
            None => all.to_string(),
        };
        let unit = match (of, all) {
            (Counted::Hits, _) => " Treffer",
            (Counted::Claims, 1) => " Aussage",
            (Counted::Claims, _) => " Aussagen",
        };
        [place, unit.to_owned()]
    },
    search_article: "Artikel durchsuchen",
    search: "Suchen",
    skip_links: "Sprungmarken",
    skip_to_text: "Zum Text springen",
    skip_to_claims: "Zu den Aussagen springen",
    skip_to_filters: "Zu den Filtern springen",
    filters: "Filter",
    filters_button: |active| match active {
        0 => "Filter".to_owned(),
        active => format!("Filter ({active})"),
    },
    filter_menu: |label, chosen| match chosen {
        [] => label.to_owned(),
        [only] => format!("{label}: {only}"),
        several => format!("{label} · {}", several.len()),
    },
    off: "aus",
    show_claims: |count| format!("{} zeigen", claims(count)),
    foreground: "Ansicht",
    article: "Artikel",
    view_mode: |mode| match mode {
        Mode::Article => "Artikel",
        Mode::Claims => "Aussagen",
        Mode::Compare => "Vergleich",
        Mode::Table => "Tabelle",
    },
    claims_label: "Aussagen",
    share: "Teilen",
    help: "Hilfe",
    not_opened: |reason| format!("Das lässt sich nicht öffnen: {reason}."),
    try_again: "Noch einmal versuchen",
    beside_text: "Anmerkungen",
    page_notices: "Hinweise zu dieser Seite",
    no_such_article: |id| {
        format!(
            "Die Adresse verlangt den Artikel „{id}“, den diese Seite nicht enthält; gezeigt wird der erste."
        )
    },
    problem,
    key: |sample| {
        html! { <>
            { "Unterstrichen sind " }<b>{ "Aussagen" }</b>{ "; die Farbe zeigt, von wem. " }
            { sample(Sample::Quoted, "Wörtlich") }{ ", " }
            { sample(Sample::Paraphrased, "sinngemäß") }{ "." }
        </> }
    },
    key_to_names: |sample| {
        html! { <>
            { "Hinterlegte Namen: " }{ sample(Sample::Name(EntityKind::Person), "Personen") }{ ", " }
            { sample(Sample::Name(EntityKind::Organisation), "Organisationen") }{ ", " }
            { sample(Sample::Name(EntityKind::Place), "Orte und Nationalitäten") }{ ", " }
            { sample(Sample::Name(EntityKind::Other), "andere") }{ "." }
        </> }
    },
    speakers: "Wer sich äußert",
    more_speakers: |count| format!("+ {count} weitere"),
    fewer_speakers: "Weniger",
    steps: "Durch den Artikel blättern",
    previous: |of| match of {
        Counted::Hits => "Voriger Treffer".to_owned(),
        Counted::Claims => "Vorige Aussage".to_owned(),
    },
    next: |of| match of {
        Counted::Hits => "Nächster Treffer".to_owned(),
        Counted::Claims => "Nächste Aussage".to_owned(),
    },
    stepped_to: |at, all, head| format!("Aussage {at} von {all}: {head}"),
    clear_all: "Alle löschen",
    no_claims: "In diesem Artikel sind keine Aussagen markiert.",
    says: |verb, of| {
        let form = form(of);
        verb.map_or_else(
            || format!(" ({form}): "),
            |verb| format!(" {verb} ({form}): "),
        )
    },
    endnote: |claim, about| {
        let about = match about {
            [] => String::new(),
            about => format!("Über {}. ", about.join(", ")),
        };
        format!(" – {about}{}.", provenance(claim))
    },
    in_the_text: "im Text",
    close: "Schließen",
    detected: "automatisch erkannt",
    found: "Sicherheit",
    threshold,
    title_by_editor: "Überschrift von der Redaktion; das Original hat keine.",
    original: "Original: ",
    rights: "Die Rechte am Artikel bleiben beim Verlag.",
    corrected: |original| match original {
        "" => "nicht im Original".to_owned(),
        _ => format!("im Original „{original}“"),
    },
    corrections: |count| match count {
        1 => "Die Redaktion hat die Wörter mit Sternchen (*) geändert".to_owned(),
        _ => format!("Die Redaktion hat die Wörter an {count} Stellen geändert, mit Sternchen (*)"),
    },
    marked_by_editor: "Namen und Aussagen hat die Redaktion markiert. Sie halten fest, wer was gesagt hat, nicht, wer recht hat.",
    marked_by_program: "Namen und Aussagen wurden automatisch erkannt und können falsch sein; öffnen Sie eine Markierung, um zu sehen, warum sie gesetzt wurde. Sie halten fest, wer was gesagt hat, nicht, wer recht hat.",
    marked_by_program_in_others: "Zitate und Daten wurden automatisch erkannt und können falsch sein; Namen werden nur in englischen Texten erkannt. Öffnen Sie eine Markierung, um zu sehen, warum sie gesetzt wurde. Sie halten fest, wer was gesagt hat, nicht, wer recht hat.",
    without_scripts: "JavaScript ist abgeschaltet, daher gibt es weder Suche noch Filter. Der Artikel und seine Aussagen stehen unten.",
    save_as: "Speichern unter",
};

/// The label of a filter.
pub(super) fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "Wer",
        Facet::About => "Über",
        Facet::Form => "Wiedergabe",
        Facet::Stance => "Haltung",
        Facet::Types => "Namen",
        Facet::Source => "Quelle",
    }
}

pub(super) fn claims(count: usize) -> String {
    counted(count, "Aussage", "Aussagen")
}

pub(super) fn per_cent(number: u8) -> String {
    format!("{number}\u{a0}%")
}

fn verb(stance: Stance) -> &'static str {
    match stance {
        Stance::States => "sagt",
        Stance::Denies => "bestreitet",
        Stance::Criticises => "kritisiert",
        Stance::Supports => "unterstützt",
        Stance::Warns => "warnt",
        Stance::Promises => "verspricht",
        Stance::Asks => "fragt",
        Stance::Declines => "äußert sich nicht",
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "wörtlich",
        Form::Indirect => "sinngemäß",
        Form::Mixed => "teils wörtlich",
    }
}

pub(super) fn provenance(claim: &Claim) -> String {
    match &claim.provenance {
        Provenance::Curated => match &claim.checked_by {
            Some(name) => format!("Geprüft von {name}"),
            None => "Von der Redaktion markiert".to_owned(),
        },
        Provenance::Found { confidence, .. } => {
            let percent = per_cent(percent_of(*confidence));
            format!("Automatisch erkannt · {percent} sicher")
        }
    }
}

pub(super) fn threshold(least: Threshold) -> String {
    if least.is_open() {
        "Alle zeigen".to_owned()
    } else {
        format!("mindestens {}", per_cent(least.percent()))
    }
}
