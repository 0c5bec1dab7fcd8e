//! Parts of a page that open on demand, and the function that loads their code.

use std::future::ready;

use futures::future::LocalBoxFuture;
use yew::prelude::*;

use super::claim_origin::OriginOf;
use super::exports::Savable;
use super::scene::Scene;
use super::searched_articles::SearchedArticles;
use explore::{ClaimOrder, Facet, Problem};
use model::EntityId;
use search::QueryText;

/// A part of a page that opens on demand.
#[derive(Clone, PartialEq)]
pub(super) enum OnDemandPart {
    /// The active filters, each with a button that removes it.
    Chips(Scene),
    /// The message that no claim matches.
    Empty(Scene),
    /// What keeps the focus in the page.
    KeptFocus,
    /// Notices about the query as typed. The flag says that the reader still types.
    QueryNotices(QueryText, bool, Vec<Problem>),
    /// The claims that answer the question in the query, with their origins if the page lists those
    /// of several articles.
    QuestionAnswers(Scene, Option<OriginOf>),
    /// The values of a facet. The flag says that the names in the text are not marked.
    FacetValues(Scene, Facet, bool),
    /// The control for the minimum confidence.
    MinConfidence(Scene),
    /// The claims of an article, listed in that order.
    Claims(Scene, ClaimOrder),
    /// The claims of an article as quotations with their source.
    Quotations(Scene),
    /// What the note of an open claim adds to its head. The claim is a number in the article's list.
    ClaimDetails(Scene, usize),
    /// The card of an entity.
    Entity(Scene, EntityId),
    /// The card of a speaker whom the text does not name.
    Unnamed(Scene),
    /// The dialog that lists the matches of a search.
    Concordance(SearchedArticles),
    /// The dialog with all keys.
    Help,
    /// The dialog with the link to the view, the articles that can be saved, and anything else that
    /// can be saved.
    Share(Scene, Savable, Html),
}

/// The code of the parts that open on demand.
#[derive(Clone, Copy)]
pub struct OnDemandParts {
    /// Draws a part.
    pub(super) draw: fn(OnDemandPart) -> Html,
    /// The claims in the order in which [`OnDemandPart::Claims`] lists them.
    pub(super) listed: fn(&Scene, ClaimOrder) -> Vec<usize>,
}

/// Loads [`OnDemandParts`].
#[derive(Clone, Debug, PartialEq)]
pub struct OnDemandLoader {
    /// Returns the parts if they are loaded.
    pub loaded: Callback<(), Option<OnDemandParts>>,
    /// Loads the parts. An error is a sentence that says why they are not available.
    pub load: Callback<(), LocalBoxFuture<'static, Result<OnDemandParts, String>>>,
}

impl OnDemandLoader {
    /// The loader of parts that are there already.
    pub(super) fn of_loaded(parts: OnDemandParts) -> Self {
        Self {
            loaded: Callback::from(move |()| Some(parts)),
            load: Callback::from(move |()| -> LocalBoxFuture<'static, _> {
                Box::pin(ready(Ok(parts)))
            }),
        }
    }
}
