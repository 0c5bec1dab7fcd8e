//! A page that is edited and saved in its own file, in German.

use crate::messages::own_file::OwnFileMessages;

pub(super) const OWN_FILE: OwnFileMessages = OwnFileMessages {
    edit: "Diesen Artikel bearbeiten",
    about: "Diese Seite ist eine einzige Datei. Sie können sie ohne Netz korrigieren und wieder speichern.",
    save: "Datei speichern",
    unsaved: "Ihre Änderungen sind noch nicht in der Datei. Strg+S speichert sie.",
    saving: "Wird gespeichert …",
    saved: |name| format!("Gespeichert als {name}"),
    downloaded: |name| {
        format!("Heruntergeladen als {name}. Ersetzen Sie damit die bisherige Datei.")
    },
    none_chosen: "Die Datei wurde nicht gespeichert, weil kein Ort gewählt wurde.",
    not_saved: |reason| {
        format!(
            "Die Datei konnte nicht gespeichert werden ({reason}). Versuchen Sie es noch einmal oder unter einem anderen Namen."
        )
    },
    changed_meanwhile: "Die Datei wurde anderswo geändert, seit sie hier gespeichert wurde. Speichern Sie noch einmal, um sie zu ersetzen.",
    edits_left_out: "Die Änderungen, die diese Datei verzeichnet, führen nicht zu diesem Artikel. Sie werden weggelassen.",
    no_editor: |reason| format!("Diese Seite kann nicht bearbeitet werden: {reason}"),
    web_page: "Webseite",
};
