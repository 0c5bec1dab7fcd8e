//! Writes the annotations of an article as a Web Annotation page.

use import::{around, confidence as certainty, some, to_lines};
use model::{Article, Claim, Entity, Provenance, Speaker, TextRange};
use serde::Serialize;
use text::code_points::CodePointIndex;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The number of context characters to write.
const AROUND: usize = 32;

/// The annotations of an article as an annotation page.
pub(crate) fn write(article: &Article) -> String {
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
                    let source = format!("http://www.wikidata.org/entity/{item}");
                    body.push(Body::identity(source));
                }
            }
            body.extend(assessment(&mention.provenance));
            let target = writer.target(mention.range);
            let id = format!("mention-{}", number + 1);
            writer.annotation(&id, "tagging", body, Targets::One(target))
        });
    let claims = article.claims.iter().map(|claim| {
        let targets = claim.content.iter().map(|range| writer.target(*range));
        let targets = Targets::Several(targets.collect());
        let id = format!("claim={}", encoded(claim.id.as_str()));
        writer.annotation(&id, "classifying", writer.claim(claim), targets)
    });
    to_lines(&Page {
        context: CONTEXT,
        id: format!("{}#annotations", writer.base),
        kind: "AnnotationPage",
        items: mentions.chain(claims).collect(),
    })
}

#[derive(Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Targets<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Targets<'a> {
    One(Target<'a>),
    Several(Vec<Target<'a>>),
}

/// A passage, identified by its words and its position.
#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (QuoteSelector<'a>, PositionSelector),
}

#[derive(Serialize)]
struct QuoteSelector<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct PositionSelector {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body<'a> {
    /// Text written by an annotator.
    Textual {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        value: String,
    },
    /// An entity with its names.
    Identity {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        source: String,
        #[serde(rename = "schema:name", skip_serializing_if = "Option::is_none")]
        name: Option<&'a str>,
        #[serde(
            rename = "schema:alternateName",
            skip_serializing_if = "Option::is_none"
        )]
        aliases: Option<&'a [String]>,
    },
    /// An entity and its role in a claim.
    Part {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        #[serde(rename = "schema:roleName")]
        role: &'static str,
        source: String,
    },
    /// A passage and its role in a claim.
    Words {
        #[serde(flatten)]
        target: Target<'a>,
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        #[serde(rename = "schema:roleName")]
        role: &'static str,
    },
}

impl Body<'_> {
    fn identity(source: String) -> Self {
        Self::Identity {
            kind: RESOURCE,
            purpose: "identifying",
            source,
            name: None,
            aliases: None,
        }
    }
}

/// The type of a body that is not text.
const RESOURCE: &str = "SpecificResource";

struct Writer<'a> {
    article: &'a Article,
    base: String,
    index: CodePointIndex<'a>,
}

impl Writer<'_> {
    fn annotation<'w>(
        &'w self,
        id: &str,
        motivation: &'static str,
        body: Vec<Body<'w>>,
        target: Targets<'w>,
    ) -> Annotation<'w> {
        Annotation {
            context: CONTEXT,
            id: format!("{}#{id}", self.base),
            kind: "Annotation",
            motivation,
            body,
            target,
        }
    }

    fn target(&self, range: TextRange) -> Target<'_> {
        let (prefix, suffix) = around(&self.article.text, range, AROUND);
        let points = self.index.from_bytes(range);
        let quote = QuoteSelector {
            kind: "TextQuoteSelector",
            exact: self.article.words(range),
            prefix,
            suffix,
        };
        let position = PositionSelector {
            kind: "TextPositionSelector",
            start: points.start,
            end: points.end,
        };
        Target {
            source: &self.base,
            selector: (quote, position),
        }
    }

    fn entity_address(&self, id: &str) -> String {
        format!("{}#entity={}", self.base, encoded(id))
    }

    fn identity<'w>(&'w self, entity: &'w Entity) -> Body<'w> {
        Body::Identity {
            kind: RESOURCE,
            purpose: "identifying",
            source: self.entity_address(entity.id.as_str()),
            name: Some(&entity.name),
            aliases: some(&entity.aliases),
        }
    }

    fn part(&self, role: &'static str, id: &str) -> Body<'_> {
        Body::Part {
            kind: RESOURCE,
            purpose: "linking",
            role,
            source: self.entity_address(id),
        }
    }

    fn words(&self, role: &'static str, range: TextRange) -> Body<'_> {
        Body::Words {
            target: self.target(range),
            kind: RESOURCE,
            purpose: "describing",
            role,
        }
    }

    fn claim(&self, claim: &Claim) -> Vec<Body<'_>> {
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

fn textual(purpose: &'static str, value: &str) -> Body<'static> {
    Body::Textual {
        kind: "TextualBody",
        purpose,
        value: value.to_owned(),
    }
}

/// The confidence of an automatic finding.
fn assessment(found: &Provenance) -> Option<Body<'static>> {
    let number = certainty(found)?;
    Some(textual("assessing", &format!("confidence: {number}")))
}

/// Percent-encodes characters with a special meaning in an address.
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
