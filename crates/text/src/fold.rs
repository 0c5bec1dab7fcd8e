//! Folding: text for searching, without case, accents and width, with a map back to the
//! original.

use std::sync::OnceLock;

use model::TextRange;

/// The table that `build.rs` generates; see there for the format.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold_table.bin"));
static TABLE: OnceLock<Table> = OnceLock::new();

/// The characters that folding changes, sorted. For each, the end of its folded form in
/// `text`; it begins where the previous one ends.
struct Table {
    ends: Vec<(u32, u32)>,
    text: String,
}

impl Table {
    fn unpack(packed: &[u8]) -> Self {
        let mut bytes = packed.iter();
        let mut number = || {
            let mut value = 0;
            for (byte, shift) in bytes.by_ref().zip((0..32).step_by(7)) {
                value |= u32::from(byte & 0x7F) << shift;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            value
        };
        let signed = |value: u32| i64::from(value >> 1) ^ -i64::from(value & 1);
        let entries = number();
        let sources: Vec<u32> = (0..entries).map(|_| number()).collect();
        let lengths: Vec<u32> = (0..entries).map(|_| number()).collect();
        let mut table = Self {
            ends: Vec::with_capacity(sources.len()),
            text: String::new(),
        };
        let (mut source, mut shift, mut target) = (0, 0, 0);
        for (step, length) in sources.into_iter().zip(lengths) {
            source += step;
            for place in 0..length {
                let difference = signed(number());
                if place == 0 {
                    shift += difference;
                    target = i64::from(source) + shift;
                } else {
                    target += difference;
                }
                table
                    .text
                    .extend(u32::try_from(target).ok().and_then(char::from_u32));
            }
            table.ends.push((source, table.text.len() as u32));
        }
        table
    }

    /// The folded form of a character, if it changes.
    fn get(&self, code: u32) -> Option<&str> {
        let at = self
            .ends
            .binary_search_by_key(&code, |(source, _)| *source)
            .ok()?;
        let (_, end) = self.ends.get(at)?;
        let before = at.checked_sub(1).and_then(|at| self.ends.get(at));
        let start = before.map_or(0, |(_, end)| *end);
        self.text.get(start as usize..*end as usize)
    }
}

/// Appends the searchable form of `c`: nothing for a combining accent, several letters for
/// a ligature.
///
/// This is Unicode's compatibility decomposition (NFKD) in lower case, without optional
/// marks. `build.rs` generates the table and lists what it omits.
pub fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let code = u32::from(c);
    if let Some(letters) = hangul_letters(code) {
        out.extend(letters.into_iter().flatten());
        return;
    }
    match TABLE.get_or_init(|| Table::unpack(PACKED)).get(code) {
        Some(folded) => out.push_str(folded),
        None => out.push(c),
    }
}

/// The letters of a Hangul syllable (The Unicode Standard, section 3.12).
fn hangul_letters(code: u32) -> Option<[Option<char>; 3]> {
    const FIRST: u32 = 0xAC00;
    const VOWELS: u32 = 21;
    const TAILS: u32 = 28;
    let index = code.checked_sub(FIRST).filter(|index| *index < 11_172)?;
    let tail = index % TAILS;
    Some([
        char::from_u32(0x1100 + index / (VOWELS * TAILS)),
        char::from_u32(0x1161 + index % (VOWELS * TAILS) / TAILS),
        (tail > 0).then(|| char::from_u32(0x11A7 + tail)).flatten(),
    ])
}

/// The searchable form of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// A name as a readable id: its folded letters and digits, with hyphens between them.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() {
            fold_char(c, &mut slug);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// A folded text with a map from its bytes to the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// (first folded byte, original byte) for each original character and for the end.
    starts: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(original: &str) -> Self {
        Self::with(original, fold_char)
    }

    /// Folds a text with a custom function, which appends the folded form of one character.
    pub fn with(original: &str, mut fold_one: impl FnMut(char, &mut String)) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut starts = Vec::with_capacity(original.len() + 1);
        let mut note = |text: &String, at: usize| {
            let range = TextRange::new(text.len(), at);
            starts.push((range.start, range.end));
        };
        for (at, c) in original.char_indices() {
            note(&text, at);
            fold_one(c, &mut text);
        }
        note(&text, original.len());
        Self { text, starts }
    }

    /// The range of the original for a range of the folded text: whole characters,
    /// including the accents that follow the last one.
    #[must_use]
    pub fn to_original(&self, folded: TextRange) -> TextRange {
        let from = self.starts.partition_point(|(at, _)| *at <= folded.start);
        let to = self.starts.partition_point(|(at, _)| *at < folded.end);
        // Characters after the last letter that fold to nothing belong to it.
        let end_of_run = |mut index: usize| {
            while let (Some(this), Some(next)) =
                (self.starts.get(index), self.starts.get(index + 1))
            {
                if this.0 != next.0 {
                    break;
                }
                index += 1;
            }
            self.starts.get(index).map_or(0, |(_, original)| *original)
        };
        let start = self
            .starts
            .get(from.saturating_sub(1))
            .map_or(0, |(_, original)| *original);
        TextRange {
            start,
            end: end_of_run(to).max(start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    #[test]
    fn case_accents_and_width_are_folded() {
        for (text, folded) in [
            ("Café", "cafe"),
            ("Cafe\u{301}", "cafe"),
            ("STRASSE straße", "strasse strasse"),
            ("Łódź Øre Æther", "lodz ore aether"),
            ("ＡＢＣ１２３", "abc123"),
            ("ﬁnance", "finance"),
            ("don’t", "don't"),
            ("Ελλάς", "ελλασ"),
            ("Ёлка", "елка"),
            ("مُحَمَّد", "محمد"),
            ("שָׁלוֹם", "שלום"),
            ("ガ", "カ\u{3099}"),
            ("ｶﾞ", "カ\u{3099}"),
            ("가", "\u{1100}\u{1161}"),
            ("İstanbul", "istanbul"),
            ("soft\u{AD}hyphen", "softhyphen"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn every_character_folds_to_its_decomposition_in_lower_case() {
        for c in '\0'..=char::MAX {
            // Compatibility ideographs, which the table omits.
            if matches!(u32::from(c), 0xF900..=0xFAFF | 0x2F800..=0x2FA1F) {
                continue;
            }
            let mut folded = String::new();
            fold_char(c, &mut folded);
            assert_eq!(fold(&folded), folded, "folding {c:?} twice changes it");
            let composed: String = [c].into_iter().nfc().collect();
            assert_eq!(fold(&composed), folded, "NFC of {c:?} folds otherwise");
            let decomposed: String = [c].into_iter().nfd().collect();
            assert_eq!(fold(&decomposed), folded, "NFD of {c:?} folds otherwise");
        }
    }

    #[test]
    fn accents_stay_with_their_letter() {
        let original = "a cafe\u{301}s";
        let folded = Folded::new(original);
        let at = folded.text.find("cafe").unwrap();
        let range = folded.to_original(TextRange::new(at, at + 4));
        assert_eq!(range.of(original), "cafe\u{301}");
    }

    proptest! {
        #[test]
        fn any_range_maps_back_to_itself_or_more(text in "\\PC*", a in 0usize..80, b in 0usize..80) {
            let folded = Folded::new(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            let bound = |at: usize| (0..=at.min(folded.text.len()))
                .rev().find(|at| folded.text.is_char_boundary(*at)).unwrap_or(0);
            let (start, end) = (bound(a.min(b)), bound(a.max(b)));
            let wanted = &folded.text[start..end];
            let range = folded.to_original(TextRange::new(start, end));
            prop_assert!(text.is_char_boundary(range.start as usize));
            prop_assert!(text.is_char_boundary(range.end as usize));
            prop_assert!(fold(range.of(&text)).contains(wanted));
        }
    }
}
