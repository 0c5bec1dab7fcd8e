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
    let is_place = |range: &TextRange| check_in_block(article, *range).is_ok();
    let place = |range: TextRange| {
        let mut taken_by: Vec<EntityId> = Vec::new();
        let before_end = |mention: &Mention| mention.range.start < range.end;
        let end = article.mentions.partition_point(before_end);
        let mentions = article.mentions.iter().take(end);
        for mention in mentions.filter(|mention| mention.range.overlaps(range)) {
            if !taken_by.contains(&mention.entity) {
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
