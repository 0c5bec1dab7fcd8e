//! The parts of a page that open on demand, in German.

use explore::Facet;
use formats::Format;
use model::{EntityKind, Form};
use yew::html;

use super::article::{facet, per_cent, provenance, threshold};
use super::counted;
use super::losses;
use super::rules::rule_sentence;
use crate::messages::on_demand::OnDemandMessages;

pub(super) const ON_DEMAND: OnDemandMessages = OnDemandMessages {
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
    provenance,
    more_claims: |count| match count {
        1 => "und 1 weitere Aussage".to_owned(),
        count => format!("und {count} weitere Aussagen"),
    },
    count_unit: |facet, count| match (facet, count) {
        (Facet::Types, 1) => " Name",
        (Facet::Types, _) => " Namen",
        (_, 1) => " Aussage",
        _ => " Aussagen",
    },
    find_value: |label| format!("In „{label}“ suchen"),
    find: "Suchen …",
    mark_names: "Namen hervorheben",
    chosen_filters: "Gewählte Filter",
    take_back: "Filter entfernen: ",
    clear_everything: "Suche und Filter löschen",
    sample: "Aa",
    answers: "Aussagen, die darauf antworten könnten",
    use_as_filters: "Danach filtern: ",
    matches_in_context: "Treffer im Zusammenhang",
    concordance_note: |count, most| match count {
        1 => "1 Treffer; steht er in einer Aussage, ist der Sprecher genannt.".to_owned(),
        count if count < most => {
            format!("{count} Treffer; wo einer in einer Aussage steht, ist der Sprecher genannt.")
        }
        _ => format!(
            "Die ersten {most} Treffer; wo einer in einer Aussage steht, ist der Sprecher genannt."
        ),
    },
    save_as_csv: "Als CSV speichern",
    concordance_columns: ["Artikel", "Datum", "Davor", "Treffer", "Danach", "Sprecher"],
    no_match: "In diesem Artikel gibt es dafür keinen Treffer.",
    no_single_claim: |count| {
        format!("Keine Aussage enthält alle diese Wörter. Im Text gibt es Treffer: {count}.")
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
        Form::Direct if is_verbatim => None,
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
    unnamed_speaker: |words, count| {
        format!(
            "Der Artikel sagt nicht, wer das ist. Dort steht nur „{words}“ ({}).",
            counted(count, "Aussage", "Aussagen")
        )
    },
    said_by: |name| format!("Aussagen von {name}"),
    said_about: |name| format!("Aussagen über {name}"),
    only_these: "Nur diese zeigen",
    all_again: "Wieder alle Aussagen zeigen",
    wikidata: "Wikidata",
    min_confidence: "Mindestsicherheit",
    threshold_filter: |least| format!("Sicherheit: {}", threshold(least)),
    why: "Warum?",
    rule: |name| match name {
        "" => "Erkannt von einem Programm, das keine Regel nennt".to_owned(),
        name => format!("Regel: {name}"),
    },
    moved: |words| {
        format!(
            "Markiert war „{words}“. Das steht nicht mehr im Text; dies ist die ähnlichste Stelle."
        )
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
    copy: "Kopieren",
    copied: "Kopiert",
    copy_by_hand: "Diesen Text kopieren",
    share_view: "Diese Ansicht teilen",
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
    lost: losses::lost,
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
        (
            "j, k",
            "nächste, vorige Aussage; in einer Liste von Artikeln: Artikel; Enter führt in die Karte einer Aussage",
        ),
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
        ("ban OR tariff", "eines der Wörter"),
        ("protect*", "Wörter, die so beginnen"),
        ("protecionism~", "Tippfehler zulassen"),
        (
            "what did Guo say about protectionism",
            "eine Frage auf Englisch: wer was worüber sagt",
        ),
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
            "title:trade author:lee after:2026-01",
            "des Artikels: Wörter aus Titel, Autor (author:) oder Quelle (source:), before: (vor), after: (nach) oder date: (an) einem Datum",
        ),
    ],
    marks: "Markierungen",
    marks_note: "Aussagen sind in der Farbe dessen unterstrichen, der sie macht: mit durchgezogener \
                 Linie, wo sie wörtlich, mit gepunkteter, wo sie sinngemäß wiedergegeben sind. Wo \
                 zwei Aussagen dieselben Wörter umfassen, stehen zwei Linien. Namen sind in vier \
                 Gruppen farbig hinterlegt: Personen, Organisationen, Orte und Nationalitäten, \
                 übrige. Beim Filtern werden Stellen und Anmerkungen grau, die nicht passen.",
};

fn places(count: usize) -> String {
    counted(count, "Stelle", "Stellen")
}
