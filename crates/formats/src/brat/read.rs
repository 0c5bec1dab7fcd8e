//! Reads brat's standoff annotations.

use std::collections::{HashMap, HashSet};

use crate::import::{Claimed, Import, Named, TheirText, provenance};
use crate::labels::kind_of_label;
use crate::problem::Problem;
use import::{Place, parse_json};
use model::{
    CodePointRange, EntityId, EntityKind, Form, Provenance, Speaker, Stance, TextRange, WikidataId,
};
use serde_json::Value;

/// Whether a file looks like brat annotations.
pub(crate) fn is_brat(text: &str) -> bool {
    let line = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let (name, rest) = line.split_once('\t').unwrap_or_default();
    let number = name.strip_prefix(['T', 'E', 'R', 'A', 'M', 'N', '#']);
    name == "*"
        || (!rest.is_empty()
            && number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit())))
}

/// A text-bound annotation.
#[derive(Debug)]
struct Bound {
    kind: String,
    positions: Vec<CodePointRange>,
    words: String,
}

/// An event, with the ids of its trigger and its arguments.
#[derive(Debug)]
struct Event<'l> {
    id: &'l str,
    kind: &'l str,
    trigger: &'l str,
    arguments: Vec<(&'l str, &'l str)>,
}

/// The lines of a file, by type.
#[derive(Debug, Default)]
struct Lines<'l> {
    bounds: Vec<(&'l str, Bound)>,
    events: Vec<Event<'l>>,
    /// (type, first, second)
    relations: Vec<(&'l str, &'l str, &'l str)>,
    attributes: HashMap<&'l str, Vec<(&'l str, &'l str)>>,
    references: HashMap<&'l str, (&'l str, &'l str)>,
    notes: HashMap<&'l str, Vec<Value>>,
    equivalent: Vec<Vec<&'l str>>,
}

fn lines<'l>(file: &'l str, import: &mut Import<'_>) -> Lines<'l> {
    let mut lines = Lines::default();
    for (number, line) in file.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        if read_line(line, &mut lines).is_none() {
            let place = Place::Line(number + 1);
            import.diagnostics.report(place, Problem::NotBrat, line);
        }
    }
    lines
}

fn read_line<'l>(line: &'l str, lines: &mut Lines<'l>) -> Option<()> {
    let (id, rest) = line.split_once('\t')?;
    let (what, words) = rest.split_once('\t').unwrap_or((rest, ""));
    let mut parts = what.split(' ').filter(|part| !part.is_empty());
    let kind = parts.next()?;
    match id.chars().next()? {
        'T' => {
            let places = what.trim_start().strip_prefix(kind)?;
            let positions = places.split(';').map(|place| {
                let (start, end) = place.trim().split_once(' ')?;
                let (start, end) = (start.parse().ok()?, end.trim().parse().ok()?);
                (start < end).then_some(CodePointRange { start, end })
            });
            let positions = positions.collect::<Option<Vec<_>>>()?;
            lines.bounds.push((
                id,
                Bound {
                    kind: kind.to_owned(),
                    positions,
                    words: words.to_owned(),
                },
            ));
        }
        'E' => {
            let (name, trigger) = kind.split_once(':')?;
            let arguments = parts.filter_map(|part| part.split_once(':')).collect();
            lines.events.push(Event {
                id,
                kind: name,
                trigger,
                arguments,
            });
        }
        'R' => {
            let mut argument = || Some(parts.next()?.split_once(':')?.1);
            let (first, second) = (argument()?, argument()?);
            lines.relations.push((kind, first, second));
        }
        'A' | 'M' => {
            let of = parts.next()?;
            let value = parts.next().unwrap_or_default();
            lines.attributes.entry(of).or_default().push((kind, value));
        }
        'N' => {
            lines
                .references
                .insert(parts.next()?, (parts.next()?, words));
        }
        '#' => {
            let of = parts.next()?;
            let note = parse_json(words).unwrap_or_else(|_| Value::from(words));
            lines.notes.entry(of).or_default().push(note);
        }
        '*' => lines.equivalent.push(parts.collect()),
        _ => return None,
    }
    Some(())
}

/// Reads annotations; `text` is the text that their offsets refer to.
pub(crate) fn read(file: &str, import: &mut Import<'_>, text: &str) {
    let lines = lines(file, import);
    let their = TheirText::of(text);
    let mut ranges: HashMap<&str, Vec<TextRange>> = HashMap::new();
    for (id, bound) in &lines.bounds {
        ranges.insert(id, place(bound, id, &their, import));
    }
    let entities = read_entities(&lines, &ranges, import);
    let reader = Claims {
        lines: &lines,
        ranges: &ranges,
        entities: &entities,
    };
    for event in &lines.events {
        let Event { id, kind, .. } = event;
        if is_claim_kind(kind) {
            reader.event(id, event.trigger, &event.arguments, import);
        } else {
            import.diagnostics.report(*id, Problem::OtherEvent, *kind);
        }
    }
    // Claims annotated as text only, without an event.
    let used: HashSet<&str> = lines
        .events
        .iter()
        .flat_map(|event| {
            let arguments = event.arguments.iter().map(|(_, argument)| *argument);
            arguments.chain([event.trigger])
        })
        .collect();
    for (id, bound) in &lines.bounds {
        if is_claim_kind(&bound.kind) && !used.contains(id) {
            reader.event(id, id, &[], import);
        }
    }
    let mut left_out: Vec<&str> = Vec::new();
    for notes in lines.notes.values() {
        left_out.extend(notes.iter().filter_map(Value::as_str));
    }
    left_out.sort_unstable();
    for note in left_out {
        import.diagnostics.report(Place::Whole, Problem::Note, note);
    }
}

fn is_claim_kind(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    matches!(kind.as_str(), "claim" | "quotation" | "quote" | "statement")
}

/// Whether a kind is a part of a claim that does not name an entity.
fn is_part(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    is_claim_kind(&kind) || matches!(kind.as_str(), "content" | "cue" | "speaker" | "source")
}

/// The ranges of an annotation. Ranges separated only by a line break are joined.
fn place(
    bound: &Bound,
    id: &str,
    their: &TheirText<'_>,
    import: &mut Import<'_>,
) -> Vec<TextRange> {
    let mut rest = bound.words.as_str();
    let mut found: Vec<(CodePointRange, TextRange)> = Vec::new();
    for position in &bound.positions {
        let length = (position.end - position.start) as usize;
        let end = rest
            .char_indices()
            .nth(length)
            .map_or(rest.len(), |(at, _)| at);
        let words = rest.get(..end).unwrap_or_default();
        rest = rest.get(end..).unwrap_or_default();
        rest = rest.strip_prefix(' ').unwrap_or(rest);
        let words = if bound.positions.len() == 1 {
            bound.words.as_str()
        } else {
            words
        };
        let words = Some(words).filter(|words| !words.is_empty());
        let Some(range) = import.place(&their.selector(*position, words), id) else {
            continue;
        };
        match found.last_mut() {
            Some((before, last))
                if last.end < range.start && {
                    let between = CodePointRange {
                        start: before.end,
                        end: position.start,
                    };
                    let between = their.words(between);
                    between.contains('\n') && between.trim().is_empty()
                } =>
            {
                last.end = range.end;
                before.end = position.end;
            }
            _ => found.push((*position, range)),
        }
    }
    found.into_iter().map(|(_, range)| range).collect()
}

fn read_entities<'l>(
    lines: &Lines<'l>,
    ranges: &HashMap<&'l str, Vec<TextRange>>,
    import: &mut Import<'_>,
) -> HashMap<&'l str, EntityId> {
    let mut group: HashMap<&str, &[&'l str]> = HashMap::new();
    for ids in &lines.equivalent {
        group.extend(ids.iter().map(|id| (*id, ids.as_slice())));
    }
    let mut entities: HashMap<&'l str, EntityId> = HashMap::new();
    for (id, bound) in &lines.bounds {
        if is_part(&bound.kind) || ranges.get(id).is_none_or(Vec::is_empty) {
            continue;
        }
        let alone = [*id];
        let ids = group.get(id).copied().unwrap_or(&alone);
        let own = ids.iter().flat_map(|id| lines.notes.get(id)).flatten();
        let note = own.into_iter().find(|note| note.get("entity").is_some());
        let noted = |key: &str| note.and_then(|note| note.get(key)?.as_str());
        let reference = ids.iter().find_map(|id| lines.references.get(id));
        let item = reference.and_then(|(reference, _)| {
            WikidataId::parse(reference.rsplit(':').next().unwrap_or_default())
        });
        let known = ids.iter().find_map(|id| entities.get(id).cloned());
        let kind = kind_of_label(&bound.kind);
        if kind.is_none() {
            let name = bound.kind.clone();
            let problem = Problem::UnknownType { name };
            import.diagnostics.report(*id, problem, &bound.words);
        }
        let name = noted("name").or_else(|| {
            reference
                .map(|(_, name)| *name)
                .filter(|name| !name.is_empty())
        });
        let aliases = match note.and_then(|note| note.get("aliases")) {
            Some(Value::Array(aliases)) => aliases
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            _ => Vec::new(),
        };
        let entity = known.unwrap_or_else(|| {
            import.entity(Named {
                id: noted("entity"),
                kind: kind.unwrap_or(EntityKind::Other),
                name: name.unwrap_or(&bound.words),
                aliases,
                wikidata: item,
            })
        });
        let provenance = confidence(lines, &[id]);
        for range in ranges.get(id).into_iter().flatten() {
            import.mention(entity.clone(), *range, provenance.clone());
        }
        entities.insert(id, entity);
    }
    entities
}

fn confidence(lines: &Lines<'_>, ids: &[&str]) -> Provenance {
    let notes = ids.iter().flat_map(|id| lines.notes.get(*id)).flatten();
    let noted = notes
        .into_iter()
        .find_map(|note| note.get("confidence")?.as_f64());
    provenance(noted)
}

struct Claims<'c, 'l> {
    lines: &'c Lines<'l>,
    ranges: &'c HashMap<&'l str, Vec<TextRange>>,
    entities: &'c HashMap<&'l str, EntityId>,
}

impl Claims<'_, '_> {
    fn of(&self, id: &str) -> &[TextRange] {
        self.ranges.get(id).map_or(&[][..], Vec::as_slice)
    }

    fn event(&self, id: &str, trigger: &str, arguments: &[(&str, &str)], import: &mut Import<'_>) {
        let named = |wanted: &'static [&'static str]| {
            arguments.iter().filter(move |(name, _)| {
                let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
                wanted
                    .iter()
                    .any(|wanted| wanted.eq_ignore_ascii_case(name))
            })
        };
        let mut content: Vec<TextRange> = named(&["Content"])
            .flat_map(|(_, part)| self.of(part))
            .copied()
            .collect();
        let words = self.of(trigger);
        let mut cue = named(&["Cue"])
            .find_map(|(_, part)| self.of(part).first())
            .copied();
        if content.is_empty() {
            content = words.to_vec();
        } else if words != content {
            cue = cue.or_else(|| words.first().copied());
        }
        if content.is_empty() {
            import.diagnostics.report(id, Problem::ClaimNotInText, "");
            return;
        }
        let related = |wanted: &'static [&'static str]| {
            self.lines
                .relations
                .iter()
                .filter_map(move |(name, first, second)| {
                    let own = [id, trigger].contains(first)
                        || named(&["Content"]).any(|(_, part)| part == first);
                    let wanted = wanted
                        .iter()
                        .any(|wanted| wanted.eq_ignore_ascii_case(name));
                    (own && wanted).then_some(*second)
                })
        };
        let speaker = named(&["Speaker", "Source"])
            .map(|(_, part)| *part)
            .chain(related(&["Speaker", "Source"]))
            .next();
        let speaker = match speaker {
            Some(part) => match (self.entities.get(part), self.of(part).first()) {
                (Some(entity), _) => Speaker::Entity(entity.clone()),
                (None, Some(range)) => Speaker::Words(*range),
                (None, None) => Speaker::Unnamed,
            },
            None => Speaker::Unnamed,
        };
        let subjects = named(&["About"])
            .map(|(_, part)| *part)
            .chain(related(&["About"]));
        let mut about: Vec<EntityId> = Vec::new();
        for subject in subjects.filter_map(|part| self.entities.get(part)) {
            if !about.contains(subject) {
                about.push(subject.clone());
            }
        }
        let attributes = [id, trigger];
        let attributes = attributes
            .iter()
            .filter_map(|id| self.lines.attributes.get(id))
            .flatten();
        let words: Vec<String> = attributes
            .flat_map(|(name, value)| [name, value])
            .map(|word| word.to_ascii_lowercase())
            .collect();
        let notes = [id, trigger];
        let notes = notes
            .iter()
            .filter_map(|id| self.lines.notes.get(id))
            .flatten();
        let own = notes
            .into_iter()
            .find_map(|note| note.get("claim")?.as_str());
        import.claim(Claimed {
            id: own.map(str::to_owned),
            speaker,
            cue,
            content,
            form: words.iter().find_map(|word| Form::parse(word)),
            stance: words.iter().find_map(|word| Stance::parse(word)),
            about,
            provenance: confidence(self.lines, &[id, trigger]),
        });
    }
}
