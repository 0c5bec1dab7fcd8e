//! Detects names and claims in unannotated text.
//!
//! A [`Document`] is the tokenised text. [`tagger`] and [`patterns`] find names in it,
//! [`linking`] groups them into entities, and [`quotes`] and [`claims`] find who said what.
//! Every finding is marked as automatic, with its rule and a confidence.
//!
//! # Example
//!
//! ```
//! use annotate::annotate_text;
//! use model::Form;
//!
//! let text = "“We will build it next year,” Ann Lee said on Wednesday.";
//! let found = annotate_text(text, None, None);
//! let claim = &found.claims[0];
//! assert_eq!(claim.form, Form::Direct);
//! assert_eq!(claim.content[0].of(text), "We will build it next year");
//! assert_eq!(claim.cue.expect("a word of saying").of(text), "said");
//! ```

#![cfg_attr(test, allow(clippy::string_slice))]

mod acronyms;
#[cfg(test)]
mod cases;
pub mod claims;
pub mod document;
mod examples;
pub mod lexicon;
mod limitation;
pub mod linking;
pub mod patterns;
pub mod quotes;
mod rule;
mod speakers;
pub mod tagger;
#[cfg(test)]
mod tests;
pub mod tokens;
mod turns;

use std::ops::Range;
use std::rc::Rc;

pub use document::Document;
pub use examples::Examples;
pub use limitation::Limitation;
pub use rule::Rule;
pub use tagger::Tagger;

use claims::Found;
use linking::{Linked, Name};
use model::{
    Article, Claim, ClaimId, Date, Entity, EntityId, EntityKind, Form, Mention, Provenance,
    Speaker, TakenIds, TextRange,
};
use quotes::Quoted;
use text::fold::slug;

/// The findings in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// The entities, by first mention.
    pub entities: Vec<Entity>,
    /// The mentions, by start, then longest first.
    pub mentions: Vec<Mention>,
    /// The claims, by start.
    pub claims: Vec<Claim>,
    /// The words for the speaker of each claim, even if they were resolved to an entity.
    pub speakers: Vec<Option<TextRange>>,
    /// The reason why names may be missing.
    pub limitation: Option<Limitation>,
}

/// Replaces the names and claims of an article with automatic findings. Returns the reason
/// why names may be missing.
pub fn annotate(article: &mut Article, tagger: Option<&Tagger>) -> Option<Limitation> {
    let english = article.metadata.is_english();
    let found = find(&article.text, article.metadata.published, tagger, english);
    article.entities = found.entities;
    article.mentions = found.mentions;
    article.claims = found.claims;
    found.limitation
}

/// Detects names and claims in a text with one paragraph per line. Ranges count bytes.
/// Without a tagger, only names that match a pattern are found. Takes time linear in the
/// length of the text.
#[must_use]
pub fn annotate_text(text: &str, published: Option<Date>, tagger: Option<&Tagger>) -> Annotations {
    find(text, published, tagger, None)
}

fn find(
    text: &str,
    published: Option<Date>,
    tagger: Option<&Tagger>,
    english: Option<bool>,
) -> Annotations {
    let document = Document::of(text);
    let english = english.unwrap_or_else(|| looks_english(&document));
    let quoted = quotes::quotations(&document);
    let mut names = names(&document, published, tagger.filter(|_| english));
    if !english {
        names.retain(|name| name.kind == EntityKind::Date);
    }
    let found = claims::claims(&document, &quoted);
    speakers::places_that_speak(&document, &mut names, &found);
    let linked = linking::link(&document, &mut names);
    let mut annotations = assemble(&document, &names, &linked, found, &quoted);
    annotations.limitation = match tagger {
        _ if !english => Some(Limitation::NotEnglish),
        None => Some(Limitation::NoTagger),
        Some(_) => None,
    };
    annotations
}

/// Whether a text may be English: most of its words have Latin letters, and function words of
/// other languages do not prevail. Lists and headlines, which have few function words of any
/// language, may be.
#[must_use]
pub fn looks_english(document: &Document) -> bool {
    let (mut words, mut latin, mut english, mut foreign) = (0usize, 0usize, 0usize, 0usize);
    let mut in_name = false;
    for token in document.tokens.iter().take(2000) {
        if token.kind == tokens::TokenKind::Word {
            words += 1;
            latin += usize::from(token.first < '\u{250}');
            english += usize::from(token.is(lexicon::DETERMINER
                | lexicon::PREPOSITION
                | lexicon::PRONOUN
                | lexicon::AUXILIARY
                | lexicon::CONJUNCTION));
            // "Los Angeles", "Ursula von der Leyen"
            let is_foreign = token.case == tokens::Case::Lower && token.is(lexicon::FOREIGN);
            foreign += usize::from(is_foreign && !in_name);
            in_name = token.is_capital() || is_foreign && in_name;
        }
    }
    let prevails = foreign > english && foreign > 1 && 15 * foreign > words;
    words == 0 || 2 * latin > words && !prevails
}

/// The names of a text, in order and without overlaps: first those that match a pattern,
/// then those of the tagger.
fn names(document: &Document, published: Option<Date>, tagger: Option<&Tagger>) -> Vec<Name> {
    let mut patterns = patterns::patterns(document, published);
    let tagged = tagger.map_or_else(Vec::new, |tagger| tagger.tag(document));
    let mut names: Vec<Name> = Vec::with_capacity(patterns.len() + tagged.len());
    // If a pattern and a tagged name overlap, a date, a sum or a longer law is kept; a
    // nationality is kept only outside names.
    let mut place = 0;
    let mut kept_patterns = vec![true; patterns.len()];
    for name in tagged {
        let tokens = linking::without_article(document, name.tokens.clone());
        while patterns
            .get(place)
            .is_some_and(|pattern| pattern.tokens.end <= tokens.start)
        {
            place += 1;
        }
        let mut wins = true;
        let mut losers = Vec::new();
        for (index, pattern) in patterns.iter().enumerate().skip(place) {
            if pattern.tokens.start >= tokens.end {
                break;
            }
            match pattern.kind {
                EntityKind::Nationality => {
                    if pattern.tokens == tokens {
                        wins = false;
                    } else {
                        losers.push(index);
                    }
                }
                EntityKind::Law if pattern.tokens.len() < tokens.len() => losers.push(index),
                _ => wins = false,
            }
        }
        if wins {
            for index in losers {
                if let Some(kept) = kept_patterns.get_mut(index) {
                    *kept = false;
                }
            }
            names.push(Name {
                tokens,
                kind: name.kind,
                date: None,
                confidence: name.confidence,
                rule: Rule::Tagger,
            });
        }
    }
    let mut kept = kept_patterns.into_iter();
    patterns.retain(|_| kept.next().unwrap_or(true));
    names.extend(patterns.into_iter().map(|pattern| Name {
        tokens: pattern.tokens,
        kind: pattern.kind,
        date: pattern.date,
        confidence: pattern.confidence,
        rule: pattern.rule,
    }));
    name_turns(document, &mut names);
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    if tagger.is_some() {
        acronyms::add(document, &mut names);
    }
    names
}

/// Adds the names that open the turns of a transcript, in place of what else was found there.
fn name_turns(document: &Document, names: &mut Vec<Name>) {
    let turns = turns::turns(document);
    if turns.is_empty() {
        return;
    }
    let mut labels: Vec<&turns::Turn> = turns.values().collect();
    labels.sort_by_key(|turn| turn.label.start);
    names.retain(|name| {
        let next = labels.partition_point(|turn| turn.label.end <= name.tokens.start);
        (labels.get(next)).is_none_or(|turn| {
            let apart = turn.label.start >= name.tokens.end;
            let bracketed = (turn.name.as_ref()).is_some_and(|own| own.end <= name.tokens.start);
            apart || bracketed
        })
    });
    // "THE PRESIDENT:" is no name.
    let is_office = |name: &Range<usize>| {
        let tokens = document.slice(name);
        let last = tokens
            .last()
            .is_some_and(|last| last.is(lexicon::ROLE | lexicon::TITLE));
        last || tokens
            .first()
            .is_some_and(|first| first.is(lexicon::DETERMINER))
    };
    names.extend(labels.into_iter().filter_map(|turn| {
        Some(Name {
            tokens: turn.name.clone().filter(|name| !is_office(name))?,
            kind: EntityKind::Person,
            date: None,
            confidence: 0.8,
            rule: Rule::Turn,
        })
    }));
}

fn assemble(
    document: &Document,
    names: &[Name],
    linked: &[Linked],
    found: Vec<Found>,
    quoted: &[Quoted],
) -> Annotations {
    let mut ids = Ids::default();
    let mut annotations = Annotations::default();
    let mut entity_of = vec![None; names.len()];
    for (index, linked) in linked.iter().enumerate() {
        let id = ids.of(&linked.name, linked.kind);
        for mention in &linked.mentions {
            if let Some(slot) = entity_of.get_mut(*mention) {
                *slot = Some(index);
            }
        }
        annotations.entities.push(Entity {
            id,
            kind: linked.kind,
            name: linked.name.clone(),
            aliases: linked.aliases.clone(),
            wikidata: None,
        });
    }
    for (name, entity) in names.iter().zip(&entity_of) {
        let entity = entity.and_then(|index: usize| annotations.entities.get(index));
        if let Some(entity) = entity {
            annotations.mentions.push(Mention {
                entity: entity.id.clone(),
                range: document.bytes(&name.tokens),
                provenance: Provenance::Found {
                    confidence: rounded(name.confidence),
                    rule: Rc::from(name.rule.name()),
                },
            });
        }
    }
    let mut resolver = speakers::Resolver::new(document, names, &entity_of, linked);
    let mut found = found;
    found.sort_by_key(|claim| claim.content.first().map_or(0, |range| range.start));
    for (number, claim) in found.into_iter().enumerate() {
        let resolved = claim.speaker.as_ref().map(|words| resolver.resolve(words));
        let words = claim.speaker.as_ref().map(|words| document.bytes(words));
        let (speaker, doubt, rule) = match (&resolved, words) {
            (Some(speakers::Resolved::Named(index)), _) => {
                (Some(*index), 1.0, claim.rule.name().to_owned())
            }
            (Some(speakers::Resolved::Guessed(index, how)), _) => (
                Some(*index),
                0.7,
                format!("{}, {}", claim.rule.name(), how.name()),
            ),
            _ => (None, 1.0, claim.rule.name().to_owned()),
        };
        let speaker_id = speaker.and_then(|index| annotations.entities.get(index));
        let speaker_value = match (speaker_id, words) {
            (Some(entity), _) => Speaker::Entity(entity.id.clone()),
            (None, Some(words)) => Speaker::Words(words),
            (None, None) => Speaker::Unnamed,
        };
        let content: Vec<TextRange> = claim
            .content
            .iter()
            .map(|range| trimmed(document, range))
            .filter(|range| !range.is_empty())
            .collect();
        if content.is_empty() {
            continue;
        }
        let about = about(&claim.content, names, &entity_of, linked, speaker);
        annotations.claims.push(Claim {
            id: ClaimId::new(&format!("c{}", number + 1)),
            speaker: speaker_value,
            cue: claim.cue.as_ref().map(|cue| document.bytes(cue)),
            form: form(&claim.content, quoted),
            content,
            stance: claim.stance,
            about: about
                .into_iter()
                .filter_map(|index| annotations.entities.get(index))
                .map(|entity| entity.id.clone())
                .collect(),
            provenance: Provenance::Found {
                confidence: rounded(claim.confidence * doubt),
                rule: Rc::from(rule),
            },
            checked_by: None,
        });
        annotations.speakers.push(words);
    }
    annotations
}

/// Rounds to two digits; more would suggest false precision.
fn rounded(confidence: f32) -> f32 {
    (confidence * 100.0).round() / 100.0
}

/// The byte range of a claim's words, without commas and full stops at the edges that are
/// outside quotation marks.
fn trimmed(document: &Document, range: &Range<usize>) -> TextRange {
    let (mut start, mut end) = (range.start, range.end);
    let loose = |at: usize, marks: &[char]| {
        document.token(at).is_some_and(|token| {
            token.kind == tokens::TokenKind::Mark && marks.contains(&token.first)
        })
    };
    while start < end && loose(start, &[',', ':', ';', '–', '—', '-', '.']) {
        start += 1;
    }
    while end > start && loose(end - 1, &[',', ':', ';', '–', '—', '-', '，', '、']) {
        end -= 1;
    }
    document.bytes(&(start..end))
}

/// The form: direct if all words are quoted, mixed if some are.
fn form(content: &[Range<usize>], quoted: &[Quoted]) -> Form {
    let (mut all, mut within) = (0, 0);
    for range in content {
        all += range.len();
        let first = quoted.partition_point(|quoted| quoted.whole.end <= range.start);
        for quoted in quoted.iter().skip(first) {
            if quoted.whole.start >= range.end {
                break;
            }
            let start = quoted.whole.start.max(range.start);
            within += quoted.whole.end.min(range.end).saturating_sub(start);
        }
    }
    if within == 0 {
        Form::Indirect
    } else if within * 10 >= all * 9 {
        Form::Direct
    } else {
        Form::Mixed
    }
}

/// The maximum number of subjects of a claim.
const MOST_ABOUT: usize = 6;

/// The entities within the content, except the speaker, dates and sums.
fn about(
    content: &[Range<usize>],
    names: &[Name],
    entity_of: &[Option<usize>],
    linked: &[Linked],
    speaker: Option<usize>,
) -> Vec<usize> {
    let mut about = Vec::new();
    for range in content {
        let first = names.partition_point(|name| name.tokens.start < range.start);
        for (name, entity) in names.iter().zip(entity_of).skip(first) {
            if name.tokens.start >= range.end || about.len() >= MOST_ABOUT {
                break;
            }
            let Some(index) = *entity else { continue };
            if matches!(name.rule, Rule::Percentage | Rule::Quantity) {
                continue;
            }
            let kind = linked.get(index).map(|linked| linked.kind);
            let counts = !matches!(
                kind,
                Some(EntityKind::Date | EntityKind::Money | EntityKind::Nationality) | None
            );
            if counts && Some(index) != speaker && !about.contains(&index) {
                about.push(index);
            }
        }
    }
    about
}

/// Unique ids made from names.
#[derive(Default)]
struct Ids(TakenIds);

impl Ids {
    fn of(&mut self, name: &str, kind: EntityKind) -> EntityId {
        let name: String = name.chars().take(80).collect();
        let mut slug = slug(&name);
        if slug.is_empty() {
            slug = kind.as_str().to_owned();
        }
        if self.0.holds(&slug) {
            slug = format!("{slug}-{}", kind.as_str());
        }
        EntityId::new(&self.0.take(&slug))
    }
}
