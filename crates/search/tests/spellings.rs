//! Spellings of one word meet, in a collection and in an article alike.

use import::article_from_markdown;
use search::collection::{CollectionIndex, Document, Matcher};
use search::{ArticleIndex, Hits, Query};

fn collection(language: &str, texts: &[&str]) -> CollectionIndex {
    CollectionIndex::build(texts.iter().map(|text| Document {
        text,
        language,
        ..Document::default()
    }))
}

/// The texts that hold all of a query, in a collection and one by one.
fn found(language: &str, texts: &[&str], query: &str) -> [Vec<usize>; 2] {
    let query = Query::parse(query);
    let result = collection(language, texts).search(&query, 10);
    let whole = result.hits.iter().filter(|hit| hit.holds_all);
    let mut together: Vec<usize> = whole.map(|hit| hit.number as usize).collect();
    together.sort_unstable();
    let alone = texts.iter().zip(0..).filter(|(text, _)| {
        let text = format!("---\ntitle: T\nlanguage: {language}\n---\n{text}");
        let (article, _) = article_from_markdown("a", "a.md", &text);
        let hits = Hits::as_searched(
            &query,
            &ArticleIndex::of(&article),
            Some(&result.replacements()),
        );
        let mut terms = query.terms.iter().zip(&hits.terms);
        terms.all(|(term, hits)| term.optional || hits.places.is_empty() == term.excluded)
    });
    [together, alone.map(|(_, at)| at).collect()]
}

#[test]
fn queries_find_other_spellings() {
    let texts = [
        "The minister spoke of de-risking the trade.",
        "They talked about derisking for hours.",
        "COVID-19 and a G20 meeting kept them busy.",
        "A covid19 test at the G-20; F16 jets flew above.",
        "Mr O'Brien paid 1,200 pounds in the U.S. city.",
        "Obrien, of E.U. fame, asked us for 1200 more; the EU answered.",
        "The US army saw wolves as the prices fell.",
        "A wolf may fall. Somebody left the house and found a saw.",
    ];
    for (query, expected) in [
        ("derisking ", vec![0, 1]),
        ("de-risking ", vec![0, 1]),
        ("covid19 ", vec![2, 3]),
        ("covid-19 ", vec![2, 3]),
        ("COVID 19 ", vec![2, 3]),
        ("G20 ", vec![2, 3]),
        ("G-20 ", vec![2, 3]),
        ("g 20 ", vec![2, 3]),
        ("F-16 ", vec![3]),
        ("o brien ", vec![4, 5]),
        ("O’Brien ", vec![4, 5]),
        ("obrien ", vec![4, 5]),
        ("1,200 ", vec![4, 5]),
        ("1200 ", vec![4, 5]),
        ("US ", vec![4, 6]),
        ("U.S. ", vec![4, 6]),
        ("us army ", vec![6]),
        ("EU ", vec![5]),
        ("E.U. ", vec![5]),
        ("wolf ", vec![6, 7]),
        ("wolves ", vec![6, 7]),
        ("falls ", vec![6, 7]),
        ("fell ", vec![6, 7]),
        ("see ", vec![]),
        ("-derisking minister ", vec![]),
        ("minister OR army ", vec![0, 6]),
        ("minister OR army -trade", vec![6]),
        ("minister NOT army ", vec![0]),
        ("army NOT wolf ", vec![]),
        ("talked AND hours ", vec![1]),
        ("pri* ", vec![6]),
        ("what about the minister and the trade ", vec![0]),
    ] {
        let [together, alone] = found("en", &texts, query);
        assert_eq!(together, expected, "together: {query}");
        assert_eq!(alone, expected, "alone: {query}");
    }
}

#[test]
fn words_are_found_in_what_they_are_written_with() {
    let french = ["Il a rencontré l’Abbé Martin.", "Un abbé à Paris."];
    let italian = ["Le strade d’Italia e dell'Europa.", "Italia!"];
    let arabic = ["قال الرئيس ذلك", "رئيس الحكومة", "ورئيس آخر", "وزير"];
    let german = ["Das Klimaschutzgesetz kommt.", "Der Klimaschutz kostet."];
    let cases: [(&str, &[&str], &str, Vec<usize>); 9] = [
        ("fr", &french, "Abbé ", vec![0, 1]),
        ("fr", &french, "l'abbé ", vec![0, 1]),
        ("fr", &french, "\"l’abbé Martin\"", vec![0]),
        ("it", &italian, "Italia ", vec![0, 1]),
        ("it", &italian, "europa ", vec![0]),
        ("ar", &arabic, "رئيس ", vec![0, 1, 2]),
        ("ar", &arabic, "الرئيس ", vec![0, 1, 2]),
        ("de", &german, "klimaschutz ", vec![0, 1]),
        ("en", &german, "klimaschutz ", vec![1]),
    ];
    for (language, texts, query, expected) in cases {
        let [together, alone] = found(language, texts, query);
        assert_eq!(together, expected, "together: {query}");
        assert_eq!(alone, expected, "alone: {query}");
    }
}

#[test]
fn a_long_quotation_that_occurs_nowhere_is_searched_by_its_words() {
    let texts = [
        "Blatant protectionism harms the cafés of Europe.",
        "The cafés are open.",
    ];
    let index = collection("en", &texts);
    for (query, expected, loosened) in [
        ("\"protectionism harms the cafés\"", vec![0], 0),
        ("\"protectionism hurts the cafés\"", vec![0], 1),
        ("\"hurts the cafés\"", vec![], 0),
        ("-\"protectionism hurts the cafés\" open", vec![1], 0),
    ] {
        let result = index.search(&Query::parse(query), 10);
        let whole = result.hits.iter().filter(|hit| hit.holds_all);
        let holding: Vec<u32> = whole.map(|hit| hit.number).collect();
        assert_eq!(holding, expected, "{query}");
        assert_eq!(result.loosened.len(), loosened, "{query}");
        let [_, alone] = found("en", &texts, query);
        assert_eq!(
            alone.first().map(|at| *at as u32),
            expected.first().copied()
        );
    }
}

#[test]
fn a_day_is_found_in_texts_and_as_the_day_of_publication() {
    let texts = [
        ("They met on 22 January.", ""),
        ("The talks of January 22, 2026 failed.", ""),
        ("Nothing happened.", "2026-01-22"),
        ("22 people died in January.", "2026-01-23"),
        ("On 22 January 2019 it rained.", "2019-03-01"),
    ];
    let index = CollectionIndex::build(texts.iter().map(|(text, published)| Document {
        text,
        published,
        ..Document::default()
    }));
    for (query, expected) in [
        ("22 January", vec![0, 1, 2, 4]),
        ("Jan 22 ", vec![0, 1, 2, 4]),
        ("2026-01-22", vec![1, 2]),
        ("22/01/2026", vec![1, 2]),
        ("talks 2026-01-22", vec![1]),
    ] {
        let result = index.search(&Query::parse(query), 10);
        let whole = result.hits.iter().filter(|hit| hit.holds_all);
        let mut found: Vec<u32> = whole.map(|hit| hit.number).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn passages_mark_other_spellings() {
    let text = "He spoke of de-risking, of COVID-19 and of 22 January at the G-20.";
    let index = collection("en", &[text]);
    for (query, expected) in [
        ("derisking ", vec!["de-risking"]),
        ("covid19 ", vec!["COVID-19"]),
        ("g20 ", vec!["G-20"]),
        ("22 January ", vec!["22 January"]),
        ("what did he say of January ", vec!["January"]),
    ] {
        let query = Query::parse(query);
        let result = index.search(&query, 10);
        let passage = Matcher::of(&index, &query, &result).passage(text, 200);
        let pieces = passage.pieces().into_iter();
        let marked: Vec<String> = pieces
            .filter_map(|(piece, is_match)| is_match.then_some(piece))
            .collect();
        assert_eq!(marked, expected, "{query:?}");
    }
}

#[test]
fn names_are_found_shorter_longer_and_misspelt() {
    let text = "---\ntitle: T\nlanguage: en\n---\nUrsula von der Leyen met Conan O'Brien.";
    let (article, _) = article_from_markdown("a", "a.md", text);
    let index = ArticleIndex::of(&article);
    for (name, query, held) in [
        ("Ursula von der Leyen", "von der Leyen ", true),
        ("Ursula von der Leyen", "leyen ", true),
        ("Ursula von der Leyen", "von der Layen ", true),
        ("Ursula von der Leyen", "leyden ", true),
        ("Conan O'Brien", "obrien ", true),
        ("Conan O'Brien", "o’brien ", true),
        ("Conan O'Brien", "leyen ", false),
    ] {
        let name = index.name(name);
        let query = Query::parse(query);
        let sought = index.look_up(&query, None);
        let terms = query.terms.iter().zip(&sought);
        let mut terms = terms.filter(|(term, _)| !term.excluded);
        let holds = terms.all(|(_, sought)| sought.is_in(&name));
        assert_eq!(holds, held, "{query:?}");
    }
    for (name, longer, is_end) in [
        ("Macron", "President Emmanuel Macron ", true),
        ("Emmanuel Macron", "Macron ", false),
        ("Emmanuel", "Emmanuel Macron ", false),
    ] {
        let name = index.name(name);
        assert_eq!(name.is_end_of(&Query::parse(longer)), is_end, "{longer}");
    }
}
