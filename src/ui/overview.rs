//! A strip beside the text that shows where claims, names and hits lie.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::scene::Scene;
use super::seen::Seen;
use crate::explore::Reading;
use crate::model::TextRange;

/// What is counted above, in and below the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    above: usize,
    here: usize,
    below: usize,
}

/// The strip. A press brings the text at that height into view.
pub(super) fn overview(scene: &Scene, seen: Seen, text_root: &NodeRef) -> Html {
    let article = &scene.reading.article;
    let whole = article.text.len().max(1) as f64;
    // Hundredths of a per cent: printing fractions would add 15 kB to the program.
    let share = |at: u32| (f64::from(at) * 10_000.0 / whole) as u32;
    let block = |number: usize| {
        article
            .blocks
            .get(number)
            .map(|block| block.range)
            .unwrap_or_default()
    };
    let (first, last) = (block(seen.first), block(seen.last));
    let ranges: Vec<TextRange> = if scene.outcome.query.terms.is_empty() {
        let claims = article.claims.iter().zip(&scene.outcome.claims);
        claims
            .filter(|(_, shown)| **shown)
            .map(|(claim, _)| claim.extent())
            .collect()
    } else {
        scene.outcome.hits.marks.clone()
    };
    let what = if scene.outcome.query.terms.is_empty() {
        "claims"
    } else {
        "hits"
    };
    let counts = count(&ranges, first.start, last.end);
    let onclick = {
        let (reading, text) = (scene.reading.clone(), text_root.clone());
        Callback::from(move |event: MouseEvent| {
            let strip = event
                .target_dyn_into::<Element>()
                .and_then(|target| target.closest(".overview").ok().flatten());
            if let Some((strip, text)) = strip.zip(text.cast::<Element>()) {
                let edges = strip.get_bounding_client_rect();
                let share = (f64::from(event.client_y()) - edges.top()) / edges.height().max(1.0);
                let at = (share.clamp(0.0, 1.0) * reading.article.text.len() as f64) as u32;
                scroll_to(&text, &reading, at);
            }
        })
    };
    let jump = |at: Option<u32>| {
        let (reading, text) = (scene.reading.clone(), text_root.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((at, text)) = at.zip(text.cast::<Element>()) {
                scroll_to(&text, &reading, at);
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
    let tick = |class: String, range: TextRange| {
        let height = share(range.end).saturating_sub(share(range.start)).max(35);
        html! { <rect {class} x="0" width="10" y={percent(share(range.start))} height={percent(height)} /> }
    };
    html! {
        <nav class="overview-frame" aria-label="Overview">
            <button type="button" class="more" disabled={counts.above == 0} onclick={jump(previous)}
                aria-label={format!("{} {what} above", counts.above)}>{ "↑ " }{ counts.above }</button>
            <svg class="overview" role="img" viewBox="0 0 24 100" preserveAspectRatio="none" {onclick}
                aria-label={format!("{} {what} above, {} here, {} below", counts.above, counts.here, counts.below)}>
                <rect class="seen" x="0" width="24" y={percent(share(first.start))}
                    height={percent(share(last.end).saturating_sub(share(first.start)))} />
                { for article.claims.iter().enumerate()
                    .filter(|(number, _)| scene.outcome.claims.get(*number) == Some(&true))
                    .map(|(number, claim)| {
                        let hue = scene.reading.speaker_number(scene.reading.speaker_of(number)) % 8;
                        tick(format!("claim-tick speaker-{hue}"), claim.extent())
                    }) }
                { for article.mentions.iter().filter(|mention| scene.outcome.is_named(&mention.entity)).map(|mention| html! {
                    <rect class="name-tick" data-kind={scene.reading.kind(&mention.entity).as_str()}
                        x="12" width="5" y={percent(share(mention.range.start))} height="0.5%" />
                }) }
                { for scene.outcome.hits.marks.iter().map(|hit| html! {
                    <rect class="hit-tick" x="18" width="6" y={percent(share(hit.start))} height="0.9%" />
                }) }
            </svg>
            <button type="button" class="more" disabled={counts.below == 0} onclick={jump(next)}
                aria-label={format!("{} {what} below", counts.below)}>{ "↓ " }{ counts.below }</button>
        </nav>
    }
}

/// Hundredths of a per cent as a length.
fn percent(hundredths: u32) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
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
fn scroll_to(text: &Element, reading: &Reading, at: u32) {
    let block = reading
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
