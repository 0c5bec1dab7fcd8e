//! The colours of `styles/tokens.css`: contrast in both themes (WCAG 2.2), and kinds that
//! can be distinguished without colour.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Rgb = [f64; 3];

/// Each colour with its values for light and dark, in linear sRGB.
fn tokens() -> BTreeMap<String, [Rgb; 2]> {
    let css = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/tokens.css"))
        .unwrap();
    let mut found = BTreeMap::new();
    for line in css.lines() {
        let Some((name, value)) = line
            .trim()
            .strip_prefix("--ax-")
            .and_then(|line| line.split_once(':'))
        else {
            continue;
        };
        let colours: Vec<Rgb> = value
            .split("oklch(")
            .skip(1)
            .map(|part| {
                let numbers: Vec<f64> = part
                    .split(')')
                    .next()
                    .unwrap()
                    .split_whitespace()
                    .map(|number| number.parse().unwrap())
                    .collect();
                from_oklch(numbers[0], numbers[1], numbers[2])
            })
            .collect();
        if let [light, dark] = colours[..] {
            found.entry(name.to_owned()).or_insert([light, dark]);
        }
    }
    found
}

/// Converts OKLCH to linear sRGB (Björn Ottosson, "A perceptual color space for image
/// processing", 2020), clipped to the gamut.
fn from_oklch(lightness: f64, chroma: f64, hue: f64) -> Rgb {
    let (a, b) = (
        chroma * hue.to_radians().cos(),
        chroma * hue.to_radians().sin(),
    );
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
    .map(|channel: f64| channel.clamp(0.0, 1.0))
}

/// The contrast ratio of WCAG 2.2 for colours in linear sRGB.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let luminance = |c: Rgb| 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const KINDS: [&str; 9] = [
    "person",
    "organisation",
    "place",
    "law",
    "date",
    "money",
    "nationality",
    "event",
    "other",
];

#[test]
fn text_and_lines_are_visible_in_both_themes() {
    let tokens = tokens();
    let mut pairs: Vec<(String, String, f64)> = vec![
        ("ink".into(), "paper".into(), 7.0),
        ("ink".into(), "raised".into(), 7.0),
        ("ink-2".into(), "paper".into(), 4.5),
        ("ink-2".into(), "raised".into(), 4.5),
        ("ink-dim".into(), "paper".into(), 4.5),
        ("ink-dim".into(), "raised".into(), 4.5),
        ("accent".into(), "paper".into(), 4.5),
        ("accent".into(), "raised".into(), 4.5),
        ("on-accent".into(), "accent".into(), 4.5),
        ("control".into(), "paper".into(), 3.0),
        ("control".into(), "raised".into(), 3.0),
        ("ink".into(), "hit".into(), 4.5),
        ("ink".into(), "hit-current".into(), 4.5),
        ("hit-line".into(), "paper".into(), 3.0),
    ];
    for kind in KINDS {
        pairs.push(("ink".into(), format!("tint-{kind}"), 4.5));
        pairs.push((format!("line-{kind}"), format!("tint-{kind}"), 3.0));
        pairs.push((format!("line-{kind}"), "paper".into(), 3.0));
    }
    for speaker in 0..8 {
        pairs.push((format!("speaker-{speaker}"), "paper".into(), 3.0));
    }
    for (one, other, least) in pairs {
        for (theme, name) in ["light", "dark"].iter().enumerate() {
            let found = contrast(tokens[&one][theme], tokens[&other][theme]);
            assert!(
                found >= least,
                "{one} on {other}, {name}: {found:.2} : 1, wanted {least} : 1"
            );
        }
    }
}

/// Readers who see few or no colours distinguish kinds by their lines, so no two kinds have
/// a line of the same style and thickness.
#[test]
fn kinds_are_distinguished_by_their_lines() {
    let css =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/text.css")).unwrap();
    let mut lines = BTreeMap::new();
    for kind in KINDS {
        let selector = format!(".name[data-kind=\"{kind}\"] {{");
        let rule = css
            .split(&selector)
            .nth(1)
            .map_or("", |rest| rest.split('}').next().unwrap());
        let property = |name: &str, otherwise: &str| {
            let after = rule.split(&format!("{name}:")).nth(1);
            after
                .map_or(otherwise, |rest| rest.split(';').next().unwrap().trim())
                .to_owned()
        };
        let line = (
            property("text-decoration-style", "dotted"),
            property("text-decoration-thickness", "1.5px"),
        );
        if let Some(other) = lines.insert(line.clone(), kind) {
            panic!("{kind} and {other} have the same line {line:?}");
        }
    }
}
