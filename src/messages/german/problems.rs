//! Problems with an address, a query or a collection, in German.

use explore::{Among, CollectionProblem, Problem};
use search::{Field, MAX_TERMS, QueryProblem};

use super::article::facet as label;

/// A date as queries contain it.
const DATE: &str = "ein Datum wie 2026-01-22";

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Query(problem) => query_problem(problem),
        Problem::NotInText { word } => {
            format!("„{word}“ steht nicht im Text; ähnlich geschriebene Wörter sind markiert")
        }
        Problem::NotInArticles { word, alike } => format!(
            "„{word}“ steht in keinem dieser Artikel; stattdessen gesucht: {}",
            alike.join(", ")
        ),
        Problem::QuotedNowhere { words } => {
            format!("„{words}“ kommt so nirgends vor; stattdessen werden die Wörter gesucht")
        }
        Problem::UnknownMode { value } => format!(
            "Die Adresse verlangt die Ansicht „{value}“; es gibt „article“, „claims“, „compare“ \
             und „table“."
        ),
        Problem::InvalidConfidence { value } => format!(
            "Die Adresse verlangt eine Sicherheit von „{value}“; möglich sind ganze Zahlen von 0 \
             bis 100."
        ),
        Problem::UnknownValue {
            facet,
            value,
            among,
        } => format!(
            "Die Adresse verlangt im Filter „{}“ den Wert „{value}“; {} nicht vor.",
            label(*facet),
            among_is(*among)
        ),
        Problem::UnknownEntity { id, among } => format!(
            "Die Adresse verlangt den Namen „{}“; {} nicht vor.",
            id.as_str(),
            among_is(*among)
        ),
        Problem::UnknownClaim { id, among } => format!(
            "Die Adresse verlangt die Aussage „{}“; {} nicht vor.",
            id.as_str(),
            among_is(*among)
        ),
    }
}

/// The beginning of a clause that ends with "nicht vor".
fn among_is(among: Among) -> &'static str {
    match among {
        Among::Article => "in diesem Artikel kommt das",
        Among::Articles => "in diesen Artikeln kommt das",
    }
}

fn query_problem(problem: &QueryProblem) -> String {
    match problem {
        QueryProblem::TooManyTerms => {
            format!("nur die ersten {MAX_TERMS} Wörter der Anfrage werden gesucht")
        }
        QueryProblem::NoWords => {
            "die Anfrage enthält kein Wort, nach dem sich suchen lässt".to_owned()
        }
        QueryProblem::NoValue(field) => {
            let name = field.as_str();
            match field.values() {
                Some(values) => format!("Schreiben Sie nach „{name}:“ eines von {values}"),
                None => format!("Schreiben Sie nach „{name}:“ {}", wanted(*field)),
            }
        }
        QueryProblem::InvalidValue { field, value } => {
            let values = field.values();
            let values = values.unwrap_or_else(|| match field {
                Field::Date | Field::Before | Field::After => DATE.to_owned(),
                _ => "beliebige Wörter".to_owned(),
            });
            let name = field.as_str();
            format!("Nach „{name}:“ steht {values}; „{value}“ wird als Wörter gesucht")
        }
        QueryProblem::OrBesideFilter => {
            "OR verbindet nur Wörter und Zitate; alles andere in der Suche muss zutreffen"
                .to_owned()
        }
        QueryProblem::AmbiguousDate(date) => format!(
            "„{date}“ kann zwei Tage meinen; gesucht werden beide. Mit dem Jahr zuerst ist es einer"
        ),
        QueryProblem::UnknownField(name) => {
            format!("„{name}:“ ist kein Filter; stattdessen werden die Wörter gesucht")
        }
    }
}

fn wanted(field: Field) -> &'static str {
    match field {
        Field::Date | Field::Before | Field::After => DATE,
        Field::Title => "Wörter",
        _ => "einen Namen",
    }
}

pub(super) fn collection_problem(problem: &CollectionProblem) -> String {
    // Numbers are copied: writing a reference to one would be code that parts share.
    match *problem {
        CollectionProblem::SameId { ref id, ref title } => {
            let id = id.as_str();
            format!("Zwei Artikel haben die Kennung „{id}“; der zweite, „{title}“, fehlt hier.")
        }
        CollectionProblem::UnusableIndex {
            ref reason,
            loaded,
            all,
        } => format!(
            "Der Suchindex ist nicht verwendbar: {reason}. Durchsucht werden die {loaded} \
             geladenen von {all} Artikeln."
        ),
        CollectionProblem::MissingParts {
            count,
            ref reason,
            ref words,
        } => {
            let parts = match count {
                1 => "Ein Teil des Suchindex ließ".to_owned(),
                count => format!("{count} Teile des Suchindex ließen"),
            };
            let missing = if words.is_empty() {
                "Unten kann etwas fehlen.".to_owned()
            } else {
                let words: Vec<String> = words.iter().map(|word| format!("„{word}“")).collect();
                format!("Nicht nachgeschlagen: {}.", words.join(", "))
            };
            format!("{parts} sich nicht laden ({reason}). {missing}")
        }
        CollectionProblem::MissingArticles { count, ref reason } => match count {
            1 => format!("Ein gefundener Artikel ließ sich nicht laden ({reason})."),
            count => format!("{count} gefundene Artikel ließen sich nicht laden ({reason})."),
        },
    }
}
