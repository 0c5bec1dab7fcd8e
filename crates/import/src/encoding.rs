//! Bytes as text: the encodings that files of text come in.

use super::notice::Notices;

/// As much of a file as is looked at to tell what it is.
const LOOKED_AT: usize = 64 * 1024;

/// Where an HTML file says its encoding, if it does.
const DECLARED_WITHIN: usize = 4096;

/// The text of a file; `None` where it is no text, or in an encoding that is not read. What
/// was guessed or could not be read is told.
pub(super) fn text_of(bytes: &[u8], notices: &mut Notices) -> Option<String> {
    if let Some(kind) = known_binary(bytes) {
        let message = format!("this is {kind} and not text; save the article as text or HTML");
        notices.error("", message, "");
        return None;
    }
    let before = notices.len();
    let text = decoded(bytes, notices)?;
    if looks_binary(&text) {
        // How it was read does not matter then.
        notices.truncate(before);
        let message = "this is not text; save the article as text or HTML";
        notices.error("", message, "");
        return None;
    }
    Some(text)
}

fn decoded(bytes: &[u8], notices: &mut Notices) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some(utf8(rest, notices));
    }
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        notices.error(
            "",
            "this is UTF-32, which is not read; save it as UTF-8",
            "",
        );
        return None;
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some(utf16(rest, u16::from_le_bytes, notices));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some(utf16(rest, u16::from_be_bytes, notices));
    }
    if let Some(unit) = utf16_by_pattern(bytes) {
        let message = "the file does not say its encoding; its zero bytes tell UTF-16";
        notices.advice("", message, "");
        return Some(utf16(bytes, unit, notices));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let declared = declared(bytes);
    if let Some(label) = &declared {
        if matches!(
            label.as_str(),
            "utf-8" | "utf8" | "utf-16" | "utf-16le" | "utf-16be"
        ) {
            return Some(utf8(bytes, notices));
        }
        if let Some(table) = TABLES
            .iter()
            .find(|table| table.labels.contains(&label.as_str()))
        {
            return Some(table.decode(bytes));
        }
        let message = "the file is in an encoding that is not read; save it as UTF-8";
        notices.error("", message, label);
        return None;
    }
    if mostly_utf8(bytes) {
        return Some(utf8(bytes, notices));
    }
    Some(guessed(bytes, notices))
}

/// A text in UTF-8; what is none becomes U+FFFD and is told.
fn utf8(bytes: &[u8], notices: &mut Notices) -> String {
    let mut wrong = 0;
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            wrong += 1;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    tell_replaced(wrong, "UTF-8", notices);
    text
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, notices: &mut Notices) -> String {
    let (pairs, odd) = bytes.as_chunks();
    let mut wrong = odd.len();
    let mut text = String::with_capacity(bytes.len());
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        wrong += usize::from(c.is_err());
        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    tell_replaced(wrong, "UTF-16", notices);
    text
}

fn tell_replaced(count: usize, encoding: &str, notices: &mut Notices) {
    if count > 0 {
        let message = format!("{count} places are not {encoding}; each is shown as “\u{FFFD}”");
        notices.error("", message, "");
    }
}

/// The byte order of UTF-16 without a mark: every other byte of what is common in all
/// writing (spaces, ends of lines) and of all Latin text is zero.
fn utf16_by_pattern(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let (pairs, _) = bytes.get(..LOOKED_AT).unwrap_or(bytes).as_chunks::<2>();
    let zeros = |place: usize| {
        pairs
            .iter()
            .filter(|pair| pair.get(place) == Some(&0))
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    let clear = |many: usize, few: usize| many > 2 && many * 50 >= pairs.len() && few * 20 <= many;
    let unit: fn([u8; 2]) -> u16 = if clear(second, first) {
        u16::from_le_bytes
    } else if clear(first, second) {
        u16::from_be_bytes
    } else {
        return None;
    };
    let broken = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .filter(|c| !c.as_ref().is_ok_and(|c| is_of_text(*c)));
    (broken.count() * 100 <= pairs.len()).then_some(unit)
}

/// Whether more of what is not ASCII is UTF-8 than not.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

fn guessed(bytes: &[u8], notices: &mut Notices) -> String {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    if high * 10 > bytes.len() * 3 {
        let message = "the encoding cannot be told; shown as Windows-1252, which is likely wrong. \
                       Save the file as UTF-8";
        notices.error("", message, "");
    } else {
        let message = "the file does not say its encoding and is not UTF-8; read as Windows-1252";
        notices.advice("", message, "");
    }
    let western = TABLES.iter().find(|table| table.name == "windows-1252");
    western.map_or_else(String::new, |table| table.decode(bytes))
}

/// The encoding that an HTML or XML file declares near its beginning, in lower case.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let in_meta = head.match_indices("charset").find_map(|(at, word)| {
        let before = head.get(..at)?;
        let tag = before.rfind('<').and_then(|tag| before.get(tag..))?;
        let value = head
            .get(at + word.len()..)?
            .trim_start()
            .strip_prefix('=')?;
        tag.starts_with("<meta").then_some(value)
    });
    let in_xml = || {
        let line = head
            .trim_start()
            .strip_prefix("<?xml")?
            .split("?>")
            .next()?;
        line.split_once("encoding")?
            .1
            .trim_start()
            .strip_prefix('=')
    };
    let value = in_meta.or_else(in_xml)?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.:".contains(c)));
    let label = value.get(..end.unwrap_or(value.len()))?;
    (!label.is_empty()).then(|| label.to_owned())
}

/// What a file that is no text is, by its first bytes.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: [(&[u8], &str); 16] = [
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a ZIP file or an office document"),
        (b"PK\x05\x06", "a ZIP file"),
        (b"\xD0\xCF\x11\xE0", "an office document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"RIFF", "a picture, a sound or a film"),
        (b"OggS", "a sound or a film"),
        (b"ID3", "a sound"),
        (b"\x1F\x8B", "a compressed file"),
        (b"7z\xBC\xAF", "a compressed file"),
        (b"\x7FELF", "a program"),
        (b"\0asm", "a program"),
        (b"bplist", "a web archive or another property list"),
    ];
    let found = KNOWN.iter().find(|(start, _)| bytes.starts_with(start));
    found.map(|(_, kind)| *kind)
}

/// Whether too many characters are none that a text has.
fn looks_binary(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars().take(LOOKED_AT) {
        all += 1;
        odd += usize::from(!is_of_text(c));
    }
    odd * 20 > all && odd > 1
}

fn is_of_text(c: char) -> bool {
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..);
    let layout = matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
    layout || !(c.is_control() || private || c == char::REPLACEMENT_CHARACTER)
}

/// An encoding of one byte a character whose first half is ASCII.
struct Table {
    name: &'static str,
    labels: &'static [&'static str],
    /// The characters of the bytes from 0x80.
    high: &'static str,
}

impl Table {
    fn decode(&self, bytes: &[u8]) -> String {
        let high: Vec<char> = self.high.chars().collect();
        let decoded = bytes.iter().map(|byte| match byte.checked_sub(0x80) {
            None => char::from(*byte),
            Some(place) => {
                let c = high.get(usize::from(place)).copied();
                c.unwrap_or(char::REPLACEMENT_CHARACTER)
            }
        });
        decoded.collect()
    }
}

const TABLES: &[Table] = &[
    Table {
        name: "windows-1250",
        labels: &["windows-1250", "cp1250", "x-cp1250"],
        high: "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
               \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
               ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
               ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    },
    Table {
        name: "windows-1251",
        labels: &["windows-1251", "cp1251", "x-cp1251"],
        high: "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
               \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
               АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
               абвгдежзийклмнопрстуфхцчшщъыьэюя",
    },
    Table {
        name: "windows-1252",
        labels: &[
            "windows-1252",
            "cp1252",
            "x-cp1252",
            "iso-8859-1",
            "iso8859-1",
            "iso88591",
            "latin1",
            "latin-1",
            "l1",
            "ascii",
            "us-ascii",
            "ansi_x3.4-1968",
        ],
        high: "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
               \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
               ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
               àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    },
    Table {
        name: "windows-1253",
        labels: &["windows-1253", "cp1253", "iso-8859-7", "greek"],
        high: "€\u{81}‚ƒ„…†‡\u{88}‰\u{8A}‹\u{8C}\u{8D}\u{8E}\u{8F}\u{90}‘’“”•–—\u{98}™\u{9A}›\u{9C}\u{9D}\u{9E}\u{9F}\
               \u{A0}΅Ά£¤¥¦§¨©\u{FFFD}«¬\u{AD}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ\
               ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{FFFD}ΣΤΥΦΧΨΩΪΫάέήί\
               ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\u{FFFD}",
    },
    Table {
        name: "windows-1254",
        labels: &["windows-1254", "cp1254", "iso-8859-9", "latin5"],
        high: "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}\u{8E}\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}\u{9E}Ÿ\
               \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
               ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß\
               àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    },
    Table {
        name: "windows-1255",
        labels: &["windows-1255", "cp1255"],
        high: "€\u{81}‚ƒ„…†‡ˆ‰\u{8A}‹\u{8C}\u{8D}\u{8E}\u{8F}\u{90}‘’“”•–—˜™\u{9A}›\u{9C}\u{9D}\u{9E}\u{9F}\
               \u{A0}¡¢£₪¥¦§¨©×«¬\u{AD}®¯°±²³´µ¶·¸¹÷»¼½¾¿\
               \u{5B0}\u{5B1}\u{5B2}\u{5B3}\u{5B4}\u{5B5}\u{5B6}\u{5B7}\u{5B8}\u{5B9}\u{FFFD}\u{5BB}\u{5BC}\u{5BD}\u{5BE}\u{5BF}\u{5C0}\u{5C1}\u{5C2}\u{5C3}װױײ׳״\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\
               אבגדהוזחטיךכלםמןנסעףפץצקרשת\u{FFFD}\u{FFFD}\u{200E}\u{200F}\u{FFFD}",
    },
    Table {
        name: "windows-1256",
        labels: &["windows-1256", "cp1256", "x-cp1256"],
        high: "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200C}\u{200D}ں\
               \u{A0}،¢£¤¥¦§¨©ھ«¬\u{AD}®¯°±²³´µ¶·¸¹؛»¼½¾؟\
               ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك\
               àلâمنهوçèéêëىيîï\u{64B}\u{64C}\u{64D}\u{64E}ô\u{64F}\u{650}÷\u{651}ù\u{652}ûü\u{200E}\u{200F}ے",
    },
    Table {
        name: "iso-8859-2",
        labels: &["iso-8859-2", "iso8859-2", "latin2"],
        high: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\
               \u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
               ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
               ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    },
    Table {
        name: "iso-8859-15",
        labels: &["iso-8859-15", "iso8859-15", "latin9", "latin-9"],
        high: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\
               \u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿\
               ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
               àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    },
    Table {
        name: "koi8-r",
        labels: &["koi8-r", "koi8", "koi"],
        high: "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷\
               ═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©\
               юабцдефгхийклмнопярстужвьызшэщчъ\
               ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Option<String>, usize) {
        let mut notices = Notices::of("a.txt");
        let text = text_of(bytes, &mut notices);
        (text, notices.into_list().len())
    }

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn tables_hold_half_a_byte_each() {
        for table in TABLES {
            assert_eq!(table.high.chars().count(), 128, "{}", table.name);
        }
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "“Née”, said he.\nИ так далее.";
        let little = utf16_bytes(text, u16::to_le_bytes);
        let big = utf16_bytes(text, u16::to_be_bytes);
        let latin = b"caf\xE9 \x93quoted\x94";
        for (name, bytes, expected, notices) in [
            ("empty", Vec::new(), "", 0),
            ("UTF-8", text.into(), text, 0),
            (
                "UTF-8 with a mark",
                [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                text,
                0,
            ),
            (
                "UTF-16 LE",
                [b"\xFF\xFE", little.as_slice()].concat(),
                text,
                0,
            ),
            ("UTF-16 BE", [b"\xFE\xFF", big.as_slice()].concat(), text, 0),
            ("UTF-16 LE without a mark", little, text, 1),
            ("UTF-16 BE without a mark", big, text, 1),
            ("Windows-1252", latin.to_vec(), "café “quoted”", 1),
            (
                "declared Latin-1",
                b"<meta charset=\"ISO-8859-1\">caf\xE9".to_vec(),
                "<meta charset=\"ISO-8859-1\">café",
                0,
            ),
            (
                "declared the old way",
                b"<META content='text/html; charset=windows-1251'>\xCF\xF0\xE8".to_vec(),
                "<META content='text/html; charset=windows-1251'>При",
                0,
            ),
            (
                "declared in XML",
                b"<?xml version='1.0' encoding='koi8-r'?>\xF0".to_vec(),
                "<?xml version='1.0' encoding='koi8-r'?>П",
                0,
            ),
            (
                "broken UTF-8",
                "é é é ".bytes().chain([0xFF]).collect(),
                "é é é \u{FFFD}",
                1,
            ),
        ] {
            let (read, told) = read(&bytes);
            assert_eq!(read.as_deref(), Some(expected), "{name}");
            assert_eq!(told, notices, "{name}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4096_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        for (name, bytes) in [
            ("PDF", b"%PDF-1.7 ...".to_vec()),
            ("ZIP", b"PK\x03\x04....".to_vec()),
            ("noise", noise),
            ("zeros", vec![0; 100]),
            ("UTF-32", b"\xFF\xFE\0\0a\0\0\0".to_vec()),
            (
                "Shift_JIS",
                b"<meta charset=shift_jis>\x93\xFA\x96\x7B".to_vec(),
            ),
        ] {
            assert_eq!(read(&bytes), (None, 1), "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            let (text, told) = read(&bytes);
            proptest::prop_assert!(text.is_some() || told > 0);
        }

        #[test]
        fn all_text_comes_back_from_utf16(text in "[a-zA-Z,. \né“”и文]{40,80}") {
            for (mark, bytes) in [(b"\xFF\xFE", u16::to_le_bytes as fn(u16) -> [u8; 2]), (b"\xFE\xFF", u16::to_be_bytes)] {
                let file = [mark.as_slice(), &utf16_bytes(&text, bytes)].concat();
                proptest::prop_assert_eq!(read(&file).0, Some(text.clone()));
            }
        }
    }
}
