//! A single entry point for all export formats, and what each format cannot represent.

use std::borrow::Borrow;

use super::problem::{Diagnostic, Diagnostics, Loss, Problem};
use super::{brat, csv, displacy, markdown, schema_org, w3c};
use import::{AnnotationsRecord, ArticleRecord, annotations_record, to_lines, widened};
use model::{Article, Claim, EntityId, Provenance, Speaker};
use strum::{EnumCount, EnumString, IntoStaticStr};
use ts_rs::TS;

/// A format for exporting an article or its annotations. `csv-claims`, `csv-mentions` and
/// `article` can contain several articles, the others one.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    TS,
    EnumCount,
)]
#[strum(serialize_all = "kebab-case")]
#[ts(rename_all = "kebab-case")]
pub enum Format {
    /// The W3C's Web Annotations in JSON-LD.
    W3c,
    /// The article and its claims as schema.org JSON-LD.
    SchemaOrg,
    /// brat's standoff annotations, which accompany [`Format::Text`].
    Brat,
    /// A table of claims.
    CsvClaims,
    /// A table of mentions.
    CsvMentions,
    /// The article as Markdown, its claims as endnotes.
    Markdown,
    /// The project's own annotations, which quote the text.
    #[strum(serialize = "annotations")]
    #[ts(rename = "annotations")]
    Json,
    /// The article with its annotations, as in a bundle.
    Article,
    /// The text with its names, for displaCy and spaCy.
    Displacy,
    /// The text alone, which brat's offsets refer to.
    Text,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; Self::COUNT] = [
        Self::W3c,
        Self::SchemaOrg,
        Self::Brat,
        Self::CsvClaims,
        Self::CsvMentions,
        Self::Markdown,
        Self::Json,
        Self::Article,
        Self::Displacy,
        Self::Text,
    ];

    /// The name of this format.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The format with this name.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }

    /// The end of the file name, after the article's id.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::W3c => ".w3c.jsonld",
            Self::SchemaOrg => ".schema-org.jsonld",
            Self::Brat => ".ann",
            Self::CsvClaims => ".claims.csv",
            Self::CsvMentions => ".mentions.csv",
            Self::Markdown => ".md",
            Self::Json => ".annotations.json",
            Self::Article => ".json",
            Self::Displacy => ".displacy.json",
            Self::Text => ".txt",
        }
    }

    /// Whether a file in this format can contain several articles.
    #[must_use]
    pub fn holds_several(self) -> bool {
        matches!(self, Self::CsvClaims | Self::CsvMentions | Self::Article)
    }

    /// The media type of the file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::W3c | Self::SchemaOrg => "application/ld+json",
            Self::CsvClaims | Self::CsvMentions => "text/csv",
            Self::Markdown => "text/markdown",
            Self::Json | Self::Article | Self::Displacy => "application/json",
            Self::Brat | Self::Text => "text/plain",
        }
    }
}

/// Exports several articles, or their annotations, as one file; `None` if the format can
/// contain only one article. The articles share a diagnostic for each kind of loss.
#[must_use]
pub fn export_several(
    format: Format,
    articles: &[impl Borrow<Article>],
) -> Option<(String, Vec<Diagnostic>)> {
    let joined: fn(&[String]) -> String = match format {
        Format::CsvClaims | Format::CsvMentions => one_table,
        Format::Article => one_bundle,
        _ => return None,
    };
    let each = articles
        .iter()
        .map(|article| export(format, article.borrow()));
    let (texts, told): (Vec<String>, Vec<Vec<Diagnostic>>) = each.unzip();
    Some((joined(&texts), summed(told.into_iter().flatten())))
}

/// Joins articles as a bundle of version 1.
fn one_bundle(articles: &[String]) -> String {
    format!("{{\"version\":1,\"articles\":[{}]}}\n", articles.join(","))
}

/// Joins tables, each of which begins with the same header.
fn one_table(tables: &[String]) -> String {
    let parts = tables.iter().enumerate().map(|(number, table)| {
        let line = table.find("\r\n").map_or(0, |at| at + 2);
        table.get(if number == 0 { 0 } else { line }..)
    });
    parts.flatten().collect()
}

/// Adds up the losses of each kind; other diagnostics are kept once for each problem.
fn summed(diagnostics: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::new();
    for one in diagnostics {
        let is_added = kept
            .iter_mut()
            .any(|known| absorb(&mut known.problem, &one.problem));
        if !is_added {
            kept.push(one);
        }
    }
    kept
}

/// Whether a problem covers another one; losses of the same kind are added.
fn absorb(known: &mut Problem, other: &Problem) -> bool {
    match (known, other) {
        (
            Problem::Loss { what, count },
            Problem::Loss {
                what: same,
                count: more,
            },
        ) if what == same => {
            *count += more;
            true
        }
        (known, other) => known == other,
    }
}

/// Exports an article or its annotations, with diagnostics about anything the format cannot
/// represent.
#[must_use]
pub fn export(format: Format, article: &Article) -> (String, Vec<Diagnostic>) {
    let mut diagnostics = losses(format, article);
    let mut annotations = || {
        let (json, told) = annotations_record(article);
        diagnostics.append(&mut widened(told));
        json
    };
    let text = match format {
        Format::W3c => for_script(w3c::write(article)),
        Format::SchemaOrg => for_script(to_lines(&schema_org::schema_org(article))),
        Format::Brat => brat::write(article),
        Format::CsvClaims => csv::claims(article),
        Format::CsvMentions => csv::mentions(article),
        Format::Markdown => markdown::write(article),
        Format::Json => to_lines(&annotations()),
        Format::Article => {
            let marked = !article.entities.is_empty()
                || !article.claims.is_empty()
                || !article.corrections.is_empty();
            let annotations: Option<AnnotationsRecord<'_>> = marked.then(annotations);
            to_lines(&ArticleRecord::with(article, annotations))
        }
        Format::Displacy => displacy::write(article),
        Format::Text => article.text.clone(),
    };
    (text, diagnostics)
}

/// JSON that a script element can contain: its texts hold no `<`.
fn for_script(json: String) -> String {
    json.replace('<', "\\u003c")
}

/// The content of an article that a format cannot represent.
#[must_use]
pub fn losses(format: Format, article: &Article) -> Vec<Diagnostic> {
    let mut diagnostics = Diagnostics::of(&format!("{}{}", article.id, format.ending()));
    let mut lost = |count: usize, what: Loss| {
        if count > 0 {
            diagnostics.report_file(Problem::Loss { what, count });
        }
    };
    let mentions = article.mentions.len();
    let claims = article.claims.len();
    let of_claims =
        |has: &dyn Fn(&Claim) -> bool| article.claims.iter().filter(|claim| has(claim)).count();
    let mentioned: std::collections::HashSet<&str> = article
        .mentions
        .iter()
        .map(|mention| mention.entity.as_str())
        .collect();
    let unmentioned = |id: &EntityId| !mentioned.contains(id.as_str());
    let alone = article
        .entities
        .iter()
        .filter(|entity| unmentioned(&entity.id))
        .count();
    let by_unmentioned = |claim: &Claim| {
        let speaker = matches!(&claim.speaker, Speaker::Entity(id) if unmentioned(id));
        speaker || claim.about.iter().any(unmentioned)
    };
    let aliases = article
        .entities
        .iter()
        .filter(|entity| !entity.aliases.is_empty())
        .count();
    let found = |provenance: &Provenance| *provenance != Provenance::Curated;
    match format {
        Format::Json | Format::Article => {}
        Format::W3c | Format::Brat => {
            lost(alone, Loss::UnmentionedEntities);
            lost(of_claims(&by_unmentioned), Loss::UnmentionedSpeakers);
        }
        Format::SchemaOrg => {
            lost(mentions, Loss::PlacesOfNames);
            lost(of_claims(&|claim| claim.cue.is_some()), Loss::Cues);
            lost(claims, Loss::FormsAndPlaces);
            lost(aliases, Loss::Aliases);
            lost(
                of_claims(&|claim| found(&claim.provenance)),
                Loss::Confidences,
            );
        }
        Format::CsvClaims => {
            lost(mentions, Loss::Mentions);
            lost(article.entities.len(), Loss::EntityDetails);
        }
        Format::CsvMentions => {
            lost(claims, Loss::Claims);
            lost(aliases, Loss::Aliases);
            lost(alone, Loss::UnmentionedEntities);
        }
        Format::Markdown => {
            lost(mentions, Loss::Mentions);
            lost(article.entities.len(), Loss::EntityDetails);
            lost(claims, Loss::ClaimsButNotes);
        }
        Format::Displacy => {
            lost(claims, Loss::Claims);
            lost(aliases, Loss::Aliases);
            lost(alone, Loss::UnmentionedEntities);
            lost(mentions - displacy::kept(article).len(), Loss::NestedNames);
            let confident = article
                .mentions
                .iter()
                .filter(|mention| found(&mention.provenance))
                .count();
            lost(confident, Loss::Confidences);
        }
        Format::Text => {
            lost(mentions, Loss::Mentions);
            lost(claims, Loss::Claims);
        }
    }
    if !matches!(format, Format::Json | Format::Article) {
        lost(article.corrections.len(), Loss::OriginalWords);
    }
    if format == Format::Brat {
        diagnostics.report_file(Problem::OffsetsInText);
    }
    diagnostics.into_list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use import::{article_from_markdown, bundle, parse_json};

    #[test]
    fn formats_are_parsed_from_their_names() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.as_str()), Some(format));
        }
        assert_eq!(Format::parse("pdf"), None);
    }

    #[test]
    fn linked_data_ends_no_script() {
        let words = "</script><script>alert(1)</script> <!-- <script> it is so";
        let mut article = Article::default();
        article.metadata.title = words.to_owned();
        article.text = words.to_owned();
        for format in [Format::SchemaOrg, Format::W3c] {
            let (text, _) = export(format, &article);
            assert!(!text.contains('<'), "{text}");
            assert!(parse_json(&text).is_ok());
        }
        let (text, _) = export(Format::SchemaOrg, &article);
        let json = parse_json(&text).unwrap();
        assert_eq!(json.get("headline").and_then(|it| it.as_str()), Some(words));
    }

    #[test]
    fn tables_and_bundles_contain_several_articles() {
        let articles = ["a", "b", "c"].map(|id| {
            let (mut article, _) = article_from_markdown(id, "x.md", "“It is so,” Ann Lee said.");
            annotate::annotate(&mut article, None);
            article
        });
        for format in Format::ALL {
            let Some((text, _)) = export_several(format, &articles) else {
                continue;
            };
            if format == Format::Article {
                let json = parse_json(&text).unwrap();
                let (read, told) = bundle::read("x", &json);
                assert_eq!((read.as_slice(), told), (articles.as_slice(), Vec::new()));
            } else {
                let (one, _) = export(format, &articles[0]);
                let lines = |text: &str| text.matches("\r\n").count() - 1;
                assert_eq!(lines(&text), 3 * lines(&one), "{text}");
                assert!(one.len() < 20 || text.starts_with(&one), "{text}");
            }
        }
        for format in Format::ALL {
            let several = export_several(format, &articles);
            assert_eq!(several.is_some(), format.holds_several(), "{format:?}");
        }
    }
}
