//! What pages without a program draw around their contents.

use yew::prelude::*;

use super::bar::Bar;
use super::page_context::PageContext;
use super::scene::Scene;

/// Properties of [`StaticShell`].
#[derive(Properties, PartialEq)]
pub(super) struct StaticShellProps {
    /// The context of the page.
    pub(super) page: PageContext,
    /// What the page is drawn from.
    pub(super) scene: Scene,
    /// The classes of the page.
    #[prop_or_default]
    pub(super) class: Classes,
    /// The name of the search.
    pub(super) search: AttrValue,
    /// The name of what can be in the foreground besides the claims.
    pub(super) foreground: AttrValue,
    /// The status line.
    pub(super) counts: AttrValue,
    /// The head of the main part.
    pub(super) head: Html,
    /// What needs scripts, for readers who have switched them off.
    pub(super) lacking: AttrValue,
    /// The main part below its head.
    pub(super) children: Html,
}

/// The parts of [`Shell`](super::shell::Shell) in their places, so that nothing moves when
/// the program draws the page. The bar is without effect, and the box of what makes it so is
/// left out (`.without-effect`); filters and margin are empty.
#[component]
pub(super) fn StaticShell(props: &StaticShellProps) -> Html {
    html! {
        <ContextProvider<PageContext> context={props.page.clone()}>
            <div class={classes!("explorer", "plain", props.class.clone())}>
                <fieldset class="without-effect" disabled={true}>
                    <Bar scene={props.scene.clone()} filters_open={false} search={&props.search}
                        foreground={&props.foreground} counts={&props.counts} hits={0} />
                </fieldset>
                <div class="columns">
                    <div id="filters" class="rail"></div>
                    <main class="page">
                        { props.head.clone() }
                        <noscript><p class="failure">{ &props.lacking }</p></noscript>
                        { props.children.clone() }
                    </main>
                    <aside class="margin"></aside>
                </div>
            </div>
        </ContextProvider<PageContext>>
    }
}
