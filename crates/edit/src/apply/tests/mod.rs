//! What each edit changes, and why it is refused.

mod claims;
mod names;
mod text;

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

/// Checks what each edit changes, and that it can be undone.
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
