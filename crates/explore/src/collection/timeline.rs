//! When the claims of a collection were published: the bars of a timeline.

use super::calendar::{Day, Interval, day_number, day_of};
use super::period::Period;
use super::stance_counts::StanceCounts;
use import::TimelineRecord;
use model::Date;

/// The greatest number of bars.
pub const MOST_BARS: usize = 60;

/// The greatest number of labels below the bars.
const MOST_TICKS: usize = 5;

/// When claims were published, in consecutive intervals of the same length.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The length of the intervals.
    pub interval: Interval,
    /// The number of the first interval.
    first: i32,
    /// The intervals, also those without claims.
    pub bars: Vec<Bar>,
    /// The number of articles without a date.
    pub undated: usize,
    /// The number of articles whose date is a year or month that does not fit one interval.
    pub imprecise: usize,
}

/// The claims of an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The interval.
    pub period: Period,
    /// The claims of the articles that were published in it.
    pub counts: StanceCounts,
}

/// A label below the bars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The number of the bar at whose beginning it stands.
    pub bar: usize,
    /// The day, month or year that begins there.
    pub date: Date,
}

impl Timeline {
    /// The timeline of articles with the dates and the claims given for each. `None` if none has a
    /// date.
    #[must_use]
    pub fn of(articles: &[(Option<Date>, StanceCounts)]) -> Option<Self> {
        let dated = articles
            .iter()
            .filter_map(|(date, counts)| Some(((*date)?, *counts)));
        let dated: Vec<(Date, StanceCounts)> = dated.collect();
        let plan = Interval::ALL.into_iter().find_map(|interval| {
            let numbers = dated
                .iter()
                .filter_map(|(date, _)| number_in(interval, *date));
            let (count, first, last) = numbers
                .fold((0, i32::MAX, i32::MIN), |(count, first, last), number| {
                    (count + 1, number.min(first), number.max(last))
                });
            let is_most = count > 0 && count * 4 >= dated.len() * 3;
            let bars = usize::try_from(i64::from(last) - i64::from(first) + 1).unwrap_or(0);
            (is_most && bars <= MOST_BARS).then_some((interval, first, bars))
        });
        let (interval, first, bars) = plan?;
        let mut timeline = Self::empty(interval, first, bars);
        timeline.undated = articles.len() - dated.len();
        for (date, counts) in dated {
            let number = number_in(interval, date);
            let place = number.and_then(|number| usize::try_from(number - first).ok());
            match place.and_then(|place| timeline.bars.get_mut(place)) {
                Some(bar) => bar.counts.add_all(counts),
                None => timeline.imprecise += 1,
            }
        }
        Some(timeline)
    }

    fn empty(interval: Interval, first: i32, bars: usize) -> Self {
        let numbers = (first..).take(bars);
        let bars = numbers.map(|number| {
            let begin = interval.first_day(number);
            let end = interval.first_day(number + 1) - 1;
            Bar {
                period: Period::between(Some(begin), Some(end)),
                counts: StanceCounts::default(),
            }
        });
        Self {
            interval,
            first,
            bars: bars.collect(),
            undated: 0,
            imprecise: 0,
        }
    }

    /// The timeline as data of an archive.
    #[must_use]
    pub fn record(&self) -> TimelineRecord {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let bars = self.bars.iter().map(|bar| {
            let stances = bar.counts.stances();
            stances
                .map(|(stance, count)| (stance, number(count)))
                .collect()
        });
        TimelineRecord {
            months: match self.interval {
                Interval::Day => None,
                Interval::Week => Some(0),
                Interval::Months(months) => u32::try_from(months).ok(),
            },
            from: day_of(self.interval.first_day(self.first)),
            bars: bars.collect(),
            undated: number(self.undated),
            imprecise: number(self.imprecise),
        }
    }

    /// The timeline that an archive has as data.
    #[must_use]
    pub fn of_record(record: &TimelineRecord) -> Self {
        let interval = match record.months {
            None => Interval::Day,
            Some(0) => Interval::Week,
            Some(months) => Interval::Months(i32::try_from(months).unwrap_or(12).min(12_000)),
        };
        let first = interval.number_of(day_number(record.from.first_day()));
        let mut timeline = Self::empty(interval, first, record.bars.len().min(MOST_BARS));
        timeline.undated = record.undated as usize;
        timeline.imprecise = record.imprecise as usize;
        for (bar, counts) in timeline.bars.iter_mut().zip(&record.bars) {
            let counts = counts.iter();
            bar.counts = counts
                .map(|(stance, count)| (*stance, *count as usize))
                .collect();
        }
        timeline
    }

    /// The greatest number of claims of an interval.
    #[must_use]
    pub fn highest(&self) -> usize {
        let totals = self.bars.iter().map(|bar| bar.counts.total());
        totals.max().unwrap_or(0)
    }

    /// The claims of all intervals.
    #[must_use]
    pub fn counts(&self) -> StanceCounts {
        let mut all = StanceCounts::default();
        for bar in &self.bars {
            all.add_all(bar.counts);
        }
        all
    }

    /// The time from the first bar to the last.
    #[must_use]
    pub fn span(&self) -> Period {
        self.between(0, self.bars.len().saturating_sub(1))
    }

    /// The period from one bar to another, in any order.
    #[must_use]
    pub fn between(&self, a: usize, b: usize) -> Period {
        let last = self.bars.len().saturating_sub(1);
        let bar = |place: usize| self.first + place.min(last) as i32;
        let begin = self.interval.first_day(bar(a.min(b)));
        let end = self.interval.first_day(bar(a.max(b)) + 1) - 1;
        Period::between(Some(begin), Some(end))
    }

    /// The first and the last bar that a period touches; `None` if it touches none.
    #[must_use]
    pub fn chosen(&self, period: Period) -> Option<(usize, usize)> {
        let (from, to) = period.days();
        let touches = |bar: &Bar| {
            let (first, last) = bar.period.days();
            first <= to && last >= from
        };
        let first = self.bars.iter().position(touches)?;
        let last = self.bars.iter().rposition(touches)?;
        Some((first, last))
    }

    /// The labels below the bars: a few, at the beginnings of days, months or years.
    #[must_use]
    pub fn ticks(&self) -> Vec<Tick> {
        const DAYS: [i32; 5] = [1, 2, 7, 14, 28];
        const WEEKS: [i32; 5] = [1, 2, 4, 8, 13];
        const MONTHS: [i32; 12] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];
        let (steps, months): (&[i32], i32) = match self.interval {
            Interval::Day => (&DAYS, 1),
            Interval::Week => (&WEEKS, 1),
            Interval::Months(months) => (&MONTHS, months),
        };
        let numbers = self.first..self.first + self.bars.len() as i32;
        let of_step = |step: i32| -> Vec<Tick> {
            let at_step = numbers
                .clone()
                .filter(|number| (number * months) % step == 0);
            at_step.map(|number| self.tick(number, step)).collect()
        };
        let fitting = steps
            .iter()
            .filter(|step| **step >= months)
            .map(|step| of_step(*step));
        let mut fitting = fitting.filter(|ticks| ticks.len() <= MOST_TICKS);
        let ticks = fitting.next().filter(|ticks| !ticks.is_empty());
        ticks.unwrap_or_else(|| vec![self.tick(self.first, 1)])
    }

    fn tick(&self, number: i32, step: i32) -> Tick {
        let date = day_of(self.interval.first_day(number));
        let (month, day) = match self.interval {
            Interval::Day | Interval::Week => (date.month, date.day),
            Interval::Months(_) if step % 12 == 0 => (None, None),
            Interval::Months(_) => (date.month, None),
        };
        Tick {
            bar: usize::try_from(number - self.first).unwrap_or(0),
            date: Date { month, day, ..date },
        }
    }
}

/// The number of the interval that contains all of a date.
fn number_in(interval: Interval, date: Date) -> Option<i32> {
    let day = |day: (u16, u8, u8)| -> Day { day_number(day) };
    let first = interval.number_of(day(date.first_day()));
    let last = interval.number_of(day(date.last_day()));
    (first == last).then_some(first)
}

/// The greatest of 1, 2, 5, 10, 20, 50 … that is not above a number, for a line to read heights by.
#[must_use]
pub fn round_number(highest: usize) -> usize {
    let mut unit = 1_usize;
    while unit.saturating_mul(10) <= highest {
        unit *= 10;
    }
    let factors = [5, 2, 1]
        .into_iter()
        .map(|factor| unit.saturating_mul(factor));
    factors
        .into_iter()
        .find(|number| *number <= highest)
        .unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Stance;
    use proptest::prelude::*;

    fn one(stance: Stance) -> StanceCounts {
        std::iter::once((stance, 1)).collect()
    }

    fn of(dates: &[&str]) -> Option<Timeline> {
        let articles = dates
            .iter()
            .map(|date| (Date::parse(date), one(Stance::States)));
        Timeline::of(&articles.collect::<Vec<_>>())
    }

    #[test]
    fn the_length_of_an_interval_depends_on_the_span() {
        for (dates, interval, bars) in [
            (&["2024-03-01"][..], Interval::Day, 1),
            (&["2024-03-01", "2024-03-09"], Interval::Day, 9),
            (&["2024-01-01", "2024-12-31"], Interval::Week, 53),
            (&["2022-07-06", "2024-08-01"], Interval::Months(1), 26),
            (&["2014-07-06", "2024-08-01"], Interval::Months(3), 41),
            (&["1984", "2024-08-01"], Interval::Months(12), 41),
            (&["0001", "9999"], Interval::Months(2400), 50),
        ] {
            let timeline = of(dates).unwrap();
            assert_eq!(
                (timeline.interval, timeline.bars.len()),
                (interval, bars),
                "{dates:?}"
            );
            assert_eq!(timeline.imprecise, 0, "{dates:?}");
        }
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["", ""]), None);
    }

    #[test]
    fn dates_that_fit_no_bar_are_counted() {
        let timeline = of(&[
            "2024-03-01",
            "2024-03-09",
            "2024-03-05",
            "2024-03-05",
            "2024-03-06",
            "2024-03-07",
            "2024",
            "2024-03",
            "",
        ]);
        let timeline = timeline.unwrap();
        assert_eq!((timeline.interval, timeline.bars.len()), (Interval::Day, 9));
        assert_eq!((timeline.imprecise, timeline.undated), (2, 1));
        // Where most dates are years, so are the bars.
        let timeline = of(&["2024-03-01", "2024", "2023"]).unwrap();
        assert_eq!(
            (timeline.interval, timeline.imprecise),
            (Interval::Months(12), 0)
        );
    }

    #[test]
    fn bars_are_chosen_and_choose() {
        let timeline = of(&["2022-07-06", "2024-08-01"]).unwrap();
        let period = |from, to| Period {
            from: Date::parse(from),
            to: Date::parse(to),
        };
        assert_eq!(timeline.bars[25].period, period("2024-08", "2024-08"));
        assert_eq!(timeline.between(17, 6), period("2023", "2023"));
        assert_eq!(timeline.between(0, 99), timeline.span());
        assert_eq!(timeline.chosen(period("2023", "2023")), Some((6, 17)));
        assert_eq!(timeline.chosen(period("2024-07-31", "")), Some((24, 25)));
        assert_eq!(timeline.chosen(period("2030", "2031")), None);
        assert_eq!(timeline.chosen(Period::default()), Some((0, 25)));
    }

    #[test]
    fn labels_are_few_and_round() {
        for (dates, labels) in [
            (
                &["2022-07-06", "2024-08-01"][..],
                "2022-07 2023-01 2023-07 2024-01 2024-07",
            ),
            (&["2014-07-06", "2024-08-01"], "2016 2018 2020 2022 2024"),
            (
                &["2024-03-01", "2024-03-09"],
                "2024-03-02 2024-03-04 2024-03-06 2024-03-08",
            ),
            (
                &["2024-03-01", "2024-03-03"],
                "2024-03-01 2024-03-02 2024-03-03",
            ),
            (&["2024-03-01"], "2024-03-01"),
            (
                &["2024-01-01", "2024-12-31"],
                "2024-02-05 2024-05-06 2024-08-05 2024-11-04",
            ),
            (&["1984", "2024-08-01"], "1990 2000 2010 2020"),
        ] {
            let ticks = of(dates).unwrap().ticks();
            let found: Vec<String> = ticks.iter().map(|tick| tick.date.to_string()).collect();
            assert_eq!(found.join(" "), labels, "{dates:?}");
        }
    }

    #[test]
    fn heights_are_read_by_round_numbers() {
        let numbers = [0, 1, 2, 4, 5, 9, 34, 99, 100, 12_345];
        assert_eq!(
            numbers.map(round_number),
            [1, 1, 2, 2, 5, 5, 20, 50, 100, 10_000]
        );
    }

    #[test]
    fn data_that_nobody_wrote_is_shown_in_bounds() {
        let record = |months, from: &str, bars| TimelineRecord {
            months,
            from: Date::parse(from).unwrap(),
            bars: vec![vec![(Stance::Asks, u32::MAX); 20]; bars],
            undated: u32::MAX,
            imprecise: 0,
        };
        for (months, from, bars) in [
            (None, "9999-12-31", 900),
            (Some(0), "9999-12-31", 900),
            (Some(u32::MAX), "9999", 900),
            (Some(7), "0001", 0),
        ] {
            let timeline = Timeline::of_record(&record(months, from, bars));
            assert!(timeline.bars.len() <= MOST_BARS);
            assert!(timeline.ticks().len() <= MOST_BARS);
            let _ = (
                timeline.span(),
                timeline.highest(),
                timeline.chosen(Period::default()),
            );
        }
    }

    fn dates() -> impl Strategy<Value = Vec<(Option<Date>, StanceCounts)>> {
        let day = (1_u16..=9999, 1_u8..=12, 1_u8..=28, 0..4);
        let near = (2020_u16..2026, 1_u8..=12, 1_u8..=28, 0..4);
        let date = prop_oneof![day, near].prop_map(|(year, month, day, precision)| {
            (precision < 3).then_some(Date {
                year,
                month: (precision < 2).then_some(month),
                day: (precision < 1).then_some(day),
            })
        });
        let counts = (0_usize..7, 0_usize..40)
            .prop_map(|(stance, count)| std::iter::once((Stance::ALL[stance], count)).collect());
        prop::collection::vec((date, counts), 0..40)
    }

    proptest! {
        #[test]
        fn bars_hold_every_dated_claim_once(articles in dates()) {
            let Some(timeline) = Timeline::of(&articles) else {
                prop_assert!(articles.iter().all(|(date, _)| date.is_none()));
                return Ok(());
            };
            prop_assert!((1..=MOST_BARS).contains(&timeline.bars.len()));
            prop_assert!(timeline.ticks().len() <= MOST_TICKS);
            let mut left = StanceCounts::default();
            let (mut undated, mut imprecise) = (0, 0);
            for (date, counts) in &articles {
                let Some(date) = date else {
                    undated += 1;
                    continue;
                };
                let own = Period { from: Some(*date), to: Some(*date) };
                let (first, last) = timeline.chosen(own).unwrap_or((1, 0));
                if first == last && timeline.bars[first].period.days().0 <= own.days().0
                    && own.days().1 <= timeline.bars[last].period.days().1
                {
                    left.add_all(*counts);
                } else {
                    imprecise += 1;
                }
            }
            prop_assert_eq!(timeline.counts(), left);
            prop_assert_eq!((timeline.undated, timeline.imprecise), (undated, imprecise));
        }

        #[test]
        fn bars_touch_and_are_found_again(articles in dates()) {
            if let Some(timeline) = Timeline::of(&articles) {
                for (place, pair) in timeline.bars.windows(2).enumerate() {
                    prop_assert_eq!(pair[0].period.days().1 + 1, pair[1].period.days().0);
                    prop_assert_eq!(timeline.chosen(pair[0].period), Some((place, place)));
                }
                prop_assert_eq!(Timeline::of_record(&timeline.record()), timeline);
            }
        }
    }
}
