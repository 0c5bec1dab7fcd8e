//! Links mentions of the same entity: "Guo Jiakun" and "Guo", "the European Commission" and
//! "the commission", "Korean Central News Agency (KCNA)" and "KCNA".

use std::collections::HashMap;
use std::ops::Range;

use super::document::Document;
use super::lexicon::{DETERMINER, ORG_WORD, word_hash};
use super::rule::Rule;
use super::tokens::{Token, TokenKind};
use model::{Date, EntityKind};

/// A name in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its tokens, without titles and "the".
    pub tokens: Range<usize>,
    /// The kind of entity.
    pub kind: EntityKind,
    /// The date it refers to.
    pub date: Option<Date>,
    /// The confidence, from 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: Rule,
}

/// Mentions of the same entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The kind of entity.
    pub kind: EntityKind,
    /// The longest name.
    pub name: String,
    /// The other names.
    pub aliases: Vec<String>,
    /// The indices of the mentions.
    pub mentions: Vec<usize>,
}

/// The tokens without a leading "the".
pub(super) fn without_article(document: &Document, tokens: Range<usize>) -> Range<usize> {
    let is_article = |at: &usize| {
        let token = document.token(*at);
        token.is_some_and(|token| token.is(DETERMINER) && token.first != 'O')
    };
    let last = tokens.end.saturating_sub(1);
    let articles = (tokens.start..last).take_while(is_article).count();
    tokens.start + articles..tokens.end
}

/// Adds short names of organisations that were named in full before ("the commission"),
/// then groups the mentions.
#[must_use]
pub fn link(document: &Document, names: &mut Vec<Name>) -> Vec<Linked> {
    add_short_names(document, names);
    let mut linker = Linker {
        document,
        linked: Vec::new(),
        by_name: HashMap::new(),
        by_part: HashMap::new(),
    };
    for (number, name) in names.iter().enumerate() {
        linker.add(number, name);
    }
    linker.linked
}

struct Linker<'d, 't> {
    document: &'d Document<'t>,
    linked: Vec<Linked>,
    by_name: HashMap<(EntityKind, String), usize>,
    /// The words of personal names, and acronyms.
    by_part: HashMap<(EntityKind, u32), usize>,
}

impl Linker<'_, '_> {
    fn add(&mut self, number: usize, name: &Name) {
        let words = spaced(self.document.bytes(&name.tokens).of(self.document.text));
        let canonical = match (name.kind, name.date) {
            (EntityKind::Date, Some(date)) => date.in_words(),
            (EntityKind::Person, _) if name.rule == Rule::Turn => in_lower_case(&words),
            _ => words.clone(),
        };
        let key = canonical.to_lowercase();
        let tokens = self.document.slice(&name.tokens);
        let first_word = tokens.first().map_or(0, |token| token.word);
        let known = self
            .by_name
            .get(&(name.kind, key.clone()))
            .copied()
            .or_else(|| match name.kind {
                EntityKind::Person if tokens.len() == 1 => {
                    self.by_part.get(&(EntityKind::Person, first_word)).copied()
                }
                EntityKind::Person if tokens.len() > 1 => {
                    // First "Guo", then "Guo Jiakun".
                    let last = tokens.last().map_or(0, |token| token.word);
                    [last, first_word].into_iter().find_map(|word| {
                        let index = self.by_part.get(&(EntityKind::Person, word)).copied()?;
                        let single = self.linked.get(index)?;
                        (!single.name.contains(' ')).then_some(index)
                    })
                }
                EntityKind::Organisation => self
                    .by_part
                    .get(&(EntityKind::Organisation, first_word))
                    .copied()
                    .filter(|_| tokens.len() == 1),
                _ => None,
            });
        let short = if name.rule == Rule::ShortName {
            self.short(tokens)
        } else {
            None
        };
        let index = known.or(short).unwrap_or_else(|| {
            self.linked.push(Linked {
                kind: name.kind,
                name: canonical.clone(),
                aliases: Vec::new(),
                mentions: Vec::new(),
            });
            self.linked.len() - 1
        });
        if let Some(entity) = self.linked.get_mut(index) {
            entity.mentions.push(number);
            let mut alias = words.clone();
            if alias != entity.name {
                if name.kind == EntityKind::Person
                    && alias.len() > entity.name.len()
                    && alias.contains(' ')
                {
                    std::mem::swap(&mut entity.name, &mut alias);
                }
                if alias != entity.name
                    && !entity.aliases.contains(&alias)
                    && entity.aliases.len() < 12
                {
                    entity.aliases.push(alias);
                }
            }
        }
        self.by_name.insert((name.kind, key), index);
        match name.kind {
            EntityKind::Person => {
                for token in tokens {
                    if token.kind == TokenKind::Word && token.is_capital() {
                        self.by_part.insert((EntityKind::Person, token.word), index);
                    }
                }
            }
            EntityKind::Organisation if tokens.len() > 1 => {
                if let Some(acronym) = self.acronym_behind(&name.tokens) {
                    self.by_part
                        .insert((EntityKind::Organisation, acronym), index);
                }
                let initials: String = tokens
                    .iter()
                    .filter(|token| token.is_capital())
                    .flat_map(|token| token.first.to_lowercase())
                    .collect();
                if initials.len() > 2 {
                    self.by_part
                        .insert((EntityKind::Organisation, word_hash(&initials)), index);
                }
                if let Some(last) = tokens.last().filter(|last| last.is(ORG_WORD)) {
                    self.by_part.insert((EntityKind::Other, last.word), index);
                }
            }
            _ => {}
        }
    }

    fn short(&self, tokens: &[Token]) -> Option<usize> {
        let last = tokens.last()?;
        self.by_part.get(&(EntityKind::Other, last.word)).copied()
    }

    /// The acronym directly after a name: "(KCNA)".
    fn acronym_behind(&self, tokens: &Range<usize>) -> Option<u32> {
        let open = self.document.token(tokens.end)?;
        let acronym = self.document.token(tokens.end + 1)?;
        let close = self.document.token(tokens.end + 2)?;
        (open.is_mark('(')
            && close.is_mark(')')
            && acronym.kind == TokenKind::Word
            && acronym.is_capital())
        .then_some(acronym.word)
    }
}

/// Adds short names such as "the commission", if a European Commission was named before.
fn add_short_names(document: &Document, names: &mut Vec<Name>) {
    let mut added = Vec::new();
    let mut heads: HashMap<u32, usize> = HashMap::new();
    let mut next = names.iter().peekable();
    let the = word_hash("the");
    let mut at = 0;
    while at < document.tokens.len() {
        if let Some(name) = next.peek()
            && name.tokens.start <= at
        {
            if name.kind == EntityKind::Organisation
                && name.tokens.len() > 1
                && let Some(last) = document.token(name.tokens.end - 1)
                && last.is(ORG_WORD)
            {
                *heads.entry(last.word).or_default() += 1;
            }
            at = name.tokens.end.max(at + 1);
            next.next();
            continue;
        }
        let token = document.token(at);
        if token.is_some_and(|token| token.word == the)
            && let Some(head) = document.token(at + 1)
            && heads.contains_key(&head.word)
            && next.peek().is_none_or(|name| name.tokens.start > at + 1)
            && !document.token(at + 2).is_some_and(|after| {
                after.kind == TokenKind::Word
                    && (after.is_capital() || after.word == word_hash("of"))
            })
        {
            added.push(Name {
                tokens: at..at + 2,
                kind: EntityKind::Organisation,
                date: None,
                confidence: 0.6,
                rule: Rule::ShortName,
            });
            at += 1;
        }
        at += 1;
    }
    if !added.is_empty() {
        names.append(&mut added);
        names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    }
}

/// A name in capitals as it is usually written: "IRENE CALDER" is "Irene Calder".
fn in_lower_case(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut begins = true;
    name.chars()
        .flat_map(|c| {
            let lower = !std::mem::replace(&mut begins, !c.is_alphabetic());
            let (c, changed) = if lower {
                (' ', Some(c.to_lowercase()))
            } else {
                (c, None)
            };
            changed
                .is_none()
                .then_some(c)
                .into_iter()
                .chain(changed.into_iter().flatten())
        })
        .collect()
}

/// Replaces runs of white space by single spaces.
fn spaced(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}
