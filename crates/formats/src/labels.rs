//! The labels of other formats for kinds of entities.

use model::EntityKind;

/// The label used in news corpora annotated by people.
#[must_use]
pub fn news_label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Organisation => "ORG",
        EntityKind::Place => "LOC",
        EntityKind::Law => "LAW",
        EntityKind::Date => "DATE",
        EntityKind::Money => "MONEY",
        EntityKind::Nationality => "NORP",
        EntityKind::Event => "EVENT",
        EntityKind::Other => "MISC",
    }
}

/// The label used in spaCy's English models.
pub(super) fn spacy_label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PERSON",
        EntityKind::Place => "GPE",
        other => news_label(other),
    }
}

/// The schema.org type.
pub(super) fn schema_type(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organization",
        EntityKind::Place => "Place",
        EntityKind::Law => "Legislation",
        EntityKind::Event => "Event",
        _ => "Thing",
    }
}

/// The kind for a label of any format; `None` if it is unknown.
pub(super) fn kind_of_label(label: &str) -> Option<EntityKind> {
    let label = label.rsplit(['/', '#', ':']).next().unwrap_or(label);
    let label = label.trim_start_matches("B-").trim_start_matches("I-");
    let label: String = label.chars().filter(char::is_ascii_alphabetic).collect();
    Some(match label.to_ascii_lowercase().as_str() {
        "person" | "per" | "people" | "human" => EntityKind::Person,
        "organisation" | "organization" | "org" | "company" | "institution" | "government" => {
            EntityKind::Organisation
        }
        "place" | "loc" | "location" | "gpe" | "fac" | "facility" | "country" | "city" => {
            EntityKind::Place
        }
        "law" | "legislation" | "treaty" | "bill" => EntityKind::Law,
        "date" | "time" => EntityKind::Date,
        "money" | "monetaryamount" => EntityKind::Money,
        "nationality" | "norp" => EntityKind::Nationality,
        "event" => EntityKind::Event,
        "other" | "misc" | "thing" | "entity" | "miscellaneous" | "product" | "workofart"
        | "language" | "percent" | "quantity" | "cardinal" | "ordinal" => EntityKind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_recognised_in_every_format() {
        for kind in EntityKind::ALL {
            assert_eq!(kind_of_label(kind.as_str()), Some(kind));
            assert_eq!(kind_of_label(spacy_label(kind)), Some(kind));
            assert_eq!(kind_of_label(news_label(kind)), Some(kind));
        }
        assert_eq!(
            kind_of_label("https://schema.org/Organization"),
            Some(EntityKind::Organisation)
        );
        assert_eq!(kind_of_label("Speaker"), None);
    }
}
