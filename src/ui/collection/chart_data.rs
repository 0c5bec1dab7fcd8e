//! The numbers of a chart, for its table and for files.

use crate::messages::{ArticleMessages, CollectionMessages};
use explore::collection::{Charts, StanceCounts, Timeline};
use formats::csv_line;
use model::Stance;

/// One of the charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chart {
    /// When the claims were published.
    Timeline,
    /// Who made them.
    Speakers,
}

/// The numbers of a chart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChartData {
    /// The chart in a sentence.
    pub(super) title: String,
    /// The head of the first column.
    pub(super) first: &'static str,
    /// The stances of the other columns.
    pub(super) stances: Vec<Stance>,
    /// The rows with their names. Intervals without claims are left out.
    pub(super) rows: Vec<(String, StanceCounts)>,
}

impl ChartData {
    /// The numbers of a chart; `None` if there is no such chart.
    pub(super) fn of(messages: &CollectionMessages, charts: &Charts, chart: Chart) -> Option<Self> {
        let (title, first, rows) = match chart {
            Chart::Timeline => {
                let timeline = charts.timeline.as_ref()?;
                let bars = timeline.bars.iter();
                let rows = bars.map(|bar| ((messages.period)(bar.period), bar.counts));
                let rows = rows.filter(|(_, counts)| counts.total() > 0).collect();
                (title_of(messages, timeline), messages.period_column, rows)
            }
            Chart::Speakers => {
                let speakers = charts.speakers.iter();
                let speakers = speakers.filter(|bar| bar.counts.total() > 0);
                let rows: Vec<_> = speakers.map(|bar| (bar.name.clone(), bar.counts)).collect();
                let title = (messages.speaker_bars)(rows.len());
                (title, messages.speaker_column, rows)
            }
        };
        Some(Self {
            title,
            first,
            stances: charts.stances.clone(),
            rows,
        })
    }

    /// The table as a file (RFC 4180).
    pub(super) fn csv(&self, messages: &ArticleMessages, own: &CollectionMessages) -> String {
        let stances = self.stances.iter();
        let mut head = vec![self.first];
        head.extend(stances.map(|stance| (messages.stance)(*stance)));
        head.push(own.total);
        let mut text = csv_line(&head);
        for (name, counts) in &self.rows {
            let numbers = self.stances.iter().map(|stance| counts.of(*stance));
            let numbers = numbers
                .chain([counts.total()])
                .map(|number| number.to_string());
            let cells: Vec<String> = std::iter::once(name.clone()).chain(numbers).collect();
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            text.push_str(&csv_line(&cells));
        }
        text
    }
}

/// The timeline in a sentence.
pub(super) fn title_of(messages: &CollectionMessages, timeline: &Timeline) -> String {
    let count = timeline.counts().total();
    (messages.timeline)(timeline.interval, timeline.span(), count)
}

#[cfg(test)]
mod tests {
    use super::super::chart_svg::chart_svg;
    use super::*;
    use crate::messages::Language;
    use explore::collection::SpeakerBar;
    use model::Date;

    /// Charts of two articles and two speakers, one with a name that must not become markup or a
    /// formula.
    fn charts() -> Charts {
        let counts = |numbers: &[(Stance, usize)]| numbers.iter().copied().collect();
        let articles = [
            (
                Date::parse("2024-01-05"),
                counts(&[(Stance::States, 2), (Stance::Denies, 1)]),
            ),
            (Date::parse("2024-01-07"), counts(&[(Stance::Denies, 3)])),
        ];
        let bar = |name: &str, numbers: &[(Stance, usize)]| SpeakerBar {
            id: name.to_owned(),
            name: name.to_owned(),
            counts: counts(numbers),
        };
        Charts {
            timeline: Timeline::of(&articles),
            speakers: vec![
                bar(
                    "=cmd|\"<b>&\u{1}",
                    &[(Stance::States, 2), (Stance::Denies, 3)],
                ),
                bar("Lee, Ann", &[(Stance::Denies, 1)]),
                bar("Silent", &[]),
            ],
            stances: vec![Stance::States, Stance::Denies],
            ..Charts::default()
        }
    }

    #[test]
    fn a_file_has_the_numbers_of_the_chart() {
        let (messages, own) = (
            Language::default().article(),
            Language::default().collection(),
        );
        let csv = |chart| {
            ChartData::of(own, &charts(), chart)
                .unwrap()
                .csv(messages, own)
        };
        assert_eq!(
            csv(Chart::Timeline),
            "Period,states,denies,Total\r\n5 January 2024,2,1,3\r\n7 January 2024,0,3,3\r\n"
        );
        assert_eq!(
            csv(Chart::Speakers),
            "Speaker,states,denies,Total\r\n\"'=cmd|\"\"<b>&\u{1}\",2,3,5\r\n\"Lee, Ann\",0,1,1\r\n"
        );
        assert_eq!(
            ChartData::of(own, &Charts::default(), Chart::Timeline),
            None
        );
    }

    fn svg(charts: &Charts, chart: Chart) -> Option<String> {
        chart_svg(
            Language::default().article(),
            Language::default().collection(),
            charts,
            chart,
        )
    }

    #[test]
    fn a_picture_has_a_title_its_patterns_and_a_part_for_each_count() {
        for (chart, parts, words) in [
            (
                Chart::Timeline,
                3,
                "Claims by day, 5 January 2024 to 7 January 2024: 6 claims",
            ),
            (Chart::Speakers, 3, "Claims of 2 speakers"),
        ] {
            let svg = svg(&charts(), chart).unwrap();
            assert!(svg.contains(words), "{svg}");
            assert_eq!(svg.matches("<pattern ").count(), 2, "{svg}");
            // Two more are those of the legend.
            assert_eq!(
                svg.matches("fill=\"url(#stance-").count(),
                parts + 2,
                "{svg}"
            );
            assert!(!svg.contains("<b>") && !svg.contains('\u{1}'), "{svg}");
        }
        assert_eq!(svg(&Charts::default(), Chart::Timeline), None);
    }
}
