//! Several articles as plain HTML: a list that leads to a page for each.

use std::fmt::Write as _;

use article_explorer::ui::{SEARCH_HINT, counted};
use explore::collection::{Collection, Finder};
use model::Article;
use search::Query;

use super::html::{attribute, escaped};

/// How many articles are listed; all can be found with the program.
const LISTED: usize = 200;

/// How much there is in all, of which a page may list a part.
#[derive(Clone, Copy)]
pub(super) struct Totals {
    articles: usize,
    claims: usize,
}

impl Totals {
    pub(super) fn of(articles: &[Article]) -> Self {
        Self {
            articles: articles.len(),
            claims: articles.iter().map(|article| article.claims.len()).sum(),
        }
    }

    /// What the articles are called together, or how many there are.
    pub(super) fn heading(self, collection: &Collection) -> String {
        let counted = || format!("{} articles", self.articles);
        collection.title.clone().unwrap_or_else(counted)
    }
}

/// What a collection holds, in a sentence.
pub(super) fn description(collection: &Collection, totals: Totals) -> String {
    let titles: Vec<&str> = collection
        .articles
        .iter()
        .take(3)
        .map(|article| article.metadata.title.as_str())
        .collect();
    format!(
        "{} articles with {} claims, each marked with its speaker: {}, …",
        totals.articles,
        totals.claims,
        titles.join("; ")
    )
}

/// The list, each article with the beginning of its text and a link to its page.
pub(super) fn collection(collection: &Collection, totals: Totals) -> String {
    let mut html = String::new();
    // Writing into a string does not fail.
    let _infallible = write_list(collection, totals, &mut html);
    html
}

fn write_list(collection: &Collection, totals: Totals, html: &mut String) -> std::fmt::Result {
    let button = |class: &str, label: &str| {
        format!("<button type=\"button\" disabled class=\"{class}\">{label}</button>")
    };
    write!(
        html,
        "<div class=\"explorer plain mode-claims collection\"><div class=\"bar\"><div class=\"field\"><input type=\"search\" disabled aria-label=\"Search\" placeholder=\"{SEARCH_HINT}\"></div><p class=\"counts\">{} articles · {} claims</p><div class=\"choices\">{}<div class=\"foreground\">{}{}</div>{}{}</div></div>",
        totals.articles,
        totals.claims,
        button("filters-button", "Filters"),
        button("", "Articles"),
        button("", "Claims"),
        button("quiet share-button", "Share"),
        button("quiet help-button", "?")
    )?;
    write!(
        html,
        "<div class=\"columns\"><div class=\"rail\"></div><main class=\"page\"><header class=\"article-head\"><h1 id=\"title\">{}</h1></header><noscript><p class=\"failure\">Search and filters need scripts, which are switched off. Each article with its claims stands on a page of its own.</p></noscript><p class=\"order\">Order newest first</p><ol class=\"articles-found\">",
        escaped(&totals.heading(collection))
    )?;
    let finder = Finder::of(collection);
    for (number, article) in collection.articles.iter().enumerate().take(LISTED) {
        let beginning = finder.excerpt(number, &Query::default());
        let beginning: String = beginning.into_iter().map(|(words, _)| words).collect();
        write_article(article, &beginning, html)?;
    }
    write!(
        html,
        "</ol></main><aside class=\"margin\"></aside></div></div>"
    )
}

fn write_article(article: &Article, beginning: &str, html: &mut String) -> std::fmt::Result {
    let about = &article.metadata;
    let language = attribute("lang", &about.language);
    let direction = about.direction.as_str();
    write!(html, "<li><p class=\"dateline\">")?;
    if let Some(source) = &about.source {
        write!(html, "<span>{}</span>", escaped(source))?;
    }
    if let Some(date) = about.published {
        write!(html, "<time datetime=\"{date}\">{}</time>", date.in_words())?;
    }
    write!(
        html,
        "</p><h2{language} dir=\"{direction}\"><a href=\"articles/{}.html\">{}</a></h2><p class=\"found\"{language} dir=\"{direction}\">{}</p><p class=\"speakers\"><span>{}</span></p></li>",
        escaped(article.id.as_str()),
        escaped(&about.title),
        escaped(beginning),
        counted(article.claims.len(), "claim", "claims")
    )
}
