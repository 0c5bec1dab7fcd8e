//! An article in the list.

use yew::prelude::*;

use super::listing::Listing;
use super::view_link::ViewLink;
use crate::messages::CollectionMessages;
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::View;
use model::{Article, EntityId, Speaker};

/// How many speakers are named below an article.
const SPEAKERS: usize = 4;

/// Properties of [`ArticleItem`].
#[derive(Properties, PartialEq)]
pub(super) struct ArticleItemProps {
    /// The list.
    pub(super) listing: PtrEqRc<Listing>,
    /// The number of the article in the collection.
    pub(super) number: usize,
    /// The view that opens it.
    pub(super) view: View,
    /// The articles with nearly the same text, and the views that open them.
    pub(super) copies: Vec<(usize, View)>,
}

/// An article: its source, its date and its speakers, its title, and the matches in it.
#[component]
pub(super) fn ArticleItem(props: &ArticleItemProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let ArticleItemProps {
        listing,
        number,
        view,
        copies,
    } = props;
    let Some(article) = listing.collection.articles.get(*number) else {
        return Html::default();
    };
    let about = &article.metadata;
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    let dir = about.direction.as_str();
    let is_searched = !listing.query.terms.is_empty();
    let marked = |pieces: Vec<(String, bool)>| -> Html {
        let piece = |(words, is_hit): (String, bool)| match is_hit {
            true => html! { <mark data-hit="">{ words }</mark> },
            false => html! { { words } },
        };
        pieces.into_iter().map(piece).collect()
    };
    let (finder, query) = (&listing.finder, &listing.query);
    let found = is_searched.then(|| finder.title_and_passage(*number, &about.title, query));
    let found = found.map(|parts| parts.map(marked));
    let (title, excerpt) = match found {
        Some([title, excerpt]) => (title, Some(excerpt)),
        None => (html! { { &about.title } }, None),
    };
    html! {
        <li data-found={article.id.to_string()}>
            <p class="dateline">
                if let Some(source) = &about.source { <span>{ source }</span> }
                if let Some(date) = about.published { <time datetime={date.to_string()}>{ (page.messages().date)(date) }</time> }
                if !article.claims.is_empty() { { speakers(messages, listing, article, *number) } }
            </p>
            <h2 lang={lang.clone()} {dir}><ViewLink view={view.clone()}>{ title }</ViewLink></h2>
            if let Some(excerpt) = excerpt {
                <p class="found" {lang} {dir}>{ excerpt }</p>
            }
            if !copies.is_empty() {
                <details class="copies">
                    <summary>{ (messages.copies)(copies.len()) }</summary>
                    <ul>{ for copies.iter().filter_map(|(copy, view)| {
                        let about = &listing.collection.articles.get(*copy)?.metadata;
                        Some(html! {
                            <li><ViewLink view={view.clone()}>{ about.title.clone() }</ViewLink>
                                if let Some(source) = &about.source { { ", " }{ source } }
                                if let Some(date) = about.published { { ", " }{ (page.messages().date)(date) } }</li>
                        })
                    }) }</ul>
                </details>
            }
        </li>
    }
}

fn speakers(
    messages: &CollectionMessages,
    listing: &Listing,
    article: &Article,
    number: usize,
) -> Html {
    let mut speakers: Vec<&EntityId> = Vec::new();
    for claim in &article.claims {
        if let Speaker::Entity(id) = &claim.speaker
            && !speakers.contains(&id)
        {
            speakers.push(id);
        }
    }
    let collection = &listing.collection;
    let name = |(place, id): (usize, &&EntityId)| {
        let known = collection.identities.of_local(number, id)?;
        let colour = collection.claims.speaker_colour(known.entity.id.as_str());
        Some(html! {
            <>{ if place > 0 { ", " } else { " " } }<span class="by"><span class={format!("dot speaker-{colour}")} aria-hidden="true"></span>{ &known.entity.name }</span></>
        })
    };
    let more = speakers.len().saturating_sub(SPEAKERS);
    html! {
        <span class="speakers">
            { (messages.claims_by)(article.claims.len(), !speakers.is_empty()) }
            { for speakers.iter().take(SPEAKERS).enumerate().filter_map(name) }
            if more > 0 { { " " }{ (messages.and_more)(more) } }
        </span>
    }
}
