//! The introduction to a collection.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::block::{BlockView, Emphasis};
use crate::ui::marked_block::{MarkedBlock, marked_blocks};
use crate::ui::page_context::use_page;
use crate::ui::ptr_eq_rc::PtrEqRc;
use explore::IndexedArticle;
use import::LONG_INTRO;
use model::{Article, Block};

/// Properties of [`Introduction`].
#[derive(Properties, PartialEq)]
pub(super) struct IntroductionProps {
    /// The text.
    pub(super) indexed: PtrEqRc<IndexedArticle>,
}

/// The first paragraphs of the introduction, and the others on request.
#[component]
pub(super) fn Introduction(props: &IntroductionProps) -> Html {
    let messages = use_page().collection_messages();
    let indexed = &props.indexed;
    let blocks = use_memo(indexed.clone(), |indexed| marked_blocks(indexed));
    let article = &indexed.article;
    let (lang, dir) = (&article.metadata.language, article.metadata.direction);
    let lang = (!lang.is_empty()).then(|| lang.clone());
    let first = shown_at_first(article, LONG_INTRO);
    let (above, below) = blocks.split_at_checked(first).unwrap_or_default();
    let block = |(number, block): (usize, &Rc<MarkedBlock>)| {
        html! { <BlockView key={number} block={Rc::clone(block)} {number} emphasis={Emphasis::default()} /> }
    };
    html! {
        <div class="introduction" {lang} dir={dir.as_str()}>
            { for above.iter().enumerate().map(block) }
            if !below.is_empty() {
                <details>
                    <summary>{ messages.more_of_introduction }</summary>
                    { for (first..).zip(below).map(block) }
                </details>
            }
        </div>
    }
}

/// How many blocks are shown at first: as many as fit into `length` characters, and at least one.
fn shown_at_first(article: &Article, length: usize) -> usize {
    let mut left = length;
    let fits = |block: &&Block| {
        let count = article.words(block.range).chars().count();
        let fits = count <= left;
        left = left.saturating_sub(count);
        fits
    };
    let count = article.blocks.iter().take_while(fits).count();
    count.max(1).min(article.blocks.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::intro_from_markdown;

    #[test]
    fn whole_paragraphs_are_shown_at_first() {
        let shown = |text: &str| {
            let (intro, ..) = intro_from_markdown("intro.md", text);
            shown_at_first(&intro.unwrap(), 10)
        };
        for (text, first) in [
            ("12345", 1),
            ("123\n\n4567", 2),
            ("12345\n\n678901", 1),
            ("123456789012\n\n3", 1),
            ("äöüäö\n\nßßßßß", 2),
            ("贸易规则\n\n保护主义\n\n市场", 3),
        ] {
            assert_eq!(shown(text), first, "{text}");
        }
    }
}
