//! The articles that a view leaves, with what is found in each.

use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use super::list_scene::{ListEvent, ListScene};
use super::scope_notes;
use crate::ui::button;
use crate::ui::words::{counted, kind_of_one};
use explore::Threshold;
use explore::collection::SortOrder;
use explore::{Action, Constraint, Facet, View, to_hash};
use model::{Article, ArticleId, EntityId};

/// How many articles or claims are listed before one asks for more.
pub(super) const FIRST_ARTICLES: usize = 20;
/// How many speakers are named below an article.
const SPEAKERS: usize = 4;
/// How many names are listed above the articles.
const NAMES: usize = 8;

/// Names that are found, then articles.
pub(super) fn article_list(list: &ListScene) -> Html {
    let articles = &list.result.articles;
    let shown = articles.iter().take(list.shown);
    html! {
        <>
            { names(list) }
            if articles.is_empty() { { empty(list) } } else {
                { order(list) }
                if list.result.partial {
                    <p class="empty">{ "No article holds all of these words; these hold some." }</p>
                }
                <ol class="articles-found">{ for shown.filter_map(|number| article(list, *number)) }</ol>
                { more(list, articles.len()) }
            }
        </>
    }
}

/// A link to a view that is opened without leaving the page.
pub(super) fn opening(list: &ListScene, view: View, content: Html) -> Html {
    let href = format!("#{}", to_hash(&view));
    let onclick = list.page.dispatch.reform(move |event: MouseEvent| {
        event.prevent_default();
        Action::Restore(Box::new(view.clone()))
    });
    html! { <a {href} {onclick}>{ content }</a> }
}

/// An article as it is opened from the list: with the words that were searched, and with
/// the filters that it knows.
pub(super) fn view_of_article(list: &ListScene, id: &ArticleId, number: usize) -> View {
    let asked = &list.scene.state.view;
    let mut view = View {
        article: Some(id.clone()),
        query: asked.query.clone(),
        min_confidence: asked.min_confidence,
        ..View::default()
    };
    for (facet, value) in asked.filters.all() {
        match facet {
            Facet::Source => {}
            Facet::Speaker | Facet::About => {
                let local = list.collection.local_id(&EntityId::new(value), number);
                if let Some(local) = local {
                    view.filters.choose(facet, local.as_str());
                } else if value.contains(':') {
                    view.filters.choose(facet, value);
                }
            }
            Facet::Form | Facet::Stance | Facet::Types => view.filters.choose(facet, value),
        }
    }
    view
}

/// Source and date of an article.
pub(super) fn dateline(article: &Article) -> Html {
    let about = &article.metadata;
    html! {
        <p class="dateline">
            if let Some(source) = &about.source { <span>{ source }</span> }
            if let Some(date) = about.published { <time datetime={date.to_string()}>{ date.in_words() }</time> }
        </p>
    }
}

fn article(list: &ListScene, number: usize) -> Option<Html> {
    let article = list.collection.articles.get(number)?;
    let about = &article.metadata;
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    let dir = about.direction.as_str();
    let excerpt = list.finder.excerpt(number, &list.query);
    let mut speakers: Vec<&EntityId> = Vec::new();
    for claim in &article.claims {
        if let model::Speaker::Entity(id) = &claim.speaker
            && !speakers.contains(&id)
        {
            speakers.push(id);
        }
    }
    let name = |id: &EntityId| {
        let known = list.collection.identities.of_local(number, id)?;
        let hue = list.scene.indexed.speaker_number(known.entity.id.as_str()) % 8;
        Some(html! {
            <span class="by"><span class={format!("dot speaker-{hue}")} aria-hidden="true"></span>{ &known.entity.name }</span>
        })
    };
    let more = speakers.len().saturating_sub(SPEAKERS);
    let view = view_of_article(list, &article.id, number);
    Some(html! {
        <li key={article.id.to_string()} data-found={article.id.to_string()}>
            { dateline(article) }
            <h2 lang={lang.clone()} {dir}>{ opening(list, view, html! { { about.title.clone() } }) }</h2>
            <p class="found" {lang} {dir}>{ for excerpt.iter().map(|(words, is_hit)| html! {
                if *is_hit { <mark data-hit="">{ words }</mark> } else { { words } }
            }) }</p>
            if !article.claims.is_empty() {
                <p class="speakers">
                    <span>{ counted(article.claims.len(), "claim", "claims") }{ if speakers.is_empty() { "" } else { " by" } }</span>
                    { for speakers.iter().take(SPEAKERS).filter_map(|id| name(id)) }
                    if more > 0 { <span>{ format!("and {more} more") }</span> }
                </p>
            }
        </li>
    })
}

fn names(list: &ListScene) -> Html {
    let entities = &list.scene.indexed.article.entities;
    let found: Vec<_> = list
        .result
        .names
        .iter()
        .filter_map(|number| entities.get(*number))
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    let name = |entity: &&model::Entity| {
        let id = entity.id.clone();
        let onclick = list
            .page
            .dispatch
            .reform(move |_: MouseEvent| Action::SelectEntity(id.clone()));
        html! {
            <li key={entity.id.to_string()}>
                <button type="button" class="found-name" {onclick}>
                    <span class="name" data-kind={entity.kind.as_str()}>{ &entity.name }</span>
                    <span class="kind">{ kind_of_one(entity.kind) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="names-found" aria-label="Names">
            <ul>{ for found.iter().take(NAMES).map(name) }</ul>
        </section>
    }
}

/// The choice of the order.
pub(super) fn order(list: &ListScene) -> Html {
    let searched = list.query.sought().next().is_some();
    let current = list.result.order;
    let onchange = list.on_list.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        ListEvent::Sort(SortOrder::parse(&select.value()).unwrap_or(SortOrder::Newest))
    });
    // The titles of a large collection are not all there.
    let offered = SortOrder::ALL.into_iter().filter(|order| match order {
        SortOrder::Relevance => searched,
        SortOrder::Title => list.scope.is_none(),
        SortOrder::Newest | SortOrder::Oldest => true,
    });
    let label = |order| match order {
        SortOrder::Relevance => "best match first",
        SortOrder::Newest => "newest first",
        SortOrder::Oldest => "oldest first",
        SortOrder::Title => "by title",
    };
    html! {
        <p class="order"><label>{ "Order " }
            <select name="sort" {onchange}>
                { for offered.map(|order| html! {
                    <option value={order.as_str()} selected={current == Some(order)}>{ label(order) }</option>
                }) }
            </select>
        </label></p>
    }
}

/// A button for the rest of a list.
pub(super) fn more(list: &ListScene, all: usize) -> Html {
    // Of an archive more can be fetched than is there.
    let found = list.scope.as_ref().filter(|scope| !scope.can_rebuild);
    let all = found.map_or(all, |scope| all.max(scope.found));
    let rest = all.saturating_sub(list.shown);
    if rest == 0 {
        return Html::default();
    }
    let onclick = list.on_list.reform(|_: MouseEvent| ListEvent::More);
    button::said(
        "more",
        onclick,
        html! { { format!("Show more of {rest}") } },
    )
}

/// Says that no article is left and offers to take back what emptied the list.
fn empty(list: &ListScene) -> Html {
    if let Some(scope) = &list.scope {
        return scope_notes::empty(list, scope);
    }
    let Some(emptied) = &list.result.emptied else {
        return html! { <p class="empty">{ "There is no article in this collection." }</p> };
    };
    let remedy = |(constraint, left): &(Constraint, usize)| {
        let (what, action) = match constraint {
            Constraint::Facet(facet) => (facet.label(), Action::ClearFacet(*facet)),
            Constraint::Query => ("the search", Action::Search(String::new())),
            Constraint::MinConfidence => (
                "how sure the program must be",
                Action::MinConfidence(Threshold::default()),
            ),
        };
        let onclick = list
            .page
            .dispatch
            .reform(move |_: MouseEvent| action.clone());
        html! {
            <li>
                { button::said("", onclick, html! { <>{ "Take back " }<b>{ what }</b></> }) }
                { " — leaves " }{ counted(*left, "article", "articles") }
            </li>
        }
    };
    let clear = list.page.dispatch.reform(|_: MouseEvent| Action::Clear);
    html! {
        <div class="empty">
            <p>{ "No article is left." }</p>
            <ul>{ for emptied.without.iter().map(remedy) }</ul>
            if emptied.without.len() != 1 { { button::said("quiet", clear, "Clear everything".into()) } }
        </div>
    }
}
