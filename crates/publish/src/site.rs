//! A folder of static files for any web server.

use std::io::{Cursor, Write as _};

use serde::{Deserialize, Serialize};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::content::Content;
use super::served::{Asset, loading, navigation};
use super::template::{MissingPlace, Template};

/// The files that the pages of a site share.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Site {
    /// The skeleton of its pages, with placeholders.
    pub skeleton: String,
    /// The style sheet.
    pub styles: Asset,
    /// The script of the page of an article.
    pub article: Asset,
    /// The script of the page of several articles.
    pub list: Asset,
    /// The script of the frame.
    pub frame: Asset,
    /// All files that the pages load, with those above.
    pub files: Vec<Asset>,
}

/// What a site contains.
pub struct SiteContent<'a> {
    /// The first page: an article, or a list of them.
    pub index: &'a Content,
    /// The articles of the list, by id.
    pub articles: &'a [(String, Content)],
    /// The link from an article to the list.
    pub all_articles: &'a str,
    /// The name of such links.
    pub other_pages: &'a str,
}

impl Site {
    /// The pages of a site, by name. All their addresses are relative.
    ///
    /// # Errors
    /// If the skeleton lacks a placeholder.
    pub fn pages(&self, content: &SiteContent) -> Result<Vec<(String, String)>, MissingPlace> {
        let template = Template::of(&self.skeleton)?;
        let SiteContent {
            index, articles, ..
        } = content;
        let script = if articles.is_empty() {
            &self.article
        } else {
            &self.list
        };
        let head = loading(".", script, &self.styles);
        let first = template.filled(index, &head, ["", ""], &index.data_elements());
        let framed = template.framed(index, &self.frame, &self.styles);
        let head = loading("..", &self.article, &self.styles);
        let links = [("../index.html", content.all_articles)];
        let [before, after] = navigation(content.other_pages, &links);
        let each = articles.iter().map(|(id, article)| {
            let around = [before.as_str(), after.as_str()];
            let page = template.filled(article, &head, around, &article.data_elements());
            (format!("articles/{id}.html"), page)
        });
        let first = [
            ("index.html".to_owned(), first),
            ("embed.html".to_owned(), framed),
            ("articles.json".to_owned(), index.data.clone()),
        ];
        Ok(first.into_iter().chain(each).collect())
    }
}

/// Packs files as a ZIP file.
///
/// # Errors
/// If two files have the same name, or a file is too large.
pub fn zipped<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(name: &str) -> Asset {
        Asset {
            name: name.to_owned(),
            integrity: "sha384-x".to_owned(),
        }
    }

    fn site() -> Site {
        Site {
            skeleton: include_str!("../../../index.html").to_owned(),
            styles: asset("styles.css"),
            article: asset("boot-article.js"),
            list: asset("boot-list.js"),
            frame: asset("frame.js"),
            files: Vec::new(),
        }
    }

    #[test]
    fn every_page_loads_its_own_script_by_a_relative_address() {
        let content = |title: &str| Content {
            title: title.to_owned(),
            data: "{}".to_owned(),
            ..Content::default()
        };
        let articles = ["a", "b"].map(|id| (id.to_owned(), content(id)));
        let pages = |articles| {
            let content = SiteContent {
                index: &content("All"),
                articles,
                all_articles: "All articles",
                other_pages: "Other pages",
            };
            site().pages(&content).unwrap()
        };
        let scripts = |pages: &[(String, String)]| -> Vec<String> {
            let script = |page: &str| {
                let (_, script) = page.split_once(" src=\"")?;
                Some(script.split('"').next()?.to_owned())
            };
            let found = pages.iter().map(|(name, page)| {
                let script = script(page).unwrap_or_default();
                format!("{name} {script}")
            });
            found.collect()
        };
        let alone = pages(&[]);
        let of_one = [
            "index.html ./boot-article.js",
            "embed.html ./frame.js",
            "articles.json ",
        ];
        assert_eq!(scripts(&alone), of_one);
        let several = pages(&articles);
        assert_eq!(
            scripts(&several),
            [
                "index.html ./boot-list.js",
                "embed.html ./frame.js",
                "articles.json ",
                "articles/a.html ../boot-article.js",
                "articles/b.html ../boot-article.js",
            ]
        );
        let (_, of_b) = &several[4];
        assert!(
            of_b.contains("<a href=\"../index.html\">All articles</a>"),
            "{of_b}"
        );
        for (name, page) in &several {
            assert!(
                !page.contains("=\"/") && !page.contains("://"),
                "{name}: {page}"
            );
        }
    }

    #[test]
    fn a_zip_file_has_each_name_once() {
        let bytes = zipped([("a.html", &b"<p>"[..]), ("articles/b.html", b"")].into_iter());
        let bytes = bytes.unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        assert_eq!(zip.len(), 2);
        assert!(zip.by_name("articles/b.html").is_ok());
        let text = std::io::read_to_string(zip.by_name("a.html").unwrap()).unwrap();
        assert_eq!(text, "<p>");
        assert!(zipped([("a", &b""[..]), ("a", b"")].into_iter()).is_err());
    }
}
