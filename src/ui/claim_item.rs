//! A claim that stands apart from the text: who says what, in the sentences around it.

use std::rc::Rc;

use yew::prelude::*;

use super::block::hit_views;
use super::claim_details::ClaimDetails;
use super::claim_labels::{form_of, verb_of};
use super::claim_links::{copy_buttons, name_link};
use super::claim_origin::ClaimOrigin;
use super::found;
use super::page_context::{PageContext, use_page};
use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use super::speaker_colour::speaker_class;
use explore::{Action, IndexedArticle, Role, SentencePart, in_sentences, to_hash};
use model::{Claim, Form, Provenance, TextRange};

/// Properties of [`ClaimItem`].
#[derive(Properties)]
pub(super) struct ClaimItemProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The claim, as a number in the list of the page.
    pub(super) number: usize,
    /// Its origin, if the page lists the claims of several articles.
    pub(super) origin: Option<ClaimOrigin>,
}

impl PartialEq for ClaimItemProps {
    /// Properties are equal if the item looks the same and its links lead to the same views.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.scene, &other.scene);
        self.number == other.number
            && self.origin == other.origin
            && a.indexed == b.indexed
            && a.result.hits == b.result.hits
            && (Rc::ptr_eq(&a.state, &b.state) || a.state.view == b.state.view)
    }
}

/// A claim, an item of a list.
#[component]
pub(super) fn ClaimItem(props: &ClaimItemProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let ClaimItemProps { scene, number, .. } = props;
    let number = *number;
    let indexed = &scene.indexed;
    let in_article = || ClaimOrigin::in_article(scene, number);
    let known = indexed.article.claims.get(number);
    let origin = props.origin.clone().or_else(in_article);
    let (Some(claim), Some(origin)) = (known, origin) else {
        return Html::default();
    };
    let is_alone = props.origin.is_none();
    let is_open = is_alone && scene.selected() == Some(number);
    let is_found = claim.provenance != Provenance::Curated;
    let speaker = speaker_class(indexed, indexed.speaker_of(number));
    let class = classes!(
        "claim-item",
        speaker,
        is_found.then_some("found"),
        is_open.then_some("open")
    );
    let names: Vec<Html> = claim
        .about
        .iter()
        .filter(|id| indexed.entity(id).is_some())
        .map(|id| html! { <li>{ name_link(&page, indexed, scene.state.view.article.as_ref(), id) }</li> })
        .collect();
    html! {
        <li {class} part="card" data-claim-card={claim.id.to_string()} data-number={(number + 1).to_string()}>
            <p class="says">
                <b dir="auto">{ indexed.speaker_name(number) }</b>
                if let Some(verb) = verb_of(messages, claim) { { " " }{ verb } }
                { " " }<span class="sign">{ "· " }{ form_of(messages, claim) }</span>
            </p>
            { words(scene, claim, &origin, is_alone) }
            if !names.is_empty() {
                <div class="about"><span>{ on_demand.about }</span><ul class="names">{ for names }</ul></div>
            }
            if !is_alone { { found::why_claim(on_demand, indexed, number) } }
            { actions(&page, scene, &origin, is_alone) }
            if is_open { <ClaimDetails scene={scene.clone()} {number} in_list=true /> }
        </li>
    }
}

/// The words of the claim in the sentences around them.
fn words(scene: &Scene, claim: &Claim, origin: &ClaimOrigin, is_alone: bool) -> Html {
    let article = &origin.article;
    let Some(original) = article.claims.get(origin.number) else {
        return Html::default();
    };
    let hits = &scene.result.hits.marks;
    // The list of several articles has its own text, in which the claim is at another place.
    let here = claim.extent().start;
    let there = original.extent().start;
    let moved = |range: TextRange| TextRange {
        start: (range.start + here).saturating_sub(there),
        end: (range.end + here).saturating_sub(there),
    };
    let stretches = match is_alone {
        true => scene.indexed.stretches(origin.number),
        false => Vec::new(),
    };
    let own = |range: TextRange, is_quoted: bool| {
        let class = if is_quoted { "quoted" } else { "paraphrased" };
        html! { <span {class}>{ hit_views(article.words(range), moved(range), hits) }</span> }
    };
    let part = |SentencePart { range, role }: SentencePart| {
        let words = article.words(range);
        match role {
            Role::Content if stretches.is_empty() => {
                html! { <span class="own">{ own(range, claim.form == Form::Direct) }</span> }
            }
            Role::Content => {
                let within = stretches.iter().filter(|it| it.range.overlaps(range));
                let within = within.map(|stretch| {
                    let start = stretch.range.start.max(range.start);
                    let end = stretch.range.end.min(range.end);
                    own(TextRange { start, end }, stretch.is_quoted)
                });
                html! { <span class="own">{ for within }</span> }
            }
            Role::Mark => html! { { words } },
            Role::Context if is_alone => {
                html! { <span class="around">{ hit_views(words, range, hits) }</span> }
            }
            Role::Context => html! { <span class="around">{ words }</span> },
            Role::LeftOut => html! { <span class="around">{ " […] " }</span> },
        }
    };
    let about = &article.metadata;
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    html! {
        <blockquote class="sentences" {lang} dir={about.direction.as_str()}>
            { for in_sentences(article, original).into_iter().map(part) }
        </blockquote>
    }
}

/// The link to the claim in its article, and buttons that copy it.
fn actions(page: &PageContext, scene: &Scene, origin: &ClaimOrigin, is_alone: bool) -> Html {
    let own_messages = page.claims_messages();
    let Some(claim) = origin.article.claims.get(origin.number) else {
        return Html::default();
    };
    let show = {
        let view = origin.view.clone();
        page.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::Restore(Box::new(view.clone()))
        })
    };
    let copy = {
        let language = page.host.language;
        let (article, number) = (origin.article.to_rc(), origin.number);
        let indexed = is_alone.then(|| scene.indexed.clone());
        copy_buttons(page, origin.view.article.as_ref(), &claim.id, move || {
            let indexed = indexed.clone();
            let indexed = indexed.unwrap_or_else(|| {
                let mut indexed = IndexedArticle::of(article.clone());
                language.name_speakers(&mut indexed);
                PtrEqRc::new(indexed)
            });
            (indexed, number)
        })
    };
    let is_open = is_alone && scene.selected() == Some(origin.number);
    let toggle = {
        let id = claim.id.clone();
        page.dispatch.reform(move |_: MouseEvent| match is_open {
            true => Action::Deselect,
            false => Action::SelectClaim(id.clone()),
        })
    };
    let about = &origin.article.metadata;
    let href = AttrValue::from(["#", &to_hash(&origin.view)].concat());
    html! { <>
        if !is_alone {
            <p class="from"><a href={href.clone()} onclick={show.clone()}>{ about.title.clone() }</a>
                if let Some(date) = about.published { { ", " }{ (page.messages().date)(date) } }</p>
        }
        <p class="actions">
            if is_alone { <a class="show" {href} onclick={show}>{ own_messages.show_in_article }</a> }
            if is_alone {
                <button type="button" class="quiet" value={claim.id.to_string()} aria-expanded={is_open.to_string()} onclick={toggle}>{ own_messages.details }</button>
            }
            { copy }
        </p>
    </> }
}
