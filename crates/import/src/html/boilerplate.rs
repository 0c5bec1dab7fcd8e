//! Recognises boilerplate: the parts of a page that do not belong to its article.
//!
//! Names of elements are votes. What is named like boilerplate but holds much of the running text
//! of the page is kept, unless it holds comments of readers.

use std::ops::Range;

use super::main_part::{Counts, LEAST_ARTICLE, at};
use super::node::Content;
use super::tree::Tree;

/// Elements that never contain text of an article.
const NEVER: [&str; 37] = [
    "applet", "area", "aside", "audio", "base", "button", "canvas", "datalist", "dialog", "embed",
    "fieldset", "footer", "frame", "frameset", "iframe", "input", "label", "link", "map", "math",
    "meta", "meter", "nav", "noembed", "noframes", "noscript", "object", "option", "progress",
    "rp", "rt", "script", "select", "style", "svg", "template", "textarea",
];

/// Words in class names of comments, sorted.
const COMMENTS: [&str; 7] = [
    "comment",
    "commentform",
    "commentlist",
    "comments",
    "disqus",
    "respond",
    "responses",
];

/// Words in class names that identify boilerplate, however much text it has, sorted.
const WORDS: [&str; 39] = [
    "breadcrumb",
    "breadcrumbs",
    "captcha",
    "cmp",
    "consent",
    "cookie",
    "cookies",
    "donate",
    "editsection",
    "gdpr",
    "hatnote",
    "infobox",
    "masthead",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "noprint",
    "onetrust",
    "outbrain",
    "pager",
    "pagination",
    "printfooter",
    "privacy",
    "recirc",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "screenreader",
    "signup",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "toc",
    "toolbar",
    "trending",
];

/// Words in class names that identify boilerplate unless it holds much of the text, sorted: themes
/// and scripts also give them to the text itself.
const DOUBTFUL: [&str; 26] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "banner",
    "footer",
    "hidden",
    "menu",
    "metadata",
    "modal",
    "most",
    "overlay",
    "paywall",
    "popular",
    "popup",
    "promo",
    "promoted",
    "promotion",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "social",
    "sponsor",
    "teaser",
];

/// The share of the running text of a page from which a part with a [doubtful](DOUBTFUL) name is
/// kept: one fourth.
const MUCH: u32 = 4;

/// Roles of elements that do not belong to an article, sorted.
const ROLES: [&str; 13] = [
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
];

/// Which parts of a page count as boilerplate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strictness {
    /// Invisible elements, and elements that contain no running text.
    Unseen,
    /// In addition comments, but not what is only there for browsers without scripts.
    Unscripted,
    /// In addition to what is unseen, comments.
    Comments,
    /// In addition, elements whose role or class identifies boilerplate.
    Named,
}

/// For each node, whether it is in boilerplate. `counts` has what is not [`Strictness::Unseen`].
pub(super) fn boilerplate(tree: &Tree, strictness: Strictness, counts: &Counts) -> Vec<bool> {
    let page = at(&counts.running, 0);
    let holds_much = |node: usize| {
        let running = at(&counts.running, node);
        running >= LEAST_ARTICLE
            && running.saturating_mul(MUCH) >= page
            && counts.link_density(node) < 0.25
    };
    marked(tree, strictness, holds_much)
}

/// For each node, whether it is invisible or never contains running text.
pub(super) fn unseen(tree: &Tree) -> Vec<bool> {
    marked(tree, Strictness::Unseen, |_| false)
}

/// The number of letters of running text in parts that were left out for their names alone. Comments
/// do not count.
pub(super) fn left_out_by_name(tree: &Tree, dropped: &[bool], counts: &Counts) -> u32 {
    let parts = parts_left_out(tree, dropped, counts);
    let letters = parts.iter().map(|part| at(&counts.running, part.start));
    letters.fold(0, u32::saturating_add)
}

/// The parts with running text that were left out for their names alone, except comments, as ranges
/// of nodes.
pub(super) fn parts_left_out(tree: &Tree, dropped: &[bool], counts: &Counts) -> Vec<Range<usize>> {
    let is_dropped = |node: usize| dropped.get(node).copied().unwrap_or(true);
    let mut parts = Vec::new();
    let mut node = 0;
    while node < tree.nodes.len() {
        if is_dropped(node) {
            let end = tree.end(node).max(node + 1);
            if vote(tree, node) != Vote::Comments && at(&counts.running, node) > 0 {
                parts.push(node..end);
            }
            node = end;
        } else {
            node += 1;
        }
    }
    parts
}

fn marked(tree: &Tree, strictness: Strictness, holds_much: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut dropped = vec![false; tree.nodes.len()];
    let holding = holding_articles(tree);
    let mut node = 0;
    while let Some(known) = tree.get(node) {
        let drop = match &known.content {
            Content::Raw(_) | Content::Comment(_) => true,
            Content::Text(_) => false,
            Content::Element(element) => {
                let keeps = holding.get(node).copied().unwrap_or(false);
                let is_left_out = || match vote(tree, node) {
                    Vote::Comments => strictness != Strictness::Unseen,
                    Vote::Boilerplate => strictness == Strictness::Named,
                    Vote::Doubtful => strictness == Strictness::Named && !holds_much(node),
                    Vote::Text => false,
                };
                is_unseen(tree, node)
                    || is_never(tree, node, element.tag, keeps, strictness)
                    || (!keeps && is_left_out())
            }
        };
        if drop {
            let end = known.end.max(node + 1);
            if let Some(all) = dropped.get_mut(node..end) {
                all.fill(true);
            }
            node = end;
        } else {
            node += 1;
        }
    }
    dropped
}

fn is_never(tree: &Tree, node: usize, tag: &str, keeps: bool, strictness: Strictness) -> bool {
    match tag {
        // The footer of a quotation names who is quoted.
        "footer" if is_in_quotation(tree, node) => false,
        // A page may consist only of asides and footers.
        "aside" | "footer" | "nav" | "fieldset" | "label" | "dialog" => {
            strictness == Strictness::Named && !keeps
        }
        "noscript" => strictness != Strictness::Unscripted,
        // A declarative shadow root, which browsers show.
        "template" => tree.raw_attribute(node, "shadowrootmode").is_none(),
        "body" | "html" => false,
        _ => NEVER.binary_search(&tag).is_ok(),
    }
}

fn is_in_quotation(tree: &Tree, node: usize) -> bool {
    let mut holders = tree.holders(node);
    holders.any(|holder| tree.tag(holder) == "blockquote")
}

/// For each node, whether it contains an article, the main part, or the heading of the page.
fn holding_articles(tree: &Tree) -> Vec<bool> {
    let mut holding = vec![false; tree.nodes.len()];
    for (number, node) in tree.nodes.iter().enumerate() {
        let tag = node.tag();
        let holds = matches!(tag, "html" | "body" | "main" | "h1")
            || (tag == "article" && vote(tree, number) == Vote::Text)
            || is_article_body(tree, number);
        if holds {
            let own = (tag != "h1").then_some(number);
            for node in own.into_iter().chain(tree.holders(number)) {
                match holding.get_mut(node) {
                    Some(known) if !*known => *known = true,
                    _ => break,
                }
            }
        }
    }
    holding
}

/// Whether the page marks this element as the text of its article.
pub(super) fn is_article_body(tree: &Tree, node: usize) -> bool {
    let property = tree.raw_attribute(node, "itemprop").unwrap_or_default();
    property
        .split_whitespace()
        .any(|word| word.eq_ignore_ascii_case("articleBody"))
}

fn is_unseen(tree: &Tree, node: usize) -> bool {
    let mut unseen = false;
    for (name, value) in tree.attributes(node) {
        if name.eq_ignore_ascii_case("hidden") {
            unseen |= !value.eq_ignore_ascii_case("until-found");
        } else if name.eq_ignore_ascii_case("aria-hidden") {
            unseen |= value.trim().eq_ignore_ascii_case("true");
        } else if name.eq_ignore_ascii_case("style") {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            unseen |= style.contains("display:none") || style.contains("visibility:hidden");
        }
    }
    unseen && !matches!(tree.tag(node), "html" | "body")
}

/// What the names of an element say about it, least telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Vote {
    /// Nothing against it.
    Text,
    /// It is probably boilerplate; see [`DOUBTFUL`].
    Doubtful,
    Boilerplate,
    Comments,
}

/// What the role, the classes and the id of an element say about it.
fn vote(tree: &Tree, node: usize) -> Vote {
    let mut vote = Vote::Text;
    for (name, value) in tree.attributes(node) {
        let said = if name.eq_ignore_ascii_case("role") {
            let role = value.trim().to_ascii_lowercase();
            match ROLES.binary_search(&role.as_str()) {
                Ok(_) => Vote::Boilerplate,
                Err(_) => Vote::Text,
            }
        } else if name.eq_ignore_ascii_case("class") || name.eq_ignore_ascii_case("id") {
            let said = words_of(value).map(|word| vote_of(&word)).max();
            let is_aside = value.split_whitespace().any(|class| {
                matches!(
                    class.to_ascii_lowercase().as_str(),
                    "sr-only"
                        | "visually-hidden"
                        | "screen-reader-text"
                        | "reference"
                        | "mw-jump-link"
                        | "read-more"
                        | "readmore"
                        | "see-also"
                )
            });
            let aside = if is_aside {
                Vote::Boilerplate
            } else {
                Vote::Text
            };
            said.unwrap_or(Vote::Text).max(aside)
        } else if name.eq_ignore_ascii_case("itemprop")
            && value.trim().eq_ignore_ascii_case("comment")
        {
            Vote::Comments
        } else {
            Vote::Text
        };
        vote = vote.max(said);
    }
    vote
}

/// What a word in a class name says.
fn vote_of(word: &str) -> Vote {
    if COMMENTS.binary_search(&word).is_ok() {
        Vote::Comments
    } else if WORDS.binary_search(&word).is_ok() {
        Vote::Boilerplate
    } else if DOUBTFUL.binary_search(&word).is_ok() {
        Vote::Doubtful
    } else {
        Vote::Text
    }
}

/// The words of a class name: `relatedLinks_top` gives related, links, top. A class with
/// “has”, “no” or the like gives none, because it describes the whole page.
fn words_of(names: &str) -> impl Iterator<Item = String> {
    names.split_whitespace().flat_map(|name| {
        let mut words = vec![String::new()];
        let mut before = ' ';
        for c in name.chars().take(80) {
            if !c.is_ascii_alphanumeric() || (c.is_ascii_uppercase() && before.is_ascii_lowercase())
            {
                words.push(String::new());
            }
            if let (true, Some(word)) = (c.is_ascii_alphanumeric(), words.last_mut()) {
                word.push(c.to_ascii_lowercase());
            }
            before = c;
        }
        let about_others = words.iter().any(|word| {
            matches!(
                word.as_str(),
                "has" | "with" | "no" | "without" | "js" | "is"
            )
        });
        if about_others { Vec::new() } else { words }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(NEVER.is_sorted() && ROLES.is_sorted());
        assert!(COMMENTS.is_sorted() && WORDS.is_sorted() && DOUBTFUL.is_sorted());
    }

    #[test]
    fn boilerplate_is_recognised_by_name_role_and_style() {
        for (html, kept) in [
            ("<p>a</p>", true),
            ("<nav>a</nav>", false),
            ("<div hidden>a</div>", false),
            ("<div style='Display : none'>a</div>", false),
            ("<div style='visibility: hidden'>a</div>", false),
            ("<div aria-hidden=true>a</div>", false),
            ("<div class='cookie-banner'>a</div>", false),
            ("<div id=relatedStories>a</div>", false),
            ("<div class=has-sidebar>a</div>", true),
            (
                "<div class='page comments'><article>a</article></div>",
                true,
            ),
            ("<div role=navigation>a</div>", false),
            ("<body class=modal>a</body>", true),
            ("<div class=shareholders>a</div>", true),
            ("<aside>a</aside>", false),
            ("<script>a</script>", false),
            ("<!--a-->", false),
        ] {
            let tree = Tree::of(&format!("<body>{html}"));
            let counts = Counts::of(&tree, &unseen(&tree));
            let dropped = boilerplate(&tree, Strictness::Named, &counts);
            assert_eq!(!dropped[dropped.len() - 1], kept, "{html}");
        }
    }
}
