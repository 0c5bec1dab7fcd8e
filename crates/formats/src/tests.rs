//! Round trips, and annotations written by other programs.

use super::*;
use ::import::{Severity, article_from_markdown};
use model::{
    Article, Claim, ClaimId, Entity, EntityId, EntityKind, Form, Mention, Provenance, Speaker,
    Stance, TextRange, WikidataId, sort,
};
use proptest::prelude::*;

const TEXT: &str = "---\ntitle: Talk\nlanguage: en\nurl: https://daily.example/a\n---\n\
    Ann Archer met Bob “at last”, Ann said. 𝄞 Bob denied it: “Never,” he said, “not once.”\n\n\
    Officials said that the Accord would hold.";

/// An article with names and claims of every kind.
fn article() -> Article {
    let (mut article, _) = article_from_markdown("a", "a.md", TEXT);
    let text = article.text.clone();
    let at = |words: &str, number: usize| {
        let (start, _) = text.match_indices(words).nth(number).unwrap();
        TextRange::new(start, start + words.len())
    };
    let entity = |id: &str, kind, name: &str, aliases: &[&str], wikidata| Entity {
        id: EntityId::new(id),
        kind,
        name: name.into(),
        aliases: aliases.iter().map(|&alias| alias.into()).collect(),
        wikidata: WikidataId::parse(wikidata),
    };
    article.entities = vec![
        entity("ann", EntityKind::Person, "Ann Archer", &["Ann"], "Q1"),
        entity("bob b&b", EntityKind::Person, "Bob", &[], ""),
        entity("accord", EntityKind::Law, "the Accord", &["Accord"], ""),
    ];
    for (id, words, number, confidence) in [
        ("ann", "Ann Archer", 0, None),
        ("ann", "Ann", 1, None),
        ("bob b&b", "Bob", 0, Some(0.7)),
        ("bob b&b", "Bob", 1, None),
        ("accord", "Accord", 0, None),
    ] {
        article.mentions.push(Mention {
            entity: EntityId::new(id),
            range: at(words, number),
            provenance: confidence.map_or(Provenance::Curated, |confidence| Provenance::Found {
                rule: "".into(),
                confidence,
            }),
        });
    }
    sort(&mut article.mentions, |a, b| a.range.cmp(&b.range));
    let claim = |id: &str, speaker, cue, content, form, stance, about: &[&str]| Claim {
        id: ClaimId::new(id),
        speaker,
        cue,
        content,
        form,
        stance,
        about: about.iter().map(|id| EntityId::new(id)).collect(),
        provenance: Provenance::Curated,
        checked_by: None,
    };
    article.claims = vec![
        claim(
            "c1",
            Speaker::Entity(EntityId::new("ann")),
            Some(at("said", 0)),
            vec![at("at last", 0)],
            Form::Direct,
            Stance::States,
            &["bob b&b"],
        ),
        claim(
            "c2",
            Speaker::Entity(EntityId::new("bob b&b")),
            Some(at("denied", 0)),
            vec![at("Never", 0), at("not once", 0)],
            Form::Direct,
            Stance::Denies,
            &["ann", "accord"],
        ),
        claim(
            "c 3",
            Speaker::Words(at("Officials", 0)),
            Some(at("said", 2)),
            vec![at("the Accord would hold", 0)],
            Form::Indirect,
            Stance::Promises,
            &["accord"],
        ),
        claim(
            "c4",
            Speaker::Unnamed,
            None,
            vec![at("met Bob", 0)],
            Form::Mixed,
            Stance::Asks,
            &[],
        ),
    ];
    if let Some(claim) = article.claims.get_mut(1) {
        claim.provenance = Provenance::Found {
            confidence: 0.25,
            rule: "".into(),
        };
    }
    article
}

fn bare(article: &Article) -> Article {
    let mut bare = article.clone();
    bare.entities.clear();
    bare.mentions.clear();
    bare.claims.clear();
    bare
}

fn errors(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .collect()
}

#[test]
fn annotations_survive_a_round_trip() {
    let article = article();
    for format in [Format::W3c, Format::Brat, Format::Json] {
        let (written, told) = export(format, &article);
        assert!(errors(&told).is_empty(), "{told:?}");
        let mut again = bare(&article);
        let diagnostics = read_beside(
            &mut again,
            &format!("a{}", format.ending()),
            written.as_bytes(),
            None,
        );
        // A claim without a speaker causes a diagnostic on every reading.
        let told = diagnostics
            .iter()
            .filter(|diagnostic| !diagnostic.place.path().ends_with("speaker"));
        assert_eq!(told.count(), 0, "{format:?}: {diagnostics:?}\n{written}");
        let mut expected = article.clone();
        // brat lists entities in the order in which the text names them.
        expected.entities.sort_by_key(|entity| entity.id.clone());
        again.entities.sort_by_key(|entity| entity.id.clone());
        assert_eq!(again, expected, "{format:?}\n{written}");
    }
}

#[test]
fn an_article_survives_a_round_trip_with_all_annotations() {
    let article = article();
    let (written, told) = export(Format::Article, &article);
    assert_eq!(told, []);
    let (articles, diagnostics) = open(&[("a.json", written.as_bytes())]);
    assert!(
        diagnostics
            .iter()
            .all(|diagnostic| diagnostic.place.path() == "claims[3].speaker"),
        "{diagnostics:?}"
    );
    assert_eq!(articles, [article]);
}

#[test]
fn names_survive_a_round_trip_through_displacy() {
    let article = article();
    let (written, told) = export(Format::Displacy, &article);
    assert_eq!(told.len(), 3, "{told:?}");
    let mut again = bare(&article);
    let diagnostics = read_beside(&mut again, "a.json", written.as_bytes(), None);
    assert_eq!(diagnostics, []);
    let places = |article: &Article| -> Vec<_> {
        article
            .mentions
            .iter()
            .map(|mention| (mention.range, article.entity(&mention.entity).unwrap().kind))
            .collect()
    };
    assert_eq!(places(&again), places(&article));
    assert_eq!(again.entities.len(), 3);
    assert!(again.entity(&EntityId::new("bob b&b")).is_some());
}

#[test]
fn losses_are_reported() {
    let article = article();
    for (format, words) in [
        (Format::SchemaOrg, "stances"),
        (Format::CsvClaims, "mentions"),
        (Format::CsvMentions, "claims"),
        (Format::Markdown, "notes"),
        (Format::Displacy, "aliases"),
        (Format::Brat, "offsets"),
        (Format::Text, "mentions"),
    ] {
        let told = losses(format, &article);
        assert!(
            told.iter()
                .any(|diagnostic| diagnostic.what().contains(words)),
            "{format:?}: {told:?}"
        );
    }
    assert_eq!(losses(Format::Json, &article), []);
    let mut more = article.clone();
    more.mentions.clear();
    assert!(losses(Format::W3c, &more).len() == 2);
}

#[test]
fn corrections_and_who_checked_a_claim_are_kept() {
    let mut article = article();
    article.claims[0].checked_by = Some("Bo".into());
    article.corrections = vec![model::Correction {
        range: article.claims[0].content[0],
        original: "Other words".to_owned(),
    }];
    let (written, told) = export(Format::Json, &article);
    assert!(errors(&told).is_empty(), "{told:?}");
    let mut again = bare(&article);
    read_beside(&mut again, "a.annotations.json", written.as_bytes(), None);
    assert_eq!(again, article);
    let (written, _) = export(Format::Article, &article);
    let (articles, _) = open(&[("a.json", written.as_bytes())]);
    assert_eq!(articles, [article.clone()]);
    let told = losses(Format::Text, &article);
    let is_told = |it: &Diagnostic| it.what().contains("words of the original");
    assert!(told.iter().any(is_told), "{told:?}");
}

#[test]
fn tables_and_notes_contain_the_claims() {
    let article = article();
    let (claims, _) = export(Format::CsvClaims, &article);
    let second = claims.lines().nth(2).unwrap();
    assert_eq!(
        second,
        "c2,Bob,bob b&b,direct,denies,denied,Never […] not once,Ann Archer; the Accord,ann; accord,58,84,58–63; 76–84,found,0.25,a,Talk,https://daily.example/a"
            .replace("Ann Archer; the Accord", "\"Ann Archer; the Accord\"")
            .replace("ann; accord", "\"ann; accord\"")
            .replace("58–63; 76–84", "\"58–63; 76–84\"")
    );
    assert_eq!(claims.lines().count(), 5);
    let (mentions, _) = export(Format::CsvMentions, &article);
    assert!(
        mentions.contains("ann,Ann Archer,person,Q1,Ann Archer,0,10,curated,,a\r\n"),
        "{mentions}"
    );
    let (markdown, _) = export(Format::Markdown, &article);
    assert!(markdown.contains("“not once[^2].”"), "{markdown}");
    assert!(
        markdown.contains("[^2]: Bob denies (direct, “denied”): Never […] not once")
            || markdown.contains("[^2]: Bob denies (direct, “denied”): Never \\[…\\] not once"),
        "{markdown}"
    );
}

#[test]
fn marks_of_words_that_were_changed_are_moved_to_be_checked() {
    let text = "“We have waited for eleven years,” Ann Lee told the council. It rained.";
    let hypothesis = r#"{"client_version": "1.1400.0", "annotations": [
        {"tags": ["person"], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "Ann Leigh"}, {"type": "TextPositionSelector", "start": 30, "end": 39}]}]},
        {"tags": ["claim"], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "We had waited for ten years", "prefix": "“"}]}]},
        {"tags": ["claim"], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "The sun shone everywhere"}]}]}]}"#;
    let brat = "T1\tPerson 30 39\tAnn Leigh\nT2\tQuotation 1 27\tWe had waited for ten years\nT3\tQuotation 50 74\tThe sun shone everywhere\n";
    let own = r#"{"version": 1, "entities": [{"id": "ann", "name": "Ann Lee", "mentions": ["Ann Leigh"]}], "claims": [
        {"id": "c1", "speaker": "ann", "content": ["We had waited for ten years"]},
        {"id": "c2", "speaker": "ann", "content": ["The sun shone everywhere"]}]}"#;
    for (name, file) in [("a.json", hypothesis), ("a.ann", brat), ("a.json", own)] {
        let (mut articles, told) = open(&[("a.txt", text.as_bytes()), (name, file.as_bytes())]);
        let article = articles.remove(0);
        let [mention] = article.mentions.as_slice() else {
            panic!("one mention of {file}: {told:?}");
        };
        assert_eq!(article.words(mention.range), "Ann Lee");
        assert_eq!(mention.provenance.was(), Some("Ann Leigh"));
        let [claim] = article.claims.as_slice() else {
            panic!("one claim of {file}: {told:?}");
        };
        assert_eq!(
            article.words(claim.content[0]),
            "We have waited for eleven years"
        );
        assert_eq!(claim.provenance.was(), Some("We had waited for ten years"));
        assert!(errors(&told).len() > 2, "{told:?}");
    }
}

#[test]
fn a_position_alone_has_the_words_of_its_place() {
    let position = r#"[{"type":"Annotation","body":[{"type":"TextualBody","purpose":"tagging","value":"person"}],"target":{"selector":{"type":"TextPositionSelector","start":0,"end":10}}}]"#;
    let mut article = bare(&article());
    read_beside(&mut article, "p.json", position.as_bytes(), None);
    let mention = article.mentions.first().unwrap();
    assert_eq!(article.words(mention.range), article.entities[0].name);
}

#[test]
fn annotations_of_other_programs_are_read() {
    let recogito = r##"[{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","id":"#1",
        "body":[{"type":"TextualBody","value":"Person","purpose":"tagging"},{"type":"SpecificResource","purpose":"identifying","source":"https://www.wikidata.org/wiki/Q42"}],
        "target":{"selector":[{"type":"TextQuoteSelector","exact":"Bob"},{"type":"TextPositionSelector","start":43,"end":46}]}},
        {"type":"Annotation","body":{"type":"TextualBody","value":"I doubt it","purpose":"commenting"},"target":{"selector":{"type":"TextQuoteSelector","exact":"Never"}}},
        {"type":"Annotation","body":"Person","target":{"selector":{"type":"TextQuoteSelector","exact":"Nobody"}}},
        {"type":"Annotation","body":"claim","target":[{"selector":{"type":"TextQuoteSelector","exact":"the Accord would hold"}}]}]"##;
    let hypothesis = r#"{"client_version":"1.1400.0","annotations":[{"tags":["person"],"text":"","target":[{"selector":[{"type":"TextQuoteSelector","exact":"Bob","prefix":"Ann Archer met ","suffix":" Baker"}]}]},
        {"tags":["claim"],"text":"","target":[{"selector":[{"type":"TextQuoteSelector","exact":"the Accord would hold"}]}]}]}"#;
    let spacy = "{\"text\":\"Ann Archer met Bob\",\"ents\":[{\"start\":0,\"end\":10,\"label\":\"PERSON\",\"kb_id\":\"Q1\"},{\"start\":15,\"end\":18,\"label\":\"ALIEN\"},{\"start\":5,\"end\":2,\"label\":\"ORG\"}]}";
    let spans = r#"{"text":"Ann Archer met Bob","tokens":["Ann","Archer","met","Bob"],"spans":[{"start_token":0,"end_token":2,"label":"PER"},{"start_token":3,"end_token":9,"label":"PER"}]}"#;
    let citron = r#"{"quotes":[{"sources":[{"start":0,"end":0,"text":"x"}],"cue":{"start":30,"end":36,"text":"denied"},"contents":[{"start":1,"end":6,"text":"Never"},{"start":1,"end":9,"text":"not once"}],"coreferences":[],"confidence":0.9},
        {"sources":[{"start":88,"end":97,"text":"Officials"}],"contents":[{"start":3,"end":9,"text":"the Accord would hold"}]},{"sources":[],"contents":[{"start":1,"end":4,"text":"nothing"}]}]}"#;
    let brat = "T1\tPerson 0 3;4 10\tAnn Archer\nT2\tPer 15 18\tBob\nT3\tCue 42 48\tdenied\nT4\tQuotation 50 55\tNever\nR1\tSpeaker Arg1:T4 Arg2:T2\nA1\tDenies T4\n#1\tAnnotatorNotes T4\tlook again\nT9\tbroken\n";
    for (name, file, counts, told) in [
        ("r.json", recogito, (1, 1, 1), 2),
        ("h.json", hypothesis, (1, 1, 1), 0),
        ("s.json", spacy, (2, 2, 0), 2),
        ("t.json", spans, (1, 1, 0), 1),
        ("c.json", citron, (0, 0, 2), 3),
        ("b.ann", brat, (2, 3, 1), 2),
        ("x.json", "{}", (0, 0, 0), 1),
        ("x.json", "{", (0, 0, 0), 1),
        ("x.ann", "", (0, 0, 0), 0),
    ] {
        let mut article = bare(&article());
        let diagnostics = read_beside(&mut article, name, file.as_bytes(), None);
        let found = (
            article.entities.len(),
            article.mentions.len(),
            article.claims.len(),
        );
        assert_eq!(
            (found, diagnostics.len()),
            (counts, told),
            "{name}: {diagnostics:#?}\n{:?}",
            article.mentions
        );
    }
    let mut article = bare(&article());
    read_beside(&mut article, "r.json", recogito.as_bytes(), None);
    assert_eq!(article.mentions[0].range.start, 49, "the nearer of two");
    assert_eq!(article.entities[0].wikidata, WikidataId::parse("Q42"));
}

#[test]
fn files_are_matched_by_their_names() {
    let raw = "A first line as title\r\n\r\nAnn met\r\nBob. Then Bob left; Bob is gone.";
    let ann = "T1\tPerson 41 44\tBob\nT2\tPerson 51 54\tBob\n";
    let w3c = r#"[{"type":"Annotation","body":"Person","target":{"source":"https://daily.example/a","selector":{"type":"TextQuoteSelector","exact":"Ann"}}}]"#;
    let displacy =
        r#"{"text":"Title\n\nAnn met Bob.","ents":[{"start":7,"end":10,"label":"PER"}]}"#;
    let (articles, diagnostics) = open(&[
        ("x.ann", ann.as_bytes()),
        ("dir/x.txt", raw.as_bytes()),
        ("anno.json", w3c.as_bytes()),
        ("y.md", TEXT.as_bytes()),
        ("z.json", displacy.as_bytes()),
        ("lost.ann", ann.as_bytes()),
        ("x.txt", b"Another\n\none"),
    ]);
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["x", "y", "x-2", "z"]);
    let words = |number: usize| -> Vec<(u32, &str)> {
        let article: &Article = &articles[number];
        article
            .mentions
            .iter()
            .map(|mention| (mention.range.start, article.words(mention.range)))
            .collect()
    };
    assert_eq!(words(0), [(41, "Bob"), (51, "Bob")], "{diagnostics:#?}");
    assert_eq!(words(1).len(), 1);
    assert_eq!(words(3), [(0, "Ann")]);
    assert!(
        diagnostics
            .iter()
            .any(|diagnostic| diagnostic.file == "lost.ann"),
        "{diagnostics:#?}"
    );
}

proptest! {
    #[test]
    fn any_annotation_file_can_be_read(text in "[\\[\\]{}:,\"TEARN#*0-9;\t\na-e .]{0,120}") {
        for name in ["a.ann", "a.json"] {
            let mut article = bare(&article());
            read_beside(&mut article, name, text.as_bytes(), None);
            prop_assert!(article.mentions.iter().all(|mention| !mention.range.is_empty()));
        }
    }

    #[test]
    fn any_annotations_survive_a_round_trip(marks in proptest::collection::vec((0usize..150, 1usize..14, 0usize..3, 0u8..4), 0..10)) {
        let mut marked = article();
        marked.claims.clear();
        marked.mentions.clear();
        let text = marked.text.clone();
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (start, length, entity, kind) in marks {
            let start = start.min(cuts.len() - 2);
            let range = TextRange::new(cuts[start], cuts[(start + length).min(cuts.len() - 1)]);
            let words = range.of(&text);
            if words.trim() != words || words.contains('\n') || words.is_empty() { continue; }
            let id = marked.entities[entity].id.clone();
            let provenance = if kind == 1 { Provenance::Found { confidence: 0.4, rule: "".into() } } else { Provenance::Curated };
            let mention = Mention { entity: id.clone(), range, provenance: provenance.clone() };
            if kind < 3 {
                if !marked.mentions.iter().any(|other| other.range == range && other.entity == id) { marked.mentions.push(mention); }
            } else {
                let id = format!("c{}", marked.claims.len());
                marked.claims.push(Claim { id: ClaimId::new(&id), speaker: Speaker::Unnamed, cue: None, content: vec![range], form: Form::Direct, stance: Stance::Warns, about: vec![], provenance, checked_by: None });
            }
        }
        let order = |article: &mut Article| {
            article.mentions.sort_by_key(|mention| (mention.range.start, std::cmp::Reverse(mention.range.end), mention.entity.clone()));
            article.entities.sort_by_key(|entity| entity.id.clone());
        };
        order(&mut marked);
        let named: Vec<EntityId> = marked.mentions.iter().map(|mention| mention.entity.clone()).collect();
        for format in [Format::W3c, Format::Brat, Format::Json] {
            let (written, _) = export(format, &marked);
            let mut again = bare(&marked);
            read_beside(&mut again, &format!("a{}", format.ending()), written.as_bytes(), None);
            order(&mut again);
            let mut expected = marked.clone();
            if format != Format::Json {
                expected.entities.retain(|entity| named.contains(&entity.id));
            }
            prop_assert_eq!(&again.mentions, &expected.mentions, "{:?} {}", format, written);
            prop_assert_eq!(&again.claims, &expected.claims, "{:?} {}", format, written);
            prop_assert_eq!(&again.entities, &expected.entities, "{:?} {}", format, written);
        }
    }
}

#[test]
fn a_text_with_annotations_keeps_its_first_line() {
    let text = "Ann Lee left\n\nIt was late.";
    let marks = "T1\tPER 0 7\tAnn Lee\n";
    let files: [(&str, &[u8]); 2] = [("a.txt", text.as_bytes()), ("a.ann", marks.as_bytes())];
    let (articles, diagnostics) = open(&files);
    assert_eq!(
        articles[0].text, "Ann Lee left\n\nIt was late.",
        "{diagnostics:?}"
    );
    assert_eq!(articles[0].mentions.len(), 1);
    let (articles, _) = open(&[files[0], ("marks.ann", marks.as_bytes())]);
    assert_eq!(articles[0].mentions.len(), 1);
    let (articles, _) = open(&files[..1]);
    assert_eq!(articles[0].metadata.title, "Ann Lee left");
}

#[test]
fn endnotes_give_origin_and_confidence() {
    let (mut article, _) =
        ::import::article_from_markdown("x", "x.md", "“It is so,” Ann Lee said.");
    annotate::annotate(&mut article, None);
    let (written, _) = export(Format::Markdown, &article);
    assert!(
        written.contains(" — found by the program, 95% sure"),
        "{written}"
    );
}
