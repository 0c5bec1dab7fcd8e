//! Small TEI files.

use super::*;
use crate::file::read;
use model::{BlockKind, Form, InlineStyle, Speaker};

fn tei(header: &str, text: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>{header}</fileDesc></teiHeader><text xml:lang=\"en-GB\"><body>{text}</body></text></TEI>"
    )
}

fn one(text: &str) -> Article {
    let (mut articles, told) = read(
        "a.xml",
        tei("<titleStmt><title>Head</title></titleStmt>", text).as_bytes(),
    );
    assert_eq!(articles.len(), 1, "{told:?}");
    articles.remove(0)
}

/// Each claim as "speaker: words | words".
fn claims(article: &Article) -> Vec<String> {
    let claims = article.claims.iter().map(|claim| {
        let speaker = match &claim.speaker {
            Speaker::Entity(id) => article.entity(id).map_or("?", |entity| &entity.name),
            Speaker::Words(_) | Speaker::Unnamed => "nobody",
        };
        let content = claim.content.iter().map(|range| range.of(&article.text));
        format!("{speaker}: {}", content.collect::<Vec<_>>().join(" | "))
    });
    claims.collect()
}

/// Each entity as "kind name (mentions)".
fn entities(article: &Article) -> Vec<String> {
    let entities = article.entities.iter().map(|entity| {
        let mentions = article.mentions.iter().filter(|it| it.entity == entity.id);
        let words: Vec<&str> = mentions.map(|it| it.range.of(&article.text)).collect();
        format!(
            "{} {} ({})",
            entity.kind.as_str(),
            entity.name,
            words.join(", ")
        )
    });
    entities.collect()
}

#[test]
fn the_header_describes_the_text() {
    let header = "<titleStmt><title type=\"sub\">A report</title><title>Ferry line</title><author><persName>Ann Lee</persName></author><author>Tom Hale</author></titleStmt><publicationStmt><publisher>The Observer</publisher><date when=\"2025-05-14\">yesterday</date><idno type=\"URL\">https://a.example/ferry</idno><availability><licence target=\"https://b.example/by\"/></availability></publicationStmt><sourceDesc><p>Born digital</p></sourceDesc>";
    let file = tei(header, "<head>Ferry line</head><p>It rains.</p>");
    let (articles, told) = read("a.xml", file.as_bytes());
    let Article { metadata, text, .. } = &articles[0];
    assert_eq!(metadata.title, "Ferry line");
    assert_eq!(metadata.author.as_deref(), Some("Ann Lee, Tom Hale"));
    assert_eq!(metadata.source.as_deref(), Some("The Observer"));
    assert_eq!(metadata.published.unwrap().to_string(), "2025-05-14");
    let url = metadata.url.as_ref().map(WebUrl::as_str);
    assert_eq!(url, Some("https://a.example/ferry"));
    assert_eq!(metadata.licence.as_deref(), Some("https://b.example/by"));
    assert_eq!(metadata.language, "en-GB");
    assert_eq!(text, "It rains.");
    assert_eq!(told, []);
}

#[test]
fn a_heading_is_the_title_if_the_header_has_none() {
    for (text, title, words) in [
        (
            "<div><head>Ferry</head><p>It rains.</p></div>",
            "Ferry",
            "It rains.",
        ),
        ("<head>Ferry</head>", "a", "Ferry"),
        ("<p>It rains.</p>", "a", "It rains."),
    ] {
        let (articles, _) = read("a.xml", tei("", text).as_bytes());
        assert_eq!(articles[0].metadata.title, title, "{text}");
        assert_eq!(articles[0].text, words, "{text}");
    }
}

#[test]
fn the_printed_source_counts_before_the_file() {
    let header = "<titleStmt><title>Ferry</title></titleStmt><publicationStmt><publisher>An archive</publisher><date when=\"2015\"/></publicationStmt><sourceDesc><bibl><author>Ann Lee</author><title level=\"j\">The Observer</title><date when=\"1905-03-02\"/><ptr target=\"https://a.example/1905\"/></bibl></sourceDesc>";
    let (articles, _) = read("a.tei", tei(header, "<p>It rains.</p>").as_bytes());
    let metadata = &articles[0].metadata;
    assert_eq!(metadata.source.as_deref(), Some("The Observer"));
    assert_eq!(metadata.published.unwrap().to_string(), "1905-03-02");
    assert_eq!(metadata.author.as_deref(), Some("Ann Lee"));
    assert!(metadata.url.is_some());
}

#[test]
fn marked_names_are_mentions_of_entities() {
    for (text, expected) in [
        (
            "<p><persName ref=\"#lee\">Lee</persName> met <persName ref=\"#lee\">Ann Lee</persName>, <rs ref=\"#lee\">the mayor</rs>.</p>",
            vec!["person Ann Lee (Lee, Ann Lee, the mayor)"],
        ),
        (
            "<p><persName xml:id=\"p1\">Ann Lee</persName> and <persName>Ann\n Lee</persName> of <placeName>Marlow</placeName> for <orgName>the Board</orgName>.</p>",
            vec![
                "person Ann Lee (Ann Lee, Ann Lee)",
                "place Marlow (Marlow)",
                "organisation the Board (the Board)",
            ],
        ),
        (
            "<p><name type=\"place\">Marlow</name>, <rs type=\"person\">a clerk</rs> and <name>x</name></p>",
            vec![
                "place Marlow (Marlow)",
                "person a clerk (a clerk)",
                "other x (x)",
            ],
        ),
        (
            "<p><orgName>Board of <placeName>Marlow</placeName></orgName></p>",
            vec![
                "organisation Board of Marlow (Board of Marlow)",
                "place Marlow (Marlow)",
            ],
        ),
    ] {
        assert_eq!(entities(&one(text)), expected, "{text}");
    }
}

#[test]
fn marked_speech_is_a_claim_of_its_speaker() {
    let irene = "<persName xml:id=\"c\">Irene Calder</persName>";
    for (text, expected) in [
        (
            format!("<p><said who=\"#c\">We have waited</said>, said {irene}.</p>"),
            vec!["Irene Calder: We have waited"],
        ),
        (
            format!("<p><q who=\"#c\">“We waited,”</q> said {irene}. <q>So</q> <quote>it</quote> was.</p>"),
            vec!["Irene Calder: We waited,"],
        ),
        (
            format!("<p><said who=\"#c\" xml:id=\"s1\" next=\"#s2\">We</said>, said {irene}, <said who=\"#c\" xml:id=\"s2\">waited</said>.</p>"),
            vec!["Irene Calder: We | waited"],
        ),
        (
            format!("<p>{irene}:</p><said who=\"#c\"><p>One.</p><p>Two.</p></said>"),
            vec!["Irene Calder: One. | Two."],
        ),
        (
            "<p><said who=\"Tom Hale\">No.</said> Tom Hale left.</p>".to_owned(),
            vec!["Tom Hale: No."],
        ),
        (
            "<p><said toWhom=\"#x\">No.</said> <said who=\"#x\">Yes.</said></p>".to_owned(),
            vec!["nobody: No.", "nobody: Yes."],
        ),
        (
            "<sp><speaker>ANN LEE.</speaker><p>It rains.</p><stage>Laughter.</stage><p>Still.</p></sp>".to_owned(),
            vec!["ANN LEE: It rains. | Still."],
        ),
    ] {
        assert_eq!(claims(&one(&text)), expected, "{text}");
    }
    let reported = one("<p><said direct=\"false\" who=\"Ann\">that it rains</said></p>");
    assert_eq!(reported.claims[0].form, Form::Indirect);
}

#[test]
fn people_are_known_from_lists() {
    let header = "<titleStmt><title>Debate</title></titleStmt></fileDesc><profileDesc><particDesc><listPerson><person xml:id=\"c\"><persName><forename>Irene</forename> <surname>Calder</surname></persName><idno>https://www.wikidata.org/wiki/Q42</idno></person></listPerson></particDesc></profileDesc><fileDesc>";
    let file = tei(
        header,
        "<u who=\"#c\"><seg>One.</seg> <seg>Two.</seg></u><p>Irene Calder left.</p>",
    );
    let (articles, _) = read("a.xml", file.as_bytes());
    let article = &articles[0];
    assert_eq!(claims(article), ["Irene Calder: One. Two."]);
    assert_eq!(entities(article), ["person Irene Calder (Irene Calder)"]);
    assert_eq!(
        article.entities[0].wikidata.as_ref().unwrap().to_string(),
        "Q42"
    );
}

#[test]
fn blocks_and_versions_are_read() {
    let article = one(
        "<div><head>One <hi rend=\"bold\">part</hi></head><p>Deter<lb break=\"no\"/>mined <choice><sic>teh</sic><corr>the</corr></choice> <del>old </del><add>new</add> <ref target=\"https://a.example/\">line</ref><note>A note.</note>.<pb/>Next.</p><div><head>Deep</head><list><item>a</item><item><p>b</p></item></list><lg><l>Rain,</l><l>rain.</l></lg><table><row><cell>x</cell><cell><p>y</p></cell></row></table><quote><p>Said.</p></quote></div></div>",
    );
    let blocks: Vec<(BlockKind, &str)> = article
        .blocks
        .iter()
        .map(|block| (block.kind, block.range.of(&article.text)))
        .collect();
    assert_eq!(
        blocks,
        [
            (BlockKind::Heading(2), "One part"),
            (BlockKind::Paragraph, "Determined the new line. Next."),
            (BlockKind::Heading(3), "Deep"),
            (BlockKind::ListItem, "a"),
            (BlockKind::ListItem, "b"),
            (BlockKind::Paragraph, "Rain,\nrain."),
            (BlockKind::Paragraph, "x | y"),
            (BlockKind::Quote, "Said."),
        ]
    );
    let link = &article.blocks[1].inlines[0];
    assert!(matches!(link.style, InlineStyle::Link(_)));
    assert_eq!(link.range.of(&article.text), "line");
}

#[test]
fn a_corpus_has_several_texts_and_damage_is_reported() {
    let text = |title: &str| {
        format!(
            "<TEI><teiHeader><titleStmt><title>{title}</title></titleStmt></teiHeader><text><body><p>It rains in {title}.</p></body></text></TEI>"
        )
    };
    let corpus = format!(
        "<teiCorpus><teiHeader/>{}{}</teiCorpus>",
        text("One"),
        text("Two")
    );
    let (articles, _) = read("a.xml", corpus.as_bytes());
    let titles: Vec<&str> = articles
        .iter()
        .map(|it| it.metadata.title.as_str())
        .collect();
    assert_eq!(titles, ["One", "Two"]);
    for at in corpus.char_indices().map(|(at, _)| at).skip(10) {
        let (articles, told) = read("a.xml", &corpus.as_bytes()[..at]);
        assert!(!told.is_empty(), "{at} {articles:?}");
    }
    let bomb = "<!DOCTYPE TEI [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><TEI><text><body><p>&b; left.</p></body></text></TEI>";
    let (articles, _) = read("a.xml", bomb.as_bytes());
    assert_eq!(articles[0].text, "&b; left.");
}
