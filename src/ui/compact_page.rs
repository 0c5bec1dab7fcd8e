//! The frame of a page that shows only claims, as quotations with their source.

use yew::prelude::*;

use super::page_context::PageContext;

/// Properties of [`CompactPage`].
#[derive(Properties, PartialEq)]
pub(super) struct CompactPageProps {
    /// The values that stay the same while the page is shown.
    pub(super) page: PageContext,
    /// The quotations.
    pub(super) children: Html,
}

/// The root element of the page. Gives its contents their [`PageContext`].
#[component]
pub(super) fn CompactPage(props: &CompactPageProps) -> Html {
    let page = &props.page;
    html! {
        <ContextProvider<PageContext> context={page.clone()}>
            <div lang={page.host.language.tag().as_str()} class="explorer compact" ref={&page.refs.root}>
                { props.children.clone() }
            </div>
        </ContextProvider<PageContext>>
    }
}
