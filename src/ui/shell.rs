//! The frame that every page has around its contents.

use yew::prelude::*;

use super::bar::Bar;
use super::chips::Chips;
use super::exports::Savable;
use super::facets::Facets;
use super::help::Help;
use super::notices::Notices;
use super::page_context::{PageContext, Panels};
use super::scene::Scene;
use super::share::Share;
use explore::Problem;
use search::{QueryProblem, QueryText};

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
    /// The number of hits that the reader can step through.
    #[prop_or_default]
    pub(super) hits: usize,
    /// Completions of the query that is being typed.
    #[prop_or_default]
    pub(super) completions: Html,
    /// Filters shown above the filters of claims.
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
    /// The main part below its notices.
    pub(super) children: Html,
    /// The name of the part beside the main part.
    pub(super) margin: AttrValue,
    /// The card of the selected entity.
    pub(super) card: Option<Html>,
    /// The content below that card.
    #[prop_or_default]
    pub(super) beside: Html,
    /// The miniature of the whole text.
    #[prop_or_default]
    pub(super) overview: Html,
    /// The bar at the foot of the page.
    #[prop_or_default]
    pub(super) foot: Html,
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
    let open = panels.filters_open;
    let messages = page.messages();
    html! {
        <ContextProvider<PageContext> context={page.clone()}>
            <div class={classes!("explorer", props.class.clone())} ref={&page.refs.root}>
                <Bar scene={scene.clone()} filters_open={open} query={props.query.clone()} search={&props.search}
                    foreground={&props.foreground} counts={&props.counts} hits={props.hits}>
                    { props.completions.clone() }
                </Bar>
                <div class="columns">
                    <aside id="filters" aria-label={messages.filters} class={classes!("rail", open.then_some("open"))}>
                        { props.filters.clone() }
                        <Facets scene={scene.clone()} />
                    </aside>
                    <main class="page">
                        { props.head.clone() }
                        <Chips scene={scene.clone()} />
                        <Notices title={messages.page_notices} list={props.notices.clone()} />
                        { props.scope.clone() }
                        if !query_notices.is_empty() {
                            <ul class="query-notices">{ for query_notices.iter().map(|notice| html! { <li>{ notice.to_string() }</li> }) }</ul>
                        }
                        { props.children.clone() }
                    </main>
                    <aside class={classes!("margin", card.is_some().then_some("with-card"))} aria-label={&props.margin}>
                        { card.clone() }
                        { props.beside.clone() }
                    </aside>
                    { props.overview.clone() }
                </div>
                { props.foot.clone() }
                <Help />
                <Share scene={scene.clone()} opened={panels.sharing} savable={props.savable.clone()} />
            </div>
        </ContextProvider<PageContext>>
    }
}

/// The notices about a query, without those about a field that the reader still types.
pub(super) fn finished(notices: Vec<Problem>, typing: bool) -> Vec<Problem> {
    let waits = |notice: &Problem| matches!(notice, Problem::Query(QueryProblem::NoValue(_)));
    let notices = notices.into_iter();
    notices
        .filter(|notice| !(typing && waits(notice)))
        .collect()
}
