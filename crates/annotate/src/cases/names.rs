//! Cases of names.

use super::{check, names_of};

type Table<'t> = &'t [(&'t str, &'t [&'t str])];

/// Texts with few words of grammar.
const LISTS: Table = &[
    (
        "Women's slalom, second run: 1. Elin Sorrel (Sweden) 1:38.05 2. Bettina Crowe (Austria) 1:38.44 3. Lotte Wexley (Norway) 1:38.90 4. Oona Maddox (Ireland) 1:39.12",
        &[
            "per: Elin Sorrel",
            "pla: Sweden",
            "per: Bettina Crowe",
            "pla: Austria",
            "per: Lotte Wexley",
            "pla: Norway",
            "per: Oona Maddox",
            "pla: Ireland",
        ],
    ),
    (
        "Credits: Marek Dussel, Elin Sorrel, Harlan Boyd, Bettina Crowe. Editor: Ivo Kestrel. Sound: Oona Maddox. Recorded live in Aarhus and Ghent, spring 2024.",
        &[
            "per: Marek Dussel",
            "per: Elin Sorrel",
            "per: Harlan Boyd",
            "per: Bettina Crowe",
            "per: Ivo Kestrel",
            "per: Oona Maddox",
            "pla: Aarhus",
            "pla: Ghent",
        ],
    ),
    (
        "Attending: Marek Dussel, Elin Sorrel, Harlan Boyd. Excused: Bettina Crowe. Accounts 2025 adopted. Roof repairs postponed. Next session: Graz, 9 June.",
        &[
            "per: Marek Dussel",
            "per: Elin Sorrel",
            "per: Harlan Boyd",
            "per: Bettina Crowe",
            "pla: Graz",
        ],
    ),
    (
        "Floods Reach Ghent, Bridges Closed\nBoyd Quits Harbour Board\nCrowe Wins Primary, Eyes Senate\nAustria Cuts Fuel Duty Again\nNokia Sells Radio Arm\nBraga Draw Leaders",
        &[
            "pla: Ghent",
            "per: Boyd",
            "per: Crowe",
            "org: Senate",
            "pla: Austria",
            "org: Nokia",
            "org: Braga",
        ],
    ),
];

const EXTENTS: Table = &[
    (
        "But Maybury's plans were late. And Boyd's were later. Even Crowe agreed.",
        &["per: Maybury", "per: Boyd", "per: Crowe"],
    ),
    (
        "She had shares in Tarn Cable Co. After the merger she sold them.",
        &["org: Tarn Cable Co."],
    ),
    (
        "Fewer girls were called Maisie than Maizie in that class.",
        &["per: Maisie", "per: Maizie"],
    ),
    (
        "Ms. Dorrell Thale and Dr. von Hout met Moritz at the pier.",
        &["per: Dorrell Thale", "per: von Hout", "per: Moritz"],
    ),
    (
        "He has worked for Radio Tarn and Channel Nord.",
        &["org: Radio Tarn", "org: Channel Nord"],
    ),
    (
        "Tarn's Pilot and Nord's Guide answered at once.",
        &["org: Tarn", "org: Nord"],
    ),
    (
        "The 12th Maritime District Court of Ghent lifted the ban.",
        &["org: 12th Maritime District Court of Ghent"],
    ),
    (
        "The Free University at Aarhus and the College of Navigation at Braga share a library.",
        &[
            "org: Free University at Aarhus",
            "org: College of Navigation at Braga",
        ],
    ),
    ("Swede Elin Sorrel took the jersey.", &["per: Elin Sorrel"]),
    (
        "He was reading \"Salt Under the Ice\" when the Harlan Quiz Hour began.",
        &[],
    ),
    (
        "The Aarhus Masters and the Maybury Plate were abandoned.",
        &[],
    ),
    (
        "Ursula von der Leyen met Guy van den Berg and Maria de la Cruz.",
        &[
            "per: Ursula von der Leyen",
            "per: Guy van den Berg",
            "per: Maria de la Cruz",
        ],
    ),
];

const KINDS: Table = &[
    (
        "Fennix was founded in 2019. Fennix prints maps all day. \"Fennix has no debts,\" said Elin Sorrel, its director. Critics say Fennix is too small. Fennix's shares rose.",
        &[
            "org: Fennix",
            "org: Fennix",
            "org: Fennix",
            "per: Elin Sorrel",
            "org: Fennix",
            "org: Fennix",
        ],
    ),
    (
        "Crowther, a shipping agency in Ghent, closed on Friday. Staff at Crowther heard it by e-mail. Crowther had lost its two largest clients.",
        &[
            "org: Crowther",
            "pla: Ghent",
            "org: Crowther",
            "org: Crowther",
        ],
    ),
    (
        "She audits Marsh & Tilney and, since May, Dale & Rook's.",
        &["org: Marsh & Tilney", "org: Dale & Rook"],
    ),
    ("Crisp Brands fell.", &["org: Crisp Brands"]),
    (
        "Prices rose, the Tarn Valley Lantern reported.",
        &["org: Tarn Valley Lantern"],
    ),
    ("Prices rose, The Lantern reported.", &["org: Lantern"]),
    (
        "They crossed Chukotka and Tuva in August.",
        &["pla: Chukotka", "pla: Tuva"],
    ),
    (
        "TAOS, N.M. - The match was short.",
        &["pla: TAOS", "pla: N.M."],
    ),
    (
        "ELKO, Nevada - He left early.",
        &["pla: ELKO", "pla: Nevada"],
    ),
    (
        "The quarrel about Grexit goes on, and Harvest Bonds pay little.",
        &[],
    ),
];

const MISSED: Table = &[
    (
        "Dussel made the papers again. Dussel, whose mother was Danish, lives in Graz. \"I like the hills,\" Dussel said.",
        &["per: Dussel", "per: Dussel", "pla: Graz", "per: Dussel"],
    ),
    (
        "Okonjo was in the papers again. Okonjo, whose mother was Danish, lives in Graz.",
        &["per: Okonjo", "per: Okonjo", "pla: Graz"],
    ),
    (
        "Maddox is seen for a moment in the film. Maddox herself has not watched it.",
        &["per: Maddox", "per: Maddox"],
    ),
    (
        "ABB called back 4,000 cars. MTN and ADAC said they would object. The BND and TUI had no answer.",
        &["org: ABB", "org: MTN", "org: ADAC", "org: BND", "org: TUI"],
    ),
    (
        "Rep. Harlan Boyd, D-Utica, N.Y., abstained. Rep. Oona Maddox, R-Elko, Nev., did not.",
        &[
            "per: Harlan Boyd",
            "pla: Utica",
            "pla: N.Y.",
            "per: Oona Maddox",
            "pla: Elko",
            "pla: Nev.",
        ],
    ),
    (
        "She moved to Yreka, Calif., in March.",
        &["pla: Yreka", "pla: Calif."],
    ),
    (
        "Braga beat Molde 2-1 in Trondheim.",
        &["org: Braga", "org: Molde", "pla: Trondheim"],
    ),
    (
        "Nokia fell. Zalando was sold. Ikea rose.",
        &["org: Nokia", "org: Zalando", "org: Ikea"],
    ),
];

/// Cases that are still wrong, by their first words.
const WRONG: &[&str] = &[
    "Fewer girls were called",
    "Tarn's Pilot and Nord's",
    "He was reading \"Salt",
    "Crisp Brands fell.",
    "The quarrel about Grexit",
    "Floods Reach Ghent, Bridges",
    "Nokia fell. Zalando was",
];

#[test]
fn lists_are_right() {
    check(LISTS, WRONG, names_of);
}

#[test]
fn extents_are_right() {
    check(EXTENTS, WRONG, names_of);
}

#[test]
fn kinds_are_right() {
    check(KINDS, WRONG, names_of);
}

#[test]
fn missed_are_right() {
    check(MISSED, WRONG, names_of);
}
