//! Finds mentions of entities: by default, every occurrence of a name or an alias.

use std::collections::HashSet;

use model::{Entity, TextRange, sort};
use text::phrase::Phrases;
use text::places::Places;

/// The places where the names and aliases of `entities` occur in a text as whole words, each
/// with the position of its entity. Of two that overlap, the longer counts ("European
/// Commission" does not mention "European"); of two with the same length, the entity that comes
/// first.
pub(super) fn by_name<'e>(
    places: &mut Places<'_>,
    entities: impl IntoIterator<Item = &'e Entity>,
) -> Vec<(usize, TextRange)> {
    let length = places.text().len();
    let mut phrases = Phrases::of(places);
    // Of several entities with the same name, only the first can be mentioned by it.
    let mut named = HashSet::new();
    let mut candidates: Vec<(usize, TextRange)> = Vec::new();
    for (number, entity) in entities.into_iter().enumerate() {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            if named.insert(Phrases::key(name)) {
                let places = phrases.find(name).into_iter();
                candidates.extend(places.map(|range| (number, range)));
            }
        }
    }
    sort(&mut candidates, |(_, a), (_, b)| b.len().cmp(&a.len()));
    let mut taken = vec![false; length];
    candidates.retain(|(_, range)| {
        // A longer one that overlaps it holds its first or its last byte.
        let (start, end) = (range.start as usize, range.end as usize);
        let is_taken = |at: usize| taken.get(at) == Some(&true);
        if is_taken(start) || is_taken(end.saturating_sub(1)) {
            return false;
        }
        let place = taken.get_mut(start..end);
        place.map(|place| place.fill(true)).is_some()
    });
    sort(&mut candidates, |(_, a), (_, b)| a.cmp(b));
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{EntityId, EntityKind};

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
        let entities = [
            entity("europe", "Europe", &[]),
            entity("european", "European", &[]),
            entity("ec", "European Commission", &["the European side"]),
            entity("guo", "Guo Jiakun", &["Guo"]),
            entity("other", "guo", &["Europe"]),
        ];
        let found = by_name(&mut Places::of(text), &entities);
        let found: Vec<_> = found
            .iter()
            .map(|(number, range)| (entities[*number].id.as_str(), range.of(text)))
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
