//! What an editor’s edits say about names and claims in general, and what follows from it for
//! the suggestions that are left, in this article and in others.

use std::collections::{HashMap, HashSet};

use model::{Article, Claim, ClaimId, Entity, EntityId, EntityKind, Provenance, Speaker};
use serde::{Deserialize, Serialize};
use text::fold::fold;

use crate::{ClaimChange, Edit, EntityChange, Item, apply};

/// The confidence of a claim whose pattern an editor rejected elsewhere. It stays a suggestion,
/// and becomes one of the first to check.
const DOUBTED: f32 = 0.25;

/// Something an editor decided. Words are compared without regard to case and accents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// A name stands for this: for itself with this kind, or for something with another name.
    Name {
        /// The name.
        name: String,
        /// What it stands for.
        of: KnownName,
    },
    /// These words are not a name.
    NotAName {
        /// The words.
        name: String,
    },
    /// As a speaker, these words stand for this.
    Speaker {
        /// The words.
        words: String,
        /// What they stand for.
        of: KnownName,
    },
    /// These words are not a claim.
    NotAClaim {
        /// The words.
        words: String,
    },
    /// What a rule finds with this cue is a claim, or is not.
    Pattern {
        /// The rule.
        rule: String,
        /// The words of the cue; empty if there is none.
        cue: String,
        /// Whether it is a claim.
        is_claim: bool,
    },
}

/// A canonical name and its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownName {
    /// The name.
    pub name: String,
    /// The kind.
    pub kind: EntityKind,
}

impl KnownName {
    fn of(entity: &Entity) -> Self {
        Self {
            name: entity.name.clone(),
            kind: entity.kind,
        }
    }
}

impl Decision {
    /// What an edit decides; the article is as it is before the edit.
    pub(crate) fn of(article: &Article, edit: &Edit) -> Vec<Self> {
        let parts = edit.parts();
        let mut learner = Learner {
            article,
            after: entities_after(article, &parts),
            decisions: Vec::new(),
        };
        for part in parts {
            learner.part(part);
        }
        learner.decisions
    }

    /// What the decision is about; a later one about the same replaces it.
    fn subject(&self) -> Subject {
        match self {
            Self::Name { name, .. } | Self::NotAName { name } => Subject::Name(fold(name)),
            Self::Speaker { words, .. } => Subject::Speaker(fold(words)),
            Self::NotAClaim { words } => Subject::Claim(fold(words)),
            Self::Pattern { rule, cue, .. } => Subject::Pattern(rule.clone(), fold(cue)),
        }
    }
}

/// What a decision is about, in folded words.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Subject {
    Name(String),
    Speaker(String),
    Claim(String),
    Pattern(String, String),
}

impl Subject {
    /// Everything in an article that a decision can change.
    fn all_of(article: &Article) -> HashSet<Self> {
        let names = detected_entities(article).map(|entity| Self::Name(fold(&entity.name)));
        let mut subjects: HashSet<Self> = names.collect();
        for claim in detected_claims(article) {
            subjects.insert(Self::Claim(fold(&article.words_of(claim))));
            if let Speaker::Words(words) = claim.speaker {
                subjects.insert(Self::Speaker(fold(article.words(words))));
            }
            if let Provenance::Found { rule, .. } = &claim.provenance {
                let cue = fold(cue_of(article, claim));
                subjects.insert(Self::Pattern(rule.to_string(), cue));
            }
        }
        subjects
    }
}

/// The entities that an edit adds or changes, as they are after it.
fn entities_after(article: &Article, parts: &[&Edit]) -> HashMap<EntityId, Entity> {
    let mut after: HashMap<EntityId, Entity> = HashMap::new();
    for part in parts {
        match part {
            Edit::AddEntity(entity) | Edit::SplitEntity { new: entity, .. } => {
                after.insert(entity.id.clone(), entity.clone());
            }
            Edit::ChangeEntity { entity, change } => {
                if !after.contains_key(entity)
                    && let Some(before) = article.entity(entity)
                {
                    after.insert(entity.clone(), before.clone());
                }
                match (after.get_mut(entity), change) {
                    (Some(entity), EntityChange::Name(name)) => entity.name.clone_from(name),
                    (Some(entity), EntityChange::Kind(kind)) => entity.kind = *kind,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    after
}

struct Learner<'a> {
    article: &'a Article,
    /// The entities that the edit adds or changes, with their new names and kinds.
    after: HashMap<EntityId, Entity>,
    decisions: Vec<Decision>,
}

impl Learner<'_> {
    fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.after.get(id).or_else(|| self.article.entity(id))
    }

    /// All names of an entity stand for something.
    fn names_are(&mut self, entity: &Entity, of: &KnownName) {
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        self.decisions.extend(names.map(|name| Decision::Name {
            name: name.clone(),
            of: of.clone(),
        }));
    }

    fn part(&mut self, part: &Edit) {
        match part {
            Edit::AddEntity(entity) | Edit::SplitEntity { new: entity, .. } => {
                self.names_are(entity, &KnownName::of(entity));
            }
            Edit::ChangeEntity { entity, change } => self.entity_change(entity, change),
            Edit::MergeEntities { from, into } => {
                let both = self.entity(from).zip(self.entity(into));
                if let Some((from, into)) = both.map(|(from, into)| (from.clone(), into)) {
                    let into = KnownName::of(into);
                    self.names_are(&from, &into);
                }
            }
            Edit::RemoveEntity { entity, .. } => self.not_a_name(entity),
            Edit::ChangeClaim {
                claim,
                change: ClaimChange::Speaker(Speaker::Entity(id)),
            } => {
                let old = self.article.claims.iter().find(|it| it.id == *claim);
                let words = old.and_then(|old| match old.speaker {
                    Speaker::Words(range) => Some(self.article.words(range).to_owned()),
                    Speaker::Entity(_) | Speaker::Unnamed => None,
                });
                let of = self.entity(id).map(KnownName::of);
                let decision = words.zip(of);
                let decision = decision.map(|(words, of)| Decision::Speaker { words, of });
                self.decisions.extend(decision);
            }
            Edit::RemoveClaim(id) => self.checked(&[Item::Claim(id.clone())], false),
            Edit::Reject(items) => self.checked(items, false),
            Edit::Keep(items) => self.checked(items, true),
            _ => {}
        }
    }

    fn entity_change(&mut self, id: &EntityId, change: &EntityChange) {
        let Some(of) = self.entity(id).map(KnownName::of) else {
            return;
        };
        let before = self.article.entity(id).or_else(|| self.after.get(id));
        let Some(before) = before.cloned() else {
            return;
        };
        let name = match change {
            EntityChange::Name(_) => before.name,
            EntityChange::Kind(_) => return self.names_are(&before, &of),
            EntityChange::AddAlias(alias) => alias.clone(),
            EntityChange::RemoveAlias(_) | EntityChange::Wikidata(_) => return,
        };
        self.decisions.push(Decision::Name { name, of });
    }

    fn not_a_name(&mut self, id: &EntityId) {
        let names = self
            .entity(id)
            .map(|it| (it.name.clone(), it.aliases.clone()));
        let names = names
            .into_iter()
            .flat_map(|(name, aliases)| std::iter::once(name).chain(aliases));
        let names = names.map(|name| Decision::NotAName { name });
        self.decisions.extend(names);
    }

    /// Annotations are right or wrong.
    fn checked(&mut self, items: &[Item], are_right: bool) {
        let claims = self.article.claims.iter();
        let claims: HashMap<&ClaimId, &Claim> = claims.map(|claim| (&claim.id, claim)).collect();
        for item in items {
            match item {
                Item::Claim(id) => {
                    if let Some(claim) = claims.get(id) {
                        self.checked_claim(claim, are_right);
                    }
                }
                Item::Name(id) if are_right => {
                    if let Some(entity) = self.entity(id).cloned() {
                        self.names_are(&entity, &KnownName::of(&entity));
                    }
                }
                Item::Name(id) => self.not_a_name(id),
                Item::Mention(_) => {}
            }
        }
    }

    fn checked_claim(&mut self, claim: &Claim, is_right: bool) {
        if !is_right {
            let words = self.article.words_of(claim);
            self.decisions.push(Decision::NotAClaim { words });
        }
        if let Provenance::Found { rule, .. } = &claim.provenance {
            self.decisions.push(Decision::Pattern {
                rule: rule.to_string(),
                cue: cue_of(self.article, claim).to_owned(),
                is_claim: is_right,
            });
        }
    }
}

fn cue_of<'a>(article: &'a Article, claim: &Claim) -> &'a str {
    claim.cue.map_or("", |cue| article.words(cue))
}

/// What follows from decisions for the suggestions of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequences {
    /// The edit that makes the changes.
    pub edit: Edit,
    /// The number of suggestions that it changes: claims, and names with all their places.
    pub count: usize,
}

/// What follows from decisions for the detected annotations of an article; `None` if nothing
/// does. Later decisions replace earlier ones about the same words. Curated annotations stay as
/// they are.
#[must_use]
pub fn consequences(article: &Article, decisions: &[Decision]) -> Option<Consequences> {
    let mut last: HashMap<Subject, &Decision> = HashMap::new();
    for decision in decisions {
        last.insert(decision.subject(), decision);
    }
    let mut subjects = Subject::all_of(article);
    let mut draft = article.clone();
    let mut edits = Vec::new();
    let mut changed: HashSet<Item> = HashSet::new();
    for decision in decisions {
        let subject = decision.subject();
        let is_last = last
            .get(&subject)
            .is_some_and(|last| std::ptr::eq(*last, decision));
        if !is_last || !subjects.contains(&subject) {
            continue;
        }
        for (item, edit) in follows(&draft, decision) {
            if apply(&mut draft, &edit).is_ok() {
                edits.push(edit);
                changed.insert(item);
            }
        }
        // Other decisions may be about the name that these words now stand for.
        if let Decision::Name { of, .. } = decision {
            subjects.insert(Subject::Name(fold(&of.name)));
        }
    }
    let count = changed.len();
    Edit::of(edits).map(|edit| Consequences { edit, count })
}

/// The edits that follow from one decision, each with the suggestion that it changes.
fn follows(article: &Article, decision: &Decision) -> Vec<(Item, Edit)> {
    match decision {
        Decision::Name { name, of } => name_stands_for(article, &fold(name), of),
        Decision::NotAName { name } => {
            let name = fold(name);
            let named = detected_entities(article).filter(|entity| fold(&entity.name) == name);
            let items = named.map(|entity| Item::Name(entity.id.clone()));
            items
                .map(|item| (item.clone(), Edit::Reject(vec![item])))
                .collect()
        }
        Decision::Speaker { words, of } => {
            let words = fold(words);
            let Some(entity) = entity_named(article, &of.name) else {
                return Vec::new();
            };
            let change = ClaimChange::Speaker(Speaker::Entity(entity.id.clone()));
            change_claims(
                article,
                &change,
                |claim| matches!(claim.speaker, Speaker::Words(it) if fold(article.words(it)) == words),
            )
        }
        Decision::NotAClaim { words } => {
            let words = fold(words);
            let claims = detected_claims(article);
            let same = claims.filter(|claim| fold(&article.words_of(claim)) == words);
            let items = same.map(|claim| Item::Claim(claim.id.clone()));
            items
                .map(|item| (item.clone(), Edit::Reject(vec![item])))
                .collect()
        }
        Decision::Pattern { is_claim: true, .. } => Vec::new(),
        Decision::Pattern { rule, cue, .. } => {
            let cue = fold(cue);
            change_claims(article, &ClaimChange::Confidence(DOUBTED), |claim| {
                let Provenance::Found {
                    confidence,
                    rule: own,
                } = &claim.provenance
                else {
                    return false;
                };
                **own == **rule && *confidence > DOUBTED && fold(cue_of(article, claim)) == cue
            })
        }
    }
}

/// The edits of each detected entity with a name that stands for something.
fn name_stands_for(article: &Article, name: &str, of: &KnownName) -> Vec<(Item, Edit)> {
    let is_itself = fold(&of.name) == name;
    let target = entity_named(article, &of.name);
    let mut edits = Vec::new();
    for entity in detected_entities(article).filter(|it| fold(&it.name) == name) {
        let id = &entity.id;
        let mut change = |change: EntityChange| {
            let entity = id.clone();
            edits.push((
                Item::Name(id.clone()),
                Edit::ChangeEntity { entity, change },
            ));
        };
        match target.filter(|target| target.id != *id) {
            Some(_) if is_itself => {}
            Some(target) => {
                let (from, into) = (id.clone(), target.id.clone());
                edits.push((Item::Name(id.clone()), Edit::MergeEntities { from, into }));
                continue;
            }
            None if is_itself => {}
            None => {
                change(EntityChange::Name(of.name.clone()));
                change(EntityChange::AddAlias(entity.name.clone()));
            }
        }
        if entity.kind != of.kind {
            change(EntityChange::Kind(of.kind));
        }
    }
    edits
}

/// The same change for each detected claim that it is meant for.
fn change_claims(
    article: &Article,
    change: &ClaimChange,
    is_meant: impl Fn(&Claim) -> bool,
) -> Vec<(Item, Edit)> {
    let claims = detected_claims(article).filter(|claim| is_meant(claim));
    let edit = |claim: &Claim| Edit::ChangeClaim {
        claim: claim.id.clone(),
        change: change.clone(),
    };
    claims
        .map(|claim| (Item::Claim(claim.id.clone()), edit(claim)))
        .collect()
}

fn entity_named<'a>(article: &'a Article, name: &str) -> Option<&'a Entity> {
    let name = fold(name);
    let mut entities = article.entities.iter();
    entities.find(|entity| fold(&entity.name) == name)
}

fn is_detected(provenance: &Provenance) -> bool {
    matches!(provenance, Provenance::Found { .. })
}

fn detected_claims(article: &Article) -> impl Iterator<Item = &Claim> {
    article
        .claims
        .iter()
        .filter(|claim| is_detected(&claim.provenance))
}

/// The entities that are mentioned, and only in places that were detected.
fn detected_entities(article: &Article) -> impl Iterator<Item = &Entity> {
    let mut detected: HashMap<&EntityId, bool> = HashMap::new();
    for mention in &article.mentions {
        *detected.entry(&mention.entity).or_insert(true) &= is_detected(&mention.provenance);
    }
    let entities = article.entities.iter();
    entities.filter(move |entity| detected.get(&entity.id) == Some(&true))
}

#[cfg(test)]
mod tests;
