//! The claims of all articles, joined like the paragraphs of one article.

use super::identity::Identities;
use model::{
    Article, Block, BlockKind, Claim, ClaimId, EntityId, Mention, Metadata, Speaker, TextRange,
};
use text::quotation_marks::quoted;

/// The claims of several articles as a single article: one paragraph per claim, spanning
/// its first word, its cue and its last word. Code that handles the claims of one article
/// can thereby handle those of a collection.
#[derive(Clone, Debug, Default)]
pub struct MergedClaims {
    /// The claims; their ids come from [`ClaimSource::id`].
    pub article: Article,
    /// The origin of each claim, in the order of the article's claims.
    pub sources: Vec<ClaimSource>,
}

/// The original of a merged claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimSource {
    /// The number of the article in the collection.
    pub article: usize,
    /// The claim's id in the article.
    pub claim: ClaimId,
}

impl ClaimSource {
    /// The claim's id in the collection.
    #[must_use]
    pub fn id(&self, article: &Article) -> ClaimId {
        ClaimId::new(&format!("{}/{}", article.id, self.claim))
    }
}

impl MergedClaims {
    /// Merges the claims of articles, in order.
    #[must_use]
    pub fn of(articles: &[&Article], identities: &Identities) -> Self {
        let mut merged = Self::default();
        let about = articles.first().map(|article| &article.metadata);
        merged.article.metadata = Metadata {
            language: about
                .map(|about| about.language.clone())
                .unwrap_or_default(),
            direction: about.map(|about| about.direction).unwrap_or_default(),
            ..Metadata::default()
        };
        let known = identities.all().iter();
        merged.article.entities = known.map(|known| known.entity.clone()).collect();
        for (number, article) in articles.iter().enumerate() {
            let quoted = quoted(&article.text);
            for claim in &article.claims {
                let extent = with_marks(article, claim, &quoted);
                merged.add(number, article, claim, extent, identities);
            }
        }
        merged
    }

    fn add(
        &mut self,
        number: usize,
        article: &Article,
        claim: &Claim,
        extent: TextRange,
        known: &Identities,
    ) {
        let text = &mut self.article.text;
        if !text.is_empty() {
            text.push_str(Article::BLOCK_SEPARATOR);
        }
        let start = u32::try_from(text.len()).unwrap_or(u32::MAX);
        text.push_str(article.words(extent));
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let moved = |range: TextRange| TextRange {
            start: start + (range.start - extent.start),
            end: start + (range.end - extent.start),
        };
        let local = |id: &EntityId| {
            let known = known.of_local(number, id);
            known.map_or_else(|| id.clone(), |known| known.entity.id.clone())
        };
        self.article.blocks.push(Block {
            kind: BlockKind::Paragraph,
            range: TextRange { start, end },
            inlines: Vec::new(),
        });
        let inside = article
            .mentions
            .iter()
            .filter(|mention| extent.contains(mention.range));
        let mentions = inside.map(|mention| Mention {
            entity: local(&mention.entity),
            range: moved(mention.range),
            provenance: mention.provenance.clone(),
        });
        self.article.mentions.extend(mentions);
        let source = ClaimSource {
            article: number,
            claim: claim.id.clone(),
        };
        self.article.claims.push(Claim {
            id: source.id(article),
            speaker: match &claim.speaker {
                Speaker::Entity(id) => Speaker::Entity(local(id)),
                Speaker::Words(range) => Speaker::Words(moved(*range)),
                Speaker::Unnamed => Speaker::Unnamed,
            },
            cue: claim.cue.map(moved),
            content: claim.content.iter().copied().map(moved).collect(),
            about: claim.about.iter().map(local).collect(),
            ..claim.clone()
        });
        self.sources.push(source);
    }
}

/// The range from the first to the last word of the content, cue and speaker.
fn extent(claim: &Claim) -> TextRange {
    let mut extent = claim.extent();
    let speaker = match claim.speaker {
        Speaker::Words(range) => Some(range),
        Speaker::Entity(_) | Speaker::Unnamed => None,
    };
    for range in claim.cue.into_iter().chain(speaker) {
        extent.start = extent.start.min(range.start);
        extent.end = extent.end.max(range.end);
    }
    extent
}

/// The extent of a claim, widened to the quotations that contain its words, so that their
/// marks are kept.
fn with_marks(article: &Article, claim: &Claim, quoted: &[TextRange]) -> TextRange {
    let mut range = extent(claim);
    for content in &claim.content {
        let holding = quoted.iter().find(|quoted| quoted.contains(*content));
        if let Some(quotation) = holding {
            range.start = range.start.min(quotation.start);
            range.end = range.end.max(quotation.end);
        }
    }
    let width = |c: Option<char>| c.filter(|c| *c != '\n').map_or(0, |c| c.len_utf8() as u32);
    let before = TextRange {
        start: 0,
        end: range.start,
    };
    let after = article.text.get(range.end as usize..).unwrap_or_default();
    TextRange {
        start: range.start - width(before.of(&article.text).chars().next_back()),
        end: range.end + width(after.chars().next()),
    }
}
