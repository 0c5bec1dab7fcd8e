//! Reads `NAME.annotations.json`, the annotations that somebody wrote for an article.
//!
//! The file points at text by quoting it, so it stays valid when the text is edited. Each
//! entity and each claim is read by itself: a problem in one is reported and does not affect
//! the others. `docs/annotations.schema.json` describes the format.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::rc::Rc;

use super::diagnostic::{AnnotationProblem, DataProblem, Diagnostic, Diagnostics, Expected};
use super::json::parse_json;
use super::mentions;
use super::quote::{Passages, Placed, Quote};
use super::similar::{Moved, SimilarPassages};
use model::{
    Article, Claim, ClaimId, Correction, Entity, EntityId, EntityKind, Form, Mention, Provenance,
    Speaker, Stance, TakenIds, TextRange, WikidataId, sort,
};
use serde_json::Value;
use text::fold::slug;
use text::quotation_marks::quoted;

/// The only known version of the format.
pub const VERSION: u32 = 1;

/// Parses annotations and replaces those of the article with them.
pub fn annotate_from_str(
    article: &mut Article,
    file: &str,
    json: &str,
) -> Vec<Diagnostic<DataProblem>> {
    match parse_json(json) {
        Ok(value) => annotate(article, file, &value),
        Err(error) => {
            let mut diagnostics = Diagnostics::of(file);
            diagnostics.report_file(AnnotationProblem::NotJson(error));
            diagnostics.into_list()
        }
    }
}

/// Replaces the annotations of the article with parsed JSON.
pub fn annotate(article: &mut Article, file: &str, json: &Value) -> Vec<Diagnostic<DataProblem>> {
    replace(article, file, json, false)
}

/// Like [`annotate`], but what quotes words that are not in the text any more is
/// [moved](Provenance::moved) to the most similar passage, if there is one, for an editor to check.
pub fn annotate_or_move(
    article: &mut Article,
    file: &str,
    json: &Value,
) -> Vec<Diagnostic<DataProblem>> {
    replace(article, file, json, true)
}

fn replace(
    article: &mut Article,
    file: &str,
    json: &Value,
    may_move: bool,
) -> Vec<Diagnostic<DataProblem>> {
    let mut reader = Reader {
        diagnostics: Diagnostics::of(file),
        quoted: quoted(&article.text),
        passages: Passages::of(&article.text),
        known: HashSet::new(),
        entities: Vec::new(),
        mentions: Vec::new(),
        claims: Vec::new(),
        corrections: Vec::new(),
        may_move,
        similar: None,
    };
    reader.file(json);
    let Reader {
        diagnostics,
        entities,
        mut mentions,
        claims,
        corrections,
        ..
    } = reader;
    sort(&mut mentions, |a, b| in_text(a.range, b.range));
    article.entities = entities;
    article.mentions = mentions;
    article.claims = claims;
    article.corrections = Correction::in_order(corrections);
    diagnostics.into_list()
}

/// Orders ranges by start, then longest first.
fn in_text(a: TextRange, b: TextRange) -> std::cmp::Ordering {
    a.start.cmp(&b.start).then(b.end.cmp(&a.end))
}

/// The form of a claim, derived from the quotation marks around its words. `quoted` are the
/// words in quotation marks, in order and without overlaps.
pub fn form_of(content: &[TextRange], quoted: &[TextRange]) -> Form {
    let first = |range: &TextRange| {
        let number = quoted.partition_point(|quoted| quoted.end <= range.start);
        quoted.get(number)
    };
    let within = |range: &TextRange| first(range).is_some_and(|quoted| quoted.contains(*range));
    let holding = |range: &TextRange| first(range).is_some_and(|quoted| quoted.overlaps(*range));
    if content.iter().all(within) {
        Form::Direct
    } else if content.iter().any(holding) {
        Form::Mixed
    } else {
        Form::Indirect
    }
}

struct Reader<'a> {
    diagnostics: Diagnostics<DataProblem>,
    passages: Passages<'a>,
    quoted: Vec<TextRange>,
    /// The ids of the entities.
    known: HashSet<EntityId>,
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    claims: Vec<Claim>,
    corrections: Vec<Correction>,
    /// Whether missing quotations may be moved.
    may_move: bool,
    /// Where they may be moved to, once one is missing.
    similar: Option<SimilarPassages<'a>>,
}

impl Reader<'_> {
    fn file(&mut self, json: &Value) {
        if !matches!(json, Value::Object(_)) {
            self.diagnostics.report_file(AnnotationProblem::NotObject);
            return;
        }
        if json.get("version").and_then(Value::as_f64) != Some(f64::from(VERSION)) {
            let problem = AnnotationProblem::UnknownVersion;
            self.diagnostics
                .report("version", problem, json.get("version"));
        }
        let by_default = self.read_entities(json);
        let named: Vec<&Entity> = by_default
            .iter()
            .filter_map(|number| self.entities.get(*number))
            .collect();
        let found = mentions::by_name(&mut self.passages.places, named.iter().copied());
        let found = found.into_iter().filter_map(|(number, range)| {
            Some(Mention {
                entity: named.get(number)?.id.clone(),
                range,
                provenance: Provenance::Curated,
            })
        });
        self.mentions.extend(found);
        let mentioned: HashSet<&EntityId> = self.mentions.iter().map(|it| &it.entity).collect();
        for entity in &self.entities {
            if !mentioned.contains(&entity.id) {
                let place = format!("entities, {}", entity.id);
                let problem = AnnotationProblem::EntityNotInText;
                self.diagnostics.report(place, problem, &entity.name);
            }
        }
        self.read_claims(json);
        self.read_corrections(json);
    }

    fn read_corrections(&mut self, json: &Value) {
        let items = self.diagnostics.list(json, "corrections", "");
        for (index, item) in items.iter().enumerate() {
            let at = format!("corrections[{index}]");
            let original = self.diagnostics.text(item, "original", &at);
            let range = self.place(item, &at);
            self.corrections.extend(range.map(|range| Correction {
                range,
                original: original.unwrap_or_default(),
            }));
        }
    }

    /// Reads the entities. Returns the positions of those that are mentioned wherever a name
    /// occurs.
    fn read_entities(&mut self, json: &Value) -> Vec<usize> {
        let mut by_default = Vec::new();
        let mut ids = TakenIds::default();
        for (index, item) in self
            .diagnostics
            .list(json, "entities", "")
            .iter()
            .enumerate()
        {
            let at = format!("entities[{index}]");
            let Some(name) = self.diagnostics.required_text(item, "name", &at) else {
                continue;
            };
            let id = self.own_id(item, &at, &slug(&name), &mut ids);
            let id = EntityId::new(&id);
            let kind =
                self.diagnostics
                    .read(item, "kind", &at, EntityKind::parse, Expected::EntityKind);
            let wikidata = self.diagnostics.read(
                item,
                "wikidata",
                &at,
                WikidataId::parse,
                Expected::WikidataId,
            );
            let mut aliases = Vec::new();
            for (place, alias) in self
                .diagnostics
                .list(item, "aliases", &at)
                .iter()
                .enumerate()
            {
                match alias.as_str().filter(|alias| !alias.trim().is_empty()) {
                    Some(alias) => aliases.push(alias.to_owned()),
                    None => {
                        let field = format!("{at}.aliases[{place}]");
                        self.diagnostics
                            .report(field, AnnotationProblem::AliasNotText, alias);
                    }
                }
            }
            if item.get("mentions").is_some() {
                for (place, mention) in self
                    .diagnostics
                    .list(item, "mentions", &at)
                    .iter()
                    .enumerate()
                {
                    let field = format!("{at}.mentions[{place}]");
                    if let Some((range, moved)) = self.place_or_move(mention, &field) {
                        let provenance = self.provenance(mention, &field);
                        let moved = Moved::origin(moved.as_slice());
                        let provenance = moved.unwrap_or(provenance);
                        self.mentions.push(Mention {
                            entity: id.clone(),
                            range,
                            provenance,
                        });
                    }
                }
            } else {
                by_default.push(self.entities.len());
            }
            self.known.insert(id.clone());
            self.entities.push(Entity {
                id,
                kind: kind.unwrap_or(EntityKind::Other),
                name,
                aliases,
                wikidata,
            });
        }
        by_default
    }

    fn read_claims(&mut self, json: &Value) {
        let mut ids = TakenIds::default();
        for (index, item) in self.diagnostics.list(json, "claims", "").iter().enumerate() {
            let at = format!("claims[{index}]");
            if !matches!(item, Value::Object(_)) {
                self.diagnostics
                    .report(at, AnnotationProblem::ClaimNotObject, item);
                continue;
            }
            let id = self.own_id(item, &at, &format!("c{}", index + 1), &mut ids);
            let mut content = Vec::new();
            let mut moved: Vec<Moved> = Vec::new();
            let quotes = self.diagnostics.list(item, "content", &at);
            for (place, quote) in quotes.iter().enumerate() {
                let placed = self.place_or_move(quote, &format!("{at}.content[{place}]"));
                if let Some((range, part)) = placed {
                    content.push(range);
                    moved.extend(part);
                }
            }
            if content.is_empty() {
                let problem = AnnotationProblem::ClaimNotInText;
                self.diagnostics.report(at, problem, &*id);
                continue;
            }
            sort(&mut content, TextRange::cmp);
            let speaker = self.speaker(item, &at);
            let cue = item
                .get("cue")
                .and_then(|cue| self.place(cue, &format!("{at}.cue")));
            let form = self
                .diagnostics
                .read(item, "form", &at, Form::parse, Expected::Form)
                .unwrap_or_else(|| form_of(&content, &self.quoted));
            let stance = self
                .diagnostics
                .read(item, "stance", &at, Stance::parse, Expected::Stance)
                .unwrap_or(Stance::States);
            let mut about = Vec::new();
            for (place, entity) in self.diagnostics.list(item, "about", &at).iter().enumerate() {
                let field = format!("{at}.about[{place}]");
                about.extend(self.known_entity(entity, &field));
            }
            about.dedup();
            let provenance = self.provenance(item, &at);
            let provenance = Moved::origin(&moved).unwrap_or(provenance);
            let checked_by = self.diagnostics.text(item, "checked_by", &at);
            self.claims.push(Claim {
                id: ClaimId::new(&id),
                speaker,
                cue,
                content,
                form,
                stance,
                about,
                provenance,
                checked_by: checked_by.map(Rc::from),
            });
        }
    }

    fn speaker(&mut self, claim: &Value, at: &str) -> Speaker {
        let field = format!("{at}.speaker");
        match claim.get("speaker") {
            Some(value @ Value::String(_)) => self
                .known_entity(value, &field)
                .map_or(Speaker::Unnamed, Speaker::Entity),
            Some(value @ Value::Object(_)) => self
                .place(value, &field)
                .map_or(Speaker::Unnamed, Speaker::Words),
            None if claim.get("found").is_some() => Speaker::Unnamed,
            _ => {
                self.diagnostics
                    .report(field, AnnotationProblem::NoSpeaker, "");
                Speaker::Unnamed
            }
        }
    }

    fn known_entity(&mut self, value: &Value, field: &str) -> Option<EntityId> {
        let id = value.as_str().map(EntityId::new);
        let known = id.filter(|id| self.known.contains(id));
        if known.is_none() {
            self.diagnostics
                .report(field, AnnotationProblem::UnknownEntity, value);
        }
        known
    }

    /// The origin of an annotation: automatic if it has `found`, otherwise an editor. Files from
    /// before rules had names have a bare `confidence`.
    fn provenance(&mut self, item: &Value, at: &str) -> Provenance {
        let found = item.get("found");
        let (value, field) = match found {
            Some(found) => (found.get("confidence"), format!("{at}.found.confidence")),
            None => (item.get("confidence"), format!("{at}.confidence")),
        };
        if found.is_none() && value.is_none() {
            return Provenance::Curated;
        }
        let rule = found
            .and_then(|found| self.diagnostics.text(found, "rule", &format!("{at}.found")))
            .unwrap_or_default();
        let number = value.and_then(Value::as_f64);
        let confidence = number.filter(|number| (0.0..=1.0).contains(number));
        if confidence.is_none() {
            self.diagnostics
                .report(field, AnnotationProblem::NotConfidence, value);
        }
        Provenance::Found {
            confidence: confidence.unwrap_or(0.0) as f32,
            rule: Rc::from(rule),
        }
    }

    /// A quotation, which is an object or just a string.
    fn quote(&mut self, value: &Value, field: &str) -> Option<Quote> {
        if let Value::String(exact) = value {
            return Some(Quote {
                exact: exact.clone(),
                ..Quote::default()
            });
        }
        let exact = self.diagnostics.required_text(value, "exact", field)?;
        let mut text = |key| self.diagnostics.text(value, key, field);
        Some(Quote {
            exact,
            prefix: text("prefix").unwrap_or_default(),
            suffix: text("suffix").unwrap_or_default(),
        })
    }

    /// Finds a quotation. If it is missing, it may be moved.
    fn place_or_move(&mut self, value: &Value, field: &str) -> Option<(TextRange, Option<Moved>)> {
        let quote = self.quote(value, field)?;
        let placed = self.passages.place(&quote);
        if self.may_move && placed == Placed::Missing {
            let text = self.passages.text;
            let similar = self
                .similar
                .get_or_insert_with(|| SimilarPassages::of(text));
            if let Some(passage) = similar.propose(&quote, None) {
                let found = passage.range.of(text).to_owned();
                let problem = AnnotationProblem::Moved { found };
                self.diagnostics.report(field, problem, &quote.exact);
                let moved = Moved {
                    words: quote.exact,
                    score: passage.score,
                };
                return Some((passage.range, Some(moved)));
            }
        }
        Some((self.placed(placed, &quote, field)?, None))
    }

    /// Finds a quotation.
    fn place(&mut self, value: &Value, field: &str) -> Option<TextRange> {
        let quote = self.quote(value, field)?;
        let placed = self.passages.place(&quote);
        self.placed(placed, &quote, field)
    }

    /// The range of a quotation that was looked for, and a report if it is not there as quoted.
    fn placed(&mut self, placed: Placed, quote: &Quote, field: &str) -> Option<TextRange> {
        let problem = match placed {
            Placed::Verbatim(_) => None,
            Placed::Alike(range) => Some(AnnotationProblem::SpelledOtherwise {
                found: range.of(self.passages.text).to_owned(),
            }),
            Placed::Ambiguous { count, .. } => Some(AnnotationProblem::Ambiguous { count }),
            Placed::Missing => Some(AnnotationProblem::NotInText),
        };
        if let Some(problem) = problem {
            self.diagnostics.report(field, problem, &quote.exact);
        }
        placed.range()
    }

    /// The id of an item. A missing or repeated id is replaced by a unique one.
    fn own_id(&mut self, item: &Value, at: &str, otherwise: &str, ids: &mut TakenIds) -> Rc<str> {
        let written = self
            .diagnostics
            .text(item, "id", at)
            .filter(|id| !id.is_empty());
        let wanted = written.unwrap_or_else(|| {
            self.diagnostics
                .report(format!("{at}.id"), AnnotationProblem::NoId, otherwise);
            otherwise.to_owned()
        });
        if ids.holds(&wanted) {
            self.diagnostics
                .report(format!("{at}.id"), AnnotationProblem::SameId, &wanted);
        }
        ids.take(&wanted)
    }
}
