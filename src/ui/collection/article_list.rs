//! The articles that match a view, with the matches in each.

use yew::prelude::*;

use super::article_item::ArticleItem;
use super::list_scene::ListScene;
use super::more_button::MoreButton;
use super::names_found::NamesFound;
use super::no_articles::NoArticles;
use super::order_choice::OrderChoice;
use crate::ui::page_context::use_page;

/// Properties of [`ArticleList`].
#[derive(Properties, PartialEq)]
pub(super) struct ArticleListProps {
    /// The list.
    pub(super) list: ListScene,
}

/// The names found, then the articles.
#[component]
pub(super) fn ArticleList(props: &ArticleListProps) -> Html {
    let page = use_page();
    let messages = page.collection_messages();
    let list = &props.list;
    let listing = &list.listing;
    let articles = &listing.articles;
    let item = |(number, copies): &(usize, Vec<usize>)| {
        let id = &listing.collection.articles.get(*number)?.id;
        let view = list.view_of_article(*number)?;
        let copies = copies
            .iter()
            .filter_map(|copy| Some((*copy, list.view_of_article(*copy)?)));
        let copies: Vec<_> = copies.collect();
        Some(html! {
            <ArticleItem key={id.to_string()} listing={listing.clone()} number={*number} {view} {copies} />
        })
    };
    html! {
        <>
            <NamesFound list={list.clone()} />
            if articles.is_empty() {
                <NoArticles list={list.clone()} />
            } else {
                <OrderChoice list={list.clone()} />
                if listing.result.partial {
                    <p class="empty">{ messages.partial_matches }</p>
                }
                <ol class="articles-found">{ for articles.iter().take(list.shown).filter_map(item) }</ol>
                <MoreButton list={list.clone()} all={articles.len()} />
            }
        </>
    }
}
