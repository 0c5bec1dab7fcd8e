//! Splits a collection into the files of an archive: an index in parts, and one file per
//! article.

use std::cmp::Reverse;

use super::{Archive, Charts, Collection, File, Identities, add_to};
use import::{Bundle, BundleRecord, for_html};
use model::{Article, EntityId, Speaker};
use search::collection::CollectionBuilder;

/// A collection split into files, which [`Archive`] reads.
pub struct ArchiveWriter {
    articles: Vec<Article>,
    /// The files with their contents: the head of the index, its parts, and the articles.
    pub files: Vec<(File, Vec<u8>)>,
}

impl ArchiveWriter {
    /// Splits articles, given newest first.
    #[must_use]
    pub fn of(articles: &[Article]) -> Self {
        let articles = with_common_ids(articles);
        let mut builder = CollectionBuilder::new();
        for article in &articles {
            add_to(&mut builder, article);
        }
        let parts = builder.finish().to_parts();
        let mut files = vec![(File::Head, parts.head)];
        let of_index = parts.parts.into_iter();
        files.extend(of_index.map(|(id, bytes)| (File::Part(id), bytes)));
        for (article, number) in articles.iter().zip(0..) {
            let body = for_html(&BundleRecord::of(None, std::slice::from_ref(article)));
            files.push((File::Article(number), body.into_bytes()));
        }
        Self { articles, files }
    }

    /// Splits articles in any order.
    #[must_use]
    pub fn of_unsorted(mut articles: Vec<Article>) -> Self {
        articles.sort_by_key(|article| Reverse(article.metadata.published));
        Self::of(&articles)
    }

    /// The data of a page whose files are in `folder`. It includes the first articles, from
    /// 1 to 20, with at most `bytes` of text in total, and lists as many at once.
    #[must_use]
    pub fn data_by_length(&self, folder: &str, bytes: usize) -> String {
        let mut sum = 0;
        let lengths = self.articles.iter().take(20).map(|it| it.text.len());
        let fits = lengths.take_while(|length| {
            sum += length;
            sum <= bytes
        });
        let count = fits.count().max(1);
        let mut archive = Archive::record(folder, &self.articles);
        archive.at_once = Some(count);
        let mut bundle = BundleRecord::of(None, self.first(count));
        bundle.archive = Some(archive);
        for_html(&bundle)
    }

    /// The data of a page whose files are in `folder`, with the first `count` articles, and the
    /// title and introduction of `about`.
    #[must_use]
    pub fn data(&self, about: &Bundle, folder: &str, count: usize) -> String {
        let archive = Archive::record(folder, &self.articles);
        let bundle = BundleRecord::of(about.title.as_deref(), self.first(count));
        let mut bundle = bundle.introduced_by(about.intro.as_ref());
        bundle.archive = Some(archive);
        for_html(&bundle)
    }

    /// The first `count` articles as the page shows them before it loads others, and the charts of
    /// all articles.
    #[must_use]
    pub fn page(&self, title: Option<String>, count: usize) -> (Collection, Charts) {
        let charts = Charts::of_archive(&Charts::record(&self.articles));
        let articles = self.first(count).to_vec();
        let colours = Some(charts.colours());
        let (collection, _) = Collection::with_colours(title, articles, colours);
        (collection, charts)
    }

    fn first(&self, count: usize) -> &[Article] {
        self.articles.get(..count).unwrap_or(&self.articles)
    }
}

/// Renames the entities of the articles to their ids in the whole collection, so that a few
/// articles alone use the same ids.
fn with_common_ids(articles: &[Article]) -> Vec<Article> {
    let identities = Identities::of(articles.iter());
    let mut renamed = articles.to_vec();
    for (number, article) in renamed.iter_mut().enumerate() {
        let common = |id: &mut EntityId| {
            if let Some(known) = identities.of_local(number, id) {
                *id = known.entity.id.clone();
            }
        };
        for entity in &mut article.entities {
            common(&mut entity.id);
        }
        for mention in &mut article.mentions {
            common(&mut mention.entity);
        }
        for claim in &mut article.claims {
            if let Speaker::Entity(id) = &mut claim.speaker {
                common(id);
            }
            claim.about.iter_mut().for_each(common);
        }
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{annotations::annotate, article_from_markdown, bundle, parse_json};
    use serde_json::json;

    fn article(id: &str, entity: &str) -> Article {
        let markdown = format!("---\ntitle: {id}\n---\n“No,” Ann said of Ann.\n");
        let (mut article, _) = article_from_markdown(id, "a.md", &markdown);
        let annotations = json!({"version": 1,
            "entities": [{"id": entity, "kind": "person", "name": "Ann", "wikidata": "Q5"}],
            "claims": [{"id": "c", "speaker": entity, "content": ["No"], "about": [entity]}]});
        let told = annotate(&mut article, "a.json", &annotations);
        assert_eq!(told, []);
        article
    }

    #[test]
    fn one_person_has_one_id_in_all_articles() {
        let articles = [("one", "ann"), ("two", "annie")].map(|(id, entity)| article(id, entity));
        let divided = ArchiveWriter::of(&articles);
        let files = divided.files.iter();
        let files: Vec<_> = files
            .filter(|(file, _)| matches!(file, File::Article(_)))
            .collect();
        assert_eq!(files.len(), 2);
        for (article, (_, bytes)) in divided.articles.iter().zip(files) {
            let json = parse_json(std::str::from_utf8(bytes).unwrap()).unwrap();
            let (read, told) = bundle::read("a", &json);
            assert_eq!(told, []);
            assert_eq!(read[0].entities[0].id.as_str(), "ann");
            assert_eq!(read[0].claims, article.claims);
            assert_eq!(read[0].claims[0].about, [read[0].entities[0].id.clone()]);
            assert_eq!(read[0].mentions.len(), 2);
        }
    }
}
