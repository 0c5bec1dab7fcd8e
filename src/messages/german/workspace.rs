//! The page for a reader's own articles, in German.

use super::counted;
use crate::messages::workspace::WorkspaceMessages;

pub(super) const WORKSPACE: WorkspaceMessages = WorkspaceMessages {
    title: "Ihre eigenen Artikel",
    heading: "Einen eigenen Artikel lesen",
    lead: "Namen und Aussagen werden hier in Ihrem Browser erkannt. Nichts verlässt dieses Gerät.",
    own_articles: |count| counted(count, "eigener Artikel", "eigene Artikel"),
    add_or_remove: "Hinzufügen oder entfernen",
    paste: "Text eines Artikels einfügen",
    read_text: "Diesen Text lesen",
    no_text: "Es gibt noch keinen Text zu lesen.",
    pasted_text: |number| format!("Eingefügter Text {number}"),
    open_files: "Oder eine oder mehrere Dateien öffnen; Sie können sie auch auf diese Seite ziehen",
    kinds_of_files: "Reiner Text, Markdown, PDF, Word-Dokumente (DOCX), RTF, gespeicherte Webseiten (HTML, MHTML), E-Mails, Feeds, Untertitel, TEI, JSON, Tabellen (CSV) oder ZIP-Dateien davon; zu einem Artikel auch seine Annotationen (W3C, brat, displaCy, spaCy, Citron).",

    bring: "Die Seite, die Sie gerade lesen, mit einem Klick holen",
    bring_how: "Ziehen Sie diesen Link in Ihre Lesezeichenleiste. Klicken Sie auf einer beliebigen Webseite, auch hinter einer Anmeldung, auf das Lesezeichen: Die Seite öffnet sich hier so, wie Sie sie sehen. Sie läuft über keinen Server.",
    bookmarklet: "Mit Aussagen lesen",
    copy_bookmarklet: "Adresse des Lesezeichens kopieren",
    bookmarklet_clicked: "Klicken Sie den Link nicht hier an, sondern ziehen Sie ihn in die Lesezeichenleiste. Oder kopieren Sie seine Adresse und fügen Sie sie in ein neues Lesezeichen ein.",
    bring_limits: "Manche Websites verbieten solche Lesezeichen, vor allem in Firefox. Wenn dort nichts geschieht, speichern Sie die Seite als Datei und öffnen Sie die Datei hier.",
    receiving: "Die Seite wird empfangen.",
    passed_page: "die Webseite",
    page_damaged: "was ankam, ist unvollständig oder keine Seite; gehen Sie zur Seite zurück und klicken Sie noch einmal auf das Lesezeichen",
    page_too_large: |most| {
        format!(
            "die Seite hat mehr als {most} MB, und höchstens {most} MB werden gelesen; kopieren Sie ihren Text und fügen Sie ihn hier ein"
        )
    },
    page_not_sent: "die Seite konnte nicht übergeben werden; speichern Sie sie als Datei und öffnen Sie die Datei hier",
    shared_address: |address| {
        format!(
            "Sie haben nur eine Adresse geteilt: {address}. Diese Seite lädt nie andere Websites. Öffnen Sie die Adresse im Browser und holen Sie die Seite mit dem unten erklärten Lesezeichen, oder kopieren Sie ihren Text und fügen Sie ihn hier ein."
        )
    },
    shared_nothing: "Es wurde nichts geteilt, was sich lesen lässt.",

    opened: "Was Sie geöffnet haben",
    in_parts: |title, parts| format!("{title} · {parts} Teile"),
    and_more: |count| format!("… und {count} weitere"),
    remove: "Entfernen",
    remove_one: |title| format!("{title} entfernen"),
    remove_all: "Alle entfernen",
    file_report: "Woher das stammt",
    file_hash: "SHA-256: ",
    nothing_left_out: "Nichts wurde weggelassen oder repariert.",
    show_left_out: |count| match count {
        1 => "Weggelassenes zeigen (1 Teil)".to_owned(),
        _ => format!("Weggelassenes zeigen ({count} Teile)"),
    },
    notes: "Hinweise zu dem, was Sie geöffnet haben",
    save_as: "Speichern unter …",

    publish: "Veröffentlichen",
    publish_one: "Der offene Artikel wird so veröffentlicht, wie Sie ihn sehen, mit Namen und Aussagen.",
    publish_all: "Alle geöffneten Artikel werden so veröffentlicht, wie Sie sie sehen, mit Namen und Aussagen.",
    one_file: "Eine HTML-Datei",
    one_file_use: "Öffnet sich mit einem Doppelklick, ohne Netz, und ist ohne JavaScript lesbar. Sie können die Datei verschicken oder auf einen Webserver legen.",
    zip: "ZIP für einen Webserver",
    zip_use: "Eine Seite, ihr Programm und eine Seite für Frames. Entpacken Sie es in einen beliebigen Ordner eines Webservers.",
    publishing: "Die Seite wird erstellt.",
    repository: "Dateien für das Repository",
    repository_text: "Text als Markdown speichern",
    repository_annotations: "Annotationen speichern",
    repository_use: "Für einen Ordner mit Artikeln, den Sie selbst pflegen und bauen: NAME.md und NAME.annotations.json gehören zusammen.",
    repository_of_one: "Dateien für ein Repository enthalten je einen Artikel. Öffnen Sie einen Ihrer Artikel, um ihn mit seinen Annotationen als Markdown zu speichern.",

    steps: |done, all| format!("{done} von {all}"),
    cancel: "Abbrechen",
    undo: "Rückgängig machen",
    starting: "Beginnt.",
    reading: |name| format!("Liest {name}."),
    finding: |name| format!("Sucht Namen und Aussagen in {name}."),
    quoted_title: |title| format!("„{title}“"),
    indexing: "Erstellt einen Suchindex Ihrer Artikel.",
    added: |title, count| format!("Hinzugefügt: {}.", one_or_several(title, count)),
    nothing_added: "Nichts hinzugefügt.",
    cancelled: "Abgebrochen; was vorher geöffnet war, ist unverändert.",
    removed: |title, count| format!("Entfernt: {}.", one_or_several(title, count)),
    restored: |title, count| format!("Wiederhergestellt: {}.", one_or_several(title, count)),

    not_read: |reason| format!("nicht lesbar ({reason}); was vorher geöffnet war, ist unverändert"),
    open_twice: "ist schon geöffnet und steht jetzt zweimal hier",
    unreadable: "der Browser kann das nicht lesen; ist es ein Ordner oder eine verschobene Datei?",
    too_large: |size, most| {
        let (size, most) = (size as usize, most as usize);
        format!(
            "die Datei hat {size} MB, gelesen werden höchstens {most} MB; öffnen Sie einen Teil davon"
        )
    },
    too_much_together: "zusammen ist das zu viel; öffnen Sie diese Datei allein",
    not_shown: |reason| {
        format!(
            "Ihre Artikel können nicht gezeigt werden, weil das Programm abgebrochen ist ({reason}). Laden Sie diese Seite neu; was in diesem Browser gespeichert ist, bleibt erhalten."
        )
    },

    keep: "In diesem Browser speichern, was ich öffne",
    kept: "Bleibt in diesem Browser auf diesem Gerät gespeichert, bis Sie es entfernen.",
    not_kept: "Nicht gespeichert: Es ist weg, sobald Sie diese Seite schließen.",
    keeps_no_more: |reason, left| {
        let left = counted(left, "Artikel bleibt", "Artikel bleiben");
        format!(
            "Dieser Browser speichert nicht mehr ({reason}). {left} nur hier, bis Sie diese Seite schließen."
        )
    },
    keeps_nothing: |reason| {
        format!(
            "Dieser Browser speichert nichts ({reason}). Was Sie geöffnet haben, bleibt hier, bis Sie diese Seite schließen."
        )
    },
    not_removed: |reason| {
        format!(
            "Das ließ sich nicht entfernen ({reason}) und ist in diesem Browser noch gespeichert."
        )
    },
    kept_unreadable: |reason| format!("Was Sie gespeichert haben, ist nicht lesbar ({reason})."),
    damaged: |count| {
        let damaged = counted(
            count,
            "gespeicherter Artikel ist",
            "gespeicherte Artikel sind",
        );
        let verb = if count == 1 { "kann" } else { "können" };
        format!(
            "{damaged} beschädigt und {verb} nicht gezeigt werden; wenn Sie nichts mehr speichern, werden sie entfernt."
        )
    },

    no_reason: "ohne Angabe eines Grundes",
    no_storage: "es gibt keinen Speicher",
    no_database: "es gibt keine Datenbank",
    database_is_held: "eine andere Seite verwendet sie gerade",
    browser_gave_up: "der Browser hat abgebrochen",
    worker_cannot_start: "der Worker lässt sich nicht starten",
    no_result: "die Arbeit hat kein Ergebnis",
    no_index: "der Index wurde nicht erstellt",
};

fn one_or_several(title: &str, count: usize) -> String {
    match count {
        1 => title.to_owned(),
        count => format!("{count} Artikel"),
    }
}
