//! The order in which the views without the text list claims.

use std::collections::HashMap;

use super::comparison::Comparison;
use super::facet::{Facet, FacetValue};
use super::filter_result::FilterResult;
use super::indexed_article::IndexedArticle;
use super::view::{Mode, View};

/// The order of the list of claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimOrder {
    /// The claims of each speaker together, those of the speaker with most claims first.
    #[default]
    BySpeaker,
    /// Reading order.
    InText,
}

/// The claims that match, in the order in which a view without the text lists them. The table lists
/// them once a speaker or a subject is chosen.
#[must_use]
pub fn listed_claims(
    view: &View,
    indexed: &IndexedArticle,
    result: &FilterResult,
    order: ClaimOrder,
) -> Vec<usize> {
    let in_text = || -> Vec<usize> {
        let claims = indexed.claims_in_order().into_iter();
        claims.filter(|claim| result.has(*claim)).collect()
    };
    let is_open = |facet| view.filters.is_open(facet);
    match view.mode {
        Mode::Compare => Comparison::of(view, indexed, result).claims().collect(),
        Mode::Table if is_open(Facet::Speaker) && is_open(Facet::About) => Vec::new(),
        Mode::Claims if order == ClaimOrder::BySpeaker => {
            let groups = claims_by_speaker(indexed, &in_text()).into_iter();
            groups.flat_map(|(_, own)| own).collect()
        }
        Mode::Article | Mode::Claims | Mode::Table => in_text(),
    }
}

/// The given claims of each speaker, in the order of the filter of speakers.
#[must_use]
pub fn claims_by_speaker<'i>(
    indexed: &'i IndexedArticle,
    claims: &[usize],
) -> Vec<(&'i FacetValue, Vec<usize>)> {
    let values = indexed.values(Facet::Speaker);
    let places = values.iter().enumerate();
    let places: HashMap<&str, usize> = places.map(|(at, value)| (value.id.as_str(), at)).collect();
    let mut groups: Vec<_> = values.iter().map(|value| (value, Vec::new())).collect();
    for claim in claims {
        let place = places.get(indexed.speaker_of(*claim));
        if let Some((_, own)) = place.and_then(|place| groups.get_mut(*place)) {
            own.push(*claim);
        }
    }
    groups.retain(|(_, own)| !own.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::tests::article;

    #[test]
    fn each_view_lists_the_claims_in_its_own_order() {
        let indexed = article(&[
            ("a", &["x"]),
            ("b", &["y"]),
            ("b", &["x"]),
            ("c", &[]),
            ("a", &[]),
            ("b", &[]),
        ]);
        let listed = |mode: Mode, order: ClaimOrder, chosen: &[(Facet, &str)]| {
            let mut view = View {
                mode,
                ..View::default()
            };
            for (facet, value) in chosen {
                view.filters.choose(*facet, value);
            }
            let result = FilterResult::of(&view, &indexed);
            listed_claims(&view, &indexed, &result, order)
        };
        let (by_speaker, in_text) = (ClaimOrder::BySpeaker, ClaimOrder::InText);
        assert_eq!(listed(Mode::Claims, by_speaker, &[]), [1, 2, 5, 0, 4, 3]);
        assert_eq!(listed(Mode::Claims, in_text, &[]), [0, 1, 2, 3, 4, 5]);
        // "x" is the subject of both; "y" and claims about nothing come after it.
        assert_eq!(listed(Mode::Compare, in_text, &[]), [2, 0, 1, 5, 4]);
        assert!(listed(Mode::Table, by_speaker, &[]).is_empty());
        let about_x = [(Facet::About, "x")];
        assert_eq!(listed(Mode::Table, by_speaker, &about_x), [0, 2]);
    }
}
