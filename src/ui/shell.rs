//! The frame that every page has around its contents.

use yew::prelude::*;

use super::bar::Bar;
use super::chips::Chips;
use super::early_loading::use_early_loading;
use super::exports::Savable;
use super::facets::Facets;
use super::notices::Notices;
use super::on_demand::OnDemand;
use super::on_demand_parts::OnDemandPart;
use super::page_context::{PageContext, Panels};
use super::scene::Scene;
use explore::Problem;

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
    /// The classes of the page.
    pub(super) class: Classes,
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
    use_early_loading(page.host.on_demand.clone(), &page.refs.root);
    html! {
        <ContextProvider<PageContext> context={page.clone()}>
            <div class={classes!("explorer", props.class.clone())} ref={&page.refs.root}>
                <Bar scene={scene.clone()} filters_open={open} search={&props.search}
                    foreground={&props.foreground} counts={&props.counts} hits={props.hits}>
                    { props.completions.clone() }
                </Bar>
                <div class="columns">
                    <aside id="filters" aria-label={messages.filters} class={classes!("rail", open.then_some("open"))}>
                        { props.filters.clone() }
                        <Facets scene={scene.clone()} />
                    </aside>
                    <main class="page">
                        if panels.helping > 0 {
                            <OnDemand key={panels.helping} part={OnDemandPart::Help} />
                        }
                        if panels.sharing > 0 {
                            <OnDemand key={panels.sharing} part={OnDemandPart::Share(scene.clone(), props.savable.clone(), props.also_savable.clone())} />
                        }
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
            </div>
        </ContextProvider<PageContext>>
    }
}
