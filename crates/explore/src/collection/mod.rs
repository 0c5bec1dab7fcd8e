//! Collections of articles: their speakers and subjects, and the results of a view.

mod archive;
mod archive_writer;
mod calendar;
mod charts;
mod collection_result;
mod finder;
mod identity;
mod merged_claims;
mod near_copies;
mod period;
mod request;
mod sort_order;
mod stance_counts;
mod timeline;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

pub use archive::{Archive, File, Listed, add_to};
pub use archive_writer::ArchiveWriter;
pub use calendar::Interval;
pub use charts::{Charts, MOST_SPEAKERS, SpeakerBar};
pub use collection_result::{CollectionResult, Ranked};
pub use finder::Finder;
pub use identity::{Identities, Known};
pub use merged_claims::{ClaimSource, MergedClaims};
pub use period::Period;
pub use sort_order::SortOrder;
pub use stance_counts::StanceCounts;
pub use timeline::{Bar, MOST_BARS, Tick, Timeline, round_number};

use super::indexed_article::IndexedArticle;
use super::problem::CollectionProblem;
use super::speaker_colours::SpeakerColours;
use model::{Article, ArticleId, Entity, EntityId, ordered};

/// Several articles and the data derived from them. Immutable once built.
pub struct Collection {
    /// The title of the collection.
    pub title: Option<String>,
    /// The articles, newest first; articles of the same day or without a date keep their
    /// given order.
    pub articles: Vec<Rc<Article>>,
    /// The claims of all articles as one article.
    pub claims: Rc<IndexedArticle>,
    /// The origin of each claim.
    pub sources: Vec<ClaimSource>,
    /// The entities, without duplicates.
    pub identities: Identities,
    originals: OnceCell<Vec<usize>>,
}

impl Collection {
    /// Builds a collection from articles in any order. If two articles share an id, the
    /// second is dropped and reported.
    #[must_use]
    pub fn of(title: Option<String>, articles: Vec<Article>) -> (Self, Vec<CollectionProblem>) {
        Self::with_colours(title, articles, None)
    }

    /// Builds a collection of some of the articles of a larger one, whose speakers have these
    /// colours there.
    pub(crate) fn with_colours(
        title: Option<String>,
        articles: Vec<Article>,
        colours: Option<SpeakerColours>,
    ) -> (Self, Vec<CollectionProblem>) {
        let mut problems = Vec::new();
        let mut kept: Vec<Article> = Vec::with_capacity(articles.len());
        let mut ids: HashSet<ArticleId> = HashSet::new();
        for article in articles {
            if !ids.insert(article.id.clone()) {
                problems.push(CollectionProblem::SameId {
                    id: article.id,
                    title: article.metadata.title,
                });
            } else {
                kept.push(article);
            }
        }
        let order = newest_first(&kept);
        let mut taken: Vec<Option<Article>> = kept.into_iter().map(Some).collect();
        let articles: Vec<Rc<Article>> = order
            .into_iter()
            .filter_map(|number| taken.get_mut(number)?.take())
            .map(Rc::new)
            .collect();
        let identities = Identities::of(articles.iter().map(Rc::as_ref));
        let all: Vec<&Article> = articles.iter().map(Rc::as_ref).collect();
        let merged = MergedClaims::of(&all, &identities);
        let collection = Self {
            title,
            articles,
            claims: Rc::new(match colours {
                Some(colours) => IndexedArticle::with_colours(merged.article, colours),
                None => IndexedArticle::of(merged.article),
            }),
            sources: merged.sources,
            identities,
            originals: OnceCell::new(),
        };
        (collection, problems)
    }

    /// The title of the collection or, if it has none, the number of articles.
    #[must_use]
    pub fn heading(&self) -> String {
        let count = self.articles.len();
        let counted = format!("{count} article{}", if count == 1 { "" } else { "s" });
        self.title.clone().unwrap_or(counted)
    }

    /// Articles in their order, with each the later ones that have nearly the same text as it.
    #[must_use]
    pub fn without_copies(&self, articles: &[usize]) -> Vec<(usize, Vec<usize>)> {
        let originals = self.originals.get_or_init(|| {
            let texts = self.articles.iter().map(|article| article.text.as_str());
            near_copies::originals(texts)
        });
        let mut listed: Vec<(usize, Vec<usize>)> = Vec::with_capacity(articles.len());
        let mut places: HashMap<usize, usize> = HashMap::new();
        for article in articles {
            let original = originals.get(*article).unwrap_or(article);
            let place = *places.entry(*original).or_insert(listed.len());
            match listed.get_mut(place) {
                Some((_, copies)) => copies.push(*article),
                None => listed.push((*article, Vec::new())),
            }
        }
        listed
    }

    /// The number of the article with this id.
    #[must_use]
    pub fn number_of(&self, id: &ArticleId) -> Option<usize> {
        self.articles.iter().position(|article| article.id == *id)
    }

    /// The article that contains a claim.
    #[must_use]
    pub fn article_of(&self, claim: usize) -> Option<&Article> {
        let source = self.sources.get(claim)?;
        self.articles.get(source.article).map(Rc::as_ref)
    }

    /// The id of a collection entity in an article, if the article names it.
    #[must_use]
    pub fn local_id(&self, entity: &EntityId, article: usize) -> Option<&EntityId> {
        let known = self.identities.get(entity)?;
        let mut places = known.places.iter();
        let place = places.find(|(number, _)| *number == article)?;
        Some(&place.1)
    }

    /// The colours that the speakers of the collection have in one of its articles, where they may
    /// have other ids. A speaker has the same colour in all articles.
    #[must_use]
    pub fn colours_in(&self, article: usize) -> SpeakerColours {
        let known = self.articles.get(article).into_iter();
        let entities = known.flat_map(|article| &article.entities);
        let colour = |entity: &Entity| {
            let known = self.identities.of_local(article, &entity.id);
            known.map_or(SpeakerColours::GREY, |known| {
                self.claims.speaker_colour(known.entity.id.as_str())
            })
        };
        entities
            .map(|entity| (entity.id.as_str(), colour(entity)))
            .collect()
    }

    /// The sources of the articles with their article counts, most articles first.
    #[must_use]
    pub fn publishers(&self) -> Vec<(&str, usize)> {
        sources(self.articles.iter().map(Rc::as_ref))
    }
}

fn sources<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<(&'a str, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for source in articles.filter_map(|article| article.metadata.source.as_deref()) {
        *counts.entry(source).or_default() += 1;
    }
    let mut found: Vec<(&str, usize)> = counts.into_iter().collect();
    model::sort(&mut found, |a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    found
}

fn newest_first(articles: &[Article]) -> Vec<usize> {
    let published = |number: usize| {
        let article = articles.get(number);
        article.and_then(|article| article.metadata.published)
    };
    ordered(articles.len(), &|a, b| published(b).cmp(&published(a)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown};
    use serde_json::json;

    /// An article in which Ann speaks `count` times and Bob once; her id differs from article to
    /// article.
    fn article(id: &str, ann: &str, count: usize) -> Article {
        let words: Vec<String> = (0..=count)
            .map(|number| format!("It is {number}."))
            .collect();
        let markdown = format!(
            "---\ntitle: {id}\nlanguage: en\n---\nAnn and Bob.\n\n{}",
            words.join("\n\n")
        );
        let (mut article, _) = article_from_markdown(id, "a.md", &markdown);
        let claims: Vec<_> = (0..=count)
            .map(|number| {
                let speaker = if number < count { ann } else { "bob" };
                json!({"id": format!("c{number}"), "speaker": speaker, "content": [format!("is {number}")]})
            })
            .collect();
        let told = annotate(
            &mut article,
            "a.json",
            &json!({"version": 1, "claims": claims, "entities": [
            {"id": "bob", "kind": "person", "name": "Bob"},
            {"id": ann, "kind": "person", "name": "Ann", "wikidata": "Q1"}]}),
        );
        assert_eq!(told, []);
        article
    }

    #[test]
    fn a_speaker_has_one_colour_in_all_articles() {
        let articles = vec![article("one", "ann", 5), article("two", "annie", 0)];
        let (collection, _) = Collection::of(None, articles.clone());
        let colours = [0, 1].map(|number| collection.colours_in(number));
        assert_eq!(["ann", "bob"].map(|id| colours[0].of(id)), [0, 1]);
        assert_eq!(["annie", "bob"].map(|id| colours[1].of(id)), [0, 1]);
        // By itself, the second article would begin with Bob.
        assert_eq!(
            IndexedArticle::of(articles[1].clone()).speaker_colour("bob"),
            0
        );
        assert_eq!(collection.colours_in(7), SpeakerColours::default());
    }

    #[test]
    fn a_few_articles_of_an_archive_have_the_colours_of_all() {
        let articles = vec![article("one", "ann", 0), article("two", "annie", 5)];
        let (listed, charts) = ArchiveWriter::of(&articles).page(None, 1);
        assert_eq!(listed.articles.len(), 1);
        assert_eq!(
            ["ann", "bob"].map(|id| listed.claims.speaker_colour(id)),
            [0, 1]
        );
        assert_eq!(charts.colours().of("ann"), 0);
    }
}
