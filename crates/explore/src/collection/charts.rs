//! When the claims of a collection were published and who made them, by stance.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Collection;
use super::collection_result::{CollectionResult, Ranked};
use super::period::Period;
use super::stance_counts::StanceCounts;
use super::timeline::Timeline;
use crate::SpeakerColours;
use crate::facet::Facet;
use crate::fields::without_fields;
use crate::filter_result::FilterResult;
use crate::view::View;
use import::{ChartsRecord, SpeakerRecord};
use model::{Article, Speaker, Stance};
use search::Field;

/// The greatest number of speakers in the data of an archive.
pub const MOST_SPEAKERS: usize = 50;

/// The claims that a view shows, by time and by speaker. Choosing a period does not change the
/// timeline, and choosing speakers does not change their bars, so that nothing that could be chosen
/// next disappears.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charts {
    /// When the claims were published; `None` if no article has a date.
    pub timeline: Option<Timeline>,
    /// The period that the view asks for.
    pub period: Period,
    /// The speakers, most claims in the whole collection first.
    pub speakers: Vec<SpeakerBar>,
    /// The stances of the claims of the whole collection, in their own order.
    pub stances: Vec<Stance>,
    /// Whether the numbers are those of the whole collection, whatever the view shows.
    pub of_everything: bool,
}

/// The claims of a speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerBar {
    /// The value of the facet.
    pub id: String,
    /// The name on the page.
    pub name: String,
    /// The claims.
    pub counts: StanceCounts,
}

impl Charts {
    /// The charts of a view. `result` is its result, and `ranked` that of searching its words.
    #[must_use]
    pub fn of(
        view: &View,
        collection: &Collection,
        result: &CollectionResult,
        ranked: Option<&Ranked>,
    ) -> Self {
        let period = Period::of(view.query.query());
        let without = |view: &View| CollectionResult::claims_of(view, collection, ranked);
        let of_all_time = (!period.is_open()).then(|| without(&Period::default().put_into(view)));
        let of_all_speakers = is_of_speakers(view).then(|| without(&of_any_speaker(view)));
        let shown = |other: &Option<FilterResult>| -> Vec<bool> {
            let claims = other
                .as_ref()
                .map_or(&result.claims.claims, |other| &other.claims);
            claims.clone()
        };
        Self {
            timeline: timeline(collection, &shown(&of_all_time)),
            period,
            speakers: speakers(collection, &shown(&of_all_speakers)),
            stances: collection
                .claims
                .values(Facet::Stance)
                .iter()
                .filter_map(|value| Stance::parse(&value.id))
                .collect(),
            of_everything: false,
        }
    }

    /// The charts of an archive, from its data.
    #[must_use]
    pub fn of_archive(record: &ChartsRecord<'_>) -> Self {
        let timeline = record.timeline.as_ref().map(Timeline::of_record);
        let mut all = timeline.as_ref().map(Timeline::counts).unwrap_or_default();
        let speakers = record.speakers.iter().take(MOST_SPEAKERS);
        let speakers = speakers.map(|speaker| {
            let claims = speaker.claims.iter();
            let counts = claims.map(|(stance, count)| (*stance, *count as usize));
            SpeakerBar {
                id: speaker.id.clone().into_owned(),
                name: speaker.name.clone().into_owned(),
                counts: counts.collect(),
            }
        });
        let speakers: Vec<SpeakerBar> = speakers.collect();
        for speaker in &speakers {
            all.add_all(speaker.counts);
        }
        Self {
            timeline,
            period: Period::default(),
            speakers,
            stances: all.stances().map(|(stance, _)| stance).collect(),
            of_everything: true,
        }
    }

    /// The data of an archive of these articles, which use the same ids for the same entities.
    #[must_use]
    pub fn record(articles: &[Article]) -> ChartsRecord<'_> {
        let claims: Vec<_> = articles
            .iter()
            .map(|article| {
                let stances = article.claims.iter().map(|claim| (claim.stance, 1));
                (article.metadata.published, stances.collect())
            })
            .collect();
        let mut counts: HashMap<&str, (&str, StanceCounts)> = HashMap::new();
        for article in articles {
            let names = article.entities_by_id();
            for claim in &article.claims {
                if let Speaker::Entity(id) = &claim.speaker {
                    let name = || names.get(id).map_or(id.as_str(), |entity| &entity.name);
                    let known = counts.entry(id.as_str());
                    let (_, counts) = known.or_insert_with(|| (name(), StanceCounts::default()));
                    counts.add(claim.stance, 1);
                }
            }
        }
        let mut speakers: Vec<_> = counts.into_iter().collect();
        model::sort(&mut speakers, |(a, (_, of_a)), (b, (_, of_b))| {
            of_b.total().cmp(&of_a.total()).then(a.cmp(b))
        });
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let speakers = speakers.into_iter().take(MOST_SPEAKERS);
        ChartsRecord {
            timeline: Timeline::of(&claims).map(|timeline| timeline.record()),
            speakers: speakers
                .map(|(id, (name, counts))| SpeakerRecord {
                    id: Cow::Borrowed(id),
                    name: Cow::Borrowed(name),
                    claims: counts
                        .stances()
                        .map(|(stance, count)| (stance, number(count)))
                        .collect(),
                })
                .collect(),
        }
    }

    /// The colours of the speakers, by their claims.
    #[must_use]
    pub fn colours(&self) -> SpeakerColours {
        SpeakerColours::ranked(self.speakers.iter().map(|speaker| speaker.id.as_str()))
    }

    /// The claims of all speakers.
    #[must_use]
    pub fn counts_of_speakers(&self) -> StanceCounts {
        let mut all = StanceCounts::default();
        for speaker in &self.speakers {
            all.add_all(speaker.counts);
        }
        all
    }
}

fn is_of_speakers(view: &View) -> bool {
    let fields = &view.query.query().fields;
    !view.filters.is_open(Facet::Speaker) || fields.iter().any(|term| term.field == Field::Speaker)
}

/// The view without its speakers.
fn of_any_speaker(view: &View) -> View {
    let mut view = view.clone();
    view.filters.clear(Facet::Speaker);
    view.query = without_fields(&view.query, &[Field::Speaker]);
    view
}

fn timeline(collection: &Collection, shown: &[bool]) -> Option<Timeline> {
    let articles = collection.articles.iter();
    let dates = articles.map(|article| (article.metadata.published, StanceCounts::default()));
    let mut articles: Vec<_> = dates.collect();
    let claims = collection.claims.article.claims.iter();
    for ((claim, source), is_shown) in claims.zip(&collection.sources).zip(shown) {
        if *is_shown && let Some((_, counts)) = articles.get_mut(source.article) {
            counts.add(claim.stance, 1);
        }
    }
    Timeline::of(&articles)
}

fn speakers(collection: &Collection, shown: &[bool]) -> Vec<SpeakerBar> {
    let merged = &collection.claims;
    let values = merged.values(Facet::Speaker);
    let places = values
        .iter()
        .enumerate()
        .map(|(place, value)| (value.id.as_str(), place));
    let places: HashMap<&str, usize> = places.collect();
    let mut counts = vec![StanceCounts::default(); values.len()];
    let claims = merged.article.claims.iter().zip(shown).enumerate();
    for (number, (claim, is_shown)) in claims {
        let place = places.get(merged.speaker_of(number)).filter(|_| *is_shown);
        if let Some(counts) = place.and_then(|place| counts.get_mut(*place)) {
            counts.add(claim.stance, 1);
        }
    }
    values
        .iter()
        .zip(counts)
        .map(|(value, counts)| SpeakerBar {
            id: value.id.clone(),
            name: value.label.clone(),
            counts,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::{ArchiveWriter, Finder};
    use import::{annotations::annotate, article_from_markdown};
    use proptest::prelude::*;
    use serde_json::json;

    fn articles() -> Vec<Article> {
        let dates = ["2022-07-06", "2023-03", "2024-08-01", ""];
        let article = |(number, date): (usize, &str)| {
            let id = format!("a{number}");
            let date = if date.is_empty() {
                String::new()
            } else {
                format!("published: {date}\n")
            };
            let markdown = format!(
                "---\ntitle: {id}\nlanguage: en\n{date}---\nAnn said one. Bob said two. Some said three."
            );
            let (mut article, _) = article_from_markdown(&id, "a.md", &markdown);
            let told = annotate(
                &mut article,
                "a.json",
                &json!({"version": 1,
                "entities": [{"id": "ann", "kind": "person", "name": "Ann"}, {"id": "bob", "kind": "person", "name": "Bob"}],
                "claims": [
                    {"id": "c1", "speaker": "ann", "stance": "denies", "content": ["one"]},
                    {"id": "c2", "speaker": if number == 1 { "ann" } else { "bob" }, "stance": "states", "content": ["two"]},
                    {"id": "c3", "speaker": {"exact": "Some"}, "stance": "warns", "content": ["three"]}]}),
            );
            assert_eq!(told, []);
            article
        };
        dates.into_iter().enumerate().map(article).collect()
    }

    fn charts(collection: &Collection, hash: &str) -> (Charts, CollectionResult) {
        let (view, _) = crate::from_hash(hash);
        let ranked = Finder::of(collection).rank(view.query.query());
        let result = CollectionResult::of(&view, collection, ranked.as_ref());
        (
            Charts::of(&view, collection, &result, ranked.as_ref()),
            result,
        )
    }

    fn counts(charts: &Charts) -> (usize, Vec<usize>) {
        let in_time = charts
            .timeline
            .as_ref()
            .map_or(0, |timeline| timeline.counts().total());
        (
            in_time,
            charts
                .speakers
                .iter()
                .map(|speaker| speaker.counts.total())
                .collect(),
        )
    }

    #[test]
    fn nothing_that_could_be_chosen_disappears() {
        let (collection, _) = Collection::of(None, articles());
        for (hash, in_time, speakers) in [
            ("", 9, vec![5, 3, 4]),
            ("q=after:2023-12", 9, vec![1, 1, 1]),
            ("speaker=bob", 2, vec![5, 3, 4]),
            ("q=speaker:bob", 2, vec![5, 3, 4]),
            ("stance=denies", 3, vec![4, 0, 0]),
            (
                "stance=denies&speaker=bob&q=after:2023-12",
                0,
                vec![1, 0, 0],
            ),
            ("q=two", 3, vec![1, 3, 0]),
        ] {
            let (charts, _) = charts(&collection, hash);
            let mut expected = speakers;
            // Four claims of “Some” come before three of Bob.
            expected.swap(1, 2);
            assert_eq!(counts(&charts), (in_time, expected), "{hash}");
            let timeline = charts.timeline.unwrap();
            assert_eq!((timeline.bars.len(), timeline.undated), (26, 1), "{hash}");
        }
        let (empty, _) = charts(&Collection::of(None, Vec::new()).0, "");
        assert_eq!((empty.timeline, empty.speakers), (None, Vec::new()));
    }

    #[test]
    fn an_archive_knows_the_charts_of_all_its_articles() {
        let (whole, _) = charts(&Collection::of(None, articles()).0, "");
        let writer = ArchiveWriter::of_unsorted(articles());
        let data = writer.data(&import::Bundle::default(), "files", 1);
        let record = import::BundleRecord::<import::ArchiveRecord<'_>>::parse(&data);
        let record = record
            .unwrap()
            .archive
            .and_then(|archive| archive.charts)
            .unwrap();
        let charts = Charts::of_archive(&record);
        assert_eq!(charts.timeline, whole.timeline);
        let colours = charts.colours();
        assert_eq!(["ann", "bob", "x"].map(|id| colours.of(id)), [0, 1, 7]);
        // The data has only speakers with a name.
        let named = whole
            .speakers
            .into_iter()
            .filter(|speaker| !speaker.id.contains(':'));
        assert_eq!(charts.speakers, named.collect::<Vec<_>>());
        assert!(charts.of_everything);
    }

    proptest! {
        #[test]
        fn the_bars_of_speakers_sum_to_the_claims_shown(
            stance in prop::sample::select(vec!["", "denies", "states"]),
            query in prop::sample::select(vec!["", "after:2022", "after:2022 before:2024-08", "two"]),
        ) {
            let (collection, _) = Collection::of(None, articles());
            let (charts, result) = charts(&collection, &format!("stance={stance}&q={query}"));
            prop_assert_eq!(charts.counts_of_speakers().total(), result.claims.shown());
            let stances = Stance::ALL.map(|stance| charts.counts_of_speakers().of(stance));
            prop_assert_eq!(stances.iter().sum::<usize>(), result.claims.shown());
        }
    }
}
