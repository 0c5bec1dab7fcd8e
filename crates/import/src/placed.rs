//! What is marked in an article, by its places: for articles that pass from one program of
//! ours to another, where the text is surely the same. Places count code points. Other than
//! by quotation, a text that says the same words a thousand times is no harder than any.

use std::collections::HashMap;
use std::rc::Rc;

use super::bundle;
use super::bundle_writer::article_json;
use super::json::Json;
use super::notice::Notice;
use model::{
    Article, Claim, ClaimId, CodePointRange, Entity, EntityId, EntityKind, Form, Mention,
    Provenance, Speaker, Stance, TextRange, WikidataId,
};
use text::code_points::CodePointIndex;

/// An article as it stands in a bundle, with what is marked in it under `placed`.
#[must_use]
pub fn placed_json(article: &Article) -> Json {
    let mut json = article_json(article, None);
    if let Json::Object(fields) = &mut json {
        fields.push(("placed".to_owned(), marks_json(article)));
    }
    json
}

/// Reads a bundle whose articles may have their marks under `placed`. What does not fit the
/// text is left out.
#[must_use]
pub fn read_placed(file: &str, json: &Json) -> (Vec<Article>, Vec<Notice>) {
    let (mut articles, notices) = bundle::read(file, json);
    let items = match json.get("articles") {
        Some(Json::List(items)) => items.as_slice(),
        _ => std::slice::from_ref(json),
    };
    let mut placed: HashMap<&str, &Json> = HashMap::new();
    for item in items {
        let id = item.get("id").and_then(Json::as_text);
        if let Some((id, marks)) = id.zip(item.get("placed")) {
            placed.entry(id).or_insert(marks);
        }
    }
    for article in &mut articles {
        if let Some(marks) = placed.get(article.id.as_str()) {
            put_marks(article, marks);
        }
    }
    (articles, notices)
}

fn marks_json(article: &Article) -> Json {
    let index = CodePointIndex::of(&article.text);
    let number = |number: u32| Json::Number(f64::from(number));
    let place = |range: TextRange| {
        let at = index.from_bytes(range);
        Json::List(vec![number(at.start), number(at.end)])
    };
    let id = |id: &EntityId| Json::text(id.as_str());
    let entity = |entity: &Entity| {
        let wikidata = entity.wikidata.as_ref();
        Json::object([
            ("id", id(&entity.id)),
            ("kind", Json::text(entity.kind.as_str())),
            ("name", Json::text(&entity.name)),
            (
                "aliases",
                Json::List(
                    entity
                        .aliases
                        .iter()
                        .map(|alias| Json::text(alias))
                        .collect(),
                ),
            ),
            (
                "wikidata",
                wikidata.map_or(Json::Null, |id| Json::Text(id.to_string())),
            ),
        ])
    };
    let mention = |mention: &Mention| {
        Json::object([
            ("entity", id(&mention.entity)),
            ("at", place(mention.range)),
            ("found", found_json(&mention.provenance)),
        ])
    };
    let claim = |claim: &Claim| {
        Json::object([
            ("id", Json::text(claim.id.as_str())),
            (
                "speaker",
                match &claim.speaker {
                    Speaker::Entity(entity) => id(entity),
                    Speaker::Words(range) => place(*range),
                    Speaker::Unnamed => Json::Null,
                },
            ),
            ("cue", claim.cue.map_or(Json::Null, place)),
            (
                "content",
                Json::List(claim.content.iter().copied().map(place).collect()),
            ),
            ("form", Json::text(claim.form.as_str())),
            ("stance", Json::text(claim.stance.as_str())),
            ("about", Json::List(claim.about.iter().map(id).collect())),
            ("found", found_json(&claim.provenance)),
        ])
    };
    let length = article.text.chars().count();
    Json::object([
        ("length", Json::Number(length as f64)),
        (
            "entities",
            Json::List(article.entities.iter().map(entity).collect()),
        ),
        (
            "mentions",
            Json::List(article.mentions.iter().map(mention).collect()),
        ),
        (
            "claims",
            Json::List(article.claims.iter().map(claim).collect()),
        ),
    ])
}

fn found_json(provenance: &Provenance) -> Json {
    match provenance {
        Provenance::Curated => Json::Null,
        Provenance::Found { confidence, rule } => {
            Json::List(vec![Json::Number(f64::from(*confidence)), Json::text(rule)])
        }
    }
}

/// Puts marks in place of those that the article has, if they are of this text.
fn put_marks(article: &mut Article, marks: &Json) {
    let length = marks.get("length").and_then(Json::as_number);
    if length != Some(article.text.chars().count() as f64) {
        return;
    }
    let reader = Reader {
        index: CodePointIndex::of(&article.text),
    };
    let entities = list(marks, "entities").iter().filter_map(entity);
    let mentions = list(marks, "mentions").iter();
    let mentions = mentions.filter_map(|item| reader.mention(item));
    let claims = list(marks, "claims").iter();
    let claims = claims.filter_map(|item| reader.claim(item));
    let (entities, mentions, claims) = (entities.collect(), mentions.collect(), claims.collect());
    article.entities = entities;
    article.mentions = mentions;
    article.claims = claims;
}

fn list<'j>(item: &'j Json, key: &str) -> &'j [Json] {
    match item.get(key) {
        Some(Json::List(list)) => list,
        _ => &[],
    }
}

fn text<'j>(item: &'j Json, key: &str) -> Option<&'j str> {
    item.get(key).and_then(Json::as_text)
}

fn entity(item: &Json) -> Option<Entity> {
    let aliases = list(item, "aliases").iter().filter_map(Json::as_text);
    Some(Entity {
        id: EntityId::new(text(item, "id")?),
        kind: EntityKind::parse(text(item, "kind")?)?,
        name: text(item, "name")?.to_owned(),
        aliases: aliases.map(str::to_owned).collect(),
        wikidata: text(item, "wikidata").and_then(WikidataId::parse),
    })
}

fn provenance(item: &Json) -> Provenance {
    match list(item, "found") {
        [Json::Number(confidence), Json::Text(rule)] => Provenance::Found {
            confidence: (*confidence as f32).clamp(0.0, 1.0),
            rule: Rc::from(rule.as_str()),
        },
        _ => Provenance::Curated,
    }
}

struct Reader<'a> {
    index: CodePointIndex<'a>,
}

impl Reader<'_> {
    fn place(&self, item: &Json) -> Option<TextRange> {
        let Json::List(pair) = item else {
            return None;
        };
        let [Json::Number(start), Json::Number(end)] = pair.as_slice() else {
            return None;
        };
        let range = self.index.to_bytes(CodePointRange {
            start: *start as u32,
            end: *end as u32,
        });
        (!range.is_empty()).then_some(range)
    }

    fn mention(&self, item: &Json) -> Option<Mention> {
        Some(Mention {
            entity: EntityId::new(text(item, "entity")?),
            range: self.place(item.get("at")?)?,
            provenance: provenance(item),
        })
    }

    fn claim(&self, item: &Json) -> Option<Claim> {
        let content = list(item, "content").iter();
        let content: Vec<TextRange> = content.filter_map(|place| self.place(place)).collect();
        let about = list(item, "about").iter().filter_map(Json::as_text);
        (!content.is_empty()).then_some(())?;
        Some(Claim {
            id: ClaimId::new(text(item, "id")?),
            speaker: match item.get("speaker") {
                Some(Json::Text(id)) => Speaker::Entity(EntityId::new(id)),
                Some(place) => self.place(place).map_or(Speaker::Unnamed, Speaker::Words),
                None => Speaker::Unnamed,
            },
            cue: item.get("cue").and_then(|place| self.place(place)),
            content,
            form: Form::parse(text(item, "form")?)?,
            stance: Stance::parse(text(item, "stance")?)?,
            about: about.map(EntityId::new).collect(),
            provenance: provenance(item),
        })
    }
}
