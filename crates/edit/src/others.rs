//! Somebody else’s annotations of the same text, as suggestions.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use model::{
    Article, Claim, ClaimId, Entity, EntityId, Mention, Provenance, Speaker, TakenIds, TextRange,
};
use text::fold::fold;

use crate::ids::{entity_id, next_claim_number};
use crate::{ArticleFault, Edit, MentionKey, check};

/// The confidence of a suggestion that somebody else wrote themselves. Detected annotations keep
/// theirs.
const CONFIDENCE: f32 = 0.75;

/// Somebody else’s annotations, compared with those of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Others {
    /// Adds what differs as suggestions; `None` if nothing does.
    pub edit: Option<Edit>,
    /// The number of claims that it adds.
    pub claims: usize,
    /// The number of mentions that it adds.
    pub mentions: usize,
    /// The number of claims and mentions that both have.
    pub same: usize,
}

/// Why somebody else’s annotations cannot be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::EnumCount))]
pub enum OthersProblem {
    /// They belong to another text.
    OtherText,
    /// They contradict themselves.
    Article(ArticleFault),
}

impl std::error::Error for OthersProblem {}

/// Compares the annotations of another article over the same text. What differs becomes a
/// suggestion, with `source` as its rule, such as "from Ann’s file"; nothing is changed or
/// removed.
///
/// # Errors
///
/// If the other article has another text or is not [valid](check).
pub fn from_others(
    article: &Article,
    other: &Article,
    source: &str,
) -> Result<Others, OthersProblem> {
    if article.text != other.text {
        return Err(OthersProblem::OtherText);
    }
    check(other).map_err(OthersProblem::Article)?;
    let mut merge = Merge {
        rule: Rc::from(source),
        ids: HashMap::new(),
        edits: Vec::new(),
    };
    merge.entities(article, other);
    let mut same = 0;
    let mut own: HashSet<MentionKey> = article.mentions.iter().map(MentionKey::of).collect();
    let before = merge.edits.len();
    for mention in &other.mentions {
        let mention = merge.mention(mention);
        // Two names of the other may be one here.
        if own.insert(MentionKey::of(&mention)) {
            merge.edits.push(Edit::AddMention(mention));
        } else {
            same += 1;
        }
    }
    let mentions = merge.edits.len() - before;
    let mut number = next_claim_number(article);
    let own: HashMap<&[TextRange], Vec<&Claim>> =
        article
            .claims
            .iter()
            .fold(HashMap::new(), |mut own, claim| {
                own.entry(claim.content.as_slice()).or_default().push(claim);
                own
            });
    for claim in &other.claims {
        let mut claim = merge.claim(claim);
        let alike = own
            .get(claim.content.as_slice())
            .map_or(&[][..], Vec::as_slice);
        if alike.iter().any(|own| says_the_same(own, &claim)) {
            same += 1;
        } else {
            claim.id = ClaimId::new(&format!("c{number}"));
            number += 1;
            merge.edits.push(Edit::AddClaim(claim));
        }
    }
    let claims = merge.edits.len() - before - mentions;
    Ok(Others {
        edit: Edit::of(merge.edits),
        claims,
        mentions,
        same,
    })
}

/// Whether two claims agree in all but their ids and origins.
fn says_the_same(a: &Claim, b: &Claim) -> bool {
    let about = |claim: &Claim| claim.about.iter().cloned().collect::<HashSet<EntityId>>();
    a.content == b.content
        && a.speaker == b.speaker
        && a.cue == b.cue
        && a.form == b.form
        && a.stance == b.stance
        && about(a) == about(b)
}

struct Merge {
    rule: Rc<str>,
    /// The id in the article for each of the other’s.
    ids: HashMap<EntityId, EntityId>,
    edits: Vec<Edit>,
}

impl Merge {
    /// Finds each of the other’s entities by its names, or adds it.
    fn entities(&mut self, article: &Article, other: &Article) {
        let mut taken = TakenIds::default();
        let mut known: HashMap<String, EntityId> = HashMap::new();
        for entity in &article.entities {
            taken.take(entity.id.as_str());
        }
        // A canonical name counts before an alias.
        let names = article
            .entities
            .iter()
            .map(|entity| (&entity.name, &entity.id));
        let aliases = article.entities.iter();
        let aliases = aliases.flat_map(|it| it.aliases.iter().map(move |alias| (alias, &it.id)));
        for (name, id) in names.chain(aliases) {
            known.entry(fold(name)).or_insert_with(|| id.clone());
        }
        for entity in &other.entities {
            let name = fold(&entity.name);
            let same = article.entity(&entity.id);
            let same = same.filter(|same| fold(&same.name) == name);
            let id = match same.map(|same| &same.id).or_else(|| known.get(&name)) {
                Some(id) => id.clone(),
                None => {
                    let id = entity_id(&mut taken, &entity.name, entity.kind);
                    self.edits.push(Edit::AddEntity(Entity {
                        id: id.clone(),
                        ..entity.clone()
                    }));
                    known.insert(name, id.clone());
                    id
                }
            };
            self.ids.insert(entity.id.clone(), id);
        }
    }

    fn id(&self, id: &EntityId) -> EntityId {
        self.ids.get(id).unwrap_or(id).clone()
    }

    fn mention(&self, mention: &Mention) -> Mention {
        Mention {
            entity: self.id(&mention.entity),
            range: mention.range,
            provenance: self.provenance(&mention.provenance),
        }
    }

    fn claim(&self, claim: &Claim) -> Claim {
        let mut about: Vec<EntityId> = Vec::with_capacity(claim.about.len());
        for id in &claim.about {
            let id = self.id(id);
            if !about.contains(&id) {
                about.push(id);
            }
        }
        Claim {
            speaker: match &claim.speaker {
                Speaker::Entity(id) => Speaker::Entity(self.id(id)),
                speaker => speaker.clone(),
            },
            about,
            provenance: self.provenance(&claim.provenance),
            checked_by: None,
            ..claim.clone()
        }
    }

    fn provenance(&self, provenance: &Provenance) -> Provenance {
        let confidence = match provenance {
            Provenance::Curated => CONFIDENCE,
            Provenance::Found { confidence, .. } => *confidence,
        };
        Provenance::Found {
            confidence,
            rule: Rc::clone(&self.rule),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, difference, edited, entity, mention};
    use crate::{ClaimChange, EntityChange, apply};
    use model::{EntityKind, Stance};

    fn added(others: &Others) -> Vec<String> {
        let mut merged = article();
        if let Some(edit) = &others.edit {
            apply(&mut merged, edit).unwrap();
        }
        assert_eq!(check(&merged), Ok(()));
        difference(&article(), &merged)
    }

    #[test]
    fn what_differs_becomes_a_suggestion_and_nothing_is_overwritten() {
        let bob = entity("guest", EntityKind::Person, "Bob", &[]);
        let ann = article().entities[0].id.clone();
        let stance = ClaimChange::Stance(Stance::Warns);
        let theirs = edited(&[
            Edit::AddEntity(bob),
            Edit::AddMention(mention(&article(), "guest", "Monday", Provenance::Curated)),
            Edit::ChangeClaim {
                claim: ClaimId::new("c2"),
                change: stance,
            },
            Edit::RemoveClaim(ClaimId::new("c1")),
            Edit::ChangeEntity {
                entity: ann,
                change: EntityChange::Kind(EntityKind::Other),
            },
        ]);
        let others = from_others(&article(), &theirs, "from Bo").unwrap();
        assert_eq!((others.mentions, others.claims, others.same), (1, 1, 3));
        assert_eq!(
            added(&others),
            [
                "+bob person Bob []",
                "+bob at Monday 0.75",
                "+c3 “A report” warns warns of rain [\"report\"] 0.75",
            ]
        );
        let Some(Edit::All(edits)) = others.edit else {
            panic!("several edits");
        };
        let rules = edits.iter().filter_map(|edit| match edit {
            Edit::AddMention(Mention { provenance, .. })
            | Edit::AddClaim(Claim { provenance, .. }) => Some(provenance),
            _ => None,
        });
        for provenance in rules {
            assert!(matches!(provenance, Provenance::Found { rule, .. } if &**rule == "from Bo"));
        }
    }

    #[test]
    fn names_are_compared_and_not_ids() {
        let mut theirs = article();
        for entity in &mut theirs.entities {
            entity.id = EntityId::new(&format!("their-{}", entity.id));
            entity.name = entity.name.to_uppercase();
        }
        for mention in &mut theirs.mentions {
            mention.entity = EntityId::new(&format!("their-{}", mention.entity));
        }
        for claim in &mut theirs.claims {
            claim.about = claim
                .about
                .iter()
                .map(|id| EntityId::new(&format!("their-{id}")))
                .collect();
            if let Speaker::Entity(id) = &mut claim.speaker {
                *id = EntityId::new(&format!("their-{id}"));
            }
        }
        let others = from_others(&article(), &theirs, "from Bo").unwrap();
        assert_eq!((others.edit, others.same), (None, 5));
    }

    #[test]
    fn annotations_of_another_text_are_refused() {
        let theirs = edited(&[Edit::RemoveBlock { block: 0 }]);
        let problem = from_others(&article(), &theirs, "from Bo");
        assert_eq!(problem, Err(OthersProblem::OtherText));
        let mut theirs = article();
        theirs.claims[0].content.clear();
        let problem = from_others(&article(), &theirs, "from Bo");
        assert_eq!(problem, Err(OthersProblem::Article(ArticleFault::Claims)));
    }
}
