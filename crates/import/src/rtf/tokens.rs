//! Divides RTF into tokens. Every sequence of bytes is RTF for this purpose.

/// A piece of an RTF file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'r> {
    Open,
    Close,
    /// A control word with its number.
    Word(&'r str, Option<i32>),
    /// A control symbol: a character after a backslash.
    Symbol(u8),
    /// A byte of text given by its code.
    Byte(u8),
    /// Bytes of text.
    Text(&'r [u8]),
}

/// The tokens of a file.
pub(super) struct Tokens<'r> {
    rest: &'r [u8],
}

impl<'r> Tokens<'r> {
    pub(super) fn of(bytes: &'r [u8]) -> Self {
        Self { rest: bytes }
    }

    fn take(&mut self, count: usize) -> &'r [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, is_part: impl Fn(u8) -> bool, most: usize) -> &'r [u8] {
        let count = self
            .rest
            .iter()
            .take(most)
            .take_while(|byte| is_part(**byte));
        let count = count.count();
        self.take(count)
    }

    /// The token after a backslash.
    fn control(&mut self) -> Option<Token<'r>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            self.take(1);
            let digits = self.take_while(|byte| byte.is_ascii_hexdigit(), 2);
            let digits = std::str::from_utf8(digits).unwrap_or_default();
            return Some(match u8::from_str_radix(digits, 16) {
                Ok(byte) => Token::Byte(byte),
                Err(_) => Token::Symbol(b'\''),
            });
        }
        if !first.is_ascii_alphabetic() {
            self.take(1);
            return Some(Token::Symbol(first));
        }
        // The specification allows 32 letters and 10 digits.
        let name = self.take_while(|byte| byte.is_ascii_alphabetic(), 32);
        let name = std::str::from_utf8(name).unwrap_or_default();
        let is_negative =
            self.rest.starts_with(b"-") && self.rest.get(1).is_some_and(u8::is_ascii_digit);
        if is_negative {
            self.take(1);
        }
        let digits = self.take_while(|byte| byte.is_ascii_digit(), 10);
        let digits = std::str::from_utf8(digits).unwrap_or_default();
        let number = digits.parse::<i32>().ok();
        let number = number.map(|number| if is_negative { -number } else { number });
        if self.rest.starts_with(b" ") {
            self.take(1);
        }
        if name == "bin" {
            self.take(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }
}

impl<'r> Iterator for Tokens<'r> {
    type Item = Token<'r>;

    fn next(&mut self) -> Option<Token<'r>> {
        loop {
            let first = *self.rest.first()?;
            match first {
                b'{' => {
                    self.take(1);
                    return Some(Token::Open);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::Close);
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                // Line ends of the file are none of the text.
                b'\r' | b'\n' | 0 => {
                    self.take(1);
                }
                _ => {
                    let text = self.take_while(
                        |byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0),
                        usize::MAX,
                    );
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_divided_into_tokens() {
        let tokens: Vec<Token<'_>> =
            Tokens::of(b"{\\rtf1\\b x\r\ny\\'e9\\u-10179 ?\\~\\bin3 }{}\\'zz}\\").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("rtf", Some(1)),
                Token::Word("b", None),
                Token::Text(b"x"),
                Token::Text(b"y"),
                Token::Byte(0xE9),
                Token::Word("u", Some(-10179)),
                Token::Text(b"?"),
                Token::Symbol(b'~'),
                Token::Word("bin", Some(3)),
                Token::Symbol(b'\''),
                Token::Text(b"zz"),
                Token::Close,
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_end(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200)) {
            proptest::prop_assert!(Tokens::of(&bytes).count() <= bytes.len());
        }
    }
}
