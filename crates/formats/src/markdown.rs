//! Exports an article as Markdown, with its claims as endnotes.

use model::{
    Article, Block, BlockKind, Claim, EntitiesById, Inline, InlineStyle, Provenance, Speaker, sort,
};

/// The article with its front matter. After each claim follows the number of an endnote,
/// which names the speaker.
pub(super) fn write(article: &Article) -> String {
    let mut out = front_matter(article);
    let ends = ends_of_claims(article);
    let mut before = None;
    for block in &article.blocks {
        let in_list = before == Some(BlockKind::ListItem) && block.kind == BlockKind::ListItem;
        if !in_list {
            out.push('\n');
        }
        write_block(article, block, &ends, &mut out);
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
        out.push_str(&format!("{}: {}\n", quoted(key, ":#"), quoted(&value, "")));
    }
    out.push_str("---\n");
    out
}

/// A key or a value of the front matter: in double quotation marks, with escapes as in YAML, if it
/// holds white space at an end, quotation marks around it, line breaks, or characters with which
/// a CommonMark renderer that knows no front matter could make an element of it. Such are also
/// those of `more`.
fn quoted(value: &str, more: &str) -> String {
    let is_sign = |c: char| {
        c.is_control() || matches!(c, '<' | '[' | '\u{2028}' | '\u{2029}') || more.contains(c)
    };
    let is_marked = ['"', '\'']
        .iter()
        .any(|mark| value.starts_with(*mark) && value.ends_with(*mark));
    // These begin a value in the next lines, or an item of a list.
    let is_begun = matches!(value, ">" | ">-" | "|" | "|-") || value.starts_with('-');
    if !is_marked && !is_begun && value.trim() == value && !value.contains(is_sign) {
        return value.to_owned();
    }
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_sign(c) => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
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
        escaped_speaker(speaker),
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

fn write_block(article: &Article, block: &Block, ends: &[(u32, usize)], out: &mut String) {
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
    let is_heading = matches!(block.kind, BlockKind::Heading(_));
    let mut line = Line {
        out: std::mem::take(out),
        begins: true,
        // A heading must be a single line.
        joint: if is_heading {
            "&#10;".to_owned()
        } else {
            format!("\\\n{rest}")
        },
    };
    write_words(article, block, words, ends, &mut line);
    *out = line.out;
    out.push('\n');
}

/// Writes the text of a block with its emphasis, its links and the note numbers of its
/// claims.
fn write_words(
    article: &Article,
    block: &Block,
    words: &str,
    ends: &[(u32, usize)],
    line: &mut Line,
) {
    let start = block.range.start;
    let mut open: Vec<(u32, String)> = Vec::new();
    let mut code: Option<u32> = None;
    let before_block = ends.partition_point(|(end, _)| *end <= start);
    let mut ends = ends.iter().skip(before_block).peekable();
    let mut inlines = block.inlines.iter().peekable();
    let mut chars = words.char_indices().peekable();
    let mut noted: Vec<usize> = Vec::new();
    let mut before = None;
    loop {
        let next = chars.next();
        let at = next.map_or(block.range.end, |(at, _)| start + at as u32);
        let mut is_closed = false;
        while let Some((_, mark)) = open.pop_if(|(end, _)| *end <= at) {
            is_closed |= mark.starts_with('*');
            line.raw(&mark);
        }
        if code.is_some_and(|end| end <= at) {
            code = None;
        }
        while let Some((end, number)) = ends.next_if(|(end, _)| *end <= at) {
            if code.is_none() && *end == at {
                noted.push(*number);
            }
        }
        // A link that holds the number of a note would be no link.
        if !open.iter().any(|(_, mark)| mark.starts_with(']')) {
            for number in noted.drain(..) {
                line.raw(&format!("[^{number}]"));
                is_closed = false;
            }
        }
        let Some((_, c)) = next else { break };
        while let Some(inline) = inlines.next_if(|inline| inline.range.start <= at) {
            // A style that begins within code or crosses another cannot be written.
            let fits = inline.range.start == at
                && block.range.contains(inline.range)
                && open.iter().all(|(end, _)| inline.range.end <= *end);
            if code.is_none() && fits {
                let next = inlines.peek();
                let spot = Spot {
                    before,
                    is_closed,
                    is_alone: next.is_none_or(|next| inline.range.end <= next.range.start),
                };
                begin(article, inline, spot, line, &mut open, &mut code);
            }
        }
        match code {
            Some(_) => line.raw(c.encode_utf8(&mut [0; 4])),
            None => line.letter(c, chars.peek().map(|(_, c)| *c)),
        }
        before = Some(c);
    }
}

/// Where each claim ends, in order, with its number.
fn ends_of_claims(article: &Article) -> Vec<(u32, usize)> {
    let claims = article.claims.iter().enumerate();
    let ends = claims.map(|(number, claim)| (claim.extent().end, number + 1));
    let mut ends: Vec<(u32, usize)> = ends.collect();
    sort(&mut ends, |a, b| a.cmp(b));
    ends
}

/// Where a style begins.
struct Spot {
    /// The character before it.
    before: Option<char>,
    /// Whether emphasis ends there.
    is_closed: bool,
    /// Whether no other style begins before it ends.
    is_alone: bool,
}

fn begin(
    article: &Article,
    inline: &Inline,
    spot: Spot,
    line: &mut Line,
    open: &mut Vec<(u32, String)>,
    code: &mut Option<u32>,
) {
    let words = article.words(inline.range);
    let end = inline.range.end;
    match &inline.style {
        InlineStyle::Code => {
            // A line break would become a space.
            if words.trim().is_empty() || words.contains(['\n', '\r']) {
                return;
            }
            let fence = "`".repeat(longest_run(words) + 1);
            let padded = words.starts_with(['`', ' ']) || words.ends_with(['`', ' ']);
            let pad = if padded { " " } else { "" };
            line.raw(&format!("{fence}{pad}"));
            open.push((end, format!("{pad}{fence}")));
            *code = Some(end);
        }
        InlineStyle::Link(url) => {
            // Links do not nest, one right after the number of a note would be read with it, and a
            // line does not begin with its end.
            let is_within = open.iter().any(|(_, mark)| mark.starts_with(']'));
            if is_within || line.out.ends_with(']') || words.ends_with(['\n', '\r']) {
                return;
            }
            line.raw("[");
            let url = url.as_str().replace('&', "&amp;");
            open.push((end, format!("](<{url}>)")));
        }
        style => {
            let after = article
                .text
                .get(end as usize..)
                .and_then(|rest| rest.chars().next());
            // Asterisks that follow others would be read together with them.
            let is_alone = spot.is_alone && open.is_empty();
            if spot.is_closed || !flanks(spot.before, words, after, is_alone) {
                return;
            }
            let mark = if *style == InlineStyle::Strong {
                "**"
            } else {
                "*"
            };
            if open.iter().any(|(_, other)| other == mark) {
                return;
            }
            line.raw(mark);
            open.push((end, mark.to_owned()));
        }
    }
}

/// Whether Markdown treats asterisks around the words as emphasis, for sure.
fn flanks(before: Option<char>, words: &str, after: Option<char>, is_alone: bool) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_sign(c));
    let inner = |c: Option<char>, outer: Option<char>| {
        c.is_some_and(|c| !c.is_whitespace() && (is_alone && !is_sign(c) || apart(outer)))
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
    /// What joins it to the next line.
    joint: String,
}

impl Line {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
        self.begins = false;
    }

    /// Writes a character of the text, escaped if necessary. White space at the beginning and the
    /// end of a line is escaped too, because it would not be read.
    fn letter(&mut self, c: char, next: Option<char>) {
        let is_outer = self.begins || next.is_none_or(|next| matches!(next, '\n' | '\r'));
        match c {
            '\n' => self.out.push_str(&self.joint),
            '\r' => self.out.push_str("&#13;"),
            ' ' | '\t' if is_outer => self.out.push_str(&format!("&#{};", u32::from(c))),
            c => {
                let always = matches!(
                    c,
                    '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '!'
                );
                let at_start = self.begins && matches!(c, '+' | '-' | '=' | '.' | ')' | '|' | ':');
                // After the number of a note, they would make a link of it.
                let of_link = matches!(c, '(' | ':') && self.out.ends_with(']');
                if always || at_start || of_link {
                    self.out.push('\\');
                }
                self.out.push(c);
            }
        }
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
        joint: " ".to_owned(),
    };
    let text = text.trim();
    for (at, c) in text.char_indices() {
        let next = text
            .get(at + c.len_utf8()..)
            .and_then(|rest| rest.chars().next());
        line.letter(if c.is_control() { ' ' } else { c }, next.or(Some(' ')));
    }
    line.out
}

/// Escapes the speaker at the beginning of a note. CommonMark without footnotes would make a
/// link of an address that a title in quotation marks or parentheses follows.
fn escaped_speaker(text: &str) -> String {
    let mut out = String::new();
    for c in escaped(text).chars() {
        if matches!(c, '"' | '\'' | '(') && out.ends_with(char::is_whitespace) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::article_from_markdown;
    use model::{
        ArticleId, ClaimId, Entity, EntityId, EntityKind, Form, Stance, TextRange, WebUrl,
    };
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// What CommonMark makes of a file that is no text: elements of HTML, and the addresses of
    /// links and pictures that are not those of web pages.
    fn executable(markdown: &str) -> Vec<String> {
        let of_event = |event: Event<'_>| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some(html.to_string()),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                WebUrl::parse(&dest_url)
                    .is_none()
                    .then(|| dest_url.to_string())
            }
            _ => None,
        };
        let options = [
            Options::empty(),
            Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES,
            Options::all(),
        ];
        let all = options.map(|options| Parser::new_ext(markdown, options).filter_map(of_event));
        all.into_iter().flatten().collect()
    }

    /// An article with these words everywhere: in its metadata, its text, and its annotations.
    fn filled(words: &str, ends: &[usize]) -> Article {
        let mut article = Article {
            id: ArticleId::new("a"),
            ..Article::default()
        };
        article.metadata.title = words.to_owned();
        article.metadata.author = Some(words.to_owned());
        article.metadata.source = Some(words.to_owned());
        article.metadata.extra = vec![(words.replace(':', ""), words.to_owned())];
        let words = words.trim().replace('\n', "\n ").replace("\n  ", "\n ");
        let kinds = [
            BlockKind::Paragraph,
            BlockKind::Heading(2),
            BlockKind::Quote,
            BlockKind::ListItem,
            BlockKind::Preformatted,
        ];
        for kind in kinds.into_iter().filter(|_| !words.is_empty()) {
            if !article.text.is_empty() {
                article.text.push_str("\n\n");
            }
            let start = article.text.len();
            article.text.push_str(&words);
            let range = TextRange::new(start, article.text.len());
            let cuts = words.char_indices().map(|(at, _)| start + at);
            let cuts: Vec<usize> = cuts.chain([article.text.len()]).collect();
            let mut inlines = Vec::new();
            for (number, pair) in ends.windows(2).enumerate() {
                let [a, b] = [pair[0] % cuts.len(), pair[1] % cuts.len()];
                let range = TextRange::new(cuts[a.min(b)], cuts[a.max(b)]);
                if range.is_empty() {
                    continue;
                }
                let styles = [
                    InlineStyle::Code,
                    InlineStyle::Emphasis,
                    InlineStyle::Strong,
                    InlineStyle::Link(WebUrl::parse("https://a.example/?b&lt;c)").unwrap()),
                ];
                let style = styles[number % 4].clone();
                inlines.push(Inline { range, style });
                if range.of(&article.text).trim().is_empty() {
                    continue;
                }
                article.claims.push(Claim {
                    id: ClaimId::new(&format!("c{}", article.claims.len())),
                    speaker: Speaker::Entity(EntityId::new("e")),
                    cue: Some(range),
                    content: vec![range],
                    form: Form::Direct,
                    stance: Stance::States,
                    about: vec![EntityId::new("e")],
                    provenance: Provenance::Curated,
                    checked_by: None,
                });
            }
            inlines.sort_by_key(|inline| (inline.range.start, std::cmp::Reverse(inline.range.end)));
            article.blocks.push(Block {
                kind,
                range,
                inlines,
            });
        }
        article.entities.push(Entity {
            id: EntityId::new("e"),
            kind: EntityKind::Person,
            name: words.clone(),
            aliases: Vec::new(),
            wikidata: None,
        });
        article
    }

    #[test]
    fn known_tricks_give_no_element_and_no_link() {
        for words in [
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "[a](javascript:alert(1)) ![b](javascript:c) <javascript:d> [e]: javascript:f",
            "javascript:alert(1) \"",
            "x (javascript:alert(1))",
            "a\r\r<b onclick=c>",
            "`a\n<b>` ``<i>``` \\`<u>`",
            "]\n: javascript:a",
        ] {
            let ends = [0, 1, 2, 5, 3, 9, 1, 30];
            let markdown = write(&filled(words, &ends));
            assert_eq!(executable(&markdown), [""; 0], "{markdown}");
        }
    }

    #[test]
    fn blanks_at_the_ends_of_lines_survive_a_round_trip() {
        let article = filled("Roses \n\t are  red,\n \n  violets", &[]);
        let read = again(&article);
        assert_eq!(read.text, article.text, "{}", write(&article));
        let mut article = Article {
            text: "  a\n b".into(),
            ..filled("x", &[])
        };
        article.blocks.truncate(1);
        article.blocks[0].kind = BlockKind::Preformatted;
        article.blocks[0].range = TextRange::new(0, article.text.len());
        article.claims.clear();
        let read = again(&article);
        assert_eq!((read.text, read.blocks), (article.text, article.blocks));
    }

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

        #[test]
        fn nothing_becomes_an_element(
            words in "([a\\[\\]()<>`*_&:\"'!\\\\#~|=. \n\r\t-]|javascript:|<b>|</?script>|&lt;|1){0,30}",
            ends in proptest::collection::vec(0usize..40, 0..8),
        ) {
            let markdown = write(&filled(&words, &ends));
            prop_assert_eq!(executable(&markdown), Vec::<String>::new(), "{}", markdown);
        }

        #[test]
        fn styled_words_survive_a_round_trip(
            words in "[ab1\\[\\]()<>`*_&:\"'!\\\\#~|=. \n\t-]{0,30}",
            ends in proptest::collection::vec(0usize..40, 0..6),
        ) {
            let article = filled(&words, &ends);
            let read = again(&article);
            prop_assert_eq!(&read.text, &article.text, "{}", write(&article));
            let kinds = |article: &Article| article.blocks.iter().map(|block| (block.kind, block.range)).collect::<Vec<_>>();
            prop_assert_eq!(kinds(&read), kinds(&article));
            if !words.is_empty() {
                prop_assert_eq!(read.metadata.title, article.metadata.title);
            }
            prop_assert_eq!(read.metadata.author.unwrap_or_default(), words.clone());
            prop_assert!(read.metadata.extra.iter().any(|(_, value)| *value == words));
        }
    }
}
