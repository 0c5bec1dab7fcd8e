//! Matching of entities across articles.

use std::collections::HashMap;

use model::{Article, Entity, EntityId, EntityKind};
use text::fold::fold;

/// The entities of a collection, without duplicates.
#[derive(Clone, Debug, Default)]
pub struct Identities {
    known: Vec<Known>,
    /// For each article, the number of each of its entities in `all`.
    of_article: Vec<HashMap<EntityId, usize>>,
}

/// An entity of a collection.
#[derive(Clone, Debug)]
pub struct Known {
    /// The entity, with the aliases of all articles and an id unique in the collection.
    pub entity: Entity,
    /// Whether the entities of the articles were matched by name only.
    pub by_name: bool,
    /// The articles that name it, in order, with its id in each.
    pub places: Vec<(usize, EntityId)>,
}

impl Identities {
    /// Matches entities. Entities with the same Wikidata item are the same. An entity
    /// without an item matches the only one of the same kind and name, if there is just
    /// one; this match is marked as a guess.
    #[must_use]
    pub fn of<'a>(articles: impl Iterator<Item = &'a Article> + Clone) -> Self {
        let mut identities = Self::default();
        let mut by_item: HashMap<String, usize> = HashMap::new();
        let mut by_name: HashMap<(EntityKind, String), Vec<usize>> = HashMap::new();
        let mut ids: HashMap<EntityId, usize> = HashMap::new();
        // Entities with items come first, regardless of article order, so that names can
        // match them.
        for with_item in [true, false] {
            for (number, article) in articles.clone().enumerate() {
                if identities.of_article.len() <= number {
                    identities.of_article.push(HashMap::new());
                }
                for entity in &article.entities {
                    let item = entity.wikidata.as_ref().map(ToString::to_string);
                    if item.is_some() != with_item {
                        continue;
                    }
                    let name = (entity.kind, fold(&entity.name));
                    let same = match &item {
                        Some(item) => by_item.get(item).copied(),
                        None => match by_name.get(&name).map(Vec::as_slice) {
                            Some([only]) => Some(*only),
                            _ => None,
                        },
                    };
                    let known = same.unwrap_or_else(|| identities.add(entity, &mut ids));
                    identities.place(known, number, entity, same.is_some() && item.is_none());
                    if let Some(item) = item {
                        by_item.insert(item, known);
                    }
                    let namesakes = by_name.entry(name).or_default();
                    if !namesakes.contains(&known) {
                        namesakes.push(known);
                    }
                }
            }
        }
        for known in &mut identities.known {
            known.places.sort();
        }
        identities
    }

    fn add(&mut self, entity: &Entity, ids: &mut HashMap<EntityId, usize>) -> usize {
        let mut id = entity.id.clone();
        let count = ids.entry(entity.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            id = EntityId::new(&format!("{id}~{count}"));
        }
        self.known.push(Known {
            entity: Entity {
                id,
                aliases: Vec::new(),
                ..entity.clone()
            },
            by_name: false,
            places: Vec::new(),
        });
        self.known.len() - 1
    }

    fn place(&mut self, number: usize, article: usize, entity: &Entity, by_name: bool) {
        if let Some(ids) = self.of_article.get_mut(article) {
            ids.insert(entity.id.clone(), number);
        }
        let Some(known) = self.known.get_mut(number) else {
            return;
        };
        known.by_name |= by_name;
        known.places.push((article, entity.id.clone()));
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            if *name != known.entity.name && !known.entity.aliases.contains(name) {
                known.entity.aliases.push(name.clone());
            }
        }
    }

    /// All entities, in the order in which the articles list them.
    #[must_use]
    pub fn all(&self) -> &[Known] {
        &self.known
    }

    /// The collection's entity for an entity of an article.
    #[must_use]
    pub fn of_local(&self, article: usize, id: &EntityId) -> Option<&Known> {
        self.known.get(*self.of_article.get(article)?.get(id)?)
    }

    /// The entity with this id in the collection.
    #[must_use]
    pub fn get(&self, id: &EntityId) -> Option<&Known> {
        self.known.iter().find(|known| known.entity.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::WikidataId;

    fn article(entities: &[(&str, EntityKind, &str, Option<&str>)]) -> Article {
        let entity = |&(id, kind, name, item): &(&str, EntityKind, &str, Option<&str>)| Entity {
            id: EntityId::new(id),
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            wikidata: item.and_then(WikidataId::parse),
        };
        Article {
            entities: entities.iter().map(entity).collect(),
            ..Article::default()
        }
    }

    #[test]
    fn items_are_certain_and_names_are_a_guess() {
        use EntityKind::{Organisation, Person, Place};
        let articles = [
            article(&[
                ("ann", Person, "Ann", None),
                ("jordan", Place, "Jordan", Some("Q810")),
            ]),
            article(&[
                ("a", Person, "ÁNN", Some("Q5")),
                ("jordan", Person, "Jordan", None),
            ]),
            article(&[
                ("x", Person, "Ann Lee", Some("Q5")),
                ("ec", Organisation, "EC", None),
            ]),
            article(&[
                ("ec", Organisation, "ec", None),
                ("bo", Person, "Bo", Some("Q1")),
            ]),
            article(&[("b", Person, "Bo", Some("Q2")), ("c", Person, "Bo", None)]),
        ];
        let identities = Identities::of(articles.iter());
        let of = |article: usize, id: &str| {
            let known = identities.of_local(article, &EntityId::new(id)).unwrap();
            (known.entity.id.to_string(), known.by_name)
        };
        let own = |id: &str, by_name| (id.to_owned(), by_name);
        for (article, id, expected) in [
            (0, "ann", own("a", true)),
            (1, "a", own("a", true)),
            (2, "x", own("a", true)),
            // Same name, two kinds.
            (0, "jordan", own("jordan", false)),
            (1, "jordan", own("jordan~2", false)),
            (2, "ec", own("ec", true)),
            (3, "ec", own("ec", true)),
            // Two entities share the name, so there is no guess.
            (3, "bo", own("bo", false)),
            (4, "b", own("b", false)),
            (4, "c", own("c", false)),
        ] {
            assert_eq!(of(article, id), expected, "{article} {id}");
        }
        let ann = identities.get(&EntityId::new("a")).unwrap();
        let places: Vec<usize> = ann.places.iter().map(|(article, _)| *article).collect();
        assert_eq!(places, [0, 1, 2]);
        assert_eq!(ann.entity.aliases, ["Ann Lee", "Ann"]);
    }
}
