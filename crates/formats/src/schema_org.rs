//! An article and its claims in the words of schema.org, as JSON-LD.

use super::labels::schema_type;
use explore::{View, to_hash};
use import::Json;
use model::{Article, Claim, ClaimId, EntitiesById, Entity, EntityId, Form, Provenance, Speaker};

/// The article as a `NewsArticle` whose parts are `Quotation`s and `Claim`s. What was marked
/// is `sdPublisher`'s, since it is not the publisher's who marked it.
#[must_use]
pub fn schema_org(article: &Article) -> Json {
    let about = &article.metadata;
    let text = |text: Option<&str>| text.map_or(Json::Null, Json::text);
    let entities = article.entities_by_id();
    let claims = article
        .claims
        .iter()
        .map(|claim| part(article, &entities, claim));
    let marked = !article.claims.is_empty() || !article.entities.is_empty();
    let curated = |claim: &Claim| claim.provenance == Provenance::Curated;
    let who = if article.claims.iter().all(curated) {
        "The editors of this page"
    } else {
        "The editors of this page and its program"
    };
    Json::object([
        ("@context", Json::text("https://schema.org")),
        ("@type", Json::text("NewsArticle")),
        ("headline", Json::text(&about.title)),
        (
            "datePublished",
            about
                .published
                .map_or(Json::Null, |date| Json::Text(date.to_string())),
        ),
        (
            "inLanguage",
            text(Some(about.language.as_str()).filter(|tag| !tag.is_empty())),
        ),
        ("author", named("Person", about.author.as_deref())),
        ("publisher", named("Organization", about.source.as_deref())),
        (
            "isBasedOn",
            text(about.url.as_ref().map(|url| url.as_str())),
        ),
        (
            "mentions",
            list(article.entities.iter().map(thing).collect()),
        ),
        ("hasPart", list(claims.collect())),
        ("sdPublisher", named("Organization", marked.then_some(who))),
    ])
}

/// The address of a claim within the page, without `#`: of its item in the list before the
/// program runs, and of the view that selects it afterwards.
#[must_use]
pub fn claim_address(claim: &ClaimId) -> String {
    to_hash(&View {
        claim: Some(claim.clone()),
        ..View::default()
    })
}

fn named(kind: &str, name: Option<&str>) -> Json {
    name.map_or(Json::Null, |name| {
        Json::object([("@type", Json::text(kind)), ("name", Json::text(name))])
    })
}

fn list(values: Vec<Json>) -> Json {
    if values.is_empty() {
        Json::Null
    } else {
        Json::List(values)
    }
}

fn thing(entity: &Entity) -> Json {
    let item = entity.wikidata.as_ref();
    let item = item.map(|item| format!("https://www.wikidata.org/entity/{item}"));
    Json::object([
        ("@type", Json::text(schema_type(entity.kind))),
        ("name", Json::text(&entity.name)),
        ("sameAs", item.map_or(Json::Null, Json::Text)),
    ])
}

/// A direct claim is a quotation; what is reported in whole or in part is a claim.
fn part(article: &Article, entities: &EntitiesById, claim: &Claim) -> Json {
    let find = |id: &EntityId| entities.get(id).copied().map(thing);
    let speaker = match &claim.speaker {
        Speaker::Entity(id) => find(id).unwrap_or_default(),
        Speaker::Words(range) => named("Thing", Some(article.words(*range))),
        Speaker::Unnamed => Json::Null,
    };
    let (kind, by) = match claim.form {
        Form::Direct => ("Quotation", "creator"),
        Form::Indirect | Form::Mixed => ("Claim", "author"),
    };
    Json::object([
        ("@type", Json::text(kind)),
        ("url", Json::Text(format!("#{}", claim_address(&claim.id)))),
        ("text", Json::Text(article.words_of(claim))),
        (by, speaker),
        ("about", list(claim.about.iter().filter_map(find).collect())),
    ])
}
