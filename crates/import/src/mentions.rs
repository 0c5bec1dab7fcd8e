//! Finds mentions of entities: by default, every occurrence of a name or an alias.

use model::{Entity, EntityId, TextRange, sort};
use text::phrase::occurrences;

/// The places where the names and aliases of `entities` occur in `text` as whole words. Of
/// two that overlap, the longer counts ("European Commission" does not mention "European");
/// of two with the same length, the entity that comes first.
pub(super) fn by_name<'e>(
    text: &str,
    entities: impl IntoIterator<Item = &'e Entity>,
) -> Vec<(EntityId, TextRange)> {
    let mut candidates: Vec<(EntityId, TextRange)> = Vec::new();
    for entity in entities {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            let places = occurrences(text, name).into_iter();
            candidates.extend(places.map(|range| (entity.id.clone(), range)));
        }
    }
    sort(&mut candidates, |(_, a), (_, b)| b.len().cmp(&a.len()));
    let mut taken = vec![false; text.len()];
    candidates.retain(|(_, range)| {
        let place = taken.get_mut(range.start as usize..range.end as usize);
        let free = place.filter(|place| !place.contains(&true));
        free.map(|place| place.fill(true)).is_some()
    });
    sort(&mut candidates, |(_, a), (_, b)| a.cmp(b));
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::EntityKind;

    fn entity(id: &str, name: &str, aliases: &[&str]) -> Entity {
        Entity {
            id: EntityId::new(id),
            kind: EntityKind::Other,
            name: name.into(),
            aliases: aliases.iter().map(|&alias| alias.into()).collect(),
            wikidata: None,
        }
    }

    #[test]
    fn the_longest_name_counts() {
        let text = "The European Commission and Europe’s European side; Guo Jiakun, Guo said.";
        let found = by_name(
            text,
            &[
                entity("europe", "Europe", &[]),
                entity("european", "European", &[]),
                entity("ec", "European Commission", &["the European side"]),
                entity("guo", "Guo Jiakun", &["Guo"]),
            ],
        );
        let found: Vec<_> = found
            .iter()
            .map(|(id, range)| (id.as_str(), range.of(text)))
            .collect();
        assert_eq!(
            found,
            [
                ("ec", "European Commission"),
                ("europe", "Europe"),
                ("european", "European"),
                ("guo", "Guo Jiakun"),
                ("guo", "Guo"),
            ]
        );
    }
}
