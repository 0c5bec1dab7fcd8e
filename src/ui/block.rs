//! One block of the text with its marks.

use std::rc::Rc;

use yew::prelude::*;

use super::links::to_claim;
use super::marked_block::{MarkedBlock, MarkedClaim};
use super::page_context::use_page;
use super::pieces::Piece;
use crate::messages::ArticleMessages;
use explore::{View, to_hash};
use model::{BlockKind, InlineStyle, TextRange};

/// The emphasis in a block. Numbers are places in the lists of its [`MarkedBlock`]. A block is
/// rerendered only when it or its emphasis changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emphasis {
    /// Filters are active, so matching claims are emphasised.
    pub filtered: bool,
    /// The claims of the block that match.
    pub left: Vec<usize>,
    /// The selected or hovered claims of the block.
    pub active: Vec<usize>,
    /// The mentions of the block whose entity is selected.
    pub selected: Vec<usize>,
    /// The mentions of the block that are not marked.
    pub plain: Vec<usize>,
    /// Hits to mark with elements if the browser cannot highlight ranges.
    pub hits: Vec<TextRange>,
}

/// Properties of [`BlockView`].
#[derive(Properties, PartialEq)]
pub struct BlockProps {
    /// The block.
    pub block: Rc<MarkedBlock>,
    /// Its place among the blocks of the article.
    pub number: usize,
    /// The emphasis in the block.
    pub emphasis: Emphasis,
    /// No program runs behind the page, so claims are links to a list of claims.
    #[prop_or_default]
    pub is_static: bool,
}

/// A block of the text. It contains the text exactly once and in order, whatever marks cover it.
#[component]
pub fn BlockView(props: &BlockProps) -> Html {
    let messages = use_page().messages();
    let id = format!("b{}", props.number + 1);
    let mut met = Vec::new();
    let text: Html = props
        .block
        .pieces()
        .chunk_by(|a, b| is_one_link(&props.emphasis, a, b))
        .map(|pieces| pieces_view(props, messages, pieces, &mut met))
        .collect();
    let class = classes!("block", props.emphasis.filtered.then_some("filtered"),);
    match props.block.kind {
        BlockKind::Heading(3) => html! { <h3 {id} {class}>{ text }</h3> },
        BlockKind::Heading(4) => html! { <h4 {id} {class}>{ text }</h4> },
        BlockKind::Heading(5) => html! { <h5 {id} {class}>{ text }</h5> },
        BlockKind::Heading(6) => html! { <h6 {id} {class}>{ text }</h6> },
        BlockKind::Heading(_) => html! { <h2 {id} {class}>{ text }</h2> },
        BlockKind::Paragraph => html! { <p {id} {class}>{ text }</p> },
        BlockKind::Quote => html! { <blockquote {id} {class}>{ text }</blockquote> },
        BlockKind::ListItem => html! { <p {id} class={classes!(class, "item")}>{ text }</p> },
        BlockKind::Preformatted => html! { <pre {id} {class}>{ text }</pre> },
    }
}

/// The mention that a piece links to, as a place in its list: the outermost that is marked.
fn linked_mention(emphasis: &Emphasis, piece: &Piece) -> usize {
    let is_marked = |number: &usize| !emphasis.plain.contains(number);
    piece.mentions.iter().position(is_marked).unwrap_or(0)
}

/// Whether two neighbouring pieces differ only in the names inside the one that they link to.
fn is_one_link(emphasis: &Emphasis, a: &Piece, b: &Piece) -> bool {
    let outer = |piece: &Piece| {
        let linked = linked_mention(emphasis, piece);
        piece.mentions.get(..=linked).map(<[usize]>::to_vec)
    };
    !a.mentions.is_empty()
        && outer(a) == outer(b)
        && (&a.claims, &a.quoted, &a.inlines) == (&b.claims, &b.quoted, &b.inlines)
        && a.correction == b.correction
}

/// Pieces that are one link, or one piece. `met` are the mentions of the block that have a stop for
/// the arrow keys.
fn pieces_view(
    props: &BlockProps,
    messages: &ArticleMessages,
    pieces: &[Piece],
    met: &mut Vec<usize>,
) -> Html {
    let Some((piece, last)) = pieces.first().zip(pieces.last()) else {
        return Html::default();
    };
    let block = &props.block;
    let emphasis = &props.emphasis;
    let linked = linked_mention(emphasis, piece);
    let nested = |piece: &Piece| {
        let words = hit_views(block.words(piece.range), piece.range, &emphasis.hits);
        let within = piece.mentions.iter().skip(linked + 1).rev();
        within.fold(words, |inner, number| {
            name_view(props, *number, NameLink::None, inner)
        })
    };
    let mut inner: Html = pieces.iter().map(nested).collect();
    let styles: Vec<&InlineStyle> = piece
        .inlines
        .iter()
        .filter_map(|number| block.inlines.get(*number))
        .map(|inline| &inline.style)
        .collect();
    let in_link = styles
        .iter()
        .any(|style| matches!(style, InlineStyle::Link(_)));
    // A link cannot contain a link. In a static page, claims are links and names are not.
    let names_linked = !in_link && !props.is_static;
    for (place, number) in piece.mentions.iter().enumerate().take(linked + 1).rev() {
        let link = match (names_linked && place == linked, met.contains(number)) {
            (false, _) => NameLink::None,
            (true, true) => NameLink::Again,
            (true, false) => {
                met.push(*number);
                NameLink::Stop
            }
        };
        inner = name_view(props, *number, link, inner);
    }
    for style in styles.into_iter().rev() {
        inner = match style {
            InlineStyle::Emphasis => html! { <em>{ inner }</em> },
            InlineStyle::Strong => html! { <strong>{ inner }</strong> },
            InlineStyle::Code => html! { <code>{ inner }</code> },
            InlineStyle::Link(url) => {
                html! { <a class="outward" href={url.to_string()} rel="noopener">{ inner }</a> }
            }
        };
    }
    if let Some(correction) = piece.correction.and_then(|it| block.corrections.get(it)) {
        let ends = last.range.end == correction.range.end;
        inner = html! {
            <ins class={classes!("corrected", ends.then_some("end"))} title={(messages.corrected)(&correction.original)}>{ inner }</ins>
        };
    }
    let begun = begun(&props.block, messages, piece);
    claim_view(props, last, begun, props.is_static && !in_link, inner)
}

/// Whether a name is a link.
#[derive(Clone, Copy, PartialEq)]
enum NameLink {
    /// It is none.
    None,
    /// It is one, at which the arrow keys stop.
    Stop,
    /// It is one that goes on after another mark.
    Again,
}

fn name_view(props: &BlockProps, number: usize, link: NameLink, inner: Html) -> Html {
    let Some(mention) = props.block.mentions.get(number) else {
        return inner;
    };
    let start = mention.range.start.to_string();
    let kind = mention.kind.as_str();
    let class = classes!(
        "name",
        props
            .emphasis
            .selected
            .contains(&number)
            .then_some("selected"),
        props.emphasis.plain.contains(&number).then_some("plain"),
        mention.is_found.then_some("found"),
    );
    let entity = mention.entity.to_string();
    if link == NameLink::None {
        let place = (!props.is_static).then_some(start);
        return html! { <span {class} data-entity={entity} data-kind={kind} data-place={place}>{ inner }</span> };
    }
    let alone = View {
        entity: Some(mention.entity.clone()),
        ..View::default()
    };
    html! {
        <a {class} part="mark" data-entity={entity} data-kind={kind}
            href={format!("#{}", to_hash(&alone))}
            tabindex="-1" data-step={(link == NameLink::Stop).then_some(start)}
        >{ inner }</a>
    }
}

fn claim_view(
    props: &BlockProps,
    piece: &Piece,
    begun: Option<String>,
    linked: bool,
    inner: Html,
) -> Html {
    let Some((outermost, others)) = piece.claims.split_first() else {
        return inner;
    };
    let block = &props.block;
    let classes_of = |number: usize| {
        let claim = block.claims.get(number);
        let left = props.emphasis.filtered && props.emphasis.left.contains(&number);
        classes!(
            "claim",
            claim.map(|claim| format!("lane-{}", claim.lane.min(3))),
            claim.map(|claim| format!("speaker-{}", claim.colour)),
            if piece.quoted.contains(&number) {
                "quoted"
            } else {
                "paraphrased"
            },
            left.then_some("left"),
            props.emphasis.active.contains(&number).then_some("active"),
            claim.is_some_and(|claim| claim.is_found).then_some("found"),
        )
    };
    let mut inner = inner;
    for claim in others.iter().rev() {
        inner = html! { <span class={classes_of(*claim)}>{ inner }</span> };
    }
    let ids: Vec<&str> = piece
        .claims
        .iter()
        .filter_map(|claim| block.claims.get(*claim))
        .map(|claim| claim.id.as_str())
        .collect();
    let note = |claim: &usize| Some(block.claims.get(*claim)?.note?.to_string());
    let notes: Vec<String> = piece.ends.iter().filter_map(note).collect();
    let note = (!notes.is_empty()).then(|| notes.join(", "));
    let class = classes_of(*outermost);
    let id = block.claims.get(*outermost).map(|claim| &claim.id);
    // A link needs a name.
    let is_blank = block.words(piece.range).trim().is_empty();
    match id.filter(|_| linked && !is_blank) {
        None => html! {
            <span {class} part="claim" data-claim={ids.join(" ")} data-note={note}
                role={begun.as_ref().map(|_| "mark")} aria-description={begun}>{ inner }</span>
        },
        Some(id) => html! {
            <a {class} part="claim" data-claim={ids.join(" ")} data-note={note}
                href={to_claim(None, id)} aria-description={begun}>{ inner }</a>
        },
    }
}

/// Who makes the claims that begin with a piece, how, and whether in quoted words: what assistive
/// technology says of the passage. `None` if no claim begins there.
fn begun(block: &MarkedBlock, messages: &ArticleMessages, piece: &Piece) -> Option<String> {
    let says = |claim: &MarkedClaim| {
        let verb = claim.stance.map(|stance| (messages.stance_verb)(stance));
        let says = (messages.says)(verb, claim.form);
        [&*claim.speaker, says.trim_end_matches([' ', ':', '：'])].concat()
    };
    let claims = piece.claims.iter().filter_map(|it| block.claims.get(*it));
    let begin = claims.filter(|claim| claim.extent.start == piece.range.start);
    let all: Vec<String> = begin.map(says).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Text with the hits in it marked.
pub(super) fn hit_views(text: &str, at: TextRange, hits: &[TextRange]) -> Html {
    let from = hits.partition_point(|hit| hit.end <= at.start);
    let mut parts: Vec<Html> = Vec::new();
    let mut done = 0;
    for hit in hits.iter().skip(from).take_while(|hit| hit.start < at.end) {
        let start = (hit.start.max(at.start) - at.start) as usize;
        let end = (hit.end.min(at.end) - at.start) as usize;
        if done < start {
            parts.push(html! { { text.get(done..start).unwrap_or_default().to_owned() } });
        }
        let words = text.get(start..end).unwrap_or_default().to_owned();
        parts.push(html! { <mark data-hit="">{ words }</mark> });
        done = end;
    }
    if done < text.len() {
        parts.push(html! { { text.get(done..).unwrap_or_default().to_owned() } });
    }
    match <[Html; 1]>::try_from(parts) {
        Ok([only]) => only,
        Err(parts) => parts.into_iter().collect(),
    }
}
