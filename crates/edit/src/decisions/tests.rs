//! What edits decide, and what follows from it.

use super::*;
use crate::sample::{article, claim, difference, entity, found, mention, range};
use crate::{MentionKey, check};
use model::{ClaimId, TextRange};

fn id(id: &str) -> EntityId {
    EntityId::new(id)
}

fn change(entity: &str, change: EntityChange) -> Edit {
    Edit::ChangeEntity {
        entity: id(entity),
        change,
    }
}

/// Another article over the same words, with only detected annotations.
fn draft() -> Article {
    let mut draft = article();
    draft.entities[1].id = id("paper");
    draft.mentions[2].entity = id("paper");
    draft.claims[1].about = vec![id("paper")];
    for mention in &mut draft.mentions {
        mention.provenance = found(0.5);
    }
    for claim in &mut draft.claims {
        claim.provenance = found(0.7);
    }
    draft
}

/// What follows in another article from an edit of the first, and how many suggestions change.
fn following(edit: &Edit) -> (usize, Vec<String>) {
    let decisions = Decision::of(&article(), edit);
    let mut draft = draft();
    let Some(consequences) = consequences(&draft, &decisions) else {
        return (0, Vec::new());
    };
    let before = draft.clone();
    let undo = apply(&mut draft, &consequences.edit).unwrap();
    assert_eq!(check(&draft), Ok(()));
    let changed = difference(&before, &draft);
    undo.revert(&mut draft);
    assert_eq!(draft, before);
    (consequences.count, changed)
}

#[test]
fn other_suggestions_follow_what_an_editor_decided() {
    let words = article();
    let bob = entity("bob", EntityKind::Person, "Bob", &["REPORT"]);
    let speaks = |entity: &str| Edit::ChangeClaim {
        claim: ClaimId::new("c2"),
        change: ClaimChange::Speaker(Speaker::Entity(id(entity))),
    };
    let no = Item::Claim(ClaimId::new("c1"));
    let cases: &[(Edit, usize, &[&str])] = &[
        (
            change("report", EntityChange::Kind(EntityKind::Law)),
            1,
            &["-paper other report []", "+paper law report []"],
        ),
        (
            change("report", EntityChange::Name("Storm Report".into())),
            1,
            &[
                "-paper other report []",
                "+paper other Storm Report [\"report\"]",
            ],
        ),
        (
            Edit::All(vec![
                change("report", EntityChange::Name("Storm Report".into())),
                change("report", EntityChange::Kind(EntityKind::Law)),
                Edit::Keep(vec![Item::Name(id("report"))]),
            ]),
            1,
            &[
                "-paper other report []",
                "+paper law Storm Report [\"report\"]",
            ],
        ),
        (
            change("ann", EntityChange::AddAlias("The Report".into())),
            0,
            &[],
        ),
        (
            Edit::MergeEntities {
                from: id("report"),
                into: id("ann"),
            },
            1,
            &[
                "-ann person Ann Lee [\"Lee\"]",
                "-paper other report []",
                "-paper at A report 0.5",
                "-c2 “A report” warns states of rain [\"paper\"] 0.7",
                "+ann person Ann Lee [\"Lee\", \"report\"]",
                "+ann at A report 0.5",
                "+c2 “A report” warns states of rain [\"ann\"] 0.7",
            ],
        ),
        (
            Edit::AddEntity(bob),
            1,
            &["-paper other report []", "+paper person Bob [\"report\"]"],
        ),
        (
            Edit::Reject(vec![Item::Name(id("report"))]),
            1,
            &[
                "-paper other report []",
                "-paper at A report 0.5",
                "-c2 “A report” warns states of rain [\"paper\"] 0.7",
                "+c2 “A report” warns states of rain [] 0.7",
            ],
        ),
        (
            speaks("ann"),
            1,
            &[
                "-c2 “A report” warns states of rain [\"paper\"] 0.7",
                "+c2 ann warns states of rain [\"paper\"] 0.7",
            ],
        ),
        (
            Edit::Reject(vec![no.clone()]),
            1,
            &["-c1 ann said states No … not now [] 0.7"],
        ),
        // These decide nothing about others.
        (Edit::Keep(vec![no]), 0, &[]),
        (
            Edit::RemoveMention(MentionKey::of(&words.mentions[1])),
            0,
            &[],
        ),
        (Edit::AddClaim(claim("c3", &words, "Monday")), 0, &[]),
        (
            Edit::ChangeText {
                range: range(&words, "Monday"),
                words: "x".into(),
            },
            0,
            &[],
        ),
    ];
    for (edit, count, expected) in cases {
        let (changed, lines) = following(edit);
        assert_eq!(lines, *expected, "{edit:?}");
        assert_eq!(changed, *count, "{edit:?}");
    }
}

#[test]
fn a_rejected_pattern_is_doubted_until_it_is_kept() {
    let mut article = article();
    let mut other = claim("c3", &article, "spoke");
    other.cue = article.claims[0].cue;
    other.provenance = found(0.9);
    article.claims.push(other);
    let mut decisions = Decision::of(
        &article,
        &Edit::Reject(vec![Item::Claim(ClaimId::new("c1"))]),
    );
    article.claims.remove(0);
    let doubted = consequences(&article, &decisions).unwrap();
    assert_eq!(doubted.count, 1);
    let change = ClaimChange::Confidence(DOUBTED);
    let claim = ClaimId::new("c3");
    assert_eq!(
        doubted.edit,
        Edit::ChangeClaim {
            claim: claim.clone(),
            change
        }
    );
    let kept = Edit::Keep(vec![Item::Claim(claim)]);
    decisions.extend(Decision::of(&article, &kept));
    assert_eq!(consequences(&article, &decisions), None);
}

#[test]
fn curated_annotations_stay_as_they_are() {
    let mut curated = draft();
    for mention in &mut curated.mentions {
        mention.provenance = Provenance::Curated;
    }
    for claim in &mut curated.claims {
        claim.provenance = Provenance::Curated;
    }
    let mut decisions = Vec::new();
    for edit in [
        change("report", EntityChange::Kind(EntityKind::Law)),
        Edit::Reject(vec![Item::Claim(ClaimId::new("c1")), Item::Name(id("ann"))]),
    ] {
        decisions.extend(Decision::of(&article(), &edit));
    }
    assert!(decisions.len() > 3);
    assert_eq!(consequences(&curated, &decisions), None);
}

#[test]
fn the_last_decision_about_a_name_counts() {
    let [law, event] =
        [EntityKind::Law, EntityKind::Event].map(|kind| change("report", EntityChange::Kind(kind)));
    let reject = Edit::Reject(vec![Item::Name(id("report"))]);
    let after = |edits: &[&Edit]| {
        let decisions = edits.iter().flat_map(|edit| Decision::of(&article(), edit));
        let decisions: Vec<Decision> = decisions.collect();
        let mut draft = draft();
        if let Some(found) = consequences(&draft, &decisions) {
            apply(&mut draft, &found.edit).unwrap();
        }
        draft.entity(&id("paper")).map(|entity| entity.kind)
    };
    assert_eq!(after(&[&law, &event]), Some(EntityKind::Event));
    assert_eq!(after(&[&event, &law]), Some(EntityKind::Law));
    assert_eq!(after(&[&law, &reject]), None);
    assert_eq!(after(&[&reject, &law]), Some(EntityKind::Law));
}

#[test]
fn decisions_are_kept_as_json() {
    let speaker = Edit::ChangeClaim {
        claim: ClaimId::new("c2"),
        change: ClaimChange::Speaker(Speaker::Entity(id("ann"))),
    };
    let reject = Edit::Reject(vec![Item::Claim(ClaimId::new("c1")), Item::Name(id("ann"))]);
    let kind = change("report", EntityChange::Kind(EntityKind::Law));
    let edit = Edit::All(vec![speaker, reject, kind]);
    let decisions = Decision::of(&article(), &edit);
    let json = import::to_text(&decisions);
    assert!(
        json.contains(
            r#"{"speaker":{"words":"A report","of":{"name":"Ann Lee","kind":"person"}}}"#
        )
    );
    let read: Vec<Decision> = serde_json::from_str(&json).unwrap();
    assert_eq!(read, decisions);
}

#[test]
fn a_split_name_is_itself_again() {
    let split = Edit::SplitEntity {
        from: id("ann"),
        new: entity("lee", EntityKind::Place, "Lee", &[]),
        mentions: vec![article().mentions[1].range],
    };
    let mut draft = draft();
    let lee = entity("lee", EntityKind::Person, "Lee", &[]);
    apply(&mut draft, &Edit::AddEntity(lee)).unwrap();
    let mut at_lee = mention(&draft, "lee", "Monday", found(0.2));
    at_lee.range = TextRange { ..at_lee.range };
    apply(&mut draft, &Edit::AddMention(at_lee)).unwrap();
    let found = consequences(&draft, &Decision::of(&article(), &split)).unwrap();
    apply(&mut draft, &found.edit).unwrap();
    assert_eq!(draft.entity(&id("lee")).unwrap().kind, EntityKind::Place);
}
