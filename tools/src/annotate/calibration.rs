//! How often findings of each confidence are right.

use std::fmt;

use super::names::percent;

/// The number of findings in each tenth of confidence, and of those that are right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tenths([Tenth; 10]);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tenth {
    all: usize,
    right: usize,
    /// The sum of the confidences, in hundredths.
    hundredths: usize,
}

impl Tenths {
    /// Counts a finding; a confidence of 1 belongs to the last tenth.
    pub(super) fn add(&mut self, confidence: f32, is_right: bool) {
        let hundredths = (confidence.clamp(0.0, 1.0) * 100.0).round() as usize;
        if let Some(tenth) = self.0.get_mut((hundredths / 10).min(9)) {
            tenth.all += 1;
            tenth.right += usize::from(is_right);
            tenth.hundredths += hundredths;
        }
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "confidence  findings  mean  right")?;
        for (number, tenth) in self.0.iter().enumerate().filter(|(_, tenth)| tenth.all > 0) {
            let mean = tenth.hundredths as f64 / tenth.all as f64;
            let right = percent(tenth.right, tenth.all);
            let (from, to) = (10 * number, 10 * number + 10);
            writeln!(
                f,
                "{from:>3} to {to:>3}  {:>8}  {mean:>4.0}  {right:>5.0}",
                tenth.all
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_counted_by_tenths() {
        let mut tenths = Tenths::default();
        for (confidence, is_right) in [(0.65, true), (0.69, false), (1.0, true), (0.9, true)] {
            tenths.add(confidence, is_right);
        }
        let table = tenths.to_string();
        let lines: Vec<&str> = table.lines().skip(1).collect();
        assert_eq!(
            lines,
            [
                " 60 to  70         2    67     50",
                " 90 to 100         2    95    100"
            ]
        );
    }
}
