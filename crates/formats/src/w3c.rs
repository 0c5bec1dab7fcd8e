//! The W3C's Web Annotations in JSON-LD (<https://www.w3.org/TR/annotation-model/>), out and in.
//!
//! A mention is an annotation that tags with a kind and names its entity; a claim is one
//! that classifies as a claim, with its speaker, its cue and its subjects as further bodies.

use super::anchor::Selector;
use super::import::{Claimed, Import, Named, offsets, provenance};
use super::labels::kind_of_label;
use import::{Json, Quote, around, confidence_json};
use model::{
    Article, Claim, Entity, EntityKind, Form, Provenance, Speaker, Stance, TextRange, WikidataId,
};
use text::code_points::CodePointIndex;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// Characters around a place that are written beside it.
const AROUND: usize = 32;
/// Annotations within lists within lists are not looked for deeper.
const DEEPEST: usize = 6;

/// What is marked in an article, as a page of annotations.
pub(super) fn write(article: &Article) -> String {
    let base = article.metadata.url.as_ref().map_or_else(
        || format!("urn:article-explorer:{}", encoded(article.id.as_str())),
        |url| url.without_fragment().to_owned(),
    );
    let writer = Writer {
        article,
        base,
        index: CodePointIndex::of(&article.text),
    };
    let entities = article.entities_by_id();
    let mentions = article
        .mentions
        .iter()
        .enumerate()
        .map(|(number, mention)| {
            let mut body = Vec::new();
            if let Some(entity) = entities.get(&mention.entity) {
                body.push(textual("tagging", entity.kind.as_str()));
                body.push(writer.identity(entity));
                if let Some(item) = &entity.wikidata {
                    body.push(Json::object([
                        ("type", Json::text("SpecificResource")),
                        ("purpose", Json::text("identifying")),
                        (
                            "source",
                            Json::Text(format!("http://www.wikidata.org/entity/{item}")),
                        ),
                    ]));
                }
            }
            body.extend(assessment(&mention.provenance));
            writer.annotation(
                &format!("mention-{}", number + 1),
                "tagging",
                body,
                writer.target(mention.range),
            )
        });
    let claims = article.claims.iter().map(|claim| {
        let targets = claim.content.iter().map(|range| writer.target(*range));
        let targets = targets.collect();
        let id = format!("claim={}", encoded(claim.id.as_str()));
        writer.annotation(&id, "classifying", writer.claim(claim), Json::List(targets))
    });
    let items = mentions.chain(claims).collect();
    Json::object([
        ("@context", Json::text(CONTEXT)),
        ("id", Json::Text(format!("{}#annotations", writer.base))),
        ("type", Json::text("AnnotationPage")),
        ("items", Json::List(items)),
    ])
    .to_lines()
}

struct Writer<'a> {
    article: &'a Article,
    base: String,
    index: CodePointIndex<'a>,
}

impl Writer<'_> {
    fn annotation(&self, id: &str, motivation: &str, body: Vec<Json>, target: Json) -> Json {
        Json::object([
            ("@context", Json::text(CONTEXT)),
            ("id", Json::Text(format!("{}#{id}", self.base))),
            ("type", Json::text("Annotation")),
            ("motivation", Json::text(motivation)),
            ("body", Json::List(body)),
            ("target", target),
        ])
    }

    /// A place, by its words and by its position.
    fn target(&self, range: TextRange) -> Json {
        let (prefix, suffix) = around(&self.article.text, range, AROUND);
        let points = self.index.from_bytes(range);
        let quote = Json::object([
            ("type", Json::text("TextQuoteSelector")),
            ("exact", Json::text(self.article.words(range))),
            ("prefix", Json::text(prefix)),
            ("suffix", Json::text(suffix)),
        ]);
        let position = Json::object([
            ("type", Json::text("TextPositionSelector")),
            ("start", Json::Number(f64::from(points.start))),
            ("end", Json::Number(f64::from(points.end))),
        ]);
        Json::object([
            ("source", Json::text(&self.base)),
            ("selector", Json::List(vec![quote, position])),
        ])
    }

    fn entity_address(&self, id: &str) -> String {
        format!("{}#entity={}", self.base, encoded(id))
    }

    /// Which entity of the article is meant, with its names.
    fn identity(&self, entity: &Entity) -> Json {
        let aliases: Vec<Json> = entity
            .aliases
            .iter()
            .map(|alias| Json::text(alias))
            .collect();
        Json::object([
            ("type", Json::text("SpecificResource")),
            ("purpose", Json::text("identifying")),
            (
                "source",
                Json::Text(self.entity_address(entity.id.as_str())),
            ),
            ("schema:name", Json::text(&entity.name)),
            (
                "schema:alternateName",
                if aliases.is_empty() {
                    Json::Null
                } else {
                    Json::List(aliases)
                },
            ),
        ])
    }

    /// An entity in a part that it has in a claim.
    fn part(&self, role: &str, id: &str) -> Json {
        Json::object([
            ("type", Json::text("SpecificResource")),
            ("purpose", Json::text("linking")),
            ("schema:roleName", Json::text(role)),
            ("source", Json::Text(self.entity_address(id))),
        ])
    }

    /// Words in a part that they have in a claim.
    fn words(&self, role: &str, range: TextRange) -> Json {
        let mut body = self.target(range);
        if let Json::Object(fields) = &mut body {
            let text = |name: &str, value: &str| (name.to_owned(), Json::text(value));
            fields.push(text("type", "SpecificResource"));
            fields.push(text("purpose", "describing"));
            fields.push(text("schema:roleName", role));
        }
        body
    }

    fn claim(&self, claim: &Claim) -> Vec<Json> {
        let mut body = vec![
            textual("classifying", "claim"),
            textual("tagging", &format!("form: {}", claim.form.as_str())),
            textual("tagging", &format!("stance: {}", claim.stance.as_str())),
        ];
        match &claim.speaker {
            Speaker::Entity(id) => body.push(self.part("speaker", id.as_str())),
            Speaker::Words(range) => body.push(self.words("speaker", *range)),
            Speaker::Unnamed => {}
        }
        body.extend(claim.cue.map(|cue| self.words("cue", cue)));
        body.extend(claim.about.iter().map(|id| self.part("about", id.as_str())));
        body.extend(assessment(&claim.provenance));
        body
    }
}

fn textual(purpose: &str, value: &str) -> Json {
    Json::object([
        ("type", Json::text("TextualBody")),
        ("purpose", Json::text(purpose)),
        ("value", Json::text(value)),
    ])
}

/// How sure the program is that found it.
fn assessment(found: &Provenance) -> Option<Json> {
    match confidence_json(found) {
        Json::Null => None,
        confidence => Some(textual(
            "assessing",
            &format!("confidence: {}", confidence.to_text()),
        )),
    }
}

/// Percent-encodes what has a meaning in an address.
fn encoded(id: &str) -> String {
    let mut out = String::new();
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let value = hex
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .filter(|_| *byte == b'%');
        bytes.push(value.unwrap_or(*byte));
        rest = after
            .get(if value.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether it looks like annotations of this form.
pub(super) fn is_w3c(json: &Json) -> bool {
    !items(json).is_empty()
}

/// The addresses of what the annotations are about.
pub(super) fn sources(json: &Json) -> Vec<String> {
    let mut found = Vec::new();
    for item in items(json) {
        for target in list(item.get("target")) {
            let source = target.as_text().or_else(|| target.get("source")?.as_text());
            found.extend(
                source.map(|source| source.split('#').next().unwrap_or_default().to_owned()),
            );
        }
    }
    found.dedup();
    found
}

/// The annotations of a list, a page, a collection or a single one.
fn items(json: &Json) -> Vec<&Json> {
    let mut found = Vec::new();
    let mut waiting = vec![(json, DEEPEST)];
    while let Some((json, depth)) = waiting.pop() {
        let Some(depth) = depth.checked_sub(1) else {
            continue;
        };
        match json {
            Json::List(items) => waiting.extend(items.iter().rev().map(|item| (item, depth))),
            Json::Object(_) if json.get("target").is_some() => found.push(json),
            Json::Object(_) => {
                let inner = ["first", "items", "rows", "@graph"].iter().rev();
                waiting.extend(
                    inner
                        .filter_map(|key| json.get(key))
                        .map(|inner| (inner, depth)),
                );
            }
            _ => {}
        }
    }
    found
}

/// A value as a list: several, one or none.
fn list(json: Option<&Json>) -> &[Json] {
    match json {
        None | Some(Json::Null) => &[],
        Some(Json::List(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Reads annotations.
pub(super) fn read(json: &Json, import: &mut Import<'_>) {
    let items = items(json);
    // Claims name entities that mentions bring.
    for (number, item) in items.iter().enumerate().filter(|(_, item)| !is_claim(item)) {
        read_mention(item, &format!("annotation {}", number + 1), import);
    }
    for (number, item) in items.iter().enumerate().filter(|(_, item)| is_claim(item)) {
        read_claim(item, &format!("annotation {}", number + 1), import);
    }
}

fn bodies(item: &Json) -> &[Json] {
    list(item.get("body").or_else(|| item.get("bodyValue")))
}

/// What a body says, and for what.
fn said(body: &Json) -> Option<(&str, &str)> {
    if let Some(text) = body.as_text() {
        return Some(("", text));
    }
    let value = body.get("value").and_then(Json::as_text)?;
    Some((purpose(body), value))
}

fn purpose(body: &Json) -> &str {
    let purpose = list(body.get("purpose")).first().and_then(Json::as_text);
    purpose.unwrap_or_default()
}

fn role(body: &Json) -> &str {
    body.get("schema:roleName")
        .and_then(Json::as_text)
        .unwrap_or_default()
}

fn is_claim(item: &Json) -> bool {
    let tags = list(item.get("tags")).iter().filter_map(Json::as_text);
    let said = bodies(item).iter().filter_map(said).map(|(_, value)| value);
    tags.chain(said).any(|word| {
        let word = word.trim().to_ascii_lowercase();
        matches!(word.as_str(), "claim" | "quotation" | "quote")
    })
}

fn confidence(item: &Json) -> Option<f64> {
    let assessed = bodies(item)
        .iter()
        .filter_map(said)
        .find(|(purpose, _)| *purpose == "assessing");
    assessed?.1.strip_prefix("confidence:")?.trim().parse().ok()
}

/// The places of an annotation or of a body, each as its selectors tell it.
fn selectors(targets: &[Json]) -> Vec<Selector> {
    let one = |target: &Json| {
        let mut selector = Selector::default();
        let mut waiting: Vec<&Json> = list(target.get("selector")).iter().collect();
        let mut looked_at = 0;
        while let Some(json) = waiting.pop() {
            looked_at += 1;
            if looked_at > 64 {
                break;
            }
            waiting.extend(list(json.get("refinedBy")));
            let text = |key: &str| {
                json.get(key)
                    .and_then(Json::as_text)
                    .unwrap_or_default()
                    .to_owned()
            };
            match json.get("type").and_then(Json::as_text) {
                Some("TextQuoteSelector") => {
                    selector.quote = Quote {
                        exact: text("exact"),
                        prefix: text("prefix"),
                        suffix: text("suffix"),
                    };
                }
                Some("TextPositionSelector") => selector.position = offsets(json),
                Some("Choice") => waiting.extend(list(json.get("items"))),
                _ => {}
            }
        }
        selector
    };
    targets
        .iter()
        .map(one)
        .filter(|selector| *selector != Selector::default())
        .collect()
}

/// The address that a body names.
fn source(body: &Json) -> Option<&str> {
    let source = body.get("source").or_else(|| body.get("id"))?;
    source.as_text().or_else(|| source.get("id")?.as_text())
}

/// The id of `…#entity=ID`.
fn entity_id(body: &Json) -> Option<String> {
    let (_, id) = source(body)?.rsplit_once("#entity=")?;
    Some(decoded(id))
}

fn wikidata(body: &Json) -> Option<WikidataId> {
    let address = source(body)?;
    let of_wikidata = address.contains("wikidata.org/");
    address
        .rsplit(['/', ':'])
        .next()
        .filter(|_| of_wikidata)
        .and_then(WikidataId::parse)
}

fn read_mention(item: &Json, at: &str, import: &mut Import<'_>) {
    let bodies = bodies(item);
    let places = selectors(list(item.get("target")));
    let Some(first) = places.first() else {
        let message = "there is no selector of text; left out";
        import.notices.error(at, message, &item.plain());
        return;
    };
    let words = first.quote.exact.trim().to_owned();
    let own_tags = list(item.get("tags"))
        .iter()
        .filter_map(Json::as_text)
        .map(|tag| ("tagging", tag));
    let said: Vec<(&str, &str)> = bodies.iter().filter_map(said).chain(own_tags).collect();
    let tags = said
        .iter()
        .filter(|(purpose, _)| matches!(*purpose, "tagging" | "classifying" | ""));
    let kind = tags.clone().find_map(|(_, tag)| kind_of_label(tag));
    let item_id = bodies.iter().find_map(wikidata);
    let id = bodies.iter().find_map(entity_id);
    let is_tag = tags.clone().any(|(purpose, _)| *purpose == "tagging");
    if kind.is_none() && item_id.is_none() && id.is_none() && !is_tag {
        let comment = said.first().map_or("", |(_, text)| *text);
        let message = "this neither tags a name nor tells a claim, and is left out";
        let told = if comment.is_empty() {
            words.as_str()
        } else {
            comment
        };
        import.notices.error(at, message, told);
        return;
    }
    let ranges: Vec<TextRange> = places
        .iter()
        .filter_map(|place| import.place(place, at))
        .collect();
    if ranges.is_empty() {
        return;
    }
    let identity = bodies.iter().find(|body| entity_id(body).is_some());
    let name = identity.and_then(|body| body.get("schema:name")?.as_text());
    let said_name = said
        .iter()
        .find(|(purpose, _)| *purpose == "identifying")
        .map(|(_, name)| *name);
    let aliases = list(identity.and_then(|body| body.get("schema:alternateName")));
    let entity = import.entity(Named {
        id: id.as_deref(),
        kind: kind.unwrap_or(EntityKind::Other),
        name: name.or(said_name).unwrap_or(&words),
        aliases: aliases
            .iter()
            .filter_map(Json::as_text)
            .map(str::to_owned)
            .collect(),
        wikidata: item_id,
    });
    let provenance = provenance(confidence(item));
    for range in ranges {
        import.mention(entity.clone(), range, provenance.clone());
    }
}

fn read_claim(item: &Json, at: &str, import: &mut Import<'_>) {
    let places = selectors(list(item.get("target")));
    let content: Vec<TextRange> = places
        .iter()
        .filter_map(|place| import.place(place, at))
        .collect();
    if content.is_empty() {
        let message = "none of the claim’s words stand in the text; left out";
        let words = places
            .first()
            .map_or("", |place| place.quote.exact.as_str());
        import.notices.error(at, message, words);
        return;
    }
    let bodies = bodies(item);
    let value_of = |key: &str| {
        let said = bodies.iter().filter_map(said);
        said.filter_map(|(_, value)| value.strip_prefix(key))
            .map(str::trim)
            .next()
    };
    let of_role = |wanted: &'static str| bodies.iter().filter(move |body| role(body) == wanted);
    let mut entity = |body: &Json| {
        let id = entity_id(body)?;
        let known = import.entity_of_id(&id);
        if known.is_none() {
            import
                .notices
                .error(at, "the claim names an entity that is not mentioned", &id);
        }
        known
    };
    let about = of_role("about").filter_map(&mut entity).collect();
    let by_entity = of_role("speaker").find_map(&mut entity);
    let mut words = |wanted: &'static str| {
        let place = of_role(wanted)
            .find_map(|body| selectors(std::slice::from_ref(body)).into_iter().next());
        place.and_then(|place| import.place(&place, at))
    };
    let speaker = match by_entity {
        Some(id) => Speaker::Entity(id),
        None => words("speaker").map_or(Speaker::Unnamed, Speaker::Words),
    };
    let cue = words("cue");
    let id = item
        .get("id")
        .and_then(Json::as_text)
        .and_then(|id| id.rsplit_once("#claim="));
    import.claim(Claimed {
        id: id.map(|(_, id)| decoded(id)),
        speaker,
        cue,
        content,
        form: value_of("form:").and_then(Form::parse),
        stance: value_of("stance:").and_then(Stance::parse),
        about,
        provenance: provenance(confidence(item)),
    });
}
