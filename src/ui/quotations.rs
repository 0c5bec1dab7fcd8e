//! Claims as quotations with their source, without the article around them.

use yew::prelude::*;

use super::block::hit_views;
use super::claim_labels::verb_of;
use super::claim_origin::{ClaimOrigin, OriginOf};
use super::links;
use super::page_context::use_page;
use super::scene::Scene;
use formats::passage_url;
use model::{Form, TextRange};

/// How many quotations are shown.
const SHOWN: usize = 50;

/// Properties of [`Quotations`].
#[derive(Properties, PartialEq)]
pub(super) struct QuotationsProps {
    /// The data to render.
    pub(super) scene: Scene,
    /// The origins of the claims, if the page lists those of several articles.
    #[prop_or_default]
    pub(super) origins: Option<OriginOf>,
}

/// The selected claim or, if none is selected, the claims that match the search and filters.
#[component]
pub(super) fn Quotations(props: &QuotationsProps) -> Html {
    let page = use_page();
    let on_demand = page.on_demand_messages();
    let scene = &props.scene;
    let shown: Vec<usize> = match scene.selected() {
        Some(claim) => vec![claim],
        None => scene.matching().collect(),
    };
    let rest = shown.len().saturating_sub(SHOWN);
    html! {
        <>
            if shown.is_empty() { <p>{ on_demand.no_claim_left }</p> }
            <ol class="quotations">
                { for shown.into_iter().take(SHOWN).filter_map(|number| {
                    let origin = match &props.origins {
                        Some(origins) => origins.emit(number)?,
                        None => ClaimOrigin::in_article(scene, number)?,
                    };
                    Some(html! { <Quotation key={number} scene={scene.clone()} {number} {origin} /> })
                }) }
            </ol>
            if rest > 0 { <p>{ (on_demand.more_claims)(rest) }</p> }
        </>
    }
}

/// Properties of [`Quotation`].
#[derive(Properties, PartialEq)]
struct QuotationProps {
    scene: Scene,
    /// The claim, as a number in the list of the page.
    number: usize,
    origin: ClaimOrigin,
}

/// The words of a claim, who said them, and the article that contains them.
#[component]
fn Quotation(props: &QuotationProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let (scene, number, origin) = (&props.scene, props.number, &props.origin);
    let indexed = &scene.indexed;
    let article = &origin.article;
    let listed = indexed.article.claims.get(number);
    let Some((listed, claim)) = listed.zip(article.claims.get(origin.number)) else {
        return Html::default();
    };
    let words = |(place, range): (usize, &TextRange)| {
        html! { <>
            if place > 0 { <span class="gap">{ " […] " }</span> }
            { hit_views(indexed.article.words(*range), *range, &scene.result.hits.marks) }
        </> }
    };
    let about = &article.metadata;
    let original = about.url.as_ref().zip(claim.content.first());
    let original = original.and_then(|(url, range)| passage_url(url, &article.text, *range));
    let original = original.map(|url| url.to_string());
    let within = links::absolute(
        &page.host,
        &links::to_claim(origin.view.article.as_ref(), &claim.id),
    );
    let is_outside = within.is_empty();
    let address = if is_outside {
        original.clone()
    } else {
        Some(within)
    };
    let source = [about.source.clone(), about.published.map(messages.date)];
    let source: Vec<String> = source.into_iter().flatten().collect();
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    html! {
        <li class={format!("speaker-{}", indexed.claim_colour(number))} data-claim-card={listed.id.to_string()}>
            <figure>
                <blockquote cite={original} {lang} dir={about.direction.as_str()}
                    class={classes!("words", (claim.form == Form::Direct).then_some("quoted"))}>
                    { for listed.content.iter().enumerate().map(words) }
                </blockquote>
                <figcaption>
                    <p><b>{ indexed.speaker_name(number) }</b>{ " " }{ verb_of(messages, claim) }{ " · " }{ (messages.form)(claim.form) }</p>
                    <cite>
                        if let Some(href) = address {
                            <a {href} class={classes!(is_outside.then_some("outward"))} target="_blank" rel="noopener">{ &about.title }</a>
                        } else {
                            { &about.title }
                        }
                    </cite>
                    if !source.is_empty() { { ", " }{ source.join(", ") } }
                </figcaption>
            </figure>
        </li>
    }
}
