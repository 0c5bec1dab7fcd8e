//! The colours of `styles/tokens.css`: contrast in both themes (WCAG 2.2), and speakers that readers
//! with any colour vision can distinguish.
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

/// The groups of names that have a tint.
const GROUPS: [&str; 4] = ["person", "organisation", "place", "other"];

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
    for group in GROUPS {
        let (tint, line) = (format!("tint-{group}"), format!("line-{group}"));
        pairs.push(("ink".into(), tint.clone(), 7.0));
        pairs.push((line.clone(), tint.clone(), 3.0));
        pairs.push((line, "paper".into(), 3.0));
        for speaker in 0..8 {
            pairs.push((format!("speaker-{speaker}"), tint.clone(), 3.0));
        }
    }
    for speaker in 0..8 {
        pairs.push((format!("speaker-{speaker}"), "paper".into(), 3.0));
        pairs.push((format!("speaker-{speaker}"), "raised".into(), 3.0));
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

/// The words of the open claim are on a mixture of its speaker's colour and the paper; a name that is
/// pointed at is on a mixture of its tint and its line. The shares are those of `styles/text.css`.
#[test]
fn text_is_legible_on_what_is_chosen() {
    let css =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/text.css")).unwrap();
    let share = |before: &str| {
        let rest = css.split(before).nth(1).unwrap();
        let number = rest.split('%').next().unwrap();
        number.trim().parse::<f64>().unwrap() / 100.0
    };
    let filled = 1.0 - share("color-mix(in oklch, var(--speaker), transparent ");
    let chosen = share("color-mix(in oklch, var(--tint), var(--line) ");
    let tokens = tokens();
    for theme in [0, 1] {
        let ink = tokens["ink"][theme];
        for speaker in 0..8 {
            let colour = tokens[&format!("speaker-{speaker}")][theme];
            let ground = blend(colour, tokens["paper"][theme], filled);
            assert!(contrast(ink, ground) >= 4.5, "ink on speaker {speaker}");
            assert!(contrast(colour, ground) >= 3.0, "line of speaker {speaker}");
        }
        for group in GROUPS {
            let line = tokens[&format!("line-{group}")][theme];
            let ground = blend(line, tokens[&format!("tint-{group}")][theme], chosen);
            assert!(contrast(ink, ground) >= 4.5, "ink on a chosen {group}");
        }
    }
}

/// Blends as browsers do with transparent colours: in sRGB.
fn blend(colour: Rgb, ground: Rgb, share: f64) -> Rgb {
    let encoded = |linear: f64| linear.powf(1.0 / 2.2);
    [0, 1, 2].map(|at| {
        let mixed = encoded(colour[at]) * share + encoded(ground[at]) * (1.0 - share);
        mixed.powf(2.2)
    })
}

/// What readers with a full set of cones see, and readers without one kind of them, for colours in
/// linear sRGB (Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of
/// color vision deficiency", 2009).
const VISION: [(&str, [Rgb; 3]); 4] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The least distance in OKLab between the colours of two speakers. A just noticeable difference is
/// about 0.02.
const APART: f64 = 0.08;

#[test]
fn speakers_are_distinguished_by_readers_with_any_colour_vision() {
    let tokens = tokens();
    for (vision, matrix) in VISION {
        for theme in [0, 1] {
            let seen: Vec<Rgb> = (0..8)
                .map(|speaker| {
                    let colour = tokens[&format!("speaker-{speaker}")][theme];
                    let channel = |row: Rgb| (0..3).map(|at| row[at] * colour[at]).sum::<f64>();
                    oklab(matrix.map(channel).map(|channel| channel.clamp(0.0, 1.0)))
                })
                .collect();
            for one in 0..8 {
                for other in 0..one {
                    let square = |at: usize| (seen[one][at] - seen[other][at]).powi(2);
                    let found = (0..3).map(square).sum::<f64>().sqrt();
                    assert!(
                        found >= APART,
                        "{vision}, theme {theme}: speakers {other} and {one} are {found:.3} apart"
                    );
                }
            }
        }
    }
}

/// Converts linear sRGB to OKLab.
fn oklab([r, g, b]: Rgb) -> Rgb {
    let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
    let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
    let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}
