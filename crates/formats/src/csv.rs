//! Tables of claims and of mentions (RFC 4180) that are safe to open in a spreadsheet.
//!
//! A cell is quoted where RFC 4180 requires it, and also if it contains a semicolon or a
//! tab or begins or ends with a space, because some locales' spreadsheets split or trim
//! such cells. The `csv` crate can quote only all cells or those of RFC 4180, so this
//! module writes the rows itself; the tests parse the output with the crate.

use import::confidence as confidence_number;
use model::{Article, Provenance, Speaker};
use text::code_points::CodePointIndex;

/// One row per claim.
pub(super) fn claims(article: &Article) -> String {
    let mut table = Table::of(&[
        "claim",
        "speaker",
        "speaker id",
        "form",
        "stance",
        "cue",
        "words",
        "about",
        "about ids",
        "start (code points)",
        "end (code points)",
        "ranges (code points)",
        "provenance",
        "confidence",
        "article",
        "title",
        "url",
    ]);
    let index = CodePointIndex::of(&article.text);
    let entities = article.entities_by_id();
    for claim in &article.claims {
        let (speaker, speaker_id) = match &claim.speaker {
            Speaker::Entity(id) => {
                let name = entities
                    .get(id)
                    .map_or(id.as_str(), |entity| entity.name.as_str());
                (name, id.as_str())
            }
            Speaker::Words(range) => (article.words(*range), ""),
            Speaker::Unnamed => ("", ""),
        };
        let about = claim.about.iter().filter_map(|id| entities.get(id));
        let about: Vec<&str> = about.map(|entity| entity.name.as_str()).collect();
        let ids: Vec<&str> = claim.about.iter().map(|id| id.as_str()).collect();
        let extent = index.from_bytes(claim.extent());
        let ranges = claim.content.iter().map(|range| {
            let range = index.from_bytes(*range);
            format!("{}–{}", range.start, range.end)
        });
        let ranges: Vec<String> = ranges.collect();
        table.line(&[
            claim.id.as_str(),
            speaker,
            speaker_id,
            claim.form.as_str(),
            claim.stance.as_str(),
            claim.cue.map_or("", |cue| article.words(cue)),
            &article.words_of(claim),
            &about.join("; "),
            &ids.join("; "),
            &extent.start.to_string(),
            &extent.end.to_string(),
            &ranges.join("; "),
            provenance(&claim.provenance),
            &confidence(&claim.provenance),
            article.id.as_str(),
            &article.metadata.title,
            article.metadata.url.as_ref().map_or("", |url| url.as_str()),
        ]);
    }
    table.0
}

/// One row per mention.
pub(super) fn mentions(article: &Article) -> String {
    let mut table = Table::of(&[
        "entity",
        "name",
        "kind",
        "wikidata",
        "words",
        "start (code points)",
        "end (code points)",
        "provenance",
        "confidence",
        "article",
    ]);
    let index = CodePointIndex::of(&article.text);
    let entities = article.entities_by_id();
    for mention in &article.mentions {
        let entity = entities.get(&mention.entity);
        let item = entity.and_then(|entity| entity.wikidata.as_ref());
        let range = index.from_bytes(mention.range);
        table.line(&[
            mention.entity.as_str(),
            entity.map_or("", |entity| entity.name.as_str()),
            entity.map_or("", |entity| entity.kind.as_str()),
            &item.map(ToString::to_string).unwrap_or_default(),
            article.words(mention.range),
            &range.start.to_string(),
            &range.end.to_string(),
            provenance(&mention.provenance),
            &confidence(&mention.provenance),
            article.id.as_str(),
        ]);
    }
    table.0
}

fn provenance(provenance: &Provenance) -> &'static str {
    match provenance {
        Provenance::Curated => "curated",
        Provenance::Found { .. } => "found",
    }
}

fn confidence(provenance: &Provenance) -> String {
    confidence_number(provenance).map_or_else(String::new, |number| number.to_string())
}

struct Table(String);

impl Table {
    fn of(header: &[&str]) -> Self {
        let mut table = Self(String::new());
        table.line(header);
        table
    }

    fn line(&mut self, cells: &[&str]) {
        self.0.push_str(&csv_line(cells));
    }
}

/// A row of a table (RFC 4180) with its line break. No spreadsheet interprets a cell as a formula.
#[must_use]
pub fn csv_line(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| written(cell)).collect();
    cells.join(",") + "\r\n"
}

/// Writes a cell that no spreadsheet interprets as a formula.
fn written(cell: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let cell = if cell.starts_with(formula) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    let quoted = cell.contains(['"', ',', ';', '\n', '\r', '\t']) || cell.trim() != cell;
    if quoted {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
            ("1-2", "1-2"),
            ("", ""),
        ] {
            assert_eq!(written(cell), expected, "{cell:?}");
        }
    }
    proptest::proptest! {
        #[test]
        fn cells_survive_a_round_trip_through_a_csv_reader(
            lines in proptest::collection::vec(
                proptest::collection::vec("[a-z0-9 ,;\"\n\r\t'“é]{0,8}", 3), 1..6,
            ),
        ) {
            let mut table = Table(String::new());
            for cells in &lines {
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                table.line(&cells);
            }
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(table.0.as_bytes());
            let read: Vec<Vec<String>> = reader.deserialize().map(Result::unwrap).collect();
            let escaped = |cell: &String| {
                let formula = cell.starts_with(['\t', '\r', '\n']);
                format!("{}{cell}", if formula { "'" } else { "" })
            };
            let expected: Vec<Vec<String>> = lines
                .iter()
                .map(|cells| cells.iter().map(escaped).collect())
                .collect();
            proptest::prop_assert_eq!(read, expected);
        }
    }
}
