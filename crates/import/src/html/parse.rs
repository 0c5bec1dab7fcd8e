//! Parses HTML with html5ever, with limits on input for which it would need more than linear
//! time: attributes of a tag, and open elements.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{Tracer, TreeSink as _};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, TokenizerResult};

use super::arena::{Arena, Handle};
use super::names::{is_raw, is_reopened, is_void};
use super::node::MOST_ATTRIBUTES;

/// The maximum depth of elements. Deeper ones become siblings, because html5ever searches the
/// open elements at most tags.
const DEEPEST: usize = 200;
/// The maximum depth of formatting elements. Deeper ones are skipped, because html5ever
/// reopens all of them in each block.
const MOST_FORMATTING: usize = 48;
/// The number of nodes after which tags are skipped; their text is kept.
const MOST_NODES: usize = 1_500_000;
/// The number of tags or new nodes after which the open elements are counted again.
const COUNTED_AFTER: usize = 16;

/// Parses a document. Takes time linear in its length.
pub(super) fn parse(html: &str) -> Arena {
    let builder = TreeBuilder::new(
        Arena::new(),
        TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
    );
    let tokenizer = Tokenizer::new(Limited::of(builder), TokenizerOpts::default());
    let text = StrTendril::from(html);
    let queue = BufferQueue::default();
    let feed = |piece: StrTendril| {
        queue.push_back(piece);
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    };
    let mut at = 0;
    while at < html.len() {
        let rest = html.get(at..).unwrap_or_default();
        let sink = &tokenizer.sink;
        let begun = sink.tokens.get();
        let (length, kept) = if sink.tag_at(rest) {
            tag_length(rest.as_bytes())
        } else {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let next = rest.get(first..).and_then(|after| after.find('<'));
            let length = next.map_or(rest.len(), |next| next + first);
            (length, length)
        };
        // Tendrils have 32-bit lengths, as does WebAssembly.
        feed(text.subtendril(at as u32, kept as u32));
        if kept < length {
            feed(StrTendril::from(">"));
        }
        let opens_other =
            rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</");
        if sink.tokens.get() != begun {
            sink.is_within.set(false);
        } else if opens_other {
            sink.is_within.set(true);
        }
        at += length;
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// The length of the tag at the beginning, and the length that contains few enough
/// attributes.
fn tag_length(rest: &[u8]) -> (usize, usize) {
    let is_space = |byte: u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C);
    let find = |from: usize, wanted: &dyn Fn(u8) -> bool| {
        let tail = rest.get(from..).unwrap_or_default();
        let found = tail.iter().position(|byte| wanted(*byte));
        found.map_or(rest.len(), |found| from + found)
    };
    let ends_name = |byte: u8| is_space(byte) || matches!(byte, b'/' | b'>');
    let mut at = find(1, &|byte| byte != b'/');
    at = find(at, &ends_name);
    let mut count = 0;
    let mut kept = None;
    loop {
        at = find(at, &|byte| !is_space(byte) && byte != b'/');
        if at >= rest.len() {
            return (rest.len(), kept.unwrap_or(rest.len()));
        }
        if rest.get(at) == Some(&b'>') {
            return (at + 1, kept.unwrap_or(at + 1));
        }
        count += 1;
        if count > MOST_ATTRIBUTES {
            kept = kept.or(Some(at));
        }
        at = find(at + 1, &|byte| ends_name(byte) || byte == b'=');
        let value = find(at, &|byte| !is_space(byte));
        if rest.get(value) != Some(&b'=') {
            continue;
        }
        at = find(value + 1, &|byte| !is_space(byte));
        at = match rest.get(at) {
            Some(quote @ (b'"' | b'\'')) => find(at + 1, &|byte| byte == *quote) + 1,
            _ => find(at, &|byte| is_space(byte) || byte == b'>'),
        };
    }
}

/// The tree builder with limits.
struct Limited {
    builder: TreeBuilder<Handle, Arena>,
    /// The number of tokens so far.
    tokens: Cell<usize>,
    /// Whether the parser is in a comment or similar, which a tag does not end.
    is_within: Cell<bool>,
    /// The element whose raw text follows.
    raw: RefCell<Option<LocalName>>,
    limits: RefCell<Limits>,
}

/// The counts of open elements, and the elements that were skipped.
#[derive(Default)]
struct Limits {
    open: usize,
    formatting: usize,
    /// The number of tags since the last count, and the number of nodes then.
    tags: usize,
    nodes: usize,
    /// The elements that are too deep, and the number of each name.
    beyond: Vec<LocalName>,
    named: BTreeMap<LocalName, usize>,
    /// The number of skipped formatting elements that have no end tag yet.
    formatting_beyond: usize,
}

#[derive(Default)]
struct Count {
    open: Cell<usize>,
    formatting: Cell<usize>,
}

impl Tracer for Count {
    type Handle = Handle;

    fn trace_handle(&self, node: &Handle) {
        #[cfg(test)]
        super::node::count(1);
        self.open.set(self.open.get() + 1);
        if is_reopened(&node.name().local) {
            self.formatting.set(self.formatting.get() + 1);
        }
    }
}

impl Limited {
    fn of(builder: TreeBuilder<Handle, Arena>) -> Self {
        Self {
            builder,
            tokens: Cell::new(0),
            is_within: Cell::new(false),
            raw: RefCell::new(None),
            limits: RefCell::default(),
        }
    }

    /// Whether the rest of the text begins with a tag.
    fn tag_at(&self, rest: &str) -> bool {
        let Some(after) = rest.strip_prefix('<') else {
            return false;
        };
        let (is_end, name) = match after.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, after),
        };
        if self.is_within.get() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return false;
        }
        match &*self.raw.borrow() {
            Some(raw) => {
                let start = name.get(..raw.len());
                is_end && start.is_some_and(|start| start.eq_ignore_ascii_case(raw))
            }
            None => true,
        }
    }

    fn count(&self, limits: &mut Limits) {
        let nodes = self.builder.sink.len();
        if limits.tags < COUNTED_AFTER && nodes < limits.nodes + 2 * COUNTED_AFTER {
            return;
        }
        let count = Count::default();
        self.builder.trace_handles(&count);
        limits.open = count.open.get();
        limits.formatting = count.formatting.get();
        limits.tags = 0;
        limits.nodes = nodes;
    }

    fn pass(&self, tag: Tag, line: u64) -> TokenSinkResult<Handle> {
        let (kind, name, ends_itself) = (tag.kind, tag.name.clone(), tag.self_closing);
        let result = self.builder.process_token(Token::TagToken(tag), line);
        if kind == EndTag || ends_itself {
            self.builder.sink.close(&name);
        }
        let is_raw = matches!(
            result,
            TokenSinkResult::RawData(_) | TokenSinkResult::Plaintext
        );
        *self.raw.borrow_mut() = is_raw.then_some(name);
        result
    }

    fn start(&self, tag: Tag, line: u64) -> TokenSinkResult<Handle> {
        let mut limits = self.limits.borrow_mut();
        self.count(&mut limits);
        limits.tags += 1;
        let is_foreign = self.adjusted_current_node_present_but_not_in_html_namespace();
        if is_raw(&tag.name) && !is_foreign {
            drop(limits);
            return self.pass(tag, line);
        }
        if self.builder.sink.len() >= MOST_NODES {
            return TokenSinkResult::Continue;
        }
        if is_void(&tag.name) {
            drop(limits);
            return self.pass(tag, line);
        }
        let is_deep = limits.open >= DEEPEST;
        if is_reopened(&tag.name) && (is_deep || limits.formatting >= MOST_FORMATTING) {
            limits.formatting_beyond += 1;
            return TokenSinkResult::Continue;
        }
        if !is_deep {
            drop(limits);
            return self.pass(tag, line);
        }
        let end = Tag {
            kind: EndTag,
            name: tag.name.clone(),
            self_closing: false,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        };
        let ends_last = matches!(
            &*tag.name,
            "p" | "li" | "dt" | "dd" | "tr" | "td" | "th" | "option"
        ) && limits.beyond.last() == Some(&tag.name);
        if !ends_last {
            *limits.named.entry(tag.name.clone()).or_default() += 1;
            limits.beyond.push(tag.name.clone());
        }
        drop(limits);
        let _ = self.pass(tag, line);
        self.pass(end, line)
    }

    fn end_tag(&self, tag: Tag, line: u64) -> TokenSinkResult<Handle> {
        let mut limits = self.limits.borrow_mut();
        let is_raw = self.raw.borrow().is_some();
        if !is_raw {
            if limits.formatting_beyond > 0 && is_reopened(&tag.name) {
                limits.formatting_beyond -= 1;
                return TokenSinkResult::Continue;
            }
            if limits.named.get(&tag.name).is_some_and(|count| *count > 0) {
                while let Some(name) = limits.beyond.pop() {
                    if let Some(count) = limits.named.get_mut(&name) {
                        *count -= 1;
                    }
                    if name == tag.name {
                        break;
                    }
                }
                return TokenSinkResult::Continue;
            }
            if self.builder.sink.len() >= MOST_NODES {
                return TokenSinkResult::Continue;
            }
        }
        if limits.open >= DEEPEST || limits.formatting >= MOST_FORMATTING {
            limits.tags = COUNTED_AFTER;
        }
        drop(limits);
        self.pass(tag, line)
    }
}

impl TokenSink for Limited {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if !matches!(token, Token::ParseError(_)) {
            self.tokens.set(self.tokens.get() + 1);
        }
        match token {
            Token::TagToken(tag) if tag.kind == StartTag => self.start(tag, line),
            Token::TagToken(tag) => self.end_tag(tag, line),
            token => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
