//! An article as plain HTML: what is read before any script runs, and if none does.

use std::fmt::Write as _;

use article_explorer::ui::{Piece, SEARCH_HINT, counts, marked_by, pieces, summary_of};
use explore::{FilterResult, IndexedArticle, View};
use formats::claim_address;
use model::{BlockKind, Claim, InlineStyle, TextRange};

/// The article with its names and claims marked, and its claims as a list.
pub(super) fn article(indexed: &IndexedArticle) -> String {
    let mut html = String::new();
    // Writing into a string does not fail.
    let _infallible = write_article(indexed, &mut html);
    html
}

fn write_article(indexed: &IndexedArticle, html: &mut String) -> std::fmt::Result {
    let article = &indexed.article;
    let about = &article.metadata;
    let language = attribute("lang", &about.language);
    let direction = about.direction.as_str();
    write!(html, "<div class=\"explorer plain\">")?;
    write_bar(indexed, html)?;
    write!(html, "<div class=\"columns\">")?;
    write!(
        html,
        "<div class=\"rail\"></div><main class=\"page\"><header class=\"article-head\"><p class=\"dateline\">"
    )?;
    if let Some(source) = &about.source {
        write!(html, "<span>{}</span>", escaped(source))?;
    }
    if let Some(date) = about.published {
        write!(html, "<time datetime=\"{date}\">{}</time>", date.in_words())?;
    }
    if let Some(author) = &about.author {
        write!(html, "<span>{}</span>", escaped(author))?;
    }
    write!(
        html,
        "</p><h1 id=\"title\"{language} dir=\"{direction}\">{}</h1>",
        escaped(&about.title)
    )?;
    if about.title_by_editor {
        write!(
            html,
            "<p class=\"by-editor\">Title by the editor; the text came without one.</p>"
        )?;
    }
    write!(
        html,
        "</header><noscript><p class=\"failure\">Search, filters and claim cards need scripts, which are switched off. The text and its claims stand below.</p></noscript>"
    )?;
    write!(
        html,
        "<article class=\"text\" data-article=\"{}\" aria-labelledby=\"title\"{language} dir=\"{direction}\">",
        escaped(article.id.as_str())
    )?;
    for ((number, block), pieces) in article.blocks.iter().enumerate().zip(pieces(indexed)) {
        let (tag, class) = match block.kind {
            BlockKind::Heading(level) => (format!("h{level}"), "block"),
            BlockKind::Paragraph => ("p".to_owned(), "block"),
            BlockKind::Quote => ("blockquote".to_owned(), "block"),
            BlockKind::ListItem => ("p".to_owned(), "block item"),
            BlockKind::Preformatted => ("pre".to_owned(), "block"),
        };
        write!(html, "<{tag} id=\"b{}\" class=\"{class}\">", number + 1)?;
        for piece in &pieces {
            write_piece(indexed, number, piece, html)?;
        }
        write!(html, "</{tag}>")?;
        write_claims_of(indexed, block.range, html)?;
    }
    write!(html, "</article><footer class=\"source\">")?;
    if let Some(url) = &about.url {
        write!(
            html,
            "<p>Original: <a href=\"{0}\">{1}</a></p>",
            escaped(url.as_str()),
            escaped(url.host())
        )?;
    }
    let licence = about
        .licence
        .as_deref()
        .unwrap_or("The article remains its publisher’s.");
    write!(
        html,
        "<p>{}</p><p>{}</p></footer>",
        escaped(licence),
        marked_by(article)
    )?;
    write_claims(indexed, html)?;
    write!(html, "</main>")?;
    write!(html, "<aside class=\"margin\"></aside></div></div>")
}

/// What the bar will hold, in its place and without effect, so that nothing moves when the
/// program brings the real one.
fn write_bar(indexed: &IndexedArticle, html: &mut String) -> std::fmt::Result {
    let result = FilterResult::of(&View::default(), indexed);
    write!(
        html,
        "<div class=\"bar\"><div class=\"field\"><input type=\"search\" disabled aria-label=\"Search\" placeholder=\"{SEARCH_HINT}\"></div><p class=\"counts\">{}</p><div class=\"choices\">",
        escaped(&counts(indexed, &result))
    )?;
    let button = |class: &str, label: &str| {
        format!("<button type=\"button\" disabled class=\"{class}\">{label}</button>")
    };
    write!(
        html,
        "{}<div class=\"foreground\">{}{}</div>{}{}</div></div>",
        button("filters-button", "Filters"),
        button("", "Article"),
        button("", "Claims"),
        button("quiet share-button", "Share"),
        button("quiet help-button", "?")
    )
}

/// What stands beneath a block whose claims begin in it, where the page has no room beside
/// the text: links to the list of claims.
fn write_claims_of(
    indexed: &IndexedArticle,
    block: TextRange,
    html: &mut String,
) -> std::fmt::Result {
    let article = &indexed.article;
    let begins = |number: &usize| {
        article
            .claims
            .get(*number)
            .is_some_and(|claim| (block.start..block.end).contains(&claim.extent().start))
    };
    let own: Vec<usize> = indexed
        .claims_in_order()
        .into_iter()
        .filter(begins)
        .collect();
    if own.is_empty() {
        return Ok(());
    }
    write!(
        html,
        "<details class=\"below\"><summary>{}</summary><ol>",
        escaped(&summary_of(indexed, &own))
    )?;
    for number in own {
        write!(
            html,
            "<li><a href=\"#{}\">{}</a></li>",
            address_of(indexed, number),
            escaped(indexed.speaker_name(number))
        )?;
    }
    write!(html, "</ol></details>")
}

fn write_piece(
    indexed: &IndexedArticle,
    block: usize,
    piece: &Piece,
    html: &mut String,
) -> std::fmt::Result {
    let article = &indexed.article;
    let mut closing = Vec::new();
    if let Some(first) = piece.claims.first() {
        let ids: Vec<&str> = piece
            .claims
            .iter()
            .filter_map(|claim| article.claims.get(*claim))
            .map(|claim| claim.id.as_str())
            .collect();
        let hue = indexed.speaker_number(indexed.speaker_of(*first)) % 8;
        let lane = indexed.lane(*first).min(3);
        // A link cannot stand in a link.
        let (tag, link) = if piece.inlines.is_empty() {
            ("a", format!(" href=\"#{}\"", address_of(indexed, *first)))
        } else {
            ("span", String::new())
        };
        write!(
            html,
            "<{tag} class=\"claim lane-{lane} speaker-{hue}\" data-claim=\"{}\"{link}>",
            escaped(&ids.join(" "))
        )?;
        closing.push(tag);
    }
    let inlines = article
        .blocks
        .get(block)
        .map_or(&[][..], |block| block.inlines.as_slice());
    for inline in piece
        .inlines
        .iter()
        .filter_map(|number| inlines.get(*number))
    {
        let tag = match &inline.style {
            InlineStyle::Emphasis => "em",
            InlineStyle::Strong => "strong",
            InlineStyle::Code => "code",
            InlineStyle::Link(url) => {
                write!(html, "<a href=\"{}\">", escaped(url.as_str()))?;
                closing.push("a");
                continue;
            }
        };
        write!(html, "<{tag}>")?;
        closing.push(tag);
    }
    for mention in piece
        .mentions
        .iter()
        .filter_map(|number| article.mentions.get(*number))
    {
        let kind = indexed.kind(&mention.entity).as_str();
        write!(
            html,
            "<span class=\"name\" data-entity=\"{}\" data-kind=\"{kind}\">",
            escaped(mention.entity.as_str())
        )?;
        closing.push("span");
    }
    html.push_str(&escaped(article.words(piece.range)));
    for tag in closing.iter().rev() {
        write!(html, "</{tag}>")?;
    }
    Ok(())
}

/// The address of a claim within the page, without `#`.
fn address_of(indexed: &IndexedArticle, claim: usize) -> String {
    let known = indexed.article.claims.get(claim);
    known.map_or_else(String::new, |claim| claim_address(&claim.id))
}

fn write_claims(indexed: &IndexedArticle, html: &mut String) -> std::fmt::Result {
    let article = &indexed.article;
    if article.claims.is_empty() {
        return Ok(());
    }
    write!(html, "<section class=\"plain-claims\"><h2>Claims</h2><ol>")?;
    for (number, claim) in article.claims.iter().enumerate() {
        write_claim(indexed, number, claim, html)?;
    }
    write!(html, "</ol></section>")
}

fn write_claim(
    indexed: &IndexedArticle,
    number: usize,
    claim: &Claim,
    html: &mut String,
) -> std::fmt::Result {
    let article = &indexed.article;
    let start = claim.extent().start;
    let block = article
        .blocks
        .partition_point(|block| block.range.end <= start)
        + 1;
    write!(
        html,
        "<li id=\"claim={}\"><b>{}</b> ({}, {}): {} <a href=\"#b{block}\">in the text</a></li>",
        escaped(claim.id.as_str()),
        escaped(indexed.speaker_name(number)),
        claim.form.as_str(),
        claim.stance.as_str(),
        escaped(&article.words_of(claim))
    )
}

/// An attribute with a space before it; nothing where it has no value.
pub(super) fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" {name}=\"{}\"", escaped(value))
    }
}

/// Text for HTML, between tags or within quotation marks.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::annotations::annotate;
    use import::article_from_markdown;

    #[test]
    fn no_text_of_an_article_becomes_markup() {
        let hostile = "<img src=x onerror=alert(1)>\"'&";
        let text = format!(
            "---\ntitle: \"{hostile}\"\nlanguage: \"{hostile}\"\nsource: {hostile}\n---\nAnn said `{hostile}` so."
        );
        let (mut article, _) = article_from_markdown(hostile, "a.md", &text);
        annotate(
            &mut article,
            "a.json",
            &serde_json::json!({"version": 1,
            "entities": [{"id": hostile, "name": "Ann"}],
            "claims": [{"id": hostile, "speaker": hostile, "content": ["said"]}]}),
        );
        let html = super::article(&IndexedArticle::of(article));
        assert!(!html.contains("<img") && !html.contains("\"'&\""), "{html}");
    }

    #[test]
    fn the_text_stands_in_it_once() {
        let text = "---\ntitle: T\nlanguage: en\n---\nAnn *said* so.\n\nBob did not.";
        let (article, _) = article_from_markdown("a", "a.md", text);
        let html = super::article(&IndexedArticle::of(article));
        for words in ["<em>said</em>", "Bob did not."] {
            assert_eq!(html.matches(words).count(), 1, "{html}");
        }
    }
}
