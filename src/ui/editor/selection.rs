//! The selection of the browser as a range of the article, and the reverse.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Selection};

use crate::ui::hit_highlight::text_nodes;
use edit::{trimmed, whole_words};
use model::{Article, TextRange};

/// The selection of the document.
pub(super) fn selection() -> Option<Selection> {
    gloo::utils::window().get_selection().ok().flatten()
}

/// The selected words of the article that `text` shows, widened to whole words.
pub(super) fn selected_words(text: &Element, article: &Article) -> Option<TextRange> {
    let selection = selection().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let start = offset_of(
        text,
        article,
        &range.start_container().ok()?,
        range.start_offset().ok()?,
    )?;
    let end = offset_of(
        text,
        article,
        &range.end_container().ok()?,
        range.end_offset().ok()?,
    )?;
    let range = trimmed(&article.text, TextRange { start, end })?;
    Some(whole_words(article, range))
}

/// The caret in the text, as an empty range of the article.
pub(super) fn caret_place(text: &Element, article: &Article) -> Option<TextRange> {
    let selection = selection()?;
    let at = offset_of(
        text,
        article,
        &selection.focus_node()?,
        selection.focus_offset(),
    )?;
    Some(TextRange { start: at, end: at })
}

/// Selects a range of the article.
pub(super) fn select(text: &Element, article: &Article, range: TextRange) {
    let place = |offset: u32, at_end: bool| place_of(text, article, offset, at_end);
    if let Some(selection) = selection()
        && let Some((first, start)) = place(range.start, false)
        && let Some((last, end)) = place(range.end, true)
    {
        let _refused = selection.set_base_and_extent(&first, start, &last, end);
    }
}

/// The place in the article, in bytes, of a place in the document.
fn offset_of(text: &Element, article: &Article, node: &Node, offset: u32) -> Option<u32> {
    if !text.contains(Some(node)) {
        return None;
    }
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let Some(block) = element.closest(".block").ok().flatten() else {
        // Between the blocks: the start of the block that follows.
        let next = node.child_nodes().item(offset);
        let next = next.and_then(|next| next.dyn_into::<Element>().ok());
        return match next.and_then(|next| block_number(&next)) {
            Some(number) => article.blocks.get(number).map(|block| block.range.start),
            None => article.blocks.last().map(|block| block.range.end),
        };
    };
    let range = article.blocks.get(block_number(&block)?)?.range;
    let before = Range::new().ok()?;
    before.set_start(&block, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let units = before.to_string().length();
    Some(range.start + bytes_of(article.words(range), units))
}

/// The number of a block of the text, from 0.
fn block_number(block: &Element) -> Option<usize> {
    let number: usize = block.id().strip_prefix('b')?.parse().ok()?;
    number.checked_sub(1)
}

/// The number of bytes that the first UTF-16 units of a text take.
fn bytes_of(text: &str, units: u32) -> u32 {
    let mut left = units as usize;
    let mut bytes = 0;
    for c in text.chars() {
        if left < c.len_utf16() {
            break;
        }
        left -= c.len_utf16();
        bytes += c.len_utf8();
    }
    bytes as u32
}

/// The text node and the offset in it, in UTF-16 units, of a place in the article. A place between
/// two nodes belongs to the first one if it is the end of something.
fn place_of(
    text: &Element,
    article: &Article,
    offset: u32,
    at_end: bool,
) -> Option<(web_sys::Text, u32)> {
    let number = article.blocks.partition_point(|block| {
        block.range.end < offset || (!at_end && block.range.end == offset)
    });
    let block = article.blocks.get(number)?;
    let before = TextRange {
        start: block.range.start,
        end: offset,
    };
    let mut left = u32::try_from(article.words(before).encode_utf16().count()).ok()?;
    for node in text_nodes(text, number)? {
        let length = node.length();
        if left < length || (at_end && left == length) {
            return Some((node, left));
        }
        left -= length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::bytes_of;

    #[test]
    fn utf_16_units_are_counted_as_bytes() {
        for (text, units, bytes) in [
            ("abc", 0, 0),
            ("abc", 2, 2),
            ("aé😀b", 2, 3),
            ("aé😀b", 3, 3),
            ("aé😀b", 4, 7),
            ("aé😀b", 9, 8),
            ("", 3, 0),
        ] {
            assert_eq!(bytes_of(text, units), bytes, "{text} {units}");
        }
    }
}
