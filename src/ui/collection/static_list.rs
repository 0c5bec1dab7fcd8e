//! The list of a collection in a static page, for readers before any script runs or without
//! scripts.

use std::rc::Rc;

use yew::prelude::*;

use super::article_list::ArticleList;
use super::charts_section::ChartsSection;
use super::list_head::ListHead;
use super::list_scene::ListScene;
use super::listing::Listing;
use super::scope::Scope;
use super::static_texts::StaticTexts;
use crate::messages::Language;
use crate::ui::on_demand_views::loaded_parts;
use crate::ui::page_context::PageContext;
use crate::ui::ptr_eq_rc::PtrEqRc;
use crate::ui::scene::Scene;
use crate::ui::static_shell::StaticShell;
use explore::collection::{Charts, Collection, Finder};
use explore::{IndexedArticle, State, View};

/// How many articles are listed. With the program, readers can find all of them.
const LISTED: usize = 200;

/// Properties of [`StaticList`].
#[derive(Properties, PartialEq)]
pub struct StaticListProps {
    /// The articles, or the articles that the page of a large collection contains.
    pub collection: PtrEqRc<Collection>,
    /// How many articles there are in all.
    pub articles: usize,
    /// The charts of all articles, if the page does not contain all of them.
    #[prop_or_default]
    pub charts: Option<Charts>,
    /// How many claims there are in all.
    pub claims: usize,
    /// The introduction to the collection.
    #[prop_or_default]
    pub intro: Option<PtrEqRc<IndexedArticle>>,
    /// The page contains the texts of the articles, which have no pages of their own.
    #[prop_or_default]
    pub has_texts: bool,
    /// The order of the list.
    #[prop_or_default]
    pub view: View,
    /// The language of the interface.
    #[prop_or_default]
    pub language: Language,
}

/// The list. Each article has a link to its page, or to its text below the list.
#[component]
pub fn StaticList(props: &StaticListProps) -> Html {
    let page = PageContext {
        has_texts: props.has_texts,
        ..PageContext::of_static(props.language, loaded_parts())
    };
    let (messages, own_messages) = (page.messages(), page.collection_messages());
    let StaticListProps {
        collection,
        articles,
        charts,
        claims,
        intro,
        view,
        ..
    } = props;
    let finder = PtrEqRc::new(Finder::of(collection));
    let mut listing = Listing::of(view, collection.clone(), finder);
    if let Some(charts) = charts {
        listing.charts = charts.clone();
    }
    let scene = Scene {
        indexed: Rc::clone(&collection.claims).into(),
        state: Rc::new(State {
            view: view.clone(),
            ..State::default()
        }),
        result: Rc::clone(&listing.result.claims).into(),
    };
    let is_part = *articles > collection.articles.len();
    let scope = is_part.then(|| Scope {
        all: *articles,
        found: *articles,
        ..Scope::default()
    });
    let list = ListScene {
        scene: scene.clone(),
        intro: intro.clone(),
        listing: PtrEqRc::new(listing),
        scope,
        shown: LISTED,
        on_list: Callback::noop(),
    };
    let counts = [
        (own_messages.articles)(*articles),
        (messages.claims)(*claims),
    ];
    html! {
        <StaticShell {page} {scene} class={classes!("mode-claims", "collection")}
            search={own_messages.search_articles} foreground={own_messages.articles_label} counts={counts.join(" · ")}
            head={html! { <ListHead list={list.clone()} /> }}
            lacking={own_messages.without_scripts}>
            <fieldset class="without-effect" disabled={true}>
                <ChartsSection list={list.clone()} />
                <ArticleList {list} />
            </fieldset>
            if props.has_texts { <StaticTexts collection={collection.clone()} /> }
        </StaticShell>
    }
}
