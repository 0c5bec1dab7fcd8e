//! A strip beside the text that shows where claims, names and hits are.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::button;
use super::minimap_paths::{ClaimPaths, names_of, path};
use super::page_context::use_page;
use super::scene::Scene;
use super::visible_blocks::VisibleBlocks;
use crate::messages::Counted;
use explore::IndexedArticle;
use model::TextRange;

/// The numbers of marks above, in and below the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    above: usize,
    here: usize,
    below: usize,
}

/// Properties of [`Overview`].
#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The blocks of the text that are in view.
    pub(super) visible: VisibleBlocks,
}

/// The strip. A click shows the text at that height.
#[component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let text_root = page.refs.text;
    let OverviewProps { scene, visible } = props;
    let (indexed, result) = (&scene.indexed, &scene.result);
    // Computed when the result changes, not when the page scrolls. The names are not recomputed
    // with each key.
    let paths = use_memo((indexed.clone(), result.clone()), |(indexed, result)| {
        ClaimPaths::of(indexed, result)
    });
    let marked = (indexed.clone(), result.named.clone(), result.min_confidence);
    let names = use_memo(marked, |(indexed, ..)| names_of(indexed, result));
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
    let what = if sought {
        Counted::Hits
    } else {
        Counted::Claims
    };
    let ranges = &paths.counted;
    let counts = count(ranges, first.start, last.end);
    let around = (messages.around)(what, [counts.above, counts.here, counts.below]);
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
        <nav class="overview-frame" aria-label={messages.overview}>
            { button::sign("more", (messages.above)(what, counts.above), counts.above == 0, jump(previous), format!("↑ {}", counts.above).into()) }
            <svg class="overview" role="img" viewBox="0 0 24 500" preserveAspectRatio="none" {onclick}
                aria-label={around}>
                <path class="seen" d={path(&[in_view], article.text.len(), 0, 24)} />
                { for paths.claims.iter().enumerate().map(|(hue, path)| html! {
                    <path class={format!("claim-tick speaker-{hue}")} d={path.clone()} />
                }) }
                { for names.iter().map(|(kind, path)| html! {
                    <path class="name-tick" data-kind={kind.as_str()} d={path.clone()} />
                }) }
                <path class="hit-tick" d={paths.hits.clone()} />
            </svg>
            { button::sign("more", (messages.below)(what, counts.below), counts.below == 0, jump(next), format!("↓ {}", counts.below).into()) }
        </nav>
    }
}

/// A range counts at the place where it begins.
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

/// Brings the block that contains a byte into view.
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
