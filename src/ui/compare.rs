//! The claims of two or three speakers side by side, by subject.

use std::cell::Cell;

use yew::prelude::*;

use super::claim_items::claim_item;
use super::claim_limit::use_claim_limit;
use super::claim_origin::OriginOf;
use super::page_context::use_page;
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use super::speaker_pills::SpeakerPills;
use explore::{ComparedClaim, Comparison, Facet, FacetValue, SubjectRow, distinct_names};
use model::Article;

/// How many bytes of a claim are repeated under another subject.
const REPEATED: usize = 60;

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub(super) struct CompareProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    pub(super) origins: Option<OriginOf>,
    /// The claim that the reader has stepped to, if it is not the selected one.
    pub(super) stepped_to: Option<usize>,
}

/// The choice of speakers, and a row for each subject with a column for each speaker.
#[component]
pub(super) fn Compare(props: &CompareProps) -> Html {
    let page = use_page();
    let messages = page.claims_messages();
    let CompareProps { scene, origins, .. } = props;
    let indexed = &scene.indexed;
    let comparison = Comparison::of(&scene.state.view, indexed, &scene.result);
    let known = indexed.values(Facet::Speaker);
    let names = distinct_names(known);
    // Those that are repeated take little.
    let all: Vec<usize> = comparison.claims().collect();
    let current = scene.selected().or(props.stepped_to);
    let current = all.iter().position(|claim| Some(*claim) == current);
    let (limit, more_claims) = use_claim_limit(all.len(), current.map_or(0, |at| at + 1));
    let left = Cell::new(limit);
    let speakers: Vec<&FacetValue> = comparison
        .speakers
        .iter()
        .filter_map(|number| known.get(*number))
        .collect();
    let columns = match speakers.len() {
        0 => return Html::default(),
        1 => "of-1",
        2 => "of-2",
        _ => "of-3",
    };
    let subject = |row: &SubjectRow| {
        let value = row
            .subject
            .map(|number| indexed.values(Facet::About).get(number));
        value.flatten().map_or("", |value| value.label.as_str())
    };
    let cell = |compared: &ComparedClaim| {
        if compared.again {
            again(&indexed.article, compared.claim, messages.see_above)
        } else {
            claim_item(scene, origins.as_ref(), compared.claim)
        }
    };
    let is_only_row = comparison.shared.is_empty() && comparison.others.len() == 1;
    let row = |row: &SubjectRow| {
        if left.get() == 0 && limit < all.len() {
            return Html::default();
        }
        let subject = subject(row);
        let heading = match row.subject {
            Some(_) => (messages.about_subject)(subject),
            None => messages.other_subjects.to_owned(),
        };
        let column = |(speaker, claims): (&&FacetValue, &Vec<ComparedClaim>)| {
            let label = match row.subject {
                Some(_) => (messages.speaker_about)(&speaker.label, subject),
                None => speaker.label.clone(),
            };
            let is_built = |compared: &&ComparedClaim| {
                let before = left.get();
                if !compared.again {
                    left.set(before.saturating_sub(1));
                }
                compared.again || before > 0
            };
            html! {
                <div class={classes!("side", speaker_class(indexed, &speaker.id))}>
                    if claims.is_empty() {
                        <p class="none">{ messages.no_claim }</p>
                    } else {
                        <ol class="claim-items" aria-label={label}>{ for claims.iter().take_while(is_built).map(cell) }</ol>
                    }
                </div>
            }
        };
        html! {
            <section key={row.subject.map_or(usize::MAX, |number| number)} class="subject">
                if !is_only_row || row.subject.is_some() { <h3>{ heading }</h3> }
                <div class={classes!("sides", columns)}>{ for speakers.iter().zip(&row.columns).map(column) }</div>
            </section>
        }
    };
    let is_comparing = speakers.len() > 1 && !is_only_row;
    html! { <>
        <SpeakerPills scene={scene.clone()} compared={comparison.speakers.clone()} />
        <div class={classes!("sides", "heads", columns)} aria-hidden="true">
            { for speakers.iter().zip(&comparison.speakers).map(|(speaker, number)| html! {
                <p class={classes!("side", speaker_class(indexed, &speaker.id))}><span class="dot"></span><bdi>{ names.get(*number) }</bdi></p>
            }) }
        </div>
        { for comparison.shared.iter().map(row) }
        if is_comparing && !comparison.others.is_empty() {
            <p class="divider">{ if comparison.shared.is_empty() { messages.nothing_shared } else { messages.subjects_of_one } }</p>
        }
        { for comparison.others.iter().map(row) }
        { more_claims }
    </> }
}

/// The first words of a claim that an earlier row has in full.
fn again(article: &Article, claim: usize, see_above: &'static str) -> Html {
    let range = article
        .claims
        .get(claim)
        .and_then(|claim| claim.content.first());
    let words = range.map_or("", |range| article.words(*range));
    let whole = words.char_indices().take_while(|(at, _)| *at < REPEATED);
    let end = whole.last().map_or(0, |(at, c)| at + c.len_utf8());
    let start = words.get(..end).unwrap_or_default();
    let start = if end < words.len() {
        start.rsplit_once(' ').map_or(start, |(start, _)| start)
    } else {
        start
    };
    html! {
        <li key={claim} class="again"><span class="words">{ start }{ " … " }</span><span class="sign">{ see_above }</span></li>
    }
}
