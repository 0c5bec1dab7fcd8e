//! The minimum confidence at which automatic findings are shown.

use model::Provenance;

/// The minimum confidence to show, in per cent; 0 shows everything. An editor's annotations
/// are always shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Threshold(u8);

impl Threshold {
    /// The name in an address and of its control.
    pub const KEY: &'static str = "sure";

    /// Creates a threshold; values above 100 become 100.
    #[must_use]
    pub fn new(percent: u8) -> Self {
        Self(percent.min(100))
    }

    /// Parses a whole number from 0 to 100, as in an address. Returns `None` for anything
    /// else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let percent = text.parse().ok().filter(|percent| *percent <= 100);
        digits.then_some(percent).flatten().map(Self)
    }

    /// The threshold in per cent, from 0 to 100.
    #[must_use]
    pub fn percent(self) -> u8 {
        self.0
    }

    /// Whether everything is shown.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.0 == 0
    }

    /// Whether a claim or a mention is shown. Confidence is rounded to whole per cent, as
    /// on the page.
    #[must_use]
    pub fn passes(self, provenance: &Provenance) -> bool {
        match provenance {
            Provenance::Curated => true,
            Provenance::Found { confidence, .. } => percent_of(*confidence) >= self.0,
        }
    }
}

/// Rounds a confidence from 0 to 1 to whole per cent.
#[must_use]
pub fn percent_of(confidence: f32) -> u8 {
    // NaN becomes 0; a number out of range becomes the nearest limit.
    (confidence * 100.0).round().clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_whole_numbers_up_to_a_hundred_are_accepted() {
        for (text, percent) in [
            ("0", Some(0)),
            ("70", Some(70)),
            ("100", Some(100)),
            ("007", Some(7)),
            ("101", None),
            ("+5", None),
            ("-1", None),
            ("0.7", None),
            ("", None),
            ("all", None),
            ("99999999999", None),
        ] {
            assert_eq!(
                Threshold::parse(text).map(Threshold::percent),
                percent,
                "{text}"
            );
        }
    }

    fn any_provenance() -> impl Strategy<Value = Provenance> {
        let found = (0.0f32..=1.0).prop_map(|confidence| Provenance::Found {
            confidence,
            rule: "".into(),
        });
        prop_oneof![Just(Provenance::Curated), found]
    }

    proptest! {
        #[test]
        fn a_threshold_survives_a_round_trip(percent in 0u8..=100) {
            let threshold = Threshold::new(percent);
            prop_assert_eq!(Threshold::parse(&threshold.percent().to_string()), Some(threshold));
        }

        #[test]
        fn a_higher_threshold_shows_no_more_and_never_hides_curated_claims(
            low in 0u8..=100, high in 0u8..=100, provenance in any_provenance()
        ) {
            let (low, high) = (low.min(high), low.max(high));
            let [low, high] = [low, high].map(|percent| Threshold::new(percent).passes(&provenance));
            prop_assert!(low || !high);
            prop_assert!(provenance != Provenance::Curated || high);
            prop_assert!(Threshold::default().passes(&provenance));
        }
    }
}
