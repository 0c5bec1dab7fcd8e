//! Publishing articles in a browser: writes them as a page, with the text that Yew renders.

use article_explorer::{Language, LanguageTag, contents, prerender};
use formats::file_name;
use import::{Bundle, BundleRecord};
use js_sys::Uint8Array;
use model::{Article, ArticleId, TakenIds};
use publish::{Content, OneFile, Site, SiteContent};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

pub mod packing;

fn main() {}

/// A page in one file. `template` is a page in one file with any content, `data` the articles as
/// the JSON of a bundle, `edits` the JSON of the edits that led to the only article, or empty, and
/// `language` the tag of the interface’s language.
///
/// # Errors
/// If the template is damaged, or if the data is not a bundle or contains no article.
#[wasm_bindgen(js_name = oneFile)]
pub async fn one_file(
    template: String,
    data: String,
    edits: String,
    language: String,
) -> Result<String, JsError> {
    let template = OneFile::of(&template)?;
    let articles = articles_of(&data)?;
    let are_several = articles.len() > 1;
    let content = contents::of_articles(articles, language_of(&language)).await;
    let content = Content {
        // Within JSON, `<` appears only in texts.
        edits: edits.replace('<', "\\u003c"),
        ..content.ok_or_else(no_article)?
    };
    Ok(template.with(&content, are_several)?)
}

/// A ZIP file with static pages. `site` describes the files that they share, as the JSON of a
/// [`Site`], and `files` are their contents in the same order.
///
/// # Errors
/// Those of [`one_file`]; also if the site is not described.
#[wasm_bindgen]
pub async fn zip(
    site: String,
    data: String,
    language: String,
    files: Vec<Uint8Array>,
) -> Result<Vec<u8>, JsError> {
    let site: Site = serde_json::from_str(&site)?;
    let (mut articles, language) = (articles_of(&data)?, language_of(&language));
    // Ids become names of files.
    let mut taken = TakenIds::default();
    for article in &mut articles {
        let name = file_name(article.id.as_str(), "");
        article.id = ArticleId::new(taken.take(&name).as_ref());
    }
    let mut each = Vec::new();
    if articles.len() > 1 {
        for article in &articles {
            let mut data = Bundle::default();
            data.push(article);
            let content = contents::of_article(article, data.to_json(), language).await;
            each.push((article.id.to_string(), content));
        }
    }
    let index = contents::of_site(articles, language).await;
    let pages = site.pages(&SiteContent {
        index: &index.ok_or_else(no_article)?,
        articles: &each,
        all_articles: prerender::all_articles(language),
        other_pages: language.publishing().other_pages,
    })?;
    let files: Vec<Vec<u8>> = files.iter().map(Uint8Array::to_vec).collect();
    let names = site.files.iter().map(|file| file.name.as_str());
    let files = names.zip(files.iter().map(Vec::as_slice));
    let pages = pages.iter();
    let pages = pages.map(|(name, page)| (name.as_str(), page.as_bytes()));
    Ok(publish::zipped(pages.chain(files))?)
}

fn articles_of(data: &str) -> Result<Vec<Article>, JsError> {
    let read = BundleRecord::read(data);
    let (_, articles) = read.map_err(|fault| JsError::new(&format!("the data is {fault}")))?;
    Ok(articles)
}

fn language_of(tag: &str) -> Language {
    Language::of_tag(LanguageTag::known(tag).unwrap_or_default())
}

fn no_article() -> JsError {
    JsError::new("there is no article")
}
