//! Imports annotations in other formats into an article.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::anchor::{Anchored, Anchors, Selector};
use super::problem::{Diagnostic, Diagnostics, Problem};
use import::{Moved, Quote, around, form_of};
use model::{
    Article, Claim, ClaimId, CodePointRange, Entity, EntityId, EntityKind, Form, Mention,
    Provenance, Speaker, Stance, TakenIds, TextRange, WikidataId, sort,
};
use serde_json::Value;
use text::code_points::CodePointIndex;
use text::fold::fold;
use text::quotation_marks::quoted;

/// The maximum number of characters in a name; longer annotated names are cut.
const LONGEST_NAME: usize = 300;

/// The number of context characters that identify a passage.
const CONTEXT: usize = 32;

/// The imported annotations, and those that the article had before.
pub(super) struct Import<'t> {
    pub(super) diagnostics: Diagnostics,
    text: &'t str,
    anchors: Anchors<'t>,
    quoted: Vec<TextRange>,
    entities: Vec<Entity>,
    /// Entities by their keys: an id, a Wikidata item, or kind and name.
    known: HashMap<String, EntityId>,
    entity_ids: TakenIds,
    claim_ids: TakenIds,
    mentions: Vec<Mention>,
    mentioned: HashSet<(EntityId, TextRange)>,
    /// The positions of the mentions by where they start.
    starts: BTreeMap<u32, Vec<usize>>,
    /// The length of the longest mention.
    longest: u32,
    claims: Vec<Claim>,
    /// The position of the first claim with the same words and speaker.
    claimed: HashMap<String, usize>,
    /// The ranges to which words were moved that are not in the text any more.
    moved: HashMap<TextRange, Moved>,
}

/// An entity that has no id yet.
#[derive(Clone, Debug)]
pub(super) struct Named<'n> {
    pub(super) id: Option<&'n str>,
    pub(super) kind: EntityKind,
    pub(super) name: &'n str,
    pub(super) aliases: Vec<String>,
    pub(super) wikidata: Option<WikidataId>,
}

/// A claim that has no id yet.
#[derive(Debug)]
pub(super) struct Claimed {
    pub(super) id: Option<String>,
    pub(super) speaker: Speaker,
    pub(super) cue: Option<TextRange>,
    pub(super) content: Vec<TextRange>,
    pub(super) form: Option<Form>,
    pub(super) stance: Option<Stance>,
    pub(super) about: Vec<EntityId>,
    pub(super) provenance: Provenance,
}

impl<'t> Import<'t> {
    /// Starts an import into this article; `file` is named in diagnostics.
    pub(super) fn into(article: &'t Article, file: &str) -> Self {
        let mut import = Self {
            diagnostics: Diagnostics::of(file),
            text: &article.text,
            anchors: Anchors::of(&article.text),
            quoted: quoted(&article.text),
            entities: Vec::new(),
            known: HashMap::new(),
            entity_ids: TakenIds::default(),
            claim_ids: TakenIds::default(),
            mentions: Vec::new(),
            mentioned: HashSet::new(),
            starts: BTreeMap::new(),
            longest: 0,
            claims: article.claims.clone(),
            claimed: HashMap::new(),
            moved: HashMap::new(),
        };
        for mention in &article.mentions {
            let key = (mention.entity.clone(), mention.range);
            import.mentioned.insert(key);
            import.keep(mention.clone());
        }
        for (number, claim) in article.claims.iter().enumerate() {
            let key = key_of_claim(&claim.content, &claim.speaker);
            import.claimed.entry(key).or_insert(number);
        }
        for entity in &article.entities {
            import.entity_ids.take(entity.id.as_str());
            import.know(entity);
            import.entities.push(entity.clone());
        }
        for claim in &article.claims {
            import.claim_ids.take(claim.id.as_str());
        }
        import
    }

    /// The annotations of the article after the import.
    pub(super) fn finish(self) -> (Marks, Vec<Diagnostic>) {
        let Self {
            diagnostics,
            entities,
            mut mentions,
            claims,
            ..
        } = self;
        sort(&mut mentions, |a, b| {
            a.range
                .start
                .cmp(&b.range.start)
                .then(b.range.end.cmp(&a.range.end))
        });
        (
            Marks {
                entities,
                mentions,
                claims,
            },
            diagnostics.into_list(),
        )
    }

    /// The words in a range of the article.
    pub(super) fn words(&self, range: TextRange) -> &'t str {
        range.of(self.text)
    }

    /// The range that a selector identifies. Adds a diagnostic if it is uncertain.
    pub(super) fn place(&mut self, selector: &Selector, field: &str) -> Option<TextRange> {
        let words = selector.quote.exact.as_str();
        match self.anchors.place(selector) {
            Anchored::At(range) => Some(range),
            Anchored::Alike(range) => {
                let found = range.of(self.text).to_owned();
                let problem = Problem::SpelledOtherwise { found };
                self.diagnostics.report(field, problem, words);
                Some(range)
            }
            Anchored::Among(range, count) => {
                let problem = Problem::Ambiguous { count };
                self.diagnostics.report(field, problem, words);
                Some(range)
            }
            Anchored::Similar(passage) => {
                let found = passage.range.of(self.text).to_owned();
                self.diagnostics
                    .report(field, Problem::Moved { found }, words);
                let words = words.to_owned();
                let score = passage.score;
                self.moved.insert(passage.range, Moved { words, score });
                Some(passage.range)
            }
            Anchored::Nowhere => {
                self.diagnostics.report(field, Problem::NotInText, words);
                None
            }
        }
    }

    /// The origin of an annotation: if some of its ranges are those of similar passages, it is to be
    /// checked.
    fn origin(&self, ranges: &[TextRange], provenance: Provenance) -> Provenance {
        let moved = ranges.iter().filter_map(|range| self.moved.get(range));
        let moved: Vec<Moved> = moved.cloned().collect();
        Moved::origin(&moved).unwrap_or(provenance)
    }

    /// The matching entity; a new one if there is none.
    pub(super) fn entity(&mut self, named: Named<'_>) -> EntityId {
        let end = named.name.char_indices().nth(LONGEST_NAME);
        let name = end.and_then(|(end, _)| named.name.get(..end));
        let named = Named {
            name: name.unwrap_or(named.name),
            ..named
        };
        let found = match (named.id, &named.wikidata) {
            (Some(id), _) => self.known.get(&format!("i{id}")),
            (None, Some(item)) => self.known.get(&format!("w{item}")),
            (None, None) => self.known.get(&key_of_name(named.kind, named.name)),
        };
        if let Some(id) = found {
            return id.clone();
        }
        let wanted = named.id.map_or_else(|| slug(named.name), str::to_owned);
        let entity = Entity {
            id: EntityId::new(&self.entity_ids.take(&wanted)),
            kind: named.kind,
            name: named.name.to_owned(),
            aliases: named.aliases,
            wikidata: named.wikidata,
        };
        self.know(&entity);
        let id = entity.id.clone();
        self.entities.push(entity);
        id
    }

    fn know(&mut self, entity: &Entity) {
        let mut know = |key: String| {
            self.known.entry(key).or_insert_with(|| entity.id.clone());
        };
        know(format!("i{}", entity.id));
        know(key_of_name(entity.kind, &entity.name));
        if let Some(item) = &entity.wikidata {
            know(format!("w{item}"));
        }
    }

    /// The entity with an id that was read before.
    pub(super) fn entity_of_id(&self, id: &str) -> Option<EntityId> {
        self.known.get(&format!("i{id}")).cloned()
    }

    /// The entity with the longest name in a range, if any.
    pub(super) fn entity_at(&self, range: TextRange) -> Option<EntityId> {
        let near = range.start.saturating_sub(self.longest)..range.end;
        let near = self.starts.range(near).flat_map(|(_, numbers)| numbers);
        let mentions = near
            .filter_map(|number| self.mentions.get(*number))
            .filter(|mention| mention.range.overlaps(range));
        let inside = mentions
            .filter(|mention| range.contains(mention.range) || mention.range.contains(range));
        let longest = inside.max_by_key(|mention| mention.range.len());
        longest.map(|mention| mention.entity.clone())
    }

    fn keep(&mut self, mention: Mention) {
        let places = self.starts.entry(mention.range.start).or_default();
        places.push(self.mentions.len());
        self.longest = self.longest.max(mention.range.len());
        self.mentions.push(mention);
    }

    /// Adds a mention, unless it already exists.
    pub(super) fn mention(&mut self, entity: EntityId, range: TextRange, provenance: Provenance) {
        let mention = Mention {
            entity,
            range,
            provenance: self.origin(&[range], provenance),
        };
        if self.mentioned.insert((mention.entity.clone(), range)) {
            self.keep(mention);
        }
    }

    /// Adds a claim, unless it already exists.
    pub(super) fn claim(&mut self, claimed: Claimed) {
        let mut content = claimed.content;
        sort(&mut content, TextRange::cmp);
        content.dedup();
        let wanted = claimed
            .id
            .unwrap_or_else(|| format!("c{}", self.claims.len() + 1));
        let number = self.claims.len();
        match self.claimed.entry(key_of_claim(&content, &claimed.speaker)) {
            Entry::Occupied(first) => {
                let first = self.claims.get(*first.get());
                if first.is_some_and(|claim| claim.id.as_str() == wanted) {
                    return;
                }
            }
            Entry::Vacant(place) => {
                place.insert(number);
            }
        }
        let id = self.claim_ids.take(&wanted);
        let form = claimed
            .form
            .unwrap_or_else(|| form_of(&content, &self.quoted));
        let mut ranges = content.clone();
        ranges.extend(claimed.cue);
        if let Speaker::Words(range) = claimed.speaker {
            ranges.push(range);
        }
        let provenance = self.origin(&ranges, claimed.provenance);
        self.claims.push(Claim {
            id: ClaimId::new(&id),
            speaker: claimed.speaker,
            cue: claimed.cue,
            content,
            form,
            stance: claimed.stance.unwrap_or(Stance::States),
            about: claimed.about,
            provenance,
            checked_by: None,
        });
    }
}

/// What claims with the same words and speaker have in common.
fn key_of_claim(content: &[TextRange], speaker: &Speaker) -> String {
    format!("{content:?} {speaker:?}")
}

/// The annotations of an article.
pub(super) struct Marks {
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    claims: Vec<Claim>,
}

impl Marks {
    /// Replaces the annotations of the article.
    pub(super) fn put(self, article: &mut Article) {
        article.entities = self.entities;
        article.mentions = self.mentions;
        article.claims = self.claims;
    }
}

/// The text that offsets refer to.
pub(super) struct TheirText<'t> {
    text: &'t str,
    index: CodePointIndex<'t>,
}

impl<'t> TheirText<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            index: CodePointIndex::of(text),
        }
    }

    /// A selector from offsets and, if given, words. If the text at the offsets differs,
    /// the words count and the context is ignored.
    pub(super) fn selector(&self, position: CodePointRange, words: Option<&str>) -> Selector {
        let range = self.index.to_bytes(position);
        let there = range.of(self.text);
        let same = words.is_none_or(|words| even(words) == even(there));
        let (prefix, suffix) = if same {
            around(self.text, range, CONTEXT)
        } else {
            ("", "")
        };
        Selector {
            quote: Quote {
                exact: if same {
                    there.to_owned()
                } else {
                    words.unwrap_or_default().to_owned()
                },
                prefix: prefix.to_owned(),
                suffix: suffix.to_owned(),
            },
            position: Some(position),
        }
    }

    /// The text at the offsets.
    pub(super) fn words(&self, position: CodePointRange) -> &'t str {
        self.index.to_bytes(position).of(self.text)
    }
}

fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The offsets from two fields of an object.
pub(super) fn offsets(json: &Value) -> Option<CodePointRange> {
    let number = |key: &str| {
        let number = json.get(key)?.as_f64()?;
        (number >= 0.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
    };
    let (start, end) = (number("start")?, number("end")?);
    (start < end).then_some(CodePointRange { start, end })
}

/// The origin of an annotation: automatic if it has a confidence, otherwise an editor.
pub(super) fn provenance(confidence: Option<f64>) -> Provenance {
    let confidence = confidence.filter(|confidence| (0.0..=1.0).contains(confidence));
    confidence.map_or(Provenance::Curated, |confidence| Provenance::Found {
        rule: "".into(),
        confidence: confidence as f32,
    })
}

fn key_of_name(kind: EntityKind, name: &str) -> String {
    format!("n{} {}", kind.as_str(), fold(name))
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in fold(name).chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() {
        "entity".to_owned()
    } else {
        slug.to_owned()
    }
}
