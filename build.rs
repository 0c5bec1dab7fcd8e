//! Writes the folding table of `src/text/fold.rs` from the Unicode decompositions, so
//! that the program carries some kilobytes of table and not a normalisation library.

use std::fmt::Write as _;
use std::{env, error, fs, path::Path};

use unicode_normalization::UnicodeNormalization as _;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut pairs = Vec::new();
    let mut others = Vec::new();
    for c in '\u{80}'..=char::MAX {
        // Hangul syllables decompose by arithmetic, done in fold.rs.
        if ('\u{AC00}'..='\u{D7A3}').contains(&c) {
            continue;
        }
        let folded = fold(c);
        let mut chars = folded.chars();
        match (chars.next(), chars.next()) {
            (Some(to), None) if to == c => {}
            (Some(to), None) if u32::from(c) <= 0xFFFF && u32::from(to) <= 0xFFFF => {
                pairs.push((c, to));
            }
            _ => others.push((c, folded)),
        }
    }
    let mut table = String::new();
    writeln!(table, "pub(super) static ONE_TO_ONE: &[(u16, u16)] = &[")?;
    for (from, to) in pairs {
        write!(table, "({},{}),", u32::from(from), u32::from(to))?;
    }
    writeln!(table, "];")?;
    let mut text = String::new();
    writeln!(table, "pub(super) static OTHERS: &[(u32, u16, u8)] = &[")?;
    for (from, to) in others {
        let at = match text.find(&to) {
            Some(at) => at,
            None => {
                text.push_str(&to);
                text.len() - to.len()
            }
        };
        write!(table, "({},{at},{}),", u32::from(from), to.len())?;
    }
    writeln!(table, "];")?;
    writeln!(table, "pub(super) static OTHERS_TEXT: &str = {text:?};")?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("fold_table.rs"), table)?;
    Ok(())
}

/// What one character is searched as: compatibility decomposition, without the marks
/// that readers leave out, in lower case.
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

/// Marks that are left out in searching: Latin, Greek and Cyrillic accents, Hebrew
/// points, Arabic vowels and the stretching stroke, joiners and soft hyphens.
fn is_optional_mark(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF | 0x05C1..=0x05C2
        | 0x05C4..=0x05C5 | 0x05C7 | 0x0610..=0x061A | 0x0640 | 0x064B..=0x065F | 0x0670
        | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7..=0x06E8 | 0x06EA..=0x06ED
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200F | 0x2060 | 0x20D0..=0x20FF
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF)
}

/// Letters that Unicode does not decompose, and typographic apostrophes.
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
