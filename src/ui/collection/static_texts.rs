//! The texts of articles in a static page that contains all of them.

use yew::prelude::*;

use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::collection::Collection;
use explore::{View, to_hash};
use model::{Article, BlockKind};

/// Properties of [`StaticTexts`].
#[derive(Properties, PartialEq)]
pub(super) struct StaticTextsProps {
    /// The articles.
    pub(super) collection: PtrEqRc<Collection>,
}

/// The words of each article, without marks. Without a program, the address of an article leads to
/// them.
#[component]
pub(super) fn StaticTexts(props: &StaticTextsProps) -> Html {
    let messages = use_page().messages();
    let date = |article: &Article| article.metadata.published.map(messages.date);
    let articles = props.collection.articles.iter();
    html! {
        <div class="plain-articles">
            { for articles.map(|article| text_of(article, date(article))) }
        </div>
    }
}

fn text_of(article: &Article, date: Option<String>) -> Html {
    let about = &article.metadata;
    let alone = View {
        article: Some(article.id.clone()),
        ..View::default()
    };
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    let blocks = article.blocks.iter().map(|block| {
        let words = article.words(block.range).to_owned();
        match block.kind {
            BlockKind::Heading(_) => html! { <h3>{ words }</h3> },
            BlockKind::Paragraph => html! { <p>{ words }</p> },
            BlockKind::Quote => html! { <blockquote>{ words }</blockquote> },
            BlockKind::ListItem => html! { <p class="item">{ words }</p> },
            BlockKind::Preformatted => html! { <pre>{ words }</pre> },
        }
    });
    html! {
        <article class="text" id={to_hash(&alone)} {lang} dir={about.direction.as_str()}>
            <h2>{ &about.title }</h2>
            <p class="dateline">
                if let Some(source) = &about.source { <span>{ source }</span> }
                if let Some(date) = date { <span>{ date }</span> }
                if let Some(author) = &about.author { <span>{ author }</span> }
            </p>
            { for blocks }
        </article>
    }
}
