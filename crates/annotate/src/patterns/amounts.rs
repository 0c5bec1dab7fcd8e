//! Amounts: sums of money, percentages, quantities with a unit.

use super::{Pattern, Reader, found};
use crate::Rule;
use crate::lexicon::{AUXILIARY, CURRENCY, CURRENCY_CODE, PEOPLE, PREPOSITION, SCALE, UNIT};
use crate::patterns::is_one_of;
use crate::tokens::TokenKind;
use model::EntityKind;

const MONEY: Rule = Rule::SumOfMoney;

/// The maximum number of scale words in a sum: "a hundred thousand million".
const MOST_SCALES: usize = 3;

impl Reader<'_, '_> {
    pub(super) fn is_scale(&self, at: usize) -> bool {
        self.is(at, SCALE)
    }

    /// The token after the scale words at `at`.
    fn after_scales(&self, at: usize) -> usize {
        let most = at + MOST_SCALES;
        (at..most)
            .find(|place| !self.is_scale(*place))
            .unwrap_or(most)
    }

    /// A sum of money: "$1.5 billion", "US$ 20,000", "9 billion euros", "millions of
    /// dollars".
    pub(super) fn money(&self, at: usize) -> Option<Pattern> {
        let token = self.token(at)?;
        let sign = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.kind == TokenKind::Mark
                    && matches!(token.first, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₩')
            })
        };
        let code = is_one_of!(
            token.word, "us", "u.s.", "a", "c", "hk", "nz", "au", "ca", "s", "can", "rs", "eur",
            "usd", "gbp", "chf", "cad", "aud", "jpy", "inr", "rmb"
        ) && token.first.is_uppercase();
        let mut end = if sign(at) {
            at + 1
        } else if code
            && sign(at + 1)
            // "A $5 plan" does not mean Australian dollars.
            && !(self.document.word(at).len() == 1 && self.token(at + 1)?.spaced)
        {
            at + 2
        } else if code && token.is(CURRENCY_CODE) {
            at + 1
        } else {
            return self.money_behind(at);
        };
        if !self.is_number(end) {
            return None;
        }
        end += 1;
        if let Some(end) = self.parted_cents(end) {
            return Some(found(at..end, EntityKind::Money, 0.9, MONEY));
        }
        // A number split by spaces: "2. 80", "530, 000".
        while self
            .token(end)
            .is_some_and(|token| token.is_mark(',') || token.is_mark('.'))
            && self.token(end).is_some_and(|token| !token.spaced)
            && self.is_number(end + 1)
            && self.document.word(end + 1).len() <= 3
            && self
                .document
                .word(end + 1)
                .bytes()
                .all(|byte| byte.is_ascii_digit())
            && (self.token(end).is_some_and(|token| token.is_mark('.'))
                || self.document.word(end + 1).len() == 3)
        {
            end += 2;
        }
        while self.is_scale(end)
            || (self.token(end).is_some_and(|token| token.is_mark('-')) && self.is_scale(end + 1))
        {
            end += 1;
        }
        Some(found(at..end, EntityKind::Money, 0.97, MONEY))
    }

    fn money_behind(&self, at: usize) -> Option<Pattern> {
        let mut end;
        if self.is_number(at) || self.is_number_word(at) {
            end = self.after_scales(at + 1);
        } else if is_one_of!(
            self.hash(at),
            "millions",
            "billions",
            "thousands",
            "hundreds",
            "tens"
        ) && is_one_of!(self.hash(at + 1), "of")
        {
            end = self.after_scales(at + 2);
            // "hundreds of thousands of"
            if is_one_of!(self.hash(end), "of") {
                end = self.after_scales(end + 1);
            }
        } else {
            return None;
        }
        // "two Jordanian dinars", "50 US dollars"
        if self.token(end).is_some_and(|token| token.is(PEOPLE))
            || is_one_of!(self.hash(end), "us", "u.s.", "hong", "swiss")
        {
            end += 1;
            if is_one_of!(self.hash(end), "kong") {
                end += 1;
            }
        }
        let unit = self.is(end, CURRENCY);
        // "a 385 million mark deal", not "the 100 mark", nor "in 2004 won".
        let unit = unit
            || is_one_of!(self.hash(end), "mark", "won")
                && (self.is_scale(end - 1) || self.document.word(end - 1).contains(','));
        unit.then(|| found(at..end + 1, EntityKind::Money, 0.95, MONEY))
    }

    /// The end of a sum that was split at its full stop, which looks like the end of a
    /// sentence: "£59. 5 million", "£2. 10; ".
    fn parted_cents(&self, stop: usize) -> Option<usize> {
        let document = self.document;
        let digits = document.token(stop + 1)?;
        let word = document.word(stop + 1);
        let whole = document.token(stop)?;
        let after = document.token(stop + 2);
        let parted = whole.is_mark('.')
            && !whole.spaced
            && digits.kind == TokenKind::Number
            && digits.spaced
            && word.bytes().take_while(u8::is_ascii_digit).count() <= 2;
        if !parted {
            return None;
        }
        let scaled = super::is_one_of!(
            after.map_or(0, |after| after.word),
            "million",
            "billion",
            "trillion",
            "bn",
            "mn",
            "m"
        );
        let letters = word.ends_with(|c: char| c.is_ascii_alphabetic());
        let closed = after.is_none_or(|after| {
            after.kind == TokenKind::Mark && !after.spaced || after.is(PREPOSITION | AUXILIARY)
        });
        (scaled || letters || closed).then_some(stop + 2 + usize::from(scaled))
    }

    /// A percentage: "3.5 per cent", "10-15%", "two percentage points".
    pub(super) fn percentage(&self, at: usize) -> Option<Pattern> {
        if !self.is_number(at) && !self.is_number_word(at) {
            return None;
        }
        let mut end = at + 1;
        if (self.mark(end, '-') || self.mark(end, '–') || is_one_of!(self.hash(end), "to"))
            && self.is_number(end + 1)
        {
            end += 2;
        }
        let length = if self.mark(end, '%')
            || is_one_of!(self.hash(end), "percent", "pct", "percentage")
                && !is_one_of!(self.hash(end + 1), "point", "points")
        {
            1
        } else if is_one_of!(self.hash(end), "per") && is_one_of!(self.hash(end + 1), "cent")
            || is_one_of!(self.hash(end), "percentage")
        {
            2
        } else {
            return None;
        };
        let tokens = at..(end + length).min(self.end);
        Some(found(tokens, EntityKind::Other, 0.95, Rule::Percentage))
    }

    /// A quantity: "40 kilometres", "1.2 million barrels", "500 square miles".
    pub(super) fn amount(&self, at: usize) -> Option<Pattern> {
        if !self.is_number(at) && !self.is_number_word(at) {
            return None;
        }
        let mut end = at + 1;
        if !is_one_of!(self.hash(end), "m") {
            end = self.after_scales(end);
        }
        if self.mark(end, '-') {
            end += 1;
        }
        if is_one_of!(self.hash(end), "square", "cubic", "metric", "nautical") {
            end += 1;
        }
        let unit = self.is(end, UNIT);
        unit.then(|| found(at..end + 1, EntityKind::Other, 0.9, Rule::Quantity))
    }
}
