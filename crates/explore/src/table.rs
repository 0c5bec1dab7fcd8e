//! A table of speakers and their subjects.

use std::collections::HashMap;

use super::facet::{Facet, FacetValue};
use super::indexed_article::IndexedArticle;
use super::view::Filters;
use model::{ordered, sort};

/// A table of the claims of an article, with a row for each speaker and a column for each
/// subject. It counts the shown claims, but its rows and columns are those of all claims, so that
/// none disappears or moves when claims are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoAboutWhom {
    /// The subjects, those with most claims in the article first.
    pub subjects: Vec<SubjectColumn>,
    /// The speakers, those with most claims in the article first.
    pub rows: Vec<SpeakerRow>,
    /// The number of shown claims.
    pub total: usize,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectColumn {
    /// The subject's id.
    pub id: String,
    /// The subject's name, different from that of every other subject.
    pub name: String,
    /// The number of shown claims about the subject.
    pub total: usize,
    /// The number of all claims about the subject.
    in_article: usize,
}

/// The claims of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerRow {
    /// The speaker's key in an address.
    pub id: String,
    /// The speaker's name, different from that of every other speaker.
    pub name: String,
    /// The number of shown claims about each subject, in the order of the subjects; `None` where
    /// the article has none at all.
    pub counts: Vec<Option<usize>>,
    /// The number of shown claims; a claim about several subjects counts once.
    pub total: usize,
    /// The number of all claims of the speaker.
    in_article: usize,
}

impl WhoAboutWhom {
    /// Counts the shown claims.
    #[must_use]
    pub fn of(indexed: &IndexedArticle, shown: &[bool]) -> Self {
        let speakers = indexed.values(Facet::Speaker);
        let subjects = indexed.values(Facet::About);
        let mut rows: Vec<SpeakerRow> = distinct_names(speakers)
            .into_iter()
            .zip(speakers)
            .map(|(name, speaker)| SpeakerRow {
                id: speaker.id.clone(),
                name,
                counts: vec![None; subjects.len()],
                total: 0,
                in_article: speaker.total,
            })
            .collect();
        let mut columns: Vec<SubjectColumn> = distinct_names(subjects)
            .into_iter()
            .zip(subjects)
            .map(|(name, subject)| SubjectColumn {
                id: subject.id.clone(),
                name,
                total: 0,
                in_article: subject.total,
            })
            .collect();
        let mut total = 0;
        for (claim, shown) in shown.iter().enumerate() {
            let one = usize::from(*shown);
            total += one;
            let mut about = indexed.numbers_of(claim, Facet::About).to_vec();
            sort(&mut about, usize::cmp);
            about.dedup();
            for subject in &about {
                if let Some(column) = columns.get_mut(*subject) {
                    column.total += one;
                }
            }
            for speaker in indexed.numbers_of(claim, Facet::Speaker) {
                let Some(row) = rows.get_mut(*speaker) else {
                    continue;
                };
                row.total += one;
                for subject in &about {
                    if let Some(count) = row.counts.get_mut(*subject) {
                        *count = Some(count.unwrap_or_default() + one);
                    }
                }
            }
        }
        Self {
            subjects: columns,
            rows,
            total,
        }
    }

    /// Keeps the speakers and subjects with the most claims in the article, up to the given
    /// numbers, and those that are chosen. Drops the others, and those without claims.
    #[must_use]
    pub fn with_most(self, speakers: usize, subjects: usize, chosen: &Filters) -> Self {
        let about = |column: usize| {
            self.subjects
                .get(column)
                .map_or(0, |column| column.in_article)
        };
        let total = |row: usize| self.rows.get(row).map_or(0, |row| row.in_article);
        let is_chosen = |column: usize| {
            let column = self.subjects.get(column);
            column.is_some_and(|column| chosen.has(Facet::About, &column.id))
        };
        let columns = most(self.subjects.len(), subjects, &about, &is_chosen);
        let is_chosen = |row: usize| {
            let row = self.rows.get(row);
            row.is_some_and(|row| chosen.has(Facet::Speaker, &row.id))
        };
        let kept = most(self.rows.len(), speakers, &total, &is_chosen);
        let rows = kept.iter().filter_map(|row| self.rows.get(*row));
        let rows = rows.map(|row| SpeakerRow {
            counts: columns
                .iter()
                .filter_map(|column| row.counts.get(*column).copied())
                .collect(),
            ..row.clone()
        });
        Self {
            rows: rows.collect(),
            subjects: columns
                .iter()
                .filter_map(|column| self.subjects.get(*column).cloned())
                .collect(),
            total: self.total,
        }
    }
}

/// The labels of the values. If several share one, all but the first get a number.
#[must_use]
pub fn distinct_names(values: &[FacetValue]) -> Vec<String> {
    let mut met: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::with_capacity(values.len());
    for value in values {
        let times = met.entry(&value.label).or_default();
        *times += 1;
        names.push(match *times {
            1 => value.label.clone(),
            times => format!("{} ({times})", value.label),
        });
    }
    names
}

/// The numbers below `len` with the highest counts above 0, highest first, at most
/// `at_most` of them, and those that are kept in any case.
fn most(
    len: usize,
    at_most: usize,
    count: &dyn Fn(usize) -> usize,
    is_kept: &dyn Fn(usize) -> bool,
) -> Vec<usize> {
    let sorted = ordered(len, &|a, b| count(b).cmp(&count(a)));
    let places = sorted.into_iter().enumerate();
    let kept = places
        .filter(|(place, number)| is_kept(*number) || (*place < at_most && count(*number) > 0));
    kept.map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(names: [&str; 3], rows: &[(&str, [usize; 3], usize)]) -> WhoAboutWhom {
        let about = |column: usize| rows.iter().map(|(_, counts, _)| counts[column]).sum();
        WhoAboutWhom {
            subjects: names
                .iter()
                .enumerate()
                .map(|(column, name)| SubjectColumn {
                    id: (*name).to_owned(),
                    name: (*name).to_owned(),
                    total: 0,
                    in_article: about(column),
                })
                .collect(),
            rows: rows
                .iter()
                .map(|(id, counts, total)| SpeakerRow {
                    id: (*id).to_owned(),
                    name: (*id).to_owned(),
                    counts: counts.map(Some).to_vec(),
                    total: 0,
                    in_article: *total,
                })
                .collect(),
            total: rows.iter().map(|(_, _, total)| total).sum(),
        }
    }

    fn cells(table: &WhoAboutWhom) -> Vec<(&str, Vec<usize>)> {
        let rows = table.rows.iter();
        rows.map(|row| {
            let counts = row.counts.iter().copied().flatten();
            (row.id.as_str(), counts.collect())
        })
        .collect()
    }

    fn subjects(table: &WhoAboutWhom) -> String {
        let subjects = table.subjects.iter();
        subjects.map(|subject| subject.id.as_str()).collect()
    }

    #[test]
    fn a_table_keeps_those_with_most_claims_and_the_chosen_ones() {
        let table = table(
            ["x", "y", "z"],
            &[("a", [1, 0, 0], 1), ("b", [0; 3], 0), ("c", [1, 0, 4], 5)],
        );
        let mut chosen = Filters::default();
        let all = table.clone().with_most(9, 9, &chosen);
        assert_eq!(cells(&all), [("c", vec![4, 1]), ("a", vec![0, 1])]);
        assert_eq!(subjects(&all), "zx");
        let first = table.clone().with_most(1, 1, &chosen);
        assert_eq!(cells(&first), [("c", vec![4])]);
        chosen.choose(Facet::Speaker, "b");
        chosen.choose(Facet::About, "y");
        let kept = table.with_most(1, 1, &chosen);
        assert_eq!(cells(&kept), [("c", vec![4, 0]), ("b", vec![0, 0])]);
        assert_eq!(subjects(&kept), "zy");
    }

    #[test]
    fn equal_names_are_numbered() {
        let value = |label: &str| FacetValue {
            id: String::new(),
            label: label.to_owned(),
            total: 1,
        };
        let names = distinct_names(&[value("Lee"), value("Kim"), value("Lee")]);
        assert_eq!(names, ["Lee", "Kim", "Lee (2)"]);
    }
}
