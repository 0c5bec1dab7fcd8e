//! What stands between quotation marks.

use model::{TextRange, sort};

/// The stretches between an opening and a closing quotation mark, without the marks, in
/// order of their start. Marks pair within a paragraph: one that is never closed quotes
/// nothing and does not reach into the next. Nested quotations are listed too.
#[must_use]
pub fn quoted(text: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => open.clear(),
            '“' | '«' | '「' | '『' | '„' | '‹' => {
                open.push((closing_of(c), at + c.len_utf8()))
            }
            '"' if !open.iter().any(|(closing, _)| *closing == '"') => {
                open.push(('"', at + 1));
            }
            '‘' if before.is_none_or(|b: char| !b.is_alphanumeric()) => {
                open.push(('’', at + c.len_utf8()));
            }
            '"' | '”' | '»' | '」' | '』' | '›' | '’' => {
                let apostrophe = c == '’'
                    && text
                        .get(at + c.len_utf8()..)
                        .and_then(|rest| rest.chars().next())
                        .is_some_and(char::is_alphanumeric);
                let opened = open
                    .iter()
                    .rposition(|(closing, _)| *closing == c)
                    .filter(|_| !apostrophe);
                if let Some(index) = opened {
                    if let Some((_, start)) = open.get(index) {
                        found.push(TextRange::new(*start, at));
                    }
                    open.truncate(index);
                }
            }
            _ => {}
        }
        before = Some(c);
    }
    sort(&mut found, TextRange::cmp);
    found
}

fn closing_of(opening: char) -> char {
    match opening {
        '«' => '»',
        '「' => '」',
        '『' => '』',
        '‹' => '›',
        _ => '”',
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn marks_of_many_kinds() {
        for (text, expected) in [
            ("He said “never” twice.", vec!["never"]),
            (
                "“Outer ‘inner’ outer”",
                vec!["Outer ‘inner’ outer", "inner"],
            ),
            ("say \"one\" and \"two\"", vec!["one", "two"]),
            ("« Oui »", vec![" Oui "]),
            ("„Ja”", vec!["Ja"]),
            ("「はい」", vec!["はい"]),
            ("countries’ phasing out", vec![]),
            ("‘Europe’s digital’", vec!["Europe’s digital"]),
            ("“never closed\n\nnext” one", vec![]),
            ("”“", vec![]),
        ] {
            let found: Vec<_> = quoted(text).iter().map(|range| range.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
