//! The context of a page: values that stay the same while it is shown, for all parts that need
//! them.

use yew::prelude::*;

use super::element_refs::{ElementRefs, focus_search};
use super::host::Host;
use super::keyboard::Key;
use super::latest::use_latest;
use super::on_demand_parts::OnDemandLoader;
use crate::messages::{
    ArticleMessages, ClaimsMessages, CollectionMessages, EditorMessages, Language,
    OnDemandMessages, WorkspaceMessages,
};
use explore::{Action, ClaimOrder, Mode};

/// The values that stay the same while a page is shown: its host, its language, and the receiver of
/// choices.
///
/// Values that change are passed as properties, so that a part of the page is rerendered only when
/// its content changes.
#[derive(Clone, Default, PartialEq)]
pub(super) struct PageContext {
    /// The page is static HTML without a program, so links lead to places within it.
    pub(super) is_static: bool,
    /// The static page of several articles contains their texts.
    pub(super) has_texts: bool,
    /// The settings of the host.
    pub(super) host: Host,
    /// Elements that are used after rendering.
    pub(super) refs: ElementRefs,
    /// Receives choices that are kept in the address.
    pub(super) dispatch: Callback<Action>,
    /// Receives the claim whose card is pointed at, if any.
    pub(super) point_at: Callback<Option<usize>>,
    /// Opens the dialog with all keys.
    pub(super) open_help: Callback<()>,
    /// Marks the names in the text, or stops marking them.
    pub(super) toggle_names: Callback<()>,
    /// Chooses the order of the list of claims.
    pub(super) order_claims: Callback<ClaimOrder>,
    /// Opens the dialog that lists the matches of the search.
    pub(super) open_concordance: Callback<()>,
    /// Opens the dialog with the link to the view.
    pub(super) open_share: Callback<()>,
}

impl PageContext {
    /// The context of a page without a program.
    pub(super) fn of_static(language: Language, on_demand: OnDemandLoader) -> Self {
        let host = Host {
            language,
            on_demand: Some(on_demand),
            ..Host::default()
        };
        Self {
            is_static: true,
            host,
            ..Self::default()
        }
    }

    /// The messages of the page of one article, which the other pages use too.
    pub(super) fn messages(&self) -> &'static ArticleMessages {
        self.host.language.article()
    }

    /// The messages of the parts of a page that open on demand.
    pub(super) fn on_demand_messages(&self) -> &'static OnDemandMessages {
        self.host.language.on_demand()
    }

    /// The messages of the views that show claims without the text.
    pub(super) fn claims_messages(&self) -> &'static ClaimsMessages {
        self.host.language.claims()
    }

    /// The messages of the page of several articles.
    pub(super) fn collection_messages(&self) -> &'static CollectionMessages {
        self.host.language.collection()
    }

    /// The messages of the page for a reader's own articles.
    pub(super) fn workspace_messages(&self) -> &'static WorkspaceMessages {
        self.host.language.workspace()
    }

    /// The messages of the editor of an article.
    pub(super) fn editor_messages(&self) -> &'static EditorMessages {
        self.host.language.editor()
    }

    /// Whether views have addresses that readers can share.
    pub(super) fn has_links(&self) -> bool {
        self.host.is_in_address() || !self.host.link_base.is_empty()
    }

    /// Handles keys that do the same on every page, or returns the action for the key. `mode` is
    /// the current view mode.
    pub(super) fn press(&self, key: Key, mode: Mode) -> Option<Action> {
        match key {
            Key::Search => focus_search(&self.refs.search),
            Key::Help => self.open_help.emit(()),
            Key::Foreground => {
                return Some(Action::Show(match mode {
                    Mode::Article => Mode::Claims,
                    Mode::Claims | Mode::Compare | Mode::Table => Mode::Article,
                }));
            }
            Key::Back => return Some(Action::StepBack),
            Key::NextHit | Key::PreviousHit | Key::NextClaim | Key::PreviousClaim => {}
        }
        None
    }
}

/// The context of the page that a component is in.
#[hook]
pub(super) fn use_page() -> PageContext {
    use_context::<PageContext>().unwrap_or_default()
}

/// The context of a page without choices that are kept in an address. It stays the same as long as
/// its host does, since a new context rerenders everything that uses it.
#[hook]
pub(super) fn use_host_context(host: &Host) -> PageContext {
    let context = use_memo(host.clone(), |host| PageContext {
        host: host.clone(),
        ..PageContext::default()
    });
    (*context).clone()
}

/// The parts of a page that are open or pointed at and are not in its address.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Panels {
    /// The names in the text are not marked.
    pub(super) names_off: bool,
    /// The order of the list of claims.
    pub(super) claim_order: ClaimOrder,
    /// How often the dialog with all keys was opened.
    pub(super) helping: usize,
    /// How often the dialog that lists the matches was opened.
    pub(super) listing_matches: usize,
    /// How often the dialog with the link to the view was opened.
    pub(super) sharing: usize,
    /// The claim whose card is pointed at, as a number in the article's list.
    pub(super) pointed_at: Option<usize>,
}

/// Makes the context of a page whose choices go to `dispatch`.
#[hook]
pub(super) fn use_page_context(host: &Host, dispatch: Callback<Action>) -> (PageContext, Panels) {
    let refs = (*use_memo((), |()| ElementRefs::default())).clone();
    let names_off = use_state(|| false);
    let claim_order = use_state(ClaimOrder::default);
    let helping = use_state(|| 0);
    let sharing = use_state(|| 0);
    let listing_matches = use_state(|| 0);
    let pointed_at = use_state_eq(|| None::<usize>);
    let panels = Panels {
        names_off: *names_off,
        claim_order: *claim_order,
        helping: *helping,
        sharing: *sharing,
        listing_matches: *listing_matches,
        pointed_at: *pointed_at,
    };
    let toggle_names = use_latest(move |()| names_off.set(!*names_off));
    let order_claims = use_latest(move |order| claim_order.set(order));
    let open_help = use_latest(move |()| helping.set(*helping + 1));
    let open_concordance = use_latest(move |()| listing_matches.set(*listing_matches + 1));
    let open_share = use_latest(move |()| sharing.set(*sharing + 1));
    let point_at = use_latest(move |claim| pointed_at.set(claim));
    let page = PageContext {
        is_static: false,
        has_texts: false,
        host: host.clone(),
        refs,
        dispatch,
        point_at,
        toggle_names,
        order_claims,
        open_help,
        open_concordance,
        open_share,
    };
    (page, panels)
}
