//! What stands above and below the text: its title and date, its source and terms.

use yew::prelude::*;

use super::app::AppProps;
use super::scene::Scene;
use explore::{Action, IndexedArticle, View, to_hash};
use model::ArticleId;

/// Who marked the text.
const MARKED_BY: &str =
    "Names and claims were marked by an editor. They show who says what, not who is right.";

const FOUND_BY: &str = "Names and claims were found by the program, which makes mistakes; each says by which rule. They show who says what, not who is right.";

const FOUND_IN_OTHERS: &str = "Quotations and dates were found by the program, which makes mistakes and knows names in English only; each says by which rule. They show who says what, not who is right.";

/// Who marked an article.
#[must_use]
pub fn marked_by(article: &model::Article) -> &'static str {
    match (article.has_found(), article.metadata.is_english()) {
        (false, _) => MARKED_BY,
        (true, Some(false)) => FOUND_IN_OTHERS,
        (true, _) => FOUND_BY,
    }
}

/// Title, date and author; and the other articles, where there are some.
pub(super) fn masthead(scene: &Scene, props: &AppProps) -> Html {
    let about = &scene.indexed.article.metadata;
    let open = |id: ArticleId| {
        scene.dispatch.reform(move |event: MouseEvent| {
            event.prevent_default();
            Action::Open(id.clone())
        })
    };
    let direction = about.direction.as_str();
    let lang = (!about.language.is_empty()).then(|| about.language.clone());
    html! {
        <header class="article-head">
            if !props.others.is_empty() {
                <nav aria-label="Articles"><ul class="articles">
                    { for std::iter::once(&props.first).chain(&props.others).map(|other| {
                        let id = other.article.id.clone();
                        let alone = View { article: Some(id.clone()), ..View::default() };
                        let current = (other == &scene.indexed).then_some("page");
                        html! { <li><a href={format!("#{}", to_hash(&alone))} aria-current={current} onclick={open(id)}>{ other.article.metadata.title.clone() }</a></li> }
                    }) }
                </ul></nav>
            }
            <p class="dateline">
                if let Some(source) = &about.source { <span>{ source }</span> }
                if let Some(date) = about.published { <time datetime={date.to_string()}>{ date.in_words() }</time> }
                if let Some(author) = &about.author { <span>{ author }</span> }
            </p>
            <h1 id="title" {lang} dir={direction}>{ &about.title }</h1>
            if about.title_by_editor { <p class="by-editor">{ "Title by the editor; the text came without one." }</p> }
        </header>
    }
}

/// Where the text is from and who marked it.
pub(super) fn imprint(indexed: &IndexedArticle) -> Html {
    let about = &indexed.article.metadata;
    html! {
        <footer class="source" part="footer">
            if let Some(url) = &about.url {
                <p>{ "Original: " }<a class="outward" href={url.to_string()} rel="noopener">{ url.host().to_owned() }</a></p>
            }
            <p>{ about.licence.clone().unwrap_or_else(|| "The article remains its publisher’s.".to_owned()) }</p>
            <p>{ marked_by(&indexed.article) }</p>
        </footer>
    }
}
