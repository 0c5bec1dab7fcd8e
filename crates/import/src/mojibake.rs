//! Puts right characters that a program wrote in UTF-8 and read as Windows-1252, such as `â€™` for
//! an apostrophe.

/// The fewest such characters that count: one may be meant.
const FEWEST: usize = 2;

/// The text with its characters put right, and their number; `None` if it has none.
pub(super) fn repaired(text: &str) -> Option<(String, usize)> {
    if !text.contains(['Ã', 'Â', 'â', 'Ä', 'Å', 'Ð', 'Ñ', 'Ø', 'Ù']) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        if let Some((meant, length)) = meant_at(rest) {
            out.push(meant);
            count += 1;
            rest = rest.get(length..).unwrap_or_default();
        } else {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    (count >= FEWEST).then_some((out, count))
}

/// The character that was meant at the beginning of a text, and the length of what was written for
/// it in bytes.
fn meant_at(text: &str) -> Option<(char, usize)> {
    // The closing quotation mark has a byte that Windows-1252 does not know, and is often lost.
    for lost in ["â€\u{FFFD}", "â€\u{9D}"] {
        if text.starts_with(lost) {
            return Some(('”', lost.len()));
        }
    }
    let mut chars = text.chars();
    let first = byte_of(chars.next()?)?;
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = vec![first];
    let mut written = text.chars().next()?.len_utf8();
    for c in chars.take(length - 1) {
        bytes.push(byte_of(c).filter(|byte| (0x80..=0xBF).contains(byte))?);
        written += c.len_utf8();
    }
    let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (!meant.is_control()).then_some((meant, written))
}

/// The byte that Windows-1252 has for a character outside ASCII.
fn byte_of(c: char) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    let mut buffer = [0; 4];
    let (bytes, _, is_lossy) = encoding_rs::WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match (&*bytes, is_lossy) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn what_was_read_wrongly_is_put_right() {
        for (text, expected) in [
            (
                "â€œWe have waited,â€\u{FFFD} she said. The cafÃ© â€“ didnâ€™t",
                Some("“We have waited,” she said. The café – didn’t"),
            ),
            ("FÃ¤hre, MÃ¼ller, â‚¬5", Some("Fähre, Müller, €5")),
            ("Ã©tÃ©", Some("été")),
            ("Âme, pâté and crème brûlée", None),
            ("one â€™ alone", None),
            ("São Paulo; Ñandú; Ð", None),
            ("", None),
        ] {
            let found = repaired(text).map(|(text, _)| text);
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
