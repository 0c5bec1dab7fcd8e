//! Several articles as a page.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::{CollectionPage, CollectionProps, Host, Page, ViewHandle};
use explore::View;
use model::Article;

/// The page of several articles.
pub(super) struct SeveralArticles(pub(super) CollectionProps);

impl Page for SeveralArticles {
    fn draw(&self, host: Host, handle: ViewHandle) -> Html {
        let props = CollectionProps {
            host,
            handle: Some(handle),
            ..self.0.clone()
        };
        html! { <CollectionPage ..props /> }
    }

    fn articles(&self, view: &View) -> Result<Vec<Rc<Article>>, String> {
        self.0.shown_by(view)
    }
}
