//! Who speaks about whom: speakers against subjects.

use super::facet::Facet;
use super::reading::Reading;

/// A table of the claims of an article: a row a speaker, a column a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhoAboutWhom {
    /// The subjects: id and name, in the order of the facet.
    pub subjects: Vec<(String, String)>,
    /// The speakers, in the order of the facet.
    pub rows: Vec<SpeakerRow>,
}

/// The claims of one speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerRow {
    /// What stands for the speaker in an address.
    pub id: String,
    /// The speaker as the page names it.
    pub name: String,
    /// The number of claims about each subject, in the order of the subjects.
    pub counts: Vec<usize>,
    /// The number of claims; a claim about several subjects counts once.
    pub total: usize,
}

impl WhoAboutWhom {
    /// Counts the claims that `shown` says are shown.
    #[must_use]
    pub fn of(reading: &Reading, shown: &[bool]) -> Self {
        let subjects: Vec<(String, String)> = reading
            .values(Facet::About)
            .iter()
            .map(|value| (value.id.clone(), value.label.clone()))
            .collect();
        let claims: Vec<usize> = shown
            .iter()
            .enumerate()
            .filter_map(|(claim, shown)| shown.then_some(claim))
            .collect();
        let rows = reading
            .values(Facet::Speaker)
            .iter()
            .map(|speaker| {
                let own: Vec<usize> = claims
                    .iter()
                    .copied()
                    .filter(|claim| reading.speaker_of(*claim) == speaker.id)
                    .collect();
                let about = |subject: &str| {
                    let about = |claim: &&usize| {
                        reading.values_of(**claim, Facet::About).contains(&subject)
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
}
