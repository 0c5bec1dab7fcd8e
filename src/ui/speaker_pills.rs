//! The choice of the speakers that are compared.

use yew::prelude::*;

use super::page_context::use_page;
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use crate::messages::ClaimsMessages;
use explore::{Action, Comparison, Facet, FacetValue, View, distinct_names};

/// How many speakers are offered at first, besides those that are compared.
const OFFERED: usize = 10;

/// Properties of [`SpeakerPills`].
#[derive(Properties, PartialEq)]
pub(super) struct SpeakerPillsProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The speakers that are compared, as numbers in the values of the facet.
    pub(super) compared: Vec<usize>,
}

/// All speakers as buttons that stay pressed. The choice is the filter of speakers, so the address
/// holds it.
#[component]
pub(super) fn SpeakerPills(props: &SpeakerPillsProps) -> Html {
    let page = use_page();
    let messages = page.claims_messages();
    let all = use_state_eq(|| false);
    let SpeakerPillsProps { scene, compared } = props;
    let (view, indexed) = (&scene.state.view, &scene.indexed);
    let values = indexed.values(Facet::Speaker);
    let names = distinct_names(values);
    let is_chosen = !view.filters.is_open(Facet::Speaker);
    let is_pressed = |number: usize, value: &FacetValue| {
        if is_chosen {
            view.filters.has(Facet::Speaker, &value.id)
        } else {
            compared.contains(&number)
        }
    };
    let pressed: Vec<&FacetValue> = values
        .iter()
        .enumerate()
        .filter(|(number, value)| is_pressed(*number, value))
        .map(|(_, value)| value)
        .collect();
    let is_full = pressed.len() >= Comparison::MOST;
    let pill = |(number, value): (usize, &FacetValue)| {
        let is_pressed = is_pressed(number, value);
        if number >= OFFERED && !is_pressed && !*all {
            return None;
        }
        let is_refused = is_full && !is_pressed;
        let chosen = pressed.iter().map(|value| value.id.as_str());
        let next = toggled(view, chosen, &value.id);
        let onclick = page
            .dispatch
            .reform(move |_: MouseEvent| Action::Restore(Box::new(next.clone())));
        let onclick = (!is_refused).then_some(onclick);
        Some(html! {
            <li key={value.id.clone()}>
                <button type="button" class={classes!("pill", speaker_class(indexed, &value.id))}
                    aria-pressed={is_pressed.to_string()} aria-disabled={is_refused.then_some("true")}
                    aria-describedby={is_refused.then_some("compare-note")} {onclick}>
                    <span class="dot" aria-hidden="true"></span><bdi class="name-of">{ names.get(number) }</bdi>{ " " }
                    <span class="count">{ scene.result.count(Facet::Speaker, &value.id) }</span>
                </button>
            </li>
        })
    };
    let rest = values.len() > OFFERED && !*all;
    let show_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! { <>
        <ul class="pills all" aria-label={messages.speakers_to_compare}>
            { for values.iter().enumerate().filter_map(pill) }
            if rest {
                <li key="all"><button type="button" class="quiet" onclick={show_all}>{ (messages.all_speakers)(values.len()) }</button></li>
            }
        </ul>
        <p id="compare-note" class="remark">{ note(messages, is_chosen, &pressed, values.len()) }</p>
    </> }
}

/// The view after a click on the pill of a speaker.
fn toggled<'v>(view: &View, chosen: impl Iterator<Item = &'v str>, id: &str) -> View {
    let mut next = view.clone();
    next.filters.clear(Facet::Speaker);
    for other in chosen {
        next.filters.choose(Facet::Speaker, other);
    }
    next.filters.toggle(Facet::Speaker, id);
    next
}

/// What the reader can do now.
fn note(messages: &ClaimsMessages, is_chosen: bool, pressed: &[&FacetValue], all: usize) -> String {
    match pressed {
        _ if all < 2 => messages.only_speaker.to_owned(),
        [only] => (messages.choose_another)(&only.label),
        _ if !is_chosen => (messages.suggested)(Comparison::MOST),
        pressed if pressed.len() > Comparison::MOST => {
            (messages.too_many)(pressed.len(), Comparison::MOST)
        }
        pressed if pressed.len() == Comparison::MOST => (messages.no_more)(Comparison::MOST),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Language;

    #[test]
    fn a_click_changes_the_speakers_that_are_compared() {
        let speakers = |view: &View| {
            let chosen = view.filters.chosen(Facet::Speaker);
            chosen.map(str::to_owned).collect::<Vec<_>>().join(",")
        };
        let mut view = View::default();
        view.filters.choose(Facet::Form, "direct");
        // Nobody is chosen, and `a` and `b` are suggested.
        let without = toggled(&view, ["a", "b"].into_iter(), "a");
        assert_eq!(speakers(&without), "b");
        let with = toggled(&view, ["a", "b"].into_iter(), "c");
        assert_eq!(speakers(&with), "a,b,c");
        assert!(with.filters.has(Facet::Form, "direct"));
        let fewer = toggled(&with, ["a", "b", "c"].into_iter(), "b");
        assert_eq!(speakers(&fewer), "a,c");
    }

    #[test]
    fn the_note_says_what_can_be_done_with_the_chosen_speakers() {
        let messages = Language::default().claims();
        let values = ["Ann", "Bob", "Zoe"].map(|name| FacetValue {
            id: name.to_owned(),
            label: name.to_owned(),
            total: 1,
        });
        let pressed: Vec<&FacetValue> = values.iter().collect();
        let said = |is_chosen, count, all| note(messages, is_chosen, &pressed[..count], all);
        assert!(said(false, 1, 1).contains("only one speaker"));
        assert!(said(false, 1, 3).ends_with("compare with Ann."));
        assert!(said(true, 1, 3).ends_with("compare with Ann."));
        assert!(said(false, 2, 3).starts_with("These speakers have the most claims"));
        assert_eq!(said(true, 2, 3), "");
        assert!(said(true, 3, 3).contains("at most"));
    }
}
