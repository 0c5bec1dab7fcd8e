//! A table of speakers and their subjects.

use super::facet::Facet;
use super::indexed_article::IndexedArticle;
use model::ordered;

/// A table of the claims of an article, with a row for each speaker and a column for each
/// subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoAboutWhom {
    /// The ids and names of the subjects, in the order of the facet.
    pub subjects: Vec<(String, String)>,
    /// The speakers, in the order of the facet.
    pub rows: Vec<SpeakerRow>,
}

/// The claims of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerRow {
    /// The speaker's key in an address.
    pub id: String,
    /// The speaker's name on the page.
    pub name: String,
    /// The number of claims about each subject, in the order of the subjects.
    pub counts: Vec<usize>,
    /// The number of claims; a claim about several subjects counts once.
    pub total: usize,
}

impl WhoAboutWhom {
    /// Counts the shown claims.
    #[must_use]
    pub fn of(indexed: &IndexedArticle, shown: &[bool]) -> Self {
        let subjects: Vec<(String, String)> = indexed
            .values(Facet::About)
            .iter()
            .map(|value| (value.id.clone(), value.label.clone()))
            .collect();
        let claims: Vec<usize> = shown
            .iter()
            .enumerate()
            .filter_map(|(claim, shown)| shown.then_some(claim))
            .collect();
        let rows = indexed
            .values(Facet::Speaker)
            .iter()
            .map(|speaker| {
                let own: Vec<usize> = claims
                    .iter()
                    .copied()
                    .filter(|claim| indexed.speaker_of(*claim) == speaker.id)
                    .collect();
                let about = |subject: &str| {
                    let about = |claim: &&usize| {
                        indexed.values_of(**claim, Facet::About).contains(&subject)
                    };
                    own.iter().filter(about).count()
                };
                SpeakerRow {
                    id: speaker.id.clone(),
                    name: speaker.label.clone(),
                    counts: subjects.iter().map(|(subject, _)| about(subject)).collect(),
                    total: own.len(),
                }
            })
            .collect();
        Self { subjects, rows }
    }

    /// Keeps the speakers and subjects with the most claims, up to the given numbers, and
    /// drops those without claims.
    #[must_use]
    pub fn with_most(self, speakers: usize, subjects: usize) -> Self {
        let about = |column: usize| {
            let counts = self.rows.iter().filter_map(|row| row.counts.get(column));
            counts.sum::<usize>()
        };
        let columns = most(self.subjects.len(), subjects, &about);
        let total = |row: usize| self.rows.get(row).map_or(0, |row| row.total);
        let kept = most(self.rows.len(), speakers, &total);
        let at = |columns: &[usize], counts: &[usize]| {
            let counts = columns.iter().filter_map(|column| counts.get(*column));
            counts.copied().collect()
        };
        let rows = kept.iter().filter_map(|row| self.rows.get(*row));
        let rows = rows.map(|row| SpeakerRow {
            counts: at(&columns, &row.counts),
            ..row.clone()
        });
        Self {
            rows: rows.collect(),
            subjects: columns
                .iter()
                .filter_map(|column| self.subjects.get(*column).cloned())
                .collect(),
        }
    }
}

/// The numbers below `len` with the highest counts above 0, highest first, at most
/// `at_most` of them.
fn most(len: usize, at_most: usize, count: &dyn Fn(usize) -> usize) -> Vec<usize> {
    let mut sorted = ordered(len, &|a, b| count(b).cmp(&count(a)));
    sorted.retain(|number| count(*number) > 0);
    sorted.truncate(at_most);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_those_with_most_claims() {
        let row = |id: &str, counts: &[usize], total| SpeakerRow {
            id: id.into(),
            name: id.into(),
            counts: counts.to_vec(),
            total,
        };
        let subject = |id: &str| (id.to_owned(), id.to_owned());
        let table = WhoAboutWhom {
            subjects: vec![subject("x"), subject("y"), subject("z")],
            rows: vec![
                row("a", &[1, 0, 0], 1),
                row("b", &[0; 3], 0),
                row("c", &[1, 0, 4], 5),
            ],
        };
        let all = table.clone().with_most(9, 9);
        assert_eq!(all.rows, [row("c", &[4, 1], 5), row("a", &[0, 1], 1)]);
        assert_eq!(all.subjects, [subject("z"), subject("x")]);
        assert_eq!(table.with_most(1, 1).rows, [row("c", &[4], 5)]);
    }
}
