//! A strip beside the text that shows where claims, names and hits lie.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::button;
use super::scene::Scene;
use super::visible_blocks::VisibleBlocks;
use super::words::counted;
use explore::{FilterResult, IndexedArticle};
use model::{EntityId, EntityKind, TextRange};

/// How finely places are told apart: what lies closer is drawn once.
const STEPS: u32 = 500;

/// What is drawn in the strip, as paths of SVG. Worked out when the result changes and
/// not when the page scrolls.
#[derive(Default)]
pub(super) struct MinimapPaths {
    /// A path for each colour of speakers.
    claims: [String; 8],
    /// A path for each kind of names.
    names: Vec<(EntityKind, String)>,
    /// Whose names those are; `None` is all.
    named: Option<Vec<EntityId>>,
    /// How sure the program had to be of them.
    min_confidence: explore::Threshold,
    hits: String,
    /// What is counted above, in and below the view: hits where words are sought, else
    /// claims.
    counted: Vec<TextRange>,
}

impl MinimapPaths {
    /// Whether the same names are marked as in others of the same article.
    fn names_as(&self, other: &Self) -> bool {
        if self.min_confidence != other.min_confidence {
            return false;
        }
        self.named == other.named
    }

    /// `before` is what was drawn of the same article; what is the same is taken from it.
    pub(super) fn of(
        indexed: &IndexedArticle,
        result: &FilterResult,
        before: Option<Self>,
    ) -> Self {
        let article = &indexed.article;
        let mut paths = Self {
            named: result.named.clone(),
            min_confidence: result.min_confidence,
            ..Self::default()
        };
        let whole = article.text.len();
        let mut claims = Vec::new();
        let mut by_colour: [Vec<TextRange>; 8] = Default::default();
        for (number, claim) in article.claims.iter().enumerate() {
            if result.claims.get(number) == Some(&true) {
                let hue = indexed.speaker_number(indexed.speaker_of(number)) % 8;
                claims.push(claim.extent());
                by_colour
                    .get_mut(hue)
                    .into_iter()
                    .for_each(|list| list.push(claim.extent()));
            }
        }
        paths.claims = by_colour.map(|ranges| path(&ranges, whole, 0, 10));
        paths.names = match before {
            Some(before) if before.names_as(&paths) => before.names,
            _ => name_paths(indexed, result),
        };
        paths.hits = path(&result.hits.marks, whole, 18, 6);
        let sought = result.query.sought().next().is_some();
        paths.counted = if sought {
            result.hits.marks.clone()
        } else {
            claims
        };
        paths
    }
}

fn name_paths(indexed: &IndexedArticle, result: &FilterResult) -> Vec<(EntityKind, String)> {
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
fn path(ranges: &[TextRange], whole: usize, x: u32, width: u32) -> String {
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

/// What is counted above, in and below the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    above: usize,
    here: usize,
    below: usize,
}

/// The strip. A press brings the text at that height into view.
pub(super) fn overview(
    scene: &Scene,
    paths: &MinimapPaths,
    visible: VisibleBlocks,
    text_root: &NodeRef,
) -> Html {
    let article = &scene.indexed.article;
    let block = |number: usize| {
        article
            .blocks
            .get(number)
            .map(|block| block.range)
            .unwrap_or_default()
    };
    let (first, last) = (block(visible.first), block(visible.last));
    let sought = scene.result.query.sought().next().is_some();
    let (one, many) = if sought {
        ("hit", "hits")
    } else {
        ("claim", "claims")
    };
    let ranges = &paths.counted;
    let counts = count(ranges, first.start, last.end);
    let above = format!("{} above", counted(counts.above, one, many));
    let below = format!("{} below", counted(counts.below, one, many));
    let in_view = TextRange {
        start: first.start,
        end: last.end,
    };
    let onclick = {
        let (indexed, text) = (scene.indexed.clone(), text_root.clone());
        Callback::from(move |event: MouseEvent| {
            let strip = event
                .target_dyn_into::<Element>()
                .and_then(|target| target.closest(".overview").ok().flatten());
            if let Some((strip, text)) = strip.zip(text.cast::<Element>()) {
                let edges = strip.get_bounding_client_rect();
                let share = (f64::from(event.client_y()) - edges.top()) / edges.height().max(1.0);
                let at = (share.clamp(0.0, 1.0) * indexed.article.text.len() as f64) as u32;
                scroll_to(&text, &indexed, at);
            }
        })
    };
    let jump = |at: Option<u32>| {
        let (indexed, text) = (scene.indexed.clone(), text_root.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((at, text)) = at.zip(text.cast::<Element>()) {
                scroll_to(&text, &indexed, at);
            }
        })
    };
    let previous = ranges
        .iter()
        .rev()
        .find(|range| range.start < first.start)
        .map(|range| range.start);
    let next = ranges
        .iter()
        .find(|range| range.start >= last.end)
        .map(|range| range.start);
    html! {
        <nav class="overview-frame" aria-label="Overview">
            { button::sign("more", above.clone(), counts.above == 0, jump(previous), format!("↑ {}", counts.above).into()) }
            <svg class="overview" role="img" viewBox="0 0 24 500" preserveAspectRatio="none" {onclick}
                aria-label={format!("{above}, {} here, {below}", counts.here)}>
                <path class="seen" d={path(&[in_view], article.text.len(), 0, 24)} />
                { for paths.claims.iter().enumerate().map(|(hue, path)| html! {
                    <path class={format!("claim-tick speaker-{hue}")} d={path.clone()} />
                }) }
                { for paths.names.iter().map(|(kind, path)| html! {
                    <path class="name-tick" data-kind={kind.as_str()} d={path.clone()} />
                }) }
                <path class="hit-tick" d={paths.hits.clone()} />
            </svg>
            { button::sign("more", below.clone(), counts.below == 0, jump(next), format!("↓ {}", counts.below).into()) }
        </nav>
    }
}

/// Ranges count where they begin.
fn count(ranges: &[TextRange], start: u32, end: u32) -> Counts {
    let mut counts = Counts::default();
    for range in ranges {
        if range.start < start {
            counts.above += 1;
        } else if range.start < end {
            counts.here += 1;
        } else {
            counts.below += 1;
        }
    }
    counts
}

/// Brings the block that holds a byte into view.
fn scroll_to(text: &Element, indexed: &IndexedArticle, at: u32) {
    let block = indexed
        .article
        .blocks
        .partition_point(|block| block.range.end <= at);
    if let Ok(Some(element)) = text.query_selector(&format!("#b{}", block + 1)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_counted_where_they_begin() {
        let range = |start| TextRange {
            start,
            end: start + 5,
        };
        let counts = count(
            &[range(0), range(8), range(10), range(19), range(20)],
            10,
            20,
        );
        assert_eq!(
            counts,
            Counts {
                above: 2,
                here: 2,
                below: 1
            }
        );
    }
}
