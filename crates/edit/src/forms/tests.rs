//! What forms propose, and the edits that they make.

use super::*;
use crate::sample::{article, difference, entity, range};
use crate::{apply, check};

fn id(id: &str) -> EntityId {
    EntityId::new(id)
}

/// What an edit changes.
fn after(edit: &Edit) -> Vec<String> {
    let mut after = article();
    apply(&mut after, edit).unwrap();
    assert_eq!(check(&after), Ok(()));
    difference(&article(), &after)
}

#[test]
fn a_claim_is_guessed_from_names_and_cues_of_the_article() {
    let mut article = article();
    let start = article.text.len();
    article
        .text
        .push_str("\n\nMs Lee said on Monday that the report is late. It was hot.");
    article.blocks.push(model::Block {
        kind: model::BlockKind::Paragraph,
        range: TextRange::new(start + 2, article.text.len()),
        inlines: Vec::new(),
    });
    let place = |words: &str| {
        let at = start + article.text[start..].find(words).unwrap();
        TextRange::new(at, at + words.len())
    };
    for (entity, words) in [("ann", "Lee"), ("report", "report")] {
        let (entity, range) = (id(entity), place(words));
        let provenance = Provenance::Curated;
        article.mentions.push(Mention {
            entity,
            range,
            provenance,
        });
    }
    article.claims[0].stance = Stance::Denies;
    assert_eq!(check(&article), Ok(()));
    let guessed = ClaimForm::guessed(&article, vec![place("the report is late")]);
    assert_eq!(
        guessed,
        ClaimForm {
            content: vec![place("the report is late")],
            who: Who::Entity(id("ann")),
            cue: Some(place("said")),
            form: Form::Indirect,
            stance: Stance::Denies,
            about: vec![id("report")],
        }
    );
    let alone = ClaimForm::guessed(&article, vec![place("It was hot")]);
    assert_eq!(
        (alone.who, alone.cue, alone.stance),
        (Who::Nobody, None, Stance::States)
    );
    let quoted = ClaimForm::guessed(
        &article,
        vec![range(&article, "No"), range(&article, "not now")],
    );
    assert_eq!(
        quoted,
        ClaimForm {
            about: Vec::new(),
            stance: Stance::Denies,
            ..ClaimForm::of(&article.claims[0])
        }
    );
    let nothing = ClaimForm::guessed(&article, Vec::new());
    assert_eq!(nothing.who, Who::Nobody);
    let nowhere = ClaimForm::guessed(&article, vec![TextRange::new(900, 990)]);
    assert_eq!(nowhere.who, Who::Nobody);
}

#[test]
fn a_claim_is_added_with_its_speaker() {
    let content = vec![range(&article(), "spoke on Monday")];
    let form = ClaimForm::guessed(&article(), content);
    assert_eq!(form.who, Who::Entity(id("ann")));
    assert_eq!(
        after(&form.clone().edit_to_add(&article())),
        ["+c3 ann  states spoke on Monday []"]
    );
    let (name, kind) = ("Bob".to_owned(), EntityKind::Person);
    let new = ClaimForm {
        who: Who::New { name, kind },
        ..form.clone()
    };
    assert_eq!(
        after(&new.edit_to_add(&article())),
        ["+bob person Bob []", "+c3 bob  states spoke on Monday []"]
    );
    let (name, kind) = ("ann lee".to_owned(), EntityKind::Person);
    let known = ClaimForm {
        who: Who::New { name, kind },
        ..form
    };
    assert_eq!(
        after(&known.edit_to_add(&article())),
        ["+c3 ann  states spoke on Monday []"]
    );
}

#[test]
fn a_detected_claim_gets_the_entities_of_the_article() {
    let article = article();
    let theirs = [
        entity("x", EntityKind::Person, "LEE", &[]),
        entity("y", EntityKind::Person, "Bob", &[]),
    ];
    let speaks = |id: &str| {
        let claim = Claim {
            speaker: Speaker::Entity(EntityId::new(id)),
            about: vec![EntityId::new("x"), EntityId::new("y")],
            ..article.claims[0].clone()
        };
        let form = ClaimForm::detected(&article, &claim, &theirs);
        assert_eq!(form.about, [EntityId::new("ann")]);
        form.who
    };
    let (name, kind) = ("Bob".to_owned(), EntityKind::Person);
    assert_eq!(speaks("x"), Who::Entity(id("ann")));
    assert_eq!(speaks("y"), Who::New { name, kind });
    assert_eq!(speaks("z"), Who::Nobody);
}

#[test]
fn a_claim_becomes_what_its_form_says() {
    let article = article();
    let [c1, c2] = &article.claims[..] else {
        panic!("two claims");
    };
    let [no, not_now] = c1.content[..] else {
        panic!("two pieces");
    };
    let form = ClaimForm::of(c1);
    let both = TextRange {
        start: no.start,
        end: not_now.end,
    };
    let monday = range(&article, "Monday");
    for (content, expected) in [
        (vec![no], "No"),
        (vec![not_now], "not now"),
        (vec![both], "No,” Lee said, “not now"),
        (vec![monday], "Monday"),
        (vec![monday, no], "Monday … No"),
        (vec![monday, no, not_now], "Monday … No … not now"),
    ] {
        let form = ClaimForm {
            content,
            ..form.clone()
        };
        let edit = form.edit_to_change(&article, &c1.id).unwrap();
        let changed = after(&edit);
        assert_eq!(changed[1], format!("+c1 ann said states {expected} []"));
    }
    // A detected claim becomes curated even if nothing else changes.
    assert_eq!(
        after(&form.edit_to_change(&article, &c1.id).unwrap())[1],
        "+c1 ann said states No … not now []"
    );
    assert_eq!(ClaimForm::of(c2).edit_to_change(&article, &c2.id), None);
    let changed = ClaimForm {
        who: Who::Nobody,
        cue: None,
        stance: Stance::Denies,
        about: Vec::new(),
        ..ClaimForm::of(c2)
    };
    assert_eq!(
        after(&changed.edit_to_change(&article, &c2.id).unwrap())[1],
        "+c2 ?  denies of rain []"
    );
}

#[test]
fn a_name_is_added_or_becomes_another_name_of_an_entity() {
    let article = article();
    let monday = NameForm::guessed(&article, range(&article, "Monday"));
    assert_eq!(
        (monday.same_as.clone(), monday.name.as_str()),
        (None, "Monday")
    );
    assert_eq!(
        after(&monday.clone().edit_to_add(&article)),
        ["+monday person Monday []", "+monday at Monday"]
    );
    let same = NameForm {
        same_as: Some(id("ann")),
        ..monday
    };
    assert_eq!(
        after(&same.edit_to_add(&article)),
        [
            "-ann person Ann Lee [\"Lee\"]",
            "+ann person Ann Lee [\"Lee\", \"Monday\"]",
            "+ann at Monday"
        ]
    );
    let mut article = article;
    article.mentions.remove(1);
    let lee = NameForm::guessed(&article, range(&article, "Lee"));
    assert_eq!(lee.same_as, Some(id("ann")));
    let edit = lee.edit_to_add(&article);
    assert!(matches!(edit, Edit::AddMention(_)), "{edit:?}");
}

#[test]
fn an_entity_becomes_what_its_form_says() {
    let article = article();
    let ann = &article.entities[0];
    let form = NameForm {
        name: "Anne".to_owned(),
        kind: EntityKind::Other,
        aliases: vec!["Ms Lee".to_owned()],
        wikidata: WikidataId::parse("Q7"),
        ..NameForm::of(ann)
    };
    let edit = form.edit_to_change(&article, &ann.id).unwrap();
    assert_eq!(
        after(&edit),
        [
            "-ann person Ann Lee [\"Lee\"]",
            "-ann at Lee 0.6",
            "+ann other Anne [\"Ms Lee\"]",
            "+ann at Lee"
        ]
    );
    let same = NameForm {
        same_as: Some(id("report")),
        ..NameForm::of(ann)
    };
    let edit = same.edit_to_change(&article, &ann.id).unwrap();
    assert!(after(&edit).contains(&"+report at Ann Lee".to_owned()));
    let bob = entity("bob", EntityKind::Person, "Bob", &[]);
    let mut checked = article;
    apply(&mut checked, &Edit::AddEntity(bob.clone())).unwrap();
    assert_eq!(NameForm::of(&bob).edit_to_change(&checked, &bob.id), None);
}
