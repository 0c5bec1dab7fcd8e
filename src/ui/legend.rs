//! The key to the marks, and the speakers, below the headline.

use yew::prelude::*;

use super::page_context::use_page;
use super::scene::Scene;
use super::speakers::{SpeakerShare, Speakers};
use crate::messages::Sample;
use explore::{Facet, FacetValue, SpeakerColours};

/// Properties of [`Legend`].
#[derive(Properties)]
pub(super) struct LegendProps {
    /// The data to render.
    pub(super) scene: Scene,
}

impl PartialEq for LegendProps {
    /// Properties are equal if the key looks the same.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        a.indexed == b.indexed && a.state.view.filters_as(&b.state.view)
    }
}

/// One sentence that says what underline, colour and tint mean, and who speaks how much.
#[component]
pub(super) fn Legend(props: &LegendProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let Scene { indexed, state, .. } = &props.scene;
    let speakers = indexed.values(Facet::Speaker);
    let colour = speakers.first().map_or(SpeakerColours::GREY, |first| {
        indexed.speaker_colour(&first.id)
    });
    let sample = |sample: Sample, words: &'static str| match sample {
        Sample::Name(kind) => {
            html! { <span class="name" data-kind={kind.as_str()}>{ words }</span> }
        }
        Sample::Quoted | Sample::Paraphrased => {
            let form = if sample == Sample::Quoted {
                "quoted"
            } else {
                "paraphrased"
            };
            html! { <span class={format!("claim speaker-{colour} {form}")}>{ words }</span> }
        }
    };
    let share = |speaker: &FacetValue| SpeakerShare {
        id: speaker.id.clone(),
        name: speaker.label.clone(),
        count: speaker.total,
        colour: indexed.speaker_colour(&speaker.id),
        is_chosen: state.view.filters.has(Facet::Speaker, &speaker.id),
    };
    html! {
        <div class="legend">
            <p>if speakers.is_empty() { { messages.no_claims } } else { { (messages.key)(&sample) } }</p>
            if !indexed.article.mentions.is_empty() { <p class="key-to-names">{ (messages.key_to_names)(&sample) }</p> }
            if !speakers.is_empty() { <Speakers list={speakers.iter().map(share).collect::<Vec<_>>()} /> }
        </div>
    }
}
