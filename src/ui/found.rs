//! What the program found: how sure it is, why, and the control that hides what it is less
//! sure of.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::scene::Scene;
use super::words::counted;
use annotate::Rule;
use explore::{Action, IndexedArticle, Threshold, percent_of};
use model::{Claim, Provenance};

/// What a card says of a finding beside its form.
pub(super) fn sign(provenance: &Provenance) -> String {
    match provenance {
        Provenance::Curated => String::new(),
        Provenance::Found { confidence, .. } => {
            format!(" · found, {}% sure", percent_of(*confidence))
        }
    }
}

/// What tells the passage of a claim that was found from one that somebody marked.
pub(super) fn class_of(claim: Option<&Claim>) -> Option<&'static str> {
    let found = claim.is_some_and(|claim| claim.provenance != Provenance::Curated);
    found.then_some("found")
}

/// The control of how sure the program must be, where an article holds something it found.
pub(super) fn threshold(scene: &Scene, dispatch: &Callback<Action>) -> Option<Html> {
    let sure = scene.state.view.min_confidence;
    if sure.is_open() && !scene.indexed.article.has_found() {
        return None;
    }
    let percent = sure.percent();
    let oninput = dispatch.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Action::MinConfidence(Threshold::parse(&input.value()).unwrap_or_default())
    });
    let said = said(sure);
    Some(html! {
        <fieldset class="facet facet-sure">
            <legend>{ "Found by the program" }</legend>
            <label>
                <input type="range" name={Threshold::KEY} min="0" max="100" step="1"
                    value={percent.to_string()} aria-valuetext={said.clone()} aria-label="How sure at least" {oninput} />
                <span class="said" aria-hidden="true">{ said }</span>
            </label>
        </fieldset>
    })
}

/// The threshold as a chip that takes it back.
pub(super) fn chip(scene: &Scene, dispatch: &Callback<Action>) -> Option<Html> {
    let sure = scene.state.view.min_confidence;
    let take_back = |_: MouseEvent| Action::MinConfidence(Threshold::default());
    (!sure.is_open()).then(|| {
        html! {
            <li key="sure">
                <button type="button" class="chip" onclick={dispatch.reform(take_back)}>
                    <span class="visually-hidden">{ "Take back: " }</span>
                    <span class="facet">{ "Found" }</span>{ " " }{ said(sure) }
                    <span class="cross" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    })
}

/// What lets claims come back that the threshold hides.
pub(super) fn remedy(scene: &Scene) -> (String, Action) {
    let what = format!("Found: {}", said(scene.state.view.min_confidence));
    (what, Action::MinConfidence(Threshold::default()))
}

fn said(sure: Threshold) -> String {
    if sure.is_open() {
        "all, however sure".to_owned()
    } else {
        format!("at least {}% sure", sure.percent())
    }
}

/// Why something is taken for a claim; nothing where somebody marked it.
pub(super) fn why_claim(indexed: &IndexedArticle, claim: usize) -> Html {
    let claim = indexed.article.claims.get(claim);
    match claim.map(|claim| &claim.provenance) {
        Some(Provenance::Found { confidence, rule }) => why(html! {
            { reason(rule, &format!("{}% sure", percent_of(*confidence))) }
        }),
        _ => Html::default(),
    }
}

/// Why words are taken for the name of an entity: each rule that found one.
pub(super) fn why_name(scene: &Scene, id: &str) -> Html {
    let mentions = scene.indexed.article.mentions.iter();
    let mut rules: Vec<(&str, usize, u8, u8)> = Vec::new();
    for mention in mentions.filter(|mention| mention.entity.as_str() == id) {
        let Provenance::Found { confidence, rule } = &mention.provenance else {
            continue;
        };
        let percent = percent_of(*confidence);
        match rules.iter_mut().find(|(known, ..)| *known == &**rule) {
            Some((_, count, low, high)) => {
                *count += 1;
                *low = percent.min(*low);
                *high = percent.max(*high);
            }
            None => rules.push((rule, 1, percent, percent)),
        }
    }
    if rules.is_empty() {
        return Html::default();
    }
    let each = rules.into_iter().map(|(rule, count, low, high)| {
        let sure = if low == high {
            format!("{low}% sure")
        } else {
            format!("{low} to {high}% sure")
        };
        reason(
            rule,
            &format!("{}, {sure}", counted(count, "place", "places")),
        )
    });
    why(each.collect())
}

fn why(reasons: Html) -> Html {
    html! {
        <details class="why">
            <summary>{ "Why" }</summary>
            { reasons }
        </details>
    }
}

/// A rule by its name, with what it looks for, and how sure it is.
fn reason(name: &str, sure: &str) -> Html {
    let sentences: Vec<&str> = Rule::of_finding(name).map(Rule::sentence).collect();
    let told = if name.is_empty() {
        "Found by a program that does not say by which rule".to_owned()
    } else {
        format!("Rule: {name}")
    };
    html! {
        <p>
            <b>{ told }</b>{ " · " }{ sure }
            { for sentences.into_iter().map(|sentence| html! { <><br />{ sentence }</> }) }
        </p>
    }
}
