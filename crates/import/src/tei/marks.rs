//! The names and the speech that the editors of a TEI file marked, as annotations.

use std::collections::{HashMap, HashSet};

use model::{
    Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Mention, Provenance, Speaker,
    Stance, TakenIds, TextRange, WikidataId, sort,
};
use text::fold::{fold, slug};
use text::places::Places;

use super::body::{Span, is_name, is_speech};
use crate::diagnostic::{AnnotationProblem, DataProblem, Diagnostics};
use crate::mentions;
use crate::xml::Xml;

/// The marks that begin and end a quotation, which are not among the words of a claim.
const OPENING: &[char] = &['“', '„', '"', '«', '»', '‹', '「', '『', '‟'];
const CLOSING: &[char] = &['”', '“', '"', '»', '«', '›', '」', '』'];

/// The number of nodes before the name of a speaker within which the speech begins.
const NEAR: usize = 40;

/// The number of bytes of text that are searched for names which nothing marks. Each name takes a search
/// of the whole text.
const MOST_SEARCHED: usize = 20_000_000;

/// Puts the marks at these places into the article.
pub(super) fn mark(
    article: &mut Article,
    xml: &Xml,
    root: usize,
    spans: &[Span],
    diagnostics: &mut Diagnostics,
) {
    let mut marks = Marks {
        xml,
        listed: Listed::of(xml, root),
        entities: Vec::new(),
        known: HashMap::new(),
        ids: TakenIds::default(),
        mentions: Vec::new(),
        claims: Vec::new(),
        searched: 0,
        parts: HashMap::new(),
    };
    let mut places: HashMap<usize, Vec<TextRange>> = HashMap::new();
    let mut nodes = Vec::new();
    for span in spans {
        let range = trimmed(&article.text, span.range);
        if range.is_empty() {
            continue;
        }
        let ranges = places.entry(span.node).or_default();
        if ranges.is_empty() {
            nodes.push(span.node);
        }
        ranges.push(range);
    }
    nodes.sort_unstable();
    for node in &nodes {
        if is_name(xml.name(*node)) {
            let ranges = places.get(node).map(Vec::as_slice).unwrap_or_default();
            marks.name(*node, ranges, &article.text);
        }
    }
    for node in &nodes {
        if is_speech(xml, *node) {
            let ranges = places.remove(node).unwrap_or_default();
            marks.speech(*node, ranges, &article.text, diagnostics);
        }
    }
    marks.put(article);
}

/// A range without white space at its ends.
fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text);
    let start = words.len() - words.trim_start().len();
    let end = words.trim_end().len().max(start);
    let at = range.start as usize;
    TextRange::new(at + start, at + end)
}

/// The people, places and organisations that a file lists, by their ids.
struct Listed {
    by_id: HashMap<String, (EntityKind, String, Option<WikidataId>)>,
}

impl Listed {
    fn of(xml: &Xml, root: usize) -> Self {
        const NAMES: [&str; 7] = [
            "persName",
            "placeName",
            "orgName",
            "eventName",
            "label",
            "name",
            "head",
        ];
        let mut by_id = HashMap::new();
        // What the header of a corpus lists stands before its texts.
        let nodes = 0..xml.end(root);
        for node in nodes {
            let kind = match xml.name(node) {
                "person" | "personGrp" => EntityKind::Person,
                "place" => EntityKind::Place,
                "org" => EntityKind::Organisation,
                "event" => EntityKind::Event,
                _ => continue,
            };
            let Some(id) = xml.attribute(node, "id") else {
                continue;
            };
            let within = node + 1..xml.end(node);
            let mut named = within.clone().filter(|it| NAMES.contains(&xml.name(*it)));
            let name = named.next().map(|name| xml.words(name));
            let Some(name) = name.filter(|name| !name.is_empty()) else {
                continue;
            };
            let wikidata = std::iter::once(node).chain(within).find_map(|it| {
                let address = match xml.name(it) {
                    "idno" => xml.words(it),
                    _ => ["sameAs", "ref", "corresp"]
                        .iter()
                        .find_map(|name| xml.attribute(it, name))?
                        .to_owned(),
                };
                wikidata_of(&address)
            });
            by_id.insert(id.to_owned(), (kind, name, wikidata));
        }
        Self { by_id }
    }
}

/// The Wikidata item that an address leads to.
fn wikidata_of(address: &str) -> Option<WikidataId> {
    let item = address.split_once("wikidata.org/")?.1;
    WikidataId::parse(item.rsplit('/').next()?)
}

/// The kind of what an element names.
fn kind_of(xml: &Xml, node: usize) -> EntityKind {
    match xml.name(node) {
        "persName" | "speaker" => EntityKind::Person,
        "placeName" | "geogName" | "country" | "settlement" | "region" => EntityKind::Place,
        "orgName" => EntityKind::Organisation,
        "eventName" => EntityKind::Event,
        _ => match xml
            .attribute(node, "type")
            .unwrap_or_default()
            .to_lowercase()
            .as_str()
        {
            "person" | "pers" | "per" | "people" | "character" => EntityKind::Person,
            "place" | "loc" | "location" | "city" | "country" | "gpe" => EntityKind::Place,
            "org" | "organisation" | "organization" | "company" => EntityKind::Organisation,
            "event" => EntityKind::Event,
            "law" => EntityKind::Law,
            "date" => EntityKind::Date,
            "money" => EntityKind::Money,
            "nationality" | "norp" => EntityKind::Nationality,
            _ => EntityKind::Other,
        },
    }
}

/// An entity, and the words that name it.
struct Named {
    entity: Entity,
    /// Whether the file says the name in a list.
    is_listed: bool,
    names: Vec<String>,
    /// Words that refer to it and are no name.
    references: Vec<String>,
}

struct Marks<'x> {
    xml: &'x Xml,
    listed: Listed,
    entities: Vec<Named>,
    /// Entities by pointers, ids, and kinds with names.
    known: HashMap<String, usize>,
    ids: TakenIds,
    mentions: Vec<Mention>,
    claims: Vec<Claim>,
    /// The number of bytes that were searched for names.
    searched: usize,
    /// The claims by the ids of their parts, and of the parts that follow.
    parts: HashMap<String, usize>,
}

impl Marks<'_> {
    fn put(self, article: &mut Article) {
        let mut entities = Vec::new();
        for named in self.entities {
            let mut entity = named.entity;
            let mut names = named.names;
            if names.is_empty() && !named.is_listed {
                names = named.references;
            }
            if !named.is_listed {
                let longest = names.iter().max_by_key(|name| name.chars().count());
                entity.name = longest.cloned().unwrap_or_default();
            }
            let mut seen = HashSet::from([fold(&entity.name)]);
            names.retain(|name| seen.insert(fold(name)));
            entity.aliases = names;
            entities.push(entity);
        }
        let mut mentions = self.mentions;
        sort(&mut mentions, |a, b| {
            let (a, b) = (a.range, b.range);
            a.start.cmp(&b.start).then(b.end.cmp(&a.end))
        });
        mentions.dedup_by(|later, earlier| {
            later.range == earlier.range && later.entity == earlier.entity
        });
        article.entities = entities;
        article.mentions = mentions;
        article.claims = self.claims;
    }

    /// Reads a marked name.
    fn name(&mut self, node: usize, ranges: &[TextRange], text: &str) {
        let xml = self.xml;
        let words = ranges.first().map(|range| {
            let words = range.of(text).split_whitespace();
            words.collect::<Vec<_>>().join(" ")
        });
        let Some(words) = words else {
            return;
        };
        let is_speaker = xml.name(node) == "speaker";
        let words = match is_speaker {
            true => words.trim_end_matches(['.', ':']).to_owned(),
            false => words,
        };
        let around = || {
            let before = (node.saturating_sub(NEAR)..node).rev();
            before.into_iter().find(|it| xml.name(*it) == "sp")
        };
        let holder = match is_speaker {
            true => around().unwrap_or(node),
            false => node,
        };
        let pointers = match is_speaker {
            true => ["who"].as_slice(),
            false => ["ref", "key", "corresp"].as_slice(),
        };
        let pointer = pointers
            .iter()
            .find_map(|name| xml.attribute(holder, name))
            .and_then(|pointers| pointers.split_whitespace().next());
        let number = self.entity(node, pointer, &words);
        let Some(named) = self.entities.get_mut(number) else {
            return;
        };
        let list = match xml.name(node) {
            "rs" => &mut named.references,
            _ => &mut named.names,
        };
        list.push(words.clone());
        let id = named.entity.id.clone();
        self.mentions.extend(ranges.iter().map(|range| {
            let end = match is_speaker {
                true => range.start + words.len() as u32,
                false => range.end,
            };
            Mention {
                entity: id.clone(),
                range: TextRange {
                    start: range.start,
                    end: end.min(range.end),
                },
                provenance: Provenance::Curated,
            }
        }));
    }

    /// The entity that an element names, which is new if nothing has named it before.
    fn entity(&mut self, node: usize, pointer: Option<&str>, words: &str) -> usize {
        let kind = kind_of(self.xml, node);
        let own = self.xml.attribute(node, "id");
        let by_name = format!("n{} {}", kind.as_str(), fold(words));
        let keys: Vec<String> = match pointer {
            Some(pointer) => vec![key_of(pointer)],
            None => own
                .map(|id| format!("i{id}"))
                .into_iter()
                .chain([by_name.clone()])
                .collect(),
        };
        let known = keys.iter().find_map(|key| self.known.get(key).copied());
        let number = known
            .or_else(|| self.listed_entity(pointer?.trim_start_matches('#')))
            .unwrap_or_else(|| {
                let wanted = pointer.and_then(|it| it.strip_prefix('#')).or(own);
                let wikidata = pointer.and_then(wikidata_of);
                self.add(wanted, kind, words, wikidata)
            });
        for key in keys {
            self.known.entry(key).or_insert(number);
        }
        if let Some(id) = own {
            self.known.entry(format!("i{id}")).or_insert(number);
        }
        if self.xml.name(node) != "rs" {
            self.known.entry(by_name).or_insert(number);
        }
        number
    }

    /// The entity with an id that the file lists.
    fn listed_entity(&mut self, id: &str) -> Option<usize> {
        if let Some(number) = self.known.get(&format!("i{id}")) {
            return Some(*number);
        }
        let (kind, name, wikidata) = self.listed.by_id.get(id)?.clone();
        let number = self.add(Some(id), kind, &name, wikidata);
        if let Some(named) = self.entities.get_mut(number) {
            named.is_listed = true;
        }
        self.known.insert(format!("i{id}"), number);
        let by_name = format!("n{} {}", kind.as_str(), fold(&name));
        self.known.entry(by_name).or_insert(number);
        Some(number)
    }

    fn add(
        &mut self,
        wanted: Option<&str>,
        kind: EntityKind,
        name: &str,
        wikidata: Option<WikidataId>,
    ) -> usize {
        let wanted = wanted.map_or_else(|| slug(name), str::to_owned);
        let wanted = if wanted.is_empty() { "entity" } else { &wanted };
        self.entities.push(Named {
            entity: Entity {
                id: EntityId::new(&self.ids.take(wanted)),
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                wikidata,
            },
            is_listed: false,
            names: Vec::new(),
            references: Vec::new(),
        });
        self.entities.len() - 1
    }

    /// Reads marked speech as a claim, or as more words of an earlier one.
    fn speech(
        &mut self,
        node: usize,
        ranges: Vec<TextRange>,
        text: &str,
        diagnostics: &mut Diagnostics,
    ) {
        let xml = self.xml;
        let mut content = joined(ranges, text);
        if let Some(first) = content.first_mut() {
            *first = without_marks(*first, text);
        }
        if content.len() > 1
            && let Some(last) = content.last_mut()
        {
            *last = without_marks(*last, text);
        }
        content.retain(|range| !range.is_empty());
        if content.is_empty() {
            return;
        }
        let target = |name: &str| {
            let target = xml.attribute(node, name)?;
            target.strip_prefix('#')
        };
        let id = xml.attribute(node, "id");
        let after = target("prev").and_then(|prev| self.parts.get(&format!("i{prev}")));
        let after = after.or_else(|| self.parts.get(&format!("n{}", id?)));
        let number = after.copied().unwrap_or(self.claims.len());
        if let Some(id) = id {
            self.parts.insert(format!("i{id}"), number);
        }
        if let Some(next) = target("next") {
            self.parts.insert(format!("n{next}"), number);
        }
        if let Some(claim) = self.claims.get_mut(number) {
            claim.content.append(&mut content);
            sort(&mut claim.content, TextRange::cmp);
            return;
        }
        let speaker = self.speaker(node, text, diagnostics);
        let form = match xml.attribute(node, "direct") {
            Some("false" | "0") => Form::Indirect,
            _ => Form::Direct,
        };
        let claim = Claim {
            id: ClaimId::new(&format!("c{}", self.claims.len() + 1)),
            speaker,
            cue: None,
            content,
            form,
            stance: Stance::States,
            about: Vec::new(),
            provenance: Provenance::Curated,
            checked_by: None,
        };
        self.claims.push(claim);
    }

    fn speaker(&mut self, node: usize, text: &str, diagnostics: &mut Diagnostics) -> Speaker {
        let xml = self.xml;
        let who = xml.attribute(node, "who").filter(|who| !who.is_empty());
        let of = |marks: &Self, number: usize| {
            let named = marks.entities.get(number);
            named.map_or(Speaker::Unnamed, |it| Speaker::Entity(it.entity.id.clone()))
        };
        let Some(who) = who else {
            let speaker = xml.named(node, "speaker").next();
            let words = speaker.map(|speaker| xml.words(speaker));
            let key = words.map(|words| {
                let words = words.trim_end_matches(['.', ':']);
                format!("n{} {}", EntityKind::Person.as_str(), fold(words))
            });
            let number = key.and_then(|key| self.known.get(&key).copied());
            return number.map_or(Speaker::Unnamed, |number| of(self, number));
        };
        let first = who.split_whitespace().next().unwrap_or(who);
        let known = self.known.get(&key_of(first)).copied();
        if let Some(number) = known {
            return of(self, number);
        }
        if let Some(number) = self.listed_entity(first.trim_start_matches('#')) {
            self.mention_by_name(number, text);
            return of(self, number);
        }
        // Some files give a name in the place of a pointer.
        if !who.contains(['#', '/']) {
            let key = format!("n{} {}", EntityKind::Person.as_str(), fold(who));
            let known = self.known.get(&key).copied();
            let number = known.unwrap_or_else(|| {
                let number = self.add(None, EntityKind::Person, who, None);
                if let Some(named) = self.entities.get_mut(number) {
                    named.is_listed = true;
                }
                self.known.insert(key, number);
                self.mention_by_name(number, text);
                number
            });
            return of(self, number);
        }
        let problem = DataProblem::from(AnnotationProblem::UnknownEntity);
        diagnostics.report(xml.name(node), problem, who);
        Speaker::Unnamed
    }

    /// Finds the mentions of an entity that no element names.
    fn mention_by_name(&mut self, number: usize, text: &str) {
        let Some(named) = self.entities.get(number) else {
            return;
        };
        self.searched += text.len();
        if self.searched > MOST_SEARCHED {
            return;
        }
        let found = mentions::by_name(&mut Places::of(text), [&named.entity]);
        let entity = &named.entity.id;
        self.mentions
            .extend(found.into_iter().map(|(_, range)| Mention {
                entity: entity.clone(),
                range,
                provenance: Provenance::Curated,
            }));
    }
}

/// The key of an entity that a pointer or a key names.
fn key_of(pointer: &str) -> String {
    match pointer.strip_prefix('#') {
        Some(id) => format!("i{id}"),
        None if pointer.contains(':') => format!("u{pointer}"),
        None => format!("i{pointer}"),
    }
}

/// Ranges in order, of which those with only white space between them in the same block are one.
fn joined(mut ranges: Vec<TextRange>, text: &str) -> Vec<TextRange> {
    sort(&mut ranges, TextRange::cmp);
    let mut out: Vec<TextRange> = Vec::new();
    for range in ranges {
        let between = out.last().map(|last| TextRange {
            start: last.end,
            end: range.start.max(last.end),
        });
        let between = between.map(|between| between.of(text));
        let is_one = between.is_some_and(|it| it.trim().is_empty() && !it.contains("\n\n"));
        match out.last_mut() {
            Some(last) if is_one => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

/// A range without the quotation marks around its words.
fn without_marks(range: TextRange, text: &str) -> TextRange {
    let words = range.of(text);
    let opened = words.strip_prefix(OPENING).unwrap_or(words);
    let start = range.start as usize + (words.len() - opened.len());
    let closed = opened.strip_suffix(CLOSING).unwrap_or(opened);
    trimmed(text, TextRange::new(start, start + closed.len()))
}
