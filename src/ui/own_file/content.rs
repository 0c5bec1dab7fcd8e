//! What a file contains: the article, its static page, and the edits that led to it.

use std::cell::Cell;
use std::rc::Rc;

use futures::channel::oneshot::{Sender, channel};
use gloo::utils::document;
use wasm_bindgen::JsValue;
use web_sys::{Element, XmlSerializer};
use yew::prelude::*;

use super::super::editor::{EditedArticle, KeptEdits};
use super::super::on_demand_parts::OnDemandLoader;
use super::super::ptr_eq_rc::PtrEqRc;
use super::super::static_article::{StaticArticle, StaticArticleProps};
use crate::messages::Language;
use explore::View;
use import::{ArticleRecord, Bundle, for_html, to_text};
use model::Article;
use publish::{Content, EDITS_ID};

/// The content of a file with an edited article.
///
/// # Errors
/// If the browser cannot write the static page as text.
pub(super) async fn content_of(
    edited: &EditedArticle,
    language: Language,
    on_demand: OnDemandLoader,
) -> Result<Content, JsValue> {
    let indexed = language.indexed(Rc::clone(&edited.article));
    let indexed = PtrEqRc::new(indexed);
    let plain = markup(StaticArticleProps {
        indexed: indexed.clone(),
        view: View::default(),
        language,
        on_demand,
    });
    let plain = plain.await?;
    let mut data = Bundle::default();
    data.push(&edited.article);
    let edits = KeptEdits {
        original: to_text(&ArticleRecord::of(&edited.original)),
        log: edited.log.clone(),
    };
    let claims = (language.publishing().article)(edited.article.claims.len());
    let tag = language.tag().as_str();
    Ok(Content {
        edits: for_html(&edits),
        ..Content::of_article(&indexed, tag, claims, plain, data.to_json())
    })
}

/// The edits in the document.
pub(super) enum EditsInDocument {
    /// There are none.
    None,
    /// The article before them, and their log.
    Read(Box<Article>, String),
    /// They cannot be read.
    Damaged,
}

/// Reads the edits in the document.
pub(super) fn edits_in_document() -> EditsInDocument {
    let Some(element) = document().get_element_by_id(EDITS_ID) else {
        return EditsInDocument::None;
    };
    let text = element.text_content().unwrap_or_default();
    let edits: Option<KeptEdits> = serde_json::from_str(&text).ok();
    match edits.and_then(|edits| Some((edits.original()?, edits.log))) {
        Some((original, log)) => EditsInDocument::Read(Box::new(original), log),
        None => EditsInDocument::Damaged,
    }
}

/// A static page as markup in which `<` begins nothing but tags. The serialiser for XML guarantees
/// this, also in attributes; HTML reads what it writes in the same way.
async fn markup(page: StaticArticleProps) -> Result<String, JsValue> {
    let place = document().create_element("div")?;
    let (sender, drawn) = channel();
    let done = Done(Rc::new(Cell::new(Some(sender))));
    let page = PtrEqRc::new(page);
    let props = DrawnProps { page, done };
    let app = yew::Renderer::<Drawn>::with_root_and_props(place.clone(), props).render();
    // The sender lives as long as the app.
    let _drawn = drawn.await;
    let markup = inner_markup(&place);
    app.destroy();
    markup
}

fn inner_markup(place: &Element) -> Result<String, JsValue> {
    let markup = XmlSerializer::new()?.serialize_to_string(place)?;
    let inner = markup
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once('<'));
    Ok(inner.map(|(inner, _)| inner.to_owned()).unwrap_or_default())
}

/// Receives a message once a page is drawn.
#[derive(Clone)]
struct Done(Rc<Cell<Option<Sender<()>>>>);

impl PartialEq for Done {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct DrawnProps {
    page: PtrEqRc<StaticArticleProps>,
    done: Done,
}

/// A static page that reports when it is drawn.
#[component]
fn Drawn(props: &DrawnProps) -> Html {
    let done = props.done.clone();
    use_effect_with((), move |()| {
        if let Some(done) = done.0.take() {
            let _unheard = done.send(());
        }
    });
    let StaticArticleProps {
        indexed,
        view,
        language,
        on_demand,
    } = &*props.page;
    html! { <StaticArticle indexed={indexed.clone()} view={view.clone()} language={*language} on_demand={on_demand.clone()} /> }
}
