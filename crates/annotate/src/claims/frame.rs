//! One sentence as the rules see it: what is quoted, where the reporting verbs stand, who
//! could be their subject, what could be their content.

use std::ops::Range;

use crate::Rule;
use crate::document::Document;
use crate::lexicon::{
    ADDRESSEE, ADVERB, AUXILIARY, CLAUSE, CONJUNCTION, CUE, Cue, DETERMINER, MONTH, ORG, PARTICLE,
    PLACE, PREPOSITION, PRONOUN, QUOTE, ROLE, STRONG, SUBJECT, SURNAME, THAT, TITLE, VERB,
    VerbForm, WEEKDAY,
};
use crate::patterns::is_one_of;
use crate::quotes::Quoted;
use crate::tokens::{Case, Token, TokenKind};

/// A sentence with what is quoted in it. A quotation of several sentences keeps them in one.
pub(super) struct Frame<'d, 't> {
    pub(super) document: &'d Document<'t>,
    /// Its tokens.
    pub(super) range: Range<usize>,
    /// The quotations that begin in it, in order.
    pub(super) quotes: &'d [Quoted],
}

impl Frame<'_, '_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.range
            .contains(&at)
            .then(|| self.document.token(at))
            .flatten()
    }

    pub(super) fn is_capital_at(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capital)
    }

    pub(super) fn hash(&self, at: usize) -> u32 {
        self.token(at).map_or(0, |token| token.word)
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    pub(super) fn is(&self, at: usize, classes: u32) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    /// The end of the sentence without the marks that close it.
    pub(super) fn end(&self) -> usize {
        let mut end = self.range.end;
        while end > self.range.start
            && self.quote_of(end - 1).is_none()
            && self.token(end - 1).is_some_and(|token| {
                token.kind == TokenKind::Mark && matches!(token.first, '.' | '!' | '?' | '…' | ';')
            })
        {
            end -= 1;
        }
        end
    }

    /// Whether a word is an adverb: of the list, or by its ending.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.is(ADVERB)
                || token.case == Case::Lower
                    && !token.is(ROLE)
                    && self.document.word(at).len() > 4
                    && self.document.word(at).ends_with("ly")
                    && !is_one_of!(
                        token.word,
                        "family",
                        "rally",
                        "daily",
                        "weekly",
                        "monthly",
                        "quarterly",
                        "assembly",
                        "supply",
                        "monopoly",
                        "elderly",
                        "anomaly",
                        "reply",
                        "bully",
                        "deadly",
                        "friendly",
                        "costly",
                        "likely",
                        "unlikely",
                        "lonely",
                        "lovely",
                        "ugly",
                        "silly",
                        "scholarly",
                        "butterfly"
                    )
        })
    }

    /// "it", "there", "who", or an article with nothing behind it.
    pub(super) fn is_bare_pronoun(&self, words: &Range<usize>) -> bool {
        words.len() == 1
            && (self.is(words.start, DETERMINER)
                || is_one_of!(
                    self.hash(words.start),
                    "it",
                    "there",
                    "who",
                    "which",
                    "that",
                    "we",
                    "you",
                    "i"
                ))
    }

    /// Whether most words have capitals.
    pub(super) fn is_headline(&self) -> bool {
        let (mut capital, mut lower) = (0, 0);
        for at in self.range.clone().take(30) {
            match self.token(at) {
                Some(token) if token.is_capital() => capital += 1,
                Some(token) if token.case == Case::Lower => lower += 1,
                _ => {}
            }
        }
        capital > 2 * lower
    }

    /// Past the particle of "pointed out".
    fn after_particle(&self, at: usize) -> usize {
        let particle = is_one_of!(self.hash(at - 1), "point", "points", "pointed", "pointing")
            && is_one_of!(self.hash(at), "out");
        at + usize::from(particle)
    }

    /// Whether an adverb behind a verb belongs to what follows and not to the verb.
    fn is_within_clause(&self, at: usize) -> bool {
        is_one_of!(
            self.hash(at),
            "only",
            "nearly",
            "almost",
            "about",
            "just",
            "even",
            "all",
            "perhaps",
            "maybe",
            "probably",
            "never",
            "not",
            "too"
        ) || is_one_of!(self.hash(at), "there") && self.is(at + 1, AUXILIARY)
    }

    /// Whether a sentence opens with a participle: "Speaking to reporters", not "Beijing".
    pub(super) fn is_participle(&self, at: usize) -> bool {
        let name = PLACE | ORG | ROLE | SURNAME | TITLE;
        self.document.word(at).ends_with("ing")
            && !self.is(at, name)
            && self
                .token(at + 1)
                .is_some_and(|next| next.case == Case::Lower && !next.is(CUE | VERB | AUXILIARY))
    }

    /// Past adverbs from `at` on.
    pub(super) fn after_adverbs(&self, mut at: usize) -> usize {
        while self.is_adverb(at) && !self.is(at, PARTICLE) {
            at += 1;
        }
        at
    }

    /// Where the content of a verb that stands before it begins, and by which rule.
    pub(super) fn content_after(&self, at: usize, cue: Cue) -> Option<(usize, Rule)> {
        let mut first = self.after_adverbs(self.after_particle(at + 1));
        // "said Tuesday: …"
        if self.is(first, WEEKDAY) && !self.is(first + 1, AUXILIARY | VERB) {
            first = self.after_adverbs(first + 1);
        }
        let mut place = first;
        let mut in_phrase = false;
        let mut addressee = false;
        let end = self.end().min(at + 26);
        while place < end {
            if let Some(quoted) = self.quote_at(place) {
                // "says on “The Countdown”" names what it says it on.
                let named = in_phrase
                    && self.is(place - 1, PREPOSITION | DETERMINER)
                    && !is_one_of!(self.hash(place - 1), "as", "like", "that")
                    || place > first
                        && self.is_title(quoted)
                        && self.token(place - 1).is_some_and(|before| {
                            before.kind == TokenKind::Word
                                && (before.is_capital() || before.is_possessive())
                                || before.is_mark('’')
                                || before.is(PREPOSITION | DETERMINER)
                                || is_one_of!(
                                    before.word,
                                    "program",
                                    "programme",
                                    "show",
                                    "series",
                                    "podcast"
                                )
                        });
                if self.is_tied_to_later(quoted) {
                    return None;
                }
                let named = named || self.is_label(quoted);
                if !named && cue.frames & (QUOTE | CLAUSE | ADDRESSEE) != 0 {
                    return Some((place, Rule::CueQuote));
                }
                place = quoted.whole.end;
                continue;
            }
            let token = self.token(place)?;
            if token.kind == TokenKind::Mark {
                if token.first == ':' {
                    return (place + 1 < self.end()).then_some((place + 1, Rule::CueColon));
                }
                if token.first == ',' {
                    let next = place + 1;
                    if self.quote_at(next).is_some()
                        && cue.frames & (QUOTE | CLAUSE | ADDRESSEE) != 0
                    {
                        return Some((next, Rule::CueQuote));
                    }
                    if place == first || !in_phrase && !addressee {
                        return self
                            .after_aside(place)
                            .filter(|_| cue.frames & (CLAUSE | THAT) != 0)
                            .map(|start| (start, Rule::CueThat));
                    }
                    if is_one_of!(self.hash(next), "that") {
                        return Some((next + 1, Rule::CueThat));
                    }
                    return None;
                }
                if matches!(token.first, '-' | '\'' | '’' | '&' | '$' | '£' | '€' | '%') {
                    place += 1;
                    continue;
                }
                return None;
            }
            let clausal = cue.frames & (CLAUSE | THAT) != 0;
            // "that, if elected, she would stay", not "did not mean that, she said"
            if is_one_of!(token.word, "that") && clausal && self.mark(place + 1, ',') {
                let close = (place + 3..place + 18).find(|at| self.mark(*at, ','));
                return close.map(|close| (close + 1, Rule::CueThat));
            }
            if is_one_of!(token.word, "that") && clausal {
                return Some((place + 1, Rule::CueThat));
            }
            if is_one_of!(token.word, "whether", "how", "why", "what", "if")
                && clausal
                && (place == first || addressee || in_phrase && is_one_of!(token.word, "whether"))
            {
                return Some((place, Rule::CueQuestion));
            }
            let bare = cue.frames & CLAUSE != 0 || addressee;
            if place == first && cue.frames & ADDRESSEE != 0 && !token.is(PREPOSITION) {
                addressee = true;
                place = self.after_addressee(place);
                continue;
            }
            if (place == first || addressee && !in_phrase)
                && bare
                && !token.is(PREPOSITION | CONJUNCTION)
            {
                // "could claim their pensions"
                let claim = is_one_of!(self.hash(at), "claim", "claims", "claimed");
                let owned =
                    claim && is_one_of!(token.word, "their", "his", "her", "its", "our", "my");
                let sure = cue.frames & STRONG != 0
                    && place + 3 < self.end()
                    && cue.form != VerbForm::Ing
                    && !owned
                    && !token.is_mark(',');
                // "said only judges should": the adverb is the clause's.
                let mut start = place;
                while start > at + 1 && self.is_within_clause(start - 1) {
                    start -= 1;
                }
                return (sure || self.is_clause(place)).then_some((start, Rule::CueClause));
            }
            if in_phrase
                && bare
                && !self.is(place - 1, PREPOSITION | DETERMINER)
                && token.is(SUBJECT | DETERMINER)
                && !is_one_of!(token.word, "who")
                && self.is_clause(place)
            {
                return Some((place, Rule::CueClause));
            }
            // "jobs added in October were": the verb belongs to its subject alone.
            if in_phrase
                && token.is(AUXILIARY)
                && token.case == Case::Lower
                && !token.is_possessive()
            {
                return None;
            }
            if token.is(PREPOSITION | WEEKDAY) {
                in_phrase = true;
            } else if token.is(CONJUNCTION)
                && !is_one_of!(token.word, "and", "as", "after", "before", "since", "until")
            {
                return None;
            } else if !in_phrase && !addressee {
                if cue.frames & (THAT | CLAUSE) != 0 {
                    return None;
                }
                in_phrase = true;
            }
            place += 1;
        }
        None
    }

    /// "explains, in a satirical fashion, that": the token behind "that".
    fn after_aside(&self, comma: usize) -> Option<usize> {
        let close = (comma + 2..comma + 16).find(|at| self.mark(*at, ','))?;
        is_one_of!(self.hash(close + 1), "that").then_some(close + 2)
    }

    /// Past the one who is told something: "him", "the BBC", "a group of reporters".
    pub(super) fn after_addressee(&self, at: usize) -> usize {
        if self.is(at, PRONOUN) && !self.is(at, DETERMINER) {
            return at + 1;
        }
        let mut place = at;
        let limit = (at + 7).min(self.end());
        let mut named = false;
        while place < limit {
            let Some(token) = self.token(place) else {
                break;
            };
            let counted = token.kind == TokenKind::Number && is_one_of!(self.hash(place - 1), "of");
            let within = (token.kind == TokenKind::Word || counted)
                && !token.is(AUXILIARY | CONJUNCTION | PARTICLE | SUBJECT)
                && (place == at || !token.is(DETERMINER) || self.is(place - 1, PREPOSITION))
                && (!token.is(PREPOSITION) || is_one_of!(token.word, "of"));
            if !within
                || (named
                    && !token.is_capital()
                    && !token.is(ROLE)
                    && !is_one_of!(token.word, "of"))
            {
                break;
            }
            // A bare clause begins with a capital again: "told reporters Iran was".
            if place > at
                && token.is_capital()
                && !self.is(place - 1, DETERMINER | PREPOSITION)
                && !self.is_capital_at(place - 1)
            {
                break;
            }
            named |= token.is_capital();
            place += 1;
        }
        place.max(at + 1)
    }

    /// Whether a clause begins at `at`: somebody, then a verb.
    pub(super) fn is_clause(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else {
            return false;
        };
        let next = self.token(at + 1);
        if token.is(SUBJECT)
            && !token.is(DETERMINER)
            && next.is_some_and(|next| next.kind == TokenKind::Word)
        {
            return !is_one_of!(token.word, "who");
        }
        let end = self.end().min(at + 28);
        for place in at + 1..end {
            let Some(token) = self.token(place) else {
                break;
            };
            if token.kind == TokenKind::Mark && matches!(token.first, ';' | ':' | '(') {
                break;
            }
            // A list of things, not somebody in apposition.
            if token.is_mark(',')
                && !self.is(place + 1, DETERMINER)
                && !self.is_capital_at(place + 1)
            {
                break;
            }
            if is_one_of!(
                token.word, "who", "which", "whom", "whose", "that", "where", "how", "why", "what",
                "if", "when", "because"
            ) {
                return false;
            }
            let joined = is_one_of!(self.hash(place - 1), "and", "or");
            if token.is(VERB)
                && token.case == Case::Lower
                && !joined
                && !self.is(place - 1, DETERMINER | PREPOSITION)
                && !token.is_possessive()
            {
                return true;
            }
            if token.is(AUXILIARY)
                && !joined
                && !token.is_possessive()
                && !is_one_of!(token.word, "be", "been", "being", "having", "not")
            {
                return true;
            }
            let word = self.document.word(place);
            if token.case == Case::Lower
                && !token.is(PREPOSITION | DETERMINER | ADVERB)
                && (word.ends_with("ed")
                    && word.len() > 4
                    && !self.is(place - 1, DETERMINER | PREPOSITION)
                    || token.is(CUE) && !self.is(place - 1, DETERMINER | PREPOSITION))
            {
                return true;
            }
            if token.is(SUBJECT)
                && !token.is(DETERMINER)
                && !is_one_of!(token.word, "who", "it", "you")
            {
                return true;
            }
        }
        false
    }

    /// Whether what stands before "he said" can be what he said: it has a verb or is long,
    /// and is not only the time or the condition of another sentence ("In 1892, he", "If so, he").
    pub(super) fn is_statement(&self, content: &[Range<usize>]) -> bool {
        let Some(range) = content.first() else {
            return false;
        };
        if range.clone().any(|at| self.quote_of(at).is_some()) {
            return true;
        }
        let comma = range.clone().any(|at| self.mark(at, ','));
        let led = self.is(range.start, PREPOSITION | CONJUNCTION)
            && !is_one_of!(self.hash(range.start), "and", "but", "so", "or", "that");
        let verb = range.clone().skip(1).any(|at| {
            self.token(at).is_some_and(|token| {
                token.case == Case::Lower
                    && (token.is(AUXILIARY | VERB) || self.document.word(at).ends_with("ed"))
            })
        });
        let word = self.document.word(range.start);
        let long = range.len() > 9 && !word.ends_with("ing") && !word.ends_with("ed");
        (verb || long) && (comma || !led)
    }

    /// Whether a month, a day of the week or "today" stands at `at`.
    pub(super) fn is_time(&self, at: usize) -> bool {
        self.is(at, MONTH | WEEKDAY)
            || is_one_of!(
                self.hash(at),
                "today",
                "yesterday",
                "tomorrow",
                "tonight",
                "morning",
                "afternoon",
                "evening",
                "night",
                "week",
                "month",
                "year",
                "time",
                "earlier",
                "later"
            )
    }
}
