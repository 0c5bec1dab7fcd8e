//! Words that are spelled alike.

/// How many typing errors are forgiven in a word of that many letters.
pub(super) fn forgiven(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Whether `wanted` becomes `word`, or the beginning of `word` where `prefix` says so, by
/// at most `most` typing errors: a letter too many, one missing, one wrong, or two
/// neighbours swapped (the optimal string alignment distance of Damerau and Levenshtein).
pub(super) fn is_alike(wanted: &str, word: &str, most: usize, prefix: bool) -> bool {
    let wanted: Vec<char> = wanted.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if !prefix && wanted.len().abs_diff(word.len()) > most {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
    for (i, a) in wanted.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i + 1);
        for (j, b) in word.iter().enumerate() {
            let mut cost = (at(&row, j) + usize::from(a != b))
                .min(at(&row, j + 1) + 1)
                .min(at(&next, j) + 1);
            let swapped =
                i > 0 && j > 0 && wanted.get(i - 1) == Some(b) && word.get(j - 1) == Some(a);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            next.push(cost);
        }
        if next.iter().min().is_some_and(|least| *least > most) {
            return false;
        }
        before = std::mem::replace(&mut row, next);
    }
    let distance = if prefix {
        row.iter().min().copied()
    } else {
        row.last().copied()
    };
    distance.is_some_and(|distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_counted() {
        for (wanted, word, most, prefix, alike) in [
            ("protecionism", "protectionism", 1, false, true),
            ("protetcionism", "protectionism", 1, false, true),
            ("portection", "protectionism", 1, true, true),
            ("portection", "protectionism", 1, false, false),
            ("guo", "gua", 0, false, false),
            ("same", "same", 0, false, true),
            ("abcd", "badc", 1, false, false),
            ("abcd", "badc", 2, false, true),
            ("", "a", 1, false, true),
            ("", "", 0, true, true),
        ] {
            assert_eq!(
                is_alike(wanted, word, most, prefix),
                alike,
                "{wanted} {word}"
            );
        }
    }
}
