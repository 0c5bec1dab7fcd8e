//! Character references (`&amp;`, `&#8220;`) as characters.

use std::borrow::Cow;

/// Longer names do not exist here.
const LONGEST_NAME: usize = 14;

/// The text with its character references read. `attribute` is for the values of
/// attributes, where `&copy=` is no reference.
pub(super) fn decoded(text: &str, attribute: bool) -> Cow<'_, str> {
    let Some(first) = text.find('&') else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(text.get(..first).unwrap_or_default());
    let mut rest = text.get(first..).unwrap_or_default();
    while let Some(after) = rest.strip_prefix('&') {
        let (c, length) = match after.strip_prefix('#') {
            Some(number) => numeric(number).map_or((None, 0), |(c, length)| (Some(c), length + 1)),
            None => named(after, attribute).map_or((None, 0), |(c, length)| (Some(c), length)),
        };
        out.push(c.unwrap_or('&'));
        let after = after.get(length..).unwrap_or_default();
        let next = after.find('&').unwrap_or(after.len());
        let (plain, following) = after.split_at_checked(next).unwrap_or((after, ""));
        out.push_str(plain);
        rest = following;
    }
    Cow::Owned(out)
}

/// The character of `8220;` or `x201C;`, and the bytes read.
fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix, mark) = match text.strip_prefix(['x', 'X']) {
        Some(rest) => (rest, 16, 1),
        None => (text, 10, 0),
    };
    let length = digits
        .bytes()
        .take_while(|byte| char::from(*byte).is_digit(radix))
        .count();
    let digits = digits.get(..length).filter(|digits| !digits.is_empty())?;
    // What does not fit is no character in any case.
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let c = match code {
        0x80..=0x9F => WINDOWS_1252.chars().nth((code - 0x80) as usize),
        0 => None,
        _ => char::from_u32(code),
    };
    let read = mark + length;
    let semicolon = usize::from(text.as_bytes().get(read) == Some(&b';'));
    Some((c.unwrap_or(char::REPLACEMENT_CHARACTER), read + semicolon))
}

/// The character of `amp;`, and the bytes read. Without a semicolon only the old names count.
fn named(text: &str, attribute: bool) -> Option<(char, usize)> {
    let letters = text
        .bytes()
        .take(LONGEST_NAME + 1)
        .take_while(u8::is_ascii_alphanumeric);
    let length = letters.count();
    let name = text.get(..length)?;
    let after = text.as_bytes().get(length);
    if after == Some(&b';') {
        let c = lookup(&LEGACY, name).or_else(|| lookup(&OTHERS, name));
        if let Some(c) = c {
            return Some((c, length + 1));
        }
    }
    if attribute && (after == Some(&b'=') || lookup(&LEGACY, name).is_none()) {
        return None;
    }
    let cuts = (2..=length).rev();
    cuts.into_iter()
        .find_map(|cut| Some((lookup(&LEGACY, name.get(..cut)?)?, cut)))
}

fn lookup(table: &[(&str, char)], name: &str) -> Option<char> {
    let at = table
        .binary_search_by(|(known, _)| (*known).cmp(name))
        .ok()?;
    table.get(at).map(|(_, c)| *c)
}

/// What numbers from 0x80 mean on the web.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// Names that are read without a semicolon too, sorted.
const LEGACY: [(&str, char); 106] = [
    ("AElig", 'Æ'),
    ("AMP", '&'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Agrave", 'À'),
    ("Aring", 'Å'),
    ("Atilde", 'Ã'),
    ("Auml", 'Ä'),
    ("COPY", '©'),
    ("Ccedil", 'Ç'),
    ("ETH", 'Ð'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Egrave", 'È'),
    ("Euml", 'Ë'),
    ("GT", '>'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Igrave", 'Ì'),
    ("Iuml", 'Ï'),
    ("LT", '<'),
    ("Ntilde", 'Ñ'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Ograve", 'Ò'),
    ("Oslash", 'Ø'),
    ("Otilde", 'Õ'),
    ("Ouml", 'Ö'),
    ("QUOT", '"'),
    ("REG", '®'),
    ("THORN", 'Þ'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Ugrave", 'Ù'),
    ("Uuml", 'Ü'),
    ("Yacute", 'Ý'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("acute", '´'),
    ("aelig", 'æ'),
    ("agrave", 'à'),
    ("amp", '&'),
    ("aring", 'å'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("brvbar", '¦'),
    ("ccedil", 'ç'),
    ("cedil", '¸'),
    ("cent", '¢'),
    ("copy", '©'),
    ("curren", '¤'),
    ("deg", '°'),
    ("divide", '÷'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("egrave", 'è'),
    ("eth", 'ð'),
    ("euml", 'ë'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("gt", '>'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iexcl", '¡'),
    ("igrave", 'ì'),
    ("iquest", '¿'),
    ("iuml", 'ï'),
    ("laquo", '«'),
    ("lt", '<'),
    ("macr", '¯'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("nbsp", '\u{A0}'),
    ("not", '¬'),
    ("ntilde", 'ñ'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("ograve", 'ò'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("oslash", 'ø'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("para", '¶'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("reg", '®'),
    ("sect", '§'),
    ("shy", '\u{AD}'),
    ("sup1", '¹'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("szlig", 'ß'),
    ("thorn", 'þ'),
    ("times", '×'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("ugrave", 'ù'),
    ("uml", '¨'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("yen", '¥'),
    ("yuml", 'ÿ'),
];

/// Names that end with a semicolon, sorted: those of HTML 4 and the commoner of HTML 5.
const OTHERS: [(&str, char); 269] = [
    ("Abreve", 'Ă'),
    ("Alpha", 'Α'),
    ("Amacr", 'Ā'),
    ("Aogon", 'Ą'),
    ("Beta", 'Β'),
    ("Cacute", 'Ć'),
    ("Ccaron", 'Č'),
    ("Chi", 'Χ'),
    ("Dagger", '‡'),
    ("Dcaron", 'Ď'),
    ("Delta", 'Δ'),
    ("Dstrok", 'Đ'),
    ("Ecaron", 'Ě'),
    ("Emacr", 'Ē'),
    ("Eogon", 'Ę'),
    ("Epsilon", 'Ε'),
    ("Eta", 'Η'),
    ("Gamma", 'Γ'),
    ("Gbreve", 'Ğ'),
    ("Hat", '^'),
    ("Idot", 'İ'),
    ("Imacr", 'Ī'),
    ("Iota", 'Ι'),
    ("Kappa", 'Κ'),
    ("Lambda", 'Λ'),
    ("Lcaron", 'Ľ'),
    ("Lstrok", 'Ł'),
    ("Mu", 'Μ'),
    ("Nacute", 'Ń'),
    ("Ncaron", 'Ň'),
    ("NewLine", '\u{A}'),
    ("NoBreak", '\u{2060}'),
    ("Nu", 'Ν'),
    ("OElig", 'Œ'),
    ("Odblac", 'Ő'),
    ("Omacr", 'Ō'),
    ("Omega", 'Ω'),
    ("Omicron", 'Ο'),
    ("Phi", 'Φ'),
    ("Pi", 'Π'),
    ("Prime", '″'),
    ("Psi", 'Ψ'),
    ("Rcaron", 'Ř'),
    ("Rho", 'Ρ'),
    ("Sacute", 'Ś'),
    ("Scaron", 'Š'),
    ("Scedil", 'Ş'),
    ("Sigma", 'Σ'),
    ("Tab", '\u{9}'),
    ("Tau", 'Τ'),
    ("Tcaron", 'Ť'),
    ("Tcedil", 'Ţ'),
    ("Theta", 'Θ'),
    ("Udblac", 'Ű'),
    ("Umacr", 'Ū'),
    ("Upsilon", 'Υ'),
    ("Uring", 'Ů'),
    ("Xi", 'Ξ'),
    ("Yuml", 'Ÿ'),
    ("Zacute", 'Ź'),
    ("Zcaron", 'Ž'),
    ("Zdot", 'Ż'),
    ("ZeroWidthSpace", '\u{200B}'),
    ("Zeta", 'Ζ'),
    ("abreve", 'ă'),
    ("alefsym", 'ℵ'),
    ("alpha", 'α'),
    ("amacr", 'ā'),
    ("and", '∧'),
    ("ang", '∠'),
    ("aogon", 'ą'),
    ("apos", '\''),
    ("ast", '*'),
    ("asymp", '≈'),
    ("bdquo", '„'),
    ("beta", 'β'),
    ("bigstar", '★'),
    ("blacksquare", '▪'),
    ("bsol", '\u{5C}'),
    ("bull", '•'),
    ("cacute", 'ć'),
    ("cap", '∩'),
    ("caret", '⁁'),
    ("ccaron", 'č'),
    ("centerdot", '·'),
    ("check", '✓'),
    ("chi", 'χ'),
    ("circ", 'ˆ'),
    ("clubs", '♣'),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("cong", '≅'),
    ("crarr", '↵'),
    ("cross", '✗'),
    ("cup", '∪'),
    ("dArr", '⇓'),
    ("dagger", '†'),
    ("darr", '↓'),
    ("dash", '‐'),
    ("dcaron", 'ď'),
    ("delta", 'δ'),
    ("diams", '♦'),
    ("dollar", '$'),
    ("dstrok", 'đ'),
    ("ecaron", 'ě'),
    ("emacr", 'ē'),
    ("empty", '∅'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("eogon", 'ę'),
    ("epsilon", 'ε'),
    ("equals", '='),
    ("equiv", '≡'),
    ("eta", 'η'),
    ("euro", '€'),
    ("excl", '!'),
    ("exist", '∃'),
    ("female", '♀'),
    ("fnof", 'ƒ'),
    ("forall", '∀'),
    ("frasl", '⁄'),
    ("gamma", 'γ'),
    ("gbreve", 'ğ'),
    ("ge", '≥'),
    ("grave", '`'),
    ("hArr", '⇔'),
    ("hairsp", '\u{200A}'),
    ("half", '½'),
    ("harr", '↔'),
    ("hearts", '♥'),
    ("hellip", '…'),
    ("horbar", '―'),
    ("hyphen", '‐'),
    ("imacr", 'ī'),
    ("image", 'ℑ'),
    ("imath", 'ı'),
    ("infin", '∞'),
    ("inodot", 'ı'),
    ("int", '∫'),
    ("iota", 'ι'),
    ("isin", '∈'),
    ("kappa", 'κ'),
    ("lArr", '⇐'),
    ("lambda", 'λ'),
    ("lang", '〈'),
    ("larr", '←'),
    ("lbrace", '{'),
    ("lbrack", '['),
    ("lcaron", 'ľ'),
    ("lceil", '⌈'),
    ("lcub", '{'),
    ("ldquo", '“'),
    ("le", '≤'),
    ("lfloor", '⌊'),
    ("lowast", '∗'),
    ("lowbar", '_'),
    ("loz", '◊'),
    ("lpar", '('),
    ("lrm", '\u{200E}'),
    ("lsaquo", '‹'),
    ("lsqb", '['),
    ("lsquo", '‘'),
    ("lstrok", 'ł'),
    ("male", '♂'),
    ("mdash", '—'),
    ("minus", '−'),
    ("mldr", '…'),
    ("mu", 'μ'),
    ("nabla", '∇'),
    ("nacute", 'ń'),
    ("ncaron", 'ň'),
    ("ndash", '–'),
    ("ne", '≠'),
    ("ni", '∋'),
    ("nldr", '‥'),
    ("notin", '∉'),
    ("nsub", '⊄'),
    ("nu", 'ν'),
    ("num", '#'),
    ("numsp", '\u{2007}'),
    ("odblac", 'ő'),
    ("oelig", 'œ'),
    ("oline", '‾'),
    ("omacr", 'ō'),
    ("omega", 'ω'),
    ("omicron", 'ο'),
    ("oplus", '⊕'),
    ("or", '∨'),
    ("otimes", '⊗'),
    ("part", '∂'),
    ("percnt", '%'),
    ("period", '.'),
    ("permil", '‰'),
    ("perp", '⊥'),
    ("phi", 'φ'),
    ("phone", '☎'),
    ("pi", 'π'),
    ("piv", 'ϖ'),
    ("plus", '+'),
    ("prime", '′'),
    ("prod", '∏'),
    ("prop", '∝'),
    ("psi", 'ψ'),
    ("puncsp", '\u{2008}'),
    ("quest", '?'),
    ("rArr", '⇒'),
    ("radic", '√'),
    ("rang", '〉'),
    ("rarr", '→'),
    ("rbrace", '}'),
    ("rbrack", ']'),
    ("rcaron", 'ř'),
    ("rceil", '⌉'),
    ("rcub", '}'),
    ("rdquo", '”'),
    ("real", 'ℜ'),
    ("rfloor", '⌋'),
    ("rho", 'ρ'),
    ("rlm", '\u{200F}'),
    ("rpar", ')'),
    ("rsaquo", '›'),
    ("rsqb", ']'),
    ("rsquo", '’'),
    ("sacute", 'ś'),
    ("sbquo", '‚'),
    ("scaron", 'š'),
    ("scedil", 'ş'),
    ("sdot", '⋅'),
    ("semi", ';'),
    ("sigma", 'σ'),
    ("sigmaf", 'ς'),
    ("sim", '∼'),
    ("sol", '/'),
    ("spades", '♠'),
    ("square", '□'),
    ("star", '☆'),
    ("starf", '★'),
    ("sub", '⊂'),
    ("sube", '⊆'),
    ("sum", '∑'),
    ("sup", '⊃'),
    ("supe", '⊇'),
    ("tau", 'τ'),
    ("tcaron", 'ť'),
    ("tcedil", 'ţ'),
    ("there4", '∴'),
    ("theta", 'θ'),
    ("thetasym", 'ϑ'),
    ("thinsp", '\u{2009}'),
    ("tilde", '˜'),
    ("trade", '™'),
    ("uArr", '⇑'),
    ("uarr", '↑'),
    ("udblac", 'ű'),
    ("umacr", 'ū'),
    ("upsih", 'ϒ'),
    ("upsilon", 'υ'),
    ("uring", 'ů'),
    ("verbar", '|'),
    ("vert", '|'),
    ("weierp", '℘'),
    ("xi", 'ξ'),
    ("zacute", 'ź'),
    ("zcaron", 'ž'),
    ("zdot", 'ż'),
    ("zeta", 'ζ'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_browsers_read_them() {
        for (text, attribute, expected) in [
            ("no reference", false, "no reference"),
            ("&ldquo;A&rdquo; &amp;&lt;", false, "“A” &<"),
            ("&#8220;&#x201c;&#X201C", false, "“““"),
            (
                "&#147;&#0;&#xD800;&#9999999999;",
                false,
                "“\u{FFFD}\u{FFFD}\u{FFFD}",
            ),
            ("&copy2026 &copyright; &notit;", false, "©2026 ©right; ¬it;"),
            ("?a=1&copy=2&amp;b&lt", true, "?a=1&copy=2&b<"),
            (
                "&nosuchname; & &; &#; &#x;",
                false,
                "&nosuchname; & &; &#; &#x;",
            ),
            ("AT&T", false, "AT&T"),
            ("&", false, "&"),
        ] {
            assert_eq!(decoded(text, attribute), expected, "{text}");
        }
    }

    #[test]
    fn tables_are_sorted() {
        assert!(LEGACY.is_sorted_by_key(|(name, _)| *name));
        assert!(OTHERS.is_sorted_by_key(|(name, _)| *name));
        let longest = OTHERS.iter().map(|(name, _)| name.len()).max();
        assert_eq!(longest, Some(LONGEST_NAME));
    }
}
