//! Speakers with the number of their claims, as pills and as a bar of shares. Both filter.

use yew::prelude::*;

use super::page_context::use_page;
use explore::{Action, Facet, SpeakerColours};

/// The number of speakers that are listed until the reader asks for more.
const FIRST: usize = 7;
/// A name with more bytes than this may be cut, so it is also a tooltip.
const LONG: usize = 24;
/// The width of the whole bar, and of the gaps in it.
const WHOLE: usize = 1000;
const GAP: usize = 4;

/// A speaker and their share of the claims.
#[derive(Clone, PartialEq)]
pub(super) struct SpeakerShare {
    /// The key in an address.
    pub(super) id: String,
    /// The name.
    pub(super) name: String,
    /// The number of claims.
    pub(super) count: usize,
    /// The number of the colour.
    pub(super) colour: u8,
    /// The reader has chosen this speaker.
    pub(super) is_chosen: bool,
}

/// Properties of [`Speakers`].
#[derive(Properties, PartialEq)]
pub(super) struct SpeakersProps {
    /// The speakers, most claims first.
    pub(super) list: Vec<SpeakerShare>,
}

/// The speakers. If there are many, the first and the chosen ones, until the reader asks for more.
#[component]
pub(super) fn Speakers(props: &SpeakersProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let all = use_state_eq(|| false);
    let list = &props.list;
    let toggle = |speaker: &SpeakerShare| {
        let action = Action::Toggle(Facet::Speaker, speaker.id.clone());
        page.dispatch.reform(move |_: MouseEvent| action.clone())
    };
    let pill = |speaker: &SpeakerShare| {
        let class = classes!("pill", colour_class(speaker.colour));
        let title = (speaker.name.len() > LONG).then(|| speaker.name.clone());
        let label = html! { <>
            <span class="dot" aria-hidden="true"></span>
            <span class="name-of" dir="auto" {title}>{ &speaker.name }</span>
            { " " }<span class="count">{ speaker.count }</span>
        </> };
        if page.is_static {
            return html! { <li key={speaker.id.clone()}><span {class}>{ label }</span></li> };
        }
        let pressed = speaker.is_chosen.to_string();
        html! {
            <li key={speaker.id.clone()}>
                <button type="button" {class} data-speaker={speaker.id.clone()} aria-pressed={pressed}
                    onclick={toggle(speaker)}>{ label }</button>
            </li>
        }
    };
    // One more button would take the place of the only speaker that it stands for.
    let first = if list.len() > FIRST + 1 {
        FIRST
    } else {
        list.len()
    };
    let rest = list.iter().skip(first);
    let hidden = rest.clone().filter(|speaker| !*all && !speaker.is_chosen);
    let shown = list.iter().take(first);
    let shown = shown.chain(rest.filter(|speaker| *all || speaker.is_chosen));
    let hidden = hidden.count();
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(!*all))
    };
    html! {
        <div class="speakers-key">
            { shares(list, first, &toggle) }
            <ul class={classes!("pills", all.then_some("all"))} aria-label={messages.speakers}>
                { for shown.map(pill) }
                if list.len() > first && (*all || hidden > 0) {
                    <li key="">
                        if page.is_static {
                            <span class="pill">{ (messages.more_speakers)(hidden) }</span>
                        } else {
                            <button type="button" class="pill" aria-expanded={all.to_string()} onclick={more}>
                                if *all { { messages.fewer_speakers } } else { { (messages.more_speakers)(hidden) } }
                            </button>
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

fn colour_class(colour: u8) -> String {
    format!("speaker-{colour}")
}

/// A bar with a segment for each of the first speakers and one for the others. The pills say the
/// same, so it is hidden from assistive technology.
fn shares(
    list: &[SpeakerShare],
    first: usize,
    toggle: &dyn Fn(&SpeakerShare) -> Callback<MouseEvent>,
) -> Html {
    let total: usize = list.iter().map(|speaker| speaker.count).sum();
    let any_chosen = list.iter().any(|speaker| speaker.is_chosen);
    let place = |count: usize| count * WHOLE / total.max(1);
    let segment = |before: usize, count: usize, colour: u8, faded: bool| {
        let (from, to) = (place(before), place(before + count));
        let class = classes!("segment", colour_class(colour), faded.then_some("faded"));
        (
            class,
            from.to_string(),
            to.saturating_sub(from + GAP).max(1).to_string(),
        )
    };
    let mut before = 0;
    let mut segments: Vec<Html> = Vec::with_capacity(first + 1);
    for speaker in list.iter().take(first) {
        let faded = any_chosen && !speaker.is_chosen;
        let (class, x, width) = segment(before, speaker.count, speaker.colour, faded);
        before += speaker.count;
        segments.push(html! {
            <rect {class} {x} {width} height="10" onclick={toggle(speaker)} />
        });
    }
    if before < total {
        let grey = SpeakerColours::GREY;
        let (class, x, width) = segment(before, total - before, grey, any_chosen);
        segments.push(html! { <rect {class} {x} {width} height="10" /> });
    }
    html! {
        <svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">{ for segments }</svg>
    }
}
