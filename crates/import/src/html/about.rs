//! Finds the metadata of an article in its page.

use super::blocks::resolved;
use super::linked_data::LinkedData;
use super::node::Content;
use super::tree::{Tree, evened};
use crate::date_words::date_of;
use crate::text::byline;
use model::{Date, Direction, Metadata, WebUrl};
use text::fold::fold;

/// The maximum number of characters in the name of an author.
const LONGEST_NAME: usize = 120;

/// The metadata of an article.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: String,
    pub(super) author: Option<String>,
    pub(super) url: Option<WebUrl>,
    published: Option<Date>,
    source: Option<String>,
    language: String,
    direction: Direction,
    licence: Option<String>,
}

impl About {
    /// Reads the metadata in the head, in JSON-LD and around the text. `dropped` marks
    /// boilerplate.
    pub(super) fn of(tree: &Tree, dropped: &[bool], data: &LinkedData) -> Self {
        let metas = Metas::of(tree);
        let url = address(tree, &metas, data);
        let source = [
            metas.first(&["og:site_name", "application-name"]),
            data.publisher.clone(),
        ]
        .into_iter()
        .find(|name| !name.is_empty())
        .or_else(|| {
            url.as_ref()
                .map(|url| url.host().trim_start_matches("www.").to_owned())
        });
        let (language, direction) = language(tree, &metas, data);
        Self {
            title: title(tree, dropped, &metas, data, source.as_deref()),
            author: author(tree, dropped, &metas, data),
            published: published(tree, dropped, &metas, data),
            source,
            language,
            direction,
            licence: licence(tree, data, url.as_ref()),
            url,
        }
    }

    /// The metadata of the article.
    pub(super) fn metadata(&self) -> Metadata {
        Metadata {
            title: self.title.clone(),
            title_by_editor: false,
            source: self.source.clone(),
            url: self.url.clone(),
            published: self.published,
            language: self.language.clone(),
            direction: self.direction,
            author: self.author.clone(),
            licence: self.licence.clone(),
            extra: Vec::new(),
        }
    }
}

/// The content of `meta` elements by name, in lower case.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn of(tree: &Tree) -> Self {
        let read = |node: usize| {
            let name = ["property", "name", "itemprop", "http-equiv"]
                .iter()
                .find_map(|key| tree.raw_attribute(node, key))?;
            let value = evened(&tree.attribute(node, "content")?);
            (!value.is_empty()).then(|| (name.trim().to_ascii_lowercase(), value))
        };
        Self(tree.elements("meta").take(500).filter_map(read).collect())
    }

    /// The value of the first of these names that exists.
    fn first(&self, names: &[&str]) -> String {
        let found = names
            .iter()
            .find_map(|name| self.0.iter().find(|(known, _)| known == name));
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }
}

/// The words of the first visible element that `wanted` accepts.
fn seen<'t>(
    tree: &'t Tree,
    dropped: &'t [bool],
    wanted: impl Fn(usize) -> bool + 't,
) -> impl Iterator<Item = usize> + 't {
    (0..tree.nodes.len())
        .filter(move |node| !dropped.get(*node).copied().unwrap_or(true) && wanted(*node))
}

fn title(
    tree: &Tree,
    dropped: &[bool],
    metas: &Metas,
    data: &LinkedData,
    source: Option<&str>,
) -> String {
    let in_head = tree
        .elements("title")
        .next()
        .map(|node| tree.words(node))
        .unwrap_or_default();
    let shared = metas.first(&[
        "og:title",
        "twitter:title",
        "dc.title",
        "headline",
        "citation_title",
    ]);
    let headings: Vec<String> = seen(tree, dropped, |node| tree.tag(node) == "h1")
        .take(8)
        .map(|node| tree.words(node))
        .filter(|words| !words.is_empty())
        .collect();
    // The heading that matches another title, or the only heading.
    let named = headings.iter().find(|heading| {
        let heading = fold(heading);
        [&in_head, &shared, &data.headline]
            .iter()
            .any(|name| fold(name).contains(&heading))
    });
    let only = headings.first().filter(|_| headings.len() == 1);
    let candidates = [
        named.cloned().unwrap_or_default(),
        data.headline.clone(),
        shared,
        only.cloned().unwrap_or_default(),
        in_head,
    ];
    let found = candidates
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_default();
    without_source(&found, source)
}

/// Removes the name of the publisher from "Headline | The Daily".
fn without_source(title: &str, source: Option<&str>) -> String {
    let Some(source) = source.map(fold).filter(|source| !source.is_empty()) else {
        return title.to_owned();
    };
    for mark in [" | ", " - ", " – ", " — ", " :: ", " · "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && !head.trim().is_empty()
            && (fold(tail).contains(&source) || source.contains(&fold(tail)))
        {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}

fn author(tree: &Tree, dropped: &[bool], metas: &Metas, data: &LinkedData) -> Option<String> {
    let names = [
        "author",
        "article:author",
        "byl",
        "parsely-author",
        "dc.creator",
        "dc.creator.creator",
        "sailthru.author",
        "citation_author",
    ];
    let in_head = metas.first(&names);
    let of_page = || {
        let is_author = |node: usize| {
            let has = |name: &str, word: &str| {
                let value = tree.raw_attribute(node, name).unwrap_or_default();
                value
                    .split_whitespace()
                    .any(|known| known.eq_ignore_ascii_case(word))
            };
            let by_class = [
                "author",
                "byline",
                "by-line",
                "article-author",
                "author-name",
                "article__author",
                "p-author",
            ];
            has("rel", "author")
                || has("itemprop", "author")
                || by_class.iter().any(|word| has("class", word))
        };
        seen(tree, dropped, is_author)
            .take(6)
            .map(|node| tree.words(node))
            .collect::<Vec<_>>()
    };
    let clean = |name: &str| {
        let name = evened(name);
        let name = byline(&name).unwrap_or(&name);
        let name = name.split(" | ").next().unwrap_or_default().trim();
        let good = !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && !name.contains("://")
            && !name.starts_with('@')
            && name.chars().any(char::is_alphabetic);
        good.then(|| name.to_owned())
    };
    clean(&data.author)
        .or_else(|| clean(&in_head))
        .or_else(|| of_page().iter().find_map(|name| clean(name)))
}

fn published(tree: &Tree, dropped: &[bool], metas: &Metas, data: &LinkedData) -> Option<Date> {
    let names = [
        "article:published_time",
        "datepublished",
        "publish-date",
        "publish_date",
        "pubdate",
        "parsely-pub-date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "sailthru.date",
        "citation_publication_date",
        "og:published_time",
        "date",
    ];
    let in_head = || names.iter().find_map(|name| date_of(&metas.first(&[name])));
    let marked = || {
        let is_published = |node: usize| {
            tree.raw_attribute(node, "itemprop")
                .is_some_and(|property| property.eq_ignore_ascii_case("datePublished"))
        };
        let read = |node: usize| {
            let value = ["datetime", "content"]
                .iter()
                .find_map(|name| tree.attribute(node, name));
            date_of(&value.unwrap_or_else(|| tree.words(node)))
        };
        let times = seen(tree, dropped, |node| tree.tag(node) == "time").take(20);
        seen(tree, dropped, is_published)
            .find_map(read)
            .or_else(|| times.into_iter().find_map(read))
    };
    let by_class = || {
        let is_date = |node: usize| {
            let class = tree
                .raw_attribute(node, "class")
                .unwrap_or_default()
                .to_ascii_lowercase();
            !class.is_empty()
                && ["date", "published", "timestamp", "pubdate"]
                    .iter()
                    .any(|word| class.contains(word))
        };
        seen(tree, dropped, is_date)
            .take(20)
            .find_map(|node| date_of(&tree.words(node)))
    };
    date_of(&data.published)
        .or_else(in_head)
        .or_else(marked)
        .or_else(by_class)
}

fn address(tree: &Tree, metas: &Metas, data: &LinkedData) -> Option<WebUrl> {
    let canonical = tree.elements("link").find(|node| {
        let rel = tree.raw_attribute(*node, "rel").unwrap_or_default();
        rel.split_whitespace()
            .any(|word| word.eq_ignore_ascii_case("canonical"))
    });
    let canonical = canonical.and_then(|node| tree.attribute(node, "href"));
    let base = tree
        .elements("base")
        .next()
        .and_then(|node| tree.attribute(node, "href"));
    let base = base.and_then(|base| WebUrl::parse(&base));
    canonical
        .and_then(|href| resolved(&href, base.as_ref()))
        .or_else(|| WebUrl::parse(&metas.first(&["og:url", "twitter:url"])))
        .or_else(|| WebUrl::parse(&data.url))
        .or_else(|| saved_from(tree))
        .or(base)
}

/// The address that a browser added when it saved the page.
fn saved_from(tree: &Tree) -> Option<WebUrl> {
    let comments = tree
        .nodes
        .iter()
        .take(200)
        .filter_map(|node| match &node.content {
            Content::Comment(text) => Some(text),
            _ => None,
        });
    comments.into_iter().find_map(|comment| {
        let marks = ["saved from url=", "url: "];
        let after = marks
            .iter()
            .find_map(|mark| Some(comment.split_once(mark)?.1))?;
        let start = after.find("http")?;
        let address = after.get(start..)?.split_whitespace().next()?;
        WebUrl::parse(address.trim_end_matches("--"))
    })
}

fn language(tree: &Tree, metas: &Metas, data: &LinkedData) -> (String, Direction) {
    let html = tree.elements("html").next();
    let body = tree.elements("body").next();
    let of = |node: Option<usize>, name: &str| node.and_then(|node| tree.attribute(node, name));
    let candidates = [
        of(html, "lang"),
        of(html, "xml:lang"),
        of(body, "lang"),
        Some(data.language.clone()),
        Some(metas.first(&["content-language", "og:locale", "dc.language"])),
    ];
    let is_tag = |tag: &String| {
        let primary = tag.split('-').next().unwrap_or_default();
        (2..=3).contains(&primary.len())
            && tag.len() <= 35
            && tag
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let tag = candidates
        .into_iter()
        .flatten()
        .map(|tag| tag.replace('_', "-"))
        .find(is_tag)
        .unwrap_or_default();
    let right_to_left = [of(html, "dir"), of(body, "dir")]
        .into_iter()
        .flatten()
        .any(|dir| dir.eq_ignore_ascii_case("rtl"));
    let direction = if right_to_left {
        Direction::RightToLeft
    } else {
        Direction::of_language(&tag)
    };
    (tag, direction)
}

fn licence(tree: &Tree, data: &LinkedData, page: Option<&WebUrl>) -> Option<String> {
    let of_rel = (0..tree.nodes.len()).find_map(|node| {
        let rel = tree.raw_attribute(node, "rel")?;
        let is_licence = rel
            .split_whitespace()
            .any(|word| word.eq_ignore_ascii_case("license"));
        let address = tree.attribute(node, "href").filter(|_| is_licence)?;
        resolved(&address, page)
    });
    of_rel
        .or_else(|| WebUrl::parse(&data.licence))
        .map(|url| url.to_string())
}
