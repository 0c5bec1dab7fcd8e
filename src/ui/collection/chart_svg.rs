//! A chart as a picture that needs nothing else: an SVG file for light backgrounds.

use super::chart_data::{Chart, ChartData, title_of};
use super::stance_patterns::{TILE, fill, pattern_of};
use crate::messages::{ArticleMessages, CollectionMessages};
use explore::collection::{Charts, MOST_SPEAKERS, SpeakerBar, StanceCounts, Timeline};
use model::Stance;

/// The width of a picture in pixels.
const WIDTH: usize = 720;

/// The room around its contents.
const EDGE: usize = 24;

/// The height of a line of text or of a bar of a speaker, with the room below it.
const LINE: usize = 24;

/// The height of the timeline.
const HEIGHT: usize = 200;

/// How many stances stand in a line of the legend.
const IN_LINE: usize = 6;

/// Where the bars of speakers begin, and their greatest length.
const NAMES: usize = 230;
const LENGTH: usize = 400;

/// The greatest number of characters of a name; the table has all of them.
const NAME: usize = 30;

/// A chart as an SVG file; `None` if there is no such chart.
pub(super) fn chart_svg(
    messages: &ArticleMessages,
    own: &CollectionMessages,
    charts: &Charts,
    chart: Chart,
) -> Option<String> {
    let title = match chart {
        Chart::Timeline => title_of(own, charts.timeline.as_ref()?),
        Chart::Speakers => ChartData::of(own, charts, chart)?.title,
    };
    let mut svg = Svg(String::new());
    svg.text(EDGE, EDGE + 6, "16", &title);
    let mut y = EDGE + LINE;
    for line in charts.stances.chunks(IN_LINE) {
        for (place, stance) in line.iter().enumerate() {
            let x = EDGE + place * (WIDTH - 2 * EDGE) / IN_LINE;
            svg.rect(x, y, 18, 12, *stance);
            svg.text(x + 24, y + 11, "13", (messages.stance)(*stance));
        }
        y += LINE;
    }
    y += EDGE / 2;
    let height = match chart {
        Chart::Timeline => {
            svg.timeline(own, charts.timeline.as_ref()?, y);
            y + HEIGHT + LINE + EDGE
        }
        Chart::Speakers => {
            let totals = charts.speakers.iter().map(|bar| bar.counts.total());
            let most = totals.max().unwrap_or(0).max(1);
            let shown = charts.speakers.iter();
            let shown = shown
                .filter(|bar| bar.counts.total() > 0)
                .take(MOST_SPEAKERS);
            for speaker in shown {
                svg.speaker(speaker, most, y);
                y += LINE;
            }
            y + EDGE
        }
    };
    Some(framed(&title, &charts.stances, &svg.0, height))
}

/// The whole file around the contents of a picture.
fn framed(title: &str, stances: &[Stance], contents: &str, height: usize) -> String {
    let (width, height) = (WIDTH.to_string(), height.to_string());
    let mut patterns = String::new();
    for stance in stances {
        let pattern = pattern_of(*stance);
        patterns.push_str(
            &[
                "<pattern id=\"stance-",
                stance.as_str(),
                "\" width=\"",
                TILE,
                "\" height=\"",
                TILE,
                "\" patternUnits=\"userSpaceOnUse\"><rect width=\"",
                TILE,
                "\" height=\"",
                TILE,
                "\" fill=\"",
                pattern.ground.in_files(),
                "\"/><path d=\"",
                pattern.path,
                "\" stroke=\"",
                pattern.line.in_files(),
                "\" stroke-width=\"",
                pattern.width,
                "\"/></pattern>",
            ]
            .concat(),
        );
    }
    [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width,
        "\" height=\"",
        &height,
        "\" viewBox=\"0 0 ",
        &width,
        " ",
        &height,
        "\" font-family=\"system-ui,sans-serif\" fill=\"#222\"><title>",
        &escaped(title),
        "</title><defs>",
        &patterns,
        "</defs><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        contents,
        "</svg>\n",
    ]
    .concat()
}

struct Svg(String);

impl Svg {
    fn push(&mut self, parts: &[&str]) {
        self.0.push_str(&parts.concat());
    }

    fn text(&mut self, x: usize, y: usize, size: &str, words: &str) {
        let (x, y) = (x.to_string(), y.to_string());
        self.push(&[
            "<text x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" font-size=\"",
            size,
            "\">",
            &escaped(words),
            "</text>",
        ]);
    }

    fn rect(&mut self, x: usize, y: usize, width: usize, height: usize, stance: Stance) {
        let [x, y, width, height] = [x, y, width, height].map(|number| number.to_string());
        self.push(&[
            "<rect x=\"",
            &x,
            "\" y=\"",
            &y,
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" fill=\"",
            &fill(stance),
            "\"/>",
        ]);
    }

    fn timeline(&mut self, messages: &CollectionMessages, timeline: &Timeline, y: usize) {
        let highest = timeline.highest().max(1);
        let (count, width) = (timeline.bars.len().max(1), WIDTH - 2 * EDGE);
        let x = |bar: usize| EDGE + bar * width / count;
        for (place, bar) in timeline.bars.iter().enumerate() {
            let wide = (x(place + 1) - x(place)).saturating_sub(2).max(1);
            for (bottom, top, stance) in stacked(bar.counts, HEIGHT, highest) {
                let height = (top - bottom).saturating_sub(1).max(1);
                self.rect(x(place) + 1, y + HEIGHT - top, wide, height, stance);
            }
        }
        let base = y + HEIGHT;
        let (from, to) = (EDGE.to_string(), (EDGE + width).to_string());
        let line = base.to_string();
        self.push(&[
            "<path stroke=\"#555\" d=\"M",
            &from,
            " ",
            &line,
            "H",
            &to,
            "\"/>",
        ]);
        for tick in timeline.ticks() {
            self.text(x(tick.bar), base + 18, "13", &(messages.tick)(tick.date));
        }
    }

    fn speaker(&mut self, speaker: &SpeakerBar, most: usize, y: usize) {
        let mut name: String = speaker.name.chars().take(NAME).collect();
        if name.len() < speaker.name.len() {
            name.push('…');
        }
        self.text(EDGE, y + 12, "13", &name);
        let mut end = 0;
        for (from, to, stance) in stacked(speaker.counts, LENGTH, most) {
            self.rect(NAMES + from, y, to - from, 14, stance);
            end = to;
        }
        self.text(
            NAMES + end + 8,
            y + 12,
            "13",
            &speaker.counts.total().to_string(),
        );
    }
}

/// Where each stance begins and ends in a bar that is `length` long for `most` claims.
pub(super) fn stacked(
    counts: StanceCounts,
    length: usize,
    most: usize,
) -> impl Iterator<Item = (usize, usize, Stance)> {
    let mut before = 0;
    counts.stances().map(move |(stance, number)| {
        let from = before * length / most;
        before += number;
        (from, (before * length / most).max(from + 1), stance)
    })
}

/// Words for XML, without the characters that it cannot contain.
fn escaped(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter if letter.is_control() && !letter.is_whitespace() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_touch_and_end_at_the_length() {
        let counts = [(Stance::States, 1), (Stance::Denies, 2), (Stance::Asks, 7)];
        let parts: Vec<_> = stacked(counts.into_iter().collect(), 100, 10).collect();
        assert_eq!(
            parts,
            [
                (0, 10, Stance::States),
                (10, 30, Stance::Denies),
                (30, 100, Stance::Asks)
            ]
        );
    }
}
