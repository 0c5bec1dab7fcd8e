//! Cases of claims.

use super::{check, claims_of};

pub(super) type Table<'t> = &'t [(&'t str, &'t [&'t str])];

/// One statement is one claim.
const STATEMENTS: Table = &[
    (
        "“The tide was out,” Mr. Boyd said. “We had to walk.”",
        &["Mr. Boyd | states | The tide was out … We had to walk."],
    ),
    (
        "“The tide was out,” said Mr. Boyd, the harbour master. “We had to walk. It was late.”",
        &["Mr. Boyd | states | The tide was out … We had to walk. It was late."],
    ),
    (
        "“The tide was out,” Mr. Boyd said on Monday. “No. Never.” He left. “We had to walk home.”",
        &[
            "Mr. Boyd | states | The tide was out … No. Never.",
            "Mr. Boyd | states | We had to walk home.",
        ],
    ),
    (
        "“The tide was out,” Mr. Boyd said. “We had to walk,” he added. “It was late.”",
        &[
            "Mr. Boyd | states | The tide was out",
            "he | states | We had to walk … It was late.",
        ],
    ),
    (
        "“The tide was out,” Mr. Boyd said.\n“We had to walk home that day.”",
        &[
            "Mr. Boyd | states | The tide was out",
            "Mr. Boyd | states | We had to walk home that day.",
        ],
    ),
    (
        "“We are watching how fast the costs rise,” Irene Calder said. “We have seen the fares drop but the debts increase.\n\n“Until now we could stay below nine million, but it is something that we follow.\n\n“I ask you all to be patient, because I would not want to stop the work in March.”\n\nTom Reyes left the room.",
        &[
            "Irene Calder | states | We are watching how fast the costs rise … We have seen the fares drop but the debts increase. … Until now we could stay below nine million, but it is something that we follow. … I ask you all to be patient, because I would not want to stop the work in March.",
        ],
    ),
    (
        "“If the clerk lost it,” Ms. Wexley said, “then who found it?”",
        &["Ms. Wexley | states | If the clerk lost it … then who found it?"],
    ),
    (
        "''Boats should be taxed like vans,'' Ms. Wexley said. ''No one earns a discount.''",
        &["Ms. Wexley | states | Boats should be taxed like vans … No one earns a discount."],
    ),
    (
        "``We have waited long enough,'' said Irene Calder, the mayor of Marlow Bay.\n\n''Nobody has seen the figures,'' Tom Reyes said.\n\n,,Nobody,'' Paul Danner said.",
        &[
            "Irene Calder | states | We have waited long enough",
            "Tom Reyes | states | Nobody has seen the figures",
            "Paul Danner | states | Nobody",
        ],
    ),
    (
        "'Nobody has seen this plan,' Tom Reyes said.\n\n'We have waited long enough,' Irene Calder told the Observer.",
        &[
            "Tom Reyes | states | Nobody has seen this plan",
            "Irene Calder | states | We have waited long enough",
        ],
    ),
];

const SPEAKERS: Table = &[
    (
        "Its captain, Otto Renn, 52, said fog was to blame.",
        &["Its captain, Otto Renn | states | fog was to blame"],
    ),
    (
        "The company that owns both ships, Northline Ferries, said it would pay.",
        &["Northline Ferries | states | it would pay"],
    ),
    (
        "“Who locked it?” She asked him.",
        &["She | asks | Who locked it?"],
    ),
    (
        "“We lost.” He left the room. Boyd said the club was broke.",
        &["Boyd | states | the club was broke"],
    ),
    (
        "“We won,” said the warden, Marta Quill. “It was late.”",
        &["the warden, Marta Quill | states | We won … It was late."],
    ),
    (
        "Officials who met Ann Lee said it was late.",
        &["Officials who met Ann Lee | states | it was late"],
    ),
    (
        "“Who locked the boathouse?” Mr. Boyd said, looking at the clerk.",
        &["Mr. Boyd | states | Who locked the boathouse?"],
    ),
    (
        "“Is anybody reading these forms?” Oona Maddox fumed, putting down her pen.",
        &["Oona Maddox | criticises | Is anybody reading these forms?"],
    ),
    (
        "“Well rowed, all of you!” Crowe called back.",
        &["Crowe | states | Well rowed, all of you!"],
    ),
    (
        "Oona Maddox opened the meeting. “Sit down, please,” she said.\n“Who locked the boathouse?” Mr. Boyd asked.",
        &[
            "she | states | Sit down, please",
            "Mr. Boyd | asks | Who locked the boathouse?",
        ],
    ),
    (
        "\"The crowd was kind.\" Boyd said to laughter.",
        &["Boyd | states | The crowd was kind."],
    ),
    (
        "Elin Sorrel, head of the pilots' guild: “Two boats are enough.”",
        &["Elin Sorrel | states | Two boats are enough."],
    ),
    (
        "Marek Dussel, Tarn Valley Lantern: \"A slow evening, and the bridge lost it.\"",
        &["Marek Dussel | states | A slow evening, and the bridge lost it."],
    ),
    (
        "Later Fennix put out a statement saying the “maps were right when they were printed.”",
        &["Fennix | states | the “maps were right when they were printed.”"],
    ),
    (
        "A porter gave the police a statement saying he never saw the van.",
        &["A porter | states | he never saw the van"],
    ),
    (
        "Season tickets, said Dorrell, have to be shown at every gate.",
        &["Dorrell | states | Season tickets … have to be shown at every gate"],
    ),
    (
        "Shopkeepers - above all on the quay - said nobody had warned them.",
        &["Shopkeepers | states | nobody had warned them"],
    ),
    (
        "Sens. Harlan Boyd, Oona Maddox, Ivo Kestrel and Bettina Crowe said the map was “a muddle.”",
        &[
            "Sens. Harlan Boyd, Oona Maddox, Ivo Kestrel and Bettina Crowe | states | the map was “a muddle.”",
        ],
    ),
    (
        "Maddox talks about the constant scorn that clerks faced, saying, “They are not machines.”",
        &["Maddox | states | They are not machines."],
    ),
    (
        "The harbour's spokesman Ivo Kestrel wrote:\n\n“The bell is older than the town.”",
        &["The harbour's spokesman Ivo Kestrel | states | The bell is older than the town."],
    ),
    (
        "“Sing louder than the rain,” a laughing Maddox said before the march.",
        &["a laughing Maddox | states | Sing louder than the rain"],
    ),
    (
        "The library of Easthaven closes in June, said its director, Paul Danner.\n\nFares will rise, said his lawyer, Ann Lee.",
        &[
            "its director, Paul Danner | states | The library of Easthaven closes in June",
            "his lawyer, Ann Lee | states | Fares will rise",
        ],
    ),
    (
        "The biggest winner will be Marlow, a solid Labour state that is expected to add four seats.",
        &[],
    ),
    (
        "The group that represents more than 900 boatmen across the country said in a release Friday that fares were down.",
        &[
            "The group that represents more than 900 boatmen across the country | states | fares were down",
        ],
    ),
    (
        "It is a programme Marlow says it needs to build boats.",
        &["Marlow | states | it needs to build boats"],
    ),
    (
        "“We have waited long enough,” said Irene Calder, the mayor, who has asked for the line since 2019.",
        &["Irene Calder | states | We have waited long enough"],
    ),
    (
        "Press conference on the ferry line\n\nIRENE CALDER: Good morning. We have approved the ferry line today. It will cost nine million.\n\nQUESTION: Will fares rise?\n\nIRENE CALDER: No. Fares will not rise this year.\n\nTOM REYES: I do not believe that. The council has hidden the figures.\n\nMODERATOR: Thank you all.",
        &[
            "IRENE CALDER | states | Good morning. We have approved the ferry line today. It will cost nine million.",
            "IRENE CALDER | states | No. Fares will not rise this year.",
            "TOM REYES | states | I do not believe that. The council has hidden the figures.",
        ],
    ),
    (
        "Briefing\n\nMR. HALE: Good morning. The bridge is safe.\n\nMS. QUILL: Was it ever closed?\n\nMR. HALE: It never was closed for a day.\n\nMS. QUILL: Nobody told us that.",
        &[
            "HALE | states | Good morning. The bridge is safe.",
            "QUILL | states | Was it ever closed?",
            "HALE | states | It never was closed for a day.",
            "QUILL | states | Nobody told us that.",
        ],
    ),
    (
        "Briefing\n\nMR. HALE: Good morning. The bridge is safe.\n\nMS. QUILL: It never was closed for a day.",
        &[
            "HALE | states | Good morning. The bridge is safe.",
            "QUILL | states | It never was closed for a day.",
        ],
    ),
    (
        "“It was a slip,” the dean's spokesman, Ivo Kestrel, told reporters.",
        &["the dean's spokesman, Ivo Kestrel | states | It was a slip"],
    ),
    (
        "Shoppers say by two to one that the fee is too high.",
        &["Shoppers | states | the fee is too high"],
    ),
    (
        "Maddox: Readers are tired of puns",
        &["Maddox | states | Readers are tired of puns"],
    ),
    (
        "According to a note Boyd sent to the trustees, the roof was safe.",
        &["a note Boyd sent to the trustees | states | the roof was safe"],
    ),
];

const MISSED: Table = &[
    (
        "The harbour office reported last week that two beams had broken.",
        &["The harbour office | states | two beams had broken"],
    ),
    (
        "Boyd said this week was hard.",
        &["Boyd | states | this week was hard"],
    ),
    (
        "Some forty captains wrote to the minister that spring, the Tarn Valley Lantern reported last week.",
        &[
            "the Tarn Valley Lantern | states | Some forty captains wrote to the minister that spring",
        ],
    ),
    (
        "The gap could be closed in a year, two actuaries told me on Monday.",
        &["two actuaries | states | The gap could be closed in a year"],
    ),
    (
        "Another said he would move if it went through.",
        &["Another | states | he would move if it went through"],
    ),
    (
        "The two said they had asked the bishop twice.",
        &["The two | states | they had asked the bishop twice"],
    ),
    (
        "But opponents, among them the mayor's own brother, argue the quay would mostly serve the yacht club.",
        &["opponents | states | the quay would mostly serve the yacht club"],
    ),
    (
        "The two rivals, Labour's Oona Maddox and the independent Harlan Boyd, say the tolls will stay.",
        &["The two rivals | states | the tolls will stay"],
    ),
    (
        "Most midwives agree the ward should remain.",
        &["Most midwives | supports | the ward should remain"],
    ),
    (
        "Traders agree a further cut is near.",
        &["Traders | supports | a further cut is near"],
    ),
    (
        "As Dorrell explained to the Lantern, eel stocks have halved since 2011.",
        &["Dorrell | states | eel stocks have halved since 2011"],
    ),
    (
        "Two surveys, made by Sorrel in 1994, show nets catch more seals than hooks do.",
        &["Two surveys | states | nets catch more seals than hooks do"],
    ),
    (
        "Parents were afraid that the bus would be cut.",
        &["Parents | warns | the bus would be cut"],
    ),
    (
        "Boyd's team was confident that he would keep his seat.",
        &["Boyd's team | states | he would keep his seat"],
    ),
];

/// Stances towards things and deeds.
const STANCES: Table = &[
    (
        "The firm strongly denied wrongdoing.",
        &["The firm | denies | wrongdoing"],
    ),
    ("She rejected the claim.", &["She | denies | the claim"]),
    (
        "The club seeks a new coach and plans to sell the ground.",
        &[
            "The club | asks | a new coach",
            "The club | promises | to sell the ground",
        ],
    ),
    ("The judge dismissed the case.", &[]),
    ("The plan calls for new roads.", &[]),
    ("The sale was denounced on Monday.", &[]),
    ("He denied the guests a table.", &[]),
    ("Consumer demand drives the rest.", &[]),
    ("Boyd, who wants a new school, spoke first.", &[]),
    (
        "The treasurer has denied both charges.",
        &["The treasurer | denies | both charges"],
    ),
    (
        "Oona Maddox denounced the sale on Monday.",
        &["Oona Maddox | criticises | the sale"],
    ),
    (
        "Harlan Boyd endorsed Oona Maddox before the second round.",
        &["Harlan Boyd | supports | Oona Maddox"],
    ),
    (
        "The guild rejected the wage offer and called for a walkout.",
        &[
            "The guild | criticises | the wage offer",
            "The guild | asks | a walkout",
        ],
    ),
    (
        "The ferry firm was accused by Boyd of hiding two leaks.",
        &["Boyd | criticises | hiding two leaks"],
    ),
    (
        "Maddox wants to halve the mooring fee.",
        &["Maddox | asks | to halve the mooring fee"],
    ),
    (
        "The bishop vowed to keep the school open.",
        &["The bishop | promises | to keep the school open"],
    ),
    (
        "The shipyard declined to comment on the spill.",
        &["The shipyard | declines | to comment on the spill"],
    ),
    (
        "Sorrel did not say whether the ward would close.",
        &["Sorrel | declines | whether the ward would close"],
    ),
];

const CONTENTS: Table = &[
    (
        "The engineer's claim that the lock is sound was doubted by divers.",
        &["The engineer | states | the lock is sound"],
    ),
    (
        "Harlan Boyd has admitted the tower is dear and says only a lottery would pay for it.",
        &[
            "Harlan Boyd | states | the tower is dear",
            "Harlan Boyd | states | only a lottery would pay for it",
        ],
    ),
    (
        "Swearing it was no stunt, Boyd called the bakers up to the stage to take a bow.",
        &["Boyd | states | it was no stunt"],
    ),
    (
        "Dorrell, though the dean and two tutors haven't said the case is shut, wants a hearing.",
        &["Dorrell | asks | a hearing"],
    ),
    (
        "A Fisheries Board report published Tuesday finds that the eels are back.",
        &["A Fisheries Board report | states | the eels are back"],
    ),
    (
        "Marek Dussel, pointing to the low fields that have turned to marsh, sighed.",
        &[],
    ),
    (
        "She called on the club's chairman to step down in an open letter in May.",
        &["She | asks | the club's chairman to step down"],
    ),
];

/// Cases that are still wrong, by their first words.
const WRONG: &[&str] = &[];

#[test]
fn statements_are_right() {
    check(STATEMENTS, WRONG, claims_of);
}

#[test]
fn speakers_are_right() {
    check(SPEAKERS, WRONG, claims_of);
}

#[test]
fn missed_are_right() {
    check(MISSED, WRONG, claims_of);
}

#[test]
fn stances_are_right() {
    check(STANCES, WRONG, claims_of);
}

#[test]
fn contents_are_right() {
    check(CONTENTS, WRONG, claims_of);
}
