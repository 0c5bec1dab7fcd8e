//! Exports an article as Markdown, with its claims as endnotes.

use model::{
    Article, Block, BlockKind, Claim, EntitiesById, Inline, InlineStyle, Provenance, Speaker,
};

/// The article with its front matter. After each claim follows the number of an endnote,
/// which names the speaker.
pub(super) fn write(article: &Article) -> String {
    let mut out = front_matter(article);
    let mut before = None;
    for block in &article.blocks {
        let in_list = before == Some(BlockKind::ListItem) && block.kind == BlockKind::ListItem;
        if !in_list {
            out.push('\n');
        }
        write_block(article, block, &mut out);
        before = Some(block.kind);
    }
    if !article.claims.is_empty() {
        out.push('\n');
    }
    let entities = article.entities_by_id();
    for (number, claim) in article.claims.iter().enumerate() {
        out.push_str(&format!(
            "[^{}]: {}\n",
            number + 1,
            note(article, &entities, claim)
        ));
    }
    out
}

fn front_matter(article: &Article) -> String {
    let about = &article.metadata;
    let mut lines = vec![("title", about.title.clone())];
    let mut put = |key: &'static str, value: Option<String>| {
        lines.extend(
            value
                .filter(|value| !value.is_empty())
                .map(|value| (key, value)),
        );
    };
    put(
        "title_by",
        about.title_by_editor.then(|| "editor".to_owned()),
    );
    put("source", about.source.clone());
    put("url", about.url.as_ref().map(ToString::to_string));
    put("published", about.published.map(|date| date.to_string()));
    put("language", Some(about.language.clone()));
    put("author", about.author.clone());
    put("licence", about.licence.clone());
    let mut out = String::from("---\n");
    let extra = about
        .extra
        .iter()
        .map(|(key, value)| (key.as_str(), value.clone()));
    for (key, value) in lines.into_iter().chain(extra) {
        let value: String = value
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let marked = ['"', '\'']
            .iter()
            .any(|mark| value.starts_with(*mark) && value.ends_with(*mark));
        if marked || value.trim() != value {
            out.push_str(&format!("{key}: \"{value}\"\n"));
        } else {
            out.push_str(&format!("{key}: {value}\n"));
        }
    }
    out.push_str("---\n");
    out
}

fn note(article: &Article, entities: &EntitiesById, claim: &Claim) -> String {
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => entities.get(id).map_or(id.as_str(), |entity| &entity.name),
        Speaker::Words(range) => article.words(*range),
        Speaker::Unnamed => "Nobody named",
    };
    let mut note = format!(
        "{} {} ({}",
        escaped(speaker),
        claim.stance.as_str(),
        claim.form.as_str()
    );
    if let Some(cue) = claim.cue {
        note.push_str(&format!(", “{}”", escaped(article.words(cue))));
    }
    note.push_str("): ");
    note.push_str(&escaped(&article.words_of(claim)));
    let about = claim.about.iter().filter_map(|id| entities.get(id));
    let about: Vec<String> = about.map(|entity| escaped(&entity.name)).collect();
    if !about.is_empty() {
        note.push_str(&format!(" — about {}", about.join(", ")));
    }
    if let Provenance::Found { confidence, .. } = &claim.provenance {
        let sure = (confidence * 100.0).round();
        note.push_str(&format!(" — found by the program, {sure}% sure"));
    }
    note
}

fn write_block(article: &Article, block: &Block, out: &mut String) {
    let words = block.range.of(&article.text);
    if block.kind == BlockKind::Preformatted {
        let fence = "`".repeat(longest_run(words).max(2) + 1);
        out.push_str(&format!("{fence}\n{words}\n{fence}\n"));
        return;
    }
    let (first, rest) = match block.kind {
        BlockKind::Heading(level) => (
            format!("{} ", "#".repeat(usize::from(level.clamp(2, 6)))),
            "",
        ),
        BlockKind::Quote => ("> ".to_owned(), "> "),
        BlockKind::ListItem => ("- ".to_owned(), "  "),
        _ => (String::new(), ""),
    };
    out.push_str(&first);
    let mut line = Line {
        out: String::new(),
        begins: true,
    };
    write_words(article, block, words, &mut line);
    let is_heading = matches!(block.kind, BlockKind::Heading(_));
    // A heading must be a single line.
    let joint = if is_heading {
        " ".to_owned()
    } else {
        format!("\\\n{rest}")
    };
    let lines: Vec<&str> = line
        .out
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .collect();
    out.push_str(&lines.join(&joint));
    out.push('\n');
}

/// Writes the text of a block with its emphasis, its links and the note numbers of its
/// claims.
fn write_words(article: &Article, block: &Block, words: &str, line: &mut Line) {
    let start = block.range.start;
    let mut open: Vec<(u32, String)> = Vec::new();
    let mut code: Option<u32> = None;
    let ends = ends_of_claims(article, block);
    let chars = words
        .char_indices()
        .map(|(at, c)| (start + at as u32, Some(c)));
    let mut before = None;
    for (at, c) in chars.chain([(block.range.end, None)]) {
        while let Some((_, mark)) = open.pop_if(|(end, _)| *end <= at) {
            line.raw(&mark);
        }
        if code.is_some_and(|end| end <= at) {
            code = None;
        }
        for number in ends
            .iter()
            .filter(|(end, _)| *end == at)
            .map(|(_, number)| number)
        {
            if code.is_none() {
                line.raw(&format!("[^{number}]"));
            }
        }
        let Some(c) = c else { break };
        for inline in block
            .inlines
            .iter()
            .filter(|inline| inline.range.start == at)
        {
            // A style that begins within code or crosses another cannot be written.
            let fits = open.iter().all(|(end, _)| inline.range.end <= *end);
            if code.is_none() && fits {
                begin(article, inline, before, line, &mut open, &mut code);
            }
        }
        match (code, c) {
            (Some(_), '\n') => line.raw(" "),
            (Some(_), c) => line.raw(c.encode_utf8(&mut [0; 4])),
            (None, c) => line.letter(c),
        }
        before = Some(c);
    }
}

fn ends_of_claims(article: &Article, block: &Block) -> Vec<(u32, usize)> {
    let claims = article.claims.iter().enumerate();
    claims
        .map(|(number, claim)| (claim.extent().end, number + 1))
        .filter(|(end, _)| block.range.start < *end && *end <= block.range.end)
        .collect()
}

fn begin(
    article: &Article,
    inline: &Inline,
    before: Option<char>,
    line: &mut Line,
    open: &mut Vec<(u32, String)>,
    code: &mut Option<u32>,
) {
    let words = article.words(inline.range);
    let end = inline.range.end;
    match &inline.style {
        InlineStyle::Code => {
            let fence = "`".repeat(longest_run(words) + 1);
            let padded = words.starts_with(['`', ' ']) || words.ends_with(['`', ' ']);
            let pad = if padded { " " } else { "" };
            line.raw(&format!("{fence}{pad}"));
            open.push((end, format!("{pad}{fence}")));
            *code = Some(end);
        }
        InlineStyle::Link(url) => {
            line.raw("[");
            open.push((end, format!("](<{url}>)")));
        }
        style => {
            let after = article
                .text
                .get(end as usize..)
                .and_then(|rest| rest.chars().next());
            if !flanks(before, words, after) {
                return;
            }
            let mark = if *style == InlineStyle::Strong {
                "**"
            } else {
                "*"
            };
            line.raw(mark);
            open.push((end, mark.to_owned()));
        }
    }
}

/// Whether Markdown treats asterisks around the words as emphasis.
fn flanks(before: Option<char>, words: &str, after: Option<char>) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_sign(c));
    let inner = |c: Option<char>, outer: Option<char>| {
        c.is_some_and(|c| !c.is_whitespace() && (!is_sign(c) || apart(outer)))
    };
    inner(words.chars().next(), before) && inner(words.chars().next_back(), after)
}

/// The length of the longest run of backticks.
fn longest_run(words: &str) -> usize {
    words.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

struct Line {
    out: String,
    /// Whether the line so far contains only white space and digits.
    begins: bool,
}

impl Line {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
        self.begins = false;
    }

    /// Writes a character of the text, escaped if necessary.
    fn letter(&mut self, c: char) {
        let always = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '!'
        );
        let at_start = self.begins && matches!(c, '+' | '-' | '=' | '.' | ')' | '|' | ':');
        if always || at_start {
            self.out.push('\\');
        }
        self.out.push(c);
        self.begins = match c {
            '\n' => true,
            c => self.begins && (c.is_whitespace() || c.is_ascii_digit()),
        };
    }
}

/// Escapes a text on one line.
fn escaped(text: &str) -> String {
    let mut line = Line {
        out: String::new(),
        begins: true,
    };
    text.chars()
        .for_each(|c| line.letter(if c == '\n' { ' ' } else { c }));
    line.out
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::article_from_markdown;
    use proptest::prelude::*;

    fn again(article: &Article) -> Article {
        article_from_markdown(article.id.as_str(), "a.md", &write(article)).0
    }

    #[test]
    fn markdown_survives_a_round_trip() {
        let markdown = "---\ntitle: \"\"A\" b\"\ntitle_by: editor\nlanguage: en\nurl: https://a.example/b\npublished: 2026-01\nmood: calm\n---\n\
            *One* **two _three_** `c` d.\n\n## Head [x](https://x.example/)\n\n> Said\\\n> so.\n\n- a\n- b\n\n```\nx\n\n``y\n```\n\n1\\. no list";
        let (article, _) = article_from_markdown("a", "a.md", markdown);
        assert!(article.blocks.len() > 6);
        assert_eq!(again(&article), article, "{}", write(&article));
    }

    proptest! {
        #[test]
        fn every_character_survives_a_round_trip(words in "[a-c1*_`\\[\\]<>&#~!()\\\\.+=|:\\-\"'{}“é]{1,40}", more in "[a-c*_.)>#+= \\-]{0,12}[a-c]") {
            let mut article = Article { id: model::ArticleId::new("a"), ..Article::default() };
            article.metadata.title = "t".to_owned();
            article.metadata.language = "en".to_owned();
            article.text = format!("{words}\n\n{words} {}", more.trim());
            let second = words.len() + 2;
            for (kind, range) in [
                (BlockKind::Paragraph, model::TextRange::new(0, words.len())),
                (BlockKind::ListItem, model::TextRange::new(second, article.text.len())),
            ] {
                article.blocks.push(Block { kind, range, inlines: Vec::new() });
            }
            let read = again(&article);
            prop_assert_eq!(&read.text, &article.text, "{}", write(&article));
            prop_assert_eq!(read.blocks, article.blocks);
        }
    }
}
