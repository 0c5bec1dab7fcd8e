//! The frame that static pages have around their contents.

use yew::prelude::*;

use super::bar::Bar;
use super::filters::Filters;
use super::page_context::PageContext;
use super::scene::Scene;

/// Properties of [`StaticShell`].
#[derive(Properties, PartialEq)]
pub(super) struct StaticShellProps {
    /// The context of the page.
    pub(super) page: PageContext,
    /// The data to render.
    pub(super) scene: Scene,
    /// The classes of the page.
    #[prop_or_default]
    pub(super) class: Classes,
    /// The name of the search.
    pub(super) search: AttrValue,
    /// The name of the view that the reader can choose instead of the claims.
    pub(super) foreground: AttrValue,
    /// The status line.
    pub(super) counts: AttrValue,
    /// Steps through the text.
    #[prop_or_default]
    pub(super) steps: Html,
    /// The head of the main part.
    pub(super) head: Html,
    /// A sentence for readers without scripts that says which features they lack.
    pub(super) lacking: AttrValue,
    /// The main part below its head.
    pub(super) children: Html,
}

/// The parts of [`Shell`](super::shell::Shell) in their places, so that nothing moves when the
/// program renders the page. A fieldset without a box of its own (`.without-effect`) disables the
/// bar. The margin is empty, and the filters have no values.
#[component]
pub(super) fn StaticShell(props: &StaticShellProps) -> Html {
    html! {
        <ContextProvider<PageContext> context={props.page.clone()}>
            <div lang={props.page.host.language.tag().as_str()} class={classes!("explorer", "plain", props.class.clone())}>
                <fieldset class="without-effect" disabled={true}>
                    <Bar scene={props.scene.clone()} query={props.scene.state.view.query.clone()} search={&props.search}
                        foreground={&props.foreground} counts={&props.counts}
                        steps={props.steps.clone()}>
                        <Filters scene={props.scene.clone()} />
                    </Bar>
                </fieldset>
                <div class="columns">
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
