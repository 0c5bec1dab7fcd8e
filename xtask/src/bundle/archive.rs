//! The files of a collection that is too large to stand in its page: an index in parts, and
//! a file for each article.

use anyhow::Result;
use article_explorer::explore::collection::{Archive, File, Identities, add_to};
use article_explorer::model::{Article, Speaker};
use article_explorer::search::collection::CollectionBuilder;
use article_explorer::source::{Bundle, annotations_json, article_json};
use sha2::{Digest as _, Sha256};

use super::assets::Folder;
use super::program::hexadecimal;

/// As many bytes of articles a page holds at most; beyond, they are fetched one by one.
pub(crate) const AT_ONCE: usize = 1 << 20;

/// How many articles stand in the page nevertheless, so that the list is there at once.
pub(super) const IN_PAGE: usize = 20;

/// Writes the files into a folder whose name tells their content, and gives the data of the
/// page. The articles come with the newest first, `data` in the same order.
pub(super) fn write(folder: &Folder, articles: &[Article], data: &Bundle) -> Result<String> {
    let (articles, data) = with_common_ids(articles, data);
    let mut builder = CollectionBuilder::new();
    for article in &articles {
        add_to(&mut builder, article);
    }
    let parts = builder.finish().to_parts();
    let bodies: Vec<String> = data.each().collect();
    let mut hash = Sha256::new();
    hash.update(&parts.head);
    for body in &bodies {
        hash.update(Sha256::digest(body));
    }
    let name = format!("collection-{}", hexadecimal(&hash.finalize(), 16));
    folder.make(&name)?;
    let place = |file: File| format!("{name}/{}", file.name());
    folder.write(&place(File::Head), &parts.head)?;
    for (id, bytes) in &parts.parts {
        folder.write(&place(File::Part(*id)), bytes)?;
    }
    for (body, number) in bodies.iter().zip(0..) {
        folder.write(&place(File::Article(number)), body)?;
    }
    let about = Archive::data(&format!("./{name}"), &articles);
    Ok(data.to_json_with_archive(IN_PAGE, about))
}

/// The articles with the ids that their entities have in the whole collection, so that a few
/// of them by themselves mean the same.
fn with_common_ids(articles: &[Article], data: &Bundle) -> (Vec<Article>, Bundle) {
    let identities = Identities::of(articles.iter());
    let mut renamed = Bundle::called(data.title.clone());
    let mut kept = Vec::with_capacity(articles.len());
    for (number, (article, written)) in articles.iter().zip(data.articles()).enumerate() {
        let mut article = article.clone();
        let common = |id: &mut _| {
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
            let (annotations, _) = annotations_json(&article);
            renamed.push_json(article_json(&article, Some(annotations)));
        } else {
            renamed.push_json(written.clone());
        }
        kept.push(article);
    }
    (kept, renamed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use article_explorer::source::{Json, annotations::annotate, article_from_markdown};
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
        let (articles, data) = with_common_ids(&articles, &data);
        for (article, written) in articles.iter().zip(data.each()) {
            let json: serde_json::Value = serde_json::from_str(&written).unwrap();
            let (read, told) = article_explorer::source::bundle::read("a", &Json::from(&json));
            assert_eq!(told, []);
            assert_eq!(read[0].entities[0].id.as_str(), "ann");
            assert_eq!(read[0].claims, article.claims);
            assert_eq!(read[0].claims[0].about, [read[0].entities[0].id.clone()]);
            assert_eq!(read[0].mentions.len(), 2);
        }
    }
}
