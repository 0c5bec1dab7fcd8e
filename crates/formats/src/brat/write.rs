//! Writes the annotations of an article in brat's standoff format.

use std::collections::HashMap;
use std::fmt::Write as _;

use import::{confidence as certainty, some, to_text};
use model::{Article, ClaimId, Entity, EntityId, EntityKind, Speaker, TextRange};
use serde::Serialize;
use serde_json::Number;
use text::code_points::CodePointIndex;

/// The annotations of an article.
pub(crate) fn write(article: &Article) -> String {
    let mut writer = Writer {
        article,
        index: CodePointIndex::of(&article.text),
        out: String::new(),
        bounds: 0,
        notes: 0,
        attributes: 0,
        relations: 0,
    };
    let mut of_entity: HashMap<&str, Vec<(usize, TextRange)>> = HashMap::new();
    let entities = article.entities_by_id();
    for mention in &article.mentions {
        let kind = entities
            .get(&mention.entity)
            .map_or(EntityKind::Other, |entity| entity.kind);
        let number = writer.bound(capitalised(kind.as_str()).as_str(), &[mention.range]);
        of_entity
            .entry(mention.entity.as_str())
            .or_default()
            .push((number, mention.range));
        if let Some(confidence) = certainty(&mention.provenance) {
            let note = MentionNote { confidence };
            writer.note(&format!("T{number}"), &note);
        }
    }
    for (number, entity) in article.entities.iter().enumerate() {
        let mentions = of_entity
            .get(entity.id.as_str())
            .map_or(&[][..], Vec::as_slice);
        writer.entity(number + 1, entity, mentions);
    }
    for (number, claim) in article.claims.iter().enumerate() {
        let event = number + 1;
        let near = |id: &EntityId| {
            let mentions = of_entity.get(id.as_str())?;
            let start = claim.extent().start;
            let nearest = mentions
                .iter()
                .min_by_key(|(_, range)| range.start.abs_diff(start));
            nearest.map(|(number, _)| *number)
        };
        let content = writer.bound("Content", &claim.content);
        let trigger = match claim.cue {
            Some(cue) => writer.bound("Claim", &[cue]),
            None => writer.bound("Claim", &claim.content),
        };
        let speaker = match &claim.speaker {
            Speaker::Entity(id) => near(id),
            Speaker::Words(range) => Some(writer.bound("Speaker", &[*range])),
            Speaker::Unnamed => None,
        };
        let _ = write!(writer.out, "E{event}\tClaim:T{trigger}");
        if let Some(speaker) = speaker {
            let _ = write!(writer.out, " Speaker:T{speaker}");
        }
        let _ = writeln!(writer.out, " Content:T{content}");
        for subject in claim.about.iter().filter_map(near) {
            writer.relations += 1;
            let _ = writeln!(
                writer.out,
                "R{}\tAbout Arg1:T{trigger} Arg2:T{subject}",
                writer.relations
            );
        }
        for name in [
            capitalised(claim.form.as_str()),
            capitalised(claim.stance.as_str()),
        ] {
            writer.attributes += 1;
            let _ = writeln!(writer.out, "A{}\t{name} T{trigger}", writer.attributes);
        }
        let note = ClaimNote {
            claim: &claim.id,
            confidence: certainty(&claim.provenance),
        };
        writer.note(&format!("T{trigger}"), &note);
    }
    writer.out
}

struct Writer<'a> {
    article: &'a Article,
    index: CodePointIndex<'a>,
    out: String,
    bounds: usize,
    notes: usize,
    attributes: usize,
    relations: usize,
}

impl Writer<'_> {
    /// Writes a text-bound annotation, split at line breaks.
    fn bound(&mut self, kind: &str, ranges: &[TextRange]) -> usize {
        self.bounds += 1;
        let mut places = Vec::new();
        let mut words = Vec::new();
        for range in ranges {
            let mut start = range.start as usize;
            for line in self.article.words(*range).split('\n') {
                if !line.is_empty() {
                    let range = self
                        .index
                        .from_bytes(TextRange::new(start, start + line.len()));
                    places.push(format!("{} {}", range.start, range.end));
                    words.push(line.replace(['\t', '\r'], " "));
                }
                start += line.len() + 1;
            }
        }
        let _ = writeln!(
            self.out,
            "T{}\t{kind} {}\t{}",
            self.bounds,
            places.join(";"),
            words.join(" ")
        );
        self.bounds
    }

    fn note(&mut self, of: &str, note: &impl Serialize) {
        self.notes += 1;
        let _ = writeln!(
            self.out,
            "#{}\tAnnotatorNotes {of}\t{}",
            self.notes,
            to_text(note)
        );
    }

    fn entity(&mut self, number: usize, entity: &Entity, mentions: &[(usize, TextRange)]) {
        let Some((first, _)) = mentions.first() else {
            return;
        };
        if mentions.len() > 1 {
            let all: Vec<String> = mentions
                .iter()
                .map(|(number, _)| format!("T{number}"))
                .collect();
            let _ = writeln!(self.out, "*\tEquiv {}", all.join(" "));
        }
        if let Some(item) = &entity.wikidata {
            let name = entity.name.replace(['\t', '\n', '\r'], " ");
            let _ = writeln!(
                self.out,
                "N{number}\tReference T{first} Wikidata:{item}\t{name}"
            );
        }
        let note = EntityNote {
            entity: &entity.id,
            name: &entity.name,
            aliases: some(&entity.aliases),
        };
        self.note(&format!("T{first}"), &note);
    }
}

/// The note for a mention.
#[derive(Serialize)]
struct MentionNote {
    confidence: Number,
}

/// The note for a claim.
#[derive(Serialize)]
struct ClaimNote<'a> {
    claim: &'a ClaimId,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<Number>,
}

/// The note for an entity.
#[derive(Serialize)]
struct EntityNote<'a> {
    entity: &'a EntityId,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    aliases: Option<&'a [String]>,
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
