//! The words of the interface, the same everywhere.

use model::{EntityKind, Form, Provenance};

/// "1 claim", "2 claims".
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What a reader calls a kind of entity.
pub(super) fn kind_label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "people",
        EntityKind::Organisation => "organisations",
        EntityKind::Place => "places",
        EntityKind::Law => "laws and agreements",
        EntityKind::Date => "dates",
        EntityKind::Money => "money",
        EntityKind::Nationality => "nationalities",
        EntityKind::Event => "events",
        EntityKind::Other => "other names",
    }
}

/// A kind of entity, of one.
pub(super) fn kind_of_one(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Law => "law or agreement",
        EntityKind::Date => "date",
        EntityKind::Money => "sum of money",
        EntityKind::Nationality => "nationality",
        EntityKind::Event => "event",
        EntityKind::Other => "other name",
    }
}

/// What a reader calls a form.
pub(super) fn form_label(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Indirect => "reported",
        Form::Mixed => "partly quoted",
    }
}

/// The small sign of a form.
pub(super) fn form_sign(form: Form) -> &'static str {
    match form {
        Form::Direct => "“ ”",
        Form::Indirect => "…",
        Form::Mixed => "…“ ”",
    }
}

/// Who says that something is a claim.
pub(super) fn provenance_label(provenance: &Provenance) -> String {
    match provenance {
        Provenance::Curated => "marked by an editor".to_owned(),
        Provenance::Found { confidence, rule } => {
            let sure = (confidence * 100.0) as u8;
            format!("found by the program, {sure}% sure ({rule})")
        }
    }
}

/// What the page calls the value of a facet.
pub(super) fn value_label(facet: explore::Facet, value: &explore::FacetValue) -> String {
    use explore::Facet;
    match facet {
        Facet::Form => {
            Form::parse(&value.id).map_or(value.label.clone(), |form| form_label(form).to_owned())
        }
        Facet::Types => EntityKind::parse(&value.id)
            .map_or(value.label.clone(), |kind| kind_label(kind).to_owned()),
        _ => value.label.clone(),
    }
}
