//! The articles that a reader has brought: one by itself, or several.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::app::App;
use super::collection::{CollectionPage, CollectionProps};
use super::host::Host;
use super::ptr_eq_rc::PtrEqRc;
use explore::IndexedArticle;

/// Properties of [`DeskPage`].
#[derive(Properties, PartialEq)]
pub struct DeskProps {
    /// The articles.
    pub brought: Brought,
    /// What the place that the page stands in wants of it.
    pub host: Host,
}

/// What a reader has brought.
#[derive(Clone, PartialEq)]
pub enum Brought {
    /// Nothing yet.
    Nothing,
    /// One article, and what was wrong with its data.
    One(PtrEqRc<IndexedArticle>, Vec<String>),
    /// Several articles; the host in their properties does not count.
    Several(CollectionProps),
}

/// What a reader has brought, shown as any article or as any collection.
pub struct DeskPage {
    /// The view, as it was last told.
    view: Rc<RefCell<String>>,
    /// The view that was asked for last, and how many were.
    asked: (Option<String>, usize),
}

impl Component for DeskPage {
    /// A view, in the form of an address's hash.
    type Message = String;
    type Properties = DeskProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            view: Rc::default(),
            asked: (None, 0),
        }
    }

    fn update(&mut self, _: &Context<Self>, hash: String) -> bool {
        self.asked = (Some(hash), self.asked.1 + 1);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let DeskProps { brought, host } = context.props();
        let host = self.watched(host);
        let key = self.asked.1;
        match brought {
            Brought::Nothing => Html::default(),
            Brought::One(first, notices) => html! {
                <App {key} first={first.clone()} notices={notices.clone()} {host} />
            },
            Brought::Several(several) => html! {
                <CollectionPage {key} collection={several.collection.clone()} finder={several.finder.clone()}
                    archive={several.archive.clone()} notices={several.notices.clone()} {host} />
            },
        }
    }
}

impl DeskPage {
    /// The view, in the form of an address's hash.
    #[must_use]
    pub fn hash(&self) -> String {
        self.view.borrow().clone()
    }

    /// The host, with what it is told noted here too.
    fn watched(&self, host: &Host) -> Host {
        let (view, told) = (self.view.clone(), host.on_view.clone());
        Host {
            view: self.asked.0.as_deref().map_or(host.view.clone(), Rc::from),
            on_view: Some(Callback::from(move |hash: String| {
                view.replace(hash.clone());
                if let Some(told) = &told {
                    told.emit(hash);
                }
            })),
            ..host.clone()
        }
    }
}
