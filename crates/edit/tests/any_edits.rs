//! Any edits of any article: nothing panics, what they rely on stays true, and all can be taken
//! back, made again, and kept.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use edit::{
    ClaimChange, Edit, EntityChange, History, Item, MentionChange, MentionKey, MetadataChange,
    OrphanedClaims, apply, check, consequences, from_others, keep_at_least, mark_places, places_of,
    repair, to_check,
};
use import::{Bundle, BundleRecord};
use model::{
    Article, Block, BlockKind, Claim, ClaimId, Direction, Entity, EntityId, EntityKind, Form,
    Inline, InlineStyle, Mention, Provenance, Speaker, Stance, TextRange,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// The numbers from which annotations and edits are made.
type Seed = (u8, u32, u32, u8, String);

fn any_words() -> impl Strategy<Value = String> {
    const WORDS: [&str; 11] = [
        "Ann", "Lee", "said", "“no”", "é", "欧盟", "e\u{301}", "a", " ", "\n", "\n\n",
    ];
    let word = proptest::sample::select(WORDS.to_vec());
    vec(word, 0..4).prop_map(|words| words.join(" "))
}

fn any_seed() -> impl Strategy<Value = Seed> {
    (0u8..44, 0u32..90, 0u32..90, any::<u8>(), any_words())
}

/// An article with any ranges and ids, right or wrong.
fn any_article() -> impl Strategy<Value = Article> {
    let block = "[a-c欧é “”]{1,6}( [a-c欧é“”]{1,6}){0,3}";
    (vec(block, 1..5), vec(any_seed(), 0..16)).prop_map(|(blocks, seeds)| {
        let mut article = Article {
            id: model::ArticleId::new("a"),
            ..Article::default()
        };
        article.metadata.language = "en".to_owned();
        for words in blocks {
            let words = words.trim();
            if words.is_empty() {
                continue;
            }
            if !article.text.is_empty() {
                article.text.push_str(Article::BLOCK_SEPARATOR);
            }
            let start = article.text.len();
            article.text.push_str(words);
            let first = start + words.chars().next().unwrap().len_utf8();
            article.blocks.push(Block {
                kind: BlockKind::Paragraph,
                range: TextRange::new(start, article.text.len()),
                inlines: vec![Inline {
                    range: TextRange::new(start, first),
                    style: InlineStyle::Strong,
                }],
            });
        }
        for (kind, a, b, flag, _) in seeds {
            let range = near(&article.text, a, b, flag);
            let provenance = provenance(flag);
            let entity = EntityId::new(&format!("e{}", a % 4));
            match kind % 3 {
                0 => article.entities.push(entity_named(&entity, flag)),
                1 => article.mentions.push(Mention {
                    entity,
                    range,
                    provenance,
                }),
                _ => article
                    .claims
                    .push(claim_of(&article, &format!("c{}", b % 4), a, b, flag)),
            }
        }
        article
    })
}

fn entity_named(id: &EntityId, flag: u8) -> Entity {
    Entity {
        id: id.clone(),
        kind: EntityKind::ALL[usize::from(flag) % EntityKind::ALL.len()],
        name: ["Ann", "Lee", "a", "欧盟"][usize::from(flag) % 4].to_owned(),
        aliases: if flag > 100 {
            vec!["b".to_owned()]
        } else {
            Vec::new()
        },
        wikidata: None,
    }
}

fn provenance(flag: u8) -> Provenance {
    if flag.is_multiple_of(2) {
        return Provenance::Curated;
    }
    Provenance::Found {
        confidence: f32::from(flag) / 255.0,
        rule: "rule".into(),
    }
}

fn speaker_of(article: &Article, a: u32, flag: u8) -> Speaker {
    match flag % 3 {
        0 => Speaker::Unnamed,
        1 => Speaker::Words(near(&article.text, a, a + 3, flag)),
        _ => Speaker::Entity(EntityId::new(&format!("e{}", a % 4))),
    }
}

fn claim_of(article: &Article, id: &str, a: u32, b: u32, flag: u8) -> Claim {
    Claim {
        id: ClaimId::new(id),
        speaker: speaker_of(article, a, flag),
        cue: (flag > 60).then(|| near(&article.text, b, b + 4, flag)),
        content: vec![
            near(&article.text, a, a + 5, flag),
            near(&article.text, b, b + 9, flag),
        ],
        form: Form::Direct,
        stance: Stance::States,
        about: vec![EntityId::new(&format!("e{}", b % 4))],
        provenance: provenance(flag),
        checked_by: None,
    }
}

/// A range of some words, or, for some flags, one that fits nothing.
fn near(text: &str, a: u32, b: u32, flag: u8) -> TextRange {
    if flag.is_multiple_of(7) {
        return TextRange { start: a, end: b };
    }
    let bound = |at: u32| {
        let mut at = (at as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let range = TextRange::new(bound(a.min(b)), bound(a.max(b)));
    edit::trimmed(text, range).unwrap_or(range)
}

fn edit_of(article: &Article, seed: &Seed) -> Edit {
    let (kind, a, b, flag, words) = seed;
    let (a, b, flag) = (*a, *b, *flag);
    let range = near(&article.text, a, b, flag);
    let number = (a as usize) % (article.blocks.len() + 1);
    let at = |at: u32, length: usize| (at as usize).checked_rem(length).unwrap_or(0);
    let entity = |n: u32| {
        let known = article.entities.get(at(n, article.entities.len() + 1));
        known.map_or_else(|| EntityId::new("e9"), |entity| entity.id.clone())
    };
    let mention = article.mentions.get(at(a, article.mentions.len() + 1));
    let mention = mention.map_or_else(
        || MentionKey {
            entity: entity(a),
            range,
        },
        MentionKey::of,
    );
    let claim = article.claims.get(at(a, article.claims.len() + 1));
    let piece = claim.and_then(|claim| claim.content.get(at(b, claim.content.len())).copied());
    let piece = piece.unwrap_or(range);
    let claim = claim.map_or_else(|| ClaimId::new("c9"), |claim| claim.id.clone());
    let entity_change = |change| Edit::ChangeEntity {
        entity: entity(a),
        change,
    };
    let claim_change = |change| Edit::ChangeClaim {
        claim: claim.clone(),
        change,
    };
    match kind {
        0 => Edit::AddEntity(entity_named(&EntityId::new(&format!("e{}", a % 6)), flag)),
        1 => entity_change(EntityChange::Name(words.clone())),
        2 => entity_change(EntityChange::Kind(EntityKind::Event)),
        3 => entity_change(EntityChange::AddAlias(words.clone())),
        4 => entity_change(EntityChange::RemoveAlias("b".to_owned())),
        5..=7 => {
            use OrphanedClaims::{Refuse, Unnamed, Words};
            let claims = [Refuse, Words, Unnamed][usize::from(*kind - 5)];
            Edit::RemoveEntity {
                entity: entity(a),
                claims,
            }
        }
        8 | 9 => Edit::MergeEntities {
            from: entity(a),
            into: entity(b),
        },
        10 => {
            let own = article.mentions.iter().filter(|it| it.entity == entity(a));
            let mentions = own.map(|it| it.range).take(at(b, 3)).collect();
            let new = entity_named(&EntityId::new(&format!("e{}", b % 6)), flag);
            Edit::SplitEntity {
                from: entity(a),
                new,
                mentions,
            }
        }
        11 | 12 => Edit::AddMention(Mention {
            entity: entity(b),
            range,
            provenance: provenance(flag),
        }),
        13 => Edit::ChangeMention {
            mention,
            change: MentionChange::Entity(entity(b)),
        },
        14 => Edit::ChangeMention {
            mention,
            change: MentionChange::Range(range),
        },
        15 => Edit::RemoveMention(mention),
        16 | 17 => Edit::AddClaim(claim_of(article, &format!("c{}", b % 6), a, b, flag)),
        18 => claim_change(ClaimChange::Speaker(speaker_of(article, b, flag))),
        19 => claim_change(ClaimChange::Cue((flag > 90).then_some(range))),
        20 => claim_change(ClaimChange::Stance(Stance::Warns)),
        21 => claim_change(ClaimChange::About(vec![entity(b), entity(a), entity(b)])),
        22 => claim_change(ClaimChange::AddPiece(range)),
        23 => claim_change(ClaimChange::RemovePiece(piece)),
        24 => claim_change(ClaimChange::MovePiece {
            from: piece,
            to: range,
        }),
        25 => claim_change(ClaimChange::Confidence(f32::from(flag) / 200.0)),
        26 => Edit::RemoveClaim(claim),
        27 => Edit::Keep(vec![Item::Claim(claim), Item::Name(entity(b))]),
        28 => Edit::Reject(vec![Item::Name(entity(a)), Item::Mention(mention)]),
        29 => Edit::ChangeMetadata(MetadataChange::Title {
            title: words.clone(),
            by_editor: true,
        }),
        30 => Edit::ChangeMetadata(MetadataChange::Language(words.clone())),
        31 if flag > 127 => Edit::ChangeMetadata(MetadataChange::Direction(Direction::RightToLeft)),
        31 => Edit::ChangeMetadata(MetadataChange::Author(Some(words.clone()))),
        32 => Edit::ChangeBlockKind {
            block: number,
            kind: BlockKind::Heading(flag % 8),
        },
        33 | 34 => Edit::JoinBlocks { first: number },
        35 | 36 => Edit::SplitBlock { at: range.start },
        37 => Edit::RemoveBlock { block: number },
        38..=41 => {
            let end = range.end.min(range.start + u32::from(flag % 9));
            let range = TextRange {
                start: range.start,
                end,
            };
            Edit::ChangeText {
                range,
                words: words.clone(),
            }
        }
        42 => mark_places(&entity(a), &[range, piece]).unwrap(),
        _ => Edit::All(vec![
            Edit::AddEntity(entity_named(&EntityId::new(&format!("e{}", a % 6)), flag)),
            Edit::ChangeText {
                range,
                words: words.clone(),
            },
            claim_change(ClaimChange::AddPiece(range)),
        ]),
    }
}

fn json(article: &Article) -> String {
    let mut bundle = Bundle::default();
    bundle.push(article);
    bundle.to_json()
}

fn repaired(mut article: Article) -> Article {
    repair(&mut article).unwrap();
    article
}

fn edited(article: Article, seeds: &[Seed]) -> History {
    let mut history = History::of(article);
    for seed in seeds {
        let edit = edit_of(history.article(), seed);
        let _ = history.apply(edit);
    }
    history
}

proptest! {
    #[test]
    fn any_edits_are_taken_back_and_made_again(
        article in any_article(), seeds in vec(any_seed(), 0..24)
    ) {
        let article = repaired(article);
        prop_assert_eq!(check(&article), Ok(()));
        let mut history = History::of(article);
        let mut versions = vec![(**history.article()).clone()];
        for seed in &seeds {
            let before = (**history.article()).clone();
            let edit = edit_of(&before, seed);
            match history.apply(edit.clone()) {
                Ok(()) => {
                    prop_assert_eq!(check(history.article()), Ok(()), "{:?}", edit);
                    let data = json(history.article());
                    let (_, read) = BundleRecord::read(&data).unwrap();
                    prop_assert_eq!(&read[0], &**history.article(), "{:?}", edit);
                    versions.push((**history.article()).clone());
                }
                Err(_) => prop_assert_eq!(&**history.article(), &before, "{:?}", edit),
            }
        }
        let log = history.to_json();
        let replay = History::from_json((**history.original()).clone(), &log).unwrap();
        prop_assert_eq!(&replay.stopped, &None);
        prop_assert_eq!(replay.history.article(), history.article());
        prop_assert_eq!(replay.history.to_json(), log);
        for version in versions.iter().rev().skip(1) {
            prop_assert!(history.undo().is_some());
            prop_assert_eq!(&**history.article(), version);
            prop_assert_eq!(json(history.article()), json(version));
        }
        prop_assert!(history.undo().is_none());
        let log = history.to_json();
        let mut replayed = History::from_json((**history.original()).clone(), &log).unwrap().history;
        for version in versions.iter().skip(1) {
            for history in [&mut history, &mut replayed] {
                prop_assert!(history.redo().unwrap().is_some());
                prop_assert_eq!(&**history.article(), version);
            }
        }
        prop_assert!(history.redo().unwrap().is_none());
    }

    #[test]
    fn no_article_is_too_broken_to_be_refused(
        article in any_article(), seeds in vec(any_seed(), 0..12)
    ) {
        let mut article = article;
        for seed in &seeds {
            let edit = edit_of(&article, seed);
            let before = article.clone();
            if apply(&mut article, &edit).is_err() {
                prop_assert_eq!(&article, &before);
            }
        }
        let _ = check(&article);
        let _ = repair(&mut article);
    }

    #[test]
    fn a_damaged_log_stops_where_it_is_damaged(
        article in any_article(), seeds in vec(any_seed(), 1..12),
        at in any::<proptest::sample::Index>(), with in "[0-9{}\",a-z\\-]{0,3}", length in 0usize..4
    ) {
        let history = edited(repaired(article), &seeds);
        let log: Vec<char> = history.to_json().chars().collect();
        let at = at.index(log.len());
        let end = (at + length).min(log.len());
        let damaged: String =
            log[..at].iter().copied().chain(with.chars()).chain(log[end..].iter().copied()).collect();
        if let Ok(replay) = History::from_json((**history.original()).clone(), &damaged) {
            prop_assert_eq!(check(replay.history.article()), Ok(()));
            if let Some(stopped) = replay.stopped {
                prop_assert_eq!(stopped.done, replay.history.entries().len());
prop_assert!(!stopped.rest.is_empty());
            }
        }
    }

    #[test]
    fn the_original_words_can_be_put_back(
        article in any_article(),
        changes in vec((0u32..90, 0u32..12, any_words()), 0..12)
    ) {
        let mut history = History::of(repaired(article));
        for (start, length, words) in changes {
            let range = near(&history.article().text, start, start + length, 1);
            let _ = history.apply(Edit::ChangeText { range, words });
        }
        let mut text = history.article().text.clone();
        for change in history.text_changes().iter().rev() {
            prop_assert!(change.range.of(&history.article().text) != change.original);
            let (start, end) = (change.range.start as usize, change.range.end as usize);
            text.replace_range(start..end, &change.original);
        }
        prop_assert_eq!(&text, &history.original().text);
    }

    #[test]
    fn what_is_proposed_can_be_done(
        article in any_article(), other in vec(any_seed(), 0..12), seeds in vec(any_seed(), 0..12)
    ) {
        let article = repaired(article);
        let theirs = edited(article.clone(), &other);
        let ours = edited(article, &seeds);
        let mut history = History::of(std::rc::Rc::clone(ours.article()));
        if let Ok(found) = from_others(history.article(), theirs.article(), "from Ann") {
            if let Some(edit) = found.edit {
                prop_assert_eq!(history.apply(edit), Ok(()));
                prop_assert_eq!(check(history.article()), Ok(()));
            }
            let again = from_others(history.article(), theirs.article(), "from Ann").unwrap();
            prop_assert_eq!((again.mentions, again.claims), (0, 0));
        }
        let curated: Vec<Mention> = history.article().mentions.iter()
            .filter(|it| it.provenance == Provenance::Curated).cloned().collect();
        if let Some(found) = consequences(history.article(), &ours.decisions()) {
            prop_assert!(found.count > 0);
            prop_assert_eq!(history.apply(found.edit), Ok(()));
            prop_assert_eq!(check(history.article()), Ok(()));
            for mention in &curated {
                prop_assert!(history.article().mentions.contains(mention));
            }
        }
        let items: Vec<Item> = to_check(history.article()).into_iter().map(|it| it.item).collect();
        if let Some(edit) = keep_at_least(history.article(), explore::Threshold::new(0), &items) {
            prop_assert_eq!(history.apply(edit), Ok(()));
        }
        prop_assert_eq!(to_check(history.article()), []);
        for place in places_of(history.article(), "a", edit::Spelling::Folded) {
            prop_assert_eq!(text::fold::fold(history.article().words(place.range)), "a");
        }
    }

    #[test]
    fn repaired_articles_are_valid(article in any_article()) {
        let mut article = article;
        let is_valid = check(&article).is_ok();
        prop_assert_eq!(repair(&mut article), Ok(!is_valid));
        prop_assert_eq!(check(&article), Ok(()));
        prop_assert_eq!(repair(&mut article), Ok(false));
    }
}
