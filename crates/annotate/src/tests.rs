//! The whole annotator: the bundled article, bad input, other languages.

use super::*;
use proptest::prelude::*;

fn weights() -> Tagger {
    Tagger::load(include_bytes!("../../../weights/ner.bin")).unwrap()
}

/// Checks that every range is within the text on code point boundaries, and every id is
/// known.
fn check(text: &str, found: &Annotations) {
    let fits = |range: TextRange| {
        !range.is_empty() && text.get(range.start as usize..range.end as usize).is_some()
    };
    let known = |id: &EntityId| found.entities.iter().any(|entity| entity.id == *id);
    for mention in &found.mentions {
        assert!(fits(mention.range) && known(&mention.entity), "{mention:?}");
    }
    for claim in &found.claims {
        assert!(claim.content.iter().all(|range| fits(*range)), "{claim:?}");
        assert!(claim.cue.is_none_or(fits), "{claim:?}");
        assert!(claim.about.iter().all(known), "{claim:?}");
    }
    assert_eq!(found.claims.len(), found.speakers.len());
}

#[test]
fn names_become_entities_and_speakers() {
    let text = "Foreign Ministry spokesman Guo Jiakun spoke on Wednesday. “It rained,” Guo said.\n\
                “It stopped,” he added. Beijing said it was dry.\n\
                The European Commission met. The commission said that it was over.";
    let found = annotate_text(text, Date::parse("2026-01-22"), Some(&weights()));
    check(text, &found);
    let entity = |name: &str| {
        let entity = found.entities.iter().find(|entity| entity.name == name);
        entity
            .unwrap_or_else(|| panic!("{name}: {:?}", found.entities))
            .clone()
    };
    let guo = entity("Guo Jiakun");
    assert_eq!(
        (guo.kind, guo.aliases),
        (EntityKind::Person, vec!["Guo".to_owned()])
    );
    assert_eq!(entity("Beijing").kind, EntityKind::Organisation);
    assert_eq!(entity("21 January 2026").aliases, ["Wednesday"]);
    assert_eq!(entity("European Commission").aliases, ["The commission"]);
    let speakers: Vec<_> = found
        .claims
        .iter()
        .map(|claim| match &claim.speaker {
            Speaker::Entity(id) => id.as_str(),
            _ => "",
        })
        .collect();
    assert_eq!(
        speakers,
        ["guo-jiakun", "guo-jiakun", "beijing", "european-commission"]
    );
    let sure = |number: usize| match &found.claims[number].provenance {
        Provenance::Found { confidence, .. } => *confidence,
        Provenance::Curated => 2.0,
    };
    assert!(sure(1) < sure(0), "a pronoun is less sure than a name");
}

#[test]
fn a_spokesman_is_not_the_body_he_speaks_for() {
    let text = "Ann Lee left. A spokesman for the Department for Culture, Media and Sport said \
                it was late. A spokesman for Media and Ann Lee said it was dry.";
    let found = annotate_text(text, None, Some(&weights()));
    assert_eq!(found.claims.len(), 2);
    for claim in &found.claims {
        assert!(
            matches!(claim.speaker, Speaker::Words(_)),
            "{:?}",
            found.entities
        );
    }
}

#[test]
fn speakers_of_a_transcript_are_persons_with_their_usual_names() {
    let text = "IRENE CALDER: It rained.\nQUESTION: All day?\nTOM O'REYES: No.\nIRENE CALDER: Yes, it did.";
    let found = annotate_text(text, None, Some(&weights()));
    check(text, &found);
    let names: Vec<&str> = found.entities.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Irene Calder", "Tom O'Reyes"]);
    let speakers: Vec<_> = found
        .claims
        .iter()
        .map(|claim| claim.speaker.clone())
        .collect();
    let [calder, reyes] =
        ["irene-calder", "tom-o-reyes"].map(|id| Speaker::Entity(EntityId::new(id)));
    assert_eq!(speakers, [calder.clone(), reyes, calder]);
}

#[test]
fn an_office_that_speaks_in_a_transcript_is_no_person() {
    let text = "THE PRESIDENT: It rained.\nQ: All day?\nTHE PRESIDENT: Yes, it did.";
    let found = annotate_text(text, None, Some(&weights()));
    check(text, &found);
    assert_eq!(found.entities, []);
    let speakers: Vec<_> = found
        .speakers
        .iter()
        .flatten()
        .map(|words| words.of(text))
        .collect();
    assert_eq!(speakers, ["THE PRESIDENT", "THE PRESIDENT"]);
}

#[test]
fn only_persons_exclude_their_titles() {
    let text = "General Motors said it was late. The Justice Department denied it. General Ann \
                Lee left.";
    let found = annotate_text(text, None, Some(&weights()));
    let names: Vec<&str> = found.entities.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["General Motors", "Justice Department", "Ann Lee"]);
}

#[test]
fn descriptions_and_pronouns_refer_to_introduced_persons() {
    for (text, speaker) in [
        (
            "Ann Lee, the mayor, was there. The mayor said it was late.",
            Some("Ann Lee"),
        ),
        (
            "Mayor Ann Lee was there. The mayor said it was late.",
            Some("Ann Lee"),
        ),
        (
            "Ann Lee, 45, the mayor, was there. The mayor said it was late.",
            Some("Ann Lee"),
        ),
        ("Ann Lee left on Monday. The court said it was late.", None),
        (
            "Ann Lee visited the president in May. The president said it was late.",
            None,
        ),
        (
            "Ann Lee, the firm's head, left. The firm said it was late.",
            None,
        ),
        (
            "Ann Lee said it was late. Bob Kim arrived. He said it was dry.",
            Some("Bob Kim"),
        ),
        (
            "Ann Lee told Bob Kim it was late. She said it was dry.",
            Some("Ann Lee"),
        ),
        (
            "The firm's chairwoman, Ann Lee, left. The chairwoman said it was late.",
            Some("Ann Lee"),
        ),
        (
            "Ann Lee (58), chairwoman of it, left. The chairwoman said it was late.",
            Some("Ann Lee"),
        ),
        ("Ann Lee and Bob Kim said it was late.", None),
        (
            "The environment minister, Ann Lee, said it was late.",
            Some("Ann Lee"),
        ),
        (
            "Ann Lee's lawyer, Bob Kim, said it was late.",
            Some("Bob Kim"),
        ),
        (
            "Ann Lee said it was late. A human rights expert praised the plan and said he liked it.",
            None,
        ),
        (
            "Ann Lee said it was late. The firm's chairman, Bob Kim, left. He said it was dry.",
            Some("Bob Kim"),
        ),
        ("The crew of Captain Ann Lee said it was late.", None),
        (
            "Bob Kim left early. Ms. Lee said it was late, and he said it was dry.",
            Some("Bob Kim"),
        ),
        (
            "Bob Kim arrived. Ann Lee said she was late. She said it rains. He said it was dry.",
            Some("Bob Kim"),
        ),
        ("A report by Ann Lee said it was late.", Some("Ann Lee")),
        (
            "A statement issued by President Ann Lee in Rome said it was late.",
            Some("Ann Lee"),
        ),
        ("A letter seen by Ann Lee said it was late.", None),
        (
            "They read an interview with Ann Lee, who said it was late.",
            Some("Ann Lee"),
        ),
        (
            "According to the team's coach, Ann Lee, it was late.",
            Some("Ann Lee"),
        ),
    ] {
        let found = annotate_text(text, None, Some(&weights()));
        let last = found.claims.last().unwrap();
        let named = match &last.speaker {
            Speaker::Entity(id) => {
                let entity = found.entities.iter().find(|entity| entity.id == *id);
                entity.map(|entity| entity.name.as_str())
            }
            _ => None,
        };
        assert_eq!(named, speaker, "{text}");
    }
}

#[test]
fn other_languages_are_reported() {
    for text in [
        "中国外交部发言人郭嘉昆表示：“这严重违反市场原则和公平竞争规则。”2026年1月22日，他在例行记者会上说。",
        "قال المتحدث باسم وزارة الخارجية إن “هذا ينتهك مبادئ السوق بشكل خطير” في 2026-01-22 خلال المؤتمر الصحفي.",
        "Der Sprecher sagte am 22.1.2026: „Das verletzt die Regeln des Marktes sehr schwer“, und ging dann mit den anderen nach Hause.",
    ] {
        let found = annotate_text(text, None, Some(&weights()));
        check(text, &found);
        assert_eq!(found.limitation, Some(Limitation::NotEnglish), "{text}");
        assert!(
            found
                .entities
                .iter()
                .all(|entity| entity.kind == EntityKind::Date),
            "{found:?}"
        );
        assert_eq!(found.claims.len(), 1, "{text}: {:?}", found.claims);
    }
}

#[test]
fn bad_input_takes_linear_time() {
    let tagger = weights();
    for part in [
        "",
        "“",
        "\"",
        "a",
        "A",
        "He said ",
        "“He said ",
        "X, ",
        "said, ",
        "(",
        "1",
        "$1 ",
        "\n",
        ". ",
        "according to ",
        "The Act of ",
        "“a” ",
        "that X said ",
        "中",
        "A.",
        "-",
        "'",
        " ‘a",
        "hundred ",
        "thousands of ",
        "hundred million billion ",
        "www.",
        "D-Ab, N.Y., ",
        "The Ab reported ",
        "AB, Ab - he left.\n",
        "Ab & Bc, ",
        "AB: it is late.\n",
        "“A b.” Ann said. ",
        "Ann denounced the plan of the ",
        "Ann, Bob and ",
        "''a'' ``b'' ,,c'' ",
        "ab.",
        "Mr. Bàáâãäå said it. ",
    ] {
        let text = part.repeat(20_000 / part.len().max(1));
        check(&text, &annotate_text(&text, None, Some(&tagger)));
    }
}

/// The number of tokens that the rules examine in a repeated text.
fn looks_at(part: &str, times: usize) -> u64 {
    let text = part.repeat(times);
    let before = document::LOOKS.get();
    let _ = annotate_text(&text, None, None);
    document::LOOKS.get() - before
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_read(text in "(\\PC|[“”\"'‘’.,:;$\n ]|said |He |that |on |Monday |Act ){0,60}") {
        check(&text, &annotate_text(&text, Date::parse("2026-01-22"), None));
    }

    /// Four times the text takes at most five times the work, whatever it contains.
    #[test]
    fn work_grows_linearly_with_the_text(
        part in "([“”\"'‘’«».,:;()–\n ]|a |A |He |said |X, |that |according to |who |1 |hundred |thousands of |million |\\. ){1,24}",
    ) {
        let (once, four) = (looks_at(&part, 400), looks_at(&part, 1600));
        prop_assert!(four <= 5 * once + 1000, "{four} looks for {once}: {part:?}");
    }
}
