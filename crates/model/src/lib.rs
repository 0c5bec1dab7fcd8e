//! Plain data types with public fields for articles, entities and claims.
//!
//! This crate does no input or output and does not depend on a browser.
//!
//! # Example
//!
//! ```
//! use model::{Date, EntityKind, TextRange};
//!
//! let text = "Ann Lee spoke on 22 January 2026.";
//! assert_eq!(TextRange::new(0, 7).of(text), "Ann Lee");
//!
//! let date = Date::parse("2026-01-22").expect("a day of the calendar");
//! assert_eq!(date.in_words(), "22 January 2026");
//!
//! assert_eq!(EntityKind::parse("person"), Some(EntityKind::Person));
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

mod article;
mod claim;
mod date;
mod entity;
mod id;
mod order;
mod range;
mod web_url;

pub use article::{
    Article, Block, BlockKind, Correction, Direction, EntitiesById, Inline, InlineStyle, Metadata,
};
pub use claim::{Claim, Form, Speaker, Stance};
pub use date::{Date, MONTHS, month_named};
pub use entity::{Entity, EntityKind, Mention, Provenance, WikidataId, words_before};
pub use id::{ArticleId, ClaimId, EntityId, TakenIds};
pub use order::{ordered, sort};
pub use range::{CodePointRange, TextRange};
pub use web_url::WebUrl;

#[cfg(test)]
mod tests {
    use super::*;

    /// Serialises a value as JSON and parses it again.
    fn written<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> (String, T) {
        let json = serde_json::to_string(value).unwrap();
        let read = serde_json::from_str(&json).unwrap();
        (json, read)
    }

    #[test]
    fn values_in_json_have_the_same_names_as_in_files() {
        for kind in EntityKind::ALL {
            assert_eq!(written(&kind), (format!("\"{}\"", kind.as_str()), kind));
        }
        for form in Form::ALL {
            assert_eq!(written(&form), (format!("\"{}\"", form.as_str()), form));
        }
        for stance in Stance::ALL {
            assert_eq!(
                written(&stance),
                (format!("\"{}\"", stance.as_str()), stance)
            );
        }
        let id = EntityId::new("ann");
        assert_eq!(written(&id), ("\"ann\"".to_owned(), id));
        let rtl = Direction::RightToLeft;
        assert_eq!(written(&rtl), ("\"rtl\"".to_owned(), rtl));
    }

    #[test]
    fn invalid_values_are_rejected_by_their_type() {
        let url = serde_json::from_str::<WebUrl>("\"javascript:alert(1)\"");
        let date = serde_json::from_str::<Date>("\"2026-02-30\"");
        let item = serde_json::from_str::<WikidataId>("\"P31\"");
        let [url, date, item] = [
            url.unwrap_err().to_string(),
            date.unwrap_err().to_string(),
            item.unwrap_err().to_string(),
        ];
        assert!(url.contains("not an address"), "{url}");
        assert!(date.contains("not a date"), "{date}");
        assert!(item.contains("not a Wikidata item"), "{item}");
    }

    #[test]
    fn corrections_do_not_overlap() {
        let at = |start, end| Correction {
            range: TextRange::new(start, end),
            original: String::new(),
        };
        let all = vec![at(5, 9), at(0, 3), at(2, 4), at(3, 5)];
        assert_eq!(Correction::in_order(all), [at(0, 3), at(5, 9)]);
    }

    #[test]
    fn an_article_survives_a_round_trip_through_json() {
        let article = Article {
            id: ArticleId::new("a"),
            metadata: Metadata {
                title: "T".into(),
                url: WebUrl::parse("https://example.org"),
                published: Date::parse("2026-01"),
                ..Metadata::default()
            },
            text: "Ann".into(),
            blocks: vec![Block {
                kind: BlockKind::Heading(2),
                range: TextRange::new(0, 3),
                inlines: vec![Inline {
                    range: TextRange::new(0, 3),
                    style: InlineStyle::Emphasis,
                }],
            }],
            entities: vec![Entity {
                id: EntityId::new("ann"),
                kind: EntityKind::Person,
                name: "Ann".into(),
                aliases: Vec::new(),
                wikidata: WikidataId::parse("Q1"),
            }],
            mentions: vec![Mention {
                entity: EntityId::new("ann"),
                range: TextRange::new(0, 3),
                provenance: Provenance::Found {
                    confidence: 0.5,
                    rule: "tagger".into(),
                },
            }],
            claims: Vec::new(),
            corrections: vec![Correction {
                range: TextRange::new(0, 3),
                original: "Anne".into(),
            }],
        };
        assert_eq!(written(&article).1, article);
    }
}
