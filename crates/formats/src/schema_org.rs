//! An article and its claims as schema.org JSON-LD.

use super::labels::schema_type;
use explore::{View, to_hash};
use model::{
    Article, Claim, ClaimId, Date, EntitiesById, Entity, EntityId, Form, Provenance, Speaker,
    WebUrl,
};
use serde::Serialize;

/// An article as a `NewsArticle`.
#[derive(Debug, Serialize)]
pub struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<Date>,
    #[serde(rename = "inLanguage", skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Thing<'a>>,
    #[serde(rename = "isBasedOn", skip_serializing_if = "Option::is_none")]
    based_on: Option<&'a WebUrl>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<Thing<'a>>,
    #[serde(rename = "hasPart", skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part<'a>>,
    #[serde(rename = "sdPublisher", skip_serializing_if = "Option::is_none")]
    marked_by: Option<Thing<'a>>,
}

/// Anything with a name.
#[derive(Debug, Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(rename = "sameAs", skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// A `Quotation` with a creator, or a `Claim` with an author.
#[derive(Debug, Serialize)]
struct Part<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Thing<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Thing<'a>>,
}

/// The article as a `NewsArticle` whose parts are `Quotation`s and `Claim`s. `sdPublisher`
/// is the annotator, who is not the article's publisher.
#[must_use]
pub fn schema_org(article: &Article) -> NewsArticle<'_> {
    let about = &article.metadata;
    let entities = article.entities_by_id();
    let claims = article.claims.iter();
    let marked = !article.claims.is_empty() || !article.entities.is_empty();
    let curated = |claim: &Claim| claim.provenance == Provenance::Curated;
    let who = if article.claims.iter().all(curated) {
        "The editors of this page"
    } else {
        "The editors of this page and its program"
    };
    NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: &about.title,
        published: about.published,
        language: Some(about.language.as_str()).filter(|tag| !tag.is_empty()),
        author: about.author.as_deref().map(|name| named("Person", name)),
        publisher: about.source.as_deref().map(organisation),
        based_on: about.url.as_ref(),
        mentions: article.entities.iter().map(thing).collect(),
        parts: claims
            .map(|claim| part(article, &entities, claim))
            .collect(),
        marked_by: marked.then(|| organisation(who)),
    }
}

/// The address of a claim within the page, without `#`. It identifies the claim's list item
/// before the program runs, and the view that selects it afterwards.
#[must_use]
pub fn claim_address(claim: &ClaimId) -> String {
    to_hash(&View {
        claim: Some(claim.clone()),
        ..View::default()
    })
}

fn named<'a>(kind: &'static str, name: &'a str) -> Thing<'a> {
    Thing {
        kind,
        name,
        item: None,
    }
}

fn organisation(name: &str) -> Thing<'_> {
    named("Organization", name)
}

fn thing(entity: &Entity) -> Thing<'_> {
    let item = entity.wikidata.as_ref();
    Thing {
        kind: schema_type(entity.kind),
        name: &entity.name,
        item: item.map(|item| format!("https://www.wikidata.org/entity/{item}")),
    }
}

/// A direct claim is a `Quotation`; a fully or partly paraphrased one is a `Claim`.
fn part<'a>(article: &'a Article, entities: &EntitiesById<'a>, claim: &'a Claim) -> Part<'a> {
    let find = |id: &EntityId| entities.get(id).copied().map(thing);
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => find(id),
        Speaker::Words(range) => Some(named("Thing", article.words(*range))),
        Speaker::Unnamed => None,
    };
    let (kind, creator, author) = match claim.form {
        Form::Direct => ("Quotation", speaker, None),
        Form::Indirect | Form::Mixed => ("Claim", None, speaker),
    };
    Part {
        kind,
        url: format!("#{}", claim_address(&claim.id)),
        text: article.words_of(claim),
        creator,
        author,
        about: claim.about.iter().filter_map(find).collect(),
    }
}
