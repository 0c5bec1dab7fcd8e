use crate::sample::{article, claim, difference, entity, found, mention, range};
use crate::{
    ClaimChange, Edit, EditProblem, EntityChange, Item, MentionChange, MentionKey, MetadataChange,
    OrphanedClaims, apply, check,
};
use model::{
    Article, BlockKind, ClaimId, EntityId, EntityKind, Mention, Provenance, Speaker, TextRange,
};

fn id(id: &str) -> EntityId {
    EntityId::new(id)
}

fn c(id: &str) -> ClaimId {
    ClaimId::new(id)
}

/// Checks what each edit changes, and that it can be taken back.
fn changes(table: &[(Edit, &[&str])]) {
    for (edit, expected) in table {
        let before = article();
        let mut after = before.clone();
        let undo = apply(&mut after, edit).unwrap_or_else(|problem| panic!("{edit:?}: {problem}"));
        assert_eq!(difference(&before, &after), *expected, "{edit:?}");
        assert_eq!(check(&after), Ok(()), "{edit:?}");
        undo.revert(&mut after);
        assert_eq!(after, before, "{edit:?}");
    }
}

/// Checks why each edit is refused.
fn refusals(table: &[(Edit, EditProblem)]) {
    for (edit, problem) in table {
        let mut refused = article();
        assert_eq!(apply(&mut refused, edit).as_ref(), Err(problem), "{edit:?}");
        assert_eq!(refused, article(), "{edit:?}");
    }
}

fn at(words: &str) -> TextRange {
    range(&article(), words)
}

fn lee() -> MentionKey {
    MentionKey::of(&article().mentions[1])
}

fn change_entity(entity: &str, change: EntityChange) -> Edit {
    Edit::ChangeEntity {
        entity: id(entity),
        change,
    }
}

fn change_claim(claim: &str, change: ClaimChange) -> Edit {
    Edit::ChangeClaim {
        claim: c(claim),
        change,
    }
}

fn text(old: &str, new: &str) -> Edit {
    Edit::ChangeText {
        range: at(old),
        words: new.to_owned(),
    }
}

#[test]
fn entities() {
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
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 “Lee” said states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            remove("report", OrphanedClaims::Unnamed),
            &[
                "-report other report []",
                "-report at A report 0.4",
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
                "+c2 “A report” warns states [\"of rain\"] []",
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
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
                "+ann person Ann Lee [\"Lee\", \"report\"]",
                "+ann at A report 0.4",
                "+c2 “A report” warns states [\"of rain\"] [\"ann\"]",
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
fn mentions() {
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
fn claims() {
    let added = claim("c3", &article(), "Monday");
    let both = TextRange {
        start: at("No").start,
        end: at("not now").end,
    };
    changes(&[
        (
            Edit::AddClaim(added.clone()),
            &["+c3 ?  states [\"Monday\"] []"],
        ),
        (
            Edit::RemoveClaim(c("c1")),
            &["-c1 ann said states [\"No\", \"not now\"] [] 0.8"],
        ),
        (
            change_claim("c1", ClaimChange::Speaker(Speaker::Unnamed)),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ? said states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::Cue(None)),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann  states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::About(vec![id("report"), id("report")])),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann said states [\"No\", \"not now\"] [\"report\"] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::AddPiece(at("Monday"))),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann said states [\"Monday\", \"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::AddPiece(at("now.”"))),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann said states [\"No\", \"not now.”\"] [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::RemovePiece(at("No"))),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann said states [\"not now\"] [] 0.8",
            ],
        ),
        (
            change_claim(
                "c1",
                ClaimChange::MovePiece {
                    from: at("No"),
                    to: both,
                },
            ),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann said states [\"No,” Lee said, “not now\"] [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::Confidence(0.25)),
            &[
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 ann said states [\"No\", \"not now\"] [] 0.25",
            ],
        ),
        (
            Edit::Keep(vec![Item::Claim(c("c1")), Item::Name(id("report"))]),
            &[
                "-report at A report 0.4",
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+report at A report",
                "+c1 ann said states [\"No\", \"not now\"] []",
            ],
        ),
        (
            Edit::Keep(vec![Item::Mention(lee())]),
            &["-ann at Lee 0.6", "+ann at Lee"],
        ),
        (
            Edit::Reject(vec![Item::Claim(c("c1")), Item::Claim(c("c2"))]),
            &["-c1 ann said states [\"No\", \"not now\"] [] 0.8"],
        ),
        (
            Edit::Reject(vec![Item::Name(id("ann"))]),
            &[
                "-ann at Lee 0.6",
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+c1 “Lee” said states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            Edit::Reject(vec![Item::Name(id("report"))]),
            &["-report at A report 0.4"],
        ),
    ]);
    refusals(&[
        (
            Edit::AddClaim(claim("c1", &article(), "No")),
            EditProblem::TakenId("c1".into()),
        ),
        (
            Edit::AddClaim(claim("", &article(), "No")),
            EditProblem::BlankId,
        ),
        (
            Edit::AddClaim(model::Claim {
                content: Vec::new(),
                ..added.clone()
            }),
            EditProblem::NoPieces,
        ),
        (
            Edit::AddClaim(model::Claim {
                about: vec![id("bob")],
                ..added
            }),
            EditProblem::NoSuchEntity(id("bob")),
        ),
        (
            Edit::RemoveClaim(c("c9")),
            EditProblem::NoSuchClaim(c("c9")),
        ),
        (
            change_claim("c1", ClaimChange::Speaker(Speaker::Entity(id("bob")))),
            EditProblem::NoSuchEntity(id("bob")),
        ),
        (
            change_claim("c2", ClaimChange::RemovePiece(at("of rain"))),
            EditProblem::LastPiece,
        ),
        (
            change_claim("c2", ClaimChange::RemovePiece(at("rain"))),
            EditProblem::NoSuchPiece,
        ),
        (
            change_claim("c1", ClaimChange::AddPiece(at("No"))),
            EditProblem::NoChange,
        ),
        (
            change_claim("c2", ClaimChange::Confidence(0.5)),
            EditProblem::NotDetected,
        ),
        (
            change_claim("c1", ClaimChange::Confidence(1.5)),
            EditProblem::InvalidConfidence,
        ),
        (
            Edit::Keep(vec![Item::Claim(c("c2"))]),
            EditProblem::NoChange,
        ),
        (
            Edit::Keep(vec![Item::Claim(c("c9"))]),
            EditProblem::NoSuchClaim(c("c9")),
        ),
        (
            Edit::Reject(vec![Item::Name(id("bob"))]),
            EditProblem::NoSuchEntity(id("bob")),
        ),
    ]);
}

#[test]
fn blocks() {
    let split = |words: &str| Edit::SplitBlock {
        at: at(words).start,
    };
    changes(&[
        (
            Edit::ChangeBlockKind {
                block: 0,
                kind: BlockKind::Heading(2),
            },
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "+Heading(2) Ann Lee spoke on Monday. [\"Lee spoke\"]",
            ],
        ),
        (
            Edit::JoinBlocks { first: 0 },
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "-Paragraph “No,” Lee said, “not now.” []",
                "+Paragraph Ann Lee spoke on Monday. “No,” Lee said, “not now.” [\"Lee spoke\"]",
            ],
        ),
        (
            split("on Monday"),
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "+Paragraph Ann Lee spoke [\"Lee spoke\"]",
                "+Paragraph on Monday. []",
            ],
        ),
        (
            split("spoke"),
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "+Paragraph Ann Lee [\"Lee\"]",
                "+Paragraph spoke on Monday. [\"spoke\"]",
            ],
        ),
        (
            split("not"),
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "+Paragraph “No,” Lee said, “ []",
                "+Paragraph not now.” []",
            ],
        ),
        (
            Edit::RemoveBlock { block: 0 },
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "-ann at Ann Lee",
            ],
        ),
        (
            Edit::RemoveBlock { block: 1 },
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "-ann at Lee 0.6",
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            Edit::RemoveBlock { block: 2 },
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
            ],
        ),
    ]);
    let mut alone = article();
    for _ in 0..2 {
        apply(&mut alone, &Edit::RemoveBlock { block: 0 }).unwrap();
    }
    assert_eq!(
        apply(&mut alone, &Edit::RemoveBlock { block: 0 }),
        Err(EditProblem::EmptyBlock)
    );
    refusals(&[
        (
            Edit::ChangeBlockKind {
                block: 0,
                kind: BlockKind::Heading(1),
            },
            EditProblem::InvalidLevel(1),
        ),
        (
            Edit::ChangeBlockKind {
                block: 0,
                kind: BlockKind::Paragraph,
            },
            EditProblem::NoChange,
        ),
        (
            Edit::ChangeBlockKind {
                block: 3,
                kind: BlockKind::Paragraph,
            },
            EditProblem::NoSuchBlock,
        ),
        (Edit::JoinBlocks { first: 2 }, EditProblem::NoSuchBlock),
        (
            Edit::JoinBlocks { first: usize::MAX },
            EditProblem::NoSuchBlock,
        ),
        (
            Edit::RemoveBlock { block: usize::MAX },
            EditProblem::NoSuchBlock,
        ),
        (split("Lee"), EditProblem::WithinName),
        (split("Ann"), EditProblem::EmptyBlock),
        (
            Edit::SplitBlock {
                at: at("“No").start + 1,
            },
            EditProblem::WithinCharacter,
        ),
        (Edit::SplitBlock { at: u32::MAX }, EditProblem::OutsideText),
        (
            Edit::SplitBlock {
                at: at("“No").start - 1,
            },
            EditProblem::BetweenBlocks,
        ),
    ]);
}

#[test]
fn words() {
    changes(&[
        (
            text("Lee spoke", "Leigh spoke"),
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "-ann at Ann Lee",
                "+Paragraph Ann Leigh spoke on Monday. [\"Leigh spoke\"]",
                "+ann at Ann Leigh",
            ],
        ),
        (
            text("Lee said", "she said"),
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "-ann at Lee 0.6",
                "+Paragraph “No,” she said, “not now.” []",
                "+ann at she 0.6",
            ],
        ),
        (
            text("report", "reports"),
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
                "+Paragraph A reports warns of rain. []",
                "+report at A reports 0.4",
                "+c2 “A reports” warns states [\"of rain\"] [\"report\"]",
            ],
        ),
        (
            text("A report ", ""),
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
                "+Paragraph warns of rain. []",
                "+c2 ? warns states [\"of rain\"] [\"report\"]",
            ],
        ),
        (
            text("of rain", ""),
            &[
                "-Paragraph A report warns of rain. []",
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
                "+Paragraph A report warns . []",
            ],
        ),
        (
            text("report warns of", "storm brings"),
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states [\"of rain\"] [\"report\"]",
                "+Paragraph A storm brings rain. []",
                "+report at A 0.4",
                "+c2 “A”  states [\"rain\"] [\"report\"]",
            ],
        ),
        (
            text("said", ""),
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+Paragraph “No,” Lee , “not now.” []",
                "+c1 ann  states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            text(",” Lee said, “", " and "),
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "-ann at Lee 0.6",
                "-c1 ann said states [\"No\", \"not now\"] [] 0.8",
                "+Paragraph “No and not now.” []",
                "+c1 ann  states [\"No\", \"not now\"] [] 0.8",
            ],
        ),
        (
            text("Ann Lee spoke on Monday.", "Nobody spoke."),
            &[
                "-Paragraph Ann Lee spoke on Monday. [\"Lee spoke\"]",
                "-ann at Ann Lee",
                "+Paragraph Nobody spoke. []",
            ],
        ),
    ]);
    refusals(&[
        (text("Ann", "Ann"), EditProblem::NoChange),
        (
            text("Ann Lee spoke on Monday.", ""),
            EditProblem::EmptyBlock,
        ),
        (text("Ann Lee", " Lee"), EditProblem::BlankLine),
        (text("Ann Lee", "Ann\n\nLee"), EditProblem::BlankLine),
        (text("Ann Lee", "Ann\r\nLee"), EditProblem::BlankLine),
        (text("Monday.\n\n“No", "x"), EditProblem::AcrossBlocks),
        (text("Monday.\n", "x"), EditProblem::BetweenBlocks),
        (text("\n", "x"), EditProblem::BetweenBlocks),
    ]);
}

#[test]
fn facts() {
    let fact = Edit::ChangeMetadata;
    let mut changed = article();
    for change in [
        MetadataChange::Title {
            title: "Storm".into(),
            by_editor: true,
        },
        MetadataChange::Author(Some("Bo".into())),
        MetadataChange::Published(model::Date::parse("2026-01")),
        MetadataChange::Source(Some("The Rain".into())),
        MetadataChange::Url(model::WebUrl::parse("https://example.org/")),
        MetadataChange::Language("ar".into()),
        MetadataChange::Licence(Some("CC0".into())),
        MetadataChange::Direction(model::Direction::RightToLeft),
    ] {
        apply(&mut changed, &fact(change)).unwrap();
    }
    let expected = model::Metadata {
        title: "Storm".into(),
        title_by_editor: true,
        author: Some("Bo".into()),
        published: model::Date::parse("2026-01"),
        source: Some("The Rain".into()),
        url: model::WebUrl::parse("https://example.org/"),
        language: "ar".into(),
        licence: Some("CC0".into()),
        direction: model::Direction::RightToLeft,
        ..model::Metadata::default()
    };
    assert_eq!(changed.metadata, expected);
    refusals(&[
        (
            fact(MetadataChange::Title {
                title: " ".into(),
                by_editor: true,
            }),
            EditProblem::BlankValue,
        ),
        (
            fact(MetadataChange::Author(Some(String::new()))),
            EditProblem::BlankValue,
        ),
        (
            fact(MetadataChange::Language("no language".into())),
            EditProblem::InvalidLanguage("no language".into()),
        ),
        (
            fact(MetadataChange::Language("en-".into())),
            EditProblem::InvalidLanguage("en-".into()),
        ),
        (fact(MetadataChange::Licence(None)), EditProblem::NoChange),
    ]);
}

#[test]
fn several_edits_are_made_together_or_not_at_all() {
    let bob = Edit::AddEntity(entity("bob", EntityKind::Person, "Bob", &[]));
    let marked = Edit::AddMention(mention(&article(), "bob", "Monday", Provenance::Curated));
    changes(&[(
        Edit::All(vec![bob.clone(), marked.clone()]),
        &["+bob person Bob []", "+bob at Monday"],
    )]);
    let mut deep = bob.clone();
    for _ in 0..9 {
        deep = Edit::All(vec![deep]);
    }
    refusals(&[
        (
            Edit::All(vec![bob.clone(), marked.clone(), marked]),
            EditProblem::SameMention,
        ),
        (Edit::All(Vec::new()), EditProblem::NoChange),
        (deep, EditProblem::TooDeep),
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
