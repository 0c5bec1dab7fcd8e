//! Questions about who said what, as filters: "what did X say about Y", "who said …", "why did X
//! criticise Y", and "X on Y" where X is a speaker.

use super::facet::Facet;
use super::filter_result::SoughtName;
use super::indexed_article::IndexedArticle;
use super::view::View;
use model::{EntityId, Stance};
use search::{Hits, Query};
use text::words::words;

/// A question about who said what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The speakers asked about, as values of [`Facet::Speaker`]. Empty for "who".
    pub speakers: Vec<String>,
    /// The subject, as values of [`Facet::About`]; empty if it is none of them.
    pub about: Vec<String>,
    /// The stance of the verb: "criticise", "promise".
    pub stance: Option<Stance>,
    /// The words of the subject, if it is no value of [`Facet::About`].
    pub words: String,
    /// The subject as written.
    topic: String,
}

const OPENERS: [&str; 7] = ["what", "why", "how", "when", "where", "which", "did"];

const AUXILIARIES: [&str; 14] = [
    "did", "do", "does", "has", "have", "had", "is", "are", "was", "were", "will", "would",
    "could", "can",
];

/// What joins a verb to its subject.
const LINKS: [&str; 16] = [
    "about",
    "of",
    "on",
    "over",
    "regarding",
    "concerning",
    "to",
    "for",
    "that",
    "with",
    "against",
    "in",
    "the",
    "a",
    "as",
    "any",
];

/// The beginnings of verbs of saying, with the stance of the speaker. Short ones are whole words.
const VERBS: [(&str, Option<Stance>); 42] = [
    ("say", None),
    ("says", None),
    ("said", None),
    ("saying", None),
    ("think", None),
    ("thinks", None),
    ("thought", None),
    ("tell", None),
    ("told", None),
    ("claim", None),
    ("comment", None),
    ("announc", None),
    ("declar", None),
    ("explain", None),
    ("argue", None),
    ("mention", None),
    ("write", None),
    ("wrote", None),
    ("speak", None),
    ("spoke", None),
    ("talk", None),
    ("promis", Some(Stance::Promises)),
    ("pledg", Some(Stance::Promises)),
    ("commit", Some(Stance::Promises)),
    ("ask", Some(Stance::Asks)),
    ("asked", Some(Stance::Asks)),
    ("demand", Some(Stance::Asks)),
    ("urge", Some(Stance::Asks)),
    ("urged", Some(Stance::Asks)),
    ("call", Some(Stance::Asks)),
    ("called", Some(Stance::Asks)),
    ("warn", Some(Stance::Warns)),
    ("deny", Some(Stance::Denies)),
    ("denied", Some(Stance::Denies)),
    ("denies", Some(Stance::Denies)),
    ("critici", Some(Stance::Criticises)),
    ("condemn", Some(Stance::Criticises)),
    ("denounc", Some(Stance::Criticises)),
    ("blame", Some(Stance::Criticises)),
    ("support", Some(Stance::Supports)),
    ("prais", Some(Stance::Supports)),
    ("thank", Some(Stance::Supports)),
];

/// The shortest beginning that longer words may have.
const LEAST_BEGINNING: usize = 4;

fn verb(word: &str) -> Option<Option<Stance>> {
    let is = |known: &str| {
        word == known || (known.len() >= LEAST_BEGINNING && is_form(word.strip_prefix(known)))
    };
    let found = VERBS.iter().find(|(known, _)| is(known));
    found.map(|(_, stance)| *stance)
}

/// Whether this is the ending of a verb.
fn is_form(ending: Option<&str>) -> bool {
    let endings = [
        "e", "es", "ed", "ing", "s", "se", "ze", "ses", "zes", "sed", "zed", "sing", "zing", "d",
        "t", "ted", "ting",
    ];
    ending.is_some_and(|ending| endings.contains(&ending))
}

impl Question {
    /// Whether a query has the form of a question, without looking at what it asks about.
    #[must_use]
    pub fn may_be(query: &str) -> bool {
        let is = |word: &str, list: &[&str]| list.iter().any(|it| it.eq_ignore_ascii_case(word));
        let mut words = query.split_whitespace();
        let Some(first) = words.next() else {
            return false;
        };
        let rest: Vec<&str> = words.collect();
        let asks = is(first, &["who"]) || is(first, &OPENERS) || is(first, &AUXILIARIES);
        !rest.is_empty() && (asks || rest.iter().any(|word| is(word, &["on", "about"])))
    }

    /// Recognises a question. `None` if the query is none, or if nobody of that name speaks.
    #[must_use]
    pub fn of(query: &str, indexed: &IndexedArticle) -> Option<Self> {
        if query.contains(['"', '“', ':']) {
            return None;
        }
        let written: Vec<&str> = words(query).map(|word| word.of(query)).collect();
        let lower: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
        let is = |at: usize, list: &[&str]| {
            let word = lower.get(at).map(String::as_str);
            word.is_some_and(|word| list.contains(&word))
        };
        let found = if is(0, &["who"]) {
            let at = 1 + usize::from(is(1, &AUXILIARIES));
            let stance = verb(lower.get(at)?)?;
            Self {
                stance,
                topic: topic(written.get(at + 1..)?),
                ..Self::default()
            }
        } else if is(0, &OPENERS) || is(0, &AUXILIARIES) {
            let opener = usize::from(is(0, &OPENERS) && !is(0, &AUXILIARIES));
            let first = opener + usize::from(is(opener, &AUXILIARIES));
            let at = (first + 1..lower.len())
                .find(|at| lower.get(*at).is_some_and(|word| verb(word).is_some()))?;
            Self {
                speakers: speakers(written.get(first..at)?, indexed)?,
                stance: lower.get(at).and_then(|word| verb(word)).flatten(),
                topic: topic(written.get(at + 1..)?),
                ..Self::default()
            }
        } else {
            let at = (1..lower.len()).find(|at| is(*at, &["on", "about"]))?;
            let named = named(written.get(..at)?, indexed);
            Self {
                speakers: Some(named).filter(|named| !named.is_empty())?,
                topic: topic(written.get(at + 1..)?),
                ..Self::default()
            }
        };
        (!found.topic.is_empty() || !found.speakers.is_empty()).then(|| found.about(indexed))
    }

    /// The question in a query and the claims that [answer](Self::answers) it; `None` if it is no
    /// question, or if no claim answers it.
    #[must_use]
    pub fn answered(query: &str, indexed: &IndexedArticle) -> Option<(Self, Vec<usize>)> {
        let question = Self::of(query, indexed)?;
        let answers = question.answers(indexed);
        (!answers.is_empty()).then_some((question, answers))
    }

    /// Finds the values that the topic names.
    fn about(mut self, indexed: &IndexedArticle) -> Self {
        let topic = SoughtName::of(&self.topic);
        let named = indexed.values(Facet::About).iter().filter(|value| {
            !self.topic.is_empty() && topic.is_of(indexed, &EntityId::new(&value.id))
        });
        self.about = named.map(|value| value.id.clone()).collect();
        if self.about.is_empty() {
            self.words.clone_from(&self.topic);
        }
        self
    }

    /// The view with the question as filters.
    #[must_use]
    pub fn view(&self, view: &View) -> View {
        let mut asked = view.clone();
        asked.query = self.words.as_str().into();
        for (facet, values) in [
            (Facet::Speaker, &self.speakers),
            (Facet::About, &self.about),
        ] {
            asked.filters.clear(facet);
            for value in values {
                asked.filters.choose(facet, value);
            }
        }
        if let Some(stance) = self.stance {
            asked.filters.clear(Facet::Stance);
            asked.filters.choose(Facet::Stance, stance.as_str());
        }
        asked
    }

    /// The claims that answer the question, best first: those of the speakers, by the words of the
    /// topic that they have, what they are about, and their stance.
    #[must_use]
    pub fn answers(&self, indexed: &IndexedArticle) -> Vec<usize> {
        let query = Query::parse(&format!("{} ", self.topic));
        let sought = indexed.index().look_up(&query, None);
        let hits = Hits::of_sought(&query, indexed.index(), &sought);
        let claims = 0..indexed.article.claims.len();
        let holds: Vec<Vec<bool>> = sought
            .iter()
            .zip(&hits.terms)
            .map(|(term, hits)| {
                let entities = indexed.article.entities.iter().zip(indexed.names());
                let called = entities.filter(|(_, names)| {
                    let mut names = names.iter();
                    names.any(|name| term.is_in(name))
                });
                let called: Vec<&EntityId> = called.map(|(entity, _)| &entity.id).collect();
                let holds = |claim: usize| {
                    let searched = indexed.facts(claim).map(|facts| facts.searched.iter());
                    let about = indexed.article.claims.get(claim).map(|claim| &claim.about);
                    hits.stand_within(searched.into_iter().flatten().copied())
                        || about.is_some_and(|about| about.iter().any(|id| called.contains(&id)))
                };
                claims.clone().map(holds).collect()
            })
            .collect();
        let weights: Vec<f32> = holds
            .iter()
            .map(|holds| {
                let count = holds.iter().filter(|holds| **holds).count() as f32;
                (1.0 + claims.len() as f32 / (1.0 + count)).ln()
            })
            .collect();
        let score = |claim: usize| {
            let words = holds.iter().zip(&weights);
            let words = words.filter(|(holds, _)| holds.get(claim) == Some(&true));
            let sum: f32 = words.map(|(_, weight)| *weight).sum();
            let stance = indexed.article.claims.get(claim).map(|claim| claim.stance);
            let agrees = self.stance.is_some() && stance == self.stance;
            let is_of_topic = sum > 0.0 || holds.is_empty();
            is_of_topic.then_some(sum + if agrees { 1.0 } else { 0.0 })
        };
        let mut found: Vec<(f32, usize)> = claims
            .clone()
            .filter(|claim| {
                let speaker = indexed.speaker_of(*claim);
                self.speakers.is_empty() || self.speakers.iter().any(|known| known == speaker)
            })
            .filter_map(|claim| Some((score(claim)?, claim)))
            .collect();
        model::sort(&mut found, |(a, first), (b, second)| {
            b.total_cmp(a).then(first.cmp(second))
        });
        found.into_iter().map(|(_, claim)| claim).collect()
    }
}

/// The words after a verb, without those that join them to it.
fn topic(words: &[&str]) -> String {
    let is_link = |word: &&&str| LINKS.contains(&word.to_lowercase().as_str());
    let links = words.iter().take_while(is_link).count();
    words.get(links..).unwrap_or_default().join(" ")
}

/// The speakers with a name; words before the name, such as a title, may be left out.
fn speakers(written: &[&str], indexed: &IndexedArticle) -> Option<Vec<String>> {
    let mut beginnings = 0..written.len();
    beginnings.find_map(|start| {
        let found = named(written.get(start..)?, indexed);
        (!found.is_empty()).then_some(found)
    })
}

/// The speakers with exactly these words in their names.
fn named(written: &[&str], indexed: &IndexedArticle) -> Vec<String> {
    // With a blank at the end, no word is the beginning of another.
    let name = SoughtName::of(&format!("{} ", written.join(" ")));
    let values = indexed.values(Facet::Speaker).iter();
    let called = values.filter(|value| name.is_of(indexed, &EntityId::new(&value.id)));
    called.map(|value| value.id.clone()).collect()
}
