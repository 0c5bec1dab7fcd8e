//! The views that show claims without the text, in German.

use formats::CitationWords;
use model::Form;

use super::counted;
use super::dates::date;
use crate::messages::claims::ClaimsMessages;

pub(super) const CLAIMS: ClaimsMessages = ClaimsMessages {
    order_of_claims: "Reihenfolge der Aussagen",
    by_speaker: "Nach Person oder Stelle",
    in_order: "Wie im Text",
    more_claims: |next, left| {
        if next == left {
            format!("Die letzten {next} zeigen")
        } else {
            format!("Noch {next} zeigen (von {left})")
        }
    },

    show_in_article: "Im Artikel zeigen",
    details: "Details",
    citation_words: CitationWords {
        date,
        claim: |words, form| match form {
            Form::Direct => words,
            Form::Indirect => format!("{words} (sinngemäß)"),
            Form::Mixed => format!("{words} (teils wörtlich)"),
        },
    },

    compare: "Vergleichen",
    speakers_to_compare: "Wen vergleichen?",
    suggested: |most| {
        format!(
            "Von diesen stammen die meisten Aussagen. Wählen Sie aus, wen Sie vergleichen möchten, höchstens {}.",
            number(most)
        )
    },
    only_speaker: "Es gibt nur diese eine Person oder Stelle, also nichts zu vergleichen.",
    choose_another: |name| format!("Wählen Sie noch jemanden aus, um {name} zu vergleichen."),
    no_more: |most| {
        format!(
            "Sie können höchstens {} vergleichen. Entfernen Sie erst eine Auswahl.",
            number(most)
        )
    },
    too_many: |chosen, most| {
        format!(
            "{chosen} sind ausgewählt. Verglichen werden die ersten {}.",
            number(most)
        )
    },
    all_speakers: |count| format!("Alle {count} zeigen"),
    about_subject: |name| format!("Über {name}"),
    speaker_about: |speaker, subject| format!("{speaker} über {subject}"),
    no_claim: "Keine Aussage",
    nothing_shared: "Die Ausgewählten sprechen nicht über dieselben Themen.",
    subjects_of_one: "Themen, über die nur eine Seite spricht",
    other_subjects: "Andere Themen",
    see_above: "siehe oben",

    who_about_whom: "Wer spricht über wen",
    table_frame: "Tabelle: wer über wen spricht",
    totals_note: "Eine Aussage über zwei Gegenstände zählt in beiden Spalten; die Spalten können daher zusammen mehr als die Gesamtzahl ergeben.",
    choose_in_table: "Wählen Sie eine Zeile, eine Spalte oder eine Zahl, um die Aussagen zu sehen.",
    claims_about: |count, speaker, subject| format!("{}: {speaker} über {subject}", claims(count)),
    about_claims: |speaker, subject, count| format!("{speaker} über {subject}: {}", claims(count)),
    whole_table: |count, subjects| {
        format!(
            "Alles zeigen ({} × {})",
            counted(count, "Zeile", "Zeilen"),
            counted(subjects, "Spalte", "Spalten")
        )
    },
    compare_speakers: |names| match names {
        [others @ .., last] if !others.is_empty() => {
            format!("{} und {last} vergleichen", others.join(", "))
        }
        names => format!("{} vergleichen", names.concat()),
    },
    clear_choice: "Auswahl aufheben",
};

fn claims(count: usize) -> String {
    counted(count, "Aussage", "Aussagen")
}

/// A small number as a word.
fn number(count: usize) -> String {
    match count {
        2 => "zwei".to_owned(),
        3 => "drei".to_owned(),
        count => count.to_string(),
    }
}
