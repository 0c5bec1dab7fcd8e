//! Decodes text files.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding};

use super::binary::binary_kind;
use super::diagnostic::{Diagnostics, EncodingProblem, Place, TextProblem};
use super::mojibake::repaired;

/// The number of bytes or characters that are examined to recognise a kind of file.
const LOOKED_AT: usize = 64 * 1024;

/// The number of bytes in which an HTML file may declare its encoding.
const DECLARED_WITHIN: usize = 4096;

/// The number of bytes, from the first that is not ASCII, that the encoding is detected from.
const DETECTED_BY: usize = 1024 * 1024;

/// The byte that begins a change of character set in ISO-2022-JP.
const ESCAPE: u8 = 0x1B;

/// Space for the longest character and its replacement.
const LEAST_SPACE: usize = 64;

/// The text of a file; `None` if it is not text or in an unsupported encoding. Guesses and
/// problems are reported.
pub(super) fn text_of(bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<String> {
    let (text, _) = text_with_encoding(bytes, diagnostics)?;
    Some(text)
}

/// Like [`text_of`], with the usual name of the encoding.
pub(super) fn text_with_encoding(
    bytes: &[u8],
    diagnostics: &mut Diagnostics,
) -> Option<(String, String)> {
    if let Some(kind) = binary_kind(bytes) {
        diagnostics.report_file(EncodingProblem::Binary(kind));
        return None;
    }
    let before = diagnostics.len();
    let (text, encoding) = decoded(bytes, diagnostics)?;
    if looks_binary(&text) {
        // Problems of the encoding are irrelevant then.
        diagnostics.truncate(before);
        diagnostics.report_file(EncodingProblem::NotText);
        return None;
    }
    if let Some((text, count)) = repaired(&text) {
        diagnostics.report_file(TextProblem::Mojibake { count });
        return Some((text, name_of(encoding)));
    }
    Some((text, name_of(encoding)))
}

/// The text of a file, and its encoding.
fn decoded(bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<(String, &'static Encoding)> {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        diagnostics.report_file(EncodingProblem::Utf32);
        return None;
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return Some((decode(encoding, rest, diagnostics), encoding));
    }
    if let Some(encoding) = utf16_by_pattern(bytes) {
        diagnostics.report_file(EncodingProblem::Utf16Guessed);
        return Some((decode(encoding, bytes, diagnostics), encoding));
    }
    let label = declared(bytes);
    let declared = label
        .as_ref()
        .and_then(|label| Encoding::for_label(label.as_bytes()));
    // Wrong declarations are more common than text in another encoding that happens to be valid
    // UTF-8. But ISO-2022-JP consists of ASCII bytes.
    if let Ok(text) = std::str::from_utf8(bytes)
        && declared != Some(encoding_rs::ISO_2022_JP)
        && !(bytes.contains(&ESCAPE) && detect(bytes) == encoding_rs::ISO_2022_JP)
    {
        return Some((text.to_owned(), encoding_rs::UTF_8));
    }
    match declared {
        Some(encoding) if encoding == encoding_rs::REPLACEMENT => {
            let label = label.as_deref().unwrap_or_default();
            diagnostics.report(Place::Whole, EncodingProblem::Unsupported, label);
            return None;
        }
        Some(encoding) if encoding == encoding_rs::X_USER_DEFINED => {
            let encoding = encoding_rs::WINDOWS_1252;
            return Some((decode(encoding, bytes, diagnostics), encoding));
        }
        Some(encoding) if encoding == encoding_rs::UTF_8 && !mostly_utf8(bytes) => {
            let encoding = detect(bytes);
            diagnostics.report_file(EncodingProblem::WronglyDeclared {
                encoding: name_of(encoding),
            });
            return Some((decode(encoding, bytes, diagnostics), encoding));
        }
        // The declaration was read as ASCII, so the encoding is not UTF-16.
        Some(encoding) => {
            let encoding = encoding.output_encoding();
            return Some((decode(encoding, bytes, diagnostics), encoding));
        }
        None => {}
    }
    if let Some(label) = &label {
        diagnostics.report(Place::Whole, EncodingProblem::Unknown, label);
    }
    if mostly_utf8(bytes) {
        let encoding = encoding_rs::UTF_8;
        return Some((decode(encoding, bytes, diagnostics), encoding));
    }
    Some(detected(bytes, diagnostics))
}

/// Decodes text. Invalid bytes become U+FFFD and are reported.
fn decode(encoding: &'static Encoding, bytes: &[u8], diagnostics: &mut Diagnostics) -> String {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8 + LEAST_SPACE);
    let mut rest = bytes;
    let mut wrong = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(rest.len() + LEAST_SPACE),
            DecoderResult::Malformed(..) => {
                wrong += 1;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    if wrong > 0 {
        diagnostics.report_file(EncodingProblem::Invalid {
            count: wrong,
            encoding: name_of(encoding),
        });
    }
    text
}

/// The usual name of an encoding.
fn name_of(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "UTF-16LE" | "UTF-16BE" => "UTF-16".to_owned(),
        name => name.replace("windows", "Windows"),
    }
}

/// The byte order of UTF-16 without a byte order mark. In common characters (spaces, line
/// ends, Latin letters) every other byte is zero.
fn utf16_by_pattern(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.get(..LOOKED_AT).unwrap_or(bytes).as_chunks::<2>();
    let zeros = |place: usize| {
        pairs
            .iter()
            .filter(|pair| pair.get(place) == Some(&0))
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    let clear = |many: usize, few: usize| many > 2 && many * 50 >= pairs.len() && few * 20 <= many;
    let (encoding, unit): (_, fn([u8; 2]) -> u16) = if clear(second, first) {
        (encoding_rs::UTF_16LE, u16::from_le_bytes)
    } else if clear(first, second) {
        (encoding_rs::UTF_16BE, u16::from_be_bytes)
    } else {
        return None;
    };
    let broken = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .filter(|c| !c.as_ref().is_ok_and(|c| is_of_text(*c)));
    (broken.count() * 100 <= pairs.len()).then_some(encoding)
}

/// Whether most of the characters that are not ASCII are valid UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// The most likely encoding of the bytes.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let first = bytes
        .iter()
        .position(|byte| !byte.is_ascii() || *byte == ESCAPE)
        .unwrap_or(0)
        .saturating_sub(2);
    let sample = bytes.get(first..).unwrap_or_default();
    let is_whole = sample.len() <= DETECTED_BY;
    let sample = sample.get(..DETECTED_BY).unwrap_or(sample);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, is_whole);
    detector.guess(None, Utf8Detection::Deny)
}

/// Decodes text in its most likely encoding.
fn detected(bytes: &[u8], diagnostics: &mut Diagnostics) -> (String, &'static Encoding) {
    let encoding = detect(bytes);
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let is_unlikely = encoding == encoding_rs::WINDOWS_1252 && high * 10 > bytes.len() * 3;
    let name = name_of(encoding);
    diagnostics.report_file(if is_unlikely {
        EncodingProblem::Undetected { encoding: name }
    } else {
        EncodingProblem::Detected { encoding: name }
    });
    (decode(encoding, bytes, diagnostics), encoding)
}

/// The encoding that an HTML or XML file declares at its beginning, in lower case.
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

/// Whether too many characters are unusual for text.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Option<String>, usize) {
        let mut diagnostics = Diagnostics::of("a.txt");
        let text = text_of(bytes, &mut diagnostics);
        (text, diagnostics.into_list().len())
    }

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    const GREEK: &str = "Η επιτροπή αποφάσισε την Τρίτη ότι θα υπάρξει γραμμή από το λιμάνι.";
    const CHINESE: &str = "市议会周二批准了一条新的渡轮航线，争论持续了两年，费用是主要分歧。";
    const TAIWANESE: &str = "市議會週二批准了一條新的渡輪航線，爭論持續了兩年，費用是主要分歧。";
    const JAPANESE: &str = "市議会は火曜日に新しいフェリー航路を承認した。議論は二年間続いた。";
    const KOREAN: &str =
        "시의회는 화요일에 새로운 여객선 항로를 승인했다. 논쟁은 이 년 동안 이어졌다.";
    const RUSSIAN: &str =
        "Совет во вторник утвердил новую паромную линию, споры о ней шли два года.";
    const POLISH: &str =
        "Rada zatwierdziła we wtorek nową linię promową; spór trwał dwa łata, źle.";

    fn encoded(label: &str, text: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(label.as_bytes()).unwrap();
        let (bytes, _, wrong) = encoding.encode(text);
        assert!(!wrong, "{label}");
        bytes.into_owned()
    }

    /// Text in each encoding is decoded without a diagnostic if a page or XML declares the
    /// encoding.
    #[test]
    fn declared_encodings_are_read() {
        for (label, text) in [
            ("utf-8", GREEK),
            ("iso-8859-7", "Άνω τελεία"),
            ("iso-8859-7", GREEK),
            ("windows-1253", GREEK),
            ("gb2312", CHINESE),
            ("gbk", CHINESE),
            ("gb18030", CHINESE),
            ("big5", TAIWANESE),
            ("shift_jis", JAPANESE),
            ("euc-jp", JAPANESE),
            ("iso-2022-jp", JAPANESE),
            ("euc-kr", KOREAN),
            ("ks_c_5601-1987", KOREAN),
            ("windows-1251", RUSSIAN),
            ("koi8-r", RUSSIAN),
            ("iso-8859-5", RUSSIAN),
            ("ibm866", RUSSIAN),
            ("koi8-u", "Міська рада"),
            ("windows-1250", POLISH),
            ("iso-8859-2", POLISH),
            ("ISO-8859-1", "“Née”, said he."),
            ("iso-8859-15", "dix €, œuvre"),
            ("windows-1254", "İstanbul’da ışık"),
            ("windows-1255", "מועצת העיר"),
            ("windows-1256", "مجلس المدينة"),
            ("windows-1257", "Rīgas dome"),
            ("windows-1258", "th\u{1A1}"),
            ("windows-874", "สภาเมือง"),
            ("macintosh", "café"),
        ] {
            for page in [
                format!("<html><head><meta charset={label}><title>{text}</title>"),
                format!("<META HTTP-EQUIV=x CONTENT='text/html; charset={label}'><p>{text}"),
                format!("<?xml version='1.0' encoding='{label}'?><html><p>{text}"),
            ] {
                let (read, told) = read(&encoded(label, &page));
                assert_eq!(read, Some(page), "{label}");
                assert_eq!(told, 0, "{label}");
            }
        }
    }

    /// An undeclared encoding is detected and named in the diagnostic.
    #[test]
    fn undeclared_encodings_are_detected() {
        for (label, text, name) in [
            ("windows-1253", GREEK, "Windows-1253"),
            (
                "iso-8859-7",
                "Άρθρο: Άννα και Άγγελος είπαν ότι θα υπάρξει γραμμή από το λιμάνι.",
                "ISO-8859-7",
            ),
            ("gb2312", CHINESE, "GBK"),
            ("big5", TAIWANESE, "Big5"),
            ("shift_jis", JAPANESE, "Shift_JIS"),
            ("euc-jp", JAPANESE, "EUC-JP"),
            ("iso-2022-jp", JAPANESE, "ISO-2022-JP"),
            ("euc-kr", KOREAN, "EUC-KR"),
            ("windows-1251", RUSSIAN, "Windows-1251"),
            ("koi8-r", RUSSIAN, "KOI8-U"),
            ("windows-1250", POLISH, "Windows-1250"),
            (
                "windows-1252",
                "Der Bürgermeister sagte: „Das können wir nicht prüfen.“",
                "Windows-1252",
            ),
        ] {
            let mut diagnostics = Diagnostics::of("a.txt");
            let read = text_of(&encoded(label, text), &mut diagnostics);
            assert_eq!(read.as_deref(), Some(text), "{label}");
            let diagnostics = diagnostics.into_list();
            let encoding = name.to_owned();
            let [diagnostic] = diagnostics.as_slice() else {
                panic!("{label}: {diagnostics:?}");
            };
            assert_eq!(
                diagnostic.problem,
                EncodingProblem::Detected { encoding }.into(),
                "{label}"
            );
        }
    }

    #[test]
    fn what_is_invalid_in_an_encoding_is_counted() {
        let mut diagnostics = Diagnostics::of("a.html");
        let words = "many plain words and ".repeat(9);
        let page = [
            b"<meta charset=euc-kr>",
            words.as_bytes(),
            b"\xC7\xFF \xFF \xC7\xD1",
        ];
        let read = text_of(&page.concat(), &mut diagnostics);
        let expected = format!("<meta charset=euc-kr>{words}\u{FFFD} \u{FFFD} 한");
        assert_eq!(read, Some(expected));
        let diagnostics = diagnostics.into_list();
        assert_eq!(diagnostics.len(), 1);
        let expected = EncodingProblem::Invalid {
            count: 2,
            encoding: "EUC-KR".to_owned(),
        };
        assert_eq!(diagnostics[0].problem, expected.into());
    }

    #[test]
    fn an_unknown_label_is_reported_and_the_encoding_detected() {
        for (label, told) in [("latin-1", 2), ("x-nothing", 2)] {
            let page = [
                format!("<meta charset={label}>caf").as_bytes(),
                b"\xE9 noir",
            ]
            .concat();
            let expected = format!("<meta charset={label}>café noir");
            assert_eq!(read(&page), (Some(expected), told), "{label}");
        }
    }

    #[test]
    fn a_wrong_declaration_is_reported_and_the_encoding_detected() {
        let words = |text: &str| format!("<?xml version='1.0' encoding='UTF-8'?><p>{text}</p>");
        for (label, text, encoding) in [
            ("windows-1252", "née à Paris", "Windows-1252"),
            ("windows-1251", RUSSIAN, "Windows-1251"),
            ("shift_jis", JAPANESE, "Shift_JIS"),
        ] {
            let mut diagnostics = Diagnostics::of("a.xml");
            let read = text_of(&encoded(label, &words(text)), &mut diagnostics);
            assert_eq!(read, Some(words(text)));
            let encoding = encoding.to_owned();
            let expected = EncodingProblem::WronglyDeclared { encoding };
            assert_eq!(diagnostics.into_list()[0].problem, expected.into());
        }
    }

    #[test]
    fn colours_of_a_terminal_are_not_japanese() {
        let text = "\u{1B}[1mBold\u{1B}[0m words and many more of them";
        assert_eq!(read(text.as_bytes()), (Some(text.to_owned()), 0));
    }

    #[test]
    fn encodings_are_distinguished() {
        let text = "“Née”, said he.\nИ так далее.";
        let little = utf16_bytes(text, u16::to_le_bytes);
        let big = utf16_bytes(text, u16::to_be_bytes);
        let latin = b"caf\xE9 \x93quoted\x94";
        for (name, bytes, expected, diagnostics) in [
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
            assert_eq!(told, diagnostics, "{name}");
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
            ("HZ", b"<meta charset=hz-gb-2312>\x93\xFA\x96\x7B".to_vec()),
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
