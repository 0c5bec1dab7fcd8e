//! What published pages contain: their text as Yew writes it, their data, and their metadata.
//! Programs that publish pages put it into a template, natively and in browsers.

use crate::Language;
use crate::prerender;
use crate::ui::{PtrEqRc, StaticListProps};
use explore::collection::{Charts, Collection};
use explore::{IndexedArticle, View};
use import::Bundle;
use model::Article;
use publish::{ArticleLinks, Content, Metadata};

/// The page of an article, with the `data` for the program.
pub async fn of_article(article: &Article, data: String, language: Language) -> Content {
    let indexed = language.indexed(article.clone());
    let indexed = PtrEqRc::new(indexed);
    let claims = (language.publishing().article)(article.claims.len());
    let plain = prerender::article(indexed.clone(), View::default(), language).await;
    Content::of_article(&indexed, language.tag().as_str(), claims, plain, data)
}

/// A list of articles.
pub struct Listed<'a> {
    /// The articles that the page contains.
    pub collection: Collection,
    /// The charts of all articles, if the page contains a part of them.
    pub charts: Option<Charts>,
    /// The introduction.
    pub intro: Option<&'a Article>,
    /// The size of the whole collection.
    pub totals: Totals,
    /// Where the articles are.
    pub links: ArticleLinks,
}

/// The page that lists articles, with the `data` for the program.
pub async fn of_list(list: Listed<'_>, data: String, language: Language) -> Content {
    let Listed {
        mut collection,
        charts,
        intro,
        totals,
        links,
    } = list;
    language.name_speakers_of(&mut collection);
    let title = totals.heading(&collection, language);
    let description = totals.description(&collection, language);
    let metadata = Metadata::of_collection(&collection, &title, &description, links);
    let plain = prerender::list(StaticListProps {
        collection: PtrEqRc::new(collection),
        articles: totals.articles,
        charts,
        claims: totals.claims,
        intro: intro.map(|intro| PtrEqRc::new(IndexedArticle::of(intro.clone()))),
        has_texts: links == ArticleLinks::Within,
        view: View::default(),
        language,
    });
    Content {
        title,
        metadata,
        plain: plain.await,
        data,
        ..empty(language)
    }
}

/// The page that contains these articles with their texts; `None` if there is none. The articles of a
/// bundle have ids of their own.
pub async fn of_articles(articles: Vec<Article>, language: Language) -> Option<Content> {
    of_one_or_several(articles, ArticleLinks::Within, language).await
}

/// The first page of a site with these articles; `None` if there is none.
pub async fn of_site(articles: Vec<Article>, language: Language) -> Option<Content> {
    of_one_or_several(articles, ArticleLinks::Pages, language).await
}

async fn of_one_or_several(
    articles: Vec<Article>,
    links: ArticleLinks,
    language: Language,
) -> Option<Content> {
    let mut data = Bundle::default();
    for article in &articles {
        data.push(article);
    }
    match articles.as_slice() {
        [] => None,
        [only] => Some(of_article(only, data.to_json(), language).await),
        several => {
            let totals = Totals::of(several);
            let (collection, _) = Collection::of(None, articles);
            let list = Listed {
                collection,
                charts: None,
                intro: None,
                totals,
                links,
            };
            Some(of_list(list, data.to_json(), language).await)
        }
    }
}

/// The content of a page that has only a title.
#[must_use]
pub fn titled(title: &str, language: Language) -> Content {
    Content {
        title: title.to_owned(),
        ..empty(language)
    }
}

fn empty(language: Language) -> Content {
    Content {
        language: language.tag().as_str().to_owned(),
        ..Content::default()
    }
}

/// The size of a collection, of which a page may contain a part.
#[derive(Clone, Copy)]
pub struct Totals {
    /// The number of articles.
    pub articles: usize,
    /// The number of claims.
    pub claims: usize,
}

impl Totals {
    /// The size of a collection of these articles.
    #[must_use]
    pub fn of(articles: &[Article]) -> Self {
        Self {
            articles: articles.len(),
            claims: articles.iter().map(|article| article.claims.len()).sum(),
        }
    }

    /// The title of the collection or, without one, the number of articles.
    fn heading(self, collection: &Collection, language: Language) -> String {
        let counted = || (language.collection().articles)(self.articles);
        collection.title.clone().unwrap_or_else(counted)
    }

    /// A description of the collection in a sentence.
    fn description(self, collection: &Collection, language: Language) -> String {
        let titles: Vec<&str> = collection
            .articles
            .iter()
            .take(3)
            .map(|article| article.metadata.title.as_str())
            .collect();
        (language.publishing().collection)(self.articles, self.claims, &titles)
    }
}
