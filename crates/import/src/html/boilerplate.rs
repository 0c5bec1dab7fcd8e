//! Recognises boilerplate: the parts of a page that do not belong to its article.

use super::node::Content;
use super::tree::Tree;

/// Elements that never contain text of an article.
const NEVER: [&str; 37] = [
    "applet", "area", "aside", "audio", "base", "button", "canvas", "datalist", "dialog", "embed",
    "fieldset", "footer", "frame", "frameset", "iframe", "input", "label", "link", "map", "math",
    "meta", "meter", "nav", "noembed", "noframes", "noscript", "object", "option", "progress",
    "rp", "rt", "script", "select", "style", "svg", "template", "textarea",
];

/// Words in class names that identify boilerplate, sorted.
const WORDS: [&str; 70] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "byline-bio",
    "captcha",
    "cmp",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "donate",
    "editsection",
    "footer",
    "gdpr",
    "hatnote",
    "hidden",
    "infobox",
    "masthead",
    "menu",
    "metadata",
    "modal",
    "most",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "newsletter",
    "noprint",
    "onetrust",
    "outbrain",
    "overlay",
    "pager",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "printfooter",
    "privacy",
    "promo",
    "promoted",
    "promotion",
    "recirc",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "responses",
    "screenreader",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "teaser",
    "toc",
    "toolbar",
    "trending",
];

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
    /// In addition, elements whose role or class identifies boilerplate.
    Named,
}

/// For each node, whether it is in boilerplate.
pub(super) fn boilerplate(tree: &Tree, strictness: Strictness) -> Vec<bool> {
    let mut dropped = vec![false; tree.nodes.len()];
    let holding = holding_articles(tree);
    let mut node = 0;
    while let Some(known) = tree.get(node) {
        let drop = match &known.content {
            Content::Raw(_) | Content::Comment(_) => true,
            Content::Text(_) => false,
            Content::Element(element) => {
                let keeps = holding.get(node).copied().unwrap_or(false);
                is_unseen(tree, node)
                    || is_never(element.tag, keeps, strictness)
                    || (strictness == Strictness::Named && !keeps && is_named(tree, node))
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

fn is_never(tag: &str, keeps: bool, strictness: Strictness) -> bool {
    match tag {
        // A page may consist only of asides and footers.
        "aside" | "footer" | "nav" | "fieldset" | "label" | "dialog" => {
            strictness == Strictness::Named && !keeps
        }
        "body" | "html" => false,
        _ => NEVER.binary_search(&tag).is_ok(),
    }
}

/// For each node, whether it contains an article, the main part, or the heading of the page.
fn holding_articles(tree: &Tree) -> Vec<bool> {
    let mut holding = vec![false; tree.nodes.len()];
    for (number, node) in tree.nodes.iter().enumerate() {
        let tag = node.tag();
        let holds = matches!(tag, "html" | "body" | "main" | "h1")
            || (tag == "article" && !is_named(tree, number))
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

/// Whether the role or a word of the classes identifies boilerplate.
fn is_named(tree: &Tree, node: usize) -> bool {
    let mut named = false;
    for (name, value) in tree.attributes(node) {
        if name.eq_ignore_ascii_case("role") {
            let role = value.trim().to_ascii_lowercase();
            named |= ROLES.binary_search(&role.as_str()).is_ok();
        } else if name.eq_ignore_ascii_case("class") || name.eq_ignore_ascii_case("id") {
            named |= words_of(value).any(|word| WORDS.binary_search(&word.as_str()).is_ok());
            let classes = value.to_ascii_lowercase();
            let mut classes = classes.split_whitespace();
            named |= classes.any(|class| {
                matches!(
                    class,
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
        } else if name.eq_ignore_ascii_case("itemprop") {
            named |= value.trim().eq_ignore_ascii_case("comment");
        }
    }
    named
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
        assert!(NEVER.is_sorted() && WORDS.is_sorted() && ROLES.is_sorted());
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
            let dropped = boilerplate(&tree, Strictness::Named);
            assert_eq!(!dropped[dropped.len() - 1], kept, "{html}");
        }
    }
}
