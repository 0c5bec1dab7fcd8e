//! Decodes character references (`&amp;`, `&#8220;`) in text without tags.

use std::borrow::Cow;
use std::cell::RefCell;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::{RawData, Rcdata};
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// The text with its character references decoded.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let options = TokenizerOpts {
        initial_state: Some(RawData(Rcdata)),
        discard_bom: false,
        ..TokenizerOpts::default()
    };
    let tokenizer = Tokenizer::new(Characters::default(), options);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(text));
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    Cow::Owned(tokenizer.sink.0.into_inner())
}

#[derive(Default)]
struct Characters(RefCell<String>);

impl TokenSink for Characters {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::CharacterTokens(text) = token {
            self.0.borrow_mut().push_str(&text);
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_as_browsers_read_them() {
        for (text, expected) in [
            ("no reference", "no reference"),
            ("&ldquo;A&rdquo; &amp;&lt;", "“A” &<"),
            ("&#8220;&#x201c;&#X201C", "“““"),
            (
                "&#147;&#0;&#xD800;&#9999999999;",
                "“\u{FFFD}\u{FFFD}\u{FFFD}",
            ),
            ("&copy2026 &copyright; &notit;", "©2026 ©right; ¬it;"),
            ("&nosuchname; & &; &#; &#x;", "&nosuchname; & &; &#; &#x;"),
            ("AT&T", "AT&T"),
            ("&", "&"),
            (
                "&NotNestedGreaterGreater; </title> <b>&lt;",
                "⪢\u{338} </title> <b><",
            ),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }
}
