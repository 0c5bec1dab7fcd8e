//! The claims of a few speakers side by side, by subject.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::facet::Facet;
use super::filter_result::FilterResult;
use super::indexed_article::IndexedArticle;
use super::view::View;
use model::sort;

/// The claims of a few speakers, with a column for each speaker and a row for each subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The speakers, as numbers in the values of [`Facet::Speaker`].
    pub speakers: Vec<usize>,
    /// Whether the reader has chosen the speakers; otherwise they are a suggestion.
    pub is_chosen: bool,
    /// Subjects of several of the speakers, those of most speakers and most claims first.
    pub shared: Vec<SubjectRow>,
    /// The remaining claims, by subject. Claims without a subject are in the last row.
    pub others: Vec<SubjectRow>,
}

/// The claims about one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectRow {
    /// The subject, as a number in the values of [`Facet::About`]; `None` for claims
    /// without a subject.
    pub subject: Option<usize>,
    /// For each speaker, the claims in reading order.
    pub columns: Vec<Vec<ComparedClaim>>,
}

/// A claim in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedClaim {
    /// The claim, as a number in the article's list.
    pub claim: usize,
    /// Whether an earlier row has it too.
    pub again: bool,
}

impl Comparison {
    /// The maximum number of speakers.
    pub const MOST: usize = 3;

    /// Compares the speakers that a view chooses or, if it chooses none, those with the most
    /// claims: two, or three if the third has as many as the second.
    #[must_use]
    pub fn of(view: &View, indexed: &IndexedArticle, result: &FilterResult) -> Self {
        let values = indexed.values(Facet::Speaker);
        let count = |number: usize| {
            let value = values.get(number);
            value.map_or(0, |value| result.count(Facet::Speaker, &value.id))
        };
        let is_chosen = !view.filters.is_open(Facet::Speaker);
        let mut speakers: Vec<usize> = values
            .iter()
            .enumerate()
            .filter(|(number, value)| {
                if is_chosen {
                    view.filters.has(Facet::Speaker, &value.id)
                } else {
                    count(*number) > 0
                }
            })
            .map(|(number, _)| number)
            .collect();
        if is_chosen {
            speakers.truncate(Self::MOST);
        } else {
            let counts: HashMap<usize, usize> = speakers
                .iter()
                .map(|speaker| (*speaker, count(*speaker)))
                .collect();
            let of = |speaker: Option<&usize>| speaker.and_then(|speaker| counts.get(speaker));
            sort(&mut speakers, |a, b| of(Some(b)).cmp(&of(Some(a))));
            let at = |place: usize| of(speakers.get(place));
            let tied = at(1) == at(2) && at(1) != at(3);
            let most = if tied { 3 } else { 2 };
            speakers.truncate(most);
        }
        let columns: Vec<Vec<usize>> = speakers
            .iter()
            .map(|speaker| {
                let id = values.get(*speaker).map_or("", |value| value.id.as_str());
                let own = |claim: &usize| result.has(*claim) && indexed.speaker_of(*claim) == id;
                indexed.claims_in_order().into_iter().filter(own).collect()
            })
            .collect();
        let (shared, others) = rows(view, indexed, &columns);
        Self {
            speakers,
            is_chosen,
            shared,
            others,
        }
    }

    /// The claims, row by row. Each is given once.
    pub fn claims(&self) -> impl Iterator<Item = usize> {
        let rows = self.shared.iter().chain(&self.others);
        let all = rows.flat_map(|row| row.columns.iter().flatten());
        all.filter(|compared| !compared.again)
            .map(|compared| compared.claim)
    }
}

/// The rows of several speakers, and the rows of single speakers with claims that no other row
/// has.
fn rows(
    view: &View,
    indexed: &IndexedArticle,
    columns: &[Vec<usize>],
) -> (Vec<SubjectRow>, Vec<SubjectRow>) {
    let mut subjects: Vec<SubjectRow> = Vec::new();
    let mut place: HashMap<Option<usize>, usize> = HashMap::new();
    for (column, claims) in columns.iter().enumerate() {
        for claim in claims {
            for subject in subjects_of(view, indexed, *claim) {
                let row = *place.entry(subject).or_insert_with(|| {
                    subjects.push(SubjectRow {
                        subject,
                        columns: vec![Vec::new(); columns.len()],
                    });
                    subjects.len() - 1
                });
                let cell = subjects.get_mut(row);
                if let Some(cell) = cell.and_then(|row| row.columns.get_mut(column)) {
                    cell.push(ComparedClaim {
                        claim: *claim,
                        again: false,
                    });
                }
            }
        }
    }
    let speakers = |row: &SubjectRow| row.columns.iter().filter(|cell| !cell.is_empty()).count();
    let claims = |row: &SubjectRow| row.columns.iter().map(Vec::len).sum::<usize>();
    let rank = |row: &SubjectRow| {
        (
            row.subject.is_none(),
            Reverse(speakers(row)),
            Reverse(claims(row)),
            row.subject,
        )
    };
    sort(&mut subjects, |a, b| rank(a).cmp(&rank(b)));
    let (mut shared, mut others): (Vec<SubjectRow>, Vec<SubjectRow>) = subjects
        .into_iter()
        .partition(|row| row.subject.is_some() && speakers(row) > 1);
    let mut met = HashSet::new();
    for row in &mut shared {
        for compared in row.columns.iter_mut().flatten() {
            compared.again = !met.insert(compared.claim);
        }
    }
    for row in &mut others {
        for cell in &mut row.columns {
            cell.retain(|compared| met.insert(compared.claim));
        }
    }
    others.retain(|row| claims(row) > 0);
    (shared, others)
}

/// The subjects of a claim that the view does not leave out, as numbers in the values of the
/// facet.
fn subjects_of(view: &View, indexed: &IndexedArticle, claim: usize) -> Vec<Option<usize>> {
    let values = indexed.values(Facet::About);
    let passes = |number: usize| {
        let value = values.get(number);
        view.filters.is_open(Facet::About)
            || value.is_some_and(|value| view.filters.has(Facet::About, &value.id))
    };
    let mut subjects: Vec<Option<usize>> = Vec::new();
    for number in indexed.numbers_of(claim, Facet::About) {
        if passes(*number) && !subjects.contains(&Some(*number)) {
            subjects.push(Some(*number));
        }
    }
    if subjects.is_empty() {
        subjects.push(None);
    }
    subjects
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use model::{
        Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Provenance, Speaker, Stance,
        TextRange,
    };

    /// An article whose claims have these speakers and subjects, one word each.
    pub(crate) fn article(claims: &[(&str, &[&str])]) -> IndexedArticle {
        let mut article = Article::default();
        for name in ["a", "b", "c", "d", "x", "y", "z"] {
            article.entities.push(Entity {
                id: EntityId::new(name),
                kind: EntityKind::Person,
                name: name.to_owned(),
                aliases: Vec::new(),
                wikidata: None,
            });
        }
        for (number, (speaker, about)) in claims.iter().enumerate() {
            let start = article.text.len();
            article.text.push_str("word ");
            article.claims.push(Claim {
                id: ClaimId::new(&format!("c{number}")),
                speaker: Speaker::Entity(EntityId::new(speaker)),
                cue: None,
                content: vec![TextRange::new(start, start + 4)],
                form: Form::Direct,
                stance: Stance::States,
                about: about.iter().map(|id| EntityId::new(id)).collect(),
                provenance: Provenance::Curated,
                checked_by: None,
            });
        }
        IndexedArticle::of(article)
    }

    fn compared(indexed: &IndexedArticle, speakers: &[&str], about: &[&str]) -> Comparison {
        let mut view = View::default();
        for id in speakers {
            view.filters.choose(Facet::Speaker, id);
        }
        for id in about {
            view.filters.choose(Facet::About, id);
        }
        Comparison::of(&view, indexed, &FilterResult::of(&view, indexed))
    }

    /// The rows as the subject and, for each column, the claims; `*` marks claims of an
    /// earlier row.
    fn written(indexed: &IndexedArticle, rows: &[SubjectRow]) -> Vec<String> {
        let cell = |cell: &Vec<ComparedClaim>| {
            let claims = cell.iter().map(|compared| {
                let mark = if compared.again { "*" } else { "" };
                format!("{}{mark}", compared.claim)
            });
            claims.collect::<Vec<_>>().join(" ")
        };
        let row = |row: &SubjectRow| {
            let subject = row
                .subject
                .map(|subject| &indexed.values(Facet::About)[subject]);
            let cells: Vec<String> = row.columns.iter().map(cell).collect();
            format!(
                "{}: {}",
                subject.map_or("-", |subject| subject.id.as_str()),
                cells.join(" | ")
            )
        };
        rows.iter().map(row).collect()
    }

    fn speakers(indexed: &IndexedArticle, comparison: &Comparison) -> String {
        let speakers = comparison.speakers.iter();
        speakers
            .map(|speaker| indexed.values(Facet::Speaker)[*speaker].id.as_str())
            .collect()
    }

    #[test]
    fn subjects_of_several_speakers_come_first_and_each_claim_is_written_once() {
        let indexed = article(&[
            ("a", &["x", "y"]),
            ("b", &["y", "x"]),
            ("a", &["z"]),
            ("b", &[]),
            ("c", &["x"]),
            ("a", &["y", "z"]),
        ]);
        let both = compared(&indexed, &["a", "b"], &[]);
        assert_eq!(speakers(&indexed, &both), "ab");
        assert_eq!(
            written(&indexed, &both.shared),
            ["y: 0 5 | 1", "x: 0* | 1*"]
        );
        assert_eq!(written(&indexed, &both.others), ["z: 2 | ", "-:  | 3"]);
        assert_eq!(both.claims().collect::<Vec<_>>(), [0, 5, 1, 2, 3]);
        let about_x = compared(&indexed, &["a", "b"], &["x"]);
        assert_eq!(written(&indexed, &about_x.shared), ["x: 0 | 1"]);
        assert_eq!(about_x.others, []);
    }

    #[test]
    fn without_a_choice_those_with_most_claims_are_compared() {
        for (claims, expected) in [
            (&["a", "b", "b", "b", "a", "c"][..], "ba"),
            (&["a", "a", "b", "c", "d"], "ab"),
            (&["a", "a", "b", "c"], "abc"),
            (&["a", "a"], "a"),
            (&[], ""),
        ] {
            let claims: Vec<(&str, &[&str])> =
                claims.iter().map(|speaker| (*speaker, &[][..])).collect();
            let indexed = article(&claims);
            let comparison = compared(&indexed, &[], &[]);
            assert!(!comparison.is_chosen);
            assert_eq!(speakers(&indexed, &comparison), expected, "{claims:?}");
        }
    }

    #[test]
    fn three_of_many_chosen_speakers_are_compared() {
        let indexed = article(&[("a", &[]), ("b", &[]), ("c", &[]), ("d", &[]), ("d", &[])]);
        let comparison = compared(&indexed, &["a", "b", "c", "d"], &[]);
        assert_eq!(speakers(&indexed, &comparison), "dab");
        assert_eq!(written(&indexed, &comparison.others), ["-: 3 4 | 0 | 1"]);
    }
}
