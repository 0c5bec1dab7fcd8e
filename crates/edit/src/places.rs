//! All places where a name stands, to choose from and to mark at once.

use model::{Article, EntityId, Mention, Provenance, TextRange};
use text::fold::{Folded, fold};
use text::phrase::occurrences;

use crate::Edit;
use crate::ranges::check_in_block;

/// How exactly words have to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// The same letters.
    Exact,
    /// The same letters without regard to case and accents.
    Folded,
}

/// A place where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The range of the name.
    pub range: TextRange,
    /// The entities that are mentioned in some of its words.
    pub taken_by: Vec<EntityId>,
}

/// The places where a name stands as whole words, in order, with what is marked there already.
#[must_use]
pub fn places_of(article: &Article, name: &str, spelling: Spelling) -> Vec<Place> {
    let ranges = match spelling {
        Spelling::Exact => {
            let mut ranges = occurrences(&article.text, name);
            ranges.retain(|range| article.words(*range) == name);
            ranges
        }
        Spelling::Folded => {
            let folded = Folded::new(&article.text);
            let ranges = occurrences(&folded.text, &fold(name)).into_iter();
            ranges.map(|range| folded.to_original(range)).collect()
        }
    };
    let mut furthest = 0;
    let mentions = article.mentions.iter();
    let reaches: Vec<u32> = mentions
        .map(|mention| {
            furthest = mention.range.end.max(furthest);
            furthest
        })
        .collect();
    let is_place = |range: &TextRange| check_in_block(article, *range).is_ok();
    let place = |range: TextRange| {
        let before_end = |mention: &Mention| mention.range.start < range.end;
        let end = article.mentions.partition_point(before_end);
        // No mention before the first one that reaches the place overlaps it.
        let first = reaches.partition_point(|reach| *reach <= range.start);
        let mut taken_by: Vec<EntityId> = Vec::new();
        for mention in article.mentions.get(first..end).unwrap_or_default() {
            if mention.range.overlaps(range) && !taken_by.contains(&mention.entity) {
                taken_by.push(mention.entity.clone());
            }
        }
        Place { range, taken_by }
    };
    ranges.into_iter().filter(is_place).map(place).collect()
}

/// An edit that marks places as mentions of an entity; `None` if there are none.
#[must_use]
pub fn mark_places(entity: &EntityId, places: &[TextRange]) -> Option<Edit> {
    let mention = |range: &TextRange| {
        Edit::AddMention(Mention {
            entity: entity.clone(),
            range: *range,
            provenance: Provenance::Curated,
        })
    };
    Edit::of(places.iter().map(mention).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, edited};

    #[test]
    fn places_are_whole_words_with_what_is_marked_there() {
        let article = article();
        for (name, spelling, expected) in [
            ("Lee", Spelling::Exact, vec![("Lee", 1), ("Lee", 1)]),
            ("lee", Spelling::Exact, vec![]),
            ("lee", Spelling::Folded, vec![("Lee", 1), ("Lee", 1)]),
            ("no", Spelling::Folded, vec![("No", 0)]),
            ("a", Spelling::Folded, vec![("A", 1)]),
            ("MONDÁY", Spelling::Folded, vec![("Monday", 0)]),
            ("", Spelling::Folded, vec![]),
            (" ", Spelling::Exact, vec![]),
            ("Monday.\n\n“No", Spelling::Exact, vec![]),
        ] {
            let places = places_of(&article, name, spelling);
            let found: Vec<(&str, usize)> = places
                .iter()
                .map(|place| (article.words(place.range), place.taken_by.len()))
                .collect();
            assert_eq!(found, expected, "{name} {spelling:?}");
        }
    }

    #[test]
    fn chosen_places_are_marked_at_once() {
        let article = article();
        let id = EntityId::new("report");
        let places = places_of(&article, "Lee", Spelling::Exact);
        let places: Vec<TextRange> = places.iter().map(|place| place.range).collect();
        let marked = edited(&[mark_places(&id, &places).unwrap()]);
        assert_eq!(marked.mentions.len(), article.mentions.len() + 2);
        assert_eq!(mark_places(&id, &[]), None);
    }
}
