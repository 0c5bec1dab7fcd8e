//! Loading a page, in German.

use formats::ExportRefusal;

use crate::messages::loading::LoadingMessages;

pub(super) const LOADING: LoadingMessages = LoadingMessages {
    not_json: |fault| format!("die Daten sind kein JSON ({fault})"),
    no_bundle: |fault| format!("die Daten sind nicht lesbar ({fault})"),
    no_article: |notices| format!("die Daten enthalten keinen Artikel; {notices}"),
    part_not_loaded: |reason| {
        format!("ein Teil des Programms konnte nicht geladen werden: {reason}")
    },
    no_such_format: |name| format!("das Format „{name}“ gibt es nicht"),
    export_refused: |refusal| {
        let why = match refusal {
            ExportRefusal::NoArticle => "es ist kein Artikel da",
            ExportRefusal::HoldsOne => "dieses Format nimmt nur einen Artikel auf",
        };
        why.to_owned()
    },
    no_reason: "ohne Angabe eines Grundes",
};
