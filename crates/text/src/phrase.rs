//! Finds a name or a phrase in a text, as whole words.

use super::fold::fold_char;
use super::words::is_word_char;
use model::TextRange;

/// Every occurrence of `phrase` in `text` as whole words (no letter or digit directly
/// before or after), in order, without overlaps. The letters must be the same, but the
/// first one may differ in case and accents: "the commission" occurs in "The commission
/// said". An empty phrase never occurs.
#[must_use]
pub fn occurrences(text: &str, phrase: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut chars = phrase.chars();
    let Some(first) = chars.next() else {
        return found;
    };
    let rest = chars.as_str();
    let mut before = None;
    let mut taken_to = 0;
    for (at, c) in text.char_indices() {
        let starts = at >= taken_to && !joins(before, c) && same_but_for_case(c, first);
        before = Some(c);
        if !starts {
            continue;
        }
        let after_first = at + c.len_utf8();
        let Some(following) = text.get(after_first..) else {
            continue;
        };
        if let Some(beyond) = following.strip_prefix(rest) {
            let last = rest.chars().next_back().unwrap_or(c);
            let ends = beyond
                .chars()
                .next()
                .is_none_or(|next| !joins(Some(last), next));
            if ends {
                taken_to = after_first + rest.len();
                found.push(TextRange::new(at, taken_to));
            }
        }
    }
    found
}

fn same_but_for_case(a: char, b: char) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(&b);
    }
    let folded = |c: char| {
        let mut folded = String::new();
        fold_char(c, &mut folded);
        folded
    };
    a == b || folded(a) == folded(b)
}

fn joins(before: Option<char>, after: char) -> bool {
    let in_word = |c: char| is_word_char(c) && !is_ideograph(c);
    before.is_some_and(in_word) && in_word(after)
}

fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0x20000..=0x323AF)
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn whole_words_in_any_case_of_the_first_letter() {
        let text = "The commission said: the commission, its sub-commission and EUROPE’s EU, China-EU. 中国外交部";
        for (phrase, count) in [
            ("the commission", 2),
            ("commission", 3),
            ("commissio", 0),
            ("EUROPE", 1),
            ("EU", 2),
            ("eu", 0),
            ("外交部", 1),
            ("", 0),
        ] {
            let found = occurrences(text, phrase);
            assert_eq!(found.len(), count, "{phrase}");
            for range in found {
                assert_eq!(range.of(text).to_lowercase(), phrase.to_lowercase());
            }
        }
    }
}
