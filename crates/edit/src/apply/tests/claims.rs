//! Edits of claims, and of what was checked.

use super::*;

#[test]
fn claims_are_changed() {
    let added = claim("c3", &article(), "Monday");
    let both = TextRange {
        start: at("No").start,
        end: at("not now").end,
    };
    changes(&[
        (Edit::AddClaim(added.clone()), &["+c3 ?  states Monday []"]),
        (
            Edit::RemoveClaim(c("c1")),
            &["-c1 ann said states No … not now [] 0.8"],
        ),
        (
            change_claim("c1", ClaimChange::Speaker(Speaker::Unnamed)),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ? said states No … not now [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::Cue(None)),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann  states No … not now [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::About(vec![id("report"), id("report")])),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann said states No … not now [\"report\"] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::AddPiece(at("Monday"))),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann said states Monday … No … not now [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::AddPiece(at("now.”"))),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann said states No … not now.” [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::RemovePiece(at("No"))),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann said states not now [] 0.8",
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
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann said states No,” Lee said, “not now [] 0.8",
            ],
        ),
        (
            change_claim("c1", ClaimChange::Confidence(0.25)),
            &[
                "-c1 ann said states No … not now [] 0.8",
                "+c1 ann said states No … not now [] 0.25",
            ],
        ),
        (
            Edit::Keep(vec![Item::Claim(c("c1")), Item::Name(id("report"))]),
            &[
                "-report at A report 0.4",
                "-c1 ann said states No … not now [] 0.8",
                "+report at A report",
                "+c1 ann said states No … not now []",
            ],
        ),
        (
            Edit::Keep(vec![Item::Mention(lee())]),
            &["-ann at Lee 0.6", "+ann at Lee"],
        ),
        (
            Edit::Reject(vec![Item::Claim(c("c1")), Item::Claim(c("c2"))]),
            &["-c1 ann said states No … not now [] 0.8"],
        ),
        (
            Edit::Reject(vec![Item::Name(id("ann"))]),
            &[
                "-ann at Lee 0.6",
                "-c1 ann said states No … not now [] 0.8",
                "+c1 “Lee” said states No … not now [] 0.8",
            ],
        ),
        (
            Edit::Reject(vec![Item::Name(id("report"))]),
            &["-report at A report 0.4"],
        ),
    ]);
}

#[test]
fn impossible_changes_of_claims_are_refused() {
    let added = claim("c3", &article(), "Monday");
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
