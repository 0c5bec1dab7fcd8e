//! Terms: the words of a text as an index spells them, so that "U.S." and "US", "1,200" and
//! "1200", "l’Abbé" and "Abbé" meet.

use model::TextRange;

use super::fold::{fold, fold_char};

/// Acronyms in capitals that are other words in small letters. They keep full stops between their
/// letters, with which nobody writes the word.
const IN_CAPITALS: [(&str, &str); 3] = [("US", "u.s"), ("WHO", "w.h.o"), ("IT", "i.t")];

/// Abbreviations that would be words without their full stops.
const KEEP_STOPS: &str = "a.m a.s i.t m.e o.r s.o u.s w.e w.h.o";

/// What stands before an apostrophe in French, Italian and Irish names, folded. Another word
/// follows.
const ELIDED: &str = "agl all bell c coll d dagl dall degl dell gl j jusqu l lorsqu m mezz n \
    negl nell o puisqu qu quell quest quoiqu s sant senz sugl sull t tutt un";

/// What stands after an apostrophe in an English word.
const CONTRACTED: &str = "d ll m re s t ve";

/// The Arabic article, alone and with what is written together with it, longest first.
const ARABIC_ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

/// Arabic words of one letter that are written together with the next word: and, in, to, so, as.
const ARABIC_CLITICS: [char; 5] = ['و', 'ب', 'ل', 'ف', 'ك'];

/// Whether a word is in a list of words between white space.
#[must_use]
pub fn is_among(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// Calls `each` with the terms of one word of [`words`](super::words::words), each with its range
/// in the word: usually the folded word, and two if the first is elided ("l’Abbé").
///
/// ```
/// use text::terms::for_each_term;
///
/// let mut terms = Vec::new();
/// for word in ["E.U", "US", "us", "l’Abbé", "1,200", "don’t"] {
///     for_each_term(word, |term, _| terms.push(term.to_owned()));
/// }
/// assert_eq!(terms, ["eu", "u.s", "us", "l", "abbe", "1200", "don't"]);
/// ```
pub fn for_each_term(word: &str, mut each: impl FnMut(&str, TextRange)) {
    let (head, tail) = parts(word);
    let split = word.len() - tail.len();
    if let Some(head) = head {
        each(&fold(head), TextRange::new(0, head.len()));
    }
    each(&term(tail), TextRange::new(split, word.len()));
}

/// The terms of one word.
#[must_use]
pub fn terms_of(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for_each_term(word, |term, _| found.push(term.to_owned()));
    found
}

/// An Arabic term with each word of one letter that may be written before it; nothing for other
/// terms.
pub fn with_clitics(term: &str) -> impl Iterator<Item = String> + '_ {
    let first = term.chars().next();
    let is_arabic = first.is_some_and(|c| matches!(u32::from(c), 0x0620..=0x06FF));
    let clitics = ARABIC_CLITICS.iter().filter(move |_| is_arabic);
    clitics.map(move |clitic| format!("{clitic}{term}"))
}

/// Whether the two terms of a word are also written as one: "O’Brien" and "Obrien", but not
/// "l’Abbé".
#[must_use]
pub fn joins_terms(word: &str) -> bool {
    let (head, tail) = parts(word);
    head.is_some_and(|head| {
        let in_capitals = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
        head.eq_ignore_ascii_case("o") || (in_capitals(head) && in_capitals(tail))
    })
}

/// Whether only a hyphen stands between two words, so that they are also written as one.
#[must_use]
pub fn is_hyphen(between: &str) -> bool {
    matches!(between, "-" | "\u{2010}" | "\u{2011}")
}

/// The elided first word, and the rest.
fn parts(word: &str) -> (Option<&str>, &str) {
    let apostrophe = |c: char| matches!(c, '\'' | '’');
    let Some((head, tail)) = word.split_once(apostrophe) else {
        return (None, word);
    };
    let is_word = tail.chars().take(3).count() >= 2 && !is_among(tail, CONTRACTED);
    let is_elided = head.len() <= 7 && is_among(&fold(head), ELIDED);
    if is_word && is_elided {
        (Some(head), tail)
    } else {
        (None, word)
    }
}

fn term(word: &str) -> String {
    let capitals = word.split(['\'', '’']).next().unwrap_or_default();
    let known = IN_CAPITALS.iter().find(|(known, _)| *known == capitals);
    if let Some((_, term)) = known {
        let mut term = (*term).to_owned();
        for c in word.get(capitals.len()..).unwrap_or_default().chars() {
            fold_char(c, &mut term);
        }
        return term;
    }
    let mut folded = fold(word);
    if let Some((_, end)) = folded.rsplit_once('\'')
        && !is_among(end, CONTRACTED)
    {
        folded = folded.replace('\'', "");
    }
    if folded.contains('.') {
        let is_abbreviation = folded.split('.').all(|letter| {
            let mut letters = letter.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        });
        if is_abbreviation && !is_among(&folded, KEEP_STOPS) {
            folded = folded.replace('.', "");
        }
    } else if folded.contains(',') {
        let mut groups = folded.split(',');
        let first = groups.next().map_or(0, str::len);
        if (1..=3).contains(&first) && groups.all(|group| group.len() == 3) {
            folded = folded.replace(',', "");
        }
    }
    let without = without_article(&folded).map(ToOwned::to_owned);
    without.unwrap_or(folded)
}

/// An Arabic word without its article, if at least three letters are left.
fn without_article(folded: &str) -> Option<&str> {
    if !folded.starts_with(['ا', 'و', 'ب', 'ك', 'ف', 'ل']) {
        return None;
    }
    let mut articles = ARABIC_ARTICLES.iter();
    articles.find_map(|article| {
        let rest = folded.strip_prefix(article)?;
        (rest.chars().take(3).count() == 3).then_some(rest)
    })
}

/// Where a word may be written in two: between its letters and its digits ("covid19", "20bn").
#[must_use]
pub fn split_at_digits(term: &str) -> Option<(&str, &str)> {
    let mut letters = term.char_indices();
    let digits_first = letters.next()?.1.is_numeric();
    let (at, _) = letters.find(|(_, c)| c.is_numeric() != digits_first)?;
    let (first, rest) = term.split_at_checked(at)?;
    let mut others = rest.chars();
    let is_other = |c: char| c.is_alphanumeric() && c.is_numeric() != digits_first;
    (others.all(is_other) && first.chars().all(char::is_alphanumeric)).then_some((first, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_have_one_term() {
        for (word, terms) in [
            ("U.S", vec!["u.s"]),
            ("US", vec!["u.s"]),
            ("US’s", vec!["u.s's"]),
            ("us", vec!["us"]),
            ("USA", vec!["usa"]),
            ("U.S.A", vec!["usa"]),
            ("E.U", vec!["eu"]),
            ("a.m", vec!["a.m"]),
            ("example.org", vec!["example.org"]),
            ("3.5", vec!["3.5"]),
            ("1,200", vec!["1200"]),
            ("1,200,000", vec!["1200000"]),
            ("3,5", vec!["3,5"]),
            ("l’Abbé", vec!["l", "abbe"]),
            ("dell'Italia", vec!["dell", "italia"]),
            ("O'Brien", vec!["o", "brien"]),
            ("O'Brien's", vec!["o", "brien's"]),
            ("don’t", vec!["don't"]),
            ("Europe’s", vec!["europe's"]),
            ("Qur'an", vec!["quran"]),
            ("الرئيس", vec!["رييس"]),
            ("والرئيس", vec!["رييس"]),
            ("للرئيس", vec!["رييس"]),
            ("رئيس", vec!["رييس"]),
            ("الله", vec!["الله"]),
            ("", vec![""]),
        ] {
            assert_eq!(terms_of(word), terms, "{word}");
        }
    }

    #[test]
    fn a_word_is_in_a_list_as_a_whole() {
        for (word, list, expected) in [
            ("re", "d ll\n re s", true),
            ("s", "d ll\n re s", true),
            ("l", "d ll\n re s", false),
            ("d ll", "d ll", false),
            ("", "d ll", false),
        ] {
            assert_eq!(is_among(word, list), expected, "{word}");
        }
    }

    #[test]
    fn names_with_an_apostrophe_are_also_one_word() {
        for (word, joined) in [
            ("O'Brien", true),
            ("o'brien", true),
            ("D'Angelo", true),
            ("l'Abbé", false),
            ("don't", false),
        ] {
            assert_eq!(joins_terms(word), joined, "{word}");
        }
    }

    #[test]
    fn a_word_is_split_between_letters_and_digits() {
        for (term, parts) in [
            ("covid19", Some(("covid", "19"))),
            ("20bn", Some(("20", "bn"))),
            ("a1b", None),
            ("19", None),
            ("covid", None),
            ("3.5m", None),
            ("", None),
        ] {
            assert_eq!(split_at_digits(term), parts, "{term}");
        }
    }

    proptest::proptest! {
        #[test]
        fn terms_stand_in_their_word_in_order(word in "([a-zA-Z0-9'.,’]|ال|\\PC){0,12}") {
            let mut end = 0;
            for_each_term(&word, |_, range| {
                assert!(range.start >= end && range.start <= range.end, "{word}");
                assert!(word.is_char_boundary(range.start as usize));
                end = range.end;
            });
            proptest::prop_assert_eq!(end as usize, word.len());
        }
    }
}
