//! New ids that a person can read.

use model::{Article, ClaimId, EntityId, EntityKind, TakenIds};
use text::fold::slug;

/// How many characters of a name its id is made of.
const LONGEST: usize = 80;

/// An unused id for a new entity, made of its name.
#[must_use]
pub fn new_entity_id(article: &Article, name: &str, kind: EntityKind) -> EntityId {
    let mut taken = TakenIds::default();
    for entity in &article.entities {
        taken.take(entity.id.as_str());
    }
    entity_id(&mut taken, name, kind)
}

/// Reserves an id for a new entity, made of its name.
pub(crate) fn entity_id(taken: &mut TakenIds, name: &str, kind: EntityKind) -> EntityId {
    let name: String = name.chars().take(LONGEST).collect();
    let slug = slug(&name);
    let wanted = if slug.is_empty() {
        kind.as_str()
    } else {
        &slug
    };
    EntityId::new(&taken.take(wanted))
}

/// An unused id for a new claim: “c” and the number after the highest one in use.
#[must_use]
pub fn new_claim_id(article: &Article) -> ClaimId {
    ClaimId::new(&format!("c{}", next_claim_number(article)))
}

/// The number after the highest one in an id of the form “c12”.
pub(crate) fn next_claim_number(article: &Article) -> u64 {
    let ids = article.claims.iter().map(|claim| claim.id.as_str());
    let numbers = ids.filter_map(|id| id.strip_prefix('c')?.parse::<u32>().ok());
    numbers.max().map_or(1, |highest| u64::from(highest) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, claim, entity};

    #[test]
    fn new_ids_are_readable_and_unused() {
        let mut article = article();
        for (name, id) in [
            ("Bo Ek", "bo-ek"),
            ("Ann", "ann-2"),
            ("Čapek, K.", "capek-k"),
            ("欧盟", "欧盟"),
            ("—", "person"),
        ] {
            let new = new_entity_id(&article, name, EntityKind::Person);
            assert_eq!(new.as_str(), id);
            article
                .entities
                .push(entity(id, EntityKind::Person, name, &[]));
        }
        assert_eq!(new_claim_id(&article).as_str(), "c3");
        article.claims.push(claim("c41", &article, "No"));
        article.claims.push(claim("cue", &article, "No"));
        assert_eq!(new_claim_id(&article).as_str(), "c42");
        article.claims.push(claim("c4294967295", &article, "No"));
        assert_eq!(new_claim_id(&article).as_str(), "c4294967296");
        article.claims.push(claim("c4294967296", &article, "No"));
        assert_eq!(new_claim_id(&article).as_str(), "c4294967296");
        article.claims.clear();
        assert_eq!(new_claim_id(&article).as_str(), "c1");
    }
}
