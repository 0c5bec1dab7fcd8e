//! The frame that every page has around its contents.

use yew::prelude::*;

use super::bar::Bar;
use super::claim_origin::OriginOf;
use super::early_loading::{EarlyLoading, use_early_loading};
use super::exports::Savable;
use super::filters::Filters;
use super::notices::Notices;
use super::on_demand::OnDemand;
use super::on_demand_parts::OnDemandPart;
use super::page_context::{PageContext, Panels};
use super::scene::Scene;
use super::searched_articles::SearchedArticles;
use super::skip_links::SkipLinks;
use explore::{Problem, Question};
use search::QueryText;

/// Properties of [`Shell`].
#[derive(Properties, PartialEq)]
pub(super) struct ShellProps {
    /// The values that stay the same while the page is shown.
    pub(super) page: PageContext,
    /// The parts of the page that are open.
    pub(super) panels: Panels,
    /// The data to render.
    pub(super) scene: Scene,
    /// The articles that can be saved from the page.
    pub(super) savable: Savable,
    /// What else can be saved.
    #[prop_or_default]
    pub(super) also_savable: Html,
    /// The page has room beside the text.
    pub(super) has_margin: bool,
    /// The classes of the page.
    pub(super) class: Classes,
    /// The query as typed.
    pub(super) query: QueryText,
    /// The name of the search.
    pub(super) search: AttrValue,
    /// The name of the view that the reader can choose instead of the claims.
    pub(super) foreground: AttrValue,
    /// The status line.
    pub(super) counts: AttrValue,
    /// How much matches, on the button that closes the filters.
    pub(super) matching: AttrValue,
    /// The number of matches that the reader can step through.
    #[prop_or_default]
    pub(super) hits: usize,
    /// The match at which the reader begins.
    #[prop_or_default]
    pub(super) nearest: usize,
    /// Steps through the matches.
    #[prop_or_default]
    pub(super) steps: Html,
    /// Completions of the query that is being typed.
    #[prop_or_default]
    pub(super) completions: Html,
    /// Filters besides those of claims and names.
    #[prop_or_default]
    pub(super) filters: Html,
    /// The head of the main part.
    pub(super) head: Html,
    /// Notices about the data or the address, in sentences.
    pub(super) notices: Vec<String>,
    /// Which articles the numbers of the page cover, if not all.
    #[prop_or_default]
    pub(super) scope: Html,
    /// Notices about the query.
    pub(super) query_notices: Vec<Problem>,
    /// The origins of the claims, if the page lists those of several articles.
    #[prop_or_default]
    pub(super) origins: Option<OriginOf>,
    /// What the search has found; `None` without a search.
    #[prop_or_default]
    pub(super) searched: Option<SearchedArticles>,
    /// The main part below its notices.
    pub(super) children: Html,
    /// The name of the part beside the main part.
    pub(super) margin: AttrValue,
    /// The card of the selected entity.
    pub(super) card: Option<Html>,
    /// The content below that card.
    #[prop_or_default]
    pub(super) beside: Html,
}

/// The bar, the filters, the main part, the margin and the dialogs of a page. Gives them their
/// [`PageContext`].
#[component]
pub(super) fn Shell(props: &ShellProps) -> Html {
    let ShellProps {
        page,
        panels,
        scene,
        query_notices,
        card,
        ..
    } = props;
    let messages = page.messages();
    let early = use_early_loading(page.host.on_demand.clone(), &page.refs.root);
    let names_off = panels.names_off;
    html! {
        <ContextProvider<PageContext> context={page.clone()}>
        <ContextProvider<EarlyLoading> context={early}>
            <div lang={page.host.language.tag().as_str()} class={classes!("explorer", props.class.clone(), names_off.then_some("names-off"))} ref={&page.refs.root}>
                <SkipLinks />
                <OnDemand part={OnDemandPart::KeptFocus} is_open={false} />
                <Bar scene={scene.clone()} query={props.query.clone()} search={&props.search} is_narrow={!props.has_margin}
                    foreground={&props.foreground} counts={&props.counts} hits={props.hits} nearest={props.nearest}
                    completions={props.completions.clone()} steps={props.steps.clone()}>
                    <Filters scene={scene.clone()} in_sheet={!props.has_margin} {names_off} matching={&props.matching}>
                        { props.filters.clone() }
                    </Filters>
                </Bar>
                <div class="columns">
                    <main class="page">
                        if panels.helping > 0 {
                            <OnDemand key={panels.helping} part={OnDemandPart::Help} />
                        }
                        if panels.sharing > 0 {
                            <OnDemand key={panels.sharing} part={OnDemandPart::Share(scene.clone(), props.savable.clone(), props.also_savable.clone())} />
                        }
                        if panels.listing_matches > 0 && let Some(searched) = &props.searched {
                            <OnDemand key={panels.listing_matches} part={OnDemandPart::Concordance(searched.clone())} />
                        }
                        { props.head.clone() }
                        <Notices title={messages.page_notices} list={props.notices.clone()} />
                        { props.scope.clone() }
                        if !query_notices.is_empty() {
                            <OnDemand part={OnDemandPart::QueryNotices(props.query.clone(), scene.state.typing, query_notices.clone())} />
                        }
                        if Question::may_be(&scene.state.view.query) {
                            <OnDemand part={OnDemandPart::QuestionAnswers(scene.clone(), props.origins.clone())} />
                        }
                        { props.children.clone() }
                    </main>
                    <aside class={classes!("margin", card.is_some().then_some("with-card"))} aria-label={&props.margin}>
                        <h2 class="visually-hidden">{ &props.margin }</h2>
                        { card.clone() }
                        { props.beside.clone() }
                    </aside>
                </div>
            </div>
        </ContextProvider<EarlyLoading>>
        </ContextProvider<PageContext>>
    }
}
