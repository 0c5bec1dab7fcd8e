//! What stands below the text: its source, its terms, and who marked it.

use yew::prelude::*;

use super::ptr_eq_rc::PtrEqRc;
use explore::IndexedArticle;

/// Who marked the text.
const MARKED_BY: &str =
    "Names and claims were marked by an editor. They show who says what, not who is right.";

const FOUND_BY: &str = "Names and claims were found by the program, which makes mistakes; each says by which rule. They show who says what, not who is right.";

const FOUND_IN_OTHERS: &str = "Quotations and dates were found by the program, which makes mistakes and knows names in English only; each says by which rule. They show who says what, not who is right.";

/// Who marked an article.
fn marked_by(article: &model::Article) -> &'static str {
    match (article.has_found(), article.metadata.is_english()) {
        (false, _) => MARKED_BY,
        (true, Some(false)) => FOUND_IN_OTHERS,
        (true, _) => FOUND_BY,
    }
}

/// Properties of [`Imprint`].
#[derive(Properties, PartialEq)]
pub(super) struct ImprintProps {
    /// The article.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// Where the text is from and who marked it.
#[component]
pub(super) fn Imprint(props: &ImprintProps) -> Html {
    let indexed = &props.indexed;
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
