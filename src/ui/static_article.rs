//! The static page of one article, for readers before any script runs or without scripts.

use std::rc::Rc;

use yew::prelude::*;

use super::article_text::ArticleText;
use super::bar::counts;
use super::imprint::Imprint;
use super::legend::Legend;
use super::marks::Marks;
use super::masthead::Masthead;
use super::on_demand_parts::OnDemandLoader;
use super::page_context::PageContext;
use super::ptr_eq_rc::PtrEqRc;
use super::scene::Scene;
use super::static_claims::StaticClaims;
use super::static_shell::StaticShell;
use super::steps::Steps;
use crate::messages::Language;
use explore::{FilterResult, IndexedArticle, State, View};

/// Properties of [`StaticArticle`].
#[derive(Properties, PartialEq)]
pub struct StaticArticleProps {
    /// The article.
    pub indexed: PtrEqRc<IndexedArticle>,
    /// The view to show. Every view has the whole text, with its own emphasis.
    #[prop_or_default]
    pub view: View,
    /// The language of the interface.
    #[prop_or_default]
    pub language: Language,
    /// The parts of the page that open on demand, which are loaded.
    pub on_demand: OnDemandLoader,
}

/// The parts of the page that make sense without a program, in their places, so that nothing moves
/// when the program renders the page. Claims are links to a list below the text.
#[component]
pub fn StaticArticle(props: &StaticArticleProps) -> Html {
    let page = PageContext::of_static(props.language, props.on_demand.clone());
    let messages = page.messages();
    let StaticArticleProps { indexed, view, .. } = props;
    let marks = Marks::of(indexed);
    let scene = Scene {
        indexed: indexed.clone(),
        state: Rc::new(State {
            view: view.clone(),
            ..State::default()
        }),
        result: PtrEqRc::new(FilterResult::of(view, indexed)),
    };
    let selected = [scene.selected()];
    let emphasis = marks.emphasis(&scene.result, view.entity.as_ref(), &selected, true);
    let head =
        html! { <><Masthead indexed={indexed.clone()} /><Legend scene={scene.clone()} /></> };
    let shown = Rc::new(marks.shown(&scene.result));
    let steps = html! { <Steps scene={scene.clone()} {shown} nearest={0} /> };
    html! {
        <StaticShell {page} scene={scene.clone()} search={messages.search_article} foreground={messages.article}
            counts={counts(messages, indexed, &scene.result)} {head} {steps}
            lacking={messages.without_scripts}>
            <ArticleText {scene} marks={PtrEqRc::new(marks)} emphasis={PtrEqRc::new(emphasis)}
                with_cards={true} />
            <Imprint indexed={indexed.clone()} />
            <StaticClaims indexed={indexed.clone()} />
        </StaticShell>
    }
}
