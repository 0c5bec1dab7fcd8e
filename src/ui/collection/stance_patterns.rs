//! The patterns that stand for stances: shades and lines of one neutral ink, so that they are told
//! apart without colours, and no stance has the colour of a speaker.

use yew::prelude::*;

use crate::messages::ArticleMessages;
use model::Stance;

/// The width and height of the piece that repeats, in pixels.
pub(super) const TILE: &str = "6";

/// A shade of the ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shade {
    Paper,
    Pale,
    Grey,
    Dark,
    Ink,
}

impl Shade {
    /// The class that gives it its colour in the page.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Pale => "pale",
            Self::Grey => "grey",
            Self::Dark => "dark",
            Self::Ink => "ink",
        }
    }

    /// Its colour in files, which are light.
    pub(super) fn in_files(self) -> &'static str {
        match self {
            Self::Paper => "#fff",
            Self::Pale => "#ddd",
            Self::Grey => "#888",
            Self::Dark => "#555",
            Self::Ink => "#222",
        }
    }
}

/// A pattern: a ground and the lines on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) ground: Shade,
    pub(super) line: Shade,
    /// The lines as the data of an SVG path in a square of [`TILE`] pixels.
    pub(super) path: &'static str,
    pub(super) width: &'static str,
}

const UP: &str = "M-1 1L1-1M0 6L6 0M5 7L7 5";
const DOWN: &str = "M-1 5L1 7M0 0L6 6M5-1L7 1";
const CROSS: &str = "M0 0L6 6M6 0L0 6";
const LEVEL: &str = "M0 1.5H6M0 4.5H6";
const UPRIGHT: &str = "M1.5 0V6M4.5 0V6";
const DOTS: &str = "M1.5 0v3M4.5 3v3";

/// The patterns, in the order of the stances.
const PATTERNS: [Pattern; 8] = [
    of(Shade::Grey, Shade::Grey, "", "0"),
    of(Shade::Dark, Shade::Paper, CROSS, "1"),
    of(Shade::Ink, Shade::Ink, "", "0"),
    of(Shade::Pale, Shade::Dark, UP, "1"),
    of(Shade::Pale, Shade::Ink, DOWN, "2.4"),
    of(Shade::Pale, Shade::Ink, LEVEL, "1"),
    of(Shade::Pale, Shade::Ink, DOTS, "2"),
    of(Shade::Pale, Shade::Dark, UPRIGHT, "1"),
];

const fn of(ground: Shade, line: Shade, path: &'static str, width: &'static str) -> Pattern {
    Pattern {
        ground,
        line,
        path,
        width,
    }
}

/// The pattern of a stance.
pub(super) fn pattern_of(stance: Stance) -> Pattern {
    let [first, ..] = PATTERNS;
    PATTERNS.get(stance as usize).copied().unwrap_or(first)
}

/// The value of `fill` for a stance.
pub(super) fn fill(stance: Stance) -> String {
    ["url(#stance-", stance.as_str(), ")"].concat()
}

/// Defines the patterns and names them.
pub(super) fn legend(messages: &ArticleMessages, stances: &[Stance]) -> Html {
    let pattern = |stance: &Stance| {
        let pattern = pattern_of(*stance);
        let id = format!("stance-{}", stance.as_str());
        html! {
            <pattern {id} width={TILE} height={TILE} patternUnits="userSpaceOnUse">
                <rect width={TILE} height={TILE} class={pattern.ground.class()} />
                <path d={pattern.path} class={classes!("line", pattern.line.class())} stroke-width={pattern.width} />
            </pattern>
        }
    };
    let item = |stance: &Stance| {
        html! {
            <li><svg width="18" height="12" aria-hidden="true"><rect width="18" height="12" fill={fill(*stance)} /></svg>{ (messages.stance)(*stance) }</li>
        }
    };
    html! {
        <>
            <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>{ for stances.iter().map(pattern) }</defs></svg>
            <ul class="stance-key">{ for stances.iter().map(item) }</ul>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn stances_differ_without_colours() {
        let all = Stance::ALL.map(pattern_of);
        let plain = all.iter().filter(|pattern| pattern.path.is_empty());
        assert_eq!(
            plain
                .map(|pattern| pattern.ground.class())
                .collect::<HashSet<_>>()
                .len(),
            2
        );
        let lined = all.iter().filter(|pattern| !pattern.path.is_empty());
        let paths: Vec<&str> = lined.map(|pattern| pattern.path).collect();
        assert_eq!(paths.iter().collect::<HashSet<_>>().len(), paths.len());
        assert_eq!(paths.len() + 2, Stance::ALL.len());
    }
}
