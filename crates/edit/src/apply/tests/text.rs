//! Edits of the text, its blocks and its metadata.

use super::*;

#[test]
fn blocks_are_changed() {
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
                "-c1 ann said states No … not now [] 0.8",
            ],
        ),
        (
            Edit::RemoveBlock { block: 2 },
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states of rain [\"report\"]",
            ],
        ),
    ]);
}

#[test]
fn impossible_changes_of_blocks_are_refused() {
    let split = |words: &str| Edit::SplitBlock {
        at: at(words).start,
    };
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
fn annotations_follow_changed_words() {
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
                "-c2 “A report” warns states of rain [\"report\"]",
                "+Paragraph A reports warns of rain. []",
                "+report at A reports 0.4",
                "+c2 “A reports” warns states of rain [\"report\"]",
            ],
        ),
        (
            text("A report ", ""),
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states of rain [\"report\"]",
                "+Paragraph warns of rain. []",
                "+c2 ? warns states of rain [\"report\"]",
            ],
        ),
        (
            text("of rain", ""),
            &[
                "-Paragraph A report warns of rain. []",
                "-c2 “A report” warns states of rain [\"report\"]",
                "+Paragraph A report warns . []",
            ],
        ),
        (
            text("report warns of", "storm brings"),
            &[
                "-Paragraph A report warns of rain. []",
                "-report at A report 0.4",
                "-c2 “A report” warns states of rain [\"report\"]",
                "+Paragraph A storm brings rain. []",
                "+report at A 0.4",
                "+c2 “A”  states rain [\"report\"]",
            ],
        ),
        (
            text("said", ""),
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "-c1 ann said states No … not now [] 0.8",
                "+Paragraph “No,” Lee , “not now.” []",
                "+c1 ann  states No … not now [] 0.8",
            ],
        ),
        (
            text(",” Lee said, “", " and "),
            &[
                "-Paragraph “No,” Lee said, “not now.” []",
                "-ann at Lee 0.6",
                "-c1 ann said states No … not now [] 0.8",
                "+Paragraph “No and not now.” []",
                "+c1 ann  states No … not now [] 0.8",
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
}

#[test]
fn impossible_words_are_refused() {
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
fn facts_about_the_article_are_changed() {
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
fn claims_keep_their_order_when_one_vanishes() {
    let mut before = article();
    for (id, words) in [("c3", "rain"), ("c4", "warns of rain"), ("c5", "Monday")] {
        let claim = claim(id, &before, words);
        apply(&mut before, &Edit::AddClaim(claim)).unwrap();
    }
    let mut after = before.clone();
    let undo = apply(&mut after, &text(" of rain", "")).unwrap();
    let ids: Vec<&str> = after.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c4", "c5"]);
    undo.revert(&mut after);
    assert_eq!(after, before);
}
