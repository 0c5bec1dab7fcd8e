//! An article as plain HTML: what is read before any script runs, and if none does.

use std::fmt::Write as _;

use article_explorer::explore::Reading;
use article_explorer::model::{BlockKind, Claim, InlineStyle};
use article_explorer::ui::{Piece, pieces};

/// The article with its names and claims marked, and its claims as a list.
pub(crate) fn article(reading: &Reading) -> String {
    let mut html = String::new();
    // Writing into a string does not fail.
    let _infallible = write_article(reading, &mut html);
    html
}

fn write_article(reading: &Reading, html: &mut String) -> std::fmt::Result {
    let article = &reading.article;
    let about = &article.metadata;
    let language = attribute("lang", &about.language);
    let direction = about.direction.as_str();
    write!(
        html,
        "<div class=\"explorer plain\"><div class=\"bar\"></div><div class=\"columns\">"
    )?;
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
    for ((number, block), pieces) in article.blocks.iter().enumerate().zip(pieces(reading)) {
        let (tag, class) = match block.kind {
            BlockKind::Heading(level) => (format!("h{level}"), "block"),
            BlockKind::Paragraph => ("p".to_owned(), "block"),
            BlockKind::Quote => ("blockquote".to_owned(), "block"),
            BlockKind::ListItem => ("p".to_owned(), "block item"),
            BlockKind::Preformatted => ("pre".to_owned(), "block"),
        };
        write!(html, "<{tag} id=\"b{}\" class=\"{class}\">", number + 1)?;
        for piece in &pieces {
            write_piece(reading, number, piece, html)?;
        }
        write!(html, "</{tag}>")?;
    }
    write!(html, "</article>")?;
    write_claims(reading, html)?;
    write!(html, "<footer class=\"source\">")?;
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
    write!(html, "<p>{}</p></footer></main>", escaped(licence))?;
    write!(html, "<aside class=\"margin\"></aside></div></div>")
}

fn write_piece(
    reading: &Reading,
    block: usize,
    piece: &Piece,
    html: &mut String,
) -> std::fmt::Result {
    let article = &reading.article;
    let mut closing = Vec::new();
    if let Some(first) = piece.claims.first() {
        let ids: Vec<&str> = piece
            .claims
            .iter()
            .filter_map(|claim| article.claims.get(*claim))
            .map(|claim| claim.id.as_str())
            .collect();
        let hue = reading.speaker_number(reading.speaker_of(*first)) % 8;
        let lane = reading.lane(*first).min(3);
        write!(
            html,
            "<span class=\"claim lane-{lane} speaker-{hue}\" data-claim=\"{}\">",
            escaped(&ids.join(" "))
        )?;
        closing.push("span");
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
        let kind = reading.kind(&mention.entity).as_str();
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

fn write_claims(reading: &Reading, html: &mut String) -> std::fmt::Result {
    let article = &reading.article;
    if article.claims.is_empty() {
        return Ok(());
    }
    write!(html, "<section class=\"plain-claims\"><h2>Claims</h2><ol>")?;
    for (number, claim) in article.claims.iter().enumerate() {
        write_claim(reading, number, claim, html)?;
    }
    write!(html, "</ol></section>")
}

fn write_claim(
    reading: &Reading,
    number: usize,
    claim: &Claim,
    html: &mut String,
) -> std::fmt::Result {
    let article = &reading.article;
    let words: Vec<&str> = claim
        .content
        .iter()
        .map(|range| article.words(*range))
        .collect();
    let start = claim.extent().start;
    let block = article
        .blocks
        .partition_point(|block| block.range.end <= start)
        + 1;
    write!(
        html,
        "<li id=\"claim-{number}\"><b>{}</b> ({}, {}): {} <a href=\"#b{block}\">in the text</a></li>",
        escaped(reading.speaker_name(number)),
        claim.form.as_str(),
        claim.stance.as_str(),
        escaped(&words.join(" […] "))
    )
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" {name}=\"{}\"", escaped(value))
    }
}

/// Text for HTML, between tags or within quotation marks.
pub(crate) fn escaped(text: &str) -> String {
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
    use article_explorer::source::Json;
    use article_explorer::source::annotations::annotate;
    use article_explorer::source::article_from_markdown;

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
            &Json::from(&serde_json::json!({"version": 1,
            "entities": [{"id": hostile, "name": "Ann"}],
            "claims": [{"id": hostile, "speaker": hostile, "content": ["said"]}]})),
        );
        let html = super::article(&Reading::of(article));
        assert!(!html.contains("<img") && !html.contains("\"'&\""), "{html}");
    }

    #[test]
    fn the_text_stands_in_it_once() {
        let text = "---\ntitle: T\nlanguage: en\n---\nAnn *said* so.\n\nBob did not.";
        let (article, _) = article_from_markdown("a", "a.md", text);
        let html = super::article(&Reading::of(article));
        for words in ["<em>said</em>", "Bob did not."] {
            assert_eq!(html.matches(words).count(), 1, "{html}");
        }
    }
}
