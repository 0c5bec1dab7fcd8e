//! What every edit relies on and preserves.

use std::collections::HashSet;

use crate::ArticleFault;
use crate::ranges::{check as check_range, check_in_block, in_text, joined, trimmed};
use model::{
    Article, Claim, Entity, EntityId, Inline, Mention, Provenance, Speaker, TakenIds, TextRange,
    sort,
};

/// Checks that an article agrees with itself: blocks are the text; styles lie in their blocks;
/// entities and claims have ids of their own; mentions are in order and none is repeated; all
/// ranges have words and begin and end within blocks; and everything that is referred to exists.
///
/// # Errors
///
/// The first fault.
pub fn check(article: &Article) -> Result<(), ArticleFault> {
    let fault = |is_right: bool, fault| if is_right { Ok(()) } else { Err(fault) };
    fault(blocks_are_text(article), ArticleFault::Blocks)?;
    fault(inlines_fit(article), ArticleFault::Styles)?;
    let mut ids = HashSet::new();
    let mut entities = article.entities.iter();
    let is_entity = |entity: &Entity| {
        let mut names = std::iter::once(&entity.name).chain(&entity.aliases);
        !entity.id.as_str().is_empty() && names.all(|name| !name.trim().is_empty())
    };
    fault(
        entities.all(|entity| is_entity(entity) && ids.insert(&entity.id)),
        ArticleFault::Entities,
    )?;
    fault(mentions_fit(article, &ids), ArticleFault::Mentions)?;
    let mut claim_ids = HashSet::new();
    let mut claims = article.claims.iter();
    fault(
        claims.all(|claim| claim_fits(article, claim, &ids) && claim_ids.insert(&claim.id)),
        ArticleFault::Claims,
    )
}

fn blocks_are_text(article: &Article) -> bool {
    let text = article.text.as_str();
    let mut end = 0;
    for (number, block) in article.blocks.iter().enumerate() {
        let separator = if number == 0 {
            ""
        } else {
            Article::BLOCK_SEPARATOR
        };
        let start = block.range.start as usize;
        let words = block.range.of(text);
        if text.get(end..start) != Some(separator)
            || words.trim().is_empty()
            || words.trim_end() != words
        {
            return false;
        }
        end = block.range.end as usize;
    }
    end == text.len()
}

fn inlines_fit(article: &Article) -> bool {
    let fits = |block: TextRange, inline: &Inline| {
        block.contains(inline.range) && !inline.range.of(&article.text).is_empty()
    };
    article.blocks.iter().all(|block| {
        let starts = block.inlines.iter().map(|inline| inline.range.start);
        block.inlines.iter().all(|inline| fits(block.range, inline)) && starts.is_sorted()
    })
}

fn mentions_fit(article: &Article, ids: &HashSet<&EntityId>) -> bool {
    let mut keys = HashSet::new();
    let mut last = None;
    article.mentions.iter().all(|mention| {
        let follows = last.is_none_or(|last| in_text(last, mention.range).is_le());
        last = Some(mention.range);
        follows
            && ids.contains(&mention.entity)
            && check_in_block(article, mention.range).is_ok()
            && is_provenance(&mention.provenance)
            && keys.insert((mention.range, &mention.entity))
    })
}

fn claim_fits(article: &Article, claim: &Claim, ids: &HashSet<&EntityId>) -> bool {
    let mut pieces = claim.content.iter();
    let mut about = HashSet::new();
    let ends_before = claim.content.windows(2).all(|pair| match pair {
        [a, b] => a.end < b.start,
        _ => true,
    });
    let in_block = |range| check_in_block(article, range).is_ok();
    !claim.id.as_str().is_empty()
        && !claim.content.is_empty()
        && ends_before
        && pieces.all(|piece| check_range(article, *piece).is_ok())
        && claim.cue.is_none_or(in_block)
        && match &claim.speaker {
            Speaker::Entity(id) => ids.contains(id),
            Speaker::Words(words) => in_block(*words),
            Speaker::Unnamed => true,
        }
        && claim
            .about
            .iter()
            .all(|id| ids.contains(id) && about.insert(id))
        && is_provenance(&claim.provenance)
}

fn is_provenance(provenance: &Provenance) -> bool {
    match provenance {
        Provenance::Found { confidence, .. } => (0.0..=1.0).contains(confidence),
        Provenance::Curated => true,
    }
}

/// Makes the annotations of an article agree with it and with each other: drops what refers to
/// nothing or is repeated, trims ranges, joins pieces that overlap, and gives new ids to entities
/// and claims whose id is taken. Do this before the first edit of an article from elsewhere.
/// Returns whether anything changed.
///
/// # Errors
///
/// If the blocks or the styles do not fit the text.
pub fn repair(article: &mut Article) -> Result<bool, ArticleFault> {
    match check(article) {
        Ok(()) => return Ok(false),
        Err(fault @ (ArticleFault::Blocks | ArticleFault::Styles)) => return Err(fault),
        Err(_) => {}
    }
    let mut taken = TakenIds::default();
    article
        .entities
        .retain(|entity| !entity.name.trim().is_empty());
    for entity in &mut article.entities {
        entity.aliases.retain(|alias| !alias.trim().is_empty());
        let id = if entity.id.as_str().is_empty() {
            "entity"
        } else {
            entity.id.as_str()
        };
        entity.id = EntityId::new(&taken.take(id));
    }
    let ids: HashSet<EntityId> = article.entities.iter().map(|it| it.id.clone()).collect();
    let mentions = std::mem::take(&mut article.mentions);
    let claims = std::mem::take(&mut article.claims);
    article.mentions = repaired_mentions(article, mentions, &ids);
    let mut taken = TakenIds::default();
    let claims = claims
        .into_iter()
        .filter_map(|claim| repaired_claim(article, claim, &ids));
    let mut claims: Vec<Claim> = claims.collect();
    for claim in &mut claims {
        let id = if claim.id.as_str().is_empty() {
            "claim"
        } else {
            claim.id.as_str()
        };
        claim.id = model::ClaimId::new(&taken.take(id));
    }
    article.claims = claims;
    Ok(true)
}

fn repaired_mentions(
    article: &Article,
    mentions: Vec<Mention>,
    ids: &HashSet<EntityId>,
) -> Vec<Mention> {
    let mut met = HashSet::new();
    let mut repaired: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mut mention in mentions {
        let Some(range) = words_in_block(article, mention.range) else {
            continue;
        };
        mention.range = range;
        mention.provenance = repaired_provenance(mention.provenance);
        let key = (range, mention.entity.clone());
        if ids.contains(&mention.entity) && met.insert(key) {
            repaired.push(mention);
        }
    }
    sort(&mut repaired, |a, b| in_text(a.range, b.range));
    repaired
}

fn repaired_claim(article: &Article, mut claim: Claim, ids: &HashSet<EntityId>) -> Option<Claim> {
    let content = claim.content.into_iter();
    let content = content.filter_map(|piece| trimmed(&article.text, piece));
    claim.content = joined(
        content
            .filter(|it| check_range(article, *it).is_ok())
            .collect(),
    );
    if claim.content.is_empty() {
        return None;
    }
    claim.cue = claim.cue.and_then(|cue| words_in_block(article, cue));
    claim.speaker = match claim.speaker {
        Speaker::Entity(id) if ids.contains(&id) => Speaker::Entity(id),
        Speaker::Words(words) => {
            words_in_block(article, words).map_or(Speaker::Unnamed, Speaker::Words)
        }
        Speaker::Entity(_) | Speaker::Unnamed => Speaker::Unnamed,
    };
    let mut met = HashSet::new();
    claim
        .about
        .retain(|id| ids.contains(id) && met.insert(id.clone()));
    claim.provenance = repaired_provenance(claim.provenance);
    Some(claim)
}

fn repaired_provenance(provenance: Provenance) -> Provenance {
    match provenance {
        Provenance::Found { confidence, rule } => {
            let is_number = (0.0..=1.0).contains(&confidence);
            let confidence = if is_number { confidence } else { 0.0 };
            Provenance::Found { confidence, rule }
        }
        Provenance::Curated => Provenance::Curated,
    }
}

fn words_in_block(article: &Article, range: TextRange) -> Option<TextRange> {
    let range = trimmed(&article.text, range)?;
    check_in_block(article, range).is_ok().then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{article, entity, found, lines};
    use model::{EntityKind, InlineStyle};

    /// A change of an article.
    type Change = fn(&mut Article);

    #[test]
    fn what_contradicts_itself_is_found() {
        let cases: &[(ArticleFault, Change)] = &[
            (ArticleFault::Blocks, |it| it.text.push('!')),
            (ArticleFault::Blocks, |it| it.blocks.clear()),
            (ArticleFault::Blocks, |it| it.blocks.swap(0, 1)),
            (ArticleFault::Blocks, |it| it.blocks[0].range.end -= 1),
            (ArticleFault::Blocks, |it| {
                it.blocks[1].range.start = u32::MAX
            }),
            (ArticleFault::Styles, |it| {
                it.blocks[0].inlines[0].range.end = 30
            }),
            (ArticleFault::Styles, |it| {
                it.blocks[1].inlines = vec![Inline {
                    range: TextRange::new(27, 29),
                    style: InlineStyle::Code,
                }]
            }),
            (ArticleFault::Entities, |it| {
                it.entities[1].id = it.entities[0].id.clone()
            }),
            (ArticleFault::Entities, |it| {
                it.entities[1].id = EntityId::new("")
            }),
            (ArticleFault::Entities, |it| {
                it.entities[0].name = " ".to_owned()
            }),
            (ArticleFault::Entities, |it| {
                it.entities[0].aliases.push(String::new())
            }),
            (ArticleFault::Mentions, |it| it.mentions.swap(0, 1)),
            (ArticleFault::Mentions, |it| {
                it.mentions.push(it.mentions[2].clone())
            }),
            (ArticleFault::Mentions, |it| it.mentions[0].range.end += 20),
            (ArticleFault::Mentions, |it| {
                it.mentions[0].entity = EntityId::new("x")
            }),
            (ArticleFault::Mentions, |it| {
                it.mentions[0].provenance = found(2.0)
            }),
            (ArticleFault::Claims, |it| {
                it.claims[1].id = it.claims[0].id.clone()
            }),
            (ArticleFault::Claims, |it| it.claims[0].content.clear()),
            (ArticleFault::Claims, |it| it.claims[0].content.reverse()),
            (ArticleFault::Claims, |it| {
                it.claims[0].content[1].end += 900
            }),
            (ArticleFault::Claims, |it| it.claims[0].content[1].end -= 3),
            (ArticleFault::Claims, |it| {
                it.claims[0].cue = Some(TextRange::new(3, 2))
            }),
            (ArticleFault::Claims, |it| {
                it.claims[0].about = vec![EntityId::new("x")]
            }),
            (ArticleFault::Claims, |it| {
                it.claims[0].about = vec![EntityId::new("ann"); 2]
            }),
            (ArticleFault::Claims, |it| {
                it.claims[0].speaker = Speaker::Entity(EntityId::new("x"))
            }),
            (ArticleFault::Claims, |it| {
                it.claims[0].provenance = found(f32::NAN)
            }),
        ];
        for (number, (fault, change)) in cases.iter().enumerate() {
            let mut broken = article();
            change(&mut broken);
            assert_eq!(check(&broken), Err(*fault), "{number}");
            let repaired = repair(&mut broken);
            if matches!(fault, ArticleFault::Blocks | ArticleFault::Styles) {
                assert_eq!(repaired, Err(*fault), "{number}");
            } else {
                assert_eq!(repaired, Ok(true), "{number}");
                assert_eq!(check(&broken), Ok(()), "{number}");
            }
        }
    }

    #[test]
    fn a_repair_keeps_what_it_can() {
        let mut broken = article();
        broken
            .entities
            .push(entity("ann", EntityKind::Place, "Annville", &[""]));
        broken.mentions[0].range.end += 1;
        broken.mentions.push(broken.mentions[1].clone());
        broken.claims[0].content.swap(0, 1);
        broken.claims[0].speaker = Speaker::Entity(EntityId::new("nobody"));
        repair(&mut broken).unwrap();
        let mut expected = article();
        expected
            .entities
            .push(entity("ann-2", EntityKind::Place, "Annville", &[]));
        expected.claims[0].speaker = Speaker::Unnamed;
        assert_eq!(lines(&broken), lines(&expected));
    }
}
