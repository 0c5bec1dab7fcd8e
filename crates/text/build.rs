//! Generates the folding table of `src/fold.rs` from the Unicode decompositions, so that
//! the program carries some kilobytes of table instead of a normalisation library.

use std::{env, error, fs, path::Path};

use unicode_normalization::UnicodeNormalization as _;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut table = Table::default();
    for c in '\u{80}'..=char::MAX {
        if is_left_out(c) {
            continue;
        }
        let folded = fold(c);
        if !folded.chars().eq([c]) {
            table.push(c, &folded);
        }
    }
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("fold_table.bin"), table.bytes())?;
    Ok(())
}

/// Whether the table omits a character. Hangul syllables decompose by arithmetic in
/// fold.rs. Compatibility ideographs, radicals, Arabic presentation forms, squared words
/// and mathematical alphabets would double the table and hardly occur in texts.
fn is_left_out(c: char) -> bool {
    matches!(u32::from(c),
        0x2F00..=0x2FDF | 0x3200..=0x33FF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF
        | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC | 0x1D400..=0x1D7FF | 0x1EE00..=0x1EEFF
        | 0x1F100..=0x1F2FF | 0x2F800..=0x2FA1F)
}

/// The folding table, column by column. Each number is stored as the difference to the
/// previous one: long runs of characters fold alike, so the columns contain many equal
/// bytes.
#[derive(Default)]
struct Table {
    entries: u32,
    sources: Vec<u8>,
    lengths: Vec<u8>,
    targets: Vec<u8>,
    last_source: u32,
    last_shift: i64,
    last_target: u32,
}

impl Table {
    fn push(&mut self, c: char, folded: &str) {
        self.entries += 1;
        let source = u32::from(c);
        number(&mut self.sources, source - self.last_source);
        self.last_source = source;
        let mut targets = folded.chars().map(u32::from);
        number(&mut self.lengths, targets.clone().count() as u32);
        if let Some(first) = targets.next() {
            // Most letters are as far from their folded form as their neighbours are.
            let shift = i64::from(first) - i64::from(source);
            number(&mut self.targets, zigzag(shift - self.last_shift));
            self.last_shift = shift;
            self.last_target = first;
        }
        for target in targets {
            number(
                &mut self.targets,
                zigzag(i64::from(target) - i64::from(self.last_target)),
            );
            self.last_target = target;
        }
    }

    fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        number(&mut bytes, self.entries);
        bytes.extend(self.sources);
        bytes.extend(self.lengths);
        bytes.extend(self.targets);
        bytes
    }
}

/// Appends a number in LEB128: seven bits per byte, lowest first; the high bit means that
/// more bytes follow.
fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn zigzag(value: i64) -> u32 {
    ((value << 1) ^ (value >> 63)) as u32
}

/// The searchable form of a character: its compatibility decomposition in lower case,
/// without optional marks.
fn fold(c: char) -> String {
    let lower: String = [c]
        .into_iter()
        .nfkd()
        .filter(|part| !is_optional_mark(*part))
        .flat_map(char::to_lowercase)
        .collect();
    lower
        .nfkd()
        .filter(|part| !is_optional_mark(*part))
        .flat_map(|part| letter_without_stroke(part).chars().collect::<Vec<_>>())
        .collect()
}

/// Marks that search ignores: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
/// vowels and the stretching stroke, joiners and soft hyphens.
fn is_optional_mark(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2
        | 0x05C4..=0x05C5 | 0x05C7 | 0x0610..=0x061A | 0x0640 | 0x064B..=0x065F | 0x0670
        | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7..=0x06E8 | 0x06EA..=0x06ED
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x2060 | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF)
}

/// Replacements for letters that Unicode does not decompose, and for typographic
/// apostrophes.
fn letter_without_stroke(c: char) -> String {
    let plain = match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '\u{2032}' => "'",
        other => return other.to_string(),
    };
    plain.to_owned()
}
