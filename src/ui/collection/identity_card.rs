//! The card of an entity in all articles: claims by it and claims about it, oldest first.

use yew::prelude::*;

use super::list_scene::ListScene;
use super::view_link::ViewLink;
use crate::ui::button;
use crate::ui::claim_items::claim_items;
use crate::ui::focus_return::use_focus_return;
use crate::ui::page_context::{PageContext, use_page};
use explore::{Action, Facet, View};
use model::{Entity, EntityId, WikidataId, ordered};

/// How many claims of each kind the card lists.
const LISTED: usize = 12;

/// Properties of [`IdentityCard`].
#[derive(Properties, PartialEq)]
pub(super) struct IdentityCardProps {
    /// The list.
    pub(super) list: ListScene,
    /// The entity.
    pub(super) id: EntityId,
}

/// The card of the selected entity.
#[component]
pub(super) fn IdentityCard(props: &IdentityCardProps) -> Html {
    let page = use_page();
    let messages = page.messages();
    let on_demand = page.on_demand_messages();
    let own_messages = page.collection_messages();
    use_focus_return(props.id.clone(), &page.refs.card_heading);
    let list = &props.list;
    let collection = &list.listing.collection;
    let Some(known) = collection.identities.get(&props.id) else {
        return Html::default();
    };
    let entity = &known.entity;
    let close = page.dispatch.reform(|_: MouseEvent| Action::Deselect);
    let wikidata = entity.wikidata.as_ref().and_then(WikidataId::url);
    let article = |(number, local): &(usize, EntityId)| {
        let article = collection.articles.get(*number)?;
        let view = View {
            article: Some(article.id.clone()),
            entity: Some(local.clone()),
            ..View::default()
        };
        let when = article.metadata.published.map(messages.date);
        Some(html! {
            <li key={*number}><ViewLink {view}>{ article.metadata.title.clone() }</ViewLink>
                if let Some(when) = when { <span class="when">{ " " }{ when }</span> }</li>
        })
    };
    let id = entity.id.as_str();
    html! {
        <section class="entity-card" part="card" role="region" aria-labelledby="entity-name" data-entity-card={id.to_owned()}>
            <header>
                <h2 id="entity-name" ref={&page.refs.card_heading} tabindex="-1">{ &entity.name }</h2>
                { button::sign("close", messages.close, false, close, "×".into()) }
                <p class="kind"><span class="swatch name" data-kind={entity.kind.as_str()}>{ (on_demand.kind_of_one)(entity.kind) }</span></p>
            </header>
            if !entity.aliases.is_empty() {
                <p class="aliases">{ (on_demand.also)(&entity.aliases) }</p>
            }
            if known.by_name {
                <p class="uncertain">{ own_messages.same_by_name }</p>
            }
            { claims(&page, list, entity, Facet::Speaker) }
            { claims(&page, list, entity, Facet::About) }
            <h3>{ own_messages.named_in }<span class="count">{ (own_messages.articles)(known.places.len()) }</span></h3>
            <ul class="own-claims">{ for known.places.iter().take(LISTED).filter_map(article) }</ul>
            if let Some(url) = wikidata {
                <p class="actions"><a class="outward" href={url.to_string()} rel="noopener">{ on_demand.wikidata }</a></p>
            }
        </section>
    }
}

/// The claims in which the entity has the role of that facet, oldest first.
fn claims(page: &PageContext, list: &ListScene, entity: &Entity, facet: Facet) -> Html {
    let (on_demand, own_messages) = (page.on_demand_messages(), page.collection_messages());
    let (id, name) = (entity.id.as_str(), entity.name.as_str());
    let indexed = &list.scene.indexed;
    let count = indexed.article.claims.len();
    let when = |claim: usize| {
        let article = list.listing.collection.article_of(claim);
        article.and_then(|article| article.metadata.published)
    };
    let in_time = ordered(count, &|a, b| when(a).cmp(&when(b)));
    let own: Vec<usize> = in_time
        .into_iter()
        .filter(|claim| indexed.values_of(*claim, facet).contains(&id))
        .collect();
    if own.is_empty() {
        return Html::default();
    }
    let title = match facet {
        Facet::Speaker => (on_demand.said_by)(name),
        _ => (on_demand.said_about)(name),
    };
    let chosen = list.scene.state.view.filters.has(facet, id);
    let action = Action::Toggle(facet, id.to_owned());
    let only = page.dispatch.reform(move |_: MouseEvent| action.clone());
    let rest = own.len().saturating_sub(LISTED);
    let origins = {
        let list = list.clone();
        Callback::from(move |claim| list.origin_of(claim))
    };
    let listed = own.iter().take(LISTED).copied();
    html! {
        <>
            <h3>{ title }<span class="count">{ own.len() }</span></h3>
            { claim_items(&list.scene, Some(&origins), listed) }
            if rest > 0 { <p class="rest">{ (own_messages.and_more)(rest) }</p> }
            { button::switch("quiet", chosen, only, if chosen { on_demand.all_again } else { on_demand.only_these }.into()) }
        </>
    }
}
