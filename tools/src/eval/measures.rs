//! The ranking measures of trec_eval.

use std::collections::HashMap;

/// Normalised discounted cumulative gain of the first `depth` results. As in trec_eval's
/// `ndcg_cut`, the gain is the grade, discounted by the base-2 logarithm of the rank plus
/// one.
pub(super) fn ndcg(ranking: &[&str], grades: &HashMap<String, f64>, depth: usize) -> f64 {
    let gains = ranking
        .iter()
        .map(|id| grades.get(*id).copied().unwrap_or(0.0));
    let mut best: Vec<f64> = grades.values().copied().collect();
    best.sort_by(|a, b| b.total_cmp(a));
    let ideal = discounted(best.into_iter().take(depth));
    if ideal == 0.0 {
        return 0.0;
    }
    discounted(gains.take(depth)) / ideal
}

fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    let ranked = gains.zip(2u32..);
    ranked
        .map(|(gain, place)| gain / f64::from(place).log2())
        .sum()
}

/// Average precision (`map`): the mean of the precision at the rank of each relevant
/// document; 0 for those not found.
pub(super) fn average_precision(ranking: &[&str], grades: &HashMap<String, f64>) -> f64 {
    let mut found = 0.0;
    let mut sum = 0.0;
    for (id, rank) in ranking.iter().zip(1u32..) {
        if grades.contains_key(*id) {
            found += 1.0;
            sum += found / f64::from(rank);
        }
    }
    sum / grades.len().max(1) as f64
}

/// The fraction of the relevant documents among the first `depth` (`recall`).
pub(super) fn recall(ranking: &[&str], grades: &HashMap<String, f64>, depth: usize) -> f64 {
    let found = ranking.iter().take(depth);
    let found = found.filter(|id| grades.contains_key(**id)).count();
    found as f64 / grades.len().max(1) as f64
}

/// The quantile `part` of the values. Sorts them.
pub(super) fn quantile(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * part).ceil() as usize;
    values.get(at.saturating_sub(1)).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_of_a_ranking_counted_by_hand() {
        let grades = [("a", 2.0), ("b", 1.0), ("c", 1.0)];
        let grades = grades.map(|(id, grade)| (id.to_owned(), grade)).into();
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-4, "{found}");
        let ranking = ["b", "x", "a"];
        let (second, third) = (3f64.log2(), 2.0);
        let ideal = 2.0 + 1.0 / second + 1.0 / third;
        near(ndcg(&ranking, &grades, 10), (1.0 + 2.0 / third) / ideal);
        near(ndcg(&ranking, &grades, 1), 0.5);
        near(
            average_precision(&ranking, &grades),
            (1.0 + 2.0 / 3.0) / 3.0,
        );
        near(recall(&ranking, &grades, 2), 1.0 / 3.0);
        near(ndcg(&[], &grades, 10), 0.0);
        near(quantile(&mut [3.0, 1.0, 2.0, 4.0], 0.5), 2.0);
    }
}
