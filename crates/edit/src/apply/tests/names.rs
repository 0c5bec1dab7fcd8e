//! Edits of entities and mentions.

use super::*;

#[test]
fn entities_are_changed() {
    let bob = entity("bob", EntityKind::Person, "Bob", &[]);
    let remove = |entity: &str, claims| Edit::RemoveEntity {
        entity: id(entity),
        claims,
    };
    changes(&[
        (Edit::AddEntity(bob.clone()), &["+bob person Bob []"]),
        (
            change_entity("ann", EntityChange::Name("Anne".into())),
            &[
                "-ann person Ann Lee [\"Lee\"]",
                "+ann person Anne [\"Lee\"]",
            ],
        ),
        (
            change_entity("ann", EntityChange::Kind(EntityKind::Other)),
            &[
                "-ann person Ann Lee [\"Lee\"]",
                "+ann other Ann Lee [\"Lee\"]",
            ],
        ),
        (
            change_entity("ann", EntityChange::AddAlias("Ann".into())),
            &[
                "-ann person Ann Lee [\"Lee\"]",
                "+ann person Ann Lee [\"Lee\", \"Ann\"]",
            ],
        ),
        (
            change_entity("ann", EntityChange::RemoveAlias("Lee".into())),
            &["-ann person Ann Lee [\"Lee\"]", "+ann person Ann Lee []"],
        ),
        (
            remove("ann", OrphanedClaims::Words),
            &[
                "-ann person Ann Lee [\"Lee\"]",
                "-ann at Ann Lee",
                "-ann at Lee 0.6",
                "-c1 ann said states No … not now [] 0.8",
                "+c1 “Lee” said states No … not now [] 0.8",
            ],
        ),
        (
            remove("report", OrphanedClaims::Unnamed),
            &[
                "-report other report []",
                "-report at A report 0.4",
                "-c2 “A report” warns states of rain [\"report\"]",
                "+c2 “A report” warns states of rain []",
            ],
        ),
        (
            Edit::MergeEntities {
                from: id("report"),
                into: id("ann"),
            },
            &[
                "-ann person Ann Lee [\"Lee\"]",
                "-report other report []",
                "-report at A report 0.4",
                "-c2 “A report” warns states of rain [\"report\"]",
                "+ann person Ann Lee [\"Lee\", \"report\"]",
                "+ann at A report 0.4",
                "+c2 “A report” warns states of rain [\"ann\"]",
            ],
        ),
        (
            Edit::SplitEntity {
                from: id("ann"),
                new: bob.clone(),
                mentions: vec![lee().range],
            },
            &["-ann at Lee 0.6", "+bob person Bob []", "+bob at Lee 0.6"],
        ),
    ]);
}

#[test]
fn impossible_changes_of_entities_are_refused() {
    let bob = entity("bob", EntityKind::Person, "Bob", &[]);
    let remove = |entity: &str, claims| Edit::RemoveEntity {
        entity: id(entity),
        claims,
    };
    refusals(&[
        (
            Edit::AddEntity(entity("ann", EntityKind::Person, "x", &[])),
            EditProblem::TakenId("ann".into()),
        ),
        (
            Edit::AddEntity(entity("", EntityKind::Person, "x", &[])),
            EditProblem::BlankId,
        ),
        (
            Edit::AddEntity(entity("x", EntityKind::Person, " ", &[])),
            EditProblem::BlankName,
        ),
        (
            Edit::AddEntity(entity("x", EntityKind::Person, "x", &[""])),
            EditProblem::BlankName,
        ),
        (
            change_entity("bob", EntityChange::Wikidata(None)),
            EditProblem::NoSuchEntity(id("bob")),
        ),
        (
            change_entity("ann", EntityChange::Wikidata(None)),
            EditProblem::NoChange,
        ),
        (
            change_entity("ann", EntityChange::AddAlias("Lee".into())),
            EditProblem::NoChange,
        ),
        (
            change_entity("ann", EntityChange::Name(" ".into())),
            EditProblem::BlankName,
        ),
        (
            remove("ann", OrphanedClaims::Refuse),
            EditProblem::UsedByClaims { count: 1 },
        ),
        (
            Edit::MergeEntities {
                from: id("ann"),
                into: id("ann"),
            },
            EditProblem::SameEntity,
        ),
        (
            Edit::SplitEntity {
                from: id("ann"),
                new: bob,
                mentions: vec![at("said")],
            },
            EditProblem::NoSuchMention,
        ),
    ]);
}

#[test]
fn mentions_are_changed() {
    let monday = |entity: &str| mention(&article(), entity, "Monday", Provenance::Curated);
    let change = |change| Edit::ChangeMention {
        mention: lee(),
        change,
    };
    let wide = TextRange {
        start: lee().range.start,
        end: at("said").end,
    };
    changes(&[
        (Edit::AddMention(monday("report")), &["+report at Monday"]),
        (
            change(MentionChange::Entity(id("report"))),
            &["-ann at Lee 0.6", "+report at Lee 0.6"],
        ),
        (
            change(MentionChange::Range(wide)),
            &["-ann at Lee 0.6", "+ann at Lee said 0.6"],
        ),
        (Edit::RemoveMention(lee()), &["-ann at Lee 0.6"]),
    ]);
}

#[test]
fn impossible_changes_of_mentions_are_refused() {
    let monday = |entity: &str| mention(&article(), entity, "Monday", Provenance::Curated);
    let change = |change| Edit::ChangeMention {
        mention: lee(),
        change,
    };
    let across = TextRange {
        start: at("Monday").start,
        end: at("No").end,
    };
    let blank = TextRange {
        start: at("Monday").start - 1,
        end: at("Monday").end,
    };
    let cut = TextRange {
        start: at("“No").start + 1,
        end: at("No").end,
    };
    let add = |range| {
        Edit::AddMention(Mention {
            entity: id("ann"),
            range,
            provenance: Provenance::Curated,
        })
    };
    refusals(&[
        (
            Edit::AddMention(monday("bob")),
            EditProblem::NoSuchEntity(id("bob")),
        ),
        (add(across), EditProblem::AcrossBlocks),
        (add(blank), EditProblem::BlankEnds),
        (add(cut), EditProblem::WithinCharacter),
        (add(TextRange::new(5, 5)), EditProblem::NoWords),
        (add(TextRange::new(9, 5)), EditProblem::OutsideText),
        (add(TextRange::new(0, 500)), EditProblem::OutsideText),
        (add(lee().range), EditProblem::SameMention),
        (
            Edit::AddMention(Mention {
                provenance: found(f32::NAN),
                ..monday("ann")
            }),
            EditProblem::InvalidConfidence,
        ),
        (
            change(MentionChange::Range(lee().range)),
            EditProblem::NoChange,
        ),
        (
            Edit::RemoveMention(MentionKey {
                entity: id("report"),
                ..lee()
            }),
            EditProblem::NoSuchMention,
        ),
    ]);
}

#[test]
fn an_entity_of_two_curated_mentions_in_one_place_keeps_one() {
    let mut before = article();
    let second = Mention {
        entity: id("report"),
        ..before.mentions[1].clone()
    };
    let second = Mention {
        provenance: Provenance::Curated,
        ..second
    };
    apply(&mut before, &Edit::AddMention(second)).unwrap();
    let mut after: Article = before.clone();
    let merge = Edit::MergeEntities {
        from: id("report"),
        into: id("ann"),
    };
    let undo = apply(&mut after, &merge).unwrap();
    let at_lee = after.mentions.iter().filter(|it| it.range == lee().range);
    let origins: Vec<&Provenance> = at_lee.map(|it| &it.provenance).collect();
    assert_eq!(origins, [&Provenance::Curated]);
    undo.revert(&mut after);
    assert_eq!(after, before);
}
