//! The claim cards in the margin, each as close to its passage as the other cards allow.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::claim_card::ClaimCard;
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
    /// The claims that have a card.
    pub(super) claims: Vec<usize>,
}

impl PartialEq for MarginProps {
    /// Properties are equal if the margin looks the same.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        a.indexed == b.indexed && a.selected() == b.selected() && self.claims == other.claims
    }
}

/// The list of cards.
#[component]
pub(super) fn Margin(props: &MarginProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let text = page.refs.text;
    let list = use_node_ref();
    let MarginProps { scene, claims } = props;
    {
        let list = list.clone();
        let placed = (scene.indexed.clone(), claims.clone(), scene.selected());
        use_effect_with(placed, move |(indexed, claims, selected)| {
            let elements = list.cast::<HtmlElement>().zip(text.cast::<Element>());
            let watch = elements
                .and_then(|(list, text)| place_cards(&list, &text, indexed, claims, *selected));
            move || drop(watch)
        });
    }
    html! {
        <ol class="margin-cards" ref={&list} aria-label={messages.claims_label}>
            { for claims.iter().map(|number| html! {
                <ClaimCard key={*number} scene={scene.clone()} number={*number} />
            }) }
        </ol>
    }
}

/// Moves the cards of `claims` to their places, now and whenever the text or a card changes size.
fn place_cards(
    list: &HtmlElement,
    text: &Element,
    indexed: &IndexedArticle,
    claims: &[usize],
    selected: Option<usize>,
) -> Option<SizeWatch> {
    let passages: Vec<String> = claims
        .iter()
        .map(|claim| passage(indexed, *claim))
        .collect();
    let selected = claims.iter().position(|claim| Some(*claim) == selected);
    let cards = children(list);
    let watched = cards
        .clone()
        .into_iter()
        .map(Into::into)
        .chain([text.clone()]);
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
