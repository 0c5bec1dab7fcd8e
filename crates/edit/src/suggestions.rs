//! The detected annotations that wait for an editor.

use std::collections::{HashMap, HashSet};

use explore::Threshold;
use model::{Article, EntityId, Provenance, TextRange, sort};

use crate::{Edit, History, Item};

/// Detected annotations that an editor checks at once: a claim, or a name with all its detected
/// places.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What to keep or reject: [`Item::Claim`] or [`Item::Name`].
    pub item: Item,
    /// The confidence, from 0 to 1; of a name, the lowest of its places.
    pub confidence: f32,
    /// The places in the text, in order.
    pub places: Vec<TextRange>,
}

/// The suggestions of an article, least sure first; of equally sure ones, the first in the text.
#[must_use]
pub fn to_check(article: &Article) -> Vec<Suggestion> {
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for claim in &article.claims {
        if let Provenance::Found { confidence, .. } = claim.provenance {
            suggestions.push(Suggestion {
                item: Item::Claim(claim.id.clone()),
                confidence,
                places: claim.content.clone(),
            });
        }
    }
    let mut names: HashMap<&EntityId, usize> = HashMap::new();
    for mention in &article.mentions {
        let Provenance::Found { confidence, .. } = mention.provenance else {
            continue;
        };
        let number = *names.entry(&mention.entity).or_insert(suggestions.len());
        match suggestions.get_mut(number) {
            Some(name) => {
                name.confidence = name.confidence.min(confidence);
                name.places.push(mention.range);
            }
            None => suggestions.push(Suggestion {
                item: Item::Name(mention.entity.clone()),
                confidence,
                places: vec![mention.range],
            }),
        }
    }
    sort(&mut suggestions, |a, b| {
        let first = |suggestion: &Suggestion| suggestion.places.first().copied();
        let surer = a.confidence.total_cmp(&b.confidence);
        surer.then_with(|| first(a).cmp(&first(b)))
    });
    suggestions
}

/// An edit that keeps those of some suggestions that are at least as sure as a threshold; `None`
/// if none of them is. Pass what is in view: nothing else is kept.
#[must_use]
pub fn keep_at_least(article: &Article, threshold: Threshold, in_view: &[Item]) -> Option<Edit> {
    let in_view: HashSet<&Item> = in_view.iter().collect();
    let is_sure = |suggestion: &Suggestion| {
        threshold.passes(&Provenance::Found {
            confidence: suggestion.confidence,
            rule: "".into(),
        })
    };
    let suggestions = to_check(article).into_iter();
    let chosen = suggestions.filter(|it| in_view.contains(&it.item) && is_sure(it));
    let items: Vec<Item> = chosen.map(|suggestion| suggestion.item).collect();
    (!items.is_empty()).then_some(Edit::Keep(items))
}

/// How much an editor has checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number of suggestions that are no longer to check.
    pub checked: usize,
    /// The number of all suggestions that there ever were.
    pub all: usize,
}

impl Progress {
    /// The progress of a history, from the suggestions of the original and those that were added.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let items = |article| {
            to_check(article)
                .into_iter()
                .map(|suggestion| suggestion.item)
        };
        let waiting: HashSet<Item> = items(history.article()).collect();
        let mut all: HashSet<Item> = items(history.original()).collect();
        all.extend(waiting.iter().cloned());
        for entry in history.entries() {
            all.extend(entry.edit.parts().into_iter().filter_map(added));
        }
        Self {
            checked: all.len() - waiting.len(),
            all: all.len(),
        }
    }
}

/// The suggestion that an edit adds.
fn added(edit: &Edit) -> Option<Item> {
    let found = |provenance: &Provenance| matches!(provenance, Provenance::Found { .. });
    match edit {
        Edit::AddClaim(claim) if found(&claim.provenance) => Some(Item::Claim(claim.id.clone())),
        Edit::AddMention(mention) if found(&mention.provenance) => {
            Some(Item::Name(mention.entity.clone()))
        }
        _ => None,
    }
}
