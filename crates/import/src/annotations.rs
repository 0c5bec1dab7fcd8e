//! Reads `NAME.annotations.json`, the annotations that somebody wrote for an article.
//!
//! The file points at text by quoting it, so it stays valid when the text is edited. Each
//! entity and each claim is read by itself: a problem in one is reported and does not affect
//! the others. `docs/annotations.schema.json` describes the format.

use std::collections::HashSet;
use std::rc::Rc;

use super::diagnostic::{AnnotationProblem, DataProblem, Diagnostic, Diagnostics, Expected};
use super::json::parse_json;
use super::mentions;
use super::quote::{Passages, Placed, Quote};
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
    let mut reader = Reader {
        diagnostics: Diagnostics::of(file),
        quoted: quoted(&article.text),
        passages: Passages::of(&article.text),
        known: HashSet::new(),
        entities: Vec::new(),
        mentions: Vec::new(),
        claims: Vec::new(),
        corrections: Vec::new(),
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
                    if let Some(range) = self.place(mention, &field) {
                        let provenance = self.provenance(mention, &field);
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
            for (place, quote) in self
                .diagnostics
                .list(item, "content", &at)
                .iter()
                .enumerate()
            {
                content.extend(self.place(quote, &format!("{at}.content[{place}]")));
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

    /// Finds a quotation, which is an object or just a string.
    fn place(&mut self, value: &Value, field: &str) -> Option<TextRange> {
        let quote = match value {
            Value::String(exact) => Quote {
                exact: exact.clone(),
                ..Quote::default()
            },
            _ => Quote {
                exact: self.diagnostics.required_text(value, "exact", field)?,
                prefix: self
                    .diagnostics
                    .text(value, "prefix", field)
                    .unwrap_or_default(),
                suffix: self
                    .diagnostics
                    .text(value, "suffix", field)
                    .unwrap_or_default(),
            },
        };
        let placed = self.passages.place(&quote);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article_from_markdown;
    use serde_json::json;

    const TEXT: &str =
        "---\ntitle: T\nlanguage: en\n---\nGuo Jiakun denied it. “Never,” Guo said, “not once.”";

    fn read(json: &serde_json::Value) -> (Article, Vec<Diagnostic<DataProblem>>) {
        let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
        let diagnostics = annotate(&mut article, "a.annotations.json", &json.clone());
        (article, diagnostics)
    }

    #[test]
    fn a_good_file_is_read_without_diagnostics() {
        let (article, diagnostics) = read(&json!({
            "version": 1,
            "entities": [{"id": "guo", "kind": "person", "name": "Guo Jiakun", "aliases": ["Guo"]}],
            "claims": [{
                "id": "c1", "speaker": "guo", "form": "direct", "stance": "denies",
                "cue": {"exact": "said"}, "content": [{"exact": "Never"}, {"exact": "not once"}],
                "about": ["guo"], "found": {"confidence": 0.5, "rule": "quote–cue–name"}
            }]
        }));
        assert_eq!(diagnostics, []);
        assert_eq!(article.mentions.len(), 2);
        let claim = &article.claims[0];
        assert_eq!(claim.content.len(), 2);
        assert_eq!(claim.speaker, Speaker::Entity(EntityId::new("guo")));
        let found = Provenance::Found {
            confidence: 0.5,
            rule: "quote–cue–name".into(),
        };
        assert_eq!(claim.provenance, found);
    }

    #[test]
    fn the_form_is_read_from_the_quotation_marks_where_it_is_not_given() {
        for (content, form) in [
            (json!(["Never", "not once"]), Form::Direct),
            (json!(["“Never,” Guo said"]), Form::Mixed),
            (json!(["denied it"]), Form::Indirect),
        ] {
            let (article, _) =
                read(&json!({"version": 1, "claims": [{"id": "c", "content": content}]}));
            assert_eq!(article.claims[0].form, form, "{content}");
        }
    }

    #[test]
    fn what_is_wrong_is_reported_and_the_rest_kept() {
        let entity = json!({"id": "guo", "kind": "person", "name": "Guo Jiakun"});
        let claim = json!({"id": "c1", "speaker": "guo", "content": ["Never"]});
        for (name, file, field, entities, claims) in [
            ("no object", json!([]), "", 0, 0),
            ("no version", json!({"entities": [entity]}), "version", 1, 0),
            (
                "lists that are none",
                json!({"version": 1, "entities": {}}),
                "entities",
                0,
                0,
            ),
            (
                "an entity without name",
                json!({"version": 1, "entities": [{"id": "x"}, entity]}),
                "entities[0]",
                1,
                0,
            ),
            (
                "an id twice",
                json!({"version": 1, "entities": [entity, entity]}),
                "entities[1].id",
                2,
                0,
            ),
            (
                "a kind that is none",
                json!({"version": 1, "entities": [{"id": "g", "name": "Guo", "kind": "planet"}]}),
                "entities[0].kind",
                1,
                0,
            ),
            (
                "a name that does not stand",
                json!({"version": 1, "entities": [{"id": "g", "name": "Nobody"}]}),
                "entities, g",
                1,
                0,
            ),
            (
                "a wikidata id that is none",
                json!({"version": 1, "entities": [{"id": "g", "name": "Guo", "wikidata": "8880"}]}),
                "entities[0].wikidata",
                1,
                0,
            ),
            (
                "a claim without speaker",
                json!({"version": 1, "claims": [{"id": "c", "content": ["Never"]}]}),
                "claims[0].speaker",
                0,
                1,
            ),
            (
                "an unknown speaker",
                json!({"version": 1, "claims": [claim]}),
                "claims[0].speaker",
                0,
                1,
            ),
            (
                "content that does not stand",
                json!({"version": 1, "entities": [entity], "claims": [{"id": "c", "speaker": "guo", "content": ["Always"]}, claim]}),
                "claims[0].content[0]",
                1,
                1,
            ),
            (
                "content in several places",
                json!({"version": 1, "claims": [{"id": "c", "speaker": {"exact": "Guo"}, "content": ["Never"]}]}),
                "claims[0].speaker",
                0,
                1,
            ),
            (
                "a claim that is none",
                json!({"version": 1, "claims": ["text"]}),
                "claims[0]",
                0,
                0,
            ),
            (
                "a claim id twice",
                json!({"version": 1, "entities": [entity], "claims": [claim, claim]}),
                "claims[1].id",
                1,
                2,
            ),
        ] {
            let (article, diagnostics) = read(&file);
            assert!(
                diagnostics
                    .iter()
                    .any(|diagnostic| diagnostic.place.path() == field),
                "{name}: {diagnostics:?}"
            );
            assert!(
                diagnostics
                    .iter()
                    .all(|diagnostic| diagnostic.file == "a.annotations.json")
            );
            assert_eq!(
                (article.entities.len(), article.claims.len()),
                (entities, claims),
                "{name}"
            );
            assert!(!article.text.is_empty());
        }
    }

    #[test]
    fn a_file_that_is_not_json_leaves_the_article() {
        let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
        for json in ["", "{", "nul", "{\"version\": 1,}", "\u{0}"] {
            let diagnostics = annotate_from_str(&mut article, "a.annotations.json", json);
            assert_eq!(diagnostics.len(), 1, "{json}");
            assert!(!article.text.is_empty());
        }
    }

    proptest::proptest! {
        #[test]
        fn any_json_is_read(text in "[\\[\\]{}:,\"a-e0-9 ]{0,60}") {
            let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
            annotate_from_str(&mut article, "a.annotations.json", &text);
        }
    }
}
