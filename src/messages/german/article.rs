//! The page of one article, in German.

use explore::{Facet, Mode, Threshold, percent_of};
use formats::Format;
use model::{EntityKind, Form, Provenance, Stance};
use yew::html;

use super::counted;
use super::dates::date;
use super::problems::problem;
use super::rules::rule_sentence;
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
    kind_of_one: |kind| match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Ort",
        EntityKind::Law => "Gesetz oder Abkommen",
        EntityKind::Date => "Datum",
        EntityKind::Money => "Geldbetrag",
        EntityKind::Nationality => "Nationalität",
        EntityKind::Event => "Ereignis",
        EntityKind::Other => "anderer Name",
    },
    form,
    stance: |stance| match stance {
        Stance::States => "erklärt",
        other => verb(other),
    },
    stance_verb: verb,
    provenance,
    date,

    claims,
    claims_shown: |shown, all| {
        if shown == all {
            claims(all)
        } else {
            format!("{shown} von {}", claims(all))
        }
    },
    more_claims: |count| match count {
        1 => "und 1 weitere Aussage".to_owned(),
        count => format!("und {count} weitere Aussagen"),
    },
    names: |count| counted(count, "Name", "Namen"),
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
    count_unit: |facet, count| match (facet, count) {
        (Facet::Types, 1) => " Name",
        (Facet::Types, _) => " Namen",
        (_, 1) => " Aussage",
        _ => " Aussagen",
    },

    search_article: "Artikel durchsuchen",
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
    find_value: |label| format!("In „{label}“ suchen"),
    find: "Suchen …",
    mark_names: "Namen hervorheben",
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
            { "Unterstrichen sind " }<b>{ "Aussagen" }</b>{ "; die Farbe zeigt, von wem sie stammen. " }
            { sample(Sample::Quoted, "Wörtlich") }{ ", " }
            { sample(Sample::Paraphrased, "sinngemäß") }{ "." }
        </> }
    },
    key_to_names: |sample| {
        html! { <>{ "Farbig hinterlegt sind " }{ sample(Sample::Name, "Namen") }{ "." }</> }
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

    chosen_filters: "Gewählte Filter",
    take_back: "Filter entfernen: ",
    clear_all: "Alle löschen",
    clear_everything: "Suche und Filter löschen",
    sample: "Aa",

    no_claims: "In diesem Artikel sind keine Aussagen markiert.",
    no_match: "In diesem Artikel gibt es dafür keinen Treffer.",
    no_single_claim: |count| {
        format!(
            "Keine einzelne Aussage enthält alle diese Wörter. Im Artikel kommen sie {count}-mal vor."
        )
    },
    no_single_filter: "Keine Aussage passt zu diesen Filtern. Einen zu entfernen reicht nicht; löschen Sie mindestens zwei.",
    no_claim_left: "Keine Aussage passt.",
    filter: |of, values| format!("{}: {}", facet(of), values.join(" oder ")),
    search_filter: |query| format!("Suche „{query}“"),
    take_back_filter: |filter| html! { <>{ "Filter entfernen: " }{ filter }</> },
    leaves_claims: |count| match count {
        1 => " (1 Aussage passt)".to_owned(),
        count => format!(" ({count} Aussagen passen)"),
    },

    cue: "Eingeleitet mit",
    cue_words: |words| format!("„{words}“"),
    wording: "Wiedergabe",
    wording_note: |is_verbatim, form| match form {
        Form::Direct if is_verbatim => Some("Steht im Artikel Wort für Wort als Zitat."),
        Form::Direct => Some(
            "Als Zitat markiert, steht im Artikel aber nicht vollständig in Anführungszeichen.",
        ),
        Form::Mixed => Some("Vom Artikel sinngemäß wiedergegeben, mit einigen wörtlichen Zitaten."),
        Form::Indirect => None,
    },
    about: "Über",
    about_speaker: "Mehr zur Person oder Stelle",
    cite: "Zitieren",
    copy_link: "Link kopieren",
    open_original: "Im Original ansehen",
    says: |verb, of| {
        let form = form(of);
        verb.map_or_else(
            || format!(" ({form}): "),
            |verb| format!(" {verb} ({form}): "),
        )
    },
    endnote: |marked_by, about| {
        let about = match about {
            [] => String::new(),
            about => format!("Über {}. ", about.join(", ")),
        };
        format!(" – {about}{}.", provenance(marked_by))
    },
    in_the_text: "im Text",

    close: "Schließen",
    also: |names| format!("Auch: {}", names.join(" · ")),
    place: |at, all| match at {
        Some(at) => format!("Stelle {at} von {all}"),
        None => places(all),
    },
    all_places: |count| match count {
        1 => "1 Stelle zeigen".to_owned(),
        count => format!("Alle {count} Stellen zeigen"),
    },
    within_name: "In diesem Namen:",
    more_places: |next, all| format!("Noch {next} von {all} Stellen zeigen"),
    previous_place: "Vorige Stelle",
    next_place: "Nächste Stelle",
    said_by: |name| format!("Aussagen von {name}"),
    said_about: |name| format!("Aussagen über {name}"),
    only_these: "Nur diese zeigen",
    all_again: "Wieder alle Aussagen zeigen",
    wikidata: "Wikidata",

    detected: "automatisch erkannt",
    min_confidence: "Mindestsicherheit",
    found: "Sicherheit",
    threshold,
    threshold_filter: |least| format!("Sicherheit: {}", threshold(least)),
    why: "Warum?",
    rule: |name| match name {
        "" => "Erkannt von einem Programm, das keine Regel nennt".to_owned(),
        name => format!("Regel: {name}"),
    },
    rule_sentence,
    found_in: |count, low, high| {
        let count = places(count);
        let high = per_cent(high);
        if per_cent(low) == high {
            format!("{count}, {high} sicher")
        } else {
            format!("{count}, {low} bis {high} sicher")
        }
    },

    title_by_editor: "Überschrift von der Redaktion; das Original hat keine.",
    original: "Original: ",
    rights: "Die Rechte am Artikel bleiben beim Verlag.",
    marked_by_editor: "Namen und Aussagen hat die Redaktion markiert. Sie halten fest, wer was gesagt hat, nicht, wer recht hat.",
    marked_by_program: "Namen und Aussagen wurden automatisch erkannt und können falsch sein; öffnen Sie eine Markierung, um zu sehen, warum sie gesetzt wurde. Sie halten fest, wer was gesagt hat, nicht, wer recht hat.",
    marked_by_program_in_others: "Zitate und Daten wurden automatisch erkannt und können falsch sein; Namen werden nur in englischen Texten erkannt. Öffnen Sie eine Markierung, um zu sehen, warum sie gesetzt wurde. Sie halten fest, wer was gesagt hat, nicht, wer recht hat.",
    without_scripts: "Suche, Filter und Karten brauchen Skripte, und die sind abgeschaltet. Der Artikel und seine Aussagen stehen unten.",

    copy: "Kopieren",
    copied: "Kopiert",
    copy_by_hand: "Diesen Text kopieren",
    share_view: "Diese Ansicht teilen",
    save_as: "Speichern unter",
    save_article: "Diesen Artikel in einem anderen Format herunterladen. Nichts wird hochgeladen.",
    save_articles: "Alle Artikel dieser Seite in einem anderen Format herunterladen. Nichts wird hochgeladen.",
    format_label: "Format",
    format: |format| match format {
        Format::Markdown => "Text mit Aussagen als Fußnoten (Markdown)",
        Format::CsvClaims => "Tabelle der Aussagen (CSV)",
        Format::CsvMentions => "Tabelle der Namen (CSV)",
        Format::Text => "Nur Text",
        Format::Article => "Artikel mit Namen und Aussagen (JSON)",
        Format::Json => "Namen und Aussagen ohne den Text (JSON)",
        Format::W3c => "Web-Annotationen (JSON-LD)",
        Format::SchemaOrg => "Aussagen für Suchmaschinen (schema.org)",
        Format::Brat => "Annotationen für brat",
        Format::Displacy => "Namen für displaCy (JSON)",
    },
    save: "Speichern",
    saved: |name| format!("Gespeichert als {name}."),
    not_saved: |reason| format!("Das ließ sich nicht speichern: {reason}"),
    link: "Link",
    link_note: "Öffnet diese Seite mit derselben Suche, denselben Filtern und derselben Auswahl.",
    share_sheet: "Senden …",
    citation: "Quellenangabe",
    citation_note: "Der Artikel mit seiner Quelle und ein Link zu dieser Seite.",
    claim_citation_note: "Die Aussage mit Urheber und Quelle und ein Link zu ihr.",
    quotation: "Zitat",
    quotation_note: "Die Aussage als einfaches HTML, ohne Skript.",
    embed: "In eine andere Seite einbetten",
    embed_claim: "Nur die ausgewählte Aussage wird eingebettet. Um den ganzen Artikel einzubetten, schließen Sie zuerst die Aussage.",
    frame: "Als iframe einbetten",
    frame_note: "Funktioniert auf jeder Website. Die zweite Zeile passt die Höhe des Rahmens an; ohne sie lässt er sich scrollen.",
    element: "Als HTML-Element einbetten",
    element_note: "Wird Teil Ihrer Seite; die Stile beider Seiten beeinflussen einander nicht.",
    one_file: "Eine Datei",
    one_file_note: |file| {
        html! { <>{ file }{ " enthält den Artikel und alles, was man zum Lesen braucht. Öffnen Sie sie mit einem Doppelklick, oder betten Sie sie ein:" }</> }
    },
    this_file_note: "Diese Seite ist eine einzige Datei und funktioniert in jedem Ordner. So betten Sie sie in eine Seite im selben Ordner ein:",

    keys: "Tasten",
    key_list: &[
        ("/", "zur Suche"),
        ("Enter, n", "nächster Treffer"),
        ("Umschalt Enter, p", "voriger Treffer"),
        ("j, k", "nächste, vorige Aussage"),
        ("v", "zwischen Artikel und Aussagen wechseln"),
        (
            "Tab, dann ← →",
            "von Name zu Name im Text; Enter öffnet einen",
        ),
        (
            "Esc",
            "Karte schließen; noch einmal löscht die Suche, danach die Filter",
        ),
        ("?", "diese Hilfe"),
        ("Alt ←", "letzte Auswahl rückgängig machen"),
    ],
    single_keys: "Tasten mit einem einzelnen Zeichen verwenden, etwa j und /",
    searching: "Suchen",
    query_list: &[
        (
            "market rules",
            "beide Wörter; das letzte darf unvollständig sein",
        ),
        ("\"market principles\"", "genau diese Wortfolge"),
        ("-ban", "ohne dieses Wort"),
        ("protecionism~", "Tippfehler zulassen"),
        (
            "speaker:guo about:commission",
            "wer, über wen: eine Kennung oder ein Name",
        ),
        (
            "form:quoted stance:criticises",
            "wie: quoted (wörtlich), paraphrased (sinngemäß), partly-quoted (teils wörtlich); states, denies, criticises, supports, warns, promises, asks, declines",
        ),
        ("kind:place entity:europe", "Aussagen, die das erwähnen"),
        (
            "title:trade source:daily after:2026-01",
            "des Artikels: Wörter aus Titel oder Quelle, before: (vor) oder after: (nach) einem Datum",
        ),
    ],
    marks: "Markierungen",
    marks_note: "Aussagen sind in der Farbe dessen unterstrichen, der sie macht: mit durchgezogener \
                 Linie, wo sie wörtlich, mit gepunkteter, wo sie sinngemäß wiedergegeben sind. Wo \
                 zwei Aussagen dieselben Wörter umfassen, stehen zwei Linien. Namen sind in vier \
                 Gruppen farbig hinterlegt: Personen, Organisationen, Orte und Nationalitäten, \
                 übrige. Beim Filtern werden Stellen und Anmerkungen grau, die nicht passen.",
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

fn places(count: usize) -> String {
    counted(count, "Stelle", "Stellen")
}

fn per_cent(number: u8) -> String {
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

fn provenance(provenance: &Provenance) -> String {
    match provenance {
        Provenance::Curated => "Von der Redaktion markiert".to_owned(),
        Provenance::Found { confidence, .. } => {
            let percent = per_cent(percent_of(*confidence));
            format!("Automatisch erkannt · {percent} sicher")
        }
    }
}

fn threshold(least: Threshold) -> String {
    if least.is_open() {
        "Alle zeigen".to_owned()
    } else {
        format!("mindestens {}", per_cent(least.percent()))
    }
}
