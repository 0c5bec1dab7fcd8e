//! The marks in the strip beside the text, as SVG paths.

use explore::{FilterResult, IndexedArticle};
use model::{EntityKind, TextRange};

/// The number of places that the strip distinguishes. Closer marks share one line.
const STEPS: u32 = 500;

/// The places of claims and hits.
pub(super) struct ClaimPaths {
    /// A path for each colour of speakers.
    pub(super) claims: [String; 8],
    /// The hits.
    pub(super) hits: String,
    /// The ranges to count above, in and below the view: hits if the query has words, otherwise
    /// claims.
    pub(super) counted: Vec<TextRange>,
}

impl ClaimPaths {
    /// The paths for the result of a view.
    pub(super) fn of(indexed: &IndexedArticle, result: &FilterResult) -> Self {
        let article = &indexed.article;
        let whole = article.text.len();
        let mut claims = Vec::new();
        let mut by_colour: [Vec<TextRange>; 8] = Default::default();
        for (number, claim) in article.claims.iter().enumerate() {
            if result.claims.get(number) == Some(&true) {
                let colour = indexed.claim_colour(number);
                claims.push(claim.extent());
                by_colour
                    .get_mut(usize::from(colour))
                    .into_iter()
                    .for_each(|list| list.push(claim.extent()));
            }
        }
        let sought = result.query.sought().next().is_some();
        Self {
            claims: by_colour.map(|ranges| path(&ranges, whole, 0, 10)),
            hits: path(&result.hits.marks, whole, 18, 6),
            counted: if sought {
                result.hits.marks.clone()
            } else {
                claims
            },
        }
    }
}

/// A path for each kind of names that are marked.
pub(super) fn names_of(
    indexed: &IndexedArticle,
    result: &FilterResult,
) -> Vec<(EntityKind, String)> {
    let mut places: Vec<(EntityKind, Vec<TextRange>)> =
        EntityKind::ALL.map(|kind| (kind, Vec::new())).into();
    for mention in &indexed.article.mentions {
        let kind = indexed.kind(&mention.entity);
        let list = places.iter_mut().find(|(other, _)| *other == kind);
        if let Some((_, list)) = list.filter(|_| result.is_marked(mention)) {
            list.push(mention.range);
        }
    }
    let whole = indexed.article.text.len();
    places
        .into_iter()
        .map(|(kind, places)| (kind, path(&places, whole, 12, 5)))
        .collect()
}

/// A path of boxes `width` wide at `x`, from the start of each range to its end.
pub(super) fn path(ranges: &[TextRange], whole: usize, x: u32, width: u32) -> String {
    let step = |at: u32| (u64::from(at) * u64::from(STEPS) / (whole.max(1) as u64)) as u32;
    let mut path = String::new();
    let mut last = None;
    for range in ranges {
        let (top, bottom) = (step(range.start), step(range.end));
        if last == Some((top, bottom)) {
            continue;
        }
        last = Some((top, bottom));
        let height = bottom.saturating_sub(top).max(2);
        path.push_str(&format!("M{x} {top}h{width}v{height}h-{width}z"));
    }
    path
}
