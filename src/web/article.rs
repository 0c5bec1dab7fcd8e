//! One article as a page.

use std::rc::Rc;

use yew::prelude::*;

use crate::messages::Language;
use crate::ui::{App, Host, Page, PtrEqRc, ViewHandle};
use explore::{IndexedArticle, View};
use model::Article;

/// The page of one article.
pub(super) struct ArticlePage {
    article: PtrEqRc<IndexedArticle>,
    notices: Vec<String>,
}

impl ArticlePage {
    pub(super) fn of(article: Article, notices: Vec<String>, language: Language) -> Self {
        let indexed = language.indexed(article);
        Self {
            article: PtrEqRc::new(indexed),
            notices,
        }
    }
}

impl Page for ArticlePage {
    fn draw(&self, host: Host, handle: ViewHandle) -> Html {
        let (indexed, notices) = (self.article.clone(), self.notices.clone());
        html! { <App {indexed} {notices} {host} {handle} /> }
    }

    fn articles(&self, _: &View) -> Result<Vec<Rc<Article>>, String> {
        Ok(vec![Rc::clone(&self.article.article)])
    }
}
