//! Links and buttons that lists of claims and open cards share.

use yew::prelude::*;

use super::copy_button::CopyButton;
use super::links;
use super::page_context::PageContext;
use super::ptr_eq_rc::PtrEqRc;
use explore::{Action, IndexedArticle};
use formats::cite;
use model::{ArticleId, ClaimId, EntityId};

/// A link to the card of an entity, in the tint of its kind.
pub(super) fn name_link(
    page: &PageContext,
    indexed: &IndexedArticle,
    article: Option<&ArticleId>,
    id: &EntityId,
) -> Html {
    let name = indexed.entity(id).map_or(id.as_str(), |it| &it.name);
    let kind = indexed.kind(id).as_str();
    let href = links::to_entity(article, id);
    let onclick = to_card(page, id);
    html! { <a class="name" data-kind={kind} {href} {onclick}>{ name.to_owned() }</a> }
}

/// Opens the card of an entity.
pub(super) fn to_card(page: &PageContext, id: &EntityId) -> Callback<MouseEvent> {
    let chosen = id.clone();
    page.dispatch.reform(move |event: MouseEvent| {
        event.prevent_default();
        Action::SelectEntity(chosen.clone())
    })
}

/// The buttons that copy a citation of a claim and the link to it. `in_article` returns the article of
/// the claim, with the number of the claim in it.
pub(super) fn copy_buttons(
    page: &PageContext,
    article: Option<&ArticleId>,
    id: &ClaimId,
    in_article: impl Fn() -> (PtrEqRc<IndexedArticle>, usize) + 'static,
) -> Html {
    let on_demand = page.on_demand_messages();
    let link = {
        let (host, hash) = (page.host.clone(), links::to_claim(article, id));
        Callback::from(move |()| links::absolute(&host, &hash))
    };
    let citation = {
        let link = link.clone();
        let words = &page.claims_messages().citation_words;
        Callback::from(move |()| {
            let (indexed, number) = in_article();
            let cited = cite(&indexed, number, &link.emit(()), words);
            cited.map_or_else(String::new, |cited| cited.as_str().to_owned())
        })
    };
    html! { <>
        <CopyButton label={on_demand.cite} text={citation} />
        if page.has_links() { <CopyButton label={on_demand.copy_link} text={link} /> }
    </> }
}
