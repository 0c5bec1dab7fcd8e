//! The page of several articles, in German.

use explore::collection::{Interval, SortOrder};

use super::article::claims;
use super::counted;
use super::dates::{period, tick};
use super::problems::collection_problem;
use crate::messages::collection::CollectionMessages;

pub(super) const COLLECTION: CollectionMessages = CollectionMessages {
    articles,
    articles_shown: |shown, all| {
        if shown == all {
            articles(all)
        } else {
            format!("{shown} von {all} Artikeln")
        }
    },
    count_unit: |_| " Artikel",

    search_articles: "Artikel durchsuchen",
    articles_label: "Artikel",
    beside_list: "Neben der Liste",
    completions: "Suche vervollständigen",
    without_scripts: "JavaScript ist abgeschaltet, daher gibt es weder Suche noch Filter. Jeder Artikel hat mit seinen Aussagen eine eigene Seite.",
    no_such_article: |id| {
        format!(
            "Die Adresse verlangt den Artikel „{id}“, den diese Seite nicht enthält; gezeigt werden alle."
        )
    },
    no_such_source: |name| {
        format!("Die Adresse verlangt die Quelle „{name}“, die kein Artikel hier hat.")
    },
    problem: collection_problem,
    too_large_to_save: "diese Sammlung ist zu groß für eine Datei; öffnen Sie einen Artikel und speichern Sie ihn.",

    more_of_introduction: "Mehr von der Einführung",

    when: "Wann",
    who: "Wer",
    when_and_who: "Wann und wer",
    choose_period: "Ziehen Sie über die Balken, um einen Zeitraum zu wählen.",
    clear_period: "Löschen",
    period_from: "Von",
    period_to: "Bis",
    period,
    tick,
    timeline: |interval, span, count| {
        let by = match interval {
            Interval::Day => "Tag".to_owned(),
            Interval::Week => "Woche".to_owned(),
            Interval::Months(1) => "Monat".to_owned(),
            Interval::Months(3) => "Quartal".to_owned(),
            Interval::Months(12) => "Jahr".to_owned(),
            Interval::Months(months) => format!("{} Jahre", months / 12),
        };
        format!("Aussagen je {by}, {}: {}", period(span), claims(count))
    },
    speaker_bars: |count| match count {
        1 => "Aussagen von 1 Person oder Stelle".to_owned(),
        count => format!("Aussagen von {count} Personen oder Stellen"),
    },
    not_in_timeline: |undated, imprecise| {
        let without = match undated {
            0 => String::new(),
            undated => format!("{} ohne Datum", articles(undated)),
        };
        let comma = if undated > 0 && imprecise > 0 {
            ", "
        } else {
            ""
        };
        let rough = match imprecise {
            0 => String::new(),
            imprecise => format!("{} nur mit Monat oder Jahr", articles(imprecise)),
        };
        format!("Nicht in der Zeitleiste: {without}{comma}{rough}.")
    },
    one_date: |date| format!("Alle sind zur selben Zeit erschienen: {}.", period(date)),
    no_dates: "Diese Artikel haben kein Datum, daher gibt es keine Zeitleiste.",
    charts_cover: |all| match all {
        1 => "Diese Diagramme zeigen den einen Artikel, unabhängig von den Filtern.".to_owned(),
        all => format!("Diese Diagramme zeigen alle {all} Artikel, unabhängig von den Filtern."),
    },
    table: "Tabelle",
    show_table_of: |heading| format!("Tabelle: {heading}"),
    total: "Gesamt",
    period_column: "Zeitraum",
    speaker_column: "Wer",
    all_speakers: |count, are_all| {
        let all = if are_all { "Alle " } else { "" };
        format!("{all}{count} zeigen")
    },
    fewer_speakers: "Weniger zeigen",
    claim_unit: |count| if count == 1 { " Aussage" } else { " Aussagen" },
    save_charts: "Diagramme",
    save_charts_note: "Ein Diagramm als Bild herunterladen oder seine Zahlen als Tabelle.",

    names: "Namen",
    order: "Sortieren nach: ",
    order_by: |order| match order {
        SortOrder::Relevance => "Relevanz",
        SortOrder::Newest => "Neueste zuerst",
        SortOrder::Oldest => "Älteste zuerst",
        SortOrder::Title => "Titel",
    },
    partial_matches: "Kein Artikel enthält alle diese Wörter. Gezeigt werden Artikel, die einige davon enthalten.",
    claims_by: |count, has_speakers| {
        let by = if has_speakers { " von" } else { "" };
        format!("{}{by}", claims(count))
    },
    copies: |count| match count {
        1 => "und 1 weiterer mit fast demselben Text".to_owned(),
        count => format!("und {count} weitere mit fast demselben Text"),
    },
    and_more: |count| format!("und {count} weitere"),
    stepped_to: |at, all, title| format!("Artikel {at} von {all}: {title}"),
    show_more: |left| format!("Mehr zeigen (noch {left})"),

    show_articles: |count| format!("{} zeigen", articles(count)),
    no_articles: "Diese Sammlung enthält keinen Artikel.",
    no_article_left: "Kein Artikel passt.",
    no_article_found: "Kein Artikel passt.",
    none_of_first: |count| match count {
        1 => "Der erste Artikel passt nicht zu den Filtern.".to_owned(),
        count => format!("Keiner der ersten {count} Artikel passt zu den Filtern."),
    },
    search_filter: "Suche",
    threshold_filter: "Mindestsicherheit",
    leaves_articles: |count| match count {
        1 => " (1 Artikel passt)".to_owned(),
        count => format!(" ({count} Artikel passen)"),
    },

    same_by_name: "Nur über den Namen zugeordnet. In verschiedenen Artikeln können verschiedene Personen gemeint sein.",
    named_in: "Genannt in",

    collection: "Sammlung",
    all_articles: "‹ Alle Artikel",

    building_index: |done, all| format!("Suchindex wird erstellt: {done} von {all} Artikeln …"),
    looking: |all| format!("{} werden durchsucht …", articles(all)),
    of_fetched: |listed, fetched| format!("{listed} von {fetched} geladenen Artikeln"),
    at_most: |found, all| format!("höchstens {found} von {all} Artikeln"),
    listed: |count, all| format!("{count} aufgelistet mit {}", claims(all)),
    build_index: |all| format!("Index hier erstellen, aus allen {all} Artikeln"),
    scope: |all, fetched| {
        let of = match fetched {
            1 => "dem einen Artikel, der".to_owned(),
            fetched => format!("den {fetched} Artikeln, die"),
        };
        let verb = if fetched == 1 { "wurde" } else { "wurden" };
        format!(
            "Wörter, Quellen und Namen derer, die sich äußern, werden in allen {all} Artikeln \
             gesucht. Aussagen, Namen und die Zahlen neben den Filtern stammen aus {of} für diese \
             Liste geladen {verb}."
        )
    },
    file_unreachable: "die Datei ist nicht erreichbar",
    server_answers: |status| format!("der Server antwortet {status}"),
    file_broke_off: "die Datei kam nicht vollständig an",
    no_such_file: "die Datei ist nicht da",
};

fn articles(count: usize) -> String {
    counted(count, "Artikel", "Artikel")
}
