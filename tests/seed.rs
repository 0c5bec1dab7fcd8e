//! The bundled article: its text is unchanged, and every name and claim is anchored.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use article_explorer::ui::marked_blocks;
use explore::IndexedArticle;
use import::annotations::annotate_from_str;
use import::article_from_markdown;
use model::{Article, Form, Speaker};

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn seed() -> Article {
    let markdown = fs::read_to_string(path("articles/cybersecurity-package.md")).unwrap();
    let (mut article, diagnostics) =
        article_from_markdown("cybersecurity-package", "a.md", &markdown);
    assert_eq!(diagnostics, []);
    let json = fs::read_to_string(path("articles/cybersecurity-package.annotations.json")).unwrap();
    assert_eq!(
        annotate_from_str(&mut article, "a.annotations.json", &json),
        []
    );
    article
}

#[test]
fn the_text_is_unchanged() {
    let article = seed();
    assert_eq!(fnv_1a(article.text.as_bytes()), 0x6059bac49aa94589);
    assert_eq!(article.blocks.len(), 8);
    let kept = article
        .metadata
        .extra
        .iter()
        .find(|(key, _)| key == "received_as")
        .unwrap();
    assert_eq!(kept.1, "date 2026-01-22 Connect with us");
}

/// The 64-bit hash of Fowler, Noll and Vo.
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn names_and_claims_are_complete() {
    let article = seed();
    assert!(article.entities.len() >= 12 && article.claims.len() >= 13);
    for (entity, mentions) in [
        (
            "guo-jiakun",
            vec!["Guo Jiakun", "Guo", "Guo", "the spokesman", "Guo"],
        ),
        (
            "european-commission",
            vec![
                "European Commission",
                "the commission",
                "The European side",
                "the commission",
                "The commission",
            ],
        ),
        ("chinese-government", vec!["Beijing"]),
        ("european-union", vec!["European Union", "EU"]),
        ("chinese-companies", vec!["Chinese companies"; 4]),
        ("chinese", vec!["Chinese"; 5]),
        ("european", vec!["European"; 3]),
        ("europe", vec!["Europe"; 3]),
        ("2026-01-21", vec!["Wednesday"]),
        (
            "cybersecurity-package",
            vec!["cybersecurity package", "the package"],
        ),
        ("cybersecurity-act", vec!["revised Cybersecurity Act"]),
    ] {
        let found: Vec<&str> = article
            .mentions
            .iter()
            .filter(|mention| mention.entity.as_str() == entity)
            .map(|mention| article.words(mention.range))
            .collect();
        assert_eq!(found, mentions, "{entity}");
    }
    let unattributed = article
        .claims
        .iter()
        .filter(|claim| matches!(claim.speaker, Speaker::Words(_)))
        .count();
    assert_eq!(unattributed, 1);
    let interrupted = article
        .claims
        .iter()
        .find(|claim| claim.id.as_str() == "c10")
        .unwrap();
    assert_eq!(interrupted.content.len(), 2);
}

#[test]
fn direct_claims_are_between_quotation_marks() {
    let indexed = IndexedArticle::of(seed());
    for (number, claim) in indexed.article.claims.iter().enumerate() {
        assert_eq!(
            indexed.is_verbatim(number),
            claim.form == Form::Direct,
            "{}",
            claim.id
        );
    }
}

#[test]
fn the_pieces_match_the_reviewed_snapshot() {
    let indexed = IndexedArticle::of(seed());
    let mut found = String::new();
    for (number, block) in marked_blocks(&indexed).iter().enumerate() {
        found.push_str(&format!("block {}\n", number + 1));
        for piece in block.pieces() {
            let claims = piece.claims.iter().filter_map(|number| {
                let claim = block.claims.get(*number)?;
                let is_quoted = piece.quoted.contains(number);
                Some(format!("{}{}", claim.id, if is_quoted { "”" } else { "" }))
            });
            let names = piece
                .mentions
                .iter()
                .filter_map(|mention| block.mentions.get(*mention));
            let over: Vec<String> = claims
                .chain(names.map(|mention| mention.entity.to_string()))
                .collect();
            found.push_str(&format!(
                "  {:?} {}\n",
                block.words(piece.range),
                over.join(" ")
            ));
        }
    }
    let snapshot = path("tests/seed.pieces.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&snapshot, &found).unwrap();
    }
    let expected = fs::read_to_string(&snapshot).unwrap();
    assert_eq!(
        found, expected,
        "run with UPDATE_SNAPSHOTS=1 and look at the difference"
    );
}
