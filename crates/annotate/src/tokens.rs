//! Tokens: words, numbers and marks, each with its classes in the lexicon.

use super::lexicon::{Classes, HASH_START, Lexicon, hash_byte, word_hash};
use model::TextRange;

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A token that begins with a letter.
    Word,
    /// A token that begins with a digit.
    Number,
    /// A single mark.
    Mark,
}

/// The case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// No letters with case.
    None,
    /// "word"
    Lower,
    /// "Word"
    Capital,
    /// "WORD"
    Upper,
    /// "A"
    Single,
    /// "wOrd", "McWord"
    Mixed,
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The range in the text.
    pub range: TextRange,
    /// The kind.
    pub kind: TokenKind,
    /// The case.
    pub case: Case,
    /// The hash of its lower-case form; curly apostrophes count as straight ones.
    pub word: u32,
    /// The classes in the lexicon.
    pub classes: Classes,
    /// Whether white space precedes it.
    pub spaced: bool,
    /// The mark itself or, for other tokens, the first character.
    pub first: char,
}

impl Token {
    /// Whether the token is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark && self.first == mark
    }

    /// Whether the token begins with a capital letter.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(
            self.case,
            Case::Capital | Case::Upper | Case::Single | Case::Mixed
        ) && self.first.is_uppercase()
    }

    /// Whether the token is a possessive "'s" or the apostrophe after a plural.
    #[must_use]
    pub fn is_possessive(&self) -> bool {
        self.word == const { word_hash("'s") } || self.is_mark('’')
    }

    /// Whether the token is in any of these classes.
    #[must_use]
    pub fn is(&self, classes: Classes) -> bool {
        self.classes & classes != 0
    }
}

/// Adds the tokens of `text[range]` to `found`, in order. A hyphen within a word belongs to
/// it ("al-Ani"), but separates "China-EU" and "U.S.-led"; a possessive ending is a
/// separate token. Takes time linear in the length of the range.
pub fn tokenize(text: &str, range: TextRange, found: &mut Vec<Token>) {
    let lexicon = Lexicon::get();
    let base = range.start as usize;
    let slice = range.of(text);
    let mut spaced = true;
    let mut at = 0;
    while let Some(c) = slice.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() || c == '\u{FEFF}' || c == '\0' {
            spaced = true;
            at += c.len_utf8();
            continue;
        }
        let rest = slice.get(at..).unwrap_or_default();
        let previous = found.last().filter(|_| !spaced && at > 0);
        let (length, kind) = if c.is_alphabetic() {
            (word_length(rest), TokenKind::Word)
        } else if c.is_numeric() {
            (number_length(rest), TokenKind::Number)
        } else if previous.is_some_and(|token| token.kind != TokenKind::Mark)
            && let Some(length) = clitic_length(rest)
        {
            (length, TokenKind::Word)
        } else {
            (c.len_utf8(), TokenKind::Mark)
        };
        let words = rest.get(..length).unwrap_or_default();
        // The lists contain abbreviations without their final full stop, but "U.S." with
        // both.
        let listed = words
            .strip_suffix('.')
            .filter(|word| kind == TokenKind::Word && !word.contains('.'));
        let (case, word) = read_word(listed.unwrap_or(words));
        found.push(Token {
            range: TextRange::new(base + at, base + at + length),
            kind,
            case,
            word,
            classes: lexicon.classes(word),
            spaced,
            first: c,
        });
        spaced = false;
        at += length.max(1);
    }
}

/// The length of a possessive or contracted ending after a word: "'s", "’ll".
fn clitic_length(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    chars.next().filter(|(_, c)| is_apostrophe(*c))?;
    let mut letters = 0;
    for (at, c) in chars {
        if !c.is_alphabetic() {
            return (1..=2).contains(&letters).then_some(at);
        }
        letters += 1;
        if letters > 2 {
            return None;
        }
    }
    (1..=2).contains(&letters).then_some(rest.len())
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// The length of the word at the start of `rest`, in bytes.
fn word_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut last_part = 0;
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_combining(c) {
            before = c;
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next);
        let letter_next = next.is_some_and(char::is_alphanumeric);
        let part = rest.get(last_part..at).unwrap_or_default();
        match c {
            _ if is_apostrophe(c) && letter_next && before.is_alphabetic() => {
                let after = rest.get(at..).unwrap_or_default();
                let not = after.get(c.len_utf8()..).unwrap_or_default();
                let contracted = before == 'n'
                    && clitic_length(after) == Some(c.len_utf8() + 1)
                    && not.starts_with('t');
                if clitic_length(after).is_some() && !contracted {
                    return at;
                }
            }
            '.' => {
                let single = part.chars().nth(1).is_none() && before.is_alphabetic();
                if !(single && (before.is_uppercase() || letter_next)) && !is_abbreviation(part) {
                    if letter_next && before.is_alphabetic() && next.is_some_and(char::is_lowercase)
                    {
                        // "Gawker.com"
                        continue;
                    }
                    return at;
                }
                last_part = at + 1;
                if !letter_next {
                    // "U.S.-led" continues; anything else ends here.
                    return at + 1;
                }
            }
            '-' | '\u{2010}' | '\u{2011}' if letter_next => {
                let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
                if parts_at_hyphen(rest.get(..at).unwrap_or_default(), after) {
                    return at;
                }
                last_part = at + c.len_utf8();
            }
            '&' if letter_next && at <= 2 && before.is_uppercase() => {
                last_part = at + 1;
            }
            _ => return at,
        }
        before = c;
    }
    rest.len()
}

fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F
        | 0x93C | 0x941..=0x94D | 0x200C..=0x200D)
}

/// Whether the word keeps the full stop after it.
fn is_abbreviation(part: &str) -> bool {
    const WITH_STOP: [&str; 72] = [
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Sens", "Rep", "Reps", "Gov", "Gen", "Lt", "Col",
        "Sgt", "Capt", "Maj", "Adm", "Rev", "Hon", "St", "Jr", "Sr", "Inc", "Ltd", "Co", "Corp",
        "Bros", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
        "Dec", "Wis", "Calif", "Mass", "Conn", "Ariz", "Fla", "Ill", "Mich", "Minn", "Tenn", "Tex",
        "Va", "Pa", "Nev", "Ore", "Wash", "Colo", "Okla", "Ala", "Ark", "Ga", "Ky", "La", "Md",
        "Mo", "Miss", "Mont", "Neb", "Ind", "Kan", "Wyo", "Vt", "Del",
    ];
    part.len() <= 5 && WITH_STOP.contains(&part)
}

/// Whether the hyphen between two words separates tokens: "U.S.-led", "China-EU".
fn parts_at_hyphen(before: &str, after: &str) -> bool {
    const BEHIND: [&str; 18] = [
        "led",
        "based",
        "backed",
        "born",
        "style",
        "owned",
        "controlled",
        "funded",
        "occupied",
        "made",
        "era",
        "wide",
        "run",
        "trained",
        "held",
        "bound",
        "area",
        "friendly",
    ];
    if !before.chars().next().is_some_and(char::is_uppercase) {
        return false;
    }
    let end = after
        .char_indices()
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(after.len(), |(at, _)| at);
    if end > 16 {
        return false;
    }
    let following = after.get(..end).unwrap_or_default();
    // "D-Utica"
    let party = matches!(before, "D" | "R" | "I")
        && following.chars().next().is_some_and(char::is_uppercase);
    if party && following.len() > 1 || BEHIND.contains(&following) {
        return true;
    }
    let lexicon = Lexicon::get();
    let known = |word: &str| {
        lexicon.classes(read_word(word).1) & (super::lexicon::PLACE | super::lexicon::ORG) != 0
    };
    before.len() <= 24 && known(before) && known(following)
}

/// The length of the number at the start of `rest`: "1,200.50", "19-year-old", "2nd".
fn number_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() {
            before = c;
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next).unwrap_or(' ');
        let joined = match c {
            '.' | ',' | ':' | '/' => before.is_numeric() && next.is_numeric(),
            '-' => next.is_alphabetic(),
            _ => false,
        };
        if !joined {
            return at;
        }
        before = c;
    }
    rest.len()
}

/// The case of a word, and the hash of its lower-case form.
pub(super) fn read_word(word: &str) -> (Case, u32) {
    let mut hash = HASH_START;
    let (mut upper, mut lower, mut first_upper, mut count) = (0, 0, false, 0);
    for c in word.chars() {
        let mut add = |c: char| {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                hash = hash_byte(hash, byte);
            }
        };
        if c.is_ascii() {
            hash = hash_byte(hash, c.to_ascii_lowercase() as u8);
        } else if c == '\u{2019}' {
            hash = hash_byte(hash, b'\'');
        } else {
            c.to_lowercase().for_each(&mut add);
        }
        if c.is_uppercase() {
            upper += 1;
            first_upper |= count == 0;
        } else if c.is_lowercase() {
            lower += 1;
        }
        count += 1;
    }
    let case = match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, 0) => Case::Single,
        (_, 0) => Case::Upper,
        (1, _) if first_upper => Case::Capital,
        _ => Case::Mixed,
    };
    (case, hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, TextRange::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.range.of(text)).collect()
    }

    #[test]
    fn tokens_of_many_kinds() {
        for (text, expected) in [
            ("", vec![]),
            ("He left.", vec!["He", "left", "."]),
            ("Europe’s telecoms", vec!["Europe", "’s", "telecoms"]),
            ("don't, it's", vec!["don't", ",", "it", "'s"]),
            ("O'Neill and D’Souza", vec!["O'Neill", "and", "D’Souza"]),
            ("Hau Lung-bin", vec!["Hau", "Lung-bin"]),
            ("China-EU ties", vec!["China", "-", "EU", "ties"]),
            ("U.S.-led force", vec!["U.S.", "-", "led", "force"]),
            ("the U.S. Senate", vec!["the", "U.S.", "Senate"]),
            ("J. K. Rowling", vec!["J.", "K.", "Rowling"]),
            (
                "Rep. Smith, D-Wis.",
                vec!["Rep.", "Smith", ",", "D", "-", "Wis."],
            ),
            (
                "$1,200.50 (3.5%)",
                vec!["$", "1,200.50", "(", "3.5", "%", ")"],
            ),
            ("a 19-year-old", vec!["a", "19-year-old"]),
            (
                "‘quoted’ “words”",
                vec!["‘", "quoted", "’", "“", "words", "”"],
            ),
            ("Gawker.com. Then", vec!["Gawker.com", ".", "Then"]),
            ("AT&T Corp.", vec!["AT&T", "Corp."]),
            ("他说：「好」。", vec!["他说", "：", "「", "好", "」", "。"]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn tokens_cover_everything_except_white_space(text in "\\PC*") {
            let strip = |text: &str| text.split_whitespace().collect::<String>();
            let joined: String = words(&text).concat();
            proptest::prop_assert_eq!(strip(&joined), strip(&text).replace('\u{FEFF}', ""));
        }
    }
}
