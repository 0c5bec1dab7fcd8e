//! What was found in a text, for scripts: ranges in code points beside the words.

use std::collections::HashMap;

use annotate::Annotations;
use import::Json;
use model::{Claim, Entity, Provenance, Speaker, TextRange};
use text::code_points::CodePointIndex;

/// `{entities, claims}`: entities `{id, kind, name, aliases, mentions}`, claims `{id,
/// speaker, cue, content, form, stance, about, confidence, rule}`; a place is `{start, end,
/// text}` in code points of `text`. A speaker is `{entity, name}`, `{text}` with its place,
/// or null; and `notice`, why less was looked for, or null.
#[must_use]
pub fn found_json(text: &str, found: &Annotations) -> Json {
    let index = CodePointIndex::of(text);
    let place = |range: TextRange| {
        let at = index.from_bytes(range);
        Json::object([
            ("end", Json::Number(f64::from(at.end))),
            ("start", Json::Number(f64::from(at.start))),
            ("text", Json::text(range.of(text))),
        ])
    };
    let mut mentions: HashMap<&str, Vec<Json>> = HashMap::new();
    for mention in &found.mentions {
        let own = mentions.entry(mention.entity.as_str()).or_default();
        own.push(place(mention.range));
    }
    let names = found.entities.iter();
    let names: HashMap<&str, &str> = names
        .map(|entity| (entity.id.as_str(), entity.name.as_str()))
        .collect();
    let mut entity = |entity: &Entity| {
        let own = mentions.remove(entity.id.as_str()).unwrap_or_default();
        let aliases = entity.aliases.iter().map(|alias| Json::text(alias));
        Json::object([
            ("aliases", Json::List(aliases.collect())),
            ("id", Json::text(entity.id.as_str())),
            ("kind", Json::text(entity.kind.as_str())),
            ("mentions", Json::List(own)),
            ("name", Json::text(&entity.name)),
        ])
    };
    let claim = |claim: &Claim| {
        let speaker = match &claim.speaker {
            Speaker::Entity(id) => {
                let name = names.get(id.as_str());
                Json::object([
                    ("entity", Json::text(id.as_str())),
                    ("name", name.map_or(Json::Null, |name| Json::text(name))),
                ])
            }
            Speaker::Words(range) => place(*range),
            Speaker::Unnamed => Json::Null,
        };
        let (confidence, rule) = match &claim.provenance {
            Provenance::Curated => (Json::Null, Json::Null),
            Provenance::Found { confidence, rule } => {
                (Json::Number(f64::from(*confidence)), Json::text(rule))
            }
        };
        let about = claim.about.iter().map(|id| Json::text(id.as_str()));
        Json::object([
            ("about", Json::List(about.collect())),
            ("confidence", confidence),
            (
                "content",
                Json::List(claim.content.iter().copied().map(place).collect()),
            ),
            ("cue", claim.cue.map_or(Json::Null, place)),
            ("form", Json::text(claim.form.as_str())),
            ("id", Json::text(claim.id.as_str())),
            ("rule", rule),
            ("speaker", speaker),
            ("stance", Json::text(claim.stance.as_str())),
        ])
    };
    Json::object([
        (
            "claims",
            Json::List(found.claims.iter().map(claim).collect()),
        ),
        (
            "entities",
            Json::List(found.entities.iter().map(&mut entity).collect()),
        ),
        ("notice", found.notice.map_or(Json::Null, Json::text)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use annotate::annotate_text;

    #[test]
    fn places_count_code_points_and_say_their_words() {
        let text = "«Né» – “It will rain,” she said.";
        let json = found_json(text, &annotate_text(text, None, None));
        let Some(Json::List(claims)) = json.get("claims") else {
            panic!("{json:?}");
        };
        let Some(Json::List(content)) = claims[0].get("content") else {
            panic!("{claims:?}");
        };
        let number = |key: &str| content[0].get(key).and_then(Json::as_number).unwrap() as usize;
        let words: String = text
            .chars()
            .skip(number("start"))
            .take(number("end") - number("start"))
            .collect();
        assert_eq!(
            content[0].get("text").and_then(Json::as_text),
            Some(words.as_str())
        );
        assert!(words.contains("It will rain"), "{words}");
    }
}
