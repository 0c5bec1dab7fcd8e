//! Automatic findings: their confidence, their rules, and the control for the minimum confidence.

use yew::prelude::*;

use super::scene::Scene;
use crate::messages::OnDemandMessages;
use annotate::Rule;
use explore::{Action, IndexedArticle, Threshold, percent_of};
use model::{Provenance, words_before};

/// The threshold as a filter, and the action that removes it.
pub(super) fn remedy(on_demand: &OnDemandMessages, scene: &Scene) -> (String, Action) {
    let what = (on_demand.threshold_filter)(scene.state.view.min_confidence);
    (what, Action::MinConfidence(Threshold::default()))
}

/// Why something counts as a claim, or nothing if an editor marked it.
pub(super) fn why_claim(
    on_demand: &OnDemandMessages,
    indexed: &IndexedArticle,
    claim: usize,
) -> Html {
    let claim = indexed.article.claims.get(claim);
    match claim.map(|claim| &claim.provenance) {
        Some(Provenance::Found { rule, .. }) => why(on_demand, reason(on_demand, rule, None)),
        _ => Html::default(),
    }
}

/// Why words count as the name of an entity: the rules that found it.
pub(super) fn why_name(on_demand: &OnDemandMessages, scene: &Scene, id: &str) -> Html {
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
        reason(
            on_demand,
            rule,
            Some((on_demand.found_in)(count, low, high)),
        )
    });
    why(on_demand, each.collect())
}

fn why(on_demand: &OnDemandMessages, reasons: Html) -> Html {
    html! {
        <details class="why">
            <summary>{ on_demand.why }</summary>
            { reasons }
        </details>
    }
}

/// The name of a rule, where it found something, and what it looks for.
fn reason(on_demand: &OnDemandMessages, name: &str, places: Option<String>) -> Html {
    if let Some(words) = words_before(name) {
        return html! { <p>{ (on_demand.moved)(words) }</p> };
    }
    let sentences: Vec<&str> = Rule::of_finding(name)
        .map(on_demand.rule_sentence)
        .collect();
    html! {
        <p>
            <b>{ (on_demand.rule)(name) }</b>
            if let Some(places) = places { { " · " }{ places } }
            { for sentences.into_iter().map(|sentence| html! { <><br />{ sentence }</> }) }
        </p>
    }
}
