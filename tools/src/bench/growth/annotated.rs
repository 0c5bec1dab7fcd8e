//! Inputs with annotations: files of annotations for a text, and articles with findings.

use edit::{ClaimChange, Edit, History};
use formats::{Format, export, open};
use import::article_from_text;
use model::{
    Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Mention, Provenance, Speaker,
    Stance, TextRange,
};
use serde_json::{Value, json};

use super::shapes::Work;
use crate::synthetic::Random;

/// Reads a text together with a file of annotations four times as long, whose members
/// `member` makes from words of the text and a number.
pub(super) fn annotations(
    bytes: usize,
    list: &str,
    member: fn(&mut Random, &[&str], usize) -> Value,
) -> Work {
    let text = prose(bytes / 5);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut random = Random::new();
    let mut members = Vec::new();
    let mut length = 0;
    while length < bytes - bytes / 5 {
        let one = member(&mut random, &words, members.len());
        length += one.to_string().len();
        members.push(one);
    }
    let json = json!({ "version": 1, list: members }).to_string();
    Box::new(move || {
        let files = [
            ("a.txt", text.as_bytes()),
            ("a.annotations.json", json.as_bytes()),
        ];
        std::hint::black_box(open(&files));
    })
}

/// Four consecutive words of a text.
pub(super) fn passage(random: &mut Random, words: &[&str]) -> String {
    let at = random.below(words.len().saturating_sub(4));
    words.get(at..at + 4).unwrap_or_default().join(" ")
}

/// Exports an article with a name in every tenth word and a claim in every sentence.
pub(super) fn exported(bytes: usize, format: Format) -> Work {
    let article = with_findings(bytes);
    Box::new(move || {
        std::hint::black_box(export(format, &article));
    })
}

/// Reads such an article as exported in a format, beside its text if the format lacks it.
pub(super) fn reread(bytes: usize, format: Format) -> Work {
    let article = with_findings(bytes);
    let (json, _) = export(format, &article);
    let beside = format!("a{}", format.ending());
    let text = (format != Format::Article).then_some(article.text);
    Box::new(move || {
        let text = text.iter().map(|text| ("a.txt", text.as_bytes()));
        let files: Vec<_> = text.chain([(&*beside, json.as_bytes())]).collect();
        std::hint::black_box(open(&files));
    })
}

/// Replays a log of edits of one article, an edit for each 100 bytes.
pub(super) fn replayed(bytes: usize) -> Work {
    let article = with_findings(20_000);
    let mut history = History::of(article.clone());
    for (round, claim) in (0..bytes / 100).zip(article.claims.iter().cycle()) {
        let (claim, is_even) = (
            claim.id.clone(),
            (round / article.claims.len()).is_multiple_of(2),
        );
        let stance = if is_even {
            Stance::Warns
        } else {
            Stance::Denies
        };
        let change = ClaimChange::Stance(stance);
        let _unfit = history.apply(Edit::ChangeClaim { claim, change });
    }
    let log = history.to_json();
    Box::new(move || {
        std::hint::black_box(History::from_json(article, &log).is_ok());
    })
}

/// Sentences of invented words, with the frequencies of a natural text.
pub(super) fn prose(bytes: usize) -> String {
    let mut random = Random::new();
    let words: Vec<String> = (0..8_000)
        .map(|number| random.word(1 + number % 4))
        .collect();
    let mut text = String::new();
    while text.len() < bytes {
        for place in 0..12 {
            let below = 1 + random.below(words.len());
            let number = random.below(below);
            let word = words.get(number).map_or("", String::as_str);
            let (first, rest) = word.split_at_checked(1).unwrap_or_default();
            match place {
                0 if random.below(6) == 0 => text.push_str("\n\n"),
                0 => text.push(' '),
                _ => text.push(' '),
            }
            if place == 0 || number.is_multiple_of(10) {
                text.push_str(&first.to_uppercase());
            } else {
                text.push_str(first);
            }
            text.push_str(rest);
        }
        text.push('.');
    }
    text
}

/// An article of prose in which every capitalised word is a name and every sentence a claim.
fn with_findings(bytes: usize) -> Article {
    let (article, _) = article_from_text("a", "a.txt", &prose(bytes));
    let mut article = article.unwrap_or_default();
    let text = article.text.clone();
    let provenance = Provenance::Found {
        rule: "quote–cue–name".into(),
        confidence: 0.8,
    };
    let mut known = std::collections::HashSet::new();
    for range in text::words::words(&text) {
        let word = range.of(&text);
        if !word.starts_with(char::is_uppercase) {
            continue;
        }
        let id = EntityId::new(&word.to_lowercase());
        if known.insert(id.clone()) {
            article.entities.push(Entity {
                id: id.clone(),
                kind: EntityKind::Person,
                name: word.to_owned(),
                aliases: Vec::new(),
                wikidata: None,
            });
        }
        article.mentions.push(Mention {
            entity: id,
            range,
            provenance: provenance.clone(),
        });
    }
    let mut from = 0;
    for (number, (at, stop)) in text.match_indices('.').enumerate() {
        let sentence = text.get(from..at).unwrap_or_default();
        let start = at - sentence.trim_start().len();
        from = at + stop.len();
        article.claims.push(Claim {
            id: ClaimId::new(&format!("c{number}")),
            speaker: Speaker::Unnamed,
            cue: None,
            content: vec![TextRange::new(start, at)],
            form: Form::Indirect,
            stance: Stance::States,
            about: Vec::new(),
            provenance: provenance.clone(),
            checked_by: None,
        });
    }
    article
}
