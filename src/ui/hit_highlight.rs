//! Hits highlighted by the browser (CSS Custom Highlight API), so that no element of the text
//! changes while the reader types.

use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Range, StaticRange, StaticRangeInit, Text};
use yew::prelude::*;

use super::first_match::{first_match, range_around};
use super::host::AddressUse;
use super::marks::Marks;
use super::passage::passage;
use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use super::scroll::{bring_into_view, show};

use explore::{Mode, Question};
use model::TextRange;

/// The name of the highlight for hits.
const HITS: &str = "article-explorer-hit";
/// The name of the additional highlight for the current hit.
const CURRENT: &str = "article-explorer-current-hit";

/// Highlights hits in the blocks of one article.
#[derive(Default)]
struct HitHighlight {
    /// The text nodes of each block, one per piece. They live as long as the block.
    nodes: Vec<Vec<Text>>,
    /// The highlighted ranges.
    shown: Array,
    /// The range of the current hit.
    current: Array,
}

impl Drop for HitHighlight {
    fn drop(&mut self) {
        self.clear();
    }
}

#[wasm_bindgen]
extern "C" {
    /// The highlights of the document, by name.
    type HighlightRegistry;

    #[wasm_bindgen(thread_local_v2, js_namespace = CSS, js_name = highlights)]
    static HIGHLIGHTS: Option<HighlightRegistry>;

    #[wasm_bindgen(thread_local_v2, js_name = Highlight)]
    static CONSTRUCTOR: Option<Function>;

    #[wasm_bindgen(method)]
    fn get(this: &HighlightRegistry, name: &str) -> Option<Highlight>;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;

    /// The ranges of one highlight.
    type Highlight;

    #[wasm_bindgen(constructor, variadic)]
    fn new(ranges: &Array) -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &JsValue);

    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Highlight, range: &JsValue) -> bool;

    #[wasm_bindgen(method, getter)]
    fn size(this: &Highlight) -> u32;

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);
}

/// Whether the browser can highlight ranges.
#[must_use]
pub fn has_highlights() -> bool {
    HIGHLIGHTS.with(Option::is_some) && CONSTRUCTOR.with(Option::is_some)
}

/// Shows the hits in `text`, and scrolls the current one into view. Uses the browser's highlights
/// if it has them, otherwise the elements that mark hits. When the reader has changed the search or
/// the filters, brings a match into view unless one is. Returns the hit or, if only filters
/// are chosen, the claim at which the reader begins, as a place in the list.
#[hook]
pub(super) fn use_highlights(
    is_supported: bool,
    text: &NodeRef,
    marks: &PtrEqRc<Marks>,
    scene: &Scene,
    shown: &Rc<Vec<usize>>,
    address: AddressUse,
) -> usize {
    let Scene { state, result, .. } = scene;
    let highlight = use_mut_ref(|| is_supported.then(HitHighlight::default));
    // A page that opens with a query or filters leads to the first match, as a choice does.
    let opens_at_match = address == AddressUse::Kept && state.view.claim.is_none();
    let sought = use_mut_ref(|| (!opens_at_match).then_some(state.sought));
    let nearest = use_state_eq(|| 0);
    let text = text.clone();
    let drawn = (marks.clone(), state.view.mode, result.clone(), state.hit);
    // In a frame as tall as its page, the search field would leave the view while it is used.
    let in_frame = address == AddressUse::Replaced && state.typing;
    // The answers to a question are above the text.
    let may_move = !in_frame && !Question::may_be(&state.view.query);
    {
        let (nearest, shown, now) = (nearest.clone(), Rc::clone(shown), state.sought);
        use_effect_with((drawn, now), move |((marks, mode, result, hit), _)| {
            let Some(text) = text.cast::<Element>().filter(|_| *mode == Mode::Article) else {
                if let Some(highlight) = &mut *highlight.borrow_mut() {
                    highlight.clear();
                }
                return;
            };
            let mut highlight = highlight.borrow_mut();
            let hits = &result.hits.marks;
            match &mut *highlight {
                Some(highlight) => highlight.paint(&text, marks, hits, *hit),
                None => show_element(&text, *hit),
            }
            if sought.replace(Some(now)) == Some(now) {
                return;
            }
            if !hits.is_empty() {
                let first = match &mut *highlight {
                    Some(highlight) => {
                        let place = |number| {
                            let hit = hits.get(number)?;
                            highlight.range_of(&text, marks, *hit)
                        };
                        first_match(&text, hits.len(), may_move, place)
                    }
                    None => {
                        let marked = text.query_selector_all("[data-hit]").ok();
                        let place = |number: usize| {
                            let node = marked.as_ref()?.item(u32::try_from(number).ok()?)?;
                            range_around(&node)
                        };
                        first_match(&text, hits.len(), may_move, place)
                    }
                };
                nearest.set(first);
            } else if result.filtered {
                let place = |number| {
                    let claim = shown.get(number)?;
                    let node = text
                        .query_selector(&passage(&marks.indexed, *claim))
                        .ok()??;
                    range_around(&node)
                };
                nearest.set(first_match(&text, shown.len(), may_move, place));
            }
        });
    }
    *nearest
}

/// Shows `ranges` under a name instead of the ranges in `shown`. Other explorers in the document
/// may use the same name.
fn show_ranges(name: &str, shown: &mut Array, ranges: Array) {
    let before = std::mem::replace(shown, ranges);
    if before.length() == 0 && shown.length() == 0 {
        return;
    }
    HIGHLIGHTS.with(|registry| {
        let Some(registry) = registry else {
            return;
        };
        let known = registry.get(name);
        let others = known.filter(|known| known.size() != before.length());
        if let Some(highlight) = others {
            for range in before.iter() {
                highlight.remove(&range);
            }
            for range in shown.iter() {
                highlight.add(&range);
            }
        } else if shown.length() == 0 {
            registry.delete(name);
        } else {
            let made = Highlight::new(shown);
            if name == CURRENT {
                // Show it above the other hits.
                made.set_priority(1);
            }
            registry.set(name, &made);
        }
    });
}

impl HitHighlight {
    /// Shows the hits, and separately the current one, which is scrolled into view.
    fn paint(&mut self, root: &Element, marks: &Marks, hits: &[TextRange], current: Option<usize>) {
        if hits.is_empty() {
            return self.clear();
        }
        let all = Array::new();
        let mut walked_to = None;
        let mut block = 0;
        let blocks = &marks.indexed.article.blocks;
        for (number, hit) in hits.iter().enumerate() {
            while blocks
                .get(block)
                .is_some_and(|block| block.range.end <= hit.start)
            {
                block += 1;
            }
            let Some((start, end)) = self.ends_of(root, marks, block, *hit) else {
                continue;
            };
            static_range(&start, &end).into_iter().for_each(|range| {
                all.push(&range);
            });
            if current == Some(number) {
                walked_to = range(&start, &end);
            }
        }
        show_ranges(HITS, &mut self.shown, all);
        let current = walked_to.iter().map(JsValue::from).collect();
        show_ranges(CURRENT, &mut self.current, current);
        if let Some(range) = walked_to {
            bring_into_view(&range);
        }
    }

    /// The range of a hit.
    fn range_of(&mut self, root: &Element, marks: &Marks, hit: TextRange) -> Option<Range> {
        let blocks = &marks.indexed.article.blocks;
        let block = blocks.partition_point(|block| block.range.end <= hit.start);
        let (start, end) = self.ends_of(root, marks, block, hit)?;
        range(&start, &end)
    }

    /// Removes the highlights.
    fn clear(&mut self) {
        show_ranges(HITS, &mut self.shown, Array::new());
        show_ranges(CURRENT, &mut self.current, Array::new());
    }

    /// The text nodes in which a hit begins and ends, with offsets in UTF-16 units.
    fn ends_of(
        &mut self,
        root: &Element,
        marks: &Marks,
        block: usize,
        hit: TextRange,
    ) -> Option<(End, End)> {
        let fresh = |nodes: &Vec<Text>| nodes.first().is_some_and(|node| node.is_connected());
        if self.nodes.len() <= block {
            self.nodes.resize_with(block + 1, Vec::new);
        }
        let nodes = self.nodes.get_mut(block)?;
        if !fresh(nodes) {
            *nodes = text_nodes(root, block)?;
        }
        let pieces = marks.blocks.get(block)?.block.pieces();
        let text = &marks.indexed.article.text;
        let place = |offset: u32, at_end: bool| {
            let index = pieces.partition_point(|piece| {
                piece.range.end < offset || (!at_end && piece.range.end == offset)
            });
            let piece = pieces.get(index)?;
            let before = TextRange {
                start: piece.range.start,
                end: offset,
            };
            let units = before.of(text).encode_utf16().count();
            Some((nodes.get(index)?.clone(), u32::try_from(units).ok()?))
        };
        Some((place(hit.start, false)?, place(hit.end, true)?))
    }
}

/// A place in the document: a text node and an offset in UTF-16 units.
type End = (Text, u32);

fn range((first, start): &End, (last, end): &End) -> Option<Range> {
    let range = Range::new().ok()?;
    range.set_start(first, *start).ok()?;
    range.set_end(last, *end).ok()?;
    Some(range)
}

/// A range that the browser need not update when the page changes. Each live range makes changes
/// slower, and exists until it is garbage-collected.
fn static_range((first, start): &End, (last, end): &End) -> Option<StaticRange> {
    let ends = StaticRangeInit::new(last, *end, first, *start);
    StaticRange::new(&ends).ok()
}

/// The text nodes of a block, in order.
pub(super) fn text_nodes(root: &Element, block: usize) -> Option<Vec<Text>> {
    const SHOW_TEXT: u32 = 4;
    let element = root.query_selector(&format!("#b{}", block + 1)).ok()??;
    let document = element.owner_document()?;
    let walker = document
        .create_tree_walker_with_what_to_show(&element, SHOW_TEXT)
        .ok()?;
    let mut nodes = Vec::new();
    while let Ok(Some(node)) = walker.next_node() {
        nodes.extend(node.dyn_into::<Text>());
    }
    Some(nodes)
}

/// Scrolls to a hit that is marked by an element.
fn show_element(text: &Element, hit: Option<usize>) {
    if let Some(hit) = hit
        && let Ok(found) = text.query_selector_all("[data-hit]")
        && let Some(mark) = found.item(u32::try_from(hit).unwrap_or(0))
        && let Ok(mark) = mark.dyn_into::<Element>()
    {
        show(&mark);
    }
}
