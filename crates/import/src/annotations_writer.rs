//! Writes `NAME.annotations.json`, which [`super::annotations`] reads.

use std::collections::HashMap;

use super::annotations_record::{
    AnnotationsRecord, ClaimRecord, CorrectionRecord, EntityRecord, FoundRecord, QuoteRecord,
    SpeakerRecord,
};
use super::bundle_record::some;
use super::diagnostic::{AnnotationProblem, DataProblem, Diagnostic, Diagnostics};
use super::mentions;
use super::quote::Quote;
use model::{Article, Claim, Entity, Mention, Provenance, Speaker, TextRange};
use serde_json::Number;
use text::places::Places;

/// The number of characters by which each step extends the context of a quotation.
const STEP: usize = 16;
/// The maximum number of characters of context before or after a quotation.
const LONGEST: usize = 512;

impl<'a> FoundRecord<'a> {
    /// The record of an automatic finding; `None` for an editor’s annotation.
    fn of(provenance: &'a Provenance) -> Option<Self> {
        match provenance {
            Provenance::Curated => None,
            Provenance::Found { rule, .. } => Some(Self {
                confidence: confidence(provenance),
                rule,
            }),
        }
    }
}

/// The annotations of an article by quotation, and diagnostics about any that the format
/// cannot represent.
#[must_use]
pub fn annotations_record(
    article: &Article,
) -> (AnnotationsRecord<'_>, Vec<Diagnostic<DataProblem>>) {
    let mut diagnostics = Diagnostics::of(&format!("{}.annotations.json", article.id));
    let mut quotes = Quotes::of(&article.text);
    let listed = listed_mentions(article, &mut quotes.places);
    let entities = article.entities.iter().zip(listed);
    let entities = entities
        .map(|(entity, listed)| entity_record(entity, listed, &mut quotes, &mut diagnostics))
        .collect();
    let claims = article.claims.iter();
    let claims = claims
        .map(|claim| claim_record(claim, &mut quotes, &mut diagnostics))
        .collect();
    let corrections = article.corrections.iter();
    let corrections = corrections
        .filter_map(|correction| {
            let QuoteRecord { quote, .. } =
                quotes.record(correction.range, None, &mut diagnostics)?;
            Some(CorrectionRecord {
                quote,
                original: &correction.original,
            })
        })
        .collect();
    let record = AnnotationsRecord {
        version: super::annotations::VERSION,
        entities,
        claims,
        corrections,
    };
    (record, diagnostics.into_list())
}

/// The number of times that names are looked for before all mentions are listed.
const MOST_ROUNDS: usize = 8;

/// The mentions of each entity; `None` if they are exactly the occurrences of its names.
fn listed_mentions<'a>(
    article: &'a Article,
    places: &mut Places<'_>,
) -> Vec<Option<Vec<&'a Mention>>> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for (number, entity) in article.entities.iter().enumerate() {
        numbers.entry(entity.id.as_str()).or_insert(number);
    }
    let mut own: Vec<Vec<&Mention>> = vec![Vec::new(); article.entities.len()];
    for mention in &article.mentions {
        let number = numbers.get(mention.entity.as_str());
        if let Some(own) = number.and_then(|number| own.get_mut(*number)) {
            own.push(mention);
        }
    }
    // Only curated mentions can follow from names.
    let curated = |mention: &&Mention| mention.provenance == Provenance::Curated;
    let by_name = own
        .iter()
        .map(|own| !own.is_empty() && own.iter().all(curated));
    let mut by_name: Vec<bool> = by_name.collect();
    // If an entity is excluded, the names of another may match in more places.
    for round in 0.. {
        let chosen: Vec<(usize, &Entity)> = article
            .entities
            .iter()
            .enumerate()
            .filter(|(number, _)| by_name.get(*number) == Some(&true))
            .collect();
        if chosen.is_empty() {
            break;
        }
        if round == MOST_ROUNDS {
            by_name.fill(false);
            break;
        }
        let mut found: Vec<Vec<TextRange>> = vec![Vec::new(); article.entities.len()];
        for (place, range) in mentions::by_name(places, chosen.iter().map(|(_, entity)| *entity)) {
            let number = chosen.get(place).map(|(number, _)| *number);
            if let Some(found) = number.and_then(|number| found.get_mut(number)) {
                found.push(range);
            }
        }
        let mut changed = false;
        for ((by_name, own), found) in by_name.iter_mut().zip(&own).zip(&found) {
            let keeps = own
                .iter()
                .map(|mention| mention.range)
                .eq(found.iter().copied());
            changed |= *by_name && !keeps;
            *by_name &= keeps;
        }
        if !changed {
            break;
        }
    }
    let listed = own.into_iter().zip(by_name);
    listed
        .map(|(own, by_name)| (!by_name).then_some(own))
        .collect()
}

fn entity_record<'a>(
    entity: &'a Entity,
    listed: Option<Vec<&'a Mention>>,
    quotes: &mut Quotes<'_>,
    diagnostics: &mut Diagnostics<DataProblem>,
) -> EntityRecord<'a> {
    let mentions = listed.map(|mentions| {
        let quoted = mentions.into_iter().filter_map(|mention| {
            let found = FoundRecord::of(&mention.provenance);
            quotes.record(mention.range, found, diagnostics)
        });
        quoted.collect()
    });
    EntityRecord { entity, mentions }
}

fn claim_record<'a>(
    claim: &'a Claim,
    quotes: &mut Quotes<'_>,
    diagnostics: &mut Diagnostics<DataProblem>,
) -> ClaimRecord<'a> {
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => Some(SpeakerRecord::Entity(id)),
        Speaker::Words(range) => quotes
            .record(*range, None, diagnostics)
            .map(SpeakerRecord::Words),
        Speaker::Unnamed => None,
    };
    let cue = claim
        .cue
        .and_then(|cue| quotes.record(cue, None, diagnostics));
    let content = claim.content.iter();
    let content = content.filter_map(|range| quotes.record(*range, None, diagnostics));
    ClaimRecord {
        id: &claim.id,
        speaker,
        form: Some(claim.form),
        stance: Some(claim.stance),
        cue,
        content: content.collect(),
        about: some(&claim.about),
        found: FoundRecord::of(&claim.provenance),
        checked_by: claim.checked_by.as_deref(),
    }
}

/// The confidence of an automatic finding; `None` for an editor’s annotation.
#[must_use]
pub fn confidence(provenance: &Provenance) -> Option<Number> {
    let Provenance::Found { confidence, .. } = provenance else {
        return None;
    };
    // Through its decimal digits, because an `f32` of 0.1 is not the `f64` 0.1.
    let number: f64 = confidence.to_string().parse().ok()?;
    if number.trunc() == number {
        Some(Number::from(number as u64))
    } else {
        Number::from_f64(number)
    }
}

/// Makes quotations that identify one place in a text, with as little context as possible.
#[derive(Debug)]
pub struct Quotes<'t> {
    text: &'t str,
    places: Places<'t>,
}

impl<'t> Quotes<'t> {
    /// Prepares quotations from this text.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        Self {
            text,
            places: Places::of(text),
        }
    }

    /// The quotation of a range; `None` if the range contains no words.
    pub fn quote(&mut self, range: TextRange) -> Option<Quote> {
        let exact = range.of(self.text);
        if exact.trim().is_empty() {
            return None;
        }
        let mut reach = 0;
        loop {
            let (prefix, suffix) = around(self.text, range, reach);
            let start = range.start as usize - prefix.len();
            let whole = TextRange::new(start, range.end as usize + suffix.len());
            if reach >= LONGEST || self.places.is_unique(whole) {
                return Some(Quote {
                    exact: exact.to_owned(),
                    prefix: prefix.to_owned(),
                    suffix: suffix.to_owned(),
                });
            }
            reach += STEP;
        }
    }

    fn record<'f>(
        &mut self,
        range: TextRange,
        found: Option<FoundRecord<'f>>,
        diagnostics: &mut Diagnostics<DataProblem>,
    ) -> Option<QuoteRecord<'f>> {
        let Some(quote) = self.quote(range) else {
            diagnostics.report_file(AnnotationProblem::EmptyRange);
            return None;
        };
        Some(QuoteRecord { quote, found })
    }
}

/// About `reach` characters before and after a range, up to the next space.
#[must_use]
pub fn around(text: &str, range: TextRange, reach: usize) -> (&str, &str) {
    if reach == 0 {
        return ("", "");
    }
    let before = text.get(..range.start as usize).unwrap_or_default();
    let after = text.get(range.end as usize..).unwrap_or_default();
    let wide = reach + 12;
    let start = before
        .char_indices()
        .rev()
        .take(wide)
        .enumerate()
        .find(|(count, (_, c))| *count >= reach && c.is_whitespace())
        .map(|(_, (at, c))| at + c.len_utf8());
    let start = start.or_else(|| before.char_indices().rev().nth(wide).map(|(at, _)| at));
    let end = after
        .char_indices()
        .take(wide)
        .enumerate()
        .find(|(count, (_, c))| *count >= reach && c.is_whitespace())
        .map(|(_, (at, _))| at);
    let end = end.or_else(|| after.char_indices().nth(wide).map(|(at, _)| at));
    (
        before.get(start.unwrap_or(0)..).unwrap_or_default(),
        after.get(..end.unwrap_or(after.len())).unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::annotate;
    use crate::article_from_markdown;
    use model::{EntityId, EntityKind, WikidataId};
    use proptest::prelude::*;

    const TEXT: &str = "---\ntitle: T\nlanguage: en\n---\nAnn and Bob met. Ann said “never” and Bob said “never”.\n\nThen Ann left, and Ann said so.";

    #[test]
    fn what_is_marked_everywhere_is_not_listed() {
        let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
        let json = crate::parse_json(r#"{"version":1,"entities":[
            {"id":"ann","kind":"person","name":"Ann","wikidata":"Q1"},
            {"id":"bob","kind":"person","name":"Bob","mentions":[{"exact":"Bob","prefix":"and ","suffix":" said","found":{"confidence":0.1,"rule":"tagger"}}]}
        ],"claims":[{"id":"c1","speaker":"ann","form":"direct","stance":"denies","content":[{"exact":"never","prefix":"Ann said “"}]},
        {"id":"c2","speaker":{"exact":"Bob","suffix":" said"},"content":["left"],"confidence":0.7}]}"#).unwrap();
        assert_eq!(annotate(&mut article, "a", &json), []);
        let (written, diagnostics) = annotations_record(&article);
        assert_eq!(diagnostics, []);
        let written = serde_json::to_value(written).unwrap();
        let entities = written["entities"].to_string();
        assert_eq!(entities.matches("mentions").count(), 1, "{entities}");
        let found = "\"found\":{\"confidence\":0.1,\"rule\":\"tagger\"}";
        assert!(entities.contains(found), "{entities}");
        let mut again = article.clone();
        assert_eq!(annotate(&mut again, "a", &written), []);
        assert_eq!(again, article);
    }

    proptest! {
        #[test]
        fn annotations_are_read_as_they_were_written(
            text in "(Ann|Bob|said|so|“never”|, |\\. |é ){3,40}",
            marks in proptest::collection::vec((0usize..120, 1usize..12, 0usize..3, 0u8..3), 0..12),
        ) {
            let (mut article, _) = article_from_markdown("a", "a.md", &format!("---\ntitle: t\nlanguage: en\n---\nx{text}"));
            let text = article.text.clone();
            let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let range = |start: usize, length: usize| {
                let start = start.min(cuts.len() - 2);
                TextRange::new(cuts[start], cuts[(start + length).min(cuts.len() - 1)])
            };
            for (number, id) in ["e0", "e1"].into_iter().enumerate() {
                article.entities.push(Entity {
                    id: EntityId::new(id), kind: EntityKind::ALL[number], name: if number == 0 { "Ann".into() } else { "Bob".into() },
                    aliases: vec!["so".into()], wikidata: WikidataId::parse("Q7"),
                });
            }
            for (start, length, kind, entity) in marks {
                let range = range(start, length);
                if range.of(&text).trim().is_empty() { continue; }
                let provenance = if kind == 1 { model::Provenance::Found { confidence: 0.3, rule: if start % 2 == 0 { "" } else { "tagger" }.into() } } else { Provenance::Curated };
                if kind < 2 {
                    let entity = EntityId::new(if entity == 0 { "e0" } else { "e1" });
                    article.mentions.push(Mention { entity, range, provenance: provenance.clone() });
                } else {
                    article.claims.push(Claim {
                        id: model::ClaimId::new(&format!("c{}", article.claims.len())),
                        speaker: Speaker::Words(range), cue: Some(range), content: vec![range],
                        form: model::Form::Mixed, stance: model::Stance::Warns,
                        about: vec![EntityId::new("e1")], provenance,
                        checked_by: (start % 3 == 0).then(|| "Bo".into()),
                    });
                }
            }
            model::sort(&mut article.mentions, |a, b| a.range.start.cmp(&b.range.start).then(b.range.end.cmp(&a.range.end)));
            let (written, diagnostics) = annotations_record(&article);
            prop_assert_eq!(diagnostics, []);
            let mut again = article.clone();
            annotate(&mut again, "a", &crate::parse_json(&crate::to_lines(&written)).unwrap());
            prop_assert_eq!(&again.entities, &article.entities);
            prop_assert_eq!(&again.claims, &article.claims);
            let sorted = |article: &Article| {
                let mut list: Vec<String> = article.mentions.iter().map(|mention| format!("{mention:?}")).collect();
                list.sort();
                list
            };
            prop_assert_eq!(sorted(&again), sorted(&article));
        }
    }
}
