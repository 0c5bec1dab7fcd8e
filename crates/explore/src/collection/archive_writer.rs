//! A collection divided into the files of an archive: an index in parts, and each article
//! by itself.

use super::{Archive, File, Identities, add_to};
use import::{
    Json, annotations_json, article_json, bundle_json, bundle_json_with_archive, placed_json,
    read_placed,
};
use model::{Article, EntityId, Speaker};
use search::collection::CollectionBuilder;

/// A collection in files; [`Archive`] reads them.
pub struct ArchiveWriter {
    articles: Vec<Article>,
    written: Vec<Json>,
    /// The files with their content: the head of the index, its parts, and the articles.
    pub files: Vec<(File, Vec<u8>)>,
}

impl ArchiveWriter {
    /// Divides articles, which come with the newest first. `written` is each as it stands in
    /// a bundle, in the same order.
    #[must_use]
    pub fn of(articles: &[Article], written: &[Json]) -> Self {
        let (articles, written) = with_common_ids(articles, written);
        let mut builder = CollectionBuilder::new();
        for article in &articles {
            add_to(&mut builder, article);
        }
        let parts = builder.finish().to_parts();
        let mut files = vec![(File::Head, parts.head)];
        let of_index = parts.parts.into_iter();
        files.extend(of_index.map(|(id, bytes)| (File::Part(id), bytes)));
        for (article, number) in written.iter().zip(0..) {
            let body = bundle_json(None, vec![article.clone()]);
            files.push((File::Article(number), body.into_bytes()));
        }
        Self {
            articles,
            written,
            files,
        }
    }

    /// Divides articles as they stand in bundles, in any order; what cannot be read of them is
    /// left out.
    #[must_use]
    pub fn of_written(written: &[Json]) -> Self {
        let mut read: Vec<(Article, &Json)> = Vec::with_capacity(written.len());
        for json in written {
            let (articles, _) = read_placed("", json);
            read.extend(articles.into_iter().map(|article| (article, json)));
        }
        read.sort_by_key(|(article, _)| std::cmp::Reverse(article.metadata.published));
        let read = read.into_iter();
        let (articles, written): (Vec<_>, Vec<_>) =
            read.map(|(article, json)| (article, json.clone())).unzip();
        Self::of(&articles, &written)
    }

    /// The data of a page whose files lie in `folder`, with so many of the first articles, and
    /// so many listed at once, as have at most `bytes` of text together: from 1 to 20.
    #[must_use]
    pub fn data_by_length(&self, folder: &str, bytes: usize) -> String {
        let mut sum = 0;
        let lengths = self.articles.iter().take(20).map(|it| it.text.len());
        let fits = lengths.take_while(|length| {
            sum += length;
            sum <= bytes
        });
        let count = fits.count().max(1);
        let first = self.written.iter().take(count).cloned().collect();
        let mut archive = Archive::data(folder, &self.articles);
        if let Json::Object(fields) = &mut archive {
            fields.push(("atOnce".to_owned(), Json::Number(count as f64)));
        }
        bundle_json_with_archive(None, first, archive)
    }

    /// The data of a page whose files lie in `folder`, with the first `count` articles.
    #[must_use]
    pub fn data(&self, title: Option<&str>, folder: &str, count: usize) -> String {
        let first = self.written.iter().take(count).cloned().collect();
        bundle_json_with_archive(title, first, Archive::data(folder, &self.articles))
    }
}

/// The articles with the ids that their entities have in the whole collection, so that a few
/// of them by themselves mean the same.
fn with_common_ids(articles: &[Article], written: &[Json]) -> (Vec<Article>, Vec<Json>) {
    let identities = Identities::of(articles.iter());
    let mut renamed = Vec::with_capacity(articles.len());
    let mut kept = Vec::with_capacity(articles.len());
    for (number, (article, written)) in articles.iter().zip(written).enumerate() {
        let mut article = article.clone();
        let common = |id: &mut EntityId| {
            if let Some(known) = identities.of_local(number, id) {
                *id = known.entity.id.clone();
            }
        };
        let mut changed = false;
        for entity in &mut article.entities {
            let before = entity.id.clone();
            common(&mut entity.id);
            changed |= entity.id != before;
        }
        if changed {
            for mention in &mut article.mentions {
                common(&mut mention.entity);
            }
            for claim in &mut article.claims {
                if let Speaker::Entity(id) = &mut claim.speaker {
                    common(id);
                }
                claim.about.iter_mut().for_each(common);
            }
            renamed.push(if written.get("placed").is_some() {
                placed_json(&article)
            } else {
                let (annotations, _) = annotations_json(&article);
                article_json(&article, Some(annotations))
            });
        } else {
            renamed.push(written.clone());
        }
        kept.push(article);
    }
    (kept, renamed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{Bundle, annotations::annotate, article_from_markdown, bundle};
    use serde_json::json;

    fn article(id: &str, entity: &str) -> (Article, serde_json::Value) {
        let markdown = format!("---\ntitle: {id}\n---\n“No,” Ann said of Ann.\n");
        let (mut article, _) = article_from_markdown(id, "a.md", &markdown);
        let annotations = json!({"version": 1,
            "entities": [{"id": entity, "kind": "person", "name": "Ann", "wikidata": "Q5"}],
            "claims": [{"id": "c", "speaker": entity, "content": ["No"], "about": [entity]}]});
        let told = annotate(&mut article, "a.json", &Json::from(&annotations));
        assert_eq!(told, []);
        (article, annotations)
    }

    #[test]
    fn one_person_has_one_id_in_all_articles() {
        let mut data = Bundle::default();
        let mut articles = Vec::new();
        for (id, entity) in [("one", "ann"), ("two", "annie")] {
            let (article, annotations) = article(id, entity);
            data.push(&article, Some(annotations));
            articles.push(article);
        }
        let (articles, written) = with_common_ids(&articles, data.articles());
        for (article, written) in articles.iter().zip(&written) {
            let json = bundle_json(None, vec![written.clone()]);
            let json: serde_json::Value = serde_json::from_str(&json).unwrap();
            let (read, told) = bundle::read("a", &Json::from(&json));
            assert_eq!(told, []);
            assert_eq!(read[0].entities[0].id.as_str(), "ann");
            assert_eq!(read[0].claims, article.claims);
            assert_eq!(read[0].claims[0].about, [read[0].entities[0].id.clone()]);
            assert_eq!(read[0].mentions.len(), 2);
        }
    }
}
