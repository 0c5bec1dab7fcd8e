//! What a saved file lacks, in German.

use formats::{ExportLoss, Loss};

pub(super) fn lost(loss: &ExportLoss) -> String {
    match loss {
        ExportLoss::Content(what, count) => {
            let what = content(*what);
            format!("Nicht in diesem Format enthalten: {what} ({count})")
        }
        ExportLoss::OffsetsInText => {
            "Die Positionen zählen im Text des Artikels; speichern Sie ihn dazu (als Text)"
                .to_owned()
        }
    }
}

fn content(what: Loss) -> &'static str {
    match what {
        Loss::UnmentionedEntities => "Namen, die der Text nicht nennt",
        Loss::UnmentionedSpeakers => "Sprecher und Themen, die der Text nicht nennt",
        Loss::PlacesOfNames => "die Stellen von Namen",
        Loss::Cues => "wie Aussagen eingeleitet sind",
        Loss::FormsAndPlaces => {
            "Wortlaut außer wörtlich oder nicht, Haltungen und die Stellen von Aussagen"
        }
        Loss::Aliases => "weitere Namen",
        Loss::Confidences => "wie sicher Funde sind",
        Loss::Mentions => "Nennungen",
        Loss::EntityDetails => "Arten, weitere Namen und Wikidata-Einträge von Namen",
        Loss::Claims => "Aussagen",
        Loss::ClaimsButNotes => "Aussagen außer als Anmerkungen, die beim nächsten Lesen Text sind",
        Loss::NestedNames => "Namen innerhalb von Namen",
        Loss::OriginalWords => "die Wörter des Originals, wo die Redaktion den Text geändert hat",
    }
}
