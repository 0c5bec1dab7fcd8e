//! A small article that tests share, and its content in words.

use model::{
    Article, Block, BlockKind, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Inline,
    InlineStyle, Mention, Provenance, Speaker, Stance, TextRange,
};

/// Three paragraphs with two names and two claims.
pub(crate) fn article() -> Article {
    let mut article = Article {
        id: model::ArticleId::new("rain"),
        ..Article::default()
    };
    article.metadata.title = "Rain".to_owned();
    for words in [
        "Ann Lee spoke on Monday.",
        "“No,” Lee said, “not now.”",
        "A report warns of rain.",
    ] {
        if !article.text.is_empty() {
            article.text.push_str(Article::BLOCK_SEPARATOR);
        }
        let start = article.text.len();
        article.text.push_str(words);
        article.blocks.push(Block {
            kind: BlockKind::Paragraph,
            range: TextRange::new(start, article.text.len()),
            inlines: Vec::new(),
        });
    }
    article.blocks[0].inlines.push(Inline {
        range: TextRange::new(4, 13),
        style: InlineStyle::Strong,
    });
    article.entities = vec![
        entity("ann", EntityKind::Person, "Ann Lee", &["Lee"]),
        entity("report", EntityKind::Other, "report", &[]),
    ];
    article.mentions = vec![
        mention(&article, "ann", "Ann Lee", Provenance::Curated),
        mention(&article, "ann", "Lee said", found(0.6)),
        mention(&article, "report", "A report", found(0.4)),
    ];
    article.mentions[1].range.end -= 5;
    let no = Claim {
        content: vec![range(&article, "No"), range(&article, "not now")],
        cue: Some(range(&article, "said")),
        speaker: Speaker::Entity(EntityId::new("ann")),
        provenance: found(0.8),
        ..claim("c1", &article, "No")
    };
    let rain = Claim {
        cue: Some(range(&article, "warns")),
        speaker: Speaker::Words(range(&article, "A report")),
        about: vec![EntityId::new("report")],
        ..claim("c2", &article, "of rain")
    };
    article.claims = vec![no, rain];
    assert_eq!(crate::check(&article), Ok(()));
    article
}

/// The article with the annotations of another editor.
pub(crate) fn edited(edits: &[crate::Edit]) -> Article {
    let mut article = article();
    for edit in edits {
        crate::apply(&mut article, edit).unwrap();
    }
    article
}

/// Where words first stand.
pub(crate) fn range(article: &Article, words: &str) -> TextRange {
    let at = article.text.find(words).unwrap();
    TextRange::new(at, at + words.len())
}

pub(crate) fn entity(id: &str, kind: EntityKind, name: &str, aliases: &[&str]) -> Entity {
    Entity {
        id: EntityId::new(id),
        kind,
        name: name.to_owned(),
        aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        wikidata: None,
    }
}

pub(crate) fn mention(article: &Article, id: &str, at: &str, provenance: Provenance) -> Mention {
    Mention {
        entity: EntityId::new(id),
        range: range(article, at),
        provenance,
    }
}

pub(crate) fn claim(id: &str, article: &Article, words: &str) -> Claim {
    Claim {
        id: ClaimId::new(id),
        speaker: Speaker::Unnamed,
        cue: None,
        content: vec![range(article, words)],
        form: Form::Direct,
        stance: Stance::States,
        about: Vec::new(),
        provenance: Provenance::Curated,
        checked_by: None,
    }
}

pub(crate) fn found(confidence: f32) -> Provenance {
    Provenance::Found {
        confidence,
        rule: "cue–quote".into(),
    }
}

/// Each part of an article on a line of its own.
pub(crate) fn lines(article: &Article) -> Vec<String> {
    let mut lines = vec![format!("{:?}", article.metadata)];
    let words = |range: &TextRange| article.words(*range);
    let origin = |provenance: &Provenance| match provenance {
        Provenance::Curated => String::new(),
        Provenance::Found { confidence, .. } => format!(" {confidence}"),
    };
    for block in &article.blocks {
        let inlines: Vec<&str> = block.inlines.iter().map(|it| words(&it.range)).collect();
        lines.push(format!(
            "{:?} {} {inlines:?}",
            block.kind,
            words(&block.range)
        ));
    }
    for it in &article.entities {
        lines.push(format!(
            "{} {} {} {:?}",
            it.id,
            it.kind.as_str(),
            it.name,
            it.aliases
        ));
    }
    for it in &article.mentions {
        lines.push(format!(
            "{} at {}{}",
            it.entity,
            words(&it.range),
            origin(&it.provenance)
        ));
    }
    for it in &article.claims {
        let content: Vec<&str> = it.content.iter().map(words).collect();
        let content = content.join(" … ");
        let speaker = match &it.speaker {
            Speaker::Entity(id) => id.to_string(),
            Speaker::Words(range) => format!("“{}”", words(range)),
            Speaker::Unnamed => "?".to_owned(),
        };
        let about: Vec<&str> = it.about.iter().map(EntityId::as_str).collect();
        let cue = it.cue.as_ref().map_or("", words);
        let stance = it.stance.as_str();
        let origin = origin(&it.provenance);
        lines.push(format!(
            "{} {speaker} {cue} {stance} {content} {about:?}{origin}",
            it.id
        ));
    }
    lines
}

/// The lines that only the first or only the second article has.
pub(crate) fn difference(before: &Article, after: &Article) -> Vec<String> {
    let (before, after) = (lines(before), lines(after));
    let gone = before
        .iter()
        .filter(|line| !after.contains(line))
        .map(|line| format!("-{line}"));
    let come = after
        .iter()
        .filter(|line| !before.contains(line))
        .map(|line| format!("+{line}"));
    gone.chain(come).collect()
}
