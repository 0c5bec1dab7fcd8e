//! The page that lists the articles or the claims of a collection.

use yew::prelude::*;

use super::article_list::ArticleList;
use super::charts_section::ChartsSection;
use super::claim_list::ClaimList;
use super::completions::Completions;
use super::counts::counts;
use super::identity_card::IdentityCard;
use super::list_head::ListHead;
use super::list_scene::ListScene;
use super::list_steps::use_list_steps;
use super::publishers::Publishers;
use super::save_charts::SaveCharts;
use super::scope_notes::ScopeNotes;
use crate::messages::{ArticleMessages, CollectionMessages};
use crate::ui::compact_page::CompactPage;
use crate::ui::exports::Savable;
use crate::ui::keyboard::{Key, use_keys};
use crate::ui::latest::use_latest;
use crate::ui::layout::use_has_margin;
use crate::ui::page_context::{PageContext, Panels};
use crate::ui::quotations::Quotations;
use crate::ui::searched_articles::{SearchedArticle, SearchedArticles};
use crate::ui::shell::Shell;
use crate::ui::unnamed_card::UnnamedCard;
use explore::Mode;
use search::QueryText;

/// Properties of [`ListPage`].
#[derive(Properties, PartialEq)]
pub(super) struct ListPageProps {
    /// The values that stay the same while the page is shown.
    pub(super) page: PageContext,
    /// The parts of the page that are open.
    pub(super) panels: Panels,
    /// The query as typed.
    pub(super) query: QueryText,
    /// The list.
    pub(super) list: ListScene,
    /// All articles, for saving.
    pub(super) savable: Savable,
    /// Problems with the data, and requests of the address that cannot be met.
    pub(super) notices: Vec<String>,
}

/// The list with its search and filters, and the card of a name.
#[component]
pub(super) fn ListPage(props: &ListPageProps) -> Html {
    let ListPageProps {
        page,
        panels,
        query,
        list,
        savable,
        notices,
    } = props;
    let (messages, own_messages) = (page.messages(), page.collection_messages());
    let view = &list.scene.state.view;
    let mode = view.mode;
    let is_wide = matches!(mode, Mode::Compare | Mode::Table);
    let has_margin = use_has_margin(&page.refs.root, page.host.has_margin);
    let steps = use_list_steps(page, list);
    let press = {
        let (page, step) = (page.clone(), steps.step);
        use_latest(move |key| match key {
            Key::NextClaim | Key::PreviousClaim => step.emit(key == Key::NextClaim),
            key => {
                if let Some(action) = page.press(key, mode) {
                    page.dispatch.emit(action);
                }
            }
        })
    };
    use_keys(page.host.keys, &page.refs.root, press);
    let origins = use_callback(list.clone(), |claim, list| list.origin_of(claim));
    if page.host.compact {
        return html! {
            <CompactPage page={page.clone()}><Quotations scene={list.scene.clone()} {origins} /></CompactPage>
        };
    }
    let searched = (!list.listing.query.terms.is_empty()).then(|| searched_articles(list));
    let collection = &list.listing.collection;
    let entity = view.entity.as_ref();
    let entity = entity.filter(|id| collection.identities.get(id).is_some());
    let card = entity.map(|id| html! { <IdentityCard list={list.clone()} id={id.clone()} /> });
    let unnamed = list.scene.unnamed_speaker();
    let unnamed = unnamed.map(|_| html! { <UnnamedCard scene={list.scene.clone()} /> });
    html! {
        <Shell page={page.clone()} panels={*panels} {has_margin} scene={list.scene.clone()} savable={savable.clone()} class={classes!("mode-claims", "collection", is_wide.then_some("mode-wide"))}
            query={query.clone()} search={own_messages.search_articles} foreground={own_messages.articles_label} counts={counts(messages, own_messages, list)}
            matching={matching(messages, own_messages, list)}
            completions={html! { <Completions query={query.clone()} list={list.clone()} /> }}
            filters={html! { <Publishers list={list.clone()} /> }}
            head={html! { <ListHead list={list.clone()} /> }} notices={notices.clone()} scope={html! { <ScopeNotes list={list.clone()} /> }}
            also_savable={html! { <SaveCharts list={list.clone()} /> }}
            query_notices={list.listing.result.notices.clone()} {origins} {searched} margin={own_messages.beside_list} card={card.or(unnamed)}>
            <p class="visually-hidden" aria-live="polite">{ steps.told }</p>
            if mode == Mode::Article {
                <ChartsSection list={list.clone()} />
                <ArticleList list={list.clone()} />
            } else {
                <ClaimList list={list.clone()} stepped_to={steps.claim} />
            }
        </Shell>
    }
}

/// The listed articles with the matches in them.
fn searched_articles(list: &ListScene) -> SearchedArticles {
    let list = list.clone();
    let search = Callback::from(move |()| {
        let articles = list.listing.result.articles.iter();
        let searched = articles.filter_map(|number| {
            Some(SearchedArticle {
                article: list
                    .listing
                    .collection
                    .articles
                    .get(*number)?
                    .clone()
                    .into(),
                matches: list.listing.matches_in(*number),
                view: list.view_of_article(*number)?,
            })
        });
        searched.collect()
    });
    SearchedArticles::Listed(search)
}

/// How much the list holds, on the button that closes the filters.
fn matching(
    messages: &ArticleMessages,
    own_messages: &CollectionMessages,
    list: &ListScene,
) -> String {
    let result = &list.listing.result;
    match list.scene.state.view.mode {
        Mode::Article => (own_messages.show_articles)(result.articles.len()),
        Mode::Claims | Mode::Compare | Mode::Table => (messages.show_claims)(result.listed.len()),
    }
}
