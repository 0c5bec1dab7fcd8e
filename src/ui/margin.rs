//! The notes in the margin, each as close to its passage as the other notes allow.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::marks::NoteClaims;
use super::note::Note;
use super::page_context::use_page;
use super::passage::passage;
use super::resize::SizeWatch;
use super::scene::Scene;
use explore::IndexedArticle;

/// Pixels between two cards.
const GAP: f64 = 6.0;

/// Properties of [`Margin`].
#[derive(Properties)]
pub(super) struct MarginProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The claims of each note.
    pub(super) notes: Vec<NoteClaims>,
    /// The claim that is pointed at.
    pub(super) pointed_at: Option<usize>,
}

impl PartialEq for MarginProps {
    /// Properties are equal if the margin looks the same.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        a.indexed == b.indexed
            && a.selected() == b.selected()
            && a.result.claims == b.result.claims
            && self.pointed_at == other.pointed_at
            && self.notes == other.notes
    }
}

/// The list of notes.
#[component]
pub(super) fn Margin(props: &MarginProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let text = page.refs.text;
    let list = use_node_ref();
    let MarginProps {
        scene,
        notes,
        pointed_at,
    } = props;
    {
        let list = list.clone();
        let placed = (scene.indexed.clone(), notes.clone(), scene.selected());
        use_effect_with(placed, move |(indexed, notes, selected)| {
            let elements = list.cast::<HtmlElement>().zip(text.cast::<Element>());
            let watch = elements
                .and_then(|(list, text)| place_notes(&list, &text, indexed, notes, *selected));
            move || drop(watch)
        });
    }
    html! {
        <ol class="margin-cards" ref={&list} aria-label={messages.claims_label}>
            { for notes.iter().map(|claims| html! {
                <Note key={claims.first().copied().unwrap_or_default()} scene={scene.clone()}
                    claims={claims.clone()} pointed_at={pointed_at.filter(|claim| claims.contains(claim))} />
            }) }
        </ol>
    }
}

/// Moves the notes to their places, now and whenever the text or a note changes size.
fn place_notes(
    list: &HtmlElement,
    text: &Element,
    indexed: &IndexedArticle,
    notes: &[NoteClaims],
    selected: Option<usize>,
) -> Option<SizeWatch> {
    let passage_of = |claims: &NoteClaims| claims.first().map(|claim| passage(indexed, *claim));
    let passages: Vec<String> = notes.iter().filter_map(passage_of).collect();
    let selected = selected.and_then(|claim| notes.iter().position(|note| note.contains(&claim)));
    let cards = children(list);
    // What stands above the text moves it without changing its size.
    let page = text.closest("main").ok().flatten();
    let watched = cards
        .clone()
        .into_iter()
        .map(Into::into)
        .chain([text.clone()])
        .chain(page);
    let (list, text) = (list.clone(), text.clone());
    let placing = move |()| place(&list, &cards, &text, &passages, selected);
    SizeWatch::of(watched, placing.into())
}

fn children(list: &HtmlElement) -> Vec<HtmlElement> {
    let mut cards = Vec::new();
    let mut next = list.first_element_child();
    while let Some(card) = next {
        next = card.next_element_sibling();
        cards.extend(card.dyn_into::<HtmlElement>());
    }
    cards
}

fn place(
    list: &HtmlElement,
    cards: &[HtmlElement],
    text: &Element,
    passages: &[String],
    selected: Option<usize>,
) {
    let origin = list.get_bounding_client_rect().top();
    let mut wanted = 0.0;
    let places: Vec<(f64, f64)> = cards
        .iter()
        .zip(passages)
        .map(|(card, passage)| {
            // If a passage is not in the text, its card is placed below the previous one.
            if let Ok(Some(passage)) = text.query_selector(passage) {
                wanted = passage.get_bounding_client_rect().top() - origin;
            }
            (wanted, card.get_bounding_client_rect().height())
        })
        .collect();
    let tops = stacked(&places, selected);
    let mut end: f64 = 0.0;
    for ((card, top), (_, height)) in cards.iter().zip(&tops).zip(&places) {
        end = end.max(top + height);
        let _unstyleable = card
            .style()
            .set_property("top", &format!("{}px", top.round() as i32));
    }
    let _unstyleable = list
        .style()
        .set_property("min-height", &format!("{}px", end.round() as i32));
}

/// The tops of cards with a wanted place and a height (in pixels), in order and without overlap.
/// The selected card gets its wanted place if there is room above it.
fn stacked(places: &[(f64, f64)], selected: Option<usize>) -> Vec<f64> {
    let mut tops: Vec<f64> = Vec::with_capacity(places.len());
    let mut free = 0.0;
    for (number, (wanted, height)) in places.iter().enumerate() {
        let mut top = wanted.max(free);
        if selected == Some(number) && top > *wanted {
            top = wanted.max(0.0);
            let mut below = top;
            for (above, (_, height)) in tops.iter_mut().zip(places).rev() {
                *above = above.min(below - height - GAP);
                below = *above;
            }
            if below < 0.0 {
                let mut free = 0.0;
                for (above, (_, height)) in tops.iter_mut().zip(places) {
                    *above = above.max(free);
                    free = *above + height + GAP;
                }
                top = top.max(free);
            }
        }
        tops.push(top);
        free = top + height + GAP;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_stand_at_their_passage_or_below_the_one_before() {
        assert_eq!(
            stacked(&[(10.0, 20.0), (15.0, 20.0), (200.0, 20.0)], None),
            [10.0, 36.0, 200.0]
        );
        assert_eq!(stacked(&[], None), Vec::<f64>::new());
    }

    #[test]
    fn the_selected_card_stands_where_it_wants_to() {
        let places = [(100.0, 20.0), (110.0, 20.0), (120.0, 50.0), (130.0, 20.0)];
        assert_eq!(stacked(&places, Some(2)), [68.0, 94.0, 120.0, 176.0]);
        assert_eq!(
            stacked(&[(0.0, 20.0), (1.0, 20.0), (2.0, 20.0)], Some(2)),
            [0.0, 26.0, 52.0]
        );
    }

    proptest::proptest! {
        #[test]
        fn cards_never_overlap(
            places in proptest::collection::vec((0.0f64..500.0, 1.0f64..80.0), 0..12), selected in 0usize..12,
        ) {
            let mut places = places;
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            let tops = stacked(&places, Some(selected));
            for (pair, heights) in tops.windows(2).zip(&places) {
                proptest::prop_assert!(pair[0] >= -0.001);
                proptest::prop_assert!(pair[0] + heights.1 <= pair[1] + 0.001, "{:?}", tops);
            }
        }
    }
}
