//! The editor of an article, in German.

use edit::EditProblem;

use super::counted;
use crate::messages::editor::EditorMessages;

pub(super) const EDITOR: EditorMessages = EditorMessages {
    edit: "Bearbeiten",
    editing: "Bearbeiten",
    edited_elsewhere: "Dieser Artikel wird in einem anderen Tab bearbeitet.",
    take_over: "Stattdessen hier bearbeiten",
    taken_over: "Dieser Artikel wird jetzt in einem anderen Tab bearbeitet. Alle Änderungen von hier sind gespeichert.",
    finish: "Fertig",
    undo: "Rückgängig",
    redo: "Wiederholen",
    saved_at: |time| format!("In diesem Browser gespeichert um {time}"),
    saving: "Wird gespeichert …",
    not_saved: |reason| {
        format!(
            "Dieser Browser kann Ihre Änderungen nicht speichern ({reason}). Speichern Sie den Artikel als Datei, bevor Sie die Seite verlassen."
        )
    },
    unsaved: "Noch nichts geändert",
    edited_are_kept: "Nur Artikel, die Sie bearbeiten, sind gespeichert. Entfernen Sie einen aus der Liste, um ihn auch aus diesem Browser zu entfernen.",
    log_unreadable: |reason| {
        format!(
            "Einige Ihrer früheren Änderungen konnten nicht gelesen werden und fehlen: {reason}"
        )
    },

    text: "Text des Artikels",
    how_to_select: "Wählen Sie Wörter aus, um eine Aussage oder einen Namen zu markieren oder sie zu berichtigen. Mit der Tastatur: mit den Pfeiltasten bewegen, mit der Umschalttaste auswählen, dann die Eingabetaste drücken.",
    mark_selection: "Die ausgewählten Wörter markieren als",
    claim: "Aussage",
    name: "Name",
    add_to_claim: "Zur offenen Aussage hinzufügen",
    move_ends: "Alt und eine Pfeiltaste verschieben das Ende um ein Wort, mit der Umschalttaste den Anfang.",
    change_text: "Den Text hier ändern",
    correct_text: "Text berichtigen",
    make_heading: "Zur Überschrift machen",
    make_paragraph: "Zum Absatz machen",
    join_blocks: "Mit dem Absatz davor verbinden",
    split_block: "Absatz hier teilen",
    also_removed: |count| match count {
        1 => "Mit den Wörtern wurde 1 Markierung entfernt. Rückgängig stellt sie wieder her."
            .to_owned(),
        _ => format!(
            "Mit den Wörtern wurden {count} Markierungen entfernt. Rückgängig stellt sie wieder her."
        ),
    },
    words: "Wörter",
    words_hint: "Die Eingabetaste übernimmt die Änderung; ein leeres Feld entfernt die Wörter. Leserinnen und Leser sehen, was im Original steht.",

    to_check: "Zu prüfen",
    progress: |checked, all| format!("{checked} von {all} geprüft"),
    all_checked: "Alles ist geprüft. Wählen Sie Wörter im Text aus, um zu ergänzen, was fehlt.",
    nothing_suggested: "Hier wurde nichts erkannt. Wählen Sie Wörter im Text aus, um Aussagen und Namen zu markieren.",
    keep_all: |count, percent| format!("Alle {count} ab {percent} % Sicherheit behalten"),
    keep: "Behalten",
    change: "Ändern",
    not_a_claim: "Keine Aussage",
    not_a_name: "Kein Name",
    skip: "Überspringen",
    was: |words| format!("Vorher: „{words}“"),
    now: |words| format!("Jetzt: „{words}“"),
    remove: "Entfernen",
    places: |count| match count {
        1 => "einmal erwähnt".to_owned(),
        count => format!("{count}-mal erwähnt"),
    },
    more_to_check: |count| format!("und {count} weitere"),
    also_changed: |count| match count {
        1 => "1 anderer Vorschlag hat sich dadurch geändert. Rückgängig macht das rückgängig."
            .to_owned(),
        _ => format!(
            "{count} andere Vorschläge haben sich dadurch geändert. Rückgängig macht das rückgängig."
        ),
    },
    follow_others: |count| {
        match count {
        1 => "1 Vorschlag folgt dem, was Sie in anderen Artikeln entschieden haben. Rückgängig macht das rückgängig."
            .to_owned(),
        _ => format!(
            "{count} Vorschläge folgen dem, was Sie in anderen Artikeln entschieden haben. Rückgängig macht das rückgängig."
        ),
    }
    },
    other_annotations: "Andere Auszeichnungen dieses Textes",
    add_others: |title, claims| {
        format!(
            "Die von „{title}“ ({}) zum Prüfen hinzufügen",
            counted(claims, "Aussage", "Aussagen")
        )
    },
    added_others: |claims, places, same| {
        format!(
            "Zum Prüfen hinzugefügt: {}, Namen an {}. Schon hier: {same}. Rückgängig macht das rückgängig.",
            counted(claims, "Aussage", "Aussagen"),
            counted(places, "Stelle", "Stellen")
        )
    },
    rule_of_others: |title| format!("Aus einer anderen Fassung von „{title}“"),
    other_text: "Der Text der anderen Fassung ist ein anderer. Ihre Auszeichnungen können nicht hinzugefügt werden.",
    checked: "Von der Redaktion geprüft",
    checked_by_name: |name| format!("Geprüft von {name}"),

    new_claim: "Neue Aussage",
    change_claim: "Die Aussage ändern",
    pieces: "Teile der Aussage",
    remove_piece: |words| format!("„{words}“ entfernen"),
    new_name: "Neuer Name",
    change_name: "Den Namen ändern",
    who: "Wer es sagt",
    who_hint: "Lassen Sie das Feld leer, wenn niemand genannt ist.",
    new_speaker: |name| {
        format!("„{name}“ ist ein neuer Name; „Übernehmen“ fügt ihn dem Artikel hinzu.")
    },
    kind_of_speaker: "Diese Person oder Stelle ist neu. Art",
    cue: "Redeverb",
    cue_hint: "Die Wörter, die die Aussage zuschreiben, etwa „sagte“.",
    cue_not_found: "Diese Wörter stehen nicht im selben Absatz. Kopieren Sie sie aus dem Text oder lassen Sie das Feld leer.",
    wording: "Wortlaut",
    stance: "Haltung",
    about: "Über",
    add_about: "Einen Namen hinzufügen …",
    remove_about: |name| format!("{name} entfernen"),
    kind: "Art",
    other_names: "Weitere Namen",
    other_names_hint: "Trennen Sie sie mit Semikolons.",
    wikidata: "Wikidata-Objekt",
    wikidata_invalid: "Ein Wikidata-Objekt ist ein Q mit einer Zahl, etwa Q8880.",
    same_as: "Dasselbe wie",
    nothing_else: "ein eigener Name",
    where_else: |count| match count {
        1 => "Dieselben Wörter stehen an 1 weiteren Stelle".to_owned(),
        _ => format!("Dieselben Wörter stehen an {count} weiteren Stellen"),
    },
    mark_all: "Alle markieren",
    marked_as: |names| format!("bereits {names}"),

    details: "Angaben",
    headline: "Überschrift",
    headline_by_editor: "Die Überschrift stammt von der Redaktion, nicht vom Herausgeber",
    author: "Autorin oder Autor",
    published: "Datum der Veröffentlichung",
    published_invalid: "Schreiben Sie das Datum als Jahr, Monat und Tag, etwa 2026-01-22, oder lassen Sie das Feld leer.",
    source: "Herausgeber",
    url: "Adresse des Originals",
    url_invalid: "Eine Adresse beginnt mit https:// oder http://. Lassen Sie das Feld leer, wenn es keine gibt.",
    language_tag: "Sprache, etwa en oder pt-BR",
    licence: "Lizenz",
    direction: "Schreibrichtung",
    left_to_right: "von links nach rechts",
    right_to_left: "von rechts nach links",
    checked_by: "Geprüft von",
    checked_by_hint: "Ihr Name für Leserinnen und Leser: Er steht bei den Aussagen, die Sie von jetzt an behalten, hinzufügen oder ändern. Dieser Browser merkt ihn sich.",

    done: "Übernehmen",
    drop: "Abbrechen",
    problem: |problem| {
        let words = match problem {
            EditProblem::NoChange => "Das ändert nichts.",
            EditProblem::BlankName => "Ein Name braucht mindestens einen Buchstaben.",
            EditProblem::NoWords | EditProblem::NoPieces => {
                "Es ist nichts ausgewählt. Wählen Sie mindestens ein Wort aus."
            }
            EditProblem::AcrossBlocks | EditProblem::BetweenBlocks => {
                "Die Auswahl liegt nicht in einem einzigen Absatz."
            }
            EditProblem::SameMention => "Dieser Name ist dort schon markiert.",
            EditProblem::LastPiece => {
                "Eine Aussage braucht Wörter. Entfernen Sie stattdessen die Aussage."
            }
            EditProblem::SameEntity => "Das ist schon derselbe Name.",
            EditProblem::WithinName => {
                "Ein Absatz kann nicht innerhalb eines Namens geteilt werden, und nicht innerhalb der Wörter, die sagen, wer spricht."
            }
            EditProblem::EmptyBlock => "Der Artikel braucht mindestens einen Absatz.",
            EditProblem::BlankLine => {
                "Ein Absatz kann keine Leerzeilen enthalten. Teilen Sie stattdessen den Absatz."
            }
            _ => "Diese Änderung passt nicht zum Artikel.",
        };
        words.to_owned()
    },
};
