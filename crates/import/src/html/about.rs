//! Finds the metadata of an article in its page.

use super::blocks::resolved;
use super::linked_data::LinkedData;
use super::names::is_heading;
use super::node::Content;
use super::office;
use super::tree::{Tree, evened};
use crate::date_words::{DateOrder, date_in_address, date_of};
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
    /// The order of day and month on this page.
    pub(super) order: DateOrder,
    published: Option<Date>,
    source: Option<String>,
    language: String,
    direction: Direction,
    licence: Option<String>,
}

impl About {
    /// Reads the metadata in the head, in JSON-LD and around the text. `dropped` marks
    /// boilerplate, and `unseen` what nobody sees: the footer of an article may say who wrote it.
    /// `is_document` says that a word processor has written the page.
    pub(super) fn of(
        tree: &Tree,
        dropped: &[bool],
        unseen: &[bool],
        is_document: bool,
        data: &LinkedData,
    ) -> Self {
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
        let order = DateOrder::of_language(&language);
        let footers = in_article_footers(tree, unseen);
        let seen = |node: usize| {
            let is_kept = !dropped.get(node).copied().unwrap_or(true);
            is_kept || footers.get(node).copied().unwrap_or(false)
        };
        Self {
            title: document_title(tree, &seen)
                .filter(|_| is_document)
                .unwrap_or_else(|| title(tree, dropped, &metas, data, source.as_deref())),
            author: author(tree, &seen, &metas, data, order),
            published: published(tree, &seen, &metas, data, order)
                .or_else(|| date_in_address(url.as_ref()?.as_str())),
            order,
            source,
            language,
            direction,
            licence: licence(tree, data, url.as_ref()),
            url,
        }
    }

    /// Whether words only name the author, perhaps with the publisher and the date.
    pub(super) fn is_byline(&self, words: &str) -> bool {
        let Some(author) = self.author.as_ref().filter(|_| words.len() < 200) else {
            return false;
        };
        let plain = words.to_lowercase();
        let plain = plain.strip_prefix("by ").unwrap_or(&plain);
        let names_author = || author_in(words, self.order).as_ref() == Some(author);
        plain == author.to_lowercase()
            || (BETWEEN.iter().any(|mark| words.contains(mark)) && names_author())
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

/// For each node, whether it is in the visible footer of an article.
fn in_article_footers(tree: &Tree, unseen: &[bool]) -> Vec<bool> {
    let mut within = vec![false; tree.nodes.len()];
    for footer in tree.elements("footer") {
        let is_inner = tree.holders(footer).any(|node| tree.tag(node) == "article");
        if let (true, Some(nodes)) = (is_inner, within.get_mut(footer..tree.end(footer))) {
            nodes.fill(true);
        }
    }
    for (within, unseen) in within.iter_mut().zip(unseen) {
        *within &= !unseen;
    }
    within
}

/// The visible nodes that `wanted` accepts.
fn seen<'t>(
    tree: &'t Tree,
    is_seen: &'t impl Fn(usize) -> bool,
    wanted: impl Fn(usize) -> bool + 't,
) -> impl Iterator<Item = usize> + 't {
    (0..tree.nodes.len()).filter(move |node| is_seen(*node) && wanted(*node))
}

/// The title of a document, which word processors write as a paragraph.
fn document_title(tree: &Tree, is_seen: &impl Fn(usize) -> bool) -> Option<String> {
    let title = seen(tree, is_seen, |node| office::is_title(tree, node)).next();
    title
        .map(|node| tree.words(node))
        .filter(|it| !it.is_empty())
}

fn title(
    tree: &Tree,
    dropped: &[bool],
    metas: &Metas,
    data: &LinkedData,
    source: Option<&str>,
) -> String {
    let is_seen = |node: usize| !dropped.get(node).copied().unwrap_or(true);
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
    let headings: Vec<String> = seen(tree, &is_seen, |node| tree.tag(node) == "h1")
        .filter(|node| !is_logo(tree, *node, source))
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
        headline_without_h1(tree, &is_seen, &headings),
        in_head,
    ];
    let found = candidates
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_default();
    without_source(&found, source)
}

/// Whether a heading is the name of the site instead of a title: it leads to the home page, or is
/// the publisher’s name.
fn is_logo(tree: &Tree, heading: usize, source: Option<&str>) -> bool {
    let leads_home = (heading..tree.end(heading))
        .chain(tree.holders(heading).take(1))
        .filter(|node| tree.tag(*node) == "a")
        .filter_map(|link| tree.attribute(link, "href"))
        .any(|address| is_home(&address));
    let words = fold(&tree.words(heading));
    leads_home || source.is_some_and(|source| fold(source) == words)
}

/// Whether an address is that of a home page.
fn is_home(address: &str) -> bool {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
        None => address,
    };
    matches!(path, "/" | "./" | "/index.html" | "/index.php")
}

/// The headline of an article whose page has no heading of the first level for it.
fn headline_without_h1(
    tree: &Tree,
    is_seen: &impl Fn(usize) -> bool,
    headings: &[String],
) -> String {
    if !headings.is_empty() {
        return String::new();
    }
    let is_headline = |node: usize| {
        let has = |name: &str| {
            let value = tree.raw_attribute(node, name).unwrap_or_default();
            let mut words = value.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'));
            words.any(|word| {
                word.eq_ignore_ascii_case("headline") || word.eq_ignore_ascii_case("title")
            })
        };
        is_heading(tree.tag(node)) && (has("class") || has("itemprop"))
    };
    let found = seen(tree, is_seen, is_headline).next();
    found.map(|node| tree.words(node)).unwrap_or_default()
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

fn author(
    tree: &Tree,
    is_seen: &impl Fn(usize) -> bool,
    metas: &Metas,
    data: &LinkedData,
    order: DateOrder,
) -> Option<String> {
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
            has("rel", "author") || has("itemprop", "author") || is_byline(tree, node)
        };
        seen(tree, is_seen, is_author)
            .take(6)
            .map(|node| tree.words(node))
            .collect::<Vec<_>>()
    };
    author_in(&data.author, order)
        .or_else(|| author_in(&in_head, order))
        .or_else(|| of_page().iter().find_map(|name| author_in(name, order)))
}

/// Whether the class of an element says that it names the author.
fn is_byline(tree: &Tree, node: usize) -> bool {
    let classes = tree.raw_attribute(node, "class").unwrap_or_default();
    classes.split_whitespace().any(|class| {
        matches!(
            class.to_ascii_lowercase().as_str(),
            "author"
                | "byline"
                | "by-line"
                | "article-author"
                | "author-name"
                | "article__author"
                | "p-author"
        )
    })
}

/// Marks between the parts of a byline.
const BETWEEN: [&str; 6] = [" · ", " | ", " • ", " — ", " – ", " / "];

/// Words before the name in a byline, or in the place of an author.
const BEFORE_NAME: [&str; 9] = [
    "Von ",
    "von ",
    "VON ",
    "Par ",
    "par ",
    "Por ",
    "por ",
    "作者：",
    "作者:",
];

/// Words after which a byline says when the article was published.
const BEFORE_DATE: [&str; 14] = [
    "posted",
    "published",
    "updated",
    "last modified",
    "veröffentlicht",
    "aktualisiert",
    "stand:",
    "publié",
    "mis à jour",
    "publicado",
    "actualizado",
    "pubblicato",
    "aggiornato",
    "发布时间",
];

/// The author that a byline names.
fn author_in(words: &str, order: DateOrder) -> Option<String> {
    let words = evened(words);
    let name = BEFORE_NAME
        .iter()
        .find_map(|before| words.strip_prefix(before));
    let name = name.or_else(|| byline(&words)).unwrap_or(&words);
    let mut parts = parts_of_byline(name);
    let part = parts.find(|part| !part.is_empty() && date_of(part, order).is_none())?;
    let lower = part.to_lowercase();
    let dated = BEFORE_DATE
        .iter()
        .filter_map(|word| lower.find(word))
        .min()
        .filter(|_| lower.len() == part.len());
    let part = part.get(..dated.unwrap_or(part.len()))?;
    let name = match part.split_once(',') {
        Some((name, rest)) if date_of(rest, order).is_some() => name,
        _ => part,
    };
    let name = name
        .trim()
        .trim_end_matches([',', ':', '-', '–', '|', '·'])
        .trim();
    let good = !name.is_empty()
        && name.chars().count() <= LONGEST_NAME
        && !name.contains("://")
        && !name.starts_with('@')
        && name.chars().any(char::is_alphabetic);
    good.then(|| name.to_owned())
}

/// The parts of a byline such as "Ann Archer · The Daily · May 14, 2025".
fn parts_of_byline(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(words);
    std::iter::from_fn(move || {
        let words = rest?;
        let mark = BETWEEN
            .iter()
            .filter_map(|mark| Some((words.find(mark)?, mark.len())))
            .min();
        let (part, after) = match mark {
            Some((at, length)) => (words.get(..at)?, words.get(at + length..)),
            None => (words, None),
        };
        rest = after;
        Some(part.trim())
    })
}

fn published(
    tree: &Tree,
    is_seen: &impl Fn(usize) -> bool,
    metas: &Metas,
    data: &LinkedData,
    order: DateOrder,
) -> Option<Date> {
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
    let date = |words: &str| date_of(words, order);
    let in_head = || names.iter().find_map(|name| date(&metas.first(&[name])));
    let marked = || {
        let is_published = |node: usize| {
            tree.raw_attribute(node, "itemprop")
                .is_some_and(|property| property.eq_ignore_ascii_case("datePublished"))
        };
        let read = |node: usize| {
            let value = ["datetime", "content"]
                .iter()
                .find_map(|name| tree.attribute(node, name));
            date(&value.unwrap_or_else(|| tree.words(node)))
        };
        let times = seen(tree, is_seen, |node| tree.tag(node) == "time").take(20);
        seen(tree, is_seen, is_published)
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
                && ["date", "published", "timestamp", "pubdate", "byline"]
                    .iter()
                    .any(|word| class.contains(word))
        };
        seen(tree, is_seen, is_date).take(20).find_map(|node| {
            let words = tree.words(node);
            date(&words).or_else(|| parts_of_byline(&words).find_map(date))
        })
    };
    date(&data.published)
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
    let tag = candidates
        .into_iter()
        .flatten()
        .find_map(|tag| language_tag(&tag))
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

/// The BCP 47 tag that a page or a record states as its language, such as `en_US`.
pub(crate) fn language_tag(stated: &str) -> Option<String> {
    let tag = stated.replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    let is_tag = (2..=3).contains(&primary.len())
        && tag.len() <= 35
        && tag
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_tag.then_some(tag)
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
