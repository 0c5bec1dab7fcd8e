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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, found, mention};
    use model::{ClaimId, Mention};

    fn claim(id: &str) -> Item {
        Item::Claim(ClaimId::new(id))
    }

    fn name(id: &str) -> Item {
        Item::Name(EntityId::new(id))
    }

    #[test]
    fn the_least_sure_suggestion_comes_first() {
        let mut article = article();
        let listed = to_check(&article);
        let listed: Vec<(Item, f32)> = listed
            .into_iter()
            .map(|it| (it.item, it.confidence))
            .collect();
        assert_eq!(
            listed,
            [
                (name("report"), 0.4),
                (name("ann"), 0.6),
                (claim("c1"), 0.8)
            ]
        );
        // A name is as sure as its least sure place.
        article
            .mentions
            .insert(1, mention(&article, "ann", "Monday", found(0.1)));
        let first = &to_check(&article)[0];
        assert_eq!((&first.item, first.places.len()), (&name("ann"), 2));
    }

    #[test]
    fn only_what_is_in_view_and_sure_is_kept() {
        let article = article();
        let all = [name("report"), name("ann"), claim("c1"), claim("c2")];
        for (percent, in_view, kept) in [
            (60, &all[..], Some(vec![name("ann"), claim("c1")])),
            (61, &all[..], Some(vec![claim("c1")])),
            (60, &all[..2], Some(vec![name("ann")])),
            (81, &all[..], None),
            (0, &all[3..], None),
            (0, &[], None),
        ] {
            let edit = keep_at_least(&article, Threshold::new(percent), in_view);
            assert_eq!(edit, kept.map(Edit::Keep), "{percent}");
        }
    }

    #[test]
    fn what_was_moved_to_a_similar_passage_is_checked_before_it_counts() {
        let mut article = article();
        article.claims[1].provenance = Provenance::moved("other words", 1.0);
        let mut history = History::of(article);
        let was = |history: &History| {
            let claims = history.article().claims.iter();
            let moved = claims.filter_map(|claim| claim.provenance.was());
            moved.map(str::to_owned).collect::<Vec<String>>()
        };
        let claims: Vec<Item> = to_check(history.article())
            .into_iter()
            .map(|it| it.item)
            .filter(|item| *item == claim("c2"))
            .collect();
        assert_eq!(claims.len(), 1);
        // It is never among those that are kept at once for their confidence.
        let sure = keep_at_least(history.article(), Threshold::new(80), &claims);
        assert_eq!(sure, None);
        history.apply(Edit::Keep(claims)).unwrap();
        assert_eq!(was(&history), [""; 0]);
        assert_eq!(history.article().claims[1].provenance, Provenance::Curated);
        history.undo();
        assert_eq!(was(&history), ["other words"]);
        history.apply(Edit::Reject(vec![claim("c2")])).unwrap();
        assert!(
            history
                .article()
                .claims
                .iter()
                .all(|it| it.id != ClaimId::new("c2"))
        );
    }

    #[test]
    fn progress_counts_what_was_checked_in_any_way() {
        let mut history = History::of(article());
        let progress = |history: &History| {
            let progress = Progress::of(history);
            (progress.checked, progress.all)
        };
        assert_eq!(progress(&history), (0, 3));
        history.apply(Edit::Keep(vec![claim("c1")])).unwrap();
        assert_eq!(progress(&history), (1, 3));
        history.apply(Edit::Reject(vec![name("report")])).unwrap();
        assert_eq!(progress(&history), (2, 3));
        let monday: Mention = mention(history.article(), "report", "Monday", found(0.5));
        history.apply(Edit::AddMention(monday)).unwrap();
        assert_eq!(progress(&history), (1, 3));
        history.undo();
        history.undo();
        assert_eq!(progress(&history), (1, 3));
    }
}
